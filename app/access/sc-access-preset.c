/* sc-access-preset.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-preset.h"

#include <glib/gi18n-lib.h>

#include "sc-access-edit.h"
#include "sc-edit.h"
#include "sc-flow-access.h"

static const struct
{
  const char *nick;
  const char *title;
  const char *description;
  gboolean grants[SC_N_ACCESS];
} presets[] = {
  [SC_PRESET_NONE] = { "none", N_ ("None"), N_ ("The flow is hidden"), { FALSE } },
  [SC_PRESET_VIEWER]
  = { "viewer", N_ ("Viewer"), N_ ("See the flow, but not move it"), { [SC_ACCESS_READ] = TRUE } },
  [SC_PRESET_USER] = { "user",
                       N_ ("User"),
                       N_ ("Start the flow and move between stages"),
                       { [SC_ACCESS_CREATE] = TRUE,
                         [SC_ACCESS_READ] = TRUE,
                         [SC_ACCESS_WRITE] = TRUE,
                         [SC_ACCESS_APPEND] = TRUE,
                         [SC_ACCESS_APPEND_TO] = TRUE } },
  [SC_PRESET_FULL] = { "full",
                       N_ ("Full"),
                       N_ ("Everything, deleting included"),
                       { TRUE, TRUE, TRUE, TRUE, TRUE, TRUE } },
  [SC_PRESET_CUSTOM] = { NULL, N_ ("Custom"), N_ ("Single privileges"), { FALSE } },
};

const char *
sc_access_preset_get_title (ScAccessPreset preset)
{
  g_return_val_if_fail (preset < G_N_ELEMENTS (presets), NULL);
  return _ (presets[preset].title);
}

const char *
sc_access_preset_get_description (ScAccessPreset preset)
{
  g_return_val_if_fail (preset < G_N_ELEMENTS (presets), NULL);
  return _ (presets[preset].description);
}

const char *
sc_access_preset_get_nick (ScAccessPreset preset)
{
  g_return_val_if_fail (preset < G_N_ELEMENTS (presets), NULL);
  return presets[preset].nick;
}

ScAccessPreset
sc_access_preset_from_nick (const char *nick)
{
  for (int i = 0; i < SC_N_PRESETS; i++)
    {
      if (g_strcmp0 (presets[i].nick, nick) == 0)
        return (ScAccessPreset) i;
    }
  return SC_PRESET_CUSTOM;
}

guint
sc_access_preset_get_accesses (ScAccessPreset preset)
{
  guint accesses = 0;

  g_return_val_if_fail (preset < G_N_ELEMENTS (presets), 0);
  for (ScAccess access = 0; access < SC_N_ACCESS; access++)
    if (presets[preset].grants[access])
      accesses |= 1u << access;
  return accesses;
}

static ScLevel
get_level (ScAccessPreset preset, ScAccess access)
{
  return presets[preset].grants[access] ? SC_LEVEL_ORGANIZATION : SC_LEVEL_NONE;
}

static gboolean
has_preset (const ScRole *role, const ScFlow *flow, ScAccessPreset preset)
{
  for (int access = 0; access < SC_N_ACCESS; access++)
    {
      if (sc_flow_access_get (role, flow, (ScAccess) access) != get_level (preset, access))
        return FALSE;
    }
  return TRUE;
}

ScAccessPreset
sc_access_preset_find (const ScRole *role, const ScFlow *flow)
{
  for (int i = 0; i < SC_N_PRESETS; i++)
    {
      if (has_preset (role, flow, (ScAccessPreset) i))
        return (ScAccessPreset) i;
    }
  return SC_PRESET_CUSTOM;
}

ScSolution *
sc_access_preset_apply (const ScSolution *solution,
                        const char *role,
                        const char *flow,
                        ScAccessPreset preset,
                        GError **error)
{
  const char *roles[] = { role, NULL };
  const ScFlow *found = sc_solution_find_flow (solution, flow, NULL);
  g_autoptr (ScAccessTarget) target = NULL;
  g_autoptr (ScList) targets = NULL;
  ScLevel levels[SC_N_ACCESS];

  g_return_val_if_fail (preset < SC_N_PRESETS, NULL);

  if (found == NULL)
    {
      g_set_error_literal (error, SC_EDIT_ERROR, SC_EDIT_ERROR_NOT_FOUND,
                           _ ("The flow is no longer in the solution."));
      return NULL;
    }
  for (ScAccess access = 0; access < SC_N_ACCESS; access++)
    levels[access] = get_level (preset, access);
  target = sc_access_target_new_flow (solution, found);
  targets = sc_list_append (NULL, target);
  return sc_access_apply_mask (solution, targets, roles, levels, error);
}
