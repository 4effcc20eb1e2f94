/* sc-window-open.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-window-private.h"

#include <glib/gi18n-lib.h>

#include "sc-definition.h"
#include "sc-file.h"
#include "sc-message.h"
#include "sc-recent.h"

/* Milliseconds that a window waits for its document before it shows itself without. */
#define PATIENCE 250

#define SAMPLE "/org/stagecraft/Stagecraft/samples/contoso-sales.stagecraft"

/* Values are immutable and counted, so a worker may read while the window goes on. */
static void
read_in_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  ScStorage *storage = sc_storage_open (path, &error);

  if (storage != NULL)
    g_task_return_pointer (task, storage, (GDestroyNotify) sc_storage_unref);
  else
    g_task_return_error (task, error);
}

static void
toast_notes (ScWindow *self, const ScStorage *storage)
{
  guint n = g_strv_length ((char **) sc_storage_get_notes (storage));
  g_autofree char *message
      = g_strdup_printf (ngettext ("Opened, with %u note", "Opened, with %u notes", n), n);

  if (n > 0)
    sc_window_toast (self, message, _ ("_Show"), "win.show-notes");
}

static void
show_open_error (ScWindow *self, const GError *error)
{
  sc_window_show_welcome (self);
  gtk_window_present (GTK_WINDOW (self));
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sc_message_show (GTK_WINDOW (self), _ ("Nothing Was Opened"), error->message);
}

static void
stop_opening (ScWindow *self)
{
  g_clear_pointer (&self->opening, g_free);
  g_clear_object (&self->reading);
  g_clear_handle_id (&self->patience, g_source_remove);
  sc_window_update_actions (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ScWindow *self = SC_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStorage) storage = g_task_propagate_pointer (G_TASK (result), &error);
  const char *path = g_task_get_task_data (G_TASK (result));

  /* Closed meanwhile, or something else is shown. */
  if (g_task_get_cancellable (G_TASK (result)) != self->reading)
    return;

  stop_opening (self);
  if (storage == NULL)
    {
      show_open_error (self, error);
    }
  else
    {
      g_autoptr (ScDocument) document = sc_document_new_for_storage (storage);

      sc_window_show_document (self, document);
      gtk_window_present (GTK_WINDOW (self));
      sc_recent_add (path);
      toast_notes (self, storage);
    }
}

static gboolean
patience_cb (gpointer user_data)
{
  ScWindow *self = user_data;

  self->patience = 0;
  sc_window_show_opening (self, self->opening);
  gtk_window_present (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

static void
read_path (ScWindow *self, const char *path)
{
  g_autoptr (GTask) task = NULL;

  self->opening = g_strdup (path);
  self->reading = g_cancellable_new ();
  self->patience = g_timeout_add (PATIENCE, patience_cb, self);
  sc_window_update_actions (self);

  task = g_task_new (self, self->reading, read_cb, NULL);
  g_task_set_source_tag (task, read_path);
  g_task_set_task_data (task, g_strdup (path), g_free);
  /* Reading itself cannot be stopped half-way; cancelling lets go of it. */
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, read_in_thread);
}

/* One file has one window, by whatever name: two documents would save over each other. */
static ScWindow *
find_window_of (GtkApplication *application, const char *path)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      const char *open = SC_IS_WINDOW (l->data) ? sc_window_get_path (l->data) : NULL;

      if (open != NULL && (g_str_equal (open, path) || sc_file_is_same (open, path)))
        return l->data;
    }
  return NULL;
}

ScDocument *
sc_window_find_document (ScWindow *self, const char *path)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  ScWindow *window = path != NULL ? find_window_of (application, path) : NULL;

  return window != NULL && window->editor != NULL ? sc_editor_get_document (window->editor) : NULL;
}

ScWindow *
sc_window_take_opening (ScWindow *self, const char *path)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  ScWindow *window = path != NULL ? find_window_of (application, path) : NULL;

  if (window == NULL || window->opening == NULL)
    return NULL;
  g_cancellable_cancel (window->reading);
  stop_opening (window);
  return window;
}

void
sc_window_open_path (ScWindow *self, const char *path)
{
  GtkApplication *application;
  g_autofree char *absolute = NULL;
  ScWindow *present;

  g_return_if_fail (SC_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  application = gtk_window_get_application (GTK_WINDOW (self));
  absolute = g_canonicalize_filename (path, NULL);
  present = find_window_of (application, absolute);
  if (present != NULL)
    {
      g_debug ("shown-again");
      gtk_window_present (GTK_WINDOW (present));
      return;
    }
  read_path (sc_window_is_vacant (self) ? self : sc_window_new (application), absolute);
}

void
sc_window_open_sample (ScWindow *self)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (SAMPLE, 0, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScSolution) solution = NULL;
  g_autoptr (ScDocument) document = NULL;

  solution = sc_definition_read (bytes, "contoso-sales.stagecraft", &error);
  if (solution == NULL)
    {
      sc_message_show (GTK_WINDOW (self), _ ("The Sample Was Not Opened"), error->message);
      return;
    }

  /* A copy without a file: trying things out must not change the sample. */
  document = sc_document_new_from (solution);
  sc_window_show_new_document (self, document);
}

static void
chooser_response_cb (ScWindow *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL)
    sc_window_open_path (self, path);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
choose (ScWindow *self, const char *title, GtkFileChooserAction action)
{
  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, _ ("_Open"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_response_cb), self,
                           G_CONNECT_SWAPPED);
}

void
sc_window_choose_file (ScWindow *self)
{
  static const char *const all[] = { "stagecraft", "xaml", "zip", NULL };
  static const char *const definitions[] = { "stagecraft", NULL };
  static const char *const flows[] = { "xaml", NULL };
  static const char *const packages[] = { "zip", NULL };

  choose (self, _ ("Open"), GTK_FILE_CHOOSER_ACTION_OPEN);
  add_filter (GTK_FILE_CHOOSER (self->chooser), _ ("All That Can Be Opened"), all);
  add_filter (GTK_FILE_CHOOSER (self->chooser), _ ("Stagecraft Solutions"), definitions);
  add_filter (GTK_FILE_CHOOSER (self->chooser), _ ("Flows (.xaml)"), flows);
  add_filter (GTK_FILE_CHOOSER (self->chooser), _ ("Solution Packages (.zip)"), packages);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

void
sc_window_choose_folder (ScWindow *self)
{
  choose (self, _ ("Open Solution Folder"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static gboolean
drop_cb (ScWindow *self, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  gboolean accepted = FALSE;

  for (GSList *l = files; l != NULL; l = l->next)
    {
      g_autofree char *path = g_file_get_path (l->data);

      if (path != NULL)
        {
          sc_window_open_path (self, path);
          accepted = TRUE;
        }
    }
  return accepted;
}

void
sc_window_accept_drops (ScWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
sc_window_show_notes (ScWindow *self)
{
  const ScStorage *storage = sc_document_get_storage (sc_editor_get_document (self->editor));
  g_autofree char *text = NULL;

  if (storage == NULL)
    return;

  text = g_strjoinv ("\n\n", (char **) sc_storage_get_notes (storage));
  sc_message_show (GTK_WINDOW (self), _ ("Notes on This File"), text);
}
