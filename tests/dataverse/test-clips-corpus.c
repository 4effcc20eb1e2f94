/* test-clips-corpus.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-clip-xml.h"
#include "sc-edit-paste.h"
#include "sc-id.h"
#include "sc-value-map.h"
#include "real-flow.h"

/* Real flows, copied as a whole and stage by stage. */

static const char *
number_id (const char *field, const char *text, GString *scratch, gpointer data)
{
  GHashTable *ids = data;
  char *number;

  /* Files may say something else there; what is pasted does not. */
  if (g_str_equal (field, "own_id"))
    return NULL;
  if (!sc_id_is_valid (text) || g_str_equal (field, "workflow_id")
      || g_str_equal (field, "process_id"))
    return text;
  number = g_hash_table_lookup (ids, text);
  if (number == NULL)
    {
      number = g_strdup_printf ("#%u", g_hash_table_size (ids));
      g_hash_table_insert (ids, g_strdup (text), number);
    }
  return number;
}

/* The stages and the relationships between them, with ids numbered as they occur. */
static ScFlow *
without_ids (const ScFlow *flow)
{
  g_autoptr (GHashTable) ids
      = g_hash_table_new_full (sc_id_hash, (GEqualFunc) sc_id_equal, g_free, g_free);
  g_autoptr (GPtrArray) transitions = sc_list_collect ();
  g_autoptr (ScFlow) bare = sc_flow_new ();

  /* Dataverse leaves records of ways behind that lead to stages of the past. */
  sc_list_foreach (flow->transitions, const ScTransition *, transition)
    {
      if (sc_flow_find_stage (flow, transition->source, NULL) != NULL
          && sc_flow_find_stage (flow, transition->target, NULL) != NULL)
        g_ptr_array_add (transitions, sc_transition_ref (transition));
    }
  sc_set_string (bare, id, flow->id);
  sc_set_value (bare, stages, flow->stages);
  sc_take_value (bare, transitions, sc_list_new_take (g_steal_pointer (&transitions)));
  return sc_value_map_texts (bare, number_id, ids);
}

/* A solution whose only flow has the id, and nothing in it. */
static ScSolution *
make_empty (const ScSolution *solution, const ScFlow *flow)
{
  ScSolution *empty = sc_solution_copy (solution);
  g_autoptr (ScFlow) bare = sc_flow_copy (flow);

  sc_set_value (bare, stages, NULL);
  sc_set_value (bare, transitions, NULL);
  sc_take_value (empty, flows, sc_list_append (NULL, bare));
  return empty;
}

static ScClip *
carry (const ScSolution *solution, const ScFlow *flow, const ScParts *parts)
{
  g_autoptr (ScClip) clip = sc_clip_make (solution, flow, parts);
  g_autoptr (GBytes) bytes = sc_clip_write (clip);
  g_autoptr (GError) error = NULL;
  ScClip *back = sc_clip_read (bytes, &error);

  g_assert_no_error (error);
  g_assert_true (sc_clip_equal (clip, back));
  return back;
}

static void
copy_all (const RealFlow *real)
{
  g_autoptr (ScParts) all = sc_parts_new_all (real->flow);
  g_autoptr (ScClip) clip = carry (real->solution, real->flow, all);
  g_autoptr (ScSolution) empty = make_empty (real->solution, real->flow);
  g_autoptr (ScPasteReport) report = NULL;
  g_autoptr (ScSolution) after
      = sc_edit_paste (empty, real->flow->id, clip, (ScPastePlace){ SC_SLOT_FIRST, NULL, 0 }, NULL,
                       NULL, &report, NULL);
  g_autoptr (ScFlow) before = without_ids (real->flow);
  g_autoptr (ScFlow) pasted = without_ids (sc_list_get (after->flows, 0));

  g_assert_false (sc_paste_report_has_losses (report));
  if (!sc_flow_equal (before, pasted))
    g_error ("%s: what was pasted is another flow", real->name);
}

static void
copy_each (const RealFlow *real)
{
  g_autoptr (ScSolution) solution = make_empty (real->solution, real->flow);
  ScSlot last = sc_slot_last (real->flow);

  sc_take_value (solution, flows, sc_list_append (NULL, real->flow));
  sc_list_foreach (real->flow->stages, const ScStage *, stage)
    {
      const ScPart part = { SC_PART_STAGE, stage->id };
      g_autoptr (ScParts) parts = sc_parts_new (real->flow, &part, 1);
      g_autoptr (ScClip) clip = carry (solution, real->flow, parts);
      g_autoptr (ScSolution) after = sc_edit_paste (
          solution, real->flow->id, clip, (ScPastePlace){ last, NULL, 0 }, NULL, NULL, NULL, NULL);
      const ScFlow *pasted = sc_list_get (after->flows, 0);

      g_assert_cmpuint (sc_list_length (pasted->stages), ==,
                        sc_list_length (real->flow->stages) + 1);
    }
}

static void
test_corpus (void)
{
  const char *corpus = real_flow_get_corpus ();
  g_autoptr (GPtrArray) flows = corpus != NULL ? real_flow_list (corpus) : NULL;

  for (guint i = 0; flows != NULL && i < flows->len; i++)
    {
      copy_all (g_ptr_array_index (flows, i));
      copy_each (g_ptr_array_index (flows, i));
    }
  if (flows != NULL)
    g_test_message ("%u flows", flows->len);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clips-corpus/copy", test_corpus);
  return g_test_run ();
}
