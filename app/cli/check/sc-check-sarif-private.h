/* sc-check-sarif-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-json.h"
#include "sc-validation.h"

G_BEGIN_DECLS

/* The key of a finding's fingerprint in "partialFingerprints". */
#define SC_SARIF_FINGERPRINT "stagecraft/v1"

/* "error", "warning" or "note". */
const char *sc_sarif_get_level (int severity);
void sc_sarif_add_text (ScJson *json, const char *key, const char *text);

/* The program and all its rules. */
void sc_sarif_add_tool (ScJson *json);
/* The position of the rule in that list. */
guint sc_sarif_get_rule_index (const ScRule *rule);

G_END_DECLS
