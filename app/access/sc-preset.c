/* sc-preset.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-preset.h"

#include "sc-access-edit.h"

#include <glib/gi18n-lib.h>

static const ScField preset_fields[] = {
  SC_FIELD (ScPreset, SC_FIELD_STRING, name),
  SC_FIELD (ScPreset, SC_FIELD_INT, accesses),
  SC_FIELD (ScPreset, SC_FIELD_INT, own),
  SC_FIELD_END,
};
const ScValueClass sc_preset_class = { "ScPreset", sizeof (ScPreset), preset_fields };

static gboolean
is_same_name (const char *a, const char *b)
{
  g_autofree char *folded_a = g_utf8_casefold (a, -1);
  g_autofree char *folded_b = g_utf8_casefold (b, -1);

  return g_str_equal (folded_a, folded_b);
}

const ScPreset *
sc_preset_find (const ScList *presets, const char *name)
{
  ScAccessPreset standard = sc_access_preset_from_nick (name);

  if (name == NULL)
    return NULL;
  sc_list_foreach (presets, const ScPreset *, preset)
    {
      if (is_same_name (preset->name, name)
          || (!preset->own && standard != SC_PRESET_CUSTOM
              && g_str_equal (preset->name, sc_access_preset_get_title (standard))))
        return preset;
    }
  return NULL;
}

const ScPreset *
sc_preset_find_used (const ScList *presets, const ScAccessTarget *target, const ScRole *role)
{
  guint accesses = 0;

  for (ScAccess access = 0; access < SC_N_ACCESS; access++)
    {
      ScLevel level = sc_access_target_get_level (target, role, access);

      if (level != SC_LEVEL_NONE && level != SC_LEVEL_ORGANIZATION)
        return NULL;
      if (level == SC_LEVEL_ORGANIZATION)
        accesses |= 1u << access;
    }
  sc_list_foreach (presets, const ScPreset *, preset)
    {
      if ((preset->accesses & target->accesses) == accesses)
        return preset;
    }
  return NULL;
}

char *
sc_preset_describe (const ScPreset *self)
{
  GString *text = g_string_new (NULL);

  for (ScAccess access = 0; access < SC_N_ACCESS; access++)
    if (self->accesses & 1u << access)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              sc_access_get_title (access));
  if (text->len == 0)
    g_string_append (text, _ ("No privileges"));
  return g_string_free (text, FALSE);
}

ScSolution *
sc_preset_apply (const ScSolution *solution,
                 const ScPreset *preset,
                 const ScList *targets,
                 const char *const *roles,
                 GError **error)
{
  ScLevel levels[SC_N_ACCESS];

  for (ScAccess access = 0; access < SC_N_ACCESS; access++)
    levels[access] = preset->accesses & 1u << access ? SC_LEVEL_ORGANIZATION : SC_LEVEL_NONE;
  return sc_access_apply_mask (solution, targets, roles, levels, error);
}
