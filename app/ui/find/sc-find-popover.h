/* sc-find-popover.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-edit-replace.h"

G_BEGIN_DECLS

/* How and where to look. Signal: changed. */
#define SC_TYPE_FIND_POPOVER (sc_find_popover_get_type ())
G_DECLARE_FINAL_TYPE (ScFindPopover, sc_find_popover, SC, FIND_POPOVER, GtkPopover)

/* All but the text; all: in all flows. */
void sc_find_popover_get (ScFindPopover *self, ScFindOptions *options, gboolean *all);
void sc_find_popover_set (ScFindPopover *self, const ScFindOptions *options, gboolean all);
/* TRUE for as few as in a new one. */
gboolean sc_find_popover_is_plain (ScFindPopover *self);
/* All but the text. */
void sc_find_popover_get_replace (ScFindPopover *self, ScReplaceOptions *options);
/* Whether the options for replacing are there. */
void sc_find_popover_show_replace (ScFindPopover *self, gboolean show);

G_END_DECLS
