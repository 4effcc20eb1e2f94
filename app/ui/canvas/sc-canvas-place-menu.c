/* sc-canvas-place-menu.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-canvas-drag.h"
#include "sc-command.h"

#include <glib/gi18n-lib.h>

/* The menu of empty canvas. What it adds goes to the nearest place. */

typedef struct
{
  ScCanvas *canvas;
  ScPoint point; /* where it was opened, in canvas units */
} Context;

/* Pastes behind or into a card when the pointer was near it, else on the nearest line: what is
 * selected is where things are pasted. action: what pastes. */
static void
paste (ScCanvas *self, ScPoint point, const char *action)
{
  ScDropTarget near = sc_drag_find_row (self, point);
  ScDropTarget insert = sc_drag_find_insert (self, point);
  ScSlot slot;

  if (near.kind == SC_DROP_ROW)
    {
      const ScStage *stage = sc_stage_card_get_stage (g_ptr_array_index (self->cards, near.index));

      sc_editor_select_stage (self->editor, stage->id);
    }
  else if (insert.kind == SC_DROP_INSERT)
    {
      slot = sc_canvas_get_slot (self, insert.index);
      if (slot.after != NULL)
        sc_editor_select (self->editor,
                          (ScSelection){ SC_SELECTED_LINE, slot.after, NULL, slot.branch });
    }
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

static void
place_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Context *context = data;
  ScCanvas *self = context->canvas;

  if (self->layout == NULL)
    return;
  if (g_str_equal (g_action_get_name (G_ACTION (action)), "paste"))
    paste (self, context->point, "clipboard.paste");
  else if (g_str_equal (g_action_get_name (G_ACTION (action)), "insert-template"))
    paste (self, context->point, "win.insert-template");
  else
    sc_canvas_add_stage (
        self, sc_canvas_get_slot (self, sc_drag_find_insert (self, context->point).index));
}

void
sc_canvas_add_place_actions (ScCanvas *self, GtkWidget *menu, ScPoint point)
{
  static const GActionEntry entries[] = {
    { .name = "paste", .activate = place_cb },
    { .name = "add-stage", .activate = place_cb },
    { .name = "insert-template", .activate = place_cb },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  Context *context = g_new (Context, 1);

  *context = (Context){ self, point };
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), context);
  g_object_set_data_full (G_OBJECT (group), "sc-place", context, g_free);
  gtk_widget_insert_action_group (menu, "place", G_ACTION_GROUP (group));
}

GMenuModel *
sc_canvas_build_place_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) here = g_menu_new (), all = g_menu_new ();

  g_menu_append (here, _ ("Past_e"), "place.paste");
  g_menu_append (here, _ ("Add _Stage"), "place.add-stage");
  g_menu_append (here, _ ("Insert from Te_mplate…"), "place.insert-template");
  sc_command_append (all, "canvas.select-all", SC_ITEM_ALWAYS);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (here));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  return G_MENU_MODEL (menu);
}
