/* sc-window-menus.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-window-menus.h"

#include "sc-command.h"

typedef struct
{
  const char *action; /* NULL: a new section begins */
  ScItemShown shown;
} Item;

static const Item main_items[] = {
  { "win.new-solution", SC_ITEM_ALWAYS },
  { "win.new-flow", SC_ITEM_WHEN_ENABLED },
  { "win.open", SC_ITEM_ALWAYS },
  { "win.open-folder", SC_ITEM_ALWAYS },
  { NULL, SC_ITEM_ALWAYS },
  { "win.undo", SC_ITEM_WHEN_ENABLED },
  { "win.redo", SC_ITEM_WHEN_ENABLED },
  { "win.find", SC_ITEM_WHEN_ENABLED },
  { "win.replace", SC_ITEM_WHEN_ENABLED },
  { NULL, SC_ITEM_ALWAYS },
  { "win.save", SC_ITEM_ALWAYS },
  { "win.save-as", SC_ITEM_ALWAYS },
  { "app.keep-previous", SC_ITEM_ALWAYS },
  { "win.export", SC_ITEM_WHEN_ENABLED },
  { "win.solution-details", SC_ITEM_WHEN_ENABLED },
  { "win.import-metadata", SC_ITEM_WHEN_ENABLED },
  { "win.rules", SC_ITEM_WHEN_ENABLED },
  { "win.save-template", SC_ITEM_WHEN_ENABLED },
  { "win.show-notes", SC_ITEM_WHEN_ENABLED },
  { NULL, SC_ITEM_ALWAYS },
  { "win.show-navigator", SC_ITEM_WHEN_THERE },
  { "win.show-inspector", SC_ITEM_WHEN_THERE },
  { "win.show-problems", SC_ITEM_WHEN_THERE },
  { "win.show-columns", SC_ITEM_WHEN_ENABLED },
  { "win.paths", SC_ITEM_WHEN_ENABLED },
  { NULL, SC_ITEM_ALWAYS },
  { "win.palette", SC_ITEM_ALWAYS },
  { "win.show-help-overlay", SC_ITEM_ALWAYS },
  { "win.about", SC_ITEM_ALWAYS },
};

static GMenu *
new_menu (const Item *items, guint n)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < n; i++)
    if (items[i].action != NULL)
      {
        sc_command_append (section, items[i].action, items[i].shown);
      }
    else
      {
        g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
        g_object_unref (section);
        section = g_menu_new ();
      }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  return menu;
}

GMenuModel *
sc_window_menus_new_main (void)
{
  return G_MENU_MODEL (new_menu (main_items, G_N_ELEMENTS (main_items)));
}

GMenuModel *
sc_window_menus_new_open (GMenu *recent)
{
  static const Item items[]
      = { { "win.open", SC_ITEM_ALWAYS }, { "win.open-folder", SC_ITEM_ALWAYS } };
  GMenu *menu = new_menu (items, G_N_ELEMENTS (items));

  g_menu_append_section (menu, NULL, G_MENU_MODEL (recent));
  return G_MENU_MODEL (menu);
}
