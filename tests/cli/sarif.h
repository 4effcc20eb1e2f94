/* sarif.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Parses what the program wrote; fails when it is not JSON. Free with json_node_unref(). */
JsonNode *cli_parse_json (const char *text);

/* Members of the expected kind; fail when they are not there. They belong to node. */
JsonArray *cli_get_array (JsonNode *node, const char *name);
JsonNode *cli_get_object (JsonNode *node, const char *name);
const char *cli_get_string (JsonNode *node, const char *name);
/* NULL when there is none. */
const char *cli_find_string (JsonNode *node, const char *name);
gint64 cli_get_int (JsonNode *node, const char *name);

/* Fails when the log breaks a rule of the SARIF 2.1.0 schema, as far as it concerns the objects
 * that may occur: members that must be there, members that may, their types and their values. Then
 * what the standard says besides: indexes that lead to the rule they name, bases of URIs that are
 * defined. */
void cli_assert_sarif (JsonNode *root);

/* The results of the only run. */
JsonArray *cli_get_results (JsonNode *root);

G_END_DECLS
