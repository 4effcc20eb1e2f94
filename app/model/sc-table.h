/* sc-table.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-label.h"

G_BEGIN_DECLS

typedef enum
{
  SC_COLUMN_UNKNOWN,
  SC_COLUMN_TEXT,
  SC_COLUMN_TEXT_AREA,
  SC_COLUMN_EMAIL,
  SC_COLUMN_URL,
  SC_COLUMN_PHONE,
  SC_COLUMN_CHOICE,
  SC_COLUMN_CHOICES, /* several values */
  SC_COLUMN_STATE,
  SC_COLUMN_STATUS,
  SC_COLUMN_YES_NO,
  SC_COLUMN_DATE,
  SC_COLUMN_DATE_TIME,
  SC_COLUMN_LOOKUP,
  SC_COLUMN_CUSTOMER,
  SC_COLUMN_OWNER,
  SC_COLUMN_CURRENCY,
  SC_COLUMN_INTEGER,
  SC_COLUMN_DECIMAL,
  SC_COLUMN_FLOAT,
  SC_COLUMN_DURATION,
  SC_COLUMN_ID, /* primary key */
  SC_COLUMN_FILE,
  SC_COLUMN_IMAGE,
  SC_COLUMN_OTHER,
  SC_N_COLUMN_TYPES
} ScColumnType;

/* "Text", "Choice", …, translated; never NULL. */
const char *sc_column_type_get_title (ScColumnType type);
/* The short name used in files and on the command line: "text", "text-area", "choice", … */
const char *sc_column_type_get_nick (ScColumnType type);
ScColumnType sc_column_type_from_nick (const char *nick);
/* The class id of the control that shows a column of that type on the bar; never NULL. Counted
 * over real flows, see app/dataverse/. */
const char *sc_column_type_get_class_id (ScColumnType type);
/* The type that a control class shows; SC_COLUMN_UNKNOWN for an id that is not known. */
ScColumnType sc_column_type_from_class_id (const char *class_id);

typedef enum
{
  SC_REQUIRED_NONE,
  SC_REQUIRED_RECOMMENDED,
  SC_REQUIRED_BUSINESS, /* ApplicationRequired */
  SC_REQUIRED_SYSTEM,
  SC_REQUIRED_UNKNOWN /* its source says no more than name and type */
} ScRequiredLevel;

/* Whether the main forms of a table show a column. */
typedef enum
{
  SC_FORM_UNKNOWN,
  SC_FORM_ABSENT, /* none of them has it */
  SC_FORM_HIDDEN, /* those that have it hide it */
  SC_FORM_SHOWN
} ScFormUse;

/* One option of a choice column. */
typedef struct
{
  ScValue base;
  int value;
  const ScList *labels; /* of ScLabel */
} ScOption;

SC_DECLARE_VALUE (ScOption, sc_option)

typedef struct
{
  ScValue base;
  const char *name;        /* logical name */
  const char *schema_name; /* physical name; nullable */
  const ScList *labels;    /* of ScLabel: the display name */
  ScColumnType type;
  ScRequiredLevel required;
  const ScList *targets; /* of ScLabel with language 0: logical names a lookup leads to */
  const ScList *options; /* of ScOption */
  gboolean calculated;   /* calculated or rollup */
  gboolean read_only;    /* not valid for update */
  gboolean secured;      /* protected by column security */
  ScFormUse form;
  const char *source; /* words for where this is known from; nullable: as the table */
} ScColumn;

SC_DECLARE_VALUE (ScColumn, sc_column)

typedef enum
{
  SC_OWNERSHIP_UNKNOWN,
  SC_OWNERSHIP_ORGANIZATION,
  SC_OWNERSHIP_USER
} ScOwnership;

typedef enum
{
  SC_TRI_UNKNOWN,
  SC_TRI_NO,
  SC_TRI_YES
} ScTri;

typedef struct
{
  ScValue base;
  const char *name;        /* logical name */
  const char *schema_name; /* nullable */
  const ScList *labels;    /* of ScLabel: the display name */
  const ScList *columns;   /* of ScColumn */
  ScTri flow_enabled;      /* IsBusinessProcessEnabled */
  gboolean backing;        /* IsBPFEntity: holds the instances of a flow */
  ScOwnership ownership;
  gboolean complete;  /* all columns of the table are here, not only a package's own */
  const char *source; /* words for where this is known from; nullable: the solution itself */
} ScTable;

SC_DECLARE_VALUE (ScTable, sc_table)

/* Names are compared without regard to case. */
const ScColumn *sc_table_find_column (const ScTable *self, const char *name, guint *position);
/* The column that is asked for first: the name of a row where one can be told, else one that the
 * table requires, rather of text, else the first that a person can fill. NULL where there is none.
 * No source says which column is the primary name; those that Microsoft's tables and new tables
 * have are called so. */
const ScColumn *sc_table_suggest_column (const ScTable *self);
/* The display name in that language, else any, else the logical name. Never NULL. */
const char *sc_table_get_label (const ScTable *self, int language);
const char *sc_column_get_label (const ScColumn *self, int language);
/* The class id of the control that a step shows the column with (nullable: one that nobody knows):
 * that of its best known type. Its id is the column's name (ScStep.control_id stays NULL). Never
 * NULL. */
const char *sc_column_choose_control (const ScColumn *column);

/* What the names of the privileges on a table of that logical name end with: that name itself, or
 * another one (Microsoft Learn, "Security roles and privileges": activities share theirs). NULL
 * where it cannot be told from the table. */
const char *sc_table_get_privilege_name (const char *table);

/* A one-to-many relationship. */
typedef struct
{
  ScValue base;
  const char *name;        /* schema name */
  const char *referenced;  /* logical name of the table on the one side */
  const char *referencing; /* logical name of the table on the many side */
  const char *attribute;   /* logical name of the lookup on the many side */
} ScRelationship;

SC_DECLARE_VALUE (ScRelationship, sc_relationship)

G_END_DECLS
