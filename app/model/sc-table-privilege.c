/* sc-table-privilege.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-name.h"
#include "sc-table.h"

/* Tables whose privileges are those of another name; NULL: none that could be told from the
 * table. */
static const struct
{
  const char *table;
  const char *name;
} privilege_names[] = {
  { "activitypointer", "Activity" },
  { "appointment", "Activity" },
  { "campaignactivity", "Activity" },
  { "campaignresponse", "Activity" },
  { "email", "Activity" },
  { "fax", "Activity" },
  { "letter", "Activity" },
  { "phonecall", "Activity" },
  { "productpricelevel", NULL },
  { "recurringappointmentmaster", "Activity" },
  { "salesorder", "Order" },
  { "socialactivity", "Activity" },
  { "systemuser", "User" },
  { "task", "Activity" },
};

const char *
sc_table_get_privilege_name (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (privilege_names); i++)
    if (sc_name_equal (privilege_names[i].table, table))
      return privilege_names[i].name;
  return table;
}
