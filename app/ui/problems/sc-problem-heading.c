/* sc-problem-heading.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-problem-heading.h"

#include "sc-severity.h"

/* Pixels: a stage stands in from its flow, a figure off from what is before it. */
#define INDENT 20
#define GAP    6

struct _ScProblemHeading
{
  GtkWidget parent_instance;

  GtkWidget *arrow;
  GtkWidget *title;
  GtkWidget *icons[SC_SEVERITY_ERROR + 1];
  GtkWidget *counts[SC_SEVERITY_ERROR + 1];
  ScProblemItem *item;
};

G_DEFINE_FINAL_TYPE (ScProblemHeading, sc_problem_heading, GTK_TYPE_WIDGET)

/* Made when it is asked for: headings come and go by the hundred while a list is scrolled. */
static gboolean
sc_problem_heading_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  ScProblemHeading *self = SC_PROBLEM_HEADING (widget);
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->item == NULL)
    return FALSE;
  g_string_append (text, sc_problem_item_get_title (self->item));
  for (int severity = SC_SEVERITY_ERROR; severity >= SC_SEVERITY_ADVICE; severity--)
    {
      guint n = sc_problem_item_count (self->item, (ScSeverity) severity);
      g_autofree char *words = sc_severity_format_count ((ScSeverity) severity, n);

      if (n > 0)
        g_string_append_printf (text, "\n%s", words);
    }
  gtk_tooltip_set_text (tooltip, text->str);
  return TRUE;
}

static void
sc_problem_heading_dispose (GObject *object)
{
  ScProblemHeading *self = SC_PROBLEM_HEADING (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (sc_problem_heading_parent_class)->dispose (object);
}

static void
sc_problem_heading_class_init (ScProblemHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_problem_heading_dispose;
  widget_class->query_tooltip = sc_problem_heading_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "problem-heading");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
sc_problem_heading_init (ScProblemHeading *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  self->arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");
  gtk_widget_set_parent (self->arrow, GTK_WIDGET (self));
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->title, "title");
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  for (int severity = SC_SEVERITY_ERROR; severity >= SC_SEVERITY_ADVICE; severity--)
    {
      GtkWidget *icon
          = gtk_image_new_from_icon_name (sc_severity_get_icon_name ((ScSeverity) severity));
      GtkWidget *count = gtk_label_new (NULL);

      gtk_widget_add_css_class (icon, sc_severity_get_css_class ((ScSeverity) severity));
      gtk_widget_set_margin_start (icon, GAP);
      gtk_widget_add_css_class (count, "numeric");
      gtk_widget_add_css_class (count, "dim-label");
      gtk_widget_set_parent (icon, GTK_WIDGET (self));
      gtk_widget_set_parent (count, GTK_WIDGET (self));
      self->icons[severity] = icon;
      self->counts[severity] = count;
    }
}

GtkWidget *
sc_problem_heading_new (void)
{
  return g_object_new (SC_TYPE_PROBLEM_HEADING, NULL);
}

static void
show_count (ScProblemHeading *self, ScSeverity severity)
{
  guint n = sc_problem_item_count (self->item, severity);
  g_autofree char *figure = n > 0 ? g_strdup_printf ("%u", n) : NULL;

  gtk_widget_set_visible (self->icons[severity], n > 0);
  gtk_widget_set_visible (self->counts[severity], n > 0);
  if (n > 0)
    gtk_label_set_label (GTK_LABEL (self->counts[severity]), figure);
}

void
sc_problem_heading_set_item (ScProblemHeading *self, ScProblemItem *item)
{
  const char *const classes[2][2] = { { "flow", NULL }, { "stage", NULL } };
  gboolean of_stage;

  g_return_if_fail (SC_IS_PROBLEM_HEADING (self));

  g_set_object (&self->item, item);
  of_stage = sc_problem_item_get_kind (item) == SC_PROBLEM_LINE_STAGE;
  gtk_widget_set_css_classes (GTK_WIDGET (self), (const char **) classes[of_stage ? 1 : 0]);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), sc_problem_item_is_folded (item)
                                                             ? "pan-end-symbolic"
                                                             : "pan-down-symbolic");
  gtk_widget_set_margin_start (self->arrow, of_stage ? INDENT : 0);
  gtk_label_set_label (GTK_LABEL (self->title), sc_problem_item_get_title (item));
  for (int severity = SC_SEVERITY_ERROR; severity >= SC_SEVERITY_ADVICE; severity--)
    show_count (self, (ScSeverity) severity);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                  of_stage ? 2 : 1, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sc_problem_item_get_title (item), -1);
}

ScProblemItem *
sc_problem_heading_get_item (ScProblemHeading *self)
{
  g_return_val_if_fail (SC_IS_PROBLEM_HEADING (self), NULL);
  return self->item;
}
