/* fixture.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-validation.h"

/* Small solutions as a line of text, to state what a rule says of them. A script starts from a
 * clean solution (fixture.c says which) and changes it, statement by statement, with ";" between:
 *
 *   outline A>B B>          the stages of the flow, as in sc-outline.h; step A1 is the first of A
 *   stages 31               so many stages in a row: S1, S2, …
 *   steps A 31              so many steps in A: A1, A2, …, each with a column of its own
 *   THING field=value …     sets fields; "x*101" is 101 times x, "~" a space, "null" nothing
 *   label THING 1031 text   a label in that language; a label text of "null" takes it out
 *   new KIND …              adds a thing, see fixture-add.c
 *
 * THING is solution; flow (the newest one); a stage A or a step A1; A? (its condition), A?0 (its
 * first branch), A?0.0 (a clause) or A?0.0.0 (an operand); A!0 (its first trigger) or A!0.0 (an
 * event); A>B (a transition); A@0 (its first label); the table t or a column t.c; role:R.
 *
 * Names of stages and steps stand for ids: they can be turned into GUIDs and back. */
ScSolution *fixture_solution (const char *script);

/* The id that stands for a name; free with g_free(). */
char *fixture_id (const char *name);
/* And back; an id that stands for no name is returned as it is. Free with g_free(). */
char *fixture_name (const char *id);

/* Problems as text, in their order: "F-02 error flow 31/30; SP-02 error A1". A problem is placed
 * by the innermost thing it names. Free with g_free(). */
char *fixture_describe (const ScList *problems);
/* Validates with a fresh validator. */
char *fixture_validate (const ScSolution *solution);

/* What rules look at besides flows: apps, an offline profile, what flows run, forms, privileges. */
#define FIXTURE_AROUND                                                                          \
  "new app Sales 1:new_t 29:flow 29:h; new app Service 29:g; new component 161 x; new process " \
  "5ca1ab1e-0000-4000-8000-000000000001 0 lead; new table new_h; new_h backing=1; new column "  \
  "new_h.bpf_new_tid; new_t.c form=2 required=2; new privilege R prvReadnew_t Basic; new "      \
  "privilege R prvReadLead Basic; new privilege R prvWritenew_flow Global; new role S; new "    \
  "privilege S prvReadnew_g Global; new privilege S prvCreatenew_g Global; new privilege S "    \
  "prvReadnew_flow Global; new privilege S prvCreatenew_flow Global"

#define FIXTURE_RICH                                                                            \
  "outline A>B B?C|D=E C>E D:lead>E E>; flow active=1; new flow g; flow active=1; outline a>b " \
  "b:lead>; new flow h; outline x>; new table lead; new column lead.new_l; new relationship r " \
  "new_t lead; new role R; new privilege R prvReadnew_flow Global; new component 29 flow; new " \
  "component 1 new_flow; solution option_prefix=10000; " FIXTURE_AROUND
