/* sc-navigator-section.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-navigator-row.h"

G_BEGIN_DECLS

/* A heading with a count and an add button, and the rows below it. */
#define SC_TYPE_NAVIGATOR_SECTION (sc_navigator_section_get_type ())
G_DECLARE_FINAL_TYPE (ScNavigatorSection, sc_navigator_section, SC, NAVIGATOR_SECTION, GtkWidget)

/* The words of a section; constants, marked for translation. */
typedef struct
{
  const char *title;
  const char *add_title;  /* what the add button says to a screen reader */
  const char *add_action; /* an action of the window */
  const char *empty;      /* where there are no rows */
} ScNavigatorWords;

GtkWidget *
sc_navigator_section_new (ScEditor *editor, ScNavigatorKind kind, const ScNavigatorWords *words);

/* Shows the rows of ids, in that order; facts has one item for each. Rows whose id stays are kept.
 */
void sc_navigator_section_show (ScNavigatorSection *self,
                                const char *const *ids,
                                const ScNavigatorFacts *facts,
                                guint n);
/* NULL selects nothing. */
void sc_navigator_section_select (ScNavigatorSection *self, const char *id);
/* Case-folded; NULL shows all rows. */
void sc_navigator_section_filter (ScNavigatorSection *self, const char *needle);

G_END_DECLS
