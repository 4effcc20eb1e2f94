/* sc-header-layout.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-header-layout.h"

#define SPACING  6
#define MAX_RANK 9
/* What is left for the title before something of a rank may stand beside it: the first rank is dear
 * enough to squeeze it, the others leave it readable. */
#define TITLE_SQUEEZED 96
#define TITLE_READABLE 180
#define TITLE_MINIMUM  48

typedef enum
{
  PLACE_START,
  PLACE_TITLE,
  PLACE_END
} ScHeaderPlace;

/* What a child has asked for. */
#define SC_TYPE_HEADER_CHILD (sc_header_child_get_type ())
G_DECLARE_FINAL_TYPE (ScHeaderChild, sc_header_child, SC, HEADER_CHILD, GtkLayoutChild)

struct _ScHeaderChild
{
  GtkLayoutChild parent_instance;

  char *place; /* "start", "title" or "end" */
  int rank;    /* 0 is never left out */
};

G_DEFINE_FINAL_TYPE (ScHeaderChild, sc_header_child, GTK_TYPE_LAYOUT_CHILD)

enum
{
  PROP_0,
  PROP_PLACE,
  PROP_RANK
};

static void
sc_header_child_finalize (GObject *object)
{
  g_free (SC_HEADER_CHILD (object)->place);

  G_OBJECT_CLASS (sc_header_child_parent_class)->finalize (object);
}

static void
sc_header_child_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScHeaderChild *self = SC_HEADER_CHILD (object);

  if (id == PROP_PLACE)
    g_value_set_string (value, self->place);
  else
    g_value_set_int (value, self->rank);
}

static void
sc_header_child_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ScHeaderChild *self = SC_HEADER_CHILD (object);

  if (id == PROP_PLACE)
    {
      g_free (self->place);
      self->place = g_value_dup_string (value);
    }
  else
    {
      self->rank = g_value_get_int (value);
    }
  gtk_layout_manager_layout_changed (gtk_layout_child_get_layout_manager (GTK_LAYOUT_CHILD (self)));
}

static void
sc_header_child_class_init (ScHeaderChildClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = sc_header_child_finalize;
  object_class->get_property = sc_header_child_get_property;
  object_class->set_property = sc_header_child_set_property;

  g_object_class_install_property (object_class, PROP_PLACE,
                                   g_param_spec_string ("place", NULL, NULL, "start", flags));
  g_object_class_install_property (object_class, PROP_RANK,
                                   g_param_spec_int ("rank", NULL, NULL, 0, MAX_RANK, 0, flags));
}

static void
sc_header_child_init (ScHeaderChild *self)
{
  self->place = g_strdup ("start");
}

struct _ScHeaderLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (ScHeaderLayout, sc_header_layout, GTK_TYPE_LAYOUT_MANAGER)

static ScHeaderPlace
get_place (GtkLayoutManager *layout, GtkWidget *child)
{
  ScHeaderChild *wish = SC_HEADER_CHILD (gtk_layout_manager_get_layout_child (layout, child));

  if (g_str_equal (wish->place, "title"))
    return PLACE_TITLE;
  return g_str_equal (wish->place, "end") ? PLACE_END : PLACE_START;
}

static int
get_rank (GtkLayoutManager *layout, GtkWidget *child)
{
  return SC_HEADER_CHILD (gtk_layout_manager_get_layout_child (layout, child))->rank;
}

static int
get_natural_width (GtkWidget *child)
{
  int natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* The width of everything up to rank, the title apart. */
static int
get_width_up_to (GtkLayoutManager *layout, GtkWidget *widget, int rank)
{
  int width = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_get_visible (child) && get_place (layout, child) != PLACE_TITLE
          && get_rank (layout, child) <= rank)
        width += get_natural_width (child) + SPACING;
    }
  return width;
}

static void
sc_header_layout_measure (GtkLayoutManager *layout,
                          GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_get_visible (child))
        continue;
      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_VERTICAL)
        {
          *minimum = MAX (*minimum, child_minimum);
          *natural = MAX (*natural, child_natural);
        }
      else if (get_place (layout, child) == PLACE_TITLE)
        {
          *natural += child_natural;
        }
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = get_width_up_to (layout, widget, 0) + TITLE_MINIMUM;
      /* All there is: a header bar gives its title widget no more than it asks for. */
      *natural = G_MAXINT16;
    }
}

static int
find_highest_rank (GtkLayoutManager *layout, GtkWidget *widget, int width)
{
  int rank = 0;

  while (rank < MAX_RANK)
    {
      int title = rank == 0 ? TITLE_SQUEEZED : TITLE_READABLE;

      if (get_width_up_to (layout, widget, rank + 1) + title > width)
        break;
      rank++;
    }
  return rank;
}

/* Allocates in reading direction; x counts from where reading starts. */
static void
place_child (GtkWidget *widget, GtkWidget *child, int x, int child_width, int width, int height)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation area = { mirrored ? width - x - child_width : x, 0, child_width, height };

  gtk_widget_size_allocate (child, &area, -1);
}

static void
sc_header_layout_allocate (
    GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  int rank = find_highest_rank (layout, widget, width);
  int start = 0, end = width;
  GtkWidget *title = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gboolean fits = get_rank (layout, child) <= rank;

      gtk_widget_set_child_visible (child, fits);
      if (!gtk_widget_get_visible (child))
        continue;
      if (get_place (layout, child) == PLACE_TITLE)
        {
          title = child;
        }
      else if (fits && get_place (layout, child) == PLACE_START)
        {
          int natural = get_natural_width (child);

          place_child (widget, child, start, natural, width, height);
          start += natural + SPACING;
        }
    }

  for (GtkWidget *child = gtk_widget_get_last_child (widget); child != NULL;
       child = gtk_widget_get_prev_sibling (child))
    {
      if (gtk_widget_get_visible (child) && gtk_widget_get_child_visible (child)
          && get_place (layout, child) == PLACE_END)
        {
          int natural = get_natural_width (child);

          end -= natural;
          place_child (widget, child, end, natural, width, height);
          end -= SPACING;
        }
    }

  if (title != NULL)
    {
      int minimum = 0, room = end - start, natural;

      gtk_widget_measure (title, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_set_child_visible (title, room >= minimum);
      natural = MIN (get_natural_width (title), room);
      if (room < minimum)
        return;
      /* In the middle of the window when it fits there, else in the middle of what is left. */
      int x = CLAMP ((width - natural) / 2, start, start + room - natural);

      place_child (widget, title, x, natural, width, height);
    }
}

static GtkLayoutChild *
sc_header_layout_create_layout_child (GtkLayoutManager *layout,
                                      GtkWidget *widget,
                                      GtkWidget *for_child)
{
  return g_object_new (SC_TYPE_HEADER_CHILD, "layout-manager", layout, "child-widget", for_child,
                       NULL);
}

static void
sc_header_layout_class_init (ScHeaderLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->layout_child_type = SC_TYPE_HEADER_CHILD;
  layout_class->measure = sc_header_layout_measure;
  layout_class->allocate = sc_header_layout_allocate;
  layout_class->create_layout_child = sc_header_layout_create_layout_child;
}

static void
sc_header_layout_init (ScHeaderLayout *self)
{
}

struct _ScHeaderBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (ScHeaderBox, sc_header_box, GTK_TYPE_WIDGET)

static void
sc_header_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (sc_header_box_parent_class)->dispose (object);
}

static void
sc_header_box_class_init (ScHeaderBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_header_box_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), SC_TYPE_HEADER_LAYOUT);
}

static void
sc_header_box_init (ScHeaderBox *self)
{
}
