/* test-uses.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "sc-edit-role.h"
#include "sc-edit-solution.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-id.h"
#include "sc-uses.h"

#include <string.h>

/* Who uses what, and what edits take the ground from. */

static const char *const kinds[]
    = { "step",   "clause", "branch", "condition", "workflow", "relationship", "stage",
        "lookup", "flow",   "role",   "app",       "security", "persona" };

/* "clause A?0.0; step A1; workflow B": kind and place of each. */
static char *
describe (const ScList *uses)
{
  GString *text = g_string_new (NULL);

  sc_list_foreach (uses, const ScUse *, use)
    {
      const char *id = use->step != NULL    ? use->step
                       : use->stage != NULL ? use->stage
                       : use->role != NULL  ? use->role
                                            : use->flow;
      g_autofree char *name = id != NULL ? fixture_name (id) : g_strdup (use->who);

      g_assert_cmpstr (use->who, !=, "");
      g_assert_cmpstr (use->how, !=, "");
      g_assert_null (strstr (use->who, "(null)"));
      g_assert_null (strstr (use->how, "(null)"));
      g_string_append_printf (text, "%s%s %s", use_i > 0 ? "; " : "", kinds[use->kind], name);
      if (use->branch >= 0)
        g_string_append_printf (text, "?%d", use->branch);
      if (use->clause >= 0)
        g_string_append_printf (text, ".%d", use->clause);
    }
  return g_string_free (text, FALSE);
}

static const char *
get_flow (const ScSolution *solution)
{
  return ((const ScFlow *) sc_list_get (solution->flows, 0))->id;
}

/* "delete-step A1", "move-step A1 B", "column A1 new_x", "table A lead", … */
static ScSolution *
edit (const ScSolution *solution, const char *command)
{
  g_auto (GStrv) words = g_strsplit (command, " ", -1);
  const char *flow = get_flow (solution), *verb = words[0], *name = words[1];
  const char *value = name != NULL ? words[2] : NULL;
  g_autofree char *id = fixture_id (name);
  g_autofree char *other = value != NULL ? fixture_id (value) : NULL;
  ScSolution *after = NULL;
  g_autoptr (GError) error = NULL;

  if (strcmp (verb, "delete-step") == 0)
    after = sc_edit_step_delete (solution, flow, id, &error);
  else if (strcmp (verb, "move-step") == 0)
    after = sc_edit_step_move (solution, flow, id, other, 0, &error);
  else if (strcmp (verb, "column") == 0)
    after = sc_edit_step_set_column (solution, flow, id, value, &error);
  else if (strcmp (verb, "require") == 0)
    after = sc_edit_step_set_required (solution, flow, id, TRUE, &error);
  else if (strcmp (verb, "delete-stage") == 0)
    after = sc_edit_stage_delete (solution, flow, id, &error);
  else if (strcmp (verb, "move-stage") == 0)
    after = sc_edit_stage_move (solution, flow, id, (ScSlot){ other, SC_EDGE_NEXT }, &error);
  else if (strcmp (verb, "table") == 0)
    after = sc_edit_stage_set_table (solution, flow, id, value, &error);
  else if (strcmp (verb, "delete-column") == 0)
    after = sc_edit_column_delete (solution, name, value, &error);
  else if (strcmp (verb, "delete-table") == 0)
    after = sc_edit_table_delete (solution, name, &error);
  else if (strcmp (verb, "delete-role") == 0)
    after = sc_edit_role_delete (solution, id, &error);
  else
    g_assert_not_reached ();
  g_assert_no_error (error);
  return after;
}

typedef struct
{
  const char *name;
  const char *script; /* see fixture.h */
  const char *edit;
  const char *lost; /* "": nothing */
} LostRow;

/* A branches on c, the column of its only step. */
#define BRANCHES "outline A?B|C=D B>D C>D D>"
#define LOOKUP   "; new column new_t.l; new_t.l type=13; new step A A2 l"
#define LEAD     "; new table lead"
#define TRIGGER  "; new trigger B; B!0 name=Tell; new event B!0 STAGEENTER 40"

static const LostRow lost_rows[] = {
  { "step/plain", "outline A>B B>", "delete-step A1", "" },
  { "step/clause", BRANCHES, "delete-step A1", "clause A?0.0" },
  { "step/clause-twice", BRANCHES "; new clause A?0 c or", "delete-step A1",
    "clause A?0.0; clause A?0.1" },
  { "step/two-branches", "outline A?B|C|D=E B>E C>E D>E E>", "delete-step A1",
    "clause A?0.0; clause A?1.0" },
  { "step/other-shows-it", BRANCHES "; new step A A2 c", "delete-step A1", "" },
  { "step/other-column", BRANCHES "; new column new_t.d; new step A A2 d", "delete-step A2", "" },
  { "step/other-stage", BRANCHES, "delete-step B1", "" },
  { "step/other-case", BRANCHES "; A?0.0 column=C", "delete-step A1", "clause A?0.0" },
  { "step/no-table-in-clause", BRANCHES "; A?0.0 table=null", "delete-step A1", "clause A?0.0" },
  { "step/broken-before", BRANCHES "; A?0.0 column=x", "delete-step A1", "" },
  { "step/action", BRANCHES "; A1 kind=1 column=null; new step A A2 c", "delete-step A1", "" },
  { "step/compared-column",
    BRANCHES "; new column new_t.d; new step A A2 d; new operand A?0.0 Column d; "
             "A?0.0.0 table=new_t",
    "delete-step A2", "clause A?0.0" },
  { "step/lookup", BRANCHES LOOKUP LEAD "; A?0.0 table=lead column=name", "delete-step A2",
    "clause A?0.0" },
  { "step/second-lookup",
    BRANCHES LOOKUP LEAD "; new column new_t.m; new_t.m type=13; new step A A3 m; "
                         "A?0.0 table=lead column=name",
    "delete-step A2", "" },
  { "step/move-within", BRANCHES "; new column new_t.d; new step A A2 d", "move-step A2 A", "" },
  { "step/move-away", BRANCHES, "move-step A1 B", "clause A?0.0" },
  { "step/move-to-table", "outline A>B B:lead>" LEAD, "move-step A1 B", "step A1" },
  { "step/move-to-known", "outline A>B B:lead>" LEAD "; new column lead.c", "move-step A1 B", "" },
  { "step/column", BRANCHES "; new column new_t.d", "column A1 d", "clause A?0.0" },
  { "step/no-column", BRANCHES, "column A1", "clause A?0.0" },
  { "step/column-unused", BRANCHES "; new column new_t.d", "column B1 d", "" },
  { "step/required", BRANCHES, "require A1", "" },

  { "stage/plain", "outline A>B B>C C>", "delete-stage B", "" },
  { "stage/first", "outline A>B B>", "delete-stage A", "" },
  { "stage/condition", BRANCHES, "delete-stage A", "condition A" },
  { "stage/only-of-branch", BRANCHES, "delete-stage B", "branch A?0" },
  { "stage/only-of-otherwise", BRANCHES, "delete-stage C", "branch A?1" },
  { "stage/of-longer-branch", "outline A?B|C=D B>E E>D C>D D>", "delete-stage B", "" },
  { "stage/end-of-branch", "outline A?B|C B> C>", "delete-stage B", "branch A?0" },
  { "stage/merge", BRANCHES, "delete-stage D", "" },
  { "stage/workflow", "outline A>B B>" TRIGGER, "delete-stage B", "workflow B" },
  { "stage/awaited", "outline A>B B>" TRIGGER "; B!0.0 filter=5ca1ab1e-0000-4000-8000-410000000000",
    "delete-stage A", "workflow B" },
  { "stage/relationship", "outline A>B B:lead>" LEAD "; new transition A B r", "delete-stage B",
    "relationship B" },
  { "stage/relationship-follows", "outline A>B B>C C:lead>" LEAD "; new transition B C r",
    "delete-stage B", "" },
  { "stage/way-not-needed",
    "outline A?B|C=D B>D C>D D:lead>" LEAD "; new transition B D r; new transition C D r",
    "delete-stage A", "condition A" },
  { "stage/move", "outline A>B B>C C>", "move-stage A C", "" },
  { "stage/move-out-of-branch", BRANCHES, "move-stage B D", "branch A?0" },
  { "stage/move-past-table", "outline A>B B:lead>C C:lead>" LEAD "; new transition A B r",
    "move-stage B C", "" },

  { "table/plain", "outline A>B B>; A1 column=null" LEAD, "table A lead", "" },
  { "table/steps", "outline A>B B>" LEAD, "table A lead", "step A1" },
  { "table/has-it-too", "outline A>B B>" LEAD "; new column lead.c", "table A lead", "" },
  { "table/clause", BRANCHES LEAD "; new column lead.c", "table A lead", "clause A?0.0" },
  { "table/clause-beside-lookup",
    BRANCHES LEAD LOOKUP "; A2 class_id=270bd3db-d9af-4782-9025-"
                         "509e298dec0a; new column lead.c",
    "table A lead", "clause A?0.0; step A2" },
  { "table/relationship",
    "outline A>B B:lead>" LEAD "; new relationship r new_t lead; new transition A B r; "
    "B1 column=null",
    "table B other", "relationship B" },

  { "table/other-way",
    "outline A>B B:lead>C C:lead>" LEAD "; new relationship r new_t lead; new transition A B r",
    "table C other", "step C1" },

  { "column/unused", "outline A>B B>; new column new_t.d", "delete-column new_t d", "" },
  { "column/step", "outline A>B B>; B1 column=null", "delete-column new_t c", "step A1" },
  { "column/clause", BRANCHES "; B1 column=null; C1 column=null; D1 column=null",
    "delete-column new_t c", "step A1; clause A?0.0" },
  { "column/other-flow", "outline A>; A1 column=null; new flow g", "delete-column new_t c",
    "step g11" },
  { "column/same-name", "outline A>; A1 column=null" LEAD "; new column lead.c",
    "delete-column lead c", "" },
  { "column/transition",
    "outline A>B B:lead>" LEAD "; new column lead.l; new transition A B r; A>B attribute=l",
    "delete-column lead l", "relationship B" },
  { "column/secured", "outline A>; A1 column=null; new_t.c secured=1", "delete-column new_t c",
    "security Column security" },
  { "described/unused", "outline A>" LEAD, "delete-table lead", "" },
  { "described/stage", "outline A>B B:lead>" LEAD, "delete-table lead", "stage B" },
  { "described/role", "outline A>" LEAD "; new role R; new privilege R prvReadlead Global",
    "delete-table lead", "role R" },
  { "described/app", "outline A>" LEAD "; new app A 1:lead", "delete-table lead", "app App “A”" },
  { "described/relationship", "outline A>" LEAD "; new relationship r new_t lead",
    "delete-table lead", "relationship Relationship “r”" },

  { "role/unused", "new role R", "delete-role R", "" },
  { "role/personas", "new role R; new role S; new persona P R S; new persona Q S; new persona T R",
    "delete-role R", "persona Persona “P”; persona Persona “T”" },
  { "role/only-one", "new role R; new privilege R prvReadnew_flow Global", "delete-role R",
    "flow flow" },
  { "role/one-of-two",
    "new role R; new privilege R prvReadnew_flow Global; new role S; "
    "new privilege S prvReadnew_flow Basic",
    "delete-role R", "" },
  { "role/no-read", "new role R; new privilege R prvWritenew_flow Global", "delete-role R", "" },
};

static void
test_lost (gconstpointer data)
{
  const LostRow *row = data;
  g_autoptr (ScSolution) before = fixture_solution (row->script);
  g_autoptr (ScSolution) after = edit (before, row->edit);
  g_autoptr (ScList) lost = sc_uses_find_lost (before, after);
  g_autoptr (ScList) none = sc_uses_find_lost (before, before);
  g_autofree char *text = describe (lost);

  g_assert_cmpstr (text, ==, row->lost);
  g_assert_null (none);
}

typedef struct
{
  const char *name;
  const char *script;
  ScUsed thing; /* the names are turned into ids */
  const char *uses;
} FindRow;

static const FindRow find_rows[] = {
  { "step/alone", "outline A>", { SC_USED_STEP, "", "A1", NULL }, "" },
  { "step/elsewhere",
    BRANCHES,
    { SC_USED_STEP, "", "A1", NULL },
    "clause A?0.0; step B1; step C1; step D1" },
  { "step/no-column", "outline A>; A1 column=null", { SC_USED_STEP, "", "A1", NULL }, "" },
  { "step/gone", "outline A>", { SC_USED_STEP, "", "Z1", NULL }, "" },
  { "column/step", "outline A>", { SC_USED_COLUMN, NULL, "new_t", "c" }, "step A1" },
  { "column/flows",
    "outline A>; new flow g",
    { SC_USED_COLUMN, NULL, "new_t", "C" },
    "step A1; step g11" },
  { "relationship/used",
    "outline A>B B:lead>" LEAD "; new relationship r new_t lead; new transition A B r",
    { SC_USED_RELATIONSHIP, NULL, "R", NULL },
    "relationship B" },
  { "relationship/unused",
    "outline A>" LEAD "; new relationship r new_t lead",
    { SC_USED_RELATIONSHIP, NULL, "r", NULL },
    "" },
  { "column/unused", "outline A>", { SC_USED_COLUMN, NULL, "new_t", "d" }, "" },
  { "column/relationship",
    "outline A>; new relationship r lead new_t",
    { SC_USED_COLUMN, NULL, "new_t", "c" },
    "step A1" },
  { "table/all",
    "outline A>B B:lead>" LEAD "; new role R; new privilege R prvReadlead Global; "
    "new app A 1:lead; new relationship r new_t lead",
    { SC_USED_TABLE, NULL, "lead", NULL },
    "stage B; relationship Relationship “r”; role R; app App “A”" },
  { "table/lookup",
    "outline A>" LEAD LOOKUP "; new target new_t.l lead",
    { SC_USED_TABLE, NULL, "lead", NULL },
    "lookup Lookup “l” of “new_t”" },
  { "column/compared",
    BRANCHES "; new column new_t.d; new operand A?0.0 Column d; A?0.0.0 table=new_t",
    { SC_USED_COLUMN, NULL, "new_t", "d" },
    "clause A?0.0" },
  { "stage/awaited",
    "outline A>B B>" TRIGGER "; B!0.0 filter=5ca1ab1e-0000-4000-8000-410000000000",
    { SC_USED_STAGE, "", "A", NULL },
    "workflow B" },
  { "table/backing", "outline A>", { SC_USED_TABLE, NULL, "new_flow", NULL }, "flow flow" },
  { "table/clause",
    BRANCHES LEAD "; A?0.0 table=lead column=name",
    { SC_USED_TABLE, NULL, "lead", NULL },
    "clause A?0.0" },
  { "stage/all",
    BRANCHES TRIGGER "; new transition A B r",
    { SC_USED_STAGE, "", "B", NULL },
    "branch A?0; workflow B; relationship B" },
  { "stage/condition", BRANCHES, { SC_USED_STAGE, "", "A", NULL }, "condition A" },
  { "stage/none", "outline A>B B>", { SC_USED_STAGE, "", "B", NULL }, "" },
  { "role/flow",
    "new role R; new privilege R prvReadnew_flow Global",
    { SC_USED_ROLE, NULL, "R", NULL },
    "flow flow" },
  { "role/personas",
    "new role R; new role S; new persona P R S; new persona Q S; new privilege R prvReadnew_flow "
    "Global",
    { SC_USED_ROLE, NULL, "R", NULL },
    "flow flow; persona Persona “P”" },
  { "role/none", "new role R", { SC_USED_ROLE, NULL, "R", NULL }, "" },
};

static void
test_find (gconstpointer data)
{
  const FindRow *row = data;
  g_autoptr (ScSolution) solution = fixture_solution (row->script);
  ScUsed thing = row->thing;
  g_autofree char *id = fixture_id (thing.name);
  g_autoptr (ScList) uses = NULL;
  g_autofree char *text = NULL;

  if (thing.kind != SC_USED_TABLE && thing.kind != SC_USED_COLUMN
      && thing.kind != SC_USED_RELATIONSHIP)
    thing.name = id;
  if (thing.flow != NULL)
    thing.flow = get_flow (solution);
  uses = sc_uses_find (solution, &thing);
  text = describe (uses);
  g_assert_cmpstr (text, ==, row->uses);
}

typedef struct
{
  const char *name;
  const char *script;
  const char *edit;
  const char *conditions; /* clauses per branch of A: "1,0"; "-": no condition; NULL: not offered */
} DropRow;

static const DropRow drop_rows[] = {
  { "nothing-lost", "outline A>B B>", "delete-step A1", NULL },
  { "no-clause-lost", BRANCHES, "delete-stage B", NULL },
  { "only-clause", BRANCHES, "delete-step A1", "-" },
  { "all-branches", "outline A?B|C|D=E B>E C>E D>E E>", "delete-step A1", "-" },
  { "one-of-two-clauses", BRANCHES "; new column new_t.d; new step A A2 d; new clause A?0 d and",
    "delete-step A1", "1,0" },
  { "one-of-two-branches",
    "outline A?B|C|D=E B>E C>E D>E E>; new column new_t.d; new step A A2 d; A?1.0 column=d",
    "delete-step A1", NULL },
};

static void
test_drop (gconstpointer data)
{
  const DropRow *row = data;
  g_autoptr (ScSolution) before = fixture_solution (row->script);
  g_autoptr (ScSolution) after = edit (before, row->edit);
  g_autoptr (ScList) lost = sc_uses_find_lost (before, after);
  g_autoptr (ScSolution) dropped = sc_uses_drop_clauses (after, lost);
  g_autoptr (ScList) still = dropped != NULL ? sc_uses_find_lost (before, dropped) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *id = fixture_id ("A");
  const ScStage *stage;

  if (row->conditions == NULL)
    {
      g_assert_null (dropped);
      return;
    }
  g_assert_nonnull (dropped);
  stage = sc_flow_find_stage (sc_list_get (dropped->flows, 0), id, NULL);
  if (stage->condition == NULL)
    g_string_append (text, "-");
  else
    sc_list_foreach (stage->condition->branches, const ScBranch *, branch)
      g_string_append_printf (text, "%s%u", branch_i > 0 ? "," : "",
                              sc_list_length (branch->clauses));
  g_assert_cmpstr (text->str, ==, row->conditions);
  sc_list_foreach (still, const ScUse *, use)
    g_assert_cmpint (use->kind, !=, SC_USE_CLAUSE);
}

#define ADD_ROWS(folder, rows, function)                                \
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)                       \
    {                                                                   \
      g_autofree char *path = g_strconcat (folder, rows[i].name, NULL); \
      g_test_add_data_func (path, &rows[i], function);                  \
    }

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_ROWS ("/uses/lost/", lost_rows, test_lost)
  ADD_ROWS ("/uses/find/", find_rows, test_find)
  ADD_ROWS ("/uses/drop/", drop_rows, test_drop)
  return g_test_run ();
}
