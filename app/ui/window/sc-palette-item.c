/* sc-palette-item.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-palette-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sc-fuzzy.h"

/* What has the letters in its name comes before what has them in its group. */
#define FOR_NAME 40

struct _ScPaletteItem
{
  GObject parent_instance;

  const char *action;
  char *flow;
  char *name;
  char *key;
  char *text; /* what is searched when the name itself is not it: with the group */
  const char *group;
  const char *obstacle; /* why it cannot be done now; NULL: it can */
};

G_DEFINE_FINAL_TYPE (ScPaletteItem, sc_palette_item, G_TYPE_OBJECT)

static void
sc_palette_item_finalize (GObject *object)
{
  ScPaletteItem *self = SC_PALETTE_ITEM (object);

  g_free (self->flow);
  g_free (self->name);
  g_free (self->key);
  g_free (self->text);

  G_OBJECT_CLASS (sc_palette_item_parent_class)->finalize (object);
}

static void
sc_palette_item_class_init (ScPaletteItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_palette_item_finalize;
}

static void
sc_palette_item_init (ScPaletteItem *self)
{
}

ScPaletteItem *
sc_palette_item_new_command (const ScCommand *command)
{
  ScPaletteItem *self = g_object_new (SC_TYPE_PALETTE_ITEM, NULL);

  self->action = command->action;
  self->name = sc_command_dup_name (command);
  self->key = sc_command_dup_key_label (command);
  self->group = sc_command_group_get_title (command->group);
  self->text = g_strdup_printf ("%s %s", self->name, self->group);
  return self;
}

ScPaletteItem *
sc_palette_item_new_flow (const ScFlow *flow, int language)
{
  ScPaletteItem *self = g_object_new (SC_TYPE_PALETTE_ITEM, NULL);
  g_autofree char *name = g_utf8_make_valid (sc_flow_get_label (flow, language), -1);

  self->flow = g_strdup (flow->id);
  /* TRANSLATORS: opens that flow. */
  self->name = g_strdup_printf (_ ("Open “%s”"), name);
  self->group = _ ("Flow");
  self->text = g_strdup_printf ("%s %s", name, self->group);
  return self;
}

const char *
sc_palette_item_get_name (ScPaletteItem *self)
{
  return self->name;
}

const char *
sc_palette_item_get_group (ScPaletteItem *self)
{
  return self->group;
}

const char *
sc_palette_item_get_key (ScPaletteItem *self)
{
  return self->key;
}

const char *
sc_palette_item_get_obstacle (ScPaletteItem *self)
{
  return self->obstacle;
}

const char *
sc_palette_item_get_action (ScPaletteItem *self)
{
  return self->action;
}

const char *
sc_palette_item_get_flow (ScPaletteItem *self)
{
  return self->flow;
}

guint
sc_palette_item_match (ScPaletteItem *self, const char *folded_needle)
{
  guint score = sc_fuzzy_score (folded_needle, self->name);

  return score > 0 ? score + FOR_NAME : sc_fuzzy_score (folded_needle, self->text);
}

static gboolean
class_has_action (GtkWidget *widget, const char *name)
{
  GtkWidgetClass *klass = GTK_WIDGET_GET_CLASS (widget);
  const char *action;
  const GVariantType *type;
  const char *property;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (klass, i, &owner, &action, &type, &property);
       i++)
    if (g_str_equal (action, name))
      return TRUE;
  return FALSE;
}

static gboolean
group_has_action (GActionGroup *group, const char *name)
{
  return group != NULL && g_action_group_get_action_enabled (group, name);
}

static gboolean
is_possible (GtkWidget *target, const char *detailed)
{
  GtkRoot *root = gtk_widget_get_root (target);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) parameter = NULL;

  if (!g_action_parse_detailed_name (detailed, &name, &parameter, NULL))
    return FALSE;
  if (g_str_has_prefix (name, "win."))
    return GTK_IS_APPLICATION_WINDOW (root)
           && group_has_action (G_ACTION_GROUP (root), name + strlen ("win."));
  if (g_str_has_prefix (name, "app."))
    return group_has_action (G_ACTION_GROUP (g_application_get_default ()), name + strlen ("app."));
  for (GtkWidget *widget = target; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (class_has_action (widget, name))
      return TRUE;
  return FALSE;
}

/* What to do first, in a few words; by the command, else by its group. */
static const char *
find_words (const ScCommand *command)
{
  static const struct
  {
    const char *action;
    const char *words;
  } of_commands[] = {
    { "win.undo", N_ ("Nothing to undo") },
    { "win.redo", N_ ("Nothing to redo") },
    { "win.save", N_ ("Everything is saved") },
    { "win.reopen-tab", N_ ("No tab was closed") },
    { "win.show-notes", N_ ("No notes on this file") },
  };
  static const char *const of_groups[SC_N_COMMANDS] = {
    [SC_COMMANDS_LIST] = N_ ("Select a flow in the list first"),
    [SC_COMMANDS_STAGE] = N_ ("Select a stage first"),
    [SC_COMMANDS_STEP] = N_ ("Select a step first"),
    [SC_COMMANDS_CONDITION] = N_ ("Select a condition first"),
    [SC_COMMANDS_CANVAS] = N_ ("Only in the design"),
    [SC_COMMANDS_OUTLINE] = N_ ("Only in the outline"),
    [SC_COMMANDS_SECURITY] = N_ ("Only in the Security view"),
    [SC_COMMANDS_TABS] = N_ ("There is no other tab"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (of_commands); i++)
    if (g_str_equal (command->action, of_commands[i].action))
      return _ (of_commands[i].words);
  if (g_str_has_prefix (command->action, "canvas."))
    return _ (of_groups[SC_COMMANDS_CANVAS]);
  return of_groups[command->group] != NULL ? _ (of_groups[command->group]) : NULL;
}

static const char *
get_obstacle (const ScCommand *command, const ScSolution *solution)
{
  const char *words = find_words (command);

  if (solution == NULL)
    return _ ("Open a solution first");
  if (words != NULL)
    return words;
  return sc_lock_get (solution, NULL) != SC_LOCK_NONE ? _ ("Not in a solution that is locked")
                                                      : _ ("Not from here");
}

static void
add_commands (GPtrArray *items, GtkWidget *target, GtkWidget *other, const ScSolution *solution)
{
  for (const ScCommand *command = sc_command_list (); command->title != NULL; command++)
    {
      ScPaletteItem *item;

      if (command->action == NULL || g_str_equal (command->action, "win.palette"))
        continue;
      item = sc_palette_item_new_command (command);
      if (!is_possible (target, command->action)
          && (other == NULL || !is_possible (other, command->action)))
        item->obstacle = get_obstacle (command, solution);
      g_ptr_array_add (items, item);
    }
}

GPtrArray *
sc_palette_list_items (GtkWidget *target, GtkWidget *other, ScEditor *editor)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  const ScSolution *solution
      = sc_editor_get_document (editor) != NULL ? sc_editor_get_solution (editor) : NULL;

  add_commands (items, target, other, solution);
  if (solution == NULL)
    return items;
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      if (flow->id != NULL && flow != sc_editor_get_flow (editor))
        g_ptr_array_add (items, sc_palette_item_new_flow (flow, sc_editor_get_language (editor)));
    }
  return items;
}
