/* fuzz-entity.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "package-files.h"
#include "sc-backing.h"
#include "sc-entity-xml.h"

const char fuzz_name[] = "entity";

const FuzzCase fuzz_cases[] = { { NULL } };

void
fuzz_add_seeds (GPtrArray *seeds)
{
  g_autofree char *folder = files_make_folder ();
  g_autofree char *text = NULL;

  files_make_solution (folder, "\n");
  text = files_read (folder, "Entities/sc_Record/Entity.xml");
  fuzz_add_text (seeds, text);
  files_remove_folder (folder);
  fuzz_add_text (
      seeds,
      "<Entity><Name LocalizedName='Order' OriginalName='Order'>sc_Order</Name><EntityInfo>"
      "<entity Name='sc_Order'><LocalizedNames><LocalizedName description='Order' "
      "languagecode='1033'/></LocalizedNames><attributes><attribute PhysicalName='sc_State'>"
      "<Type>picklist</Type><Name>sc_state</Name><LogicalName>sc_state</LogicalName>"
      "<RequiredLevel>required</RequiredLevel><optionset Name='sc_o'><OptionSetType>picklist"
      "</OptionSetType><options><option value='100000000'><labels><label description='A' "
      "languagecode='1033'/></labels></option></options></optionset><displaynames><displayname "
      "description='State' languagecode='1033'/></displaynames></attribute><attribute "
      "PhysicalName='sc_Who'><Type>lookup</Type><LogicalName>sc_who</LogicalName><LookupTypes>"
      "<LookupType id='00000000-0000-0000-0000-000000000000'>8</LookupType></LookupTypes>"
      "</attribute></attributes><IsBPFEntity>0</IsBPFEntity></entity></EntityInfo></Entity>");
}

gboolean
fuzz_try (GBytes *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScXml) xml = sc_xml_parse (input, "Entity.xml", &error);
  g_autoptr (ScColumnLists) lists = sc_column_lists_new ();
  g_autoptr (ScFormColumns) forms = sc_form_columns_new ();
  g_autoptr (ScTable) table = NULL;
  g_autoptr (ScList) tables = NULL;

  fuzz_check_error (xml, error);
  if (xml == NULL)
    return FALSE;
  sc_form_columns_add (forms, sc_xml_get_root (xml));
  sc_entity_xml_collect_choice (sc_xml_get_root (xml), lists);
  sc_entity_xml_is_backing (sc_xml_get_root (xml));
  table = sc_entity_xml_read (sc_xml_get_root (xml), lists, forms);
  if (table == NULL)
    return FALSE;
  tables = sc_list_append (NULL, table);
  fuzz_check_tables (tables, NULL);
  return TRUE;
}
