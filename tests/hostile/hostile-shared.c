/* hostile-shared.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hostile.h"

#include "raw-zip.h"
#include "sample-flows.h"
#include "sc-xaml.h"

/* Little that is used again and again: small in the file and small in memory, but enormous where
 * every use is written out, and slow where every use looks at all others. */

#define ZIP      "solution.zip"
#define MEGABYTE (1024 * 1024)

/* A comparison with so many values, which are all one long constant. */
static void
make_operands (const HostileRow *row, const char *folder)
{
  g_autoptr (ScFlow) flow = sample_flow_new ("branches");
  g_autoptr (GBytes) bytes = sc_xaml_write (flow);
  g_autofree char *constant = g_strnfill (MEGABYTE, '1');
  g_autoptr (GString) names = g_string_new (NULL);
  GString *text
      = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));

  hostile_append_repeated (names, row->text, row->amount);
  g_assert_cmpuint (g_string_replace (text, "100000001", constant, 1), ==, 1);
  g_assert_cmpuint (g_string_replace (text, "{ ConditionBranchStep27_2 }", names->str, 1), ==, 1);
  hostile_write_string (folder, row->file, text);
}

/* A solution with a flow and, in its customizations, what hostile_append_repeated() makes of
 * row->text. */
static void
make_solution (const HostileRow *row, const char *folder)
{
  RawZip *zip = raw_zip_new ();
  g_autoptr (ScFlow) flow = sample_flow_new ("straight");
  g_autoptr (GBytes) bytes = sc_xaml_write (flow);
  g_autofree char *xaml = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GString) text = g_string_new ("<ImportExportXml>");

  hostile_append_repeated (text, row->text, row->amount);
  g_string_append_printf (text,
                          "<Workflows><Workflow WorkflowId='{%s}' Name='F'><XamlFileName>/a.xaml"
                          "</XamlFileName><Category>4</Category></Workflow></Workflows>"
                          "</ImportExportXml>",
                          flow->id);
  raw_zip_add (zip, &(RawEntry){ "solution.xml", "<a/>" });
  raw_zip_add (zip, &(RawEntry){ "customizations.xml", text->str, .deflated = TRUE });
  raw_zip_add (zip, &(RawEntry){ "a.xaml", xaml });
  raw_zip_finish (zip, folder, row->file, NULL, 0);
}

#define ID      "11111111-2222-4333-8444-555555555555"
#define TEN     "abcdefghij"
#define HUNDRED TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN

#define CHOICE "<optionset Name='o'><options>|<option value='%u'/>|</options></optionset>"
#define TABLE(columns)                                                                  \
  "<Entity><Name>account</Name><EntityInfo><entity Name='account'><attributes>" columns \
  "</attributes>"                                                                       \
  "</entity></EntityInfo></Entity>"
#define COLUMN(type, rest)                                                             \
  "<attribute PhysicalName='b'><Type>" type "</Type><LogicalName>b</LogicalName>" rest \
  "</attribute>"
#define CHOSEN COLUMN ("picklist", "<OptionSetName>o</OptionSetName>")

#define CHOICES "<optionsets>" CHOICE "</optionsets><Entities>" TABLE ("|" CHOSEN "|") "</Entities>"

/* The same as files of their own. */
static void
make_table_folder (const HostileRow *row, const char *folder)
{
  GString *choice = g_string_new (NULL), *table = g_string_new (NULL);

  hostile_append_repeated (choice, CHOICE, row->amount);
  hostile_write_string (folder, "OptionSets/o.xml", choice);
  hostile_append_repeated (table, TABLE ("|" CHOSEN "|"), row->amount);
  hostile_write_string (folder, "Entities/account/Entity.xml", table);
}

const HostileRow hostile_shared_rows[] = {
  { "many-roles", DOOR_DOCUMENT, ZIP, make_solution,
    "<Roles>|<Role id='11111111-2222-4333-8444-5555555%u' name='R%u'/>|</Roles>", 100 * 1000,
    "opened" },
  { "many-apps", DOOR_DOCUMENT, ZIP, make_solution,
    "<AppModules>|<AppModule><UniqueName>a%u</UniqueName></AppModule>|</AppModules>", 100 * 1000,
    "opened" },
  { "operands-of-one-constant", DOOR_DOCUMENT, "a.xaml", make_operands,
    "{ |ConditionBranchStep27_2, |ConditionBranchStep27_2 }", 20 * 1000, "do not fit" },
  { "notes-of-one-name", DOOR_DOCUMENT, ZIP, make_solution,
    "<Roles><Role id='" ID "' name='|" HUNDRED "|'/>|<Role id='" ID "' name='%u'/>|</Roles>", 1000,
    "several roles of one id" },
  { "options-of-one-choice", DOOR_DOCUMENT, ZIP, make_solution, CHOICES, 10 * 1000,
    "choices and lookups" },
  { "nearly-too-many-options", DOOR_DOCUMENT, ZIP, make_solution, CHOICES, 1000, "opened" },
  { "targets-of-one-lookup", DOOR_DOCUMENT, ZIP, make_solution,
    "<EntityRelationships>|<EntityRelationship Name='r%u'><EntityRelationshipType>OneToMany"
    "</EntityRelationshipType><ReferencedEntityName>t%u</ReferencedEntityName>"
    "<ReferencingEntityName>account</ReferencingEntityName><ReferencingAttributeName>b"
    "</ReferencingAttributeName></EntityRelationship>|</EntityRelationships><Entities>" TABLE (
        "|" COLUMN ("lookup", "") "|") "</Entities>",
    10 * 1000, "choices and lookups" },
  { "options-of-imported-columns", DOOR_METADATA, "", make_table_folder, NULL, 10 * 1000,
    "choices and lookups" },
  { NULL }
};
