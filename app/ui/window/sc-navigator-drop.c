/* sc-navigator-drop.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-navigator-drag.h"
#include "sc-navigator-move.h"
#include "sc-navigator-section-private.h"

#define LINE_WIDTH   2
#define LINE_MARGIN  9
#define REASON_WIDTH 36 /* characters */
#define EDGE         28 /* pixels from where on the list scrolls under a drag */
#define MAX_SPEED    12 /* pixels per frame */

/* A row that is shown, on the given side of y or there. Headings and gaps between rows are no
 * row. */
static ScNavigatorRow *
find_row (ScNavigatorSection *self, int y, int direction)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self->rows));

  for (; y >= 0 && y < height; y += direction * 4)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->rows, y);

      if (row != NULL)
        return SC_NAVIGATOR_ROW (row);
    }
  return NULL;
}

static gboolean
get_bounds (ScNavigatorSection *self, ScNavigatorRow *row, graphene_rect_t *bounds)
{
  return gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->rows), bounds);
}

/* Behind the row above, unless the pointer is in the upper half of a row. */
static ScNavigatorRow *
find_place (ScNavigatorSection *self, double y, gboolean *behind)
{
  ScNavigatorRow *row = find_row (self, (int) y, -1);
  graphene_rect_t bounds;

  *behind = row != NULL;
  if (row == NULL)
    return find_row (self, (int) y, 1);
  if (get_bounds (self, row, &bounds))
    *behind = y > bounds.origin.y + bounds.size.height / 2;
  return row;
}

static ScNavigatorRow *
get_next_of_group (ScNavigatorSection *self, ScNavigatorRow *row)
{
  guint next = sc_navigator_row_get_position (row) + 1;
  ScNavigatorRow *found = next < self->shown->len ? g_ptr_array_index (self->shown, next) : NULL;

  return found != NULL && sc_navigator_row_get_group (found) == sc_navigator_row_get_group (row)
             ? found
             : NULL;
}

/* What the flow would stand before; NULL: nothing. Any flow of another table says the same. */
static const char *
get_before (ScNavigatorSection *self, ScNavigatorRow *dragged)
{
  ScNavigatorRow *row = self->drop_row;

  if (self->drop_behind && sc_navigator_row_get_group (row) == sc_navigator_row_get_group (dragged))
    row = get_next_of_group (self, row);
  return row != NULL ? sc_navigator_row_get_id (row) : NULL;
}

/* The row that is dragged, as long as it is one of the list. */
static ScNavigatorRow *
get_dragged (ScNavigatorSection *self, const GValue *value)
{
  ScNavigatorRow *row = value != NULL && G_VALUE_HOLDS (value, SC_TYPE_NAVIGATOR_ROW)
                            ? g_value_get_object (value)
                            : NULL;

  return row != NULL && g_ptr_array_find (self->shown, row, NULL) ? row : NULL;
}

static GtkPopover *
make_refusal (ScNavigatorSection *self)
{
  GtkPopover *refusal = GTK_POPOVER (gtk_popover_new ());
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), REASON_WIDTH);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_popover_set_child (refusal, label);
  gtk_popover_set_autohide (refusal, FALSE);
  gtk_popover_set_position (refusal, GTK_POS_RIGHT);
  gtk_widget_set_can_target (GTK_WIDGET (refusal), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (refusal), GTK_WIDGET (self));
  return refusal;
}

/* Says beside the row why nothing can be dropped there; NULL: it can. */
static void
show_refusal (ScNavigatorSection *self, const char *reason)
{
  graphene_rect_t bounds;

  if (reason == NULL || self->drop_row == NULL
      || !gtk_widget_compute_bounds (GTK_WIDGET (self->drop_row), GTK_WIDGET (self), &bounds))
    {
      if (self->refusal != NULL)
        gtk_popover_popdown (self->refusal);
      return;
    }
  if (self->refusal == NULL)
    self->refusal = make_refusal (self);
  gtk_label_set_text (GTK_LABEL (gtk_popover_get_child (self->refusal)), reason);
  gtk_popover_set_pointing_to (
      self->refusal, &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                      (int) bounds.size.width, (int) bounds.size.height });
  gtk_popover_popup (self->refusal);
}

static void
leave (ScNavigatorSection *self)
{
  self->drop_row = NULL;
  show_refusal (self, NULL);
  if (self->scrolling != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scrolling);
  self->scrolling = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
look (ScNavigatorSection *self, GtkDropTarget *target)
{
  ScNavigatorRow *dragged = get_dragged (self, gtk_drop_target_get_value (target));
  gboolean behind;
  ScNavigatorRow *row = find_place (self, self->drop_y, &behind);
  g_autofree char *reason = NULL;
  const char *before;

  /* What is dragged may take a moment to be known. */
  if (dragged == NULL)
    row = NULL;
  if (row == self->drop_row && behind == self->drop_behind)
    return;
  self->drop_row = row;
  self->drop_behind = behind;
  self->drop_allowed = FALSE;
  if (row != NULL)
    {
      before = get_before (self, dragged);
      reason
          = sc_navigator_explain_refusal (self->editor, sc_navigator_row_get_id (dragged), before);
      self->drop_allowed = reason == NULL;
      sc_navigator_tell ("drag-over flow %s %s", before != NULL ? before : "end",
                         reason != NULL ? reason : "");
    }
  show_refusal (self, reason);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* How fast the list should go by under a pointer that is near an edge of what is seen of it. */
static double
get_speed (ScNavigatorSection *self, GtkWidget *scroller)
{
  graphene_point_t pointer = GRAPHENE_POINT_INIT ((float) self->drop_x, (float) self->drop_y);
  double y;
  int height = gtk_widget_get_height (scroller);

  if (!gtk_widget_compute_point (GTK_WIDGET (self->rows), scroller, &pointer, &pointer))
    return 0;
  y = pointer.y;
  if (y < EDGE)
    return -MAX_SPEED * (EDGE - MAX (y, 0)) / EDGE;
  if (y > height - EDGE)
    return MAX_SPEED * (EDGE - MAX (height - y, 0)) / EDGE;
  return 0;
}

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer target)
{
  ScNavigatorSection *self = SC_NAVIGATOR_SECTION (widget);
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  double before;

  if (scroller == NULL)
    return G_SOURCE_CONTINUE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  before = gtk_adjustment_get_value (adjustment);
  gtk_adjustment_set_value (adjustment, before + get_speed (self, scroller));
  /* The pointer rests, the list moves below it. */
  self->drop_y += gtk_adjustment_get_value (adjustment) - before;
  look (self, target);
  return G_SOURCE_CONTINUE;
}

static GdkDragAction
motion_cb (ScNavigatorSection *self, double x, double y, GtkDropTarget *target)
{
  self->drop_x = x;
  self->drop_y = y;
  look (self, target);
  if (self->scrolling == 0)
    self->scrolling = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, target, NULL);
  return self->drop_allowed ? GDK_ACTION_MOVE : 0;
}

static GdkDragAction
enter_cb (ScNavigatorSection *self, double x, double y, GtkDropTarget *target)
{
  return motion_cb (self, x, y, target);
}

static void
leave_cb (ScNavigatorSection *self)
{
  leave (self);
}

static gboolean
drop_cb (ScNavigatorSection *self, const GValue *value, double x, double y)
{
  ScNavigatorRow *dragged = get_dragged (self, value);
  g_autofree char *before = NULL;
  gboolean done = dragged != NULL && self->drop_row != NULL && self->drop_allowed;

  if (done)
    before = g_strdup (get_before (self, dragged));
  leave (self);
  if (done)
    sc_navigator_move_flow_before (self->editor, sc_navigator_row_get_id (dragged), before);
  sc_navigator_tell (done ? "drop" : "drop nothing");
  return done;
}

void
sc_navigator_drop_init (ScNavigatorSection *self)
{
  GtkDropTarget *target = gtk_drop_target_new (SC_TYPE_NAVIGATOR_ROW, GDK_ACTION_MOVE);

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_object (target, "enter", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->rows), GTK_EVENT_CONTROLLER (target));
}

void
sc_navigator_drop_forget (ScNavigatorSection *self, ScNavigatorRow *row)
{
  if (self->drop_row == row)
    leave (self);
}

void
sc_navigator_drop_snapshot (ScNavigatorSection *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  graphene_rect_t bounds;
  GdkRGBA colour;
  double y;

  if (self->drop_row == NULL || !self->drop_allowed
      || !gtk_widget_compute_bounds (GTK_WIDGET (self->drop_row), widget, &bounds)
      || !gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "accent_bg_color",
                                          &colour))
    return;
  y = bounds.origin.y + (self->drop_behind ? bounds.size.height : 0) - LINE_WIDTH / 2.0;
  gtk_snapshot_append_color (
      snapshot, &colour,
      &GRAPHENE_RECT_INIT (LINE_MARGIN, (float) y,
                           (float) gtk_widget_get_width (widget) - 2 * LINE_MARGIN, LINE_WIDTH));
}
