/* sc-clause-box.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-clause-box.h"

#include <glib/gi18n-lib.h>

#include "sc-clause-choices.h"
#include "sc-clause-spot.h"
#include "sc-condition-text.h"
#include "sc-edit-clause.h"
#include "sc-edit-step.h"
#include "sc-picker-row.h"
#include "sc-table-choices.h"
#include "sc-value-rows.h"

struct _ScClauseBox
{
  GtkWidget parent_instance;

  ScClauseSpot spot;
  GtkWidget *join; /* "and", "or"; hidden before the first clause */
  GtkWidget *list;
  GtkWidget *column;
  GtkWidget *menu; /* a button in column */
  GtkWidget *operator;
  GtkWidget *problems;
  ScValueRows *values;
};

G_DEFINE_FINAL_TYPE (ScClauseBox, sc_clause_box, GTK_TYPE_WIDGET)

static const ScSolution *
get_solution (ScClauseBox *self)
{
  return sc_editor_lend (self->spot.editor);
}

static const char *
get_flow (ScClauseBox *self)
{
  const ScFlow *flow = sc_editor_get_flow (self->spot.editor);

  return flow != NULL ? flow->id : "";
}

static void
fill_columns_cb (GListStore *store, gpointer data)
{
  ScClauseBox *self = data;
  const ScStage *stage = sc_clause_spot_get_stage (&self->spot);

  if (stage != NULL)
    sc_clause_choices_fill_columns (store, get_solution (self), stage,
                                    sc_editor_get_language (self->spot.editor));
}

/* A column that is no step of the stage becomes one. */
static void
column_picked_cb (ScClauseBox *self, const char *column)
{
  const ScStage *stage = sc_clause_spot_get_stage (&self->spot);
  g_autoptr (ScSolution) solution = sc_solution_ref (get_solution (self));
  gboolean is_step = stage != NULL && sc_clause_is_step (stage, column);
  GError *error = NULL;
  ScSolution *after;

  if (stage == NULL)
    return;
  if (!is_step)
    {
      after = sc_edit_step_add (solution, get_flow (self), self->spot.stage, G_MAXUINT, NULL, NULL,
                                column, &error);
      if (after == NULL)
        {
          sc_editor_commit (self->spot.editor, NULL, error, "", NULL);
          return;
        }
      sc_solution_unref (solution);
      solution = after;
    }
  after = sc_edit_clause_set_column (solution, get_flow (self), self->spot.stage, self->spot.branch,
                                     self->spot.clause, column, &error);
  sc_editor_commit (self->spot.editor, after, error,
                    is_step ? _ ("Change column of a clause") : _ ("Ask for a new step"), NULL);
}

static void
fill_operators_cb (GListStore *store, gpointer data)
{
  ScClauseBox *self = data;
  const ScStage *stage = sc_clause_spot_get_stage (&self->spot);
  const ScClause *clause = sc_clause_spot_get_clause (&self->spot);

  if (stage != NULL && clause != NULL)
    sc_clause_choices_fill_operators (store, get_solution (self), stage, clause);
}

/* "is one of" is "is" with more than one value: the next choice is taken, too. */
static ScList *
add_next_option (ScClauseBox *self, const ScStage *stage, const ScClause *clause)
{
  const ScClauseForm *form = sc_clause_get_form (get_solution (self), stage, clause);
  g_autoptr (GListStore) store = g_list_store_new (SC_TYPE_CHOICE);
  ScList *operands = sc_list_ref (clause->operands);

  sc_clause_choices_fill_options (store, get_solution (self), stage, clause, clause->operands, 0);
  for (guint i = 0; sc_list_length (operands) < 2; i++)
    {
      g_autoptr (ScChoice) choice = g_list_model_get_item (G_LIST_MODEL (store), i);
      g_autoptr (ScOperand) operand = NULL;
      ScList *longer;

      if (choice == NULL)
        break;
      operand = sc_clause_form_make_operand (form, sc_choice_get_id (choice));
      longer = sc_list_append (operands, operand);
      sc_list_unref (operands);
      operands = longer;
    }
  return operands;
}

static ScSolution *
ask_one_of (ScClauseBox *self, const ScStage *stage, const ScClause *clause, GError **error)
{
  g_autoptr (ScClause) known = sc_clause_copy (clause);
  g_autoptr (ScSolution) equal = NULL;
  g_autoptr (ScList) operands = NULL;

  if (sc_list_length (clause->operands) > 0
      && !sc_clause_form_fits (sc_clause_get_form (get_solution (self), stage, clause),
                               sc_list_get (clause->operands, 0)))
    sc_set_value (known, operands, NULL);
  equal = sc_edit_clause_set_operator (get_solution (self), get_flow (self), self->spot.stage,
                                       self->spot.branch, self->spot.clause, "Equal", error);
  if (equal == NULL)
    return NULL;
  operands = add_next_option (self, stage, known);
  return sc_edit_clause_set_operands (equal, get_flow (self), self->spot.stage, self->spot.branch,
                                      self->spot.clause, operands, error);
}

/* The first of the values alone, where there are several. */
static ScSolution *
ask_equal (ScClauseBox *self, const ScClause *clause, GError **error)
{
  g_autoptr (ScList) first = NULL;

  if (sc_list_length (clause->operands) < 2)
    return sc_edit_clause_set_operator (get_solution (self), get_flow (self), self->spot.stage,
                                        self->spot.branch, self->spot.clause, "Equal", error);
  first = sc_list_append (NULL, sc_list_get (clause->operands, 0));
  return sc_edit_clause_set_operands (get_solution (self), get_flow (self), self->spot.stage,
                                      self->spot.branch, self->spot.clause, first, error);
}

static void
operator_picked_cb (ScClauseBox *self, const char *id)
{
  const ScStage *stage = sc_clause_spot_get_stage (&self->spot);
  const ScClause *clause = sc_clause_spot_get_clause (&self->spot);
  GError *error = NULL;
  ScSolution *after;

  if (stage == NULL || clause == NULL)
    return;
  if (g_str_equal (id, SC_OPERATOR_ONE_OF))
    after = ask_one_of (self, stage, clause, &error);
  else if (g_str_equal (id, "Equal"))
    after = ask_equal (self, clause, &error);
  else
    after = sc_edit_clause_set_operator (get_solution (self), get_flow (self), self->spot.stage,
                                         self->spot.branch, self->spot.clause, id, &error);
  sc_editor_commit (self->spot.editor, after, error, _ ("Change operator"), NULL);
}

static void
remove_clause (ScClauseBox *self)
{
  GError *error = NULL;
  ScSolution *after;

  after = sc_edit_clause_delete (get_solution (self), get_flow (self), self->spot.stage,
                                 self->spot.branch, self->spot.clause, &error);
  sc_editor_commit (self->spot.editor, after, error, _ ("Remove clause"), NULL);
}

static void
move_clause (ScClauseBox *self, int by)
{
  GError *error = NULL;
  ScSolution *after;

  after = sc_edit_clause_move (get_solution (self), get_flow (self), self->spot.stage,
                               self->spot.branch, self->spot.clause,
                               (guint) ((int) self->spot.clause + by), &error);
  sc_editor_commit (self->spot.editor, after, error, _ ("Move clause"), NULL);
}

static void
action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScClauseBox *self = SC_CLAUSE_BOX (widget);

  if (g_str_equal (action, "clause.move-up"))
    move_clause (self, -1);
  else if (g_str_equal (action, "clause.move-down"))
    move_clause (self, 1);
  else
    remove_clause (self);
}

static void
show_actions (ScClauseBox *self, guint n_clauses)
{
  g_autofree char *name = g_strdup_printf (_ ("Clause %u: more"), self->spot.clause + 1);

  gtk_widget_set_visible (self->menu, n_clauses > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clause.move-up", self->spot.clause > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clause.move-down",
                                 self->spot.clause + 1 < n_clauses);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->menu)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_operator (ScClauseBox *self, const ScStage *stage, const ScClause *clause)
{
  const ScClauseForm *form = sc_clause_get_form (get_solution (self), stage, clause);
  gboolean date = form->kind == SC_VALUE_DATE || form->kind == SC_VALUE_DATE_TIME;
  gboolean one_of
      = g_strcmp0 (clause->operator, "Equal") == 0 && sc_list_length (clause->operands) > 1;
  g_autofree char *text
      = one_of ? g_strdup (_ ("is one of")) : sc_condition_text_operator (clause->operator, date);
  gboolean known = sc_clause_form_has_operator (form, clause->operator);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->operator),
                               known ? "" : _ ("Not known for this column; kept as it is"));
  sc_picker_row_set_current (SC_PICKER_ROW (self->operator),
                             one_of ? SC_OPERATOR_ONE_OF : clause->operator, text);
}

static void
show_problems (ScClauseBox *self)
{
  g_autofree char *text = sc_clause_spot_list_problems (&self->spot, (int) self->spot.clause);

  gtk_widget_set_visible (self->problems, text != NULL);
  gtk_label_set_label (GTK_LABEL (self->problems), text != NULL ? text : "");
}

void
sc_clause_box_update (ScClauseBox *self)
{
  const ScStage *stage = sc_clause_spot_get_stage (&self->spot);
  const ScBranch *branch = sc_clause_spot_get_branch (&self->spot);
  const ScClause *clause = sc_clause_spot_get_clause (&self->spot);
  g_autofree char *name = NULL;

  if (clause == NULL)
    return;
  name = sc_clause_name_column (get_solution (self), stage, clause->table, clause->column,
                                sc_editor_get_language (self->spot.editor));
  gtk_widget_set_visible (self->join, self->spot.clause > 0);
  gtk_label_set_label (GTK_LABEL (self->join), clause->join == SC_JOIN_OR ? _ ("or") : _ ("and"));
  show_actions (self, sc_list_length (branch->clauses));
  sc_picker_row_set_current (SC_PICKER_ROW (self->column), clause->column, name);
  show_operator (self, stage, clause);
  sc_value_rows_update (self->values);
  show_problems (self);
}

static void
sc_clause_box_dispose (GObject *object)
{
  ScClauseBox *self = SC_CLAUSE_BOX (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->values, sc_value_rows_free);
  sc_clause_spot_clear (&self->spot);

  G_OBJECT_CLASS (sc_clause_box_parent_class)->dispose (object);
}

static void
sc_clause_box_class_init (ScClauseBoxClass *klass)
{
  static const char *const actions[] = { "clause.move-up", "clause.move-down", "clause.remove" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_clause_box_dispose;

  g_type_ensure (SC_TYPE_PICKER_ROW);
  gtk_widget_class_set_css_name (widget_class, "clause");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/condition/sc-clause-box.ui");
  gtk_widget_class_bind_template_child (widget_class, ScClauseBox, join);
  gtk_widget_class_bind_template_child (widget_class, ScClauseBox, list);
  gtk_widget_class_bind_template_child (widget_class, ScClauseBox, column);
  gtk_widget_class_bind_template_child (widget_class, ScClauseBox, menu);
  gtk_widget_class_bind_template_child (widget_class, ScClauseBox, operator);
  gtk_widget_class_bind_template_child (widget_class, ScClauseBox, problems);
  gtk_widget_class_bind_template_callback (widget_class, column_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, operator_picked_cb);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, action_cb);
}

static void
sc_clause_box_init (ScClauseBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  sc_picker_row_set_source (SC_PICKER_ROW (self->column), fill_columns_cb, sc_column_choices_other,
                            _ ("Search columns"), self);
  sc_picker_row_set_source (SC_PICKER_ROW (self->operator), fill_operators_cb, NULL,
                            _ ("Search operators"), self);
}

GtkWidget *
sc_clause_box_new (ScEditor *editor, const char *stage, guint branch, guint clause)
{
  ScClauseBox *self = g_object_new (SC_TYPE_CLAUSE_BOX, NULL);
  g_autofree char *name = g_strdup_printf (_ ("Clause %u"), clause + 1);

  sc_clause_spot_init (&self->spot, editor, stage, branch, clause);
  self->values = sc_value_rows_new (GTK_LIST_BOX (self->list), &self->spot);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}
