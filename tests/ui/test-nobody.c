/* test-nobody.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-access-preset.h"
#include "sc-banner.h"
#include "sc-edit-flow.h"
#include "sc-edit-role.h"
#include "sc-edit-solution.h"
#include "sc-flow-access.h"
#include "sc-inspector.h"
#include "sc-nobody-notice.h"
#include "sc-security-view.h"
#include "ui-fixture.h"

/* What says that nobody can run a flow, in the places that say so. */

#define VIEW_TEXT                                                                              \
  "Only System Administrator and System Customizer can run this flow. Somebody else needs at " \
  "least Create and Read."
#define BAR_TEXT "Only administrators and customizers can run this flow."

static GtkWidget *
find_notice (UiFixture *f)
{
  return ui_find (f->view, SC_TYPE_NOBODY_NOTICE, NULL);
}

static void
activate (UiFixture *f)
{
  GError *error = NULL;
  ScSolution *after
      = sc_edit_flow_set_active (sc_editor_get_solution (f->editor), UI_FLOW, TRUE, &error);

  sc_editor_commit (f->editor, after, error, "Activate", NULL);
}

static void
click (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static GPtrArray *
collect_choices (UiFixture *f)
{
  GtkWidget *give = ui_find (find_notice (f), GTK_TYPE_MENU_BUTTON, "Give Access…");
  GPtrArray *choices = g_ptr_array_new ();
  GtkWidget *box, *child;

  g_assert_nonnull (give);
  gtk_menu_button_popup (GTK_MENU_BUTTON (give));
  ui_settle (f);
  box = gtk_popover_get_child (gtk_menu_button_get_popover (GTK_MENU_BUTTON (give)));
  for (child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_BUTTON (child))
        g_ptr_array_add (choices, child);
    }
  return choices;
}

static const ScRole *
find_role (UiFixture *f, const char *name)
{
  sc_list_foreach (sc_editor_get_solution (f->editor)->roles, const ScRole *, role)
    {
      if (g_strcmp0 (role->name, name) == 0)
        return role;
    }
  return NULL;
}

static void
assert_user (UiFixture *f, const char *name)
{
  const ScRole *role = find_role (f, name);

  g_assert_nonnull (role);
  g_assert_cmpint (sc_access_preset_find (role, ui_get_flow (f)), ==, SC_PRESET_USER);
  g_assert_true (
      sc_flow_access_anybody_can_run (sc_editor_get_solution (f->editor), ui_get_flow (f)));
  g_assert_null (find_notice (f));
}

/* One click, one edit. */
static void
test_thin_role (void)
{
  UiFixture f;
  guint edits;

  ui_open (&f, sc_security_view_new);
  g_assert_nonnull (ui_find (find_notice (&f), GTK_TYPE_LABEL, VIEW_TEXT));
  edits = ui_count_edits (&f);
  click (gtk_widget_get_ancestor (ui_find (find_notice (&f), GTK_TYPE_LABEL, "Add User Role"),
                                  GTK_TYPE_BUTTON));
  assert_user (&f, "Lead to Opportunity User");
  g_assert_cmpuint (ui_count_edits (&f), ==, edits + 1);
  g_assert_cmpstr (ui_get_undo_name (&f), ==, "Add a role “Lead to Opportunity User”");
  sc_editor_undo (f.editor);
  g_assert_nonnull (find_notice (&f));
  ui_close (&f);
}

static void
test_chosen_role (void)
{
  UiFixture f;
  g_autoptr (GPtrArray) choices = NULL;

  ui_open (&f, sc_security_view_new);
  choices = collect_choices (&f);
  g_assert_cmpuint (choices->len, ==, 2);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (choices->pdata[0]),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Let the role “Sales Manager” use the flow");
  click (choices->pdata[0]);
  assert_user (&f, "Sales Manager");
  ui_close (&f);
}

/* The rule is silent about a draft; the bar is too, and where there is time to read is not. */
static void
test_bar (void)
{
  UiFixture f;

  ui_open (&f, sc_banner_new);
  g_assert_null (find_notice (&f));
  activate (&f);
  g_assert_nonnull (ui_find (find_notice (&f), GTK_TYPE_LABEL, BAR_TEXT));

  /* Not where the view says it. */
  sc_banner_set_has_security (SC_BANNER (f.view), TRUE);
  g_assert_false (gtk_widget_get_visible (f.view));
  sc_banner_set_has_security (SC_BANNER (f.view), FALSE);
  g_assert_true (gtk_widget_get_visible (f.view));
  ui_close (&f);
}

static GtkWidget *
find_close (UiFixture *f)
{
  GtkWidget *close = gtk_widget_get_last_child (gtk_widget_get_first_child (find_notice (f)));

  g_assert_true (GTK_IS_BUTTON (close) && gtk_widget_get_visible (close));
  return close;
}

static void
test_close_bar (void)
{
  UiFixture f;

  ui_open (&f, sc_banner_new);
  activate (&f);
  click (find_close (&f));
  g_assert_false (gtk_widget_get_visible (f.view));
  sc_editor_open_flow (f.editor, UI_OTHER);
  g_assert_false (gtk_widget_get_visible (f.view));
  sc_editor_open_flow (f.editor, UI_FLOW);
  g_assert_false (gtk_widget_get_visible (f.view));
  ui_close (&f);
}

static void
test_bar_choices (void)
{
  UiFixture f;
  g_autoptr (GPtrArray) choices = NULL;

  ui_open (&f, sc_banner_new);
  activate (&f);
  choices = collect_choices (&f);
  g_assert_cmpuint (choices->len, ==, 3);
  /* The window holds on to what had the focus until it gets an event. */
  gtk_window_set_focus (GTK_WINDOW (f.window), NULL);
  click (choices->pdata[2]);
  assert_user (&f, "Lead to Opportunity User");
  ui_close (&f);
}

/* Nothing can be given in a solution that cannot be changed. */
static void
test_managed (void)
{
  UiFixture f;
  ScSolution *managed;

  ui_open (&f, sc_security_view_new);
  managed = sc_solution_copy (sc_editor_get_solution (f.editor));
  managed->managed = TRUE;
  sc_editor_commit (f.editor, managed, NULL, "Test", NULL);
  g_assert_false (
      gtk_widget_is_sensitive (ui_find (find_notice (&f), GTK_TYPE_MENU_BUTTON, "Give Access…")));
  ui_close (&f);
}

/* A draft has no problem yet, so its page says so; an active flow has a card for it. */
static void
test_inspector (void)
{
  UiFixture f;
  g_autoptr (GPtrArray) choices = NULL;

  ui_open (&f, sc_inspector_new);
  g_assert_nonnull (find_notice (&f));
  g_assert_nonnull (ui_find (f.view, GTK_TYPE_LABEL, "administrators only"));
  activate (&f);
  g_assert_null (find_notice (&f));
  sc_editor_undo (f.editor);
  choices = collect_choices (&f);
  click (choices->pdata[0]);
  assert_user (&f, "Sales Manager");
  g_assert_nonnull (ui_find (f.view, GTK_TYPE_LABEL, "Sales Manager"));
  ui_close (&f);
}

static void
test_nameless (void)
{
  UiFixture f;
  ScFlow *flow;
  ScSolution *after;
  guint position;

  ui_open (&f, sc_security_view_new);
  after = sc_solution_copy (sc_editor_get_solution (f.editor));
  flow = sc_flow_copy (sc_solution_find_flow (after, UI_FLOW, &position));
  sc_set_string (flow, unique_name, NULL);
  sc_take_value (after, flows, sc_list_replace (after->flows, position, flow));
  sc_flow_unref (flow);
  sc_editor_commit (f.editor, after, NULL, "Test", NULL);
  g_assert_nonnull (find_notice (&f));
  g_assert_null (ui_find (find_notice (&f), GTK_TYPE_BUTTON, NULL));
  ui_close (&f);
}

int
main (int argc, char **argv)
{
  if (!ui_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/nobody/thin-role", test_thin_role);
  g_test_add_func ("/nobody/chosen-role", test_chosen_role);
  g_test_add_func ("/nobody/bar", test_bar);
  g_test_add_func ("/nobody/close-bar", test_close_bar);
  g_test_add_func ("/nobody/bar-choices", test_bar_choices);
  g_test_add_func ("/nobody/managed", test_managed);
  g_test_add_func ("/nobody/inspector", test_inspector);
  g_test_add_func ("/nobody/nameless", test_nameless);
  return g_test_run ();
}
