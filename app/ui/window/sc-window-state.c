/* sc-window-state.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-window-state.h"

#include "sc-file.h"

#include <glib/gstdio.h>

#define WINDOW "window"
#define PANES  "panes"
#define SAVING "saving"

/* Sizes that a screen can have; anything else is a damaged file. */
#define MIN_SIZE 200
#define MAX_SIZE 16384

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "stagecraft", "window.ini", NULL);
}

static GKeyFile *
load (void)
{
  g_autofree char *path = dup_path ();
  GKeyFile *file = g_key_file_new ();

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  return file;
}

static void
store (GKeyFile *file)
{
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  gsize length;
  char *text = g_key_file_to_data (file, &length, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, length);

  g_mkdir_with_parents (folder, 0700);
  sc_file_write (path, bytes, NULL);
}

void
sc_window_state_restore (GtkWindow *window)
{
  g_autoptr (GKeyFile) file = load ();
  int width = g_key_file_get_integer (file, WINDOW, "width", NULL);
  int height = g_key_file_get_integer (file, WINDOW, "height", NULL);

  if (width >= MIN_SIZE && width <= MAX_SIZE && height >= MIN_SIZE && height <= MAX_SIZE)
    gtk_window_set_default_size (window, width, height);
  if (g_key_file_get_boolean (file, WINDOW, "maximized", NULL))
    gtk_window_maximize (window);
}

/* TRUE unless the file says otherwise. */
static gboolean
is_shown (GKeyFile *file, const char *pane)
{
  return !g_key_file_has_key (file, PANES, pane, NULL)
         || g_key_file_get_boolean (file, PANES, pane, NULL);
}

void
sc_window_state_restore_workspace (ScWorkspace *workspace)
{
  g_autoptr (GKeyFile) file = load ();
  ScWorkspacePanes panes = {
    .navigator = is_shown (file, "navigator"),
    .inspector = is_shown (file, "inspector"),
    .problems = is_shown (file, "problems"),
    .problems_share = g_key_file_get_double (file, PANES, "problems-share", NULL),
    .problems_mixed = g_key_file_get_boolean (file, PANES, "problems-mixed", NULL),
  };

  sc_workspace_set_panes (workspace, &panes);
}

static void
store_workspace (GKeyFile *file, ScWorkspace *workspace)
{
  ScWorkspacePanes panes = sc_workspace_get_panes (workspace);

  g_key_file_set_boolean (file, PANES, "navigator", panes.navigator);
  g_key_file_set_boolean (file, PANES, "inspector", panes.inspector);
  g_key_file_set_boolean (file, PANES, "problems", panes.problems);
  g_key_file_set_double (file, PANES, "problems-share", panes.problems_share);
  g_key_file_set_boolean (file, PANES, "problems-mixed", panes.problems_mixed);
}

void
sc_window_state_save (GtkWindow *window, ScWorkspace *workspace)
{
  g_autoptr (GKeyFile) file = load ();
  int width, height;

  /* Not the size while it is maximized, but the one it goes back to. */
  gtk_window_get_default_size (window, &width, &height);
  g_key_file_set_integer (file, WINDOW, "width", width);
  g_key_file_set_integer (file, WINDOW, "height", height);
  g_key_file_set_boolean (file, WINDOW, "maximized", gtk_window_is_maximized (window));
  if (workspace != NULL)
    store_workspace (file, workspace);
  store (file);
}

gboolean
sc_window_state_get_keeps_previous (void)
{
  g_autoptr (GKeyFile) file = load ();

  return g_key_file_get_boolean (file, SAVING, "keep-previous", NULL);
}

void
sc_window_state_set_keeps_previous (gboolean keeps)
{
  g_autoptr (GKeyFile) file = load ();

  if (keeps == g_key_file_get_boolean (file, SAVING, "keep-previous", NULL))
    return;
  g_key_file_set_boolean (file, SAVING, "keep-previous", keeps);
  store (file);
}
