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

/* One that stands back behind the others; blocked: it cannot be picked, as its detail says. */
typedef enum
{
  SC_CHOICE_PLAIN,
  SC_CHOICE_DIM,
  SC_CHOICE_BLOCKED
} ScChoiceState;

void sc_choice_set_state (ScChoice *self, ScChoiceState state);
ScChoiceState sc_choice_get_state (ScChoice *self);

const char *sc_choice_get_id (ScChoice *self);
const char *sc_choice_get_title (ScChoice *self);
const char *sc_choice_get_detail (ScChoice *self);

/* TRUE when every word of text occurs in the title or the detail, in whatever case. */
gboolean sc_choice_matches (ScChoice *self, const char *text);

G_END_DECLS
