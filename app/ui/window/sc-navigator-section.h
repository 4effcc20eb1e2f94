/* sc-navigator-section.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-navigator-heading.h"
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
  gboolean search;        /* has the button for the search, which is for all sections */
} ScNavigatorWords;

GtkWidget *
sc_navigator_section_new (ScEditor *editor, ScNavigatorKind kind, const ScNavigatorWords *words);

/* Shows the rows of ids, in that order; facts has one item for each. Rows whose id stays are kept.
 * The group of a row is one of groups: several of them stand below headings. */
void sc_navigator_section_show (ScNavigatorSection *self,
                                const char *const *ids,
                                const ScNavigatorFacts *facts,
                                guint n,
                                const ScNavigatorGroup *groups,
                                guint n_groups);
/* NULL selects nothing. */
void sc_navigator_section_select (ScNavigatorSection *self, const char *id);
ScNavigatorRow *sc_navigator_section_get_selected (ScNavigatorSection *self);

/* Rates the rows by what is looked for, see sc_fuzzy_fold(), and returns the best rating. */
guint sc_navigator_section_rate (ScNavigatorSection *self, const char *folded_needle);
/* Shows only rows that were rated with least or more, and nothing at all where there are none; 0
 * shows all. Returns how many there are. */
guint sc_navigator_section_filter (ScNavigatorSection *self, guint least);
/* The first row that is shown; NULL when none is. */
ScNavigatorRow *sc_navigator_section_get_first (ScNavigatorSection *self);

G_END_DECLS
