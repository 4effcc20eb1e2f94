/* sc-recent.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-recent.h"

/* The name that entries of ours carry in the list, which all programs share. */
#define RECENT_APPLICATION "stagecraft"

void
sc_recent_add (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  gboolean is_folder = g_file_test (path, G_FILE_TEST_IS_DIR);
  GtkRecentData data = {
    .mime_type = (char *) (is_folder ? "inode/directory" : "application/octet-stream"),
    .app_name = (char *) RECENT_APPLICATION,
    .app_exec = (char *) "stagecraft %u",
  };

  if (uri != NULL)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  GDateTime *time_a = gtk_recent_info_get_modified ((GtkRecentInfo *) a);
  GDateTime *time_b = gtk_recent_info_get_modified ((GtkRecentInfo *) b);

  return g_date_time_compare (time_b, time_a);
}

static void
unref_info (gpointer info)
{
  gtk_recent_info_unref (info);
}

GPtrArray *
sc_recent_list (guint max)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  GList *infos = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  infos = g_list_sort (infos, compare_newest_first);
  for (GList *l = infos; l != NULL && paths->len < max; l = l->next)
    {
      GtkRecentInfo *info = l->data;
      g_autofree char *path = NULL;

      if (!gtk_recent_info_has_application (info, RECENT_APPLICATION))
        continue;
      path = g_filename_from_uri (gtk_recent_info_get_uri (info), NULL, NULL);
      if (path != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
  g_list_free_full (infos, unref_info);
  return paths;
}

/* Menu labels take "_" for the mark before an access key. */
static char *
dup_label (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

GMenuModel *
sc_recent_new_menu (guint max)
{
  g_autoptr (GPtrArray) paths = sc_recent_list (max);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autofree char *label = dup_label (path);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.open-path", "^ay", path);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

char *
sc_recent_dup_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder);
  const char *home = g_get_home_dir ();
  gsize length = strlen (home);

  if (length > 1 && g_str_has_prefix (shown, home)
      && (shown[length] == '/' || shown[length] == '\0'))
    return g_strconcat ("~", shown + length, NULL);
  return g_steal_pointer (&shown);
}
