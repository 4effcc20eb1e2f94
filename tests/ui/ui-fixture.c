/* ui-fixture.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-fixture.h"

#include "../sanitizers/sanitized.h"
#include "sc-edit-condition.h"
#include "sc-edit-flow.h"
#include "sc-edit-role.h"
#include "sc-edit-solution.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"

/* Milliseconds: a test that waits longer for a frame has failed. */
#define PATIENCE (SC_ADDRESS_SANITIZER ? 90000 : 5000)

gboolean
ui_test_init (int *argc, char ***argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  g_setenv ("GDK_DEBUG", "gl-disable,no-portals", TRUE);
  g_test_init (argc, argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return FALSE;
    }
  adw_init ();
  /* What a test looks at is where it will stay. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  return TRUE;
}

/* Takes over solution, asserts that the edit worked. */
static void
take (ScSolution **solution, ScSolution *after, GError *error)
{
  g_assert_no_error (error);
  g_assert_nonnull (after);
  sc_solution_unref (*solution);
  *solution = after;
}

static void
add_tables (ScSolution **solution)
{
  g_autoptr (ScRelationship) relationship = sc_relationship_new ();
  ScSolution *after;
  GError *error = NULL;

  take (solution, sc_edit_table_add (*solution, "lead", "Lead", &error), error);
  take (solution, sc_edit_table_add (*solution, "opportunity", "Opportunity", &error), error);
  take (solution,
        sc_edit_column_add (*solution, "lead", "budgetamount", "Estimated Budget",
                            SC_COLUMN_CURRENCY, &error),
        error);
  take (solution,
        sc_edit_column_add (*solution, "lead", "decisionmaker", "Decision Maker?", SC_COLUMN_YES_NO,
                            &error),
        error);
  take (solution,
        sc_edit_column_add (*solution, "opportunity", "customerneed", "Customer Need",
                            SC_COLUMN_TEXT_AREA, &error),
        error);
  sc_set_string (relationship, name, "opportunity_originating_lead");
  sc_set_string (relationship, referenced, "lead");
  sc_set_string (relationship, referencing, "opportunity");
  sc_set_string (relationship, attribute, "originatingleadid");
  after = sc_solution_copy (*solution);
  sc_take_value (after, relationships, sc_list_append (after->relationships, relationship));
  take (solution, after, NULL);
}

static void
add_flows (ScSolution **solution)
{
  const char *first;
  g_autofree char *stage = NULL;
  GError *error = NULL;

  take (solution, sc_edit_flow_add (*solution, UI_FLOW, "Lead to Opportunity", "lead", &error),
        error);
  take (
      solution,
      sc_edit_stage_add (*solution, UI_FLOW, SC_SLOT_FIRST, UI_QUALIFY, "Qualify", "lead", &error),
      error);
  first = ((const ScStage *) sc_list_get (sc_solution_find_flow (*solution, UI_FLOW, NULL)->stages,
                                          1))
              ->id;
  stage = g_strdup (first);
  take (solution, sc_edit_stage_delete (*solution, UI_FLOW, stage, &error), error);
  take (solution,
        sc_edit_stage_add (*solution, UI_FLOW, (ScSlot){ UI_QUALIFY, SC_EDGE_NEXT }, UI_DEVELOP,
                           "Develop", "opportunity", &error),
        error);
  take (solution,
        sc_edit_step_add (*solution, UI_FLOW, UI_QUALIFY, 0, UI_BUDGET, "Budget", "budgetamount",
                          &error),
        error);
  take (solution,
        sc_edit_step_add (*solution, UI_FLOW, UI_QUALIFY, 1, UI_SPONSOR, "Sponsor", "decisionmaker",
                          &error),
        error);
  take (solution, sc_edit_flow_add (*solution, UI_OTHER, "Second Flow", "lead", &error), error);
}

ScSolution *
ui_make_solution (void)
{
  ScSolution *solution = sc_edit_solution_new ();
  GError *error = NULL;

  add_tables (&solution);
  add_flows (&solution);
  take (&solution, sc_edit_role_add (solution, UI_REP, "Sales Rep", &error), error);
  take (&solution, sc_edit_role_add (solution, UI_MANAGER, "Sales Manager", &error), error);
  return solution;
}

void
ui_open (UiFixture *self, GtkWidget *(*create) (ScEditor *editor))
{
  g_autoptr (ScSolution) solution = ui_make_solution ();
  g_autoptr (ScDocument) document = sc_document_new_from (solution);

  self->editor = sc_editor_new ();
  sc_editor_set_document (self->editor, document);
  sc_editor_open_flow (self->editor, UI_FLOW);
  self->view = create (self->editor);
  self->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 800, 600);
  adw_window_set_content (ADW_WINDOW (self->window), self->view);
  gtk_window_present (GTK_WINDOW (self->window));
  ui_settle (self);
}

static gboolean
timeout_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  (*(guint *) data)++;
  return G_SOURCE_CONTINUE;
}

void
ui_settle (UiFixture *self)
{
  gboolean late = FALSE;
  guint frames = 0;
  guint timeout = g_timeout_add (PATIENCE, timeout_cb, &late);
  guint tick = gtk_widget_add_tick_callback (self->window, tick_cb, &frames, NULL);

  /* One frame lays out, the next one has drawn. */
  while (!late && frames < 3)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  gtk_widget_remove_tick_callback (self->window, tick);
  g_source_remove (timeout);
  for (int i = 0; i < 1000 && g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

void
ui_close (UiFixture *self)
{
  gpointer view = self->view;
  gpointer editor = self->editor;

  g_object_add_weak_pointer (view, &view);
  g_object_add_weak_pointer (editor, &editor);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_clear_object (&self->editor);
  for (int i = 0; i < 1000 && g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (view);
  g_assert_null (editor);
}

const ScFlow *
ui_get_flow (UiFixture *self)
{
  return sc_solution_find_flow (sc_editor_get_solution (self->editor), UI_FLOW, NULL);
}

const ScStage *
ui_get_stage (UiFixture *self, const char *id)
{
  return sc_flow_find_stage (ui_get_flow (self), id, NULL);
}

const ScStep *
ui_get_step (UiFixture *self, const char *id)
{
  return sc_flow_find_step (ui_get_flow (self), id, NULL, NULL);
}

guint
ui_count_edits (UiFixture *self)
{
  return sc_history_get_position (sc_document_get_history (sc_editor_get_document (self->editor)));
}

const char *
ui_get_undo_name (UiFixture *self)
{
  return sc_history_get_undo_name (sc_document_get_history (sc_editor_get_document (self->editor)));
}

static gboolean
has_text (GtkWidget *widget, const char *property, const char *text)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), property);
  g_autofree char *value = NULL;

  if (pspec == NULL || pspec->value_type != G_TYPE_STRING)
    return FALSE;
  g_object_get (widget, property, &value, NULL);
  return g_strcmp0 (value, text) == 0;
}

GtkWidget *
ui_find (GtkWidget *root, GType type, const char *text)
{
  GtkWidget *child;

  if (!gtk_widget_get_visible (root) || !gtk_widget_get_child_visible (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), type)
      && (text == NULL || has_text (root, "title", text) || has_text (root, "label", text)))
    return root;
  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_find (child, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

guint
ui_count (GtkWidget *root, GType type)
{
  GtkWidget *child;
  guint n = 0;

  if (!gtk_widget_get_visible (root) || !gtk_widget_get_child_visible (root))
    return 0;
  n = g_type_is_a (G_OBJECT_TYPE (root), type) ? 1 : 0;
  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += ui_count (child, type);
  return n;
}
