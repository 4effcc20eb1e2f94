/* sc-condition-editor.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-condition-editor.h"

#include <glib/gi18n-lib.h>

#include "sc-branch-section.h"
#include "sc-condition-resources.h"
#include "sc-edit-condition.h"
#include "sc-inspector-resources.h"
#include "sc-styles.h"

struct _ScConditionEditor
{
  GtkWidget parent_instance;

  ScEditor *editor;
  char *stage;
  GtkBox *branches; /* of ScBranchSection */
  GtkWidget *add_otherwise;
};

G_DEFINE_FINAL_TYPE (ScConditionEditor, sc_condition_editor, GTK_TYPE_WIDGET)

static const ScStage *
get_stage (ScConditionEditor *self)
{
  const ScFlow *flow = sc_editor_get_flow (self->editor);

  return flow != NULL && self->stage != NULL ? sc_flow_find_stage (flow, self->stage, NULL) : NULL;
}

static const char *
get_flow (ScConditionEditor *self)
{
  const ScFlow *flow = sc_editor_get_flow (self->editor);

  return flow != NULL ? flow->id : "";
}

static void
add_branch_cb (ScConditionEditor *self)
{
  GError *error = NULL;
  ScSolution *after;

  after = sc_edit_branch_add (sc_editor_lend (self->editor), get_flow (self), self->stage,
                              G_MAXUINT, NULL, &error);
  sc_editor_commit (self->editor, after, error, _ ("Add branch"), NULL);
}

static void
add_otherwise_cb (ScConditionEditor *self)
{
  GError *error = NULL;
  ScSolution *after;

  after = sc_edit_branch_add_otherwise (sc_editor_lend (self->editor), get_flow (self), self->stage,
                                        &error);
  sc_editor_commit (self->editor, after, error, _ ("Add “otherwise”"), NULL);
}

static void
delete_cb (ScConditionEditor *self)
{
  GError *error = NULL;
  ScSolution *after;

  after = sc_edit_condition_delete (sc_editor_lend (self->editor), get_flow (self), self->stage,
                                    &error);
  sc_editor_commit (self->editor, after, error, _ ("Delete condition"), NULL);
}

static void
forget_branches (ScConditionEditor *self)
{
  GtkWidget *section;

  while ((section = gtk_widget_get_first_child (GTK_WIDGET (self->branches))) != NULL)
    gtk_box_remove (self->branches, section);
}

static void
show_branches (ScConditionEditor *self, const ScList *branches)
{
  GtkWidget *section = gtk_widget_get_first_child (GTK_WIDGET (self->branches));

  for (guint i = 0; i < sc_list_length (branches); i++)
    {
      if (section == NULL)
        {
          section = sc_branch_section_new (self->editor, self->stage, i);
          gtk_box_append (self->branches, section);
        }
      sc_branch_section_update (SC_BRANCH_SECTION (section));
      section = gtk_widget_get_next_sibling (section);
    }
  while (section != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (section);

      gtk_box_remove (self->branches, section);
      section = next;
    }
}

void
sc_condition_editor_show (ScConditionEditor *self, const char *stage)
{
  const ScStage *value;

  g_return_if_fail (SC_IS_CONDITION_EDITOR (self));

  if (g_strcmp0 (stage, self->stage) != 0)
    {
      forget_branches (self);
      g_free (self->stage);
      self->stage = g_strdup (stage);
    }
  value = get_stage (self);
  if (value == NULL || value->condition == NULL)
    return;
  show_branches (self, value->condition->branches);
  gtk_widget_set_visible (self->add_otherwise, !sc_condition_has_otherwise (value->condition));
}

static void
sc_condition_editor_dispose (GObject *object)
{
  ScConditionEditor *self = SC_CONDITION_EDITOR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->stage, g_free);

  G_OBJECT_CLASS (sc_condition_editor_parent_class)->dispose (object);
}

static void
sc_condition_editor_class_init (ScConditionEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_condition_editor_dispose;

  /* The linker takes the resources only when something asks for them. The rows are those of the
   * inspector, which may not be there yet. */
  g_resources_register (sc_inspector_get_resource ());
  g_resources_register (sc_condition_get_resource ());
  sc_styles_add ("/org/stagecraft/Stagecraft/inspector/inspector.css");
  sc_styles_add ("/org/stagecraft/Stagecraft/condition/condition.css");
  gtk_widget_class_set_css_name (widget_class, "condition-editor");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/condition/sc-condition-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, ScConditionEditor, branches);
  gtk_widget_class_bind_template_child (widget_class, ScConditionEditor, add_otherwise);
  gtk_widget_class_bind_template_callback (widget_class, add_branch_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_otherwise_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
sc_condition_editor_init (ScConditionEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
sc_condition_editor_new (ScEditor *editor)
{
  ScConditionEditor *self = g_object_new (SC_TYPE_CONDITION_EDITOR, NULL);

  self->editor = g_object_ref (editor);
  return GTK_WIDGET (self);
}
