/* sc-check-other.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-check-other.h"

#include "sc-cli-command.h"
#include "sc-file.h"
#include "sc-folder.h"
#include "sc-xaml-reader.h"
#include "sc-xml.h"
#include "sc-zip.h"

#define MANIFEST "solution.xml"

/* FALSE for what cannot be read, too: it may be a flow. */
static gboolean
is_other_process (GBytes *bytes, const char *name)
{
  g_autoptr (ScXml) xml = bytes != NULL ? sc_xml_parse (bytes, name, NULL) : NULL;
  g_autofree char *explanation = xml != NULL ? sc_xaml_explain_unsupported (xml) : NULL;

  return explanation != NULL;
}

static gboolean
is_other_zip (const char *path)
{
  g_autoptr (ScZip) zip = sc_zip_open (path, NULL);

  if (zip == NULL)
    return FALSE;
  if (sc_zip_find (zip, MANIFEST) < 0)
    return TRUE;
  for (guint i = 0; i < sc_zip_count (zip); i++)
    if (sc_cli_has_suffix (sc_zip_get_name (zip, i), ".xaml"))
      {
        g_autoptr (GBytes) bytes = sc_zip_read (zip, i, NULL);

        if (!is_other_process (bytes, sc_zip_get_name (zip, i)))
          return FALSE;
      }
  return TRUE;
}

static gboolean
is_other_folder (const char *path)
{
  g_autoptr (ScFolder) folder = sc_folder_open (path, NULL);
  g_autofree char *manifest = folder != NULL ? sc_folder_find (folder, "Other/Solution.xml") : NULL;
  g_autofree char *packed = folder != NULL ? sc_folder_find (folder, "customizations.xml") : NULL;
  g_autoptr (GPtrArray) names = NULL;

  if (manifest == NULL || packed != NULL)
    return FALSE;
  names = sc_folder_list (folder, "Workflows", ".xaml");
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autoptr (GBytes) bytes = sc_folder_read (folder, name, NULL);

      if (!is_other_process (bytes, name))
        return FALSE;
    }
  return TRUE;
}

gboolean
sc_check_is_other (const char *path)
{
  g_autoptr (GBytes) bytes = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return is_other_folder (path);
  if (sc_cli_has_suffix (path, ".zip"))
    return is_other_zip (path);
  if (!sc_cli_has_suffix (path, ".xaml"))
    return FALSE;
  bytes = sc_file_read (path, SC_XML_MAX_BYTES, NULL);
  return is_other_process (bytes, path);
}
