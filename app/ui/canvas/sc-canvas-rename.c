/* sc-canvas-rename.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "sc-edit-stage.h"
#include "sc-edit-step.h"

/* An entry over the name. It keeps its size at every zoom, so that one can read what one types.
 * Enter and going elsewhere commit, Escape does not. What is committed replaces the values that
 * an id may have come from, so ids are copied first. */

#define ENTRY_HEIGHT    34.0
#define ENTRY_MIN_WIDTH 180.0

static void
commit (ScCanvas *self, const char *stage, const char *step, const char *text)
{
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (step != NULL)
    {
      name = g_strdup_printf (_ ("Rename step “%s”"), text);
      after = sc_edit_step_set_label (self->solution, self->flow->id, step, self->language, text,
                                      &error);
    }
  else
    {
      name = g_strdup_printf (_ ("Rename stage “%s”"), text);
      after = sc_edit_stage_set_label (self->solution, self->flow->id, stage, self->language, text,
                                       &error);
    }
  sc_editor_commit (self->editor, after, error, name, NULL);
}

void
sc_canvas_end_rename (ScCanvas *self, gboolean save)
{
  /* Everything is taken off the canvas first: taking the entry away moves the focus, which ends
   * the rename as well. */
  GtkWidget *entry = g_steal_pointer (&self->rename);
  g_autofree char *stage = g_steal_pointer (&self->rename_stage);
  g_autofree char *step = g_steal_pointer (&self->rename_step);
  g_autofree char *text = NULL;
  gboolean had_focus;

  if (entry == NULL)
    return;

  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) == entry;
  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  if (had_focus)
    {
      GtkWidget *selected = sc_canvas_get_selected_widget (self);

      gtk_widget_grab_focus (selected != NULL ? selected : GTK_WIDGET (self));
    }
  gtk_widget_unparent (entry);
  if (save && *text != '\0' && self->flow != NULL)
    commit (self, stage, step, text);
}

static void
activate_cb (GtkEntry *entry, ScCanvas *self)
{
  sc_canvas_end_rename (self, TRUE);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        ScCanvas *self)
{
  switch (keyval)
    {
    case GDK_KEY_Escape:
      sc_canvas_end_rename (self, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      sc_canvas_end_rename (self, TRUE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
left (gpointer data)
{
  ScCanvas *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* There may be another entry by now. */
  if (self->rename != NULL && (focus == NULL || !gtk_widget_is_ancestor (focus, self->rename)))
    sc_canvas_end_rename (self, TRUE);
  return G_SOURCE_REMOVE;
}

/* GTK is still on its way from what loses the focus to what gets it, and must find the entry where
 * it was. Not when the whole window loses the focus. */
static void
leave_cb (GtkEventControllerFocus *controller, ScCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->rename != NULL && root != NULL && gtk_window_is_active (GTK_WINDOW (root)))
    g_idle_add_full (G_PRIORITY_HIGH, left, g_object_ref (self), g_object_unref);
}

static gboolean
keynav_failed_cb (GtkWidget *text, GtkDirectionType direction)
{
  return GDK_EVENT_STOP;
}

static void
place (ScCanvas *self, ScRect over)
{
  int height;

  gtk_widget_measure (self->rename, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  self->rename_rect
      = (ScRect){ over.x, over.y + over.height / 2 - height / self->zoom / 2,
                  MAX (over.width * self->zoom, ENTRY_MIN_WIDTH), MAX (height, ENTRY_HEIGHT) };
}

/* The name of a stage stands in the upper part of its header. */
static ScRect
get_title_rect (ScCanvas *self, guint stage)
{
  ScRect rect = self->layout->cards[stage].rect;

  rect.height = 40;
  return rect;
}

void
sc_canvas_follow_rename (ScCanvas *self)
{
  int stage = sc_canvas_find_stage (self, self->rename_stage);
  const ScStage *owner = NULL;
  ScStepRow *row = NULL;

  if (self->rename == NULL)
    return;

  if (self->rename_step != NULL
      && sc_flow_find_step (self->flow, self->rename_step, &owner, NULL) != NULL)
    row = sc_stage_card_find_row (
        g_ptr_array_index (self->cards, sc_canvas_find_stage (self, owner->id)), self->rename_step);
  if (row != NULL)
    place (self, sc_canvas_get_widget_rect (self, GTK_WIDGET (row)));
  else if (self->rename_step == NULL && stage >= 0)
    place (self, get_title_rect (self, (guint) stage));
  else
    sc_canvas_end_rename (self, FALSE);
}

static void
start (ScCanvas *self, ScRect over, const char *text, const char *label)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_add_css_class (entry, "canvas-rename");
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_entry_set_max_length (GTK_ENTRY (entry), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, 0);
  g_signal_connect_object (entry, "activate", G_CALLBACK (activate_cb), self, 0);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "keynav-failed",
                           G_CALLBACK (keynav_failed_cb), self, 0);
  gtk_widget_add_controller (entry, keys);
  gtk_widget_add_controller (entry, focus);
  gtk_widget_set_parent (entry, GTK_WIDGET (self));
  self->rename = entry;
  place (self, over);
  sc_canvas_reveal (self, over);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_grab_focus (entry);
}

void
sc_canvas_rename_stage (ScCanvas *self, const char *stage)
{
  g_autofree char *id = g_strdup (stage);
  int position;

  sc_canvas_end_rename (self, TRUE);
  position = sc_canvas_find_stage (self, id);
  if (position < 0)
    return;

  sc_editor_select_stage (self->editor, id);
  self->rename_stage = g_steal_pointer (&id);
  start (self, get_title_rect (self, (guint) position),
         sc_stage_get_label (sc_list_get (self->flow->stages, (guint) position), self->language),
         _ ("Name of the stage"));
}

void
sc_canvas_rename_step (ScCanvas *self, const char *step)
{
  g_autofree char *id = g_strdup (step);
  const ScStep *value;
  GtkWidget *row;

  sc_canvas_end_rename (self, TRUE);
  value = sc_flow_find_step (self->flow, id, NULL, NULL);
  if (value == NULL)
    return;

  sc_editor_select_step (self->editor, id);
  row = sc_canvas_get_selected_widget (self);
  if (row == NULL)
    return;
  self->rename_step = g_steal_pointer (&id);
  start (self, sc_canvas_get_widget_rect (self, row), sc_step_get_label (value, self->language),
         _ ("Name of the step"));
}
