/* sc-zip-write.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-zip-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Fields beside an entry that repeat its time, and would be wrong for a new content (Info-ZIP's
 * "UT" and NTFS times). */
static const zip_uint16_t time_fields[] = { 0x5455, 0x000a };

void
sc_zip_set_write_error (GError **error, const char *path, const char *reason)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
               _ ("“%s” cannot be written: %s. What is on disk is as it was; try again, or save "
                  "elsewhere."),
               name, reason);
}

/* What becomes of an entry. */
typedef enum
{
  KEPT,
  REPLACED,
  REMOVED
} Fate;

static gboolean
add (zip_t *archive, const char *name, GBytes *bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);
  zip_source_t *source = zip_source_buffer (archive, data, size, 0);

  if (source != NULL && zip_file_add (archive, name, source, ZIP_FL_ENC_UTF_8) >= 0)
    return TRUE;
  zip_source_free (source);
  return FALSE;
}

static gboolean
replace (zip_t *archive, guint position, GBytes *bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);
  zip_source_t *source = zip_source_buffer (archive, data, size, 0);
  zip_stat_t info;

  if (zip_stat_index (archive, position, 0, &info) != 0 || source == NULL
      || zip_file_replace (archive, position, source, 0) != 0)
    {
      zip_source_free (source);
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (time_fields); i++)
    {
      if (zip_file_extra_field_delete_by_id (archive, position, time_fields[i], ZIP_EXTRA_FIELD_ALL,
                                             ZIP_FL_LOCAL | ZIP_FL_CENTRAL)
          != 0)
        return FALSE;
    }
  return zip_set_file_compression (archive, position,
                                   (info.valid & ZIP_STAT_COMP_METHOD) != 0
                                           && info.comp_method == ZIP_CM_STORE
                                       ? ZIP_CM_STORE
                                       : ZIP_CM_DEFLATE,
                                   0)
         == 0;
}

static gboolean
is_entry (const guint8 *data, gsize size, gsize at)
{
  return size - at >= SC_ZIP_ENTRY_BYTES && memcmp (data + at, SC_ZIP_ENTRY, 4) == 0;
}

/* The position behind an entry of the list; beyond the end when it is the last and cut off. */
static gsize
skip_entry (const guint8 *data, gsize at)
{
  return at + SC_ZIP_ENTRY_BYTES + (gsize) sc_zip_get_number (data + at + 28, 2)
         + (gsize) sc_zip_get_number (data + at + 30, 2)
         + (gsize) sc_zip_get_number (data + at + 32, 2);
}

/* libzip turns times into those of the time zone and back, which loses the hour that summer time
 * skips, and dates that are none. */
static void
keep_times (GBytes *before, guint8 *data, gsize size, const Fate *fates, guint n_entries)
{
  gsize old_size;
  const guint8 *old_data = g_bytes_get_data (before, &old_size);
  gsize old_at = sc_zip_find_list (old_data, old_size);
  gsize at = sc_zip_find_list (data, size);

  for (guint i = 0; i < n_entries; i++)
    {
      gsize local;

      if (old_at > old_size || !is_entry (old_data, old_size, old_at))
        return;
      if (fates[i] == REMOVED)
        {
          old_at = skip_entry (old_data, old_at);
          continue;
        }
      if (at > size || !is_entry (data, size, at))
        return;
      local = (gsize) sc_zip_get_number (data + at + 42, 4);
      if (fates[i] == KEPT)
        {
          memcpy (data + at + 12, old_data + old_at + 12, 4);
          if (local < size && size - local >= SC_ZIP_LOCAL_BYTES
              && memcmp (data + local, SC_ZIP_LOCAL, 4) == 0)
            memcpy (data + local + 10, old_data + old_at + 12, 4);
        }
      old_at = skip_entry (old_data, old_at);
      at = skip_entry (data, at);
    }
}

guint8 *
sc_zip_take_result (zip_source_t *source, gsize *size)
{
  zip_stat_t info;
  guint8 *data;
  gboolean whole;

  if (zip_source_stat (source, &info) != 0 || (info.valid & ZIP_STAT_SIZE) == 0
      || zip_source_open (source) != 0)
    return NULL;
  *size = info.size;
  data = g_try_malloc (info.size + 1);
  whole = data != NULL && zip_source_read (source, data, info.size) == (zip_int64_t) info.size;
  zip_source_close (source);
  if (!whole)
    g_clear_pointer (&data, g_free);
  return data;
}

/* Reads back what was written, before anybody relies on it. */
static gboolean
check_result (
    GBytes *result, const char *path, const ScZipChange *changes, guint n_changes, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (ScZip) zip = sc_zip_open_bytes (result, path, &reason);

  for (guint i = 0; zip != NULL && i < n_changes; i++)
    {
      int position = sc_zip_find (zip, changes[i].name);
      g_autoptr (GBytes) bytes
          = position >= 0 ? sc_zip_read (zip, (guint) position, &reason) : NULL;

      if (changes[i].bytes == NULL ? position >= 0
                                   : bytes == NULL || !g_bytes_equal (bytes, changes[i].bytes))
        {
          sc_zip_set_write_error (error, path, reason != NULL ? reason->message : changes[i].name);
          return FALSE;
        }
    }
  if (zip == NULL)
    g_propagate_error (error, g_steal_pointer (&reason));
  return zip != NULL;
}

static gboolean
change_all (zip_t *archive,
            const ScZip *zip,
            const char *path,
            const ScZipChange *changes,
            guint n_changes,
            Fate *fates,
            GError **error)
{
  for (guint i = 0; i < n_changes; i++)
    {
      int position = sc_zip_find (zip, changes[i].name);
      GBytes *bytes = changes[i].bytes;
      gboolean ok;

      if (position >= 0)
        fates[position] = bytes != NULL ? REPLACED : REMOVED;
      if (bytes == NULL)
        ok = position < 0 || zip_delete (archive, (guint) position) == 0;
      else if (position >= 0)
        ok = replace (archive, (guint) position, bytes);
      else
        ok = add (archive, changes[i].name, bytes);
      if (!ok)
        {
          sc_zip_set_write_error (error, path, zip_strerror (archive));
          return FALSE;
        }
    }
  return TRUE;
}

/* archive is closed in any case. */
static GBytes *
finish (zip_t *archive,
        zip_source_t *source,
        GBytes *before,
        const char *path,
        const Fate *fates,
        guint n_entries,
        GError **error)
{
  guint8 *data;
  gsize size;

  if (zip_close (archive) != 0)
    {
      sc_zip_set_write_error (error, path, zip_strerror (archive));
      zip_discard (archive);
      return NULL;
    }
  data = sc_zip_take_result (source, &size);
  if (data == NULL)
    {
      sc_zip_set_write_error (error, path, _ ("there is not enough memory"));
      return NULL;
    }
  keep_times (before, data, size, fates, n_entries);
  return g_bytes_new_take (data, size);
}

GBytes *
sc_zip_rewrite (GBytes *archive_bytes,
                const char *path,
                const ScZipChange *changes,
                guint n_changes,
                GError **error)
{
  g_autoptr (ScZip) zip = sc_zip_open_bytes (archive_bytes, path, error);
  g_autofree Fate *fates = NULL;
  g_autoptr (GBytes) result = NULL;
  zip_source_t *source;
  zip_t *archive;
  gsize size;
  const void *data;
  void *copy;

  if (zip == NULL)
    return NULL;
  if (n_changes == 0)
    return g_bytes_ref (archive_bytes);

  data = g_bytes_get_data (archive_bytes, &size);
  /* A copy that libzip may free: when only the end of an archive changes, libzip 1.7 takes the
   * beginning of a buffer for its own even where it was told not to. */
  copy = g_memdup2 (data, size);
  source = zip_source_buffer_create (copy, size, 1, NULL);
  if (source == NULL)
    g_free (copy);
  archive = source != NULL ? zip_open_from_source (source, 0, NULL) : NULL;
  if (archive == NULL)
    {
      zip_source_free (source);
      sc_zip_set_write_error (error, path, _ ("there is not enough memory"));
      return NULL;
    }
  /* Closing the archive gives up its reference on the source, which then holds the result. */
  zip_source_keep (source);
  fates = g_new0 (Fate, sc_zip_count (zip));
  if (change_all (archive, zip, path, changes, n_changes, fates, error))
    result = finish (archive, source, archive_bytes, path, fates, sc_zip_count (zip), error);
  else
    zip_discard (archive);
  zip_source_free (source);
  if (result == NULL || !check_result (result, path, changes, n_changes, error))
    return NULL;
  return g_steal_pointer (&result);
}
