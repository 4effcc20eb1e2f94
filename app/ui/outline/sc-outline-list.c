/* sc-outline-list.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-outline-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sc-flow-graph.h"
#include "sc-id.h"
#include "sc-list-diff.h"

/* Beyond that it is cheaper to make the widgets of all rows between anew. */
#define MAX_SPLICES 24

struct _ScOutlineList
{
  GObject parent_instance;

  const ScFlow *flow;
  int language;
  ScList *problems;
  ScBadges *badges; /* of the problems; NULL: not made yet */
  gboolean can_add;

  GPtrArray *items;     /* of ScOutlineItem, as rows */
  GHashTable *known[4]; /* by ScOutlineKind: id, the item's own → ScOutlineItem */
  GHashTable *folded;   /* a set of ids of stages */
  GHashTable *marked;   /* a set of items */
  guint round;          /* of updates */
};

static GType
get_item_type (GListModel *model)
{
  return SC_TYPE_OUTLINE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return SC_OUTLINE_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  ScOutlineItem *item = sc_outline_list_get (SC_OUTLINE_LIST (model), position);

  return item != NULL ? g_object_ref (item) : NULL;
}

static void
init_list_model (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  ScOutlineList *self = SC_OUTLINE_LIST (model);
  ScOutlineItem *item = sc_outline_list_get (self, position);

  return item != NULL && g_hash_table_contains (self->marked, item);
}

static void
init_selection_model (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ScOutlineList,
                               sc_outline_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          init_selection_model))

static gboolean
same_id (gconstpointer a, gconstpointer b)
{
  return sc_id_equal (a, b);
}

static void
sc_outline_list_finalize (GObject *object)
{
  ScOutlineList *self = SC_OUTLINE_LIST (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->known); i++)
    g_hash_table_unref (self->known[i]);
  g_hash_table_unref (self->marked);
  g_hash_table_unref (self->folded);
  g_ptr_array_unref (self->items);
  sc_badges_free (self->badges);
  sc_list_unref (self->problems);
  sc_flow_unref ((ScFlow *) self->flow);

  G_OBJECT_CLASS (sc_outline_list_parent_class)->finalize (object);
}

static void
sc_outline_list_class_init (ScOutlineListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_outline_list_finalize;
}

static void
sc_outline_list_init (ScOutlineList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < G_N_ELEMENTS (self->known); i++)
    self->known[i] = g_hash_table_new_full (sc_id_hash, same_id, g_free, NULL);
  self->folded = g_hash_table_new_full (sc_id_hash, same_id, g_free, NULL);
  self->marked = g_hash_table_new (NULL, NULL);
}

ScOutlineList *
sc_outline_list_new (void)
{
  return g_object_new (SC_TYPE_OUTLINE_LIST, NULL);
}

/* What an update makes: the rows as they will be. */
typedef struct
{
  ScOutlineList *list;
  const ScFlow *flow;
  gboolean same_problems; /* as the rows that are there show */
  GHashTable *index;      /* see sc_flow_index_stages() */
  GPtrArray *items;
  guint next;         /* the row before the update that most likely is the next one */
  GPtrArray *changed; /* of items that were there and show something else */
} Update;

static gboolean
is_taken (ScOutlineList *self, ScOutlineItem *item)
{
  return sc_outline_item_get_place (item)->round == self->round;
}

/* Nearly always the row behind the last one; else it is looked up. NULL: there is none yet, or, of
 * several parts with one id, it is another's. */
static ScOutlineItem *
find_known (Update *self, ScOutlineKind kind, const char *id)
{
  ScOutlineItem *item = sc_outline_list_get (self->list, self->next);

  /* What did not change has the same id, and not only an equal one. */
  if (item == NULL || sc_outline_item_get_kind (item) != kind
      || (sc_outline_item_get_id (item) != id && !sc_id_equal (sc_outline_item_get_id (item), id)))
    item = sc_outline_list_find (self->list, kind, id);
  if (item == NULL || is_taken (self->list, item))
    return NULL;
  self->next = sc_outline_item_get_place (item)->position + 1;
  return item;
}

static void
take (Update *self, ScOutlineItem *item)
{
  sc_outline_item_get_place (item)->round = self->list->round;
  g_ptr_array_add (self->items, item);
}

static void
add_row (Update *self, ScOutlineKind kind, const char *id, const ScOutlineFacts *facts)
{
  ScOutlineItem *known = find_known (self, kind, id);
  ScOutlineItem *item = known != NULL ? g_object_ref (known) : sc_outline_item_new (kind);

  if (sc_outline_item_set_facts (item, facts) && known != NULL)
    g_ptr_array_add (self->changed, item);
  take (self, item);
}

static char *
describe_next (Update *self, const ScStage *stage)
{
  guint n_branches = stage->condition != NULL ? sc_list_length (stage->condition->branches) : 0;
  int position;
  const ScStage *next;
  g_autofree char *name = NULL;

  if (n_branches > 0)
    return g_strdup_printf (ngettext ("%u branch", "%u branches", n_branches), n_branches);
  if (stage->next == NULL)
    return NULL;
  position = sc_flow_index_find (self->index, stage->next);
  if (position < 0)
    return g_strdup (_ ("A stage that is not there"));
  next = sc_list_get (self->flow->stages, (guint) position);
  name = g_utf8_make_valid (sc_stage_get_label (next, self->list->language), -1);
  /* TRANSLATORS: the stage that comes next. */
  return g_strdup_printf (_ ("→ %s"), name);
}

/* The steps of a stage that is the same value as before: of thousands, most are. */
static gboolean
keep_steps (Update *self, const ScStage *stage)
{
  ScOutlineItem **rows = (ScOutlineItem **) self->list->items->pdata + self->next;
  guint n = sc_list_length (stage->steps);

  if (!self->same_problems || self->next + n > self->list->items->len)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const ScOutlineFacts *facts = sc_outline_item_get_facts (rows[i]);

      if (sc_outline_item_get_kind (rows[i]) != SC_OUTLINE_STEP || facts->stage != stage
          || facts->number != i + 1 || is_taken (self->list, rows[i]))
        return FALSE;
    }
  for (guint i = 0; i < n; i++)
    take (self, g_object_ref (rows[i]));
  self->next += n;
  return TRUE;
}

static void
add_steps (Update *self, const ScStage *stage, gboolean has_problems)
{
  ScOutlineFacts facts = { .stage = stage, .total = sc_list_length (stage->steps) };

  if (!keep_steps (self, stage))
    sc_list_foreach (stage->steps, const ScStep *, step)
      {
        facts.step = step;
        facts.number = step_i + 1;
        facts.badge
            = has_problems ? sc_badges_get_step (self->list->badges, step->id) : SC_BADGE_NONE;
        add_row (self, SC_OUTLINE_STEP, step->id, &facts);
      }
  facts = (ScOutlineFacts){ .stage = stage, .badge = SC_BADGE_NONE };
  if (self->list->can_add)
    add_row (self, SC_OUTLINE_ADD_STEP, stage->id, &facts);
}

static void
add_stages (Update *self)
{
  guint n = sc_list_length (self->flow->stages);

  sc_list_foreach (self->flow->stages, const ScStage *, stage)
    {
      g_autofree char *next = describe_next (self, stage);
      gboolean folded = stage->id != NULL && g_hash_table_contains (self->list->folded, stage->id);
      ScOutlineFacts facts = { .stage = stage,
                               .number = stage_i + 1,
                               .total = n,
                               .folded = folded,
                               .next = next,
                               .badge = sc_badges_get_stage (self->list->badges, stage->id) };

      add_row (self, SC_OUTLINE_STAGE, stage->id, &facts);
      if (!folded)
        add_steps (self, stage, facts.badge.count > 0);
    }
  if (self->list->can_add)
    add_row (self, SC_OUTLINE_ADD_STAGE, NULL, &(ScOutlineFacts){ .badge = SC_BADGE_NONE });
}

/* The list is what it will be before anybody hears of it, one splice after the other. */
static void
apply (ScOutlineList *self, GPtrArray *items)
{
  g_autoptr (GArray) splices
      = sc_list_diff (self->items->pdata, self->items->len, items->pdata, items->len, MAX_SPLICES);

  for (guint i = 0; i < splices->len; i++)
    {
      const ScSplice *splice = &g_array_index (splices, ScSplice, i);

      if (splice->n_removed > 0)
        g_ptr_array_remove_range (self->items, splice->position, splice->n_removed);
      for (guint j = 0; j < splice->n_added; j++)
        g_ptr_array_insert (self->items, (int) (splice->position + j),
                            g_object_ref (items->pdata[splice->position + j]));
      g_list_model_items_changed (G_LIST_MODEL (self), splice->position, splice->n_removed,
                                  splice->n_added);
    }
}

static void
remember (ScOutlineList *self, GPtrArray *items)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->known); i++)
    g_hash_table_remove_all (self->known[i]);
  for (guint i = 0; i < items->len; i++)
    {
      ScOutlineItem *item = items->pdata[i];
      const char *id = sc_outline_item_get_id (item);
      GHashTable *known = self->known[sc_outline_item_get_kind (item)];

      sc_outline_item_get_place (item)->position = i;
      id = id != NULL ? id : "";
      if (!g_hash_table_contains (known, id))
        g_hash_table_insert (known, g_strdup (id), item);
    }
}

static gboolean
is_gone (gpointer item, gpointer value, gpointer self)
{
  return !is_taken (self, item);
}

static gboolean
has_same (GPtrArray *a, GPtrArray *b)
{
  return a->len == b->len
         && (a->len == 0 || memcmp (a->pdata, b->pdata, a->len * sizeof (gpointer)) == 0);
}

static void
rebuild (ScOutlineList *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_full (self->items->len, g_object_unref);
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();
  g_autoptr (GHashTable) index = NULL;
  Update update = { self, self->flow, self->badges != NULL, NULL, items, 0, changed };

  self->round++;
  if (self->flow != NULL)
    {
      if (self->badges == NULL)
        self->badges = sc_badges_new (self->problems, self->flow->id);
      update.index = index = sc_flow_index_stages (self->flow);
      add_stages (&update);
    }
  if (!has_same (self->items, items))
    {
      g_hash_table_foreach_remove (self->marked, is_gone, self);
      remember (self, items);
      apply (self, items);
    }
  for (guint i = 0; i < changed->len; i++)
    sc_outline_item_changed (changed->pdata[i]);
}

void
sc_outline_list_update (
    ScOutlineList *self, const ScFlow *flow, int language, const ScList *problems, gboolean can_add)
{
  g_return_if_fail (SC_IS_OUTLINE_LIST (self));

  if (problems != self->problems || flow == NULL || self->flow == NULL
      || g_strcmp0 (flow->id, self->flow->id) != 0)
    g_clear_pointer (&self->badges, sc_badges_free);
  if (flow != NULL)
    sc_flow_ref (flow);
  sc_flow_unref ((ScFlow *) self->flow);
  self->flow = flow;
  if (problems != NULL)
    sc_list_ref (problems);
  sc_list_unref (self->problems);
  self->problems = (ScList *) problems;
  self->language = language;
  self->can_add = can_add;
  rebuild (self);
}

void
sc_outline_list_set_folded (ScOutlineList *self, ScOutlineItem *stage, gboolean folded)
{
  const char *id;

  g_return_if_fail (SC_IS_OUTLINE_LIST (self));
  g_return_if_fail (sc_outline_item_get_kind (stage) == SC_OUTLINE_STAGE);

  id = sc_outline_item_get_id (stage);
  if (id == NULL || sc_outline_item_get_facts (stage)->folded == folded)
    return;
  if (folded)
    g_hash_table_add (self->folded, g_strdup (id));
  else
    g_hash_table_remove (self->folded, id);
  rebuild (self);
}

void
sc_outline_list_set_all_folded (ScOutlineList *self, gboolean folded)
{
  g_return_if_fail (SC_IS_OUTLINE_LIST (self));

  g_hash_table_remove_all (self->folded);
  sc_list_foreach (folded && self->flow != NULL ? self->flow->stages : NULL, const ScStage *, stage)
    {
      if (stage->id != NULL)
        g_hash_table_add (self->folded, g_strdup (stage->id));
    }
  rebuild (self);
}

static void
mark (ScOutlineList *self, GHashTable *marked, ScPart part)
{
  ScOutlineItem *item = sc_outline_list_find (
      self, part.kind == SC_PART_STAGE ? SC_OUTLINE_STAGE : SC_OUTLINE_STEP, part.id);

  if (item != NULL)
    g_hash_table_add (marked, item);
}

/* The positions of what is in one set and not in the other. */
static void
add_difference (ScOutlineList *self, GArray *positions, GHashTable *set, GHashTable *other)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      guint position = sc_outline_list_get_position (self, item);

      if (position != G_MAXUINT && !g_hash_table_contains (other, item))
        g_array_append_val (positions, position);
    }
}

/* Whoever hears of a row shows it anew, so only of those that are marked now and were not, or were;
 * of very many at once. */
static void
tell_marks (ScOutlineList *self, const GArray *positions)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self);

  if (positions->len > MAX_SPLICES)
    {
      gtk_selection_model_selection_changed (model, 0, self->items->len);
      return;
    }
  for (guint i = 0; i < positions->len; i++)
    gtk_selection_model_selection_changed (model, g_array_index (positions, guint, i), 1);
}

void
sc_outline_list_set_parts (ScOutlineList *self, const ScParts *parts)
{
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_if_fail (SC_IS_OUTLINE_LIST (self));

  before = self->marked;
  self->marked = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < sc_parts_count (parts); i++)
    mark (self, self->marked, sc_parts_get (parts, i));
  add_difference (self, positions, before, self->marked);
  add_difference (self, positions, self->marked, before);
  tell_marks (self, positions);
}

ScOutlineItem *
sc_outline_list_get (ScOutlineList *self, guint position)
{
  g_return_val_if_fail (SC_IS_OUTLINE_LIST (self), NULL);
  return position < self->items->len ? self->items->pdata[position] : NULL;
}

ScOutlineItem *
sc_outline_list_find (ScOutlineList *self, ScOutlineKind kind, const char *id)
{
  g_return_val_if_fail (SC_IS_OUTLINE_LIST (self), NULL);
  return g_hash_table_lookup (self->known[kind], id != NULL ? id : "");
}

guint
sc_outline_list_get_position (ScOutlineList *self, ScOutlineItem *item)
{
  guint position;

  g_return_val_if_fail (SC_IS_OUTLINE_LIST (self), G_MAXUINT);

  if (item == NULL)
    return G_MAXUINT;
  position = sc_outline_item_get_place (item)->position;
  return sc_outline_list_get (self, position) == item ? position : G_MAXUINT;
}
