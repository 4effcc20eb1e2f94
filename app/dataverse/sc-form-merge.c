/* sc-form-merge.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-form-merge.h"

#include "sc-id.h"
#include "sc-label-xml.h"
#include "sc-xml-edit.h"

static void
merge_attribute (ScSplice *splice,
                 GBytes *bytes,
                 const ScXmlNode *node,
                 const char *name,
                 const ScXmlNode *before,
                 const ScXmlNode *after,
                 gboolean stale_too)
{
  const char *present = sc_xml_node_get_attribute (node, name);
  const char *old_value = sc_xml_node_get_attribute (before, name);
  const char *value = sc_xml_node_get_attribute (after, name);

  if (g_strcmp0 (old_value, value) == 0 || g_strcmp0 (present, value) == 0)
    return;
  if (stale_too || g_strcmp0 (present, old_value) == 0)
    sc_xml_edit_attribute (splice, bytes, node, name, value);
}

void
sc_form_merge_attributes (ScSplice *splice,
                          GBytes *bytes,
                          const ScXmlNode *node,
                          const ScXmlNode *before,
                          const ScXmlNode *after,
                          gboolean stale_too)
{
  for (guint i = 0; i < sc_xml_node_count_attributes (after); i++)
    merge_attribute (splice, bytes, node, sc_xml_node_get_attribute_at (after, i, NULL), before,
                     after, stale_too);
  for (guint i = 0; i < sc_xml_node_count_attributes (before); i++)
    {
      const char *name = sc_xml_node_get_attribute_at (before, i, NULL);

      if (sc_xml_node_get_attribute (after, name) == NULL)
        merge_attribute (splice, bytes, node, name, before, after, stale_too);
    }
}

static gboolean
are_all_empty (const ScList *labels)
{
  sc_list_foreach (labels, const ScLabel *, label)
    {
      if (label->text != NULL && *label->text != '\0')
        return FALSE;
    }
  return TRUE;
}

void
sc_form_merge_labels (ScSplice *splice,
                      GBytes *bytes,
                      const ScXmlNode *node,
                      const ScXmlNode *before,
                      const ScXmlNode *after,
                      gboolean stale_too)
{
  const ScXmlNode *list = sc_xml_node_get_child (node, "labels");
  g_autoptr (ScList) present = sc_label_xml_read (list, "label");
  g_autoptr (ScList) old_labels
      = sc_label_xml_read (sc_xml_node_get_child (before, "labels"), "label");
  g_autoptr (ScList) labels = sc_label_xml_read (sc_xml_node_get_child (after, "labels"), "label");

  if (list == NULL || sc_labels_have_same_texts (old_labels, labels))
    return;
  if (are_all_empty (present) && !are_all_empty (old_labels))
    return;
  if (stale_too || sc_labels_have_same_texts (present, old_labels))
    sc_label_xml_update (splice, bytes, list, "label", old_labels, labels, FALSE);
}

static GHashTable *
make_set (GPtrArray *ids)
{
  GHashTable *set = g_hash_table_new (sc_id_hash, (GEqualFunc) sc_id_equal);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, g_ptr_array_index (ids, i));
  return set;
}

/* Those of ids that are in both sets. */
static GPtrArray *
filter (GPtrArray *ids, GHashTable *set, GHashTable *other)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      gpointer id = g_ptr_array_index (ids, i);

      if (g_hash_table_contains (set, id) && g_hash_table_contains (other, id))
        g_ptr_array_add (found, id);
    }
  return found;
}

static gboolean
are_equal (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      if (!sc_id_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
        return FALSE;
    }
  return TRUE;
}

/* Puts each id that is new behind the one that it follows in after. */
static GPtrArray *
weave (GPtrArray *base, GPtrArray *after, GHashTable *added)
{
  g_autoptr (GHashTable) base_set = make_set (base);
  g_autoptr (GHashTable) followers = g_hash_table_new_full (
      sc_id_hash, (GEqualFunc) sc_id_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  GPtrArray *order = g_ptr_array_new ();
  GPtrArray *end = order;

  for (guint i = 0; i < after->len; i++)
    {
      gpointer id = g_ptr_array_index (after, i);

      if (g_hash_table_contains (base_set, id))
        {
          end = g_ptr_array_new ();
          g_hash_table_insert (followers, id, end);
        }
      else if (g_hash_table_contains (added, id))
        g_ptr_array_add (end, id);
    }
  for (guint i = 0; i < base->len; i++)
    {
      gpointer id = g_ptr_array_index (base, i);
      GPtrArray *behind = g_hash_table_lookup (followers, id);

      g_ptr_array_add (order, id);
      for (guint j = 0; behind != NULL && j < behind->len; j++)
        g_ptr_array_add (order, g_ptr_array_index (behind, j));
    }
  return order;
}

GPtrArray *
sc_form_merge_order (GPtrArray *present, GPtrArray *before, GPtrArray *after, GHashTable *added)
{
  g_autoptr (GHashTable) present_set = make_set (present);
  g_autoptr (GHashTable) before_set = make_set (before);
  g_autoptr (GHashTable) after_set = make_set (after);
  g_autoptr (GPtrArray) old_order = filter (before, present_set, after_set);
  g_autoptr (GPtrArray) new_order = filter (after, present_set, before_set);
  g_autoptr (GPtrArray) sorted = NULL;

  if (are_equal (old_order, new_order))
    return weave (present, after, added);
  sorted = filter (after, present_set, present_set);
  return weave (sorted, after, added);
}
