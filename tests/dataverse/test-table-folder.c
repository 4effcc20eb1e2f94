/* test-table-folder.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tables of a folder that is no package. */

#include "package-files.h"
#include "sc-table-folder.h"

#include <string.h>

#define TABLE(name, column)                                                                \
  "<Entity><Name>" name "</Name><EntityInfo><entity Name=\"" name "\"><attributes>" column \
  "</attributes></entity></EntityInfo></Entity>"
#define COLUMN(type, rest)                                                                   \
  "<attribute PhysicalName=\"a_b\"><Type>" type "</Type><LogicalName>a_b</LogicalName>" rest \
  "</attribute>"
#define CHOICE "<optionset Name=\"a_choice\"><options><option value=\"7\" /></options></optionset>"
#define SHARED "<OptionSetName>a_choice</OptionSetName>"
#define RELATION(name, type, many, one, column)               \
  "<EntityRelationship" name "><EntityRelationshipType>" type \
  "</EntityRelationshipType>" many one column "</EntityRelationship>"
#define NAME   " Name=\"a_r\""
#define MANY   "<ReferencingEntityName>a</ReferencingEntityName>"
#define ONE    "<ReferencedEntityName>Account</ReferencedEntityName>"
#define LOOKUP "<ReferencingAttributeName>a_b</ReferencingAttributeName>"
#define WHOLE  RELATION (NAME, "OneToMany", MANY, ONE, LOOKUP)

typedef struct
{
  const char *title;
  const char *files[6]; /* name and text, in turn */
  const char *found;    /* of the tables, or part of the message where it begins with "!" */
} Row;

static const Row rows[] = {
  { "a folder per table",
    { "a/Entity.xml", TABLE ("a", COLUMN ("nvarchar", "")), "b/Entity.xml", TABLE ("b", ""),
      "readme.txt", "no table" },
    "a: a_b; b; 0 relationships" },
  { "a solution",
    { "Entities/A/Entity.xml", TABLE ("A", ""), "b/Entity.xml", TABLE ("b", "") },
    "a; 0 relationships" },
  { "one table",
    { "entity.XML", TABLE ("a", COLUMN ("nvarchar", "")) },
    "a: a_b; 0 relationships" },
  { "a choice",
    { "OptionSets/a_choice.xml", CHOICE, "Entities/a/Entity.xml",
      TABLE ("a", COLUMN ("picklist", SHARED)) },
    "a: a_b of 7; 0 relationships" },
  { "a lookup",
    { "Other/Relationships/Account.xml", "<EntityRelationships>" WHOLE "</EntityRelationships>",
      "Entities/a/Entity.xml", TABLE ("a", COLUMN ("lookup", "")) },
    "a: a_b to account; 1 relationships" },
  { "a lookup in the index",
    { "Other/Relationships.xml",
      "<EntityRelationships>" WHOLE "<Other />"
      "</EntityRelationships>",
      "Entities/a/Entity.xml", TABLE ("a", COLUMN ("lookup", "")) },
    "a: a_b to account; 1 relationships" },
  { "relationships that lack something",
    { "Other/Relationships.xml",
      "<EntityRelationships>" RELATION ("", "OneToMany", MANY, ONE, LOOKUP) RELATION (
          NAME, "OneToMany", "", ONE, LOOKUP) RELATION (NAME, "OneToMany", MANY, "", LOOKUP)
          RELATION (NAME, "OneToMany", MANY, ONE, "")
              RELATION (NAME, "ManyToMany", MANY, ONE, LOOKUP) "<EntityRelationship Name=\"a_r\" />"
                                                               "</EntityRelationships>",
      "Entities/a/Entity.xml", TABLE ("a", COLUMN ("lookup", "")) },
    "a: a_b; 0 relationships" },
  { "no table", { "a/Entity.xml", "<Other />" }, "!there is no Entity.xml in it" },
  { "nothing", { NULL }, "!there is no Entity.xml in it" },
  { "a bad table", { "a/Entity.xml", "<a>" }, "!a/Entity.xml" },
  { "a bad relationship", { "Other/Relationships.xml", "<a>" }, "!Other/Relationships.xml" },
  { "a bad list of relationships",
    { "Other/Relationships/a.xml", "<a>" },
    "!Other/Relationships/a.xml" },
  { "a bad choice", { "OptionSets/a.xml", "<a>" }, "!OptionSets/a.xml" },
};

static char *
describe (GPtrArray *tables, GPtrArray *relationships)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tables->len; i++)
    {
      const ScTable *table = g_ptr_array_index (tables, i);

      g_string_append (text, table->name);
      sc_list_foreach (table->columns, const ScColumn *, column)
        {
          g_string_append_printf (text, ": %s", column->name);
          sc_list_foreach (column->options, const ScOption *, option)
            {
              g_string_append_printf (text, " of %d", option->value);
            }
          sc_list_foreach (column->targets, const ScLabel *, target)
            {
              g_string_append_printf (text, " to %s", target->text);
            }
        }
      g_string_append (text, "; ");
    }
  g_string_append_printf (text, "%u relationships", relationships->len);
  return g_string_free (text, FALSE);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *folder = files_make_folder ();
  g_autoptr (GPtrArray) tables = sc_list_collect ();
  g_autoptr (GPtrArray) relationships = sc_list_collect ();
  g_autoptr (GError) error = NULL;
  gboolean ok;

  for (guint i = 0; i < G_N_ELEMENTS (row->files) && row->files[i] != NULL; i += 2)
    files_write (folder, row->files[i], row->files[i + 1]);
  ok = sc_table_folder_read (folder, tables, relationships, &error);
  if (row->found[0] == '!')
    {
      g_assert_false (ok);
      if (strstr (error->message, row->found + 1) == NULL)
        g_error ("“%s” instead of “%s”", error->message, row->found + 1);
    }
  else
    {
      g_autofree char *found = describe (tables, relationships);

      g_assert_no_error (error);
      g_assert_true (ok);
      g_assert_cmpstr (found, ==, row->found);
    }
  files_remove_folder (folder);
}

/* What many columns refer to is there once. */
static void
test_shared (void)
{
  g_autofree char *folder = files_make_folder ();
  g_autoptr (GPtrArray) tables = sc_list_collect ();
  g_autoptr (GPtrArray) relationships = sc_list_collect ();
  g_autoptr (GError) error = NULL;
  const ScColumn *columns[4];

  files_write (folder, "OptionSets/a_choice.xml", CHOICE);
  files_write (folder, "Other/Relationships.xml",
               "<EntityRelationships>" WHOLE "</EntityRelationships>");
  files_write (folder, "a/Entity.xml",
               TABLE ("a", COLUMN ("lookup", "") COLUMN ("lookup", "") COLUMN ("picklist", SHARED)
                               COLUMN ("picklist", SHARED)));
  sc_table_folder_read (folder, tables, relationships, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    columns[i] = sc_list_at (((ScTable *) g_ptr_array_index (tables, 0))->columns, i);
  g_assert_nonnull (columns[0]->targets);
  g_assert_true (columns[0]->targets == columns[1]->targets);
  g_assert_nonnull (columns[2]->options);
  g_assert_true (columns[2]->options == columns[3]->options);
  files_remove_folder (folder);
}

static void
test_gone (void)
{
  g_autofree char *folder = files_make_folder ();
  g_autoptr (GPtrArray) tables = sc_list_collect ();
  g_autoptr (GPtrArray) relationships = sc_list_collect ();
  g_autoptr (GError) error = NULL;

  files_remove_folder (folder);
  g_assert_false (sc_table_folder_read (folder, tables, relationships, &error));
  g_assert_nonnull (strstr (error->message, folder));
}

int
main (int argc, char *argv[])
{
  files_use_memory ();
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/table-folder/", rows[i].title, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/table-folder/shared", test_shared);
  g_test_add_func ("/table-folder/gone", test_gone);
  return g_test_run ();
}
