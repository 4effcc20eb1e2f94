/* hostile-zip-bomb.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hostile.h"

#include <string.h>

#include "raw-zip.h"

#define ZIP      "solution.zip"
#define MEGABYTE (1024 * 1024)

static void
add (RawZip *zip, const char *name, const char *text)
{
  raw_zip_add (zip, &(RawEntry){ name, text, .deflated = TRUE });
}

/* So many megabytes of blanks in an element. */
static char *
make_blanks (gsize megabytes)
{
  char *text = g_strnfill (megabytes * MEGABYTE, ' ');

  memcpy (text, "<a>", 3);
  memcpy (text + megabytes * MEGABYTE - 4, "</a>", 4);
  return text;
}

static void
make_flat (const HostileRow *row, const char *folder)
{
  RawZip *zip = raw_zip_new ();
  g_autofree char *blanks = make_blanks (row->amount);

  add (zip, "solution.xml", "<a/>");
  add (zip, "customizations.xml", blanks);
  raw_zip_finish (zip, folder, ZIP, NULL, 0);
}

/* It says that it is small. */
static void
make_lying (const HostileRow *row, const char *folder)
{
  RawZip *zip = raw_zip_new ();
  g_autofree char *blanks = make_blanks (row->amount);

  add (zip, "solution.xml", "<a/>");
  raw_zip_add (zip,
               &(RawEntry){ "customizations.xml", blanks, .deflated = TRUE, .said_size = 100 });
  raw_zip_finish (zip, folder, ZIP, NULL, 0);
}

static void
make_nested (const HostileRow *row, const char *folder)
{
  RawZip *inner = raw_zip_new (), *zip = raw_zip_new ();
  g_autofree char *blanks = make_blanks (row->amount);
  g_autofree char *path = g_build_filename (folder, "inner.zip", NULL);
  g_autofree char *data = NULL;
  gsize size;

  add (inner, "customizations.xml", blanks);
  raw_zip_finish (inner, folder, "inner.zip", NULL, 0);
  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  add (zip, "solution.xml", "<a/>");
  raw_zip_add (zip, &(RawEntry){ "customizations.xml", data, .size = size });
  raw_zip_finish (zip, folder, ZIP, NULL, 0);
}

/* Entries that are each just small enough, by what the list says. */
static void
make_many_large (const HostileRow *row, const char *folder)
{
  RawZip *zip = raw_zip_new ();
  g_autofree char *content = g_strnfill (MEGABYTE / 2, 'x');

  for (gsize i = 0; i < row->amount; i++)
    {
      g_autofree char *name = g_strdup_printf ("%" G_GSIZE_FORMAT ".xml", i);

      raw_zip_add (zip, &(RawEntry){ name, content, .said_size = 127 * MEGABYTE, .method = 8 });
    }
  raw_zip_finish (zip, folder, ZIP, NULL, 0);
}

static void
make_large (const HostileRow *row, const char *folder)
{
  RawZip *zip = raw_zip_new ();
  g_autofree char *content = g_strnfill (MEGABYTE, 'x');

  raw_zip_add (zip, &(RawEntry){ "a.xml", content, .said_size = (guint) row->amount, .method = 8 });
  raw_zip_finish (zip, folder, ZIP, NULL, 0);
}

static void
make_many (const HostileRow *row, const char *folder)
{
  RawZip *zip = raw_zip_new ();

  for (gsize i = 0; i < row->amount; i++)
    {
      g_autofree char *name = g_strdup_printf ("%" G_GSIZE_FORMAT, i);

      raw_zip_add (zip, &(RawEntry){ name, "" });
    }
  raw_zip_finish (zip, folder, ZIP, NULL, 0);
}

/* The end of an archive for more than 4 GB, which says anything. */
static void
make_wide_count (const HostileRow *row, const char *folder)
{
  static const guint8 end[22]
      = { 'P', 'K', 5, 6, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255 };
  static const guint8 locator[20] = { 'P', 'K', 6, 7, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 1 };
  guint8 record[56] = { 'P', 'K', 6, 6, 44 };
  GString *text = g_string_new_len ("PK\3\4", 4);

  memset (record + 24, 0x0f, 16);
  record[47] = 0;
  g_string_append_len (text, (const char *) record, sizeof record);
  g_string_append_len (text, (const char *) locator, sizeof locator);
  g_string_append_len (text, (const char *) end, sizeof end);
  hostile_write_string (folder, ZIP, text);
}

/* So many processes that all name the one large file. */
static void
make_shared (const HostileRow *row, const char *folder)
{
  RawZip *zip = raw_zip_new ();
  g_autoptr (GString) text = g_string_new ("<ImportExportXml><Workflows>");
  g_autoptr (GString) xaml = g_string_new ("<Activity xmlns='http://schemas.microsoft.com/netfx/"
                                           "2009/xaml/activities'>");

  for (gsize i = 0; i < row->amount; i++)
    g_string_append_printf (
        text,
        "<Workflow WorkflowId='{ffffffff-0000-4000-8000-%012x}' Name='%s'><XamlFileName>/a.xaml"
        "</XamlFileName><Category>%s</Category></Workflow>",
        (guint) i, row->text, row->text);
  g_string_append (text, "</Workflows></ImportExportXml>");
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (xaml, "<a b='%u'/>", i);
  g_string_append (xaml, "</Activity>");
  add (zip, "solution.xml", "<a/>");
  add (zip, "customizations.xml", text->str);
  add (zip, "a.xaml", xaml->str);
  raw_zip_finish (zip, folder, ZIP, NULL, 0);
}

/* A file of that size without a byte in it. */
static void
make_sparse (const HostileRow *row, const char *folder)
{
  hostile_write (folder, ZIP, "PK\3\4", 4);
  hostile_grow (folder, ZIP, (guint64) row->amount * MEGABYTE);
}

const HostileRow hostile_zip_bomb_rows[]
    = { { "flat", DOOR_DOCUMENT, ZIP, make_flat, NULL, 20, "300 times" },
        { "lying", DOOR_DOCUMENT, ZIP, make_lying, NULL, 20, "damaged" },
        { "nested", DOOR_DOCUMENT, ZIP, make_nested, NULL, 20, "zero bytes" },
        { "large-entry", DOOR_DOCUMENT, ZIP, make_large, NULL, 200 * MEGABYTE, "128 MB" },
        { "many-large-entries", DOOR_DOCUMENT, ZIP, make_many_large, NULL, 9, "1024 MB" },
        { "many-entries", DOOR_DOCUMENT, ZIP, make_many, NULL, 60 * 1000, "50000 entries" },
        { "uncountable-entries", DOOR_DOCUMENT, ZIP, make_wide_count, NULL, 0, "50000 entries" },
        { "flows-of-one-file", DOOR_DOCUMENT, ZIP, make_shared, "4", 2000, "another process" },
        { "actions-of-one-file", DOOR_DOCUMENT, ZIP, make_shared, "3", 2000,
          "no business process" },
        { "1-gb", DOOR_DOCUMENT, ZIP, make_sparse, NULL, 1024, "512" },
        { NULL } };
