/* random-edits-draw.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "random-edits-private.h"

/* Longer than any label a server accepts. */
#define LONG_TEXT                                                                                 \
  "A very long text that goes on and on and says nothing that a shorter one would not have said " \
  "as well, but that has to be kept to its very last letter, whatever is done with it: the end."

guint
random_up_to (GRand *rand, guint n)
{
  return n > 0 ? (guint) g_rand_int_range (rand, 0, (int) n) : 0;
}

gconstpointer
random_item (GRand *rand, const ScList *list)
{
  return sc_list_get (list, random_up_to (rand, sc_list_length (list)));
}

const char *
random_text (GRand *rand)
{
  return random_any (rand, "Stage 1", "Stage 2", "Phase 3", "Schritt", "日本の営業", "مرحلة",
                     "🌱 Lead", "", " ", "a", "<b>&amp;]]>", LONG_TEXT);
}

int
random_language (GRand *rand)
{
  static const int languages[] = { 1033, 1033, 1031, 1041, 1025 };

  return languages[random_up_to (rand, G_N_ELEMENTS (languages))];
}

const char *
random_table (GRand *rand, const ScSolution *solution)
{
  const ScTable *table = random_item (rand, solution->tables);

  if (table != NULL && random_up_to (rand, 4) > 0)
    return table->name;
  return random_any (rand, "lead", "new_t", "annotation", "socialactivity", "Account", "new_none");
}

const char *
random_column (GRand *rand, const ScSolution *solution, const char *table)
{
  const ScTable *known = sc_solution_find_table (solution, table, NULL);
  const ScColumn *column = known != NULL ? random_item (rand, known->columns) : NULL;

  if (column != NULL && random_up_to (rand, 4) > 0)
    return column->name;
  return random_any (rand, "new_c", "new_l", "name", "nowhere", NULL);
}

ScParts *
random_parts (GRand *rand, const ScFlow *flow)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (ScPart));
  guint chance = 1 + random_up_to (rand, 7);
  ScPart part;

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      part = (ScPart){ SC_PART_STAGE, stage->id };
      if (random_up_to (rand, chance) == 0)
        g_array_append_val (names, part);
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          part = (ScPart){ SC_PART_STEP, step->id };
          if (random_up_to (rand, chance) == 0)
            g_array_append_val (names, part);
        }
    }
  return sc_parts_new (flow, (const ScPart *) (gpointer) names->data, names->len);
}

const ScStage *
random_stage (GRand *rand, const ScFlow *flow)
{
  const ScStage *stage = flow != NULL ? random_item (rand, flow->stages) : NULL;

  for (guint i = 0; stage != NULL && stage->condition == NULL && i < 5; i++)
    stage = random_item (rand, flow->stages);
  return stage;
}

gboolean
random_is_clear (const ScFlow *flow)
{
  g_autoptr (GHashTable) index = sc_flow_index_stages (flow);
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (flow);

  return graph->loop < 0 && g_hash_table_size (index) == sc_list_length (flow->stages);
}
