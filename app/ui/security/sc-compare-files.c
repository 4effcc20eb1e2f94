/* sc-compare-files.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-compare-private.h"

#include <glib/gi18n-lib.h>

#include "sc-file.h"
#include "sc-message.h"
#include "sc-storage.h"

/* What the comparison reads and writes. Another package is read by a worker, for it may be large.
 */

static void
read_in_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (ScStorage) storage = sc_storage_open (path, &error);

  if (storage == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, sc_solution_ref (sc_storage_get_solution (storage)),
                           (GDestroyNotify) sc_solution_unref);
}

static void
show_reading (ScCompareWindow *self, gboolean reading)
{
  gtk_widget_set_visible (self->spinner, reading);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.open", !reading);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.open-folder", !reading);
}

/* Takes over other. */
static void
take_other (ScCompareWindow *self, ScSolution *other, const char *name)
{
  g_autofree char *same = NULL;

  sc_compare_source_set_other (&self->source, other, name);
  same = sc_compare_source_find_same (&self->source, self->keys[SC_COMPARE_LEFT]);
  sc_compare_window_choose (self, SC_COMPARE_RIGHT, g_steal_pointer (&same));
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  ScCompareWindow *self = SC_COMPARE_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScSolution) other = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *name = g_path_get_basename (g_task_get_task_data (G_TASK (result)));
  g_autofree char *text = NULL;

  g_clear_object (&self->reading);
  /* Closed meanwhile. */
  if (self->editor == NULL)
    return;
  show_reading (self, FALSE);
  if (other == NULL)
    {
      sc_message_show (GTK_WINDOW (self), _ ("Nothing Was Opened"), error->message);
      return;
    }
  if (other->roles == NULL)
    {
      text = g_strdup_printf (_ ("“%s” has no roles. Choose a package that was exported with the "
                                 "roles in it."),
                              name);
      sc_message_show (GTK_WINDOW (self), _ ("Nothing to Compare With"), text);
      return;
    }
  take_other (self, g_steal_pointer (&other), name);
}

void
sc_compare_window_open_other (ScCompareWindow *self, const char *path)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SC_IS_COMPARE_WINDOW (self) && self->reading == NULL);

  self->reading = g_cancellable_new ();
  show_reading (self, TRUE);
  task = g_task_new (self, self->reading, read_cb, NULL);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, read_in_thread);
}

static void
package_chosen_cb (ScCompareWindow *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL && self->reading == NULL)
    sc_compare_window_open_other (self, path);
}

/* Shows it; handler gets the answer. */
static void
show_chooser (ScCompareWindow *self, GtkFileChooserNative *chooser, GCallback handler)
{
  self->chooser = chooser;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", handler, self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
add_filter (GtkFileChooserNative *chooser, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

void
sc_compare_window_choose_package (ScCompareWindow *self, GtkFileChooserAction what)
{
  static const char *const packages[] = { "zip", "stagecraft", NULL };
  GtkFileChooserNative *chooser;

  if (self->chooser != NULL || self->reading != NULL)
    return;
  chooser = gtk_file_chooser_native_new (_ ("Compare with a Role of Another Package"),
                                         GTK_WINDOW (self), what, _ ("_Open"), NULL);
  if (what == GTK_FILE_CHOOSER_ACTION_OPEN)
    add_filter (chooser, _ ("Packages and Stagecraft Solutions"), packages);
  show_chooser (self, chooser, G_CALLBACK (package_chosen_cb));
}

char *
sc_compare_window_write (ScCompareWindow *self, gboolean markdown)
{
  g_autoptr (ScList) shown = sc_compare_table_list_shown (self->table);
  g_autofree char *left = sc_compare_source_dup_title (&self->source, self->keys[SC_COMPARE_LEFT]);
  g_autofree char *right
      = sc_compare_source_dup_title (&self->source, self->keys[SC_COMPARE_RIGHT]);

  return markdown ? sc_access_compare_write_markdown (shown, left, right)
                  : sc_access_compare_write_csv (shown, left, right);
}

gboolean
sc_compare_window_export (ScCompareWindow *self, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  g_return_val_if_fail (SC_IS_COMPARE_WINDOW (self), FALSE);

  text = sc_compare_window_write (self, g_str_has_suffix (path, ".md"));
  bytes = g_bytes_new_take (text, strlen (text));
  return sc_file_write (path, bytes, error);
}

static void
export_chosen_cb (ScCompareWindow *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL && !sc_compare_window_export (self, path, &error))
    sc_message_show (GTK_WINDOW (self), _ ("Nothing Was Exported"), error->message);
}

/* The ending that the person gives the name says the format. */
void
sc_compare_window_choose_export (ScCompareWindow *self)
{
  static const char *const csv[] = { "csv", NULL };
  static const char *const markdown[] = { "md", NULL };
  g_autofree char *left = sc_compare_source_dup_title (&self->source, self->keys[SC_COMPARE_LEFT]);
  g_autofree char *right
      = sc_compare_source_dup_title (&self->source, self->keys[SC_COMPARE_RIGHT]);
  g_autofree char *name = g_strdup_printf ("%s - %s.csv", left, right);
  GtkFileChooserNative *chooser;

  if (self->chooser != NULL)
    return;
  chooser = gtk_file_chooser_native_new (_ ("Export the Comparison"), GTK_WINDOW (self),
                                         GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);
  g_strdelimit (name, "/\\\n", '-');
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  add_filter (chooser, _ ("Table (.csv)"), csv);
  add_filter (chooser, _ ("Markdown (.md)"), markdown);
  show_chooser (self, chooser, G_CALLBACK (export_chosen_cb));
}
