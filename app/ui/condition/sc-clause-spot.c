/* sc-clause-spot.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-clause-spot.h"

#include <glib/gi18n-lib.h>

#include "sc-edit-clause.h"
#include "sc-id.h"

void
sc_clause_spot_init (
    ScClauseSpot *self, ScEditor *editor, const char *stage, guint branch, guint clause)
{
  *self = (ScClauseSpot){ g_object_ref (editor), g_strdup (stage), branch, clause };
}

void
sc_clause_spot_clear (ScClauseSpot *self)
{
  g_clear_object (&self->editor);
  g_clear_pointer (&self->stage, g_free);
}

const ScStage *
sc_clause_spot_get_stage (const ScClauseSpot *self)
{
  const ScFlow *flow = sc_editor_get_flow (self->editor);

  return flow != NULL ? sc_flow_find_stage (flow, self->stage, NULL) : NULL;
}

const ScBranch *
sc_clause_spot_get_branch (const ScClauseSpot *self)
{
  const ScStage *stage = sc_clause_spot_get_stage (self);

  return stage != NULL && stage->condition != NULL
             ? sc_list_get (stage->condition->branches, self->branch)
             : NULL;
}

const ScClause *
sc_clause_spot_get_clause (const ScClauseSpot *self)
{
  const ScBranch *branch = sc_clause_spot_get_branch (self);

  return branch != NULL ? sc_list_get (branch->clauses, self->clause) : NULL;
}

void
sc_clause_spot_set_operands (const ScClauseSpot *self, ScList *operands, const char *place)
{
  g_autoptr (ScList) owned = operands;
  const ScFlow *flow = sc_editor_get_flow (self->editor);
  g_autofree char *group = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (flow == NULL)
    return;
  if (place != NULL)
    group = g_strdup_printf ("clause:%s:%u:%u:%s", self->stage, self->branch, self->clause, place);
  after = sc_edit_clause_set_operands (sc_editor_lend (self->editor), flow->id, self->stage,
                                       self->branch, self->clause, owned, &error);
  sc_editor_commit (self->editor, after, error, _ ("Change value"), group);
}

void
sc_clause_spot_close_group (const ScClauseSpot *self)
{
  ScDocument *document = self->editor != NULL ? sc_editor_get_document (self->editor) : NULL;

  if (document != NULL)
    sc_history_close_group (sc_document_get_history (document));
}

char *
sc_clause_spot_list_problems (const ScClauseSpot *self, int clause)
{
  const ScFlow *flow = sc_editor_get_flow (self->editor);
  g_autoptr (GString) text = g_string_new (NULL);

  sc_list_foreach (sc_editor_get_problems (self->editor), const ScProblem *, problem)
    {
      if (flow == NULL || problem->branch != (int) self->branch + 1 || problem->clause != clause + 1
          || !sc_id_equal (problem->stage, self->stage) || !sc_id_equal (problem->flow, flow->id))
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, problem->message);
    }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}
