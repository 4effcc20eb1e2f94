/* sc-review-dialog.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-review-dialog.h"

#include <glib/gi18n-lib.h>

#include "sc-diff.h"
#include "sc-review-list.h"

/* Milliseconds after what is shown has changed in which nothing can be chosen: a click may be on
 * its way that is about what was there before. */
#define GUARD_MS 1000

struct _ScReviewDialog
{
  AdwWindow parent_instance;

  ScDocument *document;
  ScDisk *disk; /* what is shown; NULL: there is nothing to decide */
  ScReviewDone done;
  ScReviewOutcome chosen; /* about disk, while the file is looked at once more */
  GCancellable *looking;
  gboolean again; /* it has changed while it was shown */
  guint guard;    /* source id: nothing can be chosen yet */

  GtkLabel *explanation;
  GtkWidget *notes;
  GtkLabel *notes_text;
  GtkWidget *theirs;
  GtkListBox *their_rows;
  GtkWidget *mine;
  GtkListBox *my_rows;
  GtkWidget *decision;
  GtkLabel *consequence;
  GtkWidget *keep;
  GtkWidget *take;
  GtkWidget *merge;
};

G_DEFINE_FINAL_TYPE (ScReviewDialog, sc_review_dialog, ADW_TYPE_WINDOW)

static void
finish (ScReviewDialog *self, ScReviewOutcome outcome, guint n_conflicts)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  ScReviewDone done = g_steal_pointer (&self->done);

  if (done == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->document, self);
  gtk_window_destroy (GTK_WINDOW (self));
  done (parent, outcome, n_conflicts);
}

static gboolean
sc_review_dialog_close_request (GtkWindow *window)
{
  finish (SC_REVIEW_DIALOG (window), SC_REVIEW_LATER, 0);
  return GDK_EVENT_STOP;
}

static void
explain (ScReviewDialog *self)
{
  g_autofree char *place = sc_document_dup_place (self->document);
  g_autofree char *text = NULL;

  if (self->disk != NULL && self->again)
    text = g_strdup_printf (_ ("“%s” was changed by another program, and changed again just now. "
                               "This is how it differs now."),
                            place);
  else if (self->disk != NULL)
    text = g_strdup_printf (_ ("“%s” was changed by another program."), place);
  else
    text = g_strdup_printf (_ ("“%s” is as you opened or saved it last."), place);
  gtk_label_set_text (self->explanation, text);
}

static void
show_notes (ScReviewDialog *self)
{
  g_autofree char *all
      = self->disk != NULL ? g_strjoinv ("\n", (GStrv) self->disk->notes) : g_strdup ("");
  g_autofree char *text = g_strdup_printf (
      _ ("Not all of it can be read, and taking theirs leaves that out: %s"), all);

  gtk_label_set_text (self->notes_text, text);
  gtk_widget_set_visible (self->notes, *all != '\0');
}

/* What the buttons do, as far as their names do not say it. */
static void
show_consequence (ScReviewDialog *self, gboolean modified, guint n_conflicts)
{
  g_autofree char *text = NULL;

  if (!modified)
    text = g_strdup (_ ("Keeping yours writes over these changes when you save."));
  else if (n_conflicts == 0)
    text = g_strdup (_ ("Merging keeps what both of you did: nothing conflicts."));
  else
    text = g_strdup_printf (
        ngettext (
            "Merging keeps what both of you did. There is %u conflict, in which yours counts.",
            "Merging keeps what both of you did. There are %u conflicts, in which yours "
            "counts.",
            n_conflicts),
        n_conflicts);
  gtk_label_set_text (self->consequence, text);
}

static void
suggest (ScReviewDialog *self, GtkWidget *button)
{
  GtkWidget *const buttons[] = { self->keep, self->take, self->merge };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      if (buttons[i] == button)
        gtk_widget_add_css_class (buttons[i], "suggested-action");
      else
        gtk_widget_remove_css_class (buttons[i], "suggested-action");
    }
  gtk_window_set_default_widget (GTK_WINDOW (self), button);
}

static void
show_decision (ScReviewDialog *self, gboolean modified, const ScList *conflicts)
{
  show_consequence (self, modified, sc_list_length (conflicts));
  gtk_widget_set_visible (self->merge, modified);
  suggest (self, modified ? self->merge : self->take);
}

static void
show (ScReviewDialog *self)
{
  const ScSolution *mine = sc_document_get_solution (self->document);
  const gboolean modified = sc_document_is_modified (self->document);
  g_autoptr (ScList) unsaved = sc_diff (sc_document_get_saved (self->document), mine);
  g_autoptr (ScList) conflicts = NULL;
  g_autoptr (ScSolution) merged = NULL;

  if (self->disk != NULL && modified)
    merged = sc_document_try_merge (self->document, self->disk, &conflicts);
  explain (self);
  show_notes (self);
  gtk_widget_set_visible (self->theirs, self->disk != NULL);
  gtk_widget_set_visible (self->mine, modified);
  gtk_widget_set_visible (self->decision, self->disk != NULL);
  sc_review_list_fill (self->their_rows, self->disk != NULL ? self->disk->differences : NULL,
                       conflicts);
  sc_review_list_fill (self->my_rows, unsaved, NULL);
  if (self->disk != NULL)
    show_decision (self, modified, conflicts);
}

static void
update_busy (ScReviewDialog *self)
{
  GtkWidget *const buttons[] = { self->keep, self->take, self->merge };

  /* Each one: accessibility does not tell what comes from above. */
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_widget_set_sensitive (buttons[i], self->looking == NULL && self->guard == 0);
}

static gboolean
guard_cb (gpointer data)
{
  ScReviewDialog *self = data;

  self->guard = 0;
  update_busy (self);
  return G_SOURCE_REMOVE;
}

/* Of what was shown until now nothing can be chosen any more. */
static void
disk_changed_cb (ScReviewDialog *self)
{
  const ScDisk *disk = sc_document_get_disk (self->document);

  if (disk == NULL || disk->state != SC_DISK_CHANGED)
    {
      finish (self, disk == NULL ? SC_REVIEW_SETTLED : SC_REVIEW_LATER, 0);
      return;
    }
  g_clear_pointer (&self->disk, sc_disk_unref);
  self->disk = sc_disk_ref (disk);
  self->chosen = SC_REVIEW_LATER;
  self->again = TRUE;
  show (self);
  g_clear_handle_id (&self->guard, g_source_remove);
  self->guard = g_timeout_add (GUARD_MS, guard_cb, self);
  update_busy (self);
  g_debug ("review again");
}

/* What is there is what is shown. */
static void
apply (ScReviewDialog *self)
{
  g_autoptr (ScList) conflicts = NULL;
  gboolean done;

  g_signal_handlers_disconnect_by_data (self->document, self);
  if (self->chosen == SC_REVIEW_KEPT)
    done = sc_document_keep_mine (self->document, self->disk);
  else if (self->chosen == SC_REVIEW_TAKEN)
    done = sc_document_take_theirs (self->document, self->disk);
  else
    done = sc_document_merge (self->document, self->disk, &conflicts);
  finish (self, done ? self->chosen : SC_REVIEW_LATER, sc_list_length (conflicts));
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ScReviewDialog *self = data;

  /* The dialog has gone. */
  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;
  g_clear_object (&self->looking);
  update_busy (self);
  if (self->chosen != SC_REVIEW_LATER)
    apply (self);
}

static void
choose (ScReviewDialog *self, ScReviewOutcome choice)
{
  if (self->looking != NULL || self->guard != 0 || self->disk == NULL)
    return;
  self->chosen = choice;
  self->looking = g_cancellable_new ();
  update_busy (self);
  sc_document_look_async (self->document, self->looking, looked_cb, self);
}

static void
keep_cb (ScReviewDialog *self)
{
  choose (self, SC_REVIEW_KEPT);
}

static void
take_cb (ScReviewDialog *self)
{
  choose (self, SC_REVIEW_TAKEN);
}

static void
merge_cb (ScReviewDialog *self)
{
  choose (self, SC_REVIEW_MERGED);
}

static void
sc_review_dialog_dispose (GObject *object)
{
  ScReviewDialog *self = SC_REVIEW_DIALOG (object);

  g_clear_handle_id (&self->guard, g_source_remove);
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_pointer (&self->disk, sc_disk_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (sc_review_dialog_parent_class)->dispose (object);
}

static void
sc_review_dialog_class_init (ScReviewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_review_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = sc_review_dialog_close_request;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/window/sc-review-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScReviewDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, ScReviewDialog, notes);
  gtk_widget_class_bind_template_child (widget_class, ScReviewDialog, notes_text);
  gtk_widget_class_bind_template_child (widget_class, ScReviewDialog, theirs);
  gtk_widget_class_bind_template_child (widget_class, ScReviewDialog, their_rows);
  gtk_widget_class_bind_template_child (widget_class, ScReviewDialog, mine);
  gtk_widget_class_bind_template_child (widget_class, ScReviewDialog, my_rows);
  gtk_widget_class_bind_template_child (widget_class, ScReviewDialog, decision);
  gtk_widget_class_bind_template_child (widget_class, ScReviewDialog, consequence);
  gtk_widget_class_bind_template_child (widget_class, ScReviewDialog, keep);
  gtk_widget_class_bind_template_child (widget_class, ScReviewDialog, take);
  gtk_widget_class_bind_template_child (widget_class, ScReviewDialog, merge);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
  gtk_widget_class_bind_template_callback (widget_class, merge_cb);
}

static void
sc_review_dialog_init (ScReviewDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sc_review_dialog_present (GtkWindow *parent, ScEditor *editor, ScReviewDone done)
{
  ScReviewDialog *self = g_object_new (SC_TYPE_REVIEW_DIALOG, "transient-for", parent, NULL);
  const ScDisk *disk;

  self->document = g_object_ref (sc_editor_get_document (editor));
  self->done = done;
  disk = sc_document_get_disk (self->document);
  self->disk = disk != NULL ? sc_disk_ref (disk) : NULL;
  show (self);
  g_signal_connect_object (self->document, "disk-changed", G_CALLBACK (disk_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
  /* Not before: GTK 4.8 would not know any more that this is a window, and tell it to nobody. */
  if (self->disk != NULL)
    gtk_widget_grab_focus (gtk_window_get_default_widget (GTK_WINDOW (self)));
  g_debug ("review");
}
