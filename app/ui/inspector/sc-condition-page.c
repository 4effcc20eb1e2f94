/* sc-condition-page.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-condition-page.h"

#include <glib/gi18n-lib.h>

#include "sc-condition-text.h"
#include "sc-edit-condition.h"
#include "sc-link-row.h"
#include "sc-text-row.h"

struct _ScConditionPage
{
  ScInspectorPage parent_instance;

  GtkBox *branches;
  GPtrArray *groups; /* of BranchGroup, in the order of the branches */
};

/* The rows of one branch. */
typedef struct
{
  ScConditionPage *page;
  guint position;
  GtkWidget *group;
  GtkWidget *sentence;
  GtkWidget *name;
  GtkWidget *target;
} BranchGroup;

G_DEFINE_FINAL_TYPE (ScConditionPage, sc_condition_page, SC_TYPE_INSPECTOR_PAGE)

static ScEditor *
get_editor (ScConditionPage *self)
{
  return sc_inspector_page_get_editor (SC_INSPECTOR_PAGE (self));
}

static void
name_edited_cb (GtkWidget *row, const char *text, BranchGroup *group)
{
  ScEditor *editor = get_editor (group->page);
  const ScStage *stage = sc_editor_get_selected_stage (editor);
  g_autofree char *undo_group = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (stage == NULL)
    return;
  undo_group = g_strdup_printf ("branch-name:%s:%u", stage->id, group->position);
  after = sc_edit_branch_set_name (sc_editor_get_solution (editor), sc_editor_get_flow (editor)->id,
                                   stage->id, group->position, text, &error);
  sc_editor_commit (editor, after, error, _ ("Rename branch"), undo_group);
}

static void
name_done_cb (GtkWidget *row, BranchGroup *group)
{
  sc_inspector_page_close_group (SC_INSPECTOR_PAGE (group->page));
}

static void
followed_cb (GtkWidget *row, BranchGroup *group)
{
  sc_editor_select_stage (get_editor (group->page), sc_link_row_get_id (SC_LINK_ROW (row)));
}

static void
delete_cb (ScConditionPage *self)
{
  ScEditor *editor = get_editor (self);
  const ScStage *stage = sc_editor_get_selected_stage (editor);
  GError *error = NULL;
  ScSolution *after;

  if (stage == NULL)
    return;
  after = sc_edit_condition_delete (sc_editor_get_solution (editor),
                                    sc_editor_get_flow (editor)->id, stage->id, &error);
  sc_editor_commit (editor, after, error, _ ("Delete condition"), NULL);
}

static void
add_group (ScConditionPage *self)
{
  BranchGroup *group = g_new0 (BranchGroup, 1);

  group->page = self;
  group->position = self->groups->len;
  group->group = adw_preferences_group_new ();
  group->sentence = adw_action_row_new ();
  group->name = sc_text_row_new (_ ("Name"));
  group->target = sc_link_row_new (_ ("Goes to"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (group->sentence), FALSE);
  gtk_widget_add_css_class (group->sentence, "sentence");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group->group), group->sentence);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group->group), group->name);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group->group), group->target);
  g_signal_connect (group->name, "edited", G_CALLBACK (name_edited_cb), group);
  g_signal_connect (group->name, "done", G_CALLBACK (name_done_cb), group);
  g_signal_connect (group->target, "followed", G_CALLBACK (followed_cb), group);
  gtk_box_append (self->branches, group->group);
  g_ptr_array_add (self->groups, group);
}

static void
remove_last_group (ScConditionPage *self)
{
  BranchGroup *group = g_ptr_array_index (self->groups, self->groups->len - 1);

  g_signal_handlers_disconnect_by_data (group->name, group);
  g_signal_handlers_disconnect_by_data (group->target, group);
  gtk_box_remove (self->branches, group->group);
  g_ptr_array_remove_index (self->groups, self->groups->len - 1);
}

static void
show_branch (BranchGroup *group, const ScFlow *flow, const ScStage *stage, const ScBranch *branch)
{
  ScEditor *editor = get_editor (group->page);
  int language = sc_editor_get_language (editor);
  const ScStage *target
      = branch->target != NULL ? sc_flow_find_stage (flow, branch->target, NULL) : NULL;
  g_autofree char *sentence
      = sc_condition_text_branch (sc_editor_get_solution (editor), flow, stage, branch, language);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (group->sentence), sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (group->sentence), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence, -1);
  gtk_widget_set_visible (group->name, !branch->otherwise);
  sc_text_row_set_value (SC_TEXT_ROW (group->name), branch->name);
  sc_link_row_set_target (SC_LINK_ROW (group->target), target != NULL ? target->id : NULL,
                          target != NULL ? sc_stage_get_label (target, language)
                                         : _ ("The flow ends"));
}

static void
sc_condition_page_update (ScInspectorPage *page)
{
  ScConditionPage *self = SC_CONDITION_PAGE (page);
  ScEditor *editor = get_editor (self);
  const ScFlow *flow = sc_editor_get_flow (editor);
  const ScStage *stage = sc_editor_get_selected_stage (editor);
  g_autofree char *subtitle = NULL;
  const ScList *branches;

  if (stage == NULL || stage->condition == NULL)
    return;
  branches = stage->condition->branches;
  subtitle = g_strdup_printf (_ ("Behind “%s” · tried in this order"),
                              sc_stage_get_label (stage, sc_editor_get_language (editor)));
  sc_inspector_page_set_heading (page, _ ("Condition"), subtitle);
  while (self->groups->len < sc_list_length (branches))
    add_group (self);
  while (self->groups->len > sc_list_length (branches))
    remove_last_group (self);
  sc_list_foreach (branches, const ScBranch *, branch)
    show_branch (g_ptr_array_index (self->groups, branch_i), flow, stage, branch);
}

static void
sc_condition_page_dispose (GObject *object)
{
  ScConditionPage *self = SC_CONDITION_PAGE (object);

  while (self->groups->len > 0)
    remove_last_group (self);

  G_OBJECT_CLASS (sc_condition_page_parent_class)->dispose (object);
}

static void
sc_condition_page_finalize (GObject *object)
{
  g_ptr_array_unref (SC_CONDITION_PAGE (object)->groups);

  G_OBJECT_CLASS (sc_condition_page_parent_class)->finalize (object);
}

static void
sc_condition_page_class_init (ScConditionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_condition_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_condition_page_finalize;
  SC_INSPECTOR_PAGE_CLASS (klass)->update = sc_condition_page_update;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/inspector/sc-condition-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ScConditionPage, branches);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
sc_condition_page_init (ScConditionPage *self)
{
  self->groups = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}
