/* disk-fixture.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "disk-fixture.h"

#include "package-files.h"
#include "sc-edit-flow.h"
#include "sc-edit-rule.h"
#include "sc-edit-stage.h"

#include <glib/gstdio.h>

#define FLOW        "11111111-1111-4111-8111-111111111111"
#define MAX_WAIT_US (20 * G_USEC_PER_SEC)

static void
count_cb (ScDocument *document, guint *n)
{
  (*n)++;
}

void
disk_fixture_init (DiskFixture *self, const char *name)
{
  g_autoptr (ScDocument) first = sc_document_new ();
  g_autoptr (ScSolution) solution
      = sc_edit_flow_add (sc_document_get_solution (first), FLOW, "Sales", "lead", NULL);
  g_autoptr (GError) error = NULL;

  self->folder = files_make_folder ();
  self->copy = files_make_folder ();
  self->path = g_build_filename (self->folder, name, NULL);
  sc_document_commit (first, solution, "Add", NULL);
  sc_document_save_as (first, self->path, &error);
  g_assert_no_error (error);
  files_copy_folder (self->folder, self->copy);
  self->document = sc_document_open (self->path, &error);
  g_assert_no_error (error);
  self->n_noticed = 0;
  g_signal_connect (self->document, "disk-changed", G_CALLBACK (count_cb), &self->n_noticed);
}

void
disk_fixture_clear (DiskFixture *self)
{
  g_assert_finalize_object (self->document);
  files_remove_folder (self->folder);
  files_remove_folder (self->copy);
  g_free (self->folder);
  g_free (self->copy);
  g_free (self->path);
}

static ScSolution *
rename_first (const ScSolution *solution, const char *name)
{
  const ScFlow *flow = sc_list_get (solution->flows, 0);
  const ScStage *stage = sc_list_get (flow->stages, 0);

  return sc_edit_stage_set_label (solution, flow->id, stage->id, solution->language, name, NULL);
}

ScSolution *
disk_edit_rename (const ScSolution *solution)
{
  return rename_first (solution, "Mine");
}

ScSolution *
disk_edit_rename_to (const ScSolution *solution)
{
  return rename_first (solution, "Theirs");
}

ScSolution *
disk_edit_add_stage (const ScSolution *solution)
{
  const ScFlow *flow = sc_list_get (solution->flows, 0);
  const ScStage *last = sc_list_get (flow->stages, sc_list_length (flow->stages) - 1);

  return sc_edit_stage_add (solution, flow->id, (ScSlot){ last->id, SC_EDGE_NEXT }, NULL, "Close",
                            NULL, NULL);
}

ScSolution *
disk_edit_set_rule (const ScSolution *solution)
{
  return sc_edit_rule_set (solution, "F-14", SC_RULE_OFF, 0, "Known", NULL);
}

static void
edit_document (ScDocument *document, DiskEdit edit)
{
  g_autoptr (ScSolution) after = edit (sc_document_get_solution (document));

  g_assert_nonnull (after);
  sc_document_commit (document, after, "Edit", NULL);
}

void
disk_fixture_edit (DiskFixture *self, DiskEdit edit)
{
  edit_document (self->document, edit);
}

ScSolution *
disk_fixture_read (DiskFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStorage) storage = sc_storage_open (self->path, &error);

  g_assert_no_error (error);
  return sc_solution_ref (sc_storage_get_solution (storage));
}

ScSolution *
disk_fixture_edit_behind (DiskFixture *self, DiskEdit edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScDocument) document = sc_document_open (self->path, &error);

  g_assert_no_error (error);
  edit_document (document, edit);
  sc_document_save (document, &error);
  g_assert_no_error (error);
  return disk_fixture_read (self);
}

void
disk_fixture_remove (DiskFixture *self)
{
  files_remove_folder (self->folder);
  g_assert_cmpint (g_mkdir (self->folder, 0700), ==, 0);
}

void
disk_fixture_put_back (DiskFixture *self)
{
  files_remove_folder (self->folder);
  files_copy_folder (self->copy, self->folder);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer looked)
{
  *(GAsyncResult **) looked = g_object_ref (result);
}

static gboolean
is_set (gpointer looked)
{
  return *(GAsyncResult **) looked != NULL;
}

const ScDisk *
disk_fixture_look (DiskFixture *self)
{
  g_autoptr (GAsyncResult) looked = NULL;
  g_autoptr (GError) error = NULL;

  sc_document_look_async (self->document, NULL, looked_cb, &looked);
  disk_await (is_set, &looked);
  g_assert_true (sc_document_look_finish (self->document, looked, &error));
  g_assert_no_error (error);
  return sc_document_get_disk (self->document);
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
disk_await (gboolean (*condition) (gpointer data), gpointer data)
{
  const gint64 end = g_get_monotonic_time () + MAX_WAIT_US;
  guint waker = g_timeout_add (20, wake_cb, NULL);

  while (!condition (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (waker);
}
