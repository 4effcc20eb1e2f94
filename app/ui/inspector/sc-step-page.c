/* sc-step-page.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-step-page.h"

#include <glib/gi18n-lib.h>

#include "sc-edit-step.h"
#include "sc-fact-row.h"
#include "sc-labels-row.h"
#include "sc-link-row.h"
#include "sc-name.h"
#include "sc-picker-row.h"
#include "sc-process-dialog.h"
#include "sc-question.h"
#include "sc-table-choices.h"
#include "sc-text-row.h"

struct _ScStepPage
{
  ScInspectorPage parent_instance;

  ScTextRow *label;
  ScPickerRow *column;
  ScLinkRow *process;
  GtkWidget *required_row;
  GtkSwitch *required;
  AdwPreferencesGroup *column_group;
  ScFactRow *type;
  ScFactRow *level;
  ScFactRow *leads_to;
  ScFactRow *restrictions;
  ScFactRow *also_in;
  GtkWidget *describe;
  AdwPreferencesGroup *process_group;
  ScFactRow *process_kind;
  ScFactRow *process_name;
  ScFactRow *process_id;
  ScLabelsRow *labels;
  ScFactRow *id;

  gboolean showing; /* values come from the document, not from a person */
};

G_DEFINE_FINAL_TYPE (ScStepPage, sc_step_page, SC_TYPE_INSPECTOR_PAGE)

static ScEditor *
get_editor (ScStepPage *self)
{
  return sc_inspector_page_get_editor (SC_INSPECTOR_PAGE (self));
}

/* For the names of edits: the step before the edit. */
static const char *
get_label (ScStepPage *self)
{
  ScEditor *editor = get_editor (self);

  return sc_step_get_label (sc_editor_get_selected_step (editor), sc_editor_get_language (editor));
}

static void
set_label (ScStepPage *self, int language, const char *text)
{
  ScEditor *editor = get_editor (self);
  const ScStep *step = sc_editor_get_selected_step (editor);
  g_autofree char *group = NULL;
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (step == NULL)
    return;
  name = g_strdup_printf (_ ("Rename step “%s”"), get_label (self));
  group = g_strdup_printf ("step-label:%s:%d", step->id, language);
  after = sc_edit_step_set_label (sc_editor_get_solution (editor), sc_editor_get_flow (editor)->id,
                                  step->id, language, text, &error);
  sc_editor_commit (editor, after, error, name, group);
}

static void
label_row_edited_cb (ScStepPage *self, const char *text)
{
  set_label (self, sc_editor_get_language (get_editor (self)), text);
}

static void
label_edited_cb (ScStepPage *self, int language, const char *text)
{
  set_label (self, language, text);
}

static void
column_picked_cb (ScStepPage *self, const char *column)
{
  ScEditor *editor = get_editor (self);
  const ScStep *step = sc_editor_get_selected_step (editor);
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (step == NULL)
    return;
  name = g_strdup_printf (_ ("Change column of step “%s”"), get_label (self));
  after = sc_edit_step_set_column (sc_editor_lend (editor), sc_editor_get_flow (editor)->id,
                                   step->id, column, &error);
  sc_editor_propose (editor, after, error, SC_PROPOSE_CHANGE, name, NULL);
}

static void
required_cb (ScStepPage *self)
{
  ScEditor *editor = get_editor (self);
  const ScStep *step = editor != NULL ? sc_editor_get_selected_step (editor) : NULL;
  gboolean required = gtk_switch_get_active (self->required);
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (self->showing || step == NULL)
    return;
  name = g_strdup_printf (required ? _ ("Make “%s” required") : _ ("Make “%s” optional"),
                          get_label (self));
  after = sc_edit_step_set_required (sc_editor_get_solution (editor),
                                     sc_editor_get_flow (editor)->id, step->id, required, &error);
  sc_editor_commit (editor, after, error, name, NULL);
}

static void
process_followed_cb (ScStepPage *self)
{
  sc_process_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                             get_editor (self), sc_process_request_change_step (get_editor (self)));
}

static void
uses_cb (ScStepPage *self)
{
  const ScStep *step = sc_editor_get_selected_step (get_editor (self));

  if (step != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-uses", "(ss)", "step", step->id);
}

static void
describe_cb (ScStepPage *self)
{
  const ScStage *stage = sc_editor_get_selected_stage (get_editor (self));
  const ScStep *step = sc_editor_get_selected_step (get_editor (self));

  if (step != NULL && step->column != NULL && stage->table != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.describe-column", "(ss)", stage->table,
                                step->column);
}

static void
done_cb (ScStepPage *self)
{
  sc_inspector_page_close_group (SC_INSPECTOR_PAGE (self));
}

static void
fill_columns (GListStore *store, gpointer data)
{
  ScEditor *editor = get_editor (data);
  const ScStage *stage = sc_editor_get_selected_stage (editor);

  if (stage != NULL)
    sc_column_choices_fill (store, editor, stage->table);
}

/* NULL where nobody knows. */
static const char *
describe_level (ScRequiredLevel level)
{
  switch (level)
    {
    case SC_REQUIRED_RECOMMENDED:
      return _ ("Recommended");
    case SC_REQUIRED_BUSINESS:
      return _ ("Business required");
    case SC_REQUIRED_SYSTEM:
      return _ ("System required");
    case SC_REQUIRED_NONE:
      return _ ("Optional");
    case SC_REQUIRED_UNKNOWN:
    default:
      return NULL;
    }
}

static void
append (GString *text, const char *item)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "", item);
}

/* Hides the row when there is nothing to say. */
static void
show_list (ScFactRow *row, GString *text)
{
  sc_fact_row_set_value (row, text->len > 0 ? text->str : NULL);
  g_string_free (text, TRUE);
}

static void
show_targets (ScStepPage *self, const ScColumn *column)
{
  GString *text = g_string_new (NULL);

  if (column != NULL)
    {
      sc_list_foreach (column->targets, const ScLabel *, target)
        append (text, sc_editor_get_table_label (get_editor (self), target->text));
    }
  show_list (self->leads_to, text);
}

static void
show_restrictions (ScStepPage *self, const ScColumn *column)
{
  GString *text = g_string_new (NULL);

  if (column != NULL && column->calculated)
    append (text, _ ("Calculated"));
  if (column != NULL && column->read_only)
    append (text, _ ("Read-only"));
  if (column != NULL && column->secured)
    append (text, _ ("Column security"));
  show_list (self->restrictions, text);
}

static gboolean
shows_column (const ScStage *stage, const char *column)
{
  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      if (sc_name_equal (step->column, column))
        return TRUE;
    }
  return FALSE;
}

static void
show_other_uses (ScStepPage *self, const ScStage *here, const ScStep *step)
{
  ScEditor *editor = get_editor (self);
  GString *text = g_string_new (NULL);

  sc_list_foreach (sc_editor_get_flow (editor)->stages, const ScStage *, stage)
    {
      if (stage != here && step->column != NULL && g_strcmp0 (stage->table, here->table) == 0
          && shows_column (stage, step->column))
        append (text, sc_stage_get_label (stage, sc_editor_get_language (editor)));
    }
  show_list (self->also_in, text);
}

static void
show_column (ScStepPage *self, const ScStage *stage, const ScStep *step)
{
  ScEditor *editor = get_editor (self);
  const ScColumn *column = sc_editor_find_column (editor, stage->table, step->column);
  g_autofree char *source
      = sc_metadata_describe_column (sc_editor_get_metadata (editor), stage->table, step->column);
  /* The description of a group is markup; a column may have any name. */
  g_autofree char *escaped = source != NULL ? g_markup_escape_text (source, -1) : NULL;
  ScColumnType type = column != NULL
                          ? column->type
                          : (step->class_id != NULL ? sc_column_type_from_class_id (step->class_id)
                                                    : SC_COLUMN_UNKNOWN);
  const char *name = column != NULL ? sc_column_get_label (column, sc_editor_get_language (editor))
                                    : step->column;

  sc_picker_row_set_current (self->column, step->column, name != NULL ? name : _ ("None"));
  sc_fact_row_set_value (self->type, step->column != NULL && type != SC_COLUMN_UNKNOWN
                                         ? sc_column_type_get_title (type)
                                         : NULL);
  sc_fact_row_set_value (self->level, column != NULL ? describe_level (column->required) : NULL);
  show_targets (self, column);
  show_restrictions (self, column);
  show_other_uses (self, stage, step);
  gtk_widget_set_visible (self->describe,
                          column == NULL && step->column != NULL && stage->table != NULL);
  adw_preferences_group_set_description (self->column_group, escaped);
}

/* What is not in the solution is known by what the step says. */
static void
show_process (ScStepPage *self, const ScStep *step)
{
  const ScProcess *process
      = sc_run_find_process (sc_editor_get_solution (get_editor (self)), step->process_id);
  gboolean action = step->kind == SC_STEP_ACTION;
  const char *unique_name = action ? step->process_name : NULL;
  const char *name = process != NULL ? process->name : unique_name;

  if (name == NULL || *name == '\0')
    name = step->process_id != NULL ? step->name : _ ("None");
  gtk_widget_set_visible (GTK_WIDGET (self->process), step->kind != SC_STEP_DATA);
  /* The row leads to what else it could run. */
  sc_link_row_set_target (self->process, step->id, name);
  sc_fact_row_set_value (self->process_kind, sc_process_get_kind_title (
                                                 action ? step->action_type : SC_RUN_CLOUD_FLOW));
  sc_fact_row_set_value (self->process_name,
                         unique_name != NULL && *unique_name != '\0' ? unique_name : NULL);
  sc_fact_row_set_value (self->process_id, step->process_id);
}

static void
show_step (ScStepPage *self, const ScStage *stage, const ScStep *step)
{
  int language = sc_editor_get_language (get_editor (self));
  const char *label = sc_step_get_label (step, language);
  gboolean data = step->kind == SC_STEP_DATA;

  self->showing = TRUE;
  sc_text_row_set_value (self->label, label);
  gtk_switch_set_active (self->required, step->required);
  /* Dataverse offers it for data steps and flow steps only. */
  gtk_widget_set_visible (self->required_row, step->kind != SC_STEP_ACTION || step->required);
  gtk_widget_set_visible (GTK_WIDGET (self->column), data);
  show_column (self, stage, step);
  gtk_widget_set_visible (GTK_WIDGET (self->column_group),
                          data && step->column != NULL
                              && (gtk_widget_get_visible (self->describe)
                                  || gtk_widget_get_visible (GTK_WIDGET (self->type))
                                  || gtk_widget_get_visible (GTK_WIDGET (self->also_in))));
  gtk_widget_set_visible (GTK_WIDGET (self->process_group), !data);
  show_process (self, step);
  sc_labels_row_set_labels (self->labels, step->labels, language, label);
  sc_fact_row_set_value (self->id, step->id);
  self->showing = FALSE;
}

static const char *
describe_kind (int kind)
{
  if (kind == SC_STEP_ACTION)
    return _ ("Action step");
  if (kind == SC_STEP_FLOW)
    return _ ("Flow step");
  return _ ("Data step");
}

static void
sc_step_page_update (ScInspectorPage *page)
{
  ScStepPage *self = SC_STEP_PAGE (page);
  ScEditor *editor = get_editor (self);
  const ScStep *step = sc_editor_get_selected_step (editor);
  const ScStage *stage = NULL;
  g_autofree char *subtitle = NULL;
  const char *label;
  guint position = 0, stage_position = 0;

  if (step == NULL)
    return;
  sc_flow_find_step (sc_editor_get_flow (editor), step->id, &stage, &position);
  sc_flow_find_stage (sc_editor_get_flow (editor), stage->id, &stage_position);
  label = sc_step_get_label (step, sc_editor_get_language (editor));
  subtitle = g_strdup_printf (_ ("%s · stage %u, step %u of %u"), describe_kind ((int) step->kind),
                              stage_position + 1, position + 1, sc_list_length (stage->steps));
  sc_inspector_page_set_heading (page, *label != '\0' ? label : _ ("Step without a label"),
                                 subtitle);
  show_step (self, stage, step);
}

static void
sc_step_page_class_init (ScStepPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SC_INSPECTOR_PAGE_CLASS (klass)->update = sc_step_page_update;

  g_type_ensure (SC_TYPE_FACT_ROW);
  g_type_ensure (SC_TYPE_LABELS_ROW);
  g_type_ensure (SC_TYPE_LINK_ROW);
  g_type_ensure (SC_TYPE_PICKER_ROW);
  g_type_ensure (SC_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/inspector/sc-step-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ScStepPage, label);
  gtk_widget_class_bind_template_child (widget_class, ScStepPage, column);
  gtk_widget_class_bind_template_child (widget_class, ScStepPage, process);
  gtk_widget_class_bind_template_child (widget_class, ScStepPage, required_row);
  gtk_widget_class_bind_template_child (widget_class, ScStepPage, required);
  gtk_widget_class_bind_template_child (widget_class, ScStepPage, column_group);
  gtk_widget_class_bind_template_child (widget_class, ScStepPage, type);
  gtk_widget_class_bind_template_child (widget_class, ScStepPage, level);
  gtk_widget_class_bind_template_child (widget_class, ScStepPage, leads_to);
  gtk_widget_class_bind_template_child (widget_class, ScStepPage, restrictions);
  gtk_widget_class_bind_template_child (widget_class, ScStepPage, also_in);
  gtk_widget_class_bind_template_child (widget_class, ScStepPage, describe);
  gtk_widget_class_bind_template_child (widget_class, ScStepPage, process_group);
  gtk_widget_class_bind_template_child (widget_class, ScStepPage, process_kind);
  gtk_widget_class_bind_template_child (widget_class, ScStepPage, process_name);
  gtk_widget_class_bind_template_child (widget_class, ScStepPage, process_id);
  gtk_widget_class_bind_template_child (widget_class, ScStepPage, labels);
  gtk_widget_class_bind_template_child (widget_class, ScStepPage, id);
  gtk_widget_class_bind_template_callback (widget_class, label_row_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, label_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, column_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, required_cb);
  gtk_widget_class_bind_template_callback (widget_class, describe_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, process_followed_cb);
  gtk_widget_class_bind_template_callback (widget_class, uses_cb);
}

static void
sc_step_page_init (ScStepPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sc_picker_row_set_source (self->column, fill_columns, sc_column_choices_other,
                            _ ("Search, or type a logical name"), self);
}
