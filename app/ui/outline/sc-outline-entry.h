/* sc-outline-entry.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-choice-list.h"

G_BEGIN_DECLS

/* What ends the editing of a cell. */
typedef enum
{
  SC_OUTLINE_STAY,   /* it has lost the focus, or a choice was clicked */
  SC_OUTLINE_CANCEL, /* Escape */
  SC_OUTLINE_DONE,   /* Enter */
  SC_OUTLINE_FORWARD,
  SC_OUTLINE_BACKWARD,
  SC_OUTLINE_UP,
  SC_OUTLINE_DOWN
} ScOutlineEnd;

/* A line to type in over a cell, and, where something is to be chosen, the choices that match what
 * was typed, below it. Signals: edited (const char *text) with every change a person makes;
 * ended (int ScOutlineEnd), after which it is to be taken away. */
#define SC_TYPE_OUTLINE_ENTRY (sc_outline_entry_get_type ())
G_DECLARE_FINAL_TYPE (ScOutlineEntry, sc_outline_entry, SC, OUTLINE_ENTRY, GtkWidget)

/* title is what assistive technology calls it. */
GtkWidget *sc_outline_entry_new (const char *title, const char *text);

/* choices are of ScChoice; current is the id of the one that is so now; other: see
 * sc_choice_list_set_other(). */
void sc_outline_entry_set_choices (ScOutlineEntry *self,
                                   GListModel *choices,
                                   const char *current,
                                   ScChoiceOther other,
                                   gpointer data);
/* Begins the typing: everything is selected. */
void sc_outline_entry_start (ScOutlineEntry *self);
/* Begins it with a key that was pressed elsewhere, in place of the text. */
void sc_outline_entry_start_with (ScOutlineEntry *self, GtkEventControllerKey *controller);

const char *sc_outline_entry_get_text (ScOutlineEntry *self);
/* Shows what the document has, without "edited"; not while it means what is typed. */
void sc_outline_entry_set_text (ScOutlineEntry *self, const char *text);

/* TRUE with the choice that was made; FALSE when the text was not touched or nothing matches it. */
gboolean sc_outline_entry_get_choice (ScOutlineEntry *self, const char **id);
/* TRUE when a person has changed the text. */
gboolean sc_outline_entry_is_touched (ScOutlineEntry *self);

G_END_DECLS
