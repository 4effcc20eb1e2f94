/* sc-inspector.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-inspector.h"

#include <glib/gi18n-lib.h>

#include "sc-condition-page.h"
#include "sc-flow-page.h"
#include "sc-id.h"
#include "sc-inspector-resources.h"
#include "sc-line-page.h"
#include "sc-many-page.h"
#include "sc-problem-card.h"
#include "sc-stage-page.h"
#include "sc-step-page.h"
#include "sc-styles.h"

/* More cards than this help nobody; the problems pane lists them all. */
#define MAX_CARDS 8

struct _ScInspector
{
  GtkWidget parent_instance;

  ScEditor *editor;
  GtkWidget *scroller;
  GtkStack *pages;
  GtkBox *cards;
  GtkLabel *more;

  gboolean stale; /* something changed while nobody could see it */
};

G_DEFINE_FINAL_TYPE (ScInspector, sc_inspector, GTK_TYPE_WIDGET)

static const char *
get_page_name (ScSelectedKind kind)
{
  switch (kind)
    {
    case SC_SELECTED_STAGE:
      return "stage";
    case SC_SELECTED_STEP:
      return "step";
    case SC_SELECTED_CONDITION:
      return "condition";
    case SC_SELECTED_LINE:
      return "line";
    case SC_SELECTED_NOTHING:
    default:
      return "flow";
    }
}

static gboolean
has_rule (const ScProblem *problem, const char *prefix)
{
  return g_str_has_prefix (sc_rule_get_id (problem->rule), prefix);
}

/* NULL where the line ends the flow. */
static const char *
get_line_target (const ScFlow *flow, ScSelection selection)
{
  const ScStage *from = sc_flow_find_stage (flow, selection.stage, NULL);
  const ScBranch *branch = NULL;

  if (from == NULL)
    return NULL;
  if (selection.branch >= 0 && from->condition != NULL)
    branch = sc_list_get (from->condition->branches, (guint) selection.branch);
  return branch != NULL ? branch->target : from->next;
}

/* A stage shows its own problems, not those of its steps: each of them has a page. So have its
 * condition, with the rules about branches, and a line, with those about relationships, which are
 * told of the stage they lead to. */
static gboolean
concerns (const ScProblem *problem, const ScFlow *flow, ScSelection selection)
{
  if (flow == NULL || !sc_id_equal (problem->flow, flow->id))
    return FALSE;
  switch (selection.kind)
    {
    case SC_SELECTED_STEP:
      return sc_id_equal (problem->step, selection.step);
    case SC_SELECTED_CONDITION:
      return has_rule (problem, "BR-") && sc_id_equal (problem->stage, selection.stage);
    case SC_SELECTED_LINE:
      return has_rule (problem, "TB-")
             && sc_id_equal (problem->stage, get_line_target (flow, selection));
    case SC_SELECTED_STAGE:
      return problem->step == NULL && sc_id_equal (problem->stage, selection.stage);
    case SC_SELECTED_NOTHING:
    default:
      return problem->step == NULL && problem->stage == NULL;
    }
}

static void
show_more (ScInspector *self, guint n)
{
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u more in the list of problems", "%u more in the list of problems", n), n);

  gtk_label_set_label (self->more, text);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n > 0);
}

/* Of several things there is no one set of problems. */
static gboolean
shows_many (ScInspector *self)
{
  return sc_parts_count (sc_editor_get_parts (self->editor)) > 1;
}

static void
show_problems (ScInspector *self)
{
  const ScFlow *flow = sc_editor_get_flow (self->editor);
  ScSelection selection = sc_editor_get_selection (self->editor);
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards));
  gboolean many = shows_many (self);
  guint n = 0;

  sc_list_foreach (sc_editor_get_problems (self->editor), const ScProblem *, problem)
    {
      if (many || !concerns (problem, flow, selection) || ++n > MAX_CARDS)
        continue;
      if (card == NULL)
        {
          card = sc_problem_card_new (self->editor);
          gtk_box_append (self->cards, card);
        }
      sc_problem_card_set_problem (SC_PROBLEM_CARD (card), problem);
      card = gtk_widget_get_next_sibling (card);
    }
  while (card != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (card);

      gtk_box_remove (self->cards, card);
      card = next;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->cards), n > 0);
  show_more (self, n > MAX_CARDS ? n - MAX_CARDS : 0);
}

static GType
get_page_type (ScSelectedKind kind)
{
  switch (kind)
    {
    case SC_SELECTED_STAGE:
      return SC_TYPE_STAGE_PAGE;
    case SC_SELECTED_STEP:
      return SC_TYPE_STEP_PAGE;
    case SC_SELECTED_CONDITION:
      return SC_TYPE_CONDITION_PAGE;
    case SC_SELECTED_LINE:
      return SC_TYPE_LINE_PAGE;
    case SC_SELECTED_NOTHING:
    default:
      return SC_TYPE_FLOW_PAGE;
    }
}

/* A page is made when it is first needed: all of them at the start would take a tenth of it. */
static ScInspectorPage *
show_page (ScInspector *self, ScSelectedKind kind)
{
  gboolean many = shows_many (self);
  const char *name = many ? "many" : get_page_name (kind);
  GType type = many ? SC_TYPE_MANY_PAGE : get_page_type (kind);

  if (gtk_stack_get_child_by_name (self->pages, name) == NULL)
    gtk_stack_add_named (self->pages, sc_inspector_page_new (type, self->editor), name);
  gtk_stack_set_visible_child_name (self->pages, name);
  return SC_INSPECTOR_PAGE (gtk_stack_get_visible_child (self->pages));
}

/* An entry must not have the focus while it becomes insensitive. */
static void
show_lock (ScInspector *self)
{
  GtkWidget *pages = GTK_WIDGET (self->pages);
  GtkRoot *root = gtk_widget_get_root (pages);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean locked = sc_editor_get_lock (self->editor) != SC_LOCK_NONE;

  if (locked && focus != NULL && gtk_widget_is_ancestor (focus, pages))
    gtk_root_set_focus (root, NULL);
  gtk_widget_set_sensitive (pages, !locked);
}

static void
update (ScInspector *self)
{
  ScSelection selection = sc_editor_get_selection (self->editor);

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;
  show_lock (self);
  sc_inspector_page_update (show_page (self, selection.kind));
  show_problems (self);
}

static void
selection_changed_cb (ScInspector *self)
{
  GtkAdjustment *scroll
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  update (self);
  gtk_adjustment_set_value (scroll, 0);
}

static void
sc_inspector_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sc_inspector_parent_class)->map (widget);
  if (SC_INSPECTOR (widget)->stale)
    update (SC_INSPECTOR (widget));
}

static void
sc_inspector_dispose (GObject *object)
{
  ScInspector *self = SC_INSPECTOR (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_inspector_parent_class)->dispose (object);
}

static void
sc_inspector_class_init (ScInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_inspector_dispose;
  widget_class->map = sc_inspector_map;

  /* The linker takes the resources only when something asks for them. */
  g_resources_register (sc_inspector_get_resource ());
  sc_styles_add ("/org/stagecraft/Stagecraft/inspector/inspector.css");
  gtk_widget_class_set_css_name (widget_class, "inspector");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/inspector/sc-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, ScInspector, scroller);
  gtk_widget_class_bind_template_child (widget_class, ScInspector, pages);
  gtk_widget_class_bind_template_child (widget_class, ScInspector, cards);
  gtk_widget_class_bind_template_child (widget_class, ScInspector, more);
}

static void
sc_inspector_init (ScInspector *self)
{
  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Inspector"), -1);
}

GtkWidget *
sc_inspector_new (ScEditor *editor)
{
  ScInspector *self = g_object_new (SC_TYPE_INSPECTOR, NULL);

  self->editor = g_object_ref (editor);
  g_signal_connect_object (editor, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "flow-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
