/* sc-cli-convert.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-cli-command.h"

#include <glib/gi18n-lib.h>

#include "sc-definition.h"
#include "sc-file.h"
#include "sc-xml.h"

/* The solution with no other flow than that one. */
static ScSolution *
keep_flow (const ScSolution *solution, const char *wanted, GError **error)
{
  const ScFlow *flow = sc_cli_find_flow (solution, wanted, error);
  gconstpointer flows[] = { flow };
  ScSolution *one;

  if (flow == NULL)
    return NULL;
  one = sc_solution_copy (solution);
  sc_take_value (one, flows, sc_list_new (flows, 1));
  return one;
}

/* Everything that is neither of the two kinds of single files. */
static gboolean
is_package (const char *out)
{
  return g_file_test (out, G_FILE_TEST_IS_DIR)
         || (!sc_cli_has_suffix (out, ".xaml") && !sc_cli_has_suffix (out, SC_DEFINITION_SUFFIX));
}

static gboolean
check_target (
    const ScSolution *solution, const char *in, const char *out, const char *flow, GError **error)
{
  g_autofree char *name = g_filename_display_name (out);
  g_autofree char *known = NULL;

  if (flow != NULL && is_package (out))
    {
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
                   _ ("“%s” is a package: it takes all flows, so --flow cannot pick one."), name);
      return FALSE;
    }
  if (flow != NULL && sc_file_is_same (in, out))
    {
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
                   _ ("“%s” would lose its other flows. Write the flow to another file."), name);
      return FALSE;
    }
  if (sc_cli_has_suffix (out, ".xaml") && sc_list_length (solution->flows) > 1)
    {
      known = sc_cli_list_flows (solution);
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
                   _ ("“%s” holds one flow, and the solution has %u. Pick one with --flow: %s."),
                   name, sc_list_length (solution->flows), known);
      return FALSE;
    }
  return TRUE;
}

/* A flow that goes from .xaml to .xaml is not touched unless that is asked for. */
static gboolean
copy_file (const char *in, const char *out, GError **error)
{
  g_autoptr (GBytes) bytes = sc_file_read (in, SC_XML_MAX_BYTES, error);

  return bytes != NULL && sc_file_write (out, bytes, error);
}

static gboolean
is_filled (const char *out)
{
  g_autoptr (GDir) dir = g_dir_open (out, 0, NULL);

  return dir != NULL ? g_dir_read_name (dir) != NULL : g_file_test (out, G_FILE_TEST_EXISTS);
}

/* Flows go into a package that is there. Otherwise a package goes along as a whole. */
static ScStorage *
write_to (const ScStorage *storage, const ScSolution *solution, const char *out, GError **error)
{
  return is_package (out) && is_filled (out) ? sc_storage_save_as (solution, out, error)
                                             : sc_storage_save_copy (storage, solution, out, error);
}

/* What became of it that the person has to know, besides what reading it said. */
static void
tell_notes (const ScStorage *saved, const ScStorage *storage)
{
  g_auto (GStrv) notes = sc_storage_list_new_notes (saved, storage);

  for (char **note = notes; *note != NULL; note++)
    sc_cli_complain (*note);
}

static gboolean
save (const ScStorage *storage,
      const ScSolution *solution,
      const char *in,
      const char *out,
      gboolean rewrite,
      GError **error)
{
  g_autoptr (ScStorage) saved = NULL;
  g_autoptr (ScStorage) rewritten = NULL;

  if (sc_file_is_same (in, out))
    {
      saved = sc_storage_save (storage, solution, rewrite, error);
      return saved != NULL;
    }
  if (!rewrite && sc_storage_get_kind (storage) == SC_STORAGE_XAML
      && sc_cli_has_suffix (out, ".xaml") && !g_file_test (out, G_FILE_TEST_IS_DIR))
    return copy_file (in, out, error);

  saved = write_to (storage, solution, out, error);
  if (saved != NULL)
    tell_notes (saved, storage);
  if (saved == NULL || !rewrite || !is_package (out))
    return saved != NULL;
  rewritten = sc_storage_save (saved, sc_storage_get_solution (saved), TRUE, error);
  return rewritten != NULL;
}

static gboolean
convert (const ScStorage *storage,
         const char *in,
         const char *out,
         const char *flow,
         gboolean rewrite,
         GError **error)
{
  g_autoptr (ScSolution) solution = sc_solution_ref (sc_storage_get_solution (storage));
  const guint n = flow != NULL ? 1 : sc_list_length (solution->flows);
  g_autofree char *name = sc_cli_name_file (out);

  if (flow != NULL)
    {
      ScSolution *one = keep_flow (solution, flow, error);

      if (one == NULL)
        return FALSE;
      sc_solution_unref (solution);
      solution = one;
    }
  if (!check_target (solution, in, out, flow, error)
      || !save (storage, solution, in, out, rewrite, error))
    return FALSE;

  g_print (ngettext ("Wrote %u flow to “%s”.\n", "Wrote %u flows to “%s”.\n", n), n, name);
  return TRUE;
}

ScExitStatus
sc_cli_convert (int argc, char **argv)
{
  g_autofree char *flow = NULL;
  g_auto (GStrv) paths = NULL;
  gboolean rewrite = FALSE;
  g_autoptr (ScStorage) storage = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "rewrite", 'r', 0, G_OPTION_ARG_NONE, &rewrite,
      N_ ("Write every flow anew, also where the original bytes could stay"), NULL },
    { "flow", 'F', 0, G_OPTION_ARG_STRING, &flow, N_ ("Write only this flow"), N_ ("NAME|ID") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = sc_cli_context_new (
      "IN OUT", _ ("Writes a solution in another format."),
      _ ("IN is a .stagecraft, .xaml or .zip file, or the folder of an unpacked solution. The\n"
         "name of OUT says what is written: a .stagecraft, .xaml or .zip file, or a folder. In a\n"
         "folder or a .zip that is there already, only what differs is written.\n\n"
         "Exit status: 0 when it was written, 2 when not."),
      entries);

  if (!sc_cli_parse (context, "convert", argc, argv))
    return SC_EXIT_FAILURE;
  if (paths == NULL || g_strv_length (paths) != 2)
    return sc_cli_complain_usage ("convert", _ ("Name one file to read and one to write."));

  storage = sc_cli_open (paths[0]);
  if (storage == NULL)
    return SC_EXIT_FAILURE;
  if (convert (storage, paths[0], paths[1], flow, rewrite, &error))
    return SC_EXIT_SUCCESS;
  sc_cli_complain (error->message);
  return SC_EXIT_FAILURE;
}
