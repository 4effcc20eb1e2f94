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

char *
sc_xml_edit_get_child_gap (const ScXmlNode *parent, GBytes *bytes)
{
  const ScXmlNode *first = sc_xml_node_get_first_child (parent);
  const ScXmlNode *node = first != NULL ? first : parent;
  g_autofree char *indent = sc_xml_edit_get_indent (node, bytes);

  return g_strconcat (get_line_end (node, bytes), indent, first != NULL ? "" : "  ", NULL);
}

char *
sc_xml_edit_get_tag_name (const ScXmlNode *node, GBytes *bytes)
{
  const char *data = g_bytes_get_data (bytes, NULL);
  const gsize start = sc_xml_node_get_span (node).start + 1;
  gsize end = start;

  /* The bytes have no zero at their end, but the tag has its ">". */
  while (strchr (" \t\r\n/>", data[end]) == NULL)
    end++;
  return g_strndup (data + start, end - start);
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

/* value: where it stands between its quotes. */
static void
remove_attribute (ScSplice *splice, const char *data, ScSpan value)
{
  gsize start = value.start - 1;

  /* There may be blanks on both sides of the equals sign; the one before the name goes along. */
  while (data[start] != '=')
    start--;
  while (g_ascii_isspace (data[start - 1]))
    start--;
  while (!g_ascii_isspace (data[start - 1]))
    start--;
  sc_splice_replace (splice, (ScSpan){ start - 1, value.end + 1 }, "");
}

void
sc_xml_edit_attribute (
    ScSplice *splice, GBytes *bytes, const ScXmlNode *node, const char *name, const char *value)
{
  const char *data = g_bytes_get_data (bytes, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  ScSpan span;
  gsize end;

  if (value != NULL)
    sc_text_append_escaped (text, value, TRUE);
  if (sc_xml_node_get_attribute_span (node, name, &span))
    {
      if (value == NULL)
        {
          remove_attribute (splice, data, span);
          return;
        }
      if (data[span.end] == '\'')
        g_string_replace (text, "'", "&apos;", 0);
      sc_splice_replace (splice, span, text->str);
    }
  else if (value != NULL)
    {
      g_string_prepend (text, "=\"");
      g_string_prepend (text, name);
      g_string_prepend_c (text, ' ');
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
  g_autofree char *before = sc_xml_edit_get_child_gap (parent, bytes);
  g_autoptr (GString) text = g_string_new (NULL);
  ScSpan span = sc_xml_node_get_content_span (parent);

  if (sc_xml_node_is_self_closed (parent))
    g_string_append_c (text, '>');
  append_elements (text, elements, before, "");
  g_string_append (text, line_end);
  g_string_append (text, indent);
  if (sc_xml_node_is_self_closed (parent))
    {
      g_autofree char *name = sc_xml_edit_get_tag_name (parent, bytes);

      g_string_append_printf (text, "</%s>", name);
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

/* The children that stay and have a place in the order, each with the smallest key from there on:
 * what makes finding a place in an order that people may have broken no slower than in a whole
 * one. A role has thousands of lines. */
typedef struct
{
  const ScXmlNode *child;
  const char *smallest;
} Place;

static GArray *
list_places (const ScXmlNode *list, GHashTable *removed, ScXmlKey get_key)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  sc_xml_foreach (list, child)
    {
      Place place = { child, !g_hash_table_contains (removed, child) ? get_key (child) : NULL };

      if (place.smallest != NULL)
        g_array_append_val (places, place);
    }
  for (guint i = places->len; i-- > 1;)
    {
      const Place *next = &g_array_index (places, Place, i);
      Place *place = &g_array_index (places, Place, i - 1);

      if (g_ascii_strcasecmp (next->smallest, place->smallest) < 0)
        place->smallest = next->smallest;
    }
  return places;
}

/* The last child that stays and comes before key. */
static const ScXmlNode *
find_smaller (GArray *places, const char *key)
{
  guint start = 0;
  guint end = places->len;

  while (start < end)
    {
      guint middle = start + (end - start) / 2;

      if (g_ascii_strcasecmp (g_array_index (places, Place, middle).smallest, key) < 0)
        start = middle + 1;
      else
        end = middle;
    }
  return start > 0 ? g_array_index (places, Place, start - 1).child : NULL;
}

/* In front of a first child that goes away: nothing may stand inside the line that is removed. */
static void
insert_at_start (ScSplice *splice, GBytes *bytes, const ScXmlNode *list, GPtrArray *elements)
{
  const ScXmlNode *first = sc_xml_node_get_first_child (list);
  g_autofree char *indent = sc_xml_edit_get_indent (first, bytes);
  g_autofree char *gap = g_strconcat (get_line_end (first, bytes), indent, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  gsize at = sc_xml_node_get_content_span (list).start;

  append_elements (text, elements, gap, "");
  sc_splice_replace (splice, (ScSpan){ at, at }, text->str);
}

static gboolean
is_emptied (const ScXmlNode *list, GHashTable *removed)
{
  sc_xml_foreach (list, child)
    {
      if (!g_hash_table_contains (removed, child))
        return FALSE;
    }
  return sc_xml_node_get_first_child (list) != NULL;
}

void
sc_xml_edit_list (ScSplice *splice,
                  GBytes *bytes,
                  const ScXmlNode *list,
                  GHashTable *removed,
                  const ScXmlAddition *added,
                  guint n_added,
                  ScXmlKey get_key,
                  const char *empty)
{
  const ScXmlNode *first = sc_xml_node_get_first_child (list);
  g_autoptr (GArray) places = list_places (list, removed, get_key);

  if (n_added == 0 && is_emptied (list, removed))
    {
      sc_splice_replace (splice, sc_xml_node_get_span (list), empty);
      return;
    }
  sc_xml_foreach (list, child)
    {
      if (g_hash_table_contains (removed, child))
        sc_splice_remove_line (splice, sc_xml_node_get_span (child));
    }
  /* What comes behind the same child is put there with one call. */
  for (guint i = 0; i < n_added;)
    {
      const ScXmlNode *smaller = find_smaller (places, added[i].key);
      g_autoptr (GPtrArray) elements = g_ptr_array_new ();

      for (; i < n_added && find_smaller (places, added[i].key) == smaller; i++)
        g_ptr_array_add (elements, (gpointer) added[i].element);
      if (smaller == NULL && first != NULL && g_hash_table_contains (removed, first))
        insert_at_start (splice, bytes, list, elements);
      else
        sc_xml_edit_insert (splice, bytes, list, smaller, elements);
    }
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
