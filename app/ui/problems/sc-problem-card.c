/* sc-problem-card.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-problem-card.h"

#include <glib/gi18n-lib.h>

#include "sc-fix-button.h"
#include "sc-problems-resources.h"
#include "sc-rules-dialog.h"
#include "sc-severity.h"
#include "sc-shorten-label.h"
#include "sc-styles.h"

#define MAX_MESSAGE 400 /* characters */

struct _ScProblemCard
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkImage *icon;
  GtkLabel *message;
  GtkBox *buttons;
  GtkToggleButton *why;
  GtkWidget *fix;
  GtkWidget *details;
  GtkLabel *explanation;

  GtkWidget *about;

  ScEditor *editor;
  ScProblem *problem;
};

G_DEFINE_FINAL_TYPE (ScProblemCard, sc_problem_card, GTK_TYPE_WIDGET)

char *
sc_problem_dup_explanation (const ScProblem *problem)
{
  GString *text = g_string_new (sc_rule_get_explanation (problem->rule));
  const char *source = sc_rule_get_source (problem->rule);
  const char *code = sc_rule_get_server_code (problem->rule);

  g_string_append_printf (text, "\n\n%s", sc_rule_get_id (problem->rule));
  if (code != NULL)
    g_string_append_printf (text, _ (" · server error %s"), code);
  if (source != NULL)
    g_string_append_printf (text, _ (" · source: %s"), source);
  return g_string_free (text, FALSE);
}

static void
about_cb (ScProblemCard *self)
{
  sc_rules_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->editor,
                           self->problem->rule);
}

static void
sc_problem_card_dispose (GObject *object)
{
  ScProblemCard *self = SC_PROBLEM_CARD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->problem, sc_problem_unref);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_problem_card_parent_class)->dispose (object);
}

static void
sc_problem_card_class_init (ScProblemCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_problem_card_dispose;

  g_resources_register (sc_problems_get_resource ());
  sc_styles_add ("/org/stagecraft/Stagecraft/problems/problems.css");
  gtk_widget_class_set_css_name (widget_class, "problem-card");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/problems/sc-problem-card.ui");
  gtk_widget_class_bind_template_child (widget_class, ScProblemCard, box);
  gtk_widget_class_bind_template_child (widget_class, ScProblemCard, icon);
  gtk_widget_class_bind_template_child (widget_class, ScProblemCard, message);
  gtk_widget_class_bind_template_child (widget_class, ScProblemCard, why);
  gtk_widget_class_bind_template_child (widget_class, ScProblemCard, buttons);
  gtk_widget_class_bind_template_child (widget_class, ScProblemCard, details);
  gtk_widget_class_bind_template_child (widget_class, ScProblemCard, explanation);
  gtk_widget_class_bind_template_child (widget_class, ScProblemCard, about);
  gtk_widget_class_bind_template_callback (widget_class, about_cb);
}

static void
sc_problem_card_init (ScProblemCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sc_problem_card_new (ScEditor *editor)
{
  ScProblemCard *self = g_object_new (SC_TYPE_PROBLEM_CARD, NULL);

  self->editor = g_object_ref (editor);
  self->fix = sc_fix_button_new (editor);
  gtk_box_append (self->buttons, self->fix);
  return GTK_WIDGET (self);
}

static void
show_severity (ScProblemCard *self, ScSeverity severity)
{
  const char *classes[] = { sc_severity_get_css_class (severity), NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
  gtk_image_set_from_icon_name (self->icon, sc_severity_get_icon_name (severity));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->icon), sc_severity_get_title (severity));
}

void
sc_problem_card_set_problem (ScProblemCard *self, const ScProblem *problem)
{
  g_autofree char *name = NULL;
  g_autofree char *about = NULL;
  g_autofree char *explanation = NULL;

  g_return_if_fail (SC_IS_PROBLEM_CARD (self));

  if (problem == self->problem)
    return;
  if (self->problem == NULL || self->problem->rule != problem->rule)
    gtk_toggle_button_set_active (self->why, FALSE);
  g_clear_pointer (&self->problem, sc_problem_unref);
  self->problem = sc_problem_ref (problem);

  show_severity (self, (ScSeverity) problem->severity);
  /* Translators: a button that leads to the page of that rule. */
  about = g_strdup_printf (_ ("About Rule %s…"), sc_rule_get_id (problem->rule));
  gtk_button_set_label (GTK_BUTTON (self->about), about);
  explanation = sc_problem_dup_explanation (problem);
  sc_shorten_label (self->message, problem->message, MAX_MESSAGE);
  gtk_label_set_label (self->explanation, explanation);
  sc_fix_button_set_problem (SC_FIX_BUTTON (self->fix), problem);
  name = g_strdup_printf ("%s: %s", sc_severity_get_title ((ScSeverity) problem->severity),
                          problem->message);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
