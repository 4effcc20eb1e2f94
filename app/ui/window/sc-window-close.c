/* sc-window-close.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-window-private.h"

#include <glib/gi18n-lib.h>

#include "sc-message.h"

/* TRUE when nothing is lost by closing this window: another one has the document. */
static gboolean
is_open_elsewhere (ScWindow *self, ScDocument *document)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      if (SC_IS_WINDOW (l->data) && l->data != self
          && sc_editor_get_document (SC_WINDOW (l->data)->editor) == document)
        return TRUE;
    }
  return FALSE;
}

void
sc_window_let_go (ScWindow *self)
{
  ScDocument *document = self->editor != NULL ? sc_editor_get_document (self->editor) : NULL;

  if (document != NULL && !is_open_elsewhere (self, document))
    sc_document_unprotect (document);
}

static gboolean
destroy (gpointer window)
{
  sc_window_let_go (window);
  gtk_window_destroy (window);
  return G_SOURCE_REMOVE;
}

void
sc_window_destroy_soon (ScWindow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, destroy, g_object_ref (self), g_object_unref);
}

/* A folder that is gone has nowhere to be saved but elsewhere. */
static void
save_to_close (ScWindow *self)
{
  self->closing = TRUE;
  if (sc_document_can_put_back (sc_editor_get_document (self->editor)))
    sc_window_save (self);
  else
    sc_window_choose_place (self);
}

static void
close_response_cb (ScWindow *self, const char *response)
{
  self->asking = FALSE;
  if (g_str_equal (response, "discard"))
    sc_window_destroy_soon (self);
  else if (g_str_equal (response, "save"))
    save_to_close (self);
}

/* What would become of the document; free with g_free(). */
static char *
explain_loss (ScWindow *self, ScDocument *document)
{
  const ScDisk *disk = sc_document_get_disk (document);
  g_autofree char *place = sc_document_get_storage (document) != NULL
                               ? sc_document_dup_place (document)
                               : g_strdup (gtk_label_get_text (self->title));

  if (disk != NULL && disk->state == SC_DISK_GONE)
    return g_strdup_printf (_ ("“%s” was deleted or moved. What is open here would be lost."),
                            place);
  if (disk != NULL && disk->state == SC_DISK_UNREADABLE)
    return g_strdup_printf (_ ("“%s” cannot be read any more. What is open here would be lost."),
                            place);
  if (sc_document_is_modified (document))
    return g_strdup_printf (_ ("“%s” has changes that are not saved. They would be lost."), place);
  return g_strdup_printf (_ ("“%s” was restored and is not saved. It would be lost."), place);
}

gboolean
sc_window_ask_before_closing (ScWindow *self)
{
  ScDocument *document = sc_editor_get_document (self->editor);
  g_autofree char *text = NULL;
  AdwMessageDialog *dialog;

  sc_editor_finish (self->editor);
  if (document == NULL || !sc_document_would_be_lost (document)
      || is_open_elsewhere (self, document))
    return FALSE;
  if (self->asking)
    return TRUE;

  self->asking = TRUE;
  text = explain_loss (self, document);
  dialog = sc_message_new (
      GTK_WINDOW (self),
      sc_document_is_modified (document) ? _ ("Save Changes?") : _ ("Save Before Closing?"), text);
  adw_message_dialog_add_responses (
      dialog, "discard", _ ("_Discard"), "save",
      sc_document_can_put_back (document) ? _ ("_Save") : _ ("Save _As…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}
