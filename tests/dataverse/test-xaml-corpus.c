/* test-xaml-corpus.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "sc-splice.h"
#include "sc-xaml.h"
#include "sc-zip.h"

/* What was done with the XAML of the corpus. */
typedef struct
{
  guint flows;
  guint refused;
  GString *failures;
} Tally;

static const char *
get_corpus (void)
{
  const char *corpus = g_getenv ("STAGECRAFT_CORPUS");

  return corpus != NULL ? corpus : g_getenv ("STAGECRAFT_CORPUS_DEFAULT");
}

static void
check_refusal (Tally *tally, const char *name, const GError *error)
{
  if (g_error_matches (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED)
      && strstr (error->message, name) != NULL)
    tally->refused++;
  else
    g_string_append_printf (tally->failures, "\n%s: %s", name, error->message);
}

static void
check_xaml (Tally *tally, const char *name, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScFlow) flow = sc_xaml_read (bytes, name, &error);
  g_autoptr (GBytes) plain = sc_text_convert_line_ends (bytes, "\n");
  g_autoptr (GBytes) written = NULL;
  guint line = 0;

  if (flow == NULL)
    {
      check_refusal (tally, name, error);
      return;
    }
  tally->flows++;
  written = sc_xaml_write (flow);
  if (!sc_xaml_is_understood (bytes, flow, &line))
    g_string_append_printf (tally->failures, "\n%s: line %u comes out differently", name, line);
  else if (!g_bytes_equal (plain, written))
    g_string_append_printf (tally->failures, "\n%s: not the same bytes", name);
}

static void
check_file (Tally *tally, const char *path)
{
  char *text = NULL;
  gsize size = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, size);
  check_xaml (tally, path, bytes);
}

static void
check_zip (Tally *tally, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScZip) zip = sc_zip_open (path, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < sc_zip_count (zip); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s: %s", path, sc_zip_get_name (zip, i));
      g_autoptr (GBytes) bytes = NULL;

      if (!g_str_has_suffix (name, ".xaml"))
        continue;
      bytes = sc_zip_read (zip, i, &error);
      g_assert_no_error (error);
      check_xaml (tally, name, bytes);
    }
}

static void
check_folder (Tally *tally, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name = NULL;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        check_folder (tally, path);
      else if (g_str_has_suffix (name, ".xaml"))
        check_file (tally, path);
      else if (g_str_has_suffix (name, ".zip"))
        check_zip (tally, path);
    }
}

/* Every flow comes back byte for byte, and every other process is refused by name. */
static void
test_corpus (void)
{
  const char *corpus = get_corpus ();
  Tally tally = { .failures = g_string_new (NULL) };

  if (corpus == NULL || !g_file_test (corpus, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("There is no folder of real packages; name one in STAGECRAFT_CORPUS.");
      return;
    }
  check_folder (&tally, corpus);
  g_test_message ("%u flows came back byte for byte, %u other processes were refused", tally.flows,
                  tally.refused);
  g_assert_cmpstr (tally.failures->str, ==, "");
  g_assert_cmpuint (tally.flows, >, 0);
  g_assert_cmpuint (tally.refused, >, 0);
  g_string_free (tally.failures, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xaml/corpus", test_corpus);
  return g_test_run ();
}
