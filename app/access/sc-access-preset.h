/* sc-access-preset.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"

G_BEGIN_DECLS

/* Usual sets of privileges on a flow (Microsoft Learn, "Create a business process flow", shows the
 * first three; the roles in Microsoft's own packages have the last one). */
typedef enum
{
  SC_PRESET_NONE,   /* the flow is hidden */
  SC_PRESET_VIEWER, /* Read: sees the flow, cannot move it */
  SC_PRESET_USER,   /* all but Delete: works with the flow */
  SC_PRESET_FULL,   /* also deletes what the flow remembers of a record */
  SC_N_PRESETS,
  SC_PRESET_CUSTOM = SC_N_PRESETS /* anything else */
} ScAccessPreset;

/* "None", "Viewer", …, "Custom": translated. */
const char *sc_access_preset_get_title (ScAccessPreset preset);
/* What people with it can do: a sentence, translated. */
const char *sc_access_preset_get_description (ScAccessPreset preset);
/* "none", "viewer", "user", "full"; NULL for custom. */
const char *sc_access_preset_get_nick (ScAccessPreset preset);
/* SC_PRESET_CUSTOM for a nick that is not known. */
ScAccessPreset sc_access_preset_from_nick (const char *nick);

/* Bits, 1 << ScAccess: those that it gives, organization-wide; 0 for custom. */
guint sc_access_preset_get_accesses (ScAccessPreset preset);

/* Which of them a role has for flow. */
ScAccessPreset sc_access_preset_find (const ScRole *role, const ScFlow *flow);
/* Gives role exactly these privileges on flow, organization-wide. Not for SC_PRESET_CUSTOM. */
ScSolution *sc_access_preset_apply (const ScSolution *solution,
                                    const char *role,
                                    const char *flow,
                                    ScAccessPreset preset,
                                    GError **error);

G_END_DECLS
