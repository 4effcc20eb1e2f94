/* sc-outline-text.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-editor.h"
#include "sc-outline-item.h"

G_BEGIN_DECLS

/* What a column of the outline shows. */
typedef enum
{
  SC_OUTLINE_NAME,     /* the label in the language of the solution */
  SC_OUTLINE_REQUIRED, /* of steps */
  SC_OUTLINE_BINDING,  /* the column of a step, the table of a stage */
  SC_OUTLINE_TYPE,     /* of the column, or the category of a stage */
  SC_OUTLINE_NEXT,     /* where a stage leads */
  SC_OUTLINE_LABEL     /* the label in another language */
} ScOutlineField;

typedef struct
{
  ScOutlineField field;
  int language; /* for SC_OUTLINE_LABEL */
} ScOutlineColumn;

/* How a cell is edited. */
typedef enum
{
  SC_OUTLINE_FIXED,  /* not here */
  SC_OUTLINE_TYPED,  /* any text */
  SC_OUTLINE_CHOSEN, /* one of some choices */
  SC_OUTLINE_SWITCHED
} ScOutlineManner;

/* For a flow that can be changed. */
ScOutlineManner sc_outline_get_manner (ScOutlineItem *item, ScOutlineColumn column);

/* Texts are valid UTF-8, translated, never NULL; free with g_free(). */

char *sc_outline_dup_title (ScOutlineColumn column);
/* What stands in the cell. */
char *sc_outline_dup_text (ScEditor *editor, ScOutlineItem *item, ScOutlineColumn column);
/* What is edited. */
char *sc_outline_dup_value (ScEditor *editor, ScOutlineItem *item, ScOutlineColumn column);
/* "Step 3 of 5, Budget, required" */
char *sc_outline_dup_row_name (ScEditor *editor, ScOutlineItem *item);
/* What a screen reader says of the cell. */
char *sc_outline_dup_cell_name (ScEditor *editor, ScOutlineItem *item, ScOutlineColumn column);

G_END_DECLS
