/* test-rule-coverage.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-validation.h"

#include <string.h>

/* Every limit, constraint and habit of flows that Microsoft's pages, its list of server errors and
 * people who build flows name, and whether there is a rule for it. Where there is none, the reason
 * says why a definition or a package cannot decide it. The ids are those of the rules; a fact keeps
 * its id whether it is a rule or not. */

#define RUNS   "happens to a row that runs through the flow"
#define ENVIR  "depends on what only the environment holds"
#define INFORM "tells how Dataverse works; there is nothing to find in a flow"
#define READER "the reader refuses such a file, naming the line"
#define EDITOR "the edits refuse it"
#define HABIT  "would speak up for flows that are well made"

typedef struct
{
  const char *id;
  const char *fact;
  const char *reason; /* NULL: there is a rule */
  const char *rules;  /* with spaces between: other rules that say it */
} Fact;

static const Fact facts[] = {
  { "F-01", "At most 10 active flows per table", NULL, NULL },
  { "F-02", "At most 30 stages", NULL, NULL },
  { "F-03", "At most 5 tables", NULL, NULL },
  { "F-04", "A first stage, on the flow's table", NULL, NULL },
  { "F-05", "A name", NULL, NULL },
  { "F-06", "A name of at most 100 characters", NULL, NULL },
  { "F-07", "A name that makes a unique name", NULL, NULL },
  { "F-08", "A unique name that can be a table's name", NULL, NULL },
  { "F-09", "The backing table's name is free", NULL, NULL },
  { "F-10", "No table name from before version 8.2", NULL, NULL },
  { "F-11", "The publisher's prefix", NULL, NULL },
  { "F-12", "A complete header", NULL, NULL },
  { "F-13", "A description of at most 2,000 characters", NULL, NULL },
  { "F-14", "An order of their own", NULL, NULL },
  { "F-15", "Drafts are not offered", NULL, NULL },
  { "F-16", "A flow with errors cannot be activated", "is what an error of any rule means", NULL },
  { "F-17", "Activating takes a privilege", "depends on who activates it", NULL },
  { "F-18", "Running processes keep the name of the flow", RUNS, NULL },
  { "F-19", "System flows cannot be deleted", EDITOR, NULL },
  { "F-20", "Managed flows may be locked", EDITOR, NULL },
  { "F-21", "ProcessId, StageId and TraversedPath of tables are deprecated", INFORM, NULL },
  { "F-22", "Names in the base language", NULL, NULL },

  { "ST-01", "At least one step", NULL, NULL },
  { "ST-02", "At most 30 steps", NULL, NULL },
  { "ST-03", "A stage name of at most 100 characters", NULL, NULL },
  { "ST-04", "Stage names differ", NULL, NULL },
  { "ST-05", "A stage id of its own", NULL, NULL },
  { "ST-06", "A stage has a table", NULL, NULL },
  { "ST-07", "Tables enabled for flows", NULL, NULL },
  { "ST-08", "Standard tables that flows can use", NULL, NULL },
  { "ST-09", "No later stage on Social Activity", NULL, NULL },
  { "ST-10", "A category that exists", NULL, NULL },
  { "ST-11", "The first stage keeps its table", "a definition does not say what it was before",
    "F-04" },
  { "ST-12", "Stages lead forward", NULL, NULL },
  { "ST-13", "Every stage can be reached", NULL, NULL },
  { "ST-14", "Workflows on a stage", "is what other rules say of workflows", "WK-01 WK-03" },
  { "ST-15", "Few stages", NULL, NULL },
  { "ST-16", "Stages are shown to people who cannot read their tables",
    "is the same fact, seen from the role", "P-04" },

  { "SP-01", "A column of the stage's table", NULL, NULL },
  { "SP-02", "A data step has a column", NULL, NULL },
  { "SP-03", "Ids of their own", NULL, NULL },
  { "SP-04", "A column once in a stage", NULL, NULL },
  { "SP-05", "A column in several stages", "is allowed and common", NULL },
  { "SP-06", "No composite columns", NULL, NULL },
  { "SP-07", "No required step on a locked column", NULL, NULL },
  { "SP-08", "Required on Yes/No means Yes", NULL, NULL },
  { "SP-09", "Optional Yes/No steps are never unanswered", NULL, NULL },
  { "SP-10", "Required columns are on the form", NULL, NULL },
  { "SP-11", "Required columns block from the first stage on", NULL, NULL },
  { "SP-12", "A column hidden on the form is hidden in the bar", NULL, NULL },
  { "SP-13", "A step name of at most 100 characters", NULL, NULL },
  { "SP-13b", "Labels have the id of what they name", NULL, NULL },
  { "SP-14", "Lookup steps show recent rows", INFORM, NULL },
  { "SP-15", "Filters and views of a form's lookup are not those of the bar", HABIT, NULL },
  { "SP-16", "A column type that the bar can show", NULL, NULL },
  { "SP-17", "No required step on a secured column", NULL, NULL },
  { "SP-18", "An action step runs something that can be run", NULL, NULL },
  { "SP-19", "Parameters that an action step can handle", NULL, NULL },
  { "SP-20", "Actions know their stage", NULL, NULL },
  { "SP-21", "A required flow step must have run", RUNS, NULL },
  { "SP-22", "A flow step runs a cloud flow that is on", NULL, NULL },

  { "BR-01", "Branches ask for steps of their stage", NULL, NULL },
  { "BR-02", "And or Or", NULL, NULL },
  { "BR-03", "Depth of branches", NULL, NULL },
  { "BR-04", "One condition behind a stage", READER, NULL },
  { "BR-05", "A branch only sets the next stage", READER, NULL },
  { "BR-06", "No empty branches", NULL, NULL },
  { "BR-07", "Branches meet all together, or not at all", NULL, NULL },
  { "BR-08", "No condition on several choices", NULL, NULL },
  { "BR-09", "Related rows by a step of the stage", NULL, NULL },
  { "BR-10", "Values that the column can have", NULL, NULL },
  { "BR-11", "Scripts do not make conditions look again", RUNS, NULL },
  { "BR-12", "Only conditions of the active stage are looked at when a form is loaded", RUNS,
    NULL },
  { "BR-13", "A branch that was taken stays taken", RUNS, NULL },
  { "BR-14", "Branches lead to stages of the flow", NULL, NULL },
  { "BR-15", "Ways end in a stage that makes sense as the last", "only people know which stages do",
    NULL },
  { "BR-16", "Conditions need people to read processes", "is a matter of roles", "P-06" },

  { "TB-01", "Relationships fit the stages", NULL, NULL },
  { "TB-02", "A relationship where the table changes", NULL, NULL },
  { "TB-03", "Going on to another table takes a row of it", RUNS, NULL },
  { "TB-04", "A table may come again", "is allowed; the reader and writer keep its mark", NULL },
  { "TB-05", "A process may go back to a stage", "is allowed, and something that people do", NULL },
  { "TB-06", "Flows with several tables do not work offline", NULL, NULL },
  { "TB-07", "A table more changes the backing table", NULL, NULL },
  { "TB-08", "One running process of a flow per row", RUNS, NULL },
  { "TB-09", "Enabling a table cannot be taken back", "is said of tables that are not enabled",
    "ST-07" },

  { "WK-01", "Workflows of a stage can run there", NULL, NULL },
  { "WK-02", "Workflows of the flow as a whole can run", NULL, NULL },
  { "WK-03", "No workflow on leaving a last stage", NULL, NULL },
  { "WK-04", "Cloud flows for work in the background", NULL, NULL },

  { "SL-01", "The flow's table is in the solution", NULL, NULL },
  { "SL-02", "The flow's table is what is listed", NULL, NULL },
  { "SL-03", "One table for a flow", NULL, NULL },
  { "SL-04", "Flow and table in one solution",
    "one solution is looked at, not two beside each other", NULL },
  { "SL-05", "Translated as a whole", NULL, NULL },
  { "SL-06", "A backing table cannot have forms of its own",
    "the form that it has looks the same as one that somebody made", NULL },
  { "SL-07", "The backing table as a page of an app",
    "an app lists the table of every flow that it has; its pages are in its site map, which is not "
    "read",
    NULL },
  { "SL-08", "The app has the flow", NULL, NULL },
  { "SL-09", "Imported flows may be turned off", ENVIR, NULL },
  { "SL-10", "Only definitions, not their active copies", "the reader says it in a note", NULL },
  { "SL-11", "Publishing by somebody else", "depends on who imports it", NULL },
  { "SL-12", "The header of the stored XAML", "the server adds it; files do not have it", NULL },
  { "SL-13", "What Microsoft's library can author", INFORM, NULL },

  { "P-01", "Somebody can run the flow", NULL, NULL },
  { "P-02", "Privileges that go together", NULL, NULL },
  { "P-03", "Organization or nothing", NULL, NULL },
  { "P-04", "Who uses a flow reads its tables", NULL, NULL },
  { "P-05", "Who moves a flow can go on to the next table", NULL, NULL },
  { "P-06", "People can read processes", NULL, NULL },
  { "P-07", "The app has the flow", "is the same fact, seen from the role", "SL-08" },
  { "P-08", "A role travels with the flow", NULL, NULL },
  { "P-09", "Roles and processes that run already", RUNS, NULL },
  { "P-10", "There are no privileges per stage", INFORM, NULL },
  { "P-11", "Privileges granted by hand in one environment", ENVIR, NULL },
  { "P-12", "The order of flows, per role", NULL, NULL },
};

/* Rules beyond these facts: good practice, what one of them says between flows, and what Microsoft
 * asks of a solution as such. */
static const char *const own_rules[] = {
  "GP-01", "GP-02", "GP-03", "SL-14", "SL-15", "SL-16", "ST-05b",
};

static gboolean
is_own (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (own_rules); i++)
    if (strcmp (own_rules[i], id) == 0)
      return TRUE;
  return FALSE;
}

static const Fact *
find_fact (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (strcmp (facts[i].id, id) == 0)
      return &facts[i];
  return NULL;
}

/* Either a rule or a reason, not both and not neither. */
static void
test_facts (void)
{
  guint n_rules = 0;

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      const Fact *fact = &facts[i];
      gboolean is_rule = sc_rule_find (fact->id) != NULL;

      n_rules += is_rule;
      if (is_rule != (fact->reason == NULL))
        {
          g_test_message (is_rule ? "%s is a rule: there is no need of a reason (“%s”)"
                                  : "%s is no rule: why not? (“%s”)",
                          fact->id, fact->fact);
          g_test_fail ();
        }
      g_assert_true (find_fact (fact->id) == fact);
    }
  g_test_message ("%u facts, %u of them rules", (guint) G_N_ELEMENTS (facts), n_rules);
}

/* What a reason refers to is there. */
static void
test_other_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_auto (GStrv) rules = NULL;

      if (facts[i].rules == NULL)
        continue;
      g_assert_nonnull (facts[i].reason);
      rules = g_strsplit (facts[i].rules, " ", -1);
      for (guint j = 0; rules[j] != NULL; j++)
        g_assert_nonnull (sc_rule_find (rules[j]));
    }
}

/* Every rule is one of the facts, or said to be our own. */
static void
test_rules (void)
{
  for (const ScRule *const *rule = sc_rule_list (); *rule != NULL; rule++)
    {
      const char *id = sc_rule_get_id (*rule);

      if ((find_fact (id) != NULL) == is_own (id))
        {
          g_test_message ("%s has to be either a fact or one of our own rules", id);
          g_test_fail ();
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (own_rules); i++)
    g_assert_nonnull (sc_rule_find (own_rules[i]));
}

/* No number is left out, so that nobody takes one again for something else. */
static void
test_numbers (void)
{
  static const struct
  {
    const char *prefix;
    guint last;
  } series[] = { { "F", 22 }, { "ST", 16 }, { "SP", 22 }, { "BR", 16 },
                 { "TB", 9 }, { "WK", 4 },  { "SL", 13 }, { "P", 12 } };

  for (guint i = 0; i < G_N_ELEMENTS (series); i++)
    for (guint n = 1; n <= series[i].last; n++)
      {
        g_autofree char *id = g_strdup_printf ("%s-%02u", series[i].prefix, n);

        g_test_message ("%s", id);
        g_assert_nonnull (find_fact (id));
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rule-coverage/facts", test_facts);
  g_test_add_func ("/rule-coverage/other-rules", test_other_rules);
  g_test_add_func ("/rule-coverage/rules", test_rules);
  g_test_add_func ("/rule-coverage/numbers", test_numbers);
  return g_test_run ();
}
