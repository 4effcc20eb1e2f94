/* test-copies.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sample-flows.h"
#include "sc-edit-flow.h"
#include "sc-edit-solution.h"
#include "sc-id.h"
#include "sc-xaml.h"

#include <string.h>

/* Copies of flows of all kinds, looked at as the platform sees them: as XAML. */

#define SEED           20261123
#define N_RANDOM_FLOWS 300

static ScSolution *
copy_flow (const ScFlow *flow)
{
  g_autoptr (ScSolution) empty = sc_edit_solution_new ();
  g_autoptr (ScSolution) solution = sc_solution_copy (empty);
  g_autoptr (GError) error = NULL;
  ScSolution *after;

  sc_take_value (solution, flows, sc_list_append (NULL, flow));
  after = sc_edit_flow_copy (solution, flow->id, NULL, NULL, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (sc_list_get (after->flows, 0) == flow);
  return after;
}

static char *
write_folded (const ScFlow *flow)
{
  g_autoptr (GBytes) bytes = sc_xaml_write (flow);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  return g_ascii_strdown (text, (gssize) size);
}

static char *
without_dashes (const char *id)
{
  g_auto (GStrv) parts = g_strsplit (id, "-", -1);

  return g_strjoinv ("", parts);
}

static void
assert_gone (const char *text, const char *id)
{
  g_autofree char *folded = sc_id_normalize (id);
  g_autofree char *bare = folded != NULL ? without_dashes (folded) : NULL;

  if (folded == NULL)
    return;
  if (strstr (text, folded) != NULL || strstr (text, bare) != NULL)
    g_error ("the copy holds the id %s", folded);
}

/* Of everything that the flow itself defines. */
static GPtrArray *
list_ids (const ScFlow *flow)
{
  GPtrArray *ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (gpointer) flow->id);
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      g_ptr_array_add (ids, (gpointer) stage->id);
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          g_ptr_array_add (ids, (gpointer) step->id);
          g_ptr_array_add (ids, (gpointer) step->action_id);
        }
      sc_list_foreach (stage->triggers, const ScTrigger *, trigger)
        {
          g_ptr_array_add (ids, (gpointer) trigger->id);
        }
    }
  return ids;
}

/* Takes over text. */
static char *
replace (char *text, const char *from, const char *to)
{
  g_autofree char *owned = text;
  g_auto (GStrv) parts = g_strsplit (owned, from, -1);

  return g_strjoinv (to, parts);
}

/* The text of the copy with the ids of the original put back. */
static char *
put_back (char *text, const ScFlow *original, const ScFlow *copy)
{
  g_autoptr (GPtrArray) old = list_ids (original);
  g_autoptr (GPtrArray) new = list_ids (copy);

  g_assert_cmpuint (old->len, ==, new->len);
  for (guint i = 0; i < old->len; i++)
    {
      const char *from = g_ptr_array_index (new, i);
      g_autofree char *to = sc_id_normalize (g_ptr_array_index (old, i));
      g_autofree char *bare_from = from != NULL ? without_dashes (from) : NULL;
      g_autofree char *bare_to = to != NULL ? without_dashes (to) : NULL;

      if (to == NULL)
        continue;
      text = replace (text, from, to);
      text = replace (text, bare_from, bare_to);
    }
  return text;
}

static const ScFlow *
check_copy (const ScSolution *after, const ScFlow *flow, char **text)
{
  const ScFlow *copy = sc_list_get (after->flows, 1);
  g_autoptr (GPtrArray) ids = list_ids (flow);

  *text = write_folded (copy);
  for (guint i = 0; i < ids->len; i++)
    assert_gone (*text, g_ptr_array_index (ids, i));
  return copy;
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < N_RANDOM_FLOWS; i++)
    {
      g_autoptr (ScFlow) flow = random_flow_new (random);
      g_autoptr (ScSolution) after = NULL;
      g_autofree char *text = NULL;

      after = copy_flow (flow);
      check_copy (after, flow, &text);
    }
}

static void
check_file (const char *path, guint *n_flows)
{
  g_autofree char *data = NULL;
  gsize size = 0;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (ScFlow) flow = NULL;
  g_autoptr (ScSolution) after = NULL;
  const ScFlow *copy;
  char *text = NULL;
  g_autofree char *original = NULL;
  g_autofree char *again = NULL;

  if (!g_file_get_contents (path, &data, &size, NULL))
    return;
  bytes = g_bytes_new (data, size);
  flow = sc_xaml_read (bytes, path, NULL);
  if (flow == NULL)
    return;
  (*n_flows)++;
  after = copy_flow (flow);
  copy = check_copy (after, flow, &text);
  original = write_folded (flow);
  again = put_back (text, flow, copy);
  /* Nothing but the ids differs; records of ways to stages that are gone are left behind. */
  if (sc_list_length (copy->transitions) == sc_list_length (flow->transitions))
    g_assert_cmpstr (again, ==, original);
  written = sc_xaml_write (copy);
  g_assert_true (sc_xaml_is_understood (written, copy, NULL));
}

static void
check_folder (const char *path, guint *n_flows)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        check_folder (child, n_flows);
      else if (g_str_has_suffix (name, ".xaml"))
        check_file (child, n_flows);
    }
}

static void
test_corpus (void)
{
  const char *corpus = g_getenv ("STAGECRAFT_CORPUS");
  guint n_flows = 0;

  if (corpus == NULL)
    corpus = g_getenv ("STAGECRAFT_CORPUS_DEFAULT");
  if (corpus == NULL || !g_file_test (corpus, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("there is no corpus");
      return;
    }
  check_folder (corpus, &n_flows);
  g_test_message ("%u flows copied", n_flows);
  g_assert_cmpuint (n_flows, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/copies/random", test_random);
  g_test_add_func ("/session/copies/corpus", test_corpus);
  return g_test_run ();
}
