/* sc-condition-box.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-condition-box.h"

#include <glib/gi18n-lib.h>

#include "sc-canvas-actions.h"
#include "sc-condition-text.h"
#include "sc-layout.h"

struct _ScConditionBox
{
  GtkWidget parent_instance;

  ScCanvasStyle *style;
  const ScStage *stage; /* owned */
  char *first;          /* what the first branch asks for */
  char *all;            /* every branch, one a line */
  gboolean selected;
  PangoLayout *text; /* made when first drawn */
  PangoLayout *mark; /* stands for it in the overview */
};

G_DEFINE_FINAL_TYPE (ScConditionBox, sc_condition_box, GTK_TYPE_WIDGET)

static void
sc_condition_box_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  const ScLayoutMetrics *metrics = &sc_layout_default_metrics;

  *minimum = *natural = (int) (orientation == GTK_ORIENTATION_VERTICAL ? metrics->condition_height
                                                                       : metrics->condition_width);
  *minimum_baseline = *natural_baseline = -1;
}

static void
snapshot_mark (ScConditionBox *self, GtkSnapshot *snapshot, float width, float height)
{
  float scale = (float) self->style->name_scale;

  if (sc_canvas_style_is_stale (self->style, self->mark))
    {
      g_clear_object (&self->mark);
      /* Translators: marks a condition where there is no room to say what it asks for */
      self->mark = sc_canvas_style_new_text (self->style, _ ("?"), 20, SC_TEXT_BOLD);
      pango_layout_set_alignment (self->mark, PANGO_ALIGN_CENTER);
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (width / 2, height / 2));
  gtk_snapshot_scale (snapshot, scale, scale);
  sc_snapshot_text (snapshot, self->mark, -10, 0, &self->style->text);
  gtk_snapshot_restore (snapshot);
}

static void
sc_condition_box_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ScConditionBox *self = SC_CONDITION_BOX (widget);
  ScCanvasStyle *style = self->style;
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);

  sc_snapshot_box (snapshot, GRAPHENE_RECT_INIT (0, 0, width, height), 8, &style->condition,
                   &style->condition_border, 1.5);
  sc_snapshot_begin_mirrored (snapshot, style, width);
  if (style->detail)
    {
      if (sc_canvas_style_is_stale (style, self->text))
        {
          g_clear_object (&self->text);
          self->text = sc_canvas_style_new_text (style, self->first, width - 14, SC_TEXT_SMALL);
          pango_layout_set_single_paragraph_mode (self->text, FALSE);
          pango_layout_set_wrap (self->text, PANGO_WRAP_WORD_CHAR);
          pango_layout_set_height (self->text, -2);
          pango_layout_set_alignment (self->text, PANGO_ALIGN_CENTER);
        }
      sc_snapshot_text (snapshot, self->text, 7, height / 2, &style->text);
    }
  else if (style->name_scale > 0)
    {
      snapshot_mark (self, snapshot, width, height);
    }
  sc_snapshot_end_mirrored (snapshot);

  if (self->selected || gtk_widget_has_focus (widget))
    {
      GdkRGBA accent = style->accent;

      if (!gtk_widget_has_focus (widget))
        accent.alpha = 0.6f;
      sc_snapshot_box (snapshot, GRAPHENE_RECT_INIT (-4, -4, width + 8, height + 8), 12, NULL,
                       &accent, 2.5);
    }
}

static void
sc_condition_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (sc_condition_box_parent_class)->dispose (object);
}

static void
sc_condition_box_finalize (GObject *object)
{
  ScConditionBox *self = SC_CONDITION_BOX (object);

  g_clear_object (&self->text);
  g_clear_object (&self->mark);
  sc_stage_unref ((ScStage *) self->stage);
  sc_canvas_style_unref (self->style);
  g_free (self->first);
  g_free (self->all);

  G_OBJECT_CLASS (sc_condition_box_parent_class)->finalize (object);
}

static void
sc_condition_box_class_init (ScConditionBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_condition_box_dispose;
  object_class->finalize = sc_condition_box_finalize;
  widget_class->measure = sc_condition_box_measure;
  widget_class->size_allocate = sc_canvas_allocate_menu;
  widget_class->snapshot = sc_condition_box_snapshot;

  gtk_widget_class_set_css_name (widget_class, "condition");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  sc_canvas_install_condition_actions (widget_class);
}

static void
sc_condition_box_init (ScConditionBox *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (gtk_widget_queue_draw), NULL);
}

GtkWidget *
sc_condition_box_new (ScCanvasStyle *style)
{
  ScConditionBox *self = g_object_new (SC_TYPE_CONDITION_BOX, NULL);

  self->style = sc_canvas_style_ref (style);
  return GTK_WIDGET (self);
}

static char *
describe_all (const ScSolution *solution, const ScFlow *flow, const ScStage *stage, int language)
{
  g_autoptr (GString) text = g_string_new (NULL);

  sc_list_foreach (stage->condition->branches, const ScBranch *, branch)
    {
      g_autofree char *clauses = sc_condition_text_branch (solution, flow, stage, branch, language);
      const ScStage *target = sc_flow_find_stage (flow, branch->target, NULL);

      if (text->len > 0)
        g_string_append_c (text, '\n');
      if (target != NULL)
        g_string_append_printf (text, _ ("%s: to %s"), clauses,
                                sc_stage_get_label (target, language));
      else
        g_string_append_printf (text, _ ("%s: the flow ends"), clauses);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
sc_condition_box_update (ScConditionBox *self,
                         const ScSolution *solution,
                         const ScFlow *flow,
                         const ScStage *stage,
                         int language)
{
  const ScBranch *first = sc_list_get (stage->condition->branches, 0);
  g_autofree char *text = sc_condition_text_branch (solution, flow, stage, first, language);
  g_autofree char *all = describe_all (solution, flow, stage, language);
  g_autofree char *label = NULL;

  sc_stage_ref (stage);
  sc_stage_unref ((ScStage *) self->stage);
  self->stage = stage;
  if (g_strcmp0 (text, self->first) == 0 && g_strcmp0 (all, self->all) == 0)
    return;

  g_free (self->first);
  self->first = g_steal_pointer (&text);
  g_free (self->all);
  self->all = g_steal_pointer (&all);
  g_clear_object (&self->text);
  label = g_strdup_printf (_ ("Condition after %s: %s"), sc_stage_get_label (stage, language),
                           self->first);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->all, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const ScStage *
sc_condition_box_get_stage (ScConditionBox *self)
{
  return self->stage;
}

void
sc_condition_box_set_selected (ScConditionBox *self, gboolean selected)
{
  if (self->selected == selected)
    return;

  self->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

char *
sc_condition_box_dup_tooltip (ScConditionBox *self)
{
  return g_strdup (self->all);
}
