/* sc-choice-list.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-choice.h"

G_BEGIN_DECLS

/* A choice for what was typed and is not in a list; NULL when it cannot be one. For the caller to
 * unref. */
typedef ScChoice *(*ScChoiceOther) (const char *text, gpointer data);

/* A list model of ScChoice: all of them, with a heading above each group; or those that were
 * searched for, the best first. */
#define SC_TYPE_CHOICE_LIST (sc_choice_list_get_type ())
G_DECLARE_FINAL_TYPE (ScChoiceList, sc_choice_list, SC, CHOICE_LIST, GObject)

ScChoiceList *sc_choice_list_new (void);

/* choices (of ScChoice): those of a group stand together. Ends the search. */
void sc_choice_list_set_choices (ScChoiceList *self, GListModel *choices);
/* What makes a choice of what was typed (nullable): it is listed last; but first, where the text
 * reads like a logical name that none of the others has. data must outlive the list. */
void sc_choice_list_set_other (ScChoiceList *self, ScChoiceOther other, gpointer data);
/* What is typed; "" for all. */
void sc_choice_list_search (ScChoiceList *self, const char *text);
const char *sc_choice_list_get_search (ScChoiceList *self);

/* How many there are, whatever is searched for. */
guint sc_choice_list_count_all (ScChoiceList *self);
/* Where the one with that id (NULL: that of "none") is listed; FALSE: nowhere. */
gboolean sc_choice_list_find (ScChoiceList *self, const char *id, guint *position);

G_END_DECLS
