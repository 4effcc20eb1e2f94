/* test-message.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <string.h>

#include "sc-message-private.h"
#include "sc-shorten.h"

static char *format (const char *text, ...) G_GNUC_PRINTF (1, 2);

static char *
format (const char *text, ...)
{
  va_list args;
  char *message;

  va_start (args, text);
  message = sc_message_format (text, args);
  va_end (args);
  return message;
}

static void
test_conversions (void)
{
  const struct
  {
    char *message; /* owned */
    const char *expected;
  } rows[] = {
    { format ("Nothing."), "Nothing." },
    { format ("100 %%"), "100 %" },
    { format ("“%s” has %u of %d.", "A", 4000000000u, -5), "“A” has 4000000000 of -5." },
    { format ("%2$u of %1$s; %2$u of %3$s", "A", 7u, "B"), "7 of A; 7 of B" },
    { format ("%s%s", "", "%s"), "%s" },
    { format ("“%s”", "a\xffz"), "“a\xef\xbf\xbdz”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpstr (rows[i].message, ==, rows[i].expected);
      g_free (rows[i].message);
    }
}

static void
test_long_names (void)
{
  g_autofree char *name = g_strnfill (1000 * 1000, 'N');
  g_autofree char *told = sc_shorten (name, SC_MAX_QUOTED);
  g_autofree char *expected = g_strdup_printf ("“%s” and “%s”", told, told);
  g_autofree char *message = format ("“%s” and “%s”", name, name);

  g_assert_cmpstr (message, ==, expected);
}

/* What a person calls things is not shortened where Dataverse takes it. */
static void
test_usual_names (void)
{
  g_autofree char *name = g_strnfill (SC_MAX_QUOTED, 'N');
  g_autofree char *message = format ("%s", name);

  g_assert_cmpstr (message, ==, name);
}

/* Of a flow where everything is called so, by any rule. */
static void
test_problems (void)
{
  g_autofree char *name = g_strnfill (100 * 1000, 'N');
  g_autoptr (ScSolution) solution = sc_solution_new ();
  g_autoptr (ScFlow) flow = sc_flow_new ();
  g_autoptr (ScStage) stage = sc_stage_new ();
  g_autoptr (ScStep) step = sc_step_new ();
  g_autoptr (ScValidator) validator = sc_validator_new ();
  g_autoptr (ScList) problems = NULL;

  sc_set_string (step, id, name);
  sc_set_string (step, name, name);
  sc_set_string (step, column, name);
  sc_set_string (stage, id, name);
  sc_set_string (stage, name, name);
  sc_set_string (stage, table, name);
  sc_set_string (stage, next, name);
  sc_take_value (stage, steps, sc_list_append (NULL, step));
  sc_set_string (flow, id, name);
  sc_set_string (flow, name, name);
  sc_set_string (flow, unique_name, name);
  sc_take_value (flow, stages, sc_list_append (NULL, stage));
  sc_set_string (solution, unique_name, name);
  sc_set_string (solution, publisher, name);
  sc_set_string (solution, prefix, name);
  sc_take_value (solution, flows, sc_list_append (NULL, flow));

  problems = sc_validator_run (validator, solution);
  g_assert_cmpuint (sc_list_length (problems), >, 5);
  sc_list_foreach (problems, const ScProblem *, problem)
    {
      g_test_message ("%s %s", sc_rule_get_id (problem->rule), problem->message);
      g_assert_cmpuint (strlen (problem->message), <, 1000);
      /* The ids are whole: things are found by them. */
      g_assert_true (problem->flow == NULL || problem->flow == flow->id);
      g_assert_true (problem->stage == NULL || problem->stage == stage->id);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/validation/message/conversions", test_conversions);
  g_test_add_func ("/validation/message/long-names", test_long_names);
  g_test_add_func ("/validation/message/usual-names", test_usual_names);
  g_test_add_func ("/validation/message/problems", test_problems);
  return g_test_run ();
}
