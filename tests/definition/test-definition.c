/* test-definition.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "random-solution.h"

#include "sc-definition-control.h"
#include "sc-definition-text.h"
#include "sc-definition.h"

#define N_RANDOM 1500

static char *
to_string (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_strndup (data, size);
}

static ScSolution *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return sc_definition_read (bytes, "test.stagecraft", error);
}

/* Writes, reads, compares, writes again. */
static void
assert_round_trip (const ScSolution *solution)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sc_definition_write (solution);
  g_autoptr (ScSolution) back = sc_definition_read (bytes, "test.stagecraft", &error);
  g_autoptr (GBytes) again = NULL;

  if (back == NULL || !sc_solution_equal (solution, back))
    {
      g_autofree char *text = to_string (bytes);
      g_test_message ("%s", text);
    }
  g_assert_no_error (error);
  g_assert_true (sc_solution_equal (solution, back));
  again = sc_definition_write (back);
  g_assert_true (g_bytes_equal (bytes, again));
}

/* A file with every element and every attribute there is. */
static char *
load_everything (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("STAGECRAFT_SOURCE"), "tests", "definition",
                                            "everything.stagecraft", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_everything (void)
{
  g_autofree char *text = load_everything ();
  g_autofree char *written = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScSolution) solution = NULL;

  solution = read_text (text, &error);
  g_assert_no_error (error);
  bytes = sc_definition_write (solution);
  written = to_string (bytes);
  g_assert_cmpstr (written, ==, text);
}

/* What stands in the file is what is in the value, not only the other way round. */
static void
test_everything_values (void)
{
  g_autofree char *text = load_everything ();
  g_autoptr (ScSolution) solution = NULL;
  const ScFlow *flow;
  const ScStage *stage;
  const ScStep *step;
  const ScClause *clause;

  solution = read_text (text, NULL);
  g_assert_nonnull (solution);
  g_assert_cmpint (solution->language, ==, 1031);
  g_assert_cmpstr (sc_labels_get_exact (solution->labels, 1031), ==, "Everything");
  g_assert_cmpstr (sc_labels_get_exact (solution->labels, 1036), ==, "");

  flow = sc_list_get (solution->flows, 0);
  g_assert_cmpstr (flow->description, ==, "Two\nlines");
  g_assert_cmpstr (flow->assembly_version, ==, "8.0.0.0");
  g_assert_true (flow->active);
  stage = sc_list_get (flow->stages, 0);
  g_assert_cmpstr (stage->name, ==, "Prüfen");
  g_assert_cmpint (stage->category, ==, SC_CATEGORY_QUALIFY);

  step = sc_list_get (stage->steps, 0);
  g_assert_cmpstr (step->name, ==, SC_STEP_DEFAULT_NAME);
  g_assert_cmpstr (step->display_name, ==, "Budget");
  g_assert_cmpstr (step->class_id, ==, sc_column_type_get_class_id (SC_COLUMN_CURRENCY));
  g_assert_true (step->required);
  g_assert_false (step->unbound);
  step = sc_list_get (stage->steps, 2);
  g_assert_cmpint (step->kind, ==, SC_STEP_ACTION);
  g_assert_cmpstr (step->display_name, ==, "");
  g_assert_true (step->unbound);
  step = sc_list_get (stage->steps, 3);
  g_assert_cmpint (step->kind, ==, SC_STEP_FLOW);
  g_assert_null (step->display_name);

  clause = sc_list_get (((ScBranch *) sc_list_get (stage->condition->branches, 0))->clauses, 1);
  g_assert_cmpint (clause->join, ==, SC_JOIN_OR);
  g_assert_cmpstr (((ScOperand *) sc_list_get (clause->operands, 1))->raw, ==, "\"1\", 2");
  g_assert_true (sc_condition_has_otherwise (stage->condition));

  flow = sc_list_get (solution->flows, 1);
  g_assert_null (flow->name);
  g_assert_cmpstr (flow->assembly_version, ==, "9.0.0.0");
}

static void
test_nothing (void)
{
  g_autoptr (ScSolution) solution = sc_solution_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  solution->language = SC_LANGUAGE_ENGLISH;
  bytes = sc_definition_write (solution);
  text = to_string (bytes);
  g_assert_cmpstr (text, ==,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<solution xmlns=\"urn:stagecraft:definition:1\"/>\n");
  assert_round_trip (solution);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260731);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (ScSolution) solution = random_solution_new (rand, i % 2 == 0 ? 75 : 30);

      assert_round_trip (solution);
    }
}

/* Every field of every value has a place in the file: a field that is added to the model and
 * forgotten here fails. */
static gboolean
has_place (const ScShape *shape, gsize offset)
{
  if (offset == shape->text || offset == shape->selector)
    return TRUE;
  for (const ScShapeAttribute *attribute = shape->attributes; attribute->name != NULL; attribute++)
    if (attribute->offset == offset)
      return TRUE;
  for (const ScShapeChild *child = shape->children; child != NULL && child->shape != NULL; child++)
    if (child->offset == offset)
      return TRUE;
  return FALSE;
}

static void
check_shape (const ScShape *shape)
{
  static const char *const implied[]
      = { "language",    "own_id", /* of a lookup's target, a persona's role */
          "process_id",  "process_name", "action_id",
          "action_type", "events", /* only buttons have these */
          NULL };
  const gboolean may_lack
      = g_str_equal (shape->name, "target") || g_str_equal (shape->name, "step")
        || (shape->klass == &sc_label_class && g_str_equal (shape->name, "role"));

  for (const ScField *field = shape->klass->fields; field->name != NULL; field++)
    if (!has_place (shape, field->offset) && !(may_lack && g_strv_contains (implied, field->name)))
      g_error ("<%s> has no place for %s.%s", shape->name, shape->klass->name, field->name);
  for (const ScShapeChild *child = shape->children; child != NULL && child->shape != NULL; child++)
    if (child->count != SC_CHILD_TEXT)
      check_shape (child->shape);
}

static void
test_complete (void)
{
  check_shape (&sc_shape_solution);
}

/* The names that other parts of the program use for the same things. */
static void
test_words (void)
{
  for (int type = 0; type < SC_N_COLUMN_TYPES; type++)
    {
      g_autofree char *text
          = g_strdup_printf ("<solution xmlns=\"" SC_DEFINITION_NAMESPACE
                             "\"><table name=\"t\"><column name=\"c\" type=\"%s\"/></table>"
                             "</solution>",
                             sc_column_type_get_nick (type));
      g_autoptr (ScSolution) solution = read_text (text, NULL);

      g_assert_nonnull (solution);
      g_assert_cmpint (sc_solution_find_column (solution, "t", "c")->type, ==, type);
      g_assert_nonnull (sc_definition_control_get_name (sc_column_type_get_class_id (type)));
    }
  for (int category = 0; category < SC_N_CATEGORIES; category++)
    {
      g_autofree char *word = g_ascii_strdown (sc_stage_category_get_name (category), -1);
      g_autofree char *text = g_strdup_printf (
          "<solution xmlns=\"" SC_DEFINITION_NAMESPACE
          "\"><flow id=\"f\"><stage name=\"s\" category=\"%s\" id=\"s\"/></flow></solution>",
          word);
      g_autoptr (ScSolution) solution = read_text (text, NULL);

      g_assert_nonnull (solution);
      g_assert_cmpint (
          sc_flow_find_stage (sc_solution_find_flow (solution, "f", NULL), "s", NULL)->category, ==,
          category);
    }
}

static void
test_text (void)
{
  static const struct
  {
    const char *text;
    const char *written; /* in an attribute */
    const char *decoded; /* of text, as if it stood in the file */
  } cases[] = {
    { "plain", "plain", "plain" },
    { "a<b>&\"'", "a&lt;b&gt;&amp;&quot;'", "a<b>&\"'" },
    { "1\n2\t3\r", "1&#10;2&#9;3&#13;", "1\n2\t3\r" },
    { "bell\x07", "bell\\u0007", "bell\x07" },
    { "\xef\xbf\xbe \xef\xbf\xbf", "\\ufffe \\uffff", "\xef\xbf\xbe \xef\xbf\xbf" },
    { "\xef\xbf\xbd", "\xef\xbf\xbd", "\xef\xbf\xbd" },
    { "C:\\users", "C:\\users", "C:\\users" },
    { "\\u0007", "\\u005cu0007", "\a" },
    { "\\u0041", "\\u0041", "\\u0041" },
    { "\\u0000", "\\u0000", "\\u0000" },
    { "\\u000", "\\u000", "\\u000" },
    { "\\ud800", "\\ud800", "\\ud800" },
    { "\\u005c", "\\u005cu005c", "\\" },
    { "\\uFFFE", "\\u005cuFFFE", "\xef\xbf\xbe" },
    { "bad \xff byte", "bad \xef\xbf\xbd byte", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) written = g_string_new (NULL);
      g_autofree char *decoded = sc_definition_decode_text (cases[i].text);

      sc_definition_append_text (written, cases[i].text, TRUE);
      g_assert_cmpstr (written->str, ==, cases[i].written);
      if (cases[i].decoded != NULL)
        g_assert_cmpstr (decoded != NULL ? decoded : cases[i].text, ==, cases[i].decoded);
    }
}

/* The layout a person may give the file makes no difference. */
static void
test_layout (void)
{
  static const char *const same[] = {
    "<solution xmlns='urn:stagecraft:definition:1' label='A'><flow id='f' name='N'/></solution>",
    "\xef\xbb\xbf<?xml version='1.0'?>\r\n<!-- mine -->\r\n<solution label='A'\r\n "
    "xmlns='urn:stagecraft:definition:1'>\r\n\t<!-- a & b -->\r\n<flow name='N' id='f'>\r\n"
    "</flow></solution>\r\n",
    "<d:solution xmlns:d='urn:stagecraft:definition:1' xmlns:x='urn:x' label='&#65;'>"
    "<?keep this?><d:flow id='f' name='N' active='false' order='0'/></d:solution>",
  };
  g_autoptr (ScSolution) first = read_text (same[0], NULL);

  g_assert_nonnull (first);
  for (guint i = 1; i < G_N_ELEMENTS (same); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ScSolution) solution = read_text (same[i], &error);

      g_assert_no_error (error);
      g_assert_true (sc_solution_equal (first, solution));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/definition/everything", test_everything);
  g_test_add_func ("/definition/everything-values", test_everything_values);
  g_test_add_func ("/definition/nothing", test_nothing);
  g_test_add_func ("/definition/random", test_random);
  g_test_add_func ("/definition/complete", test_complete);
  g_test_add_func ("/definition/words", test_words);
  g_test_add_func ("/definition/text", test_text);
  g_test_add_func ("/definition/layout", test_layout);
  return g_test_run ();
}
