/* sc-definition-control.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A definition file names the control of a step by a word where it can, because nobody can review
 * a class id. */

/* The name for a class id that is written as this program writes it; NULL for every other. */
const char *sc_definition_control_get_name (const char *class_id);
/* NULL for a name that is not known. */
const char *sc_definition_control_get_class (const char *name);
/* "text, text-area, …"; free with g_free(). */
char *sc_definition_control_list_names (void);

G_END_DECLS
