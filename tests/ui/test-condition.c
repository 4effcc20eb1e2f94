/* test-condition.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-branch-section.h"
#include "sc-clause-box.h"
#include "sc-clause-choices.h"
#include "sc-condition-editor.h"
#include "sc-condition-popover.h"
#include "sc-edit-clause.h"
#include "sc-edit-condition.h"
#include "sc-edit-solution.h"
#include "sc-edit-step.h"
#include "sc-fact-row.h"
#include "sc-picker-row.h"
#include "sc-text-row.h"
#include "sc-value-text.h"
#include "ui-fixture.h"

/* The editor of a condition, beside a stage with a step for each type of column. */

static void
show_cb (GtkWidget *condition)
{
  sc_condition_editor_show (SC_CONDITION_EDITOR (condition), UI_QUALIFY);
}

static GtkWidget *
create (ScEditor *editor)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *condition = sc_condition_editor_new (editor);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), condition);
  g_signal_connect_object (editor, "changed", G_CALLBACK (show_cb), condition, G_CONNECT_SWAPPED);
  return scroller;
}

static void
commit (UiFixture *f, ScSolution *after)
{
  g_assert_nonnull (after);
  sc_editor_commit (f->editor, after, NULL, "Set up", NULL);
}

static ScOption *
make_option (int value, const char *label)
{
  ScOption *option = sc_option_new ();

  option->value = value;
  sc_take_value (option, labels, sc_labels_set (NULL, SC_LANGUAGE_ENGLISH, label));
  return option;
}

/* The column rating with three choices. */
static ScSolution *
give_choices (const ScSolution *solution)
{
  g_autoptr (ScOption) cold = make_option (1, "Cold"), warm = make_option (2, "Warm"),
                       hot = make_option (3, "Hot");
  gconstpointer options[] = { cold, warm, hot };
  guint position, column;
  const ScTable *table = sc_solution_find_table (solution, "lead", &position);
  g_autoptr (ScColumn) changed = sc_column_copy (sc_table_find_column (table, "rating", &column));
  g_autoptr (ScTable) lead = sc_table_copy (table);
  ScSolution *after = sc_solution_copy (solution);

  sc_take_value (changed, options, sc_list_new (options, 3));
  sc_take_value (lead, columns, sc_list_replace (lead->columns, column, changed));
  sc_take_value (after, tables, sc_list_replace (after->tables, position, lead));
  return after;
}

static void
set_up (UiFixture *f)
{
  static const struct
  {
    const char *name, *title;
    ScColumnType type;
    gboolean step;
  } columns[] = {
    { "rating", "Rating", SC_COLUMN_CHOICE, TRUE }, { "size", "Size", SC_COLUMN_INTEGER, TRUE },
    { "limit", "Limit", SC_COLUMN_INTEGER, TRUE },  { "due", "Due", SC_COLUMN_DATE, TRUE },
    { "topic", "Topic", SC_COLUMN_TEXT, TRUE },     { "boss", "Boss", SC_COLUMN_OWNER, TRUE },
    { "tags", "Tags", SC_COLUMN_CHOICES, TRUE },    { "spare", "Spare", SC_COLUMN_YES_NO, FALSE },
  };

  ui_open (f, create);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      commit (f, sc_edit_column_add (sc_editor_get_solution (f->editor), "lead", columns[i].name,
                                     columns[i].title, columns[i].type, NULL));
      if (columns[i].step)
        commit (f, sc_edit_step_add (sc_editor_get_solution (f->editor), UI_FLOW, UI_QUALIFY,
                                     G_MAXUINT, NULL, NULL, columns[i].name, NULL));
    }
  commit (f, give_choices (sc_editor_get_solution (f->editor)));
  commit (f, sc_edit_condition_add (sc_editor_get_solution (f->editor), UI_FLOW, UI_QUALIFY,
                                    "decisionmaker", NULL));
  ui_settle (f);
}

static const ScBranch *
get_branch (UiFixture *f, guint branch)
{
  return sc_list_get (ui_get_stage (f, UI_QUALIFY)->condition->branches, branch);
}

static const ScClause *
get_clause (UiFixture *f)
{
  return sc_list_get (get_branch (f, 0)->clauses, 0);
}

static void
pick (UiFixture *f, const char *title, const char *id)
{
  GtkWidget *row = ui_find (f->view, SC_TYPE_PICKER_ROW, title);

  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "picked", id);
  ui_settle (f);
}

static void
type (UiFixture *f, const char *title, const char *text)
{
  GtkWidget *row = ui_find (f->view, SC_TYPE_TEXT_ROW, title);

  g_assert_nonnull (row);
  gtk_widget_grab_focus (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
append (UiFixture *f, const char *title, const char *text)
{
  GtkEditable *row = GTK_EDITABLE (ui_find (f->view, SC_TYPE_TEXT_ROW, title));
  int end = (int) g_utf8_strlen (gtk_editable_get_text (row), -1);

  gtk_editable_insert_text (row, text, -1, &end);
}

static void
assert_operand (UiFixture *f, guint position, const char *type, const char *value)
{
  const ScOperand *operand = sc_list_get (get_clause (f)->operands, position);

  g_assert_nonnull (operand);
  g_assert_cmpstr (operand->type, ==, type);
  g_assert_cmpstr (operand->value, ==, value);
}

static void
test_types (void)
{
  UiFixture f;

  set_up (&f);
  pick (&f, "Value", "0");
  assert_operand (&f, 0, "Boolean", "0");

  pick (&f, "Column", "rating");
  pick (&f, "Value", "3");
  assert_operand (&f, 0, "OptionSetValue", "3");
  g_assert_cmpstr (((const ScOperand *) sc_list_get (get_clause (&f)->operands, 0))->format, ==,
                   "Picklist");

  pick (&f, "Column", "size");
  pick (&f, "Operator", "GreaterThan");
  type (&f, "Value", "250");
  assert_operand (&f, 0, "Integer", "250");

  pick (&f, "Column", "due");
  pick (&f, "Operator", "GreaterEqual");
  type (&f, "Value", "2026-12-31");
  assert_operand (&f, 0, "DateTime", "2026-12-31T00:00:00Z");

  pick (&f, "Column", "topic");
  pick (&f, "Operator", "Contains");
  type (&f, "Value", "a \"quoted\" text ");
  assert_operand (&f, 0, "String", "a \"quoted\" text ");

  pick (&f, "Column", "boss");
  pick (&f, "Operator", "Equal");
  type (&f, "Id of the row", "{A0000000-0000-4000-8000-00000000000A}");
  assert_operand (&f, 0, "EntityReference", "a0000000-0000-4000-8000-00000000000a");
  type (&f, "Name of the row", "Jane");
  g_assert_cmpstr (((const ScOperand *) sc_list_get (get_clause (&f)->operands, 0))->display, ==,
                   "Jane");
  g_assert_cmpstr (((const ScOperand *) sc_list_get (get_clause (&f)->operands, 0))->table, ==,
                   "systemuser");

  pick (&f, "Operator", "Null");
  g_assert_null (get_clause (&f)->operands);
  g_assert_null (ui_find (f.view, SC_TYPE_TEXT_ROW, "Id of the row"));
  ui_close (&f);
}

/* What cannot be read is not committed, and said. */
static void
test_nonsense (void)
{
  UiFixture f;
  guint n;

  set_up (&f);
  pick (&f, "Column", "size");
  pick (&f, "Operator", "Equal");
  type (&f, "Value", "12");
  n = ui_count_edits (&f);
  append (&f, "Value", " pieces");
  g_assert_cmpuint (ui_count_edits (&f), ==, n);
  g_assert_nonnull (ui_find (f.view, SC_TYPE_TEXT_ROW, "Value: not a whole number"));
  assert_operand (&f, 0, "Integer", "12");
  gtk_editable_set_text (
      GTK_EDITABLE (ui_find (f.view, SC_TYPE_TEXT_ROW, "Value: not a whole number")),
      "99999999999");
  g_assert_nonnull (
      ui_find (f.view, SC_TYPE_TEXT_ROW, "Value: not from -2147483648 to 2147483647"));

  pick (&f, "Column", "boss");
  pick (&f, "Operator", "Equal");
  type (&f, "Id of the row", "Jane");
  g_assert_nonnull (ui_find (f.view, SC_TYPE_TEXT_ROW, "Id of the row: not a GUID"));
  g_assert_null (get_clause (&f)->operands);
  ui_close (&f);
}

static void
test_one_of (void)
{
  UiFixture f;

  set_up (&f);
  pick (&f, "Column", "rating");
  pick (&f, "Operator", SC_OPERATOR_ONE_OF);
  g_assert_cmpstr (get_clause (&f)->operator, ==, "Equal");
  g_assert_cmpuint (sc_list_length (get_clause (&f)->operands), ==, 2);
  /* The row behind the last value adds another. */
  g_assert_cmpstr (
      sc_picker_row_get_text (SC_PICKER_ROW (ui_find (f.view, SC_TYPE_PICKER_ROW, "Operator"))), ==,
      "is one of");
  pick (&f, "Operator", "Equal");
  g_assert_cmpuint (sc_list_length (get_clause (&f)->operands), ==, 1);
  ui_close (&f);
}

static void
test_another_column (void)
{
  UiFixture f;

  set_up (&f);
  pick (&f, "Column", "size");
  g_assert_null (ui_find (f.view, SC_TYPE_PICKER_ROW, "Compare with"));
  pick (&f, "Operator", "LessThan");
  pick (&f, "Compare with", "column");
  assert_operand (&f, 0, SC_OPERAND_COLUMN, "limit");
  g_assert_nonnull (ui_find (f.view, GTK_TYPE_LABEL, "Size is under Limit"));
  pick (&f, "Compare with", "value");
  g_assert_null (get_clause (&f)->operands);
  ui_close (&f);
}

/* One step for Undo, and Undo takes both back. */
static void
test_add_step (void)
{
  UiFixture f;
  guint n, steps;

  set_up (&f);
  n = ui_count_edits (&f);
  steps = sc_list_length (ui_get_stage (&f, UI_QUALIFY)->steps);
  pick (&f, "Column", "spare");
  g_assert_cmpstr (get_clause (&f)->column, ==, "spare");
  g_assert_cmpuint (sc_list_length (ui_get_stage (&f, UI_QUALIFY)->steps), ==, steps + 1);
  g_assert_cmpuint (ui_count_edits (&f), ==, n + 1);
  sc_editor_undo (f.editor);
  g_assert_cmpstr (get_clause (&f)->column, ==, "decisionmaker");
  g_assert_cmpuint (sc_list_length (ui_get_stage (&f, UI_QUALIFY)->steps), ==, steps);
  ui_close (&f);
}

static ScChoice *
find_choice (GListStore *store, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    {
      g_autoptr (ScChoice) choice = g_list_model_get_item (G_LIST_MODEL (store), i);

      if (g_strcmp0 (sc_choice_get_id (choice), id) == 0)
        return choice;
    }
  return NULL;
}

static void
test_columns_offered (void)
{
  g_autoptr (GListStore) store = g_list_store_new (SC_TYPE_CHOICE);
  UiFixture f;

  set_up (&f);
  sc_clause_choices_fill_columns (store, sc_editor_get_solution (f.editor),
                                  ui_get_stage (&f, UI_QUALIFY), SC_LANGUAGE_ENGLISH);
  g_assert_cmpint (sc_choice_get_state (find_choice (store, "size")), ==, SC_CHOICE_PLAIN);
  g_assert_cmpint (sc_choice_get_state (find_choice (store, "spare")), ==, SC_CHOICE_DIM);
  g_assert_cmpstr (sc_choice_get_detail (find_choice (store, "spare")), ==,
                   "spare · not a step yet: adds it to “Qualify”");
  g_assert_cmpint (sc_choice_get_state (find_choice (store, "tags")), ==, SC_CHOICE_BLOCKED);
  ui_close (&f);
}

/* Typing is one step; leaving the row ends it. */
static void
test_typing (void)
{
  UiFixture f;
  guint n;

  set_up (&f);
  pick (&f, "Column", "topic");
  pick (&f, "Operator", "Equal");
  n = ui_count_edits (&f);
  type (&f, "Value", "T");
  type (&f, "Value", "Te");
  type (&f, "Value", "Tea");
  g_assert_cmpuint (ui_count_edits (&f), ==, n + 1);
  gtk_widget_grab_focus (ui_find (f.view, SC_TYPE_TEXT_ROW, "Name"));
  type (&f, "Value", "Teams");
  g_assert_cmpuint (ui_count_edits (&f), ==, n + 2);
  ui_close (&f);
}

/* What a file has and this program does not know is shown and kept. */
static void
test_unknown (void)
{
  g_autoptr (ScOperand) operand = sc_operand_new ();
  g_autoptr (ScList) operands = NULL;
  UiFixture f;

  set_up (&f);
  sc_set_string (operand, type, "PartyList");
  sc_set_string (operand, raw, "\"x\", 5");
  operands = sc_list_append (NULL, operand);
  commit (&f, sc_edit_clause_set_operator (sc_editor_get_solution (f.editor), UI_FLOW, UI_QUALIFY,
                                           0, 0, "NextXDays", NULL));
  commit (&f, sc_edit_clause_set_operands (sc_editor_get_solution (f.editor), UI_FLOW, UI_QUALIFY,
                                           0, 0, operands, NULL));
  ui_settle (&f);
  g_assert_cmpstr (
      sc_fact_row_get_value (SC_FACT_ROW (ui_find (f.view, SC_TYPE_FACT_ROW, "Value"))), ==,
      "\"x\", 5 (PartyList)");
  g_assert_cmpstr (
      sc_picker_row_get_text (SC_PICKER_ROW (ui_find (f.view, SC_TYPE_PICKER_ROW, "Operator"))), ==,
      "NextXDays");
  type (&f, "Name", "Soon");
  g_assert_true (sc_list_get (get_clause (&f)->operands, 0) == operand);
  ui_close (&f);
}

/* Problems stand beside the clause that they are about. */
static void
test_problems (void)
{
  UiFixture f;
  GtkWidget *box;

  set_up (&f);
  pick (&f, "Column", "topic");
  pick (&f, "Operator", "Equal");
  box = ui_find (f.view, SC_TYPE_CLAUSE_BOX, NULL);
  g_assert_nonnull (ui_find (box, GTK_TYPE_LABEL,
                             "A clause of the branch “New branch” of “Qualify” has no value."));
  type (&f, "Value", "Teams");
  g_assert_null (ui_find (box, GTK_TYPE_LABEL,
                          "A clause of the branch “New branch” of “Qualify” has no value."));
  ui_close (&f);
}

static void
test_branches (void)
{
  UiFixture f;
  GtkWidget *section;

  set_up (&f);
  section = ui_find (f.view, SC_TYPE_BRANCH_SECTION, NULL);
  gtk_widget_activate_action (section, "branch.add-clause", NULL);
  g_assert_cmpuint (sc_list_length (get_branch (&f, 0)->clauses), ==, 2);
  pick (&f, "Taken when", "or");
  g_assert_cmpint (((const ScClause *) sc_list_get (get_branch (&f, 0)->clauses, 1))->join, ==,
                   SC_JOIN_OR);
  pick (&f, "Column", "topic");
  gtk_widget_activate_action (ui_find (f.view, SC_TYPE_CLAUSE_BOX, NULL), "clause.move-down", NULL);
  g_assert_cmpstr (((const ScClause *) sc_list_get (get_branch (&f, 0)->clauses, 1))->column, ==,
                   "topic");
  gtk_widget_activate_action (ui_find (f.view, SC_TYPE_CLAUSE_BOX, NULL), "clause.remove", NULL);
  g_assert_cmpstr (get_clause (&f)->column, ==, "topic");
  gtk_widget_activate_action (section, "branch.add-clause", NULL);
  g_signal_emit_by_name (ui_find (f.view, GTK_TYPE_BUTTON, "Add branch"), "clicked");
  ui_settle (&f);
  g_assert_cmpuint (ui_count (f.view, SC_TYPE_BRANCH_SECTION), ==, 3);
  g_assert_true (get_branch (&f, 2)->otherwise);
  gtk_widget_activate_action (section, "branch.move-down", NULL);
  g_assert_cmpuint (sc_list_length (get_branch (&f, 1)->clauses), ==, 2);
  gtk_widget_activate_action (section, "branch.delete", NULL);
  ui_settle (&f);
  g_assert_cmpuint (ui_count (f.view, SC_TYPE_BRANCH_SECTION), ==, 2);
  g_assert_cmpuint (sc_list_length (ui_get_flow (&f)->stages), ==, 4);
  ui_close (&f);
}

static void
test_popover (void)
{
  UiFixture f;
  GtkWidget *popover;

  set_up (&f);
  popover = sc_condition_popover_new (f.editor, UI_QUALIFY);
  gtk_widget_set_parent (popover, f.view);
  gtk_popover_popup (GTK_POPOVER (popover));
  ui_settle (&f);
  g_assert_nonnull (ui_find (popover, GTK_TYPE_LABEL, "Behind “Qualify”"));
  g_assert_true (gtk_widget_get_visible (popover));
  commit (&f,
          sc_edit_condition_delete (sc_editor_get_solution (f.editor), UI_FLOW, UI_QUALIFY, NULL));
  ui_settle (&f);
  g_assert_false (gtk_widget_get_visible (popover));
  gtk_widget_unparent (popover);
  ui_close (&f);
}

static void
test_value_text (void)
{
  static const struct
  {
    ScColumnType type;
    const char *typed, *value;
  } cases[] = {
    { SC_COLUMN_INTEGER, "1000", "1000" },
    { SC_COLUMN_INTEGER, " -5 ", "-5" },
    { SC_COLUMN_INTEGER, "1 000", "1000" },
    { SC_COLUMN_INTEGER, "1.5", NULL },
    { SC_COLUMN_INTEGER, "2147483648", NULL },
    { SC_COLUMN_DECIMAL, "1.50", "1.50" },
    { SC_COLUMN_DECIMAL, "1.", "1" },
    { SC_COLUMN_DECIMAL, "1e5", NULL },
    { SC_COLUMN_CURRENCY, "922337203685477", "922337203685477" },
    { SC_COLUMN_CURRENCY, "922337203685478", NULL },
    { SC_COLUMN_DATE, "2024-02-29", "2024-02-29T00:00:00Z" },
    { SC_COLUMN_DATE, "2023-02-29", NULL },
    { SC_COLUMN_DATE, "12/31/26", "2026-12-31T00:00:00Z" },
    { SC_COLUMN_DATE, "tomorrow", NULL },
    { SC_COLUMN_DATE_TIME, "2026-12-31 14:30", "2026-12-31T14:30:00Z" },
    { SC_COLUMN_DATE_TIME, "2026-12-31T14:30:00Z", "2026-12-31T14:30:00Z" },
    { SC_COLUMN_TEXT, "  spaces stay ", "  spaces stay " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ScClauseForm *form = sc_clause_form_get (cases[i].type);
      g_autofree char *why = NULL, *shown = NULL, *again = NULL;
      g_autofree char *value = sc_value_from_text (form, cases[i].typed, &why);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (value, ==, cases[i].value);
      g_assert_true ((why != NULL) == (value == NULL));
      if (value == NULL)
        continue;
      shown = sc_value_to_text (form, value);
      again = sc_value_from_text (form, shown, &why);
      g_assert_cmpstr (again, ==, value);
    }
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/condition/types", test_types);
  g_test_add_func ("/condition/nonsense", test_nonsense);
  g_test_add_func ("/condition/one-of", test_one_of);
  g_test_add_func ("/condition/another-column", test_another_column);
  g_test_add_func ("/condition/add-step", test_add_step);
  g_test_add_func ("/condition/columns-offered", test_columns_offered);
  g_test_add_func ("/condition/typing", test_typing);
  g_test_add_func ("/condition/unknown", test_unknown);
  g_test_add_func ("/condition/problems", test_problems);
  g_test_add_func ("/condition/branches", test_branches);
  g_test_add_func ("/condition/popover", test_popover);
  g_test_add_func ("/condition/value-text", test_value_text);
  return g_test_run ();
}
