/* sc-clipboard.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-clipboard.h"

#include "sc-clip-provider.h"
#include "sc-clip-reader.h"
#include "sc-command.h"
#include "sc-marked.h"
#include "sc-paste-dialog.h"
#include "sc-pasting.h"

#define DATA_KEY "sc-clipboard"

/* What belongs to one view. */
#define SC_TYPE_CLIPBOARD (sc_clipboard_get_type ())
G_DECLARE_FINAL_TYPE (ScClipboard, sc_clipboard, SC, CLIPBOARD, GObject)

struct _ScClipboard
{
  GObject parent_instance;

  GtkWidget *view; /* owns this */
  ScEditor *editor;
  GCancellable *reading; /* NULL: nothing is being pasted */
};

G_DEFINE_FINAL_TYPE (ScClipboard, sc_clipboard, G_TYPE_OBJECT)

static void
sc_clipboard_dispose (GObject *object)
{
  ScClipboard *self = SC_CLIPBOARD (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->editor);
  self->view = NULL;

  G_OBJECT_CLASS (sc_clipboard_parent_class)->dispose (object);
}

static void
sc_clipboard_class_init (ScClipboardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_clipboard_dispose;
}

static void
sc_clipboard_init (ScClipboard *self)
{
}

static void
update_cb (ScClipboard *self)
{
  gboolean marked = sc_editor_get_parts (self->editor) != NULL;

  gtk_widget_action_set_enabled (self->view, "clipboard.cut", marked);
  gtk_widget_action_set_enabled (self->view, "clipboard.copy", marked);
  gtk_widget_action_set_enabled (self->view, "clipboard.paste",
                                 sc_editor_get_flow (self->editor) != NULL);
}

/* TRUE when the flow can be changed; else the person is told why not. */
static gboolean
is_open (ScClipboard *self)
{
  ScLock lock = sc_editor_get_lock (self->editor);

  if (lock != SC_LOCK_NONE)
    g_signal_emit_by_name (self->editor, "failed", sc_lock_explain (lock));
  return lock == SC_LOCK_NONE;
}

static gboolean
copy (ScClipboard *self)
{
  const ScFlow *flow = sc_editor_get_flow (self->editor);
  g_autoptr (ScClip) clip = NULL;
  g_autoptr (GdkContentProvider) provider = NULL;

  if (flow == NULL)
    return FALSE;
  clip = sc_clip_make (sc_editor_get_solution (self->editor), flow,
                       sc_editor_get_parts (self->editor));
  if (clip == NULL)
    return FALSE;
  provider = sc_clip_provider_new (clip);
  return gdk_clipboard_set_content (gtk_widget_get_clipboard (self->view), provider);
}

static void
paste_clip (ScClipboard *self, const ScClip *clip)
{
  if (sc_editor_get_flow (self->editor) != NULL && is_open (self))
    sc_pasting_run (sc_pasting_new (self->editor, clip), self->view);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ScClipboard) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScClip) clip = sc_clip_reader_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->view == NULL)
    return;
  g_clear_object (&self->reading);
  g_debug ("clipboard %s", clip != NULL ? "read" : error->message);
  if (clip != NULL)
    paste_clip (self, clip);
  else
    g_signal_emit_by_name (self->editor, "failed", error->message);
}

static void
stop_reading (ScClipboard *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
paste (ScClipboard *self)
{
  if (sc_editor_get_flow (self->editor) == NULL || !is_open (self))
    return;
  stop_reading (self);
  self->reading = g_cancellable_new ();
  sc_clip_reader_read_async (gtk_widget_get_clipboard (self->view),
                             sc_editor_get_solution (self->editor)->language, self->reading,
                             read_cb, g_object_ref (self));
}

/* What is pasted was meant for the flow that was open. */
static void
flow_changed_cb (ScClipboard *self)
{
  stop_reading (self);
  update_cb (self);
}

static void
action_cb (GtkWidget *view, const char *name, GVariant *parameter)
{
  ScClipboard *self = g_object_get_data (G_OBJECT (view), DATA_KEY);

  if (self == NULL)
    return;
  if (g_str_equal (name, "clipboard.paste"))
    paste (self);
  else if (g_str_equal (name, "clipboard.copy") ? !copy (self) : !is_open (self) || !copy (self))
    gtk_widget_error_bell (view);
  else if (g_str_equal (name, "clipboard.cut"))
    sc_editor_cut_marked (self->editor);
}

static const char *const actions[] = { "clipboard.cut", "clipboard.copy", "clipboard.paste" };

void
sc_clipboard_install_actions (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i], NULL, action_cb);
  sc_commands_bind (klass, "clipboard");
}

void
sc_clipboard_forward_keys (GtkWidgetClass *klass, GtkShortcutFunc forward)
{
  /* Who is elsewhere does not expect that stages go. */
  for (guint i = 1; i < G_N_ELEMENTS (actions); i++)
    for (const char *const *keys = sc_command_find (actions[i])->keys; *keys != NULL; keys++)
      {
        guint key;
        GdkModifierType modifiers;

        if (gtk_accelerator_parse (*keys, &key, &modifiers))
          gtk_widget_class_add_binding (klass, key, modifiers, forward, "s", actions[i]);
      }
}

static void
destroy_cb (GtkWidget *view)
{
  g_object_set_data (G_OBJECT (view), DATA_KEY, NULL);
}

static void
detach (gpointer self)
{
  g_object_run_dispose (self);
  g_object_unref (self);
}

void
sc_clipboard_attach (GtkWidget *view, ScEditor *editor)
{
  ScClipboard *self = g_object_new (SC_TYPE_CLIPBOARD, NULL);

  self->view = view;
  self->editor = g_object_ref (editor);
  g_object_set_data_full (G_OBJECT (view), DATA_KEY, self, detach);
  g_signal_connect (view, "destroy", G_CALLBACK (destroy_cb), NULL);
  g_signal_connect_object (editor, "changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "flow-changed", G_CALLBACK (flow_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "selection-changed", G_CALLBACK (update_cb), self,
                           G_CONNECT_SWAPPED);
  update_cb (self);
}
