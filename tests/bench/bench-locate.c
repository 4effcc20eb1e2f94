/* bench-locate.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <malloc.h>

#include "sc-big-flow.h"
#include "sc-locator.h"
#include "sc-zip.h"

/* Locating every stage and step of a solution, beside a parse by libxml2 of the files that takes.
 * Nothing is asserted: people read this. */

#define N_RUNS 15

static void
on_error (void *data, xmlError *error)
{
}

static guint
locate_all (const ScStorage *storage, guint64 *kept)
{
  const gsize before = mallinfo2 ().uordblks;
  g_autoptr (ScLocator) locator = sc_locator_new (storage);
  guint n = 0;

  sc_list_foreach (sc_storage_get_solution (storage)->flows, const ScFlow *, flow)
    sc_list_foreach (flow->stages, const ScStage *, stage)
      {
        sc_location_free (sc_locator_find_place (locator, flow->id, stage->id, NULL, NULL));
        n++;
        sc_list_foreach (stage->steps, const ScStep *, step)
          {
            sc_location_free (sc_locator_find_place (locator, flow->id, stage->id, step->id, NULL));
            n++;
          }
      }
  *kept = mallinfo2 ().uordblks - before;
  return n;
}

static void
parse_text (const char *data, gsize size)
{
  xmlDoc *document = xmlReadMemory (data, (int) size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);

  g_assert_nonnull (document);
  xmlFreeDoc (document);
}

/* The definition or XAML, or the bodies of the flows in a zip. Returns the seconds that libxml2
 * takes, without reading. */
static double
parse_files (const char *path, gsize *total)
{
  g_autoptr (ScZip) zip = g_str_has_suffix (path, ".zip") ? sc_zip_open (path, NULL) : NULL;
  g_autoptr (ScStorage) storage = sc_storage_open (path, NULL);
  g_autoptr (GTimer) timer = g_timer_new ();
  double seconds = 0;

  *total = 0;
  for (guint i = 0; i < (zip != NULL ? sc_zip_count (zip) : 1); i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      gboolean wanted = zip == NULL;

      sc_list_foreach (sc_storage_get_solution (storage)->flows, const ScFlow *, flow)
        {
          g_autofree char *end = g_strdup_printf ("%s.XAML", flow->id);
          g_autofree char *upper = g_ascii_strup (end, -1);
          g_autofree char *name
              = zip != NULL ? g_ascii_strup (sc_zip_get_name (zip, i), -1) : g_strdup (upper);

          wanted |= g_str_has_suffix (name, upper);
        }
      if (!wanted)
        continue;
      if (zip != NULL)
        bytes = sc_zip_read (zip, i, NULL);
      else
        {
          char *text;
          gsize size;

          g_assert_true (g_file_get_contents (path, &text, &size, NULL));
          bytes = g_bytes_new_take (text, size);
        }
      *total += g_bytes_get_size (bytes);
      g_timer_start (timer);
      parse_text (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      seconds += g_timer_elapsed (timer, NULL);
    }
  return seconds;
}

static void
report (const char *title, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStorage) storage = sc_storage_open (path, &error);
  g_autoptr (GTimer) timer = g_timer_new ();
  double parse = G_MAXDOUBLE, locate = G_MAXDOUBLE;
  guint64 kept;
  gsize total;
  guint n;

  g_assert_no_error (error);
  for (guint i = 0; i < N_RUNS; i++)
    {
      parse = MIN (parse, parse_files (path, &total));
      g_timer_start (timer);
      n = locate_all (storage, &kept);
      locate = MIN (locate, g_timer_elapsed (timer, NULL));
    }
  g_print ("%-24s %6u %8.0f kB %9.2f %9.2f %8.2f %8.0f kB\n", title, n, total / 1024.0, parse * 1e3,
           locate * 1e3, locate / parse, kept / 1024.0);
}

static void
report_saved (const ScSolution *solution, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStorage) storage = sc_storage_save_as (solution, path, &error);

  g_assert_no_error (error);
  report (name, path);
  g_remove (path);
}

/* That with the most steps. */
static char *
find_largest (const char *corpus)
{
  g_autofree char *folder = g_build_filename (corpus, "solutions", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  char *largest = NULL;
  const char *name;
  guint most = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (ScStorage) storage
          = g_str_has_suffix (name, ".zip") ? sc_storage_open (path, NULL) : NULL;
      guint n = 0;

      if (storage == NULL)
        continue;
      sc_list_foreach (sc_storage_get_solution (storage)->flows, const ScFlow *, flow)
        n += sc_flow_count_steps (flow);
      if (n <= most)
        continue;
      most = n;
      g_free (largest);
      largest = g_steal_pointer (&path);
    }
  return largest;
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("stagecraft-bench-XXXXXX", NULL);
  g_autoptr (ScSolution) model = sc_big_solution_new (30, 30);
  g_autoptr (ScSolution) solution = sc_solution_copy (model);
  const char *corpus = g_getenv ("STAGECRAFT_CORPUS");
  g_autofree char *largest = NULL;

  xmlSetStructuredErrorFunc (NULL, on_error);
  sc_set_string (solution, unique_name, "big");
  sc_set_string (solution, publisher, "big");
  sc_set_string (solution, prefix, "big");
  g_print ("%-24s %6s %11s %9s %9s %8s %11s\n", "milliseconds", "places", "XML", "libxml2",
           "locate", "times", "kept");
  report_saved (solution, folder, "30x30.stagecraft");
  report_saved (solution, folder, "30x30.xaml");
  report_saved (solution, folder, "30x30.zip");
  g_rmdir (folder);

  largest = find_largest (corpus != NULL ? corpus : g_getenv ("STAGECRAFT_CORPUS_DEFAULT"));
  if (largest != NULL)
    report ("largest of the corpus", largest);
  return 0;
}
