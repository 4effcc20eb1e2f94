/* test-security.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-access-toggle.h"
#include "sc-access-matrix.h"
#include "sc-access-preset.h"
#include "sc-access-row.h"
#include "sc-edit-role.h"
#include "sc-flow-access.h"
#include "sc-security-view.h"
#include "ui-fixture.h"

static const ScRole *
get_role (UiFixture *f, const char *id)
{
  return sc_solution_find_role (sc_editor_get_solution (f->editor), id, NULL);
}

static ScLevel
get_level (UiFixture *f, const char *role, ScAccess access)
{
  return sc_flow_access_get (get_role (f, role), ui_get_flow (f), access);
}

static ScAccessMatrix *
get_matrix (UiFixture *f)
{
  return SC_ACCESS_MATRIX (ui_find (f->view, SC_TYPE_ACCESS_MATRIX, NULL));
}

static ScAccessRow *
get_row (UiFixture *f, const char *role)
{
  ScAccessMatrix *matrix = get_matrix (f);

  for (guint i = 0; i < sc_access_matrix_get_n_rows (matrix); i++)
    {
      ScAccessRow *row = SC_ACCESS_ROW (sc_access_matrix_get_row (matrix, i));

      if (g_strcmp0 (sc_access_row_get_role (row), role) == 0)
        return row;
    }
  return NULL;
}

static GtkWidget *
get_cell (UiFixture *f, const char *role, ScAccess access)
{
  return sc_access_row_get_cell (get_row (f, role), access);
}

static void
test_toggle (void)
{
  UiFixture f;
  GtkWidget *cell;
  guint edits;

  ui_open (&f, sc_security_view_new);
  cell = get_cell (&f, UI_REP, SC_ACCESS_READ);
  edits = ui_count_edits (&f);
  g_assert_true (gtk_widget_activate_action (cell, "access.toggle", NULL));
  g_assert_cmpint (get_level (&f, UI_REP, SC_ACCESS_READ), ==, SC_LEVEL_ORGANIZATION);
  g_assert_cmpint (sc_access_toggle_get_level (SC_ACCESS_TOGGLE (cell)), ==, SC_LEVEL_ORGANIZATION);
  g_assert_cmpuint (ui_count_edits (&f), ==, edits + 1);
  g_assert_cmpstr (ui_get_undo_name (&f), ==, "Grant Read to “Sales Rep”");
  g_assert_true (gtk_widget_activate_action (cell, "access.toggle", NULL));
  g_assert_cmpint (get_level (&f, UI_REP, SC_ACCESS_READ), ==, SC_LEVEL_NONE);
  g_assert_cmpstr (ui_get_undo_name (&f), ==, "Take Read from “Sales Rep”");
  sc_editor_undo (f.editor);
  g_assert_cmpint (sc_access_toggle_get_level (SC_ACCESS_TOGGLE (cell)), ==, SC_LEVEL_ORGANIZATION);
  ui_close (&f);
}

/* A level that the platform would not write is shown as found, and mended by a toggle. */
static void
test_odd_level (void)
{
  UiFixture f;
  GError *error = NULL;
  ScSolution *after;
  GtkWidget *cell;

  ui_open (&f, sc_security_view_new);
  after = sc_edit_role_set_access (sc_editor_get_solution (f.editor), UI_REP, UI_FLOW,
                                   SC_ACCESS_READ, SC_LEVEL_BUSINESS_UNIT, &error);
  sc_editor_commit (f.editor, after, error, "Test", NULL);
  cell = get_cell (&f, UI_REP, SC_ACCESS_READ);
  g_assert_cmpint (sc_access_toggle_get_level (SC_ACCESS_TOGGLE (cell)), ==,
                   SC_LEVEL_BUSINESS_UNIT);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_MIXED);
  gtk_widget_activate_action (get_cell (&f, UI_REP, SC_ACCESS_CREATE), "access.toggle", NULL);
  g_assert_cmpint (get_level (&f, UI_REP, SC_ACCESS_READ), ==, SC_LEVEL_BUSINESS_UNIT);
  gtk_widget_activate_action (cell, "access.toggle", NULL);
  g_assert_cmpint (get_level (&f, UI_REP, SC_ACCESS_READ), ==, SC_LEVEL_ORGANIZATION);
  ui_close (&f);
}

static void
test_presets (void)
{
  UiFixture f;

  ui_open (&f, sc_security_view_new);
  for (int i = SC_N_PRESETS - 1; i >= 0; i--)
    {
      ScAccessPreset preset = (ScAccessPreset) i;
      guint edits = ui_count_edits (&f);

      gtk_widget_activate_action (GTK_WIDGET (get_row (&f, UI_REP)), "role.preset", "s",
                                  sc_access_preset_get_nick (preset));
      g_assert_cmpint (sc_access_preset_find (get_role (&f, UI_REP), ui_get_flow (&f)), ==, preset);
      g_assert_cmpuint (ui_count_edits (&f), ==, edits + 1);
    }
  sc_editor_undo (f.editor);
  g_assert_cmpint (get_level (&f, UI_REP, SC_ACCESS_READ), ==, SC_LEVEL_ORGANIZATION);
  g_assert_cmpint (get_level (&f, UI_REP, SC_ACCESS_DELETE), ==, SC_LEVEL_NONE);
  ui_close (&f);
}

static gboolean
has_focus (UiFixture *f, GtkWidget *widget)
{
  return gtk_window_get_focus (GTK_WINDOW (f->window)) == widget;
}

/* The arrow keys move the focus of the window in these directions. */
static void
test_keyboard (void)
{
  UiFixture f;
  GtkWidget *first;

  ui_open (&f, sc_security_view_new);
  first = sc_access_row_get_cell (SC_ACCESS_ROW (sc_access_matrix_get_row (get_matrix (&f), 0)),
                                  SC_ACCESS_CREATE);
  gtk_widget_grab_focus (first);
  gtk_widget_child_focus (f.window, GTK_DIR_RIGHT);
  gtk_widget_child_focus (f.window, GTK_DIR_DOWN);
  g_assert_true (has_focus (
      &f, sc_access_row_get_cell (SC_ACCESS_ROW (sc_access_matrix_get_row (get_matrix (&f), 1)),
                                  SC_ACCESS_READ)));
  gtk_widget_child_focus (f.window, GTK_DIR_LEFT);
  gtk_widget_child_focus (f.window, GTK_DIR_UP);
  g_assert_true (has_focus (&f, first));
  gtk_widget_child_focus (f.window, GTK_DIR_TAB_FORWARD);
  g_assert_true (has_focus (&f, sc_access_row_get_button (SC_ACCESS_ROW (
                                    sc_access_matrix_get_row (get_matrix (&f), 0)))));
  gtk_widget_child_focus (f.window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (has_focus (&f, first));

  /* Toggling leaves the focus where it is. */
  gtk_widget_activate_action (first, "access.toggle", NULL);
  g_assert_true (has_focus (&f, first));
  ui_close (&f);
}

static void
add_roles (UiFixture *f, guint n)
{
  g_autoptr (ScSolution) solution = sc_solution_ref (sc_editor_get_solution (f->editor));

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Role %03u", i);
      ScSolution *after = sc_edit_role_add (solution, NULL, name, NULL);

      sc_solution_unref (solution);
      solution = after;
    }
  sc_editor_commit (f->editor, g_steal_pointer (&solution), NULL, "Test", NULL);
}

/* With 200 roles only what can be seen is there to be drawn, and the keyboard still reaches all. */
static void
test_many_roles (void)
{
  UiFixture f;
  ScAccessMatrix *matrix;

  ui_open (&f, sc_security_view_new);
  add_roles (&f, 200);
  ui_settle (&f);
  matrix = get_matrix (&f);
  g_assert_cmpuint (sc_access_matrix_get_n_rows (matrix), ==, 202);
  g_assert_cmpuint (ui_count (GTK_WIDGET (matrix), SC_TYPE_ACCESS_ROW), <, 100);
  gtk_widget_grab_focus (sc_access_row_get_cell (
      SC_ACCESS_ROW (sc_access_matrix_get_row (matrix, 0)), SC_ACCESS_READ));
  for (guint i = 0; i < 201; i++)
    {
      g_assert_true (gtk_widget_child_focus (f.window, GTK_DIR_DOWN));
      if (i % 50 == 0)
        ui_settle (&f);
    }
  ui_settle (&f);
  g_assert_true (
      has_focus (&f, sc_access_row_get_cell (SC_ACCESS_ROW (sc_access_matrix_get_row (matrix, 201)),
                                             SC_ACCESS_READ)));
  g_assert_cmpuint (ui_count (GTK_WIDGET (matrix), SC_TYPE_ACCESS_ROW), <, 100);
  ui_close (&f);
}

static void
test_delete (void)
{
  UiFixture f;

  ui_open (&f, sc_security_view_new);
  gtk_widget_activate_action (GTK_WIDGET (get_row (&f, UI_REP)), "role.menu", NULL);
  ui_settle (&f);
  /* The arrow keys stay in the menu that is open. */
  gtk_widget_child_focus (f.window, GTK_DIR_DOWN);
  g_assert_nonnull (
      gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (f.window)), GTK_TYPE_POPOVER));
  gtk_widget_activate_action (GTK_WIDGET (get_row (&f, UI_REP)), "role.delete", NULL);
  ui_settle (&f);
  g_assert_null (get_role (&f, UI_REP));
  g_assert_cmpuint (sc_access_matrix_get_n_rows (get_matrix (&f)), ==, 1);
  sc_editor_undo (f.editor);
  g_assert_nonnull (get_row (&f, UI_REP));
  gtk_widget_activate_action (GTK_WIDGET (get_row (&f, UI_REP)), "role.delete", NULL);
  gtk_widget_activate_action (GTK_WIDGET (get_row (&f, UI_MANAGER)), "role.delete", NULL);
  ui_settle (&f);
  g_assert_nonnull (ui_find (f.view, ADW_TYPE_STATUS_PAGE, "No Roles Yet"));
  ui_close (&f);
}

static void
test_names_for_screen_readers (void)
{
  UiFixture f;
  GtkWidget *cell;

  ui_open (&f, sc_security_view_new);
  cell = get_cell (&f, UI_REP, SC_ACCESS_APPEND_TO);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_ROLE_CHECKBOX);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Sales Rep, Append To on Lead to Opportunity, None");
  gtk_widget_activate_action (cell, "access.toggle", NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Sales Rep, Append To on Lead to Opportunity, Organization");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  ui_close (&f);
}

/* The same roles, another flow: other privileges. */
static void
test_other_flow (void)
{
  UiFixture f;
  GtkWidget *cell;

  ui_open (&f, sc_security_view_new);
  cell = get_cell (&f, UI_REP, SC_ACCESS_READ);
  gtk_widget_activate_action (cell, "access.toggle", NULL);
  sc_editor_open_flow (f.editor, UI_OTHER);
  g_assert_cmpint (sc_access_toggle_get_level (SC_ACCESS_TOGGLE (cell)), ==, SC_LEVEL_NONE);
  sc_editor_open_flow (f.editor, UI_FLOW);
  g_assert_cmpint (sc_access_toggle_get_level (SC_ACCESS_TOGGLE (cell)), ==, SC_LEVEL_ORGANIZATION);
  ui_close (&f);
}

int
main (int argc, char **argv)
{
  if (!ui_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/security/toggle", test_toggle);
  g_test_add_func ("/security/odd-level", test_odd_level);
  g_test_add_func ("/security/presets", test_presets);
  g_test_add_func ("/security/keyboard", test_keyboard);
  g_test_add_func ("/security/many-roles", test_many_roles);
  g_test_add_func ("/security/delete", test_delete);
  g_test_add_func ("/security/names-for-screen-readers", test_names_for_screen_readers);
  g_test_add_func ("/security/other-flow", test_other_flow);
  return g_test_run ();
}
