/* sc-access-filter.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "sc-access-target.h"

G_BEGIN_DECLS

/* The positions (guint) of the roles (of ScRole) and targets (of ScAccessTarget) whose names fit
 * text. What contains it wins over what only has its letters; a kind of which nothing fits as well
 * stays whole, since the other one was meant. FALSE, and no arrays, when nothing fits at all. */
gboolean sc_access_filter (const ScList *roles,
                           const ScList *targets,
                           const char *text,
                           GArray **role_positions,
                           GArray **target_positions);

G_END_DECLS
