/* test-navigator.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <time.h>

#include "sc-application.h"
#include "sc-edit-flow.h"
#include "sc-edit-role.h"
#include "sc-edit-solution.h"
#include "sc-header-layout.h"
#include "sc-known-tables.h"
#include "sc-lock.h"
#include "sc-navigator-heading.h"
#include "sc-navigator-move.h"
#include "sc-navigator-row.h"
#include "sc-navigator.h"
#include "sc-pane.h"

typedef struct
{
  ScEditor *editor;
  GtkWidget *window;
  GtkWidget *navigator;
} Fixture;

/* Takes over before. */
static ScSolution *
add_flow (ScSolution *before, const char *name, const char *table)
{
  g_autoptr (ScSolution) solution = before;
  ScSolution *after = sc_edit_flow_add (solution, name, name, table, NULL);

  g_assert_nonnull (after);
  return after;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScSolution) solution = sc_edit_solution_new ();
  g_autoptr (ScDocument) document = NULL;

  solution = add_flow (g_steal_pointer (&solution), "Lead to Cash", "lead");
  solution = add_flow (g_steal_pointer (&solution), "Phone to Case", "incident");
  document = sc_document_new_from (solution);
  fixture->editor = sc_editor_new ();
  sc_editor_set_document (fixture->editor, document);
  fixture->window = gtk_window_new ();
  fixture->navigator = sc_navigator_new (fixture->editor);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->navigator);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->navigator), (gpointer *) &fixture->navigator);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (fixture->navigator);
  g_assert_finalize_object (fixture->editor);
}

static ScNavigatorRow *
find_row (GtkWidget *widget, const char *title)
{
  ScNavigatorRow *found = NULL;

  if (SC_IS_NAVIGATOR_ROW (widget)
      && g_strcmp0 (sc_navigator_row_get_title (SC_NAVIGATOR_ROW (widget)), title) == 0)
    return SC_NAVIGATOR_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);
  return found;
}

static void
commit (Fixture *fixture, ScSolution *after)
{
  g_assert_nonnull (after);
  g_assert_true (sc_editor_commit (fixture->editor, after, NULL, "Edit", NULL));
}

static const ScFlow *
get_flow (Fixture *fixture, guint position)
{
  return sc_list_get (sc_editor_get_solution (fixture->editor)->flows, position);
}

static void
test_lists (Fixture *fixture, gconstpointer data)
{
  const ScSolution *solution = sc_editor_get_solution (fixture->editor);
  ScNavigatorRow *first = find_row (fixture->navigator, "Lead to Cash");
  ScNavigatorRow *row;

  g_assert_nonnull (first);
  g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (first)));
  g_assert_nonnull (find_row (fixture->navigator, "lead"));
  g_assert_nonnull (find_row (fixture->navigator, "incident"));
  g_assert_null (find_row (fixture->navigator, "Clerk"));

  commit (fixture, sc_edit_role_add (solution, NULL, "Clerk", NULL));
  row = find_row (fixture->navigator, "Clerk");
  g_assert_nonnull (row);
  /* What stayed kept its widget. */
  g_assert_true (find_row (fixture->navigator, "Lead to Cash") == first);

  sc_editor_undo (fixture->editor);
  g_assert_null (find_row (fixture->navigator, "Clerk"));
}

static void
test_opens_flows (Fixture *fixture, gconstpointer data)
{
  ScNavigatorRow *second = find_row (fixture->navigator, "Phone to Case");

  sc_navigator_row_activate (second);
  g_assert_cmpstr (sc_editor_get_flow (fixture->editor)->id, ==, get_flow (fixture, 1)->id);
  g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (second)));
}

static void
test_renames (Fixture *fixture, gconstpointer data)
{
  const ScSolution *solution = sc_editor_get_solution (fixture->editor);
  ScNavigatorRow *row = find_row (fixture->navigator, "Phone to Case");

  commit (fixture, sc_edit_flow_set_label (solution, get_flow (fixture, 1)->id, solution->language,
                                           "Call to Case", NULL));
  g_assert_true (find_row (fixture->navigator, "Call to Case") == row);
}

static void
test_activates (Fixture *fixture, gconstpointer data)
{
  ScNavigatorRow *row = find_row (fixture->navigator, "Phone to Case");
  gboolean before = get_flow (fixture, 1)->active, after;

  gtk_widget_activate_action (GTK_WIDGET (row), "row.active", NULL);
  g_assert_cmpint (get_flow (fixture, 1)->active, ==, !before);
  g_object_get (row, "active", &after, NULL);
  g_assert_cmpint (after, ==, !before);

  sc_editor_undo (fixture->editor);
  g_object_get (row, "active", &after, NULL);
  g_assert_cmpint (after, ==, before);
}

/* Answers the question that is open. */
static void
answer (const char *response)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  GtkWindow *dialog = NULL;

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data))
      dialog = l->data;
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
}

static void
test_deletes (Fixture *fixture, gconstpointer data)
{
  ScNavigatorRow *row = find_row (fixture->navigator, "Phone to Case");

  gtk_widget_activate_action (GTK_WIDGET (row), "row.delete", NULL);
  answer ("cancel");
  g_assert_true (find_row (fixture->navigator, "Phone to Case") == row);

  gtk_widget_activate_action (GTK_WIDGET (row), "row.delete", NULL);
  answer ("delete");
  g_assert_null (find_row (fixture->navigator, "Phone to Case"));
  g_assert_null (find_row (fixture->navigator, "incident"));
  g_assert_cmpuint (sc_list_length (sc_editor_get_solution (fixture->editor)->flows), ==, 1);

  sc_editor_undo (fixture->editor);
  g_assert_nonnull (find_row (fixture->navigator, "Phone to Case"));
}

static void
test_shows_menu_and_columns (Fixture *fixture, gconstpointer data)
{
  ScNavigatorRow *row = find_row (fixture->navigator, "lead");

  /* Both come up without a complaint; a table that nothing is known of has no columns. */
  gtk_widget_activate_action (GTK_WIDGET (row), "row.show-columns", NULL);
  gtk_widget_activate_action (GTK_WIDGET (row), "row.show-menu", NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (row), "row.missing", NULL));
}

/* The names of the flows that are shown, from top to bottom, with ", " between. */
static void
append_shown (GtkWidget *widget, GString *text)
{
  if (SC_IS_NAVIGATOR_ROW (widget))
    {
      const char *title = sc_navigator_row_get_title (SC_NAVIGATOR_ROW (widget));

      if (gtk_widget_get_visible (widget) && g_ascii_isupper (*title))
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", title);
      return;
    }
  if (SC_IS_NAVIGATOR_HEADING (widget))
    g_string_append_printf (text, "%s[%s]", text->len > 0 ? ", " : "",
                            gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (widget))));
  if (!gtk_widget_get_visible (widget))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_shown (child, text);
}

static void
assert_shown (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_shown (fixture->navigator, text);
  g_assert_cmpstr (text->str, ==, expected);
}

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

static void
test_groups (Fixture *fixture, gconstpointer data)
{
  const ScSolution *solution = sc_editor_get_solution (fixture->editor);
  GtkWidget *heading;

  assert_shown (fixture, "[incident], Phone to Case, [lead], Lead to Cash");
  commit (fixture, sc_edit_flow_set_active (solution, get_flow (fixture, 1)->id, TRUE, NULL));
  heading = find_type (fixture->navigator, SC_TYPE_NAVIGATOR_HEADING);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (heading))), ==,
                   "1 of 10 active");
  solution = sc_editor_get_solution (fixture->editor);
  commit (fixture, sc_edit_flow_add (solution, NULL, "Late Lead", "Lead", NULL));
  assert_shown (fixture, "[incident], Phone to Case, [lead], Lead to Cash, Late Lead");
  /* With one table there is nothing to tell apart. */
  solution = sc_editor_get_solution (fixture->editor);
  commit (fixture, sc_edit_flow_delete (solution, get_flow (fixture, 1)->id, NULL));
  assert_shown (fixture, "Lead to Cash, Late Lead");
}

static void
test_meter (void)
{
  static const struct
  {
    guint n_active;
    const char *style;
  } cases[] = { { 0, "dim-label" }, { 9, "dim-label" }, { 10, "warning" }, { 11, "error" } };
  static const char *const styles[] = { "dim-label", "warning", "error" };
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new (NULL));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ScNavigatorGroup group = { "Lead", cases[i].n_active, 10 };

      sc_navigator_meter_show (GTK_LABEL (label), &group);
      g_assert_true (gtk_widget_get_visible (label));
      for (guint j = 0; j < G_N_ELEMENTS (styles); j++)
        g_assert_cmpint (gtk_widget_has_css_class (label, styles[j]), ==,
                         g_str_equal (styles[j], cases[i].style));
    }
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "11 of 10 active");
  sc_navigator_meter_show (GTK_LABEL (label), NULL);
  g_assert_false (gtk_widget_get_visible (label));
}

static void
add_leads (Fixture *fixture)
{
  static const char *const names[] = { "Beta", "Gamma" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    commit (fixture, sc_edit_flow_add (sc_editor_get_solution (fixture->editor), NULL, names[i],
                                       "lead", NULL));
}

static void
move (Fixture *fixture, const char *title, const char *action, const char *expected)
{
  ScNavigatorRow *row = find_row (fixture->navigator, title);
  g_autofree char *all = g_strdup_printf ("[incident], Phone to Case, [lead], %s", expected);

  gtk_widget_grab_focus (GTK_WIDGET (row));
  gtk_widget_activate_action (GTK_WIDGET (row), action, NULL);
  assert_shown (fixture, all);
  g_assert_true (find_row (fixture->navigator, title) == row);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (row));
}

static void
test_moves (Fixture *fixture, gconstpointer data)
{
  add_leads (fixture);
  move (fixture, "Gamma", "row.move-up", "Lead to Cash, Gamma, Beta");
  move (fixture, "Lead to Cash", "row.move-down", "Gamma, Lead to Cash, Beta");
  move (fixture, "Beta", "row.move-to-top", "Beta, Gamma, Lead to Cash");
  /* At the ends there is nowhere to go. */
  move (fixture, "Beta", "row.move-up", "Beta, Gamma, Lead to Cash");
  move (fixture, "Lead to Cash", "row.move-down", "Beta, Gamma, Lead to Cash");
  for (guint i = 0; i < 3; i++)
    sc_editor_undo (fixture->editor);
  assert_shown (fixture, "[incident], Phone to Case, [lead], Lead to Cash, Beta, Gamma");
}

static void
keep_message_cb (ScEditor *editor, const char *message, char **kept)
{
  g_free (*kept);
  *kept = g_strdup (message);
}

static void
test_refuses_to_move (Fixture *fixture, gconstpointer data)
{
  g_autofree char *message = NULL;
  g_autofree char *reason = NULL;
  g_autoptr (ScSolution) managed = NULL;
  g_autoptr (ScDocument) document = NULL;

  reason = sc_navigator_explain_refusal (fixture->editor, get_flow (fixture, 0)->id,
                                         get_flow (fixture, 1)->id);
  g_assert_cmpstr (reason, ==,
                   "“Lead to Cash” begins on lead, so it can be ordered only among the flows of "
                   "that table.");
  add_leads (fixture);
  managed = sc_solution_copy (sc_editor_get_solution (fixture->editor));
  managed->managed = TRUE;
  document = sc_document_new_from (managed);
  sc_editor_set_document (fixture->editor, document);
  g_signal_connect (fixture->editor, "failed", G_CALLBACK (keep_message_cb), &message);
  move (fixture, "Gamma", "row.move-up", "Lead to Cash, Beta, Gamma");
  g_assert_cmpstr (message, ==, sc_lock_explain (SC_LOCK_MANAGED));
}

static void
look_for (Fixture *fixture, const char *text, const char *expected)
{
  GtkWidget *search = find_type (fixture->navigator, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (search), text);
  g_signal_emit_by_name (search, "search-changed");
  assert_shown (fixture, expected);
}

static void
test_searches (Fixture *fixture, gconstpointer data)
{
  const ScSolution *solution = sc_editor_get_solution (fixture->editor);
  GtkWidget *search = find_type (fixture->navigator, GTK_TYPE_SEARCH_ENTRY);

  commit (fixture, sc_edit_flow_set_label (solution, get_flow (fixture, 1)->id, 1031,
                                           "Anruf zu Fall", NULL));
  g_assert_false (gtk_widget_get_visible (search));
  sc_navigator_search (SC_NAVIGATOR (fixture->navigator));
  g_assert_true (gtk_widget_get_visible (search));
  look_for (fixture, "cash", "[lead], Lead to Cash");
  /* Letters in their order, other languages, unique name, table. */
  look_for (fixture, "l2c", "");
  look_for (fixture, "ltc", "[lead], Lead to Cash");
  look_for (fixture, "anruf", "[incident], Phone to Case");
  look_for (fixture, get_flow (fixture, 0)->unique_name, "[lead], Lead to Cash");
  look_for (fixture, "incident", "[incident], Phone to Case");
  /* What comes meanwhile is looked through, too. */
  solution = sc_editor_get_solution (fixture->editor);
  commit (fixture, sc_edit_flow_add (solution, NULL, "Incident Review", "lead", NULL));
  assert_shown (fixture, "[incident], Phone to Case, [lead], Incident Review");
  g_signal_emit_by_name (search, "stop-search");
  assert_shown (fixture, "[incident], Phone to Case, [lead], Lead to Cash, Incident Review");
  g_assert_false (gtk_widget_get_visible (search));

  look_for (fixture, "phone", "[incident], Phone to Case");
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpstr (sc_editor_get_flow (fixture->editor)->id, ==, get_flow (fixture, 1)->id);
  assert_shown (fixture, "[incident], Phone to Case, [lead], Lead to Cash, Incident Review");
}

/* Milliseconds; other programs that run meanwhile do not count. */
static double
get_cpu (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

/* A rename among very many flows touches one row. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScSolution) solution = sc_solution_copy (sc_editor_get_solution (fixture->editor));
  g_autoptr (GPtrArray) flows = sc_list_collect ();
  g_autoptr (ScDocument) document = NULL;
  GtkWidget *search = find_type (fixture->navigator, GTK_TYPE_SEARCH_ENTRY);
  ScNavigatorRow *row;
  double start;

  for (guint i = 0; i < 2000; i++)
    {
      ScFlow *flow = sc_flow_copy (get_flow (fixture, i % 2));
      g_autofree char *id = g_strdup_printf ("00000000-0000-4000-8000-%012u", i);
      g_autofree char *name = g_strdup_printf ("Flow %u", i);

      sc_set_string (flow, id, id);
      sc_set_string (flow, name, name);
      sc_take_value (flow, labels, NULL);
      flow->order = (int) i;
      g_ptr_array_add (flows, flow);
    }
  sc_take_value (solution, flows, sc_list_new_take (g_steal_pointer (&flows)));
  document = sc_document_new_from (solution);
  start = get_cpu ();
  sc_editor_set_document (fixture->editor, document);
  g_test_message ("%.0f ms to open 2,000 flows", get_cpu () - start);
  row = find_row (fixture->navigator, "Flow 1000");
  g_assert_nonnull (row);
  start = get_cpu ();
  commit (fixture,
          sc_edit_flow_set_label (solution, get_flow (fixture, 1000)->id, 1033, "Another", NULL));
  g_test_message ("%.0f ms to rename one of them", get_cpu () - start);
  g_assert_true (find_row (fixture->navigator, "Another") == row);
  start = get_cpu ();
  gtk_widget_activate_action (GTK_WIDGET (row), "row.move-up", NULL);
  g_test_message ("%.0f ms to move it", get_cpu () - start);
  start = get_cpu ();
  gtk_editable_set_text (GTK_EDITABLE (search), "Another");
  g_signal_emit_by_name (search, "search-changed");
  g_test_message ("%.0f ms to search", get_cpu () - start);
  assert_shown (fixture, "[lead], Another");
}

static void
test_known_tables (void)
{
  g_autoptr (ScSolution) solution = sc_edit_solution_new ();
  g_autoptr (ScSolution) with_z = sc_edit_table_add (solution, "zebra", "Zebra", NULL);
  g_autoptr (ScSolution) with_a = sc_edit_table_add (with_z, "x_apple", "Apple", NULL);
  g_autoptr (ScSolution) with_lead = sc_edit_table_add (with_a, "Lead", "Lead", NULL);
  g_autoptr (ScSolution) with_flow
      = sc_edit_flow_add (with_lead, NULL, "Lead to Cash", "lead", NULL);
  g_autoptr (GPtrArray) tables = sc_known_tables_list (with_flow);

  /* Used first, then by display name; names differ in more than case. */
  g_assert_cmpuint (tables->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (tables, 0), ==, "lead");
  g_assert_cmpstr (g_ptr_array_index (tables, 1), ==, "x_apple");
  g_assert_cmpstr (g_ptr_array_index (tables, 2), ==, "zebra");
}

static GtkWidget *
add_header_child (GtkWidget *box, const char *place, int rank, int width)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (box);
  GtkWidget *child = gtk_drawing_area_new ();

  gtk_widget_set_size_request (child, width, 20);
  gtk_widget_set_parent (child, box);
  g_object_set (gtk_layout_manager_get_layout_child (layout, child), "place", place, "rank", rank,
                NULL);
  return child;
}

static void
test_header (void)
{
  /* Width of the header, and how many of the optional children stand in it. The title keeps 180
   * pixels, or 96 where only the first one does. */
  static const struct
  {
    int width;
    guint n_fitting;
  } cases[] = { { 1000, 3 }, { 478, 3 }, { 477, 2 }, { 392, 2 },
                { 391, 1 },  { 222, 1 }, { 221, 0 }, { 150, 0 } };
  g_autoptr (GtkWidget) box = g_object_ref_sink (g_object_new (SC_TYPE_HEADER_BOX, NULL));
  GtkWidget *first = add_header_child (box, "start", 0, 34);
  GtkWidget *optional[]
      = { add_header_child (box, "start", 1, 80), add_header_child (box, "end", 2, 80),
          add_header_child (box, "end", 3, 80) };
  GtkWidget *title = add_header_child (box, "title", 0, 10);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n = 0;

      gtk_widget_allocate (box, cases[i].width, 34, -1, NULL);
      for (guint j = 0; j < G_N_ELEMENTS (optional); j++)
        n += gtk_widget_get_child_visible (optional[j]);
      g_assert_cmpuint (n, ==, cases[i].n_fitting);
      g_assert_true (gtk_widget_get_child_visible (first));
      g_assert_true (gtk_widget_get_child_visible (title));
    }
}

static void
test_pane (void)
{
  g_autoptr (GtkWidget) pane = g_object_ref_sink (
      g_object_new (SC_TYPE_PANE, "minimum-width", 100, "natural-width", 240, NULL));
  GtkWidget *child = gtk_drawing_area_new ();
  int minimum, natural;

  gtk_widget_set_size_request (child, 500, 10);
  sc_pane_set_child (SC_PANE (pane), child);
  gtk_widget_measure (pane, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 240);

  gtk_widget_allocate (pane, 120, 50, -1, NULL);
  g_assert_cmpint (gtk_widget_get_width (child), ==, 500);
  g_assert_cmpint (gtk_widget_get_width (pane), ==, 120);
}

int
main (int argc, char **argv)
{
  g_autoptr (ScApplication) application = NULL;

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  adw_init ();
  /* Brings the resources. */
  application = sc_application_new ();

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/navigator/lists", test_lists);
  ADD ("/navigator/opens-flows", test_opens_flows);
  ADD ("/navigator/renames", test_renames);
  ADD ("/navigator/activates", test_activates);
  ADD ("/navigator/deletes", test_deletes);
  ADD ("/navigator/shows-menu-and-columns", test_shows_menu_and_columns);
  ADD ("/navigator/groups-flows-by-table", test_groups);
  ADD ("/navigator/moves-flows", test_moves);
  ADD ("/navigator/refuses-to-move", test_refuses_to_move);
  ADD ("/navigator/searches", test_searches);
  ADD ("/navigator/many-flows", test_many);
  g_test_add_func ("/navigator/meter", test_meter);
  g_test_add_func ("/navigator/known-tables", test_known_tables);
  g_test_add_func ("/header/leaves-out-by-rank", test_header);
  g_test_add_func ("/pane/asks-for-its-width", test_pane);
  return g_test_run ();
}
