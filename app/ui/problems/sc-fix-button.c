/* sc-fix-button.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-fix-button.h"

#include <glib/gi18n-lib.h>

#include "sc-fix.h"
#include "sc-rules-dialog.h"

#define WIDTH_CHARS 44

struct _ScFixButton
{
  GtkWidget parent_instance;

  GtkWidget *button; /* a GtkMenuButton */
  ScEditor *editor;
  ScProblem *problem;
};

G_DEFINE_FINAL_TYPE (ScFixButton, sc_fix_button, GTK_TYPE_WIDGET)

/* One line of the menu: an edit that is ready. */
typedef struct
{
  ScFixButton *owner; /* outlives its menu */
  char *title;
  const ScSolution *before;
  ScSolution *after;
} Choice;

static void
choice_free (gpointer data, GClosure *closure)
{
  Choice *self = data;

  g_free (self->title);
  sc_solution_unref ((ScSolution *) self->before);
  sc_solution_unref (self->after);
  g_free (self);
}

static void
choose_cb (GtkButton *button, Choice *choice)
{
  ScFixButton *self = choice->owner;
  g_autofree char *title = g_strdup (choice->title);
  g_autoptr (ScSolution) after = sc_solution_ref (choice->after);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  /* The menu goes with the first edit; while it is open nothing else can have been edited, except
   * by a key. */
  if (sc_editor_get_solution (self->editor) == choice->before)
    sc_editor_commit (self->editor, g_steal_pointer (&after), NULL, title, NULL);
}

/* "takes 2 problems away, makes 1 new one" */
static char *
describe_effect (ScValidator *validator, const ScSolution *before, const ScSolution *after)
{
  guint n_gone, n_new;
  g_autofree char *gone = NULL;
  g_autofree char *made = NULL;

  sc_fix_compare (validator, before, after, &n_gone, &n_new);
  gone = g_strdup_printf (ngettext ("%u problem goes", "%u problems go", n_gone), n_gone);
  if (n_new == 0)
    return g_steal_pointer (&gone);
  made = g_strdup_printf (ngettext ("%u new one", "%u new ones", n_new), n_new);
  /* Translators: "2 problems go, 1 new one". */
  return g_strdup_printf (_ ("%s, %s"), gone, made);
}

static GtkWidget *
make_line (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* Takes over after. */
static void
add_choice (
    ScFixButton *self, ScValidator *validator, GtkBox *box, const char *title, ScSolution *after)
{
  const ScSolution *before = sc_editor_get_solution (self->editor);
  g_autofree char *effect = describe_effect (validator, before, after);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *effect_line = make_line (effect, "dim-label");
  GtkWidget *button = gtk_button_new ();
  Choice *choice = g_new (Choice, 1);

  *choice = (Choice){ self, g_strdup (title), sc_solution_ref (before), after };
  gtk_widget_add_css_class (effect_line, "caption");
  gtk_box_append (GTK_BOX (lines), make_line (title, NULL));
  gtk_box_append (GTK_BOX (lines), effect_line);
  gtk_button_set_child (GTK_BUTTON (button), lines);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, effect, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (choose_cb), choice, choice_free, 0);
  gtk_box_append (box, button);
}

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
add_all (ScFixButton *self, ScValidator *validator, GtkBox *box)
{
  const ScRule *rule = self->problem->rule;
  g_autoptr (ScSolution) after = NULL;
  g_autofree char *title = NULL;
  guint n_fixed;

  if (!sc_rule_can_fix_all (rule) || count_alike (self) < 2)
    return;
  after = sc_fix_all (validator, sc_editor_get_solution (self->editor),
                      sc_editor_get_problems (self->editor), rule, &n_fixed);
  if (n_fixed < 2)
    return;
  title = g_strdup_printf (
      ngettext ("Repair %u of this kind", "Repair all %u of this kind", n_fixed), n_fixed);
  gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  add_choice (self, validator, box, title, g_steal_pointer (&after));
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
add_about (ScFixButton *self, GtkBox *box)
{
  g_autofree char *title
      = g_strdup_printf (_ ("About Rule %s…"), sc_rule_get_id (self->problem->rule));
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), make_line (title, NULL));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (about_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (box, button);
}

static void
fill_menu (GtkMenuButton *button, gpointer data)
{
  ScFixButton *self = SC_FIX_BUTTON (data);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autoptr (ScValidator) validator = sc_validator_new ();
  g_autoptr (GPtrArray) fixes = NULL;

  gtk_widget_add_css_class (popover, "fixes");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
  if (self->problem == NULL)
    return;

  fixes = sc_fix_list (validator, sc_editor_get_solution (self->editor), self->problem);
  for (guint i = 0; i < fixes->len; i++)
    {
      const ScFix *fix = g_ptr_array_index (fixes, i);

      add_choice (self, validator, GTK_BOX (box), fix->title, sc_solution_ref (fix->after));
    }
  if (fixes->len == 0)
    gtk_box_append (GTK_BOX (box),
                    make_line (_ ("Nothing that Stagecraft could do by itself would put this "
                                  "right; it needs your decision."),
                               "note"));
  add_all (self, validator, GTK_BOX (box));
  add_about (self, GTK_BOX (box));
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
