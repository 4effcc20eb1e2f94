/* located.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "located.h"

#include "package-files.h"
#include "zip-files.h"

#include <string.h>

char *
located_text_read (const ScLocation *location)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (location->entry != NULL)
    return zip_files_read (location->path, location->entry);
  g_file_get_contents (location->path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

const char *
located_text_find (const char *text, const ScLocation *location)
{
  const char *line = text, *end = text + strlen (text);

  g_assert_cmpuint (location->line, >, 0);
  g_assert_cmpuint (location->column, >, 0);
  if (g_str_has_prefix (line, "\xef\xbb\xbf"))
    line += 3;
  for (guint i = 1; i < location->line; i++)
    {
      line = memchr (line, '\n', (gsize) (end - line));
      g_assert_nonnull (line);
      line++;
    }
  for (guint i = 1; i < location->column; i++)
    {
      g_assert_true (*line != '\0' && *line != '\n');
      line = g_utf8_next_char (line);
    }
  return line;
}

static gboolean
begins_tag (const char *text, const char *begin)
{
  return g_str_has_prefix (text, begin) && strchr (" >/\r\n", text[strlen (begin)]) != NULL;
}

/* Counts the elements of that name in each other. */
static const char *
find_end (const char *text)
{
  g_autofree char *begin = g_strndup (text, strcspn (text, " >/\r\n"));
  g_autofree char *end = g_strconcat ("</", begin + 1, ">", NULL);
  guint depth = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (begins_tag (p, begin))
        {
          const char *close = strchr (p, '>');

          if (close[-1] != '/')
            depth++;
          else if (depth == 0)
            return close + 1;
        }
      else if (g_str_has_prefix (p, end) && --depth == 0)
        return p + strlen (end);
    }
  g_assert_not_reached ();
}

char *
located_text_cut (const char *text)
{
  const char *quote;

  if (*text == '<')
    return g_strndup (text, find_end (text) - text);
  quote = strchr (text, '"');
  g_assert_nonnull (quote);
  return g_strndup (text, strchr (quote + 1, '"') + 1 - text);
}

static ScLocation *
find (ScLocator *locator, const LocatedRow *row)
{
  const char *role = row->role ? SAMPLE_ROLE_ID : NULL;
  g_autoptr (ScProblem) problem = NULL;

  if (row->rule == NULL)
    return sc_locator_find_place (locator, row->flow, row->stage, row->step, role);
  problem = sc_problem_new ();
  problem->rule = sc_rule_find (row->rule);
  g_assert_nonnull (problem->rule);
  sc_set_string (problem, flow, row->flow);
  sc_set_string (problem, stage, row->stage);
  sc_set_string (problem, step, row->step);
  sc_set_string (problem, role, role);
  return sc_locator_find (locator, problem);
}

static void
assert_ends (const char *text, const char *end)
{
  if (!g_str_has_suffix (text, end))
    g_error ("“%s” does not end with “%s”", text, end);
}

void
located_check_row (ScLocator *locator, const LocatedRow *row, gboolean zip)
{
  g_autoptr (ScLocation) location = find (locator, row);
  g_autofree char *whole = NULL;
  g_autofree char *cut = NULL;
  const char *text;

  g_assert_true (g_path_is_absolute (location->path));
  if (zip)
    {
      assert_ends (location->path, ".zip");
      assert_ends (location->entry, row->entry != NULL ? row->entry : row->file);
    }
  else
    {
      assert_ends (location->path, row->file);
      g_assert_null (location->entry);
    }
  if (row->starts == NULL)
    {
      g_assert_cmpuint (location->line, ==, 0);
      g_assert_cmpuint (location->column, ==, 0);
      return;
    }
  whole = located_text_read (location);
  text = located_text_find (whole, location);
  if (!g_str_has_prefix (text, row->starts))
    g_error ("%s: “%.200s” does not start with “%s”", row->rule, text, row->starts);
  cut = located_text_cut (text);
  if (row->holds != NULL && strstr (cut, row->holds) == NULL)
    g_error ("%s: “%s” does not hold “%s”", row->rule, cut, row->holds);
}

void
located_check_rows (const char *path, const LocatedRow *rows, guint n_rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStorage) storage = sc_storage_open (path, &error);
  g_autoptr (ScLocator) locator = NULL;

  g_assert_no_error (error);
  locator = sc_locator_new (storage);
  for (guint i = 0; i < n_rows; i++)
    located_check_row (locator, &rows[i], sc_storage_get_kind (storage) == SC_STORAGE_ZIP);
  /* From the last to the first, with all that is known by now and with nothing known. */
  for (guint i = n_rows; i-- > 0;)
    located_check_row (locator, &rows[i], sc_storage_get_kind (storage) == SC_STORAGE_ZIP);
  for (guint i = n_rows; i-- > 0;)
    {
      g_autoptr (ScLocator) fresh = sc_locator_new (storage);

      located_check_row (fresh, &rows[i], sc_storage_get_kind (storage) == SC_STORAGE_ZIP);
    }
}

const LocatedRow located_straight_rows[] = {
  { NULL, FLOW ("1"), NULL, NULL, FALSE, ".xaml", NULL, "<Activity ",
    "XrmWorkflowffffffff000040008000000000000001" },
  { NULL, FLOW ("1"), STAGE ("01"), NULL, FALSE, ".xaml", NULL, ACTIVITY ("StageComposite"),
    "x:Key=\"StageId\">" STAGE ("01") "<" },
  { NULL, FLOW ("1"), STAGE ("02"), NULL, FALSE, ".xaml", NULL, ACTIVITY ("StageComposite"),
    "x:Key=\"StageId\">" STAGE ("02") "<" },
  { NULL, FLOW ("1"), STAGE ("01"), STEP ("01"), FALSE, ".xaml", NULL, ACTIVITY ("StepComposite"),
    "x:Key=\"ProcessStepId\">" STEP ("01") "<" },
  { NULL, FLOW ("1"), STAGE ("01"), STEP ("02"), FALSE, ".xaml", NULL, ACTIVITY ("StepComposite"),
    "x:Key=\"ProcessStepId\">" STEP ("02") "<" },
  { NULL, FLOW ("1"), STAGE ("02"), STEP ("03"), FALSE, ".xaml", NULL, ACTIVITY ("StepComposite"),
    "x:Key=\"ProcessStepId\">" STEP ("03") "<" },
  /* Ids are written in either case, with braces or without. */
  { NULL, "{FFFFFFFF-0000-4000-8000-000000000001}", "{AAAAAAAA-0000-4000-8000-000000000002}", NULL,
    FALSE, ".xaml", NULL, ACTIVITY ("StageComposite"), "x:Key=\"StageId\">" STAGE ("02") "<" },
  /* What is not there is looked for further out. */
  { NULL, FLOW ("1"), STAGE ("02"), STEP ("99"), FALSE, ".xaml", NULL, ACTIVITY ("StageComposite"),
    "x:Key=\"StageId\">" STAGE ("02") "<" },
  { NULL, FLOW ("1"), STAGE ("99"), STEP ("99"), FALSE, ".xaml", NULL, "<Activity ", NULL },
  { "BR-01", FLOW ("1"), STAGE ("02"), NULL, FALSE, ".xaml", NULL, ACTIVITY ("StageComposite"),
    "x:Key=\"StageId\">" STAGE ("02") "<" },
  { "F-02", FLOW ("1"), NULL, NULL, FALSE, ".xaml", NULL, "<Activity ", NULL },
  { "F-22", FLOW ("1"), STAGE ("01"), STEP ("01"), FALSE, ".xaml", NULL, LABELS,
    "Description=\"Sorte\"" },
  { "SP-01", FLOW ("1"), STAGE ("01"), STEP ("01"), FALSE, ".xaml", NULL,
    "DataFieldName=\"garden_seed\"", NULL },
  { "SP-03", FLOW ("1"), STAGE ("02"), STEP ("03"), FALSE, ".xaml", NULL,
    ACTIVITY ("StepComposite"), "x:Key=\"ProcessStepId\">" STEP ("03") "<" },
  { "SP-07", FLOW ("1"), STAGE ("01"), STEP ("01"), FALSE, ".xaml", NULL,
    "<x:Boolean x:Key=\"IsProcessRequired\">True<", NULL },
  { "SP-13", FLOW ("1"), STAGE ("01"), STEP ("02"), FALSE, ".xaml", NULL, LABELS, "🌱" },
  { "ST-03", FLOW ("1"), STAGE ("01"), NULL, FALSE, ".xaml", NULL, LABELS, "Description=\"Säen\"" },
  { "ST-05", FLOW ("1"), STAGE ("02"), NULL, FALSE, ".xaml", NULL,
    "<x:String x:Key=\"StageId\">" STAGE ("02") "<", NULL },
  { "ST-10", FLOW ("1"), STAGE ("02"), NULL, FALSE, ".xaml", NULL,
    "<x:String x:Key=\"StageCategory\">3<", NULL },
  { "ST-12", FLOW ("1"), STAGE ("01"), NULL, FALSE, ".xaml", NULL,
    "<x:String x:Key=\"NextStageId\">" STAGE ("02") "<", NULL },
};

const guint located_n_straight_rows = G_N_ELEMENTS (located_straight_rows);

char *
located_make_folder (const char *folder, const char *line_end)
{
  char *path = g_build_filename (folder, "solution", NULL);

  files_make_solution (path, line_end);
  files_write (path, "Other/Customizations.xml",
               "<ImportExportXml>\n  <Entities />\n  <Roles />\n  <Workflows />\n"
               "  <EntityRelationships />\n  <optionsets />\n</ImportExportXml>");
  files_replace (path, LOCATED_TABLES_FILE, "EntityStep6: garden_tool", "EntityStep6: sc_record");
  files_replace (path, LOCATED_TABLES_FILE ".data.xml", "<processorder>100<", "<processorder>200<");
  return path;
}
