/* ui-keys.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-keys.h"

GtkWidget *
ui_get_focus (UiFixture *self)
{
  return gtk_root_get_focus (GTK_ROOT (self->window));
}

static gboolean
press_shortcuts (GtkShortcutController *controller,
                 GtkWidget *widget,
                 guint key,
                 GdkModifierType state)
{
  GListModel *shortcuts = G_LIST_MODEL (controller);

  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

      if (GTK_IS_KEYVAL_TRIGGER (trigger)
          && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
          && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == state
          && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                           gtk_shortcut_get_arguments (shortcut)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
press_at (GtkWidget *widget, GtkPropagationPhase phase, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean done = FALSE;

      if (gtk_event_controller_get_propagation_phase (controller) != phase)
        continue;
      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && phase == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &done);
      else if (GTK_IS_SHORTCUT_CONTROLLER (controller))
        done = press_shortcuts (GTK_SHORTCUT_CONTROLLER (controller), widget, key, state);
      if (done)
        return TRUE;
    }
  return FALSE;
}

void
ui_press_unsettled (UiFixture *self, guint key, GdkModifierType state)
{
  static const GtkPropagationPhase phases[]
      = { GTK_PHASE_CAPTURE, GTK_PHASE_TARGET, GTK_PHASE_BUBBLE };
  GtkWidget *widget = ui_get_focus (self);
  gboolean done = FALSE;

  for (; widget != NULL && !done; widget = done ? NULL : gtk_widget_get_parent (widget))
    for (guint i = 0; i < G_N_ELEMENTS (phases) && !done; i++)
      done = press_at (widget, phases[i], key, state);
}

void
ui_press (UiFixture *self, guint key, GdkModifierType state)
{
  ui_press_unsettled (self, key, state);
  ui_settle (self);
}
