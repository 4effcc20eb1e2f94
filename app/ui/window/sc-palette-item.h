/* sc-palette-item.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-command.h"
#include "sc-editor.h"

G_BEGIN_DECLS

/* Something to choose in the palette: a command, or a flow to open. */
#define SC_TYPE_PALETTE_ITEM (sc_palette_item_get_type ())
G_DECLARE_FINAL_TYPE (ScPaletteItem, sc_palette_item, SC, PALETTE_ITEM, GObject)

ScPaletteItem *sc_palette_item_new_command (const ScCommand *command);
ScPaletteItem *sc_palette_item_new_flow (const ScFlow *flow, int language);

const char *sc_palette_item_get_name (ScPaletteItem *self);
const char *sc_palette_item_get_group (ScPaletteItem *self);
const char *sc_palette_item_get_key (ScPaletteItem *self); /* nullable */
/* Why it cannot be done now, or what to do first; NULL: it can. */
const char *sc_palette_item_get_obstacle (ScPaletteItem *self);
/* One of the two is NULL. */
const char *sc_palette_item_get_action (ScPaletteItem *self);
const char *sc_palette_item_get_flow (ScPaletteItem *self);
/* 0: it is not what is looked for. See sc_fuzzy_score(). */
guint sc_palette_item_match (ScPaletteItem *self, const char *folded_needle);

/* Of ScPaletteItem, in the order of the table, then flows. target is where keys of the flow go;
 * its actions and those of its ancestors are there, as are those of other, which has the keyboard
 * and may be NULL. Free with g_ptr_array_unref(). */
GPtrArray *sc_palette_list_items (GtkWidget *target, GtkWidget *other, ScEditor *editor);

G_END_DECLS
