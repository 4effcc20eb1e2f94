/* test-locator-files.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "located.h"
#include "package-files.h"
#include "sample-flows.h"
#include "sc-locator-private.h"
#include "sc-xaml.h"

#include <glib/gstdio.h>
#include <string.h>

/* Single files, odd files, and files that change meanwhile. */

/* One flow without anything beside it. */
static char *
write_xaml (const char *folder, const char *sample)
{
  g_autoptr (ScFlow) flow = sample_flow_new (sample);
  g_autoptr (GBytes) bytes = sc_xaml_write (flow);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *name = g_strconcat (sample, ".xaml", NULL);

  files_write (folder, name, text);
  return g_build_filename (folder, name, NULL);
}

static const LocatedRow bare_rows[] = {
  { NULL, NULL, NULL, NULL, FALSE, "straight.xaml", NULL, NULL, NULL },
  { "F-08", FLOW ("1"), NULL, NULL, FALSE, "straight.xaml", NULL, "<Activity ", NULL },
  { "SL-16", NULL, NULL, NULL, FALSE, "straight.xaml", NULL, NULL, NULL },
  { "ST-07", FLOW ("1"), STAGE ("02"), NULL, FALSE, "straight.xaml", NULL,
    ACTIVITY ("StageComposite"), "x:Key=\"StageId\">" STAGE ("02") "<" },
  { NULL, FLOW ("1"), NULL, NULL, TRUE, "straight.xaml", NULL, "<Activity ", NULL },
};

static const LocatedRow described_rows[] = {
  { "F-08", FLOW ("1"), NULL, NULL, FALSE, "straight.xaml.data.xml", NULL, "<UniqueName>sc_it<",
    NULL },
  { "F-13", FLOW ("1"), NULL, NULL, FALSE, "straight.xaml.data.xml", NULL, "Description=\"No\"",
    NULL },
  { "F-22", FLOW ("1"), NULL, NULL, FALSE, "straight.xaml.data.xml", NULL, "Name=\"It\"", NULL },
};

static const LocatedRow branch_rows[] = {
  { "BR-01", FLOW ("5"), STAGE ("31"), NULL, FALSE, ".xaml", NULL, ACTIVITY ("ConditionSequence"),
    "Is it  large?" },
  { "BR-14", FLOW ("5"), STAGE ("32"), NULL, FALSE, ".xaml", NULL, ACTIVITY ("ConditionSequence"),
    "Huge &amp; heavy" },
  { "BR-07", FLOW ("5"), STAGE ("33"), NULL, FALSE, ".xaml", NULL, ACTIVITY ("StageComposite"),
    "x:Key=\"StageId\">" STAGE ("33") "<" },
};

static const LocatedRow action_rows[] = {
  { "SP-18", FLOW ("3"), STAGE ("04"), STEP ("07"), FALSE, ".xaml", NULL,
    "<s:Guid x:Key=\"ProcessId\">eeeeeeee-0000-4000-8000-000000000107<", NULL },
  { "SP-18", FLOW ("3"), STAGE ("05"), STEP ("10"), FALSE, ".xaml", NULL,
    "<s:Guid x:Key=\"WorkflowId\">eeeeeeee-0000-4000-8000-000000000110<", NULL },
  { "SP-02", FLOW ("3"), STAGE ("04"), STEP ("09"), FALSE, ".xaml", NULL, "<mcwb:Control ",
    "garden_Odd_Step_1" },
  /* Which of two workflows is meant the problem does not say. */
  { "SP-20", FLOW ("3"), STAGE ("04"), NULL, FALSE, ".xaml", NULL, ACTIVITY ("StageComposite"),
    "x:Key=\"StageId\">" STAGE ("04") "<" },
};

static void
test_xaml (void)
{
  g_autofree char *folder = files_make_folder ();
  g_autofree char *straight = write_xaml (folder, "straight");
  g_autofree char *branches = write_xaml (folder, "branches");
  g_autofree char *actions = write_xaml (folder, "actions");

  located_check_rows (straight, located_straight_rows, located_n_straight_rows);
  located_check_rows (straight, bare_rows, G_N_ELEMENTS (bare_rows));
  located_check_rows (branches, branch_rows, G_N_ELEMENTS (branch_rows));
  located_check_rows (actions, action_rows, G_N_ELEMENTS (action_rows));

  files_write (folder, "straight.xaml.data.xml",
               "<Workflow WorkflowId=\"{" FLOW (
                   "1") "}\" Name=\"It\" Description=\"No\">\n"
                        "  <Category>4</Category>\n  <UniqueName>sc_it</UniqueName>\n</Workflow>");
  located_check_rows (straight, located_straight_rows, located_n_straight_rows);
  located_check_rows (straight, described_rows, G_N_ELEMENTS (described_rows));
  files_remove_folder (folder);
}

/* Everything on one line, behind a byte order mark and characters of two, three and four bytes. */
static void
test_columns (void)
{
  g_autofree char *folder = files_make_folder ();
  g_autofree char *path = write_xaml (folder, "straight");
  g_autofree char *text = files_read (folder, "straight.xaml");
  g_autofree char *line = g_strconcat ("\xef\xbb\xbf<!-- é 漢 🌱🌱 -->", text, NULL);
  g_autoptr (ScStorage) storage = NULL;
  g_autoptr (ScLocator) locator = NULL;
  g_autoptr (ScLocation) location = NULL;

  files_write (folder, "straight.xaml", g_strdelimit (line, "\n", '\t'));
  located_check_rows (path, located_straight_rows, located_n_straight_rows);

  storage = sc_storage_open (path, NULL);
  locator = sc_locator_new (storage);
  location = sc_locator_find_place (locator, FLOW ("1"), NULL, NULL, NULL);
  g_assert_cmpuint (location->line, ==, 1);
  g_assert_cmpuint (location->column, ==, 1 + g_utf8_strlen ("<!-- é 漢 🌱🌱 -->", -1));
  files_remove_folder (folder);
}

/* Of two steps with one id the first is found. */
static void
test_same_step (void)
{
  static const LocatedRow rows[] = {
    { NULL, FLOW ("1"), STAGE ("01"), STEP ("01"), FALSE, ".xaml", NULL, ACTIVITY ("StepComposite"),
      "garden_seed" },
    { "SP-01", FLOW ("1"), STAGE ("01"), STEP ("01"), FALSE, ".xaml", NULL,
      "DataFieldName=\"garden_seed\"", NULL },
    { NULL, FLOW ("1"), STAGE ("01"), STEP ("02"), FALSE, ".xaml", NULL,
      ACTIVITY ("StageComposite"), "garden_seed" },
  };
  g_autofree char *folder = files_make_folder ();
  g_autofree char *path = write_xaml (folder, "straight");

  files_replace (folder, "straight.xaml", "ProcessStepId\">" STEP ("02"),
                 "ProcessStepId\">" STEP ("01"));
  located_check_rows (path, rows, G_N_ELEMENTS (rows));
  files_remove_folder (folder);
}

/* Two flows whose stages and steps have the same names and even ids. */
static void
test_same_stages (void)
{
  static const LocatedRow rows[] = {
    { NULL, FLOW ("1"), STAGE ("02"), STEP ("03"), FALSE, ".stagecraft", NULL, "<step ",
      "garden_weight" },
    { NULL, FLOW ("7"), STAGE ("02"), STEP ("03"), FALSE, ".stagecraft", NULL, "<step ",
      "garden_height" },
    { "ST-03", FLOW ("7"), STAGE ("02"), NULL, FALSE, ".stagecraft", NULL, "label=\"Harvest\"",
      NULL },
    { "TB-01", FLOW ("7"), STAGE ("02"), NULL, FALSE, ".stagecraft", NULL, "<stage ",
      "garden_height" },
  };
  g_autofree char *folder = files_make_folder ();
  g_autofree char *path = g_build_filename (folder, "two.stagecraft", NULL);
  g_autoptr (ScSolution) solution = sc_solution_new ();
  g_autoptr (ScFlow) flow = sample_flow_new ("straight");
  g_autoptr (ScStorage) storage = NULL;
  g_autofree char *text = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GString) both = NULL;
  const char *start, *end;

  solution->language = SC_LANGUAGE_ENGLISH;
  sample_append (solution, flows, sc_flow_ref (flow));
  storage = sc_storage_save_as (solution, path, NULL);
  text = files_read (folder, "two.stagecraft");
  start = strstr (text, "<flow");
  end = strstr (text, "</flow>") + strlen ("</flow>");
  both = g_string_new_len (start, end - start);
  g_string_replace (both, FLOW ("1"), FLOW ("7"), 0);
  g_string_replace (both, "garden_weight", "garden_height", 0);
  second = g_strdup_printf ("%.*s\n  %s%s", (int) (end - text), text, both->str, end);
  files_write (folder, "two.stagecraft", second);
  located_check_rows (path, rows, G_N_ELEMENTS (rows));
  files_remove_folder (folder);
}

/* What has changed on disk: what the storage has read it still knows; for anything else there is
 * the file as a whole, or what is further out. */
static void
test_changed_files (void)
{
  static const LocatedRow intact = { "ST-07",      FLOW ("4"),
                                     STAGE ("12"), NULL,
                                     FALSE,        "sc_Record/Entity.xml",
                                     NULL,         "<IsBusinessProcessEnabled>",
                                     NULL };
  static const LocatedRow whole = { "ST-07", FLOW ("4"), STAGE ("12"),
                                    NULL,    FALSE,      "sc_Record/Entity.xml",
                                    NULL,    NULL,       NULL };
  static const LocatedRow gone
      = { "ST-07",     FLOW ("4"), STAGE ("12"), NULL,
          FALSE,       ".xaml",    NULL,         ACTIVITY ("StageComposite"),
          STAGE ("12") };
  static const char *const unreadable[] = { "", "<Entity>", "\xff\xfe<\x01?\x01", "not XML" };
  g_autofree char *folder = files_make_folder ();
  g_autofree char *path = located_make_folder (folder, "\n");
  g_autofree char *xaml = g_build_filename (path, LOCATED_TABLES_FILE, NULL);
  g_autofree char *table = g_build_filename (path, "Entities/sc_Record/Entity.xml", NULL);
  g_autoptr (ScStorage) storage = sc_storage_open (path, NULL);
  g_autoptr (ScLocator) early = sc_locator_new (storage);
  g_autoptr (ScLocator) late = sc_locator_new (storage);
  g_autoptr (ScLocation) before = NULL;
  g_autoptr (ScLocation) after = NULL;

  located_check_row (early, &intact, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (unreadable); i++)
    {
      g_autoptr (ScLocator) fresh = sc_locator_new (storage);

      files_write (path, "Entities/sc_Record/Entity.xml", unreadable[i]);
      located_check_row (fresh, &whole, FALSE);
      located_check_row (fresh, &whole, FALSE);
    }
  g_assert_cmpint (g_unlink (table), ==, 0);
  located_check_row (late, &gone, FALSE);

  before = sc_locator_find_place (early, FLOW ("4"), STAGE ("12"), NULL, NULL);
  g_assert_cmpint (g_unlink (xaml), ==, 0);
  after = sc_locator_find_place (late, FLOW ("4"), STAGE ("12"), NULL, NULL);
  g_assert_cmpstr (after->path, ==, before->path);
  g_assert_cmpuint (after->line, ==, before->line);
  g_assert_cmpuint (after->column, ==, before->column);
  files_remove_folder (folder);
}

/* The table of rules is searched by halves, and a name in it that is none would never be found. */
static void
test_aims (void)
{
  const ScAim *aim;

  for (guint i = 0; (aim = sc_aim_get (i)) != NULL; i++)
    {
      g_assert_nonnull (sc_rule_find (aim->rule));
      g_assert_true (sc_aim_find (aim->rule) == aim);
    }
  g_assert_null (sc_aim_find ("ST-01"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/locator-files/xaml", test_xaml);
  g_test_add_func ("/locator-files/columns", test_columns);
  g_test_add_func ("/locator-files/same-step", test_same_step);
  g_test_add_func ("/locator-files/same-stages", test_same_stages);
  g_test_add_func ("/locator-files/changed", test_changed_files);
  g_test_add_func ("/locator-files/aims", test_aims);
  return g_test_run ();
}
