/* sc-stage-page.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-stage-page.h"

#include <glib/gi18n-lib.h>

#include "sc-category-choices.h"
#include "sc-edit-stage.h"
#include "sc-fact-row.h"
#include "sc-id.h"
#include "sc-labels-row.h"
#include "sc-picker-row.h"
#include "sc-question.h"
#include "sc-stage-table.h"
#include "sc-table-choices.h"
#include "sc-text-row.h"
#include "sc-trigger-group.h"
#include "sc-way-row.h"

struct _ScStagePage
{
  ScInspectorPage parent_instance;

  ScTextRow *label;
  ScPickerRow *table;
  ScPickerRow *category;
  AdwPreferencesGroup *main_group;
  ScFactRow *steps;
  ScLabelsRow *labels;
  ScFactRow *id;
  ScTriggerGroup *workflows;

  GPtrArray *ways; /* the rows of relationships in main_group */
};

G_DEFINE_FINAL_TYPE (ScStagePage, sc_stage_page, SC_TYPE_INSPECTOR_PAGE)

static ScEditor *
get_editor (ScStagePage *self)
{
  return sc_inspector_page_get_editor (SC_INSPECTOR_PAGE (self));
}

/* For the names of edits: the stage before the edit. */
static const char *
get_label (ScStagePage *self)
{
  ScEditor *editor = get_editor (self);

  return sc_stage_get_label (sc_editor_get_selected_stage (editor),
                             sc_editor_get_language (editor));
}

static void
set_label (ScStagePage *self, int language, const char *text)
{
  ScEditor *editor = get_editor (self);
  const ScStage *stage = sc_editor_get_selected_stage (editor);
  g_autofree char *group = NULL;
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (stage == NULL)
    return;
  name = g_strdup_printf (_ ("Rename stage “%s”"), get_label (self));
  group = g_strdup_printf ("stage-label:%s:%d", stage->id, language);
  after = sc_edit_stage_set_label (sc_editor_get_solution (editor), sc_editor_get_flow (editor)->id,
                                   stage->id, language, text, &error);
  sc_editor_commit (editor, after, error, name, group);
}

static void
label_row_edited_cb (ScStagePage *self, const char *text)
{
  set_label (self, sc_editor_get_language (get_editor (self)), text);
}

static void
label_edited_cb (ScStagePage *self, int language, const char *text)
{
  set_label (self, language, text);
}

static void
table_picked_cb (ScStagePage *self, const char *table)
{
  ScEditor *editor = get_editor (self);
  const ScStage *stage = sc_editor_get_selected_stage (editor);
  g_autofree char *name = NULL;

  if (stage == NULL)
    return;
  name = g_strdup_printf (_ ("Change table of stage “%s”"), get_label (self));
  sc_editor_set_stage_table (editor, stage->id, table, name);
}

static void
category_picked_cb (ScStagePage *self, const char *category)
{
  ScEditor *editor = get_editor (self);
  const ScStage *stage = sc_editor_get_selected_stage (editor);
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (stage == NULL)
    return;
  name = g_strdup_printf (_ ("Change category of stage “%s”"), get_label (self));
  after = sc_edit_stage_set_category (sc_editor_get_solution (editor),
                                      sc_editor_get_flow (editor)->id, stage->id,
                                      sc_category_from_id (category), &error);
  sc_editor_commit (editor, after, error, name, NULL);
}

static void
uses_cb (ScStagePage *self)
{
  const ScStage *stage = sc_editor_get_selected_stage (get_editor (self));

  if (stage != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-uses", "(ss)", "stage", stage->id);
}

static void
done_cb (ScStagePage *self)
{
  sc_inspector_page_close_group (SC_INSPECTOR_PAGE (self));
}

static void
fill_tables (GListStore *store, gpointer data)
{
  sc_table_choices_fill (store, get_editor (data));
}

static void
fill_categories (GListStore *store, gpointer data)
{
  const ScStage *stage = sc_editor_get_selected_stage (get_editor (data));

  sc_category_choices_fill (store, stage != NULL ? stage->category : SC_CATEGORY_NONE);
}

static void
add_way (ScStagePage *self, const char *source, const char *target)
{
  GtkWidget *row = sc_way_row_new (get_editor (self), source, target);

  adw_preferences_group_add (self->main_group, row);
  g_ptr_array_add (self->ways, row);
}

/* One row for each stage that leads here; those from the same table hide themselves. */
static void
show_ways (ScStagePage *self, const ScFlow *flow, guint position)
{
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (flow);
  const ScStage *stage = sc_list_get (flow->stages, position);
  guint n = 0;

  for (guint i = 0; i < graph->n_edges; i++)
    {
      const ScStage *source = sc_list_get (flow->stages, graph->edges[i].from);

      if (graph->edges[i].to != (int) position)
        continue;
      while (n < self->ways->len
             && !sc_way_row_is (g_ptr_array_index (self->ways, n), source->id, stage->id))
        {
          adw_preferences_group_remove (self->main_group, g_ptr_array_index (self->ways, n));
          g_ptr_array_remove_index (self->ways, n);
        }
      if (n == self->ways->len)
        add_way (self, source->id, stage->id);
      n++;
    }
  while (self->ways->len > n)
    {
      adw_preferences_group_remove (self->main_group, g_ptr_array_index (self->ways, n));
      g_ptr_array_remove_index (self->ways, n);
    }
  for (guint i = 0; i < self->ways->len; i++)
    sc_way_row_update (g_ptr_array_index (self->ways, i));
}

static void
show_stage (ScStagePage *self, const ScStage *stage)
{
  int language = sc_editor_get_language (get_editor (self));
  const char *label = sc_stage_get_label (stage, language);
  g_autofree char *category = sc_category_dup_name (stage->category);
  g_autofree char *category_id = sc_category_dup_id (stage->category);
  g_autofree char *steps
      = g_strdup_printf (_ ("%u of %u"), sc_list_length (stage->steps), (guint) SC_MAX_STEPS);

  sc_text_row_set_value (self->label, label);
  sc_picker_row_set_current (self->table, stage->table,
                             stage->table != NULL
                                 ? sc_editor_get_table_label (get_editor (self), stage->table)
                                 : _ ("None"));
  sc_picker_row_set_current (self->category, category_id, category);
  sc_fact_row_set_value (self->steps, steps);
  sc_labels_row_set_labels (self->labels, stage->labels, language, label);
  sc_fact_row_set_value (self->id, stage->id);
  sc_trigger_group_show (self->workflows, get_editor (self), stage);
}

static void
sc_stage_page_update (ScInspectorPage *page)
{
  ScStagePage *self = SC_STAGE_PAGE (page);
  ScEditor *editor = get_editor (self);
  const ScFlow *flow = sc_editor_get_flow (editor);
  const ScStage *stage = sc_editor_get_selected_stage (editor);
  g_autofree char *subtitle = NULL;
  const char *label;
  guint position;

  if (stage == NULL || sc_flow_find_stage (flow, stage->id, &position) == NULL)
    return;
  label = sc_stage_get_label (stage, sc_editor_get_language (editor));
  subtitle = g_strdup_printf (_ ("Stage %u of %u"), position + 1, sc_list_length (flow->stages));
  sc_inspector_page_set_heading (page, *label != '\0' ? label : _ ("Stage without a label"),
                                 subtitle);
  show_stage (self, stage);
  show_ways (self, flow, position);
}

static void
sc_stage_page_finalize (GObject *object)
{
  ScStagePage *self = SC_STAGE_PAGE (object);

  g_ptr_array_unref (self->ways);

  G_OBJECT_CLASS (sc_stage_page_parent_class)->finalize (object);
}

static void
sc_stage_page_class_init (ScStagePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sc_stage_page_finalize;
  SC_INSPECTOR_PAGE_CLASS (klass)->update = sc_stage_page_update;

  g_type_ensure (SC_TYPE_FACT_ROW);
  g_type_ensure (SC_TYPE_LABELS_ROW);
  g_type_ensure (SC_TYPE_PICKER_ROW);
  g_type_ensure (SC_TYPE_TEXT_ROW);
  g_type_ensure (SC_TYPE_TRIGGER_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/inspector/sc-stage-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ScStagePage, label);
  gtk_widget_class_bind_template_child (widget_class, ScStagePage, table);
  gtk_widget_class_bind_template_child (widget_class, ScStagePage, category);
  gtk_widget_class_bind_template_child (widget_class, ScStagePage, main_group);
  gtk_widget_class_bind_template_child (widget_class, ScStagePage, steps);
  gtk_widget_class_bind_template_child (widget_class, ScStagePage, labels);
  gtk_widget_class_bind_template_child (widget_class, ScStagePage, id);
  gtk_widget_class_bind_template_child (widget_class, ScStagePage, workflows);
  gtk_widget_class_bind_template_callback (widget_class, label_row_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, label_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, category_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, uses_cb);
}

static void
sc_stage_page_init (ScStagePage *self)
{
  self->ways = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  sc_picker_row_set_source (self->table, fill_tables, sc_table_choices_other,
                            _ ("Search, or type a logical name"), self);
  sc_picker_row_set_source (self->category, fill_categories, sc_category_choices_other,
                            _ ("Search, or type a number"), self);
}
