/* sc-zip-list.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-zip-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

/* Of the list of entries, which libzip takes in whole: room for SC_ZIP_MAX_ENTRIES names of 600
 * bytes. */
#define MAX_DIRECTORY_BYTES (32 * 1024 * 1024)

/* Records at the end of an archive (PKWARE's APPNOTE, 4.3.14 to 4.3.16), and the field of an entry
 * that takes over where 32 bits are too few (4.5.3). */
#define MAX_COMMENT_BYTES   65535
#define ZIP64_RECORD        "PK\6\6"
#define ZIP64_RECORD_BYTES  56
#define ZIP64_LOCATOR       "PK\6\7"
#define ZIP64_LOCATOR_BYTES 20
#define ZIP64_FIELD         1

guint64
sc_zip_get_number (const guint8 *bytes, guint n_bytes)
{
  guint64 number = 0;

  while (n_bytes-- > 0)
    number = number << 8 | bytes[n_bytes];
  return number;
}

/* How long the list of entries is, if there is one of the records at position that say so. */
static guint64
get_directory_size (const guint8 *data, gsize size, gsize position)
{
  const guint8 *bytes = data + position;
  gsize left = size - position;
  const guint8 *record;
  guint64 offset;

  if (left >= SC_ZIP_END_BYTES && memcmp (bytes, SC_ZIP_END, 4) == 0)
    {
      guint64 directory_size = sc_zip_get_number (bytes + 12, 4);
      return directory_size != G_MAXUINT32 ? directory_size : 0;
    }
  if (left < ZIP64_LOCATOR_BYTES || memcmp (bytes, ZIP64_LOCATOR, 4) != 0)
    return 0;
  offset = sc_zip_get_number (bytes + 8, 8);
  if (size < ZIP64_RECORD_BYTES || offset > size - ZIP64_RECORD_BYTES)
    return 0;
  record = data + offset;
  /* The number of entries is taken at its word as well, and each one takes 46 bytes. */
  return MAX (sc_zip_get_number (record + 40, 8),
              MIN (sc_zip_get_number (record + 32, 8), G_MAXUINT32) * SC_ZIP_ENTRY_BYTES);
}

gboolean
sc_zip_check_archive (GBytes *archive, const char *name, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (archive, &size);
  gsize tail = MIN (size, MAX_COMMENT_BYTES + SC_ZIP_END_BYTES + ZIP64_LOCATOR_BYTES);

  if (size < 4 || (memcmp (data, SC_ZIP_LOCAL, 4) != 0 && memcmp (data, SC_ZIP_END, 4) != 0))
    {
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_MALFORMED, _ ("“%s” is not a zip archive."),
                   name);
      return FALSE;
    }
  for (gsize i = size - tail; i < size; i++)
    {
      if (data[i] == 'P' && get_directory_size (data, size, i) > MAX_DIRECTORY_BYTES)
        {
          g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_TOO_LARGE,
                       _ ("“%s” has more than %d entries, the most that Stagecraft reads."), name,
                       SC_ZIP_MAX_ENTRIES);
          return FALSE;
        }
    }
  return TRUE;
}

gsize
sc_zip_find_list (const guint8 *data, gsize size)
{
  for (gsize left = SC_ZIP_END_BYTES; left <= MIN (size, SC_ZIP_END_BYTES + MAX_COMMENT_BYTES);
       left++)
    {
      const guint8 *record = data + size - left;
      guint64 start;

      if (memcmp (record, SC_ZIP_END, 4) != 0
          || sc_zip_get_number (record + 20, 2) + SC_ZIP_END_BYTES != left)
        continue;
      start = sc_zip_get_number (record + 16, 4);
      if (start == G_MAXUINT32 && size - left >= ZIP64_LOCATOR_BYTES
          && memcmp (record - ZIP64_LOCATOR_BYTES, ZIP64_LOCATOR, 4) == 0)
        {
          start = sc_zip_get_number (record - ZIP64_LOCATOR_BYTES + 8, 8);
          if (size < ZIP64_RECORD_BYTES || start > size - ZIP64_RECORD_BYTES
              || memcmp (data + start, ZIP64_RECORD, 4) != 0)
            return size;
          start = sc_zip_get_number (data + start + 48, 8);
        }
      return (gsize) MIN (start, size);
    }
  return size;
}

/* What the list says of an entry. */
typedef struct
{
  const guint8 *name;
  gsize name_length;
  guint64 packed, unpacked, start;
  gsize length; /* of what the list has of it */
} Listed;

/* Numbers that do not fit stand in a field beside the entry, in the order of the others. */
static gboolean
read_wide_numbers (Listed *self, const guint8 *fields, gsize length)
{
  guint64 *numbers[] = { &self->unpacked, &self->packed, &self->start };

  while (length >= 4)
    {
      const gsize field_length = (gsize) sc_zip_get_number (fields + 2, 2);
      const gboolean found = sc_zip_get_number (fields, 2) == ZIP64_FIELD;
      gsize at = 4;

      if (field_length > length - 4)
        return FALSE;
      for (guint i = 0; found && i < G_N_ELEMENTS (numbers); i++)
        {
          if (*numbers[i] != G_MAXUINT32)
            continue;
          if (at + 8 > 4 + field_length)
            return FALSE;
          *numbers[i] = sc_zip_get_number (fields + at, 8);
          at += 8;
        }
      if (found)
        return TRUE;
      fields += 4 + field_length;
      length -= 4 + field_length;
    }
  return self->packed != G_MAXUINT32 && self->unpacked != G_MAXUINT32 && self->start != G_MAXUINT32;
}

static gboolean
read_listed (Listed *self, const guint8 *data, gsize size, gsize at)
{
  const guint8 *record = data + at;
  gsize fields;

  if (at > size || size - at < SC_ZIP_ENTRY_BYTES || memcmp (record, SC_ZIP_ENTRY, 4) != 0)
    return FALSE;
  self->packed = sc_zip_get_number (record + 20, 4);
  self->unpacked = sc_zip_get_number (record + 24, 4);
  self->start = sc_zip_get_number (record + 42, 4);
  self->name = record + SC_ZIP_ENTRY_BYTES;
  self->name_length = (gsize) sc_zip_get_number (record + 28, 2);
  fields = (gsize) sc_zip_get_number (record + 30, 2);
  self->length = SC_ZIP_ENTRY_BYTES + self->name_length + fields
                 + (gsize) sc_zip_get_number (record + 32, 2);
  if (self->length > size - at)
    return FALSE;
  return (self->packed != G_MAXUINT32 && self->unpacked != G_MAXUINT32
          && self->start != G_MAXUINT32)
         || read_wide_numbers (self, self->name + self->name_length, fields);
}

/* The bytes of an entry: where it begins, and the first one behind it. */
typedef struct
{
  guint64 start, end;
} Extent;

static int
compare_extents (gconstpointer a, gconstpointer b)
{
  const Extent *first = a;
  const Extent *second = b;

  return first->start < second->start ? -1 : first->start > second->start;
}

/* The entry itself, which repeats its name; FALSE when it is not there or has another one. */
static gboolean
read_extent (Extent *extent, const Listed *listed, const guint8 *data, gsize size)
{
  const guint8 *local = data + listed->start;
  gsize left;

  if (listed->start > size || size - listed->start < SC_ZIP_LOCAL_BYTES
      || memcmp (local, SC_ZIP_LOCAL, 4) != 0)
    return FALSE;
  left = size - (gsize) listed->start - SC_ZIP_LOCAL_BYTES;
  if (sc_zip_get_number (local + 26, 2) != listed->name_length || left < listed->name_length
      || memcmp (local + SC_ZIP_LOCAL_BYTES, listed->name, listed->name_length) != 0)
    return FALSE;
  extent->start = listed->start;
  left -= listed->name_length;
  if (listed->packed > left || sc_zip_get_number (local + 28, 2) > left - listed->packed)
    return FALSE;
  extent->end = size - left + sc_zip_get_number (local + 28, 2) + listed->packed;
  return TRUE;
}

/* Whether libzip has read the same out of the list. */
static gboolean
agrees (zip_t *archive, guint position, const Listed *listed)
{
  const char *name = zip_get_name (archive, position, ZIP_FL_ENC_RAW);
  zip_stat_t info;

  return name != NULL && strlen (name) == listed->name_length
         && memcmp (name, listed->name, listed->name_length) == 0
         && zip_stat_index (archive, position, 0, &info) == 0 && info.size == listed->unpacked
         && info.comp_size == listed->packed;
}

/* A link, a device, or anything else but a file or folder. */
static gboolean
is_special (zip_t *archive, guint position)
{
  zip_uint8_t system;
  zip_uint32_t attributes;
  mode_t kind;

  if (zip_file_get_external_attributes (archive, position, 0, &system, &attributes) != 0
      || (system != ZIP_OPSYS_UNIX && system != ZIP_OPSYS_OS_X))
    return FALSE;
  kind = attributes >> 16 & S_IFMT;
  return kind != 0 && kind != S_IFREG && kind != S_IFDIR;
}

static gboolean
check_overlaps (GArray *extents, const char *name, GError **error)
{
  g_array_sort (extents, compare_extents);
  for (guint i = 1; i < extents->len; i++)
    if (g_array_index (extents, Extent, i).start < g_array_index (extents, Extent, i - 1).end)
      {
        g_set_error (
            error, SC_FILE_ERROR, SC_FILE_ERROR_UNSAFE,
            _ ("“%s” is not read: several of its entries are made of the same bytes, as in "
               "archives that are made to do harm."),
            name);
        return FALSE;
      }
  return TRUE;
}

gboolean
sc_zip_check_list (zip_t *archive, GBytes *bytes, const char *name, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gsize at = sc_zip_find_list (data, size);
  const guint n = (guint) zip_get_num_entries (archive, 0);
  g_autoptr (GArray) extents = g_array_sized_new (FALSE, FALSE, sizeof (Extent), n);

  for (guint i = 0; i < n; i++)
    {
      Listed listed;
      Extent extent;

      if (!read_listed (&listed, data, size, at) || !agrees (archive, i, &listed)
          || !read_extent (&extent, &listed, data, size))
        {
          g_set_error (
              error, SC_FILE_ERROR, SC_FILE_ERROR_MALFORMED,
              _ ("“%s” is damaged: its list of entries does not say what is in it. Download "
                 "or export it again."),
              name);
          return FALSE;
        }
      if (is_special (archive, i))
        {
          g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSAFE,
                       _ ("“%s” is not read: it has a link or a device in it. It was not made by "
                          "Dataverse."),
                       name);
          return FALSE;
        }
      g_array_append_val (extents, extent);
      at += listed.length;
    }
  return check_overlaps (extents, name, error);
}
