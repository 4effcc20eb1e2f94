/* test-canvas-accessible.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "canvas-fixture.h"

/* The label of a step, and behind it what validation says. */
static void
assert_label (CanvasTest *self, const char *label, const char *expected)
{
  g_autofree char *id = canvas_test_make_id (label);
  g_autoptr (GString) text = g_string_new (expected);
  g_autofree char *found = NULL;

  sc_list_foreach (sc_editor_get_problems (self->ui.editor), const ScProblem *, problem)
    {
      if (g_strcmp0 (problem->step, id) == 0)
        {
          g_string_append_printf (text, ", problem: %s", problem->message);
          break;
        }
    }
  found = gtk_test_accessible_check_property (GTK_ACCESSIBLE (canvas_test_find (self, label)),
                                              GTK_ACCESSIBLE_PROPERTY_LABEL, text->str);
  g_assert_cmpstr (found, ==, NULL);
}

static void
test_accessible (CanvasTest *self, gconstpointer data)
{
  assert_label (self, "3b", "Step 2 of 3: 3b, no column");
  g_assert_cmpint (
      gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (canvas_test_find (self, "3b"))), ==,
      GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  canvas_test_activate (self, "3b", "step.toggle-required");
  canvas_test_activate (self, "3a", "step.delete");
  assert_label (self, "3b", "Step 1 of 2: 3b, no column, required");
  canvas_test_activate (self, "3b", "step.select");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (canvas_test_find (self, "3b")),
                                    GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
}

int
main (int argc, char **argv)
{
  static const CanvasTestCase cases[] = {
    { "/canvas/accessible", test_accessible },
  };

  return canvas_test_main (argc, argv, GTK_TEXT_DIR_LTR, cases, G_N_ELEMENTS (cases));
}
