/* sc-step-row.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-step-row.h"

#include <glib/gi18n-lib.h>

#include "sc-canvas-actions.h"
#include "sc-layout.h"

#define ICON_X 10
#define TEXT_X 34

#define SELECTED_EDGE 3

struct _ScStepRow
{
  GtkWidget parent_instance;

  ScCanvasStyle *style;
  const ScStep *step; /* owned */
  char *label;        /* what is written */
  char *column;       /* its name for people; NULL without a column */
  ScColumnType type;
  guint position;
  guint n_steps;
  ScBadge badge; /* without the problem itself, which lives elsewhere */
  char *problem; /* the worst one */
  gboolean selected;
  gboolean hovered;
  PangoLayout *text; /* made when first drawn */
};

G_DEFINE_FINAL_TYPE (ScStepRow, sc_step_row, GTK_TYPE_WIDGET)

static void
sc_step_row_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  const ScLayoutMetrics *metrics = &sc_layout_default_metrics;

  *minimum = *natural = (int) (orientation == GTK_ORIENTATION_VERTICAL ? metrics->row_height
                                                                       : metrics->card_width - 2);
  *minimum_baseline = *natural_baseline = -1;
}

static double
get_text_width (ScStepRow *self)
{
  double width = sc_layout_default_metrics.card_width - 2 - TEXT_X;

  if (self->badge.severity >= 0)
    return width - SC_REQUIRED_WIDTH - SC_ICON_SIZE - 4;
  return self->step->required || self->hovered ? width - SC_REQUIRED_WIDTH : width - 10;
}

static void
snapshot_details (ScStepRow *self, GtkSnapshot *snapshot, double width, double middle)
{
  ScCanvasStyle *style = self->style;
  double icon_y = middle - SC_ICON_SIZE / 2;
  ScCanvasIcon icon = sc_canvas_icon_for_step (self->step, self->type);

  if (sc_canvas_style_is_stale (style, self->text))
    {
      g_clear_object (&self->text);
      self->text
          = sc_canvas_style_new_text (style, self->label, get_text_width (self), SC_TEXT_NORMAL);
    }
  pango_layout_set_width (self->text, (int) (get_text_width (self) * PANGO_SCALE));
  sc_snapshot_icon (snapshot, style, icon, ICON_X, icon_y);
  sc_snapshot_text (snapshot, self->text, TEXT_X, middle,
                    icon == SC_ICON_UNBOUND ? &style->dim : &style->text);
  if (self->badge.severity >= 0)
    sc_snapshot_icon (snapshot, style, (ScCanvasIcon) (SC_ICON_ADVICE + self->badge.severity),
                      width - SC_REQUIRED_WIDTH - SC_ICON_SIZE, icon_y);
  if (self->step->required || self->hovered)
    sc_snapshot_icon (snapshot, style, self->step->required ? SC_ICON_REQUIRED : SC_ICON_OPTIONAL,
                      width - SC_REQUIRED_WIDTH + 4, icon_y);
}

static void
sc_step_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ScStepRow *self = SC_STEP_ROW (widget);
  const ScCanvasStyle *style = self->style;
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);

  sc_snapshot_begin_mirrored (snapshot, style, width);
  if (self->selected || self->hovered)
    sc_snapshot_rect (snapshot, self->selected ? &style->selected : &style->hover, 0, 0, width,
                      height);
  if (self->selected)
    sc_snapshot_rect (snapshot, &style->accent, 0, 0, SELECTED_EDGE, height);
  if (style->detail)
    {
      sc_snapshot_rect (snapshot, &style->separator, 0, 0, width, 1);
      snapshot_details (self, snapshot, width, height / 2);
    }
  sc_snapshot_end_mirrored (snapshot);
  if (gtk_widget_has_focus (widget))
    sc_snapshot_box (snapshot, GRAPHENE_RECT_INIT (1, 1, (float) width - 2, (float) height - 2), 5,
                     NULL, &style->accent, 2);
}

static void
sc_step_row_dispose (GObject *object)
{
  ScStepRow *self = SC_STEP_ROW (object);
  GtkWidget *child;

  /* A context menu may be open. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->text);

  G_OBJECT_CLASS (sc_step_row_parent_class)->dispose (object);
}

static void
sc_step_row_finalize (GObject *object)
{
  ScStepRow *self = SC_STEP_ROW (object);

  sc_step_unref ((ScStep *) self->step);
  sc_canvas_style_unref (self->style);
  g_free (self->label);
  g_free (self->column);
  g_free (self->problem);

  G_OBJECT_CLASS (sc_step_row_parent_class)->finalize (object);
}

static void
sc_step_row_class_init (ScStepRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_step_row_dispose;
  object_class->finalize = sc_step_row_finalize;
  widget_class->measure = sc_step_row_measure;
  widget_class->size_allocate = sc_canvas_allocate_menu;
  widget_class->snapshot = sc_step_row_snapshot;

  gtk_widget_class_set_css_name (widget_class, "step");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  sc_canvas_install_step_actions (widget_class);
}

static void
sc_step_row_init (ScStepRow *self)
{
  self->badge = SC_BADGE_NONE;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, FALSE, -1);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (gtk_widget_queue_draw), NULL);
}

GtkWidget *
sc_step_row_new (ScCanvasStyle *style)
{
  ScStepRow *self = g_object_new (SC_TYPE_STEP_ROW, NULL);

  self->style = sc_canvas_style_ref (style);
  return GTK_WIDGET (self);
}

/* "Step 2 of 5: Decision Maker?, column Decision Maker (Yes/No), required, problem: …" */
static void
update_accessible (ScStepRow *self)
{
  const ScStep *step = self->step;
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, _ ("Step %u of %u: %s"), self->position + 1, self->n_steps,
                          self->label);
  if (step->kind == SC_STEP_ACTION)
    g_string_append_printf (text, ", %s", _ ("action step"));
  else if (step->kind == SC_STEP_FLOW)
    g_string_append_printf (text, ", %s", _ ("flow step"));
  else if (self->column == NULL)
    g_string_append_printf (text, ", %s", _ ("no column"));
  else
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, _ ("column %s"), self->column);
      if (self->type != SC_COLUMN_UNKNOWN)
        g_string_append_printf (text, " (%s)", sc_column_type_get_title (self->type));
    }
  if (step->required)
    g_string_append_printf (text, ", %s", _ ("required"));
  if (self->problem != NULL)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, _ ("problem: %s"), self->problem);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str,
                                  GTK_ACCESSIBLE_PROPERTY_REQUIRED, step->required, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET,
                                  (int) self->position + 1, GTK_ACCESSIBLE_RELATION_SET_SIZE,
                                  (int) self->n_steps, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               self->badge.severity == SC_SEVERITY_ERROR
                                   ? GTK_ACCESSIBLE_INVALID_TRUE
                                   : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
look_up_column (ScStepRow *self, const ScSolution *solution, const ScStage *stage, int language)
{
  const ScStep *step = self->step;
  const ScColumn *column = sc_solution_find_column (solution, stage->table, step->column);

  g_clear_pointer (&self->column, g_free);
  self->type = SC_COLUMN_UNKNOWN;
  if (step->kind != SC_STEP_DATA || step->column == NULL)
    return;

  self->type = column != NULL ? column->type : sc_column_type_from_class_id (step->class_id);
  self->column = g_strdup (column != NULL ? sc_column_get_label (column, language) : step->column);
}

void
sc_step_row_update (ScStepRow *self,
                    const ScSolution *solution,
                    const ScStage *stage,
                    guint position,
                    ScBadge badge,
                    int language,
                    gboolean anew)
{
  const ScStep *step = sc_list_get (stage->steps, position);
  guint n_steps = sc_list_length (stage->steps);
  const char *problem = badge.problem != NULL ? badge.problem->message : NULL;

  g_return_if_fail (SC_IS_STEP_ROW (self) && step != NULL);

  if (!anew && step == self->step && position == self->position && n_steps == self->n_steps
      && badge.count == self->badge.count && g_strcmp0 (problem, self->problem) == 0)
    return;

  if (anew || step != self->step)
    {
      sc_step_unref ((ScStep *) self->step);
      self->step = sc_step_ref (step);
      g_free (self->label);
      self->label = g_strdup (sc_step_get_label (step, language));
      look_up_column (self, solution, stage, language);
      g_clear_object (&self->text);
    }
  self->position = position;
  self->n_steps = n_steps;
  self->badge = (ScBadge){ badge.count, badge.severity, NULL };
  g_free (self->problem);
  self->problem = g_strdup (problem);
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const ScStep *
sc_step_row_get_step (ScStepRow *self)
{
  return self->step;
}

void
sc_step_row_set_selected (ScStepRow *self, gboolean selected)
{
  if (self->selected == selected)
    return;

  self->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
sc_step_row_is_marked (ScStepRow *self)
{
  return self->selected || gtk_widget_has_focus (GTK_WIDGET (self));
}

void
sc_step_row_set_hovered (ScStepRow *self, gboolean hovered)
{
  if (self->hovered == hovered)
    return;

  self->hovered = hovered;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

char *
sc_step_row_dup_tooltip (ScStepRow *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->text != NULL && pango_layout_is_ellipsized (self->text))
    g_string_append (text, self->label);
  if (self->column != NULL && g_strcmp0 (self->column, self->label) != 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", self->column);
  if (self->step->kind == SC_STEP_DATA && self->column == NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                            _ ("This step has no column yet."));
  if (self->problem != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", self->problem);

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
