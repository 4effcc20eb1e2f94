/* sc-canvas-actions.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a person can do with the parts of a canvas. An action of a widget class is reached by its
 * name from menus, keys, tests and assistive technology alike. */

/* step.select, step.rename, step.delete, step.duplicate, step.toggle-required, step.move-up,
 * step.move-down, step.move-left, step.move-right, step.add-after, step.menu */
void sc_canvas_install_step_actions (GtkWidgetClass *klass);
/* stage.select, stage.rename, stage.delete, stage.duplicate, stage.move-left, stage.move-right,
 * stage.add-after, stage.add-before, stage.add-step,
 * stage.add-condition, stage.menu */
void sc_canvas_install_stage_actions (GtkWidgetClass *klass);
/* condition.select, condition.edit, condition.add-branch, condition.add-otherwise,
 * condition.delete, condition.menu */
void sc_canvas_install_condition_actions (GtkWidgetClass *klass);
/* button.activate */
void sc_canvas_install_button_actions (GtkWidgetClass *klass);

/* A size_allocate for widgets that a context menu may hang on. */
void sc_canvas_allocate_menu (GtkWidget *widget, int width, int height, int baseline);

G_END_DECLS
