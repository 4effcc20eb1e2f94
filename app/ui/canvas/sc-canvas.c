/* sc-canvas.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-canvas-actions.h"
#include "sc-canvas-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "sc-clipboard.h"

G_DEFINE_FINAL_TYPE_WITH_CODE (ScCanvas,
                               sc_canvas,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum
{
  PLACED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

enum
{
  PROP_0,
  PROP_ZOOM,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

static void
sc_canvas_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScCanvas *self = SC_CANVAS (object);

  switch (id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, sc_canvas_get_zoom (self));
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[id - PROP_HADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->scroll_policy[id - PROP_HSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sc_canvas_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ScCanvas *self = SC_CANVAS (object);

  switch (id)
    {
    case PROP_ZOOM:
      sc_canvas_set_zoom (self, g_value_get_double (value));
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      sc_canvas_set_adjustment (self, (GtkOrientation) (id - PROP_HADJUSTMENT),
                                g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->scroll_policy[id - PROP_HSCROLL_POLICY] = (guint) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sc_canvas_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  ScCanvas *self = SC_CANVAS (widget);
  double size = 0;

  if (self->layout != NULL)
    size = orientation == GTK_ORIENTATION_HORIZONTAL ? self->layout->width : self->layout->height;
  /* A scrolled window looks here whether it needs scroll bars. Where the adjustments tell it
   * something else, it shows and hides them in every frame. */
  *minimum = *natural = (int) ceil (size * self->zoom);
  *minimum_baseline = *natural_baseline = -1;
}

/* A child at its place in the layout, or, with fixed_size, at the size it has at 100 %. */
static void
allocate_child (ScCanvas *self, GtkWidget *child, ScRect rect, gboolean fixed_size)
{
  graphene_rect_t place = sc_canvas_rect_to_view (self, rect);
  double scale = fixed_size ? 1 : self->zoom;
  GskTransform *transform;
  int minimum, natural, minimum_height, width;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &minimum_height, NULL, NULL, NULL);
  width = MAX (minimum, (int) rect.width);
  if (self->style->mirrored)
    place.origin.x = (float) (sc_canvas_mirror (self, place.origin.x) - width * scale);
  transform = gsk_transform_translate (NULL, &place.origin);
  if (scale != 1)
    transform = gsk_transform_scale (transform, (float) scale, (float) scale);
  gtk_widget_allocate (child, width, MAX (minimum_height, (int) rect.height), -1, transform);
}

static void
sc_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScCanvas *self = SC_CANVAS (widget);

  sc_canvas_configure_adjustments (self);
  g_signal_emit (self, signals[PLACED], 0);
  if (self->layout == NULL)
    return;

  sc_canvas_cull (self);
  for (guint i = 0; i < self->cards->len; i++)
    allocate_child (self, g_ptr_array_index (self->cards, i), self->layout->cards[i].rect, FALSE);
  for (guint i = 0; i < self->conditions->len; i++)
    allocate_child (self, g_ptr_array_index (self->conditions, i), self->layout->conditions[i].rect,
                    FALSE);
  for (guint i = 0; i < self->inserts->len; i++)
    {
      ScPoint point = sc_canvas_get_slot_point (self, i);

      allocate_child (self, g_ptr_array_index (self->inserts, i),
                      (ScRect){ point.x - SC_INSERT_SIZE / 2, point.y - SC_INSERT_SIZE / 2,
                                SC_INSERT_SIZE, SC_INSERT_SIZE },
                      FALSE);
    }
  if (self->rename != NULL)
    allocate_child (self, self->rename, self->rename_rect, TRUE);
  sc_canvas_allocate_menu (widget, width, height, baseline);
}

static void
sc_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ScCanvas *self = SC_CANVAS (widget);

  gtk_snapshot_append_color (snapshot, &self->style->background,
                             &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                  (float) gtk_widget_get_height (widget)));
  if (self->layout == NULL)
    return;

  sc_snapshot_begin_mirrored (snapshot, self->style, gtk_widget_get_width (widget));
  sc_canvas_snapshot_lines (self, snapshot);
  sc_snapshot_end_mirrored (snapshot);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != self->rename)
      gtk_widget_snapshot_child (widget, child, snapshot);
  sc_snapshot_begin_mirrored (snapshot, self->style, gtk_widget_get_width (widget));
  sc_canvas_snapshot_drag (self, snapshot);
  sc_band_snapshot (self, snapshot);
  sc_way_drag_snapshot (self, snapshot);
  sc_snapshot_end_mirrored (snapshot);
  if (self->rename != NULL)
    gtk_widget_snapshot_child (widget, self->rename, snapshot);
  if (gtk_widget_has_visible_focus (widget))
    sc_snapshot_box (snapshot,
                     GRAPHENE_RECT_INIT (1, 1, (float) gtk_widget_get_width (widget) - 2,
                                         (float) gtk_widget_get_height (widget) - 2),
                     4, NULL, &self->style->accent, 2);
}

/* Tab goes into the canvas and out of it again; within it the arrows move. */
static gboolean
sc_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  ScCanvas *self = SC_CANVAS (widget);
  GtkWidget *popover = sc_canvas_get_focused_popover (self);

  if (popover != NULL)
    return gtk_widget_child_focus (popover, direction);
  if (sc_canvas_has_focus_inside (self))
    {
      if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
        return FALSE;
      sc_canvas_move_focus (self, sc_canvas_mirror_direction (self, direction), SC_MOVE_SELECT);
      return TRUE;
    }
  if (self->cards->len == 0)
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

void
sc_canvas_focus_self (ScCanvas *self)
{
  GTK_WIDGET_CLASS (sc_canvas_parent_class)->grab_focus (GTK_WIDGET (self));
}

/* What is selected gets the focus; the canvas itself where nothing is. */
static gboolean
sc_canvas_grab_focus (GtkWidget *widget)
{
  GtkWidget *selected = sc_canvas_get_selected_widget (SC_CANVAS (widget));

  if (selected == NULL)
    return GTK_WIDGET_CLASS (sc_canvas_parent_class)->grab_focus (widget);

  sc_canvas_approach (SC_CANVAS (widget), selected);
  return TRUE;
}

void
sc_canvas_redraw_all (ScCanvas *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      GtkWidget *card = g_ptr_array_index (self->cards, i);

      gtk_widget_queue_draw (card);
      for (GtkWidget *row = gtk_widget_get_first_child (card); row != NULL;
           row = gtk_widget_get_next_sibling (row))
        gtk_widget_queue_draw (row);
    }
  for (guint i = 0; i < self->conditions->len; i++)
    gtk_widget_queue_draw (g_ptr_array_index (self->conditions, i));
  for (guint i = 0; i < self->inserts->len; i++)
    gtk_widget_queue_draw (g_ptr_array_index (self->inserts, i));
  sc_canvas_forget_lines (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
reload_style (ScCanvas *self)
{
  double zoom = sc_canvas_get_zoom (self);

  sc_canvas_style_load (self->style, GTK_WIDGET (self));
  sc_canvas_set_zoom (self, zoom);
  sc_canvas_redraw_all (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
sc_canvas_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (sc_canvas_parent_class)->direction_changed (widget, previous);
  reload_style (SC_CANVAS (widget));
}

static void
sc_canvas_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sc_canvas_parent_class)->system_setting_changed (widget, setting);
  if (setting == GTK_SYSTEM_SETTING_DPI || setting == GTK_SYSTEM_SETTING_FONT_NAME)
    reload_style (SC_CANVAS (widget));
}

static void
sc_canvas_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sc_canvas_parent_class)->realize (widget);
  reload_style (SC_CANVAS (widget));
}

static void
sc_canvas_map (GtkWidget *widget)
{
  sc_canvas_catch_up (SC_CANVAS (widget));

  GTK_WIDGET_CLASS (sc_canvas_parent_class)->map (widget);
}

/* What is going on with the pointer ends. A name that is being typed is kept, as it is whenever the
 * focus goes elsewhere, but not where that would take back what others did meanwhile. */
static void
sc_canvas_unmap (GtkWidget *widget)
{
  ScCanvas *self = SC_CANVAS (widget);
  gboolean shown = gtk_widget_get_mapped (GTK_WIDGET (gtk_widget_get_root (widget)));

  sc_way_drag_cancel (self);
  sc_canvas_cancel_drag (self);
  sc_band_drop (self);
  sc_canvas_end_rename (self, shown && self->solution == sc_editor_get_solution (self->editor));

  GTK_WIDGET_CLASS (sc_canvas_parent_class)->unmap (widget);
}

static gboolean
sc_canvas_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  ScCanvas *self = SC_CANVAS (widget);
  ScHit hit = sc_canvas_hit (self, sc_canvas_from_view (self, sc_canvas_mirror (self, x), y));
  GtkWidget *part = sc_canvas_get_hit_widget (self, hit);
  g_autofree char *text = NULL;

  if (self->drag != NULL || sc_band_is_drawn (self) || sc_way_drag_is_drawn (self) || keyboard)
    return FALSE;

  if (hit.kind == SC_HIT_REQUIRED)
    text = g_strdup (_ ("Required or not: click to change"));
  else if (SC_IS_STEP_ROW (part))
    text = sc_step_row_dup_tooltip (SC_STEP_ROW (part));
  else if (SC_IS_STAGE_CARD (part))
    text = sc_stage_card_dup_tooltip (SC_STAGE_CARD (part));
  else if (SC_IS_CONDITION_BOX (part))
    text = sc_condition_box_dup_tooltip (SC_CONDITION_BOX (part));
  else if (sc_hit_is_line (hit))
    text = sc_canvas_dup_line_tooltip (self, hit.index);
  else if (hit.kind == SC_HIT_INSERT)
    text = g_strdup (_ ("Insert a stage here"));
  gtk_tooltip_set_text (tooltip, text);

  return text != NULL;
}

static void
sc_canvas_dispose (GObject *object)
{
  ScCanvas *self = SC_CANVAS (object);
  GtkWidget *menu;

  while ((menu = gtk_widget_get_last_child (GTK_WIDGET (self))) != NULL && GTK_IS_POPOVER (menu))
    gtk_widget_unparent (menu);
  sc_way_drag_cancel (self);
  sc_canvas_cancel_drag (self);
  sc_canvas_forget_incoming (self);
  sc_canvas_end_rename (self, FALSE);
  sc_canvas_clear (self);
  for (int o = 0; o < 2; o++)
    sc_canvas_set_adjustment (self, (GtkOrientation) o, NULL);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_canvas_parent_class)->dispose (object);
}

static void
sc_canvas_finalize (GObject *object)
{
  ScCanvas *self = SC_CANVAS (object);

  g_ptr_array_unref (self->cards);
  g_ptr_array_unref (self->conditions);
  g_ptr_array_unref (self->inserts);
  g_ptr_array_unref (self->lines);
  g_hash_table_unref (self->table_colours);
  g_clear_weak_pointer (&self->described);
  g_clear_weak_pointer (&self->revealed);
  g_free (self->only);
  g_free (self->announced);
  g_free (self->news);
  g_free (self->news_of);
  g_free (self->redo_name);
  g_string_free (self->typed, TRUE);
  sc_canvas_style_unref (self->style);

  G_OBJECT_CLASS (sc_canvas_parent_class)->finalize (object);
}

static void
sc_canvas_class_init (ScCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_canvas_dispose;
  object_class->finalize = sc_canvas_finalize;
  object_class->get_property = sc_canvas_get_property;
  object_class->set_property = sc_canvas_set_property;

  widget_class->measure = sc_canvas_measure;
  widget_class->size_allocate = sc_canvas_size_allocate;
  widget_class->snapshot = sc_canvas_snapshot;
  widget_class->focus = sc_canvas_focus;
  widget_class->grab_focus = sc_canvas_grab_focus;
  widget_class->realize = sc_canvas_realize;
  widget_class->map = sc_canvas_map;
  widget_class->unmap = sc_canvas_unmap;
  widget_class->query_tooltip = sc_canvas_query_tooltip;
  widget_class->direction_changed = sc_canvas_direction_changed;
  widget_class->system_setting_changed = sc_canvas_system_setting_changed;

  g_object_class_install_property (
      object_class, PROP_ZOOM,
      g_param_spec_double ("zoom", NULL, NULL, SC_MIN_ZOOM, SC_MAX_ZOOM, 1,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY));
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[PLACED] = g_signal_new ("placed", SC_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  sc_canvas_install_actions (widget_class);
  sc_clipboard_install_actions (widget_class);
}

static void
free_line (gpointer node)
{
  g_clear_pointer ((GskRenderNode **) &node, gsk_render_node_unref);
}

static void
sc_canvas_init (ScCanvas *self)
{
  self->style = sc_canvas_style_new ();
  self->hovered_end = -1;
  self->cards = g_ptr_array_new ();
  self->conditions = g_ptr_array_new ();
  self->inserts = g_ptr_array_new ();
  self->lines = g_ptr_array_new_with_free_func (free_line);
  self->table_colours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Flow"),
                                  -1);
  sc_canvas_style_load (self->style, GTK_WIDGET (self));
  self->zoom = self->style->text_scale;
  sc_canvas_add_pointer (self);
  sc_canvas_add_zoom (self);
  sc_canvas_add_way_drag (self);
  sc_canvas_add_drag (self);
  sc_canvas_add_typing (self);
}

GtkWidget *
sc_canvas_new (ScEditor *editor, const char *flow)
{
  ScCanvas *self = g_object_new (SC_TYPE_CANVAS, NULL);
  AdwStyleManager *manager
      = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  self->editor = g_object_ref (editor);
  self->only = g_strdup (flow);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (reload_style), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (reload_style), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  sc_canvas_follow (self, editor);
  sc_clipboard_attach (GTK_WIDGET (self), editor);

  return GTK_WIDGET (self);
}

const ScLayout *
sc_canvas_get_layout (ScCanvas *self)
{
  return self->layout;
}
