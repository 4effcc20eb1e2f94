/* sc-solution-names.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What Dataverse accepts in the details of a solution and its publisher (Microsoft Learn, "Create
 * a solution" and "Solution publisher"). Each returns NULL when text will do, else why not, in a
 * translated sentence. */

/* Of a solution or a publisher: begins with a letter or _, then letters, digits and _. */
const char *sc_solution_check_unique_name (const char *text);
/* 2 to 8 letters and digits, beginning with a letter, not with "mscrm". */
const char *sc_solution_check_prefix (const char *text);
/* A number from SC_OPTION_PREFIX_MIN to SC_OPTION_PREFIX_MAX. */
const char *sc_solution_check_option_prefix (const char *text);
/* See sc_version_is_valid(). */
const char *sc_solution_check_version (const char *text);

#define SC_OPTION_PREFIX_MIN 10000
#define SC_OPTION_PREFIX_MAX 99999

/* What is left of a display name for a unique name: letters and digits, each word with a capital.
 * "" when nothing is. Free with g_free(). */
char *sc_solution_derive_unique_name (const char *title);
/* The option-value prefix that goes with a prefix: the platform proposes one from the letters too,
 * so that two publishers seldom have the same. */
int sc_solution_derive_option_prefix (const char *prefix);

G_END_DECLS
