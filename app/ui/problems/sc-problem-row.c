/* sc-problem-row.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-problem-row.h"

#include "sc-fix-button.h"
#include "sc-problem-card.h"
#include "sc-severity.h"
#include "sc-shorten-label.h"

/* Pixels: below this the rule and the place have a line of their own. */
#define NARROW        620
#define SPACING       12
#define RULE_WIDTH    54
#define FIX_WIDTH     72
#define PLACE_SHARE   0.28
#define INDENT        20 /* for each heading above */
#define INDENT_NARROW 8
#define MAX_LINES     2   /* of a message */
#define MAX_MESSAGE   400 /* characters */
#define MAX_PLACE     150

struct _ScProblemRow
{
  GtkWidget parent_instance;

  GtkWidget *icon;
  GtkWidget *rule;
  GtkWidget *message;
  GtkWidget *place;
  GtkWidget *fix;
  ScProblemItem *item;
};

G_DEFINE_FINAL_TYPE (ScProblemRow, sc_problem_row, GTK_TYPE_WIDGET)

/* Where things are, from the start of the row. */
typedef struct
{
  gboolean narrow;
  int icon_x, icon_width;
  int rule_x;
  int message_x, message_width;
  int place_x, place_width;
  int fix_x, fix_width; /* the width is that of the column, also where a row has no button */
} Columns;

static int
get_height (GtkWidget *child, int width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static int
get_natural_width (GtkWidget *child)
{
  int width;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

/* Without headings places are a column; beneath them few are said, and the others leave the room to
 * the message. */
static int
get_place_width (ScProblemRow *self, int width)
{
  int share = (int) (width * PLACE_SHARE);

  if (self->item == NULL || sc_problem_item_get_depth (self->item) == 0)
    return share;
  if (*gtk_label_get_label (GTK_LABEL (self->place)) == '\0')
    return 0;
  return MIN (share, get_natural_width (self->place));
}

static Columns
get_columns (ScProblemRow *self, int width)
{
  guint depth = self->item != NULL ? sc_problem_item_get_depth (self->item) : 0;
  Columns columns = { .narrow = width < NARROW };
  int end;

  columns.icon_x = (int) depth * (columns.narrow ? INDENT_NARROW : INDENT);
  columns.icon_width = get_natural_width (self->icon);
  columns.rule_x = columns.icon_x + columns.icon_width + SPACING;
  columns.fix_width = MAX (get_natural_width (self->fix), FIX_WIDTH);
  columns.fix_x = MAX (width - columns.fix_width, 0);
  end = columns.fix_x - SPACING;
  if (columns.narrow)
    {
      columns.message_x = columns.rule_x;
      columns.place_x = columns.rule_x + RULE_WIDTH + SPACING;
      columns.place_width = MAX (end - columns.place_x, 0);
      columns.message_width = MAX (end - columns.message_x, 1);
      return columns;
    }
  columns.message_x = columns.rule_x + RULE_WIDTH + SPACING;
  columns.place_width = get_place_width (self, width);
  columns.place_x = end - columns.place_width;
  columns.message_width = columns.place_width > 0 ? columns.place_x - SPACING - columns.message_x
                                                  : end - columns.message_x;
  columns.message_width = MAX (columns.message_width, 1);
  return columns;
}

static GtkSizeRequestMode
sc_problem_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
get_natural_row_width (ScProblemRow *self)
{
  int width = get_natural_width (self->icon) + RULE_WIDTH + get_natural_width (self->message)
              + get_natural_width (self->place) + FIX_WIDTH + 4 * SPACING + 2 * INDENT;

  return MAX (width, NARROW);
}

static void
sc_problem_row_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  ScProblemRow *self = SC_PROBLEM_ROW (widget);
  Columns columns;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 160;
      *natural = get_natural_row_width (self);
      return;
    }
  columns = get_columns (self, for_size >= 0 ? for_size : get_natural_row_width (self));
  *minimum = get_height (self->message, columns.message_width);
  if (columns.narrow)
    *minimum += get_height (self->rule, -1);
  *minimum = MAX (*minimum, gtk_widget_get_visible (self->fix) ? get_height (self->fix, -1) : 0);
  *natural = *minimum;
}

static void
place_child (GtkWidget *child, int x, int y, int width, int height, int row_width)
{
  GtkAllocation box = { x, y, MAX (width, 0), height };

  if (gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL)
    box.x = row_width - x - box.width;
  gtk_widget_size_allocate (child, &box, -1);
}

/* What is short stands beside the first line of the message. */
static void
sc_problem_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScProblemRow *self = SC_PROBLEM_ROW (widget);
  Columns columns = get_columns (self, width);
  int line = get_height (self->rule, -1);
  int message = get_height (self->message, columns.message_width);
  int top = MAX (0, (height - message - (columns.narrow ? line : 0)) / 2);
  int second = columns.narrow ? top + message : top;

  place_child (self->icon, columns.icon_x, top, columns.icon_width, line, width);
  place_child (self->message, columns.message_x, top, columns.message_width, message, width);
  place_child (self->rule, columns.rule_x, second, RULE_WIDTH, line, width);
  place_child (self->place, columns.place_x, second, columns.place_width, line, width);
  if (gtk_widget_get_visible (self->fix))
    place_child (self->fix, columns.fix_x, 0, columns.fix_width, height, width);
}

static gboolean
is_on_fix (ScProblemRow *self, int x, int y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return picked != NULL && (picked == self->fix || gtk_widget_is_ancestor (picked, self->fix));
}

/* Explanations are long: the toolkit's own tooltip would be as wide as the screen. */
static gboolean
sc_problem_row_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  ScProblemRow *self = SC_PROBLEM_ROW (widget);
  const ScProblem *problem;
  g_autofree char *why = NULL;
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (self->item == NULL || is_on_fix (self, x, y))
    return FALSE;
  problem = sc_problem_item_get_problem (self->item);
  why = sc_problem_dup_explanation (problem);
  text = g_strdup_printf ("%s\n\n%s", problem->message, why);
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_tooltip_set_custom (tooltip, label);
  return TRUE;
}

static void
sc_problem_row_dispose (GObject *object)
{
  ScProblemRow *self = SC_PROBLEM_ROW (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->rule, gtk_widget_unparent);
  g_clear_pointer (&self->message, gtk_widget_unparent);
  g_clear_pointer (&self->place, gtk_widget_unparent);
  g_clear_pointer (&self->fix, gtk_widget_unparent);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (sc_problem_row_parent_class)->dispose (object);
}

static void
sc_problem_row_class_init (ScProblemRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_problem_row_dispose;
  widget_class->get_request_mode = sc_problem_row_get_request_mode;
  widget_class->measure = sc_problem_row_measure;
  widget_class->size_allocate = sc_problem_row_size_allocate;
  widget_class->query_tooltip = sc_problem_row_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "problem-row");
}

static GtkWidget *
add_label (ScProblemRow *self, PangoEllipsizeMode ellipsize)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), ellipsize);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
sc_problem_row_init (ScProblemRow *self)
{
  self->icon = gtk_image_new ();
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  self->rule = add_label (self, PANGO_ELLIPSIZE_END);
  self->message = add_label (self, PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->message), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->message), MAX_LINES);
  self->place = add_label (self, PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (self->rule, "dim-label");
  gtk_widget_add_css_class (self->rule, "numeric");
  gtk_widget_add_css_class (self->place, "dim-label");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
sc_problem_row_new (ScEditor *editor)
{
  ScProblemRow *self = g_object_new (SC_TYPE_PROBLEM_ROW, NULL);

  self->fix = sc_fix_button_new (editor);
  gtk_widget_set_valign (self->fix, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->fix, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
sc_problem_row_set_item (ScProblemRow *self, ScProblemItem *item)
{
  const ScProblem *problem;
  const char *classes[] = { NULL, NULL };

  g_return_if_fail (SC_IS_PROBLEM_ROW (self));

  g_set_object (&self->item, item);
  problem = sc_problem_item_get_problem (item);
  classes[0] = sc_severity_get_css_class ((ScSeverity) problem->severity);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon),
                                sc_severity_get_icon_name ((ScSeverity) problem->severity));
  gtk_widget_set_css_classes (self->icon, classes);
  gtk_label_set_label (GTK_LABEL (self->rule), sc_rule_get_id (problem->rule));
  sc_shorten_label (GTK_LABEL (self->message), problem->message, MAX_MESSAGE);
  sc_shorten_label (GTK_LABEL (self->place), sc_problem_item_get_place (item), MAX_PLACE);
  sc_fix_button_set_problem (SC_FIX_BUTTON (self->fix), problem);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
sc_problem_row_open_fixes (ScProblemRow *self)
{
  g_return_if_fail (SC_IS_PROBLEM_ROW (self));
  sc_fix_button_open (SC_FIX_BUTTON (self->fix));
}

ScProblemItem *
sc_problem_row_get_item (ScProblemRow *self)
{
  g_return_val_if_fail (SC_IS_PROBLEM_ROW (self), NULL);
  return self->item;
}
