/* sc-solution-dialog.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-solution-dialog.h"

#include <glib/gi18n-lib.h>

#include "sc-edit-solution.h"

struct _ScSolutionDialog
{
  AdwMessageDialog parent_instance;

  ScEditor *editor;

  GtkEditable *title;
  GtkEditable *unique_name;
  GtkEditable *version;
  GtkEditable *publisher;
  GtkEditable *prefix;
};

G_DEFINE_FINAL_TYPE (ScSolutionDialog, sc_solution_dialog, ADW_TYPE_MESSAGE_DIALOG)

static void
show_text (GtkEditable *entry, const char *text)
{
  gtk_editable_set_text (entry, text != NULL ? text : "");
}

/* NULL where the text is what it was, so that an empty field does not become an empty text. */
static char *
dup_changed (GtkEditable *entry, const char *before)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  return g_str_equal (text, before != NULL ? before : "") ? NULL : g_steal_pointer (&text);
}

static void
accept_cb (ScSolutionDialog *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  g_autofree char *title
      = dup_changed (self->title, sc_labels_get (solution->labels, solution->language));
  g_autofree char *unique_name = dup_changed (self->unique_name, solution->unique_name);
  g_autofree char *version = dup_changed (self->version, solution->version);
  g_autofree char *publisher = dup_changed (self->publisher, solution->publisher);
  g_autofree char *prefix = dup_changed (self->prefix, solution->prefix);
  g_autoptr (GError) error = NULL;
  ScSolution *after;

  after = sc_edit_solution_set_details (solution, title, unique_name, version, publisher, prefix,
                                        &error);
  sc_editor_commit (self->editor, after, g_steal_pointer (&error), _ ("Change Solution Details"),
                    NULL);
}

static void
sc_solution_dialog_dispose (GObject *object)
{
  g_clear_object (&SC_SOLUTION_DIALOG (object)->editor);

  G_OBJECT_CLASS (sc_solution_dialog_parent_class)->dispose (object);
}

static void
sc_solution_dialog_class_init (ScSolutionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_solution_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/window/sc-solution-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScSolutionDialog, title);
  gtk_widget_class_bind_template_child (widget_class, ScSolutionDialog, unique_name);
  gtk_widget_class_bind_template_child (widget_class, ScSolutionDialog, version);
  gtk_widget_class_bind_template_child (widget_class, ScSolutionDialog, publisher);
  gtk_widget_class_bind_template_child (widget_class, ScSolutionDialog, prefix);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
}

static void
sc_solution_dialog_init (ScSolutionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sc_solution_dialog_present (GtkWindow *parent, ScEditor *editor)
{
  ScSolutionDialog *self = g_object_new (SC_TYPE_SOLUTION_DIALOG, "transient-for", parent, NULL);
  const ScSolution *solution = sc_editor_get_solution (editor);

  self->editor = g_object_ref (editor);
  show_text (self->title, sc_labels_get (solution->labels, solution->language));
  show_text (self->unique_name, solution->unique_name);
  show_text (self->version, solution->version);
  show_text (self->publisher, solution->publisher);
  show_text (self->prefix, solution->prefix);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}
