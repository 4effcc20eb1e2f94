/* sc-problem-row.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-problem-row.h"

#include "sc-fix-button.h"
#include "sc-problem-card.h"
#include "sc-severity.h"

/* Pixels: below this the place has a line of its own. */
#define NARROW      620
#define SPACING     12
#define RULE_WIDTH  54
#define FIX_WIDTH   60
#define PLACE_SHARE 0.28
#define INDENT      20 /* for each heading above */

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

static int
get_height (GtkWidget *child)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return height;
}

static int
get_natural_width (GtkWidget *child)
{
  int width;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

/* The column of the buttons, also where a row has none: places stand below each other. */
static int
get_fix_width (ScProblemRow *self)
{
  return MAX (get_natural_width (self->fix), FIX_WIDTH);
}

/* Beneath a heading the icon stands below its title. */
static int
get_indent (ScProblemRow *self)
{
  return self->item != NULL ? INDENT * (int) sc_problem_item_get_depth (self->item) : 0;
}

/* Without headings places are a column; beneath them few are said, and the others leave the room to
 * the message. */
static int
get_place_width (ScProblemRow *self, int width)
{
  int share = width < NARROW ? 0 : (int) (width * PLACE_SHARE);

  if (self->item == NULL || sc_problem_item_get_depth (self->item) == 0)
    return share;
  if (*gtk_label_get_label (GTK_LABEL (self->place)) == '\0')
    return 0;
  return MIN (share, get_natural_width (self->place));
}

static gboolean
has_second_line (ScProblemRow *self, int width)
{
  return width >= 0 && width < NARROW && *gtk_label_get_label (GTK_LABEL (self->place)) != '\0';
}

static GtkSizeRequestMode
sc_problem_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
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

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 160;
      *natural = get_natural_width (self->icon) + RULE_WIDTH + get_natural_width (self->message)
                 + get_natural_width (self->place) + get_fix_width (self) + 4 * SPACING
                 + get_indent (self);
      *natural = MAX (*natural, *minimum);
      return;
    }
  *minimum = MAX (get_height (self->icon), get_height (self->message));
  *minimum = MAX (*minimum, gtk_widget_get_visible (self->fix) ? get_height (self->fix) : 0);
  if (has_second_line (self, for_size))
    *minimum += get_height (self->place);
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

static void
sc_problem_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScProblemRow *self = SC_PROBLEM_ROW (widget);
  gboolean second = has_second_line (self, width);
  int icon = get_natural_width (self->icon);
  int indent = get_indent (self);
  int first = second ? height - get_height (self->place) : height;
  int x = indent + icon + SPACING + RULE_WIDTH + SPACING;
  int share = get_place_width (self, width);
  int fix = gtk_widget_get_visible (self->fix) || share > 0 ? get_fix_width (self) + SPACING : 0;
  int end = width - fix;

  place_child (self->icon, indent, 0, icon, first, width);
  place_child (self->rule, indent + icon + SPACING, 0, RULE_WIDTH, first, width);
  place_child (self->message, x, 0, end - x - (share > 0 ? share + SPACING : 0), first, width);
  if (second)
    place_child (self->place, x, first, end - x, height - first, width);
  else
    place_child (self->place, end - share, 0, share, height, width);
  if (gtk_widget_get_visible (self->fix))
    place_child (self->fix, end + SPACING, 0, fix - SPACING, height, width);
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
  gtk_label_set_label (GTK_LABEL (self->message), problem->message);
  gtk_label_set_label (GTK_LABEL (self->place), sc_problem_item_get_place (item));
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
