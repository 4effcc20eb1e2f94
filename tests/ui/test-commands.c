/* test-commands.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-canvas-view.h"
#include "sc-command.h"
#include "sc-palette-item.h"
#include "sc-palette.h"
#include "ui-fixture.h"

/* Every row can be read, and its keys are keys. */
static void
test_table (void)
{
  for (const ScCommand *command = sc_command_list (); command->title != NULL; command++)
    {
      g_autofree char *name = sc_command_dup_name (command);
      g_autofree char *label = sc_command_dup_key_label (command);

      g_test_message ("%s", name);
      g_assert_cmpstr (name, !=, "");
      g_assert_null (strchr (name, '_'));
      g_assert_false (g_str_has_suffix (name, "…"));
      g_assert_cmpstr (sc_command_group_get_title (command->group), !=, "");
      g_assert_true (command->action != NULL || command->keys[0] != NULL);
      g_assert_true ((label != NULL) == (command->keys[0] != NULL));
      for (guint i = 0; command->keys[i] != NULL; i++)
        g_assert_true (gtk_accelerator_parse (command->keys[i], NULL, NULL));
      if (command->action != NULL)
        g_assert_true (sc_command_find (command->action) == command);
    }
  g_assert_null (sc_command_find ("win.no-such-command"));
}

/* What works everywhere in a window must not be taken twice, nor by something in it. */
static void
test_keys_differ (void)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const ScCommand *command = sc_command_list (); command->title != NULL; command++)
    for (guint i = 0; command->action != NULL && command->keys[i] != NULL; i++)
      {
        const char *prefix = strchr (command->action, '.');
        gboolean everywhere = g_str_has_prefix (command->action, "win.")
                              || g_str_has_prefix (command->action, "app.");
        g_autofree char *scope = g_strndup (command->action, prefix - command->action);
        g_autofree char *wide = g_strdup_printf ("everywhere %s", command->keys[i]);
        char *own
            = everywhere ? g_strdup (wide) : g_strdup_printf ("%s %s", scope, command->keys[i]);

        g_test_message ("%s: %s", command->action, command->keys[i]);
        g_assert_false (g_hash_table_contains (taken, wide));
        g_assert_true (g_hash_table_add (taken, own));
      }
}

/* What has the keyboard on the left of "<" takes a key before what is on the right. */
static gboolean
is_within (const ScCommand *inner, const ScCommand *outer)
{
  static const char *const on_canvas[] = { "stage.", "step.", "condition." };

  for (guint i = 0; i < G_N_ELEMENTS (on_canvas); i++)
    if (g_str_has_prefix (inner->action, on_canvas[i]))
      return g_str_has_prefix (outer->action, "canvas.")
             || g_str_has_prefix (outer->action, "clipboard.");
  return g_str_has_prefix (outer->action, "clipboard.")
         && (g_str_has_prefix (inner->action, "canvas.")
             || g_str_has_prefix (inner->action, "outline."));
}

static gboolean
share_key (const ScCommand *a, const ScCommand *b)
{
  for (guint i = 0; a->keys[i] != NULL; i++)
    if (g_strv_contains (b->keys, a->keys[i]))
      return TRUE;
  return FALSE;
}

/* Nor does a part of the drawing take a key that the drawing has a use for, and no key is said to
 * do two things in one group. */
static void
test_keys_reach (void)
{
  for (const ScCommand *a = sc_command_list (); a->title != NULL; a++)
    for (const ScCommand *b = sc_command_list (); b->title != NULL; b++)
      {
        gboolean clash;

        if (a == b)
          continue;
        if (a->action != NULL && b->action != NULL)
          clash = is_within (a, b);
        else
          clash = a->group == b->group;
        g_test_message ("%s, %s", a->title, b->title);
        g_assert_false (clash && share_key (a, b));
      }
}

static const ScPaletteItem *
find_item (const GPtrArray *items, const char *action)
{
  for (guint i = 0; i < items->len; i++)
    if (g_strcmp0 (sc_palette_item_get_action (g_ptr_array_index (items, i)), action) == 0)
      return g_ptr_array_index (items, i);
  return NULL;
}

/* Listed, and not greyed. */
static gboolean
lists (const GPtrArray *items, const char *action)
{
  const ScPaletteItem *item = find_item (items, action);

  return item != NULL && sc_palette_item_get_obstacle ((ScPaletteItem *) item) == NULL;
}

static GPtrArray *
list_items (UiFixture *fixture)
{
  ScCanvasView *view = SC_CANVAS_VIEW (fixture->view);

  return sc_palette_list_items (sc_canvas_view_get_command_target (view), NULL, fixture->editor);
}

/* Every command is listed; what cannot be done with what is selected says why. */
static void
test_all_listed (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) items = list_items (fixture);

  for (const ScCommand *command = sc_command_list (); command->title != NULL; command++)
    {
      const ScPaletteItem *item;
      const char *obstacle;

      if (command->action == NULL || g_str_equal (command->action, "win.palette"))
        continue;
      g_test_message ("%s", command->action);
      item = find_item (items, command->action);
      g_assert_nonnull (item);
      g_assert_true ((sc_palette_item_get_key ((ScPaletteItem *) item) != NULL)
                     == (command->keys[0] != NULL));
      obstacle = sc_palette_item_get_obstacle ((ScPaletteItem *) item);
      g_assert_cmpstr (obstacle, !=, "");
    }
  g_assert_cmpstr (
      sc_palette_item_get_obstacle ((ScPaletteItem *) find_item (items, "step.rename")), ==,
      "Select a step first");
}

/* Only what can be done with what is selected is not greyed. */
static void
test_items_follow_selection (UiFixture *fixture, gconstpointer data)
{
  static const struct
  {
    gboolean step, stage;
    const char *action;
    gboolean of_nothing, of_stage, of_step;
  } rows[] = {
    { .action = "canvas.add-stage", .of_nothing = TRUE, .of_stage = TRUE, .of_step = TRUE },
    { .action = "canvas.zoom-in", .of_nothing = TRUE, .of_stage = TRUE, .of_step = TRUE },
    { .action = "stage.rename", .of_stage = TRUE, .of_step = TRUE },
    { .action = "step.toggle-required", .of_step = TRUE },
    { .action = "condition.delete" },
    { .action = "win.palette" },
  };
  const ScStage *stage = sc_list_get (ui_get_flow (fixture)->stages, 0);
  const ScStep *step = sc_list_get (stage->steps, 0);
  g_autoptr (GPtrArray) of_nothing = list_items (fixture);
  g_autoptr (GPtrArray) of_stage = NULL;
  g_autoptr (GPtrArray) of_step = NULL;

  sc_editor_select_stage (fixture->editor, stage->id);
  of_stage = list_items (fixture);
  sc_editor_select_step (fixture->editor, step->id);
  of_step = list_items (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].action);
      g_assert_cmpint (lists (of_nothing, rows[i].action), ==, rows[i].of_nothing);
      g_assert_cmpint (lists (of_stage, rows[i].action), ==, rows[i].of_stage);
      g_assert_cmpint (lists (of_step, rows[i].action), ==, rows[i].of_step);
    }
}

static GtkWidget *
get_palette (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (SC_IS_PALETTE (l->data))
      return l->data;
  return NULL;
}

/* Typing finds the command, Return does it to what was selected, and the palette is gone. */
static void
test_palette (UiFixture *fixture, gconstpointer data)
{
  const ScStage *stage = sc_list_get (ui_get_flow (fixture)->stages, 0);
  guint n = sc_list_length (ui_get_flow (fixture)->stages);
  ScCanvasView *view = SC_CANVAS_VIEW (fixture->view);
  GtkWidget *entry;

  sc_editor_select_stage (fixture->editor, stage->id);
  sc_palette_present (GTK_WINDOW (fixture->window), fixture->editor,
                      sc_canvas_view_get_command_target (view));
  ui_settle (fixture);
  entry = ui_find (get_palette (), GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "dupl");
  ui_settle (fixture);
  g_signal_emit_by_name (entry, "activate");
  ui_settle (fixture);

  g_assert_null (get_palette ());
  g_assert_cmpuint (sc_list_length (ui_get_flow (fixture)->stages), ==, n + 1);
  g_assert_cmpuint (ui_count_edits (fixture), ==, 1);
}

/* Nothing is done where nothing is found, or nothing is there any more. */
static void
test_palette_without_outcome (UiFixture *fixture, gconstpointer data)
{
  ScCanvasView *view = SC_CANVAS_VIEW (fixture->view);
  GtkWidget *entry;

  sc_palette_present (GTK_WINDOW (fixture->window), fixture->editor,
                      sc_canvas_view_get_command_target (view));
  ui_settle (fixture);
  entry = ui_find (get_palette (), GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "\xf0\x9f\xa6\x86 no such thing");
  ui_settle (fixture);
  g_signal_emit_by_name (entry, "activate");
  ui_settle (fixture);
  g_assert_nonnull (get_palette ());
  gtk_window_close (GTK_WINDOW (get_palette ()));
  ui_settle (fixture);

  g_assert_null (get_palette ());
  g_assert_cmpuint (ui_count_edits (fixture), ==, 0);
}

static void
set_up (UiFixture *fixture, gconstpointer data)
{
  ui_open (fixture, sc_canvas_view_new);
}

static void
tear_down (UiFixture *fixture, gconstpointer data)
{
  ui_close (fixture);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/ui/commands/table", test_table);
  g_test_add_func ("/ui/commands/keys-differ", test_keys_differ);
#define ADD(name, function) \
  g_test_add ("/ui/commands/" name, UiFixture, NULL, set_up, function, tear_down)
  g_test_add_func ("/ui/commands/keys-reach", test_keys_reach);
  ADD ("all-listed", test_all_listed);
  ADD ("items-follow-selection", test_items_follow_selection);
  ADD ("palette", test_palette);
  ADD ("palette-without-outcome", test_palette_without_outcome);
#undef ADD
  return g_test_run ();
}
