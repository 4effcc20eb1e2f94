/* sc-canvas-way-menu.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "sc-condition-text.h"
#include "sc-edit-condition.h"

/* The parts of menus that are about conditions and the ways between stages. What an edit would do
 * is found by doing it, so only what is possible is offered. Their actions, way.*, belong to the
 * menu itself and take the branch as their target. */

typedef struct
{
  ScCanvas *canvas;
  char *stage;
} Context;

static void
context_free (gpointer data)
{
  Context *self = data;

  g_free (self->stage);
  g_free (self);
}

/* The canvas draws anew while an action runs, and what it is about may go. */
static void
way_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Context *context = data;
  ScCanvas *canvas = context->canvas;
  const char *name = g_action_get_name (G_ACTION (action));
  g_autofree char *stage = g_strdup (context->stage);
  ScSlot way = { stage, SC_EDGE_NEXT };

  if (g_str_equal (name, "lead") || g_str_equal (name, "take"))
    {
      const char *target;

      g_variant_get (parameter, "(i&s)", &way.branch, &target);
      if (g_str_equal (name, "lead"))
        sc_canvas_merge_way (canvas, way, target);
      else
        sc_canvas_take_branch (canvas, way, (ScSlot){ target, SC_EDGE_NEXT });
      return;
    }
  way.branch = g_variant_get_int32 (parameter);
  if (g_str_equal (name, "add-stage"))
    sc_canvas_add_stage (canvas, way);
  else if (g_str_equal (name, "end"))
    sc_canvas_end_way (canvas, way);
  else if (g_str_equal (name, "unmerge"))
    sc_canvas_unmerge_way (canvas, way);
  else if (g_str_equal (name, "rotate"))
    sc_canvas_rotate_branch (canvas, way);
  else if (g_str_equal (name, "delete"))
    sc_canvas_delete_branch (canvas, stage, (guint) way.branch);
}

void
sc_canvas_add_way_actions (ScCanvas *self, GtkWidget *menu, const char *stage)
{
  static const GActionEntry entries[] = {
    { .name = "lead", .activate = way_cb, .parameter_type = "(is)" },
    { .name = "take", .activate = way_cb, .parameter_type = "(is)" },
    { .name = "rotate", .activate = way_cb, .parameter_type = "i" },
    { .name = "add-stage", .activate = way_cb, .parameter_type = "i" },
    { .name = "end", .activate = way_cb, .parameter_type = "i" },
    { .name = "unmerge", .activate = way_cb, .parameter_type = "i" },
    { .name = "delete", .activate = way_cb, .parameter_type = "i" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  Context *context = g_new0 (Context, 1);

  context->canvas = self;
  context->stage = g_strdup (stage);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), context);
  sc_canvas_add_relationship_actions (self, G_ACTION_MAP (group), stage);
  g_object_set_data_full (G_OBJECT (group), "sc-way", context, context_free);
  gtk_widget_insert_action_group (menu, "way", G_ACTION_GROUP (group));
}

char *
sc_canvas_escape_label (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

/* Takes over after. */
static gboolean
would_change (ScCanvas *self, ScSolution *after)
{
  gboolean changes = after != NULL && after != self->solution;

  g_clear_pointer (&after, sc_solution_unref);
  return changes;
}

static void
append (GMenu *menu, const char *label, const char *action, int branch)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "i", branch);
  g_menu_append_item (menu, item);
}

static GMenuModel *
build_targets (ScCanvas *self, ScSlot way)
{
  GMenu *menu = g_menu_new ();

  sc_list_foreach (self->flow->stages, const ScStage *, stage)
    {
      g_autofree char *label = NULL;
      g_autoptr (GMenuItem) item = NULL;

      if (!would_change (self,
                         sc_edit_way_merge (self->solution, self->flow->id, way, stage->id, NULL)))
        continue;
      label = sc_canvas_escape_label (sc_stage_get_label (stage, self->language));
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "way.lead", "(is)", way.branch, stage->id);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/* The places to which the stages of a branch can be moved together. */
static GMenuModel *
build_places (ScCanvas *self, ScSlot way)
{
  GMenu *menu = g_menu_new ();

  sc_list_foreach (self->flow->stages, const ScStage *, stage)
    {
      ScSlot place = { stage->id, SC_EDGE_NEXT };
      g_autofree char *label = NULL;
      g_autoptr (GMenuItem) item = NULL;

      if (stage->condition != NULL
          || !would_change (self, sc_edit_branch_take (self->solution, self->flow->id, way.after,
                                                       (guint) way.branch, place, NULL)))
        continue;
      label = sc_canvas_escape_label (sc_stage_get_label (stage, self->language));
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "way.take", "(is)", way.branch, stage->id);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static GMenuModel *
build_branch_section (ScCanvas *self, ScSlot way)
{
  GMenu *section = g_menu_new ();
  g_autoptr (GMenuModel) places = build_places (self, way);

  if (g_menu_model_get_n_items (places) > 0)
    g_menu_append_submenu (section, _ ("_Move Its Stages Behind"), places);
  if (would_change (self, sc_edit_branch_rotate (self->solution, self->flow->id, way.after,
                                                 (guint) way.branch, NULL)))
    append (section, _ ("_Unfold Nested Branches"), "way.rotate", way.branch);
  append (section, _ ("_Delete Branch and Its Stages"), "way.delete", way.branch);
  return G_MENU_MODEL (section);
}

GMenuModel *
sc_canvas_build_way_menu (ScCanvas *self, ScSlot way)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenuModel) targets = build_targets (self, way);
  g_autoptr (GMenuModel) relationships = sc_canvas_build_relationship_menu (self, way);
  const ScSolution *solution = self->solution;
  const char *flow = self->flow->id;

  append (section, _ ("_Add Stage Here"), "way.add-stage", way.branch);
  if (g_menu_model_get_n_items (targets) > 0)
    g_menu_append_submenu (section, _ ("_Lead To"), targets);
  if (relationships != NULL)
    g_menu_append_submenu (section, _ ("_Relationship"), relationships);
  if (would_change (self, sc_edit_way_end (solution, flow, way, NULL)))
    append (section, _ ("_End Here"), "way.end", way.branch);
  if (would_change (self, sc_edit_way_unmerge (solution, flow, way, NULL)))
    append (section, _ ("_Own Copy of What Follows"), "way.unmerge", way.branch);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  if (way.branch >= 0)
    {
      g_autoptr (GMenuModel) last = build_branch_section (self, way);

      g_menu_append_section (menu, NULL, last);
    }
  return G_MENU_MODEL (menu);
}

static char *
name_branch (ScCanvas *self, const ScStage *stage, const ScBranch *branch)
{
  g_autofree char *sentence = NULL;

  if (branch->name != NULL && *branch->name != '\0')
    return sc_canvas_escape_label (branch->name);
  sentence = sc_condition_text_branch (self->solution, self->flow, stage, branch, self->language);
  return sc_canvas_escape_label (sentence);
}

GMenuModel *
sc_canvas_build_condition_menu (ScCanvas *self, const ScStage *stage)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new (), ways = g_menu_new (), last = g_menu_new ();

  g_menu_append (first, _ ("_Edit…"), "condition.edit");
  g_menu_append (first, _ ("Add _Branch"), "condition.add-branch");
  if (!sc_condition_has_otherwise (stage->condition))
    g_menu_append (first, _ ("Add “_Otherwise”"), "condition.add-otherwise");
  sc_list_foreach (stage->condition->branches, const ScBranch *, branch)
    {
      g_autofree char *label = name_branch (self, stage, branch);
      g_autoptr (GMenuModel) way
          = sc_canvas_build_way_menu (self, (ScSlot){ stage->id, (int) branch_i });

      g_menu_append_submenu (ways, label, way);
    }
  g_menu_append (last, _ ("De_lete Condition"), "condition.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (ways));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  return G_MENU_MODEL (menu);
}

void
sc_canvas_extend_stage_menu (ScCanvas *self, GMenu *menu, const ScStage *stage)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenuModel) way = NULL;

  if (stage->condition != NULL)
    return;
  way = sc_canvas_build_way_menu (self, (ScSlot){ stage->id, SC_EDGE_NEXT });
  g_menu_append (section, _ ("Add Co_ndition After"), "stage.add-condition");
  g_menu_append_submenu (section, _ ("Wa_y On"), way);
  /* Before the section that ends with Delete. */
  g_menu_insert_section (menu, g_menu_model_get_n_items (G_MENU_MODEL (menu)) - 1, NULL,
                         G_MENU_MODEL (section));
}
