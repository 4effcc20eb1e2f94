/* test-access-grid.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-access-edit.h"
#include "sc-access-grid.h"
#include "sc-access-page.h"
#include "sc-edit-role.h"
#include "sc-security-view.h"
#include "ui-keys.h"

/* Roles in the order of the fixture: by name. */
#define MANAGER 0
#define REP     1

/* Columns of the page of tables: six of the flow, six of each of two tables, one of Process. */
#define FLOW(access) (access)
#define LEAD(access) (6 + (access))
#define PROCESS_READ 18
#define N_COLUMNS    19

static GtkWidget *
create_tables (ScEditor *editor)
{
  g_type_class_unref (g_type_class_ref (SC_TYPE_SECURITY_VIEW));
  return sc_access_page_new (editor, FALSE);
}

static GtkWidget *
create_flows (ScEditor *editor)
{
  g_type_class_unref (g_type_class_ref (SC_TYPE_SECURITY_VIEW));
  return sc_access_page_new (editor, TRUE);
}

static ScAccessGrid *
get_grid (UiFixture *f)
{
  return SC_ACCESS_GRID (ui_find (f->view, SC_TYPE_ACCESS_GRID, NULL));
}

static ScLevel
get_level (UiFixture *f, const char *role, const char *privilege)
{
  return sc_role_get_level (sc_solution_find_role (sc_editor_get_solution (f->editor), role, NULL),
                            privilege, NULL);
}

static void
assert_name (UiFixture *f, guint row, guint column, const char *name)
{
  ScAccessGridCell *cell = sc_access_grid_get_cell (get_grid (f), row, column);

  g_assert_nonnull (cell);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
assert_focus (UiFixture *f, guint row, guint column)
{
  g_assert_true (ui_get_focus (f)
                 == GTK_WIDGET (sc_access_grid_get_cell (get_grid (f), row, column)));
}

static void
go_to (UiFixture *f, int row, int column)
{
  sc_access_grid_go_to (get_grid (f), row, column);
  ui_settle (f);
}

/* On a flow a level is all or nothing; on a table all five come in turn. */
static void
test_levels (void)
{
  UiFixture f;
  static const ScLevel turns[] = { SC_LEVEL_USER, SC_LEVEL_BUSINESS_UNIT, SC_LEVEL_PARENT,
                                   SC_LEVEL_ORGANIZATION, SC_LEVEL_NONE };

  ui_open (&f, create_tables);
  g_assert_cmpuint (sc_access_grid_get_axes (get_grid (&f))->n_columns, ==, N_COLUMNS);
  go_to (&f, REP, FLOW (SC_ACCESS_WRITE));
  ui_press (&f, GDK_KEY_space, 0);
  g_assert_cmpstr (ui_get_undo_name (&f), ==, "Give “Sales Rep” Write on “Lead to Opportunity”");
  assert_name (&f, REP, FLOW (SC_ACCESS_WRITE),
               "Sales Rep, Write on Lead to Opportunity, Organization");
  ui_press (&f, GDK_KEY_space, 0);
  g_assert_cmpstr (ui_get_undo_name (&f), ==,
                   "Take from “Sales Rep” Write on “Lead to Opportunity”");
  go_to (&f, REP, LEAD (SC_ACCESS_READ));
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      ui_press (&f, GDK_KEY_Return, 0);
      g_assert_cmpint (get_level (&f, UI_REP, "prvReadlead"), ==, turns[i]);
    }
  for (guint i = G_N_ELEMENTS (turns) - 1; i > 0; i--)
    {
      ui_press (&f, GDK_KEY_space, GDK_SHIFT_MASK);
      g_assert_cmpint (get_level (&f, UI_REP, "prvReadlead"), ==, turns[i - 1]);
    }
  assert_focus (&f, REP, LEAD (SC_ACCESS_READ));
  ui_close (&f);
}

static void
fail_cb (ScEditor *editor, const char *message, char **last)
{
  g_free (*last);
  *last = g_strdup (message);
}

/* A number chooses a level; one that the table cannot have is refused in words. */
static void
test_numbers (void)
{
  UiFixture f;
  g_autofree char *message = NULL;
  guint edits;

  ui_open (&f, create_tables);
  g_signal_connect (f.editor, "failed", G_CALLBACK (fail_cb), &message);
  go_to (&f, REP, LEAD (SC_ACCESS_WRITE));
  ui_press (&f, GDK_KEY_2, 0);
  g_assert_cmpint (get_level (&f, UI_REP, "prvWritelead"), ==, SC_LEVEL_BUSINESS_UNIT);
  assert_name (&f, REP, LEAD (SC_ACCESS_WRITE), "Sales Rep, Write on Lead, Business unit");
  ui_press (&f, GDK_KEY_4, 0);
  g_assert_cmpint (get_level (&f, UI_REP, "prvWritelead"), ==, SC_LEVEL_ORGANIZATION);
  ui_press (&f, GDK_KEY_0, 0);
  g_assert_cmpint (get_level (&f, UI_REP, "prvWritelead"), ==, SC_LEVEL_NONE);
  g_assert_null (message);
  go_to (&f, REP, FLOW (SC_ACCESS_WRITE));
  edits = ui_count_edits (&f);
  ui_press (&f, GDK_KEY_1, 0);
  g_assert_nonnull (message);
  g_assert_cmpuint (ui_count_edits (&f), ==, edits);
  ui_close (&f);
}

static void
test_keys (void)
{
  UiFixture f;

  ui_open (&f, create_tables);
  gtk_widget_grab_focus (GTK_WIDGET (get_grid (&f)));
  assert_focus (&f, 0, 0);
  ui_press (&f, GDK_KEY_Down, 0);
  ui_press (&f, GDK_KEY_Right, 0);
  assert_focus (&f, 1, 1);
  ui_press (&f, GDK_KEY_End, 0);
  assert_focus (&f, 1, PROCESS_READ);
  ui_press (&f, GDK_KEY_Right, 0);
  assert_focus (&f, 1, PROCESS_READ);
  ui_press (&f, GDK_KEY_Left, GDK_CONTROL_MASK);
  assert_focus (&f, 1, 12);
  ui_press (&f, GDK_KEY_Home, GDK_CONTROL_MASK);
  assert_focus (&f, 0, 0);
  ui_press (&f, GDK_KEY_Right, GDK_CONTROL_MASK);
  assert_focus (&f, 0, 6);
  ui_press (&f, GDK_KEY_End, GDK_CONTROL_MASK);
  assert_focus (&f, 1, PROCESS_READ);
  ui_press (&f, GDK_KEY_Page_Up, 0);
  assert_focus (&f, 0, PROCESS_READ);
  ui_press (&f, GDK_KEY_Up, 0);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (ui_get_focus (&f)),
                                   GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ui_get_focus (&f)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Read, Process");
  ui_press (&f, GDK_KEY_Down, 0);
  ui_press (&f, GDK_KEY_Home, 0);
  ui_press (&f, GDK_KEY_Left, 0);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (ui_get_focus (&f)),
                                   GTK_ACCESSIBLE_ROLE_ROW_HEADER);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ui_get_focus (&f)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Sales Manager");
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
  ui_settle (f);
}

/* Of 202 rows only those that can be seen have widgets, and the keyboard still reaches all. The
 * focus is not lost where its cell is scrolled away, and is back with it. */
static void
test_many_roles (void)
{
  UiFixture f;
  GtkScrolledWindow *scroller;
  GtkAdjustment *adjustment;

  ui_open (&f, create_flows);
  add_roles (&f, 200);
  g_assert_cmpuint (sc_access_grid_get_axes (get_grid (&f))->n_rows, ==, 202);
  g_assert_cmpuint (ui_count (f.view, SC_TYPE_ACCESS_GRID_CELL), <, 400);
  go_to (&f, 0, 3);
  ui_press (&f, GDK_KEY_End, GDK_CONTROL_MASK);
  ui_settle (&f);
  assert_focus (&f, 201, 11);
  assert_name (&f, 201, 11, "Sales Rep, Append To on Second Flow, None");
  for (guint i = 0; i < 5; i++)
    ui_press (&f, GDK_KEY_Page_Up, 0);
  ui_settle (&f);
  g_assert_nonnull (
      g_type_check_instance_cast ((GTypeInstance *) ui_get_focus (&f), SC_TYPE_ACCESS_GRID_CELL));

  go_to (&f, 100, 2);
  scroller = GTK_SCROLLED_WINDOW (ui_find (f.view, GTK_TYPE_SCROLLED_WINDOW, NULL));
  adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  gtk_adjustment_set_value (adjustment, 0);
  ui_settle (&f);
  g_assert_null (sc_access_grid_get_cell (get_grid (&f), 100, 2));
  g_assert_true (ui_get_focus (&f) == GTK_WIDGET (get_grid (&f)));
  ui_press (&f, GDK_KEY_Down, 0);
  ui_settle (&f);
  assert_focus (&f, 101, 2);
  ui_close (&f);
}

/* The same cells, the other way round; the focus goes along. */
static void
test_turn (void)
{
  UiFixture f;

  ui_open (&f, create_flows);
  go_to (&f, REP, 7);
  ui_press (&f, GDK_KEY_space, 0);
  assert_name (&f, REP, 7, "Sales Rep, Read on Second Flow, Organization");
  gtk_widget_activate_action (f.view, "page.turn", NULL);
  ui_settle (&f);
  g_assert_true (sc_access_grid_get_axes (get_grid (&f))->turned);
  assert_focus (&f, 1, 7);
  assert_name (&f, 1, 7, "Sales Rep, Read on Second Flow, Organization");
  assert_name (&f, 1, 1, "Sales Manager, Read on Second Flow, None");
  ui_close (&f);
}

/* What a file has and the platform would not is shown, kept, and mended by a click. */
static void
test_odd_levels (void)
{
  UiFixture f;
  const char *privilege;
  GError *error = NULL;
  ScSolution *after;

  ui_open (&f, create_flows);
  after = sc_edit_role_set_access (sc_editor_get_solution (f.editor), UI_REP, UI_FLOW,
                                   SC_ACCESS_READ, SC_LEVEL_BUSINESS_UNIT, &error);
  sc_editor_commit (f.editor, after, error, "Test", NULL);
  assert_name (&f, REP, 1,
               "Sales Rep, Read on Lead to Opportunity, Business unit, which this table does not "
               "allow");
  go_to (&f, REP, 0);
  ui_press (&f, GDK_KEY_space, 0);
  privilege
      = ((const ScPrivilege *) sc_list_get (
             sc_solution_find_role (sc_editor_get_solution (f.editor), UI_REP, NULL)->privileges,
             1))
            ->name;
  g_assert_cmpint (get_level (&f, UI_REP, privilege), ==, SC_LEVEL_BUSINESS_UNIT);
  ui_press (&f, GDK_KEY_Right, 0);
  ui_press (&f, GDK_KEY_space, 0);
  g_assert_cmpint (get_level (&f, UI_REP, privilege), ==, SC_LEVEL_ORGANIZATION);
  ui_close (&f);
}

/* A level of a name that nobody knows is shown as such, survives an edit beside it, and is not
 * taken for None. */
static void
test_unknown_level (void)
{
  UiFixture f;
  g_autoptr (ScPrivilege) privilege = sc_privilege_new ();
  const ScSolution *before;
  const ScPrivilege *kept;
  ScSolution *after;
  ScRole *role;
  guint position;

  ui_open (&f, create_tables);
  before = sc_editor_get_solution (f.editor);
  sc_set_string (privilege, name, "prvReadLead");
  sc_set_string (privilege, level_name, "Galaxy");
  role = sc_role_copy (sc_solution_find_role (before, UI_REP, &position));
  sc_take_value (role, privileges, sc_list_append (NULL, privilege));
  after = sc_solution_copy (before);
  sc_take_value (after, roles, sc_list_replace (before->roles, position, role));
  sc_role_unref (role);
  sc_editor_commit (f.editor, after, NULL, "Test", NULL);
  assert_name (&f, REP, LEAD (SC_ACCESS_READ),
               "Sales Rep, Read on Lead, a level that Stagecraft does not know, “Galaxy”");
  go_to (&f, REP, LEAD (SC_ACCESS_WRITE));
  ui_press (&f, GDK_KEY_space, 0);
  kept = sc_list_get (
      sc_solution_find_role (sc_editor_get_solution (f.editor), UI_REP, NULL)->privileges, 0);
  g_assert_cmpstr (kept->level_name, ==, "Galaxy");
  ui_press (&f, GDK_KEY_Left, 0);
  ui_press (&f, GDK_KEY_4, 0);
  assert_name (&f, REP, LEAD (SC_ACCESS_READ), "Sales Rep, Read on Lead, Organization");
  ui_close (&f);
}

static void
assert_levels (UiFixture *f, guint row, guint first, const char *const *levels)
{
  for (guint i = 0; levels[i] != NULL; i++)
    {
      ScAccessGridCell *cell = sc_access_grid_get_cell (get_grid (f), row, first + i);
      ScAccessSpot spot = sc_access_grid_cell_get_spot (cell);
      g_autofree char *name
          = g_strdup_printf ("%s, %s on %s, %s", spot.role->name, sc_access_get_title (spot.access),
                             spot.target->title, levels[i]);

      assert_name (f, row, first + i, name);
    }
}

/* From the menus of the names of a role, of a flow and of one privilege: each is one edit. */
static void
test_whole_rows_and_columns (void)
{
  UiFixture f;
  static const char *const user[] = {
    "Organization", "Organization", "Organization", "None", "Organization", "Organization", NULL
  };
  static const char *const viewer[] = { "None", "User", "None", "None", "None", "None", NULL };
  GtkWidget *grid;
  guint edits;

  ui_open (&f, create_tables);
  grid = GTK_WIDGET (get_grid (&f));
  edits = ui_count_edits (&f);
  go_to (&f, REP, -1);
  gtk_widget_activate_action (grid, "grid.menu", NULL);
  gtk_widget_activate_action (grid, "grid.preset", "(si)", "user", SC_LEVEL_ORGANIZATION);
  g_assert_cmpstr (ui_get_undo_name (&f), ==, "Set Access of “Sales Rep” to User");
  g_assert_cmpuint (ui_count_edits (&f), ==, edits + 1);
  assert_levels (&f, REP, FLOW (0), user);
  assert_levels (&f, REP, LEAD (0), user);
  assert_name (&f, MANAGER, LEAD (0), "Sales Manager, Create on Lead, None");

  go_to (&f, -2, LEAD (0));
  gtk_widget_activate_action (grid, "grid.menu", NULL);
  gtk_widget_activate_action (grid, "grid.preset", "(si)", "viewer", SC_LEVEL_USER);
  g_assert_cmpuint (ui_count_edits (&f), ==, edits + 2);
  assert_levels (&f, REP, LEAD (0), viewer);
  assert_levels (&f, MANAGER, LEAD (0), viewer);
  assert_levels (&f, REP, FLOW (0), user);

  go_to (&f, -1, LEAD (SC_ACCESS_WRITE));
  gtk_widget_activate_action (grid, "grid.menu", NULL);
  gtk_widget_activate_action (grid, "grid.column-level", "i", SC_LEVEL_PARENT);
  g_assert_cmpstr (ui_get_undo_name (&f), ==,
                   "Set Write of “Lead” to “Parent: child business units”");
  g_assert_cmpint (get_level (&f, UI_REP, "prvWritelead"), ==, SC_LEVEL_PARENT);
  g_assert_cmpint (get_level (&f, UI_MANAGER, "prvWritelead"), ==, SC_LEVEL_PARENT);
  ui_close (&f);
}

/* Names are found by what they contain before what has their letters only; where nothing fits, it
 * says so. */
static void
test_filter (void)
{
  UiFixture f;
  GtkEditable *filter;

  ui_open (&f, create_flows);
  filter = GTK_EDITABLE (ui_find (f.view, GTK_TYPE_SEARCH_ENTRY, NULL));
  gtk_editable_set_text (filter, "second");
  g_signal_emit_by_name (filter, "search-changed");
  ui_settle (&f);
  g_assert_cmpuint (sc_access_grid_get_axes (get_grid (&f))->n_groups, ==, 1);
  g_assert_cmpuint (sc_access_grid_get_axes (get_grid (&f))->n_rows, ==, 2);
  assert_name (&f, REP, 0, "Sales Rep, Create on Second Flow, None");
  gtk_editable_set_text (filter, "REP");
  g_signal_emit_by_name (filter, "search-changed");
  ui_settle (&f);
  g_assert_cmpuint (sc_access_grid_get_axes (get_grid (&f))->n_groups, ==, 2);
  g_assert_cmpuint (sc_access_grid_get_axes (get_grid (&f))->n_rows, ==, 1);
  gtk_editable_set_text (filter, "qqq");
  g_signal_emit_by_name (filter, "search-changed");
  ui_settle (&f);
  g_assert_nonnull (ui_find (f.view, ADW_TYPE_STATUS_PAGE, "Nothing Found"));
  ui_close (&f);
}

/* A managed solution is shown and not changed. */
static void
test_managed (void)
{
  UiFixture f;
  ScSolution *after;
  guint edits;

  ui_open (&f, create_flows);
  after = sc_solution_copy (sc_editor_get_solution (f.editor));
  after->managed = TRUE;
  sc_editor_commit (f.editor, after, NULL, "Test", NULL);
  edits = ui_count_edits (&f);
  go_to (&f, REP, 0);
  ui_press (&f, GDK_KEY_space, 0);
  ui_press (&f, GDK_KEY_4, 0);
  g_assert_cmpuint (ui_count_edits (&f), ==, edits);
  assert_name (&f, REP, 0, "Sales Rep, Create on Lead to Opportunity, None");
  ui_close (&f);
}

int
main (int argc, char **argv)
{
  if (!ui_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/access-grid/levels", test_levels);
  g_test_add_func ("/access-grid/numbers", test_numbers);
  g_test_add_func ("/access-grid/keys", test_keys);
  g_test_add_func ("/access-grid/many-roles", test_many_roles);
  g_test_add_func ("/access-grid/turn", test_turn);
  g_test_add_func ("/access-grid/odd-levels", test_odd_levels);
  g_test_add_func ("/access-grid/unknown-level", test_unknown_level);
  g_test_add_func ("/access-grid/whole-rows-and-columns", test_whole_rows_and_columns);
  g_test_add_func ("/access-grid/filter", test_filter);
  g_test_add_func ("/access-grid/managed", test_managed);
  return g_test_run ();
}
