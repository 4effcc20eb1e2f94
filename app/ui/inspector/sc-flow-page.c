/* sc-flow-page.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-flow-page.h"

#include <glib/gi18n-lib.h>

#include "sc-edit-flow.h"
#include "sc-fact-row.h"
#include "sc-flow-access.h"
#include "sc-labels-row.h"
#include "sc-link-row.h"
#include "sc-nobody-notice.h"
#include "sc-note-row.h"
#include "sc-picker-row.h"
#include "sc-question.h"
#include "sc-stage-table.h"
#include "sc-table-choices.h"
#include "sc-text-row.h"
#include "sc-trigger-group.h"

struct _ScFlowPage
{
  ScInspectorPage parent_instance;

  ScTextRow *name;
  ScNoteRow *description;
  GtkSwitch *active;
  GtkSpinButton *order;
  ScPickerRow *table;
  ScLinkRow *people;
  ScNobodyNotice *nobody;
  ScFactRow *stages;
  ScFactRow *steps;
  ScFactRow *tables;
  ScFactRow *conditions;
  ScLinkRow *paths;
  ScTriggerGroup *workflows;
  ScLabelsRow *labels;
  ScFactRow *unique_name;
  ScFactRow *id;
  GtkWidget *details;
  GtkWidget *empty;

  gboolean showing; /* values come from the document, not from a person */
};

G_DEFINE_FINAL_TYPE (ScFlowPage, sc_flow_page, SC_TYPE_INSPECTOR_PAGE)

static ScEditor *
get_editor (ScFlowPage *self)
{
  return sc_inspector_page_get_editor (SC_INSPECTOR_PAGE (self));
}

/* Takes over after and error. */
static void
commit (ScFlowPage *self, ScSolution *after, GError *error, const char *name, const char *field)
{
  const ScFlow *flow = sc_editor_get_flow (get_editor (self));
  g_autofree char *group = field != NULL ? g_strdup_printf ("flow-%s:%s", field, flow->id) : NULL;

  sc_editor_commit (get_editor (self), after, error, name, group);
}

static void
set_label (ScFlowPage *self, int language, const char *text)
{
  ScEditor *editor = get_editor (self);
  const ScFlow *flow = sc_editor_get_flow (editor);
  g_autofree char *field = g_strdup_printf ("label:%d", language);
  GError *error = NULL;
  ScSolution *after;

  if (flow == NULL)
    return;
  after
      = sc_edit_flow_set_label (sc_editor_get_solution (editor), flow->id, language, text, &error);
  commit (self, after, error, _ ("Rename flow"), field);
}

static void
name_edited_cb (ScFlowPage *self, const char *text)
{
  set_label (self, sc_editor_get_language (get_editor (self)), text);
}

static void
label_edited_cb (ScFlowPage *self, int language, const char *text)
{
  set_label (self, language, text);
}

static void
description_edited_cb (ScFlowPage *self, const char *text)
{
  ScEditor *editor = get_editor (self);
  const ScFlow *flow = sc_editor_get_flow (editor);
  GError *error = NULL;
  ScSolution *after;

  if (flow == NULL)
    return;
  after = sc_edit_flow_set_description (sc_editor_get_solution (editor), flow->id, text, &error);
  commit (self, after, error, _ ("Change description"), "description");
}

static void
active_cb (ScFlowPage *self)
{
  ScEditor *editor = get_editor (self);
  const ScFlow *flow = editor != NULL ? sc_editor_get_flow (editor) : NULL;
  gboolean active = gtk_switch_get_active (self->active);
  GError *error = NULL;
  ScSolution *after;

  if (self->showing || flow == NULL)
    return;
  after = sc_edit_flow_set_active (sc_editor_get_solution (editor), flow->id, active, &error);
  commit (self, after, error, active ? _ ("Activate flow") : _ ("Make flow a draft"), NULL);
}

static void
order_cb (ScFlowPage *self)
{
  ScEditor *editor = get_editor (self);
  const ScFlow *flow = editor != NULL ? sc_editor_get_flow (editor) : NULL;
  GError *error = NULL;
  ScSolution *after;

  if (self->showing || flow == NULL)
    return;
  after = sc_edit_flow_set_order (sc_editor_get_solution (editor), flow->id,
                                  gtk_spin_button_get_value_as_int (self->order), &error);
  commit (self, after, error, _ ("Change order"), "order");
}

/* The primary table is that of the first stage. */
static void
table_picked_cb (ScFlowPage *self, const char *table)
{
  ScEditor *editor = get_editor (self);
  const ScFlow *flow = sc_editor_get_flow (editor);
  const ScStage *first = flow != NULL ? sc_list_get (flow->stages, 0) : NULL;

  if (first != NULL)
    sc_editor_set_stage_table (editor, first->id, table, _ ("Change primary table"));
}

static void
done_cb (ScFlowPage *self)
{
  sc_inspector_page_close_group (SC_INSPECTOR_PAGE (self));
}

static void
fill_tables (GListStore *store, gpointer data)
{
  sc_table_choices_fill (store, get_editor (data));
}

static void
show_figure (ScFactRow *row, guint figure)
{
  g_autofree char *text = g_strdup_printf ("%u", figure);

  sc_fact_row_set_value (row, text);
}

static void
paths_followed_cb (ScFlowPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.paths", NULL);
}

static void
people_followed_cb (ScFlowPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.view", "s", "security");
}

static void
show_people (ScFlowPage *self, const ScFlow *flow)
{
  const ScSolution *solution = sc_editor_get_solution (get_editor (self));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *text = NULL;

  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      if (sc_flow_access_can_run (role, flow))
        g_ptr_array_add (names, (gpointer) (role->name != NULL ? role->name : role->id));
    }
  if (names->len == 0)
    text = g_strdup (_ ("administrators only"));
  else if (names->len > 2)
    text = g_strdup_printf (ngettext ("%u role", "%u roles", names->len), names->len);
  else
    {
      g_ptr_array_add (names, NULL);
      text = g_strjoinv (_ (", "), (char **) names->pdata);
    }
  sc_link_row_set_target (self->people, flow->id, text);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (self->people),
                                names->len == 0 && flow->active ? "dialog-warning-symbolic" : NULL);
}

static void
show_paths (ScFlowPage *self, const ScFlow *flow)
{
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (flow);
  guint64 n = sc_flow_path_count (graph);
  g_autofree char *text
      = n < G_MAXUINT ? g_strdup_printf ("%u", (guint) n) : g_strdup (_ ("very many"));

  sc_link_row_set_target (self->paths, flow->stages != NULL ? flow->id : NULL, text);
}

static void
show_counts (ScFlowPage *self, const ScFlow *flow, int language)
{
  const ScSolution *solution = sc_editor_get_solution (get_editor (self));
  g_autoptr (GPtrArray) tables = sc_flow_list_tables (flow);
  GString *names = g_string_new (NULL);
  guint n_conditions = 0;

  for (guint i = 0; i < tables->len; i++)
    {
      const char *name = g_ptr_array_index (tables, i);

      g_string_append_printf (names, "%s%s", i > 0 ? _ (", ") : "",
                              sc_solution_get_table_label (solution, name));
    }
  sc_list_foreach (flow->stages, const ScStage *, stage)
    n_conditions += stage->condition != NULL ? 1 : 0;
  show_figure (self->stages, sc_list_length (flow->stages));
  show_figure (self->steps, sc_flow_count_steps (flow));
  show_figure (self->conditions, n_conditions);
  show_paths (self, flow);
  sc_fact_row_set_value (self->tables, names->str);
  g_string_free (names, TRUE);
}

static void
show_flow (ScFlowPage *self, const ScFlow *flow)
{
  const ScSolution *solution = sc_editor_get_solution (get_editor (self));
  int language = sc_editor_get_language (get_editor (self));
  const char *label = sc_flow_get_label (flow, language);
  const ScTable *table = flow->primary_table != NULL
                             ? sc_solution_find_table (solution, flow->primary_table, NULL)
                             : NULL;

  self->showing = TRUE;
  sc_text_row_set_value (self->name, label);
  sc_note_row_set_value (self->description, flow->description);
  gtk_switch_set_active (self->active, flow->active);
  gtk_spin_button_set_value (self->order, flow->order);
  sc_picker_row_set_current (self->table, table != NULL ? table->name : flow->primary_table,
                             flow->primary_table != NULL ? sc_editor_get_table_label (
                                 get_editor (self), flow->primary_table)
                                                         : _ ("None"));
  show_counts (self, flow, language);
  show_people (self, flow);
  sc_nobody_notice_set_editor (self->nobody, get_editor (self), SC_NOBODY_PAGE);
  sc_trigger_group_show (self->workflows, get_editor (self), NULL);
  sc_labels_row_set_labels (self->labels, flow->labels, language, label);
  sc_fact_row_set_value (self->unique_name, flow->unique_name);
  sc_fact_row_set_value (self->id, flow->id);
  self->showing = FALSE;
}

static void
sc_flow_page_update (ScInspectorPage *page)
{
  ScFlowPage *self = SC_FLOW_PAGE (page);
  const ScFlow *flow = sc_editor_get_flow (get_editor (self));
  const char *label;

  gtk_widget_set_visible (self->details, flow != NULL);
  gtk_widget_set_visible (self->empty, flow == NULL);
  if (flow == NULL)
    {
      sc_inspector_page_set_heading (page, _ ("No flow"), "");
      return;
    }
  label = sc_flow_get_label (flow, sc_editor_get_language (get_editor (self)));
  sc_inspector_page_set_heading (page, *label != '\0' ? label : _ ("Flow without a name"),
                                 flow->active ? _ ("Business process flow · active")
                                              : _ ("Business process flow · draft"));
  show_flow (self, flow);
}

static void
sc_flow_page_class_init (ScFlowPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SC_INSPECTOR_PAGE_CLASS (klass)->update = sc_flow_page_update;

  g_type_ensure (SC_TYPE_FACT_ROW);
  g_type_ensure (SC_TYPE_LABELS_ROW);
  g_type_ensure (SC_TYPE_LINK_ROW);
  g_type_ensure (SC_TYPE_NOBODY_NOTICE);
  g_type_ensure (SC_TYPE_NOTE_ROW);
  g_type_ensure (SC_TYPE_PICKER_ROW);
  g_type_ensure (SC_TYPE_TEXT_ROW);
  g_type_ensure (SC_TYPE_TRIGGER_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/inspector/sc-flow-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ScFlowPage, name);
  gtk_widget_class_bind_template_child (widget_class, ScFlowPage, description);
  gtk_widget_class_bind_template_child (widget_class, ScFlowPage, active);
  gtk_widget_class_bind_template_child (widget_class, ScFlowPage, order);
  gtk_widget_class_bind_template_child (widget_class, ScFlowPage, table);
  gtk_widget_class_bind_template_child (widget_class, ScFlowPage, people);
  gtk_widget_class_bind_template_child (widget_class, ScFlowPage, nobody);
  gtk_widget_class_bind_template_child (widget_class, ScFlowPage, stages);
  gtk_widget_class_bind_template_child (widget_class, ScFlowPage, steps);
  gtk_widget_class_bind_template_child (widget_class, ScFlowPage, tables);
  gtk_widget_class_bind_template_child (widget_class, ScFlowPage, conditions);
  gtk_widget_class_bind_template_child (widget_class, ScFlowPage, paths);
  gtk_widget_class_bind_template_child (widget_class, ScFlowPage, workflows);
  gtk_widget_class_bind_template_child (widget_class, ScFlowPage, labels);
  gtk_widget_class_bind_template_child (widget_class, ScFlowPage, unique_name);
  gtk_widget_class_bind_template_child (widget_class, ScFlowPage, id);
  gtk_widget_class_bind_template_child (widget_class, ScFlowPage, details);
  gtk_widget_class_bind_template_child (widget_class, ScFlowPage, empty);
  gtk_widget_class_bind_template_callback (widget_class, name_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, label_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, description_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, active_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, paths_followed_cb);
  gtk_widget_class_bind_template_callback (widget_class, people_followed_cb);
}

static void
sc_flow_page_init (ScFlowPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sc_picker_row_set_source (self->table, fill_tables, sc_table_choices_other,
                            _ ("Search, or type a logical name"), self);
}
