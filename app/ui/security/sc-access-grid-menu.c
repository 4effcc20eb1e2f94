/* sc-access-grid-menu.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-grid-private.h"

#include <glib/gi18n-lib.h>

#include "sc-access-scope.h"
#include "sc-command.h"
#include "sc-preset.h"

ScAccessScope *
sc_access_grid_create_scope (ScAccessGrid *self, ScGridPlace place)
{
  return sc_access_scope_new (self->axes, MAX (place.row, -1), place.column);
}

/* The levels that some target in a column, or the target of a cell, allows. */
static guint
get_levels (ScAccessGrid *self, ScGridPlace place)
{
  guint levels = 0;

  for (guint row = 0; row < self->axes->n_rows; row++)
    {
      ScAccessSpot spot = sc_access_axes_get (self->axes, row, (guint) place.column);

      if (spot.exists && (place.row < 0 || place.row == (int) row))
        levels |= spot.target->levels;
    }
  return levels;
}

static GMenuModel *
create_levels (ScAccessGrid *self, ScGridPlace place)
{
  GMenu *menu = g_menu_new ();
  guint levels = get_levels (self, place);

  for (int level = SC_LEVEL_NONE; level <= SC_LEVEL_ORGANIZATION; level++)
    {
      g_autofree char *all = g_strdup_printf ("grid.column-level(%d)", level);

      if (levels & (1u << level))
        g_menu_append (menu, sc_level_get_title ((ScLevel) level),
                       place.row >= 0 ? sc_access_grid_get_level_action ((ScLevel) level) : all);
    }
  return G_MENU_MODEL (menu);
}

/* An underscore in a name is one. */
static char *
escape (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
append_named (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autofree char *escaped = escape (label);
  g_autoptr (GMenuItem) item = g_menu_item_new (escaped, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/* What it means on flows; on tables it can only be said what it consists of. */
static char *
describe (const ScPreset *preset, guint i, gboolean on_flows)
{
  return preset->own || !on_flows
             ? sc_preset_describe (preset)
             : g_strdup (sc_access_preset_get_description ((ScAccessPreset) i));
}

static GMenuModel *
create_presets (const ScList *presets, ScLevel level, gboolean on_flows)
{
  GMenu *menu = g_menu_new ();

  sc_list_foreach (presets, const ScPreset *, preset)
    {
      g_autofree char *about = describe (preset, preset_i, on_flows);
      g_autofree char *label = g_strdup_printf ("%s: %s", preset->name, about);

      if (level == SC_LEVEL_ORGANIZATION || preset->accesses != 0)
        append_named (menu, label, "grid.preset",
                      g_variant_new ("(si)", preset->name, (int) level));
    }
  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_other_levels (const ScList *presets)
{
  GMenu *menu = g_menu_new ();

  for (int level = SC_LEVEL_USER; level < SC_LEVEL_ORGANIZATION; level++)
    {
      g_autoptr (GMenuModel) section = create_presets (presets, (ScLevel) level, FALSE);

      g_menu_append_submenu (menu, sc_level_get_title ((ScLevel) level), section);
    }
  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_own (const ScList *presets)
{
  GMenu *menu = g_menu_new ();

  sc_list_foreach (presets, const ScPreset *, preset)
    {
      if (preset->own)
        append_named (menu, preset->name, "grid.delete-preset",
                      g_variant_new_string (preset->name));
    }
  return G_MENU_MODEL (menu);
}

static gboolean
allows_levels (const ScAccessScope *scope)
{
  sc_list_foreach (scope->targets, const ScAccessTarget *, target)
    {
      if (sc_access_target_allows (target, SC_LEVEL_USER))
        return TRUE;
    }
  return FALSE;
}

static void
append_presets (ScAccessGrid *self, GMenu *menu, const ScAccessScope *scope)
{
  g_autofree char *path = sc_preset_get_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScList) presets = sc_preset_list (path, &error);
  gboolean levelled = allows_levels (scope);
  g_autoptr (GMenuModel) section = create_presets (presets, SC_LEVEL_ORGANIZATION, !levelled);
  g_autoptr (GMenuModel) levels = create_other_levels (presets);
  g_autoptr (GMenuModel) own = create_own (presets);
  g_autoptr (GMenu) more = g_menu_new ();
  g_autofree char *title = sc_access_scope_get_title (scope);
  g_autofree char *escaped = escape (title);

  if (error != NULL)
    g_signal_emit_by_name (self->editor, "failed", error->message);
  g_menu_append_section (menu, escaped, section);
  if (levelled)
    g_menu_append_submenu (more, _ ("At Another Level"), levels);
  if (scope->role != NULL && scope->target != NULL)
    g_menu_append (more, _ ("Save as Preset…"), "grid.save-preset");
  if (g_menu_model_get_n_items (own) > 0)
    g_menu_append_submenu (more, _ ("Delete Preset"), own);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
}

static void
append_copies (ScAccessGrid *self, GMenu *menu, const ScAccessScope *scope)
{
  g_autoptr (GMenu) section = g_menu_new ();
  const char *others = sc_access_axes_has_levels (self->axes) ? _ ("Copy to Other Tables…")
                                                              : _ ("Copy to Other Flows…");

  if (scope->role == NULL || scope->target == NULL)
    g_menu_append (section, scope->role != NULL ? _ ("Copy to Other Roles…") : others,
                   "grid.copy-to");
  sc_command_append (section, "grid.copy", SC_ITEM_ALWAYS);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_repairs (ScAccessGrid *self, GMenu *menu, const ScAccessScope *scope)
{
  g_autoptr (GMenu) section = g_menu_new ();

  if (scope->role == NULL || scope->target != NULL || self->offer == NULL)
    return;
  g_clear_pointer (&self->repairs, g_ptr_array_unref);
  self->repairs = self->offer (scope->role, self->offer_data);
  for (guint i = 0; i < self->repairs->len; i++)
    {
      const ScFix *fix = self->repairs->pdata[i];

      append_named (section, fix->title, "grid.repair", g_variant_new_int32 ((int) i));
    }
  if (self->repairs->len > 0)
    g_menu_append_section (menu, _ ("Repair"), G_MENU_MODEL (section));
}

static GMenuModel *
create_menu (ScAccessGrid *self, ScGridPlace place)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (ScAccessScope) scope = sc_access_grid_create_scope (self, place);
  g_autoptr (GMenuModel) levels = NULL;

  if (place.column >= 0 && place.row >= SC_GRID_PRIVILEGES)
    {
      levels = create_levels (self, place);
      g_menu_append_section (menu, place.row >= 0 ? NULL : _ ("For All Rows"), levels);
    }
  if (place.row == SC_GRID_PRIVILEGES)
    return G_MENU_MODEL (menu);
  append_repairs (self, menu, scope);
  append_presets (self, menu, scope);
  append_copies (self, menu, scope);
  return G_MENU_MODEL (menu);
}

static void
closed_cb (ScAccessGrid *self)
{
  sc_access_grid_focus_cursor (self);
}

void
sc_access_grid_popup_menu (ScAccessGrid *self, ScGridPlace place)
{
  GtkWidget *item = sc_access_grid_get_item (self, place);
  g_autoptr (GMenuModel) model = NULL;
  graphene_rect_t bounds;

  if (item == NULL || !gtk_widget_compute_bounds (item, GTK_WIDGET (self), &bounds))
    return;
  model = create_menu (self, place);
  self->about = place;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model_full (model, GTK_POPOVER_MENU_NESTED);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                (int) bounds.size.width,
                                                (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
