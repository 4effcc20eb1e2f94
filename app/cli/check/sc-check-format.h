/* sc-check-format.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-check-result.h"

G_BEGIN_DECLS

/* How to add a format: a constant of this kind in a file of its own, and its line in
 * sc_check_format_list(). */

/* What a report says besides its findings. */
typedef struct
{
  const ScCheckScope *scope;
  ScSeverity failing;    /* findings from here on are failures */
  gboolean has_baseline; /* findings that are known do not count */
  gboolean quiet;        /* people want to see what is wrong and nothing else */
} ScReportOptions;

/* What was found over all files; what the baseline has is counted apart. */
typedef struct
{
  guint files;
  guint unreadable; /* of them */
  guint others;     /* of them: have no flow */
  guint found[SC_SEVERITY_ERROR + 1];
  guint known;
  int status; /* ScExitStatus of the program */
} ScCheckSum;

/* Every function appends UTF-8 to text: files are reported one after the other, and what was
 * reported is not held on to. */
typedef struct
{
  const char *name;         /* for --format */
  gboolean shows_unchecked; /* needs ScCheckResult.unchecked */
  gboolean is_for_people;   /* may be turned into the encoding of the terminal */
  gpointer (*begin) (const ScReportOptions *options, GString *text);
  void (*add) (gpointer self, const ScCheckResult *result, GString *text);
  void (*end) (gpointer self, const ScCheckSum *sum, GString *text); /* frees self */
} ScCheckFormat;

extern const ScCheckFormat sc_check_format_json;
extern const ScCheckFormat sc_check_format_junit;
extern const ScCheckFormat sc_check_format_sarif;
extern const ScCheckFormat sc_check_format_text;

/* Ends with NULL. */
const ScCheckFormat *const *sc_check_format_list (void);

/* A finding as compilers write it: "file:line:column: severity: sentence [rule]", and a second line
 * with the place in the flow if there is one. */
void sc_check_append_finding (GString *text, const ScFinding *finding);
/* "2 errors, 1 warning, 0 pieces of advice in 3 files", and what else there is to say of all. */
void sc_check_append_sum (GString *text, const ScCheckSum *sum);

G_END_DECLS
