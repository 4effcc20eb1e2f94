/* sc-stage-card.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-stage-card.h"

#include <glib/gi18n-lib.h>

#include "sc-canvas-actions.h"
#include "sc-canvas-button.h"
#include "sc-card-overview.h"
#include "sc-id.h"
#include "sc-layout.h"

#define RADIUS      10
#define EDGE_HEIGHT 5
#define PADDING     11
/* Still to be seen when it is drawn at a quarter of its size. */
#define OVERVIEW_BORDER 3

struct _ScStageCard
{
  GtkWidget parent_instance;

  ScCanvasStyle *style;
  const ScStage *stage; /* owned */
  guint position;
  guint n_stages;
  guint colour;
  guint n_problems;
  int severity;
  char *problem;
  char *name;
  char *kind; /* "Lead · Qualify" */
  gboolean selected;
  GPtrArray *rows; /* children */
  GtkWidget *add;  /* child */
  PangoLayout *title;
  PangoLayout *subtitle;
  PangoLayout *count; /* of problems */
  ScCardOverview overview;
};

G_DEFINE_FINAL_TYPE (ScStageCard, sc_stage_card, GTK_TYPE_WIDGET)

static void
sc_stage_card_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  ScStageCard *self = SC_STAGE_CARD (widget);
  const ScLayoutMetrics *metrics = &sc_layout_default_metrics;
  double size = metrics->card_width;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    size = metrics->header_height + metrics->footer_height + metrics->row_height * self->rows->len;
  *minimum = *natural = (int) size;
  *minimum_baseline = *natural_baseline = -1;
}

static void
allocate_row (GtkWidget *row, double y, int width, double height)
{
  int minimum;

  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (row, &(GtkAllocation){ 1, (int) y, width - 2, (int) height }, -1);
}

static void
sc_stage_card_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScStageCard *self = SC_STAGE_CARD (widget);
  const ScLayoutMetrics *metrics = &sc_layout_default_metrics;
  double y = metrics->header_height;

  for (guint i = 0; i < self->rows->len; i++, y += metrics->row_height)
    allocate_row (g_ptr_array_index (self->rows, i), y, width, metrics->row_height);
  allocate_row (self->add, y, width, metrics->footer_height - 1);
  sc_canvas_allocate_menu (widget, width, height, baseline);
}

static void
snapshot_badge (ScStageCard *self, GtkSnapshot *snapshot, double width)
{
  ScCanvasStyle *style = self->style;
  double right = width - PADDING;
  int text_width = 0;

  if (self->severity < 0)
    return;

  if (self->n_problems > 1)
    {
      if (sc_canvas_style_is_stale (style, self->count))
        {
          g_autofree char *count = g_strdup_printf ("%u", self->n_problems);

          g_clear_object (&self->count);
          self->count = sc_canvas_style_new_text (style, count, 30, SC_TEXT_SMALL_BOLD);
        }
      pango_layout_get_pixel_size (self->count, &text_width, NULL);
      sc_snapshot_text (snapshot, self->count, right - text_width, 20, &style->text);
      right -= text_width + 3;
    }
  sc_snapshot_icon (snapshot, style, (ScCanvasIcon) (SC_ICON_ADVICE + self->severity),
                    right - SC_ICON_SIZE, 12);
}

static void
snapshot_header (ScStageCard *self, GtkSnapshot *snapshot, double width)
{
  ScCanvasStyle *style = self->style;

  if (sc_canvas_style_is_stale (style, self->title))
    {
      g_autofree char *title = g_strdup_printf ("%u  %s", self->position + 1, self->name);
      double badge = self->severity >= 0 ? SC_ICON_SIZE + 18 : 0;

      g_clear_object (&self->title);
      g_clear_object (&self->subtitle);
      self->title
          = sc_canvas_style_new_text (style, title, width - 2 * PADDING - badge, SC_TEXT_BOLD);
      self->subtitle
          = sc_canvas_style_new_text (style, self->kind, width - 2 * PADDING, SC_TEXT_SMALL);
    }
  sc_snapshot_text (snapshot, self->title, PADDING, 20, &style->text);
  sc_snapshot_text (snapshot, self->subtitle, PADDING, 39, &style->dim);
  snapshot_badge (self, snapshot, width);
}

/* In the overview only those that have something to show. */
static void
snapshot_rows (ScStageCard *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (self->style->detail
        || (SC_IS_STEP_ROW (child) && sc_step_row_is_marked (SC_STEP_ROW (child))))
      gtk_widget_snapshot_child (widget, child, snapshot);
}

static void
sc_stage_card_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ScStageCard *self = SC_STAGE_CARD (widget);
  ScCanvasStyle *style = self->style;
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  GdkRGBA edge = sc_canvas_style_get_table_colour (style, self->colour);
  float border = style->detail ? 1 : OVERVIEW_BORDER;
  GskRoundedRect outline;

  sc_snapshot_begin_mirrored (snapshot, style, width);
  if (!style->high_contrast)
    sc_snapshot_box (snapshot, GRAPHENE_RECT_INIT (-1, 1, width + 2, height + 1), RADIUS + 1, NULL,
                     &style->shadow, 2);
  gsk_rounded_rect_init_from_rect (&outline, &bounds, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &style->card, &bounds);
  if (self->selected)
    sc_snapshot_rect (snapshot, &style->selected, 0, 0, width,
                      style->detail ? sc_layout_default_metrics.header_height : height);
  gtk_snapshot_append_color (
      snapshot, &edge,
      &GRAPHENE_RECT_INIT (0, 0, width, style->detail ? EDGE_HEIGHT : 3 * EDGE_HEIGHT));
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (
      snapshot, &outline, (float[4]){ 0, border, border, border },
      (GdkRGBA[4]){ style->border, style->border, style->border, style->border });
  if (style->detail)
    snapshot_header (self, snapshot, width);
  sc_snapshot_end_mirrored (snapshot);
  snapshot_rows (self, snapshot);
  if (!style->detail)
    {
      sc_snapshot_begin_mirrored (snapshot, style, width);
      sc_card_overview_snapshot (&self->overview, snapshot, style, self->stage, self->name,
                                 self->severity, width, height);
      sc_snapshot_end_mirrored (snapshot);
    }

  if (self->selected || gtk_widget_has_focus (widget))
    {
      GdkRGBA accent = style->accent;

      if (!gtk_widget_has_focus (widget))
        accent.alpha = 0.6f;
      sc_snapshot_box (snapshot, GRAPHENE_RECT_INIT (-4, -4, width + 8, height + 8), RADIUS + 4,
                       NULL, &accent, 2.5);
    }
}

static void
forget_texts (ScStageCard *self)
{
  g_clear_object (&self->title);
  g_clear_object (&self->subtitle);
  g_clear_object (&self->count);
  sc_card_overview_clear (&self->overview);
}

static void
sc_stage_card_dispose (GObject *object)
{
  ScStageCard *self = SC_STAGE_CARD (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->rows, 0);
  self->add = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  forget_texts (self);

  G_OBJECT_CLASS (sc_stage_card_parent_class)->dispose (object);
}

static void
sc_stage_card_finalize (GObject *object)
{
  ScStageCard *self = SC_STAGE_CARD (object);

  g_ptr_array_unref (self->rows);
  sc_stage_unref ((ScStage *) self->stage);
  sc_canvas_style_unref (self->style);
  g_free (self->problem);
  g_free (self->name);
  g_free (self->kind);

  G_OBJECT_CLASS (sc_stage_card_parent_class)->finalize (object);
}

static void
sc_stage_card_class_init (ScStageCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_stage_card_dispose;
  object_class->finalize = sc_stage_card_finalize;
  widget_class->measure = sc_stage_card_measure;
  widget_class->size_allocate = sc_stage_card_size_allocate;
  widget_class->snapshot = sc_stage_card_snapshot;

  gtk_widget_class_set_css_name (widget_class, "stage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  sc_canvas_install_stage_actions (widget_class);
}

static void
sc_stage_card_init (ScStageCard *self)
{
  self->severity = -1;
  self->rows = g_ptr_array_new ();
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, FALSE, -1);
  /* The canvas handles the pointer for the card and its rows, and must hold it in a drag: GTK loses
   * the next press when what held it goes away, as a row does that is dropped on another card. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (gtk_widget_queue_draw), NULL);
}

GtkWidget *
sc_stage_card_new (ScCanvasStyle *style)
{
  ScStageCard *self = g_object_new (SC_TYPE_STAGE_CARD, NULL);

  self->style = sc_canvas_style_ref (style);
  self->add = sc_canvas_button_new (style, SC_BUTTON_ADD_STEP);
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/* Takes the row of that step out of old. */
static GtkWidget *
take_row (GPtrArray *old, guint position, const char *step)
{
  for (guint k = 0; k < old->len; k++)
    {
      /* Mostly it is where it was. */
      guint i = (position + k) % old->len;
      GtkWidget *row = g_ptr_array_index (old, i);

      if (row != NULL && g_strcmp0 (sc_step_row_get_step (SC_STEP_ROW (row))->id, step) == 0)
        {
          g_ptr_array_index (old, i) = NULL;
          return row;
        }
    }

  return NULL;
}

static void
reconcile_rows (ScStageCard *self)
{
  g_autoptr (GPtrArray) old = self->rows;
  GtkWidget *before = NULL;

  self->rows = g_ptr_array_new ();
  sc_list_foreach (self->stage->steps, const ScStep *, step)
    {
      GtkWidget *row = take_row (old, step_i, step->id);

      if (row == NULL)
        {
          row = sc_step_row_new (self->style);
          gtk_widget_insert_after (row, GTK_WIDGET (self), before);
        }
      else if (gtk_widget_get_prev_sibling (row) != before)
        gtk_widget_insert_after (row, GTK_WIDGET (self), before);
      g_ptr_array_add (self->rows, row);
      before = row;
    }
  for (guint i = 0; i < old->len; i++)
    if (g_ptr_array_index (old, i) != NULL)
      gtk_widget_unparent (g_ptr_array_index (old, i));
  if (old->len != self->rows->len)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static char *
describe_kind (const ScCardInfo *info)
{
  const char *table = sc_solution_get_table_label (info->solution, info->stage->table);
  const char *category = sc_stage_category_get_name (info->stage->category);
  g_autofree char *number = NULL;

  if (table == NULL)
    table = _ ("No table");
  if (category != NULL)
    category = _ (category);
  else if (info->stage->category != SC_CATEGORY_NONE)
    category = number = g_strdup_printf (_ ("Category %d"), info->stage->category);

  return category != NULL ? g_strdup_printf ("%s · %s", table, category) : g_strdup (table);
}

static void
update_accessible (ScStageCard *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *add = g_strdup_printf (_ ("Add a step to %s"), self->name);

  g_string_append_printf (text, _ ("Stage %u of %u: %s, %s"), self->position + 1, self->n_stages,
                          self->name, self->kind);
  g_string_append (text, ", ");
  g_string_append_printf (text, ngettext ("%u step", "%u steps", self->rows->len), self->rows->len);
  if (self->n_problems > 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, ngettext ("%u problem", "%u problems", self->n_problems),
                              self->n_problems);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str,
                                  -1);
  sc_canvas_button_set_label (SC_CANVAS_BUTTON (self->add), add);
}

static void
update_rows (ScStageCard *self, const ScCardInfo *info)
{
  /* A stage without problems has no step with one. */
  gboolean clean = sc_badges_get_stage (info->badges, info->stage->id).count == 0;

  sc_list_foreach (info->stage->steps, const ScStep *, step)
    {
      sc_step_row_update (g_ptr_array_index (self->rows, step_i), info->solution, info->stage,
                          step_i,
                          clean ? SC_BADGE_NONE : sc_badges_get_step (info->badges, step->id),
                          info->language, info->anew);
    }
}

void
sc_stage_card_update (ScStageCard *self, const ScCardInfo *info)
{
  ScBadge badge = sc_badges_get_stage (info->badges, info->stage->id);
  const char *problem = badge.problem != NULL ? badge.problem->message : NULL;
  gboolean changed = info->anew || info->stage != self->stage;

  if (changed)
    {
      gboolean table = self->stage == NULL || info->anew
                       || g_strcmp0 (self->stage->table, info->stage->table) != 0;
      ScCardInfo rows = *info;

      sc_stage_unref ((ScStage *) self->stage);
      self->stage = sc_stage_ref (info->stage);
      g_free (self->name);
      self->name = g_strdup (sc_stage_get_label (info->stage, info->language));
      g_free (self->kind);
      self->kind = describe_kind (info);
      reconcile_rows (self);
      rows.anew = table;
      update_rows (self, &rows);
    }
  else
    update_rows (self, info);

  if (!changed && info->position == self->position && info->n_stages == self->n_stages
      && info->colour == self->colour && badge.count == self->n_problems
      && badge.severity == self->severity && g_strcmp0 (problem, self->problem) == 0)
    return;

  self->position = info->position;
  self->n_stages = info->n_stages;
  self->colour = info->colour;
  self->n_problems = badge.count;
  self->severity = badge.severity;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  forget_texts (self);
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const ScStage *
sc_stage_card_get_stage (ScStageCard *self)
{
  return self->stage;
}

guint
sc_stage_card_get_n_rows (ScStageCard *self)
{
  return self->rows->len;
}

ScStepRow *
sc_stage_card_get_row (ScStageCard *self, guint position)
{
  return position < self->rows->len ? g_ptr_array_index (self->rows, position) : NULL;
}

ScStepRow *
sc_stage_card_find_row (ScStageCard *self, const char *step)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      ScStepRow *row = g_ptr_array_index (self->rows, i);

      if (sc_id_equal (sc_step_row_get_step (row)->id, step))
        return row;
    }

  return NULL;
}

GtkWidget *
sc_stage_card_get_add_button (ScStageCard *self)
{
  return self->add;
}

void
sc_stage_card_set_selected (ScStageCard *self, gboolean selected)
{
  if (self->selected == selected)
    return;

  self->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

char *
sc_stage_card_dup_tooltip (ScStageCard *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!self->style->detail || (self->title != NULL && pango_layout_is_ellipsized (self->title)))
    g_string_append (text, self->name);
  if (self->subtitle != NULL && pango_layout_is_ellipsized (self->subtitle))
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", self->kind);
  if (self->problem != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", self->problem);

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
