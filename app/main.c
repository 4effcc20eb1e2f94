/* main.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "sc-application.h"

#define RENDER_NODES "/dev/dri"

static gboolean
has_render_node (void)
{
  g_autoptr (GDir) folder = g_dir_open (RENDER_NODES, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      if (g_str_has_prefix (name, "renderD"))
        return TRUE;
    }
  return FALSE;
}

/* Without a GPU the toolkit would draw with OpenGL in software: 100 ms and 60 MB more at the start,
 * and several times the work for each frame. What the person has set stands. */
static void
choose_renderer (void)
{
  if (has_render_node () || g_getenv ("GSK_RENDERER") != NULL)
    return;

  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
}

/* The toolkit loads a theme of its own before libadwaita comes to replace it by an empty one: a
 * fifth of the time to the first frame, for nothing. With the empty one from the start nothing else
 * differs. Without a display this does nothing; the application says so later. */
static void
skip_default_theme (void)
{
  if (g_getenv ("GTK_THEME") != NULL)
    return;

  g_setenv ("GTK_THEME", "Adwaita-empty", TRUE);
  if (gtk_init_check ())
    gtk_settings_get_default (); /* loads the theme */
  g_unsetenv ("GTK_THEME");
}

int
main (int argc, char **argv)
{
  g_autoptr (ScApplication) application = NULL;

  choose_renderer ();
  skip_default_theme ();

  bindtextdomain (GETTEXT_PACKAGE, SC_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_set_application_name ("Stagecraft");
  application = sc_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
