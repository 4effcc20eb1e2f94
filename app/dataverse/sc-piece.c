/* sc-piece.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-piece.h"

#include "sc-extent.h"
#include "sc-markup.h"
#include "sc-xml-edit.h"

#include <string.h>

#define PROLOGUE "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"utf-8\"?>"

/* A walk over the lines of an element. */
typedef struct
{
  const char *start;
  const char *end;
  gboolean verbatim; /* inside a query, which views have as their author indented it */
} Lines;

static gboolean
begins_with (const Lines *self, const char *at, const char *text)
{
  gsize length = strlen (text);

  return (gsize) (self->end - at) >= length && memcmp (at, text, length) == 0;
}

/* TRUE when a line begins with a tag behind a line that ends with one. Other lines belong to a text
 * or to an attribute, of which every blank counts. To be asked once for each line. */
static gboolean
is_indented (Lines *self, const char *line)
{
  const char *before = line;
  const char *tag = line;

  while (before > self->start && (before[-1] == '\n' || before[-1] == '\r'))
    before--;
  while (tag < self->end && *tag == ' ')
    tag++;
  if (begins_with (self, tag, "</fetchxml>"))
    self->verbatim = FALSE;
  else if (self->verbatim)
    return FALSE;
  else if (begins_with (self, tag, "<fetchxml>"))
    {
      const char *newline = sc_extent_find (tag, self->end, '\n');

      self->verbatim = newline != NULL && g_strstr_len (tag, newline - tag, "</fetchxml>") == NULL;
    }
  return before > self->start && before[-1] == '>' && tag < self->end && *tag == '<';
}

char *
sc_piece_cut (GBytes *bytes, const ScXmlNode *node)
{
  const char *data = g_bytes_get_data (bytes, NULL);
  ScSpan span = sc_xml_node_get_span (node);
  g_autofree char *indent = sc_xml_edit_get_indent (node, bytes);
  gsize n_indent = strlen (indent);
  GString *piece = g_string_sized_new (span.end - span.start);
  Lines lines = { data + span.start, data + span.end, FALSE };

  for (gsize at = span.start; at < span.end;)
    {
      const char *newline = memchr (data + at, '\n', span.end - at);
      gsize stop = newline != NULL ? (gsize) (newline - data) + 1 : span.end;

      sc_extent_append (piece, data + at, stop - at);
      at = stop;
      if (at < span.end && is_indented (&lines, data + at) && span.end - at > n_indent
          && memcmp (data + at, indent, n_indent) == 0)
        at += n_indent;
    }
  return g_string_free (piece, FALSE);
}

static void
append_indent (GString *text, guint depth)
{
  g_string_append_printf (text, "%*s", (int) depth * 2, "");
}

void
sc_piece_append (GString *text, const char *piece, guint depth, const char *line_end)
{
  const char *end = piece + strlen (piece);
  Lines lines = { piece, end, FALSE };

  g_string_append (text, line_end);
  for (const char *line = piece; line < end;)
    {
      const char *newline = strchr (line, '\n');
      gsize length = newline != NULL ? (gsize) (newline - line) + 1 : strlen (line);

      if (is_indented (&lines, line) || line == piece)
        append_indent (text, depth);
      sc_extent_append (text, line, length);
      line += length;
    }
}

void
sc_piece_append_tag (
    GString *text, const char *format, const char *name, guint depth, const char *line_end)
{
  g_autofree char **parts = g_strsplit (format, "%s", 2);

  g_string_append (text, line_end);
  append_indent (text, depth);
  g_string_append (text, parts[0]);
  if (parts[1] != NULL)
    g_string_append_printf (text, "%s%s", name, parts[1]);
  g_free (parts[0]);
  g_free (parts[1]);
}

/* Behind the name of the root and its attributes. */
static gsize
find_tag_end (const char *piece)
{
  gboolean quoted = FALSE;
  gsize end = 0;

  for (; piece[end] != '>' || quoted; end++)
    {
      if (piece[end] == '"')
        quoted = !quoted;
    }
  if (end > 0 && piece[end - 1] == '/')
    end--;
  while (end > 0 && piece[end - 1] == ' ')
    end--;
  return end;
}

GBytes *
sc_pieces_to_file (GPtrArray *pieces, const char *wrapper, const char *line_end)
{
  GString *text = g_string_new (PROLOGUE);

  sc_piece_append_tag (text, "<%s" SC_MARKUP_XSI ">", wrapper, 0, line_end);
  for (guint i = 0; i < pieces->len; i++)
    sc_piece_append (text, g_ptr_array_index (pieces, i), 1, line_end);
  sc_piece_append_tag (text, "</%s>", wrapper, 0, line_end);
  return g_string_free_to_bytes (text);
}

GBytes *
sc_piece_to_file (const char *piece, const char *wrapper, const char *line_end)
{
  gsize end = find_tag_end (piece);
  g_autoptr (GPtrArray) pieces = g_ptr_array_new ();
  GString *text;

  if (wrapper != NULL)
    {
      g_ptr_array_add (pieces, (gpointer) piece);
      return sc_pieces_to_file (pieces, wrapper, line_end);
    }
  text = g_string_new (PROLOGUE);
  g_string_append (text, line_end);
  sc_extent_append (text, piece, end);
  g_string_append (text, SC_MARKUP_XSI);
  g_string_append (text, piece + end);
  return g_string_free_to_bytes (text);
}

void
sc_piece_from_file (const ScXml *file, gboolean wrapped, GPtrArray *pieces)
{
  GBytes *bytes = sc_xml_get_bytes (file);
  const ScXmlNode *root = sc_xml_get_root (file);
  g_autofree char *whole = NULL;
  char *name_space;

  if (wrapped)
    {
      sc_xml_foreach (root, child)
        g_ptr_array_add (pieces, sc_piece_cut (bytes, child));
      return;
    }
  whole = sc_piece_cut (bytes, root);
  name_space = strstr (whole, SC_MARKUP_XSI);
  if (name_space != NULL && (gsize) (name_space - whole) <= find_tag_end (whole))
    memmove (name_space, name_space + strlen (SC_MARKUP_XSI),
             strlen (name_space + strlen (SC_MARKUP_XSI)) + 1);
  g_ptr_array_add (pieces, g_steal_pointer (&whole));
}
