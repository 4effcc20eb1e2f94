/* sc-problem-list.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-problem-list.h"

#include <string.h>

#include "sc-id.h"
#include "sc-severity.h"

struct _ScProblemItem
{
  GObject parent_instance;

  ScProblem *problem;
  char *place;
  guint order; /* where it stands among all problems */
  gboolean of_flow;
};

G_DEFINE_FINAL_TYPE (ScProblemItem, sc_problem_item, G_TYPE_OBJECT)

static void
sc_problem_item_finalize (GObject *object)
{
  ScProblemItem *self = SC_PROBLEM_ITEM (object);

  g_clear_pointer (&self->problem, sc_problem_unref);
  g_free (self->place);

  G_OBJECT_CLASS (sc_problem_item_parent_class)->finalize (object);
}

static void
sc_problem_item_class_init (ScProblemItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_problem_item_finalize;
}

static void
sc_problem_item_init (ScProblemItem *self)
{
}

const ScProblem *
sc_problem_item_get_problem (ScProblemItem *self)
{
  g_return_val_if_fail (SC_IS_PROBLEM_ITEM (self), NULL);
  return self->problem;
}

const char *
sc_problem_item_get_place (ScProblemItem *self)
{
  g_return_val_if_fail (SC_IS_PROBLEM_ITEM (self), NULL);
  return self->place;
}

static char *
dup_full_place (const ScProblem *problem,
                const ScSolution *solution,
                int language,
                gboolean of_flow)
{
  g_autofree char *place = sc_problem_dup_place (problem, solution, language);
  const ScFlow *flow;

  if (of_flow || problem->flow == NULL || (problem->stage == NULL && problem->step == NULL))
    return g_steal_pointer (&place);
  flow = sc_solution_find_flow (solution, problem->flow, NULL);
  if (flow == NULL)
    return g_steal_pointer (&place);
  return g_strdup_printf ("%s › %s", sc_flow_get_label (flow, language), place);
}

static ScProblemItem *
item_new (const ScProblem *problem,
          guint order,
          const ScSolution *solution,
          int language,
          const char *flow)
{
  ScProblemItem *self = g_object_new (SC_TYPE_PROBLEM_ITEM, NULL);

  self->problem = sc_problem_ref (problem);
  self->order = order;
  self->of_flow = flow != NULL && sc_id_equal (problem->flow, flow);
  self->place = dup_full_place (problem, solution, language, self->of_flow);
  return self;
}

static gboolean
contains (const char *haystack, const char *needle)
{
  g_autofree char *folded = g_utf8_casefold (haystack, -1);

  return strstr (folded, needle) != NULL;
}

static gboolean
passes_text (ScProblemItem *item, const char *text)
{
  g_autofree char *needle = g_utf8_casefold (text, -1);
  g_auto (GStrv) words = g_strsplit_set (needle, " \t", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!contains (item->problem->message, words[i]) && !contains (item->place, words[i])
          && !contains (sc_rule_get_id (item->problem->rule), words[i]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
passes (ScProblemItem *item, const ScProblemFilter *filter)
{
  int severity = CLAMP (item->problem->severity, 0, (int) SC_SEVERITY_ERROR);

  if (filter->hidden[severity])
    return FALSE;
  if (filter->only_flow && !item->of_flow)
    return FALSE;
  return filter->text == NULL || *filter->text == '\0' || passes_text (item, filter->text);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const ScProblemItem *left = *(ScProblemItem *const *) a;
  const ScProblemItem *right = *(ScProblemItem *const *) b;

  if (left->problem->severity != right->problem->severity)
    return left->problem->severity > right->problem->severity ? -1 : 1;
  return left->order < right->order ? -1 : left->order > right->order;
}

static gboolean
looks_the_same (ScProblemItem *a, ScProblemItem *b)
{
  return g_str_equal (a->place, b->place) && sc_problem_equal (a->problem, b->problem);
}

static gboolean
is_shown_at (GListStore *store, guint position, ScProblemItem *item)
{
  g_autoptr (ScProblemItem) shown = g_list_model_get_item (G_LIST_MODEL (store), position);

  return looks_the_same (shown, item);
}

/* One splice of what lies between the rows that stay at both ends. */
static void
reconcile (GListStore *store, GPtrArray *items)
{
  guint old = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint start = 0, end = 0;

  while (start < old && start < items->len
         && is_shown_at (store, start, g_ptr_array_index (items, start)))
    start++;
  while (end < old - start && end < items->len - start
         && is_shown_at (store, old - end - 1, g_ptr_array_index (items, items->len - end - 1)))
    end++;
  if (start + end < old || start + end < items->len)
    g_list_store_splice (store, start, old - start - end, items->pdata + start,
                         items->len - start - end);
}

void
sc_problem_list_update (GListStore *store,
                        const ScList *problems,
                        const ScSolution *solution,
                        int language,
                        const ScProblemFilter *filter)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  sc_list_foreach (problems, const ScProblem *, problem)
    {
      g_autoptr (ScProblemItem) item
          = item_new (problem, problem_i, solution, language, filter->flow);

      if (passes (item, filter))
        g_ptr_array_add (items, g_steal_pointer (&item));
    }
  g_ptr_array_sort (items, compare_items);
  reconcile (store, items);
}

static gboolean
same_id (const char *a, const char *b)
{
  return (a == NULL && b == NULL) || sc_id_equal (a, b);
}

gboolean
sc_problem_is_about_same (const ScProblem *a, const ScProblem *b)
{
  return a->rule == b->rule && same_id (a->flow, b->flow) && same_id (a->stage, b->stage)
         && same_id (a->step, b->step) && same_id (a->role, b->role);
}
