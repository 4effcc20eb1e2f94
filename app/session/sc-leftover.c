/* sc-leftover.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-leftover.h"

#include "sc-definition.h"
#include "sc-file.h"
#include "sc-recovery-private.h"
#include "sc-xml.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* What was left in the middle of being made, or taken away, is removed after so many seconds. */
#define SECONDS_PER_DAY          (24 * 60 * 60)
#define MAX_SECONDS_WITHOUT_WORK SECONDS_PER_DAY
#define MAX_LIST_BYTES           (64 * 1024 * 1024)
#define MAX_MARK_BYTES           100

struct _ScLeftover
{
  gatomicrefcount refs;
  char *folder;
  int lock; /* -1 once it is discarded */
  GKeyFile *list;
  char *title;
  char *path;
  gint64 time;
};

ScLeftover *
sc_leftover_ref (ScLeftover *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
sc_leftover_unref (ScLeftover *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  if (self->lock >= 0)
    close (self->lock);
  g_key_file_unref (self->list);
  g_free (self->folder);
  g_free (self->title);
  g_free (self->path);
  g_free (self);
}

const char *
sc_leftover_get_title (const ScLeftover *self)
{
  return self->title;
}

const char *
sc_leftover_get_path (const ScLeftover *self)
{
  return self->path;
}

gint64
sc_leftover_get_time (const ScLeftover *self)
{
  return self->time;
}

void
sc_leftover_discard (ScLeftover *self)
{
  if (self->lock < 0)
    return;
  sc_recovery_remove (self->folder);
  close (self->lock);
  self->lock = -1;
}

static GKeyFile *
read_list (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, SC_RECOVERY_WORK, NULL);
  g_autoptr (GKeyFile) list = g_key_file_new ();
  g_autoptr (GBytes) bytes = sc_file_read (path, MAX_LIST_BYTES, NULL);

  if (bytes == NULL || !g_key_file_load_from_bytes (list, bytes, G_KEY_FILE_NONE, NULL)
      || g_key_file_get_integer (list, SC_RECOVERY_GROUP, "Version", NULL) != SC_RECOVERY_VERSION)
    return NULL;
  return g_steal_pointer (&list);
}

static void
remove_old_scraps (const char *folder)
{
  GStatBuf info;

  if (g_stat (folder, &info) == 0
      && g_get_real_time () / G_USEC_PER_SEC - (gint64) info.st_mtime > MAX_SECONDS_WITHOUT_WORK)
    sc_recovery_remove (folder);
}

/* Where the list does not say, the folder does. */
static gint64
find_time (GKeyFile *list, const char *folder)
{
  gint64 time = g_key_file_get_int64 (list, SC_RECOVERY_GROUP, "Time", NULL);
  GStatBuf info;

  return time == 0 && g_stat (folder, &info) == 0 ? (gint64) info.st_mtime : time;
}

/* NULL for what is no work, or somebody's who is still at it. */
static ScLeftover *
open_leftover (const char *folder)
{
  int lock = sc_recovery_lock (folder, FALSE);
  GKeyFile *list = lock >= 0 ? read_list (folder) : NULL;
  g_autofree char *uri = NULL;
  ScLeftover *self;

  if (list == NULL)
    {
      g_autofree char *work = g_build_filename (folder, SC_RECOVERY_WORK, NULL);

      /* Work of another version, or that is damaged, is somebody's all the same. */
      if (lock >= 0 && !g_file_test (work, G_FILE_TEST_EXISTS))
        remove_old_scraps (folder);
      if (lock >= 0)
        close (lock);
      return NULL;
    }
  self = g_new0 (ScLeftover, 1);
  g_atomic_ref_count_init (&self->refs);
  self->folder = g_strdup (folder);
  self->lock = lock;
  self->list = list;
  self->title = g_key_file_get_string (list, SC_RECOVERY_GROUP, "Title", NULL);
  self->time = find_time (list, folder);
  uri = g_key_file_get_string (list, SC_RECOVERY_GROUP, "Place", NULL);
  self->path = uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
  return self;
}

static int
compare_time (gconstpointer a, gconstpointer b)
{
  const ScLeftover *first = *(const ScLeftover *const *) a;
  const ScLeftover *second = *(const ScLeftover *const *) b;

  if (first->time != second->time)
    return first->time > second->time ? -1 : 1;
  return strcmp (first->folder, second->folder);
}

/* Notes that a person is offered the work, and says on how many days that was so before: a clock
 * that is years off makes all work look old, and must not cost any. The day is noted with the
 * count, so that one jump of the clock makes one day of it. */
static guint64
count_days_listed (const ScLeftover *self, gint64 today)
{
  g_autofree char *mark = g_build_filename (self->folder, SC_RECOVERY_LISTED, NULL);
  g_autoptr (GBytes) bytes = sc_file_read (mark, MAX_MARK_BYTES, NULL);
  g_autofree char *text = NULL;
  g_autofree char *noted = NULL;
  guint64 count = 0;
  char *end = NULL;

  if (bytes != NULL)
    {
      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      count = MAX (g_ascii_strtoull (text, &end, 10), 1);
    }
  if (count == 0 || g_ascii_strtoll (end, NULL, 10) != today)
    {
      noted = g_strdup_printf ("%" G_GUINT64_FORMAT " %" G_GINT64_FORMAT "\n", count + 1, today);
      g_file_set_contents_full (mark, noted, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
    }
  return count;
}

/* leftovers is sorted. */
static void
discard_old (GPtrArray *leftovers)
{
  gint64 today = g_get_real_time () / G_USEC_PER_SEC / SECONDS_PER_DAY;

  for (guint i = leftovers->len; i-- > 0;)
    {
      ScLeftover *leftover = g_ptr_array_index (leftovers, i);
      guint64 days = count_days_listed (leftover, today);
      gint64 age = today - leftover->time / SECONDS_PER_DAY;

      if (days == 0
          || (i < SC_LEFTOVER_MAX
              && (age <= SC_LEFTOVER_MAX_DAYS || days < SC_LEFTOVER_MIN_DAYS_LISTED)))
        continue;
      sc_leftover_discard (leftover);
      g_ptr_array_remove_index (leftovers, i);
    }
}

GPtrArray *
sc_leftover_list (const char *folder)
{
  GPtrArray *leftovers = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_leftover_unref);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      ScLeftover *leftover = g_uuid_string_is_valid (name) ? open_leftover (path) : NULL;

      if (leftover != NULL)
        g_ptr_array_add (leftovers, leftover);
    }
  g_ptr_array_sort (leftovers, compare_time);
  discard_old (leftovers);
  return leftovers;
}

static gboolean
set_damaged (const ScLeftover *self, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->folder);

  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_MALFORMED,
               _ ("The unsaved work in “%s” is damaged. Its files are left as they are: each flow "
                  "can be opened on its own."),
               name);
  return FALSE;
}

/* parts: what has been read, by number. The solution belongs to it. */
static const ScSolution *
read_part (const ScLeftover *self, guint64 number, GHashTable *parts, GError **error)
{
  ScSolution *part = g_hash_table_lookup (parts, &number);
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint64 *key;

  if (part != NULL)
    return part;
  path = sc_recovery_dup_part (self->folder, number);
  bytes = sc_file_read (path, SC_XML_MAX_BYTES, error);
  part = bytes != NULL ? sc_definition_read (bytes, path, error) : NULL;
  if (part == NULL)
    return NULL;
  key = g_new (guint64, 1);
  *key = number;
  g_hash_table_insert (parts, key, part);
  return part;
}

static gboolean
read_spot (const char *text, guint64 *part, guint64 *position)
{
  g_auto (GStrv) numbers = g_strsplit (text, ":", 2);

  return g_strv_length (numbers) == 2
         && g_ascii_string_to_unsigned (numbers[0], 10, 1, G_MAXUINT64, part, NULL)
         && g_ascii_string_to_unsigned (numbers[1], 10, 0, G_MAXUINT, position, NULL);
}

static const ScFlow *
read_flow (const ScLeftover *self, const char *text, GHashTable *parts, GError **error)
{
  guint64 number, position;
  const ScSolution *part;
  const ScFlow *flow;

  if (!read_spot (text, &number, &position))
    {
      set_damaged (self, error);
      return NULL;
    }
  part = read_part (self, number, parts, error);
  flow = part != NULL ? sc_list_get (part->flows, (guint) position) : NULL;
  if (part != NULL && flow == NULL)
    set_damaged (self, error);
  return flow;
}

static ScSolution *
read_solution (const ScLeftover *self, const char *group, GHashTable *parts, GError **error)
{
  guint64 frame = g_key_file_get_uint64 (self->list, group, "Frame", NULL);
  g_auto (GStrv) spots = g_key_file_get_string_list (self->list, group, "Flows", NULL, NULL);
  g_autoptr (GPtrArray) flows = sc_list_collect ();
  const ScSolution *part = read_part (self, frame, parts, error);
  ScSolution *solution;

  if (part == NULL)
    return NULL;
  for (guint i = 0; spots != NULL && spots[i] != NULL; i++)
    {
      const ScFlow *flow = read_flow (self, spots[i], parts, error);

      if (flow == NULL)
        return NULL;
      g_ptr_array_add (flows, sc_flow_ref (flow));
    }
  solution = sc_solution_copy (part);
  sc_take_value (solution, flows, sc_list_new_take (g_steal_pointer (&flows)));
  return solution;
}

ScSolution *
sc_leftover_read (const ScLeftover *self, ScSolution **saved, GError **error)
{
  g_autoptr (GHashTable) parts
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, sc_value_unref);
  g_autoptr (ScSolution) now = read_solution (self, SC_RECOVERY_NOW, parts, error);

  if (now != NULL && saved != NULL)
    {
      *saved = read_solution (self, SC_RECOVERY_SAVED, parts, error);
      if (*saved == NULL)
        return NULL;
    }
  return g_steal_pointer (&now);
}
