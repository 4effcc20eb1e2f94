/* test-clipboard.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "sc-canvas-view.h"
#include "sc-clip-xml.h"
#include "sc-edit-condition.h"
#include "sc-edit-parts.h"
#include "sc-outline-view.h"
#include "sc-picker-row.h"
#include "sc-question.h"
#include "ui-fixture.h"

typedef struct
{
  UiFixture base;
  char *told;
  char *failed;
} Fixture;

static void
keep_cb (ScEditor *editor, const char *message, char **text)
{
  g_free (*text);
  *text = g_strdup (message);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  ui_open (&self->base, sc_canvas_view_new);
  g_signal_connect (self->base.editor, "told", G_CALLBACK (keep_cb), &self->told);
  g_signal_connect (self->base.editor, "failed", G_CALLBACK (keep_cb), &self->failed);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  ui_close (&self->base);
  g_free (self->told);
  g_free (self->failed);
}

static void
act (Fixture *self, const char *action)
{
  ScCanvasView *view = SC_CANVAS_VIEW (self->base.view);

  gtk_widget_activate_action (sc_canvas_view_get_command_target (view), action, NULL);
}

static gboolean
has_answer (Fixture *self)
{
  return self->told != NULL || self->failed != NULL;
}

static GtkWidget *
get_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (gtk_window_get_transient_for (l->data) != NULL)
      return l->data;
  return NULL;
}

static void
respond (Fixture *self, const char *label)
{
  g_signal_emit_by_name (ui_find (get_dialog (), GTK_TYPE_BUTTON, label), "clicked");
  ui_settle (&self->base);
}

static void
paste (Fixture *self)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  g_clear_pointer (&self->told, g_free);
  g_clear_pointer (&self->failed, g_free);
  act (self, "clipboard.paste");
  while (!has_answer (self) && get_dialog () == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  ui_settle (&self->base);
}

static void
offer (Fixture *self, const char *mime_type, gconstpointer data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_for_bytes (mime_type, bytes);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (self->base.view), provider);
}

static void
test_stages (Fixture *self, gconstpointer data)
{
  g_autoptr (ScSolution) before = sc_solution_ref (sc_editor_get_solution (self->base.editor));
  const ScFlow *flow;

  sc_editor_select_all (self->base.editor);
  act (self, "clipboard.copy");
  sc_editor_open_flow (self->base.editor, UI_OTHER);
  ui_settle (&self->base);
  paste (self);

  g_assert_cmpstr (self->failed, ==, NULL);
  g_assert_cmpstr (self->told, ==, "2 stages pasted");
  g_assert_cmpstr (ui_get_undo_name (&self->base), ==, "Paste 2 stages");
  g_assert_cmpuint (ui_count_edits (&self->base), ==, 1);
  flow = sc_editor_get_flow (self->base.editor);
  g_assert_cmpuint (sc_list_length (flow->stages), ==, 3);
  g_assert_cmpstr (((const ScStage *) sc_list_get (flow->stages, 1))->name, ==, "Qualify");
  g_assert_cmpuint (sc_parts_count (sc_editor_get_parts (self->base.editor)), ==, 2);
  sc_editor_undo (self->base.editor);
  g_assert_true (sc_solution_equal (sc_editor_get_solution (self->base.editor), before));
}

/* Behind the one that is selected. */
static void
test_step (Fixture *self, gconstpointer data)
{
  const ScStage *stage;

  sc_editor_select_step (self->base.editor, UI_BUDGET);
  act (self, "clipboard.copy");
  paste (self);

  g_assert_cmpstr (self->told, ==, "1 step pasted");
  stage = ui_get_stage (&self->base, UI_QUALIFY);
  g_assert_cmpstr (((const ScStep *) sc_list_get (stage->steps, 1))->column, ==, "budgetamount");
  g_assert_cmpstr (((const ScStep *) sc_list_get (stage->steps, 2))->id, ==, UI_SPONSOR);
}

static void
test_cut (Fixture *self, gconstpointer data)
{
  sc_editor_select_step (self->base.editor, UI_SPONSOR);
  act (self, "clipboard.cut");
  ui_settle (&self->base);
  g_assert_null (ui_get_step (&self->base, UI_SPONSOR));
  g_assert_cmpstr (ui_get_undo_name (&self->base), ==, "Cut 1 step");
  paste (self);
  g_assert_cmpstr (self->told, ==, "1 step pasted");
}

/* The outline works on the same marks. */
static void
test_outline (void)
{
  Fixture self = { 0 };
  const ScStage *stage;

  ui_open (&self.base, sc_outline_view_new);
  g_signal_connect (self.base.editor, "told", G_CALLBACK (keep_cb), &self.told);
  sc_editor_select_step (self.base.editor, UI_SPONSOR);
  gtk_widget_activate_action (self.base.view, "clipboard.cut", NULL);
  ui_settle (&self.base);
  sc_editor_select_step (self.base.editor, UI_BUDGET);
  gtk_widget_activate_action (self.base.view, "clipboard.paste", NULL);
  for (guint i = 0; i < 1000 && self.told == NULL; i++)
    ui_settle (&self.base);
  g_assert_cmpstr (self.told, ==, "1 step pasted");
  stage = ui_get_stage (&self.base, UI_QUALIFY);
  g_assert_cmpstr (((const ScStep *) sc_list_get (stage->steps, 1))->column, ==, "decisionmaker");
  ui_close (&self.base);
  g_free (self.told);
}

static void
clear_flow (Fixture *self)
{
  g_autoptr (ScParts) all = sc_parts_new_all (sc_editor_get_flow (self->base.editor));
  ScSolution *after = sc_edit_parts_delete (sc_editor_get_solution (self->base.editor),
                                            sc_editor_get_flow (self->base.editor)->id, all, NULL);

  sc_editor_commit (self->base.editor, after, NULL, "Delete all", NULL);
}

static const ScStage *
get_stage (Fixture *self, guint position)
{
  return sc_list_get (sc_editor_get_flow (self->base.editor)->stages, position);
}

/* Behind what is selected, else at the end. */
static void
test_places (Fixture *self, gconstpointer data)
{
  const struct
  {
    ScSelection selection;
    guint position;
  } cases[] = {
    { { SC_SELECTED_NOTHING, NULL, NULL, SC_EDGE_NEXT }, 2 },
    { { SC_SELECTED_STAGE, UI_QUALIFY, NULL, SC_EDGE_NEXT }, 1 },
    { { SC_SELECTED_STEP, UI_QUALIFY, UI_SPONSOR, SC_EDGE_NEXT }, 1 },
    { { SC_SELECTED_LINE, UI_QUALIFY, NULL, SC_EDGE_NEXT }, 1 },
  };

  sc_editor_select_stage (self->base.editor, UI_DEVELOP);
  act (self, "clipboard.copy");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      sc_editor_select (self->base.editor, cases[i].selection);
      paste (self);
      g_assert_cmpstr (self->told, ==, "1 stage pasted");
      g_assert_cmpstr (get_stage (self, cases[i].position)->name, ==, "Develop");
      g_assert_cmpstr (get_stage (self, cases[i].position)->id, !=, UI_DEVELOP);
      sc_editor_undo (self->base.editor);
    }
}

/* Steps need a stage: the one that they come from is made anew. */
static void
test_empty_flow (Fixture *self, gconstpointer data)
{
  sc_editor_select_step (self->base.editor, UI_BUDGET);
  act (self, "clipboard.copy");
  sc_editor_open_flow (self->base.editor, UI_OTHER);
  clear_flow (self);
  ui_settle (&self->base);
  paste (self);
  g_assert_cmpstr (self->told, ==, "1 stage pasted");
  g_assert_cmpstr (get_stage (self, 0)->name, ==, "Qualify");
  g_assert_cmpuint (sc_list_length (get_stage (self, 0)->steps), ==, 1);
}

/* On another table: the dialog asks for what is not found by name. */
static void
test_dialog (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *pick; /* NULL: what is proposed */
    const char *column, *told;
  } cases[] = {
    { NULL, "decisionmaker", "1 step pasted" },
    { "customerneed", "customerneed", "1 step pasted" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ScStage *stage;
      GtkWidget *dialog, *row;

      sc_editor_select_step (self->base.editor, UI_SPONSOR);
      act (self, "clipboard.copy");
      sc_editor_select_stage (self->base.editor, UI_DEVELOP);
      paste (self);

      dialog = get_dialog ();
      g_assert_nonnull (dialog);
      row = ui_find (dialog, SC_TYPE_PICKER_ROW, "Sponsor");
      g_assert_nonnull (row);
      g_assert_cmpstr (sc_picker_row_get_text (SC_PICKER_ROW (row)), ==,
                       "Keep “decisionmaker” as it is");
      if (cases[i].pick != NULL)
        g_signal_emit_by_name (row, "picked", cases[i].pick);
      respond (self, "_Paste");

      g_assert_cmpstr (self->told, ==, cases[i].told);
      stage = ui_get_stage (&self->base, UI_DEVELOP);
      g_assert_cmpstr (
          ((const ScStep *) sc_list_get (stage->steps, sc_list_length (stage->steps) - 1))->column,
          ==, cases[i].column);
      g_assert_cmpuint (ui_count_edits (&self->base), ==, 1);
      sc_editor_undo (self->base.editor);
      ui_settle (&self->base);
    }
}

static void
test_dialog_cancelled (Fixture *self, gconstpointer data)
{
  sc_editor_select_step (self->base.editor, UI_SPONSOR);
  act (self, "clipboard.copy");
  sc_editor_select_stage (self->base.editor, UI_DEVELOP);
  paste (self);
  respond (self, "_Cancel");
  g_assert_null (get_dialog ());
  g_assert_cmpuint (ui_count_edits (&self->base), ==, 0);
}

/* Everything can be left out; then nothing changes. */
static void
test_left_out (Fixture *self, gconstpointer data)
{
  GtkWidget *row;

  sc_editor_select_step (self->base.editor, UI_SPONSOR);
  act (self, "clipboard.copy");
  sc_editor_select_stage (self->base.editor, UI_DEVELOP);
  paste (self);
  row = ui_find (get_dialog (), SC_TYPE_PICKER_ROW, "Sponsor");
  g_signal_emit_by_name (row, "picked", " leave out");
  g_assert_cmpstr (sc_picker_row_get_text (SC_PICKER_ROW (row)), ==, "Leave the step out");
  respond (self, "_Paste");
  g_assert_cmpuint (ui_count_edits (&self->base), ==, 0);
}

/* A table that the solution does not know: it stays, or gives way to another, whose columns are
 * asked for then. */
static void
test_tables (Fixture *self, gconstpointer data)
{
  static const char text[]
      = "<clip xmlns=\"urn:stagecraft:definition:1\" version=\"1\" flow=\"f\"><stage label=\"A\" "
        "table=\"new_project\" id=\"a\"><step label=\"Budget\" column=\"new_budgetamount\" "
        "id=\"b\"/><step label=\"Owner\" column=\"new_boss\" id=\"c\"/></stage></clip>";
  GtkWidget *dialog, *row;
  const ScStage *stage;

  offer (self, SC_CLIP_MIME_TYPE, text, strlen (text));
  sc_editor_select_stage (self->base.editor, UI_QUALIFY);
  paste (self);
  dialog = get_dialog ();
  row = ui_find (dialog, SC_TYPE_PICKER_ROW, "new_project");
  g_assert_cmpstr (sc_picker_row_get_text (SC_PICKER_ROW (row)), ==, "Keep “new_project” as it is");
  g_assert_null (ui_find (dialog, SC_TYPE_PICKER_ROW, "Owner"));
  g_signal_emit_by_name (row, "picked", "lead");
  ui_settle (&self->base);
  g_assert_null (ui_find (dialog, SC_TYPE_PICKER_ROW, "Budget"));
  g_assert_nonnull (ui_find (dialog, SC_TYPE_PICKER_ROW, "Owner"));
  respond (self, "_Paste");

  stage = sc_list_get (ui_get_flow (&self->base)->stages, 1);
  g_assert_cmpstr (stage->table, ==, "lead");
  g_assert_cmpstr (((const ScStep *) sc_list_get (stage->steps, 0))->column, ==, "budgetamount");
  g_assert_cmpstr (((const ScStep *) sc_list_get (stage->steps, 1))->column, ==, "new_boss");
}

static void
test_text (Fixture *self, gconstpointer data)
{
  static const char *const mime_types[]
      = { "text/tab-separated-values", "text/csv", "text/plain;charset=utf-8", "text/plain" };
  static const char text[] = "Stage\tStep\tColumn\tRequired\nStart\tMoney\tbudgetamount\tyes\n";

  for (guint i = 0; i < G_N_ELEMENTS (mime_types); i++)
    {
      const ScStage *stage;
      const ScStep *step;

      sc_editor_select_stage (self->base.editor, UI_QUALIFY);
      offer (self, mime_types[i], text, strlen (text));
      paste (self);
      g_assert_cmpstr (self->told, ==, "1 stage pasted");
      stage = sc_list_get (ui_get_flow (&self->base)->stages, 1);
      step = sc_list_get (stage->steps, 0);
      g_assert_cmpstr (stage->name, ==, "Start");
      g_assert_cmpstr (stage->table, ==, "lead");
      g_assert_cmpstr (step->column, ==, "budgetamount");
      g_assert_cmpstr (step->class_id, ==, sc_column_type_get_class_id (SC_COLUMN_CURRENCY));
      g_assert_true (step->required);
    }
}

/* What cannot be pasted: a sentence, and nothing changes. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autofree char *rubbish = g_malloc (10 * 1024 * 1024);
  const struct
  {
    const char *mime_type, *text;
    gsize size;
    const char *says;
  } cases[] = {
    { "image/png", "x", 1, "nothing on the clipboard" },
    { "text/plain", "Hello", 5, "no table of stages" },
    { "text/plain", "", 0, "no table of stages" },
    { SC_CLIP_MIME_TYPE, "<clip", 5, "damaged" },
    { SC_CLIP_MIME_TYPE, rubbish, 10 * 1024 * 1024, "more than 8 MB" },
    { "text/plain", rubbish, 10 * 1024 * 1024, "more than 8 MB" },
  };

  memset (rubbish, 'x', 10 * 1024 * 1024);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      offer (self, cases[i].mime_type, cases[i].text, cases[i].size);
      paste (self);
      g_assert_nonnull (self->failed);
      if (strstr (self->failed, cases[i].says) == NULL)
        g_error ("“%s” does not say %s", self->failed, cases[i].says);
    }
  g_assert_cmpuint (ui_count_edits (&self->base), ==, 0);
}

static gboolean
agree_cb (ScEditor *editor, ScQuestion *question, guint *n_asked)
{
  (*n_asked)++;
  sc_question_agree (question, FALSE);
  return TRUE;
}

/* What others use is cut when the person agrees; it is on the clipboard then. */
static void
test_cut_asks (Fixture *self, gconstpointer data)
{
  guint n_asked = 0;
  ScSolution *after = sc_edit_condition_add (sc_editor_get_solution (self->base.editor), UI_FLOW,
                                             UI_QUALIFY, "budgetamount", NULL);

  sc_editor_commit (self->base.editor, after, NULL, "Add condition", NULL);
  g_signal_connect (self->base.editor, "asked", G_CALLBACK (agree_cb), &n_asked);
  sc_editor_select_step (self->base.editor, UI_BUDGET);
  act (self, "clipboard.cut");
  ui_settle (&self->base);
  g_assert_cmpuint (n_asked, ==, 1);
  g_assert_null (ui_get_step (&self->base, UI_BUDGET));
  paste (self);
  g_assert_cmpstr (self->told, ==, "1 step pasted");
}

/* What cannot be changed can be copied. */
static void
test_locked (Fixture *self, gconstpointer data)
{
  ScSolution *managed = sc_solution_copy (sc_editor_get_solution (self->base.editor));
  g_autoptr (ScDocument) document = NULL;

  managed->managed = TRUE;
  document = sc_document_new_from (managed);
  sc_solution_unref (managed);
  sc_editor_set_document (self->base.editor, document);
  sc_editor_open_flow (self->base.editor, UI_FLOW);
  sc_editor_select_stage (self->base.editor, UI_QUALIFY);
  ui_settle (&self->base);
  act (self, "clipboard.copy");
  paste (self);
  g_assert_cmpstr (self->failed, ==, sc_lock_explain (SC_LOCK_MANAGED));
  g_clear_pointer (&self->failed, g_free);
  act (self, "clipboard.cut");
  g_assert_cmpstr (self->failed, ==, sc_lock_explain (SC_LOCK_MANAGED));
  g_assert_cmpuint (ui_count_edits (&self->base), ==, 0);
}

/* Nothing comes of what was asked for when another flow is open by then, or the view is gone. */
static void
test_cancelled (Fixture *self, gconstpointer data)
{
  sc_editor_select_stage (self->base.editor, UI_QUALIFY);
  act (self, "clipboard.copy");
  act (self, "clipboard.paste");
  sc_editor_open_flow (self->base.editor, UI_OTHER);
  ui_settle (&self->base);
  g_assert_cmpuint (ui_count_edits (&self->base), ==, 0);
  g_assert_false (has_answer (self));
  act (self, "clipboard.paste");
}

static void
text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

/* Other programs get text. */
static void
test_offers (Fixture *self, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (self->base.view);
  GdkContentFormats *formats;
  g_autofree char *text = NULL;

  sc_editor_select_step (self->base.editor, UI_BUDGET);
  act (self, "clipboard.copy");
  formats = gdk_clipboard_get_formats (clipboard);
  g_assert_true (gdk_content_formats_contain_mime_type (formats, SC_CLIP_MIME_TYPE));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/html"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/tab-separated-values"));
  gdk_clipboard_read_text_async (clipboard, NULL, text_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text, ==, "- Budget (budgetamount)\n");
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

#define ADD(name, function) \
  g_test_add ("/ui/clipboard/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("stages", test_stages);
  ADD ("step", test_step);
  ADD ("places", test_places);
  ADD ("empty-flow", test_empty_flow);
  ADD ("cut", test_cut);
  ADD ("dialog", test_dialog);
  ADD ("dialog-cancelled", test_dialog_cancelled);
  ADD ("left-out", test_left_out);
  ADD ("tables", test_tables);
  ADD ("text", test_text);
  ADD ("refused", test_refused);
  ADD ("cut-asks", test_cut_asks);
  ADD ("locked", test_locked);
  ADD ("cancelled", test_cancelled);
  ADD ("offers", test_offers);
#undef ADD
  g_test_add_func ("/ui/clipboard/outline", test_outline);
  return g_test_run ();
}
