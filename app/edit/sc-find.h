/* sc-find.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"

G_BEGIN_DECLS

/* Finds a text in all that a person gave a name to, chose or can look up in a flow. */

typedef enum
{
  SC_FIND_NAMES = 1 << 0,   /* names, labels in all languages, descriptions */
  SC_FIND_COLUMNS = 1 << 1, /* columns, tables and relationships, by name and by label */
  SC_FIND_VALUES = 1 << 2,  /* what conditions compare with */
  SC_FIND_IDS = 1 << 3,     /* ids and unique names */
  SC_FIND_ALL = 0xf
} ScFindFields;

typedef struct
{
  const char *text; /* UTF-8 */
  gboolean match_case;
  gboolean whole_word;
  gboolean regex; /* text is a Perl-compatible regular expression */
  ScFindFields fields;
} ScFindOptions;

#define SC_FIND_ERROR (sc_find_error_quark ())

typedef enum
{
  SC_FIND_ERROR_PATTERN, /* it cannot be read */
  SC_FIND_ERROR_EFFORT   /* it takes too long */
} ScFindError;

GQuark sc_find_error_quark (void);

/* What is looked for, ready to be used. */
typedef struct _ScFindQuery ScFindQuery;

/* NULL, with a translated sentence, when the regular expression cannot be read. An empty text finds
 * nothing. */
ScFindQuery *sc_find_query_new (const ScFindOptions *options, GError **error);
void sc_find_query_free (ScFindQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScFindQuery, sc_find_query_free)

/* What has the text. */
typedef enum
{
  SC_FOUND_FLOW,
  SC_FOUND_STAGE,
  SC_FOUND_STEP,
  SC_FOUND_WORKFLOW,
  SC_FOUND_BRANCH,
  SC_FOUND_CLAUSE,
  SC_FOUND_RELATIONSHIP,
  SC_FOUND_ROLE
} ScFoundKind;

/* Which of its texts. */
typedef enum
{
  SC_TEXT_LABEL, /* in the language of the hit */
  SC_TEXT_NAME,  /* where it is not the label */
  SC_TEXT_DESCRIPTION,
  SC_TEXT_COLUMN,
  SC_TEXT_COLUMN_LABEL,
  SC_TEXT_TABLE,
  SC_TEXT_TABLE_LABEL,
  SC_TEXT_RELATIONSHIP,
  SC_TEXT_VALUE,
  SC_TEXT_PROCESS, /* the name of what it runs */
  SC_TEXT_UNIQUE_NAME,
  SC_TEXT_ID,
  SC_TEXT_PROCESS_ID,
  SC_N_TEXTS
} ScFoundText;

ScFindFields sc_found_text_get_field (ScFoundText text);

/* Why a text is not replaced. The first of these that holds. */
typedef enum
{
  SC_OBSTACLE_NONE,
  SC_OBSTACLE_LOCKED,      /* its flow or the solution, see sc_lock_get() */
  SC_OBSTACLE_ID,          /* ids and unique names stay */
  SC_OBSTACLE_TABLE,       /* tables, relationships, and what they call their columns */
  SC_OBSTACLE_VALUE,       /* what a condition compares with */
  SC_OBSTACLE_PROCESS,     /* a workflow has its name from elsewhere */
  SC_OBSTACLE_COLUMNS_OFF, /* these only when it comes to replacing */
  SC_OBSTACLE_NO_COLUMN,   /* the outcome is no column of the table */
  SC_OBSTACLE_EMPTY,       /* it would have no name */
  SC_N_OBSTACLES
} ScObstacle;

/* One place where the text is. Immutable and counted; good for the solution that it was found in.
 */
typedef struct
{
  ScValue base;
  int kind;             /* ScFoundKind */
  int text_kind;        /* ScFoundText */
  int obstacle;         /* ScObstacle */
  const ScFlow *flow;   /* NULL for a role */
  const ScStage *stage; /* NULL where it does not apply; for a relationship: where it begins */
  const ScStep *step;
  const ScRole *role;
  const char *table; /* of a column; NULL */
  int branch; /* position in the condition of the stage; -1. For a relationship: the way that it is
                 on */
  int clause; /* position in the branch; -1 */
  const ScLabel
      *whole; /* the text with its language, 0 for what is no label; hits in it share it */
  int start;  /* in characters of that text */
  int length;
  int flow_position; /* the two that tell one text from all others, also where ids are not unique:
                      */
  int number;        /* -1 for roles, and counted within the flow or the roles */
} ScHit;

SC_DECLARE_VALUE (ScHit, sc_hit)

typedef struct
{
  ScList *hits;     /* of ScHit, as they are read: flow by flow, stage by stage, then the roles */
  guint n_hits;     /* all, also where hits has no more than max */
  guint n_editable; /* of all: those without an obstacle */
  guint n_columns;  /* of these: columns that steps show and conditions ask for */
} ScFindResult;

/* flow: the id of the only one to look at; NULL: all of them, and the roles. NULL, and EFFORT,
 * where a regular expression takes too long. */
ScFindResult *sc_find (const ScSolution *solution,
                       const ScFindQuery *query,
                       const char *flow,
                       guint max,
                       GError **error);
void sc_find_result_free (ScFindResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScFindResult, sc_find_result_free)

G_END_DECLS
