/* sc-column-list.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-column-item.h"
#include "sc-column-uses.h"

G_BEGIN_DECLS

typedef enum
{
  SC_COLUMNS_ALL,
  SC_COLUMNS_UNUSED,   /* no step of the flow shows it */
  SC_COLUMNS_REQUIRED, /* by the table: of business or of the system */
  SC_N_COLUMNS_SHOWN
} ScColumnsShown;

/* Types that people look for together. */
typedef enum
{
  SC_COLUMN_KIND_ANY,
  SC_COLUMN_KIND_TEXT,
  SC_COLUMN_KIND_NUMBER,
  SC_COLUMN_KIND_CHOICE,
  SC_COLUMN_KIND_YES_NO,
  SC_COLUMN_KIND_DATE,
  SC_COLUMN_KIND_LOOKUP,
  SC_COLUMN_KIND_OTHER,
  SC_N_COLUMN_KINDS
} ScColumnKind;

ScColumnKind sc_column_kind_of (ScColumnType type);

/* A list model of ScColumnItem: the columns of a table that pass a filter, by display name; those
 * that were searched for, the best first. Holds hundreds of thousands of them: items are only made
 * for those that are asked for. */
#define SC_TYPE_COLUMN_LIST (sc_column_list_get_type ())
G_DECLARE_FINAL_TYPE (ScColumnList, sc_column_list, SC, COLUMN_LIST, GObject)

ScColumnList *sc_column_list_new (void);

/* of ScColumn; nullable. Nothing happens when they are the same. */
void sc_column_list_set_columns (ScColumnList *self, const ScList *columns, int language);
/* Takes over uses. Those that are listed because of it change. */
void sc_column_list_take_uses (ScColumnList *self, ScColumnUses *uses);
const ScColumnUses *sc_column_list_get_uses (ScColumnList *self);
/* What is typed; "" for all. */
void sc_column_list_search (ScColumnList *self, const char *text);
const char *sc_column_list_get_search (ScColumnList *self);
void sc_column_list_filter (ScColumnList *self, ScColumnsShown shown, ScColumnKind kind);

/* Of the table, whatever passes. */
guint sc_column_list_count_all (ScColumnList *self);

G_END_DECLS
