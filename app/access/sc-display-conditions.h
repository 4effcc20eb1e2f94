/* sc-display-conditions.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-flow.h"

G_BEGIN_DECLS

/* The roles that the display conditions of a flow name (element processroleassignment of its file:
 * <DisplayConditions><Role Id="{…}"/>…</DisplayConditions>). Once they said who sees the flow;
 * since flows have tables of their own, privileges on these do (Microsoft Learn, "Work with
 * business process flows using code", manage security). Dataverse still writes them: all flows of
 * public packages that have any name just System Administrator and System Customizer, also where
 * roles of the same package grant access to the flow (a test looks). So they are kept, shown, and
 * do not count for who may do what; that nothing asks for them any more is not documented. */

/* Of char *, the ids without braces, each once; NULL where there are no conditions, or they are not
 * understood. Free with g_ptr_array_unref(). */
GPtrArray *sc_display_conditions_list_roles (const ScFlow *flow);

G_END_DECLS
