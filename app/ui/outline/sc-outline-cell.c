/* sc-outline-cell.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-outline-cell.h"

#include <math.h>
#include <string.h>

#include "sc-outline-private.h"
#include "sc-severity.h"

#define PADDING     8
#define ICON        16
#define STEP_INDENT 20
/* Characters: more than that are never seen at once. */
#define MAX_SHOWN 500

struct _ScOutlineCell
{
  GtkWidget parent_instance;

  ScEditor *editor;
  ScOutlineColumn column;
  ScOutlineItem *item;
  char *text;
  PangoLayout *layout; /* made when it is drawn */
  GtkWidget *entry;
};

G_DEFINE_FINAL_TYPE (ScOutlineCell, sc_outline_cell, GTK_TYPE_WIDGET)

static gboolean
is_name (ScOutlineCell *self)
{
  return self->column.field == SC_OUTLINE_NAME;
}

/* From the side where lines begin. */
static int
get_text_start (ScOutlineCell *self)
{
  if (!is_name (self) || self->item == NULL)
    return PADDING;
  switch (sc_outline_item_get_kind (self->item))
    {
    case SC_OUTLINE_STEP:
      return PADDING + ICON + 4 + STEP_INDENT;
    case SC_OUTLINE_ADD_STEP:
      return PADDING + ICON + 4 + STEP_INDENT + ICON + 4;
    case SC_OUTLINE_STAGE:
    case SC_OUTLINE_ADD_STAGE:
    default:
      return PADDING + ICON + 4;
    }
}

static int
get_badge_space (ScOutlineCell *self)
{
  return is_name (self) && self->item != NULL && sc_outline_item_get_problem (self->item) != NULL
             ? ICON + PADDING
             : 0;
}

static int
get_text_width (ScOutlineCell *self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)) - get_text_start (self)
                  - get_badge_space (self) - PADDING,
              0);
}

ScOutlinePart
sc_outline_cell_pick (ScOutlineCell *self, double x)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (self->item == NULL)
    return SC_OUTLINE_PART_TEXT;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x;
  if (self->column.field == SC_OUTLINE_REQUIRED)
    return SC_OUTLINE_PART_CHECK;
  if (is_name (self) && sc_outline_item_get_kind (self->item) == SC_OUTLINE_STAGE
      && x < PADDING + ICON + 2)
    return SC_OUTLINE_PART_EXPANDER;
  if (get_badge_space (self) > 0 && x > width - ICON - PADDING * 1.5)
    return SC_OUTLINE_PART_BADGE;
  return SC_OUTLINE_PART_TEXT;
}

static void
sc_outline_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScOutlineCell *self = SC_OUTLINE_CELL (widget);
  int start = get_text_start (self) - 6;
  int minimum;
  GtkAllocation box;

  if (self->entry == NULL)
    return;
  gtk_widget_measure (self->entry, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  box = (GtkAllocation){ start, 0, MAX (width - start, minimum), height };
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    box.x = width - start - box.width;
  gtk_widget_size_allocate (self->entry, &box, -1);
}

/* The height is that of the style, which is the same for all. */
static void
sc_outline_cell_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
draw_icon (
    ScOutlineCell *self, GtkSnapshot *snapshot, const char *name, int start, const GdkRGBA *color)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkTextDirection direction = gtk_widget_get_direction (widget);
  int width = gtk_widget_get_width (widget);
  int x = direction == GTK_TEXT_DIR_RTL ? width - start - ICON : start;
  int y = (gtk_widget_get_height (widget) - ICON) / 2;
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (
      gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)), name, NULL, ICON,
      gtk_widget_get_scale_factor (widget), direction, 0);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON, ICON,
                                            color, 1);
  gtk_snapshot_restore (snapshot);
}

static void
draw_badge (ScOutlineCell *self, GtkSnapshot *snapshot)
{
  static const char *const colors[] = {
    [SC_SEVERITY_ADVICE] = "accent_color",
    [SC_SEVERITY_WARNING] = "warning_color",
    [SC_SEVERITY_ERROR] = "error_color",
  };
  ScSeverity severity = (ScSeverity) sc_outline_item_get_facts (self->item)->badge.severity;
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (context, colors[severity], &color))
    gtk_style_context_get_color (context, &color);
  draw_icon (self, snapshot, sc_severity_get_icon_name (severity),
             gtk_widget_get_width (GTK_WIDGET (self)) - PADDING - ICON, &color);
}

static void
draw_icons (ScOutlineCell *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  const ScOutlineFacts *facts = sc_outline_item_get_facts (self->item);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (self->column.field == SC_OUTLINE_REQUIRED && facts->step != NULL && facts->step->required)
    draw_icon (self, snapshot, "object-select-symbolic", (width - ICON) / 2, color);
  if (!is_name (self))
    return;
  switch (sc_outline_item_get_kind (self->item))
    {
    case SC_OUTLINE_STAGE:
      draw_icon (self, snapshot,
                 !facts->folded ? "pan-down-symbolic"
                 : rtl          ? "pan-start-symbolic"
                                : "pan-end-symbolic",
                 PADDING, color);
      break;
    case SC_OUTLINE_ADD_STEP:
      draw_icon (self, snapshot, "list-add-symbolic", PADDING + ICON + 4 + STEP_INDENT, color);
      break;
    case SC_OUTLINE_ADD_STAGE:
      draw_icon (self, snapshot, "list-add-symbolic", PADDING, color);
      break;
    case SC_OUTLINE_STEP:
    default:
      break;
    }
  if (get_badge_space (self) > 0 && self->entry == NULL)
    draw_badge (self, snapshot);
}

/* The number of a stage stands back. */
static void
fill_layout (ScOutlineCell *self)
{
  g_autofree char *shown
      = g_utf8_substring (self->text, 0, MIN (g_utf8_strlen (self->text, -1), MAX_SHOWN));
  const ScOutlineFacts *facts = sc_outline_item_get_facts (self->item);
  g_autofree char *text = NULL;
  g_autoptr (PangoAttrList) attributes = NULL;
  PangoAttribute *dim;

  if (!is_name (self) || sc_outline_item_get_kind (self->item) != SC_OUTLINE_STAGE)
    {
      pango_layout_set_text (self->layout, shown, -1);
      return;
    }
  text = g_strdup_printf ("%u  %s", facts->number, shown);
  attributes = pango_attr_list_new ();
  dim = pango_attr_foreground_alpha_new (0x8fff);
  dim->end_index = (guint) (strchr (text, ' ') - text);
  pango_attr_list_insert (attributes, dim);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_set_attributes (self->layout, attributes);
}

static PangoLayout *
get_layout (ScOutlineCell *self)
{
  if (self->layout != NULL)
    return self->layout;
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  fill_layout (self);
  return self->layout;
}

/* A text that is read the other way still begins where the column does. */
static void
draw_text (ScOutlineCell *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  PangoLayout *layout = get_layout (self);
  int available = get_text_width (self);
  int start = get_text_start (self);
  PangoRectangle extents;
  int x;

  pango_layout_set_width (layout, available * PANGO_SCALE);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  x = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
          ? gtk_widget_get_width (GTK_WIDGET (self)) - start - extents.width
          : start;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot,
      &GRAPHENE_POINT_INIT (
          (float) (x - extents.x),
          floorf ((float) (gtk_widget_get_height (GTK_WIDGET (self)) - extents.height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
sc_outline_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ScOutlineCell *self = SC_OUTLINE_CELL (widget);
  GdkRGBA color;

  if (self->item == NULL)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  draw_icons (self, snapshot, &color);
  if (self->entry != NULL)
    gtk_widget_snapshot_child (widget, self->entry, snapshot);
  else if (*self->text != '\0')
    draw_text (self, snapshot, &color);
}

static void
sc_outline_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sc_outline_cell_parent_class)->css_changed (widget, change);
  g_clear_object (&SC_OUTLINE_CELL (widget)->layout);
}

/* Only where there is more to tell than what is seen. */
static gboolean
sc_outline_cell_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  ScOutlineCell *self = SC_OUTLINE_CELL (widget);

  if (self->item == NULL || self->entry != NULL)
    return FALSE;
  if (!keyboard && sc_outline_cell_pick (self, x) == SC_OUTLINE_PART_BADGE)
    {
      gtk_tooltip_set_text (tooltip, sc_outline_item_get_problem (self->item));
      return TRUE;
    }
  if (self->layout == NULL || !pango_layout_is_ellipsized (self->layout))
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->text);
  return TRUE;
}

static gboolean
sc_outline_cell_grab_focus (GtkWidget *widget)
{
  ScOutlineCell *self = SC_OUTLINE_CELL (widget);

  if (self->entry != NULL)
    return gtk_widget_grab_focus (self->entry);
  return GTK_WIDGET_CLASS (sc_outline_cell_parent_class)->grab_focus (widget);
}

static void
sc_outline_cell_dispose (GObject *object)
{
  ScOutlineCell *self = SC_OUTLINE_CELL (object);

  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_object (&self->layout);
  g_clear_object (&self->item);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_outline_cell_parent_class)->dispose (object);
}

static void
sc_outline_cell_finalize (GObject *object)
{
  g_free (SC_OUTLINE_CELL (object)->text);

  G_OBJECT_CLASS (sc_outline_cell_parent_class)->finalize (object);
}

static void
sc_outline_cell_class_init (ScOutlineCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_outline_cell_dispose;
  object_class->finalize = sc_outline_cell_finalize;
  widget_class->measure = sc_outline_cell_measure;
  widget_class->size_allocate = sc_outline_cell_size_allocate;
  widget_class->snapshot = sc_outline_cell_snapshot;
  widget_class->css_changed = sc_outline_cell_css_changed;
  widget_class->query_tooltip = sc_outline_cell_query_tooltip;
  widget_class->grab_focus = sc_outline_cell_grab_focus;

  gtk_widget_class_set_css_name (widget_class, "outline-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  sc_outline_cell_bind_keys (widget_class);
}

static void
sc_outline_cell_init (ScOutlineCell *self)
{
  self->text = g_strdup ("");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
sc_outline_cell_new (ScEditor *editor, ScOutlineColumn column)
{
  ScOutlineCell *self = g_object_new (SC_TYPE_OUTLINE_CELL, NULL);

  self->editor = g_object_ref (editor);
  self->column = column;
  return GTK_WIDGET (self);
}

ScOutlineColumn
sc_outline_cell_get_column (ScOutlineCell *self)
{
  return self->column;
}

ScOutlineItem *
sc_outline_cell_get_item (ScOutlineCell *self)
{
  return self->item;
}

const char *
sc_outline_cell_get_text (ScOutlineCell *self)
{
  return self->text;
}

static void
set_class (ScOutlineCell *self, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
update_look (ScOutlineCell *self)
{
  const ScOutlineFacts *facts = sc_outline_item_get_facts (self->item);
  ScOutlineKind kind = sc_outline_item_get_kind (self->item);
  gboolean adds = kind == SC_OUTLINE_ADD_STEP || kind == SC_OUTLINE_ADD_STAGE;

  set_class (self, "stage", kind == SC_OUTLINE_STAGE && is_name (self));
  set_class (self, "add", adds);
  set_class (self, "detail",
             self->column.field == SC_OUTLINE_TYPE || self->column.field == SC_OUTLINE_NEXT);
  if (kind == SC_OUTLINE_STAGE && is_name (self))
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED,
                                 !facts->folded, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED);
  /* Only the name of an adding row is there for the keyboard. */
  gtk_widget_set_focusable (GTK_WIDGET (self), !adds || is_name (self));
}

void
sc_outline_cell_set_item (ScOutlineCell *self, ScOutlineItem *item)
{
  g_return_if_fail (SC_IS_OUTLINE_CELL (self));
  g_return_if_fail (SC_IS_OUTLINE_ITEM (item));

  g_set_object (&self->item, item);
  g_free (self->text);
  self->text = sc_outline_dup_text (self->editor, item, self->column);
  g_clear_object (&self->layout);
  update_look (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sc_outline_cell_set_entry (ScOutlineCell *self, GtkWidget *entry)
{
  g_return_if_fail (SC_IS_OUTLINE_CELL (self));

  g_clear_pointer (&self->entry, gtk_widget_unparent);
  self->entry = entry;
  if (entry != NULL)
    gtk_widget_set_parent (entry, GTK_WIDGET (self));
  set_class (self, "editing", entry != NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
