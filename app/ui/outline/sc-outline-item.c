/* sc-outline-item.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-outline-item.h"

struct _ScOutlineItem
{
  GObject parent_instance;

  ScOutlineKind kind;
  ScOutlineFacts facts; /* its values are referenced; next is owned; badge.problem is not kept */
  char *problem;
  ScOutlinePlace place;
};

G_DEFINE_FINAL_TYPE (ScOutlineItem, sc_outline_item, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
sc_outline_item_finalize (GObject *object)
{
  ScOutlineItem *self = SC_OUTLINE_ITEM (object);

  sc_stage_unref ((ScStage *) self->facts.stage);
  sc_step_unref ((ScStep *) self->facts.step);
  g_free ((char *) self->facts.next);
  g_free (self->problem);

  G_OBJECT_CLASS (sc_outline_item_parent_class)->finalize (object);
}

static void
sc_outline_item_class_init (ScOutlineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_outline_item_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SC_TYPE_OUTLINE_ITEM, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sc_outline_item_init (ScOutlineItem *self)
{
  self->facts.badge = SC_BADGE_NONE;
}

ScOutlineItem *
sc_outline_item_new (ScOutlineKind kind)
{
  ScOutlineItem *self = g_object_new (SC_TYPE_OUTLINE_ITEM, NULL);

  self->kind = kind;
  return self;
}

ScOutlineKind
sc_outline_item_get_kind (ScOutlineItem *self)
{
  return self->kind;
}

const char *
sc_outline_item_get_id (ScOutlineItem *self)
{
  if (self->facts.step != NULL)
    return self->facts.step->id;
  return self->facts.stage != NULL ? self->facts.stage->id : NULL;
}

const ScOutlineFacts *
sc_outline_item_get_facts (ScOutlineItem *self)
{
  return &self->facts;
}

const char *
sc_outline_item_get_problem (ScOutlineItem *self)
{
  return self->problem;
}

/* A step shows nothing of its stage but the column that its table has. */
static gboolean
shows_same_stage (const ScOutlineFacts *a, const ScOutlineFacts *b)
{
  if (a->stage == b->stage)
    return TRUE;
  return a->step != NULL && a->stage != NULL && b->stage != NULL
         && g_strcmp0 (a->stage->id, b->stage->id) == 0
         && g_strcmp0 (a->stage->table, b->stage->table) == 0;
}

static gboolean
is_same (ScOutlineItem *self, const ScOutlineFacts *facts, const char *problem)
{
  const ScOutlineFacts *own = &self->facts;

  return shows_same_stage (own, facts) && own->step == facts->step && own->number == facts->number
         && own->total == facts->total && own->folded == facts->folded
         && g_strcmp0 (own->next, facts->next) == 0 && own->badge.count == facts->badge.count
         && own->badge.severity == facts->badge.severity && g_strcmp0 (self->problem, problem) == 0;
}

gboolean
sc_outline_item_set_facts (ScOutlineItem *self, const ScOutlineFacts *facts)
{
  const char *problem = facts->badge.problem != NULL ? facts->badge.problem->message : NULL;
  ScOutlineFacts old = self->facts;
  gboolean same = is_same (self, facts, problem);

  if (same && old.stage == facts->stage)
    return FALSE;
  self->facts = *facts;
  self->facts.badge.problem = NULL;
  self->facts.stage = facts->stage != NULL ? sc_stage_ref (facts->stage) : NULL;
  self->facts.step = facts->step != NULL ? sc_step_ref (facts->step) : NULL;
  self->facts.next = g_strdup (facts->next);
  sc_stage_unref ((ScStage *) old.stage);
  sc_step_unref ((ScStep *) old.step);
  g_free ((char *) old.next);
  if (g_strcmp0 (self->problem, problem) != 0)
    {
      g_free (self->problem);
      self->problem = g_strdup (problem);
    }
  return !same;
}

void
sc_outline_item_changed (ScOutlineItem *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

ScOutlinePlace *
sc_outline_item_get_place (ScOutlineItem *self)
{
  return &self->place;
}
