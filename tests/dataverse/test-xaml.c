/* test-xaml.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "sample-flows.h"
#include "sc-xaml.h"

static GBytes *
load_sample (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".xaml", NULL);
  g_autofree char *path
      = g_build_filename (g_getenv ("STAGECRAFT_SOURCE"), "tests", "dataverse", "data", file, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize size = 0;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, size);
}

static char *
get_text (GBytes *bytes)
{
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Shows the first line that differs. */
static void
assert_same_text (GBytes *found, GBytes *expected)
{
  g_autofree char *found_text = get_text (found);
  g_autofree char *expected_text = get_text (expected);
  g_auto (GStrv) found_lines = g_strsplit (found_text, "\n", -1);
  g_auto (GStrv) expected_lines = g_strsplit (expected_text, "\n", -1);

  for (guint i = 0; found_lines[i] != NULL || expected_lines[i] != NULL; i++)
    g_assert_cmpstr (found_lines[i], ==, expected_lines[i]);
}

static void
test_write (gconstpointer name)
{
  g_autoptr (ScFlow) flow = sample_flow_new (name);
  g_autoptr (GBytes) expected = load_sample (name);
  g_autoptr (GBytes) written = sc_xaml_write (flow);

  assert_same_text (written, expected);
}

static void
test_read (gconstpointer name)
{
  g_autoptr (ScFlow) expected = sample_flow_new (name);
  g_autoptr (GBytes) bytes = load_sample (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScFlow) flow = sc_xaml_read (bytes, name, &error);

  g_assert_no_error (error);
  g_assert_true (sc_flow_equal (flow, expected));
  g_assert_true (sc_xaml_is_understood (bytes, flow, NULL));
}

/* Whatever a flow holds comes back, and comes out the same when it is written again. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260131);

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (ScFlow) flow = random_flow_new (rand);
      g_autoptr (GBytes) written = sc_xaml_write (flow);
      g_autoptr (GError) error = NULL;
      g_autoptr (ScFlow) read = sc_xaml_read (written, "random", &error);
      g_autoptr (GBytes) again = NULL;

      g_assert_no_error (error);
      again = sc_xaml_write (read);
      assert_same_text (again, written);
      g_assert_true (sc_flow_equal (read, flow));
    }
}

/* The numbers follow an edit: what was derived is derived again. */
static void
test_renumber (void)
{
  g_autoptr (GBytes) bytes = load_sample ("actions");
  g_autoptr (ScFlow) flow = sc_xaml_read (bytes, "actions", NULL);
  g_autoptr (ScFlow) edited = sc_flow_copy (flow);
  const ScStage *first = sc_list_get (flow->stages, 0);
  g_autoptr (ScStage) shorter = sc_stage_copy (first);
  g_autoptr (GBytes) written = NULL;
  g_autofree char *text = NULL;

  sc_take_value (shorter, steps, sc_list_remove (first->steps, 0));
  sc_take_value (edited, stages, sc_list_replace (flow->stages, 0, shorter));
  written = sc_xaml_write (edited);
  text = get_text (written);

  /* Three numbers fewer before the flow step: step, action and control. */
  g_assert_nonnull (strstr (text, "DisplayName=\"FlowStep14: Step_14\""));
  g_assert_nonnull (strstr (text, "ControlId=\"Step_15\""));
  /* What the file said of its own accord stays. */
  g_assert_nonnull (strstr (text, "ControlId=\"garden_Odd_Step_1\""));
}

/* A copy of a sample with the first occurrence of one text replaced by another. */
static GBytes *
load_changed (const char *name, const char *from, const char *to)
{
  g_autoptr (GBytes) bytes = load_sample (name);
  g_autofree char *text = get_text (bytes);
  char *place = strstr (text, from);
  GString *changed = NULL;

  g_assert_nonnull (place);
  changed = g_string_new_len (text, place - text);
  g_string_append (changed, to);
  g_string_append (changed, place + strlen (from));
  return g_string_free_to_bytes (changed);
}

static const struct
{
  const char *from, *to;
  guint line; /* of the difference; 0: understood */
} differences[] = {
  { "<Activity", "<Activity", 0 },
  { "<Activity", "\xef\xbb\xbf<Activity", 0 },
  { "</Activity>", "</Activity>\r\n", 0 },
  { "<x:Members>\n", "<x:Members>\r\n", 0 },
  { "<x:Members>\n", "<x:Members>\n\n", 3 },
  { "StageStep3", "StageStep4", 24 },
  { "IsClosedLoop\">False", "IsClosedLoop\">True", 85 },
  { "RelationshipName\" />", "RelationshipName\"/>", 83 },
  { " x:Class", " mc:Ignorable=\"\" xmlns:mc=\"urn:x\" x:Class", 1 },
  { "  </mxswa:Workflow>", "  <!-- a note --></mxswa:Workflow>", 132 },
};

static void
test_understood (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (differences); i++)
    {
      g_autoptr (GBytes) bytes = load_changed ("straight", differences[i].from, differences[i].to);
      g_autoptr (GError) error = NULL;
      g_autoptr (ScFlow) flow = sc_xaml_read (bytes, "changed", &error);
      guint line = 12345;

      g_assert_no_error (error);
      g_assert_cmpint (sc_xaml_is_understood (bytes, flow, &line), ==, differences[i].line == 0);
      g_assert_cmpuint (line, ==, differences[i].line);
    }
}

/* One entity with two stages that say nothing of what follows, as before version 8.2. */
static void
test_older_shape (void)
{
  g_autoptr (GBytes) bytes = load_sample ("older");
  g_autoptr (GError) error = NULL;
  g_autoptr (ScFlow) flow = sc_xaml_read (bytes, "older", &error);
  const ScTransition *transition = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (sc_list_length (flow->stages), ==, 3);
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      const ScStage *next = sc_list_get (flow->stages, stage_i + 1);

      g_assert_cmpstr (stage->next, ==, next != NULL ? next->id : NULL);
      g_assert_cmpstr (stage->table, ==, stage_i < 2 ? "garden_bed" : "garden_order");
    }
  g_assert_cmpuint (sc_list_length (flow->transitions), ==, 1);
  transition = sc_list_get (flow->transitions, 0);
  g_assert_cmpstr (transition->relationship, ==, "garden_bed_garden_order");
  g_assert_cmpstr (transition->attribute, ==, "garden_bedid");
  g_assert_cmpstr (transition->source, ==, ((const ScStage *) sc_list_get (flow->stages, 1))->id);
  g_assert_cmpstr (transition->target, ==, ((const ScStage *) sc_list_get (flow->stages, 2))->id);
  g_assert_false (sc_xaml_is_understood (bytes, flow, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; sample_names[i] != NULL; i++)
    {
      g_autofree char *write = g_strconcat ("/xaml/write/", sample_names[i], NULL);
      g_autofree char *read = g_strconcat ("/xaml/read/", sample_names[i], NULL);

      g_test_add_data_func (write, sample_names[i], test_write);
      g_test_add_data_func (read, sample_names[i], test_read);
    }
  g_test_add_func ("/xaml/random", test_random);
  g_test_add_func ("/xaml/renumber", test_renumber);
  g_test_add_func ("/xaml/understood", test_understood);
  g_test_add_func ("/xaml/older-shape", test_older_shape);
  return g_test_run ();
}
