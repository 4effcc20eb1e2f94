/* sc-table.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-table.h"

#include "sc-name.h"

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
