/* test-flow-tabs.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-canvas.h"
#include "sc-edit-flow.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-flow-tab.h"
#include "sc-flow-tabs.h"
#include "ui-fixture.h"

#define UI_THIRD "f0000000-0000-4000-8000-000000000003"

typedef struct
{
  UiFixture ui;
  ScFlowTabs *tabs;
  guint told;
} Fixture;

static void
told_cb (Fixture *self)
{
  self->told++;
}

static void
commit (Fixture *self, ScSolution *after, GError *error)
{
  g_assert_no_error (error);
  g_assert_true (sc_editor_commit (self->ui.editor, after, NULL, "Edit", NULL));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  GError *error = NULL;
  ScSolution *after;

  ui_open (&self->ui, sc_flow_tabs_new);
  self->tabs = SC_FLOW_TABS (self->ui.view);
  after = sc_edit_flow_add (sc_editor_get_solution (self->ui.editor), UI_THIRD, "Third Flow",
                            "opportunity", &error);
  commit (self, after, error);
  g_signal_connect_swapped (self->tabs, "tabs-changed", G_CALLBACK (told_cb), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  ui_close (&self->ui);
}

/* The flows of the tabs by the last digit of their ids, the selected one in brackets. */
static void
assert_tabs (Fixture *self, const char *expected)
{
  AdwTabView *view = sc_flow_tabs_get_tab_view (self->tabs);
  g_autoptr (GString) found = g_string_new (NULL);

  for (int i = 0; i < adw_tab_view_get_n_pages (view); i++)
    {
      AdwTabPage *page = adw_tab_view_get_nth_page (view, i);
      const char *flow = sc_flow_tab_get_flow (SC_FLOW_TAB (adw_tab_page_get_child (page)));

      g_string_append_printf (found, adw_tab_page_get_selected (page) ? "[%c]" : "%c",
                              flow[strlen (flow) - 1]);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
assert_open (Fixture *self, const char *flow)
{
  g_assert_cmpstr (sc_editor_get_flow (self->ui.editor)->id, ==, flow);
  g_assert_cmpstr (sc_flow_tabs_get_flow (self->tabs), ==, flow);
}

static AdwTabPage *
get_page (Fixture *self, int position)
{
  return adw_tab_view_get_nth_page (sc_flow_tabs_get_tab_view (self->tabs), position);
}

static ScCanvas *
get_canvas (Fixture *self, int position)
{
  ScFlowTab *tab = SC_FLOW_TAB (adw_tab_page_get_child (get_page (self, position)));

  return SC_CANVAS (sc_canvas_view_get_canvas (sc_flow_tab_get_view (tab)));
}

static void
select_tab (Fixture *self, int position)
{
  adw_tab_view_set_selected_page (sc_flow_tabs_get_tab_view (self->tabs),
                                  get_page (self, position));
  ui_settle (&self->ui);
}

static void
delete_flow (Fixture *self, const char *flow)
{
  GError *error = NULL;
  ScSolution *after = sc_edit_flow_delete (sc_editor_get_solution (self->ui.editor), flow, &error);

  commit (self, after, error);
}

static void
test_open (Fixture *self, gconstpointer data)
{
  assert_tabs (self, "[1]");
  sc_flow_tabs_open (self->tabs, UI_OTHER);
  assert_tabs (self, "1[2]");
  assert_open (self, UI_OTHER);
  g_assert_cmpuint (self->told, >, 0);

  /* It has one already; a new one stands behind those that were opened from
   * here before. */
  sc_flow_tabs_open (self->tabs, UI_FLOW);
  assert_tabs (self, "[1]2");
  sc_flow_tabs_open (self->tabs, UI_THIRD);
  assert_tabs (self, "12[3]");
  sc_flow_tabs_open (self->tabs, "no-such-flow");
  assert_tabs (self, "12[3]");
  ui_settle (&self->ui);
}

/* As in a browser: what is opened shows in this tab, unless it has one. */
static void
test_follows_editor (Fixture *self, gconstpointer data)
{
  sc_editor_open_flow (self->ui.editor, UI_OTHER);
  assert_tabs (self, "[2]");
  sc_flow_tabs_open (self->tabs, UI_FLOW);
  sc_editor_open_flow (self->ui.editor, UI_OTHER);
  assert_tabs (self, "[2]1");
  sc_editor_open_flow (self->ui.editor, UI_THIRD);
  assert_tabs (self, "[3]1");
  select_tab (self, 1);
  assert_open (self, UI_FLOW);
}

static void
test_titles (Fixture *self, gconstpointer data)
{
  GError *error = NULL;
  ScSolution *after;

  sc_flow_tabs_open (self->tabs, UI_OTHER);
  g_assert_cmpstr (adw_tab_page_get_title (get_page (self, 0)), ==, "Lead to Opportunity");
  g_assert_cmpstr (adw_tab_page_get_title (get_page (self, 1)), ==, "Second Flow");
  g_assert_nonnull (strstr (adw_tab_page_get_tooltip (get_page (self, 0)), "Lead"));

  after = sc_edit_flow_set_label (sc_editor_get_solution (self->ui.editor), UI_FLOW,
                                  SC_LANGUAGE_ENGLISH, "Sales & <more>", &error);
  commit (self, after, error);
  g_assert_cmpstr (adw_tab_page_get_title (get_page (self, 0)), ==, "Sales & <more>");
  g_assert_true (
      g_str_has_prefix (adw_tab_page_get_tooltip (get_page (self, 0)), "Sales &amp; &lt;more&gt;"));
}

static guint
count_errors (Fixture *self, const char *flow)
{
  guint n = 0;

  sc_list_foreach (sc_editor_get_problems (self->ui.editor), const ScProblem *, problem)
    {
      n += g_strcmp0 (problem->flow, flow) == 0 && problem->severity == SC_SEVERITY_ERROR;
    }
  return n;
}

/* The mark of errors comes and goes with them, also where nobody looks. */
static void
test_errors (Fixture *self, gconstpointer data)
{
  GError *error = NULL;
  ScSolution *after;

  sc_flow_tabs_open (self->tabs, UI_OTHER);
  after = sc_edit_stage_delete (sc_editor_get_solution (self->ui.editor), UI_FLOW, UI_QUALIFY,
                                &error);
  commit (self, after, error);
  after = sc_edit_stage_delete (sc_editor_get_solution (self->ui.editor), UI_FLOW, UI_DEVELOP,
                                &error);
  commit (self, after, error);
  g_assert_cmpuint (count_errors (self, UI_FLOW), >, 0);
  g_assert_nonnull (adw_tab_page_get_indicator_icon (get_page (self, 0)));
  g_assert_cmpstr (adw_tab_page_get_indicator_tooltip (get_page (self, 0)), !=, "");
  for (guint i = 0; i < 2; i++)
    {
      gboolean has_errors = count_errors (self, i == 0 ? UI_FLOW : UI_OTHER) > 0;

      g_assert_true ((adw_tab_page_get_indicator_icon (get_page (self, (int) i)) != NULL)
                     == has_errors);
    }
}

/* The pages are drawn when they are seen, keep their zoom, and are not touched by coming back. */
static void
test_keeps_view (Fixture *self, gconstpointer data)
{
  const ScLayout *layout;

  ui_settle (&self->ui);
  sc_canvas_set_zoom (get_canvas (self, 0), 1.5);
  layout = sc_canvas_get_layout (get_canvas (self, 0));
  sc_flow_tabs_open (self->tabs, UI_OTHER);
  ui_settle (&self->ui);
  g_assert_cmpfloat (sc_canvas_get_zoom (get_canvas (self, 1)), ==, 1);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_canvas (self, 1))));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (get_canvas (self, 0))));

  select_tab (self, 0);
  g_assert_cmpfloat (sc_canvas_get_zoom (get_canvas (self, 0)), ==, 1.5);
  g_assert_true (sc_canvas_get_layout (get_canvas (self, 0)) == layout);
}

/* What is edited elsewhere is there as soon as one looks. */
static void
test_catches_up (Fixture *self, gconstpointer data)
{
  GError *error = NULL;
  ScSolution *after;

  ui_settle (&self->ui);
  g_assert_cmpuint (sc_canvas_get_layout (get_canvas (self, 0))->n_cards, ==, 2);
  sc_flow_tabs_open (self->tabs, UI_OTHER);
  after = sc_edit_stage_delete (sc_editor_get_solution (self->ui.editor), UI_FLOW, UI_DEVELOP,
                                &error);
  commit (self, after, error);
  ui_settle (&self->ui);
  g_assert_cmpuint (sc_canvas_get_layout (get_canvas (self, 0))->n_cards, ==, 2);
  select_tab (self, 0);
  g_assert_cmpuint (sc_canvas_get_layout (get_canvas (self, 0))->n_cards, ==, 1);
}

static void
test_keeps_selection (Fixture *self, gconstpointer data)
{
  sc_editor_select_step (self->ui.editor, UI_SPONSOR);
  sc_flow_tabs_open (self->tabs, UI_OTHER);
  g_assert_cmpint (sc_editor_get_selection (self->ui.editor).kind, ==, SC_SELECTED_NOTHING);
  select_tab (self, 0);
  g_assert_cmpstr (sc_editor_get_selection (self->ui.editor).step, ==, UI_SPONSOR);

  select_tab (self, 1);
  sc_editor_undo (self->ui.editor);
  commit (self,
          sc_edit_step_delete (sc_editor_get_solution (self->ui.editor), UI_FLOW, UI_SPONSOR, NULL),
          NULL);
  select_tab (self, 0);
  g_assert_cmpint (sc_editor_get_selection (self->ui.editor).kind, ==, SC_SELECTED_NOTHING);
}

static void
test_close (Fixture *self, gconstpointer data)
{
  g_assert_false (sc_flow_tabs_can_reopen (self->tabs));
  sc_flow_tabs_close (self->tabs);
  assert_tabs (self, "[1]");
  sc_flow_tabs_open (self->tabs, UI_OTHER);
  sc_flow_tabs_open (self->tabs, UI_THIRD);
  sc_flow_tabs_close (self->tabs);
  assert_tabs (self, "1[2]");
  assert_open (self, UI_OTHER);
  sc_flow_tabs_close (self->tabs);
  assert_tabs (self, "[1]");

  /* The last one first. */
  sc_flow_tabs_reopen (self->tabs);
  assert_tabs (self, "1[2]");
  sc_flow_tabs_reopen (self->tabs);
  assert_tabs (self, "12[3]");
  g_assert_false (sc_flow_tabs_can_reopen (self->tabs));
  sc_flow_tabs_reopen (self->tabs);
  assert_tabs (self, "12[3]");

  select_tab (self, 1);
  sc_flow_tabs_close_others (self->tabs);
  assert_tabs (self, "[2]");
}

static void
test_step (Fixture *self, gconstpointer data)
{
  sc_flow_tabs_open (self->tabs, UI_OTHER);
  sc_flow_tabs_open (self->tabs, UI_THIRD);
  sc_flow_tabs_step (self->tabs, 1);
  assert_tabs (self, "[1]23");
  sc_flow_tabs_step (self->tabs, -1);
  assert_tabs (self, "12[3]");
  assert_open (self, UI_THIRD);
  sc_flow_tabs_shift (self->tabs, 1);
  assert_tabs (self, "12[3]");
  sc_flow_tabs_shift (self->tabs, -1);
  assert_tabs (self, "1[3]2");
  assert_open (self, UI_THIRD);
}

/* A flow that goes takes its tab along, the selected one's neighbour takes over; what Undo brings
 * back can be reopened. */
static void
test_delete (Fixture *self, gconstpointer data)
{
  sc_flow_tabs_open (self->tabs, UI_OTHER);
  sc_flow_tabs_open (self->tabs, UI_THIRD);
  ui_settle (&self->ui);
  delete_flow (self, UI_THIRD);
  assert_tabs (self, "1[2]");
  assert_open (self, UI_OTHER);
  g_assert_false (sc_flow_tabs_can_reopen (self->tabs));
  delete_flow (self, UI_FLOW);
  assert_tabs (self, "[2]");
  ui_settle (&self->ui);

  sc_editor_undo (self->ui.editor);
  sc_editor_undo (self->ui.editor);
  assert_tabs (self, "[2]");
  sc_flow_tabs_reopen (self->tabs);
  sc_flow_tabs_reopen (self->tabs);
  assert_tabs (self, "21[3]");
  ui_settle (&self->ui);
}

/* Down to none, and back. */
static void
test_delete_all (Fixture *self, gconstpointer data)
{
  sc_flow_tabs_open (self->tabs, UI_OTHER);
  delete_flow (self, UI_THIRD);
  delete_flow (self, UI_OTHER);
  assert_tabs (self, "[1]");
  delete_flow (self, UI_FLOW);
  assert_tabs (self, "");
  g_assert_null (sc_flow_tabs_get_command_target (self->tabs));
  ui_settle (&self->ui);
  for (int i = 0; i < 4; i++)
    sc_editor_undo (self->ui.editor);
  assert_tabs (self, "[1]");
  ui_settle (&self->ui);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;
#define ADD(name, function) \
  g_test_add ("/ui/flow-tabs/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("open", test_open);
  ADD ("follows-editor", test_follows_editor);
  ADD ("titles", test_titles);
  ADD ("errors", test_errors);
  ADD ("keeps-view", test_keeps_view);
  ADD ("catches-up", test_catches_up);
  ADD ("keeps-selection", test_keeps_selection);
  ADD ("close", test_close);
  ADD ("step", test_step);
  ADD ("delete", test_delete);
  ADD ("delete-all", test_delete_all);
  return g_test_run ();
}
