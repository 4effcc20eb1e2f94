/* sc-check-result.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-check-files.h"
#include "sc-cli-command.h"
#include "sc-validation.h"

G_BEGIN_DECLS

/* What check found in one file: text and numbers only. The solution itself is let go as soon as
 * this is known, so that a thousand packages take no more memory than the few at work. */

typedef struct
{
  const ScRule *rule;
  int severity;  /* ScSeverity */
  char *message; /* a sentence, translated */
  ScPlace names;
  ScPlace ids;
  int found; /* the figure, where the rule is a limit; else 0 */
  int allowed;
  char *path;        /* the file; never NULL */
  char *entry;       /* within a .zip; else NULL */
  guint line;        /* 1-based; 0: not known */
  guint column;      /* 1-based, in characters; 0: not known */
  char *fingerprint; /* the same for the same finding, wherever the file and the line are */
  gboolean is_known; /* the baseline has it */
} ScFinding;

/* A rule that lacked what it would have to know, or that is switched off. */
typedef struct
{
  const ScRule *rule;
  char *reason; /* a sentence */
} ScUnchecked;

typedef struct
{
  char *path;           /* as on the command line, or below a folder of it */
  char *error;          /* why it could not be read; NULL: it was */
  gboolean is_other;    /* it was found in a folder and has no flow: error says what it is */
  char **notes;         /* what was noticed while reading; never NULL */
  char *solution;       /* unique name; NULL when it has none */
  GPtrArray *findings;  /* of ScFinding, in the order of the solution */
  GPtrArray *unchecked; /* of ScUnchecked, in the order of the rules */
} ScCheckResult;

/* What decides about which findings there are. Immutable while files are checked. */
typedef struct
{
  char **rules;           /* ids of the only ones; NULL: all */
  ScSeverity least;       /* what is less severe is left out */
  const ScList *settings; /* of ScRuleSetting: for these rules instead of the package's own */
  int max_active_flows;   /* 0: what the package says */
  gboolean unchecked;     /* list what could not be checked, too */
} ScCheckScope;

gboolean sc_check_scope_has_rule (const ScCheckScope *self, const ScRule *rule);

/* Opens and checks a file. Never NULL; may be called from any thread. Free with
 * sc_check_result_free(). */
ScCheckResult *sc_check_result_new (const ScCheckFile *file, const ScCheckScope *scope);
void sc_check_result_free (ScCheckResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScCheckResult, sc_check_result_free)

G_END_DECLS
