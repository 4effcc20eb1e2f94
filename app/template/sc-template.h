/* sc-template.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-edit-flow-import.h"
#include "sc-file-error.h"
#include "sc-metadata.h"

G_BEGIN_DECLS

/* A flow to start from: a solution in a definition file that holds one flow, and what is to be
 * known of the tables that it uses. Stagecraft's own are in data/templates/; the person's are in a
 * folder and called after their files. */
typedef struct
{
  ScValue base;
  const char *name;    /* what the command line calls it; a person's may have any letters */
  const char *title;   /* what the person sees; for Stagecraft's own translated */
  const char *summary; /* a sentence or more; nullable */
  const char *path;    /* the person's file; NULL: one of Stagecraft's own */
  const char *broken;  /* why it cannot be used, in a sentence; NULL: it can */
  gboolean open;       /* the person chooses the table it starts on */
  int n_stages;
  int n_steps;
  const ScList *tables; /* of ScLabel with language 0: display names of those it uses */
} ScTemplate;

SC_DECLARE_VALUE (ScTemplate, sc_template)

/* The one that has nothing but a stage to begin with; always the first of the list. */
#define SC_TEMPLATE_EMPTY "empty"

/* Stagecraft's own templates (of ScTemplate) in their order, and behind them those in folder, by
 * title: at most SC_TEMPLATE_MAX_OWN of them, a file that cannot be used as a broken one. folder:
 * nullable, and need not be there. Reads all of them. */
#define SC_TEMPLATE_MAX_OWN 500
ScList *sc_template_list (const char *folder);
/* The template of that name, without regard to case; NULL when there is none. Belongs to
 * templates. */
const ScTemplate *sc_template_find (const ScList *templates, const char *name);
/* "4 stages · 21 steps · Lead, Opportunity"; translated, to be freed with g_free(). */
char *sc_template_describe_facts (const ScTemplate *self);
/* What its flow may be called in solution: its name, with a number where there is a flow of that
 * name. NULL for a broken one; free with g_free(). */
char *sc_template_suggest_name (const ScTemplate *self, const ScSolution *solution);
/* A solution of one flow. */
ScSolution *sc_template_read (const ScTemplate *self, GError **error);
/* The solution with the flow of the template; see sc_edit_flow_import_as(). metadata: of the
 * solution, for what is known of the table that the person chooses; NULL: what the solution says
 * itself. */
ScSolution *sc_template_add_flow (const ScTemplate *self,
                                  const ScSolution *solution,
                                  ScMetadata *metadata,
                                  const ScFlowArrival *arrival,
                                  GError **error);
/* All its stages, to be put into a flow. */
ScClip *sc_template_make_clip (const ScTemplate *self, GError **error);

/* Where a person's templates are; free with g_free(). */
char *sc_template_get_folder (void);
/* A solution of one flow called name, with fresh ids, to be kept as a template; parts: of the flow,
 * NULL: all. */
ScSolution *sc_template_make (const ScSolution *solution,
                              const char *flow,
                              const ScParts *parts,
                              const char *name,
                              GError **error);
/* Writes what sc_template_make() made into folder, which is made if need be, as a file called after
 * its flow. Nothing that is there is written over. */
gboolean sc_template_save (const ScSolution *made, const char *folder, GError **error);
/* Removes the file of one of the person's own. */
gboolean sc_template_delete (const ScTemplate *self, GError **error);

G_END_DECLS
