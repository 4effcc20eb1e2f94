/* sc-question.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-question.h"

struct _ScQuestion
{
  GObject parent_instance;

  ScEditor *editor;
  ScProposal proposal;
  char *name;
  ScSolution *before;
  ScSolution *after;
  ScSolution *without; /* after without what may go too; NULL: there is nothing to offer */
  ScList *uses;

  ScSelection then;
  char *stage; /* ids in then */
  char *step;
};

G_DEFINE_FINAL_TYPE (ScQuestion, sc_question, G_TYPE_OBJECT)

static void
sc_question_finalize (GObject *object)
{
  ScQuestion *self = SC_QUESTION (object);

  g_object_unref (self->editor);
  g_free (self->name);
  sc_solution_unref (self->before);
  sc_solution_unref (self->after);
  sc_solution_unref (self->without);
  sc_list_unref (self->uses);
  g_free (self->stage);
  g_free (self->step);

  G_OBJECT_CLASS (sc_question_parent_class)->finalize (object);
}

static void
sc_question_class_init (ScQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_question_finalize;
}

static void
sc_question_init (ScQuestion *self)
{
}

/* A column that is not described any more takes no step away, so its clauses are not in the way. */
static ScSolution *
find_without (ScQuestion *self)
{
  return self->before->tables == self->after->tables
             ? sc_uses_drop_clauses (self->after, self->uses)
             : NULL;
}

static ScQuestion *
question_new (ScEditor *editor, ScSolution *after, ScProposal proposal, const char *name)
{
  ScQuestion *self = g_object_new (SC_TYPE_QUESTION, NULL);

  self->editor = g_object_ref (editor);
  self->proposal = proposal;
  self->name = g_strdup (name);
  self->before = sc_solution_ref (sc_editor_get_solution (editor));
  self->after = sc_solution_ref (after);
  self->uses = sc_uses_find_lost (self->before, self->after);
  self->without = find_without (self);
  return self;
}

static void
commit (ScQuestion *self, const ScSolution *after)
{
  if (sc_editor_commit (self->editor, sc_solution_ref (after), NULL, self->name, NULL)
      && self->then.kind != SC_SELECTED_NOTHING)
    sc_editor_select (self->editor, self->then);
}

static gboolean
may_be_done (ScEditor *editor, const ScSolution *after)
{
  const ScSolution *before = sc_editor_get_solution (editor);

  return after != NULL && before != NULL && after != before && sc_lock_allows (before, after, NULL);
}

void
sc_editor_propose (ScEditor *editor,
                   ScSolution *after,
                   GError *error,
                   ScProposal proposal,
                   const char *name,
                   const ScSelection *then)
{
  g_autoptr (ScQuestion) question = NULL;
  gboolean asked = FALSE;

  after = sc_editor_take_back (editor, after);
  if (!may_be_done (editor, after))
    {
      sc_editor_commit (editor, after, error, name, NULL);
      return;
    }
  question = question_new (editor, after, proposal, name);
  sc_solution_unref (after);
  if (then != NULL)
    {
      question->then = *then;
      question->then.stage = question->stage = g_strdup (then->stage);
      question->then.step = question->step = g_strdup (then->step);
    }
  if (question->uses != NULL)
    g_signal_emit_by_name (editor, "asked", question, &asked);
  if (!asked)
    commit (question, question->after);
}

gboolean
sc_editor_commit_and_tell (ScEditor *editor, ScSolution *after, GError *error, const char *name)
{
  g_autoptr (ScList) lost = may_be_done (editor, after)
                                ? sc_uses_find_lost (sc_editor_get_solution (editor), after)
                                : NULL;
  g_autofree char *message = lost != NULL ? sc_uses_sum_up (lost) : NULL;

  if (!sc_editor_commit (editor, after, error, name, NULL))
    return FALSE;
  if (message != NULL)
    g_signal_emit_by_name (editor, "told", message);
  return TRUE;
}

ScEditor *
sc_question_get_editor (ScQuestion *self)
{
  g_return_val_if_fail (SC_IS_QUESTION (self), NULL);

  return self->editor;
}

const char *
sc_question_get_name (ScQuestion *self)
{
  g_return_val_if_fail (SC_IS_QUESTION (self), NULL);

  return self->name;
}

ScProposal
sc_question_get_proposal (ScQuestion *self)
{
  g_return_val_if_fail (SC_IS_QUESTION (self), SC_PROPOSE_CHANGE);

  return self->proposal;
}

const ScList *
sc_question_get_uses (ScQuestion *self)
{
  g_return_val_if_fail (SC_IS_QUESTION (self), NULL);

  return self->uses;
}

gboolean
sc_question_takes_stages (ScQuestion *self)
{
  g_return_val_if_fail (SC_IS_QUESTION (self), FALSE);

  sc_list_foreach (self->before->flows, const ScFlow *, flow)
    {
      const ScFlow *after = sc_solution_find_flow (self->after, flow->id, NULL);

      if (after != NULL && sc_list_length (after->stages) < sc_list_length (flow->stages))
        return TRUE;
    }
  return FALSE;
}

gboolean
sc_question_takes_descriptions (ScQuestion *self)
{
  g_return_val_if_fail (SC_IS_QUESTION (self), FALSE);

  return self->before->tables != self->after->tables;
}

static gboolean
keeps_condition (ScQuestion *self, const ScUse *use)
{
  const ScFlow *flow = sc_solution_find_flow (self->without, use->flow, NULL);
  const ScStage *stage = flow != NULL ? sc_flow_find_stage (flow, use->stage, NULL) : NULL;

  return stage != NULL && stage->condition != NULL;
}

ScAlso
sc_question_get_also (ScQuestion *self)
{
  g_return_val_if_fail (SC_IS_QUESTION (self), SC_ALSO_NOTHING);

  if (self->without == NULL)
    return SC_ALSO_NOTHING;
  sc_list_foreach (self->uses, const ScUse *, use)
    {
      if (use->kind == SC_USE_CLAUSE && !keeps_condition (self, use))
        return SC_ALSO_CONDITION;
    }
  return SC_ALSO_CLAUSES;
}

void
sc_question_agree (ScQuestion *self, gboolean also)
{
  g_return_if_fail (SC_IS_QUESTION (self));
  g_return_if_fail (!also || self->without != NULL);

  if (sc_editor_get_solution (self->editor) == self->before)
    commit (self, also ? self->without : self->after);
}
