/* sc-canvas-select.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-canvas-private.h"

#include <math.h>

#include "sc-id.h"

int
sc_canvas_find_stage (ScCanvas *self, const char *id)
{
  guint position;

  return self->flow != NULL && sc_flow_find_stage (self->flow, id, &position) != NULL
             ? (int) position
             : -1;
}

int
sc_canvas_find_condition (ScCanvas *self, guint stage)
{
  for (guint i = 0; i < self->layout->n_conditions; i++)
    if (self->layout->conditions[i].stage == stage)
      return (int) i;
  return -1;
}

static ScStageCard *
get_card (ScCanvas *self, int position)
{
  return position >= 0 && position < (int) self->cards->len
             ? g_ptr_array_index (self->cards, position)
             : NULL;
}

GtkWidget *
sc_canvas_get_selected_widget (ScCanvas *self)
{
  ScSelection selection = sc_editor_get_selection (self->editor);
  const ScStage *stage = NULL;
  int position, condition;

  if (self->flow == NULL)
    return NULL;

  /* A step may have gone to another stage just now: it is looked for everywhere. */
  if (selection.kind == SC_SELECTED_STEP)
    sc_flow_find_step (self->flow, selection.step, &stage, NULL);
  position = sc_canvas_find_stage (self, stage != NULL ? stage->id : selection.stage);
  if (get_card (self, position) == NULL)
    return NULL;

  switch (selection.kind)
    {
    case SC_SELECTED_STAGE:
      return GTK_WIDGET (get_card (self, position));
    case SC_SELECTED_STEP:
      return (GtkWidget *) sc_stage_card_find_row (get_card (self, position), selection.step);
    case SC_SELECTED_CONDITION:
      condition = sc_canvas_find_condition (self, (guint) position);
      return condition >= 0 ? g_ptr_array_index (self->conditions, condition) : NULL;
    default:
      return NULL;
    }
}

/* The header for a card: a tall card cannot be shown whole. */
ScRect
sc_canvas_get_widget_rect (ScCanvas *self, GtkWidget *widget)
{
  const ScLayoutMetrics *metrics = &sc_layout_default_metrics;

  for (guint i = 0; i < self->conditions->len; i++)
    if (g_ptr_array_index (self->conditions, i) == widget)
      return self->layout->conditions[i].rect;
  for (guint i = 0; i < self->cards->len; i++)
    {
      ScStageCard *card = g_ptr_array_index (self->cards, i);
      ScRect rect = self->layout->cards[i].rect;

      if (widget == GTK_WIDGET (card))
        return (ScRect){ rect.x, rect.y, rect.width, metrics->header_height };
      if (gtk_widget_get_parent (widget) != GTK_WIDGET (card))
        continue;
      rect.y += metrics->header_height;
      for (guint row = 0; row < sc_stage_card_get_n_rows (card);
           row++, rect.y += metrics->row_height)
        if (widget == GTK_WIDGET (sc_stage_card_get_row (card, row)))
          break;
      return (ScRect){ rect.x, rect.y, rect.width, metrics->row_height };
    }

  return (ScRect){ 0 };
}

/* What has the focus: the canvas, one of its parts or, then also in *popover, something in a menu
 * or an editor that hangs on one. NULL: something elsewhere. */
static GtkWidget *
get_focus (ScCanvas *self, GtkWidget **popover)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  *popover = NULL;
  for (GtkWidget *widget = focus; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      if (widget == GTK_WIDGET (self))
        return focus;
      if (GTK_IS_POPOVER (widget))
        *popover = widget;
    }
  *popover = NULL;
  return NULL;
}

gboolean
sc_canvas_has_focus_inside (ScCanvas *self)
{
  GtkWidget *popover;

  /* A menu closes before what was chosen in it is seen. */
  return get_focus (self, &popover) != NULL && (popover == NULL || GTK_IS_POPOVER_MENU (popover));
}

GtkWidget *
sc_canvas_get_focused_popover (ScCanvas *self)
{
  GtkWidget *popover;

  get_focus (self, &popover);
  return popover;
}

static void
select_widget (ScCanvas *self, GtkWidget *widget)
{
  if (SC_IS_STEP_ROW (widget))
    sc_editor_select_step (self->editor, sc_step_row_get_step (SC_STEP_ROW (widget))->id);
  else if (SC_IS_STAGE_CARD (widget))
    sc_editor_select_stage (self->editor, sc_stage_card_get_stage (SC_STAGE_CARD (widget))->id);
  else if (SC_IS_CONDITION_BOX (widget))
    sc_editor_select (self->editor,
                      (ScSelection){ SC_SELECTED_CONDITION,
                                     sc_condition_box_get_stage (SC_CONDITION_BOX (widget))->id,
                                     NULL, SC_EDGE_NEXT });
  else if (SC_IS_CANVAS_BUTTON (widget) && SC_IS_STAGE_CARD (gtk_widget_get_parent (widget)))
    select_widget (self, gtk_widget_get_parent (widget));
}

/* A card that is out of the frame has to be brought into it first, or it loses the focus again. */
void
sc_canvas_focus_part (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  gtk_widget_set_child_visible (SC_IS_STAGE_CARD (parent) ? parent : widget, TRUE);
  gtk_widget_grab_focus (widget);
}

static void
reveal_widget (ScCanvas *self, GtkWidget *widget)
{
  if (self->pressed.kind == SC_HIT_NOTHING)
    sc_canvas_reveal (self, sc_canvas_get_widget_rect (self, widget));
}

void
sc_canvas_go_to (ScCanvas *self, GtkWidget *widget)
{
  sc_canvas_focus_part (widget);
  select_widget (self, widget);
  reveal_widget (self, widget);
}

void
sc_canvas_approach (ScCanvas *self, GtkWidget *widget)
{
  ScPart part;

  if (!sc_canvas_get_part (widget, &part) || !sc_canvas_is_one_of_many (self, part))
    {
      sc_canvas_go_to (self, widget);
      return;
    }
  sc_canvas_focus_part (widget);
  sc_editor_select_parts (self->editor, sc_editor_get_parts (self->editor), &part);
  reveal_widget (self, widget);
}

static void
show_marks (ScCanvas *self)
{
  const ScParts *parts = sc_editor_get_parts (self->editor);

  for (guint i = 0; i < self->cards->len; i++)
    {
      ScStageCard *card = g_ptr_array_index (self->cards, i);

      sc_stage_card_set_selected (
          card, sc_parts_has (parts, SC_PART_STAGE, sc_stage_card_get_stage (card)->id));
      for (guint n = 0; n < sc_stage_card_get_n_rows (card); n++)
        {
          ScStepRow *row = sc_stage_card_get_row (card, n);

          sc_step_row_set_selected (
              row, sc_parts_has (parts, SC_PART_STEP, sc_step_row_get_step (row)->id));
        }
    }
}

void
sc_canvas_show_selection (ScCanvas *self)
{
  GtkWidget *selected = sc_canvas_get_selected_widget (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean line = sc_editor_get_selection (self->editor).kind == SC_SELECTED_LINE;

  show_marks (self);
  for (guint i = 0; i < self->conditions->len; i++)
    sc_condition_box_set_selected (g_ptr_array_index (self->conditions, i),
                                   g_ptr_array_index (self->conditions, i) == selected);
  if (line || self->line_selected)
    {
      self->line_selected = line;
      sc_canvas_forget_lines (self);
    }

  /* As long as a band is drawn, the selection changes all the time. */
  if (sc_band_is_drawn (self))
    return;
  sc_canvas_announce (self, selected);
  /* The focus goes along while it is here; it is not taken from anywhere else. */
  if (selected != NULL && self->rename == NULL && sc_canvas_has_focus_inside (self)
      && focus != selected
      && !(SC_IS_CANVAS_BUTTON (focus) && gtk_widget_get_parent (focus) == selected))
    sc_canvas_focus_part (selected);
}

int
sc_canvas_get_neighbour (ScCanvas *self, guint stage, int direction)
{
  const ScLayoutCard *cards = self->layout->cards;
  int best = -1;

  for (guint i = 0; i < self->layout->n_lines; i++)
    {
      ScEdge edge = self->layout->lines[i].edge;
      int other = direction > 0 ? edge.to : (int) edge.from;
      int here = direction > 0 ? (int) edge.from : edge.to;

      if (here == (int) stage && other >= 0
          && (cards[other].column > cards[stage].column) == (direction > 0)
          && cards[other].column != cards[stage].column)
        return other;
    }
  for (guint i = 0; i < self->layout->n_cards; i++)
    {
      double distance = fabs (cards[i].rect.y - cards[stage].rect.y);

      if ((int) cards[i].column == (int) cards[stage].column + direction
          && (best < 0 || distance < fabs (cards[best].rect.y - cards[stage].rect.y)))
        best = (int) i;
    }

  return best;
}

/* The next card above or below in the same column. */
static int
get_vertical_neighbour (ScCanvas *self, guint stage, int direction)
{
  const ScLayoutCard *cards = self->layout->cards;
  int best = -1;

  for (guint i = 0; i < self->layout->n_cards; i++)
    {
      double distance = (cards[i].rect.y - cards[stage].rect.y) * direction;

      if (cards[i].column == cards[stage].column && distance > 0
          && (best < 0 || distance < (cards[best].rect.y - cards[stage].rect.y) * direction))
        best = (int) i;
    }

  return best;
}

static GtkWidget *
step_vertically (ScCanvas *self, int stage, GtkWidget *focus, int direction)
{
  ScStageCard *card = get_card (self, stage), *next;
  int n = (int) sc_stage_card_get_n_rows (card);
  int row = n;

  if (focus == GTK_WIDGET (card))
    row = -1;
  for (int i = 0; i < n; i++)
    if (focus == GTK_WIDGET (sc_stage_card_get_row (card, (guint) i)))
      row = i;
  row += direction;
  if (row == -1)
    return GTK_WIDGET (card);
  if (row == n)
    return sc_stage_card_get_add_button (card);
  if (row >= 0 && row < n)
    return GTK_WIDGET (sc_stage_card_get_row (card, (guint) row));

  next = get_card (self, get_vertical_neighbour (self, (guint) stage, direction));
  if (next == NULL)
    return NULL;
  return direction < 0 ? sc_stage_card_get_add_button (next) : GTK_WIDGET (next);
}

/* From a header by way of the condition; from a row to the row at the same height. */
static GtkWidget *
step_sideways (ScCanvas *self, int stage, GtkWidget *focus, int direction)
{
  int neighbour = sc_canvas_get_neighbour (self, (guint) stage, direction);
  ScStageCard *card = get_card (self, stage), *next = get_card (self, neighbour);
  int condition = sc_canvas_find_condition (self, (guint) (direction > 0 ? stage : neighbour));
  guint n, row = 0;

  if (focus == GTK_WIDGET (card) && condition >= 0
      && (direction > 0
          || self->layout->cards[neighbour].column + 1 == self->layout->cards[stage].column))
    return g_ptr_array_index (self->conditions, condition);
  if (next == NULL || focus == GTK_WIDGET (card))
    return (GtkWidget *) next;

  n = sc_stage_card_get_n_rows (next);
  while (row < sc_stage_card_get_n_rows (card)
         && focus != GTK_WIDGET (sc_stage_card_get_row (card, row)))
    row++;
  if (n == 0 || row == sc_stage_card_get_n_rows (card))
    return sc_stage_card_get_add_button (next);
  return GTK_WIDGET (sc_stage_card_get_row (next, MIN (row, n - 1)));
}

static GtkWidget *
find_next (ScCanvas *self, GtkWidget *focus, GtkDirectionType direction)
{
  gboolean sideways = direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT;
  int sign = direction == GTK_DIR_LEFT || direction == GTK_DIR_UP ? -1 : 1;
  GtkWidget *target = NULL;

  if (focus == GTK_WIDGET (self))
    {
      target = sc_canvas_get_selected_widget (self);
      if (target == NULL)
        target = (GtkWidget *) get_card (self, 0);
    }
  else if (SC_IS_CONDITION_BOX (focus))
    {
      const ScStage *stage = sc_condition_box_get_stage (SC_CONDITION_BOX (focus));
      int position = sc_canvas_find_stage (self, stage->id);

      if (sideways && position >= 0)
        target = (GtkWidget *) get_card (
            self, sign < 0 ? position : sc_canvas_get_neighbour (self, (guint) position, 1));
    }
  else
    {
      for (guint i = 0; i < self->cards->len && target == NULL; i++)
        {
          GtkWidget *card = g_ptr_array_index (self->cards, i);

          if (focus != card && gtk_widget_get_parent (focus) != card)
            continue;
          target = sideways ? step_sideways (self, (int) i, focus, sign)
                            : step_vertically (self, (int) i, focus, sign);
          break;
        }
    }
  return target;
}

/* From stage to stage as long as stages are what is marked; else to the next step or stage. */
static GtkWidget *
find_next_part (ScCanvas *self, GtkWidget *focus, GtkDirectionType direction)
{
  gboolean sideways = direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT;
  int sign = direction == GTK_DIR_LEFT || direction == GTK_DIR_UP ? -1 : 1;
  ScPart anchor = sc_editor_get_anchor (self->editor);
  int stage = -1;

  if (SC_IS_STAGE_CARD (focus) && (sideways || anchor.kind == SC_PART_STAGE))
    stage = sc_canvas_find_stage (self, sc_stage_card_get_stage (SC_STAGE_CARD (focus))->id);
  if (stage < 0)
    return find_next (self, focus, direction);
  return (GtkWidget *) get_card (self, sideways
                                           ? sc_canvas_get_neighbour (self, (guint) stage, sign)
                                           : get_vertical_neighbour (self, (guint) stage, sign));
}

static gboolean
extend_focus (ScCanvas *self, GtkWidget *focus, GtkDirectionType direction)
{
  GtkWidget *target = find_next_part (self, focus, direction);
  ScPart part;

  if (target == NULL || !sc_canvas_get_part (target, &part))
    return FALSE;
  sc_canvas_focus_part (target);
  sc_editor_extend_to (self->editor, part, FALSE);
  return TRUE;
}

GtkDirectionType
sc_canvas_mirror_direction (ScCanvas *self, GtkDirectionType direction)
{
  if (!self->style->mirrored)
    return direction;
  return direction == GTK_DIR_LEFT    ? GTK_DIR_RIGHT
         : direction == GTK_DIR_RIGHT ? GTK_DIR_LEFT
                                      : direction;
}

gboolean
sc_canvas_move_focus (ScCanvas *self, GtkDirectionType direction, ScMove move)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *target;

  if (focus == NULL || self->layout == NULL || self->rename != NULL)
    return FALSE;

  if (move == SC_MOVE_EXTEND)
    return extend_focus (self, focus, direction);
  target = find_next (self, focus, direction);
  if (target == NULL)
    return FALSE;
  if (move == SC_MOVE_SELECT)
    {
      sc_canvas_go_to (self, target);
    }
  else
    {
      sc_canvas_focus_part (target);
      reveal_widget (self, target);
    }
  return TRUE;
}

gboolean
sc_canvas_move_focus_to_end (ScCanvas *self, gboolean last)
{
  if (self->cards->len == 0 || self->rename != NULL)
    return FALSE;

  sc_canvas_go_to (self, g_ptr_array_index (self->cards, last ? self->cards->len - 1 : 0));
  return TRUE;
}
