/* sc-canvas-menu.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-canvas-actions.h"
#include "sc-canvas-private.h"
#include "sc-command.h"

#include <glib/gi18n-lib.h>

/* An action step that is optional stays so: Dataverse does not offer anything else. */
static void
append_required (GMenu *section, const ScStep *step)
{
  if (step->required)
    g_menu_append (section, _ ("Make _Optional"), "step.toggle-required");
  else if (step->kind != SC_STEP_ACTION)
    g_menu_append (section, _ ("Make _Required"), "step.toggle-required");
}

/* "" begins a new section. step: whose menu it is; NULL for that of a stage. */
static GMenuModel *
build_menu (const char *const *actions, const ScStep *step)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; actions[i] != NULL; i++)
    if (g_str_equal (actions[i], "step.toggle-required"))
      append_required (section, step);
    else if (*actions[i] != '\0')
      sc_command_append (section, actions[i], SC_ITEM_ALWAYS);
    else
      {
        g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
        g_object_unref (section);
        section = g_menu_new ();
      }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));

  return G_MENU_MODEL (menu);
}

static GMenuModel *
build_step_menu (const ScStep *step)
{
  static const char *const actions[] = { "step.rename",
                                         "step.toggle-required",
                                         "step.duplicate",
                                         "",
                                         "clipboard.cut",
                                         "clipboard.copy",
                                         "clipboard.paste",
                                         "",
                                         "step.add-after",
                                         "win.add-action-step",
                                         "win.add-flow-step",
                                         "stage.add-after",
                                         "",
                                         "step.move-up",
                                         "step.move-down",
                                         "step.move-left",
                                         "step.move-right",
                                         "",
                                         "step.show-uses",
                                         "step.delete",
                                         NULL };

  return build_menu (actions, step);
}

static GMenuModel *
build_stage_menu (void)
{
  static const char *const actions[] = { "stage.rename",
                                         "stage.duplicate",
                                         "",
                                         "clipboard.cut",
                                         "clipboard.copy",
                                         "clipboard.paste",
                                         "",
                                         "stage.select-steps",
                                         "win.save-stages-template",
                                         "",
                                         "stage.add-step",
                                         "stage.add-before",
                                         "stage.add-after",
                                         "",
                                         "stage.move-left",
                                         "stage.move-right",
                                         "",
                                         "stage.show-uses",
                                         "stage.delete",
                                         NULL };

  return build_menu (actions, NULL);
}

/* What the button that adds a step can add; for the stage that is selected. */
static GMenuModel *
build_add_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("_Data Step"), "stage.add-step");
  g_menu_append (menu, _ ("_Action Step…"), "win.add-action-step");
  g_menu_append (menu, _ ("_Flow Step…"), "win.add-flow-step");
  return G_MENU_MODEL (menu);
}

static void
unparent_idle (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  g_object_unref (popover);
}

/* Not at once: the action of the item that was chosen is still to run, and it is found by way of
 * the parent. */
static void
closed_cb (GtkPopover *popover, gpointer data)
{
  g_idle_add_once (unparent_idle, g_object_ref (popover));
}

static GtkWidget *
new_popover (GMenuModel *menu)
{
  /* Nested, since submenus that slide in have to have names that no other one has. */
  GtkWidget *popover = gtk_popover_menu_new_from_model_full (menu, GTK_POPOVER_MENU_NESTED);

  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  return popover;
}

static void
pop_up (ScCanvas *self, GtkWidget *part, GtkWidget *popover, const graphene_point_t *at)
{
  graphene_point_t point;

  gtk_widget_set_parent (popover, part);
  if (at == NULL)
    point = GRAPHENE_POINT_INIT (
        24, SC_IS_STAGE_CARD (part) ? 40 : (float) gtk_widget_get_height (part) - 4);
  else if (!gtk_widget_compute_point (GTK_WIDGET (self), part, at, &point))
    point = *at;
  gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                               &(GdkRectangle){ (int) point.x, (int) point.y, 1, 1 });
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* stage NULL: the menu is not about ways. */
static void
pop_up_menu (ScCanvas *self,
             GtkWidget *part,
             GMenuModel *menu,
             const ScStage *stage,
             const graphene_point_t *at)
{
  GtkWidget *popover = new_popover (menu);

  if (stage != NULL)
    sc_canvas_add_way_actions (self, popover, stage->id);
  pop_up (self, part, popover, at);
}

void
sc_canvas_open_menu (ScCanvas *self, GtkWidget *part, const graphene_point_t *at)
{
  g_autoptr (GMenuModel) menu = NULL;
  const ScStage *stage = NULL;
  ScPart named;

  sc_canvas_end_rename (self, TRUE);
  if (SC_IS_CANVAS_BUTTON (part) && SC_IS_STAGE_CARD (gtk_widget_get_parent (part)))
    {
      part = gtk_widget_get_parent (part);
      menu = build_add_menu ();
    }
  else if (sc_canvas_get_part (part, &named) && sc_canvas_is_one_of_many (self, named))
    menu = sc_canvas_build_marked_menu (self, named);
  else if (SC_IS_STEP_ROW (part))
    menu = build_step_menu (sc_step_row_get_step (SC_STEP_ROW (part)));
  else if (SC_IS_STAGE_CARD (part))
    {
      stage = sc_stage_card_get_stage (SC_STAGE_CARD (part));
      menu = build_stage_menu ();
      sc_canvas_extend_stage_menu (self, G_MENU (menu), stage);
    }
  else if (SC_IS_CONDITION_BOX (part))
    {
      stage = sc_condition_box_get_stage (SC_CONDITION_BOX (part));
      menu = sc_canvas_build_condition_menu (self, stage);
    }
  else
    return;

  sc_canvas_approach (self, part);
  pop_up_menu (self, part, menu, stage, at);
}

void
sc_canvas_open_relationship_menu (ScCanvas *self, guint line)
{
  const ScLayoutLine *drawn = &self->layout->lines[line];
  ScSlot way = sc_canvas_get_slot (self, line);
  const ScStage *stage = sc_flow_find_stage (self->flow, way.after, NULL);
  g_autoptr (GMenuModel) menu = sc_canvas_build_relationship_menu (self, way);
  graphene_rect_t bridge
      = sc_canvas_rect_to_view (self, (ScRect){ drawn->label.x, drawn->label.y + 12, 1, 1 });

  if (menu != NULL)
    pop_up_menu (self, GTK_WIDGET (self), menu, stage, &bridge.origin);
}

void
sc_canvas_open_line_menu (ScCanvas *self, guint line, const graphene_point_t *at)
{
  ScSlot way = sc_canvas_get_slot (self, line);
  g_autofree char *stage = g_strdup (way.after);
  g_autoptr (GMenuModel) menu = NULL;

  sc_canvas_end_rename (self, TRUE);
  if (stage == NULL)
    return;
  way.after = stage;
  sc_editor_select (self->editor, (ScSelection){ SC_SELECTED_LINE, stage, NULL, way.branch });
  menu = sc_canvas_build_way_menu (self, way);
  pop_up_menu (self, GTK_WIDGET (self), menu, sc_flow_find_stage (self->flow, stage, NULL), at);
}

void
sc_canvas_open_place_menu (ScCanvas *self, const graphene_point_t *at)
{
  g_autoptr (GMenuModel) menu = NULL;
  GtkWidget *popover;

  if (self->layout == NULL)
    return;
  sc_canvas_end_rename (self, TRUE);
  menu = sc_canvas_build_place_menu ();
  popover = new_popover (menu);
  sc_canvas_add_place_actions (self, popover,
                               sc_canvas_from_view (self, sc_canvas_mirror (self, at->x), at->y));
  pop_up (self, GTK_WIDGET (self), popover, at);
}

void
sc_canvas_allocate_menu (GtkWidget *widget, int width, int height, int baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}
