/* sc-access-menu.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-menu.h"

#include <glib/gi18n-lib.h>

static GMenuModel *
create_model (void)
{
  g_autoptr (GMenu) presets = g_menu_new ();
  g_autoptr (GMenu) role = g_menu_new ();
  GMenu *menu = g_menu_new ();

  for (int i = 0; i < SC_N_PRESETS; i++)
    {
      g_autofree char *action
          = g_strdup_printf ("role.preset::%s", sc_access_preset_get_nick ((ScAccessPreset) i));
      g_autofree char *label
          = g_strdup_printf ("%s: %s", sc_access_preset_get_title ((ScAccessPreset) i),
                             sc_access_preset_get_description ((ScAccessPreset) i));

      g_menu_append (presets, label, action);
    }
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
sc_access_give_preset (ScEditor *editor, const ScRole *role, ScAccessPreset preset)
{
  const ScFlow *flow = sc_editor_get_flow (editor);
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (flow == NULL)
    return;
  name = g_strdup_printf (_ ("Set Access of “%s” to %s"), role->name,
                          sc_access_preset_get_title (preset));
  after = sc_access_preset_apply (sc_editor_get_solution (editor), role->id, flow->id, preset,
                                  &error);
  sc_editor_commit (editor, after, error, name, NULL);
}
