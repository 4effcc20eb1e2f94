/* test-words.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-process.h"
#include "sc-role.h"
#include "sc-rule-setting.h"
#include "sc-stage.h"
#include "sc-table.h"
#include "sc-version.h"

/* What things are called on the command line, in files and by a person, and back. */

static void
test_levels (void)
{
  static const struct
  {
    ScLevel level;
    const char *nick, *title, *file;
  } rows[] = {
    { SC_LEVEL_NONE, "none", "None", NULL },
    { SC_LEVEL_USER, "user", "User", "Basic" },
    { SC_LEVEL_BUSINESS_UNIT, "business-unit", "Business unit", "Local" },
    { SC_LEVEL_PARENT, "parent", "Parent: child business units", "Deep" },
    { SC_LEVEL_ORGANIZATION, "organization", "Organization", "Global" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpstr (sc_level_get_nick (rows[i].level), ==, rows[i].nick);
      g_assert_cmpstr (sc_level_get_title (rows[i].level), ==, rows[i].title);
      g_assert_cmpstr (sc_level_get_file_name (rows[i].level), ==, rows[i].file);
      g_assert_cmpint (sc_level_from_file_name (rows[i].file), ==, rows[i].level);
    }
}

static void
test_accesses (void)
{
  static const struct
  {
    ScAccess access;
    const char *nick, *title, *privilege;
  } rows[] = {
    { SC_ACCESS_CREATE, "create", "Create", "prvCreatenew_t" },
    { SC_ACCESS_READ, "read", "Read", "prvReadnew_t" },
    { SC_ACCESS_WRITE, "write", "Write", "prvWritenew_t" },
    { SC_ACCESS_DELETE, "delete", "Delete", "prvDeletenew_t" },
    { SC_ACCESS_APPEND, "append", "Append", "prvAppendnew_t" },
    { SC_ACCESS_APPEND_TO, "append-to", "Append To", "prvAppendTonew_t" },
  };

  g_assert_cmpuint (G_N_ELEMENTS (rows), ==, SC_N_ACCESS);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *privilege = sc_access_get_privilege_name (rows[i].access, "new_t");

      g_assert_cmpstr (sc_access_get_nick (rows[i].access), ==, rows[i].nick);
      g_assert_cmpstr (sc_access_get_title (rows[i].access), ==, rows[i].title);
      g_assert_cmpint (sc_access_from_nick (rows[i].nick), ==, rows[i].access);
      g_assert_cmpstr (privilege, ==, rows[i].privilege);
      g_assert_cmpstr (sc_access_get_privilege_table (rows[i].access, privilege), ==, "new_t");
    }
  g_assert_cmpint (sc_access_from_nick ("share"), ==, SC_N_ACCESS);
  g_assert_cmpint (sc_access_from_nick (NULL), ==, SC_N_ACCESS);
  g_assert_null (sc_access_get_privilege_table (SC_ACCESS_READ, "prvWritenew_t"));
  g_assert_cmpstr (sc_access_get_privilege_table (SC_ACCESS_READ, "PRVREADx"), ==, "x");
}

static void
test_rule_levels (void)
{
  ScRuleLevel level = SC_RULE_ERROR;

  for (ScRuleLevel i = SC_RULE_AS_IS; i <= SC_RULE_ERROR; i++)
    {
      g_assert_true (sc_rule_level_from_nick (sc_rule_level_get_nick (i), &level));
      g_assert_cmpint (level, ==, i);
    }
  g_assert_null (sc_rule_level_get_nick (SC_RULE_ERROR + 1));
  g_assert_false (sc_rule_level_from_nick ("fatal", &level));
  g_assert_false (sc_rule_level_from_nick (NULL, &level));
  g_assert_cmpint (level, ==, SC_RULE_ERROR);
}

static void
test_column_types (void)
{
  g_autoptr (ScColumn) column = sc_column_new ();

  g_assert_cmpint (sc_column_type_from_nick ("unknown"), ==, SC_COLUMN_UNKNOWN);
  g_assert_cmpint (sc_column_type_from_nick ("picture"), ==, SC_COLUMN_UNKNOWN);
  g_assert_cmpint (sc_column_type_from_nick (NULL), ==, SC_COLUMN_UNKNOWN);
  g_assert_cmpint (sc_column_type_from_class_id (NULL), ==, SC_COLUMN_UNKNOWN);
  column->type = SC_COLUMN_EMAIL;
  g_assert_cmpstr (sc_column_choose_control (column), ==,
                   sc_column_type_get_class_id (SC_COLUMN_EMAIL));
  g_assert_cmpstr (sc_column_choose_control (NULL), ==,
                   sc_column_type_get_class_id (SC_COLUMN_TEXT));
}

static void
test_privilege_tables (void)
{
  static const struct
  {
    const char *table, *name;
  } rows[] = {
    { "account", "account" }, { "PhoneCall", "Activity" },      { "task", "Activity" },
    { "systemuser", "User" }, { "salesorder", "Order" },        { "productpricelevel", NULL },
    { "new_t", "new_t" },     { "socialactivity", "Activity" }, { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (sc_table_get_privilege_name (rows[i].table), ==, rows[i].name);
}

static void
test_parameters (void)
{
  static const struct
  {
    const char *type;
    gboolean output, target, fits;
  } rows[] = {
    { "String", FALSE, FALSE, TRUE },          { NULL, FALSE, FALSE, TRUE },
    { "Entity", FALSE, FALSE, FALSE },         { "EntityCollection", TRUE, FALSE, FALSE },
    { "OptionSetValue", FALSE, FALSE, FALSE }, { "EntityReference", FALSE, FALSE, FALSE },
    { "EntityReference", TRUE, FALSE, TRUE },  { "EntityReference", FALSE, TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ScParameter) parameter = sc_parameter_new ();

      sc_set_string (parameter, type, rows[i].type);
      parameter->output = rows[i].output;
      parameter->target = rows[i].target;
      g_assert_cmpint (sc_parameter_fits_step (parameter), ==, rows[i].fits);
    }
}

/* next NULL: valid, but the greatest of all. */
static void
test_versions (void)
{
  static const struct
  {
    const char *version;
    gboolean valid;
    const char *next;
  } rows[] = {
    { NULL, FALSE, NULL },
    { "", FALSE, NULL },
    { "1", FALSE, NULL },
    { "1.0", TRUE, "1.1" },
    { "1.0.0.7", TRUE, "1.0.0.8" },
    { "9.2.9", TRUE, "9.2.10" },
    { "1.2.3.2147483647", TRUE, "1.2.4.0" },
    { "1.2147483647.2147483647", TRUE, "2.0.0" },
    { "2147483647.2147483647", TRUE, NULL },
    { "1.2147483648", FALSE, NULL },
    { "1.2.3.4.5", FALSE, NULL },
    { "1..2", FALSE, NULL },
    { "1.-2", FALSE, NULL },
    { "1.2 ", FALSE, NULL },
    { "1.x", FALSE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *next = sc_version_raise (rows[i].version);

      g_test_message ("%s", rows[i].version);
      g_assert_cmpint (sc_version_is_valid (rows[i].version), ==, rows[i].valid);
      g_assert_cmpstr (next, ==, rows[i].next);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/words/levels", test_levels);
  g_test_add_func ("/model/words/accesses", test_accesses);
  g_test_add_func ("/model/words/rule-levels", test_rule_levels);
  g_test_add_func ("/model/words/column-types", test_column_types);
  g_test_add_func ("/model/words/privilege-tables", test_privilege_tables);
  g_test_add_func ("/model/words/parameters", test_parameters);
  g_test_add_func ("/model/words/versions", test_versions);
  return g_test_run ();
}
