/* sc-leftover-dialog.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-leftover-dialog.h"

#include <glib/gi18n-lib.h>

#include "sc-leftover-row.h"
#include "sc-message.h"
#include "sc-window-private.h"

#define SC_TYPE_LEFTOVER_DIALOG (sc_leftover_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScLeftoverDialog, sc_leftover_dialog, SC, LEFTOVER_DIALOG, AdwWindow)

struct _ScLeftoverDialog
{
  AdwWindow parent_instance;

  GtkListBox *rows;
  GtkWidget *restore_all;
};

G_DEFINE_FINAL_TYPE (ScLeftoverDialog, sc_leftover_dialog, ADW_TYPE_WINDOW)

static gboolean
close_cb (gpointer self)
{
  gtk_window_close (self);
  return G_SOURCE_REMOVE;
}

/* An empty dialog goes, but not while the question on top of it, which goes with it, is still
 * handling its answer. */
static void
remove_row (ScLeftoverDialog *self, ScLeftoverRow *row)
{
  gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  if (gtk_list_box_get_row_at_index (self->rows, 0) == NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_cb, g_object_ref (self), g_object_unref);
}

/* The work is the document's now, which keeps it itself. */
static void
hand_over (ScWindow *window, ScDocument *document, ScLeftover *leftover, const char *note)
{
  sc_window_show_new_document (window, document);
  if (sc_document_flush (document))
    sc_leftover_discard (leftover);
  if (note != NULL)
    sc_message_show (GTK_WINDOW (window), _ ("Restored on Its Own"), note);
  g_debug ("restored");
}

static gboolean
restore (ScLeftoverDialog *self, ScLeftoverRow *row)
{
  ScWindow *window = SC_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));
  ScLeftover *leftover = sc_leftover_row_get_leftover (row);
  ScDocument *open = sc_window_find_document (window, sc_leftover_get_path (leftover));
  g_autoptr (GError) error = NULL;
  g_autofree char *note = NULL;
  g_autoptr (ScDocument) document = NULL;
  ScWindow *opening;

  if (open != NULL && sc_document_take_leftover (open, leftover))
    {
      if (sc_document_flush (open))
        sc_leftover_discard (leftover);
      g_debug ("restored");
      return TRUE;
    }
  document = sc_document_restore (leftover, open != NULL, &note, &error);
  if (document == NULL)
    {
      sc_message_show (GTK_WINDOW (self), _ ("The Work Was Not Restored"), error->message);
      return FALSE;
    }
  opening = sc_window_take_opening (window, sc_leftover_get_path (leftover));
  hand_over (opening != NULL ? opening : window, document, leftover, note);
  return TRUE;
}

static void
restore_cb (ScLeftoverDialog *self, ScLeftoverRow *row)
{
  if (restore (self, row))
    remove_row (self, row);
}

/* Stops at the first that does not come back; the dialog stays and says why. */
static void
restore_all_cb (ScLeftoverDialog *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL
         && restore (self, SC_LEFTOVER_ROW (row)))
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  if (row == NULL)
    gtk_window_close (GTK_WINDOW (self));
}

static void
answered_cb (ScLeftoverRow *row, const char *response)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (row));

  if (!g_str_equal (response, "discard") || root == NULL)
    return;
  sc_leftover_discard (sc_leftover_row_get_leftover (row));
  remove_row (SC_LEFTOVER_DIALOG (root), row);
}

static void
discard_cb (ScLeftoverDialog *self, ScLeftoverRow *row)
{
  AdwMessageDialog *dialog = sc_message_new (
      GTK_WINDOW (self), _ ("Discard This Work?"),
      sc_leftover_row_is_edited (row) ? _ ("What was done since the last save is gone for good.")
                                      : _ ("If its file is still gone, it is gone for good."));

  adw_message_dialog_add_response (dialog, "discard", _ ("_Discard"));
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), row, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
sc_leftover_dialog_class_init (ScLeftoverDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/window/sc-leftover-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScLeftoverDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, ScLeftoverDialog, restore_all);
  gtk_widget_class_bind_template_callback (widget_class, restore_all_cb);
}

static void
sc_leftover_dialog_init (ScLeftoverDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sc_leftover_dialog_present (ScWindow *parent, GPtrArray *leftovers)
{
  ScLeftoverDialog *self;

  if (leftovers->len == 0)
    return;
  self = g_object_new (SC_TYPE_LEFTOVER_DIALOG, "transient-for", parent, NULL);
  for (guint i = 0; i < leftovers->len; i++)
    {
      GtkWidget *row = sc_leftover_row_new (g_ptr_array_index (leftovers, i));

      g_signal_connect_object (row, "restore", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "discard", G_CALLBACK (discard_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->rows, row);
    }
  gtk_widget_set_visible (self->restore_all, leftovers->len > 1);
  gtk_window_present (GTK_WINDOW (self));
  g_debug ("leftovers %u", leftovers->len);
}
