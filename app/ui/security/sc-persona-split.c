/* sc-persona-split.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-persona-split.h"

#define LIST_WIDTH 230
/* Narrower than this, the list lies above, and takes no more than that of the height. */
#define NARROW     620
#define LIST_SHARE 0.36

struct _ScPersonaSplit
{
  GtkWidget parent_instance;

  GtkWidget *list;
  GtkWidget *line;
  GtkWidget *details;
};

G_DEFINE_FINAL_TYPE (ScPersonaSplit, sc_persona_split, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_LIST,
  PROP_DETAILS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
sc_persona_split_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  ScPersonaSplit *self = SC_PERSONA_SPLIT (widget);
  int list, list_natural, details, details_natural;

  gtk_widget_measure (self->list, orientation, -1, &list, &list_natural, NULL, NULL);
  gtk_widget_measure (self->details, orientation, -1, &details, &details_natural, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MAX (list, details) : list + details + 1;
  *natural = MAX (*minimum, list_natural + details_natural + 1);
}

static void
place (GtkWidget *child, int x, int y, int width, int height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
sc_persona_split_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScPersonaSplit *self = SC_PERSONA_SPLIT (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int minimum, natural, rest;

  if (width < NARROW)
    {
      gtk_widget_measure (self->list, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL,
                          NULL);
      natural = CLAMP (natural, minimum, MAX ((int) (height * LIST_SHARE), minimum));
      place (self->list, 0, 0, width, natural);
      place (self->line, 0, natural, width, 1);
      place (self->details, 0, natural + 1, width, MAX (height - natural - 1, 0));
      return;
    }
  rest = width - LIST_WIDTH - 1;
  place (self->list, mirrored ? rest + 1 : 0, 0, LIST_WIDTH, height);
  place (self->line, mirrored ? rest : LIST_WIDTH, 0, 1, height);
  place (self->details, mirrored ? 0 : LIST_WIDTH + 1, 0, rest, height);
}

static GtkWidget **
find_child (ScPersonaSplit *self, guint id)
{
  return id == PROP_LIST ? &self->list : &self->details;
}

static void
sc_persona_split_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, *find_child (SC_PERSONA_SPLIT (object), id));
}

static void
sc_persona_split_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ScPersonaSplit *self = SC_PERSONA_SPLIT (object);
  GtkWidget **child = find_child (self, id);

  *child = g_value_get_object (value);
  /* The keyboard goes through the list first. */
  if (id == PROP_LIST)
    gtk_widget_insert_before (*child, GTK_WIDGET (self), self->line);
  else
    gtk_widget_insert_after (*child, GTK_WIDGET (self), self->line);
}

static void
sc_persona_split_dispose (GObject *object)
{
  ScPersonaSplit *self = SC_PERSONA_SPLIT (object);

  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->line, gtk_widget_unparent);
  g_clear_pointer (&self->details, gtk_widget_unparent);

  G_OBJECT_CLASS (sc_persona_split_parent_class)->dispose (object);
}

static void
sc_persona_split_class_init (ScPersonaSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sc_persona_split_dispose;
  object_class->get_property = sc_persona_split_get_property;
  object_class->set_property = sc_persona_split_set_property;
  widget_class->measure = sc_persona_split_measure;
  widget_class->size_allocate = sc_persona_split_size_allocate;

  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_DETAILS] = g_param_spec_object ("details", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "persona-split");
}

static void
sc_persona_split_init (ScPersonaSplit *self)
{
  self->line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));
}
