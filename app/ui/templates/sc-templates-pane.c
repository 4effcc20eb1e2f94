/* sc-templates-pane.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-templates-pane.h"

#include "sc-clip-provider.h"
#include "sc-drag-note.h"
#include "sc-paste-dialog.h"
#include "sc-template-chooser.h"

struct _ScTemplatesPane
{
  GtkWidget parent_instance;

  ScEditor *editor;
  GFileMonitor *monitor; /* NULL: the folder cannot be followed */
  char *dragged;         /* title of the one that is dragged; nullable */
  ScTemplateChooser *chooser;
};

G_DEFINE_FINAL_TYPE (ScTemplatesPane, sc_templates_pane, GTK_TYPE_WIDGET)

static gboolean
is_open (ScTemplatesPane *self)
{
  return sc_editor_get_flow (self->editor) != NULL
         && sc_editor_get_lock (self->editor) == SC_LOCK_NONE;
}

static void
update_actions (ScTemplatesPane *self)
{
  gboolean chosen = sc_template_chooser_get_template (self->chooser) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "templates.insert",
                                 chosen && self->editor != NULL && is_open (self));
}

/* NULL when the template cannot be read any more; the person has been told. */
static ScClip *
make_clip (ScTemplatesPane *self, const ScTemplate *template)
{
  g_autoptr (GError) error = NULL;
  ScClip *clip = sc_template_make_clip (template, &error);

  if (clip == NULL)
    g_signal_emit_by_name (self->editor, "failed", error->message);
  return clip;
}

static void
insert (ScTemplatesPane *self)
{
  const ScTemplate *template = sc_template_chooser_get_template (self->chooser);
  g_autoptr (ScClip) clip = NULL;

  if (template == NULL || !is_open (self))
    return;
  clip = make_clip (self, template);
  if (clip != NULL)
    sc_pasting_run (sc_pasting_new (self->editor, clip), GTK_WIDGET (self));
}

static void
insert_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  insert (SC_TEMPLATES_PANE (widget));
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, ScTemplatesPane *self)
{
  const ScTemplate *template = sc_template_chooser_pick (self->chooser, x, y);
  g_autoptr (ScClip) clip = NULL;

  if (template == NULL || template->broken != NULL)
    return NULL;
  g_free (self->dragged);
  self->dragged = g_strdup (template->title);
  clip = make_clip (self, template);
  return clip != NULL ? sc_clip_provider_new (clip) : NULL;
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, ScTemplatesPane *self)
{
  sc_drag_note_show (drag, self->dragged);
}

/* Other windows and programs save there, too. What is not there yet would be noticed late. */
static void
follow_folder (ScTemplatesPane *self)
{
  g_autofree char *path = sc_template_get_folder ();
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  g_mkdir_with_parents (path, 0700);
  self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (sc_template_chooser_refresh),
                             self->chooser, G_CONNECT_SWAPPED);
}

static gboolean
sc_templates_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SC_TEMPLATES_PANE (widget)->chooser));
}

static void
sc_templates_pane_map (GtkWidget *widget)
{
  ScTemplatesPane *self = SC_TEMPLATES_PANE (widget);

  GTK_WIDGET_CLASS (sc_templates_pane_parent_class)->map (widget);
  sc_template_chooser_refresh (self->chooser);
}

static void
sc_templates_pane_dispose (GObject *object)
{
  ScTemplatesPane *self = SC_TEMPLATES_PANE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->dragged, g_free);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_templates_pane_parent_class)->dispose (object);
}

static void
sc_templates_pane_class_init (ScTemplatesPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_templates_pane_dispose;
  widget_class->grab_focus = sc_templates_pane_grab_focus;
  widget_class->map = sc_templates_pane_map;
  gtk_widget_class_set_css_name (widget_class, "templates-pane");

  g_type_ensure (SC_TYPE_TEMPLATE_CHOOSER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/templates-pane/sc-templates-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ScTemplatesPane, chooser);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
  gtk_widget_class_bind_template_callback (widget_class, insert);
  gtk_widget_class_bind_template_callback (widget_class, drag_prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
  gtk_widget_class_install_action (widget_class, "templates.insert", NULL, insert_action);
}

static void
sc_templates_pane_init (ScTemplatesPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  follow_folder (self);
}

GtkWidget *
sc_templates_pane_new (ScEditor *editor)
{
  ScTemplatesPane *self = g_object_new (SC_TYPE_TEMPLATES_PANE, NULL);
  static const char *const signals[] = { "changed", "flow-changed" };

  self->editor = g_object_ref (editor);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (editor, signals[i], G_CALLBACK (update_actions), self,
                             G_CONNECT_SWAPPED);
  update_actions (self);
  return GTK_WIDGET (self);
}
