/* sc-choice-view.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-choice-list.h"

G_BEGIN_DECLS

/* The choices that a search leaves over, of which one is taken: what pickers have below the place
 * where one types. Signal: picked (), when one is clicked. */
#define SC_TYPE_CHOICE_VIEW (sc_choice_view_get_type ())
G_DECLARE_FINAL_TYPE (ScChoiceView, sc_choice_view, SC, CHOICE_VIEW, GtkWidget)

/* Of ScChoice; current is the id of the one that is so now, which is taken and has a check mark. */
void sc_choice_view_set_choices (ScChoiceView *self, GListModel *choices, const char *current);
/* See sc_choice_list_set_other(). */
void sc_choice_view_set_other (ScChoiceView *self, ScChoiceOther other, gpointer data);
/* How many there are, whatever is searched for. */
guint sc_choice_view_count_all (ScChoiceView *self);

/* Shows what text fits, and takes the best of that; "": all, and takes none. */
void sc_choice_view_search (ScChoiceView *self, const char *text);
/* Takes the next, or the one before. FALSE when it stays where it is. */
gboolean sc_choice_view_move (ScChoiceView *self, int by);
/* The one that is taken; NULL: none. Belongs to the view, while it is listed. */
ScChoice *sc_choice_view_get_choice (ScChoiceView *self);
/* What has the focus when a person walks the list; its keys may go to where one types. */
GtkWidget *sc_choice_view_get_list (ScChoiceView *self);

G_END_DECLS
