/* sc-editor.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "sc-document.h"
#include "sc-flow-path.h"
#include "sc-lock.h"
#include "sc-metadata.h"
#include "sc-parts.h"
#include "sc-uses.h"
#include "sc-validation.h"

G_BEGIN_DECLS

/* What is selected in the open flow. Ids; an id that no longer names anything selects nothing.
 *
 * Beside it, stages and steps are marked: one that is selected, and any others. Edits may be meant
 * for all that are marked; the one that is selected is where the keys are. Marks go with what they
 * are on, and when something else is selected. */
typedef enum
{
  SC_SELECTED_NOTHING, /* the inspector shows the flow */
  SC_SELECTED_STAGE,
  SC_SELECTED_STEP,
  SC_SELECTED_CONDITION, /* the condition of stage */
  SC_SELECTED_LINE       /* the way from stage by branch */
} ScSelectedKind;

typedef struct
{
  ScSelectedKind kind;
  const char *stage; /* id of the stage (also for a step) */
  const char *step;
  int branch;
} ScSelection;

/* What the views of one window share: the document, which flow is open and what is selected. Views
 * read from it, ask it to commit, and follow its signals; no view knows another. Several windows
 * may have the same document, each with an editor of its own.
 *
 * Signals, each emitted once per change, in this order:
 *   changed (const ScSolution *before, const ScSolution *after): the solution; before is NULL when
 *     another document was opened. The problems are those of after already.
 *   flow-changed: another flow is open. selection-changed: something else is selected.
 *   failed (const char *message): an edit was refused; the window shows it.
 *   asked (ScQuestion *question) → gboolean: an edit waits for an answer; TRUE from who asks. See
 *     sc-question.h.
 *   told (const char *message): an edit was made, and something has lost by it.
 *   finishing: what is being typed and not committed yet is to be committed now.
 *   state-changed: modified state, storage, what others did to the file, undo or redo. */
#define SC_TYPE_EDITOR (sc_editor_get_type ())
G_DECLARE_FINAL_TYPE (ScEditor, sc_editor, SC, EDITOR, GObject)

ScEditor *sc_editor_new (void);

ScDocument *sc_editor_get_document (ScEditor *self);
/* Takes a reference; opens the first flow and selects nothing. */
void sc_editor_set_document (ScEditor *self, ScDocument *document);

const ScSolution *sc_editor_get_solution (ScEditor *self);
/* The open flow in the current solution; NULL when there is none. */
const ScFlow *sc_editor_get_flow (ScEditor *self);
/* Whether the open flow can be changed. */
ScLock sc_editor_get_lock (ScEditor *self);
/* Selects what was selected in it when it was left. */
void sc_editor_open_flow (ScEditor *self, const char *flow);
/* While "changed" is emitted: the one to open if the open flow has gone, in place of the first. */
void sc_editor_open_instead (ScEditor *self, const char *flow);
/* The language that labels are shown and edited in. */
int sc_editor_get_language (ScEditor *self);

/* Where the tables that every environment has are known from; NULL: nowhere. Takes a reference. */
void sc_editor_set_catalogue (ScEditor *self, ScCatalogue *catalogue);
/* What is known of the tables of the solution; NULL without a document. Belongs to the editor, and
 * is another one after an edit. */
ScMetadata *sc_editor_get_metadata (ScEditor *self);
/* NULL where nobody knows the column; belongs to the metadata. */
const ScColumn *sc_editor_find_column (ScEditor *self, const char *table, const char *column);
/* Its logical name where nobody knows what it is called. Never NULL for a name. */
const char *sc_editor_get_table_label (ScEditor *self, const char *table);
/* The solution with all that is known of its tables, for edits that look something up; see
 * sc-metadata-loan.h. What comes of them can be committed as ever. Belongs to the editor, until
 * the next edit. */
const ScSolution *sc_editor_lend (ScEditor *self);
/* For those that do not commit it, or not yet. Takes over after (nullable). */
ScSolution *sc_editor_take_back (ScEditor *self, ScSolution *after);

/* of ScProblem, for the whole solution */
const ScList *sc_editor_get_problems (ScEditor *self);

/* The strings live until the selection changes. */
ScSelection sc_editor_get_selection (ScEditor *self);
void sc_editor_select (ScEditor *self, ScSelection selection);
void sc_editor_select_nothing (ScEditor *self);
void sc_editor_select_stage (ScEditor *self, const char *stage);
void sc_editor_select_step (ScEditor *self, const char *step);
/* Opens the flow and selects what the problem is about. */
void sc_editor_select_problem (ScEditor *self, const ScProblem *problem);
/* Opens the flow and selects who uses something. */
void sc_editor_select_use (ScEditor *self, const ScUse *use);
/* What is marked, in the current flow; NULL when nothing is. Belongs to the editor, and changes
 * with the selection. */
const ScParts *sc_editor_get_parts (ScEditor *self);
/* Marks these and nothing else. cursor (nullable) is selected if it is one of them; else what was,
 * or the first. */
void sc_editor_select_parts (ScEditor *self, const ScParts *parts, const ScPart *cursor);
/* Marks the part too, and selects it; or takes its mark away. */
void sc_editor_toggle_part (ScEditor *self, ScPart part);
/* Marks what lies between the anchor (what was selected or toggled last) and the part; add: with
 * what is marked already. */
void sc_editor_extend_to (ScEditor *self, ScPart part, gboolean add);
/* Its id is NULL when there is none. */
ScPart sc_editor_get_anchor (ScEditor *self);
/* All stages. */
void sc_editor_select_all (ScEditor *self);
/* What is selected, in the current solution; NULL when it is something else or gone. */
const ScStage *sc_editor_get_selected_stage (ScEditor *self); /* also the stage of a step */
const ScStep *sc_editor_get_selected_step (ScEditor *self);

/* The path of the open flow that is brought out on the canvas, or NULL: one of the flow as it is
 * now. Takes a copy. */
void sc_editor_show_path (ScEditor *self, const ScFlowPath *path);
const ScFlowPath *sc_editor_get_shown_path (ScEditor *self);

/* Commits the outcome of an edit. Takes over after and error; when after is NULL, or changes what
 * is locked, the error is shown instead ("failed"). TRUE when something changed. Call the edit in a
 * statement of its own:
 *
 *   after = sc_edit_step_delete (solution, flow, step, &error);
 *   sc_editor_commit (editor, after, error, name, NULL);
 */
gboolean sc_editor_commit (
    ScEditor *self, ScSolution *after, GError *error, const char *name, const char *group);
/* Has the views commit what is being typed in them ("finishing"): before it is saved or lost. */
void sc_editor_finish (ScEditor *self);
void sc_editor_undo (ScEditor *self);
void sc_editor_redo (ScEditor *self);

G_END_DECLS
