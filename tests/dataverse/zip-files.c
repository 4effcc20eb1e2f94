/* zip-files.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "zip-files.h"

#include <gio/gio.h>
#include <string.h>
#include <zip.h>

static void
free_entry (gpointer data)
{
  ZipEntry *entry = data;

  g_free (entry->name);
  g_free (entry->header);
  g_bytes_unref (entry->packed);
  g_bytes_unref (entry->content);
  g_free (entry);
}

static guint
get_number (const char *data, guint n_bytes)
{
  guint number = 0;

  while (n_bytes-- > 0)
    number = number << 8 | (guint8) data[n_bytes];
  return number;
}

static GBytes *
inflate (GBytes *packed, guint method)
{
  g_autoptr (GConverter) converter = NULL;
  g_autoptr (GInputStream) input = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();

  if (method == 0)
    return g_bytes_ref (packed);
  g_assert_cmpuint (method, ==, 8);
  converter = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW));
  input = g_memory_input_stream_new_from_bytes (packed);
  stream = g_converter_input_stream_new (input, converter);
  g_assert_cmpint (
      g_output_stream_splice (output, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL), >=,
      0);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (output));
}

/* What the record says but which version of the format it needs, whether sizes stand behind the
 * data (which a writer may move to the front), and where the data is. */
static char *
describe_header (const char *record, gsize length)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      guint byte = (guint8) record[i];

      if ((i >= 4 && i < 8) || (i >= 42 && i < 46))
        continue;
      g_string_append_printf (text, "%02x", i == 8 ? byte & ~8u : byte);
    }
  return g_string_free (text, FALSE);
}

/* The number of bytes that the record takes. */
static gsize
add_entry (GPtrArray *entries, const char *data, gsize at)
{
  const char *record = data + at;
  guint name_length = get_number (record + 28, 2);
  gsize length = 46 + name_length + get_number (record + 30, 2) + get_number (record + 32, 2);
  const char *local = data + get_number (record + 42, 4);
  ZipEntry *entry = g_new (ZipEntry, 1);

  g_assert_cmpmem (record, 4, "PK\1\2", 4);
  g_assert_cmpmem (local, 4, "PK\3\4", 4);
  g_assert_cmpmem (local + 30, get_number (local + 26, 2), record + 46, name_length);
  g_assert_cmpmem (local + 10, 4, record + 12, 4);
  entry->name = g_strndup (record + 46, name_length);
  entry->header = describe_header (record, length);
  entry->packed = g_bytes_new (local + 30 + get_number (local + 26, 2) + get_number (local + 28, 2),
                               get_number (record + 20, 4));
  entry->content = inflate (entry->packed, get_number (record + 10, 2));
  g_assert_cmpuint (g_bytes_get_size (entry->content), ==, get_number (record + 24, 4));
  g_ptr_array_add (entries, entry);
  return length;
}

GPtrArray *
zip_files_list (const char *path)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (free_entry);
  g_autofree char *data = NULL;
  gsize size, end, at;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  for (end = size - 22; memcmp (data + end, "PK\5\6", 4) != 0; end--)
    g_assert_cmpuint (end, >, 0);
  at = get_number (data + end + 16, 4);
  for (guint i = get_number (data + end + 10, 2); i > 0; i--)
    at += add_entry (entries, data, at);
  g_assert_cmpuint (at, ==, end);
  return entries;
}

static const ZipEntry *
find_entry (GPtrArray *entries, const char *name)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const ZipEntry *entry = g_ptr_array_index (entries, i);

      if (g_str_equal (entry->name, name))
        return entry;
    }
  return NULL;
}

static gboolean
is_same (const ZipEntry *a, const ZipEntry *b)
{
  return g_str_equal (a->header, b->header) && g_bytes_equal (a->packed, b->packed);
}

/* The order of those that both have is the same. */
static void
assert_order (GPtrArray *before, GPtrArray *after)
{
  guint i = 0;

  for (guint j = 0; j < after->len; j++)
    {
      const ZipEntry *entry = g_ptr_array_index (after, j);

      if (find_entry (before, entry->name) == NULL)
        continue;
      while (find_entry (after, ((ZipEntry *) g_ptr_array_index (before, i))->name) == NULL)
        i++;
      g_assert_cmpstr (entry->name, ==, ((ZipEntry *) g_ptr_array_index (before, i))->name);
      i++;
    }
}

void
zip_files_assert_changed (GPtrArray *before, const char *path, const char *expected)
{
  g_autoptr (GPtrArray) after = zip_files_list (path);
  g_autoptr (GString) changed = g_string_new (NULL);

  for (guint i = 0; i < before->len; i++)
    {
      const ZipEntry *old = g_ptr_array_index (before, i);
      const ZipEntry *new = find_entry (after, old->name);

      if (new == NULL || !is_same (old, new))
        g_string_append_printf (changed, "%s%s%s", changed->len > 0 ? "," : "",
                                new == NULL ? "-" : "", old->name);
    }
  for (guint i = 0; i < after->len; i++)
    {
      const ZipEntry *new = g_ptr_array_index (after, i);

      if (find_entry (before, new->name) == NULL)
        g_string_append_printf (changed, "%s+%s", changed->len > 0 ? "," : "", new->name);
    }
  g_assert_cmpstr (changed->str, ==, expected);
  assert_order (before, after);
}

char *
zip_files_read (const char *path, const char *name)
{
  g_autoptr (GPtrArray) entries = zip_files_list (path);
  const ZipEntry *entry = find_entry (entries, name);

  g_assert_nonnull (entry);
  return g_strndup (g_bytes_get_data (entry->content, NULL), g_bytes_get_size (entry->content));
}

void
zip_files_replace (const char *path, const char *name, const char *from, const char *to)
{
  g_autofree char *text = zip_files_read (path, name);
  char *place = strstr (text, from);
  zip_t *archive = zip_open (path, 0, NULL);
  zip_source_t *source;

  g_assert_nonnull (place);
  g_assert_null (strstr (place + 1, from));
  g_assert_cmpuint (strlen (from), ==, strlen (to));
  memcpy (place, to, strlen (to));
  source = zip_source_buffer (archive, text, strlen (text), 0);
  g_assert_cmpint (zip_file_replace (archive, zip_name_locate (archive, name, 0), source, 0), ==,
                   0);
  g_assert_cmpint (zip_close (archive), ==, 0);
}
