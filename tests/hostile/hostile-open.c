/* hostile-open.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hostile.h"

#include "sc-clip-table.h"
#include "sc-clip-xml.h"
#include "sc-definition.h"
#include "sc-edit-paste.h"
#include "sc-flow-path.h"
#include "sc-import.h"
#include "sc-layout.h"
#include "sc-locator.h"
#include "sc-storage.h"
#include "sc-template.h"
#include "sc-validation.h"

/* As the canvas and the window of paths ask for it. */
static void
lay_out (const ScFlow *flow)
{
  g_autoptr (ScLayout) layout = sc_layout_new (flow, &sc_layout_default_metrics);
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (flow);
  g_autoptr (GPtrArray) paths = sc_flow_path_list (graph, 100);

  g_assert_nonnull (layout);
  g_assert_cmpuint (paths->len, <=, sc_flow_path_count (graph));
}

/* What stands on every screen sooner or later. */
static void
use (GString *said, const ScSolution *solution)
{
  g_autoptr (ScValidator) validator = sc_validator_new ();
  g_autoptr (ScList) problems = sc_validator_run (validator, solution);
  g_autoptr (GBytes) bytes = sc_definition_write (solution);

  g_assert_cmpuint (g_bytes_get_size (bytes), >, 0);
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      lay_out (flow);
    }
  g_string_append_printf (said, "opened: %u flows, %u roles, %u problems",
                          sc_list_length (solution->flows), sc_list_length (solution->roles),
                          sc_list_length (problems));
}

/* As the command line says it of each problem. */
static void
locate (const ScStorage *storage)
{
  g_autoptr (ScValidator) validator = sc_validator_new ();
  g_autoptr (ScList) problems = sc_validator_run (validator, sc_storage_get_solution (storage));
  g_autoptr (ScLocator) locator = sc_locator_new (storage);

  sc_list_foreach (problems, const ScProblem *, problem)
    {
      g_autoptr (ScLocation) location = sc_locator_find (locator, problem);

      g_assert_nonnull (location->path);
    }
}

static void
open_document (GString *said, const char *path, GError **error)
{
  g_autoptr (ScStorage) storage = sc_storage_open (path, error);
  const char *const *notes = storage != NULL ? sc_storage_get_notes (storage) : NULL;

  for (guint i = 0; notes != NULL && notes[i] != NULL && i < 5; i++)
    g_string_append_printf (said, "%s\n", notes[i]);
  if (storage != NULL)
    {
      use (said, sc_storage_get_solution (storage));
      locate (storage);
    }
}

/* A hidden file would be taken for orders by some other program. */
static void
assert_nothing_hidden (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (name[0] == '.')
        g_error ("%s was written", path);
      assert_nothing_hidden (path);
    }
}

static void
unpack (GString *said, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *target = g_build_filename (folder, "unpacked", NULL);
  g_autoptr (ScStorage) storage = sc_storage_open (path, error);
  g_autoptr (ScStorage) saved = NULL;

  if (storage == NULL)
    return;
  saved = sc_storage_save_copy (storage, sc_storage_get_solution (storage), target, error);
  assert_nothing_hidden (folder);
  for (guint i = 0; saved != NULL && sc_storage_get_notes (saved)[i] != NULL && i < 5; i++)
    g_string_append_printf (said, "%s\n", sc_storage_get_notes (saved)[i]);
  if (saved != NULL)
    use (said, sc_storage_get_solution (saved));
}

/* Into a solution with a flow on the table that the samples have. */
static ScSolution *
make_solution (void)
{
  g_autoptr (ScStage) stage = sc_stage_new ();
  g_autoptr (ScFlow) flow = sc_flow_new ();
  ScSolution *solution = sc_solution_new ();

  sc_set_string (stage, id, "stage");
  sc_set_string (stage, table, "account");
  sc_set_string (flow, id, "flow");
  sc_set_string (flow, name, "Flow");
  sc_take_value (flow, stages, sc_list_append (NULL, stage));
  sc_take_value (solution, flows, sc_list_append (NULL, flow));
  return solution;
}

static void
import (GString *said, const char *path, GError **error)
{
  g_autoptr (ScSolution) solution = make_solution ();
  ScList *tables = NULL, *relationships = NULL;

  if (!sc_import_metadata (path, solution, NULL, &tables, &relationships, error))
    return;
  sc_take_value (solution, imported, tables);
  sc_take_value (solution, imported_relationships, relationships);
  use (said, solution);
}

static void
paste (GString *said, const char *path, gboolean is_table, GError **error)
{
  const ScPastePlace place = { SC_SLOT_FIRST, NULL, 0 };
  g_autoptr (ScSolution) solution = make_solution ();
  g_autoptr (ScSolution) after = NULL;
  g_autoptr (ScClip) clip = NULL;
  g_autofree char *data = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  if (is_table)
    clip = sc_clip_read_table (data, size, SC_LANGUAGE_ENGLISH, error);
  else
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);

      clip = sc_clip_read (bytes, error);
    }
  if (clip != NULL)
    after = sc_edit_paste (solution, "flow", clip, place, NULL, NULL, NULL, error);
  if (after != NULL)
    use (said, after);
}

static void
list_templates (GString *said, const char *path)
{
  g_autoptr (ScList) templates = sc_template_list (path);
  guint n = 0;

  sc_list_foreach (templates, const ScTemplate *, template)
    {
      if (template->path == NULL)
        continue;
      n++;
      if (template->broken != NULL && said->len < 1000)
        g_string_append_printf (said, "%s\n", template->broken);
    }
  g_string_append_printf (said, "opened: %u templates", n);
}

char *
hostile_open (HostileDoor door, const char *path)
{
  GString *said = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  switch (door)
    {
    case DOOR_DOCUMENT:
      open_document (said, path, &error);
      break;
    case DOOR_UNPACKED:
      unpack (said, path, &error);
      break;
    case DOOR_METADATA:
      import (said, path, &error);
      break;
    case DOOR_CLIP:
    case DOOR_TABLE:
      paste (said, path, door == DOOR_TABLE, &error);
      break;
    case DOOR_TEMPLATES:
      list_templates (said, path);
      break;
    }
  if (error != NULL)
    {
      g_assert_true (error->domain == SC_FILE_ERROR || door == DOOR_CLIP || door == DOOR_TABLE);
      g_string_append (said, error->message);
    }
  g_assert_cmpuint (said->len, >, 0);
  return g_string_free (said, FALSE);
}
