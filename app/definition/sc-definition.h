/* sc-definition.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-file-error.h"
#include "sc-solution.h"

G_BEGIN_DECLS

/* Stagecraft's own file: one readable, line-diffable XML document that holds a whole solution.
 * The schema is data/stagecraft.rng; its comments explain every element and attribute.
 *
 * The number at the end of the namespace changes when a program that knows only the older form
 * would misread a file. Comments and the layout that somebody gave the file are not kept. */
#define SC_DEFINITION_NAMESPACE "urn:stagecraft:definition:1"
#define SC_DEFINITION_SUFFIX    ".stagecraft"

/* A document that does not match the schema gets SC_FILE_ERROR_MALFORMED with line, column and
 * what was expected. name is what messages call the file. */
ScSolution *sc_definition_read (GBytes *bytes, const char *name, GError **error);
/* What holds for every solution that comes in: no text of value is longer than SC_TEXT_MAX, so that
 * it can be written, and read again, in every format. */
gboolean sc_definition_check_texts (gconstpointer value, const char *name, GError **error);
/* The same solution always gives the same bytes; reading them gives an equal solution. (What the
 * model does not allow, such as a stage whose id is NULL, may come back as the nearest thing that
 * it does.) */
GBytes *sc_definition_write (const ScSolution *solution);

G_END_DECLS
