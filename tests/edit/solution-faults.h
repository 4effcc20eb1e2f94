/* solution-faults.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"

G_BEGIN_DECLS

/* What no edit may bring about. */
typedef enum
{
  FAULT_LOOP = 1 << 0,
  FAULT_UNREACHABLE = 1 << 1, /* a stage that no way leads to */
  FAULT_ORDER = 1 << 2,       /* stages not depth first */
  FAULT_DANGLING = 1 << 3,    /* a way to a stage that is not there */
  FAULT_MERGE = 1 << 4,       /* a condition with "otherwise" that says it merges elsewhere */
  FAULT_IDS = 1 << 5,         /* two stages, steps or workflows have one id */
  FAULT_TRANSITION = 1 << 6,  /* between stages that are not there */
  FAULT_TRIGGER = 1 << 7,     /* a workflow waits for another stage */
  FAULT_CONDITION = 1 << 8,   /* nothing is asked, or "otherwise" is not the last */
  FAULT_FLOWS = 1 << 9,       /* two flows have one id or unique name */
  FAULT_ROLES = 1 << 10,      /* two roles have one id, or privileges are not sorted */
  FAULT_SETTINGS = 1 << 11,   /* not sorted by rule */
  FAULT_PERSONAS = 1 << 12    /* two have one id, or one has a role twice */
} Fault;

guint find_flow_faults (const ScFlow *flow);
/* Those of the solution itself, not those of its flows. */
guint find_solution_faults (const ScSolution *solution);

/* Fails when after, which kind made of before, has a fault that before does not have. */
void check_no_new_fault (const ScSolution *before, const ScSolution *after, const char *kind);

G_END_DECLS
