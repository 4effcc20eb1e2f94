/* sc-problem-list.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-problem-list.h"

#include <string.h>

#include "sc-list-diff.h"
#include "sc-problem-item-private.h"
#include "sc-problem-lines.h"
#include "sc-problem-match.h"

/* More changes at once than this and the lines between are changed as one. */
#define MAX_SPLICES 100

struct _ScProblemList
{
  GObject parent_instance;

  GPtrArray *lines;     /* of ScProblemItem: what is shown */
  GPtrArray *items;     /* of ScProblemItem, one per problem, as the validator lists them */
  GHashTable *headings; /* key -> ScProblemItem: those that have problems which pass */
  GHashTable *folded;   /* keys */
  ScProblemSlot *slots; /* the items in the order in which they are shown */
  gboolean *passes;     /* by slot */
  guint n_passing;
  gboolean by_severity;

  ScProblemPlaces *places;
  ScSolution *solution;
};

static void sc_problem_list_init_model (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScProblemList,
                               sc_problem_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      sc_problem_list_init_model))

static GType
get_item_type (GListModel *model)
{
  return SC_TYPE_PROBLEM_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return SC_PROBLEM_LIST (model)->lines->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  ScProblemList *self = SC_PROBLEM_LIST (model);

  return position < self->lines->len ? g_object_ref (self->lines->pdata[position]) : NULL;
}

static void
sc_problem_list_init_model (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static void
sc_problem_list_finalize (GObject *object)
{
  ScProblemList *self = SC_PROBLEM_LIST (object);

  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->headings);
  g_hash_table_unref (self->folded);
  g_free (self->slots);
  g_free (self->passes);
  sc_problem_places_free (self->places);
  g_clear_pointer (&self->solution, sc_solution_unref);

  G_OBJECT_CLASS (sc_problem_list_parent_class)->finalize (object);
}

static void
sc_problem_list_class_init (ScProblemListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_problem_list_finalize;
}

static void
sc_problem_list_init (ScProblemList *self)
{
  self->lines = g_ptr_array_new_with_free_func (g_object_unref);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->headings = sc_problem_headings_new ();
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

ScProblemList *
sc_problem_list_new (void)
{
  return g_object_new (SC_TYPE_PROBLEM_LIST, NULL);
}

static gboolean
passes (ScProblemItem *item,
        const ScSolution *solution,
        const ScProblemFilter *filter,
        const char *const *words)
{
  int severity = CLAMP (item->problem->severity, 0, (int) SC_SEVERITY_ERROR);

  if (filter->hidden[severity])
    return FALSE;
  if (filter->only_flow && !sc_problem_is_of_flow (item->problem, filter->flow))
    return FALSE;
  return words == NULL || sc_problem_item_matches (item, solution, words);
}

static void
filter_slots (ScProblemList *self, const ScProblemFilter *filter)
{
  g_autofree char *needle = filter->text != NULL ? g_utf8_casefold (filter->text, -1) : NULL;
  g_auto (GStrv) words
      = needle != NULL && *needle != '\0' ? g_strsplit_set (needle, " \t", -1) : NULL;

  g_free (self->passes);
  self->passes = g_new (gboolean, self->items->len + 1);
  self->n_passing = 0;
  for (guint i = 0; i < self->items->len; i++)
    {
      self->passes[i]
          = passes (self->slots[i].item, self->solution, filter, (const char *const *) words);
      self->n_passing += self->passes[i] ? 1 : 0;
    }
}

static void
order_items (ScProblemList *self, const ScProblemFilter *filter)
{
  guint n = self->items->len;

  g_free (self->slots);
  self->slots = g_new (ScProblemSlot, n + 1);
  for (guint i = 0; i < n; i++)
    {
      ScProblemItem *item = self->items->pdata[i];

      self->slots[i] = (ScProblemSlot){
        .item = item,
        .severity = item->problem->severity,
        .found = i,
        .held = item->rank,
      };
      sc_problem_places_set (self->places, item, &self->slots[i]);
    }
  sc_problem_order (self->slots, n, filter->by_severity, filter->hold);
  for (guint i = 0; i < n; i++)
    ((ScProblemItem *) self->slots[i].item)->rank = i;
}

static void
splice_lines (GPtrArray *lines, const ScSplice *splice, gpointer const *added)
{
  gpointer *at;
  guint n;

  g_ptr_array_remove_range (lines, splice->position, splice->n_removed);
  n = lines->len - splice->position;
  g_ptr_array_set_size (lines, (int) (lines->len + splice->n_added));
  at = lines->pdata + splice->position;
  memmove (at + splice->n_added, at, n * sizeof *at);
  for (guint i = 0; i < splice->n_added; i++)
    at[i] = g_object_ref (added[i]);
}

static gpointer
ref_item (gconstpointer item, gpointer data)
{
  return g_object_ref ((gpointer) item);
}

/* Takes over lines. */
static void
show_lines (ScProblemList *self, GPtrArray *lines)
{
  g_autoptr (GPtrArray) before = self->lines;
  g_autoptr (GPtrArray) after = lines;
  g_autoptr (GArray) splices
      = sc_list_diff (before->pdata, before->len, after->pdata, after->len, MAX_SPLICES);

  for (guint i = 0; i < before->len; i++)
    ((ScProblemItem *) before->pdata[i])->line = G_MAXUINT;
  for (guint i = 0; i < after->len; i++)
    ((ScProblemItem *) after->pdata[i])->line = i;
  self->lines = g_ptr_array_copy (before, ref_item, NULL);
  for (guint i = 0; i < splices->len; i++)
    {
      const ScSplice *splice = &g_array_index (splices, ScSplice, i);

      splice_lines (self->lines, splice, after->pdata + splice->position);
      g_list_model_items_changed (G_LIST_MODEL (self), splice->position, splice->n_removed,
                                  splice->n_added);
    }
}

static void
build (ScProblemList *self)
{
  ScProblemSource source
      = { self->slots, self->items->len, self->passes, self->places, self->headings, self->folded };
  GHashTable *headings = sc_problem_headings_new ();
  GPtrArray *lines = sc_problem_lines_new (&source, !self->by_severity, headings);

  g_hash_table_unref (self->headings);
  self->headings = headings;
  show_lines (self, lines);
  /* Those who are not shown have nobody to tell. */
  for (guint i = 0; i < self->lines->len; i++)
    sc_problem_item_tell (self->lines->pdata[i]);
}

void
sc_problem_list_update (ScProblemList *self,
                        const ScList *problems,
                        const ScSolution *solution,
                        const ScProblemFilter *filter)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (ScSolution) shown = NULL;
  g_autoptr (ScProblemPlaces) places = NULL;

  g_return_if_fail (SC_IS_PROBLEM_LIST (self));

  /* What items point to lives until all of them point into the new solution. */
  shown = self->solution;
  places = self->places;
  before = self->items;
  self->solution = solution != NULL ? sc_solution_ref (solution) : NULL;
  self->by_severity = filter->by_severity;
  self->items = sc_problem_match (before, problems);
  self->places = sc_problem_places_new (
      places, self->solution, filter->by_severity ? filter->flow : NULL, !filter->by_severity);
  order_items (self, filter);
  filter_slots (self, filter);
  build (self);
}

guint
sc_problem_list_get_n_passing (ScProblemList *self)
{
  g_return_val_if_fail (SC_IS_PROBLEM_LIST (self), 0);
  return self->n_passing;
}

guint
sc_problem_list_get_line (ScProblemList *self, ScProblemItem *item)
{
  g_return_val_if_fail (SC_IS_PROBLEM_LIST (self), G_MAXUINT);
  return item != NULL ? item->line : G_MAXUINT;
}

/* What stands at that depth; a stage's heading is a line under its flow. */
static guint
get_depth (const ScProblemItem *item)
{
  if (item->kind == SC_PROBLEM_LINE_PROBLEM)
    return item->depth;
  return item->kind == SC_PROBLEM_LINE_STAGE ? 1 : 0;
}

ScProblemItem *
sc_problem_list_get_heading (ScProblemList *self, guint line)
{
  guint depth;

  g_return_val_if_fail (SC_IS_PROBLEM_LIST (self) && line < self->lines->len, NULL);

  depth = get_depth (self->lines->pdata[line]);
  while (line-- > 0)
    {
      ScProblemItem *item = self->lines->pdata[line];

      if (item->kind != SC_PROBLEM_LINE_PROBLEM && get_depth (item) < depth)
        return item;
    }
  return NULL;
}

void
sc_problem_list_set_folded (ScProblemList *self, ScProblemItem *heading, gboolean folded)
{
  g_return_if_fail (SC_IS_PROBLEM_LIST (self) && heading != NULL && heading->key != NULL);

  if (heading->folded == folded)
    return;
  if (folded)
    g_hash_table_add (self->folded, g_strdup (heading->key));
  else
    g_hash_table_remove (self->folded, heading->key);
  build (self);
}

void
sc_problem_list_fold_all (ScProblemList *self, gboolean folded)
{
  g_return_if_fail (SC_IS_PROBLEM_LIST (self));

  g_hash_table_remove_all (self->folded);
  for (guint i = 0; folded && i < self->items->len; i++)
    {
      const ScProblemItem *item = self->items->pdata[i];
      const char *flow = item->flow != NULL ? item->flow->id : NULL;

      g_hash_table_add (self->folded, sc_problem_item_dup_key (flow, NULL));
      if (item->stage != NULL)
        g_hash_table_add (self->folded, sc_problem_item_dup_key (flow, item->stage->id));
    }
  build (self);
}

void
sc_problem_list_forget_folded (ScProblemList *self)
{
  g_return_if_fail (SC_IS_PROBLEM_LIST (self));
  g_hash_table_remove_all (self->folded);
}
