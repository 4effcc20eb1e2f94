/* sc-fix-button.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-fix-button.h"

#include <glib/gi18n-lib.h>

#include "sc-fix-menu.h"
#include "sc-fix.h"
#include "sc-rules-dialog.h"

struct _ScFixButton
{
  GtkWidget parent_instance;

  GtkWidget *button; /* a GtkMenuButton */
  ScEditor *editor;
  ScProblem *problem;
};

G_DEFINE_FINAL_TYPE (ScFixButton, sc_fix_button, GTK_TYPE_WIDGET)

static guint
count_alike (ScFixButton *self)
{
  guint n = 0;

  sc_list_foreach (sc_editor_get_problems (self->editor), const ScProblem *, problem)
    {
      n += problem->rule == self->problem->rule;
    }
  return n;
}

static void
add_all (ScFixButton *self, ScFixMenu *menu)
{
  const ScRule *rule = self->problem->rule;
  g_autoptr (ScSolution) after = NULL;
  g_autofree char *title = NULL;
  guint n_fixed;

  if (!sc_rule_can_fix_all (rule) || count_alike (self) < 2)
    return;
  after = sc_fix_all (sc_fix_menu_get_validator (menu), sc_editor_get_solution (self->editor),
                      sc_editor_get_problems (self->editor), rule, &n_fixed);
  if (n_fixed < 2)
    return;
  title = g_strdup_printf (
      ngettext ("Repair %u of this kind", "Repair all %u of this kind", n_fixed), n_fixed);
  sc_fix_menu_add_separator (menu);
  sc_fix_menu_add (menu, title, g_steal_pointer (&after));
}

static void
about_cb (ScFixButton *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  const ScRule *rule = self->problem->rule;

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  sc_rules_dialog_present (GTK_WINDOW (root), self->editor, rule);
}

/* What the rule is for, and how severe the solution takes it. */
static void
add_about (ScFixButton *self, ScFixMenu *menu)
{
  g_autofree char *title
      = g_strdup_printf (_ ("About Rule %s…"), sc_rule_get_id (self->problem->rule));

  g_signal_connect_object (sc_fix_menu_add_button (menu, title), "clicked", G_CALLBACK (about_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
fill_menu (GtkMenuButton *button, gpointer data)
{
  ScFixButton *self = SC_FIX_BUTTON (data);
  ScFixMenu *menu = SC_FIX_MENU (sc_fix_menu_new (self->editor));
  g_autoptr (GPtrArray) fixes = NULL;

  gtk_menu_button_set_popover (button, GTK_WIDGET (menu));
  if (self->problem == NULL)
    return;

  fixes = sc_fix_list (sc_fix_menu_get_validator (menu), sc_editor_get_solution (self->editor),
                       self->problem);
  for (guint i = 0; i < fixes->len; i++)
    {
      const ScFix *fix = g_ptr_array_index (fixes, i);

      sc_fix_menu_add (menu, fix->title, sc_solution_ref (fix->after));
    }
  if (fixes->len == 0)
    sc_fix_menu_add_note (menu, _ ("Nothing that Stagecraft could do by itself would put this "
                                   "right; it needs your decision."));
  add_all (self, menu);
  add_about (self, menu);
}

static void
sc_fix_button_dispose (GObject *object)
{
  ScFixButton *self = SC_FIX_BUTTON (object);

  if (self->button != NULL)
    gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), NULL, NULL, NULL);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->problem, sc_problem_unref);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_fix_button_parent_class)->dispose (object);
}

static void
sc_fix_button_class_init (ScFixButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_fix_button_dispose;
  gtk_widget_class_set_css_name (widget_class, "fix-button");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
sc_fix_button_init (ScFixButton *self)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (gtk_menu_button_new ());

  gtk_menu_button_set_label (button, _ ("Fix"));
  gtk_menu_button_set_has_frame (button, FALSE);
  gtk_menu_button_set_create_popup_func (button, fill_menu, self, NULL);
  self->button = GTK_WIDGET (button);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
sc_fix_button_new (ScEditor *editor)
{
  ScFixButton *self;

  g_return_val_if_fail (SC_IS_EDITOR (editor), NULL);

  self = g_object_new (SC_TYPE_FIX_BUTTON, NULL);
  self->editor = g_object_ref (editor);
  return GTK_WIDGET (self);
}

void
sc_fix_button_set_problem (ScFixButton *self, const ScProblem *problem)
{
  g_autofree char *name = NULL;
  gboolean repairable;

  g_return_if_fail (SC_IS_FIX_BUTTON (self));

  if (problem == self->problem)
    return;
  g_clear_pointer (&self->problem, sc_problem_unref);
  self->problem = problem != NULL ? sc_problem_ref (problem) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), problem != NULL);
  if (problem == NULL)
    return;
  repairable = sc_rule_has_fixes (problem->rule);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), repairable ? _ ("Fix") : _ ("Rule"));
  name = g_strdup_printf (repairable ? _ ("Fix: %s") : _ ("Rule behind: %s"), problem->message);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

void
sc_fix_button_open (ScFixButton *self)
{
  g_return_if_fail (SC_IS_FIX_BUTTON (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}
