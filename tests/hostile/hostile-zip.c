/* hostile-zip.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hostile.h"

#include <string.h>
#include <sys/stat.h>

#include "package-files.h"
#include "package-parts.h"
#include "raw-zip.h"
#include "sc-package-create.h"

#define ZIP "solution.zip"

static const RawEntry rest[]
    = { { "solution.xml", "<a/>" }, { "customizations.xml", "<a/>" }, { NULL } };

/* A solution with one more entry, called text. */
static void
make_named (const HostileRow *row, const char *folder)
{
  RawZip *zip = raw_zip_new ();
  const RawEntry entry = { row->text, "evil", .name_length = row->amount, .flags = 0x800 };

  raw_zip_add_all (zip, rest);
  raw_zip_add (zip, &entry);
  raw_zip_finish (zip, folder, ZIP, NULL, 0);
}

static void
make_nameless (const HostileRow *row, const char *folder)
{
  RawZip *zip = raw_zip_new ();

  raw_zip_add_all (zip, rest);
  raw_zip_add (zip, &(RawEntry){ "", "evil" });
  raw_zip_finish (zip, folder, ZIP, NULL, 0);
}

static void
make_long_name (const HostileRow *row, const char *folder)
{
  RawZip *zip = raw_zip_new ();
  g_autofree char *name = g_strnfill (row->amount, 'n');

  raw_zip_add_all (zip, rest);
  raw_zip_add (zip, &(RawEntry){ name, "evil" });
  raw_zip_finish (zip, folder, ZIP, NULL, 0);
}

static void
make_two_names (const HostileRow *row, const char *folder)
{
  RawZip *zip = raw_zip_new ();

  raw_zip_add_all (zip, rest);
  raw_zip_add (zip, &(RawEntry){ "harmless.xml", "evil", .said_name = row->text });
  raw_zip_finish (zip, folder, ZIP, NULL, 0);
}

static void
make_special (const HostileRow *row, const char *folder)
{
  RawZip *zip = raw_zip_new ();

  raw_zip_add_all (zip, rest);
  raw_zip_add (zip, &(RawEntry){ "Workflows/a.xaml", "/etc/passwd", .mode = (guint) row->amount });
  raw_zip_finish (zip, folder, ZIP, NULL, 0);
}

/* Manifest, and an entry for the customizations that is like this. */
static void
make_with (const char *folder, const RawEntry *entry)
{
  RawZip *zip = raw_zip_new ();

  raw_zip_add (zip, &rest[0]);
  raw_zip_add (zip, entry);
  raw_zip_finish (zip, folder, ZIP, NULL, 0);
}

static void
make_encrypted (const HostileRow *row, const char *folder)
{
  make_with (folder, &(RawEntry){ "customizations.xml", "0123456789abcdef", .flags = 1 });
}

static void
make_odd_method (const HostileRow *row, const char *folder)
{
  make_with (folder, &(RawEntry){ "customizations.xml", "<a/>", .method = 97 });
}

static void
make_bad_sum (const HostileRow *row, const char *folder)
{
  make_with (folder, &(RawEntry){ "customizations.xml", "<a/>", .checksum_error = 1 });
}

static void
make_not_deflated (const HostileRow *row, const char *folder)
{
  make_with (folder, &(RawEntry){ "customizations.xml", "\xff\xff\xff\xff\xff", .method = 8 });
}

static void
make_size_too_small (const HostileRow *row, const char *folder)
{
  make_with (folder, &(RawEntry){ "customizations.xml", "<aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/>",
                                  .deflated = TRUE, .said_size = 5 });
}

static void
make_size_too_large (const HostileRow *row, const char *folder)
{
  make_with (folder, &(RawEntry){ "customizations.xml", "<a/>", .deflated = TRUE,
                                  .said_size = 100 * 1000 });
}

static void
make_outside (const HostileRow *row, const char *folder)
{
  make_with (folder, &(RawEntry){ "customizations.xml", "<a/>", .said_packed = 1000 * 1000,
                                  .said_size = 1000 * 1000 });
}

static void
make_same_bytes (const HostileRow *row, const char *folder)
{
  RawZip *zip = raw_zip_new ();

  raw_zip_add_all (zip, rest);
  raw_zip_add (zip, &(RawEntry){ "customizations.XML", "<a/>", .at_last = TRUE });
  raw_zip_finish (zip, folder, ZIP, NULL, 0);
}

/* The content of an entry begins with another entry, which the list has as well (after David
 * Fifield, "A better zip bomb"). */
static void
make_overlapping (const HostileRow *row, const char *folder)
{
  RawZip *inner = raw_zip_new (), *zip = raw_zip_new ();
  g_autofree char *data = NULL;
  guint at;

  raw_zip_add (inner, &(RawEntry){ "customizations.xml", "<a/>" });
  data = g_memdup2 (inner->entries->data, inner->entries->len);
  at = inner->entries->len;
  raw_zip_add (zip, &rest[0]);
  raw_zip_add (zip, &(RawEntry){ "outer.bin", data, .size = at });
  /* Its place: at the end of what was written. */
  g_byte_array_append (zip->list, inner->list->data, inner->list->len);
  {
    guint8 *place = zip->list->data + zip->list->len - strlen ("customizations.xml") - 4;
    guint start = zip->entries->len - at;

    for (guint i = 0; i < 4; i++, start >>= 8)
      place[i] = (guint8) start;
  }
  zip->n++;
  raw_zip_finish (zip, folder, ZIP, NULL, 0);
  raw_zip_finish (inner, folder, "inner", NULL, 0);
}

static void
make_pair (const HostileRow *row, const char *folder)
{
  RawZip *zip = raw_zip_new ();
  g_auto (GStrv) names = g_strsplit (row->text, "|", 2);

  raw_zip_add_all (zip, rest);
  raw_zip_add (zip, &(RawEntry){ names[0], "one", .flags = 0x800 });
  raw_zip_add (zip, &(RawEntry){ names[1], "two", .flags = 0x800 });
  raw_zip_finish (zip, folder, ZIP, NULL, 0);
}

static void
make_comment (const HostileRow *row, const char *folder)
{
  RawZip *zip = raw_zip_new ();

  raw_zip_add_all (zip, rest);
  raw_zip_finish (zip, folder, ZIP, row->text, 0);
}

static void
make_count (const HostileRow *row, const char *folder)
{
  RawZip *zip = raw_zip_new ();

  raw_zip_add_all (zip, rest);
  raw_zip_finish (zip, folder, ZIP, NULL, (guint) row->amount);
}

static void
make_bytes (const HostileRow *row, const char *folder)
{
  hostile_write (folder, ZIP, row->text, row->amount != 0 ? row->amount : strlen (row->text));
}

/* The good one, with so many bytes less at the end; or behind so many others. */
static void
make_cut (const HostileRow *row, const char *folder)
{
  g_autofree char *path = files_make_zip (folder, "\n");
  g_autofree char *data = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  hostile_write (folder, ZIP, data, size - row->amount);
}

static void
make_shifted (const HostileRow *row, const char *folder)
{
  g_autofree char *path = files_make_zip (folder, "\n");
  g_autofree char *data = NULL;
  GString *text = g_string_new (row->text);
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  g_string_append_len (text, data, (gssize) size);
  hostile_write_string (folder, ZIP, text);
}

#define CUSTOMIZATIONS                                                                  \
  "<ImportExportXml>\n  <Entities />\n  <Roles />\n  <Workflows />\n  <optionsets />\n" \
  "  <EntityRelationships />\n</ImportExportXml>"

/* A solution as good as any, with such entries more. */
static void
make_hidden (const HostileRow *row, const char *folder)
{
  g_auto (GStrv) names = g_strsplit (row->text, "|", -1);
  g_autofree char *source = g_build_filename (folder, "source", NULL);
  g_autofree char *path = g_build_filename (folder, ZIP, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScPackage) package = NULL;
  g_autoptr (ScPackage) packed = NULL;
  g_autoptr (GPtrArray) parts = NULL;

  files_make_solution (source, "\n");
  files_write (source, "Other/Customizations.xml", CUSTOMIZATIONS);
  package = sc_package_open (source, &error);
  g_assert_no_error (error);
  packed = sc_package_convert (package, sc_package_get_solution (package), path, NULL, &error);
  g_assert_no_error (error);
  parts = parts_read_zip (path);
  for (guint i = 0; names[i] != NULL; i++)
    parts_add (parts, names[i], "[core]\n\tfsmonitor = touch owned\n");
  parts_write_zip (parts, path);
}

/* Of letters that take two bytes, at odd places. */
static void
make_long_wide_name (const HostileRow *row, const char *folder)
{
  RawZip *zip = raw_zip_new ();
  g_autoptr (GString) name = g_string_new ("n");

  while (name->len < row->amount)
    g_string_append (name, "é");
  raw_zip_add_all (zip, rest);
  raw_zip_add (zip, &(RawEntry){ name->str, "evil", .flags = 0x800 });
  raw_zip_finish (zip, folder, ZIP, NULL, 0);
}

#define OUTSIDE "outside of the archive"

const HostileRow hostile_zip_rows[]
    = { { "slip", DOOR_DOCUMENT, ZIP, make_named, "../evil.xml", 0, OUTSIDE },
        { "slip-inside", DOOR_DOCUMENT, ZIP, make_named, "Workflows/../../evil.xml", 0, OUTSIDE },
        { "slip-at-the-end", DOOR_DOCUMENT, ZIP, make_named, "Workflows/..", 0, OUTSIDE },
        { "slip-only", DOOR_DOCUMENT, ZIP, make_named, "..", 0, OUTSIDE },
        { "slip-backslash", DOOR_DOCUMENT, ZIP, make_named, "..\\evil.xml", 0, OUTSIDE },
        { "slip-mixed", DOOR_DOCUMENT, ZIP, make_named, "a/..\\../evil.xml", 0, OUTSIDE },
        { "absolute", DOOR_DOCUMENT, ZIP, make_named, "/etc/evil", 0, OUTSIDE },
        { "absolute-backslash", DOOR_DOCUMENT, ZIP, make_named, "\\evil", 0, OUTSIDE },
        { "server", DOOR_DOCUMENT, ZIP, make_named, "\\\\server\\share\\evil", 0, OUTSIDE },
        { "drive", DOOR_DOCUMENT, ZIP, make_named, "C:\\evil", 0, OUTSIDE },
        { "drive-relative", DOOR_DOCUMENT, ZIP, make_named, "c:evil", 0, OUTSIDE },
        { "wide-dots", DOOR_DOCUMENT, ZIP, make_named, "．．／evil", 0, OUTSIDE },
        { "two-dot-leader", DOOR_DOCUMENT, ZIP, make_named, "a/‥/evil", 0, OUTSIDE },
        { "wide-slash", DOOR_DOCUMENT, ZIP, make_named, "..／evil", 0, OUTSIDE },
        { "wide-backslash", DOOR_DOCUMENT, ZIP, make_named, "..＼evil", 0, OUTSIDE },
        { "division-slash", DOOR_DOCUMENT, ZIP, make_named, "..∕evil", 0, OUTSIDE },
        { "wide-absolute", DOOR_DOCUMENT, ZIP, make_named, "／etc／evil", 0, OUTSIDE },
        { "wide-drive", DOOR_DOCUMENT, ZIP, make_named, "Ｃ：evil", 0, OUTSIDE },
        { "right-to-left", DOOR_DOCUMENT, ZIP, make_named, "Workflows/\u202elmax.exe", 0, "hides" },
        { "line-end-in-name", DOOR_DOCUMENT, ZIP, make_named, "a\nb", 0, "hides" },
        { "escape-in-name", DOOR_DOCUMENT, ZIP, make_named, "a\x1b[2Jb", 0, "damaged" },
        { "no-name", DOOR_DOCUMENT, ZIP, make_nameless, NULL, 0, OUTSIDE },
        { "zero-byte-in-name", DOOR_DOCUMENT, ZIP, make_named, "a.xml\0b", 7, "damaged" },
        { "long-name", DOOR_DOCUMENT, ZIP, make_long_name, NULL, 60000, "1024 bytes" },
        { "long-name-of-wide-letters", DOOR_DOCUMENT, ZIP, make_long_wide_name, NULL, 3000, "éé…" },
        { "hidden-settings", DOOR_UNPACKED, ZIP, make_hidden, ".git/config|.git/HEAD|.envrc", 0,
          "“.git/config” and 2 more were left out" },
        { "hidden-journal", DOOR_UNPACKED, ZIP, make_hidden, ".stagecraft-save", 0,
          "“.stagecraft-save” was left out" },
        { "hidden-inside", DOOR_UNPACKED, ZIP, make_hidden, "Workflows/.vscode/tasks.json", 0,
          "“Workflows/.vscode/tasks.json” was left out" },
        { "hidden-backslash", DOOR_UNPACKED, ZIP, make_hidden, "a\\.git\\config", 0,
          "config” was left out" },
        { "hidden-wide-dot", DOOR_UNPACKED, ZIP, make_hidden, "．git/config", 0,
          "config” was left out" },
        { "hidden-formula", DOOR_UNPACKED, ZIP, make_hidden, "Formulas/.sc_straight-a.xaml", 0,
          "“Formulas/.sc_straight-a.xaml” was left out" },
        { "invalid-utf-8-in-name", DOOR_DOCUMENT, ZIP, make_named, "\xff\xfe", 0, "damaged" },
        { "two-names", DOOR_DOCUMENT, ZIP, make_two_names, "other.xml", 0, "damaged" },
        { "two-names-one-outside", DOOR_DOCUMENT, ZIP, make_two_names, "../evil.xml", 0, OUTSIDE },
        { "same-name", DOOR_DOCUMENT, ZIP, make_pair, "a.xml|a.xml", 0, "two entries" },
        { "same-name-in-capitals", DOOR_DOCUMENT, ZIP, make_pair, "a.xml|A.XML", 0, "two entries" },
        { "same-name-composed", DOOR_DOCUMENT, ZIP, make_pair, "\u00e9.xml|e\u0301.xml", 0,
          "two entries" },
        { "same-name-other-slash", DOOR_DOCUMENT, ZIP, make_pair, "a/b|a\\b", 0, "two entries" },
        { "file-as-folder", DOOR_DOCUMENT, ZIP, make_pair, "a|a/b", 0, "folder that is a file" },
        { "link", DOOR_DOCUMENT, ZIP, make_special, NULL, S_IFLNK | 0777, "link" },
        { "device", DOOR_DOCUMENT, ZIP, make_special, NULL, S_IFCHR | 0666, "device" },
        { "pipe", DOOR_DOCUMENT, ZIP, make_special, NULL, S_IFIFO | 0666, "device" },
        { "encrypted", DOOR_DOCUMENT, ZIP, make_encrypted, NULL, 0, "cannot be unpacked" },
        { "odd-method", DOOR_DOCUMENT, ZIP, make_odd_method, NULL, 0, "cannot be unpacked" },
        { "wrong-check-sum", DOOR_DOCUMENT, ZIP, make_bad_sum, NULL, 0, "damaged" },
        { "not-deflated", DOOR_DOCUMENT, ZIP, make_not_deflated, NULL, 0, "damaged" },
        { "larger-than-said", DOOR_DOCUMENT, ZIP, make_size_too_small, NULL, 0, "damaged" },
        { "smaller-than-said", DOOR_DOCUMENT, ZIP, make_size_too_large, NULL, 0, "damaged" },
        { "beyond-the-end", DOOR_DOCUMENT, ZIP, make_outside, NULL, 0, "damaged" },
        { "same-bytes", DOOR_DOCUMENT, ZIP, make_same_bytes, NULL, 0, "two entries" },
        { "overlapping", DOOR_DOCUMENT, ZIP, make_overlapping, NULL, 0, "same bytes" },
        { "end-in-comment", DOOR_DOCUMENT, ZIP, make_comment, "PK\5\6xxxxxxxxxxxxxxxxxx", 0,
          "50000 entries" },
        { "count-too-large", DOOR_DOCUMENT, ZIP, make_count, NULL, 60000, "damaged" },
        { "count-too-small", DOOR_DOCUMENT, ZIP, make_count, NULL, 1, "damaged" },
        { "empty", DOOR_DOCUMENT, ZIP, make_bytes, "", 0, "not a zip" },
        { "only-an-end", DOOR_DOCUMENT, ZIP, make_bytes,
          "PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22, "not a solution" },
        { "only-a-beginning", DOOR_DOCUMENT, ZIP, make_bytes, "PK\3\4", 4, "damaged" },
        { "something-else", DOOR_DOCUMENT, ZIP, make_bytes, "7z\xbc\xaf\x27\x1c", 6, "not a zip" },
        { "cut", DOOR_DOCUMENT, ZIP, make_cut, NULL, 10, "damaged" },
        { "cut-to-half", DOOR_DOCUMENT, ZIP, make_cut, NULL, 1500, "damaged" },
        { "behind-a-program", DOOR_DOCUMENT, ZIP, make_shifted, "#!/bin/sh\n", 0, "not a zip" },
        { "behind-another", DOOR_DOCUMENT, ZIP, make_shifted, "PK\3\4", 0, "damaged" },
        { NULL } };
