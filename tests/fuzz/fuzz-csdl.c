/* fuzz-csdl.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "sc-csdl.h"

const char fuzz_name[] = "csdl";

const FuzzCase fuzz_cases[] = { { NULL } };

void
fuzz_add_seeds (GPtrArray *seeds)
{
  fuzz_add_text (
      seeds,
      "<edmx:Edmx Version='4.0' xmlns:edmx='http://docs.oasis-open.org/odata/ns/edmx'>\n"
      "<edmx:DataServices><Schema Namespace='Microsoft.Dynamics.CRM' Alias='mscrm' "
      "xmlns='http://docs.oasis-open.org/odata/ns/edm'>\n"
      "<EntityType Name='crmbaseentity' Abstract='true' />\n"
      "<EntityType Name='activitypointer' BaseType='mscrm.crmbaseentity'>"
      "<Key><PropertyRef Name='activityid'/></Key>"
      "<Property Name='activityid' Type='Edm.Guid' />"
      "<Property Name='subject' Type='Edm.String' Unicode='false' /></EntityType>\n"
      "<EntityType Name='sc_order' BaseType='mscrm.activitypointer'>"
      "<Property Name='sc_total' Type='Edm.Decimal' Scale='Variable' />"
      "<Property Name='_sc_customer_value' Type='Edm.Guid' />"
      "<NavigationProperty Name='sc_Customer_account' Type='mscrm.account' "
      "Partner='sc_account_orders'><ReferentialConstraint Property='_sc_customer_value' "
      "ReferencedProperty='accountid' /></NavigationProperty></EntityType>\n"
      "<EntityType Name='account' BaseType='mscrm.crmbaseentity'>"
      "<Key><PropertyRef Name='accountid'/></Key><Property Name='accountid' Type='Edm.Guid' />"
      "<Property Name='name' Type='Edm.String' />"
      "<NavigationProperty Name='sc_account_orders' Type='Collection(mscrm.sc_order)' "
      "Partner='sc_Customer_account' /></EntityType>\n"
      "</Schema></edmx:DataServices></edmx:Edmx>");
}

gboolean
fuzz_try (GBytes *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScCsdl) csdl = sc_csdl_read (input, "fuzz.xml", NULL, &error);
  g_autoptr (ScList) tables = NULL;
  g_autoptr (ScList) relationships = NULL;
  GPtrArray *made, *found;

  fuzz_check_error (csdl, error);
  if (csdl == NULL)
    return FALSE;
  made = sc_list_collect ();
  found = sc_list_collect ();
  for (guint i = 0; i < sc_csdl_count_tables (csdl); i++)
    {
      fuzz_check (sc_csdl_find_table (csdl, sc_csdl_get_table_name (csdl, i)) >= 0);
      g_ptr_array_add (made, sc_csdl_make_table (csdl, i));
      sc_csdl_collect_relationships (csdl, i, found);
    }
  tables = sc_list_new_take (made);
  relationships = sc_list_new_take (found);
  fuzz_check_tables (tables, relationships);
  return TRUE;
}
