/* sc-access-matrix.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-matrix.h"

#include <glib/gi18n-lib.h>

#include "sc-access-columns.h"
#include "sc-access-row.h"
#include "sc-id.h"

/* Pixels above and below what is seen where rows are still there, so that the keyboard can reach
 * the next one. */
#define SLACK 120

/* The position of the menu button behind the cells. */
#define BUTTON_COLUMN SC_N_ACCESS

struct _ScAccessMatrix
{
  GtkWidget parent_instance;

  ScEditor *editor;
  GtkAdjustment *adjustment;
  GPtrArray *rows;
  ScList *roles; /* what the rows stand for */
  int last_row;  /* where the focus was; Tab comes back there */
  int last_column;
};

G_DEFINE_FINAL_TYPE (ScAccessMatrix, sc_access_matrix, GTK_TYPE_WIDGET)

static int
get_row_height (ScAccessMatrix *self)
{
  int height = 0;

  if (self->rows->len > 0)
    gtk_widget_measure (g_ptr_array_index (self->rows, 0), GTK_ORIENTATION_VERTICAL, -1, NULL,
                        &height, NULL, NULL);
  return height;
}

static void
sc_access_matrix_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  ScAccessMatrix *self = SC_ACCESS_MATRIX (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = SC_ACCESS_MIN_WIDTH;
      *natural = 860;
      return;
    }
  *minimum = *natural = get_row_height (self) * (int) self->rows->len;
}

static gboolean
holds_focus (GtkWidget *row)
{
  return (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* A row with the focus stays: hiding it would take the focus away. */
static void
cull (ScAccessMatrix *self)
{
  int height = get_row_height (self);
  double top = self->adjustment != NULL ? gtk_adjustment_get_value (self->adjustment) - SLACK : 0;
  double bottom = self->adjustment != NULL
                      ? top + gtk_adjustment_get_page_size (self->adjustment) + 2 * SLACK
                      : G_MAXINT;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      double y = (double) i * height;

      gtk_widget_set_child_visible (row, (y + height >= top && y <= bottom) || holds_focus (row));
    }
}

static void
sc_access_matrix_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScAccessMatrix *self = SC_ACCESS_MATRIX (widget);
  int row_height = get_row_height (self);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkAllocation box = { 0, (int) i * row_height, width, row_height };

      gtk_widget_size_allocate (g_ptr_array_index (self->rows, i), &box, -1);
    }
  cull (self);
}

/* FALSE when the focus is not on a cell or a menu button. */
static gboolean
find_focus (ScAccessMatrix *self, int *row, int *column)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      ScAccessRow *candidate = g_ptr_array_index (self->rows, i);

      if (sc_access_row_get_focused (candidate) == SC_N_ACCESS
          && !gtk_widget_has_focus (sc_access_row_get_button (candidate)))
        continue;
      *row = (int) i;
      *column = (int) sc_access_row_get_focused (candidate);
      return TRUE;
    }
  return FALSE;
}

static gboolean
focus_at (ScAccessMatrix *self, int row, int column)
{
  ScAccessRow *target;

  if (row < 0 || row >= (int) self->rows->len)
    return FALSE;
  target = g_ptr_array_index (self->rows, row);
  column = CLAMP (column, 0, BUTTON_COLUMN);
  gtk_widget_set_child_visible (GTK_WIDGET (target), TRUE);
  if (!gtk_widget_grab_focus (column == BUTTON_COLUMN
                                  ? sc_access_row_get_button (target)
                                  : sc_access_row_get_cell (target, (ScAccess) column)))
    return FALSE;
  self->last_row = row;
  self->last_column = column;
  return TRUE;
}

static gboolean
move_focus (ScAccessMatrix *self, int row, int column, GtkDirectionType direction)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  switch (direction)
    {
    case GTK_DIR_UP:
      return focus_at (self, row - 1, column);
    case GTK_DIR_DOWN:
      return focus_at (self, row + 1, column);
    case GTK_DIR_LEFT:
      return focus_at (self, row, column + (rtl ? 1 : -1));
    case GTK_DIR_RIGHT:
      return focus_at (self, row, column + (rtl ? -1 : 1));
    case GTK_DIR_TAB_FORWARD:
      return column != BUTTON_COLUMN && focus_at (self, row, BUTTON_COLUMN);
    case GTK_DIR_TAB_BACKWARD:
    default:
      return column == BUTTON_COLUMN && focus_at (self, row, 0);
    }
}

static gboolean
sc_access_matrix_focus (GtkWidget *widget, GtkDirectionType direction)
{
  ScAccessMatrix *self = SC_ACCESS_MATRIX (widget);
  int row, column;

  if (find_focus (self, &row, &column))
    return move_focus (self, row, column, direction);
  /* In the menu of a row: that is for the menu itself. */
  if (holds_focus (widget))
    return GTK_WIDGET_CLASS (sc_access_matrix_parent_class)->focus (widget, direction);
  row = CLAMP (self->last_row, 0, MAX ((int) self->rows->len - 1, 0));
  return focus_at (self, row, self->last_column) || focus_at (self, row, BUTTON_COLUMN);
}

static void
sc_access_matrix_dispose (GObject *object)
{
  ScAccessMatrix *self = SC_ACCESS_MATRIX (object);

  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->editor);
  g_clear_object (&self->adjustment);
  g_clear_pointer (&self->roles, sc_list_unref);

  G_OBJECT_CLASS (sc_access_matrix_parent_class)->dispose (object);
}

static void
sc_access_matrix_finalize (GObject *object)
{
  g_ptr_array_unref (SC_ACCESS_MATRIX (object)->rows);

  G_OBJECT_CLASS (sc_access_matrix_parent_class)->finalize (object);
}

static void
sc_access_matrix_class_init (ScAccessMatrixClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_access_matrix_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_access_matrix_finalize;
  widget_class->measure = sc_access_matrix_measure;
  widget_class->size_allocate = sc_access_matrix_size_allocate;
  widget_class->focus = sc_access_matrix_focus;
  gtk_widget_class_set_css_name (widget_class, "access-matrix");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
sc_access_matrix_init (ScAccessMatrix *self)
{
  self->rows = g_ptr_array_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Privileges of roles"), -1);
}

void
sc_access_matrix_set_editor (ScAccessMatrix *self, ScEditor *editor)
{
  g_return_if_fail (SC_IS_ACCESS_MATRIX (self));
  g_set_object (&self->editor, editor);
}

void
sc_access_matrix_set_adjustment (ScAccessMatrix *self, GtkAdjustment *adjustment)
{
  g_return_if_fail (SC_IS_ACCESS_MATRIX (self));

  g_set_object (&self->adjustment, adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (cull), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (cull), self, G_CONNECT_SWAPPED);
}

static gboolean
has_role (const ScList *roles, const char *id)
{
  sc_list_foreach (roles, const ScRole *, role)
    {
      if (sc_id_equal (role->id, id))
        return TRUE;
    }
  return FALSE;
}

static void
remove_gone (ScAccessMatrix *self, const ScList *roles)
{
  for (guint i = self->rows->len; i > 0; i--)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i - 1);

      if (has_role (roles, sc_access_row_get_role (SC_ACCESS_ROW (row))))
        continue;
      g_ptr_array_remove_index (self->rows, i - 1);
      gtk_widget_unparent (row);
    }
}

/* The row at position, made or moved there: a role keeps its row, and with it the focus. */
static GtkWidget *
take_row (ScAccessMatrix *self, const ScRole *role, guint position)
{
  GtkWidget *before
      = position > 0 ? GTK_WIDGET (g_ptr_array_index (self->rows, position - 1)) : NULL;
  GtkWidget *row;

  for (guint i = position; i < self->rows->len; i++)
    {
      row = g_ptr_array_index (self->rows, i);
      if (!sc_id_equal (sc_access_row_get_role (SC_ACCESS_ROW (row)), role->id))
        continue;
      if (i > position)
        {
          g_ptr_array_remove_index (self->rows, i);
          g_ptr_array_insert (self->rows, (int) position, row);
          gtk_widget_insert_after (row, GTK_WIDGET (self), before);
        }
      return row;
    }
  row = sc_access_row_new (self->editor);
  g_ptr_array_insert (self->rows, (int) position, row);
  gtk_widget_insert_after (row, GTK_WIDGET (self), before);
  return row;
}

void
sc_access_matrix_update (ScAccessMatrix *self)
{
  const ScSolution *solution;
  const ScFlow *flow;
  const ScList *roles;
  gboolean same;
  guint n_before = self->rows->len;

  g_return_if_fail (SC_IS_ACCESS_MATRIX (self));

  solution = sc_editor_get_solution (self->editor);
  flow = sc_editor_get_flow (self->editor);
  roles = solution != NULL && flow != NULL ? solution->roles : NULL;
  same = roles == self->roles;
  if (!same)
    {
      remove_gone (self, roles);
      g_clear_pointer (&self->roles, sc_list_unref);
      self->roles = roles != NULL ? sc_list_ref (roles) : NULL;
    }
  sc_list_foreach (roles, const ScRole *, role)
    {
      GtkWidget *row
          = same ? g_ptr_array_index (self->rows, role_i) : take_row (self, role, role_i);

      sc_access_row_set (SC_ACCESS_ROW (row), role, flow);
    }
  if (self->rows->len != n_before)
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
sc_access_matrix_get_n_rows (ScAccessMatrix *self)
{
  g_return_val_if_fail (SC_IS_ACCESS_MATRIX (self), 0);
  return self->rows->len;
}

GtkWidget *
sc_access_matrix_get_row (ScAccessMatrix *self, guint position)
{
  g_return_val_if_fail (SC_IS_ACCESS_MATRIX (self), NULL);
  return position < self->rows->len ? g_ptr_array_index (self->rows, position) : NULL;
}
