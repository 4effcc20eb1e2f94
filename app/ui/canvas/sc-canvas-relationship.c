/* sc-canvas-relationship.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sc-edit-stage.h"
#include "sc-name.h"

/* The menu that chooses the relationship by which a way leads to another table. Its actions have a
 * branch in their name, and as their state the relationship that is in use: "" for none. */
#define ACTION "relate-%d"

static const ScStage *
find_target (ScCanvas *self, const ScStage *stage, int branch)
{
  const ScList *branches = stage->condition != NULL ? stage->condition->branches : NULL;
  const ScBranch *way = branch >= 0 ? sc_list_get (branches, (guint) branch) : NULL;
  const char *target = branch >= 0 ? (way != NULL ? way->target : NULL) : stage->next;

  return target != NULL ? sc_flow_find_stage (self->flow, target, NULL) : NULL;
}

static gboolean
changes_table (const ScStage *stage, const ScStage *target)
{
  return target != NULL && stage->table != NULL && target->table != NULL
         && !sc_name_equal (stage->table, target->table);
}

/* Two relationships between the same tables differ in their names and lookups. */
static char *
describe (const ScRelationship *relationship)
{
  g_autofree char *text
      = relationship->attribute != NULL
            ? g_strdup_printf (_ ("%s (column %s)"), relationship->name, relationship->attribute)
            : g_strdup (relationship->name);

  return sc_canvas_escape_label (text);
}

GMenuModel *
sc_canvas_build_relationship_menu (ScCanvas *self, ScSlot way)
{
  const ScStage *stage = sc_flow_find_stage (self->flow, way.after, NULL);
  const ScStage *target = stage != NULL ? find_target (self, stage, way.branch) : NULL;
  g_autofree char *action = g_strdup_printf ("way." ACTION, way.branch);
  g_autoptr (GPtrArray) relationships = NULL;
  g_autoptr (GMenuItem) none = NULL;
  GMenu *menu;

  if (stage == NULL || !changes_table (stage, target))
    return NULL;
  relationships
      = sc_solution_list_relationships (sc_editor_lend (self->editor), stage->table, target->table);
  none = g_menu_item_new (relationships->len > 0
                              ? _ ("None: people pick or create any record")
                              : _ ("None: no relationship between these tables is known"),
                          NULL);
  menu = g_menu_new ();
  g_menu_item_set_action_and_target (none, action, "s", "");
  g_menu_append_item (menu, none);
  for (guint i = 0; i < relationships->len; i++)
    {
      const ScRelationship *relationship = g_ptr_array_index (relationships, i);
      g_autofree char *label = describe (relationship);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, action, "s", relationship->name);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

typedef struct
{
  ScCanvas *canvas;
  char *source;
  char *target;
} Way;

static void
way_free (gpointer data, GClosure *closure)
{
  Way *way = data;

  g_free (way->source);
  g_free (way->target);
  g_free (way);
}

static void
chosen_cb (GSimpleAction *action, GVariant *relationship, Way *way)
{
  ScCanvas *canvas = way->canvas;
  const char *name = g_variant_get_string (relationship, NULL);
  GError *error = NULL;
  ScSolution *after
      = sc_edit_transition_set (sc_editor_lend (canvas->editor), canvas->flow->id, way->source,
                                way->target, *name != '\0' ? name : NULL, &error);

  sc_editor_commit (canvas->editor, after, error, _ ("Change relationship"), NULL);
}

static void
add_action (ScCanvas *self, GActionMap *map, const ScStage *stage, int branch)
{
  const ScStage *target = find_target (self, stage, branch);
  const ScTransition *transition
      = target != NULL ? sc_flow_find_transition (self->flow, stage->id, target->id) : NULL;
  const char *relationship = transition != NULL ? transition->relationship : NULL;
  g_autofree char *name = g_strdup_printf (ACTION, branch);
  g_autoptr (GSimpleAction) action = NULL;
  Way *way;

  if (!changes_table (stage, target))
    return;
  action = g_simple_action_new_stateful (
      name, G_VARIANT_TYPE_STRING, g_variant_new_string (relationship != NULL ? relationship : ""));
  way = g_new0 (Way, 1);
  way->canvas = self;
  way->source = g_strdup (stage->id);
  way->target = g_strdup (target->id);
  g_signal_connect_data (action, "activate", G_CALLBACK (chosen_cb), way, way_free, 0);
  g_action_map_add_action (map, G_ACTION (action));
}

void
sc_canvas_add_relationship_actions (ScCanvas *self, GActionMap *map, const char *stage)
{
  const ScStage *source = sc_flow_find_stage (self->flow, stage, NULL);
  guint n = source != NULL && source->condition != NULL
                ? sc_list_length (source->condition->branches)
                : 0;

  if (source == NULL)
    return;
  add_action (self, map, source, SC_EDGE_NEXT);
  for (guint i = 0; i < n; i++)
    add_action (self, map, source, (int) i);
}
