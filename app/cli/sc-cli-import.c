/* sc-cli-import.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "sc-cli-command.h"
#include "sc-edit-metadata.h"
#include "sc-import.h"

static guint
count_columns (const ScList *tables)
{
  guint n = 0;

  sc_list_foreach (tables, const ScTable *, table)
    {
      n += sc_list_length (table->columns);
    }
  return n;
}

static ScStorage *
import_and_save (const ScStorage *storage, const char *metadata, GError **error)
{
  const ScSolution *before = sc_storage_get_solution (storage);
  g_autoptr (ScList) tables = NULL;
  g_autoptr (ScList) relationships = NULL;
  g_autoptr (ScSolution) after = NULL;

  if (!sc_import_metadata (metadata, before, NULL, &tables, &relationships, error))
    return NULL;
  after = sc_edit_metadata_import (before, tables, relationships, error);
  return after != NULL ? sc_storage_save (storage, after, FALSE, error) : NULL;
}

static ScExitStatus
run (const char *path, const char *metadata)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStorage) storage = sc_cli_open (path);
  g_autoptr (ScStorage) saved = NULL;
  g_autofree char *name = sc_cli_name_file (metadata);
  const ScList *tables;

  if (storage == NULL)
    return SC_EXIT_FAILURE;
  saved = import_and_save (storage, metadata, &error);
  if (saved == NULL)
    {
      sc_cli_complain (error->message);
      return SC_EXIT_FAILURE;
    }
  tables = sc_storage_get_solution (saved)->imported;
  /* Translators: numbers, and the name of a file. */
  g_print (_ ("Tables imported from “%s”: %u, with %u columns.\n"), name, sc_list_length (tables),
           count_columns (tables));
  return SC_EXIT_SUCCESS;
}

ScExitStatus
sc_cli_import_metadata (int argc, char **argv)
{
  g_auto (GStrv) paths = NULL;
  const GOptionEntry entries[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = sc_cli_context_new (
      "FILE DATA", _ ("Keeps with a solution what an environment says of its tables."),
      _ ("DATA is the $metadata document of an environment, or a folder with the Entity.xml\n"
         "files of an unpacked solution. Of it are kept the tables that the flows of FILE lead\n"
         "through or can change to: in a definition itself, beside a package in a file that is\n"
         "named like it and ends in .stagecraft-settings."),
      entries);

  if (!sc_cli_parse (context, "import-metadata", argc, argv))
    return SC_EXIT_FAILURE;
  if (paths == NULL || g_strv_length (paths) != 2)
    return sc_cli_complain_usage ("import-metadata",
                                  _ ("Name a solution, and the metadata to import."));
  return run (paths[0], paths[1]);
}
