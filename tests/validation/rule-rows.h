/* rule-rows.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "fixture.h"

/* What each rule says, and where it is silent: one row a case. Every rule has a row that makes it
 * speak and one, as close to it as can be, that does not; a row's outcome is all that is found. */
typedef struct
{
  const char *rule; /* NULL behind the last one */
  const char *script;
  const char *problems;
} RuleRow;

#define GUID  "5ca1ab1e-0000-4000-8000-000000000009"
#define GUID2 "5CA1AB1E-0000-4000-8000-000000000009"

extern const RuleRow rule_rows_flow[];
extern const RuleRow rule_rows_step[];
extern const RuleRow rule_rows_way[];
extern const RuleRow rule_rows_package[];
