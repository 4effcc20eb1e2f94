/* sc-value-row.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-value-row-private.h"

#include <glib/gi18n-lib.h>

#include "sc-clause-choices.h"
#include "sc-condition-text.h"
#include "sc-fact-row.h"
#include "sc-picker-row.h"
#include "sc-table-choices.h"

static void
value_row_free (gpointer data)
{
  g_free (data);
}

ScValueRow *
sc_value_row_get (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "sc-value");
}

ScValueRow *
sc_value_row_attach (GtkWidget *widget,
                     const ScClauseSpot *spot,
                     guint position,
                     void (*update) (ScValueRow *self, const ScOperand *operand))
{
  ScValueRow *self = g_new0 (ScValueRow, 1);

  self->widget = widget;
  self->spot = spot;
  self->position = position;
  self->update = update;
  g_object_set_data_full (G_OBJECT (widget), "sc-value", self, value_row_free);
  return self;
}

const ScOperand *
sc_value_row_get_operand (const ScValueRow *self)
{
  const ScClause *clause = sc_clause_spot_get_clause (self->spot);

  return clause != NULL ? sc_list_get (clause->operands, self->position) : NULL;
}

const ScClauseForm *
sc_value_row_get_form (const ScValueRow *self)
{
  const ScStage *stage = sc_clause_spot_get_stage (self->spot);
  const ScClause *clause = sc_clause_spot_get_clause (self->spot);

  if (stage == NULL || clause == NULL)
    return sc_clause_form_get (SC_COLUMN_UNKNOWN);
  return sc_clause_get_form (sc_editor_lend (self->spot->editor), stage, clause);
}

void
sc_value_row_put (const ScValueRow *self, ScOperand *operand, const char *place)
{
  g_autoptr (ScOperand) owned = operand;
  const ScClause *clause = sc_clause_spot_get_clause (self->spot);
  guint n = clause != NULL ? sc_list_length (clause->operands) : 0;
  ScList *operands = NULL;

  if (clause == NULL)
    return;
  if (operand == NULL && self->position < n)
    operands = sc_list_remove (clause->operands, self->position);
  else if (operand == NULL)
    operands = sc_list_ref (clause->operands);
  else if (self->position < n)
    operands = sc_list_replace (clause->operands, self->position, operand);
  else
    operands = sc_list_append (clause->operands, operand);
  sc_clause_spot_set_operands (self->spot, operands, place);
}

void
sc_value_row_update (GtkWidget *row)
{
  ScValueRow *self = sc_value_row_get (row);

  self->update (self, sc_value_row_get_operand (self));
}

static void
remove_cb (GtkWidget *button, GtkWidget *row)
{
  sc_value_row_put (sc_value_row_get (row), NULL, NULL);
}

void
sc_value_row_add_remove_button (GtkWidget *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Remove value"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove value"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), row, 0);
  if (ADW_IS_ENTRY_ROW (row))
    adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  else
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* Of choices. */

static void
fill_options_cb (GListStore *store, gpointer data)
{
  ScValueRow *self = data;
  ScEditor *editor = self->spot->editor;
  const ScStage *stage = sc_clause_spot_get_stage (self->spot);
  const ScClause *clause = sc_clause_spot_get_clause (self->spot);
  const ScOperand *own = sc_value_row_get_operand (self);
  g_autoptr (ScList) others = NULL;

  if (stage == NULL || clause == NULL)
    return;
  others = own != NULL ? sc_list_remove (clause->operands, self->position)
                       : sc_list_ref (clause->operands);
  sc_clause_choices_fill_options (store, sc_editor_lend (editor), stage, clause, others,
                                  sc_editor_get_language (editor));
}

static void
option_picked_cb (GtkWidget *row, const char *id, ScValueRow *self)
{
  sc_value_row_put (self, sc_clause_form_make_operand (sc_value_row_get_form (self), id), NULL);
}

static void
update_picked (ScValueRow *self, const ScOperand *operand)
{
  ScEditor *editor = self->spot->editor;
  const ScStage *stage = sc_clause_spot_get_stage (self->spot);
  const ScClause *clause = sc_clause_spot_get_clause (self->spot);
  const ScSolution *solution = sc_editor_lend (editor);
  g_autofree char *text = NULL;

  if (stage == NULL || clause == NULL)
    return;
  if (operand != NULL)
    text = sc_condition_text_operand (solution, sc_clause_get_column (solution, stage, clause),
                                      operand, sc_editor_get_language (editor));
  sc_picker_row_set_current (SC_PICKER_ROW (self->widget), operand != NULL ? operand->value : NULL,
                             text != NULL ? text : _ ("Choose…"));
}

static GtkWidget *
picker_new (const char *title)
{
  return g_object_new (SC_TYPE_PICKER_ROW, "use-markup", FALSE, "title", title, NULL);
}

GtkWidget *
sc_picked_value_row_new (const ScClauseSpot *spot, guint position)
{
  GtkWidget *row = picker_new (position == 0 ? _ ("Value") : _ ("or"));
  ScValueRow *self = sc_value_row_attach (row, spot, position, update_picked);

  sc_picker_row_set_source (SC_PICKER_ROW (row), fill_options_cb, NULL, _ ("Search choices"), self);
  g_signal_connect (row, "picked", G_CALLBACK (option_picked_cb), self);
  return row;
}

/* Another column. */

static void
fill_peers_cb (GListStore *store, gpointer data)
{
  ScValueRow *self = data;
  ScEditor *editor = self->spot->editor;
  const ScStage *stage = sc_clause_spot_get_stage (self->spot);
  const ScClause *clause = sc_clause_spot_get_clause (self->spot);

  if (stage != NULL && clause != NULL)
    sc_clause_choices_fill_peers (store, sc_editor_lend (editor), stage, clause,
                                  sc_editor_get_language (editor));
}

static void
peer_picked_cb (GtkWidget *row, const char *id, ScValueRow *self)
{
  const ScStage *stage = sc_clause_spot_get_stage (self->spot);
  ScOperand *operand = sc_operand_new ();

  sc_set_string (operand, type, SC_OPERAND_COLUMN);
  sc_set_string (operand, table, stage != NULL ? stage->table : NULL);
  sc_set_string (operand, value, id);
  sc_value_row_put (self, operand, NULL);
}

GtkWidget *
sc_peer_value_row_new (const ScClauseSpot *spot)
{
  GtkWidget *row = picker_new (_ ("Other column"));
  ScValueRow *self = sc_value_row_attach (row, spot, 0, update_picked);

  sc_picker_row_set_source (SC_PICKER_ROW (row), fill_peers_cb, NULL, _ ("Search columns"), self);
  g_signal_connect (row, "picked", G_CALLBACK (peer_picked_cb), self);
  return row;
}

/* What is only shown. */

static void
update_kept (ScValueRow *self, const ScOperand *operand)
{
  g_autofree char *text
      = operand != NULL
            ? sc_condition_text_operand (sc_editor_lend (self->spot->editor), NULL, operand, 0)
            : NULL;
  g_autofree char *whole
      = operand != NULL ? g_strdup_printf ("%s (%s)", text, operand->type) : NULL;

  sc_fact_row_set_value (SC_FACT_ROW (self->widget), whole);
}

GtkWidget *
sc_kept_value_row_new (const ScClauseSpot *spot, guint position)
{
  GtkWidget *row = sc_fact_row_new (_ ("Value"));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Kept as it is"));
  sc_value_row_attach (row, spot, position, update_kept);
  sc_value_row_add_remove_button (row);
  return row;
}
