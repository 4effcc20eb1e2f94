/* sc-review-list.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-review-list.h"

#include <glib/gi18n-lib.h>

#include "sc-plain-row.h"
#include "sc-review-row.h"

/* More rows than anybody reads would only make the dialog slow. */
#define MAX_ROWS 200

static gboolean
is_about_same (const ScDifference *a, const ScDifference *b)
{
  return g_strcmp0 (a->word, b->word) == 0 && g_strcmp0 (a->flow, b->flow) == 0
         && g_strcmp0 (a->stage, b->stage) == 0 && g_strcmp0 (a->step, b->step) == 0
         && g_strcmp0 (a->role, b->role) == 0
         && (a->stage != NULL || a->role != NULL || g_strcmp0 (a->name, b->name) == 0);
}

static const ScDifference *
find_about_same (const ScList *list, const ScDifference *wanted)
{
  sc_list_foreach (list, const ScDifference *, difference)
    {
      if (is_about_same (difference, wanted))
        return difference;
    }
  return NULL;
}

static char *
explain (const ScDifference *conflict)
{
  if (conflict->kind == SC_DIFFERENCE_CHANGED && conflict->detail != NULL)
    /* Translators: %s is like “Name: “Qualify” → “Check””. */
    return g_strdup_printf (_ ("You changed this too. Yours → theirs: %s"), conflict->detail);
  return g_strdup (_ ("You changed this too"));
}

static void
append (GtkListBox *list, const ScDifference *difference, const ScDifference *conflict)
{
  g_autofree char *text = conflict != NULL ? explain (conflict) : NULL;

  gtk_list_box_append (list, sc_review_row_new (difference, text));
}

static void
append_rest (GtkListBox *list, guint n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("And %u more", "And %u more", n), n);

  gtk_list_box_append (list, sc_plain_row_new (ADW_TYPE_ACTION_ROW, text, NULL));
}

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

void
sc_review_list_fill (GtkListBox *list, const ScList *differences, const ScList *conflicts)
{
  const guint n = sc_list_length (differences);

  clear (list);
  sc_list_foreach (differences, const ScDifference *, difference)
    {
      if (difference_i < MAX_ROWS)
        append (list, difference, find_about_same (conflicts, difference));
    }
  if (n > MAX_ROWS)
    append_rest (list, n - MAX_ROWS);
  sc_list_foreach (conflicts, const ScDifference *, conflict)
    {
      if (conflict_i < MAX_ROWS && find_about_same (differences, conflict) == NULL)
        append (list, conflict, conflict);
    }
}
