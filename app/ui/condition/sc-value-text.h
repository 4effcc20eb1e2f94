/* sc-value-text.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-clause-form.h"

G_BEGIN_DECLS

/* Between a constant as files have it and as people type it in their locale. */

/* What stands in an entry: "1000,5", "31.12.2026". What cannot be read stays as it is. Free with
 * g_free(). */
char *sc_value_to_text (const ScClauseForm *form, const char *value);
/* The constant that was typed; NULL when text is none, with a few translated words about why in
 * *why: "not a whole number". Blank text is NULL without a *why. Free with g_free(). */
char *sc_value_from_text (const ScClauseForm *form, const char *text, char **why);

/* A day as files have it: "2026-12-31T00:00:00Z"; and back, FALSE when value is none. */
char *sc_value_from_day (int year, int month, int day);
gboolean sc_value_get_day (const char *value, int *year, int *month, int *day);

G_END_DECLS
