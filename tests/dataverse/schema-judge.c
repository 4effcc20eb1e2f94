/* schema-judge.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "schema-judge.h"

#include <libxml/parser.h>

#include "sc-zip.h"

void
schema_judge_init (SchemaJudge *self)
{
  static const char *const names[] = { "customizations.rng", "solution.rng", "unpacked.rng" };

  for (guint i = 0; i < N_SCHEMAS; i++)
    {
      g_autofree char *path
          = g_build_filename (g_getenv ("STAGECRAFT_SOURCE"), "tests", "dataverse", names[i], NULL);
      xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt (path);

      self->schemas[i] = xmlRelaxNGParse (parser);
      xmlRelaxNGFreeParserCtxt (parser);
      g_assert_nonnull (self->schemas[i]);
      self->judged[i] = 0;
    }
  self->failures = g_string_new (NULL);
}

void
schema_judge_clear (SchemaJudge *self)
{
  for (guint i = 0; i < N_SCHEMAS; i++)
    xmlRelaxNGFree (self->schemas[i]);
  g_string_free (self->failures, TRUE);
}

static void
keep_first_error (void *user_data, xmlError *error)
{
  char **message = user_data;

  if (*message == NULL)
    *message = g_strdup_printf ("line %d: %s", error->line, error->message);
}

char *
schema_judge_text (SchemaJudge *self, Schema schema, GBytes *bytes)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  xmlDoc *document = xmlReadMemory (text, size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
  xmlRelaxNGValidCtxt *validator = xmlRelaxNGNewValidCtxt (self->schemas[schema]);
  char *message = NULL;

  if (document == NULL)
    message = g_strdup ("not XML");
  else
    {
      xmlRelaxNGSetValidStructuredErrors (validator, keep_first_error, &message);
      if (xmlRelaxNGValidateDoc (validator, document) == 0)
        g_assert_null (message);
      else if (message == NULL)
        message = g_strdup ("not valid");
    }
  xmlRelaxNGFreeValidCtxt (validator);
  xmlFreeDoc (document);
  self->judged[schema]++;
  return message;
}

Schema
schema_judge_find (const char *path)
{
  static const struct
  {
    const char *pattern;
    Schema schema;
  } kinds[] = {
    { "customizations.xml", CUSTOMIZATIONS },
    { "*Other/Customizations.xml", CUSTOMIZATIONS },
    { "solution.xml", SOLUTION },
    { "*Other/Solution.xml", SOLUTION },
    { "*Other/Relationships.xml", UNPACKED },
    { "*Other/Relationships/*.xml", UNPACKED },
    { "*Entities/*.xml", UNPACKED },
    { "*Workflows/*.xaml.data.xml", UNPACKED },
    { "*Roles/*.xml", UNPACKED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_pattern_match_simple (kinds[i].pattern, path))
      return kinds[i].schema;
  return N_SCHEMAS;
}

void
schema_judge_check_file (SchemaJudge *self, const char *package, const char *path, GBytes *bytes)
{
  Schema schema = schema_judge_find (path);
  g_autofree char *message = schema < N_SCHEMAS ? schema_judge_text (self, schema, bytes) : NULL;

  if (message != NULL)
    g_string_append_printf (self->failures, "\n%s: %s: %s", package, path, message);
}

void
schema_judge_check_folder (SchemaJudge *self,
                           const char *package,
                           const char *folder,
                           const char *place)
{
  g_autofree char *path = g_build_filename (folder, place, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inside = g_build_filename (place, name, NULL);
      g_autofree char *whole = g_build_filename (folder, inside, NULL);
      char *text = NULL;
      gsize size = 0;

      if (g_file_test (whole, G_FILE_TEST_IS_DIR))
        schema_judge_check_folder (self, package, folder, inside);
      else if (schema_judge_find (inside) < N_SCHEMAS
               && g_file_get_contents (whole, &text, &size, NULL))
        {
          g_autoptr (GBytes) bytes = g_bytes_new_take (text, size);

          schema_judge_check_file (self, package, inside, bytes);
        }
    }
}

void
schema_judge_check_zip (SchemaJudge *self, const char *package, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScZip) zip = sc_zip_open (path, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < sc_zip_count (zip); i++)
    {
      const char *name = sc_zip_get_name (zip, i);
      g_autoptr (GBytes) bytes = NULL;

      if (schema_judge_find (name) == N_SCHEMAS)
        continue;
      bytes = sc_zip_read (zip, i, &error);
      g_assert_no_error (error);
      schema_judge_check_file (self, package, name, bytes);
    }
}
