/* sc-standard-table.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-standard-table.h"

static const ScStandardTable tables[] = {
  { "Account", "Accounts", FALSE, TRUE },
  { "Appointment", "Appointments", TRUE, TRUE },
  { "Campaign", "Campaigns", FALSE, TRUE },
  { "CampaignActivity", "Campaign Activities", TRUE, TRUE },
  { "CampaignResponse", "Campaign Responses", TRUE, TRUE },
  { "Competitor", "Competitors", FALSE, FALSE },
  { "Contact", "Contacts", FALSE, TRUE },
  { "Email", "Email Messages", TRUE, TRUE },
  { "Entitlement", "Entitlements", FALSE, TRUE },
  { "Fax", "Faxes", TRUE, TRUE },
  { "Incident", "Cases", FALSE, TRUE },
  { "Invoice", "Invoices", FALSE, TRUE },
  { "Lead", "Leads", FALSE, TRUE },
  { "Letter", "Letters", TRUE, TRUE },
  { "List", "Marketing Lists", FALSE, TRUE },
  { "Opportunity", "Opportunities", FALSE, TRUE },
  { "PhoneCall", "Phone Calls", TRUE, TRUE },
  { "Product", "Products", FALSE, FALSE },
  { "ProductPriceLevel", "Price List Items", FALSE, FALSE },
  { "Quote", "Quotes", FALSE, TRUE },
  { "RecurringAppointmentMaster", "Recurring Appointments", TRUE, TRUE },
  { "SalesLiterature", "Sales Literature", FALSE, FALSE },
  { "SalesOrder", "Orders", FALSE, TRUE },
  { "SocialActivity", "Social Activities", TRUE, TRUE },
  { "SystemUser", "Users", FALSE, FALSE },
  { "Task", "Tasks", TRUE, TRUE },
  { "Team", "Teams", FALSE, FALSE },
};

const ScStandardTable *
sc_standard_table_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_ascii_strcasecmp (tables[i].schema_name, name) == 0)
      return &tables[i];
  return NULL;
}
