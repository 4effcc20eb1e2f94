/* sc-window-disk.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-window-private.h"

#include <glib/gi18n-lib.h>

#include "sc-message.h"
#include "sc-review-dialog.h"

static const ScDisk *
get_disk (ScWindow *self)
{
  ScDocument *document = sc_editor_get_document (self->editor);

  return document != NULL ? sc_document_get_disk (document) : NULL;
}

static gboolean
is_in_state (ScWindow *self, ScDiskState state)
{
  const ScDisk *disk = get_disk (self);

  return disk != NULL && disk->state == state;
}

static void
tell_undoable (ScWindow *self, const char *message)
{
  sc_teller_tell_for_now (self->teller, message, _ ("_Undo"), "win.undo");
}

static void
tell_merged (ScWindow *self, guint n_conflicts)
{
  g_autofree char *conflicts
      = g_strdup_printf (ngettext ("Merged: in %u conflict yours counted",
                                   "Merged: in %u conflicts yours counted", n_conflicts),
                         n_conflicts);

  tell_undoable (self, n_conflicts > 0 ? conflicts : _ ("Merged, without a conflict"));
}

static void
tell (ScWindow *self, ScReviewOutcome outcome, guint n_conflicts)
{
  if (outcome == SC_REVIEW_TAKEN)
    tell_undoable (self, _ ("The changed file was taken"));
  else if (outcome == SC_REVIEW_MERGED)
    tell_merged (self, n_conflicts);
  else if (outcome == SC_REVIEW_KEPT)
    sc_window_toast (self, _ ("Saving writes over the changes in the file"), NULL, NULL);
  else if (outcome == SC_REVIEW_SETTLED)
    sc_window_toast (self, _ ("The file is again as it was"), NULL, NULL);
}

static void
reviewed_cb (GtkWindow *window, ScReviewOutcome outcome, guint n_conflicts)
{
  tell (SC_WINDOW (window), outcome, n_conflicts);
}

static void
compared_cb (GtkWindow *window, ScReviewOutcome outcome, guint n_conflicts)
{
  if (outcome != SC_REVIEW_SETTLED)
    tell (SC_WINDOW (window), outcome, n_conflicts);
}

static gboolean
close_cb (gpointer window)
{
  gtk_window_close (window);
  return G_SOURCE_REMOVE;
}

/* What was to be saved is, when theirs was taken. */
static void
reviewed_for_save_cb (GtkWindow *window, ScReviewOutcome outcome, guint n_conflicts)
{
  ScWindow *self = SC_WINDOW (window);
  const gboolean closing = self->closing;

  if (outcome == SC_REVIEW_MERGED || outcome == SC_REVIEW_TAKEN)
    tell (self, outcome, n_conflicts);
  if (outcome != SC_REVIEW_LATER && outcome != SC_REVIEW_TAKEN)
    {
      sc_window_save (self);
      return;
    }
  self->closing = FALSE;
  if (outcome == SC_REVIEW_TAKEN && closing)
    g_idle_add_full (G_PRIORITY_DEFAULT, close_cb, g_object_ref (self), g_object_unref);
}

gboolean
sc_window_review_before_saving (ScWindow *self)
{
  if (!is_in_state (self, SC_DISK_CHANGED))
    return FALSE;
  sc_review_dialog_present (GTK_WINDOW (self), self->editor, reviewed_for_save_cb);
  return TRUE;
}

gboolean
sc_window_can_save (ScWindow *self)
{
  ScDocument *document = sc_editor_get_document (self->editor);

  /* What has no file yet can be saved even before its first edit. */
  return sc_document_get_storage (document) == NULL || sc_document_would_be_lost (document);
}

static void
show_unreadable (ScWindow *self, const char *message)
{
  g_autofree char *text
      = g_strdup_printf (_ ("%s What you see here is as it was, and stays."), message);

  sc_message_show (GTK_WINDOW (self), _ ("The File Cannot Be Read"), text);
}

static void
show_comparison (ScWindow *self)
{
  ScDocument *document = sc_editor_get_document (self->editor);
  const ScDisk *disk = sc_document_get_disk (document);
  g_autofree char *place = sc_document_dup_place (document);
  g_autofree char *text = NULL;

  if (disk != NULL && disk->state == SC_DISK_UNREADABLE)
    {
      show_unreadable (self, disk->message);
      return;
    }
  if (disk != NULL && disk->state == SC_DISK_GONE)
    {
      text = g_strdup_printf (_ ("“%s” was deleted or moved."), place);
      sc_message_show (GTK_WINDOW (self), _ ("There Is No File"), text);
      return;
    }
  if (disk != NULL || sc_document_is_modified (document))
    {
      sc_review_dialog_present (GTK_WINDOW (self), self->editor, compared_cb);
      return;
    }
  text = g_strdup_printf (_ ("“%s” holds what you see here."), place);
  sc_message_show (GTK_WINDOW (self), _ ("Nothing Differs"), text);
}

/* The window may have been closed meanwhile. */
static gboolean
has_looked (ScWindow *self, GAsyncResult *result)
{
  const gboolean looked = g_task_propagate_boolean (G_TASK (result), NULL);

  g_clear_object (&self->looking);
  return looked && self->editor != NULL && sc_editor_get_document (self->editor) != NULL;
}

static void
looked_to_compare_cb (GObject *source, GAsyncResult *result, gpointer window)
{
  g_autoptr (ScWindow) self = window;

  if (has_looked (self, result))
    show_comparison (self);
}

static void
look (ScWindow *self, GAsyncReadyCallback looked)
{
  if (self->looking != NULL)
    return;
  self->looking = g_cancellable_new ();
  sc_document_look_async (sc_editor_get_document (self->editor), self->looking, looked,
                          g_object_ref (self));
}

static void
compare_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  look (self, looked_to_compare_cb);
}

static void
review_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  if (is_in_state (self, SC_DISK_CHANGED))
    sc_review_dialog_present (self, SC_WINDOW (self)->editor, reviewed_cb);
}

/* Saving found out before anybody looked. */
static void
looked_to_save_cb (GObject *source, GAsyncResult *result, gpointer window)
{
  g_autoptr (ScWindow) self = window;
  g_autofree char *reason = g_steal_pointer (&self->refusal);

  if (!has_looked (self, result) || sc_window_review_before_saving (self))
    return;
  if (get_disk (self) != NULL)
    {
      sc_window_offer_elsewhere (self, reason);
      return;
    }
  /* It only said the same in other words, or does so again. */
  self->saving_again = TRUE;
  sc_window_save (self);
  self->saving_again = FALSE;
}

void
sc_window_look_before_saving (ScWindow *self, const char *reason)
{
  if (self->saving_again)
    {
      sc_window_offer_elsewhere (self, reason);
      return;
    }
  g_free (self->refusal);
  self->refusal = g_strdup (reason);
  look (self, looked_to_save_cb);
}

/* Not every file system says what happens to it. */
static void
active_cb (ScWindow *self)
{
  ScDocument *document = self->editor != NULL ? sc_editor_get_document (self->editor) : NULL;

  if (document != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    sc_document_look (document);
}

void
sc_window_init_disk_actions (ScWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "compare-file", .activate = compare_action },
    { .name = "review-file", .activate = review_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
}

void
sc_window_update_disk_actions (ScWindow *self)
{
  ScDocument *document = sc_editor_get_document (self->editor);
  GActionMap *map = G_ACTION_MAP (self);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "compare-file")),
                               document != NULL && sc_document_get_storage (document) != NULL);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "review-file")),
                               is_in_state (self, SC_DISK_CHANGED));
}
