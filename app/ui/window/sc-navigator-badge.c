/* sc-navigator-badge.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-navigator-badge.h"

#include <glib/gi18n-lib.h>

char *
sc_navigator_describe_problems (const ScNavigatorFacts *facts)
{
  g_autofree char *errors = NULL;
  g_autofree char *warnings = NULL;

  if (facts->n_errors > 0)
    errors = g_strdup_printf (ngettext ("%u error", "%u errors", facts->n_errors), facts->n_errors);
  if (facts->n_warnings > 0)
    warnings = g_strdup_printf (ngettext ("%u warning", "%u warnings", facts->n_warnings),
                                facts->n_warnings);
  if (errors != NULL && warnings != NULL)
    return g_strdup_printf ("%s, %s", errors, warnings);
  return errors != NULL ? g_steal_pointer (&errors) : g_steal_pointer (&warnings);
}

/* Errors come first: their number is shown; warnings only where there are no errors. */
void
sc_navigator_badge_show (GtkLabel *label, const ScNavigatorFacts *facts)
{
  GtkWidget *widget = GTK_WIDGET (label);
  guint n = facts->n_errors > 0 ? facts->n_errors : facts->n_warnings;
  g_autofree char *text = g_strdup_printf ("%u", n);
  g_autofree char *problems = sc_navigator_describe_problems (facts);

  gtk_widget_set_visible (widget, n > 0);
  if (n == 0)
    return;
  gtk_label_set_text (label, text);
  gtk_widget_remove_css_class (widget, facts->n_errors > 0 ? "warning" : "error");
  gtk_widget_add_css_class (widget, facts->n_errors > 0 ? "error" : "warning");
  gtk_widget_set_tooltip_text (widget, problems);
}
