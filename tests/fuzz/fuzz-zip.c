/* fuzz-zip.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <string.h>

#include "sc-zip.h"

const char fuzz_name[] = "zip";

const FuzzCase fuzz_cases[] = { { NULL } };

#define NAME "Other/new.xml"

void
fuzz_add_seeds (GPtrArray *seeds)
{
  g_autoptr (GBytes) small = g_bytes_new_static ("<a/>", 4);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) large = NULL;

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (text, "<b id='%u'/>", i);
  large = g_bytes_new (text->str, text->len);
  {
    const ScZipChange entries[] = { { "solution.xml", small },
                                    { "customizations.xml", large },
                                    { "Workflows/", empty },
                                    { "Workflows/é.xaml", large } };

    for (guint i = 1; i <= G_N_ELEMENTS (entries); i++)
      g_ptr_array_add (seeds, sc_zip_create ("fuzz.zip", entries, i, NULL));
  }
}

static GPtrArray *
read_all (ScZip *zip)
{
  GPtrArray *contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < sc_zip_count (zip); i++)
    {
      g_autoptr (GError) error = NULL;
      GBytes *bytes = sc_zip_read (zip, i, &error);

      fuzz_check_error (bytes, error);
      g_ptr_array_add (contents, bytes != NULL ? bytes : g_bytes_new_static ("damaged", 7));
    }
  return contents;
}

/* Every other entry is in what was written as it was. */
static void
check_rewritten (ScZip *zip, GPtrArray *contents, GBytes *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScZip) again = sc_zip_open_bytes (result, "again.zip", &error);
  g_autoptr (GPtrArray) now = NULL;

  if (again == NULL)
    g_error ("%s", error->message);
  now = read_all (again);
  fuzz_check (sc_zip_find (again, NAME) >= 0);
  for (guint i = 0; i < contents->len; i++)
    {
      int position = sc_zip_find (again, sc_zip_get_name (zip, i));

      fuzz_check (position >= 0);
      if (position != sc_zip_find (again, NAME))
        fuzz_check (g_bytes_equal (g_ptr_array_index (contents, i),
                                   g_ptr_array_index (now, (guint) position)));
    }
}

gboolean
fuzz_try (GBytes *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScZip) zip = sc_zip_open_bytes (input, "fuzz.zip", &error);
  g_autoptr (GPtrArray) contents = NULL;
  g_autoptr (GBytes) added = g_bytes_new_static ("<new/>", 6);
  const ScZipChange change = { NAME, added };
  g_autoptr (GBytes) result = NULL;

  fuzz_check_error (zip, error);
  if (zip == NULL)
    return FALSE;
  for (guint i = 0; i < sc_zip_count (zip); i++)
    {
      const char *name = sc_zip_get_name (zip, i);

      fuzz_check (g_utf8_validate (name, -1, NULL) && strchr (name, '\\') == NULL);
      fuzz_check (sc_zip_find (zip, name) == (int) i);
    }
  contents = read_all (zip);
  result = sc_zip_rewrite (input, "fuzz.zip", &change, 1, &error);
  fuzz_check_error (result, error);
  if (result != NULL)
    check_rewritten (zip, contents, result);
  return TRUE;
}
