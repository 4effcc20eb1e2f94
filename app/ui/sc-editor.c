/* sc-editor.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-editor-private.h"

G_DEFINE_FINAL_TYPE (ScEditor, sc_editor, G_TYPE_OBJECT)

enum
{
  CHANGED,
  FLOW_CHANGED,
  SELECTION_CHANGED,
  PATH_CHANGED,
  FAILED,
  ASKED,
  TOLD,
  FINISHING,
  STATE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
sc_editor_dispose (GObject *object)
{
  ScEditor *self = SC_EDITOR (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (sc_editor_parent_class)->dispose (object);
}

static void
sc_editor_finalize (GObject *object)
{
  ScEditor *self = SC_EDITOR (object);

  g_clear_pointer (&self->path, sc_flow_path_free);
  sc_flow_unref ((ScFlow *) self->path_flow);
  g_free (self->flow);
  g_free (self->instead);
  sc_editor_forget_selection (self);
  sc_editor_forget_left (self);
  sc_editor_set_catalogue (self, NULL);
  G_OBJECT_CLASS (sc_editor_parent_class)->finalize (object);
}

static void
sc_editor_class_init (ScEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sc_editor_dispose;
  object_class->finalize = sc_editor_finalize;

  signals[CHANGED] = g_signal_new ("changed", SC_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
  signals[FLOW_CHANGED] = g_signal_new ("flow-changed", SC_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", SC_TYPE_EDITOR, G_SIGNAL_RUN_LAST,
                                             0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PATH_CHANGED] = g_signal_new ("path-changed", SC_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", SC_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ASKED] = g_signal_new ("asked", SC_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0,
                                 g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1,
                                 G_TYPE_OBJECT);
  signals[TOLD] = g_signal_new ("told", SC_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FINISHING] = g_signal_new ("finishing", SC_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);
  signals[STATE_CHANGED] = g_signal_new ("state-changed", SC_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sc_editor_init (ScEditor *self)
{
  self->branch = SC_EDGE_NEXT;
}

ScEditor *
sc_editor_new (void)
{
  return g_object_new (SC_TYPE_EDITOR, NULL);
}

ScDocument *
sc_editor_get_document (ScEditor *self)
{
  return self->document;
}

const ScSolution *
sc_editor_get_solution (ScEditor *self)
{
  return self->document != NULL ? sc_document_get_solution (self->document) : NULL;
}

const ScFlow *
sc_editor_get_flow (ScEditor *self)
{
  const ScSolution *solution = sc_editor_get_solution (self);

  return solution != NULL && self->flow != NULL ? sc_solution_find_flow (solution, self->flow, NULL)
                                                : NULL;
}

ScLock
sc_editor_get_lock (ScEditor *self)
{
  const ScSolution *solution = sc_editor_get_solution (self);

  return solution != NULL ? sc_lock_get (solution, sc_editor_get_flow (self)) : SC_LOCK_NONE;
}

int
sc_editor_get_language (ScEditor *self)
{
  const ScSolution *solution = sc_editor_get_solution (self);

  return solution != NULL ? solution->language : SC_LANGUAGE_ENGLISH;
}

const ScList *
sc_editor_get_problems (ScEditor *self)
{
  return self->document != NULL ? sc_document_get_problems (self->document) : NULL;
}

/* The one to show where the open flow is gone; NULL when there is none left. */
static const ScFlow *
find_next_flow (ScEditor *self)
{
  const ScSolution *solution = sc_editor_get_solution (self);
  const ScFlow *next = NULL;

  if (self->instead != NULL)
    next = sc_solution_find_flow (solution, self->instead, NULL);
  return next != NULL ? next : sc_list_get (solution->flows, 0);
}

/* An edit may have opened or closed a flow. */
static void
follow_edit (ScEditor *self)
{
  const ScFlow *next;

  if (sc_editor_get_flow (self) == NULL)
    {
      next = find_next_flow (self);
      sc_editor_open_flow (self, next != NULL ? next->id : NULL);
    }
  g_clear_pointer (&self->instead, g_free);
  sc_editor_follow_selection (self);
}

static void
document_changed_cb (ScDocument *document,
                     const ScSolution *before,
                     const ScSolution *after,
                     ScEditor *self)
{
  g_signal_emit (self, signals[CHANGED], 0, before, after);
  follow_edit (self);
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

static void
document_saved_cb (ScDocument *document, ScEditor *self)
{
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

void
sc_editor_set_document (ScEditor *self, ScDocument *document)
{
  const ScFlow *first;

  if (self->document == document)
    return;
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (document != NULL)
    {
      g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, 0);
      g_signal_connect_object (document, "saved", G_CALLBACK (document_saved_cb), self, 0);
      g_signal_connect_object (document, "disk-changed", G_CALLBACK (document_saved_cb), self, 0);
    }

  first = document != NULL ? sc_list_get (sc_editor_get_solution (self)->flows, 0) : NULL;
  g_free (self->flow);
  self->flow = first != NULL ? g_strdup (first->id) : NULL;
  sc_editor_forget_selection (self);
  sc_editor_forget_left (self);

  g_signal_emit (self, signals[CHANGED], 0, NULL, sc_editor_get_solution (self));
  g_signal_emit (self, signals[FLOW_CHANGED], 0);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

void
sc_editor_open_flow (ScEditor *self, const char *flow)
{
  if (g_strcmp0 (self->flow, flow) == 0)
    return;
  sc_editor_leave_flow (self);
  sc_editor_forget_selection (self);
  g_free (self->flow);
  self->flow = g_strdup (flow);
  sc_editor_come_back (self);
  g_signal_emit (self, signals[FLOW_CHANGED], 0);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

void
sc_editor_open_instead (ScEditor *self, const char *flow)
{
  g_free (self->instead);
  self->instead = g_strdup (flow);
}

gboolean
sc_editor_commit (
    ScEditor *self, ScSolution *after, GError *error, const char *name, const char *group)
{
  g_autoptr (ScSolution) solution = sc_editor_take_back (self, after);
  g_autoptr (GError) refused = error;
  g_autoptr (GError) locked = NULL;
  gboolean changes;

  if (solution == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, refused != NULL ? refused->message : "");
      return FALSE;
    }
  changes = self->document != NULL && solution != sc_editor_get_solution (self);
  if (changes
      && (!sc_lock_allows (sc_editor_get_solution (self), solution, &locked)
          || !sc_edit_texts_fit (sc_editor_get_solution (self), solution, &locked)))
    {
      g_signal_emit (self, signals[FAILED], 0, locked->message);
      return FALSE;
    }
  if (changes)
    sc_document_commit (self->document, solution, name, group);
  return changes;
}

void
sc_editor_finish (ScEditor *self)
{
  g_return_if_fail (SC_IS_EDITOR (self));

  g_signal_emit (self, signals[FINISHING], 0);
}

void
sc_editor_undo (ScEditor *self)
{
  if (self->document != NULL)
    sc_document_undo (self->document);
}

void
sc_editor_redo (ScEditor *self)
{
  if (self->document != NULL)
    sc_document_redo (self->document);
}

void
sc_editor_show_path (ScEditor *self, const ScFlowPath *path)
{
  const ScFlow *flow = sc_editor_get_flow (self);

  if (path == NULL && self->path == NULL)
    return;
  g_clear_pointer (&self->path, sc_flow_path_free);
  sc_flow_unref ((ScFlow *) self->path_flow);
  self->path_flow = NULL;
  if (path != NULL && flow != NULL)
    {
      self->path = sc_flow_path_copy (path);
      self->path_flow = sc_flow_ref (flow);
    }
  g_signal_emit (self, signals[PATH_CHANGED], 0);
}

/* Its positions are those of one value: after an edit they may mean something else. */
const ScFlowPath *
sc_editor_get_shown_path (ScEditor *self)
{
  return self->path != NULL && self->path_flow == sc_editor_get_flow (self) ? self->path : NULL;
}
