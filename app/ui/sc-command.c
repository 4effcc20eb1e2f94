/* sc-command.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const ScCommand *
sc_command_find (const char *action)
{
  for (const ScCommand *command = sc_command_list (); command->title != NULL; command++)
    if (g_strcmp0 (command->action, action) == 0)
      return command;
  return NULL;
}

const char *
sc_command_get_title (const ScCommand *self)
{
  return _ (self->title);
}

const char *
sc_command_group_get_title (ScCommandGroup group)
{
  static const char *const titles[] = {
    [SC_COMMANDS_FILE] = N_ ("File"),          [SC_COMMANDS_EDIT] = N_ ("Edit"),
    [SC_COMMANDS_LIST] = N_ ("List of Flows"), [SC_COMMANDS_STAGE] = N_ ("Stage"),
    [SC_COMMANDS_STEP] = N_ ("Step"),          [SC_COMMANDS_CONDITION] = N_ ("Condition"),
    [SC_COMMANDS_CANVAS] = N_ ("Drawing"),     [SC_COMMANDS_OUTLINE] = N_ ("Outline"),
    [SC_COMMANDS_SECURITY] = N_ ("Security"),  [SC_COMMANDS_COMPARE] = N_ ("Comparison of Access"),
    [SC_COMMANDS_VIEW] = N_ ("View"),          [SC_COMMANDS_TABS] = N_ ("Tabs"),
    [SC_COMMANDS_PROBLEMS] = N_ ("Problems"),  [SC_COMMANDS_WINDOW] = N_ ("Window"),
  };

  return _ (titles[group]);
}

char *
sc_command_dup_name (const ScCommand *self)
{
  GString *name = g_string_new (NULL);

  for (const char *p = sc_command_get_title (self); *p != '\0'; p++)
    if (*p != '_' || p[1] == '_')
      g_string_append_c (name, *p);
  if (g_str_has_suffix (name->str, "…"))
    g_string_truncate (name, name->len - strlen ("…"));
  return g_string_free (name, FALSE);
}

char *
sc_command_dup_key_label (const ScCommand *self)
{
  guint key;
  GdkModifierType modifiers;

  if (self->keys[0] == NULL || !gtk_accelerator_parse (self->keys[0], &key, &modifiers))
    return NULL;
  return gtk_accelerator_get_label (key, modifiers);
}

void
sc_command_append (GMenu *menu, const char *action, ScItemShown shown)
{
  static const char *const hidden_when[] = {
    [SC_ITEM_WHEN_ENABLED] = "action-disabled",
    [SC_ITEM_WHEN_THERE] = "action-missing",
  };
  const ScCommand *command = sc_command_find (action);
  g_autoptr (GMenuItem) item = NULL;

  g_return_if_fail (command != NULL);
  item = g_menu_item_new (sc_command_get_title (command), action);
  if (shown != SC_ITEM_ALWAYS)
    g_menu_item_set_attribute (item, "hidden-when", "s", hidden_when[shown]);
  g_menu_append_item (menu, item);
}

void
sc_commands_add_accelerators (GtkApplication *application)
{
  for (const ScCommand *command = sc_command_list (); command->title != NULL; command++)
    {
      if (command->action == NULL || command->keys[0] == NULL)
        continue;
      if (g_str_has_prefix (command->action, "app.") || g_str_has_prefix (command->action, "win."))
        gtk_application_set_accels_for_action (application, command->action, command->keys);
    }
}

/* Menus show the key that was bound last. */
static void
bind (GtkWidgetClass *klass, const ScCommand *command)
{
  for (guint i = g_strv_length ((char **) command->keys); i > 0; i--)
    {
      guint key;
      GdkModifierType modifiers;

      if (gtk_accelerator_parse (command->keys[i - 1], &key, &modifiers))
        gtk_widget_class_add_binding_action (klass, key, modifiers, command->action, NULL);
    }
}

void
sc_commands_bind (GtkWidgetClass *klass, const char *prefix)
{
  const gsize length = strlen (prefix);

  for (const ScCommand *command = sc_command_list (); command->title != NULL; command++)
    if (command->action != NULL && strncmp (command->action, prefix, length) == 0
        && command->action[length] == '.')
      bind (klass, command);
}
