/* sc-xml-arrange.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-xml-arrange.h"

#include <string.h>

#include "sc-extent.h"
#include "sc-xml-edit.h"

static void
clear_place (gpointer data)
{
  g_free (((ScXmlPlace *) data)->text);
}

GArray *
sc_xml_arrange_new (void)
{
  GArray *places = g_array_new (FALSE, TRUE, sizeof (ScXmlPlace));

  g_array_set_clear_func (places, clear_place);
  return places;
}

static ScXmlPlace *
get_place (GArray *places, guint i)
{
  return &g_array_index (places, ScXmlPlace, i);
}

static gsize
get_start (GArray *places, guint i)
{
  return sc_xml_node_get_span (get_place (places, i)->node).start;
}

/* How many of the ends, of which each belongs to a later child than the one before, are before
 * start. */
static guint
count_before (GArray *places, const guint *ends, guint n_ends, gsize start)
{
  guint low = 0, high = n_ends;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (get_start (places, ends[middle]) < start)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* What stays is a longest run of children that are in this order already. */
void
sc_xml_arrange_find_moves (GArray *places)
{
  g_autofree guint *ends = g_new (guint, places->len + 1);
  g_autofree guint *previous = g_new (guint, places->len + 1);
  guint n_ends = 0;

  for (guint i = 0; i < places->len; i++)
    {
      guint length;

      if (get_place (places, i)->node == NULL)
        continue;
      get_place (places, i)->moves = TRUE;
      length = count_before (places, ends, n_ends, get_start (places, i));
      previous[i] = length > 0 ? ends[length - 1] : i;
      ends[length] = i;
      n_ends = MAX (n_ends, length + 1);
    }
  for (guint i = n_ends > 0 ? ends[n_ends - 1] : 0; n_ends > 0; n_ends--, i = previous[i])
    get_place (places, i)->moves = FALSE;
}

static gboolean
stays (const ScXmlPlace *place)
{
  return place->node != NULL && !place->moves;
}

static void
insert_at (ScSplice *splice, gsize at, GPtrArray *texts, const char *before, const char *behind)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    {
      g_string_append (text, before);
      g_string_append (text, g_ptr_array_index (texts, i));
      g_string_append (text, behind);
    }
  if (texts->len > 0)
    sc_splice_replace (splice, (ScSpan){ at, at }, text->str);
  g_ptr_array_set_size (texts, 0);
}

static gboolean
has (GHashTable *set, const ScXmlNode *node)
{
  return g_hash_table_contains (set, node);
}

/* All children that leave their place. */
static GHashTable *
list_leaving (GArray *places, GPtrArray *gone)
{
  GHashTable *leaving = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < gone->len; i++)
    g_hash_table_add (leaving, g_ptr_array_index (gone, i));
  for (guint i = 0; i < places->len; i++)
    {
      if (get_place (places, i)->moves)
        g_hash_table_add (leaving, (gpointer) get_place (places, i)->node);
    }
  return leaving;
}

/* The last child that remains where it is. */
static const ScXmlNode *
find_last_remaining (const ScXmlNode *parent, GHashTable *leaving)
{
  const ScXmlNode *last = NULL;

  sc_xml_foreach (parent, child)
    {
      if (!has (leaving, child))
        last = child;
    }
  return last;
}

/* Nothing of what is there remains: the texts take its room. */
static void
replace_all (
    ScSplice *splice, GBytes *bytes, const ScXmlNode *parent, GPtrArray *texts, const char *gap)
{
  const ScXmlNode *first = sc_xml_node_get_first_child (parent);
  const ScXmlNode *last = first;
  g_autofree char *text = NULL;

  if (first == NULL)
    {
      sc_xml_edit_insert (splice, bytes, parent, NULL, texts);
      return;
    }
  while (sc_xml_node_get_next (last) != NULL)
    last = sc_xml_node_get_next (last);
  if (texts->len == 0)
    {
      g_autofree char *name = sc_xml_edit_get_tag_name (parent, bytes);

      text = g_strdup_printf ("<%s />", name);
      sc_splice_replace (splice, sc_xml_node_get_span (parent), text);
      return;
    }
  g_ptr_array_add (texts, NULL);
  text = g_strjoinv (gap, (char **) texts->pdata);
  sc_splice_replace (
      splice, (ScSpan){ sc_xml_node_get_span (first).start, sc_xml_node_get_span (last).end },
      text);
}

void
sc_xml_arrange_apply (ScSplice *splice,
                      GBytes *bytes,
                      const ScXmlNode *parent,
                      GArray *places,
                      GPtrArray *gone,
                      const char *indent)
{
  g_autoptr (GHashTable) leaving = list_leaving (places, gone);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autofree char *gap = g_strconcat (sc_text_get_line_end (bytes), indent, NULL);
  const ScXmlNode *last = find_last_remaining (parent, leaving);
  const ScXmlNode *anchor = NULL;

  if (last != NULL)
    {
      GHashTableIter iter;
      gpointer node;

      g_hash_table_iter_init (&iter, leaving);
      while (g_hash_table_iter_next (&iter, &node, NULL))
        sc_splice_remove_line (splice, sc_xml_node_get_span (node));
    }
  for (guint i = 0; i < places->len; i++)
    {
      const ScXmlPlace *place = get_place (places, i);

      if (!stays (place))
        {
          g_ptr_array_add (texts, place->text);
          continue;
        }
      if (anchor != NULL)
        insert_at (splice, sc_xml_node_get_span (anchor).end, texts, gap, "");
      else
        insert_at (splice, sc_xml_node_get_span (place->node).start, texts, "", gap);
      anchor = place->node;
    }
  if (last == NULL)
    replace_all (splice, bytes, parent, texts, gap);
  else
    insert_at (splice, sc_xml_node_get_span (anchor != NULL ? anchor : last).end, texts, gap, "");
}

char *
sc_xml_arrange_indent (const char *text, const char *from, const char *line_end, const char *to)
{
  GString *result = g_string_new (NULL);
  const char *line = text;

  for (;;)
    {
      const char *newline = strchr (line, '\n');
      gsize length = newline != NULL ? (gsize) (newline - line) : strlen (line);

      if (newline != NULL && length > 0 && line[length - 1] == '\r')
        length--;
      sc_extent_append (result, line, length);
      if (newline == NULL)
        return g_string_free (result, FALSE);
      g_string_append_printf (result, "%s%s", line_end, to);
      line = newline + 1;
      if (g_str_has_prefix (line, from))
        line += strlen (from);
    }
}
