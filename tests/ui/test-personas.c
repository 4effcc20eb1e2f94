/* test-personas.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-access-preset.h"
#include "sc-edit-flow.h"
#include "sc-edit-persona.h"
#include "sc-edit-role.h"
#include "sc-persona-edits.h"
#include "sc-persona-first-row.h"
#include "sc-persona-flow-row.h"
#include "sc-persona-line.h"
#include "sc-persona-list.h"
#include "sc-persona-page.h"
#include "sc-persona-roles.h"
#include "sc-picker-row.h"
#include "sc-text-row.h"
#include "ui-fixture.h"

static const ScSolution *
get_solution (UiFixture *f)
{
  return sc_editor_get_solution (f->editor);
}

static const ScPersona *
get_persona (UiFixture *f, guint position)
{
  return sc_list_get (get_solution (f)->personas, position);
}

/* Takes over after and error. */
static void
commit (UiFixture *f, ScSolution *after, GError *error)
{
  g_assert_no_error (error);
  g_assert_true (sc_editor_commit (f->editor, after, NULL, "Test", NULL));
}

static void
activate (UiFixture *f, const char *action)
{
  g_assert_true (gtk_widget_activate_action (f->view, action, NULL));
  ui_settle (f);
}

/* Both roles, the first of which may use the flow, which is active. */
static void
open_with_access (UiFixture *f)
{
  GError *error = NULL;

  ui_open (f, sc_persona_page_new);
  commit (f, sc_edit_flow_set_active (get_solution (f), UI_FLOW, TRUE, &error), error);
  commit (f, sc_access_preset_apply (get_solution (f), UI_REP, UI_FLOW, SC_PRESET_USER, &error),
          error);
}

static const char *
get_title (gpointer row)
{
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
}

static const char *
get_subtitle (gpointer row)
{
  return adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row));
}

static GtkWidget *
find_flow (UiFixture *f, const char *title)
{
  GtkWidget *row = ui_find (f->view, SC_TYPE_PERSONA_FLOW_ROW, title);

  g_assert_nonnull (row);
  return row;
}

/* The page says what to do, and one act makes all that there is to look at. */
static void
test_empty (void)
{
  UiFixture f;

  ui_open (&f, sc_persona_page_new);
  g_assert_nonnull (ui_find (f.view, ADW_TYPE_STATUS_PAGE, "No Personas Yet"));
  activate (&f, "persona.add-per-role");
  g_assert_cmpuint (sc_list_length (get_solution (&f)->personas), ==, 2);
  g_assert_cmpstr (get_persona (&f, 0)->name, ==, "Sales Manager");
  g_assert_true (sc_persona_has_role (get_persona (&f, 1), UI_REP, NULL));
  g_assert_cmpstr (ui_get_undo_name (&f), ==, "Add One Persona per Role");
  g_assert_null (ui_find (f.view, ADW_TYPE_STATUS_PAGE, "No Personas Yet"));
  g_assert_false (sc_persona_lacks_role (get_solution (&f)));
  sc_editor_undo (f.editor);
  ui_settle (&f);
  g_assert_nonnull (ui_find (f.view, ADW_TYPE_STATUS_PAGE, "No Personas Yet"));
  ui_close (&f);
}

/* A new one is there to be named at once; what is typed is one step. */
static void
test_add_and_rename (void)
{
  UiFixture f;
  GtkWidget *name;

  ui_open (&f, sc_persona_page_new);
  activate (&f, "persona.add");
  g_assert_cmpstr (get_persona (&f, 0)->name, ==, "New Persona");
  name = ui_find (f.view, SC_TYPE_TEXT_ROW, "Name");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (f.window)), name));
  gtk_editable_set_text (GTK_EDITABLE (name), "Field");
  gtk_editable_set_text (GTK_EDITABLE (name), "Field Sales");
  g_assert_cmpstr (get_persona (&f, 0)->name, ==, "Field Sales");
  g_assert_nonnull (ui_find (f.view, GTK_TYPE_LABEL, "Field Sales"));
  sc_editor_undo (f.editor);
  g_assert_cmpstr (get_persona (&f, 0)->name, ==, "New Persona");
  activate (&f, "persona.add");
  g_assert_cmpstr (get_persona (&f, 1)->name, ==, "New Persona 2");
  ui_close (&f);
}

static void
test_duplicate_and_delete (void)
{
  UiFixture f;

  ui_open (&f, sc_persona_page_new);
  activate (&f, "persona.add-per-role");
  activate (&f, "persona.duplicate");
  g_assert_cmpstr (get_persona (&f, 2)->name, ==, "Sales Manager Copy");
  g_assert_true (sc_persona_has_role (get_persona (&f, 2), UI_MANAGER, NULL));
  /* The copy is the chosen one; then the one that takes its place. */
  activate (&f, "persona.delete");
  g_assert_cmpuint (sc_list_length (get_solution (&f)->personas), ==, 2);
  activate (&f, "persona.delete");
  g_assert_cmpstr (get_persona (&f, 0)->name, ==, "Sales Manager");
  activate (&f, "persona.delete");
  g_assert_null (get_solution (&f)->personas);
  ui_close (&f);
}

static GtkWidget *
open_roles (UiFixture *f)
{
  GtkWidget *button
      = ui_find (ui_find (f->view, ADW_TYPE_ACTION_ROW, "Roles"), GTK_TYPE_MENU_BUTTON, NULL);
  GtkWidget *popover;

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  ui_settle (f);
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  g_assert_true (SC_IS_PERSONA_ROLES (popover));
  return gtk_popover_get_child (GTK_POPOVER (popover));
}

static void
test_roles (void)
{
  UiFixture f;
  GtkWidget *list, *rep;
  GError *error = NULL;
  const char *roles[] = { "d0000000-0000-4000-8000-00000000000d", NULL };

  ui_open (&f, sc_persona_page_new);
  commit (&f, sc_edit_persona_add (get_solution (&f), NULL, "Someone", roles, &error), error);
  ui_settle (&f);
  list = open_roles (&f);
  rep = ui_find (list, GTK_TYPE_CHECK_BUTTON, "Sales Rep");
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (rep)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (rep), TRUE);
  g_assert_true (sc_persona_has_role (get_persona (&f, 0), UI_REP, NULL));
  g_assert_cmpstr (ui_get_undo_name (&f), ==, "Give “Someone” the Role “Sales Rep”");
  sc_editor_undo (f.editor);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (rep)));
  /* One that only the environment has stays until it is taken away. */
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (ui_find (list, GTK_TYPE_CHECK_BUTTON,
                                 "d0000000-0000-4000-8000-00000000000d (not in this solution)")),
      FALSE);
  g_assert_null (get_persona (&f, 0)->roles);
  gtk_window_set_focus (GTK_WINDOW (f.window), NULL);
  ui_close (&f);
}

static void
test_many_roles (void)
{
  UiFixture f;
  GtkWidget *list, *search;
  GError *error = NULL;
  g_autoptr (ScSolution) solution = NULL;

  ui_open (&f, sc_persona_page_new);
  solution = sc_solution_ref (get_solution (&f));
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *name = g_strdup_printf ("Role %03u", i);
      ScSolution *after = sc_edit_role_add (solution, NULL, name, &error);

      g_assert_no_error (error);
      sc_solution_unref (solution);
      solution = after;
    }
  commit (&f, sc_solution_ref (solution), NULL);
  activate (&f, "persona.add");
  list = open_roles (&f);
  g_assert_cmpuint (ui_count (list, GTK_TYPE_CHECK_BUTTON), ==, 202);
  search = ui_find (list, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "role 19");
  ui_settle (&f);
  g_assert_cmpuint (ui_count (list, GTK_TYPE_CHECK_BUTTON), ==, 10);
  gtk_window_set_focus (GTK_WINDOW (f.window), NULL);
  ui_close (&f);
}

/* Which flow is first, and why; the next in the order where a privilege goes. */
static void
test_first (void)
{
  UiFixture f;
  GtkWidget *row;
  GError *error = NULL;

  open_with_access (&f);
  activate (&f, "persona.add-per-role");
  gtk_widget_activate_action (f.view, "persona.delete", NULL);
  ui_settle (&f);
  row = ui_find (f.view, SC_TYPE_PERSONA_FIRST_ROW, NULL);
  g_assert_cmpstr (get_title (row), ==, "Lead: Lead to Opportunity");
  g_assert_nonnull (strstr (get_subtitle (row), "Lead to Opportunity"));
  commit (&f,
          sc_edit_role_set_access (get_solution (&f), UI_REP, UI_FLOW, SC_ACCESS_CREATE,
                                   SC_LEVEL_NONE, &error),
          error);
  g_assert_cmpstr (get_title (row), ==, "Lead: no flow");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  g_assert_nonnull (ui_find (row, SC_TYPE_PERSONA_LINE, "1. Lead to Opportunity"));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (
                       ui_find (row, SC_TYPE_PERSONA_LINE, "1. Lead to Opportunity"))),
                   ==, "No Create on the flow");
  sc_editor_undo (f.editor);
  g_assert_cmpstr (get_title (row), ==, "Lead: Lead to Opportunity");
  ui_close (&f);
}

/* The buttons follow every toggle of the matrix at once. */
static void
test_acts (void)
{
  UiFixture f;
  GtkWidget *row, *act;
  GError *error = NULL;

  open_with_access (&f);
  activate (&f, "persona.add-per-role");
  activate (&f, "persona.delete");
  row = find_flow (&f, "Lead to Opportunity");
  g_assert_cmpstr (get_subtitle (row), ==, "Everything but: Delete");
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  act = gtk_widget_get_ancestor (ui_find (row, GTK_TYPE_LABEL, "Next Stage"),
                                 GTK_TYPE_FLOW_BOX_CHILD);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (act), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Next Stage: yes");
  commit (&f,
          sc_edit_role_set_access (get_solution (&f), UI_REP, UI_FLOW, SC_ACCESS_WRITE,
                                   SC_LEVEL_NONE, &error),
          error);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (act), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Next Stage: no");
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (act), "Write"));
  g_assert_true (g_str_has_prefix (get_subtitle (row), "Only: "));
  sc_editor_undo (f.editor);
  g_assert_cmpstr (get_subtitle (row), ==, "Everything but: Delete");
  ui_close (&f);
}

/* Stages that they only see the names of, and no more of a flow that they do not see. */
static void
test_stages (void)
{
  UiFixture f;
  GtkWidget *row;
  GError *error = NULL;

  open_with_access (&f);
  activate (&f, "persona.add-per-role");
  activate (&f, "persona.delete");
  row = find_flow (&f, "Lead to Opportunity");
  g_assert_nonnull (ui_find (row, SC_TYPE_PERSONA_LINE, "Qualify"));
  g_assert_nonnull (ui_find (row, GTK_TYPE_LABEL, "Names only"));
  commit (&f,
          sc_edit_role_set_privilege (get_solution (&f), UI_REP, "prvReadLead",
                                      SC_LEVEL_BUSINESS_UNIT, &error),
          error);
  g_assert_nonnull (ui_find (row, GTK_TYPE_LABEL, "Read-only"));
  commit (&f,
          sc_edit_role_set_access (get_solution (&f), UI_REP, UI_FLOW, SC_ACCESS_READ,
                                   SC_LEVEL_NONE, &error),
          error);
  g_assert_null (ui_find (row, SC_TYPE_PERSONA_LINE, NULL));
  ui_close (&f);
}

/* Apps are asked for only where there are some. */
static void
test_app (void)
{
  UiFixture f;
  g_autoptr (ScApp) app = sc_app_new ();
  ScSolution *after;

  ui_open (&f, sc_persona_page_new);
  activate (&f, "persona.add");
  g_assert_null (ui_find (f.view, SC_TYPE_PICKER_ROW, "App"));
  sc_set_string (app, unique_name, "cts_sales");
  after = sc_solution_copy (get_solution (&f));
  sc_take_value (after, apps, sc_list_append (after->apps, app));
  commit (&f, after, NULL);
  g_assert_nonnull (ui_find (f.view, SC_TYPE_PICKER_ROW, "App"));
  g_signal_emit_by_name (ui_find (f.view, SC_TYPE_PICKER_ROW, "App"), "picked", "cts_sales");
  g_assert_cmpstr (get_persona (&f, 0)->app, ==, "cts_sales");
  g_signal_emit_by_name (ui_find (f.view, SC_TYPE_PICKER_ROW, "App"), "picked", NULL);
  g_assert_null (get_persona (&f, 0)->app);
  ui_close (&f);
}

/* In a managed solution all can be looked at, and nothing changed. */
static void
test_managed (void)
{
  UiFixture f;
  ScSolution *managed;

  ui_open (&f, sc_persona_page_new);
  activate (&f, "persona.add");
  managed = sc_solution_copy (get_solution (&f));
  managed->managed = TRUE;
  commit (&f, managed, NULL);
  gtk_widget_activate_action (f.view, "persona.add", NULL);
  gtk_widget_activate_action (f.view, "persona.delete", NULL);
  g_assert_cmpuint (sc_list_length (get_solution (&f)->personas), ==, 1);
  ui_close (&f);
}

int
main (int argc, char **argv)
{
  if (!ui_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/personas/empty", test_empty);
  g_test_add_func ("/personas/add-and-rename", test_add_and_rename);
  g_test_add_func ("/personas/duplicate-and-delete", test_duplicate_and_delete);
  g_test_add_func ("/personas/roles", test_roles);
  g_test_add_func ("/personas/many-roles", test_many_roles);
  g_test_add_func ("/personas/first", test_first);
  g_test_add_func ("/personas/acts", test_acts);
  g_test_add_func ("/personas/stages", test_stages);
  g_test_add_func ("/personas/app", test_app);
  g_test_add_func ("/personas/managed", test_managed);
  return g_test_run ();
}
