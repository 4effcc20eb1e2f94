/* test-zip.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-zip.h"

#include <glib/gstdio.h>
#include <string.h>
#include <zip.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("stagecraft-zip-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "solution.zip", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_remove (self->path);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

/* Writes an archive with those entries; every one holds content. */
static void
make_zip (const char *path, const char *const *names, const void *content, gsize size)
{
  zip_t *archive = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, NULL);

  g_assert_nonnull (archive);
  for (guint i = 0; names[i] != NULL; i++)
    {
      zip_source_t *source = zip_source_buffer (archive, content, size, 0);

      g_assert_cmpint (zip_file_add (archive, names[i], source, ZIP_FL_ENC_UTF_8), >=, 0);
    }
  g_assert_cmpint (zip_close (archive), ==, 0);
}

/* Overwrites every occurrence of a text in a file with another one of the same length. */
static void
patch (const char *path, const char *from, const char *to)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  for (gsize i = 0; i + strlen (from) <= length; i++)
    {
      if (memcmp (content + i, from, strlen (from)) == 0)
        memcpy (content + i, to, strlen (to));
    }
  g_assert_true (g_file_set_contents (path, content, length, NULL));
}

/* Replacing a file that is there would wait for the disk. */
static void
put_contents (const char *path, const char *content, gsize length)
{
  g_unlink (path);
  g_assert_true (g_file_set_contents (path, content, length, NULL));
}

static void
assert_refused (const char *path, ScFileError code, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScZip) zip = sc_zip_open (path, &error);

  g_assert_null (zip);
  g_assert_error (error, SC_FILE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, path));
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” is not in: %s", part, error->message);
}

static void
test_read (Fixture *self, gconstpointer data)
{
  const char *names[] = { "solution.xml", "Workflows\\Ä.xaml", "empty/", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScZip) zip = NULL;
  g_autoptr (GBytes) bytes = NULL;

  make_zip (self->path, names, "<x/>", 4);
  zip = sc_zip_open (self->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sc_zip_count (zip), ==, 3);
  g_assert_cmpstr (sc_zip_get_name (zip, 1), ==, "Workflows/Ä.xaml");
  g_assert_cmpint (sc_zip_find (zip, "workflows/ä.XAML"), ==, 1);
  g_assert_cmpint (sc_zip_find (zip, "Solution.xml"), ==, 0);
  g_assert_cmpint (sc_zip_find (zip, "customizations.xml"), ==, -1);
  bytes = sc_zip_read (zip, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "<x/>", 4);
}

static void
test_unsafe_names (Fixture *self, gconstpointer data)
{
  const char *names[]
      = { "../evil", "a/../../evil", "/etc/evil", "..\\evil", "C:\\evil", "a/..", "\\evil" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *entries[] = { "solution.xml", names[i], NULL };

      make_zip (self->path, entries, "x", 1);
      assert_refused (self->path, SC_FILE_ERROR_UNSAFE, "outside");
    }
}

static void
test_two_of_one_name (Fixture *self, gconstpointer data)
{
  const char *names[] = { "solution.xml", "solution.xmm", NULL };
  const char *case_only[] = { "solution.xml", "Solution.xml", NULL };

  make_zip (self->path, names, "x", 1);
  patch (self->path, "solution.xmm", "solution.xml");
  assert_refused (self->path, SC_FILE_ERROR_UNSAFE, "two entries");
  make_zip (self->path, case_only, "x", 1);
  assert_refused (self->path, SC_FILE_ERROR_UNSAFE, "two entries");
}

static void
test_bomb (Fixture *self, gconstpointer data)
{
  const char *names[] = { "customizations.xml", NULL };
  gsize size = 40 * 1000 * 1000;
  g_autofree char *zeros = g_malloc0 (size);
  g_autoptr (ScZip) small = NULL;

  make_zip (self->path, names, zeros, size);
  assert_refused (self->path, SC_FILE_ERROR_UNSAFE, "300");
  /* A small one does no harm. */
  make_zip (self->path, names, zeros, 1000 * 1000);
  small = sc_zip_open (self->path, NULL);
  g_assert_nonnull (small);
}

/* The directory says less, or more, than what is unpacked. */
static void
test_lying_size (Fixture *self, gconstpointer data)
{
  const char *names[] = { "a", NULL };
  const char *text = "0123456789";
  const char *sizes[] = { "\x05", "\x7f" };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ScZip) zip = NULL;
      g_autofree char *content = NULL;
      gsize length;
      char *directory;

      make_zip (self->path, names, text, 10);
      g_assert_true (g_file_get_contents (self->path, &content, &length, NULL));
      directory = content + length - 4;
      while (memcmp (directory, "PK\1\2", 4) != 0)
        directory--;
      directory[24] = sizes[i][0]; /* uncompressed size */
      put_contents (self->path, content, length);
      zip = sc_zip_open (self->path, &error);
      if (zip != NULL)
        g_assert_null (sc_zip_read (zip, 0, &error));
      g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_MALFORMED);
    }
}

static void
test_damaged (Fixture *self, gconstpointer data)
{
  const char *names[] = { "customizations.xml", "solution.xml", NULL };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *content = NULL;
  gsize length;

  for (int i = 0; i < 1000; i++)
    g_string_append_printf (text, "<a%d/>", i * 7919);
  make_zip (self->path, names, text->str, text->len);
  g_assert_true (g_file_get_contents (self->path, &content, &length, NULL));

  for (gsize cut = 4; cut < length; cut += 97)
    {
      put_contents (self->path, content, cut);
      assert_refused (self->path, SC_FILE_ERROR_MALFORMED, "damaged");
    }
  for (gsize at = 0; at < length; at += 31)
    {
      g_autofree char *bad = g_memdup2 (content, length);
      g_autoptr (ScZip) zip = NULL;

      bad[at] ^= 0x55;
      put_contents (self->path, bad, length);
      zip = sc_zip_open (self->path, NULL);
      for (guint i = 0; zip != NULL && i < sc_zip_count (zip); i++)
        {
          g_autoptr (GBytes) bytes = sc_zip_read (zip, i, NULL);

          if (bytes != NULL)
            g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text->str,
                             text->len);
        }
    }
}

/* The list of entries says that it is far longer than any could be. */
static void
test_huge_directory (Fixture *self, gconstpointer data)
{
  static const guint8 end[22]
      = { 'P', 'K', 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0x10, 0, 0, 0, 0, 0, 0 };
  static const guint8 end64[56 + 20 + 22] = {
    [0] = 'P',   [1] = 'K',   [2] = 6,     [3] = 6,     [4] = 44,    [24] = 0xff,
    [25] = 0xff, [32] = 0xff, [33] = 0xff, [34] = 0xff, [36] = 1,    [40] = 46,
    [56] = 'P',  [57] = 'K',  [58] = 6,    [59] = 7,    [64] = 4,    [72] = 1,
    [76] = 'P',  [77] = 'K',  [78] = 5,    [79] = 6,    [84] = 0xff, [85] = 0xff,
    [86] = 0xff, [87] = 0xff, [88] = 0xff, [89] = 0xff, [90] = 0xff, [91] = 0xff,
  };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) "PK\3\4", 4);
  g_byte_array_append (bytes, end, sizeof end);
  g_assert_true (g_file_set_contents (self->path, (const char *) bytes->data, bytes->len, NULL));
  assert_refused (self->path, SC_FILE_ERROR_TOO_LARGE, "50000");
  g_byte_array_set_size (bytes, 4);
  g_byte_array_append (bytes, end64, sizeof end64);
  g_assert_true (g_file_set_contents (self->path, (const char *) bytes->data, bytes->len, NULL));
  assert_refused (self->path, SC_FILE_ERROR_TOO_LARGE, "50000");
}

static void
test_not_a_zip (Fixture *self, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (self->folder, "missing.zip", NULL);

  assert_refused (missing, SC_FILE_ERROR_READ, "There is no file");
  assert_refused (self->folder, SC_FILE_ERROR_READ, "is a folder");
  g_assert_true (g_file_set_contents (self->path, "", 0, NULL));
  assert_refused (self->path, SC_FILE_ERROR_MALFORMED, "not a zip");
  g_assert_true (g_file_set_contents (self->path, "<Activity/>", -1, NULL));
  assert_refused (self->path, SC_FILE_ERROR_MALFORMED, "not a zip");
}

static void
test_too_many (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i <= SC_ZIP_MAX_ENTRIES; i++)
    g_ptr_array_add (names, g_strdup_printf ("%d", i));
  g_ptr_array_add (names, NULL);
  make_zip (self->path, (const char *const *) names->pdata, "", 0);
  assert_refused (self->path, SC_FILE_ERROR_TOO_LARGE, "50000");
}

/* Of the entry at that position, as the list of entries has them: a date that is none, which must
 * survive as well. */
static void
set_time (const char *path, guint position, guint8 byte)
{
  g_autofree char *content = NULL;
  gsize length;
  char *record;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  record = content + length - 22;
  while (memcmp (record, "PK\5\6", 4) != 0)
    record--;
  while (memcmp (record, "PK\1\2", 4) != 0 || position-- > 0)
    record--;
  memset (record + 12, byte, 4);
  put_contents (path, content, length);
}

/* The packed bytes and the time of an entry. */
static char *
describe (const char *path, const char *name)
{
  zip_t *archive = zip_open (path, ZIP_RDONLY, NULL);
  GString *text = g_string_new (NULL);
  zip_file_t *file;
  zip_uint32_t length;
  zip_stat_t info;
  char byte;

  g_assert_nonnull (archive);
  g_assert_cmpint (zip_stat (archive, name, 0, &info), ==, 0);
  g_string_append_printf (text, "%" G_GUINT64_FORMAT " %ld %d %s", (guint64) info.index,
                          (long) info.mtime, info.comp_method,
                          zip_file_get_comment (archive, info.index, &length, 0));
  file = zip_fopen_index (archive, info.index, ZIP_FL_COMPRESSED);
  while (zip_fread (file, &byte, 1) == 1)
    g_string_append_printf (text, " %02x", (guint8) byte);
  zip_fclose (file);
  zip_discard (archive);
  return g_string_free (text, FALSE);
}

/* An archive that is not as plain as they mostly are. */
static void
make_odd_zip (const char *path)
{
  const char *names[] = { "z.xml", "Workflows\\Ä.xaml", "empty/", "b/logo", "a.xml", NULL };
  zip_t *archive;

  make_zip (path, names, "<x/><x/><x/><x/>", 16);
  archive = zip_open (path, 0, NULL);
  g_assert_cmpint (zip_set_file_compression (archive, 3, ZIP_CM_STORE, 0), ==, 0);
  g_assert_cmpint (zip_file_set_comment (archive, 0, "first", 5, 0), ==, 0);
  g_assert_cmpint (zip_set_archive_comment (archive, "all", 3), ==, 0);
  g_assert_cmpint (zip_close (archive), ==, 0);
}

static GBytes *
rewrite (Fixture *self, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScZip) zip = sc_zip_open (self->path, &error);
  g_autoptr (GBytes) bytes = text != NULL ? g_bytes_new (text, strlen (text)) : NULL;
  const ScZipChange change = { name, bytes };
  GBytes *result;

  g_assert_no_error (error);
  result = sc_zip_rewrite (sc_zip_get_bytes (zip), self->path, &change, 1, &error);
  g_assert_no_error (error);
  return result;
}

static void
test_rewrite (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "z.xml", "Workflows\\Ä.xaml", "empty/", "b/logo", "a.xml" };

  make_odd_zip (self->path);
  for (guint i = 0; i < 5; i++)
    set_time (self->path, i, 0x11 * (i + 1));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *slashes = g_strdelimit (g_strdup (names[i]), "\\", '/');
      g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GBytes) result = NULL;
      g_autoptr (ScZip) zip = NULL;
      g_autoptr (GBytes) content = NULL;

      if (i == 2)
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        g_ptr_array_add (before, describe (self->path, names[j]));
      result = rewrite (self, slashes, i == 4 ? "" : "something else");
      put_contents (self->path, g_bytes_get_data (result, NULL), g_bytes_get_size (result));
      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        {
          g_autofree char *after = describe (self->path, names[j]);

          if (i != j)
            g_assert_cmpstr (after, ==, g_ptr_array_index (before, j));
        }
      zip = sc_zip_open (self->path, NULL);
      g_assert_cmpint (sc_zip_find (zip, slashes), ==, i);
      content = sc_zip_read (zip, i, NULL);
      g_assert_cmpuint (g_bytes_get_size (content), ==, i == 4 ? 0 : strlen ("something else"));
    }
}

/* What was stored stays so; the comment of the whole archive is kept. */
static void
test_rewrite_manner (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) result = NULL;
  g_autofree char *stored = NULL;
  zip_t *archive;
  int length;

  make_odd_zip (self->path);
  result = rewrite (self, "B/LOGO", "0");
  put_contents (self->path, g_bytes_get_data (result, NULL), g_bytes_get_size (result));
  stored = describe (self->path, "b/logo");
  g_assert_nonnull (strstr (stored, " 30"));
  archive = zip_open (self->path, ZIP_RDONLY, NULL);
  g_assert_cmpstr (zip_get_archive_comment (archive, &length, 0), ==, "all");
  zip_discard (archive);
}

static void
test_rewrite_nothing (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScZip) zip = NULL;
  g_autoptr (GBytes) same = NULL;

  make_odd_zip (self->path);
  zip = sc_zip_open (self->path, NULL);
  same = sc_zip_rewrite (sc_zip_get_bytes (zip), self->path, NULL, 0, &error);
  g_assert_no_error (error);
  g_assert_true (same == sc_zip_get_bytes (zip));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/zip/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("read", test_read);
  ADD ("unsafe-names", test_unsafe_names);
  ADD ("two-of-one-name", test_two_of_one_name);
  ADD ("bomb", test_bomb);
  ADD ("lying-size", test_lying_size);
  ADD ("damaged", test_damaged);
  ADD ("huge-directory", test_huge_directory);
  ADD ("not-a-zip", test_not_a_zip);
  ADD ("too-many", test_too_many);
  ADD ("rewrite", test_rewrite);
  ADD ("rewrite-manner", test_rewrite_manner);
  ADD ("rewrite-nothing", test_rewrite_nothing);
  return g_test_run ();
}
