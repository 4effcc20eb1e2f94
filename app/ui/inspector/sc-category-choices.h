/* sc-category-choices.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "sc-choice.h"
#include "sc-stage.h"

G_BEGIN_DECLS

/* What pickers offer for the category of a stage. A choice has the number as its id, none has
 * NULL. Strings are to be freed with g_free(). */
char *sc_category_dup_id (int category);
char *sc_category_dup_name (int category);
int sc_category_from_id (const char *id);

/* "None", the eight, and current if it is a publisher's own. */
void sc_category_choices_fill (GListStore *store, int current);
/* A publisher's own; NULL when text is no number of one. */
ScChoice *sc_category_choices_other (const char *text, gpointer data);

G_END_DECLS
