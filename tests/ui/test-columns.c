/* test-columns.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-fixture.h"

#include <glib/gstdio.h>

#include "sc-choice-list.h"
#include "sc-column-adding.h"
#include "sc-column-list.h"
#include "sc-column-row.h"
#include "sc-columns-pane.h"
#include "sc-metadata-import.h"
#include "sc-pasting.h"

/* The columns of a table: what is listed, and what becomes of what is chosen. */

static ScList *
make_columns (void)
{
  static const struct
  {
    const char *name, *label;
    ScColumnType type;
    ScRequiredLevel required;
  } rows[] = {
    { "lastname", "Last Name", SC_COLUMN_TEXT, SC_REQUIRED_SYSTEM },
    { "budgetamount", "Budget Amount", SC_COLUMN_CURRENCY, SC_REQUIRED_NONE },
    { "estimatedclosedate", "Est. Close Date", SC_COLUMN_DATE, SC_REQUIRED_BUSINESS },
    { "sponsorid", "Sponsor", SC_COLUMN_LOOKUP, SC_REQUIRED_NONE },
  };
  GPtrArray *columns = sc_list_collect ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ScColumn *column = sc_column_new ();
      g_autoptr (ScLabel) label = sc_label_new_text (1033, rows[i].label);

      sc_set_string (column, name, rows[i].name);
      sc_take_value (column, labels, sc_list_append (NULL, label));
      column->type = rows[i].type;
      column->required = rows[i].required;
      g_ptr_array_add (columns, column);
    }
  return sc_list_new_take (columns);
}

/* "lastname budgetamount" */
static char *
describe (ScColumnList *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (ScColumnItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                              sc_column_item_get_column (item)->name);
    }
  return g_string_free (text, FALSE);
}

static void
assert_lists (ScColumnList *list, const char *expected)
{
  g_autofree char *found = describe (list);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_list (void)
{
  g_autoptr (ScColumnList) list = sc_column_list_new ();
  g_autoptr (ScList) columns = make_columns ();
  g_autoptr (ScSolution) solution = ui_make_solution ();
  const ScFlow *flow = sc_solution_find_flow (solution, UI_FLOW, NULL);
  const char *used = sc_flow_find_step (flow, UI_BUDGET, NULL, NULL)->column;

  assert_lists (list, "");
  sc_column_list_set_columns (list, columns, 1033);
  assert_lists (list, "budgetamount estimatedclosedate lastname sponsorid");
  g_assert_cmpuint (sc_column_list_count_all (list), ==, 4);
  sc_column_list_search (list, "est");
  assert_lists (list, "estimatedclosedate");
  sc_column_list_search (list, "BAm");
  assert_lists (list, "budgetamount");
  sc_column_list_search (list, "qqq");
  assert_lists (list, "");
  sc_column_list_search (list, "");
  sc_column_list_filter (list, SC_COLUMNS_REQUIRED, SC_COLUMN_KIND_ANY);
  assert_lists (list, "estimatedclosedate lastname");
  sc_column_list_filter (list, SC_COLUMNS_REQUIRED, SC_COLUMN_KIND_TEXT);
  assert_lists (list, "lastname");
  sc_column_list_filter (list, SC_COLUMNS_UNUSED, SC_COLUMN_KIND_ANY);
  sc_column_list_take_uses (list, sc_column_uses_new (flow, "lead"));
  g_assert_cmpuint (sc_column_uses_count (sc_column_list_get_uses (list), used), ==, 1);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (ScColumnItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_cmpstr (sc_column_item_get_column (item)->name, !=, used);
    }
}

static void
test_uses (void)
{
  g_autoptr (ScSolution) solution = ui_make_solution ();
  const ScFlow *flow = sc_solution_find_flow (solution, UI_FLOW, NULL);
  const char *column = sc_flow_find_step (flow, UI_BUDGET, NULL, NULL)->column;
  g_autoptr (ScColumnUses) uses = sc_column_uses_new (flow, "lead");
  g_autoptr (ScColumnUses) elsewhere = sc_column_uses_new (flow, "contact");
  g_autofree char *stages = sc_column_uses_dup_stages (uses, column, 1033);

  g_assert_cmpstr (stages, ==, "Qualify");
  g_assert_cmpstr (sc_column_uses_find_next (uses, column, NULL), ==, UI_BUDGET);
  g_assert_null (sc_column_uses_find_next (elsewhere, column, NULL));
  g_assert_cmpuint (sc_column_uses_count (elsewhere, column), ==, 0);
}

static guint
count_steps (UiFixture *self)
{
  return sc_list_length (ui_get_stage (self, UI_QUALIFY)->steps);
}

/* A column that only the catalogue knows gets its label and control, and none of that gets into the
 * document. */
static void
test_add (void)
{
  g_autoptr (ScCatalogue) catalogue = sc_catalogue_new ();
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  g_autoptr (ScClip) clip = NULL;
  g_autoptr (ScPasting) pasting = NULL;
  g_autofree char *name = NULL;
  UiFixture fixture;
  const ScList *tables;
  const ScStep *step;
  guint n_edits, n;

  ui_open (&fixture, sc_columns_pane_new);
  sc_editor_set_catalogue (fixture.editor, catalogue);
  tables = sc_editor_get_solution (fixture.editor)->tables;
  sc_editor_select_stage (fixture.editor, UI_QUALIFY);
  ui_settle (&fixture);
  n_edits = ui_count_edits (&fixture);
  n = count_steps (&fixture);
  g_ptr_array_add (columns,
                   (gpointer) sc_editor_find_column (fixture.editor, "lead", "emailaddress1"));
  g_ptr_array_add (columns,
                   (gpointer) sc_editor_find_column (fixture.editor, "lead", "leadsourcecode"));
  clip = sc_column_adding_make_clip (fixture.editor, ui_get_stage (&fixture, UI_QUALIFY), columns);
  g_assert_cmpuint (sc_clip_count_loose (clip), ==, 2);
  pasting = sc_pasting_new (fixture.editor, clip);
  name = sc_pasting_dup_name (pasting);
  g_assert_cmpstr (name, ==, "Add 2 steps");
  g_assert_cmpuint (ui_count_edits (&fixture), ==, n_edits);
  g_assert_true (
      sc_column_adding_add (fixture.editor, ui_get_stage (&fixture, UI_QUALIFY), columns));
  g_assert_cmpuint (ui_count_edits (&fixture), ==, n_edits + 1);
  g_assert_cmpstr (ui_get_undo_name (&fixture), ==, "Add 2 steps");
  g_assert_cmpuint (count_steps (&fixture), ==, n + 2);
  step = sc_list_get (ui_get_stage (&fixture, UI_QUALIFY)->steps, n);
  g_assert_cmpstr (step->class_id, ==, sc_column_type_get_class_id (SC_COLUMN_EMAIL));
  g_assert_cmpuint (sc_parts_count (sc_editor_get_parts (fixture.editor)), ==, 2);
  g_assert_true (sc_editor_get_solution (fixture.editor)->tables == tables);
  g_clear_pointer (&pasting, sc_pasting_free);
  ui_close (&fixture);
}

/* The list goes with the stage that is selected; a search and a key add a step. */
static void
test_pane (void)
{
  g_autoptr (ScCatalogue) catalogue = sc_catalogue_new ();
  UiFixture fixture;
  GtkWidget *search;
  const ScStep *step;
  guint n;

  ui_open (&fixture, sc_columns_pane_new);
  sc_editor_set_catalogue (fixture.editor, catalogue);
  sc_editor_select_stage (fixture.editor, UI_QUALIFY);
  ui_settle (&fixture);
  g_assert_nonnull (ui_find (fixture.view, GTK_TYPE_LABEL, "Columns of Lead"));
  g_assert_nonnull (ui_find (fixture.view, SC_TYPE_COLUMN_ROW, NULL));
  n = count_steps (&fixture);
  search = ui_find (fixture.view, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "emailaddress1");
  g_signal_emit_by_name (search, "search-changed");
  ui_settle (&fixture);
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpuint (count_steps (&fixture), ==, n + 1);
  step = sc_list_get (ui_get_stage (&fixture, UI_QUALIFY)->steps, n);
  g_assert_cmpstr (step->column, ==, "emailaddress1");
  g_assert_cmpstr (sc_editor_get_selection (fixture.editor).step, ==, step->id);

  gtk_editable_set_text (GTK_EDITABLE (search), "qqqqqq");
  g_signal_emit_by_name (search, "search-changed");
  ui_settle (&fixture);
  g_assert_nonnull (ui_find (fixture.view, GTK_TYPE_LABEL, "No column found"));
  sc_editor_select_stage (fixture.editor, UI_DEVELOP);
  ui_settle (&fixture);
  g_assert_nonnull (ui_find (fixture.view, GTK_TYPE_LABEL, "Columns of Opportunity"));
  ui_close (&fixture);
}

/* Until a window with that heading is up, or an edit was made. */
static GtkWidget *
await_outcome (UiFixture *self, const char *heading, guint n_edits)
{
  for (;;)
    {
      g_autoptr (GList) windows = gtk_window_list_toplevels ();

      for (GList *l = windows; l != NULL; l = l->next)
        if (ADW_IS_MESSAGE_DIALOG (l->data)
            && g_strcmp0 (adw_message_dialog_get_heading (l->data), heading) == 0)
          return l->data;
      if (ui_count_edits (self) > n_edits)
        return NULL;
      g_main_context_iteration (NULL, TRUE);
    }
}

/* What an environment says is kept as one edit; what cannot be read is told. */
static void
test_import (void)
{
  static const char metadata[]
      = "<Edmx><DataServices><Schema><EntityType Name='lead'><Key><PropertyRef "
        "Name='leadid'/></Key>"
        "<Property Name='leadid' Type='Edm.Guid'/><Property Name='cts_mood' Type='Edm.String'/>"
        "</EntityType></Schema></DataServices></Edmx>";
  g_autofree char *folder = g_dir_make_tmp ("stagecraft-columns-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "metadata.xml", NULL);
  UiFixture fixture;
  GtkWidget *dialog;
  guint n_edits;

  ui_open (&fixture, sc_columns_pane_new);
  n_edits = ui_count_edits (&fixture);
  g_assert_true (g_file_set_contents (path, metadata, -1, NULL));
  sc_metadata_import_read (GTK_WINDOW (fixture.window), fixture.editor, path);
  g_assert_null (await_outcome (&fixture, "Nothing Was Imported", n_edits));
  g_assert_cmpstr (ui_get_undo_name (&fixture), ==, "Import metadata of 1 table");
  g_assert_nonnull (sc_editor_find_column (fixture.editor, "lead", "cts_mood"));

  n_edits = ui_count_edits (&fixture);
  g_assert_true (g_file_set_contents (path, "nothing", -1, NULL));
  sc_metadata_import_read (GTK_WINDOW (fixture.window), fixture.editor, path);
  dialog = await_outcome (&fixture, "Nothing Was Imported", n_edits);
  g_assert_nonnull (dialog);
  g_assert_cmpuint (ui_count_edits (&fixture), ==, n_edits);
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_settle (&fixture);
  ui_close (&fixture);
  g_remove (path);
  g_rmdir (folder);
}

static ScChoice *
other_cb (const char *text, gpointer data)
{
  return sc_choice_new (text, "Other", NULL);
}

static GListStore *
make_choices (void)
{
  static const struct
  {
    const char *name, *title, *group;
  } rows[] = {
    { "new_project", "Project", "Here" },
    { "opportunity", "Opportunity", "Here" },
    { "account", "Account", "Elsewhere" },
    { "phonecall", "Phone Call", "Elsewhere" },
  };
  GListStore *store = g_list_store_new (SC_TYPE_CHOICE);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ScChoice) choice = sc_choice_new_named (rows[i].name, rows[i].title, "note");

      sc_choice_set_group (choice, rows[i].group);
      g_list_store_append (store, choice);
    }
  return store;
}

/* Names; titles in brackets for headings, and where there is no name. */
static void
assert_choices (ScChoiceList *list, const char *search, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  sc_choice_list_search (list, search);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (ScChoice) choice = g_list_model_get_item (G_LIST_MODEL (list), i);
      gboolean heading = sc_choice_get_state (choice) == SC_CHOICE_HEADING;

      g_string_append_printf (found, heading ? "%s[%s]" : "%s%s", i > 0 ? " " : "",
                              heading ? sc_choice_get_title (choice) : sc_choice_get_id (choice));
    }
  g_assert_cmpstr (found->str, ==, expected);
}

/* What pickers list: groups with headings, or what fits what is typed, the best first; what is made
 * of the text comes last, unless somebody types a new logical name. */
static void
test_choices (void)
{
  g_autoptr (ScChoiceList) list = sc_choice_list_new ();
  g_autoptr (GListStore) choices = make_choices ();
  guint position;

  sc_choice_list_set_choices (list, G_LIST_MODEL (choices));
  g_assert_cmpuint (sc_choice_list_count_all (list), ==, 4);
  assert_choices (list, "", "[Here] new_project opportunity [Elsewhere] account phonecall");
  g_assert_true (sc_choice_list_find (list, "account", &position));
  g_assert_cmpuint (position, ==, 4);
  g_assert_false (sc_choice_list_find (list, NULL, &position));
  assert_choices (list, "pc", "phonecall new_project");
  assert_choices (list, "p call", "phonecall");
  assert_choices (list, "note", "");
  sc_choice_list_set_other (list, other_cb, NULL);
  assert_choices (list, "call", "phonecall call");
  assert_choices (list, "ACCOUNT", "account");
  assert_choices (list, "new_p", "new_project new_p");
  assert_choices (list, "n_ject", "n_ject new_project");
  assert_choices (list, "", "[Here] new_project opportunity [Elsewhere] account phonecall");
}

int
main (int argc, char **argv)
{
  if (!ui_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/columns/list", test_list);
  g_test_add_func ("/columns/uses", test_uses);
  g_test_add_func ("/columns/add", test_add);
  g_test_add_func ("/columns/pane", test_pane);
  g_test_add_func ("/columns/import", test_import);
  g_test_add_func ("/columns/choices", test_choices);
  return g_test_run ();
}
