/* raw-zip.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "raw-zip.h"

#include <gio/gio.h>
#include <string.h>
#include <zlib.h>

#include "hostile.h"

RawZip *
raw_zip_new (void)
{
  RawZip *self = g_new0 (RawZip, 1);

  self->entries = g_byte_array_new ();
  self->list = g_byte_array_new ();
  return self;
}

static void
put (GByteArray *array, guint number, guint n_bytes)
{
  for (; n_bytes > 0; n_bytes--, number >>= 8)
    g_byte_array_append (array, &(guint8){ (guint8) number }, 1);
}

static void
put_bytes (GByteArray *array, const void *bytes, gsize size)
{
  g_byte_array_append (array, bytes, (guint) size);
}

/* Without the frame of zlib. */
static GByteArray *
deflate_all (const char *text, gsize size)
{
  z_stream stream = { NULL };
  GByteArray *packed = g_byte_array_new ();

  g_assert_cmpint (deflateInit2 (&stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY), ==, Z_OK);
  g_byte_array_set_size (packed, (guint) deflateBound (&stream, size));
  stream.next_in = (Bytef *) text;
  stream.avail_in = (uInt) size;
  stream.next_out = packed->data;
  stream.avail_out = packed->len;
  g_assert_cmpint (deflate (&stream, Z_FINISH), ==, Z_STREAM_END);
  g_byte_array_set_size (packed, (guint) stream.total_out);
  deflateEnd (&stream);
  return packed;
}

/* What an entry and its line in the list have in common. */
static void
put_common (
    GByteArray *array, const RawEntry *entry, guint checksum, guint packed, guint size, gsize name)
{
  put (array, 20, 2);
  put (array, entry->flags, 2);
  put (array, entry->method != 0 ? entry->method : entry->deflated ? 8 : 0, 2);
  put (array, 0, 2);
  put (array, 0x21, 2);
  put (array, checksum + entry->checksum_error, 4);
  put (array, packed, 4);
  put (array, size, 4);
  put (array, (guint) name, 2);
  put (array, 0, 2);
}

void
raw_zip_add (RawZip *self, const RawEntry *entry)
{
  const char *text = entry->text != NULL ? entry->text : "";
  const gsize size = entry->size != 0 ? entry->size : strlen (text);
  const gsize name_length = entry->name_length != 0 ? entry->name_length : strlen (entry->name);
  const char *said_name = entry->said_name != NULL ? entry->said_name : entry->name;
  const gsize said_length = entry->said_name != NULL ? strlen (said_name) : name_length;
  const guint checksum = (guint) crc32 (0, (const Bytef *) text, (uInt) size);
  g_autoptr (GByteArray) packed = entry->deflated ? deflate_all (text, size) : g_byte_array_new ();
  static guint last_start;
  const guint start = entry->at_last ? last_start : self->entries->len;

  if (!entry->deflated)
    put_bytes (packed, text, size);
  if (!entry->at_last)
    {
      put_bytes (self->entries, "PK\3\4", 4);
      put_common (self->entries, entry, checksum, packed->len, (guint) size, name_length);
      put_bytes (self->entries, entry->name, name_length);
      put_bytes (self->entries, packed->data, packed->len);
    }
  put_bytes (self->list, "PK\1\2", 4);
  put (self->list, 0x0314, 2);
  put_common (self->list, entry, checksum,
              entry->said_packed != 0 ? entry->said_packed : packed->len,
              entry->said_size != 0 ? entry->said_size : (guint) size, said_length);
  put (self->list, 0, 2);
  put (self->list, 0, 2);
  put (self->list, 0, 2);
  put (self->list, entry->mode << 16, 4);
  put (self->list, start, 4);
  put_bytes (self->list, said_name, said_length);
  last_start = start;
  self->n++;
}

void
raw_zip_add_all (RawZip *self, const RawEntry *entries)
{
  for (; entries->name != NULL; entries++)
    raw_zip_add (self, entries);
}

void
raw_zip_finish (
    RawZip *self, const char *folder, const char *name, const char *comment, guint said_n)
{
  GByteArray *all = self->entries;
  const guint start = all->len;
  const guint n = said_n != 0 ? said_n : self->n;

  put_bytes (all, self->list->data, self->list->len);
  put_bytes (all, "PK\5\6", 4);
  put (all, 0, 4);
  put (all, n, 2);
  put (all, n, 2);
  put (all, self->list->len, 4);
  put (all, start, 4);
  put (all, comment != NULL ? (guint) strlen (comment) : 0, 2);
  if (comment != NULL)
    put_bytes (all, comment, strlen (comment));
  hostile_write (folder, name, all->data, all->len);
  g_byte_array_unref (self->entries);
  g_byte_array_unref (self->list);
  g_free (self);
}
