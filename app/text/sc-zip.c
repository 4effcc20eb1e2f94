/* sc-zip.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-zip-private.h"

#include "sc-file.h"

#include <glib/gi18n-lib.h>

#define MEGABYTE (1024 * 1024)

/* A smaller entry cannot do harm, whatever its ratio. */
#define RATIO_FREE_BYTES MEGABYTE

typedef struct
{
  char *name;
  gsize size;
} Entry;

struct _ScZip
{
  zip_t *archive;
  GBytes *bytes; /* which archive reads from */
  char *display_name;
  GArray *entries;     /* of Entry */
  GHashTable *by_name; /* folded name → position + 1 */
};

static void
clear_entry (gpointer entry)
{
  g_free (((Entry *) entry)->name);
}

void
sc_zip_close (ScZip *self)
{
  if (self->archive != NULL)
    zip_discard (self->archive);
  g_bytes_unref (self->bytes);
  g_free (self->display_name);
  g_array_unref (self->entries);
  g_hash_table_unref (self->by_name);
  g_free (self);
}

static gboolean
check_entry (ScZip *self,
             const char *name,
             const char *folded,
             const zip_stat_t *info,
             guint64 total,
             GError **error)
{
  if (!sc_zip_check_name (name, self->display_name, error))
    return FALSE;
  if (g_hash_table_contains (self->by_name, folded))
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSAFE,
                 _ ("“%s” has two entries named “%s”, so it is not clear which one counts."),
                 self->display_name, name);
  else if (info->size > RATIO_FREE_BYTES
           && info->size / MAX (info->comp_size, 1) > SC_ZIP_MAX_RATIO)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSAFE,
                 _ ("“%s” is not read: its entry “%s” unpacks to more than %d times its size, as "
                    "no real package does."),
                 self->display_name, name, SC_ZIP_MAX_RATIO);
  else if (info->size > SC_ZIP_MAX_ENTRY_BYTES)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_TOO_LARGE,
                 _ ("“%s” is not read: its entry “%s” unpacks to more than %d MB, the most that "
                    "Stagecraft reads of one file."),
                 self->display_name, name, SC_ZIP_MAX_ENTRY_BYTES / MEGABYTE);
  else if (total > SC_ZIP_MAX_TOTAL_BYTES)
    g_set_error (
        error, SC_FILE_ERROR, SC_FILE_ERROR_TOO_LARGE,
        _ ("“%s” is not read: up to its entry “%s” it unpacks to more than %d MB, the most "
           "that Stagecraft reads."),
        self->display_name, name, (int) (SC_ZIP_MAX_TOTAL_BYTES / MEGABYTE));
  else
    return TRUE;
  return FALSE;
}

static gboolean
read_directory (ScZip *self, GError **error)
{
  zip_int64_t n = zip_get_num_entries (self->archive, 0);
  guint64 total = 0;

  if (n > SC_ZIP_MAX_ENTRIES)
    {
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_TOO_LARGE,
                   _ ("“%s” has more than %d entries, the most that Stagecraft reads."),
                   self->display_name, SC_ZIP_MAX_ENTRIES);
      return FALSE;
    }
  for (zip_int64_t i = 0; i < n; i++)
    {
      const zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
      zip_stat_t info;
      Entry entry;
      g_autofree char *folded = NULL;

      if (zip_stat_index (self->archive, (zip_uint64_t) i, ZIP_FL_ENC_GUESS, &info) != 0
          || (info.valid & needed) != needed)
        {
          g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_MALFORMED,
                       _ ("“%s” is damaged: its list of entries cannot be read."),
                       self->display_name);
          return FALSE;
        }
      entry.name = g_strdelimit (g_utf8_make_valid (info.name, -1), "\\", '/');
      entry.size = info.size;
      g_array_append_val (self->entries, entry);
      folded = sc_zip_fold_name (entry.name);
      total += MIN (info.size, SC_ZIP_MAX_TOTAL_BYTES);
      if (!check_entry (self, entry.name, folded, &info, total, error))
        return FALSE;
      g_hash_table_insert (self->by_name, g_steal_pointer (&folded),
                           GUINT_TO_POINTER (self->entries->len));
    }
  return TRUE;
}

/* A name cannot be that of a file and of the folder of another. */
static gboolean
check_folders (const ScZip *self, GError **error)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const char *name = g_array_index (self->entries, Entry, i).name;
      g_autofree char *folder = sc_zip_fold_name (name);

      for (char *end = strrchr (folder, '/'); end != NULL; end = strrchr (folder, '/'))
        {
          *end = '\0';
          if (!g_hash_table_contains (self->by_name, folder))
            continue;
          g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSAFE,
                       _ ("“%s” is not read: its entry “%s” lies in a folder that is a file."),
                       self->display_name, name);
          return FALSE;
        }
    }
  return TRUE;
}

static zip_t *
open_archive (GBytes *bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);
  zip_source_t *source = zip_source_buffer_create (data, size, 0, NULL);
  zip_t *archive = source != NULL ? zip_open_from_source (source, ZIP_RDONLY, NULL) : NULL;

  if (archive == NULL && source != NULL)
    zip_source_free (source);
  return archive;
}

ScZip *
sc_zip_open_bytes (GBytes *archive, const char *path, GError **error)
{
  g_autoptr (ScZip) self = g_new0 (ScZip, 1);

  self->bytes = g_bytes_ref (archive);
  self->display_name = g_filename_display_name (path);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!sc_zip_check_archive (archive, self->display_name, error))
    return NULL;

  self->archive = open_archive (archive);
  if (self->archive == NULL)
    {
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_MALFORMED,
                   _ ("“%s” is damaged or incomplete: it begins like a zip archive, but its list "
                      "of entries is not there. Download or export it again."),
                   self->display_name);
      return NULL;
    }
  if (!read_directory (self, error)
      || !sc_zip_check_list (self->archive, archive, self->display_name, error)
      || !check_folders (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

ScZip *
sc_zip_open (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = sc_file_read (path, SC_ZIP_MAX_BYTES, error);

  return bytes != NULL ? sc_zip_open_bytes (bytes, path, error) : NULL;
}

GBytes *
sc_zip_get_bytes (const ScZip *self)
{
  return self->bytes;
}

guint
sc_zip_count (const ScZip *self)
{
  return self->entries->len;
}

const char *
sc_zip_get_name (const ScZip *self, guint position)
{
  g_return_val_if_fail (position < self->entries->len, NULL);

  return g_array_index (self->entries, Entry, position).name;
}

int
sc_zip_find (const ScZip *self, const char *name)
{
  g_autofree char *folded = NULL;

  if (strlen (name) > SC_ZIP_MAX_NAME_BYTES)
    return -1;
  folded = sc_zip_fold_name (name);
  return GPOINTER_TO_INT (g_hash_table_lookup (self->by_name, folded)) - 1;
}

GBytes *
sc_zip_read (ScZip *self, guint position, GError **error)
{
  const Entry *entry;
  zip_file_t *file;
  g_autofree char *data = NULL;
  char extra;
  gboolean whole;

  g_return_val_if_fail (position < self->entries->len, NULL);

  entry = &g_array_index (self->entries, Entry, position);
  file = zip_fopen_index (self->archive, position, 0);
  if (file == NULL)
    {
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
                   _ ("The entry “%s” of “%s” cannot be unpacked: %s."), entry->name,
                   self->display_name, zip_strerror (self->archive));
      return NULL;
    }
  data = g_malloc (entry->size + 1);
  /* Reading on past the end makes libzip compare the check sum, and finds a size that lies. */
  whole = zip_fread (file, data, entry->size) == (zip_int64_t) entry->size
          && zip_fread (file, &extra, 1) == 0;
  if (zip_fclose (file) != 0 || !whole)
    {
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_MALFORMED,
                   _ ("The entry “%s” of “%s” is damaged."), entry->name, self->display_name);
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&data), entry->size);
}
