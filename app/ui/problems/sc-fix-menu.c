/* sc-fix-menu.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-fix-menu.h"

#include <glib/gi18n-lib.h>

#include "sc-fix.h"

#define WIDTH_CHARS 44

struct _ScFixMenu
{
  GtkPopover parent_instance;

  ScEditor *editor; /* weak: a popover that closes lives on for a moment */
  ScValidator *validator;
  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (ScFixMenu, sc_fix_menu, GTK_TYPE_POPOVER)

/* One line of the menu: an edit that is ready. */
typedef struct
{
  ScFixMenu *owner; /* has the line */
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
  ScEditor *editor = choice->owner->editor;
  g_autofree char *title = g_strdup (choice->title);
  g_autoptr (ScSolution) after = sc_solution_ref (choice->after);
  gboolean current = editor != NULL && sc_editor_get_solution (editor) == choice->before;

  gtk_popover_popdown (GTK_POPOVER (choice->owner));
  /* The menu goes with the first edit; while it is open nothing else can have been edited, except
   * by a key. */
  if (current)
    sc_editor_commit (editor, g_steal_pointer (&after), NULL, title, NULL);
}

/* "takes 2 problems away, makes 1 new one"; NULL when there is no difference. */
static char *
describe_effect (ScValidator *validator, const ScSolution *before, const ScSolution *after)
{
  guint n_gone, n_new;
  g_autofree char *gone = NULL;
  g_autofree char *made = NULL;

  sc_fix_compare (validator, before, after, &n_gone, &n_new);
  gone = g_strdup_printf (ngettext ("%u problem goes", "%u problems go", n_gone), n_gone);
  if (n_new == 0)
    return n_gone > 0 ? g_steal_pointer (&gone) : NULL;
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

static void
sc_fix_menu_dispose (GObject *object)
{
  ScFixMenu *self = SC_FIX_MENU (object);

  g_clear_pointer (&self->validator, sc_validator_free);
  g_clear_weak_pointer (&self->editor);

  G_OBJECT_CLASS (sc_fix_menu_parent_class)->dispose (object);
}

static void
sc_fix_menu_class_init (ScFixMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_fix_menu_dispose;
}

static void
sc_fix_menu_init (ScFixMenu *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  gtk_widget_add_css_class (GTK_WIDGET (self), "fixes");
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->box));
}

GtkWidget *
sc_fix_menu_new (ScEditor *editor)
{
  ScFixMenu *self;

  g_return_val_if_fail (SC_IS_EDITOR (editor), NULL);

  self = g_object_new (SC_TYPE_FIX_MENU, NULL);
  g_set_weak_pointer (&self->editor, editor);
  self->validator = sc_validator_new ();
  return GTK_WIDGET (self);
}

ScValidator *
sc_fix_menu_get_validator (ScFixMenu *self)
{
  g_return_val_if_fail (SC_IS_FIX_MENU (self), NULL);
  return self->validator;
}

void
sc_fix_menu_add (ScFixMenu *self, const char *title, ScSolution *after)
{
  const ScSolution *before;
  g_autofree char *effect = NULL;
  GtkWidget *lines, *button;
  Choice *choice;

  g_return_if_fail (SC_IS_FIX_MENU (self));

  before = sc_editor_get_solution (self->editor);
  effect = describe_effect (self->validator, before, after);
  lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  button = gtk_button_new ();
  choice = g_new (Choice, 1);
  *choice = (Choice){ self, g_strdup (title), sc_solution_ref (before), after };
  gtk_box_append (GTK_BOX (lines), make_line (title, NULL));
  if (effect != NULL)
    {
      GtkWidget *line = make_line (effect, "dim-label");

      gtk_widget_add_css_class (line, "caption");
      gtk_box_append (GTK_BOX (lines), line);
    }
  gtk_button_set_child (GTK_BUTTON (button), lines);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, effect != NULL ? effect : "",
                                  -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (choose_cb), choice, choice_free, 0);
  gtk_box_append (self->box, button);
}

void
sc_fix_menu_add_note (ScFixMenu *self, const char *text)
{
  g_return_if_fail (SC_IS_FIX_MENU (self));

  gtk_box_append (self->box, make_line (text, "note"));
}

GtkWidget *
sc_fix_menu_add_button (ScFixMenu *self, const char *title)
{
  GtkWidget *button;

  g_return_val_if_fail (SC_IS_FIX_MENU (self), NULL);

  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), make_line (title, NULL));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  sc_fix_menu_add_separator (self);
  gtk_box_append (self->box, button);
  return button;
}

void
sc_fix_menu_add_separator (ScFixMenu *self)
{
  g_return_if_fail (SC_IS_FIX_MENU (self));

  gtk_box_append (self->box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
}
