/* sc-preset-dialog.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-preset-dialog.h"

#include <glib/gi18n-lib.h>

#include "sc-preset.h"

struct _ScPresetDialog
{
  AdwMessageDialog parent_instance;

  ScEditor *editor;
  guint accesses;
  GtkEditable *name;
};

G_DEFINE_FINAL_TYPE (ScPresetDialog, sc_preset_dialog, ADW_TYPE_MESSAGE_DIALOG)

static char *
dup_name (ScPresetDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
}

static void
changed_cb (ScPresetDialog *self)
{
  g_autofree char *name = dup_name (self);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "accept", *name != '\0');
}

static void
accept_cb (ScPresetDialog *self)
{
  g_autofree char *path = sc_preset_get_path ();
  g_autofree char *name = dup_name (self);
  g_autofree char *text = g_strdup_printf (_ ("The preset “%s” was saved"), name);
  g_autoptr (GError) error = NULL;

  if (sc_preset_save (path, name, self->accesses, &error))
    g_signal_emit_by_name (self->editor, "told", text);
  else
    g_signal_emit_by_name (self->editor, "failed", error->message);
}

static void
sc_preset_dialog_dispose (GObject *object)
{
  g_clear_object (&SC_PRESET_DIALOG (object)->editor);

  G_OBJECT_CLASS (sc_preset_dialog_parent_class)->dispose (object);
}

static void
sc_preset_dialog_class_init (ScPresetDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_preset_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/security/sc-preset-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScPresetDialog, name);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
}

static void
sc_preset_dialog_init (ScPresetDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sc_preset_dialog_present (GtkWindow *parent, ScEditor *editor, guint accesses)
{
  ScPresetDialog *self = g_object_new (SC_TYPE_PRESET_DIALOG, "transient-for", parent, NULL);
  ScPreset *preset = sc_preset_new ();
  g_autofree char *what = NULL;

  preset->accesses = accesses;
  what = sc_preset_describe (preset);
  sc_preset_unref (preset);
  self->editor = g_object_ref (editor);
  self->accesses = accesses;
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self), what);
  changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}
