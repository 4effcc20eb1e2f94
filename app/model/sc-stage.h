/* sc-stage.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-condition.h"
#include "sc-step.h"

G_BEGIN_DECLS

/* Values of the global choice processstage_category; publishers may add their own. */
typedef enum
{
  SC_CATEGORY_NONE = -1,
  SC_CATEGORY_QUALIFY = 0,
  SC_CATEGORY_DEVELOP,
  SC_CATEGORY_PROPOSE,
  SC_CATEGORY_CLOSE,
  SC_CATEGORY_IDENTIFY,
  SC_CATEGORY_RESEARCH,
  SC_CATEGORY_RESOLVE,
  SC_CATEGORY_APPROVAL
} ScStageCategory;

#define SC_N_CATEGORIES 8

/* "Qualify", …; NULL for a number that is not one of the eight. Not translated. */
const char *sc_stage_category_get_name (int category);

typedef struct
{
  ScValue base;
  const char *id;         /* StageId and LabelId; processstage.processstageid in the environment */
  const char *name;       /* the text behind "StageStepN: ", usually the base-language label */
  const ScList *labels;   /* of ScLabel */
  int category;           /* ScStageCategory or a publisher's number */
  const char *table;      /* logical name */
  const ScList *steps;    /* of ScStep */
  const ScList *triggers; /* of ScTrigger */
  const ScCondition *condition; /* nullable */
  /* Stage id, or NULL where the flow ends. With a condition that has an "otherwise" branch: where
   * all branches merge again (derived after edits); with one that has none: where the flow goes
   * when no branch applies. */
  const char *next;
} ScStage;

SC_DECLARE_VALUE (ScStage, sc_stage)

/* The label in that language, else any label, else the name. Never NULL. */
const char *sc_stage_get_label (const ScStage *self, int language);
/* NULL when there is none; position may be NULL. */
const ScStep *sc_stage_find_step (const ScStage *self, const char *id, guint *position);

/* The record of a change of table between two stages: a 1:N relationship whose one side is the
 * table of source. */
typedef struct
{
  ScValue base;
  const char *attribute;    /* the lookup on the target stage's table */
  const char *relationship; /* schema name */
  const char *source;       /* stage id */
  const char *target;       /* stage id */
} ScTransition;

SC_DECLARE_VALUE (ScTransition, sc_transition)

G_END_DECLS
