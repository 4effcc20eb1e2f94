/* sc-canvas-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-canvas.h"
#include "sc-canvas-button.h"
#include "sc-condition-box.h"
#include "sc-edit.h"
#include "sc-stage-card.h"

G_BEGIN_DECLS

/* The log domain of what programs that drive the designer wait for. */
#define sc_canvas_tell(...) g_log ("sc-canvas", G_LOG_LEVEL_DEBUG, __VA_ARGS__)

/* What is at a point of the canvas. */
typedef enum
{
  SC_HIT_NOTHING,
  SC_HIT_STAGE, /* the header of a card */
  SC_HIT_STEP,
  SC_HIT_REQUIRED, /* the mark at the end of a step */
  SC_HIT_ADD_STEP,
  SC_HIT_CONDITION, /* index: in layout->conditions */
  SC_HIT_INSERT,    /* index: in inserts */
  SC_HIT_BRIDGE,    /* index: in layout->lines; what stands on one that changes the table */
  SC_HIT_LINE       /* index: in layout->lines */
} ScHitKind;

typedef struct
{
  ScHitKind kind;
  guint index; /* of the card, where nothing else is said */
  guint step;  /* position in the stage */
} ScHit;

typedef struct _ScDrag ScDrag;
typedef struct _ScWayDrag ScWayDrag;
typedef struct _ScIncoming ScIncoming;
typedef struct _ScBand ScBand;
typedef struct _ScZooming ScZooming;

/* What a press on a part that is marked already waits with: it may become a drag. */
typedef enum
{
  SC_ON_RELEASE_NOTHING,
  SC_ON_RELEASE_SELECT, /* only this part */
  SC_ON_RELEASE_TOGGLE
} ScOnRelease;

/* What moving the focus by keys does to the selection. */
typedef enum
{
  SC_MOVE_SELECT,
  SC_MOVE_EXTEND,
  SC_MOVE_ONLY
} ScMove;

struct _ScCanvas
{
  GtkWidget parent_instance;

  ScEditor *editor;
  char *only; /* id of the flow that is shown while it is open; NULL: whichever is open */
  ScCanvasStyle *style;

  GtkAdjustment *adjustments[2]; /* by GtkOrientation; NULL outside of a scrolled window */
  guint scroll_policy[2];
  double zoom; /* pixels of the view per canvas unit: 1 at 100 %, where text has its usual size */

  /* What is shown, in the state in which it was shown last. */
  const ScSolution *solution; /* owned */
  const ScFlow *flow;         /* owned */
  const ScList *problems;     /* owned */
  int language;
  ScLayout *layout;
  GHashTable *table_colours; /* logical name → number of its colour */

  GPtrArray *cards;      /* ScStageCard: children, one per stage */
  GPtrArray *conditions; /* ScConditionBox: children, as in layout->conditions */
  GPtrArray *inserts;    /* ScCanvasButton: children; one per line, then the one before all */
  GPtrArray *lines;      /* GskRenderNode, one per line; NULL: not drawn yet */
  gboolean line_selected;
  GtkWidget *revealed; /* weak: what was selected when the view was brought to it */
  gboolean path_shown;

  ScHit hover;
  ScHit pressed; /* until the button is released */
  ScOnRelease on_release;
  gboolean plain_press;     /* without Ctrl or Shift */
  gboolean clicked;         /* the last press was a click: GTK counts that of a drag, too */
  ScHit drag_hit;           /* where a drag would begin */
  graphene_point_t pointer; /* of the view */
  gboolean space_held;
  ScZooming *zooming;        /* NULL: the view stays as it is */
  double pinch_zoom;         /* when a pinch began */
  ScPoint pinched;           /* of the flow, between the fingers */
  graphene_point_t pan_from; /* scroll position when panning began */

  GtkGesture *drag_gesture;        /* owned by the widget */
  ScDrag *drag;                    /* NULL: nothing is being dragged */
  ScIncoming *incoming;            /* NULL: nothing comes from elsewhere */
  GtkEventController *drop_target; /* owned by the widget */
  ScBand *band;                    /* NULL: none is drawn, nor may be */
  guint edge_tick;                 /* scrolls while the pointer is at an edge */
  gint64 edge_time;

  GtkWidget *described; /* weak: carries what is announced */
  char *announced;
  char *news;             /* what the last edit did; NULL: nothing that has to be said */
  char *news_of;          /* id of what was selected then */
  guint history_position; /* when the last edit was shown, */
  char *redo_name;        /* and what redo would have said */

  GtkGesture *way_gesture; /* owned by the widget */
  ScWayDrag *way_drag;     /* NULL: no end of a line is held */
  int hovered_end;         /* the line whose end the pointer is at; -1: none */
  gboolean can_grab;       /* the pointer is at a line that can be dragged, or at its end */

  GtkWidget *rename; /* GtkEntry, child; NULL: nothing is being renamed */
  ScRect rename_rect;
  char *rename_stage;
  char *rename_step; /* NULL: the stage itself */

  GString *typed; /* the beginning of a name to go to */
  gint64 typed_time;
};

/* sc-canvas.c */
/* Draws every part anew: the zoom or the style is another. */
void sc_canvas_redraw_all (ScCanvas *self);

/* sc-canvas-viewport.c */
void sc_canvas_configure_adjustments (ScCanvas *self);
void
sc_canvas_set_adjustment (ScCanvas *self, GtkOrientation orientation, GtkAdjustment *adjustment);
/* Where the flow leads from right to left, points of the view are those of its mirror image: the
 * scroll position grows from the start of the flow, too. This is where events come in, and where
 * children go out, of that image. */
double sc_canvas_mirror (ScCanvas *self, double x);
/* 1; -1 where the flow leads from right to left. */
int sc_canvas_get_sign (ScCanvas *self);
/* In whole pixels, as things are drawn. */
graphene_point_t sc_canvas_get_scroll (ScCanvas *self);
ScPoint sc_canvas_get_exact_scroll (ScCanvas *self);
void sc_canvas_scroll_to (ScCanvas *self, double x, double y);
/* Between points of the view (the widget) and of the canvas (the layout). */
ScPoint sc_canvas_from_view (ScCanvas *self, double x, double y);
graphene_rect_t sc_canvas_rect_to_view (ScCanvas *self, ScRect rect);
GskTransform *sc_canvas_get_transform (ScCanvas *self);
/* The part of the canvas that can be seen. */
ScRect sc_canvas_get_visible (ScCanvas *self);
void sc_canvas_reveal (ScCanvas *self, ScRect rect);
/* Takes cards that cannot be seen out of the frame, and puts the others into it. */
void sc_canvas_cull (ScCanvas *self);

/* sc-canvas-zoom.c */
void sc_canvas_add_zoom (ScCanvas *self);
/* At once; keeps the point (x, y) of the view where it is. */
void sc_canvas_zoom_at (ScCanvas *self, double zoom, double x, double y);
/* The same, out by notches of a wheel, which may be parts of one. */
void sc_canvas_zoom_by (ScCanvas *self, double notches, double x, double y);
/* Ends an animation where it is. */
void sc_canvas_stop_zooming (ScCanvas *self);

/* sc-canvas-reconcile.c */
void sc_canvas_follow (ScCanvas *self, ScEditor *editor);
void sc_canvas_reconcile (ScCanvas *self);
void sc_canvas_clear (ScCanvas *self);
/* Shows the flow as it is now, if it is the open one: what is the same is not touched. */
void sc_canvas_catch_up (ScCanvas *self);
/* From now on only that flow, whenever it is the open one. */
void sc_canvas_show_only (ScCanvas *self, const char *flow);
/* For sc_canvas_style_get_table_colour(). */
guint sc_canvas_get_table_colour (ScCanvas *self, const char *table);

/* sc-canvas-select.c */
void sc_canvas_show_selection (ScCanvas *self);
/* The widget of what is selected; NULL. */
GtkWidget *sc_canvas_get_selected_widget (ScCanvas *self);
ScRect sc_canvas_get_widget_rect (ScCanvas *self, GtkWidget *widget);
/* Selects what widget stands for, shows it and gives it the focus. */
void sc_canvas_go_to (ScCanvas *self, GtkWidget *widget);
/* On the canvas, one of its parts or a menu of them; not in an editor that hangs on one. */
gboolean sc_canvas_has_focus_inside (ScCanvas *self);
/* The menu or editor of a part that has the focus; NULL. */
GtkWidget *sc_canvas_get_focused_popover (ScCanvas *self);
/* The canvas, not one of its parts. */
void sc_canvas_focus_self (ScCanvas *self);
int sc_canvas_find_stage (ScCanvas *self, const char *id); /* position, or -1 */
int sc_canvas_find_condition (ScCanvas *self, guint stage);
/* The same without taking the marks off others, when it is marked together with them. */
void sc_canvas_approach (ScCanvas *self, GtkWidget *widget);
void sc_canvas_focus_part (GtkWidget *widget);
/* The direction in the flow of one on the screen. */
GtkDirectionType sc_canvas_mirror_direction (ScCanvas *self, GtkDirectionType direction);
/* Moves the focus by keys; in the flow. FALSE: there is nothing that way. */
gboolean sc_canvas_move_focus (ScCanvas *self, GtkDirectionType direction, ScMove move);
gboolean sc_canvas_move_focus_to_end (ScCanvas *self, gboolean last);

/* sc-canvas-lines.c */
void sc_canvas_forget_lines (ScCanvas *self);
void sc_canvas_snapshot_lines (ScCanvas *self, GtkSnapshot *snapshot);
char *sc_canvas_dup_line_tooltip (ScCanvas *self, guint index);
/* The line leads from a condition by one of its branches. */
gboolean sc_canvas_is_branch (ScCanvas *self, guint line);
/* Where what stands on a line is drawn, in canvas units; FALSE where nothing is. */
gboolean sc_canvas_get_name_rect (ScCanvas *self, guint line, ScRect *rect);
/* Draws it with its middle at a point. */
void sc_canvas_snapshot_name (ScCanvas *self, GtkSnapshot *snapshot, guint line, ScPoint middle);

/* sc-canvas-path.c */
typedef enum
{
  SC_TONE_PLAIN,
  SC_TONE_LIT, /* on the path that is shown */
  SC_TONE_BACK /* not on it */
} ScTone;

/* Of what is not on the path that is shown: still to be read. */
#define SC_BACK_OPACITY 0.35

ScTone sc_canvas_get_tone (ScCanvas *self, const ScEdge *edge);
/* Follows the editor: nothing is touched when no path is or was shown. */
void sc_canvas_show_path (ScCanvas *self);

/* sc-canvas-hit.c */
ScHit sc_canvas_hit (ScCanvas *self, ScPoint point);
gboolean sc_hit_equal (ScHit a, ScHit b);
/* The line itself, or what stands on it. */
gboolean sc_hit_is_line (ScHit hit);
GtkWidget *sc_canvas_get_hit_widget (ScCanvas *self, ScHit hit);
/* The place of a "+". */
ScSlot sc_canvas_get_slot (ScCanvas *self, guint insert);
ScPoint sc_canvas_get_slot_point (ScCanvas *self, guint insert);

/* sc-canvas-pointer.c */
void sc_canvas_add_pointer (ScCanvas *self);
void sc_canvas_set_hover (ScCanvas *self, ScHit hit);

/* sc-canvas-drag.c */
void sc_canvas_add_drag (ScCanvas *self);
void sc_canvas_cancel_drag (ScCanvas *self);
void sc_canvas_snapshot_drag (ScCanvas *self, GtkSnapshot *snapshot);
/* NULL: no stage, or one of its steps, is being dragged. */
const char *sc_canvas_get_dragged_stage (ScCanvas *self);

/* sc-canvas-drag-in.c */
void sc_canvas_add_drop_target (ScCanvas *self);
void sc_canvas_forget_incoming (ScCanvas *self);

/* sc-canvas-band.c: at points of the view. */
/* Remembers that a band may begin there; add: to what is marked. */
void sc_band_arm (ScCanvas *self, double x, double y, gboolean add);
/* FALSE: it may not. */
gboolean sc_band_begin (ScCanvas *self);
gboolean sc_band_is_drawn (ScCanvas *self);
void sc_band_move (ScCanvas *self, double x, double y);
/* Marks what the band meets now. */
void sc_band_update (ScCanvas *self);
void sc_band_end (ScCanvas *self);
/* The same, while the canvas is about to show something else. */
void sc_band_drop (ScCanvas *self);
/* Marks what was marked before. FALSE: no band is drawn. */
gboolean sc_band_cancel (ScCanvas *self);
void sc_band_snapshot (ScCanvas *self, GtkSnapshot *snapshot);

/* sc-canvas-edge.c: while something is carried. */
void sc_canvas_scroll_at_edges (ScCanvas *self);
void sc_canvas_stop_scrolling (ScCanvas *self);

/* sc-canvas-announce.c */
/* Finds out what an edit did to what is selected, before it is shown. */
void sc_canvas_take_news (ScCanvas *self);
/* Lets assistive technology say it, and how many are marked. */
void sc_canvas_announce (ScCanvas *self, GtkWidget *selected);

/* sc-canvas-marked.c */
/* FALSE for what cannot be marked. The id belongs to what the widget shows. */
gboolean sc_canvas_get_part (GtkWidget *widget, ScPart *part);
gboolean sc_canvas_is_one_of_many (ScCanvas *self, ScPart part);
/* Does what the action verb says with all that are marked. FALSE: the part is not one of many, or
 * the action is for one. */
gboolean sc_canvas_act_on_marked (ScCanvas *self, ScPart part, const char *verb);
/* Selects the stage, and makes all its steps required, or none if all are. */
void sc_canvas_toggle_all_required (ScCanvas *self, GtkWidget *card);
/* Marks all steps of the stage. */
void sc_canvas_select_steps (ScCanvas *self, const char *stage);

/* sc-canvas-way-drag.c */
void sc_canvas_add_way_drag (ScCanvas *self);
/* The line whose end is at the point and can be dragged; -1: none. */
int sc_way_drag_find_handle (ScCanvas *self, ScPoint point);
gboolean sc_way_drag_is_drawn (ScCanvas *self);
/* The pointer is at that point of the canvas; NULL: elsewhere. */
void sc_way_drag_hover (ScCanvas *self, const ScPoint *point);
void sc_way_drag_cancel (ScCanvas *self);
void sc_way_drag_snapshot (ScCanvas *self, GtkSnapshot *snapshot);

/* sc-canvas-typing.c */
void sc_canvas_add_typing (ScCanvas *self);

/* sc-canvas-rename.c */
void sc_canvas_rename_stage (ScCanvas *self, const char *stage);
void sc_canvas_rename_step (ScCanvas *self, const char *step);
/* After the flow has changed: to where the thing is now, or away with it. */
void sc_canvas_follow_rename (ScCanvas *self);
/* Ends a rename that is going on. */
void sc_canvas_end_rename (ScCanvas *self, gboolean commit);

/* sc-canvas-commands.c: one undoable edit each, and the selection that follows it. */
void sc_canvas_add_stage (ScCanvas *self, ScSlot slot);
void sc_canvas_add_stage_after (ScCanvas *self, const char *stage);
void sc_canvas_add_stage_before (ScCanvas *self, const char *stage);
void sc_canvas_delete_stage (ScCanvas *self, const char *stage);
void sc_canvas_duplicate_stage (ScCanvas *self, const char *stage);
/* To the next place before (-1) or behind (1). */
void sc_canvas_shift_stage (ScCanvas *self, const char *stage, int direction);
void sc_canvas_add_step (ScCanvas *self, const char *stage, guint position);
void sc_canvas_delete_step (ScCanvas *self, const char *step);
void sc_canvas_duplicate_step (ScCanvas *self, const char *step);
void sc_canvas_toggle_required (ScCanvas *self, const char *step);
/* By places within its stage, or to the stage at the left (-1) or right (1). */
void sc_canvas_shift_step (ScCanvas *self, const char *step, int by);
void sc_canvas_shift_step_across (ScCanvas *self, const char *step, int direction);
void sc_canvas_delete_condition (ScCanvas *self, const char *stage);
/* The place that sc_canvas_shift_stage() goes to. */
gboolean sc_canvas_get_shifted_slot (ScCanvas *self, guint stage, int direction, ScSlot *slot);
/* The nearest card one column to that side; -1: none. */
int sc_canvas_get_neighbour (ScCanvas *self, guint stage, int direction);

/* sc-canvas-ways.c: the same for conditions and ways. */
void sc_canvas_add_condition (ScCanvas *self, const char *stage);
void sc_canvas_add_branch (ScCanvas *self, const char *stage);
void sc_canvas_add_otherwise (ScCanvas *self, const char *stage);
void sc_canvas_delete_branch (ScCanvas *self, const char *stage, guint branch);
void sc_canvas_take_branch (ScCanvas *self, ScSlot way, ScSlot place);
void sc_canvas_rotate_branch (ScCanvas *self, ScSlot way);
void sc_canvas_merge_way (ScCanvas *self, ScSlot way, const char *target);
void sc_canvas_end_way (ScCanvas *self, ScSlot way);
void sc_canvas_unmerge_way (ScCanvas *self, ScSlot way);
/* Opens the editor beside the box. */
void sc_canvas_edit_condition (ScCanvas *self, GtkWidget *box);

/* sc-canvas-way-menu.c */
GMenuModel *sc_canvas_build_way_menu (ScCanvas *self, ScSlot way);
GMenuModel *sc_canvas_build_condition_menu (ScCanvas *self, const ScStage *stage);
void sc_canvas_extend_stage_menu (ScCanvas *self, GMenu *menu, const ScStage *stage);
/* What these menus do, for one that is about stage or the ways that leave it. */
void sc_canvas_add_way_actions (ScCanvas *self, GtkWidget *menu, const char *stage);

/* A name as a label of a menu, where "_" would mark a key. Free with g_free(). */
char *sc_canvas_escape_label (const char *name);

/* sc-canvas-relationship.c: by which relationship a way leads to another table. */
/* NULL where the table is the same. */
GMenuModel *sc_canvas_build_relationship_menu (ScCanvas *self, ScSlot way);
/* What that menu does, for each way that leaves the stage. */
void sc_canvas_add_relationship_actions (ScCanvas *self, GActionMap *map, const char *stage);

/* sc-canvas-actions.c */
void sc_canvas_install_actions (GtkWidgetClass *klass);

/* sc-canvas-menu.c: a menu for a part of the canvas, at a point of the view or, with NULL, at the
 * part itself. */
void sc_canvas_open_menu (ScCanvas *self, GtkWidget *part, const graphene_point_t *at);
/* For the relationship of a line, by its index: at what names it. */
void sc_canvas_open_relationship_menu (ScCanvas *self, guint line);
/* The same for a line, by its index. */
void sc_canvas_open_line_menu (ScCanvas *self, guint line, const graphene_point_t *at);
/* The same for empty canvas. */
void sc_canvas_open_place_menu (ScCanvas *self, const graphene_point_t *at);
GMenuModel *sc_canvas_build_place_menu (void);
/* What it does, at a point of the canvas. */
void sc_canvas_add_place_actions (ScCanvas *self, GtkWidget *menu, ScPoint point);
/* For all that are marked. */
GMenuModel *sc_canvas_build_marked_menu (ScCanvas *self, ScPart part);

G_END_DECLS
