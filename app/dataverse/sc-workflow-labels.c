/* sc-workflow-labels.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-workflow-labels.h"

#include "sc-id.h"
#include "sc-label-xml.h"
#include "sc-xml-edit.h"

#include <string.h>

static void
add (GPtrArray *list, const char *id, const ScList *labels)
{
  ScOwnedLabels *owned = g_new (ScOwnedLabels, 1);

  owned->id = id;
  owned->labels = labels;
  g_ptr_array_add (list, owned);
}

GPtrArray *
sc_workflow_labels_list (const ScFlow *flow)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      add (list, stage->id, stage->labels);
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          add (list, step->id, step->labels);
        }
    }
  return list;
}

static gboolean
have_same_ids (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const ScOwnedLabels *first = g_ptr_array_index (a, i);
      const ScOwnedLabels *second = g_ptr_array_index (b, i);

      if (!sc_id_equal (first->id, second->id))
        return FALSE;
    }
  return TRUE;
}

gboolean
sc_workflow_labels_equal (GPtrArray *a, GPtrArray *b)
{
  if (!have_same_ids (a, b))
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const ScOwnedLabels *first = g_ptr_array_index (a, i);
      const ScOwnedLabels *second = g_ptr_array_index (b, i);

      if (!sc_labels_have_same_texts (first->labels, second->labels))
        return FALSE;
    }
  return TRUE;
}

static const ScOwnedLabels *
find_owned (GPtrArray *list, const char *id)
{
  for (guint i = 0; i < list->len; i++)
    {
      const ScOwnedLabels *owned = g_ptr_array_index (list, i);

      if (sc_id_equal (owned->id, id))
        return owned;
    }
  return NULL;
}

static const ScXmlNode *
find_node (const ScXmlNode *list, const char *id)
{
  sc_xml_foreach (list, node)
    {
      if (sc_id_equal (sc_xml_node_get_attribute (node, "id"), id))
        return node;
    }
  return NULL;
}

static void
update_texts (ScSplice *splice,
              GBytes *bytes,
              const ScXmlNode *node,
              GPtrArray *before,
              const ScOwnedLabels *owned)
{
  const ScOwnedLabels *old = find_owned (before, owned->id);
  const ScList *old_labels = old != NULL ? old->labels : NULL;

  if (!sc_labels_have_same_texts (old_labels, owned->labels))
    sc_label_xml_update (splice, bytes, node, "label", old_labels, owned->labels, TRUE);
}

/* The text of an element as it is, with its labels brought up to date. */
static char *
format_present (GBytes *bytes, const ScXmlNode *node, GPtrArray *before, const ScOwnedLabels *owned)
{
  g_autoptr (ScSplice) splice = sc_splice_new (bytes);
  g_autoptr (GBytes) changed = NULL;
  const char *data;
  gsize size;
  ScSpan span = sc_xml_node_get_span (node);
  gsize behind = g_bytes_get_size (bytes) - span.end;

  if (owned != NULL)
    update_texts (splice, bytes, node, before, owned);
  changed = sc_splice_apply (splice);
  data = g_bytes_get_data (changed, &size);
  return g_strndup (data + span.start, size - behind - span.start);
}

static char *
format_new (const ScOwnedLabels *owned, const char *line_end, const char *indent)
{
  GString *text = g_string_new (NULL);

  g_string_append (text, "<steplabels id=\"{");
  sc_text_append_escaped (text, owned->id != NULL ? owned->id : "", TRUE);
  g_string_append_printf (text, "}\">%s", line_end);
  sc_list_foreach (owned->labels, const ScLabel *, label)
    {
      g_autofree char *element = sc_label_xml_format ("label", label, TRUE);

      g_string_append_printf (text, "%s  %s%s", indent, element, line_end);
    }
  g_string_append_printf (text, "%s</steplabels>", indent);
  return g_string_free (text, FALSE);
}

/* Elements that belong to no stage or step stay behind the one they follow now. */
static void
add_strangers (
    GPtrArray *elements, GBytes *bytes, const ScXmlNode *node, GPtrArray *before, GPtrArray *after)
{
  for (; node != NULL; node = sc_xml_node_get_next (node))
    {
      const char *id = sc_xml_node_get_attribute (node, "id");

      if (find_owned (before, id) != NULL || find_owned (after, id) != NULL)
        return;
      g_ptr_array_add (elements, format_present (bytes, node, before, NULL));
    }
}

static GPtrArray *
format_all (
    GBytes *bytes, const ScXmlNode *list, const char *indent, GPtrArray *before, GPtrArray *after)
{
  GPtrArray *elements = g_ptr_array_new_with_free_func (g_free);

  add_strangers (elements, bytes, sc_xml_node_get_first_child (list), before, after);
  for (guint i = 0; i < after->len; i++)
    {
      const ScOwnedLabels *owned = g_ptr_array_index (after, i);
      const ScXmlNode *node = find_node (list, owned->id);

      if (node == NULL)
        {
          g_ptr_array_add (elements, format_new (owned, sc_text_get_line_end (bytes), indent));
          continue;
        }
      g_ptr_array_add (elements, format_present (bytes, node, before, owned));
      add_strangers (elements, bytes, sc_xml_node_get_next (node), before, after);
    }
  return elements;
}

/* Writes the children anew, each of them as it was. */
static void
reorder (
    ScSplice *splice, GBytes *bytes, const ScXmlNode *list, GPtrArray *before, GPtrArray *after)
{
  const char *line_end = sc_text_get_line_end (bytes);
  const ScXmlNode *first = sc_xml_node_get_first_child (list);
  const ScXmlNode *last = first;
  g_autofree char *own_indent = sc_xml_edit_get_indent (list, bytes);
  g_autofree char *indent = first != NULL ? sc_xml_edit_get_indent (first, bytes)
                                          : g_strconcat (own_indent, "  ", NULL);
  g_autofree char *gap = g_strconcat (line_end, indent, NULL);
  g_autoptr (GPtrArray) elements = format_all (bytes, list, indent, before, after);
  g_autofree char *text = NULL;

  if (first == NULL)
    {
      sc_xml_edit_insert (splice, bytes, list, NULL, elements);
      return;
    }
  while (sc_xml_node_get_next (last) != NULL)
    last = sc_xml_node_get_next (last);
  g_ptr_array_add (elements, NULL);
  text = g_strjoinv (gap, (char **) elements->pdata);
  sc_splice_replace (
      splice, (ScSpan){ sc_xml_node_get_span (first).start, sc_xml_node_get_span (last).end },
      text);
}

static void
add_list (ScSplice *splice, GBytes *bytes, const ScXmlNode *workflow, GPtrArray *after)
{
  static const char *const predecessors[]
      = { "PrimaryEntity", "LocalizedNames", "Descriptions", NULL };
  g_autofree char *gap = sc_xml_edit_get_child_gap (workflow, bytes);
  g_autofree char *indent = g_strconcat (strchr (gap, '\n') + 1, "  ", NULL);
  g_autoptr (GString) text = g_string_new ("<labels>");
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  const ScXmlNode *predecessor = NULL;

  for (guint i = 0; i < after->len; i++)
    {
      g_autofree char *element
          = format_new (g_ptr_array_index (after, i), sc_text_get_line_end (bytes), indent);

      g_string_append_printf (text, "%s  %s", gap, element);
    }
  g_string_append_printf (text, "%s</labels>", gap);
  for (guint i = 0; predecessors[i] != NULL; i++)
    {
      const ScXmlNode *child = sc_xml_node_get_child (workflow, predecessors[i]);

      if (child != NULL)
        predecessor = child;
    }
  g_ptr_array_add (elements, text->str);
  sc_xml_edit_insert (splice, bytes, workflow, predecessor, elements);
}

void
sc_workflow_labels_update (ScSplice *splice,
                           GBytes *bytes,
                           const ScXmlNode *workflow,
                           const ScXmlNode *list,
                           GPtrArray *before,
                           GPtrArray *after)
{
  if (list == NULL)
    {
      add_list (splice, bytes, workflow, after);
      return;
    }
  if (!have_same_ids (before, after))
    {
      reorder (splice, bytes, list, before, after);
      return;
    }
  for (guint i = 0; i < after->len; i++)
    {
      const ScOwnedLabels *owned = g_ptr_array_index (after, i);
      const ScXmlNode *node = find_node (list, owned->id);

      if (node != NULL)
        update_texts (splice, bytes, node, before, owned);
    }
}
