/* sc-table.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-table.h"

#include "sc-name.h"

#include <string.h>

static const ScField option_fields[] = {
  SC_FIELD (ScOption, SC_FIELD_INT, value),
  SC_FIELD (ScOption, SC_FIELD_VALUE, labels),
  SC_FIELD_END,
};
const ScValueClass sc_option_class = { "ScOption", sizeof (ScOption), option_fields };

static const ScField column_fields[] = {
  SC_FIELD (ScColumn, SC_FIELD_STRING, name),
  SC_FIELD (ScColumn, SC_FIELD_STRING, schema_name),
  SC_FIELD (ScColumn, SC_FIELD_VALUE, labels),
  SC_FIELD (ScColumn, SC_FIELD_INT, type),
  SC_FIELD (ScColumn, SC_FIELD_INT, required),
  SC_FIELD (ScColumn, SC_FIELD_VALUE, targets),
  SC_FIELD (ScColumn, SC_FIELD_VALUE, options),
  SC_FIELD (ScColumn, SC_FIELD_INT, calculated),
  SC_FIELD (ScColumn, SC_FIELD_INT, read_only),
  SC_FIELD (ScColumn, SC_FIELD_INT, secured),
  SC_FIELD (ScColumn, SC_FIELD_INT, form),
  SC_FIELD (ScColumn, SC_FIELD_STRING, source),
  SC_FIELD_END,
};
const ScValueClass sc_column_class = { "ScColumn", sizeof (ScColumn), column_fields };

static const ScField table_fields[] = {
  SC_FIELD (ScTable, SC_FIELD_STRING, name),      SC_FIELD (ScTable, SC_FIELD_STRING, schema_name),
  SC_FIELD (ScTable, SC_FIELD_VALUE, labels),     SC_FIELD (ScTable, SC_FIELD_VALUE, columns),
  SC_FIELD (ScTable, SC_FIELD_INT, flow_enabled), SC_FIELD (ScTable, SC_FIELD_INT, backing),
  SC_FIELD (ScTable, SC_FIELD_INT, ownership),    SC_FIELD (ScTable, SC_FIELD_INT, complete),
  SC_FIELD (ScTable, SC_FIELD_STRING, source),    SC_FIELD_END,
};
const ScValueClass sc_table_class = { "ScTable", sizeof (ScTable), table_fields };

static const ScField relationship_fields[] = {
  SC_FIELD (ScRelationship, SC_FIELD_STRING, name),
  SC_FIELD (ScRelationship, SC_FIELD_STRING, referenced),
  SC_FIELD (ScRelationship, SC_FIELD_STRING, referencing),
  SC_FIELD (ScRelationship, SC_FIELD_STRING, attribute),
  SC_FIELD_END,
};
const ScValueClass sc_relationship_class
    = { "ScRelationship", sizeof (ScRelationship), relationship_fields };

const ScColumn *
sc_table_find_column (const ScTable *self, const char *name, guint *position)
{
  sc_list_foreach (self->columns, const ScColumn *, column)
    {
      if (sc_name_equal (column->name, name))
        {
          if (position != NULL)
            *position = column_i;
          return column;
        }
    }
  return NULL;
}

static gboolean
can_be_filled (const ScColumn *column)
{
  return column->name != NULL && !column->read_only && !column->calculated
         && column->type != SC_COLUMN_ID && column->type != SC_COLUMN_FILE
         && column->type != SC_COLUMN_IMAGE;
}

/* "name" and its like, and "cts_name" in the table "cts_project". */
static gboolean
is_name_of (const ScColumn *column, const char *table)
{
  static const char *const names[] = { "name", "subject", "title" };
  const char *end = table != NULL ? strchr (table, '_') : NULL;
  gsize prefix = end != NULL ? (gsize) (end - table) + 1 : 0;

  if (prefix > 0 && g_ascii_strncasecmp (column->name, table, prefix) == 0
      && sc_name_equal (column->name + prefix, "name"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (sc_name_equal (column->name, names[i]))
      return TRUE;
  return FALSE;
}

static int
rate_column (const ScTable *self, const ScColumn *column)
{
  int rate = column->required == SC_REQUIRED_BUSINESS ? 4
             : column->required == SC_REQUIRED_SYSTEM ? 2
                                                      : 0;

  if (column->type == SC_COLUMN_TEXT)
    rate += is_name_of (column, self->name) ? 4 : 1;
  return rate;
}

const ScColumn *
sc_table_suggest_column (const ScTable *self)
{
  const ScColumn *best = NULL;

  sc_list_foreach (self->columns, const ScColumn *, column)
    {
      if (can_be_filled (column)
          && (best == NULL || rate_column (self, column) > rate_column (self, best)))
        best = column;
    }
  return best;
}

const char *
sc_table_get_label (const ScTable *self, int language)
{
  return sc_labels_get_or (self->labels, language, self->name);
}

const char *
sc_column_get_label (const ScColumn *self, int language)
{
  return sc_labels_get_or (self->labels, language, self->name);
}
