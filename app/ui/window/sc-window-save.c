/* sc-window-save.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-window-private.h"

#include <glib/gi18n-lib.h>

#include "sc-definition.h"
#include "sc-difference-dialog.h"
#include "sc-message.h"
#include "sc-recent.h"

static void
save_elsewhere_cb (ScWindow *self, const char *response)
{
  if (g_str_equal (response, "elsewhere"))
    sc_window_choose_place (self);
  else
    self->closing = FALSE;
}

void
sc_window_offer_elsewhere (ScWindow *self, const char *reason)
{
  AdwMessageDialog *dialog
      = sc_message_new (GTK_WINDOW (self), _ ("The Solution Was Not Saved"), reason);

  adw_message_dialog_add_response (dialog, "elsewhere", _ ("_Save As…"));
  adw_message_dialog_set_response_appearance (dialog, "elsewhere", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "elsewhere");
  g_signal_connect_object (dialog, "response", G_CALLBACK (save_elsewhere_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* left_out: what the person must know was not kept, or NULL. */
static void
saved (ScWindow *self, const char *left_out)
{
  sc_recent_add (sc_window_get_path (self));
  if (self->closing)
    {
      self->closing = FALSE;
      sc_window_destroy_soon (self);
    }
  else
    {
      sc_window_toast (self, left_out != NULL ? left_out : _ ("Saved"), NULL, NULL);
    }
}

/* FALSE when what was written is only a copy: a .xaml has no place for all of a solution. */
static gboolean
is_kept_at (ScDocument *document, const char *path)
{
  const ScStorage *storage = sc_document_get_storage (document);
  g_autofree char *canonical = g_canonicalize_filename (path, NULL);

  return storage != NULL && g_str_equal (sc_storage_get_path (storage), canonical);
}

static void
copied (ScWindow *self, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text
      = g_strdup_printf (_ ("“%s” holds a copy of the flow; the solution is not saved yet"), name);

  self->closing = FALSE;
  sc_window_toast (self, text, NULL, NULL);
}

/* The switch is the application's: all windows save alike. */
static void
follow_settings (ScWindow *self, ScDocument *document)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GVariant) state
      = application != NULL
            ? g_action_group_get_action_state (G_ACTION_GROUP (application), "keep-previous")
            : NULL;

  sc_document_set_keeps_previous (document, state != NULL && g_variant_get_boolean (state));
}

/* Agreed to one file; there may be another. */
static void
save_again_cb (GtkWindow *window)
{
  sc_window_save (SC_WINDOW (window));
}

gboolean
sc_window_save (ScWindow *self)
{
  ScDocument *document;
  const ScStorage *storage;
  const char *rewrite;
  g_autofree char *reason = NULL;
  g_autofree char *left_out = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (SC_IS_WINDOW (self), FALSE);

  sc_editor_finish (self->editor);
  document = sc_editor_get_document (self->editor);
  storage = document != NULL ? sc_document_get_storage (document) : NULL;
  if (document == NULL)
    return FALSE;
  if (storage == NULL)
    {
      sc_window_choose_place (self);
      return FALSE;
    }

  if (sc_window_review_before_saving (self))
    return FALSE;
  rewrite = sc_storage_find_rewrite (storage, sc_document_get_solution (document));
  if (rewrite != NULL)
    {
      self->closing = FALSE;
      sc_difference_dialog_present (GTK_WINDOW (self), self->editor, rewrite, save_again_cb);
      return FALSE;
    }
  reason = sc_storage_explain_unsaveable (storage, sc_document_get_solution (document));
  left_out = sc_document_explain_left_out (document);
  follow_settings (self, document);
  if (reason == NULL && sc_document_save (document, &error))
    {
      saved (self, left_out);
      return TRUE;
    }
  if (g_error_matches (error, SC_FILE_ERROR, SC_FILE_ERROR_CHANGED))
    sc_window_look_before_saving (self, error->message);
  else
    sc_window_offer_elsewhere (self, reason != NULL ? reason : error->message);
  sc_document_look (document);
  return FALSE;
}

/* What writing it in another form has left out; NULL when there is nothing to say. */
static char *
describe_new_notes (ScDocument *document, const ScStorage *before)
{
  const ScStorage *storage = sc_document_get_storage (document);
  g_auto (GStrv) notes = before != NULL && storage != NULL
                             ? sc_storage_list_new_notes (storage, before)
                             : g_new0 (char *, 1);

  return g_strdup (notes[0]);
}

gboolean
sc_window_save_as (ScWindow *self, const char *path)
{
  ScDocument *document;
  g_autoptr (ScStorage) before = NULL;
  g_autofree char *left_out = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (SC_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  sc_editor_finish (self->editor);
  document = sc_editor_get_document (self->editor);
  if (document == NULL)
    return FALSE;
  if (sc_document_get_storage (document) != NULL)
    before = sc_storage_ref (sc_document_get_storage (document));
  follow_settings (self, document);
  if (sc_document_save_as (document, path, &error))
    {
      left_out = describe_new_notes (document, before);
      if (is_kept_at (document, path))
        saved (self, left_out);
      else
        copied (self, path);
      return TRUE;
    }
  sc_window_offer_elsewhere (self, error->message);
  return FALSE;
}

static void
replace_cb (ScWindow *self, const char *response)
{
  g_autofree char *path = g_steal_pointer (&self->replaced);

  if (g_str_equal (response, "replace"))
    sc_window_save_as (self, path);
  else
    self->closing = FALSE;
}

/* The chooser asks about the name that was typed, not about one with an ending put to it. */
static void
ask_to_replace (ScWindow *self, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *heading = g_strdup_printf (_ ("Replace “%s”?"), name);
  AdwMessageDialog *dialog = sc_message_new (
      GTK_WINDOW (self), heading, _ ("There is a file of that name. Its content will be lost."));

  g_free (self->replaced);
  self->replaced = g_strdup (path);
  adw_message_dialog_add_response (dialog, "replace", _ ("_Replace"));
  adw_message_dialog_set_response_appearance (dialog, "replace", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (replace_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What can be saved, in the order of the filters. */
static const char *const endings[] = { SC_DEFINITION_SUFFIX, ".zip", ".xaml" };

/* A person who types no ending means the one of the filter. */
static char *
complete_path (GtkFileChooser *chooser, const char *path)
{
  g_autoptr (GListModel) filters = gtk_file_chooser_get_filters (chooser);
  const char *ending = endings[0];

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

      if (g_str_has_suffix (path, endings[i]))
        return g_strdup (path);
      if (filter != NULL && gtk_file_chooser_get_filter (chooser) == filter)
        ending = endings[i];
    }
  return g_strconcat (path, ending, NULL);
}

static void
chooser_response_cb (ScWindow *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autofree char *complete = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path == NULL)
    {
      self->closing = FALSE;
      return;
    }

  complete = complete_path (GTK_FILE_CHOOSER (dialog), path);
  if (!g_str_equal (complete, path) && g_file_test (complete, G_FILE_TEST_EXISTS))
    ask_to_replace (self, complete);
  else
    sc_window_save_as (self, complete);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (chooser, filter);
}

/* The name of the present file or of the solution, with the ending of what is saved now. */
static char *
dup_proposed_name (ScDocument *document)
{
  const ScStorage *storage = sc_document_get_storage (document);
  const char *title = sc_solution_get_title (sc_document_get_solution (document));
  g_autofree char *stem = NULL;
  char *dot;

  if (storage != NULL)
    stem = g_filename_display_basename (sc_storage_get_path (storage));
  else
    stem = g_strdup (title != NULL ? title : _ ("Untitled Solution"));
  dot = strrchr (stem, '.');
  if (storage != NULL && sc_storage_get_kind (storage) != SC_STORAGE_FOLDER && dot != NULL)
    *dot = '\0';
  g_strdelimit (stem, "/", '-');
  return g_strconcat (stem, SC_DEFINITION_SUFFIX, NULL);
}

void
sc_window_choose_place (ScWindow *self)
{
  ScDocument *document = sc_editor_get_document (self->editor);
  g_autofree char *name = NULL;
  GtkFileChooser *face;

  if (self->chooser != NULL || document == NULL)
    return;

  name = dup_proposed_name (document);
  self->chooser = gtk_file_chooser_native_new (_ ("Save As"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);
  face = GTK_FILE_CHOOSER (self->chooser);
  add_filter (face, _ ("Stagecraft Solution"), "stagecraft");
  add_filter (face, _ ("Solution Package (.zip)"), "zip");
  /* A .xaml holds one flow. */
  if (sc_list_length (sc_document_get_solution (document)->flows) == 1)
    add_filter (face, _ ("Flow (.xaml)"), "xaml");
  gtk_file_chooser_set_current_name (face, name);
  if (sc_window_get_path (self) != NULL)
    {
      g_autoptr (GFile) present = g_file_new_for_path (sc_window_get_path (self));
      g_autoptr (GFile) folder = g_file_get_parent (present);

      gtk_file_chooser_set_current_folder (face, folder, NULL);
    }
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}
