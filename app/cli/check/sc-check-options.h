/* sc-check-options.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-check-baseline.h"
#include "sc-check-format.h"

G_BEGIN_DECLS

/* What the person asked for, looked at and read. */
typedef struct
{
  const ScCheckFormat *format;
  ScCheckScope scope;
  ScReportOptions report;
  ScBaseline *baseline; /* NULL: every finding is new */
  guint jobs;
  char *output; /* NULL: the standard output */
  char **paths; /* what to check */
  char **rules;
} ScCheckOptions;

/* FALSE, and complains, when something is wrong with the command line or with a file it names.
 * Free self with sc_check_options_clear() in either case. */
gboolean sc_check_options_parse (ScCheckOptions *self, int argc, char **argv);
void sc_check_options_clear (ScCheckOptions *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScCheckOptions, sc_check_options_clear)

G_END_DECLS
