/* sc-delete-dialog.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-delete-dialog.h"

#include <glib/gi18n-lib.h>

#include "sc-edit-flow.h"
#include "sc-plain-row.h"
#include "sc-removal.h"
#include "sc-use-list.h"

struct _ScDeleteDialog
{
  AdwMessageDialog parent_instance;

  ScEditor *editor;
  char *flow;
  ScQuestion *question; /* NULL: it is about the flow */

  GtkBox *content;
  GtkListBox *kinds;
  GtkWidget *loss;
  GtkLabel *loss_text;
};

G_DEFINE_FINAL_TYPE (ScDeleteDialog, sc_delete_dialog, ADW_TYPE_MESSAGE_DIALOG)

/* More names than anybody reads would only make the dialog slow. */
#define MAX_NAMES 200

static void
delete_flow (ScDeleteDialog *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  const ScFlow *flow = sc_solution_find_flow (solution, self->flow, NULL);
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;

  name = g_strdup_printf (
      _ ("Delete Flow “%s”"),
      flow != NULL ? sc_flow_get_label (flow, sc_editor_get_language (self->editor)) : "");
  after = sc_edit_flow_delete (solution, self->flow, &error);
  sc_editor_commit (self->editor, after, error, name, NULL);
}

static void
delete_cb (ScDeleteDialog *self)
{
  if (self->question != NULL)
    sc_question_agree (self->question, FALSE);
  else
    delete_flow (self);
}

static void
also_cb (ScDeleteDialog *self)
{
  sc_question_agree (self->question, TRUE);
}

static void
sc_delete_dialog_dispose (GObject *object)
{
  ScDeleteDialog *self = SC_DELETE_DIALOG (object);

  g_clear_object (&self->editor);
  g_clear_object (&self->question);
  g_clear_pointer (&self->flow, g_free);

  G_OBJECT_CLASS (sc_delete_dialog_parent_class)->dispose (object);
}

static void
sc_delete_dialog_class_init (ScDeleteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_delete_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/window/sc-delete-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScDeleteDialog, content);
  gtk_widget_class_bind_template_child (widget_class, ScDeleteDialog, kinds);
  gtk_widget_class_bind_template_child (widget_class, ScDeleteDialog, loss);
  gtk_widget_class_bind_template_child (widget_class, ScDeleteDialog, loss_text);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, also_cb);
}

static void
sc_delete_dialog_init (ScDeleteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* It says something, but there is nothing to do with it. */
static GtkWidget *
new_still_row (const char *title, const char *subtitle)
{
  GtkWidget *row = sc_plain_row_new (ADW_TYPE_ACTION_ROW, title, subtitle);

  gtk_widget_set_focusable (row, FALSE);
  return row;
}

/* One kind: how many, and on request which. */
static GtkWidget *
new_kind_row (const char *title, GPtrArray *names)
{
  GtkWidget *row;

  if (names->len == 1)
    return new_still_row (title, g_ptr_array_index (names, 0));
  row = sc_plain_row_new (ADW_TYPE_EXPANDER_ROW, title, NULL);
  for (guint i = 0; i < MIN (names->len, MAX_NAMES); i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              new_still_row (g_ptr_array_index (names, i), NULL));
  if (names->len > MAX_NAMES)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_still_row ("…", NULL));
  return row;
}

static char *
describe_flow (const ScFlow *flow)
{
  guint n_stages = sc_list_length (flow->stages);
  guint n_steps = sc_flow_count_steps (flow);
  g_autofree char *stages
      = g_strdup_printf (ngettext ("%u stage", "%u stages", n_stages), n_stages);
  g_autofree char *steps = g_strdup_printf (ngettext ("%u step", "%u steps", n_steps), n_steps);

  /* TRANSLATORS: “3 stages” and “12 steps”. */
  return g_strdup_printf (_ ("With %s and %s"), stages, steps);
}

static void
show_kinds (ScDeleteDialog *self, const ScFlow *flow, const ScRemoval *removal)
{
  g_autofree char *details = describe_flow (flow);

  for (guint i = 0; i < SC_N_REMOVED; i++)
    {
      g_autofree char *count = sc_removal_count (removal, (ScRemovedKind) i);

      if (i == SC_REMOVED_FLOWS)
        gtk_list_box_append (self->kinds, new_still_row (count, details));
      else if (count != NULL)
        gtk_list_box_append (self->kinds, new_kind_row (count, removal->names[i]));
    }
}

static void
show_loss (ScDeleteDialog *self, const ScFlow *flow)
{
  gboolean named = flow->unique_name != NULL && *flow->unique_name != '\0';
  g_autofree char *text = NULL;

  if (named)
    /* TRANSLATORS: %s is the logical name of a table. */
    text = g_strdup_printf (
        _ ("An import does not delete "
           "anything from an environment by itself; delete the flow there, too. Then the rows of "
           "its table %s go, and with them how far each record had come."),
        flow->unique_name);
  else
    text = g_strdup (_ ("An import does not delete anything from an environment by itself; delete "
                        "the flow there, too. Then it is lost how far each record had come."));
  gtk_label_set_text (self->loss_text, text);
}

void
sc_delete_dialog_present (GtkWindow *parent, ScEditor *editor, const char *flow)
{
  const ScSolution *solution = sc_editor_get_solution (editor);
  const ScFlow *present = sc_solution_find_flow (solution, flow, NULL);
  g_autoptr (ScSolution) after = sc_edit_flow_delete (solution, flow, NULL);
  g_autoptr (ScRemoval) removal = NULL;
  g_autofree char *heading = NULL;
  ScDeleteDialog *self;

  if (present == NULL || after == NULL)
    return;
  self = g_object_new (SC_TYPE_DELETE_DIALOG, "transient-for", parent, NULL);
  self->editor = g_object_ref (editor);
  self->flow = g_strdup (flow);
  removal = sc_removal_find (solution, after);
  heading = g_strdup_printf (_ ("Delete “%s”?"),
                             sc_flow_get_label (present, sc_editor_get_language (editor)));
  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (self), heading);
  show_kinds (self, present, removal);
  show_loss (self, present);
  gtk_window_present (GTK_WINDOW (self));
}

static gboolean
leaves_clauses (const ScList *uses)
{
  sc_list_foreach (uses, const ScUse *, use)
    {
      if (use->kind == SC_USE_CLAUSE)
        return TRUE;
    }
  return FALSE;
}

/* What the person may not think of; NULL when there is nothing. */
static char *
describe_loss (ScQuestion *question)
{
  const char *text;

  if (sc_question_takes_stages (question))
    return g_strdup (_ ("Records that are in this stage lose it when the flow is imported; a new "
                        "stage is another one, even with the same name."));
  if (sc_question_takes_descriptions (question))
    return g_strdup (_ ("What uses it stays as it is. Only what Stagecraft knows about it goes; "
                        "nothing is deleted from Dataverse."));
  if (!leaves_clauses (sc_question_get_uses (question)))
    return NULL;
  text = _ ("A condition may only ask for steps of the stage before it. Until it is changed, the "
            "flow cannot be activated.");
  if (sc_question_get_also (question) != SC_ALSO_CONDITION)
    return g_strdup (text);
  return g_strdup_printf (
      "%s %s", text, _ ("If it goes too, the stages of its branches stay, one after the other."));
}

static void
label_responses (AdwMessageDialog *dialog, ScQuestion *question)
{
  gboolean deletes = sc_question_get_proposal (question) == SC_PROPOSE_DELETE;
  ScAlso also = sc_question_get_also (question);
  const char *label = NULL;

  adw_message_dialog_set_response_label (dialog, "delete",
                                         deletes ? _ ("_Delete Anyway") : _ ("_Change Anyway"));
  if (also == SC_ALSO_CONDITION)
    label
        = deletes ? _ ("Delete, and the C_ondition Too") : _ ("Change, and Delete the C_ondition");
  else if (also == SC_ALSO_CLAUSES)
    label = deletes ? _ ("Delete, and Its C_lauses Too") : _ ("Change, and Delete the C_lauses");
  if (label == NULL)
    return;
  adw_message_dialog_add_response (dialog, "also", label);
  adw_message_dialog_set_response_appearance (dialog, "also", ADW_RESPONSE_DESTRUCTIVE);
}

void
sc_delete_dialog_present_question (GtkWindow *parent, ScQuestion *question)
{
  ScDeleteDialog *self = g_object_new (SC_TYPE_DELETE_DIALOG, "transient-for", parent, NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);
  const ScList *uses = sc_question_get_uses (question);
  guint n = sc_list_length (uses);
  g_autofree char *loss = describe_loss (question);
  /* TRANSLATORS: %s is the name of an edit, such as “Delete step “Budget””. */
  g_autofree char *heading = g_strdup_printf (_ ("%s?"), sc_question_get_name (question));
  g_autofree char *body = g_strdup_printf (
      ngettext ("This is used in %u place:", "This is used in %u places:", n), n);

  self->editor = g_object_ref (sc_question_get_editor (question));
  self->question = g_object_ref (question);
  adw_message_dialog_set_heading (dialog, heading);
  adw_message_dialog_set_body (dialog, body);
  label_responses (dialog, question);
  gtk_box_remove (self->content, GTK_WIDGET (self->kinds));
  gtk_box_prepend (self->content, sc_use_list_new (self->editor, uses));
  gtk_widget_set_visible (self->loss, loss != NULL);
  if (loss != NULL)
    gtk_label_set_text (self->loss_text, loss);
  gtk_window_present (GTK_WINDOW (self));
}
