/* sc-access-grid-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-access-band.h"
#include "sc-access-circle.h"
#include "sc-access-grid.h"
#include "sc-access-heading.h"
#include "sc-access-scope.h"
#include "sc-fix.h"

G_BEGIN_DECLS

/* Above and before the cells. */
#define SC_GRID_PRIVILEGES (-1) /* as a row */
#define SC_GRID_GROUPS     (-2)
#define SC_GRID_NAME       (-1) /* as a column */

typedef struct
{
  int row, column;
} ScGridPlace;

/* In pixels; follows from the axes, the width and the font. */
typedef struct
{
  int name_width;
  int row_height, group_height, privilege_height;
  GArray *columns, *groups; /* of ScAccessSpan */
  int length;               /* of all columns */
  gboolean initials;        /* the names of the privileges are shortened */
} ScGridGeometry;

struct _ScAccessGrid
{
  GtkWidget parent_instance;

  ScEditor *editor;
  ScAccessAxes *axes;       /* NULL until they are set */
  ScAccessCircles *circles; /* NULL: to be drawn in other colours */
  GHashTable *warnings;     /* nullable */

  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  guint policies[2];
  int offsets[2];       /* from the first column and row, whatever the direction of text */
  gboolean configuring; /* the adjustments follow, they do not lead */

  ScGridGeometry geometry;
  int prepared_width; /* for which there are widgets; -1: they are for something else */
  int prepared_height;
  guint preparing; /* a tick */
  guint sorting;   /* a timeout, once nothing is scrolled for a while */
  GtkWidget *corner;
  GtkWidget *groups, *privileges; /* ScAccessBand */
  GtkWidget *body;
  ScAccessRing rows; /* of ScAccessGridRow, in body */
  gboolean stale;    /* the rows stand for others than they show */

  ScGridPlace cursor; /* where the focus is, seen or not */

  /* While the pointer is held down. */
  gboolean held;
  gboolean painting; /* it went to another cell */
  ScGridPlace start, last;
  ScLevel paint;
  GHashTable *painted; /* a set of row * n_columns + column + 1; NULL: none */
  double pointer_x, pointer_y;
  guint tick;

  GtkWidget *menu;   /* NULL while there is none */
  ScGridPlace about; /* what it is the menu of */
  ScAccessGridOffer offer;
  gpointer offer_data;
  GPtrArray *repairs; /* of ScFix, that the menu offers; nullable */
};

/* sc-access-grid-layout.c */
void sc_access_grid_clear_geometry (ScAccessGrid *self);
/* Has the widgets that it needs in its size, and puts them in order. Not during a layout. */
void sc_access_grid_prepare (ScAccessGrid *self, int width, int height);
/* Shows the part of rows and columns that is in sight, in a widget of that size. */
void sc_access_grid_show_part (ScAccessGrid *self, int width, int height);
void sc_access_grid_sort (ScAccessGrid *self);
int sc_access_grid_get_top (ScAccessGrid *self); /* height of the headings */
/* Pixels that rows or columns have in a widget of its size. */
int sc_access_grid_get_visible (ScAccessGrid *self, GtkOrientation orientation);
void sc_access_grid_scroll_to (ScAccessGrid *self, GtkOrientation orientation, int offset);
void sc_access_grid_scroll_to_place (ScAccessGrid *self, ScGridPlace place);
/* FALSE where there is nothing; places are in widget coordinates. */
gboolean sc_access_grid_find_place (ScAccessGrid *self, double x, double y, ScGridPlace *place);
/* The cell next to that point, which may be outside. */
ScGridPlace sc_access_grid_find_nearest (ScAccessGrid *self, double x, double y);
GtkWidget *sc_access_grid_get_item (ScAccessGrid *self, ScGridPlace place);

/* sc-access-grid-row.c */
#define SC_TYPE_ACCESS_GRID_ROW (sc_access_grid_row_get_type ())
G_DECLARE_FINAL_TYPE (ScAccessGridRow, sc_access_grid_row, SC, ACCESS_GRID_ROW, GtkWidget)
GtkWidget *sc_access_grid_row_new (ScAccessGrid *grid);
void sc_access_grid_row_set (ScAccessGridRow *self, guint row);
/* Has all the cells that can be in sight in that width. Not during a layout. */
void sc_access_grid_row_prepare (ScAccessGridRow *self, int visible);
GtkWidget *sc_access_grid_row_get_heading (ScAccessGridRow *self);
ScAccessBand *sc_access_grid_row_get_band (ScAccessGridRow *self);

/* sc-access-grid.c */
ScAccessState sc_access_grid_get_state (ScAccessGrid *self, guint row, guint column);
/* Shows what is there again, as it is now. */
void sc_access_grid_rebind (ScAccessGrid *self);
gboolean sc_access_grid_can_edit (ScAccessGrid *self);

/* sc-access-grid-parts.c */
void sc_access_grid_add_parts (ScAccessGrid *self);
void sc_access_grid_draw_lines (ScAccessGrid *self, GtkSnapshot *snapshot);
gboolean sc_access_grid_query_tooltip (
    ScAccessGrid *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip);

/* sc-access-grid-keys.c */
/* Where what the cursor was on, on other axes, is now. */
ScGridPlace sc_access_grid_find_cursor (ScAccessGrid *self, const ScAccessAxes *before);
void sc_access_grid_bind_keys (GtkWidgetClass *klass);
void sc_access_grid_focus_cursor (ScAccessGrid *self);
const char *sc_access_grid_get_level_action (ScLevel level);
gboolean sc_access_grid_has_cell (ScAccessGrid *self, ScGridPlace place);

/* sc-access-grid-paint.c */
void sc_access_grid_add_gestures (ScAccessGrid *self);
gboolean sc_access_grid_is_painted (ScAccessGrid *self, guint row, guint column);
/* FALSE when nothing was held. */
gboolean sc_access_grid_stop_painting (ScAccessGrid *self);

/* sc-access-grid-edits.c */
void sc_access_grid_set_level (ScAccessGrid *self, ScGridPlace place, ScLevel level);
void sc_access_grid_step_level (ScAccessGrid *self, ScGridPlace place, gboolean back);
/* All that are painted. */
void sc_access_grid_commit_painted (ScAccessGrid *self);

/* sc-access-grid-acts.c */
void sc_access_grid_install_menu_actions (GtkWidgetClass *klass);

/* sc-access-grid-menu.c */
/* What the menu of that place is about. Free with sc_access_scope_free(). */
ScAccessScope *sc_access_grid_create_scope (ScAccessGrid *self, ScGridPlace place);
void sc_access_grid_popup_menu (ScAccessGrid *self, ScGridPlace place);

G_END_DECLS
