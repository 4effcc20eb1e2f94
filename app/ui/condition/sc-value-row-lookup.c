/* sc-value-row-lookup.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-value-row-private.h"

#include <glib/gi18n-lib.h>

#include "sc-clause-choices.h"
#include "sc-id.h"
#include "sc-picker-row.h"
#include "sc-table-choices.h"
#include "sc-text-row.h"

/* A row of another table: what a lookup holds. It is known by its id; the name is only shown. */

/* The table that the lookup leads to, as far as is known. */
static const char *
guess_table (const ScValueRow *self)
{
  const ScStage *stage = sc_clause_spot_get_stage (self->spot);
  const ScClause *clause = sc_clause_spot_get_clause (self->spot);
  const ScColumn *column;
  const ScLabel *target;

  if (stage == NULL || clause == NULL)
    return NULL;
  column = sc_clause_get_column (sc_editor_lend (self->spot->editor), stage, clause);
  target = column != NULL ? sc_list_get (column->targets, 0) : NULL;
  if (target != NULL)
    return target->text;
  return column != NULL && column->type == SC_COLUMN_OWNER      ? "systemuser"
         : column != NULL && column->type == SC_COLUMN_CUSTOMER ? "account"
                                                                : NULL;
}

/* A draft of what is there, or of a new one. */
static ScOperand *
draft_operand (const ScValueRow *self)
{
  const ScOperand *present = sc_value_row_get_operand (self);
  ScOperand *operand;

  if (present != NULL)
    return sc_operand_copy (present);
  operand = sc_clause_form_make_operand (sc_value_row_get_form (self), NULL);
  sc_set_string (operand, table, guess_table (self));
  return operand;
}

static void
show_id_error (ScValueRow *self, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (self->widget, "error");
  else
    gtk_widget_remove_css_class (self->widget, "error");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->widget),
                                 wrong ? _ ("Id of the row: not a GUID") : _ ("Id of the row"));
}

static void
id_edited_cb (GtkWidget *row, const char *text, ScValueRow *self)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));
  ScOperand *operand;

  show_id_error (self, *plain != '\0' && !sc_id_is_valid (plain));
  if (*plain == '\0')
    {
      sc_value_row_put (self, NULL, "id");
    }
  else if (sc_id_is_valid (plain))
    {
      g_autofree char *id = sc_id_normalize (plain);

      operand = draft_operand (self);
      sc_set_string (operand, value, id);
      sc_value_row_put (self, operand, "id");
    }
}

static void
update_id (ScValueRow *self, const ScOperand *operand)
{
  const char *shown = gtk_editable_get_text (GTK_EDITABLE (self->widget));
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->widget));
  gboolean typing
      = (gtk_widget_get_state_flags (GTK_WIDGET (text)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  if (typing && (operand != NULL ? sc_id_equal (shown, operand->value) : *shown != '\0'))
    return;
  sc_text_row_set_value (SC_TEXT_ROW (self->widget), operand != NULL ? operand->value : NULL);
  show_id_error (self, FALSE);
}

static void
name_edited_cb (GtkWidget *row, const char *text, ScValueRow *self)
{
  ScOperand *operand = draft_operand (self);

  sc_set_string (operand, display, text);
  sc_value_row_put (self, operand, "name");
}

static void
update_name (ScValueRow *self, const ScOperand *operand)
{
  sc_text_row_set_value (SC_TEXT_ROW (self->widget), operand != NULL ? operand->display : NULL);
  gtk_widget_set_sensitive (self->widget, operand != NULL);
}

static void
done_cb (GtkWidget *row, ScValueRow *self)
{
  if (self->spot->editor == NULL)
    return;
  sc_clause_spot_close_group (self->spot);
  sc_value_row_update (row);
}

GtkWidget *
sc_id_value_row_new (const ScClauseSpot *spot)
{
  GtkWidget *row = sc_text_row_new (_ ("Id of the row"));
  ScValueRow *self = sc_value_row_attach (row, spot, 0, update_id);

  g_signal_connect (row, "edited", G_CALLBACK (id_edited_cb), self);
  g_signal_connect (row, "done", G_CALLBACK (done_cb), self);
  return row;
}

GtkWidget *
sc_name_value_row_new (const ScClauseSpot *spot)
{
  GtkWidget *row = sc_text_row_new (_ ("Name of the row"));
  ScValueRow *self = sc_value_row_attach (row, spot, 0, update_name);

  g_signal_connect (row, "edited", G_CALLBACK (name_edited_cb), self);
  g_signal_connect (row, "done", G_CALLBACK (done_cb), self);
  return row;
}

/* The tables that the lookup leads to; all, when that is not known. */
static void
fill_tables_cb (GListStore *store, gpointer data)
{
  ScValueRow *self = data;
  ScEditor *editor = self->spot->editor;
  const ScSolution *solution = sc_editor_lend (editor);
  const ScStage *stage = sc_clause_spot_get_stage (self->spot);
  const ScClause *clause = sc_clause_spot_get_clause (self->spot);
  const ScColumn *column;
  int language = sc_editor_get_language (editor);

  if (stage == NULL || clause == NULL)
    return;
  column = sc_clause_get_column (solution, stage, clause);
  if (column == NULL || column->targets == NULL)
    {
      sc_table_choices_fill (store, editor);
      return;
    }
  sc_list_foreach (column->targets, const ScLabel *, target)
    {
      const ScTable *table = sc_solution_find_table (solution, target->text, NULL);
      g_autoptr (ScChoice) choice = sc_choice_new (
          target->text, table != NULL ? sc_table_get_label (table, language) : target->text,
          target->text);

      g_list_store_append (store, choice);
    }
}

static void
table_picked_cb (GtkWidget *row, const char *id, ScValueRow *self)
{
  ScOperand *operand = draft_operand (self);

  sc_set_string (operand, table, id);
  sc_value_row_put (self, operand, NULL);
}

static void
update_table (ScValueRow *self, const ScOperand *operand)
{
  const char *table = operand != NULL ? operand->table : guess_table (self);

  sc_picker_row_set_current (
      SC_PICKER_ROW (self->widget), table,
      table != NULL ? sc_solution_get_table_label (sc_editor_lend (self->spot->editor), table)
                    : _ ("Choose…"));
  gtk_widget_set_sensitive (self->widget, operand != NULL);
}

GtkWidget *
sc_table_value_row_new (const ScClauseSpot *spot)
{
  GtkWidget *row = g_object_new (SC_TYPE_PICKER_ROW, "use-markup", FALSE, "title",
                                 _ ("Table of the row"), NULL);
  ScValueRow *self = sc_value_row_attach (row, spot, 0, update_table);

  sc_picker_row_set_source (SC_PICKER_ROW (row), fill_tables_cb, sc_table_choices_other,
                            _ ("Search tables"), self);
  g_signal_connect (row, "picked", G_CALLBACK (table_picked_cb), self);
  return row;
}
