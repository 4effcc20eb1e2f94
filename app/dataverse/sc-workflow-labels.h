/* sc-workflow-labels.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-flow.h"
#include "sc-splice.h"

G_BEGIN_DECLS

/* The labels element of a Workflow: every stage and step with its texts, in document order. */

typedef struct
{
  const char *id;
  const ScList *labels; /* of ScLabel */
} ScOwnedLabels;

/* What the element has to hold for that flow: an array of ScOwnedLabels whose pointers belong to
 * the flow. */
GPtrArray *sc_workflow_labels_list (const ScFlow *flow);
gboolean sc_workflow_labels_equal (GPtrArray *a, GPtrArray *b);

/* Changes list (NULL when workflow has none yet) from before to after. What it holds beside
 * those stays where it is. */
void sc_workflow_labels_update (ScSplice *splice,
                                GBytes *bytes,
                                const ScXmlNode *workflow,
                                const ScXmlNode *list,
                                GPtrArray *before,
                                GPtrArray *after);

G_END_DECLS
