/* json-schema.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Fails when node is not as the JSON Schema says, or has a member that it does not tell of. Knows
 * the words of JSON Schema that the project's own schemas use, and refuses others. */
void cli_assert_matches_schema (JsonNode *node, JsonNode *schema);

G_END_DECLS
