/* sc-access-menu.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-menu.h"

#include <glib/gi18n-lib.h>

#include "sc-access-preset.h"
#include "sc-flow-access.h"
#include "sc-preset-dialog.h"
#include "sc-preset.h"

static GMenuModel *
create_model (void)
{
  g_autofree char *path = sc_preset_get_path ();
  g_autoptr (ScList) all = sc_preset_list (path, NULL);
  g_autoptr (GMenu) presets = g_menu_new ();
  g_autoptr (GMenu) role = g_menu_new ();
  GMenu *menu = g_menu_new ();

  sc_list_foreach (all, const ScPreset *, preset)
    {
      g_autofree char *about
          = preset->own ? sc_preset_describe (preset)
                        : g_strdup (sc_access_preset_get_description ((ScAccessPreset) preset_i));
      g_autofree char *label = g_strdup_printf ("%s: %s", preset->name, about);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (
          item, "role.preset", "s",
          preset->own ? preset->name : sc_access_preset_get_nick ((ScAccessPreset) preset_i));
      g_menu_append_item (presets, item);
    }
  g_menu_append (role, _ ("Save as Preset…"), "role.save-preset");
  g_menu_append (role, _ ("Rename Role…"), "role.rename");
  g_menu_append (role, _ ("Delete Role"), "role.delete");
  g_menu_append_section (menu, _ ("Access"), G_MENU_MODEL (presets));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (role));
  return G_MENU_MODEL (menu);
}

GtkWidget *
sc_access_menu_new (void)
{
  g_autoptr (GMenuModel) model = create_model ();

  return gtk_popover_menu_new_from_model (model);
}

void
sc_access_give_preset (ScEditor *editor, const ScRole *role, const char *wanted)
{
  const ScSolution *solution = sc_editor_get_solution (editor);
  const ScFlow *flow = sc_editor_get_flow (editor);
  g_autofree char *path = sc_preset_get_path ();
  g_autoptr (ScList) presets = sc_preset_list (path, NULL);
  const ScPreset *preset = sc_preset_find (presets, wanted);
  const char *roles[] = { role->id, NULL };
  g_autoptr (ScAccessTarget) target = NULL;
  g_autoptr (ScList) targets = NULL;
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (flow == NULL || preset == NULL)
    return;
  target = sc_access_target_new_flow (solution, flow);
  targets = sc_list_append (NULL, target);
  name = g_strdup_printf (_ ("Set Access of “%s” to %s"), role->name, preset->name);
  after = sc_preset_apply (solution, preset, targets, roles, &error);
  sc_editor_commit (editor, after, error, name, NULL);
}

void
sc_access_save_preset (GtkWindow *parent, ScEditor *editor, const ScRole *role)
{
  const ScFlow *flow = sc_editor_get_flow (editor);
  guint accesses = 0;

  if (flow == NULL)
    return;
  for (int access = 0; access < SC_N_ACCESS; access++)
    {
      if (sc_flow_access_get (role, flow, (ScAccess) access) != SC_LEVEL_NONE)
        accesses |= 1u << access;
    }
  sc_preset_dialog_present (parent, editor, accesses);
}
