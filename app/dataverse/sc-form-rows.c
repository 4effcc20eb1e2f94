/* sc-form-rows.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-form-edit-private.h"

#include "sc-form-merge.h"
#include "sc-id.h"
#include "sc-xml-arrange.h"
#include "sc-xml-edit.h"

const char *
sc_form_edit_get_id (const ScXmlNode *node)
{
  return sc_xml_node_get_attribute (node, "id");
}

/* The id of the tab that shows a step in an image; NULL when none does. */
static const char *
get_tab_id (const ScFormImage *image, const char *cell)
{
  return sc_form_edit_get_id (sc_form_image_get_tab_of (sc_form_image_find_cell (image, cell)));
}

static gboolean
is_step_edited (const ScFormEdit *edit, const char *id)
{
  return !g_hash_table_contains (edit->untouched, id);
}

gboolean
sc_form_edit_changes_tab (const ScFormEdit *edit, const char *id)
{
  const char *before = get_tab_id (edit->before, id);
  const char *after = get_tab_id (edit->after, id);

  return before != NULL && after != NULL && !sc_id_equal (before, after)
         && !sc_id_equal (get_tab_id (edit->real, id), after);
}

static void
merge_cell (const ScFormEdit *edit, ScSplice *splice, const ScXmlNode *cell)
{
  const char *id = sc_form_edit_get_id (cell);
  const ScXmlNode *before = sc_form_image_find_cell (edit->before, id);
  const ScXmlNode *after = sc_form_image_find_cell (edit->after, id);
  const ScXmlNode *control = sc_xml_node_get_child (cell, "control");

  if (before == NULL || after == NULL)
    return;
  sc_form_merge_labels (splice, edit->bytes, cell, before, after, TRUE);
  if (control != NULL)
    sc_form_merge_attributes (splice, edit->bytes, control,
                              sc_xml_node_get_child (before, "control"),
                              sc_xml_node_get_child (after, "control"), is_step_edited (edit, id));
}

gboolean
sc_form_edit_is_gone (const ScFormEdit *edit, const ScXmlNode *cell)
{
  const char *id = sc_form_edit_get_id (cell);

  return sc_form_image_find_cell (edit->before, id) != NULL
         && sc_form_image_find_cell (edit->after, id) == NULL;
}

/* The step that says where a row belongs: the first that stays in its tab, else the first that the
 * flow still has. */
static const char *
get_row_key (const ScFormEdit *edit, const ScXmlNode *row)
{
  const char *first = NULL;

  sc_xml_foreach (row, cell)
    {
      const char *id = sc_form_edit_get_id (cell);

      if (sc_form_image_find_cell (edit->after, id) == NULL
          || sc_form_image_find_cell (edit->real, id) != cell)
        continue;
      if (!sc_form_edit_changes_tab (edit, id))
        return id;
      if (first == NULL)
        first = id;
    }
  return first;
}

/* Somebody put it beside another step, which now belongs to another stage. */
static gboolean
leaves_row (const ScFormEdit *edit, const ScXmlNode *row, const ScXmlNode *cell)
{
  const char *id = sc_form_edit_get_id (cell);

  return sc_form_edit_changes_tab (edit, id)
         && !sc_id_equal (get_tab_id (edit->after, id),
                          get_tab_id (edit->after, get_row_key (edit, row)));
}

gboolean
sc_form_edit_travels_along (const ScFormEdit *edit, const char *id)
{
  const ScXmlNode *cell = sc_form_image_find_cell (edit->real, id);
  const char *key = cell != NULL ? get_row_key (edit, sc_xml_node_get_parent (cell)) : NULL;

  return key != NULL && !sc_id_equal (key, id) && sc_form_edit_changes_tab (edit, key)
         && sc_id_equal (get_tab_id (edit->after, key), get_tab_id (edit->after, id));
}

/* A row that stays may hold more than the cell of one step, where somebody put them side by
 * side. */
static void
merge_row (const ScFormEdit *edit, ScSplice *splice, const ScXmlNode *row)
{
  sc_xml_foreach (row, cell)
    {
      if (sc_form_edit_is_gone (edit, cell) || leaves_row (edit, row, cell))
        sc_splice_remove_line (splice, sc_xml_node_get_span (cell));
      else
        merge_cell (edit, splice, cell);
    }
}

static gboolean
is_row_gone (const ScFormEdit *edit, const ScXmlNode *row)
{
  gboolean gone = FALSE;

  sc_xml_foreach (row, cell)
    gone = gone || sc_form_edit_is_gone (edit, cell);
  return gone;
}

/* The text of a row in its present form, whose lines but for the first begin with indent. */
static char *
format_row (const ScFormEdit *edit, const ScXmlNode *row, const char *line_end, const char *indent)
{
  g_autoptr (ScSplice) splice = sc_splice_new (edit->bytes);
  g_autofree char *own_indent = sc_xml_edit_get_indent (row, edit->bytes);
  g_autofree char *text = NULL;

  merge_row (edit, splice, row);
  text = sc_splice_apply_within (splice, sc_xml_node_get_span (row));
  return sc_xml_arrange_indent (text, own_indent, line_end, indent);
}

char *
sc_form_edit_format_arriving (const ScFormEdit *edit,
                              const char *id,
                              const char *line_end,
                              const char *indent)
{
  const ScXmlNode *cell = sc_form_image_find_cell (edit->real, id);
  const ScXmlNode *row = cell != NULL ? sc_xml_node_get_parent (cell) : NULL;
  GBytes *bytes = edit->after->bytes;
  g_autofree char *own_indent = NULL;
  g_autofree char *text = NULL;
  ScSpan span;

  if (row != NULL && sc_id_equal (get_row_key (edit, row), id))
    return format_row (edit, row, line_end, indent);
  row = sc_xml_node_get_parent (sc_form_image_find_cell (edit->after, id));
  span = sc_xml_node_get_span (row);
  own_indent = sc_xml_edit_get_indent (row, bytes);
  text = g_strndup ((const char *) g_bytes_get_data (bytes, NULL) + span.start,
                    span.end - span.start);
  return sc_xml_arrange_indent (text, own_indent, line_end, indent);
}

/* Adds those of a tab's steps that have no cell in it: they come from another tab or are new. A
 * step that the form never showed is left out until it is edited. */
static void
find_added_cells (const ScFormEdit *edit, ScFormChildren *children, GPtrArray *after)
{
  for (guint i = 0; i < after->len; i++)
    {
      const char *id = g_ptr_array_index (after, i);
      const ScXmlNode *present = sc_form_image_find_cell (edit->real, id);

      if (present != NULL
              ? sc_form_edit_changes_tab (edit, id) && !sc_form_edit_travels_along (edit, id)
              : sc_form_image_find_cell (edit->before, id) == NULL || is_step_edited (edit, id))
        g_hash_table_add (children->added, (gpointer) id);
    }
}

void
sc_form_edit_merge_rows (const ScFormEdit *edit,
                         ScSplice *splice,
                         const ScXmlNode *rows,
                         GPtrArray *before,
                         GPtrArray *after,
                         gboolean own)
{
  const char *tab = sc_form_edit_get_id (sc_form_image_get_tab_of (rows));
  g_autoptr (GPtrArray) order = NULL;
  ScFormChildren children;

  sc_form_children_init (&children);
  sc_xml_foreach (rows, row)
    {
      const char *key = get_row_key (edit, row);

      if (key == NULL ? is_row_gone (edit, row) : sc_form_edit_changes_tab (edit, key))
        g_ptr_array_add (children.gone, (gpointer) row);
      else if (key != NULL && own && sc_id_equal (get_tab_id (edit->after, key), tab))
        sc_form_children_add_present (&children, key, row);
      else if (key != NULL)
        merge_row (edit, splice, row);
    }
  if (own)
    find_added_cells (edit, &children, after);
  order = sc_form_merge_order (children.present, before, after, children.added);
  sc_form_children_arrange (&children, edit, splice, rows, order, merge_row,
                            sc_form_edit_format_arriving);
  sc_form_children_clear (&children);
}

const ScXmlNode *
sc_form_edit_find_own_rows (const ScFormEdit *edit, GPtrArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      const ScXmlNode *rows = g_ptr_array_index (places, i);

      sc_xml_foreach (rows, row)
        {
          sc_xml_foreach (row, cell)
            {
              if (sc_form_image_find_cell (edit->before, sc_form_edit_get_id (cell)) != NULL)
                return rows;
            }
        }
    }
  return places->len > 0 ? g_ptr_array_index (places, 0) : NULL;
}
