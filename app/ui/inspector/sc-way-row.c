/* sc-way-row.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-way-row.h"

#include <glib/gi18n-lib.h>

#include "sc-edit-stage.h"
#include "sc-id.h"
#include "sc-name.h"

typedef struct
{
  ScEditor *editor;
  char *source;
  char *target;
} Way;

static void
way_free (gpointer data)
{
  Way *way = data;

  g_object_unref (way->editor);
  g_free (way->source);
  g_free (way->target);
  g_free (way);
}

static Way *
get_way (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "sc-way");
}

static gboolean
find_ends (Way *way, const ScStage **source, const ScStage **target)
{
  const ScFlow *flow = sc_editor_get_flow (way->editor);

  *source = flow != NULL ? sc_flow_find_stage (flow, way->source, NULL) : NULL;
  *target = flow != NULL ? sc_flow_find_stage (flow, way->target, NULL) : NULL;
  return *source != NULL && *target != NULL;
}

/* The table of the source is the one side (Microsoft's own files: lead to opportunity by
 * opportunity_originating_lead). */
static void
fill_relationships (GListStore *store, gpointer data)
{
  Way *way = data;
  g_autoptr (ScChoice) none
      = sc_choice_new (NULL, _ ("None"), _ ("People pick or create any record"));
  g_autoptr (GPtrArray) relationships = NULL;
  const ScStage *source, *target;

  if (!find_ends (way, &source, &target))
    return;
  g_list_store_append (store, none);
  relationships
      = sc_solution_list_relationships (sc_editor_lend (way->editor), source->table, target->table);
  for (guint i = 0; i < relationships->len; i++)
    {
      const ScRelationship *relationship = g_ptr_array_index (relationships, i);
      g_autofree char *detail = relationship->attribute != NULL
                                    ? g_strdup_printf (_ ("column %s"), relationship->attribute)
                                    : NULL;
      g_autoptr (ScChoice) choice = sc_choice_new (relationship->name, relationship->name, detail);

      g_list_store_append (store, choice);
    }
}

static void
picked_cb (GtkWidget *row, const char *id, Way *way)
{
  const ScFlow *flow = sc_editor_get_flow (way->editor);
  GError *error = NULL;
  ScSolution *after;

  if (flow == NULL)
    return;
  after = sc_edit_transition_set (sc_editor_lend (way->editor), flow->id, way->source, way->target,
                                  id, &error);
  sc_editor_commit (way->editor, after, error, _ ("Change relationship"), NULL);
}

GtkWidget *
sc_way_row_new (ScEditor *editor, const char *source, const char *target)
{
  GtkWidget *row = g_object_new (SC_TYPE_PICKER_ROW, "use-markup", FALSE, NULL);
  Way *way = g_new0 (Way, 1);

  way->editor = g_object_ref (editor);
  way->source = g_strdup (source);
  way->target = g_strdup (target);
  g_object_set_data_full (G_OBJECT (row), "sc-way", way, way_free);
  sc_picker_row_put_value_below (SC_PICKER_ROW (row));
  sc_picker_row_set_source (SC_PICKER_ROW (row), fill_relationships, NULL,
                            _ ("Search relationships"), way);
  g_signal_connect (row, "picked", G_CALLBACK (picked_cb), way);
  return row;
}

gboolean
sc_way_row_update (GtkWidget *row)
{
  Way *way = get_way (row);
  const ScTransition *transition;
  const ScStage *source, *target;
  g_autofree char *title = NULL;
  gboolean shown;

  shown = find_ends (way, &source, &target) && !sc_name_equal (source->table, target->table);
  gtk_widget_set_visible (row, shown);
  if (!shown)
    return FALSE;
  title = g_strdup_printf (_ ("Relationship from “%s”"),
                           sc_stage_get_label (source, sc_editor_get_language (way->editor)));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  transition = sc_flow_find_transition (sc_editor_get_flow (way->editor), way->source, way->target);
  sc_picker_row_set_current (SC_PICKER_ROW (row),
                             transition != NULL ? transition->relationship : NULL,
                             transition != NULL ? transition->relationship : _ ("None"));
  return TRUE;
}

gboolean
sc_way_row_is (GtkWidget *row, const char *source, const char *target)
{
  Way *way = get_way (row);

  return sc_id_equal (way->source, source) && sc_id_equal (way->target, target);
}
