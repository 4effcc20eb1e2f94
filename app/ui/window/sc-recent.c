/* sc-recent.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-recent.h"

#include <glib/gstdio.h>

/* The name that entries of ours carry in the list, which all programs share. */
#define RECENT_APPLICATION "stagecraft"

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

/* Ours, the newest first; free with g_list_free_full() and unref_info(). */
static GList *
list_infos (void)
{
  GList *infos = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  GList *next;

  for (GList *l = infos; l != NULL; l = next)
    {
      next = l->next;
      if (gtk_recent_info_has_application (l->data, RECENT_APPLICATION))
        continue;
      unref_info (l->data);
      infos = g_list_delete_link (infos, l);
    }
  return g_list_sort (infos, compare_newest_first);
}

static void
add_now (const char *uri, gboolean is_folder)
{
  GtkRecentData data = {
    .mime_type = (char *) (is_folder ? "inode/directory" : "application/octet-stream"),
    .app_name = (char *) RECENT_APPLICATION,
    .app_exec = (char *) "stagecraft %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/* A clock that says a time before this program was made is wrong itself. */
static gboolean
is_behind (void)
{
  GStatBuf info;

  return g_stat ("/proc/self/exe", &info) == 0
         && g_get_real_time () / G_USEC_PER_SEC < (gint64) info.st_mtime;
}

/* What a clock that went ahead has put before everything to come counts as opened now, in its
 * order. */
static void
bring_back_from_future (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GList *infos = is_behind () ? NULL : list_infos ();

  for (GList *l = g_list_last (infos); l != NULL; l = l->prev)
    if (g_date_time_compare (gtk_recent_info_get_modified (l->data), now) > 0)
      add_now (gtk_recent_info_get_uri (l->data),
               g_strcmp0 (gtk_recent_info_get_mime_type (l->data), "inode/directory") == 0);
  g_list_free_full (infos, unref_info);
}

void
sc_recent_add (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  if (uri == NULL)
    return;
  bring_back_from_future ();
  add_now (uri, g_file_test (path, G_FILE_TEST_IS_DIR));
}

GPtrArray *
sc_recent_list (guint max)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  GList *infos = list_infos ();

  for (GList *l = infos; l != NULL && paths->len < max; l = l->next)
    {
      GtkRecentInfo *info = l->data;
      g_autofree char *path = g_filename_from_uri (gtk_recent_info_get_uri (info), NULL, NULL);

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
