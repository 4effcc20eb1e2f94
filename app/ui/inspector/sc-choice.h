/* sc-choice.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One thing that a picker offers. */
#define SC_TYPE_CHOICE (sc_choice_get_type ())
G_DECLARE_FINAL_TYPE (ScChoice, sc_choice, SC, CHOICE, GObject)

/* id NULL stands for "none"; detail is the second line, nullable. Copies its texts. */
ScChoice *sc_choice_new (const char *id, const char *title, const char *detail);
/* Something with a name by which people know it, too: that is its id, and begins the second line;
 * note (nullable) is the rest of that. */
ScChoice *sc_choice_new_named (const char *name, const char *title, const char *note);

/* One that stands back behind the others; blocked: it cannot be picked, as its detail says; warns:
 * it can, but has consequences, as its detail says; heading: of those below, and nothing to pick.
 */
typedef enum
{
  SC_CHOICE_PLAIN,
  SC_CHOICE_DIM,
  SC_CHOICE_BLOCKED,
  SC_CHOICE_WARNS,
  SC_CHOICE_HEADING
} ScChoiceState;

void sc_choice_set_state (ScChoice *self, ScChoiceState state);
ScChoiceState sc_choice_get_state (ScChoice *self);

const char *sc_choice_get_id (ScChoice *self);
const char *sc_choice_get_title (ScChoice *self);
const char *sc_choice_get_detail (ScChoice *self);

/* How many bytes of the detail people search for: the name, or all of it. */
gsize sc_choice_get_searched (ScChoice *self);

/* What several that stand together have in common; nullable. */
void sc_choice_set_group (ScChoice *self, const char *group);
const char *sc_choice_get_group (ScChoice *self);

/* Adds choices (array of ScChoice) to store, sorted by title. */
void sc_choices_append_sorted (GListStore *store, GPtrArray *choices);

G_END_DECLS
