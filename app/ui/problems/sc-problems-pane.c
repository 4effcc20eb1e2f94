/* sc-problems-pane.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-problems-pane.h"

#include <glib/gi18n-lib.h>

#include "sc-header-layout.h"
#include "sc-pane.h"
#include "sc-problem-view.h"
#include "sc-problems-resources.h"
#include "sc-rule-state.h"
#include "sc-rules-dialog.h"
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
  GtkLabel *n_matches;
  GtkStack *pages;
  GtkWidget *checked;
  GtkLabel *checked_label;
  AdwBin *view_bin;
  ScProblemView *view;
  gboolean grouped;
  guint checking; /* source id, while it is to be said what was checked */
};

G_DEFINE_FINAL_TYPE (ScProblemsPane, sc_problems_pane, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_GROUPED
};

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

/* Nothing found says little when little was looked at. Asking every rule takes longer than a
 * keystroke should. */
static gboolean
show_checked (gpointer data)
{
  ScProblemsPane *self = data;
  guint n_unchecked;
  g_autofree char *text
      = sc_rules_dup_summary (sc_editor_get_solution (self->editor), &n_unchecked);

  self->checking = 0;
  gtk_label_set_label (self->checked_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->checked), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  return G_SOURCE_REMOVE;
}

static void
checked_cb (ScProblemsPane *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  ScRulesDialog *dialog = sc_rules_dialog_present (window, self->editor, NULL);
  guint n_unchecked;
  g_autofree char *text
      = sc_rules_dup_summary (sc_editor_get_solution (self->editor), &n_unchecked);

  if (n_unchecked > 0)
    sc_rules_dialog_search (dialog, _ ("Not checked"));
}

static void
show_page (ScProblemsPane *self)
{
  const char *page = "list";

  if (sc_editor_get_problems (self->editor) == NULL)
    {
      page = "none";
      if (self->checking == 0)
        self->checking = g_idle_add_full (G_PRIORITY_LOW, show_checked, self, NULL);
    }
  else if (sc_problem_list_get_n_passing (sc_problem_view_get_list (self->view)) == 0)
    page = "filtered";
  gtk_stack_set_visible_child_name (self->pages, page);
}

/* While a name is being typed, nothing jumps about. */
static gboolean
is_typing (ScProblemsPane *self)
{
  ScDocument *document = sc_editor_get_document (self->editor);

  return document != NULL && sc_history_get_group (sc_document_get_history (document)) != NULL;
}

static void
show_matches (ScProblemsPane *self)
{
  guint n_all = sc_list_length (sc_editor_get_problems (self->editor));
  guint n = sc_problem_list_get_n_passing (sc_problem_view_get_list (self->view));
  /* Translators: how many problems pass the filter, and how many there are. */
  g_autofree char *text = g_strdup_printf (_ ("%u of %u"), n, n_all);

  gtk_label_set_label (self->n_matches, text);
  gtk_widget_set_visible (GTK_WIDGET (self->n_matches), n < n_all);
}

static void
update (ScProblemsPane *self)
{
  const ScFlow *flow = sc_editor_get_flow (self->editor);
  ScProblemFilter filter = {
    .flow = flow != NULL ? flow->id : NULL,
    .only_flow = gtk_toggle_button_get_active (self->only_flow),
    .hidden = { [SC_SEVERITY_ERROR] = !gtk_toggle_button_get_active (self->errors),
                [SC_SEVERITY_WARNING] = !gtk_toggle_button_get_active (self->warnings),
                [SC_SEVERITY_ADVICE] = !gtk_toggle_button_get_active (self->advice) },
    .text = gtk_editable_get_text (GTK_EDITABLE (self->search)),
    .by_severity = !self->grouped,
    .hold = is_typing (self),
  };

  show_count (self, SC_SEVERITY_ERROR, self->errors, self->n_errors);
  show_count (self, SC_SEVERITY_WARNING, self->warnings, self->n_warnings);
  show_count (self, SC_SEVERITY_ADVICE, self->advice, self->n_advice);
  sc_problem_view_update (self->view, &filter);
  show_matches (self);
  show_page (self);
}

static void
changed_cb (ScEditor *editor,
            const ScSolution *before,
            const ScSolution *after,
            ScProblemsPane *self)
{
  if (before == NULL)
    sc_problem_list_forget_folded (sc_problem_view_get_list (self->view));
  update (self);
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
fold_all_action (GtkWidget *widget, const char *name, GVariant *args)
{
  sc_problem_list_fold_all (sc_problem_view_get_list (SC_PROBLEMS_PANE (widget)->view),
                            g_str_equal (name, "problems.fold-all"));
}

static void
set_grouped (ScProblemsPane *self, gboolean grouped)
{
  if (self->grouped == grouped)
    return;
  self->grouped = grouped;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "problems.fold-all", grouped);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "problems.unfold-all", grouped);
  update (self);
  g_object_notify (G_OBJECT (self), "grouped");
}

static void
sc_problems_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_GROUPED)
    g_value_set_boolean (value, SC_PROBLEMS_PANE (object)->grouped);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sc_problems_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_GROUPED)
    set_grouped (SC_PROBLEMS_PANE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sc_problems_pane_dispose (GObject *object)
{
  ScProblemsPane *self = SC_PROBLEMS_PANE (object);

  g_clear_handle_id (&self->checking, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_problems_pane_parent_class)->dispose (object);
}

static void
sc_problems_pane_class_init (ScProblemsPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_problems_pane_dispose;
  object_class->get_property = sc_problems_pane_get_property;
  object_class->set_property = sc_problems_pane_set_property;
  g_object_class_install_property (
      object_class, PROP_GROUPED,
      g_param_spec_boolean ("grouped", NULL, NULL, TRUE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY));
  gtk_widget_class_install_property_action (widget_class, "problems.grouped", "grouped");
  gtk_widget_class_install_action (widget_class, "problems.fold-all", NULL, fold_all_action);
  gtk_widget_class_install_action (widget_class, "problems.unfold-all", NULL, fold_all_action);

  g_resources_register (sc_problems_get_resource ());
  sc_styles_add ("/org/stagecraft/Stagecraft/problems/problems.css");
  g_type_ensure (SC_TYPE_HEADER_BOX);
  g_type_ensure (SC_TYPE_PANE);
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
  gtk_widget_class_bind_template_child (widget_class, ScProblemsPane, n_matches);
  gtk_widget_class_bind_template_child (widget_class, ScProblemsPane, checked);
  gtk_widget_class_bind_template_child (widget_class, ScProblemsPane, checked_label);
  gtk_widget_class_bind_template_callback (widget_class, checked_cb);
  gtk_widget_class_bind_template_child (widget_class, ScProblemsPane, view_bin);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

/* Where there is no room for the buttons the menu does what they do. */
static void
add_actions (ScProblemsPane *self)
{
  const struct
  {
    const char *name;
    GtkToggleButton *button;
  } filters[] = { { "errors", self->errors },
                  { "warnings", self->warnings },
                  { "advice", self->advice },
                  { "only-flow", self->only_flow } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr (GPropertyAction) action
          = g_property_action_new (filters[i].name, filters[i].button, "active");

      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "show", G_ACTION_GROUP (group));
}

static void
sc_problems_pane_init (ScProblemsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_actions (self);
  self->grouped = TRUE;
}

GtkWidget *
sc_problems_pane_new (ScEditor *editor)
{
  ScProblemsPane *self = g_object_new (SC_TYPE_PROBLEMS_PANE, NULL);

  self->editor = g_object_ref (editor);
  self->view = SC_PROBLEM_VIEW (sc_problem_view_new (editor));
  adw_bin_set_child (self->view_bin, GTK_WIDGET (self->view));
  g_signal_connect_object (editor, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (editor, "flow-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

gboolean
sc_problems_pane_step (ScProblemsPane *self, int direction)
{
  g_return_val_if_fail (SC_IS_PROBLEMS_PANE (self), FALSE);
  return sc_problem_view_step (self->view, direction);
}
