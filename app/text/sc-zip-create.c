/* sc-zip-create.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-zip-private.h"

#include <glib/gi18n-lib.h>

static gboolean
add_entries (zip_t *archive, const ScZipChange *entries, guint n_entries)
{
  for (guint i = 0; i < n_entries; i++)
    {
      gsize size;
      const void *data = g_bytes_get_data (entries[i].bytes, &size);
      zip_source_t *source = zip_source_buffer (archive, data, size, 0);

      if (source == NULL || zip_file_add (archive, entries[i].name, source, ZIP_FL_ENC_UTF_8) < 0)
        {
          zip_source_free (source);
          return FALSE;
        }
    }
  return TRUE;
}

GBytes *
sc_zip_create (const char *path, const ScZipChange *entries, guint n_entries, GError **error)
{
  zip_source_t *source = zip_source_buffer_create (NULL, 0, 0, NULL);
  zip_t *archive
      = source != NULL ? zip_open_from_source (source, ZIP_CREATE | ZIP_TRUNCATE, NULL) : NULL;
  guint8 *data = NULL;
  gsize size = 0;

  if (archive == NULL)
    {
      zip_source_free (source);
      sc_zip_set_write_error (error, path, _ ("there is not enough memory"));
      return NULL;
    }
  /* Closing the archive gives up its reference on the source, which then holds the result. */
  zip_source_keep (source);
  if (!add_entries (archive, entries, n_entries) || zip_close (archive) != 0)
    {
      sc_zip_set_write_error (error, path, zip_strerror (archive));
      zip_discard (archive);
    }
  else
    {
      data = sc_zip_take_result (source, &size);
      if (data == NULL)
        sc_zip_set_write_error (error, path, _ ("there is not enough memory"));
    }
  zip_source_free (source);
  return data != NULL ? g_bytes_new_take (data, size) : NULL;
}
