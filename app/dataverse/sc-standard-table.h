/* sc-standard-table.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What must be known of the tables that Dataverse brings along and that may be part of a flow
 * (Microsoft Learn, "Business process flows overview", has the list), since packages seldom hold
 * them. Schema names and ownership are those of the table reference on Microsoft Learn. */
typedef struct
{
  const char *schema_name;
  const char *plural;   /* display name of several rows, in English */
  gboolean is_activity; /* its primary key is activityid */
  gboolean has_owner;   /* rows have an ownerid */
} ScStandardTable;

/* NULL for any other table. Names are compared without regard to case. */
const ScStandardTable *sc_standard_table_find (const char *name);

G_END_DECLS
