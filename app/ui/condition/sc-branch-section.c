/* sc-branch-section.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-branch-section.h"

#include <glib/gi18n-lib.h>

#include "sc-clause-box.h"
#include "sc-clause-spot.h"
#include "sc-condition-text.h"
#include "sc-edit-clause.h"
#include "sc-edit-condition.h"
#include "sc-link-row.h"
#include "sc-picker-row.h"
#include "sc-question.h"
#include "sc-text-row.h"

struct _ScBranchSection
{
  GtkWidget parent_instance;

  ScClauseSpot spot; /* without a clause */
  GtkLabel *title;
  GtkWidget *menu;
  GtkLabel *sentence;
  GtkWidget *problems;
  GtkWidget *details; /* the list with name and join */
  GtkWidget *name;
  GtkWidget *join;
  GtkBox *clauses; /* of ScClauseBox */
  GtkWidget *add;
  GtkWidget *target;
};

G_DEFINE_FINAL_TYPE (ScBranchSection, sc_branch_section, GTK_TYPE_WIDGET)

static const ScSolution *
get_solution (ScBranchSection *self)
{
  return sc_editor_lend (self->spot.editor);
}

static const char *
get_flow (ScBranchSection *self)
{
  const ScFlow *flow = sc_editor_get_flow (self->spot.editor);

  return flow != NULL ? flow->id : "";
}

static void
name_edited_cb (ScBranchSection *self, const char *text)
{
  g_autofree char *group
      = g_strdup_printf ("branch-name:%s:%u", self->spot.stage, self->spot.branch);
  GError *error = NULL;
  ScSolution *after;

  after = sc_edit_branch_set_name (get_solution (self), get_flow (self), self->spot.stage,
                                   self->spot.branch, text, &error);
  sc_editor_commit (self->spot.editor, after, error, _ ("Rename branch"), group);
}

static void
name_done_cb (ScBranchSection *self)
{
  if (self->spot.editor != NULL)
    sc_clause_spot_close_group (&self->spot);
}

static void
close_popover (ScBranchSection *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
followed_cb (ScBranchSection *self, ScLinkRow *row)
{
  g_autofree char *stage = g_strdup (sc_link_row_get_id (row));

  close_popover (self);
  sc_editor_select_stage (self->spot.editor, stage);
}

static void
fill_joins_cb (GListStore *store, gpointer data)
{
  g_autoptr (ScChoice) all = sc_choice_new ("and", _ ("all of these apply"), NULL);
  g_autoptr (ScChoice) any = sc_choice_new ("or", _ ("any of these applies"), NULL);

  g_list_store_append (store, all);
  g_list_store_append (store, any);
}

static void
join_picked_cb (ScBranchSection *self, const char *id)
{
  GError *error = NULL;
  ScSolution *after;

  after = sc_edit_branch_set_join (get_solution (self), get_flow (self), self->spot.stage,
                                   self->spot.branch,
                                   g_strcmp0 (id, "or") == 0 ? SC_JOIN_OR : SC_JOIN_AND, &error);
  sc_editor_commit (self->spot.editor, after, error, _ ("Join clauses"), NULL);
}

static void
move_branch (ScBranchSection *self, int by)
{
  GError *error = NULL;
  ScSolution *after
      = sc_edit_branch_move (get_solution (self), get_flow (self), self->spot.stage,
                             self->spot.branch, (guint) ((int) self->spot.branch + by), &error);

  sc_editor_commit (self->spot.editor, after, error, _ ("Move branch"), NULL);
}

static void
delete_branch (ScBranchSection *self)
{
  GError *error = NULL;
  ScSolution *after = sc_edit_branch_delete_with_stages (
      get_solution (self), get_flow (self), self->spot.stage, self->spot.branch, &error);

  /* There may be a question about it. */
  close_popover (self);
  sc_editor_propose (self->spot.editor, after, error, SC_PROPOSE_DELETE, _ ("Delete branch"), NULL);
}

static void
rotate_branch (ScBranchSection *self)
{
  GError *error = NULL;
  ScSolution *after = sc_edit_branch_rotate (get_solution (self), get_flow (self), self->spot.stage,
                                             self->spot.branch, &error);

  sc_editor_commit (self->spot.editor, after, error, _ ("Unfold nested branches"), NULL);
}

static void
add_branch (ScBranchSection *self)
{
  GError *error = NULL;
  ScSolution *after = sc_edit_branch_add (get_solution (self), get_flow (self), self->spot.stage,
                                          self->spot.branch + 1, NULL, &error);

  sc_editor_commit (self->spot.editor, after, error, _ ("Add branch"), NULL);
}

static void
add_clause (ScBranchSection *self)
{
  GError *error = NULL;
  ScSolution *after = sc_edit_clause_add (get_solution (self), get_flow (self), self->spot.stage,
                                          self->spot.branch, G_MAXUINT, NULL, &error);

  sc_editor_commit (self->spot.editor, after, error, _ ("Add clause"), NULL);
}

static void
action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScBranchSection *self = SC_BRANCH_SECTION (widget);

  if (g_str_equal (action, "branch.move-up"))
    move_branch (self, -1);
  else if (g_str_equal (action, "branch.move-down"))
    move_branch (self, 1);
  else if (g_str_equal (action, "branch.add-after"))
    add_branch (self);
  else if (g_str_equal (action, "branch.add-clause"))
    add_clause (self);
  else if (g_str_equal (action, "branch.rotate"))
    rotate_branch (self);
  else
    delete_branch (self);
}

static gboolean
can_rotate (ScBranchSection *self)
{
  g_autoptr (ScSolution) after = sc_edit_branch_rotate (get_solution (self), get_flow (self),
                                                        self->spot.stage, self->spot.branch, NULL);

  return after != NULL;
}

static void
show_actions (ScBranchSection *self, const ScList *branches, const ScBranch *branch)
{
  const ScBranch *next = sc_list_get (branches, self->spot.branch + 1);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "branch.move-up",
                                 !branch->otherwise && self->spot.branch > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "branch.move-down",
                                 !branch->otherwise && next != NULL && !next->otherwise);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "branch.add-after", !branch->otherwise);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "branch.rotate", can_rotate (self));
}

static void
show_clauses (ScBranchSection *self, const ScBranch *branch)
{
  GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self->clauses));

  for (guint i = 0; i < sc_list_length (branch->clauses); i++)
    {
      if (box == NULL)
        {
          box = sc_clause_box_new (self->spot.editor, self->spot.stage, self->spot.branch, i);
          gtk_box_append (self->clauses, box);
        }
      sc_clause_box_update (SC_CLAUSE_BOX (box));
      box = gtk_widget_get_next_sibling (box);
    }
  while (box != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (box);

      gtk_box_remove (self->clauses, box);
      box = next;
    }
}

static void
show_join (ScBranchSection *self, const ScBranch *branch)
{
  gboolean and = FALSE, or = FALSE;

  sc_list_foreach (branch->clauses, const ScClause *, clause)
    {
      if (clause_i == 0)
        continue;
      and = and || clause->join == SC_JOIN_AND;
      or = or || clause->join == SC_JOIN_OR;
    }
  gtk_widget_set_visible (self->join, and || or);
  sc_picker_row_set_current (SC_PICKER_ROW (self->join),
                             and&& or ? "mixed" : or ? "or"
                                                     : "and",
                             and&& or ? _ ("all and any: choose one") : or
                                                                        ? _ ("any of these applies")
                                                                        : _ ("all of these apply"));
}

static void
show_target (ScBranchSection *self, const ScBranch *branch, int language)
{
  const ScFlow *flow = sc_editor_get_flow (self->spot.editor);
  const ScStage *target
      = branch->target != NULL ? sc_flow_find_stage (flow, branch->target, NULL) : NULL;

  sc_link_row_set_target (SC_LINK_ROW (self->target), target != NULL ? target->id : NULL,
                          target != NULL ? sc_stage_get_label (target, language)
                                         : _ ("The flow ends"));
}

static void
show_heading (ScBranchSection *self, const ScStage *stage, const ScBranch *branch, int language)
{
  g_autofree char *sentence = sc_condition_text_branch (
      get_solution (self), sc_editor_get_flow (self->spot.editor), stage, branch, language);
  g_autofree char *number = g_strdup_printf (_ ("Branch %u"), self->spot.branch + 1);
  g_autofree char *name = g_strdup_printf ("%s: %s", number, sentence);
  g_autofree char *menu = g_strdup_printf (_ ("%s: more"), number);

  gtk_label_set_label (self->title, branch->otherwise ? sentence : number);
  gtk_label_set_label (self->sentence, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), !branch->otherwise);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->menu)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, menu, -1);
}

void
sc_branch_section_update (ScBranchSection *self)
{
  const ScStage *stage = sc_clause_spot_get_stage (&self->spot);
  const ScBranch *branch = sc_clause_spot_get_branch (&self->spot);
  int language = sc_editor_get_language (self->spot.editor);
  g_autofree char *problems = NULL;

  if (branch == NULL)
    return;
  show_heading (self, stage, branch, language);
  gtk_widget_set_visible (self->details, !branch->otherwise);
  gtk_widget_set_visible (self->add, !branch->otherwise);
  sc_text_row_set_value (SC_TEXT_ROW (self->name), branch->name);
  show_join (self, branch);
  show_clauses (self, branch);
  show_target (self, branch, language);
  show_actions (self, stage->condition->branches, branch);
  problems = sc_clause_spot_list_problems (&self->spot, -1);
  gtk_widget_set_visible (self->problems, problems != NULL);
  gtk_label_set_label (GTK_LABEL (self->problems), problems != NULL ? problems : "");
}

static void
sc_branch_section_dispose (GObject *object)
{
  ScBranchSection *self = SC_BRANCH_SECTION (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  sc_clause_spot_clear (&self->spot);

  G_OBJECT_CLASS (sc_branch_section_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
      klass, "/org/stagecraft/Stagecraft/condition/sc-branch-section.ui");
  gtk_widget_class_bind_template_child (klass, ScBranchSection, title);
  gtk_widget_class_bind_template_child (klass, ScBranchSection, menu);
  gtk_widget_class_bind_template_child (klass, ScBranchSection, sentence);
  gtk_widget_class_bind_template_child (klass, ScBranchSection, problems);
  gtk_widget_class_bind_template_child (klass, ScBranchSection, details);
  gtk_widget_class_bind_template_child (klass, ScBranchSection, name);
  gtk_widget_class_bind_template_child (klass, ScBranchSection, join);
  gtk_widget_class_bind_template_child (klass, ScBranchSection, clauses);
  gtk_widget_class_bind_template_child (klass, ScBranchSection, add);
  gtk_widget_class_bind_template_child (klass, ScBranchSection, target);
  gtk_widget_class_bind_template_callback (klass, name_edited_cb);
  gtk_widget_class_bind_template_callback (klass, name_done_cb);
  gtk_widget_class_bind_template_callback (klass, join_picked_cb);
  gtk_widget_class_bind_template_callback (klass, followed_cb);
}

static void
sc_branch_section_class_init (ScBranchSectionClass *klass)
{
  static const char *const actions[]
      = { "branch.move-up",    "branch.move-down", "branch.add-after",
          "branch.add-clause", "branch.rotate",    "branch.delete" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_branch_section_dispose;

  g_type_ensure (SC_TYPE_TEXT_ROW);
  g_type_ensure (SC_TYPE_PICKER_ROW);
  g_type_ensure (SC_TYPE_LINK_ROW);
  gtk_widget_class_set_css_name (widget_class, "branch");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  bind_template (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, action_cb);
}

static void
sc_branch_section_init (ScBranchSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  sc_picker_row_set_source (SC_PICKER_ROW (self->join), fill_joins_cb, NULL, NULL, self);
}

GtkWidget *
sc_branch_section_new (ScEditor *editor, const char *stage, guint branch)
{
  ScBranchSection *self = g_object_new (SC_TYPE_BRANCH_SECTION, NULL);

  sc_clause_spot_init (&self->spot, editor, stage, branch, 0);
  return GTK_WIDGET (self);
}
