/* sc-question.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-editor.h"
#include "sc-uses.h"

G_BEGIN_DECLS

/* An edit that takes away what something else uses. It is made when the person agrees, and not
 * without: the window that gets the question by the editor's signal "asked" asks. */
#define SC_TYPE_QUESTION (sc_question_get_type ())
G_DECLARE_FINAL_TYPE (ScQuestion, sc_question, SC, QUESTION, GObject)

typedef enum
{
  SC_PROPOSE_DELETE,
  SC_PROPOSE_CHANGE
} ScProposal;

/* Takes over after and error, as sc_editor_commit() does. What nothing uses is done at once; so is
 * everything where nobody is there to ask. then, nullable, is selected once it is done. */
void sc_editor_propose (ScEditor *editor,
                        ScSolution *after,
                        GError *error,
                        ScProposal proposal,
                        const char *name,
                        const ScSelection *then);
/* For what cannot wait for an answer, such as a drop: it is done, and what has lost something by it
 * is told ("told"). TRUE when something changed. */
gboolean
sc_editor_commit_and_tell (ScEditor *editor, ScSolution *after, GError *error, const char *name);

ScEditor *sc_question_get_editor (ScQuestion *self);
/* The name of the edit: "Delete step “Budget”". */
const char *sc_question_get_name (ScQuestion *self);
ScProposal sc_question_get_proposal (ScQuestion *self);
/* Of ScUse; at least one. */
const ScList *sc_question_get_uses (ScQuestion *self);
/* TRUE when stages go: rows that are in one of them lose it. */
gboolean sc_question_takes_stages (ScQuestion *self);
/* TRUE when what is known of tables or columns goes. */
gboolean sc_question_takes_descriptions (ScQuestion *self);

/* What may be offered to go, too. */
typedef enum
{
  SC_ALSO_NOTHING,
  SC_ALSO_CLAUSES,  /* those that ask for what goes */
  SC_ALSO_CONDITION /* which asks for nothing else */
} ScAlso;

ScAlso sc_question_get_also (ScQuestion *self);
/* Makes the edit, with what may go too or without, as one step for Undo. Nothing happens when the
 * solution has changed since. */
void sc_question_agree (ScQuestion *self, gboolean also);

G_END_DECLS
