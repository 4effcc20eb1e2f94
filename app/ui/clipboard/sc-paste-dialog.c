/* sc-paste-dialog.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-paste-dialog.h"

#include <glib/gi18n-lib.h>

#include "sc-clipboard-resources.h"
#include "sc-picker-row.h"
#include "sc-table-choices.h"

#define SC_TYPE_PASTE_DIALOG (sc_paste_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScPasteDialog, sc_paste_dialog, SC, PASTE_DIALOG, AdwWindow)

struct _ScPasteDialog
{
  AdwWindow parent_instance;

  ScPasting *pasting;

  AdwPreferencesGroup *tables;
  AdwPreferencesGroup *columns;
  GtkWidget *accept;
  GPtrArray *table_rows; /* of GtkWidget, in the groups */
  GPtrArray *column_rows;
};

G_DEFINE_FINAL_TYPE (ScPasteDialog, sc_paste_dialog, ADW_TYPE_WINDOW)

/* Less in a narrow window. */
#define WIDTH 480

/* No name has a space. */
#define KEEP      " keep"
#define LEAVE_OUT " leave out"

/* What a row asks. Belongs to it. */
typedef struct
{
  ScPasteDialog *dialog;
  guint position; /* among the tables or matches */
} Question;

static void show_columns (ScPasteDialog *self);

static int
get_language (ScPasteDialog *self)
{
  return sc_editor_get_language (sc_pasting_get_editor (self->pasting));
}

static const ScSolution *
get_solution (ScPasteDialog *self)
{
  return sc_editor_get_solution (sc_pasting_get_editor (self->pasting));
}

static void
add_choice (GListStore *store, const char *id, const char *title, const char *detail)
{
  g_autoptr (ScChoice) choice = sc_choice_new (id, title, detail);

  g_list_store_append (store, choice);
}

/* Behind what has no name of its own. */
static void
append_all (GListStore *store, GListStore *more)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (more)); i++)
    {
      g_autoptr (ScChoice) choice = g_list_model_get_item (G_LIST_MODEL (more), i);

      g_list_store_append (store, choice);
    }
}

static const ScTableMatch *
get_table (const Question *question)
{
  return sc_list_get (sc_pasting_get_tables (question->dialog->pasting), question->position);
}

static const ScStepMatch *
get_match (const Question *question)
{
  return sc_list_get (sc_pasting_get_matches (question->dialog->pasting), question->position);
}

static void
fill_tables (GListStore *store, gpointer data)
{
  const Question *question = data;
  g_autoptr (GListStore) tables = g_list_store_new (SC_TYPE_CHOICE);

  add_choice (store, KEEP, _ ("Keep as It Is"), get_table (question)->table);
  sc_table_choices_fill (tables, sc_pasting_get_editor (question->dialog->pasting));
  append_all (store, tables);
}

static void
fill_columns (GListStore *store, gpointer data)
{
  const Question *question = data;
  const ScStepMatch *match = get_match (question);
  g_autoptr (GListStore) columns = g_list_store_new (SC_TYPE_CHOICE);

  add_choice (store, KEEP, _ ("Keep as It Is"), match->name);
  add_choice (store, LEAVE_OUT, _ ("Leave the Step Out"), NULL);
  sc_column_choices_fill (columns, sc_pasting_get_editor (question->dialog->pasting), match->table);
  append_all (store, columns);
}

static void
show_table (ScPickerRow *row, const Question *question)
{
  const ScTableMatch *match = get_table (question);
  g_autofree char *kept = NULL;

  if (g_strcmp0 (match->table, match->target) != 0)
    {
      sc_picker_row_set_current (
          row, match->target,
          sc_solution_get_table_label (get_solution (question->dialog), match->target));
      return;
    }
  /* TRANSLATORS: %s is the logical name of a table or column. */
  kept = g_strdup_printf (_ ("Keep “%s” as it is"), match->table);
  sc_picker_row_set_current (row, KEEP, kept);
}

static void
show_column (ScPickerRow *row, const Question *question)
{
  const ScStepMatch *match = get_match (question);
  const ScColumn *column;
  g_autofree char *kept = NULL;

  switch (match->kind)
    {
    case SC_MATCH_COLUMN:
      column
          = sc_solution_find_column (get_solution (question->dialog), match->table, match->column);
      sc_picker_row_set_current (row, match->column,
                                 column != NULL
                                     ? sc_column_get_label (column, get_language (question->dialog))
                                     : match->column);
      break;
    case SC_MATCH_LEAVE_OUT:
      sc_picker_row_set_current (row, LEAVE_OUT, _ ("Leave the step out"));
      break;
    case SC_MATCH_KEEP:
    default:
      kept = g_strdup_printf (_ ("Keep “%s” as it is"), match->name);
      sc_picker_row_set_current (row, KEEP, kept);
      break;
    }
}

static void
table_picked_cb (ScPickerRow *row, const char *id, Question *question)
{
  g_autofree char *target = g_strdup (g_strcmp0 (id, KEEP) == 0 ? get_table (question)->table : id);

  sc_pasting_set_table (question->dialog->pasting, question->position, target);
  show_table (row, question);
  show_columns (question->dialog);
}

static void
column_picked_cb (ScPickerRow *row, const char *id, Question *question)
{
  ScMatchKind kind = g_strcmp0 (id, KEEP) == 0        ? SC_MATCH_KEEP
                     : g_strcmp0 (id, LEAVE_OUT) == 0 ? SC_MATCH_LEAVE_OUT
                                                      : SC_MATCH_COLUMN;

  sc_pasting_set_match (question->dialog->pasting, question->position, kind, id);
  show_column (row, question);
}

static ScPickerRow *
new_row (ScPasteDialog *self,
         guint position,
         const char *title,
         const char *subtitle,
         Question **question)
{
  ScPickerRow *row = g_object_new (SC_TYPE_PICKER_ROW, "use-markup", FALSE, "title", title,
                                   "subtitle", subtitle != NULL ? subtitle : "", NULL);

  *question = g_new0 (Question, 1);
  (*question)->dialog = self;
  (*question)->position = position;
  sc_picker_row_put_value_below (row);
  g_object_set_data_full (G_OBJECT (row), "sc-question", *question, g_free);
  return row;
}

static void
show_tables (ScPasteDialog *self)
{
  const ScClip *clip = sc_pasting_get_clip (self->pasting);

  sc_list_foreach (sc_pasting_get_tables (self->pasting), const ScTableMatch *, match)
    {
      const ScTable *table = sc_clip_find_table (clip, match->table);
      const char *title
          = table != NULL ? sc_table_get_label (table, get_language (self)) : match->table;
      Question *question;
      ScPickerRow *row = new_row (self, match_i, title, NULL, &question);

      sc_picker_row_set_source (row, fill_tables, sc_table_choices_other, _ ("Search tables"),
                                question);
      g_signal_connect (row, "picked", G_CALLBACK (table_picked_cb), question);
      show_table (row, question);
      adw_preferences_group_add (self->tables, GTK_WIDGET (row));
      g_ptr_array_add (self->table_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->tables), self->table_rows->len > 0);
}

/* Says of which table the columns are missing, where it is one. */
static void
describe_columns (ScPasteDialog *self)
{
  const char *table = NULL;
  gboolean several = FALSE;
  g_autofree char *text = NULL;

  sc_list_foreach (sc_pasting_get_matches (self->pasting), const ScStepMatch *, match)
    {
      if (match->sure)
        continue;
      several = several || match->table == NULL
                || (table != NULL && g_strcmp0 (table, match->table) != 0);
      table = match->table;
    }
  if (several || table == NULL)
    text = g_strdup (_ ("The tables have no columns of these names, as far as is known. What "
                        "shall the steps show?"));
  else
    /* TRANSLATORS: %s is the name of a table. */
    text = g_markup_printf_escaped (_ ("“%s” has no columns of these names, as far as is known. "
                                       "What shall the steps show?"),
                                    sc_solution_get_table_label (get_solution (self), table));
  adw_preferences_group_set_description (self->columns, text);
}

/* Another table has other columns. */
static void
show_columns (ScPasteDialog *self)
{
  describe_columns (self);
  for (guint i = 0; i < self->column_rows->len; i++)
    adw_preferences_group_remove (self->columns, g_ptr_array_index (self->column_rows, i));
  g_ptr_array_set_size (self->column_rows, 0);
  sc_list_foreach (sc_pasting_get_matches (self->pasting), const ScStepMatch *, match)
    {
      Question *question;
      ScPickerRow *row;

      if (match->sure)
        continue;
      row = new_row (self, match_i, match->label, NULL, &question);
      sc_picker_row_set_source (row, fill_columns, sc_column_choices_other, _ ("Search columns"),
                                question);
      g_signal_connect (row, "picked", G_CALLBACK (column_picked_cb), question);
      show_column (row, question);
      adw_preferences_group_add (self->columns, GTK_WIDGET (row));
      g_ptr_array_add (self->column_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->columns), self->column_rows->len > 0);
}

static void
accept_cb (ScPasteDialog *self)
{
  sc_pasting_commit (self->pasting);
  gtk_window_close (GTK_WINDOW (self));
}

static void
sc_paste_dialog_dispose (GObject *object)
{
  ScPasteDialog *self = SC_PASTE_DIALOG (object);

  g_clear_pointer (&self->table_rows, g_ptr_array_unref);
  g_clear_pointer (&self->column_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (sc_paste_dialog_parent_class)->dispose (object);
}

/* Rows may show something until the very end. */
static void
sc_paste_dialog_finalize (GObject *object)
{
  sc_pasting_free (SC_PASTE_DIALOG (object)->pasting);

  G_OBJECT_CLASS (sc_paste_dialog_parent_class)->finalize (object);
}

static void
sc_paste_dialog_class_init (ScPasteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_paste_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_paste_dialog_finalize;

  /* The library is static: without a reference the linker would drop the resource. */
  g_resources_register (sc_clipboard_get_resource ());
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/clipboard/sc-paste-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScPasteDialog, tables);
  gtk_widget_class_bind_template_child (widget_class, ScPasteDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, ScPasteDialog, accept);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sc_paste_dialog_init (ScPasteDialog *self)
{
  self->table_rows = g_ptr_array_new ();
  self->column_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sc_paste_dialog_present (GtkWindow *parent, ScPasting *pasting)
{
  ScPasteDialog *self = g_object_new (SC_TYPE_PASTE_DIALOG, "transient-for", parent, NULL);
  g_autofree char *name = sc_pasting_dup_name (pasting);

  self->pasting = pasting;
  gtk_window_set_default_size (GTK_WINDOW (self),
                               CLAMP (gtk_widget_get_width (GTK_WIDGET (parent)), 1, WIDTH), -1);
  gtk_window_set_title (GTK_WINDOW (self), name);
  show_tables (self);
  show_columns (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->accept);
}

void
sc_pasting_run (ScPasting *pasting, GtkWidget *view)
{
  if (sc_pasting_has_questions (pasting))
    {
      sc_paste_dialog_present (GTK_WINDOW (gtk_widget_get_root (view)), pasting);
    }
  else
    {
      sc_pasting_commit (pasting);
      sc_pasting_free (pasting);
    }
}
