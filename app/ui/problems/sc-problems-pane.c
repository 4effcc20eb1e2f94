/* sc-problems-pane.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-problems-pane.h"

#include "sc-problem-list.h"
#include "sc-problem-row.h"
#include "sc-problems-resources.h"
#include "sc-severity.h"
#include "sc-styles.h"

struct _ScProblemsPane
{
  GtkWidget parent_instance;

  ScEditor *editor;

  GtkWidget *box;
  GtkToggleButton *errors;
  GtkToggleButton *warnings;
  GtkToggleButton *advice;
  GtkLabel *n_errors;
  GtkLabel *n_warnings;
  GtkLabel *n_advice;
  GtkSearchEntry *search;
  GtkToggleButton *only_flow;
  GtkStack *pages;
  GtkListView *list;
  GtkSingleSelection *selection;
  GListStore *store;
};

G_DEFINE_FINAL_TYPE (ScProblemsPane, sc_problems_pane, GTK_TYPE_WIDGET)

static void
show_count (ScProblemsPane *self, ScSeverity severity, GtkToggleButton *toggle, GtkLabel *label)
{
  guint n = sc_severity_count (sc_editor_get_problems (self->editor), severity);
  g_autofree char *figure = g_strdup_printf ("%u", n);
  g_autofree char *words = sc_severity_format_count (severity, n);

  gtk_label_set_label (label, figure);
  gtk_widget_set_visible (GTK_WIDGET (toggle), n > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (toggle), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}

static void
show_page (ScProblemsPane *self)
{
  const char *page = "list";

  if (sc_editor_get_problems (self->editor) == NULL)
    page = "none";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->store)) == 0)
    page = "filtered";
  gtk_stack_set_visible_child_name (self->pages, page);
}

/* A row that comes back with other figures is still the selected one. */
static void
select_again (ScProblemsPane *self, const ScProblem *problem)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ScProblemItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      if (sc_problem_is_about_same (sc_problem_item_get_problem (item), problem))
        {
          gtk_single_selection_set_selected (self->selection, i);
          return;
        }
    }
}

static void
update (ScProblemsPane *self)
{
  const ScFlow *flow = sc_editor_get_flow (self->editor);
  ScProblemItem *item = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (ScProblem) selected
      = item != NULL ? sc_problem_ref (sc_problem_item_get_problem (item)) : NULL;
  ScProblemFilter filter = {
    .flow = flow != NULL ? flow->id : NULL,
    .only_flow = gtk_toggle_button_get_active (self->only_flow),
    .hidden = { [SC_SEVERITY_ERROR] = !gtk_toggle_button_get_active (self->errors),
                [SC_SEVERITY_WARNING] = !gtk_toggle_button_get_active (self->warnings),
                [SC_SEVERITY_ADVICE] = !gtk_toggle_button_get_active (self->advice) },
    .text = gtk_editable_get_text (GTK_EDITABLE (self->search)),
  };

  show_count (self, SC_SEVERITY_ERROR, self->errors, self->n_errors);
  show_count (self, SC_SEVERITY_WARNING, self->warnings, self->n_warnings);
  show_count (self, SC_SEVERITY_ADVICE, self->advice, self->n_advice);
  sc_problem_list_update (self->store, sc_editor_get_problems (self->editor),
                          sc_editor_get_solution (self->editor),
                          sc_editor_get_language (self->editor), &filter);
  if (selected != NULL && gtk_single_selection_get_selected_item (self->selection) == NULL)
    select_again (self, selected);
  show_page (self);
}

static void
filter_cb (ScProblemsPane *self)
{
  if (self->editor != NULL)
    update (self);
}

static void
show_all_cb (ScProblemsPane *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_toggle_button_set_active (self->errors, TRUE);
  gtk_toggle_button_set_active (self->warnings, TRUE);
  gtk_toggle_button_set_active (self->advice, TRUE);
  gtk_toggle_button_set_active (self->only_flow, FALSE);
}

static void
activate_cb (ScProblemsPane *self, guint position)
{
  g_autoptr (ScProblemItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), position);

  if (item != NULL)
    sc_editor_select_problem (self->editor, sc_problem_item_get_problem (item));
}

/* A click is enough: the list itself would want two, or select whatever the pointer passes. */
static void
click_cb (GtkGestureClick *click, int n_press, double x, double y, ScProblemsPane *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));
  ScProblemItem *item = sc_problem_row_get_item (SC_PROBLEM_ROW (row));

  if (n_press == 1 && item != NULL)
    sc_editor_select_problem (self->editor, sc_problem_item_get_problem (item));
}

/* Ctrl+. opens the repairs of the row that has the focus. */
static gboolean
open_fixes_cb (GtkWidget *list, GVariant *args, gpointer data)
{
  GtkWidget *line = gtk_widget_get_focus_child (list);
  GtkWidget *row = line != NULL ? gtk_widget_get_first_child (line) : NULL;

  if (!SC_IS_PROBLEM_ROW (row))
    return FALSE;
  sc_problem_row_open_fixes (SC_PROBLEM_ROW (row));
  return TRUE;
}

static void
add_shortcut (GtkWidget *list)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_period, GDK_CONTROL_MASK),
                        gtk_callback_action_new (open_fixes_cb, NULL, NULL)));
  gtk_widget_add_controller (list, controller);
}

static void
setup_cb (ScProblemsPane *self, GtkListItem *item)
{
  GtkWidget *row = sc_problem_row_new (self->editor);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (click_cb), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (ScProblemsPane *self, GtkListItem *item)
{
  ScProblemItem *shown = gtk_list_item_get_item (item);
  const ScProblem *problem = sc_problem_item_get_problem (shown);
  GtkWidget *row = gtk_list_item_get_child (item);
  g_autofree char *name = g_strdup_printf (
      "%s %s: %s, %s", sc_severity_get_title ((ScSeverity) problem->severity),
      sc_rule_get_id (problem->rule), problem->message, sc_problem_item_get_place (shown));

  sc_problem_row_set_item (SC_PROBLEM_ROW (row), shown);
  /* What holds the focus is the list's own widget around the row. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
sc_problems_pane_dispose (GObject *object)
{
  ScProblemsPane *self = SC_PROBLEMS_PANE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_problems_pane_parent_class)->dispose (object);
}

static void
sc_problems_pane_class_init (ScProblemsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_problems_pane_dispose;

  g_resources_register (sc_problems_get_resource ());
  sc_styles_add ("/org/stagecraft/Stagecraft/problems/problems.css");
  g_type_ensure (SC_TYPE_PROBLEM_ITEM);
  gtk_widget_class_set_css_name (widget_class, "problems-pane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/problems/sc-problems-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ScProblemsPane, box);
  gtk_widget_class_bind_template_child (widget_class, ScProblemsPane, errors);
  gtk_widget_class_bind_template_child (widget_class, ScProblemsPane, warnings);
  gtk_widget_class_bind_template_child (widget_class, ScProblemsPane, advice);
  gtk_widget_class_bind_template_child (widget_class, ScProblemsPane, n_errors);
  gtk_widget_class_bind_template_child (widget_class, ScProblemsPane, n_warnings);
  gtk_widget_class_bind_template_child (widget_class, ScProblemsPane, n_advice);
  gtk_widget_class_bind_template_child (widget_class, ScProblemsPane, search);
  gtk_widget_class_bind_template_child (widget_class, ScProblemsPane, only_flow);
  gtk_widget_class_bind_template_child (widget_class, ScProblemsPane, pages);
  gtk_widget_class_bind_template_child (widget_class, ScProblemsPane, list);
  gtk_widget_class_bind_template_child (widget_class, ScProblemsPane, selection);
  gtk_widget_class_bind_template_child (widget_class, ScProblemsPane, store);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
sc_problems_pane_init (ScProblemsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_shortcut (GTK_WIDGET (self->list));
}

GtkWidget *
sc_problems_pane_new (ScEditor *editor)
{
  ScProblemsPane *self = g_object_new (SC_TYPE_PROBLEMS_PANE, NULL);

  self->editor = g_object_ref (editor);
  g_signal_connect_object (editor, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "flow-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
