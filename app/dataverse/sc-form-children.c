/* sc-form-children.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-form-edit-private.h"

#include "sc-id.h"
#include "sc-xml-arrange.h"
#include "sc-xml-edit.h"

static char *
get_child_indent (const ScFormEdit *edit, const ScXmlNode *parent)
{
  const ScXmlNode *first = sc_xml_node_get_first_child (parent);
  g_autofree char *own_indent = NULL;

  if (first != NULL)
    return sc_xml_edit_get_indent (first, edit->bytes);
  own_indent = sc_xml_edit_get_indent (parent, edit->bytes);
  return g_strconcat (own_indent, "  ", NULL);
}

void
sc_form_children_init (ScFormChildren *self)
{
  self->present = g_ptr_array_new ();
  self->nodes = g_hash_table_new (sc_id_hash, (GEqualFunc) sc_id_equal);
  self->added = g_hash_table_new (sc_id_hash, (GEqualFunc) sc_id_equal);
  self->gone = g_ptr_array_new ();
}

void
sc_form_children_clear (ScFormChildren *self)
{
  g_ptr_array_unref (self->present);
  g_hash_table_unref (self->nodes);
  g_hash_table_unref (self->added);
  g_ptr_array_unref (self->gone);
}

void
sc_form_children_add_present (ScFormChildren *self, const char *id, const ScXmlNode *node)
{
  g_ptr_array_add (self->present, (gpointer) id);
  g_hash_table_insert (self->nodes, (gpointer) id, (gpointer) node);
}

static char *
format_moving (const ScFormEdit *edit, const ScXmlNode *node, ScFormMergeFunc merge)
{
  g_autoptr (ScSplice) splice = sc_splice_new (edit->bytes);

  merge (edit, splice, node);
  return sc_splice_apply_within (splice, sc_xml_node_get_span (node));
}

void
sc_form_children_arrange (const ScFormChildren *self,
                          const ScFormEdit *edit,
                          ScSplice *splice,
                          const ScXmlNode *parent,
                          GPtrArray *order,
                          ScFormMergeFunc merge,
                          ScFormFormatFunc format)
{
  g_autoptr (GArray) places = sc_xml_arrange_new ();
  g_autofree char *indent = get_child_indent (edit, parent);

  for (guint i = 0; i < order->len; i++)
    {
      ScXmlPlace place = { g_hash_table_lookup (self->nodes, g_ptr_array_index (order, i)) };

      g_array_append_val (places, place);
    }
  sc_xml_arrange_find_moves (places);
  for (guint i = 0; i < order->len; i++)
    {
      ScXmlPlace *place = &g_array_index (places, ScXmlPlace, i);

      if (place->node == NULL)
        place->text = format (edit, g_ptr_array_index (order, i), edit->line_end, indent);
      else if (place->moves)
        place->text = format_moving (edit, place->node, merge);
      else
        merge (edit, splice, place->node);
    }
  sc_xml_arrange_apply (splice, edit->bytes, parent, places, self->gone, indent);
}
