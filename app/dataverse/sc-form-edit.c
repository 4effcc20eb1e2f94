/* sc-form-edit.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-form-edit-private.h"

#include "sc-backing-private.h"
#include "sc-form-merge.h"
#include "sc-id.h"
#include "sc-xml-arrange.h"
#include "sc-xml-edit.h"

static void
merge_tab (const ScFormEdit *edit, ScSplice *splice, const ScXmlNode *tab)
{
  const ScXmlNode *before = sc_form_image_find_tab (edit->before, sc_form_edit_get_id (tab));
  const ScXmlNode *after = sc_form_image_find_tab (edit->after, sc_form_edit_get_id (tab));
  g_autoptr (GPtrArray) places = sc_form_image_list_rows (tab);
  const ScXmlNode *own = sc_form_edit_find_own_rows (edit, places);
  g_autoptr (GPtrArray) before_places = NULL;
  g_autoptr (GPtrArray) after_places = NULL;
  g_autoptr (GPtrArray) before_ids = NULL;
  g_autoptr (GPtrArray) after_ids = NULL;

  if (before == NULL || after == NULL || own == NULL)
    return;
  before_places = sc_form_image_list_rows (before);
  after_places = sc_form_image_list_rows (after);
  before_ids = sc_form_image_list_cell_ids (edit->before, before_places);
  after_ids = sc_form_image_list_cell_ids (edit->after, after_places);
  sc_form_merge_attributes (splice, edit->bytes, tab, before, after, FALSE);
  sc_form_merge_labels (splice, edit->bytes, tab, before, after, TRUE);

  const ScXmlNode *section = sc_xml_node_get_parent (own);
  before = sc_xml_node_get_parent (g_ptr_array_index (before_places, 0));
  after = sc_xml_node_get_parent (g_ptr_array_index (after_places, 0));
  sc_form_merge_attributes (splice, edit->bytes, section, before, after, FALSE);
  sc_form_merge_labels (splice, edit->bytes, section, before, after, FALSE);
  for (guint i = 0; i < places->len; i++)
    {
      const ScXmlNode *rows = g_ptr_array_index (places, i);

      sc_form_edit_merge_rows (edit, splice, rows, before_ids, after_ids, rows == own);
    }
}

/* The tab of a stage that is new, with the rows of steps that came from other stages. */
static char *
format_tab (const ScFormEdit *edit, const char *id, const char *line_end, const char *indent)
{
  const ScXmlNode *tab = sc_form_image_find_tab (edit->after, id);
  GBytes *bytes = edit->after->bytes;
  g_autoptr (ScSplice) splice = sc_splice_new (bytes);
  g_autoptr (GPtrArray) places = sc_form_image_list_rows (tab);
  g_autoptr (GPtrArray) cells = sc_form_image_list_cell_ids (edit->after, places);
  g_autofree char *own_indent = sc_xml_edit_get_indent (tab, bytes);
  g_autofree char *text = NULL;

  for (guint i = 0; i < cells->len; i++)
    {
      const char *cell = g_ptr_array_index (cells, i);
      const ScXmlNode *row = sc_xml_node_get_parent (sc_form_image_find_cell (edit->after, cell));
      g_autofree char *row_indent = sc_xml_edit_get_indent (row, bytes);
      g_autofree char *row_text = NULL;

      if (!sc_form_edit_changes_tab (edit, cell))
        continue;
      if (sc_form_edit_travels_along (edit, cell))
        {
          sc_splice_remove_line (splice, sc_xml_node_get_span (row));
          continue;
        }
      row_text = sc_form_edit_format_arriving (edit, cell, "\n", row_indent);
      sc_splice_replace (splice, sc_xml_node_get_span (row), row_text);
    }
  text = sc_splice_apply_within (splice, sc_xml_node_get_span (tab));
  return sc_xml_arrange_indent (text, own_indent, line_end, indent);
}

static void
merge_tabs (const ScFormEdit *edit, ScSplice *splice)
{
  g_autoptr (GPtrArray) before = sc_form_image_list_tab_ids (edit->before);
  g_autoptr (GPtrArray) after = sc_form_image_list_tab_ids (edit->after);
  g_autoptr (GPtrArray) order = NULL;
  ScFormChildren children;

  sc_form_children_init (&children);
  sc_xml_foreach (edit->real->tabs, tab)
    {
      const char *id = sc_form_edit_get_id (tab);

      if (sc_form_image_find_tab (edit->real, id) != tab)
        continue;
      if (sc_form_image_find_tab (edit->after, id) != NULL)
        sc_form_children_add_present (&children, id, tab);
      else if (sc_form_image_find_tab (edit->before, id) != NULL)
        g_ptr_array_add (children.gone, (gpointer) tab);
    }
  for (guint i = 0; i < after->len; i++)
    {
      const char *id = g_ptr_array_index (after, i);

      if (sc_form_image_find_tab (edit->real, id) == NULL
          && !g_hash_table_contains (edit->untouched_stages, id))
        g_hash_table_add (children.added, (gpointer) id);
    }
  order = sc_form_merge_order (children.present, before, after, children.added);
  sc_form_children_arrange (&children, edit, splice, edit->real->tabs, order, merge_tab,
                            format_tab);
  sc_form_children_clear (&children);
}

/* The settings of a control are apart from it and say which one they are for. */
static void
remove_settings (const ScFormEdit *edit, ScSplice *splice)
{
  const ScXmlNode *form = sc_xml_node_get_parent (edit->real->tabs);
  g_autoptr (GHashTable) gone = g_hash_table_new (sc_id_hash, (GEqualFunc) sc_id_equal);
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, edit->real->cells_by_id);
  while (g_hash_table_iter_next (&iter, NULL, &cell))
    {
      const char *id
          = sc_xml_node_get_attribute (sc_xml_node_get_child (cell, "control"), "uniqueid");

      if (id != NULL && sc_form_edit_is_gone (edit, cell))
        g_hash_table_add (gone, (gpointer) id);
    }
  sc_xml_foreach (sc_xml_node_get_child (form, "controlDescriptions"), settings)
    {
      const char *id = sc_xml_node_get_attribute (settings, "forControl");

      if (id != NULL && g_hash_table_contains (gone, id))
        sc_splice_remove_line (splice, sc_xml_node_get_span (settings));
    }
}

static gboolean
shows_flow (const ScFormImage *image, const ScFlow *flow)
{
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      if (sc_form_image_find_tab (image, stage->id) != NULL)
        return TRUE;
    }
  return FALSE;
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new (sc_id_hash, (GEqualFunc) sc_id_equal);
}

static GHashTable *
index_steps (const ScStage *stage)
{
  GHashTable *index = new_set ();

  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      g_hash_table_insert (index, (gpointer) step->id, (gpointer) step);
    }
  return index;
}

/* The steps of a stage that are the same as in the stage before. A step that came from another
 * stage is not: its cell says so. */
static void
add_untouched_steps (GHashTable *steps, const ScStage *before, const ScStage *after)
{
  g_autoptr (GHashTable) old_steps = NULL;

  if (g_strcmp0 (before->table, after->table) != 0)
    return;
  old_steps = index_steps (before);
  sc_list_foreach (after->steps, const ScStep *, step)
    {
      const ScStep *old = g_hash_table_lookup (old_steps, step->id);

      if (old != NULL && sc_step_equal (old, step))
        g_hash_table_add (steps, (gpointer) step->id);
    }
}

static void
find_untouched (ScFormEdit *edit, const ScFlow *before, const ScFlow *after)
{
  g_autoptr (GHashTable) stages = sc_flow_index_stages (before);

  sc_list_foreach (after->stages, const ScStage *, stage)
    {
      int position = sc_flow_index_find (stages, stage->id);
      const ScStage *old = position >= 0 ? sc_list_get (before->stages, (guint) position) : NULL;

      if (old == NULL)
        continue;
      add_untouched_steps (edit->untouched, old, stage);
      if (sc_stage_equal (old, stage))
        g_hash_table_add (edit->untouched_stages, (gpointer) stage->id);
    }
}

void
sc_form_edit_update (ScSplice *splice,
                     GBytes *bytes,
                     const ScXmlNode *forms,
                     const ScBacking *before,
                     const ScBacking *after)
{
  g_autoptr (ScFormImage) old_image = sc_form_image_new_made (before);
  g_autoptr (ScFormImage) new_image = sc_form_image_new_made (after);
  g_autoptr (GHashTable) untouched = new_set ();
  g_autoptr (GHashTable) untouched_stages = new_set ();
  ScFormEdit edit
      = { bytes,    sc_text_get_line_end (bytes), untouched, untouched_stages, NULL, old_image,
          new_image };

  if (old_image == NULL || new_image == NULL)
    return;
  find_untouched (&edit, before->flow, after->flow);
  sc_xml_foreach (forms, systemform)
    {
      g_autoptr (ScFormImage) real = sc_form_image_new (bytes, systemform);

      if (!shows_flow (real, before->flow))
        continue;
      edit.real = real;
      merge_tabs (&edit, splice);
      remove_settings (&edit, splice);
    }
}
