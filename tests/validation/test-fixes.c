/* test-fixes.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "sc-fix.h"

#include <string.h>

/* What is offered for the first problem of a rule, and what is still found after the first of these
 * repairs. "~" at the end of an outcome: ids in it are fresh and are not compared. */
typedef struct
{
  const char *rule;
  const char *script;
  const char *titles; /* with " | " between; "" for none */
  const char *rest;
} Row;

#define GUID  "5ca1ab1e-0000-4000-8000-000000000009"
#define GUID2 "5CA1AB1E-0000-4000-8000-000000000009"

/* Eleven active flows, each with an order of its own. */
#define TEN_ACTIVE                                                                                 \
  "flow active=1; new flow f1; flow active=1; new flow f2; flow active=1; new flow f3; flow "      \
  "active=1; new flow f4; flow active=1; new flow f5; flow active=1; new flow f6; flow active=1; " \
  "new flow f7; flow active=1; new flow f8; flow active=1; new flow f9; flow active=1; "

/* The flow is listed, and has a table that may be listed, too. */
#define LISTED "new component 29 flow; new table new_flow; new_flow backing=1; "
#define DIGITS "5ca1ab1e000040008000666c6f770000"

/* A flow of two tables, and a role that may read and move it. */
#define WORKER                                                                              \
  "outline A>B B:lead>; new transition A B r; new role R; new privilege R prvReadnew_flow " \
  "Global; new privilege R prvWritenew_flow Global; "

#define X10  "xxxxxxxxxx"
#define X100 X10 X10 X10 X10 X10 X10 X10 X10 X10 X10

static const Row rows[] = {
  { "F-01", TEN_ACTIVE "new flow f10; flow active=1", "Make “f10” a draft", "" },
  { "F-04", "flow primary_table=new_other", "Make “new_t” the table of the flow", "" },
  { "F-05", "flow name=null", "Call it “new_t process”", "" },
  { "F-05", "flow name=~~", "Call it “new_t process”", "" },
  { "F-06", "flow name=x*101", "Shorten the name to “" X100 "”", "" },
  { "F-06", "label flow 1033 Name; label flow 1031 x*101", "Shorten the name to “flow”", "" },
  { "F-07", "flow unique_name=new_ab; new flow g; flow unique_name=null name=a-B",
    "Use the unique name “new_ab2”", "" },
  { "F-08", "flow unique_name=new_a-b", "Use the unique name “new_flow”", "" },
  { "F-08", "flow unique_name=1new_a; solution prefix=null", "Use the unique name “new_flow”", "" },
  { "F-08", "flow unique_name=x*257; solution prefix=null", "Use the unique name “new_flow”", "" },
  { "F-08", "flow unique_name=x*51; solution prefix=null", "Use the unique name “new_flow”", "" },
  { "F-09", "new flow g; flow unique_name=NEW_flow", "Use the unique name “new_g”", "" },
  { "F-09", "new flow g; flow id=5ca1ab1e-0000-4000-8000-666c6f770000",
    "Give “flow” an id of its own", "" },
  { "F-09", "new table new_flow", "Use the unique name “new_flow2”", "" },
  { "F-11", "flow unique_name=newer_flow", "Use the unique name “new_flow”", "" },
  { "F-12", "flow id=null", "Give every flow an id of its own", "" },
  { "F-12", "flow id=flow", "Give every flow an id of its own", "" },
  { "F-12", "flow primary_table=null", "Make “new_t” the table of the flow", "" },
  { "F-13", "flow description=x*2001", "Cut the description after 2,000 characters", "" },
  { "F-14", "flow active=1; new flow g; flow active=1 order=0; new flow h; flow active=1 order=0",
    "Number the flows on “new_t” in their present order", "" },
  { "F-22", "label flow 1031 Name", "Use “Name” in the base language too", "" },
  { "F-22", "label A 1033 null; label A 1031 Name", "Use “Name” in the base language too",
    "SL-05 warning flow 1/4" },
  { "F-22", "label A1 1033 null; label A1 1031 Name", "Use “Name” in the base language too",
    "SL-05 warning flow 1/4" },
  { "ST-01", "A steps=", "Add a step for “c” | Delete the stage “Do A”", "" },
  { "ST-02", "steps A 31", "Move 1 step to a stage behind it", "" },
  { "ST-03", "label A 1033 x*101", "Shorten the name to “" X100 "”", "" },
  { "ST-03", "label A 1031 x*101", "Shorten the name to “Do A”", "SL-05 warning flow 1/4" },
  { "ST-03", "A labels= name=x*101", "Shorten the name to “" X100 "”", "" },
  { "ST-03", "A labels= name=", "Call it “Stage 1”", "GP-01 advice A 1/0" },
  { "ST-04", "label A 1033 äh; label B 1033 Äh", "Call it “Äh 2”", "" },
  { "ST-05", "outline A>; A id=null", "Give every stage an id of its own", "" },
  { "ST-05", "outline A>; A id=stage", "Give every stage an id of its own", "" },
  { "ST-05", "A next=null; B id=5ca1ab1e-0000-4000-8000-410000000000",
    "Give every stage an id of its own", "ST-13 advice ~" },
  { "ST-06", "outline A> ; A table=~", "Put the stage on “new_t”", "" },
  { "ST-10", "A category=8", "Leave “Do A” without a category", "" },
  { "ST-12", "outline A>B B>X", "End the flow behind “Do B”", "" },
  { "ST-12", "outline A>B B>A", "End the flow behind “Do B”", "" },
  { "ST-12", "outline A>A", "End the flow behind “Do A”", "" },
  { "ST-13", "outline A>C B> C>", "Go on to “Do B” behind “Do C” | Delete the stage “Do B”", "" },
  { "SP-01", "A1 column=name", "Show the column “c”", "" },
  { "SP-01", "A1 column=new_x; new_t complete=0; new table lead; new column lead.new_x",
    "Show the column “c”", "" },
  { "SP-02", "A1 column=null", "Show the column “c”", "" },
  { "SP-03", "A1 id=null", "Give every step an id of its own", "" },
  { "SP-03", "A1 id=step", "Give every step an id of its own", "" },
  { "SP-03", "new step A A2 C", "Delete the step “A2”", "" },
  { "SP-03", "new column new_t.d; new step A A2 d; A2 control_id=c",
    "Give the control of “A2” the name of its column | Delete the step “A2”", "" },
  { "SP-04", "new step A A2 c; A2 control_id=c_1", "Delete the step “A2”", "" },
  { "SP-07", "A1 required=1; new_t.c calculated=1", "Do not require “C”", "" },
  { "SP-07", "B1 required=1; new_t.c read_only=1", "Do not require “C”", "" },
  { "SP-08", "A1 required=1; new_t.c type=10", "Do not require “C”", "" },
  { "SP-08", "A1 required=1 class_id=67fac785-cd58-4f9f-abb3-4b7ddc6ed5ed; new_t.c type=0",
    "Do not require “C”", "" },
  { "SP-13", "label A1 1033 x*101", "Shorten the name to “" X100 "”", "" },
  { "SP-13", "label A1 1033 ~", "Call it “c”", "" },
  { "SP-13b", "A@0 own_id=" GUID, "Give all labels of the flow the ids of their stages and steps",
    "" },
  { "SP-13b", "B1@0 own_id=" GUID, "Give all labels of the flow the ids of their stages and steps",
    "" },
  { "SP-17", "A1 required=1; new_t.c secured=1", "Do not require “C”", "" },
  { "SP-20", "new trigger A; new event A!0 STAGEENTER 20",
    "Let the workflows and buttons of “Do A” name this stage", "" },
  { "SP-20", "new trigger A; new event A!0 STAGEEXIT 40",
    "Let the workflows and buttons of “Do A” name this stage", "" },
  { "SP-20", "new trigger A; new event A!0 STAGEEXIT 20; A!0.0 filter=" GUID,
    "Let the workflows and buttons of “Do A” name this stage", "" },
  { "SP-20", "A1 action_id=" GUID, "Let the workflows and buttons of “Do A” name this stage", "" },
  { "BR-02", "outline A?B|C B> C>; new clause A?0 c and; new clause A?0 c or",
    "Take the branch “Case” when all of it is so | Take the branch “Case” when any of it is so",
    "" },
  { "BR-06", "outline A?B|C B> C>; A?1 target=null", "Delete the branch “otherwise”",
    "ST-13 advice C" },
  { "BR-06", "outline A?B|C B> C>; A?0 clauses=", "Delete the branch “Case”", "ST-13 advice B" },
  { "BR-06", "outline A?B|C B> C>; A?0.0 operator=Equal", "Delete the branch “Case”",
    "ST-13 advice B" },
  { "BR-06", "outline A?B|C B> C>; A? branches=", "Delete the condition of “Do A”",
    "ST-13 advice B; ST-13 advice C" },
  { "BR-07", "outline A?B|C|D B>E C>E D> E>",
    "Let all branches meet in “Do E” | Give each branch a copy of “Do E” and what follows", "" },
  { "BR-07", "outline A?B|C|D=F B>E C>E E>F D>F F>", "Let all branches meet in “Do E”", "" },
  { "BR-07", "outline A?B|C C?D|E D>F B>F F> E>",
    "Let all branches meet in “Do F” | Give each branch a copy of “Do F” and what follows", "" },
  { "BR-14", "outline A?B|X B>", "Delete the branch “otherwise”", "" },
  { "BR-14", "outline A?B|B B>", "Delete the condition of “Do A”", "" },
  { "TB-01", "outline A>B B:p_u>; new transition A B r; new relationship r p_u new_t",
    "Use no relationship", "TB-02 warning B" },
  { "SL-01", "new component 29 flow; new table new_flow; new_flow backing=1; new component 1 new_t",
    "Add the table “new_flow” to the solution", "" },
  { "P-01", "flow active=1; new role R; new privilege R prvReadAccount Global",
    "Let the role “R” use the flow | Add a role “flow User”", "" },
  { "P-02", "new role R; new privilege R prvWritenew_flow Global",
    "Give the role “R” what is missing", "" },
  { "P-02",
    "new role R; new privilege R prvReadnew_flow Global; new privilege R prvCreatenew_flow Global",
    "Give the role “R” what is missing", "" },
  { "P-03", "new role R; new privilege R prvReadnew_flow Basic",
    "Correct the levels in the role “R”", "" },
  { "P-03", "new role R; new privilege R prvAssignnew_flow Global",
    "Correct the levels in the role “R”", "" },
  { "P-06", "outline A?B|C B> C>; new role R; new privilege R prvReadnew_flow Global",
    "Let the roles that read the flow read processes", "" },
  { "F-15", "new app Sales 1:new_t 29:flow", "Make “flow” active", "" },
  { "SP-11",
    "new column new_t.d; new_t.d required=2; new column new_t.e; new step B B2 d; new step B B3 e",
    "Ask for “B2” in the first stage on its table", "" },
  { "SP-11",
    "new column new_t.d; new_t.d required=2; new column new_t.e; new_t.e required=2; new step B B2 "
    "d; new step B B3 e",
    "Ask for “B2” and the others in the first stages on their tables", "" },
  { "BR-09",
    "outline A?B|C B> C>; A?0.0 column=d table=contact; new column new_t.l; new_t.l type=13; new "
    "target new_t.l contact; new column new_t.m; new_t.m type=13; new target new_t.m account",
    "Add the step “l”, which leads there", "" },
  { "GP-03", WORKER "new privilege R prvReadnew_t Basic; new privilege R prvReadLead Local",
    "Let the role “R” change the rows that it reads", "P-05 advice R" },
  { "P-05",
    WORKER "new privilege R prvReadnew_t Basic; new privilege R prvReadLead Local; new privilege R "
           "prvWritenew_t Basic; new privilege R prvWriteLead Local",
    "Let the role “R” make and link rows of the later tables", "" },
  { "P-08", "flow active=1; " LISTED "new component 1 new_flow", "Add a role “flow User”", "" },
  { "SP-06",
    "new column new_t.address1_composite; new column new_t.address1_line1; A1 "
    "column=address1_composite",
    "Show the column “address1_line1”", "" },
  { "SP-16", "new column new_t.d; new_t.d type=22; new step A A2 d", "Delete the step “A2”", "" },
  { "SP-18", "new step A A2 c; A2 column=null kind=1", "Delete the step “A2”", "" },
  { "BR-01", "new column new_t.d; outline A?B|C B> C>; A?0.0 column=d",
    "Add what it asks for as a step: d", "" },
  { "TB-02", "outline A>B B:p_u>; new relationship r new_t p_u; new relationship s p_u new_t",
    "Use the relationship “r”", "" },
  { "TB-01",
    "outline A>B B:p_u>; new transition A B r; new relationship r p_u new_t; new relationship s "
    "new_t p_u",
    "Use the relationship “s” | Use no relationship", "" },
  { "WK-03", "new trigger B; B!0 id=" GUID "; new event B!0 STAGEEXIT 20",
    "Run it when the flow is finished", "" },
  { "WK-03",
    "new trigger A; A!0 id=" GUID
    "; A next=null; new event A!0 STAGEEXIT 20; new event A!0 STAGEENTER 40",
    "Run it when the flow is finished", "ST-13 advice B" },
};

static const ScProblem *
find_problem (const ScList *problems, const char *rule)
{
  sc_list_foreach (problems, const ScProblem *, problem)
    {
      if (strcmp (sc_rule_get_id (problem->rule), rule) == 0)
        return problem;
    }
  return NULL;
}

static char *
join_titles (const GPtrArray *fixes)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < fixes->len; i++)
    {
      const ScFix *fix = g_ptr_array_index (fixes, i);

      g_string_append_printf (titles, "%s%s", i > 0 ? " | " : "", fix->title);
    }
  return g_string_free (titles, FALSE);
}

static gboolean
is_outcome (const char *outcome, const char *expected)
{
  gsize length = strlen (expected);

  if (length > 0 && expected[length - 1] == '~')
    return strncmp (outcome, expected, length - 1) == 0;
  return strcmp (outcome, expected) == 0;
}

static void
check_row (const Row *row)
{
  g_autoptr (ScValidator) validator = sc_validator_new ();
  g_autoptr (ScSolution) solution = fixture_solution (row->script);
  g_autoptr (ScSolution) untouched = fixture_solution (row->script);
  g_autoptr (ScList) problems = sc_validator_run (validator, solution);
  const ScProblem *problem = find_problem (problems, row->rule);
  g_autoptr (GPtrArray) fixes = problem != NULL ? sc_fix_list (validator, solution, problem) : NULL;
  g_autofree char *titles = fixes != NULL ? join_titles (fixes) : g_strdup ("no problem");
  g_autofree char *rest = fixes != NULL && fixes->len > 0
                              ? fixture_validate (((ScFix *) fixes->pdata[0])->after)
                              : g_strdup ("");

  if (strcmp (titles, row->titles) != 0 || !is_outcome (rest, row->rest))
    {
      g_test_message ("  { \"%s\", \"%s\", \"%s\", \"%s\" },", row->rule, row->script, titles,
                      rest);
      g_test_fail ();
    }
  g_assert_true (sc_solution_equal (solution, untouched));
}

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check_row (&rows[i]);
}

/* No rule with repairs without a row in which they help. */
static void
test_every_repair_has_a_row (void)
{
  const ScRule *const *rules = sc_rule_list ();
  guint n_repairable = 0;

  for (guint i = 0; rules[i] != NULL; i++)
    {
      gboolean found = !sc_rule_has_fixes (rules[i]);

      n_repairable += !found;
      for (guint j = 0; j < G_N_ELEMENTS (rows) && !found; j++)
        found = strcmp (rows[j].rule, sc_rule_get_id (rules[i])) == 0 && *rows[j].titles != '\0';
      if (!found)
        {
          g_test_message ("%s has no row", sc_rule_get_id (rules[i]));
          g_test_fail ();
        }
    }
  g_assert_cmpuint (n_repairable, >=, 20);
}

typedef struct
{
  const char *rule;
  const char *script;
  guint n_fixed;
  const char *rest;
} AllRow;

static const AllRow all_rows[] = {
  { "SP-07", "A1 required=1; B1 required=1; new_t.c calculated=1", 2, "" },
  { "SP-13b", "A@0 own_id=" GUID "; B1@0 own_id=" GUID "; B@0 own_id=" GUID, 3, "" },
  { "ST-04", "outline A>B B>C C>; label A 1033 So; label B 1033 So; label C 1033 So", 2, "" },
  { "ST-13", "outline A>C B> C>", 0, "ST-13 advice B" },
  { "F-02", "stages 31", 0, "F-02 error flow 31/30" },
  { "TB-02", "outline A>B B:p_u>; new relationship r new_t p_u", 1, "" },
  { "TB-02", "outline A>B B:p_u>; new relationship r new_t p_u; new relationship s new_t p_u", 0,
    "TB-02 warning B" },
};

static void
test_all (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (all_rows); i++)
    {
      const AllRow *row = &all_rows[i];
      g_autoptr (ScValidator) validator = sc_validator_new ();
      g_autoptr (ScSolution) solution = fixture_solution (row->script);
      g_autoptr (ScList) problems = sc_validator_run (validator, solution);
      guint n_fixed = G_MAXUINT;
      g_autoptr (ScSolution) after
          = sc_fix_all (validator, solution, problems, sc_rule_find (row->rule), &n_fixed);
      g_autofree char *rest = fixture_validate (after);

      g_test_message ("%s: %s", row->rule, row->script);
      g_assert_cmpuint (n_fixed, ==, row->n_fixed);
      g_assert_cmpstr (rest, ==, row->rest);
      g_assert_true ((after == solution) == (n_fixed == 0));
    }
}

static void
test_compare (void)
{
  g_autoptr (ScValidator) validator = sc_validator_new ();
  g_autoptr (ScSolution) before = fixture_solution ("A1 required=1; new_t.c calculated=1");
  g_autoptr (ScSolution) clean = fixture_solution ("new_t.c calculated=1");
  g_autoptr (ScSolution) other = fixture_solution ("A1 column=null; new_t.c calculated=1");
  guint n_gone, n_new;

  sc_fix_compare (validator, before, clean, &n_gone, &n_new);
  g_assert_cmpuint (n_gone, ==, 1);
  g_assert_cmpuint (n_new, ==, 0);
  sc_fix_compare (validator, before, other, &n_gone, &n_new);
  g_assert_cmpuint (n_gone, ==, 1);
  g_assert_cmpuint (n_new, ==, 1);
}

/* A problem may be looked at after what it names is gone. */
static void
test_stale (void)
{
  g_autoptr (ScValidator) validator = sc_validator_new ();
  g_autoptr (ScSolution) solution = fixture_solution ("A1 required=1; new_t.c calculated=1");
  g_autoptr (ScSolution) other = fixture_solution ("outline X>");
  g_autoptr (ScList) problems = sc_validator_run (validator, solution);
  g_autoptr (GPtrArray) fixes = sc_fix_list (validator, other, sc_list_get (problems, 0));

  g_assert_cmpuint (fixes->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fixes/rows", test_rows);
  g_test_add_func ("/fixes/every-repair-has-a-row", test_every_repair_has_a_row);
  g_test_add_func ("/fixes/all", test_all);
  g_test_add_func ("/fixes/compare", test_compare);
  g_test_add_func ("/fixes/stale", test_stale);
  return g_test_run ();
}
