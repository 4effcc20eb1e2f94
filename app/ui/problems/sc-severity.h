/* sc-severity.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-validation.h"

G_BEGIN_DECLS

/* How problems look and are called, wherever they are shown. Severity is always told by a shape and
 * a word too, never by colour alone. */

const char *sc_severity_get_icon_name (ScSeverity severity);
/* "error", "warning" or "accent": libadwaita's style classes. */
const char *sc_severity_get_css_class (ScSeverity severity);
/* "Error", …: translated. */
const char *sc_severity_get_title (ScSeverity severity);
/* "2 errors": translated. Free with g_free(). */
char *sc_severity_format_count (ScSeverity severity, guint n);
guint sc_severity_count (const ScList *problems, ScSeverity severity);

/* "Qualify › Decision Maker?": where a problem is, without the flow. "" when it is about the whole
 * solution; the flow's name when it is about the flow. Free with g_free(). */
char *sc_problem_dup_place (const ScProblem *problem, const ScSolution *solution, int language);

G_END_DECLS
