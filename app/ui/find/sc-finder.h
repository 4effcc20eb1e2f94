/* sc-finder.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-edit-replace.h"
#include "sc-editor.h"
#include "sc-find.h"

G_BEGIN_DECLS

/* What is looked for in the document of an editor, and which of the places where it is has been
 * gone to. Follows edits while it is active. Signals:
 *   changed: the hits, the current one, or what there is to say about them.
 *   revealed (const ScHit *hit): the editor has selected it; a view has to show it. */
#define SC_TYPE_FINDER (sc_finder_get_type ())
G_DECLARE_FINAL_TYPE (ScFinder, sc_finder, SC, FINDER, GObject)

ScFinder *sc_finder_new (ScEditor *editor);
ScEditor *sc_finder_get_editor (ScFinder *self);

/* Looks again at once; all: in all flows. */
void sc_finder_search (ScFinder *self, const ScFindOptions *options, gboolean all);
/* While it is not, nothing is done after edits until somebody asks. */
void sc_finder_set_active (ScFinder *self, gboolean active);

/* Of ScHit: no more than SC_FINDER_MAX_HITS. */
const ScList *sc_finder_get_hits (ScFinder *self);
#define SC_FINDER_MAX_HITS 10000
/* All there are, and how many of these can be replaced. */
guint sc_finder_count (ScFinder *self);
guint sc_finder_count_replaceable (ScFinder *self, gboolean columns);
/* Position of the one that was gone to; -1: none. */
int sc_finder_get_current (ScFinder *self);
/* Why nothing can be found: a sentence; NULL when it can. */
const char *sc_finder_get_error (ScFinder *self);
/* What came of replacing, until something else happens; NULL. */
const char *sc_finder_get_report (ScFinder *self);

/* Goes to a hit: opens its flow and selects it. */
void sc_finder_go_to (ScFinder *self, guint position);
/* To the next one (1) or the one before (-1), around the ends; at first to the one that follows
 * what is selected. */
void sc_finder_step (ScFinder *self, int direction);

/* Why the current hit cannot be replaced: a sentence; NULL when it can, and where there is none. */
const char *sc_finder_explain (ScFinder *self, const ScReplaceOptions *options);
/* The current hit, and goes to the next; where there is none yet, goes to it. */
void sc_finder_replace (ScFinder *self, const ScReplaceOptions *options);
/* All of them, as one edit. */
void sc_finder_replace_all (ScFinder *self, const ScReplaceOptions *options);

G_END_DECLS
