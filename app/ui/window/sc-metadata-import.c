/* sc-metadata-import.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-metadata-import.h"

#include <glib/gi18n-lib.h>

#include "sc-edit-metadata.h"
#include "sc-import.h"
#include "sc-message.h"

/* Milliseconds after which the person is told to wait. */
#define PATIENCE 300

typedef struct
{
  char *path;
  ScSolution *solution; /* as it was when reading began */
  ScList *tables;       /* NULL: not read yet */
  ScList *relationships;
  ScEditor *editor;
  GtkWindow *parent;
  GtkWidget *waiting; /* NULL: it is not shown */
  guint patience;     /* source id */
} Import;

/* Waits no more. */
static void
stop_waiting (Import *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  if (self->waiting != NULL)
    gtk_window_destroy (GTK_WINDOW (self->waiting));
}

/* The thread may be the last to have it, so nothing of the interface is left by then. */
static void
import_free (gpointer data)
{
  Import *self = data;

  g_free (self->path);
  sc_solution_unref (self->solution);
  sc_list_unref (self->tables);
  sc_list_unref (self->relationships);
  g_free (self);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Import *self = data;
  GError *error = NULL;

  if (sc_import_metadata (self->path, self->solution, cancellable, &self->tables,
                          &self->relationships, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
keep (Import *self)
{
  guint n = sc_list_length (self->tables);
  g_autofree char *name = g_strdup_printf (
      ngettext ("Import metadata of %u table", "Import metadata of %u tables", n), n);
  g_autofree char *done
      = g_strdup_printf (ngettext ("%u table imported", "%u tables imported", n), n);
  GError *error = NULL;
  ScSolution *after = sc_edit_metadata_import (sc_editor_get_solution (self->editor), self->tables,
                                               self->relationships, &error);

  if (sc_editor_commit (self->editor, after, error, name, NULL))
    g_signal_emit_by_name (self->editor, "told", done);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Import *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean read = g_task_propagate_boolean (G_TASK (result), &error);

  stop_waiting (self);
  if (read && sc_editor_get_solution (self->editor) != NULL)
    keep (self);
  else if (!read && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sc_message_show (self->parent, _ ("Nothing Was Imported"), error->message);
  g_clear_object (&self->editor);
  g_clear_object (&self->parent);
}

/* What is read then comes to nothing. */
static void
cancel_cb (GCancellable *reading)
{
  g_cancellable_cancel (reading);
}

static void
wait_cb (gpointer data)
{
  GTask *task = data;
  Import *self = g_task_get_task_data (task);
  GtkWidget *spinner = gtk_spinner_new ();

  self->patience = 0;
  self->waiting = adw_message_dialog_new (self->parent, _ ("Reading Metadata…"), NULL);
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_spinner_start (GTK_SPINNER (spinner));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self->waiting), spinner);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (self->waiting), "cancel", _ ("_Cancel"));
  g_signal_connect_object (self->waiting, "response", G_CALLBACK (cancel_cb),
                           g_task_get_cancellable (task), G_CONNECT_SWAPPED);
  g_object_add_weak_pointer (G_OBJECT (self->waiting), (gpointer *) &self->waiting);
  gtk_window_present (GTK_WINDOW (self->waiting));
}

void
sc_metadata_import_read (GtkWindow *parent, ScEditor *editor, const char *path)
{
  g_autoptr (GCancellable) reading = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (parent, reading, read_cb, NULL);
  Import *self = g_new0 (Import, 1);

  self->path = g_strdup (path);
  self->solution = sc_solution_ref (sc_editor_get_solution (editor));
  self->editor = g_object_ref (editor);
  self->parent = g_object_ref (parent);
  g_task_set_task_data (task, self, import_free);
  self->patience = g_timeout_add_once (PATIENCE, wait_cb, task);
  g_task_run_in_thread (task, read_in_thread);
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, ScEditor *editor)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  GtkWindow *parent = gtk_native_dialog_get_transient_for (chooser);

  if (response == GTK_RESPONSE_ACCEPT && path != NULL && parent != NULL)
    sc_metadata_import_read (parent, editor, path);
  g_object_unref (chooser);
}

void
sc_metadata_import_present (GtkWindow *parent, ScEditor *editor, GtkFileChooserAction what)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (_ ("Import Metadata"), parent, what, _ ("_Import"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), editor, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
