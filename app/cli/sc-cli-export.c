/* sc-cli-export.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-cli-command.h"
#include "sc-export.h"
#include "sc-file-error.h"

#include <glib/gi18n-lib.h>

#define ZIP_SUFFIX ".zip"

/* What the command line says. */
typedef struct
{
  gboolean zip;
  gboolean folder;
  char *version;
  gboolean raise_version;
  gboolean note;
} ScExportFlags;

static const char *
get_kind_nick (ScPackageKind kind)
{
  return kind == SC_PACKAGE_ZIP ? "zip" : "folder";
}

/* What the ending of the name says, unless an option does. */
static ScPackageKind
choose_kind (const ScExportFlags *flags, const char *out)
{
  if (flags->zip)
    return SC_PACKAGE_ZIP;
  if (flags->folder || !sc_cli_has_suffix (out, ZIP_SUFFIX)
      || g_file_test (out, G_FILE_TEST_IS_DIR))
    return SC_PACKAGE_FOLDER;
  return SC_PACKAGE_ZIP;
}

/* The version to write, or NULL for that of the solution. Free with g_free(). */
static char *
choose_version (const ScExportFlags *flags, const ScSolution *solution, GError **error)
{
  char *version;

  if (!flags->raise_version)
    return g_strdup (flags->version);
  version = sc_export_raise_version (solution->version);
  if (version == NULL)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
                 _ ("The version “%s” cannot be raised. Give another one with --version."),
                 solution->version != NULL ? solution->version : "");
  return version;
}

static ScJson *
begin_json (const char *out, const ScExportOptions *options, const char *version, gboolean exported)
{
  ScJson *json = sc_json_new ();
  g_autofree char *name = g_filename_display_name (out);
  g_autofree char *note_path = sc_export_get_note_path (out);
  g_autofree char *note = g_filename_display_name (note_path);

  sc_json_begin_object (json, NULL);
  sc_json_add_string (json, "path", name);
  sc_json_add_string (json, "kind", get_kind_nick (options->kind));
  sc_json_add_boolean (json, "exported", exported);
  sc_json_add_string (json, "version", version);
  sc_json_add_string (json, "note", exported && options->note ? note : NULL);
  return json;
}

static void
report_obstacles (const char *in,
                  const char *out,
                  const ScExportOptions *options,
                  const ScSolution *solution,
                  GPtrArray *obstacles,
                  gboolean as_json)
{
  g_autofree char *name = sc_cli_name_file (in);
  g_autoptr (ScSolutionIndex) index = sc_solution_index_new (solution);
  ScJson *json = as_json ? begin_json (out, options, solution->version, FALSE) : NULL;

  if (json != NULL)
    sc_json_begin_array (json, "findings");
  else
    g_print ("%s\n", name);
  for (guint i = 0; i < obstacles->len; i++)
    if (json != NULL)
      sc_cli_add_problem (json, index, g_ptr_array_index (obstacles, i));
    else
      sc_cli_print_problem (index, g_ptr_array_index (obstacles, i));
  if (json == NULL)
    {
      g_print (ngettext ("\nNothing was exported: %u error blocks it.\n",
                         "\nNothing was exported: %u errors block it.\n", obstacles->len),
               obstacles->len);
      return;
    }
  sc_json_end_array (json);
  sc_json_end_object (json);
  sc_cli_print_json (json);
}

static void
report_success (const char *out, const ScExportOptions *options, const char *version, gboolean json)
{
  g_autofree char *name = sc_cli_name_file (out);
  g_autofree char *note_path = sc_export_get_note_path (out);
  g_autofree char *note = sc_cli_name_file (note_path);

  if (json)
    {
      ScJson *object = begin_json (out, options, version, TRUE);

      sc_json_begin_array (object, "findings");
      sc_json_end_array (object);
      sc_json_end_object (object);
      sc_cli_print_json (object);
      return;
    }
  /* Translators: a file or folder, and its version. */
  g_print (_ ("Exported “%s”, version %s.\n"), name, version != NULL ? version : _ ("none"));
  if (options->note)
    g_print (_ ("Wrote what to do after the import to “%s”.\n"), note);
}

static ScExitStatus
fail (const GError *error)
{
  sc_cli_complain (error->message);
  return SC_EXIT_FAILURE;
}

static ScExitStatus
run (const ScExportFlags *flags, const char *in, const char *out, gboolean json)
{
  g_autoptr (ScStorage) storage = sc_cli_open (in);
  const ScSolution *solution = storage != NULL ? sc_storage_get_solution (storage) : NULL;
  g_autofree char *refusal = NULL;
  g_autofree char *version = NULL;
  g_autoptr (GPtrArray) obstacles = NULL;
  g_autoptr (GError) error = NULL;
  ScExportOptions options = { choose_kind (flags, out), out, NULL, flags->note };

  if (storage == NULL)
    return SC_EXIT_FAILURE;
  refusal = sc_export_explain_refusal (storage, solution);
  if (refusal != NULL)
    {
      sc_cli_complain (refusal);
      return SC_EXIT_FAILURE;
    }
  version = choose_version (flags, solution, &error);
  if (error != NULL)
    return fail (error);
  options.version = version;
  obstacles = sc_export_list_obstacles (storage, solution);
  if (obstacles->len > 0)
    {
      report_obstacles (in, out, &options, solution, obstacles, json);
      return SC_EXIT_FINDINGS;
    }
  if (!sc_export_run (storage, solution, &options, &error))
    return fail (error);
  report_success (out, &options, version != NULL ? version : solution->version, json);
  return SC_EXIT_SUCCESS;
}

ScExitStatus
sc_cli_export (int argc, char **argv)
{
  ScExportFlags flags = { FALSE };
  g_autofree char *format = NULL;
  g_autofree char *version = NULL;
  g_auto (GStrv) paths = NULL;
  gboolean json, valid;
  const GOptionEntry entries[] = {
    { "zip", 'z', 0, G_OPTION_ARG_NONE, &flags.zip, N_ ("Write a .zip file"), NULL },
    { "folder", 'd', 0, G_OPTION_ARG_NONE, &flags.folder, N_ ("Write an unpacked folder"), NULL },
    { "version", 'V', 0, G_OPTION_ARG_STRING, &version, N_ ("Give the package this version"),
      N_ ("VERSION") },
    { "raise-version", 'r', 0, G_OPTION_ARG_NONE, &flags.raise_version,
      N_ ("Raise the last number of the version by one"), NULL },
    { "note", 'n', 0, G_OPTION_ARG_NONE, &flags.note,
      N_ ("Write what to do after the import beside it, as Markdown"), NULL },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_ ("How to say it: text or json"),
      N_ ("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = sc_cli_context_new (
      "IN OUT", _ ("Checks a solution and writes it as a package to deploy."),
      _ ("IN is a .stagecraft or .zip file, or the folder of an unpacked solution. OUT is a .zip\n"
         "file or a folder. An error that check finds blocks the export; warnings do not.\n\n"
         "Exit status: 0 when it was written, 1 when an error blocks it, 2 when the command line\n"
         "is wrong or a file cannot be read or written."),
      entries);

  if (!sc_cli_parse (context, "export", argc, argv))
    return SC_EXIT_FAILURE;
  flags.version = version;
  json = sc_cli_is_json ("export", format, &valid);
  if (!valid)
    return SC_EXIT_FAILURE;
  if (paths == NULL || g_strv_length (paths) != 2)
    return sc_cli_complain_usage ("export", _ ("Name one file to read and one to write."));
  if (flags.zip && flags.folder)
    return sc_cli_complain_usage ("export", _ ("Choose one of --zip and --folder."));
  if (version != NULL && flags.raise_version)
    return sc_cli_complain_usage ("export", _ ("Choose one of --version and --raise-version."));
  return run (&flags, paths[0], paths[1], json);
}
