/* sc-watch.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-watch.h"

/* Milliseconds of quiet before something is said, and after how many it is said all the same. */
#define QUIET_MS 300
#define BUSY_MS  2000

struct _ScWatch
{
  void (*happened) (gpointer data);
  gpointer data;

  GHashTable *monitors; /* path → GFileMonitor, both owned */
  guint waiting;        /* source id */
  gint64 since;         /* when the first of what is waiting came; of g_get_monotonic_time() */
};

static void
stop_monitor (gpointer monitor)
{
  g_file_monitor_cancel (monitor);
  g_object_unref (monitor);
}

ScWatch *
sc_watch_new (void (*happened) (gpointer data), gpointer data)
{
  ScWatch *self = g_new0 (ScWatch, 1);

  self->happened = happened;
  self->data = data;
  self->monitors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, stop_monitor);
  return self;
}

void
sc_watch_free (ScWatch *self)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  g_hash_table_unref (self->monitors);
  g_free (self);
}

static gboolean
quiet_cb (gpointer data)
{
  ScWatch *self = data;

  self->waiting = 0;
  self->happened (self->data);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (ScWatch *self)
{
  const gint64 now = g_get_monotonic_time ();

  if (self->waiting == 0)
    self->since = now;
  else if (now - self->since > BUSY_MS * 1000)
    return;
  g_clear_handle_id (&self->waiting, g_source_remove);
  self->waiting = g_timeout_add (QUIET_MS, quiet_cb, self);
}

/* A file and a folder of one path are watched for different things. */
static char *
dup_key (const char *path, gboolean folder)
{
  return g_strconcat (folder ? "folder:" : "file:", path, NULL);
}

static void
add (ScWatch *self, const char *path, gboolean folder)
{
  g_autofree char *key = dup_key (path, folder);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFileMonitor *monitor;

  if (g_hash_table_contains (self->monitors, key))
    return;
  monitor = folder ? g_file_monitor_directory (file, G_FILE_MONITOR_NONE, NULL, NULL)
                   : g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (monitor == NULL)
    return;
  g_signal_connect_swapped (monitor, "changed", G_CALLBACK (changed_cb), self);
  g_hash_table_insert (self->monitors, g_steal_pointer (&key), monitor);
}

static gboolean
is_unwanted (gpointer key, gpointer monitor, gpointer wanted)
{
  return !g_hash_table_contains (wanted, key);
}

static void
add_keys (GHashTable *wanted, GPtrArray *paths, gboolean folder)
{
  for (guint i = 0; i < paths->len; i++)
    g_hash_table_add (wanted, dup_key (g_ptr_array_index (paths, i), folder));
}

static void
add_all (ScWatch *self, GPtrArray *paths, gboolean folder)
{
  for (guint i = 0; i < paths->len; i++)
    add (self, g_ptr_array_index (paths, i), folder);
}

void
sc_watch_set (ScWatch *self, GPtrArray *files, GPtrArray *folders)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  add_keys (wanted, files, FALSE);
  add_keys (wanted, folders, TRUE);
  g_hash_table_foreach_remove (self->monitors, is_unwanted, wanted);
  add_all (self, files, FALSE);
  add_all (self, folders, TRUE);
}
