/* sc-clip.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-parts.h"
#include "sc-solution.h"

G_BEGIN_DECLS

/* The form in which clips are written; another number is that of another version of Stagecraft. */
#define SC_CLIP_FORMAT 1

/* More than any flow that can be used holds, and no more than can be pasted in a moment. */
#define SC_CLIP_MAX_STAGES 1000
#define SC_CLIP_MAX_STEPS  20000

/* What was copied: some parts of a flow, with what is known of the columns that they use, so that
 * these can be found again elsewhere. The ids are those of where it comes from; pasting gives all
 * of them fresh ones. */
typedef struct
{
  ScValue base;
  int format;
  int language;              /* base language of the labels */
  const char *title;         /* of the template that all of it is; nullable */
  gboolean fresh;            /* of steps that were made of columns, and are copies of none */
  gboolean open;             /* its stages get the table of what they go beside */
  const char *flow;          /* id of the flow; NULL: it was no flow, but a table of text */
  const ScList *stages;      /* of ScStage, with their conditions as they were */
  const ScList *loose;       /* of ScStage: stages of which only the steps here were copied */
  const ScList *transitions; /* of ScTransition, between the stages */
  const ScList *tables;      /* of ScTable, with the columns in use: name, labels and type */
} ScClip;

SC_DECLARE_VALUE (ScClip, sc_clip)

/* NULL when nothing of the parts is in the flow. */
ScClip *sc_clip_make (const ScSolution *solution, const ScFlow *flow, const ScParts *parts);

/* In the stages and loose. */
guint sc_clip_count_steps (const ScClip *self);
/* Only the loose ones. */
guint sc_clip_count_loose (const ScClip *self);
const ScTable *sc_clip_find_table (const ScClip *self, const char *name);

G_END_DECLS
