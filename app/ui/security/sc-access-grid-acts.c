/* sc-access-grid-acts.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-grid-private.h"

#include <glib/gi18n-lib.h>

#include "sc-access-copy-dialog.h"
#include "sc-access-edit.h"
#include "sc-access-scope.h"
#include "sc-preset-dialog.h"
#include "sc-preset.h"

/* What the menus of headings and cells do. */

static gboolean
can_act (ScAccessGrid *self)
{
  return self->axes != NULL && sc_access_grid_can_edit (self)
         && self->about.row < (int) self->axes->n_rows
         && self->about.column < (int) self->axes->n_columns;
}

/* What does not allow the level is left alone. */
static void
column_level_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScAccessGrid *self = SC_ACCESS_GRID (widget);
  ScLevel level = (ScLevel) g_variant_get_int32 (parameter);
  guint column = (guint) self->about.column;
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (ScAccessCell));
  const ScAccessColumn *what;
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (!can_act (self) || self->about.column < 0)
    return;
  for (guint row = 0; row < self->axes->n_rows; row++)
    {
      ScAccessSpot spot = sc_access_axes_get (self->axes, row, column);
      ScAccessCell cell = { spot.target, spot.role->id, spot.access, level };

      if (spot.exists && sc_access_target_allows (spot.target, level))
        g_array_append_val (cells, cell);
    }
  what = sc_access_axes_get_column (self->axes, column);
  /* Translators: a privilege, a flow, table or role, a level. */
  name = g_strdup_printf (_ ("Set %s of “%s” to “%s”"), sc_access_get_title (what->access),
                          sc_access_axes_get_group_title (self->axes, what->group),
                          sc_level_get_title (level));
  after = sc_access_set_cells (sc_editor_get_solution (self->editor),
                               (const ScAccessCell *) cells->data, cells->len, &error);
  sc_editor_commit (self->editor, after, error, name, NULL);
}

static ScSolution *
apply_preset (ScAccessGrid *self,
              const ScAccessScope *scope,
              const ScPreset *preset,
              ScLevel level,
              GError **error)
{
  ScLevel levels[SC_N_ACCESS];

  for (int access = 0; access < SC_N_ACCESS; access++)
    levels[access] = preset->accesses & (1u << access) ? level : SC_LEVEL_NONE;
  return sc_access_apply_mask (sc_editor_get_solution (self->editor), scope->targets,
                               sc_access_scope_get_roles (scope), levels, error);
}

static void
preset_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScAccessGrid *self = SC_ACCESS_GRID (widget);
  g_autofree char *path = sc_preset_get_path ();
  g_autoptr (ScList) presets = sc_preset_list (path, NULL);
  g_autoptr (ScAccessScope) scope = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  const ScPreset *preset;
  const char *wanted;
  GError *error = NULL;
  ScSolution *after;
  int level;

  g_variant_get (parameter, "(&si)", &wanted, &level);
  preset = sc_preset_find (presets, wanted);
  if (preset == NULL || level <= SC_LEVEL_NONE || level > SC_LEVEL_ORGANIZATION || !can_act (self))
    return;
  scope = sc_access_grid_create_scope (self, self->about);
  title = sc_access_scope_get_title (scope);
  /* Translators: a role, flow or table, and a preset: None, Viewer, User, Full. */
  name = g_strdup_printf (_ ("Set Access of “%s” to %s"), title, preset->name);
  after = apply_preset (self, scope, preset, (ScLevel) level, &error);
  sc_editor_commit (self->editor, after, error, name, NULL);
}

static void
save_preset_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScAccessGrid *self = SC_ACCESS_GRID (widget);
  g_autoptr (ScAccessScope) scope = NULL;
  guint accesses = 0;

  if (!can_act (self))
    return;
  scope = sc_access_grid_create_scope (self, self->about);
  if (scope->role == NULL || scope->target == NULL)
    return;
  for (int access = 0; access < SC_N_ACCESS; access++)
    if (sc_access_target_get_level (scope->target, scope->role, (ScAccess) access) != SC_LEVEL_NONE)
      accesses |= 1u << access;
  sc_preset_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->editor, accesses);
}

static void
delete_preset_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScAccessGrid *self = SC_ACCESS_GRID (widget);
  const char *name = g_variant_get_string (parameter, NULL);
  g_autofree char *path = sc_preset_get_path ();
  g_autofree char *text = g_strdup_printf (_ ("The preset “%s” was deleted"), name);
  g_autoptr (GError) error = NULL;

  if (sc_preset_delete (path, name, &error))
    g_signal_emit_by_name (self->editor, "told", text);
  else
    g_signal_emit_by_name (self->editor, "failed", error->message);
}

static void
copy_to_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScAccessGrid *self = SC_ACCESS_GRID (widget);

  if (can_act (self))
    sc_access_copy_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->editor,
                                   self->axes, sc_access_grid_create_scope (self, self->about));
}

/* As text, for a sheet or a mail. */
static void
copy_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScAccessGrid *self = SC_ACCESS_GRID (widget);
  gboolean from_menu = self->menu != NULL && gtk_widget_get_visible (self->menu);
  g_autoptr (ScAccessScope) scope = NULL;
  g_autofree char *text = NULL;

  if (self->axes == NULL || self->axes->n_rows == 0)
    return;
  scope = sc_access_grid_create_scope (self, from_menu ? self->about : self->cursor);
  text = sc_access_scope_write (scope);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
repair_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScAccessGrid *self = SC_ACCESS_GRID (widget);
  guint i = (guint) g_variant_get_int32 (parameter);
  g_autoptr (GPtrArray) repairs = g_steal_pointer (&self->repairs);
  const ScFix *fix = repairs != NULL && i < repairs->len ? repairs->pdata[i] : NULL;

  if (fix != NULL && sc_access_grid_can_edit (self))
    sc_editor_commit (self->editor, sc_solution_ref (fix->after), NULL, fix->title, NULL);
}

void
sc_access_grid_install_menu_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "grid.column-level", "i", column_level_action);
  gtk_widget_class_install_action (klass, "grid.preset", "(si)", preset_action);
  gtk_widget_class_install_action (klass, "grid.save-preset", NULL, save_preset_action);
  gtk_widget_class_install_action (klass, "grid.delete-preset", "s", delete_preset_action);
  gtk_widget_class_install_action (klass, "grid.copy-to", NULL, copy_to_action);
  gtk_widget_class_install_action (klass, "grid.copy", NULL, copy_action);
  gtk_widget_class_install_action (klass, "grid.repair", "i", repair_action);
}
