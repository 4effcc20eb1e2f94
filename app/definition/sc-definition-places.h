/* sc-definition-places.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-places.h"

G_BEGIN_DECLS

/* Where a definition file says what, from the root (its <solution>) on: flows and their parts,
 * roles, tables, components. name is what messages call the file; an error for what is no XML. */
ScPlaces *sc_definition_find_places (GBytes *bytes, const char *name, GError **error);

G_END_DECLS
