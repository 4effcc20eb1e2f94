/* sc-validation.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"

G_BEGIN_DECLS

typedef enum
{
  SC_SEVERITY_ADVICE,
  SC_SEVERITY_WARNING,
  SC_SEVERITY_ERROR
} ScSeverity;

/* "error", "warning", "advice". */
const char *sc_severity_get_nick (ScSeverity severity);

/* What a rule looks at, and so what its outcome depends on. Who may run a flow is a matter of the
 * flow: such problems name the role besides. */
typedef enum
{
  SC_SCOPE_SOLUTION,
  SC_SCOPE_FLOW,
  SC_SCOPE_STAGE,
  SC_SCOPE_STEP
} ScScope;

/* One rule; the descriptors live in constant tables beside their functions. */
typedef struct _ScRule ScRule;

/* Something that is wrong, with the ids of where. Immutable and counted. */
typedef struct
{
  ScValue base;
  const ScRule *rule;  /* points to a constant */
  int severity;        /* ScSeverity */
  const char *message; /* a sentence, translated */
  const char *flow;    /* ids; NULL where it does not apply */
  const char *stage;
  const char *step;
  const char *role;
  int branch; /* of the stage's condition, counted from 1; 0: none */
  int clause; /* of that branch, counted from 1; 0: the branch itself */
  int found;  /* the figure, where the rule is a limit; else 0 */
  int allowed;
} ScProblem;

SC_DECLARE_VALUE (ScProblem, sc_problem)

/* Stable id such as "F-02". */
const char *sc_rule_get_id (const ScRule *rule);
ScSeverity sc_rule_get_severity (const ScRule *rule);
ScScope sc_rule_get_scope (const ScRule *rule);
const char *sc_rule_get_title (const ScRule *rule);       /* translated, a few words */
const char *sc_rule_get_explanation (const ScRule *rule); /* translated, a sentence or three */
const char *sc_rule_get_source (const ScRule *rule);      /* where the fact comes from */
const char *sc_rule_get_server_code (const ScRule *rule); /* "0x80060414"; NULL */
/* The figure that the rule holds what it finds to, as solution's settings have it where they do;
 * solution is nullable. 0 for a rule that counts nothing, or not always to the same figure. */
guint sc_rule_get_allowed (const ScRule *rule, const ScSolution *solution);
/* What has to be loaded for the rule to say anything, translated; NULL: no more than the flow. */
const char *sc_rule_get_needs (const ScRule *rule);
/* All rules, in the order of their ids; ends with NULL. */
const ScRule *const *sc_rule_list (void);
/* The rule of that id, in either case; NULL when there is none. */
const ScRule *sc_rule_find (const char *id);

/* Validates, and remembers per value what came out: a flow, stage or step that is the same
 * pointer in the next solution (and depends on nothing that changed) is not looked at again. */
typedef struct _ScValidator ScValidator;

ScValidator *sc_validator_new (void);
void sc_validator_free (ScValidator *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScValidator, sc_validator_free)

/* All problems of a solution: first what concerns no single flow, then in the order of flows, of
 * stages, of steps, then by rule. A problem that is still there is the same pointer as in the run
 * before, and when nothing changed so is the list (of ScProblem). */
ScList *sc_validator_run (ScValidator *self, const ScSolution *solution);

/* Why what is loaded does not suffice for the rule, in a sentence; NULL when it was checked. What
 * is not checked neither passes nor fails. Free with g_free(). */
char *sc_rule_explain_unchecked (const ScRule *rule, const ScSolution *solution);

/* How close a flow is to a limit. */
typedef struct
{
  guint stages, most_steps, tables, active_flows; /* active_flows: on the flow's first table */
} ScMeters;

ScMeters sc_validation_measure (const ScSolution *solution, const ScFlow *flow);
/* How many flows may be active on a table: 10, unless the solution's settings say that its
 * organization allows more. */
guint sc_validation_get_max_active_flows (const ScSolution *solution);

G_END_DECLS
