/* sc-process-dialog.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-process-dialog.h"

#include <glib/gi18n-lib.h>

#include "sc-id.h"
#include "sc-process-list.h"
#include "sc-process-resources.h"
#include "sc-styles.h"

/* Lists up to this length need no search field. */
#define SHORT_LIST 8

struct _ScProcessDialog
{
  AdwMessageDialog parent_instance;

  ScEditor *editor;
  ScProcessRequest *request;

  GtkEditable *search;
  GtkWidget *scroller;
  GtkListBox *list;
  GtkLabel *nothing;
  GtkWidget *hand;
  GtkWidget *kinds;
  GtkToggleButton *action;
  GtkToggleButton *real_time;
  GtkToggleButton *background;
  AdwPreferencesRow *name;
  AdwPreferencesRow *id;
  GtkLabel *complaint;
};

G_DEFINE_FINAL_TYPE (ScProcessDialog, sc_process_dialog, ADW_TYPE_MESSAGE_DIALOG)

static const ScProcess *
get_process (ScProcessDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? sc_process_list_get_process (row) : NULL;
}

static gboolean
is_by_hand (ScProcessDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL && sc_process_list_get_process (row) == NULL;
}

static char *
dup_text (AdwPreferencesRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static int
get_type (ScProcessDialog *self)
{
  if (gtk_toggle_button_get_active (self->action))
    return SC_RUN_ACTION;
  return gtk_toggle_button_get_active (self->real_time) ? SC_WORKFLOW_REAL_TIME
                                                        : SC_WORKFLOW_BACKGROUND;
}

static gboolean
is_action_by_hand (ScProcessDialog *self)
{
  return self->request->runner == SC_RUNNER_ACTION_STEP && get_type (self) == SC_RUN_ACTION;
}

typedef ScSolution *(*RunFunc) (ScProcessDialog *self, const ScRun *run, GError **error);

/* Calls func with what is chosen; NULL when nothing is. */
static ScSolution *
with_choice (ScProcessDialog *self, RunFunc func, GError **error)
{
  const ScProcess *process = get_process (self);
  g_autofree char *name = dup_text (self->name);
  g_autofree char *id = dup_text (self->id);
  ScRun run = { .id = process != NULL ? process->id : id, .name = name, .type = get_type (self) };

  if (process == NULL && (!is_by_hand (self) || *name == '\0' || *id == '\0'))
    return NULL;
  if (is_action_by_hand (self))
    run.unique_name = name;
  return func (self, &run, error);
}

static ScSolution *
try_run (ScProcessDialog *self, const ScRun *run, GError **error)
{
  return sc_process_request_try (self->request, self->editor, run, error);
}

static ScSolution *
grant_run (ScProcessDialog *self, const ScRun *run, GError **error)
{
  sc_process_request_grant (self->request, self->editor, run);
  return NULL;
}

/* What is not said yet needs no words; what else is wrong, the edit says. */
static void
changed_cb (ScProcessDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScSolution) after = NULL;

  if (self->request == NULL)
    return;
  gtk_widget_set_visible (self->hand, is_by_hand (self));
  adw_preferences_row_set_title (self->name,
                                 is_action_by_hand (self) ? _ ("Unique name") : _ ("Name"));
  after = with_choice (self, try_run, &error);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "accept", after != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), error != NULL);
  if (error != NULL)
    gtk_label_set_text (self->complaint, error->message);
}

static void
accept_cb (ScProcessDialog *self)
{
  with_choice (self, grant_run, NULL);
}

static void
row_activated_cb (ScProcessDialog *self, GtkListBoxRow *row)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);

  if (sc_process_list_get_process (row) == NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->name));
      return;
    }
  if (!adw_message_dialog_get_response_enabled (dialog, "accept"))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  accept_cb (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
filter_row (GtkListBoxRow *row, gpointer data)
{
  ScProcessDialog *self = data;

  return sc_process_list_matches (row, gtk_editable_get_text (self->search));
}

static void
search_changed_cb (ScProcessDialog *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

static void
sc_process_dialog_dispose (GObject *object)
{
  ScProcessDialog *self = SC_PROCESS_DIALOG (object);

  g_clear_object (&self->editor);
  g_clear_pointer (&self->request, sc_process_request_free);

  G_OBJECT_CLASS (sc_process_dialog_parent_class)->dispose (object);
}

static void
sc_process_dialog_class_init (ScProcessDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_process_dialog_dispose;

  g_resources_register (sc_process_get_resource ());
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/process/sc-process-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScProcessDialog, search);
  gtk_widget_class_bind_template_child (widget_class, ScProcessDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, ScProcessDialog, list);
  gtk_widget_class_bind_template_child (widget_class, ScProcessDialog, nothing);
  gtk_widget_class_bind_template_child (widget_class, ScProcessDialog, hand);
  gtk_widget_class_bind_template_child (widget_class, ScProcessDialog, kinds);
  gtk_widget_class_bind_template_child (widget_class, ScProcessDialog, action);
  gtk_widget_class_bind_template_child (widget_class, ScProcessDialog, real_time);
  gtk_widget_class_bind_template_child (widget_class, ScProcessDialog, background);
  gtk_widget_class_bind_template_child (widget_class, ScProcessDialog, name);
  gtk_widget_class_bind_template_child (widget_class, ScProcessDialog, id);
  gtk_widget_class_bind_template_child (widget_class, ScProcessDialog, complaint);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
sc_process_dialog_init (ScProcessDialog *self)
{
  sc_styles_add ("/org/stagecraft/Stagecraft/process/process.css");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_row, self, NULL);
}

static void
set_type (ScProcessDialog *self, int type)
{
  gtk_toggle_button_set_active (type == SC_RUN_ACTION           ? self->action
                                : type == SC_WORKFLOW_REAL_TIME ? self->real_time
                                                                : self->background,
                                TRUE);
}

static void
offer_kinds (ScProcessDialog *self)
{
  gboolean action = self->request->runner == SC_RUNNER_ACTION_STEP;

  gtk_widget_set_visible (GTK_WIDGET (self->action), action);
  gtk_widget_set_visible (self->kinds, self->request->runner != SC_RUNNER_FLOW_STEP);
  set_type (self, action ? SC_RUN_ACTION : SC_WORKFLOW_REAL_TIME);
}

/* Shows one that the solution does not have. */
static void
fill_hand (ScProcessDialog *self, const ScRun *run)
{
  gboolean action = self->request->runner == SC_RUNNER_ACTION_STEP && run->type == SC_RUN_ACTION;
  const char *name = action ? run->unique_name : run->name;

  set_type (self, run->type);
  gtk_editable_set_text (GTK_EDITABLE (self->name), name != NULL ? name : "");
  gtk_editable_set_text (GTK_EDITABLE (self->id), run->id != NULL ? run->id : "");
}

/* What is run now, else the first that can be; by hand where the solution has none. */
static void
select_first (ScProcessDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);
  const ScProcess *process = sc_process_list_get_process (row);
  ScRun run;

  if (sc_process_request_get_current (self->request, self->editor, &run))
    {
      for (int i = 0; process != NULL && !sc_id_equal (process->id, run.id); i++)
        {
          row = gtk_list_box_get_row_at_index (self->list, i);
          process = sc_process_list_get_process (row);
        }
      if (process == NULL)
        fill_hand (self, &run);
    }
  gtk_list_box_select_row (self->list, row);
}

void
sc_process_dialog_present (GtkWindow *parent, ScEditor *editor, ScProcessRequest *request)
{
  ScProcessDialog *self;
  g_autofree char *body = NULL;
  guint n;

  if (request == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (parent));
      return;
    }
  self = g_object_new (SC_TYPE_PROCESS_DIALOG, "transient-for", parent, NULL);
  self->editor = g_object_ref (editor);
  self->request = request;
  body = sc_process_request_dup_body (request, editor);
  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (self),
                                  sc_process_request_get_heading (request));
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self), body);
  if (request->part != NULL)
    adw_message_dialog_set_response_label (ADW_MESSAGE_DIALOG (self), "accept", _ ("_Change"));
  n = sc_process_list_fill (self->list, editor, request);
  gtk_widget_set_visible (GTK_WIDGET (self->search), n > SHORT_LIST);
  gtk_widget_set_visible (self->scroller, n > 0);
  gtk_label_set_text (self->nothing, sc_process_request_get_nothing (request));
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), n == 0);
  offer_kinds (self);
  select_first (self);
  changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  if (n == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->name));
  else if (n > SHORT_LIST)
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
  else
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->list)));
}
