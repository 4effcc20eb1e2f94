/* sc-canvas-reconcile.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "sc-id.h"

/* Values are compared by pointer, from the top: what is the same pointer is the same. */

static void
remove_children (GPtrArray *children, guint from)
{
  for (guint i = from; i < children->len; i++)
    if (g_ptr_array_index (children, i) != NULL)
      gtk_widget_unparent (g_ptr_array_index (children, i));
  g_ptr_array_set_size (children, (int) MIN (from, children->len));
}

static void
forget_values (ScCanvas *self)
{
  sc_solution_unref ((ScSolution *) self->solution);
  self->solution = NULL;
  sc_flow_unref ((ScFlow *) self->flow);
  self->flow = NULL;
  sc_list_unref ((ScList *) self->problems);
  self->problems = NULL;
}

void
sc_canvas_clear (ScCanvas *self)
{
  self->hovered_end = -1;
  sc_canvas_stop_zooming (self);
  sc_way_drag_cancel (self);
  sc_canvas_cancel_drag (self);
  sc_band_drop (self);
  sc_canvas_end_rename (self, FALSE);
  self->hover = self->pressed = self->drag_hit = (ScHit){ SC_HIT_NOTHING, 0, 0 };
  remove_children (self->cards, 0);
  remove_children (self->conditions, 0);
  remove_children (self->inserts, 0);
  g_ptr_array_set_size (self->lines, 0);
  g_clear_pointer (&self->layout, sc_layout_free);
  g_hash_table_remove_all (self->table_colours);
  forget_values (self);
}

guint
sc_canvas_get_table_colour (ScCanvas *self, const char *table)
{
  const char *name = table != NULL ? table : "";
  gpointer found;

  /* A table keeps its colour as long as the flow is open. */
  if (!g_hash_table_lookup_extended (self->table_colours, name, NULL, &found))
    {
      found = GUINT_TO_POINTER (g_hash_table_size (self->table_colours));
      g_hash_table_insert (self->table_colours, g_strdup (name), found);
    }
  return GPOINTER_TO_UINT (found);
}

/* Takes the card of that stage out of old. */
static GtkWidget *
take_card (GPtrArray *old, guint position, const char *stage)
{
  for (guint k = 0; k < old->len; k++)
    {
      guint i = (position + k) % old->len;
      GtkWidget *card = g_ptr_array_index (old, i);

      if (card != NULL
          && g_strcmp0 (sc_stage_card_get_stage (SC_STAGE_CARD (card))->id, stage) == 0)
        {
          g_ptr_array_index (old, i) = NULL;
          return card;
        }
    }

  return NULL;
}

static void
reconcile_cards (ScCanvas *self, const ScBadges *badges, gboolean anew)
{
  GPtrArray *old = self->cards;
  GtkWidget *before = NULL;
  ScCardInfo info = { .solution = self->solution,
                      .n_stages = sc_list_length (self->flow->stages),
                      .badges = badges,
                      .language = self->language,
                      .anew = anew };

  self->cards = g_ptr_array_new ();
  sc_list_foreach (self->flow->stages, const ScStage *, stage)
    {
      GtkWidget *card = take_card (old, stage_i, stage->id);

      if (card == NULL)
        {
          card = sc_stage_card_new (self->style);
          gtk_widget_insert_after (card, GTK_WIDGET (self), before);
        }
      else if (gtk_widget_get_prev_sibling (card) != before)
        gtk_widget_insert_after (card, GTK_WIDGET (self), before);
      info.stage = stage;
      info.position = stage_i;
      info.colour = sc_canvas_get_table_colour (self, stage->table);
      sc_stage_card_update (SC_STAGE_CARD (card), &info);
      g_ptr_array_add (self->cards, card);
      before = card;
    }
  remove_children (old, 0);
  g_ptr_array_unref (old);
}

static void
reconcile_conditions (ScCanvas *self)
{
  for (guint i = 0; i < self->layout->n_conditions; i++)
    {
      const ScStage *stage = sc_list_get (self->flow->stages, self->layout->conditions[i].stage);
      GtkWidget *box;

      if (i == self->conditions->len)
        {
          box = sc_condition_box_new (self->style);
          gtk_widget_set_parent (box, GTK_WIDGET (self));
          g_ptr_array_add (self->conditions, box);
        }
      box = g_ptr_array_index (self->conditions, i);
      sc_condition_box_update (SC_CONDITION_BOX (box), self->solution, self->flow, stage,
                               self->language);
    }
  remove_children (self->conditions, self->layout->n_conditions);
}

static char *
describe_insert (ScCanvas *self, guint i)
{
  const ScLayoutLine *line;
  const ScStage *from, *to = NULL;

  if (i == self->layout->n_lines)
    return g_strdup (_ ("Insert a stage at the start"));

  line = &self->layout->lines[i];
  from = sc_list_get (self->flow->stages, line->edge.from);
  if (line->edge.to >= 0)
    to = sc_list_get (self->flow->stages, (guint) line->edge.to);
  if (to == NULL)
    return g_strdup_printf (_ ("Insert a stage after %s"),
                            sc_stage_get_label (from, self->language));
  return g_strdup_printf (_ ("Insert a stage between %s and %s"),
                          sc_stage_get_label (from, self->language),
                          sc_stage_get_label (to, self->language));
}

static void
reconcile_inserts (ScCanvas *self)
{
  guint n = self->cards->len > 0 ? self->layout->n_lines + 1 : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = describe_insert (self, i);

      if (i == self->inserts->len)
        {
          GtkWidget *button = sc_canvas_button_new (self->style, SC_BUTTON_INSERT);

          gtk_widget_set_parent (button, GTK_WIDGET (self));
          g_ptr_array_add (self->inserts, button);
        }
      sc_canvas_button_set_label (g_ptr_array_index (self->inserts, i), label);
    }
  remove_children (self->inserts, n);
}

static void
take_values (ScCanvas *self, const ScSolution *solution, const ScFlow *flow)
{
  const ScList *problems = sc_editor_get_problems (self->editor);

  /* What is given back may be all that holds what is taken. */
  sc_solution_ref (solution);
  sc_flow_ref (flow);
  if (problems != NULL)
    sc_list_ref (problems);
  forget_values (self);
  self->solution = solution;
  self->flow = flow;
  self->problems = problems;
}

void
sc_canvas_reconcile (ScCanvas *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  const ScFlow *flow = sc_editor_get_flow (self->editor);
  int language = sc_editor_get_language (self->editor);
  gboolean had_focus = sc_canvas_has_focus_inside (self);
  gboolean new_flow, anew;
  g_autoptr (ScBadges) badges = NULL;

  if (flow == NULL)
    {
      sc_canvas_clear (self);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      return;
    }

  new_flow = flow != self->flow;
  anew = self->solution == NULL || solution->tables != self->solution->tables
         || language != self->language;
  if (!new_flow && !anew && sc_editor_get_problems (self->editor) == self->problems)
    {
      take_values (self, solution, flow);
      return;
    }

  if (new_flow)
    {
      self->pressed = self->drag_hit = (ScHit){ SC_HIT_NOTHING, 0, 0 };
      sc_canvas_set_hover (self, self->pressed);
    }
  take_values (self, solution, flow);
  self->language = language;
  badges = sc_badges_new (self->problems, flow->id);
  reconcile_cards (self, badges, anew);
  if (new_flow || anew)
    {
      g_clear_pointer (&self->layout, sc_layout_free);
      self->layout = sc_layout_new (flow, &sc_layout_default_metrics);
      reconcile_conditions (self);
      reconcile_inserts (self);
      sc_canvas_forget_lines (self);
      sc_canvas_configure_adjustments (self);
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  sc_canvas_follow_rename (self);
  sc_canvas_show_selection (self);
  sc_canvas_show_path (self);
  if (had_focus && !sc_canvas_has_focus_inside (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  else if (had_focus && new_flow && sc_canvas_get_selected_widget (self) != NULL)
    sc_canvas_reveal (self, sc_canvas_get_widget_rect (self, sc_canvas_get_selected_widget (self)));
}

/* Whether what the editor has open is what is drawn here. */
static gboolean
is_open (ScCanvas *self)
{
  const ScFlow *flow = sc_editor_get_flow (self->editor);

  return self->only == NULL || (flow != NULL && sc_id_equal (flow->id, self->only));
}

/* A canvas that nobody sees catches up when somebody does. */
static gboolean
follows (ScCanvas *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self)) && is_open (self);
}

/* Where the person left the view, it stays, unless something else has been selected. */
static void
reveal_selected (ScCanvas *self)
{
  GtkWidget *selected = sc_canvas_get_selected_widget (self);

  if (selected == self->revealed)
    return;
  g_set_weak_pointer (&self->revealed, selected);
  if (selected != NULL && self->pressed.kind == SC_HIT_NOTHING && !sc_band_is_drawn (self))
    sc_canvas_reveal (self, sc_canvas_get_widget_rect (self, selected));
}

void
sc_canvas_catch_up (ScCanvas *self)
{
  if (!is_open (self))
    return;
  sc_canvas_reconcile (self);
  sc_canvas_show_selection (self);
  sc_canvas_show_path (self);
  reveal_selected (self);
}

void
sc_canvas_show_only (ScCanvas *self, const char *flow)
{
  if (g_strcmp0 (self->only, flow) == 0)
    return;
  g_free (self->only);
  self->only = g_strdup (flow);
  if (self->flow != NULL && !sc_id_equal (self->flow->id, flow))
    {
      sc_canvas_clear (self);
      sc_canvas_scroll_to (self, 0, 0);
    }
  sc_canvas_catch_up (self);
}

static void
changed_cb (ScEditor *editor, const ScSolution *before, const ScSolution *after, ScCanvas *self)
{
  /* What is dragged was taken from the solution before. */
  self->hovered_end = -1;
  sc_way_drag_cancel (self);
  sc_canvas_cancel_drag (self);
  sc_band_end (self);
  if (!follows (self))
    return;
  if (before == NULL)
    sc_canvas_clear (self);
  sc_canvas_take_news (self);
  sc_canvas_reconcile (self);
}

static void
flow_changed_cb (ScEditor *editor, ScCanvas *self)
{
  const ScFlow *flow = sc_editor_get_flow (editor);

  if (!follows (self))
    return;
  if (self->only != NULL)
    {
      sc_canvas_catch_up (self);
    }
  else
    {
      sc_canvas_clear (self);
      sc_canvas_reconcile (self);
      sc_canvas_scroll_to (self, 0, 0);
    }
  sc_canvas_tell ("flow-shown %s", flow != NULL ? flow->id : "none");
}

static void
selection_changed_cb (ScEditor *editor, ScCanvas *self)
{
  if (!follows (self))
    return;
  sc_canvas_show_selection (self);
  reveal_selected (self);
}

static void
finishing_cb (ScEditor *editor, ScCanvas *self)
{
  sc_canvas_end_rename (self, TRUE);
}

static void
path_changed_cb (ScEditor *editor, ScCanvas *self)
{
  if (follows (self))
    sc_canvas_show_path (self);
}

void
sc_canvas_follow (ScCanvas *self, ScEditor *editor)
{
  g_signal_connect_object (editor, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (editor, "flow-changed", G_CALLBACK (flow_changed_cb), self, 0);
  g_signal_connect_object (editor, "selection-changed", G_CALLBACK (selection_changed_cb), self, 0);
  g_signal_connect_object (editor, "path-changed", G_CALLBACK (path_changed_cb), self, 0);
  g_signal_connect_object (editor, "finishing", G_CALLBACK (finishing_cb), self, 0);
  sc_canvas_catch_up (self);
}
