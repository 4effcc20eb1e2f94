/* sc-shortcuts-window.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-shortcuts-window.h"

#include "sc-command.h"

/* GTK 4.8 builds this window from a description only. */

#define TAKES "<property name=\"%s\">%s</property>"

static void
begin (GString *xml, const char *type)
{
  g_string_append_printf (xml, "<child><object class=\"%s\">", type);
}

static void
end (GString *xml)
{
  g_string_append (xml, "</object></child>");
}

static void
set (GString *xml, const char *name, const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  g_string_append_printf (xml, TAKES, name, escaped);
}

static void
add_command (GString *xml, const ScCommand *command)
{
  g_autofree char *name = sc_command_dup_name (command);
  /* Keys that belong to one movement are shown together; of several for the same, the first. */
  g_autofree char *keys = command->action == NULL ? g_strjoinv (" ", (char **) command->keys)
                                                  : g_strdup (command->keys[0]);

  begin (xml, "GtkShortcutsShortcut");
  set (xml, "title", name);
  set (xml, "accelerator", keys);
  end (xml);
}

static void
add_group (GString *xml, ScCommandGroup group)
{
  begin (xml, "GtkShortcutsGroup");
  set (xml, "title", sc_command_group_get_title (group));
  for (const ScCommand *command = sc_command_list (); command->title != NULL; command++)
    if (command->group == group && command->keys[0] != NULL)
      add_command (xml, command);
  end (xml);
}

void
sc_shortcuts_window_present (GtkWindow *parent)
{
  g_autoptr (GString) xml = g_string_new ("<interface><object class=\"GtkShortcutsWindow\" "
                                          "id=\"window\">");
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWindow *window;

  set (xml, "modal", "1");
  set (xml, "destroy-with-parent", "1");
  begin (xml, "GtkShortcutsSection");
  set (xml, "section-name", "stagecraft");
  set (xml, "max-height", "14");
  for (ScCommandGroup group = 0; group < SC_N_COMMANDS; group++)
    add_group (xml, group);
  end (xml);
  g_string_append (xml, "</object></interface>");

  builder = gtk_builder_new_from_string (xml->str, (gssize) xml->len);
  window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));
  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}
