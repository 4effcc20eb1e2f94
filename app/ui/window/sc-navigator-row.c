/* sc-navigator-row.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-navigator-row.h"

#include <glib/gi18n-lib.h>

#include "sc-by-hand.h"
#include "sc-delete-dialog.h"
#include "sc-edit-flow.h"
#include "sc-edit-role.h"
#include "sc-edit-solution.h"
#include "sc-name-dialog.h"
#include "sc-question.h"
#include "sc-table-popover.h"
#include "sc-uses-dialog.h"

struct _ScNavigatorRow
{
  GtkListBoxRow parent_instance;

  ScEditor *editor;
  ScNavigatorKind kind;
  char *id;
  /* What is shown, to leave alone what has not changed. */
  char *shown_title;
  char *shown_detail;
  ScNavigatorFacts shown; /* with the two texts above */
  gboolean active;
  /* Made when they are first asked for; children of the button and of the row. */
  GtkPopover *menu;
  GtkPopover *columns;

  GtkLabel *title;
  GtkLabel *draft;
  GtkLabel *detail;
  GtkWidget *menu_button;
  GtkStack *badges;
  GtkLabel *count;
  GMenuModel *flow_menu;
  GMenuModel *table_menu;
  GMenuModel *role_menu;
};

G_DEFINE_FINAL_TYPE (ScNavigatorRow, sc_navigator_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_0,
  PROP_ACTIVE
};

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
show_columns (ScNavigatorRow *self)
{
  if (self->columns == NULL)
    {
      self->columns = GTK_POPOVER (sc_table_popover_new (self->editor, self->id));
      gtk_widget_set_parent (GTK_WIDGET (self->columns), GTK_WIDGET (self));
    }
  gtk_popover_popup (self->columns);
}

static void
show_columns_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_columns (SC_NAVIGATOR_ROW (widget));
}

/* The button takes room from the name, so it is there only while somebody is near. */
static void
update_menu_button (ScNavigatorRow *self)
{
  const GtkStateFlags near
      = GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_SELECTED | GTK_STATE_FLAG_FOCUS_WITHIN;
  gboolean is_near = (gtk_widget_get_state_flags (GTK_WIDGET (self)) & near) != 0;

  if (self->menu != NULL && gtk_widget_get_visible (GTK_WIDGET (self->menu)))
    return;
  gtk_widget_set_visible (self->menu_button, is_near);
}

/* Saving may have left a table out. */
static void
update_deletable (ScNavigatorRow *self)
{
  if (self->kind == SC_NAVIGATOR_TABLE)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.delete",
                                   sc_is_by_hand (self->editor, self->id, NULL));
}

static void
show_menu (ScNavigatorRow *self)
{
  GMenuModel *const models[] = { self->flow_menu, self->table_menu, self->role_menu };

  update_deletable (self);
  if (self->menu == NULL)
    {
      self->menu = GTK_POPOVER (gtk_popover_menu_new_from_model (models[self->kind]));
      gtk_widget_set_parent (GTK_WIDGET (self->menu), self->menu_button);
      g_signal_connect_object (self->menu, "closed", G_CALLBACK (update_menu_button), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_widget_show (self->menu_button);
  gtk_popover_popup (self->menu);
}

static void
show_menu_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_menu (SC_NAVIGATOR_ROW (widget));
}

/* The whole name, where there is no room for it. */
static gboolean
query_title_cb (ScNavigatorRow *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, self->shown_title);
  return pango_layout_is_ellipsized (gtk_label_get_layout (self->title));
}

static void
secondary_pressed_cb (ScNavigatorRow *self)
{
  show_menu (self);
}

static void
long_pressed_cb (ScNavigatorRow *self)
{
  show_menu (self);
}

static void
set_active (ScNavigatorRow *self, gboolean active)
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

static void
sc_navigator_row_dispose (GObject *object)
{
  ScNavigatorRow *self = SC_NAVIGATOR_ROW (object);

  if (self->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->menu));
  if (self->columns != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->columns));
  self->menu = self->columns = NULL;
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_navigator_row_parent_class)->dispose (object);
}

static void
sc_navigator_row_finalize (GObject *object)
{
  ScNavigatorRow *self = SC_NAVIGATOR_ROW (object);

  g_free (self->id);
  g_free (self->shown_title);
  g_free (self->shown_detail);

  G_OBJECT_CLASS (sc_navigator_row_parent_class)->finalize (object);
}

static void
sc_navigator_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, SC_NAVIGATOR_ROW (object)->active);
}

static void
sc_navigator_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  set_active (SC_NAVIGATOR_ROW (object), g_value_get_boolean (value));
}

/* An open popover would keep a row that goes alive. */
static void
sc_navigator_row_unmap (GtkWidget *widget)
{
  ScNavigatorRow *self = SC_NAVIGATOR_ROW (widget);

  if (self->menu != NULL)
    gtk_popover_popdown (self->menu);
  if (self->columns != NULL)
    gtk_popover_popdown (self->columns);

  GTK_WIDGET_CLASS (sc_navigator_row_parent_class)->unmap (widget);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "row.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "row.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "row.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "row.show-uses", NULL, show_uses_action);
  gtk_widget_class_install_action (widget_class, "row.show-columns", NULL, show_columns_action);
  gtk_widget_class_install_action (widget_class, "row.show-menu", NULL, show_menu_action);
  gtk_widget_class_install_property_action (widget_class, "row.active", "active");

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "row.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "row.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "row.show-menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "row.show-menu",
                                       NULL);
}

static void
sc_navigator_row_class_init (ScNavigatorRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_navigator_row_dispose;
  object_class->finalize = sc_navigator_row_finalize;
  object_class->get_property = sc_navigator_row_get_property;
  object_class->set_property = sc_navigator_row_set_property;
  widget_class->unmap = sc_navigator_row_unmap;

  g_object_class_install_property (
      object_class, PROP_ACTIVE,
      g_param_spec_boolean ("active", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY));

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/window/sc-navigator-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorRow, title);
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorRow, draft);
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorRow, detail);
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorRow, badges);
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorRow, count);
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorRow, flow_menu);
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorRow, table_menu);
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorRow, role_menu);
  gtk_widget_class_bind_template_callback (widget_class, secondary_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_menu_button);
  gtk_widget_class_bind_template_callback (widget_class, query_title_cb);
  install_actions (widget_class);
}

static void
sc_navigator_row_init (ScNavigatorRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A flow that is locked may still go; a task flow is not worth a copy. */
static void
update_enabled (ScNavigatorRow *self, ScLock lock)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_flow = self->kind == SC_NAVIGATOR_FLOW;
  gboolean has_actions = self->kind != SC_NAVIGATOR_TABLE && lock != SC_LOCK_MANAGED;

  gtk_widget_action_set_enabled (widget, "row.rename", has_actions && lock == SC_LOCK_NONE);
  gtk_widget_action_set_enabled (widget, "row.active", is_flow && lock == SC_LOCK_NONE);
  gtk_widget_action_set_enabled (widget, "row.copy",
                                 is_flow && has_actions && lock != SC_LOCK_TASK_FLOW);
  gtk_widget_action_set_enabled (widget, "row.delete", has_actions);
  update_deletable (self);
}

GtkWidget *
sc_navigator_row_new (ScEditor *editor, ScNavigatorKind kind, const char *id)
{
  ScNavigatorRow *self = g_object_new (SC_TYPE_NAVIGATOR_ROW, NULL);
  GtkWidget *widget = GTK_WIDGET (self);

  self->editor = g_object_ref (editor);
  self->kind = kind;
  self->id = g_strdup (id);
  update_enabled (self, SC_LOCK_NONE);
  gtk_widget_action_set_enabled (widget, "row.show-columns", kind == SC_NAVIGATOR_TABLE);
  return widget;
}

const char *
sc_navigator_row_get_id (ScNavigatorRow *self)
{
  return self->id;
}

const char *
sc_navigator_row_get_title (ScNavigatorRow *self)
{
  return self->shown_title;
}

static char *
describe_problems (const ScNavigatorFacts *facts)
{
  g_autofree char *errors = NULL;
  g_autofree char *warnings = NULL;

  if (facts->n_errors > 0)
    errors = g_strdup_printf (ngettext ("%u error", "%u errors", facts->n_errors), facts->n_errors);
  if (facts->n_warnings > 0)
    warnings = g_strdup_printf (ngettext ("%u warning", "%u warnings", facts->n_warnings),
                                facts->n_warnings);
  if (errors != NULL && warnings != NULL)
    return g_strdup_printf ("%s, %s", errors, warnings);
  return errors != NULL ? g_steal_pointer (&errors) : g_steal_pointer (&warnings);
}

/* Errors come first: their number is shown; warnings only where there are no errors. */
static void
show_badge (ScNavigatorRow *self, const ScNavigatorFacts *facts)
{
  GtkWidget *count = GTK_WIDGET (self->count);
  guint n = facts->n_errors > 0 ? facts->n_errors : facts->n_warnings;
  g_autofree char *text = g_strdup_printf ("%u", n);
  g_autofree char *problems = describe_problems (facts);

  if (n > 0)
    {
      gtk_label_set_text (self->count, text);
      gtk_widget_remove_css_class (count, facts->n_errors > 0 ? "warning" : "error");
      gtk_widget_add_css_class (count, facts->n_errors > 0 ? "error" : "warning");
    }
  gtk_stack_set_visible_child_name (self->badges, n > 0 ? "count" : "clean");
  gtk_widget_set_visible (GTK_WIDGET (self->badges), n > 0 || self->kind == SC_NAVIGATOR_FLOW);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->badges),
                               problems != NULL ? problems : _ ("No problems"));
}

/* List rows have no name of their own in the accessibility tree, and colour is not a name. */
static void
update_name (ScNavigatorRow *self, const ScNavigatorFacts *facts)
{
  g_autoptr (GString) name = g_string_new (facts->title);
  g_autofree char *problems = describe_problems (facts);

  if (facts->draft)
    g_string_append_printf (name, ", %s", _ ("draft"));
  if (facts->detail != NULL)
    g_string_append_printf (name, ", %s", facts->detail);
  if (problems != NULL)
    g_string_append_printf (name, ", %s", problems);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  -1);
}

static gboolean
is_shown (ScNavigatorRow *self, const ScNavigatorFacts *facts)
{
  return g_strcmp0 (self->shown.title, facts->title) == 0
         && g_strcmp0 (self->shown.detail, facts->detail) == 0 && self->shown.draft == facts->draft
         && self->shown.lock == facts->lock && self->shown.n_errors == facts->n_errors
         && self->shown.n_warnings == facts->n_warnings;
}

static void
keep_facts (ScNavigatorRow *self, const ScNavigatorFacts *facts)
{
  g_free (self->shown_title);
  g_free (self->shown_detail);
  self->shown_title = g_strdup (facts->title);
  self->shown_detail = g_strdup (facts->detail);
  self->shown = *facts;
  self->shown.title = self->shown_title;
  self->shown.detail = self->shown_detail;
}

void
sc_navigator_row_show (ScNavigatorRow *self, const ScNavigatorFacts *facts)
{
  gboolean active = self->kind == SC_NAVIGATOR_FLOW && !facts->draft;

  g_return_if_fail (SC_IS_NAVIGATOR_ROW (self));

  if (is_shown (self, facts))
    return;

  keep_facts (self, facts);
  update_enabled (self, facts->lock);
  gtk_label_set_text (self->title, facts->title);
  gtk_label_set_text (self->detail, facts->detail != NULL ? facts->detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), facts->detail != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->draft), facts->draft);
  if (self->active != active)
    {
      self->active = active;
      g_object_notify (G_OBJECT (self), "active");
    }
  show_badge (self, facts);
  update_name (self, facts);
}

void
sc_navigator_row_activate (ScNavigatorRow *self)
{
  g_return_if_fail (SC_IS_NAVIGATOR_ROW (self));

  switch (self->kind)
    {
    case SC_NAVIGATOR_FLOW:
      sc_editor_open_flow (self->editor, self->id);
      break;
    case SC_NAVIGATOR_TABLE:
      show_columns (self);
      break;
    case SC_NAVIGATOR_ROLE:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.view", "s", "security");
      break;
    }
}
