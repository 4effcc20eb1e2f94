/* sc-cli.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* stagecraft-cli: what the designer's core can do without a display. */

typedef enum
{
  SC_EXIT_SUCCESS = 0,
  SC_EXIT_FINDINGS = 1, /* check, export: an error was found */
  SC_EXIT_FAILURE = 2   /* wrong usage, or a file that cannot be read or written */
} ScExitStatus;

/* Runs the program; argv[0] is its name. Expects the locale to be set. */
ScExitStatus sc_cli_run (int argc, char **argv);

G_END_DECLS
