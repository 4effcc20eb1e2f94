/* sc-value-rows.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-value-rows.h"

#include <glib/gi18n-lib.h>

#include "sc-clause-choices.h"
#include "sc-edit-clause.h"
#include "sc-picker-row.h"
#include "sc-value-row.h"

typedef enum
{
  ROWS_NONE,
  ROWS_TYPED,
  ROWS_PICKED,
  ROWS_LOOKUP,
  ROWS_PEER,
  ROWS_KEPT
} Kind;

/* Which rows there are. While it stays the same, so do they. */
typedef struct
{
  Kind kind;
  const ScClauseForm *form;
  guint n_operands;
  gboolean can_add;     /* there are choices that were not picked yet */
  gboolean can_compare; /* there are other columns to compare with */
} Shape;

struct _ScValueRows
{
  GtkListBox *list;
  const ScClauseSpot *spot;
  GPtrArray *rows; /* of GtkWidget, in list */
  GtkWidget *with; /* one of rows: value or other column; NULL */
  Shape shape;
};

ScValueRows *
sc_value_rows_new (GtkListBox *list, const ScClauseSpot *spot)
{
  ScValueRows *self = g_new0 (ScValueRows, 1);

  self->list = list;
  self->spot = spot;
  self->rows = g_ptr_array_new ();
  return self;
}

void
sc_value_rows_free (ScValueRows *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static gboolean
is_column (const ScOperand *operand)
{
  return operand != NULL && g_strcmp0 (operand->type, SC_OPERAND_COLUMN) == 0;
}

static gboolean
all_fit (const ScClauseForm *form, const ScList *operands)
{
  sc_list_foreach (operands, const ScOperand *, operand)
    {
      if (!sc_clause_form_fits (form, operand))
        return FALSE;
    }
  return TRUE;
}

static guint
count (void (*fill) (GListStore *store,
                     const ScSolution *solution,
                     const ScStage *stage,
                     const ScClause *clause,
                     int language),
       const ScSolution *solution,
       const ScStage *stage,
       const ScClause *clause)
{
  g_autoptr (GListStore) store = g_list_store_new (SC_TYPE_CHOICE);

  fill (store, solution, stage, clause, 0);
  return g_list_model_get_n_items (G_LIST_MODEL (store));
}

static void
fill_free_options (GListStore *store,
                   const ScSolution *solution,
                   const ScStage *stage,
                   const ScClause *clause,
                   int language)
{
  sc_clause_choices_fill_options (store, solution, stage, clause, clause->operands, language);
}

static Kind
get_kind (const ScSolution *solution, const ScStage *stage, const ScClause *clause)
{
  const ScClauseForm *form = sc_clause_get_form (solution, stage, clause);
  const ScColumn *column = sc_clause_get_column (solution, stage, clause);
  guint n = sc_list_length (clause->operands);

  if (!sc_operator_takes_value (clause->operator))
    return n > 0 ? ROWS_KEPT : ROWS_NONE;
  if (n == 1 && is_column (sc_list_get (clause->operands, 0)) && form->kind != SC_VALUE_NONE)
    return ROWS_PEER;
  if (form->kind == SC_VALUE_NONE || !all_fit (form, clause->operands))
    return ROWS_KEPT;
  if (form->kind == SC_VALUE_ROW)
    return n > 1 ? ROWS_KEPT : ROWS_LOOKUP;
  if (form->kind == SC_VALUE_YES_NO)
    return ROWS_PICKED;
  if (form->kind == SC_VALUE_CHOICE && column != NULL && column->options != NULL)
    return ROWS_PICKED;
  return ROWS_TYPED;
}

static Shape
get_shape (const ScSolution *solution, const ScStage *stage, const ScClause *clause)
{
  Shape shape = { .kind = get_kind (solution, stage, clause),
                  .form = sc_clause_get_form (solution, stage, clause),
                  .n_operands = sc_list_length (clause->operands) };

  shape.can_add = shape.kind == ROWS_PICKED && shape.form->kind == SC_VALUE_CHOICE
                  && shape.n_operands > 1 && g_strcmp0 (clause->operator, "Equal") == 0
                  && count (fill_free_options, solution, stage, clause) > 0;
  shape.can_compare = shape.kind != ROWS_NONE && shape.kind != ROWS_KEPT
                      && (shape.kind == ROWS_PEER
                          || count (sc_clause_choices_fill_peers, solution, stage, clause) > 0);
  /* One entry stands for none as well as for one, so that it stays while it is typed in. */
  if (shape.kind == ROWS_TYPED || shape.kind == ROWS_LOOKUP)
    shape.n_operands = MAX (shape.n_operands, 1);
  return shape;
}

/* Compare with: a value, or another column. */

static void
fill_with_cb (GListStore *store, gpointer data)
{
  g_autoptr (ScChoice) value = sc_choice_new ("value", _ ("A value"), NULL);
  g_autoptr (ScChoice) column = sc_choice_new ("column", _ ("Another column"), NULL);

  g_list_store_append (store, value);
  g_list_store_append (store, column);
}

static ScOperand *
make_peer (const ScSolution *solution, const ScStage *stage, const ScClause *clause)
{
  g_autoptr (GListStore) peers = g_list_store_new (SC_TYPE_CHOICE);
  g_autoptr (ScChoice) first = NULL;
  ScOperand *operand;

  sc_clause_choices_fill_peers (peers, solution, stage, clause, 0);
  first = g_list_model_get_item (G_LIST_MODEL (peers), 0);
  if (first == NULL)
    return NULL;
  operand = sc_operand_new ();
  sc_set_string (operand, type, SC_OPERAND_COLUMN);
  sc_set_string (operand, table, stage->table);
  sc_set_string (operand, value, sc_choice_get_id (first));
  return operand;
}

static void
with_picked_cb (GtkWidget *row, const char *id, ScValueRows *self)
{
  const ScSolution *solution = sc_editor_lend (self->spot->editor);
  const ScStage *stage = sc_clause_spot_get_stage (self->spot);
  const ScClause *clause = sc_clause_spot_get_clause (self->spot);
  g_autoptr (ScOperand) operand = NULL;

  if (stage == NULL || clause == NULL)
    return;
  operand = g_strcmp0 (id, "column") == 0
                ? make_peer (solution, stage, clause)
                : sc_clause_make_operand (solution, stage, clause->column);
  sc_clause_spot_set_operands (self->spot, operand != NULL ? sc_list_append (NULL, operand) : NULL,
                               NULL);
}

static GtkWidget *
make_with_row (ScValueRows *self)
{
  GtkWidget *row
      = g_object_new (SC_TYPE_PICKER_ROW, "use-markup", FALSE, "title", _ ("Compare with"), NULL);

  sc_picker_row_set_source (SC_PICKER_ROW (row), fill_with_cb, NULL, NULL, self);
  g_signal_connect (row, "picked", G_CALLBACK (with_picked_cb), self);
  return row;
}

static gboolean
has_focus (GtkWidget *row)
{
  GtkRoot *root = gtk_widget_get_root (row);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == row || gtk_widget_is_ancestor (focus, row));
}

/* The focus of a row that goes moves to the row of the operator, which stays. */
static void
clear (ScValueRows *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (has_focus (row))
        gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 1)));
      gtk_list_box_remove (self->list, row);
    }
  g_ptr_array_set_size (self->rows, 0);
  self->with = NULL;
}

static void
add (ScValueRows *self, GtkWidget *row)
{
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_operands (ScValueRows *self)
{
  const Shape *shape = &self->shape;

  for (guint i = 0; i < shape->n_operands; i++)
    {
      GtkWidget *row = shape->kind == ROWS_TYPED    ? sc_typed_value_row_new (self->spot, i)
                       : shape->kind == ROWS_PICKED ? sc_picked_value_row_new (self->spot, i)
                                                    : sc_kept_value_row_new (self->spot, i);

      if (shape->n_operands > 1 && shape->kind != ROWS_KEPT)
        sc_value_row_add_remove_button (row);
      add (self, row);
    }
  if (shape->kind == ROWS_PICKED && (shape->n_operands == 0 || shape->can_add))
    add (self, sc_picked_value_row_new (self->spot, shape->n_operands));
}

static void
rebuild (ScValueRows *self)
{
  clear (self);
  if (self->shape.can_compare)
    {
      self->with = make_with_row (self);
      add (self, self->with);
    }
  switch (self->shape.kind)
    {
    case ROWS_NONE:
      break;
    case ROWS_PEER:
      add (self, sc_peer_value_row_new (self->spot));
      break;
    case ROWS_LOOKUP:
      add (self, sc_id_value_row_new (self->spot));
      add (self, sc_name_value_row_new (self->spot));
      add (self, sc_table_value_row_new (self->spot));
      break;
    case ROWS_TYPED:
    case ROWS_PICKED:
    case ROWS_KEPT:
      add_operands (self);
      break;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
same_shape (const Shape *a, const Shape *b)
{
  return a->kind == b->kind && a->form == b->form && a->n_operands == b->n_operands
         && a->can_add == b->can_add && a->can_compare == b->can_compare;
}

void
sc_value_rows_update (ScValueRows *self)
{
  const ScStage *stage = sc_clause_spot_get_stage (self->spot);
  const ScClause *clause = sc_clause_spot_get_clause (self->spot);
  Shape shape;

  if (stage == NULL || clause == NULL)
    return;
  shape = get_shape (sc_editor_lend (self->spot->editor), stage, clause);
  if (!same_shape (&shape, &self->shape))
    {
      self->shape = shape;
      rebuild (self);
    }
  if (self->with != NULL)
    sc_picker_row_set_current (SC_PICKER_ROW (self->with),
                               shape.kind == ROWS_PEER ? "column" : "value",
                               shape.kind == ROWS_PEER ? _ ("Another column") : _ ("A value"));
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (row != self->with)
        sc_value_row_update (row);
    }
}
