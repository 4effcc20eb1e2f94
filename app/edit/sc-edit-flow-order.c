/* sc-edit-flow-order.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-flow.h"

#include "sc-edit-private.h"
#include "sc-lock.h"
#include "sc-name.h"

#include <glib/gi18n-lib.h>

/* Between flows that get new numbers, where there is room: so the next one fits in between. */
#define STEP 10

static gboolean
is_same_table (const ScFlow *a, const ScFlow *b)
{
  const char *p = sc_flow_get_start_table (a), *q = sc_flow_get_start_table (b);

  return p == q || sc_name_equal (p, q);
}

GPtrArray *
sc_edit_flow_list_siblings (const ScSolution *solution, const ScFlow *flow)
{
  GPtrArray *siblings = sc_solution_list_flows_in_order (solution);

  for (guint i = siblings->len; i > 0; i--)
    {
      if (!is_same_table (g_ptr_array_index (siblings, i - 1), flow))
        g_ptr_array_remove_index (siblings, i - 1);
    }
  return siblings;
}

/* Flows in the order wanted, and the search for those that can keep their numbers. Before the first
 * and behind the last stands an end, which always keeps its own. */
typedef struct
{
  const ScSolution *solution;
  GPtrArray *flows;
  const ScFlow *moved;
  guint64 *gain; /* of the best chain of keepers that ends here */
  guint *before; /* the keeper before this one in that chain */
} Numbering;

static const ScFlow *
get_flow (const Numbering *self, guint place)
{
  return place > 0 && place <= self->flows->len ? g_ptr_array_index (self->flows, place - 1) : NULL;
}

static gint64
get_order (const Numbering *self, guint place)
{
  const ScFlow *flow = get_flow (self, place);

  if (flow != NULL)
    return flow->order;
  return place == 0 ? -1 : (gint64) G_MAXINT + 1;
}

static gboolean
is_locked (const Numbering *self, guint place)
{
  const ScFlow *flow = get_flow (self, place);

  return flow != NULL && sc_lock_get (self->solution, flow) != SC_LOCK_NONE;
}

/* Whether both can keep their numbers, and those between them find some. Two that are locked are
 * as they are, even with equal numbers. */
static gboolean
has_room (const Numbering *self, guint from, guint to)
{
  gint64 gap = get_order (self, to) - get_order (self, from);

  return gap >= (gint64) (to - from)
         || (to == from + 1 && gap >= 0 && is_locked (self, from) && is_locked (self, to));
}

/* One that is locked is worth more than all others; the one that was moved a little less. */
static guint64
get_gain (const Numbering *self, guint place)
{
  const ScFlow *flow = get_flow (self, place);

  if (flow == NULL)
    return 1;
  if (is_locked (self, place))
    return 2 * (guint64) self->flows->len + 2;
  return flow == self->moved ? 1 : 2;
}

static void
find_keepers (Numbering *self)
{
  guint end = self->flows->len + 1;

  self->gain = g_new0 (guint64, end + 1);
  self->before = g_new0 (guint, end + 1);
  self->gain[0] = 1;
  for (guint place = 1; place <= end; place++)
    {
      for (guint from = 0; from < place; from++)
        {
          if (self->gain[from] > self->gain[self->before[place]] && has_room (self, from, place))
            self->before[place] = from;
        }
      /* Without room even behind the end, it is no keeper. */
      if (has_room (self, self->before[place], place))
        self->gain[place] = self->gain[self->before[place]] + get_gain (self, place);
    }
}

/* The number of the i-th of n flows, from 1 on, between two that keep theirs. */
static int
get_number (const Numbering *self, guint from, guint to, guint i)
{
  gint64 low = get_order (self, from), high = get_order (self, to);
  gint64 n = to - from - 1;

  if (from == 0 && to > self->flows->len)
    low = 0;
  if (to > self->flows->len && low + n * STEP < high)
    return (int) (low + i * STEP);
  if (from == 0 && high - n * STEP >= 0)
    return (int) (high - (n + 1 - i) * STEP);
  return (int) (low + (high - low) * i / (n + 1));
}

/* By position: some files have flows without an id, or two with one. Takes over solution. */
static ScSolution *
put_order (const Numbering *self, ScSolution *solution, guint place, int order)
{
  g_autoptr (ScSolution) before = solution;
  const ScFlow *flow = get_flow (self, place);
  guint position = (guint) sc_list_index (self->solution->flows, flow);
  const ScPlace at = { .solution = before, .flow = flow, .flow_position = position };
  ScFlow *changed = sc_flow_copy (flow);

  changed->order = order;
  return sc_place_put_flow (&at, changed);
}

/* NULL when one that is locked could not keep its number. */
static ScSolution *
renumber (const Numbering *self, GError **error)
{
  g_autoptr (ScSolution) after = sc_solution_ref (self->solution);

  for (guint to = self->flows->len + 1; to > 0; to = self->before[to])
    {
      guint from = self->before[to];

      for (guint place = from + 1; place < to; place++)
        {
          if (is_locked (self, place))
            return sc_edit_fail (
                error, SC_EDIT_ERROR_LOCKED,
                _ ("That would need another process order for “%s”, which cannot be changed."),
                sc_flow_get_label (get_flow (self, place), self->solution->language));
          after = put_order (self, g_steal_pointer (&after), place,
                             get_number (self, from, to, place - from));
        }
    }
  return g_steal_pointer (&after);
}

static ScSolution *
reorder (const ScSolution *solution, GPtrArray *wanted, const ScFlow *moved, GError **error)
{
  Numbering numbering = { .solution = solution, .flows = wanted, .moved = moved };
  ScSolution *after;

  find_keepers (&numbering);
  after = renumber (&numbering, error);
  g_free (numbering.gain);
  g_free (numbering.before);
  return after;
}

static const char *
name_start_table (const ScSolution *solution, const ScFlow *flow)
{
  const char *table = sc_flow_get_start_table (flow);

  return table != NULL ? sc_solution_get_table_label (solution, table) : _ ("no table");
}

/* The position in siblings that the flow is to stand before, once it has been taken out. */
static gboolean
find_position (const ScSolution *solution,
               GPtrArray *siblings,
               const ScFlow *flow,
               const char *before,
               guint *position,
               GError **error)
{
  ScPlace place;

  *position = siblings->len;
  if (before == NULL)
    return TRUE;
  if (!sc_place_find_flow (&place, solution, before, error))
    return FALSE;
  if (g_ptr_array_find (siblings, place.flow, position))
    return TRUE;
  sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                _ ("“%s” begins on %s, so it can be ordered only among the flows of that table."),
                sc_flow_get_label (flow, solution->language), name_start_table (solution, flow));
  return FALSE;
}

ScSolution *
sc_edit_flow_reorder (const ScSolution *solution,
                      const char *flow,
                      const char *before,
                      GError **error)
{
  ScPlace place;
  g_autoptr (GPtrArray) siblings = NULL;
  guint from = 0, to;
  ScLock lock;

  if (!sc_place_find_flow (&place, solution, flow, error))
    return NULL;
  lock = sc_lock_get (solution, place.flow);
  if (lock != SC_LOCK_NONE)
    return sc_edit_fail (error, SC_EDIT_ERROR_LOCKED, "%s", sc_lock_explain (lock));

  siblings = sc_edit_flow_list_siblings (solution, place.flow);
  if (!find_position (solution, siblings, place.flow, before, &to, error))
    return NULL;
  g_ptr_array_find (siblings, place.flow, &from);
  if (to == from || to == from + 1)
    return sc_edit_unchanged (solution);

  g_ptr_array_remove_index (siblings, from);
  g_ptr_array_insert (siblings, to > from ? (int) to - 1 : (int) to, (gpointer) place.flow);
  return reorder (solution, siblings, place.flow, error);
}
