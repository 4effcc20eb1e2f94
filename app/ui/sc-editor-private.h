/* sc-editor-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-editor.h"

G_BEGIN_DECLS

struct _ScEditor
{
  GObject parent_instance;

  ScDocument *document;

  char *flow;       /* id of the open one */
  char *instead;    /* id of the one to open where that is gone; NULL: the first */
  GHashTable *left; /* id of a flow → what was selected in it; NULL */

  ScSelectedKind selected;
  char *stage;
  char *step;
  int branch;

  ScParts *parts;        /* what is marked in settled; a stage or step that is selected is one */
  const ScFlow *settled; /* owned; NULL as long as nothing is marked */
  gboolean lost_parts;   /* marks have gone, and nobody was told yet */
  ScPart anchor;         /* where a range begins; the id is owned */

  ScCatalogue *catalogue;   /* nullable */
  ScMetadata *metadata;     /* NULL until it is asked for */
  const ScSolution *lender; /* owned: what lent was made of */
  const ScFlow *lent_flow;  /* one of lender */
  ScSolution *lent;         /* NULL until it is asked for */

  ScFlowPath *path;        /* that is shown; NULL */
  const ScFlow *path_flow; /* the value that it is a path of */
};

/* sc-editor-select.c */
/* Selects nothing, without a signal. */
void sc_editor_forget_selection (ScEditor *self);
/* After the flow has changed: drops what is gone. */
void sc_editor_follow_selection (ScEditor *self);
/* Selects as much of that as is there, without a signal. */
void sc_editor_restore_selection (ScEditor *self, ScSelection selection, const ScParts *parts);

/* sc-editor-metadata.c */
void sc_editor_forget_metadata (ScEditor *self);

/* sc-editor-left.c */
/* Before another flow is opened: remembers what is selected. */
void sc_editor_leave_flow (ScEditor *self);
/* After it was: selects what was selected there, without a signal. */
void sc_editor_come_back (ScEditor *self);
void sc_editor_forget_left (ScEditor *self);

G_END_DECLS
