/* sc-outline-picker.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-outline-entry.h"

G_BEGIN_DECLS

/* The choices below an entry. It never takes the focus: the keys stay with the entry, which tells
 * it what to show. Signal: picked (), when one is clicked. */
#define SC_TYPE_OUTLINE_PICKER (sc_outline_picker_get_type ())
G_DECLARE_FINAL_TYPE (ScOutlinePicker, sc_outline_picker, SC, OUTLINE_PICKER, GtkPopover)

/* See sc_outline_entry_set_choices(). */
ScOutlinePicker *sc_outline_picker_new (GListModel *choices,
                                        const char *current,
                                        ScChoiceOther other,
                                        gpointer data);

/* Shows the choices that match text, and takes the best of them. */
void sc_outline_picker_filter (ScOutlinePicker *self, const char *text);
/* FALSE when it stays where it is. */
gboolean sc_outline_picker_move (ScOutlinePicker *self, int by);
/* FALSE when none is taken. id may be NULL; the string lives as long as the choice is listed. */
gboolean sc_outline_picker_get_choice (ScOutlinePicker *self, const char **id);

G_END_DECLS
