/* sc-canvas-actions.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-canvas-actions.h"

#include "sc-canvas-private.h"
#include "sc-command.h"

static ScCanvas *
get_canvas (GtkWidget *part)
{
  return SC_CANVAS (gtk_widget_get_ancestor (part, SC_TYPE_CANVAS));
}

/* The focus stays where it is, also when the mark goes. */
static void
toggle_mark (ScCanvas *self, GtkWidget *widget)
{
  ScPart part;

  if (!sc_canvas_get_part (widget, &part))
    return;
  sc_editor_toggle_part (self->editor, part);
  sc_canvas_focus_part (widget);
}

static void
step_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScCanvas *canvas = get_canvas (widget);
  /* The row, and its step, may not outlive what is done. */
  g_autofree char *step = g_strdup (sc_step_row_get_step (SC_STEP_ROW (widget))->id);
  const char *verb = name + strlen ("step.");
  const ScStage *stage = NULL;
  guint position = 0;

  if (sc_canvas_act_on_marked (canvas, (ScPart){ SC_PART_STEP, step }, verb))
    return;
  if (g_str_equal (verb, "select"))
    sc_canvas_go_to (canvas, widget);
  else if (g_str_equal (verb, "toggle-mark"))
    toggle_mark (canvas, widget);
  else if (g_str_equal (verb, "rename"))
    sc_canvas_rename_step (canvas, step);
  else if (g_str_equal (verb, "delete"))
    sc_canvas_delete_step (canvas, step);
  else if (g_str_equal (verb, "duplicate"))
    sc_canvas_duplicate_step (canvas, step);
  else if (g_str_equal (verb, "toggle-required"))
    sc_canvas_toggle_required (canvas, step);
  else if (g_str_equal (verb, "move-up"))
    sc_canvas_shift_step (canvas, step, -1);
  else if (g_str_equal (verb, "move-down"))
    sc_canvas_shift_step (canvas, step, 1);
  else if (g_str_equal (verb, "move-left"))
    sc_canvas_shift_step_across (canvas, step, -sc_canvas_get_sign (canvas));
  else if (g_str_equal (verb, "move-right"))
    sc_canvas_shift_step_across (canvas, step, sc_canvas_get_sign (canvas));
  else if (g_str_equal (verb, "menu"))
    sc_canvas_open_menu (canvas, widget, NULL);
  else if (g_str_equal (verb, "show-uses"))
    gtk_widget_activate_action (widget, "win.show-uses", "(ss)", "step", step);
  else if (sc_flow_find_step (canvas->flow, step, &stage, &position) != NULL)
    sc_canvas_add_step (canvas, stage->id, position + 1);
}

void
sc_canvas_install_step_actions (GtkWidgetClass *klass)
{
  static const char *const names[]
      = { "step.select",          "step.rename",    "step.delete",    "step.duplicate",
          "step.toggle-required", "step.move-up",   "step.move-down", "step.move-left",
          "step.move-right",      "step.add-after", "step.menu",      "step.show-uses",
          "step.toggle-mark" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_install_action (klass, names[i], NULL, step_action_cb);
  sc_commands_bind (klass, "step");
}

static void
stage_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScCanvas *canvas = get_canvas (widget);
  g_autofree char *stage = g_strdup (sc_stage_card_get_stage (SC_STAGE_CARD (widget))->id);
  const char *verb = name + strlen ("stage.");

  if (sc_canvas_act_on_marked (canvas, (ScPart){ SC_PART_STAGE, stage }, verb))
    return;
  if (g_str_equal (verb, "select"))
    sc_canvas_go_to (canvas, widget);
  else if (g_str_equal (verb, "toggle-mark"))
    toggle_mark (canvas, widget);
  else if (g_str_equal (verb, "select-steps"))
    sc_canvas_select_steps (canvas, stage);
  else if (g_str_equal (verb, "toggle-required"))
    sc_canvas_toggle_all_required (canvas, widget);
  else if (g_str_equal (verb, "rename"))
    sc_canvas_rename_stage (canvas, stage);
  else if (g_str_equal (verb, "delete"))
    sc_canvas_delete_stage (canvas, stage);
  else if (g_str_equal (verb, "duplicate"))
    sc_canvas_duplicate_stage (canvas, stage);
  else if (g_str_equal (verb, "move-left"))
    sc_canvas_shift_stage (canvas, stage, -sc_canvas_get_sign (canvas));
  else if (g_str_equal (verb, "move-right"))
    sc_canvas_shift_stage (canvas, stage, sc_canvas_get_sign (canvas));
  else if (g_str_equal (verb, "add-after"))
    sc_canvas_add_stage_after (canvas, stage);
  else if (g_str_equal (verb, "add-before"))
    sc_canvas_add_stage_before (canvas, stage);
  else if (g_str_equal (verb, "add-step"))
    sc_canvas_add_step (canvas, stage, G_MAXUINT);
  else if (g_str_equal (verb, "add-condition"))
    sc_canvas_add_condition (canvas, stage);
  else if (g_str_equal (verb, "show-uses"))
    gtk_widget_activate_action (widget, "win.show-uses", "(ss)", "stage", stage);
  else
    sc_canvas_open_menu (canvas, widget, NULL);
}

/* The keys also work from the row that adds a step, where the stage is what is selected. */
void
sc_canvas_install_stage_actions (GtkWidgetClass *klass)
{
  static const char *const names[]
      = { "stage.select",      "stage.rename",        "stage.delete",         "stage.duplicate",
          "stage.move-left",   "stage.move-right",    "stage.add-after",      "stage.add-before",
          "stage.add-step",    "stage.add-condition", "stage.menu",           "stage.show-uses",
          "stage.toggle-mark", "stage.select-steps",  "stage.toggle-required" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_install_action (klass, names[i], NULL, stage_action_cb);
  sc_commands_bind (klass, "stage");
}

static void
condition_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScCanvas *canvas = get_canvas (widget);

  if (g_str_equal (name, "condition.select"))
    sc_canvas_go_to (canvas, widget);
  else if (g_str_equal (name, "condition.edit"))
    sc_canvas_edit_condition (canvas, widget);
  else if (g_str_equal (name, "condition.add-branch"))
    sc_canvas_add_branch (canvas, sc_condition_box_get_stage (SC_CONDITION_BOX (widget))->id);
  else if (g_str_equal (name, "condition.add-otherwise"))
    sc_canvas_add_otherwise (canvas, sc_condition_box_get_stage (SC_CONDITION_BOX (widget))->id);
  else if (g_str_equal (name, "condition.delete"))
    sc_canvas_delete_condition (canvas, sc_condition_box_get_stage (SC_CONDITION_BOX (widget))->id);
  else
    sc_canvas_open_menu (canvas, widget, NULL);
}

void
sc_canvas_install_condition_actions (GtkWidgetClass *klass)
{
  static const char *const names[]
      = { "condition.select",        "condition.edit",   "condition.add-branch",
          "condition.add-otherwise", "condition.delete", "condition.menu" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_install_action (klass, names[i], NULL, condition_action_cb);
  sc_commands_bind (klass, "condition");
}

static void
button_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScCanvas *canvas = get_canvas (widget);
  guint insert;

  if (sc_canvas_button_get_look (SC_CANVAS_BUTTON (widget)) == SC_BUTTON_ADD_STEP)
    gtk_widget_activate_action (gtk_widget_get_parent (widget), "stage.add-step", NULL);
  else if (g_ptr_array_find (canvas->inserts, widget, &insert))
    sc_canvas_add_stage (canvas, sc_canvas_get_slot (canvas, insert));
}

void
sc_canvas_install_button_actions (GtkWidgetClass *klass)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space, GDK_KEY_KP_Space };

  gtk_widget_class_install_action (klass, "button.activate", NULL, button_action_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i], 0, "button.activate", NULL);
}

static void
canvas_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScCanvas *self = SC_CANVAS (widget);
  ScSelection selection;
  const ScStage *stage;
  guint position = G_MAXUINT - 1;

  if (self->flow == NULL)
    return;

  /* A rename that is going on may have changed what there is. */
  sc_canvas_end_rename (self, TRUE);
  selection = sc_editor_get_selection (self->editor);
  stage = sc_flow_find_stage (self->flow, selection.stage, NULL);
  if (stage == NULL)
    stage = sc_flow_find_stage (self->flow, sc_slot_last (self->flow).after, NULL);

  if (g_str_equal (name, "canvas.add-stage"))
    {
      if (stage == NULL)
        sc_canvas_add_stage (self, SC_SLOT_FIRST);
      else if (selection.stage == NULL)
        sc_canvas_add_stage (self, sc_slot_last (self->flow));
      else
        sc_canvas_add_stage_after (self, stage->id);
    }
  else if (stage != NULL)
    {
      if (selection.kind == SC_SELECTED_STEP)
        sc_stage_find_step (stage, selection.step, &position);
      sc_canvas_add_step (self, stage->id, position + 1);
    }
}

static gboolean
focus_key_cb (GtkWidget *widget, GVariant *how, gpointer data)
{
  int direction, move;

  if (!sc_canvas_has_focus_inside (SC_CANVAS (widget)))
    return GDK_EVENT_PROPAGATE;

  g_variant_get (how, "(ii)", &direction, &move);
  sc_canvas_move_focus (
      SC_CANVAS (widget),
      sc_canvas_mirror_direction (SC_CANVAS (widget), (GtkDirectionType) direction), (ScMove) move);
  return GDK_EVENT_STOP;
}

static void
select_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScCanvas *self = SC_CANVAS (widget);

  if (self->flow == NULL)
    return;
  sc_canvas_end_rename (self, TRUE);
  if (g_str_equal (name, "canvas.select-all"))
    {
      sc_editor_select_all (self->editor);
    }
  else
    {
      sc_editor_select_nothing (self->editor);
      sc_canvas_focus_self (self);
    }
}

static gboolean
escape_key_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  ScCanvas *self = SC_CANVAS (widget);

  if (sc_editor_get_selection (self->editor).kind == SC_SELECTED_NOTHING)
    return GDK_EVENT_PROPAGATE;

  sc_editor_select_nothing (self->editor);
  sc_canvas_focus_self (self);
  return GDK_EVENT_STOP;
}

static gboolean
end_key_cb (GtkWidget *widget, GVariant *last, gpointer data)
{
  return sc_canvas_move_focus_to_end (SC_CANVAS (widget), g_variant_get_boolean (last));
}

void
sc_canvas_install_actions (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    GtkDirectionType direction;
  } arrows[] = {
    { GDK_KEY_Left, GTK_DIR_LEFT },   { GDK_KEY_KP_Left, GTK_DIR_LEFT },
    { GDK_KEY_Right, GTK_DIR_RIGHT }, { GDK_KEY_KP_Right, GTK_DIR_RIGHT },
    { GDK_KEY_Up, GTK_DIR_UP },       { GDK_KEY_KP_Up, GTK_DIR_UP },
    { GDK_KEY_Down, GTK_DIR_DOWN },   { GDK_KEY_KP_Down, GTK_DIR_DOWN },
  };

  gtk_widget_class_install_action (klass, "canvas.add-stage", NULL, canvas_action_cb);
  gtk_widget_class_install_action (klass, "canvas.add-step", NULL, canvas_action_cb);
  gtk_widget_class_install_action (klass, "canvas.select-all", NULL, select_action_cb);
  gtk_widget_class_install_action (klass, "canvas.select-none", NULL, select_action_cb);
  sc_commands_bind (klass, "canvas");
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      GtkDirectionType direction = arrows[i].direction;

      gtk_widget_class_add_binding (klass, arrows[i].key, 0, focus_key_cb, "(ii)", direction,
                                    SC_MOVE_SELECT);
      gtk_widget_class_add_binding (klass, arrows[i].key, GDK_SHIFT_MASK, focus_key_cb, "(ii)",
                                    direction, SC_MOVE_EXTEND);
      gtk_widget_class_add_binding (klass, arrows[i].key, GDK_CONTROL_MASK, focus_key_cb, "(ii)",
                                    direction, SC_MOVE_ONLY);
    }
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, escape_key_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Home, 0, end_key_cb, "b", FALSE);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Home, 0, end_key_cb, "b", FALSE);
  gtk_widget_class_add_binding (klass, GDK_KEY_End, 0, end_key_cb, "b", TRUE);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_End, 0, end_key_cb, "b", TRUE);
}
