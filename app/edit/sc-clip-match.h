/* sc-clip-match.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-clip.h"
#include "sc-edit.h"

G_BEGIN_DECLS

/* Where a clip is pasted. */
typedef struct
{
  ScSlot slot;       /* of its stages */
  const char *stage; /* of its loose steps; NULL: the stages that they come from are made anew */
  guint position;    /* in that stage; clamped */
} ScPastePlace;

/* A table of the clip and the one that takes its place. */
typedef struct
{
  ScValue base;
  const char *table;
  const char *target; /* table itself: it stays */
} ScTableMatch;

SC_DECLARE_VALUE (ScTableMatch, sc_table_match)

typedef enum
{
  SC_MATCH_KEEP,   /* the step keeps the name of its column as it is */
  SC_MATCH_COLUMN, /* it gets another column */
  SC_MATCH_LEAVE_OUT
} ScMatchKind;

/* A step of the clip whose column has to be found again. */
typedef struct
{
  ScValue base;
  const char *step;   /* its id in the clip */
  const char *label;  /* what it is called */
  const char *name;   /* its column, as the clip has it */
  const char *table;  /* where that is looked for; NULL: nobody knows */
  int kind;           /* ScMatchKind */
  const char *column; /* logical name, for SC_MATCH_COLUMN */
  gboolean sure;      /* found by its name; else the person should be asked */
} ScStepMatch;

SC_DECLARE_VALUE (ScStepMatch, sc_step_match)

/* The tables (of ScTableMatch) that nothing in the solution is on; proposed is that they stay. */
ScList *sc_clip_match_tables (const ScClip *clip, const ScSolution *solution);
/* The steps (of ScStepMatch) whose columns are not those of the same table, each with a proposal:
 * the column of that logical name, with or without a publisher's prefix, or one of that display
 * name. tables: list of ScTableMatch. */
ScList *sc_clip_match_steps (const ScClip *clip,
                             const ScSolution *solution,
                             const char *flow,
                             ScPastePlace place,
                             const ScList *tables);
/* The table that a stage of the clip gets. NULL: nobody knows. */
const char *sc_clip_get_target (const ScClip *clip,
                                const ScSolution *solution,
                                const ScFlow *flow,
                                ScPastePlace place,
                                const ScList *tables,
                                const ScStage *stage);

/* The column of table that name stands for, by its logical name or else without the publisher's
 * prefix, among what the solution knows of the table and the steps of its flows show. NULL when
 * there is none, or when it could be several. Belongs to the solution. */
const char *sc_clip_find_column (const ScSolution *solution, const char *table, const char *name);

G_END_DECLS
