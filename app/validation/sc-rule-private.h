/* sc-rule-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-digest-private.h"
#include "sc-fix-private.h"
#include "sc-flow-graph.h"
#include "sc-grants-private.h"
#include "sc-lookup-private.h"
#include "sc-name.h"
#include "sc-validation.h"

G_BEGIN_DECLS

/* How to add a rule
 *
 * A rule is one descriptor and one pure function in the file of its kind (sc-rules-flow.c,
 * sc-rules-stage.c, …): write the function, put the descriptor into the file's table, and add a
 * row to tests/validation/rule-rows-*.c; a test fails for a rule without a row.
 *
 * - id: never changes and is never used again. The list of rules is sorted by it.
 * - scope: what the function is called for. It sees nothing but that thing, and what `uses` names:
 *   everything else in ScSubject is NULL. So the outcome can be remembered for as long as those
 *   pointers stay the same.
 * - A rule that lacks what it would have to know (the table is not in the solution, its columns
 *   are not all there) says nothing: it neither passes nor fails.
 * - Never report a flow that works. An error is something that the server refuses; what is only
 *   reported by somebody, or a matter of taste, is a warning or advice.
 * - A message is one or two plain sentences with the names and the figures. Names in it are the
 *   labels in the base language, between “ and ”. */

/* What a rule looks at: what the solution has besides the thing itself and, for SC_SCOPE_FLOW and
 * SC_SCOPE_SOLUTION, which sides of the flow or flows. A rule for flows that names no side is taken
 * to look at all of them, one for solutions that names nothing at everything; naming them saves
 * running it again after every edit. Names in messages count: a
 * rule that names a flow looks at SC_USES_SELF, one that names or points to a stage at
 * SC_USES_STAGES, one that names a table by its label at SC_USES_TABLES. */
typedef enum
{
  SC_USES_NOTHING = 0,
  SC_USES_TABLES = 1 << 0, /* tables, columns, relationships, processes */
  SC_USES_ROLES = 1 << 1,
  SC_USES_COMPONENTS = 1 << 2, /* what solution.xml lists */
  SC_USES_HEADER = 1 << 3,     /* the publisher's prefix */
  SC_USES_REST = 1 << 4,       /* what else a solution has; only in SC_SCOPE_SOLUTION */
  SC_USES_SOLUTION = (1 << 5) - 1,

  SC_USES_SELF = 1 << 5,   /* which flows there are and their own fields */
  SC_USES_STAGES = 1 << 6, /* which stages there are and their fields, but for the next two */
  SC_USES_WAYS = 1 << 7,   /* conditions, what comes next, transitions; the graph */
  SC_USES_STEPS = 1 << 8,  /* the steps of all stages; the digests */
  SC_USES_FLOW = SC_USES_SELF | SC_USES_STAGES | SC_USES_WAYS | SC_USES_STEPS,

  SC_USES_ALL = SC_USES_SOLUTION | SC_USES_FLOW
} ScUses;

/* What a solution may lack, so that a rule cannot say anything. */
typedef enum
{
  SC_NEEDS_NOTHING,
  SC_NEEDS_COLUMNS,       /* all columns of every stage's table */
  SC_NEEDS_TABLES,        /* what every stage's table is: enabled for flows or not */
  SC_NEEDS_RELATIONSHIPS, /* of the tables of a flow that has several */
  SC_NEEDS_ROLES,
  SC_NEEDS_COMPONENTS,
  SC_NEEDS_APPS,
  SC_NEEDS_PREFIX,
  SC_NEEDS_PROCESSES, /* what flows run */
  SC_NEEDS_FORMS      /* the main forms of every stage's table */
} ScNeeds;

/* What a problem has to name to be repaired, besides a flow and what the rule's scope says. */
typedef enum
{
  SC_NAMES_STAGE = 1 << 0,
  SC_NAMES_STEP = 1 << 1,
  SC_NAMES_ROLE = 1 << 2,
  SC_NAMES_NOTHING = 1 << 3 /* not even a flow */
} ScNames;

/* What one call of a rule's function looks at. */
typedef struct
{
  int language;               /* base language of the solution */
  const ScSolution *solution; /* only in SC_SCOPE_SOLUTION */
  const ScFlow *flow;         /* only in SC_SCOPE_FLOW */
  const ScStage *stage;       /* only in SC_SCOPE_STAGE and SC_SCOPE_STEP */
  const ScStep *step;         /* only in SC_SCOPE_STEP */

  ScLookup *lookup;         /* SC_USES_TABLES or SC_USES_COMPONENTS */
  const ScTable *table;     /* SC_USES_TABLES: the stage's; NULL when it is not known */
  const ScColumn *column;   /* SC_USES_TABLES: the step's; NULL when it is not known */
  ScGrants *grants;         /* SC_USES_ROLES */
  const ScList *components; /* SC_USES_COMPONENTS */
  const char *prefix;       /* SC_USES_HEADER */

  const ScFlowGraph *graph;            /* SC_SCOPE_FLOW */
  const ScStageDigest *const *digests; /* SC_SCOPE_FLOW: one per stage */
} ScSubject;

/* Takes what a rule finds. */
typedef struct _ScReporter ScReporter;

/* Where the next problem is and how bad: holds for one sc_reporter_add(). Without them it is at the
 * subject, and as severe as the rule says. Positions are those in the lists; -1: none. */
void sc_reporter_set_flow (ScReporter *self, guint flow); /* only in SC_SCOPE_SOLUTION */
void sc_reporter_set_stage (ScReporter *self, int stage); /* only in SC_SCOPE_FLOW */
void sc_reporter_set_step (ScReporter *self, int step);   /* in SC_SCOPE_STAGE, SC_SCOPE_FLOW */
/* clause: position in the branch, or -1 */
void sc_reporter_set_branch (ScReporter *self, guint branch, int clause);
void sc_reporter_set_role (ScReporter *self, const ScRole *role);
void sc_reporter_set_severity (ScReporter *self, ScSeverity severity);
void sc_reporter_set_figures (ScReporter *self, guint found, guint allowed);
void sc_reporter_add (ScReporter *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

typedef void (*ScCheck) (const ScSubject *subject, ScReporter *reporter);
/* See sc-fix-private.h. */
typedef void (*ScRepairFunc) (ScRepair *repair);

struct _ScRule
{
  const char *id;
  const char *title;
  const char *explanation;
  const char *source;
  const char *server_code;
  ScSeverity severity;
  ScScope scope;
  gboolean stages_too; /* SC_SCOPE_FLOW: the function is also called for each stage by itself */
  guint uses;          /* of ScUses */
  ScNeeds needs;
  guint allowed; /* see sc_rule_get_allowed() */
  ScCheck check;
  ScRepairFunc repair;      /* NULL: a person has to decide */
  gboolean repair_all;      /* the first repair of each problem is safe to do without asking */
  gboolean repair_only_one; /* with repair_all: only of problems that have one repair */
  guint repair_names;       /* of ScNames */
};

/* One table per file; each ends with a rule that has no id. */
extern const ScRule sc_rules_access[];
extern const ScRule sc_rules_branch[];
extern const ScRule sc_rules_flow[];
extern const ScRule sc_rules_offer[];
extern const ScRule sc_rules_package[];
extern const ScRule sc_rules_practice[];
extern const ScRule sc_rules_process[];
extern const ScRule sc_rules_sibling[];
extern const ScRule sc_rules_solution[];
extern const ScRule sc_rules_stage[];
extern const ScRule sc_rules_step[];
extern const ScRule sc_rules_table[];
extern const ScRule sc_rules_way[];
extern const ScRule sc_rules_work[];
extern const ScRule sc_rules_workflow[];

/* Orders ids as a person would: ST-2 before ST-13, SP-13 before SP-13b. */
int sc_rule_compare (const ScRule *a, const ScRule *b);

/* TRUE when the stage at that position decides between ways. */
gboolean sc_rule_is_branching (const ScSubject *subject, guint position);

/* FALSE where nothing can be said of who may do what with a flow: no role is there, or its backing
 * table is not known. */
gboolean sc_rule_can_judge_access (const ScSubject *subject);
/* The positions of the active flows (guint), per table they start on: name → GArray. */
GHashTable *sc_rule_group_active_flows (const ScSolution *solution);
/* The type of a step's column: column is what is known of it, or NULL; then the control tells. */
ScColumnType sc_rule_get_step_type (const ScStep *step, const ScColumn *column);

/* The names that messages use; never NULL. */
const char *sc_rule_name_flow (const ScSubject *subject, const ScFlow *flow);
const char *sc_rule_name_stage (const ScSubject *subject, const ScStage *stage);
const char *sc_rule_name_step (const ScSubject *subject, const ScStep *step);
const char *sc_rule_name_branch (const ScBranch *branch);
/* The label needs SC_USES_TABLES; without it this is the logical name. */
const char *sc_rule_name_table (const ScSubject *subject, const char *name);

/* TRUE for NULL and for nothing but spaces. */
gboolean sc_text_is_blank (const char *text);
/* TRUE when text has more than max characters; its length then goes to length. */
gboolean sc_text_is_longer (const char *text, guint max, guint *length);

G_END_DECLS
