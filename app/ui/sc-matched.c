/* sc-matched.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-matched.h"

#include "sc-fuzzy.h"

static void
mark (GtkLabel *label, const char *needle, const char *text)
{
  g_autoptr (GArray) runs = sc_fuzzy_find_runs (needle, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (guint i = 0; i < runs->len; i++)
    {
      const ScFuzzyRun *run = &g_array_index (runs, ScFuzzyRun, i);
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = run->start;
      bold->end_index = run->end;
      pango_attr_list_insert (attributes, bold);
    }
  gtk_label_set_attributes (label, runs->len > 0 ? attributes : NULL);
}

void
sc_matched_show (GtkLabel *first, GtkLabel *second, gsize length, const char *text)
{
  g_autofree char *needle = sc_fuzzy_fold (text);
  g_autofree char *head = g_strndup (gtk_label_get_label (second), length);
  const char *title = gtk_label_get_label (first);
  gboolean in_second = sc_fuzzy_score (needle, head) > sc_fuzzy_score (needle, title);

  mark (first, in_second ? "" : needle, title);
  mark (second, in_second ? needle : "", head);
}

static GtkLabel *
add_line (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

GtkWidget *
sc_matched_new_lines (GtkLabel **title, GtkLabel **detail)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  *title = add_line (lines);
  *detail = add_line (lines);
  gtk_widget_add_css_class (GTK_WIDGET (*detail), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (*detail), "dim-label");
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  return lines;
}
