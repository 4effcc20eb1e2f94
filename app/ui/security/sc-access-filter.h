/* sc-access-filter.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "sc-access-target.h"

G_BEGIN_DECLS

/* Leaves the roles and targets whose names fit text in arrays of references. What contains it wins
 * over what only has its letters; a kind of which nothing fits as well stays whole, since the other
 * one was meant. FALSE when nothing fits at all. */
gboolean sc_access_filter (GPtrArray *roles, GPtrArray *targets, const char *text);

G_END_DECLS
