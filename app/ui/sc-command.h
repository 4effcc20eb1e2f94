/* sc-command.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Everything that a person can do, once: menus, keys, the window of keyboard shortcuts and the
 * command palette are made from this table. */

typedef enum
{
  SC_COMMANDS_FILE,
  SC_COMMANDS_EDIT,
  SC_COMMANDS_LIST, /* a flow in the navigator */
  SC_COMMANDS_STAGE,
  SC_COMMANDS_STEP,
  SC_COMMANDS_CONDITION,
  SC_COMMANDS_CANVAS,
  SC_COMMANDS_OUTLINE,
  SC_COMMANDS_SECURITY,
  SC_COMMANDS_COMPARE, /* the window that compares roles */
  SC_COMMANDS_VIEW,
  SC_COMMANDS_TABS,
  SC_COMMANDS_PROBLEMS,
  SC_COMMANDS_WINDOW,
  SC_N_COMMANDS
} ScCommandGroup;

typedef struct
{
  ScCommandGroup group;
  const char *action;  /* detailed name; NULL: keys that work without an action */
  const char *title;   /* as in menus, with a mnemonic; not translated yet */
  const char *keys[4]; /* accelerators, the one that is shown first; ends with NULL */
} ScCommand;

/* In the order in which people read them; ends with one that has no title. */
const ScCommand *sc_command_list (void);
/* The first of that detailed action name; NULL when there is none. */
const ScCommand *sc_command_find (const char *action);

/* Translated. */
const char *sc_command_get_title (const ScCommand *self);
const char *sc_command_group_get_title (ScCommandGroup group);
/* The title as a name, without mnemonic and "…"; translated. Free with g_free(). */
char *sc_command_dup_name (const ScCommand *self);
/* "Ctrl+S", as menus show it; NULL when there are no keys. Free with g_free(). */
char *sc_command_dup_key_label (const ScCommand *self);

/* An item for the command; it is not there, or not shown, while the action cannot be done. */
typedef enum
{
  SC_ITEM_ALWAYS,
  SC_ITEM_WHEN_ENABLED,
  SC_ITEM_WHEN_THERE
} ScItemShown;

void sc_command_append (GMenu *menu, const char *action, ScItemShown shown);

/* Lets the keys of the commands of the application and its windows work everywhere in them. */
void sc_commands_add_accelerators (GtkApplication *application);
/* Binds the keys of the commands "prefix.…" for widgets that have these actions. */
void sc_commands_bind (GtkWidgetClass *klass, const char *prefix);

G_END_DECLS
