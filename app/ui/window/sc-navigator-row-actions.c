/* sc-navigator-row-actions.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "sc-by-hand.h"
#include "sc-command.h"
#include "sc-delete-dialog.h"
#include "sc-edit-flow.h"
#include "sc-edit-role.h"
#include "sc-edit-solution.h"
#include "sc-name-dialog.h"
#include "sc-navigator-move.h"
#include "sc-navigator-row-private.h"
#include "sc-question.h"
#include "sc-uses-dialog.h"

static GtkWindow *
get_window (ScNavigatorRow *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
rename_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScNavigatorRow *self = SC_NAVIGATOR_ROW (widget);
  ScNameKind what = self->kind == SC_NAVIGATOR_FLOW ? SC_NAME_FLOW : SC_NAME_ROLE;

  sc_name_dialog_present (get_window (self), self->editor, what, self->id);
}

static void
copy_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScNavigatorRow *self = SC_NAVIGATOR_ROW (widget);

  sc_name_dialog_present (get_window (self), self->editor, SC_NAME_COPY_FLOW, self->id);
}

static void
save_template_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScNavigatorRow *self = SC_NAVIGATOR_ROW (widget);

  sc_name_dialog_present (get_window (self), self->editor, SC_NAME_TEMPLATE, self->id);
}

static ScSolution *
delete_thing (ScNavigatorRow *self, GError **error)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);

  return self->kind == SC_NAVIGATOR_TABLE ? sc_edit_table_delete (solution, self->id, error)
                                          : sc_edit_role_delete (solution, self->id, error);
}

static void
delete_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScNavigatorRow *self = SC_NAVIGATOR_ROW (widget);
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  ScSolution *after;

  if (self->kind == SC_NAVIGATOR_FLOW)
    {
      sc_delete_dialog_present (get_window (self), self->editor, self->id);
      return;
    }
  name = g_strdup_printf (self->kind == SC_NAVIGATOR_TABLE ? _ ("Delete Table “%s”")
                                                           : _ ("Delete Role “%s”"),
                          self->shown_title);
  after = delete_thing (self, &error);
  sc_editor_propose (self->editor, after, g_steal_pointer (&error), SC_PROPOSE_DELETE, name, NULL);
}

static void
show_uses_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScNavigatorRow *self = SC_NAVIGATOR_ROW (widget);
  ScUsed thing
      = { self->kind == SC_NAVIGATOR_TABLE ? SC_USED_TABLE : SC_USED_ROLE, NULL, self->id, NULL };

  sc_uses_dialog_present (get_window (self), self->editor, &thing);
}

static void
open_tab_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sc_navigator_row_open_tab (SC_NAVIGATOR_ROW (widget));
}

static void
open_window_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.open-flow-window", "s", SC_NAVIGATOR_ROW (widget)->id);
}

static void
move_up_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScNavigatorRow *self = SC_NAVIGATOR_ROW (widget);

  sc_navigator_move_flow (self->editor, self->id, SC_NAVIGATOR_UP);
}

static void
move_down_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScNavigatorRow *self = SC_NAVIGATOR_ROW (widget);

  sc_navigator_move_flow (self->editor, self->id, SC_NAVIGATOR_DOWN);
}

static void
move_to_top_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScNavigatorRow *self = SC_NAVIGATOR_ROW (widget);

  sc_navigator_move_flow (self->editor, self->id, SC_NAVIGATOR_TO_TOP);
}

static void
show_columns_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sc_navigator_row_show_columns (SC_NAVIGATOR_ROW (widget));
}

static void
show_menu_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sc_navigator_row_show_menu (SC_NAVIGATOR_ROW (widget));
}

void
sc_navigator_row_set_active (ScNavigatorRow *self, gboolean active)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  ScSolution *after;

  if (self->active == active)
    return;

  name
      = g_strdup_printf (active ? _ ("Activate “%s”") : _ ("Make “%s” a Draft"), self->shown_title);
  after = sc_edit_flow_set_active (solution, self->id, active, &error);
  sc_editor_commit (self->editor, after, g_steal_pointer (&error), name, NULL);
}

void
sc_navigator_row_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "row.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "row.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "row.save-template", NULL, save_template_action);
  gtk_widget_class_install_action (widget_class, "row.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "row.show-uses", NULL, show_uses_action);
  gtk_widget_class_install_action (widget_class, "row.show-columns", NULL, show_columns_action);
  gtk_widget_class_install_action (widget_class, "row.show-menu", NULL, show_menu_action);
  gtk_widget_class_install_action (widget_class, "row.open-tab", NULL, open_tab_action);
  gtk_widget_class_install_action (widget_class, "row.open-window", NULL, open_window_action);
  gtk_widget_class_install_action (widget_class, "row.move-up", NULL, move_up_action);
  gtk_widget_class_install_action (widget_class, "row.move-down", NULL, move_down_action);
  gtk_widget_class_install_action (widget_class, "row.move-to-top", NULL, move_to_top_action);
  gtk_widget_class_install_property_action (widget_class, "row.active", "active");
  sc_commands_bind (widget_class, "row");

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "row.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "row.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "row.show-menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "row.show-menu",
                                       NULL);
}

void
sc_navigator_row_update_deletable (ScNavigatorRow *self)
{
  if (self->kind == SC_NAVIGATOR_TABLE)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.delete",
                                   sc_is_by_hand (self->editor, self->id, NULL));
}

/* A flow that is locked may still go; a task flow is not worth a copy. */
void
sc_navigator_row_update_actions (ScNavigatorRow *self, const ScNavigatorFacts *facts)
{
  GtkWidget *widget = GTK_WIDGET (self);
  ScLock lock = facts->lock;
  gboolean is_flow = self->kind == SC_NAVIGATOR_FLOW;
  gboolean has_actions = self->kind != SC_NAVIGATOR_TABLE && lock != SC_LOCK_MANAGED;

  gtk_widget_action_set_enabled (widget, "row.rename", has_actions && lock == SC_LOCK_NONE);
  gtk_widget_action_set_enabled (widget, "row.active", is_flow && lock == SC_LOCK_NONE);
  gtk_widget_action_set_enabled (widget, "row.copy",
                                 is_flow && has_actions && lock != SC_LOCK_TASK_FLOW);
  gtk_widget_action_set_enabled (widget, "row.save-template", is_flow);
  gtk_widget_action_set_enabled (widget, "row.delete", has_actions);
  gtk_widget_action_set_enabled (widget, "row.open-tab", is_flow);
  gtk_widget_action_set_enabled (widget, "row.open-window", is_flow);
  gtk_widget_action_set_enabled (widget, "row.move-up", is_flow && !facts->is_first);
  gtk_widget_action_set_enabled (widget, "row.move-to-top", is_flow && !facts->is_first);
  gtk_widget_action_set_enabled (widget, "row.move-down", is_flow && !facts->is_last);
  sc_navigator_row_update_deletable (self);
}
