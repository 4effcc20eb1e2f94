/* real-flow.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"
#include "sc-xml.h"

G_BEGIN_DECLS

/* A flow of the corpus with the files that belong to it. */
typedef struct
{
  char *name; /* of its folder */
  char *folder;
  ScSolution *solution; /* with what the files say of the tables */
  ScFlow *flow;
  ScFlow *table_flow; /* with the name it had when its table was made */
  ScFlow *view_flow;  /* with the name it had when its views were made */
  ScXml *workflow;
  ScXml *entity;
  ScXml *relationships;
  GPtrArray *documents;  /* of ScXml: what is in files of its own beside the table */
  const ScXmlNode *form; /* systemform */
  GPtrArray *views;      /* of savedquery nodes */
} RealFlow;

/* The folder of the corpus, or NULL after the test was skipped. */
const char *real_flow_get_corpus (void);

/* All flows with a table, of RealFlow. */
GPtrArray *real_flow_list (const char *corpus);

G_END_DECLS
