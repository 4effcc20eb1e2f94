/* sc-find.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-find-private.h"

static const ScField hit_fields[] = {
  SC_FIELD (ScHit, SC_FIELD_INT, kind),     SC_FIELD (ScHit, SC_FIELD_INT, text_kind),
  SC_FIELD (ScHit, SC_FIELD_INT, obstacle), SC_FIELD (ScHit, SC_FIELD_VALUE, flow),
  SC_FIELD (ScHit, SC_FIELD_VALUE, stage),  SC_FIELD (ScHit, SC_FIELD_VALUE, step),
  SC_FIELD (ScHit, SC_FIELD_VALUE, role),   SC_FIELD (ScHit, SC_FIELD_STRING, table),
  SC_FIELD (ScHit, SC_FIELD_INT, branch),   SC_FIELD (ScHit, SC_FIELD_INT, clause),
  SC_FIELD (ScHit, SC_FIELD_VALUE, whole),  SC_FIELD (ScHit, SC_FIELD_INT, start),
  SC_FIELD (ScHit, SC_FIELD_INT, length),   SC_FIELD (ScHit, SC_FIELD_INT, flow_position),
  SC_FIELD (ScHit, SC_FIELD_INT, number),   SC_FIELD_END,
};
const ScValueClass sc_hit_class = { "ScHit", sizeof (ScHit), hit_fields };

ScFindFields
sc_found_text_get_field (ScFoundText text)
{
  static const ScFindFields fields[SC_N_TEXTS] = {
    [SC_TEXT_LABEL] = SC_FIND_NAMES,          [SC_TEXT_NAME] = SC_FIND_NAMES,
    [SC_TEXT_DESCRIPTION] = SC_FIND_NAMES,    [SC_TEXT_COLUMN] = SC_FIND_COLUMNS,
    [SC_TEXT_COLUMN_LABEL] = SC_FIND_COLUMNS, [SC_TEXT_TABLE] = SC_FIND_COLUMNS,
    [SC_TEXT_TABLE_LABEL] = SC_FIND_COLUMNS,  [SC_TEXT_RELATIONSHIP] = SC_FIND_COLUMNS,
    [SC_TEXT_VALUE] = SC_FIND_VALUES,         [SC_TEXT_PROCESS] = SC_FIND_NAMES,
    [SC_TEXT_UNIQUE_NAME] = SC_FIND_IDS,      [SC_TEXT_ID] = SC_FIND_IDS,
    [SC_TEXT_PROCESS_ID] = SC_FIND_IDS,
  };

  return text < SC_N_TEXTS ? fields[text] : 0;
}

typedef struct
{
  const ScFindQuery *query;
  guint max;
  gint64 deadline; /* monotonic, in microseconds */
  GPtrArray *hits;
  GArray *matches;
  ScFindResult *result;
  GError *error;
} Search;

static ScHit *
make_hit (const ScTextPlace *place, const ScLabel *whole, const ScMatch *match)
{
  ScHit *hit = sc_hit_new ();

  hit->kind = (int) place->kind;
  hit->text_kind = (int) place->text;
  hit->obstacle = (int) place->obstacle;
  sc_set_value (hit, flow, place->flow);
  sc_set_value (hit, stage, place->stage);
  sc_set_value (hit, step, place->step);
  sc_set_value (hit, role, place->role);
  if (place->text == SC_TEXT_COLUMN || place->text == SC_TEXT_COLUMN_LABEL)
    sc_set_string (hit, table, place->table);
  hit->branch = place->branch;
  hit->clause = place->clause;
  sc_set_value (hit, whole, whole);
  hit->start = match->start;
  hit->length = match->length;
  hit->flow_position = place->flow_position;
  hit->number = place->number;
  return hit;
}

static void
add_hits (Search *self, const ScTextPlace *place, const char *text)
{
  g_autoptr (ScLabel) whole = NULL;

  for (guint i = 0; i < self->matches->len && self->hits->len < self->max; i++)
    {
      if (whole == NULL)
        whole = sc_label_new_text (place->language, text);
      g_ptr_array_add (self->hits,
                       make_hit (place, whole, &g_array_index (self->matches, ScMatch, i)));
    }
}

static const char *
find_in_text (const ScTextPlace *place, const char *text, gpointer data)
{
  Search *self = data;

  if ((sc_found_text_get_field (place->text) & sc_find_query_get_fields (self->query)) == 0
      || self->error != NULL)
    return text;
  if (sc_find_query_get_regex (self->query) != NULL && g_get_monotonic_time () > self->deadline)
    sc_find_fail_effort (&self->error);
  else
    sc_find_query_match (self->query, place->text, text, self->matches, &self->error);
  if (self->error != NULL)
    return text;

  add_hits (self, place, text);
  self->result->n_hits += self->matches->len;
  if (place->obstacle == SC_OBSTACLE_NONE)
    self->result->n_editable += self->matches->len;
  if (place->obstacle == SC_OBSTACLE_NONE && place->text == SC_TEXT_COLUMN)
    self->result->n_columns += self->matches->len;
  return text;
}

ScFindResult *
sc_find (const ScSolution *solution,
         const ScFindQuery *query,
         const char *flow,
         guint max,
         GError **error)
{
  g_autoptr (ScFindResult) result = g_new0 (ScFindResult, 1);
  g_autoptr (ScSolution) same = NULL;
  Search self = { .query = query, .max = max, .result = result };
  guint position;

  if (flow != NULL && sc_solution_find_flow (solution, flow, &position) == NULL)
    return g_steal_pointer (&result);
  self.deadline = g_get_monotonic_time () + SC_FIND_MAX_TIME;
  self.hits = sc_list_collect ();
  self.matches = g_array_new (FALSE, FALSE, sizeof (ScMatch));
  same = sc_texts_walk (solution, flow != NULL ? (int) position : -1, find_in_text, &self);
  result->hits = sc_list_new_take (self.hits);
  g_array_unref (self.matches);
  if (self.error == NULL)
    return g_steal_pointer (&result);
  g_propagate_error (error, self.error);
  return NULL;
}

void
sc_find_result_free (ScFindResult *self)
{
  sc_list_unref (self->hits);
  g_free (self);
}
