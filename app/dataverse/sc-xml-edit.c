/* sc-xml-edit.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-xml-edit.h"

#include <string.h>

static gboolean
is_indent (char c)
{
  return c == ' ' || c == '\t';
}

char *
sc_xml_edit_get_indent (const ScXmlNode *node, GBytes *bytes)
{
  const char *data = g_bytes_get_data (bytes, NULL);
  gsize end = sc_xml_node_get_span (node).start;
  gsize start = end;

  while (start > 0 && is_indent (data[start - 1]))
    start--;
  return start > 0 && data[start - 1] == '\n' ? g_strndup (data + start, end - start)
                                              : g_strdup ("");
}

/* The line end before the line of node; that of the whole text when node does not begin a line. */
static const char *
get_line_end (const ScXmlNode *node, GBytes *bytes)
{
  const char *data = g_bytes_get_data (bytes, NULL);
  gsize start = sc_xml_node_get_span (node).start;

  while (start > 0 && is_indent (data[start - 1]))
    start--;
  if (start == 0 || data[start - 1] != '\n')
    return sc_text_get_line_end (bytes);
  return start > 1 && data[start - 2] == '\r' ? "\r\n" : "\n";
}

/* Where the start tag's ">" or "/>" is, without the blanks before it. */
static gsize
find_tag_end (const ScXmlNode *node, GBytes *bytes)
{
  const char *data = g_bytes_get_data (bytes, NULL);
  gsize end = sc_xml_node_get_content_span (node).start - 1;

  if (sc_xml_node_is_self_closed (node))
    end--;
  while (g_ascii_isspace (data[end - 1]))
    end--;
  return end;
}

void
sc_xml_edit_attribute (
    ScSplice *splice, GBytes *bytes, const ScXmlNode *node, const char *name, const char *value)
{
  g_autoptr (GString) text = g_string_new (NULL);
  ScSpan span;
  gsize end;

  if (sc_xml_node_get_attribute_span (node, name, &span))
    {
      if (value != NULL)
        {
          sc_text_append_escaped (text, value, TRUE);
          sc_splice_replace (splice, span, text->str);
          return;
        }
      /* From the blank before the name to the closing quote. */
      const char *data = g_bytes_get_data (bytes, NULL);
      while (data[span.start] != '=')
        span.start--;
      while (!g_ascii_isspace (data[span.start - 1]))
        span.start--;
      sc_splice_replace (splice, (ScSpan){ span.start - 1, span.end + 1 }, "");
    }
  else if (value != NULL)
    {
      g_string_append_printf (text, " %s=\"", name);
      sc_text_append_escaped (text, value, TRUE);
      g_string_append_c (text, '"');
      end = find_tag_end (node, bytes);
      sc_splice_replace (splice, (ScSpan){ end, end }, text->str);
    }
}

static void
append_elements (GString *text, GPtrArray *elements, const char *before, const char *behind)
{
  for (guint i = 0; i < elements->len; i++)
    {
      g_string_append (text, before);
      g_string_append (text, g_ptr_array_index (elements, i));
      g_string_append (text, behind);
    }
}

static void
fill_empty (ScSplice *splice, GBytes *bytes, const ScXmlNode *parent, GPtrArray *elements)
{
  const char *line_end = get_line_end (parent, bytes);
  g_autofree char *indent = sc_xml_edit_get_indent (parent, bytes);
  g_autofree char *before = g_strconcat (line_end, indent, "  ", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  ScSpan span = sc_xml_node_get_content_span (parent);

  if (sc_xml_node_is_self_closed (parent))
    g_string_append_c (text, '>');
  append_elements (text, elements, before, "");
  g_string_append (text, line_end);
  g_string_append (text, indent);
  if (sc_xml_node_is_self_closed (parent))
    {
      g_string_append_printf (text, "</%s>", sc_xml_node_get_name (parent));
      span.start = find_tag_end (parent, bytes);
    }
  sc_splice_replace (splice, span, text->str);
}

void
sc_xml_edit_insert (ScSplice *splice,
                    GBytes *bytes,
                    const ScXmlNode *parent,
                    const ScXmlNode *after,
                    GPtrArray *elements)
{
  const ScXmlNode *first = sc_xml_node_get_first_child (parent);
  g_autofree char *indent = NULL;
  g_autofree char *gap = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  gsize at;

  if (elements->len == 0)
    return;
  if (first == NULL)
    {
      fill_empty (splice, bytes, parent, elements);
      return;
    }
  indent = sc_xml_edit_get_indent (after != NULL ? after : first, bytes);
  gap = g_strconcat (get_line_end (after != NULL ? after : first, bytes), indent, NULL);
  at = after != NULL ? sc_xml_node_get_span (after).end : sc_xml_node_get_span (first).start;
  append_elements (text, elements, after != NULL ? gap : "", after != NULL ? "" : gap);
  sc_splice_replace (splice, (ScSpan){ at, at }, text->str);
}

void
sc_xml_edit_insert_before (ScSplice *splice,
                           GBytes *bytes,
                           const ScXmlNode *node,
                           GPtrArray *elements)
{
  g_autofree char *indent = sc_xml_edit_get_indent (node, bytes);
  g_autofree char *gap = g_strconcat (get_line_end (node, bytes), indent, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  gsize at = sc_xml_node_get_span (node).start;

  append_elements (text, elements, "", gap);
  if (elements->len > 0)
    sc_splice_replace (splice, (ScSpan){ at, at }, text->str);
}

/* The last child that the order puts before name. */
static const ScXmlNode *
find_predecessor (const ScXmlNode *parent, const char *name, const char *const *order)
{
  const ScXmlNode *predecessor = NULL;

  for (guint i = 0; order[i] != NULL && strcmp (order[i], name) != 0; i++)
    {
      const ScXmlNode *child = sc_xml_node_get_child (parent, order[i]);

      if (child != NULL)
        predecessor = child;
    }
  return predecessor;
}

void
sc_xml_edit_child_text (ScSplice *splice,
                        GBytes *bytes,
                        const ScXmlNode *parent,
                        const char *name,
                        const char *text,
                        const char *const *order)
{
  const ScXmlNode *child = sc_xml_node_get_child (parent, name);
  g_autoptr (GString) content = g_string_new (NULL);

  if (text == NULL)
    {
      if (child != NULL)
        sc_splice_remove_line (splice, sc_xml_node_get_span (child));
      return;
    }
  sc_text_append_escaped (content, text, FALSE);
  if (child != NULL && !sc_xml_node_is_self_closed (child))
    sc_splice_replace (splice, sc_xml_node_get_content_span (child), content->str);
  else
    {
      g_autofree char *element = g_strdup_printf ("<%s>%s</%s>", name, content->str, name);
      g_autoptr (GPtrArray) elements = g_ptr_array_new ();

      g_ptr_array_add (elements, element);
      if (child != NULL)
        sc_splice_replace (splice, sc_xml_node_get_span (child), element);
      else
        sc_xml_edit_insert (splice, bytes, parent, find_predecessor (parent, name, order),
                            elements);
    }
}
