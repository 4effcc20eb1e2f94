/* sc-line-page.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-line-page.h"

#include <glib/gi18n-lib.h>

#include "sc-condition-text.h"
#include "sc-fact-row.h"
#include "sc-link-row.h"
#include "sc-way-row.h"

struct _ScLinePage
{
  ScInspectorPage parent_instance;

  AdwPreferencesGroup *group;
  ScLinkRow *from;
  ScLinkRow *to;
  ScFactRow *condition;
  GtkWidget *uses_group;
  GtkWidget *note;
  GtkWidget *way; /* the chooser of the relationship; NULL where the flow ends */
};

G_DEFINE_FINAL_TYPE (ScLinePage, sc_line_page, SC_TYPE_INSPECTOR_PAGE)

static ScEditor *
get_editor (ScLinePage *self)
{
  return sc_inspector_page_get_editor (SC_INSPECTOR_PAGE (self));
}

static void
followed_cb (ScLinePage *self, ScLinkRow *row)
{
  sc_editor_select_stage (get_editor (self), sc_link_row_get_id (row));
}

/* The relationship by which the selected way leads to another table; NULL. */
static const char *
get_relationship (ScLinePage *self)
{
  ScEditor *editor = get_editor (self);
  const ScStage *from = sc_editor_get_selected_stage (editor);
  const char *to = sc_link_row_get_id (self->to);
  const ScTransition *transition
      = from != NULL && to != NULL
            ? sc_flow_find_transition (sc_editor_get_flow (editor), from->id, to)
            : NULL;

  return transition != NULL ? transition->relationship : NULL;
}

static void
uses_cb (ScLinePage *self)
{
  const char *relationship = get_relationship (self);

  if (relationship != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-uses", "(ss)", "relationship",
                                relationship);
}

static void
show_way (ScLinePage *self, const ScStage *from, const ScStage *to)
{
  gboolean chosen;

  if (self->way != NULL && (to == NULL || !sc_way_row_is (self->way, from->id, to->id)))
    {
      adw_preferences_group_remove (self->group, self->way);
      self->way = NULL;
    }
  if (self->way == NULL && to != NULL)
    {
      self->way = sc_way_row_new (get_editor (self), from->id, to->id);
      adw_preferences_group_add (self->group, self->way);
    }
  chosen = self->way != NULL && sc_way_row_update (self->way);
  gtk_widget_set_visible (self->note, to != NULL && !chosen);
}

static void
show_branch (ScLinePage *self, const ScFlow *flow, const ScStage *from, const ScBranch *branch)
{
  ScEditor *editor = get_editor (self);
  g_autofree char *text = branch != NULL
                              ? sc_condition_text_branch (sc_editor_lend (editor), flow, from,
                                                          branch, sc_editor_get_language (editor))
                              : NULL;

  sc_fact_row_set_value (self->condition, text);
}

static void
sc_line_page_update (ScInspectorPage *page)
{
  ScLinePage *self = SC_LINE_PAGE (page);
  ScEditor *editor = get_editor (self);
  const ScFlow *flow = sc_editor_get_flow (editor);
  const ScStage *from = sc_editor_get_selected_stage (editor);
  int way = sc_editor_get_selection (editor).branch;
  int language = sc_editor_get_language (editor);
  const ScBranch *branch = NULL;
  const char *target;
  const ScStage *to;

  if (from == NULL)
    return;
  if (way >= 0 && from->condition != NULL)
    branch = sc_list_get (from->condition->branches, (guint) way);
  target = branch != NULL ? branch->target : from->next;
  to = target != NULL ? sc_flow_find_stage (flow, target, NULL) : NULL;

  sc_inspector_page_set_heading (page, _ ("Way between stages"),
                                 branch != NULL && branch->name != NULL ? branch->name : "");
  sc_link_row_set_target (self->from, from->id, sc_stage_get_label (from, language));
  sc_link_row_set_target (self->to, to != NULL ? to->id : NULL,
                          to != NULL ? sc_stage_get_label (to, language) : _ ("The flow ends"));
  show_branch (self, flow, from, branch);
  show_way (self, from, to);
  gtk_widget_set_visible (self->uses_group, get_relationship (self) != NULL);
}

static void
sc_line_page_class_init (ScLinePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SC_INSPECTOR_PAGE_CLASS (klass)->update = sc_line_page_update;

  g_type_ensure (SC_TYPE_FACT_ROW);
  g_type_ensure (SC_TYPE_LINK_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/inspector/sc-line-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ScLinePage, group);
  gtk_widget_class_bind_template_child (widget_class, ScLinePage, from);
  gtk_widget_class_bind_template_child (widget_class, ScLinePage, to);
  gtk_widget_class_bind_template_child (widget_class, ScLinePage, condition);
  gtk_widget_class_bind_template_child (widget_class, ScLinePage, uses_group);
  gtk_widget_class_bind_template_child (widget_class, ScLinePage, note);
  gtk_widget_class_bind_template_callback (widget_class, followed_cb);
  gtk_widget_class_bind_template_callback (widget_class, uses_cb);
}

static void
sc_line_page_init (ScLinePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
