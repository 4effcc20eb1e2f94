/* test-gaps.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "access-fixture.h"
#include "gaps.h"
#include "sc-access-compare.h"
#include "sc-access-title.h"

/* Whatever a file leaves out: what people can do is worked out, and said in sentences. A map that
 * knew an earlier state says the same as one that did not. */

#define WHOLE                                                                                    \
  "flow a 1 A:lead>B B:lead?C|D=E C:account>E D:lead>E E:lead>; draft b 2 A:lead>; flow c 3 "    \
  "A:account>B B:lead>; unnamed d 0 A:lead>; role R a=CRWDAT lead=RWT account=CRWA Workflow=r; " \
  "role S c=cr lead=r b=R; role T a=r; app hub a c; app other b"

typedef struct
{
  const ScSolution *whole;
  ScAccessMap *map; /* of the solution before */
  guint n_sentences;
  guint n_allowed;
} Session;

static void
check_sentence (Session *self, const char *text, const char *where)
{
  gaps_check_text (text, where);
  self->n_sentences += text != NULL;
}

static void
check_flow (Session *self,
            const ScPersonaAccess *access,
            const ScPersonaAccess *fresh,
            const ScFlow *flow,
            const char *where)
{
  g_autofree char *conditions = sc_persona_access_describe_conditions (access, flow);
  g_autoptr (GArray) stages = sc_persona_access_list_stages (access, flow);

  check_sentence (self, conditions, where);
  for (ScFlowAct act = 0; act < SC_N_ACTS; act++)
    {
      g_autofree char *why = NULL;
      gboolean may = sc_persona_access_may (access, flow, act, &why);

      if (may != sc_persona_access_may (fresh, flow, act, NULL))
        g_error ("%s: %s is another matter than when it is looked at alone", where,
                 sc_flow_act_get_nick (act));
      g_assert_nonnull (why);
      check_sentence (self, why, where);
      self->n_allowed += (guint) may;
    }
  g_assert_cmpuint (stages->len, ==, sc_list_length (flow->stages));
  for (guint i = 0; i < stages->len; i++)
    {
      ScStageAccess *stage = &g_array_index (stages, ScStageAccess, i);
      gboolean lacks
          = !stage->read || !stage->write || !stage->create || !stage->link || !stage->reached;

      if (lacks && stage->why == NULL)
        g_error ("%s: nothing is said of what is missing in stage %u", where, i);
      check_sentence (self, stage->why, where);
    }
}

static void
check_people (
    Session *self, ScAccessMap *map, const char *roles, const char *app, const char *where)
{
  const ScSolution *solution = sc_access_map_get_solution (map);
  g_auto (GStrv) ids = g_strsplit (roles, ",", -1);
  g_autoptr (ScPersonaAccess) access
      = sc_persona_access_new_for_roles (map, (const char *const *) ids, app);
  g_autoptr (ScPersonaAccess) fresh = access_of (solution, roles, app);
  static const char *const tables[] = { "lead", "account", "none" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *explained = sc_persona_access_explain_first (access, tables[i]);
      g_autoptr (GArray) candidates = sc_persona_access_list_candidates (access, tables[i]);

      g_assert_nonnull (explained);
      check_sentence (self, explained, where);
      g_assert_true (sc_persona_access_get_first (access, tables[i])
                     == sc_persona_access_get_first (fresh, tables[i]));
      for (guint c = 0; c < candidates->len; c++)
        g_assert_nonnull (g_array_index (candidates, ScFirstCandidate, c).flow);
    }
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      check_flow (self, access, fresh, flow, where);
    }
}

static void
check_comparison (Session *self, const ScSolution *solution, const char *where)
{
  g_autoptr (ScList) differences
      = sc_access_compare (self->whole->roles, solution->roles, solution);
  g_autoptr (ScList) none = sc_access_compare (solution->roles, solution->roles, NULL);
  g_autofree char *csv = sc_access_compare_write_csv (differences, "Left", "Right");
  g_autofree char *markdown = sc_access_compare_write_markdown (differences, "Left", "Right");

  g_assert_null (none);
  gaps_check_texts (differences, where);
  check_sentence (self, csv, where);
  check_sentence (self, markdown, where);
}

static void
check_targets (const ScSolution *solution, const char *where)
{
  g_autoptr (ScAccessTitles) titles = sc_access_titles_new (solution);
  g_autoptr (ScList) flows = sc_access_target_list_flows (solution);

  gaps_check_texts (flows, where);
  g_assert_cmpuint (sc_list_length (flows), ==, sc_list_length (solution->flows));
  sc_list_foreach (flows, const ScAccessTarget *, target)
    {
      if (target->privileges[SC_ACCESS_READ] != NULL)
        {
          ScAccess access = SC_N_ACCESS;

          gaps_check_text (
              sc_access_titles_find (titles, target->privileges[SC_ACCESS_READ], &access), where);
        }
    }
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      g_autoptr (ScList) around = sc_access_target_list_around (solution, NULL, flow);

      gaps_check_texts (around, where);
      g_assert_cmpuint (sc_list_length (around), >=, 2);
    }
}

static void
check_gap (const ScSolution *solution, const char *where, gpointer data)
{
  Session *self = data;
  ScAccessMap *map = sc_access_map_new (solution, NULL, self->map);

  check_people (self, map, "R", NULL, where);
  check_people (self, map, "S,T", "hub", where);
  check_people (self, map, "R,gone", "other", where);
  check_comparison (self, solution, where);
  check_targets (solution, where);
  sc_access_map_unref (self->map);
  self->map = map;
}

static void
test_gaps (void)
{
  g_autoptr (ScSolution) whole = access_solution (WHOLE);
  Session session = { .whole = whole, .map = sc_access_map_new (whole, NULL, NULL) };
  guint n = gaps_foreach (whole, check_gap, &session);

  g_test_message ("%u gaps, %u sentences, %u times allowed", n, session.n_sentences,
                  session.n_allowed);
  g_assert_cmpuint (n, >, 200);
  g_assert_cmpuint (session.n_sentences, >, 50 * n);
  g_assert_cmpuint (session.n_allowed, >, 10 * n);
  sc_access_map_unref (session.map);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/access/gaps", test_gaps);
  return g_test_run ();
}
