/* sc-outline-list.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-outline-item.h"
#include "sc-parts.h"

G_BEGIN_DECLS

/* The rows of the outline: each stage, beneath it its steps, and where something may be added a row
 * for that. A GListModel of ScOutlineItem that tells of what came and went in as few places as
 * can be; and a GtkSelectionModel of what is marked, which can only be read by it. */
#define SC_TYPE_OUTLINE_LIST (sc_outline_list_get_type ())
G_DECLARE_FINAL_TYPE (ScOutlineList, sc_outline_list, SC, OUTLINE_LIST, GObject)

ScOutlineList *sc_outline_list_new (void);

/* Shows flow (nullable) as it is now. Of problems, a list of ScProblem, those of the flow are
 * shown. can_add: with rows to add steps and stages. */
void sc_outline_list_update (ScOutlineList *self,
                             const ScFlow *flow,
                             int language,
                             const ScList *problems,
                             gboolean can_add);
/* Marks these and nothing else. */
void sc_outline_list_set_parts (ScOutlineList *self, const ScParts *parts);

/* Hides or shows the steps of a stage. */
void sc_outline_list_set_folded (ScOutlineList *self, ScOutlineItem *stage, gboolean folded);
/* Of all stages. */
void sc_outline_list_set_all_folded (ScOutlineList *self, gboolean folded);

/* Belongs to the list; NULL when there is no such row. */
ScOutlineItem *sc_outline_list_get (ScOutlineList *self, guint position);
ScOutlineItem *sc_outline_list_find (ScOutlineList *self, ScOutlineKind kind, const char *id);
/* G_MAXUINT when the item is not in the list. */
guint sc_outline_list_get_position (ScOutlineList *self, ScOutlineItem *item);

G_END_DECLS
