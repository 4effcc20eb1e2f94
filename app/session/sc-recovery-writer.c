/* sc-recovery-writer.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-recovery-private.h"

#include "sc-definition.h"
#include "sc-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Flows in one part, which has to stay below what is read as one file. */
#define MAX_FLOWS 64

/* Where a flow is on disk. */
typedef struct
{
  guint64 part;
  guint position;
} Spot;

/* A solution as it is listed. */
typedef struct
{
  ScSolution *frame; /* all but the flows */
  guint64 part;
} Frame;

struct _ScRecoveryWriter
{
  char *parent;
  char *folder; /* NULL until something is written */
  int lock;
  guint64 last;      /* number of the newest part */
  GHashTable *flows; /* const ScFlow * (owned) → Spot, of those that the list names */
  Frame frames[2];   /* of what is, and of what is saved */
};

ScRecoveryWriter *
sc_recovery_writer_new (const char *parent)
{
  ScRecoveryWriter *self = g_new0 (ScRecoveryWriter, 1);

  self->parent = g_strdup (parent);
  self->lock = -1;
  self->flows = g_hash_table_new_full (NULL, NULL, sc_value_unref, g_free);
  return self;
}

static void
frame_clear (Frame *frame)
{
  g_clear_pointer (&frame->frame, sc_solution_unref);
  frame->part = 0;
}

static void
frames_clear (ScRecoveryWriter *self)
{
  frame_clear (&self->frames[0]);
  frame_clear (&self->frames[1]);
}

void
sc_recovery_writer_clear (ScRecoveryWriter *self)
{
  if (self->folder == NULL)
    return;
  sc_recovery_remove (self->folder);
  close (self->lock);
  self->lock = -1;
  g_clear_pointer (&self->folder, g_free);
  g_hash_table_remove_all (self->flows);
  frames_clear (self);
}

void
sc_recovery_writer_free (ScRecoveryWriter *self)
{
  sc_recovery_writer_clear (self);
  g_hash_table_unref (self->flows);
  g_free (self->parent);
  g_free (self);
}

static gboolean
set_error (GError **error, const char *folder, int code)
{
  g_autofree char *name = g_filename_display_name (folder);

  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
               code == ENOSPC || code == EDQUOT
                   ? _ ("The folder “%s” cannot be made: %s. Free some space, and save your work "
                        "meanwhile.")
                   : _ ("The folder “%s” cannot be made: %s. Check the permissions of where it "
                        "lies, and save your work meanwhile."),
               name, g_strerror (code));
  return FALSE;
}

/* Somebody who looks for work that was left behind may get hold of a new folder before it is
 * locked, and take it away. */
static gboolean
open_folder (ScRecoveryWriter *self, GError **error)
{
  if (self->folder != NULL && g_file_test (self->folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  sc_recovery_writer_clear (self);
  if (g_mkdir_with_parents (self->parent, 0700) != 0)
    return set_error (error, self->parent, errno);
  for (int tries = 0; tries < 5; tries++)
    {
      g_autofree char *id = g_uuid_string_random ();
      g_autofree char *folder = g_build_filename (self->parent, id, NULL);

      if (g_mkdir (folder, 0700) != 0)
        return set_error (error, folder, errno);
      self->lock = sc_recovery_lock (folder, TRUE);
      if (self->lock >= 0)
        {
          self->folder = g_steal_pointer (&folder);
          return TRUE;
        }
      g_rmdir (folder);
    }
  return set_error (error, self->parent, EBUSY);
}

static ScSolution *
make_frame (const ScSolution *solution)
{
  ScSolution *frame = sc_solution_copy (solution);

  sc_set_value (frame, flows, NULL);
  return frame;
}

/* What is to be written: files that are put in place together. */
typedef struct
{
  const char *folder;
  guint64 last;
  GPtrArray *paths; /* owned */
  GArray *changes;  /* of ScFileChange */
} Batch;

static void
batch_init (Batch *batch, const ScRecoveryWriter *self)
{
  batch->folder = self->folder;
  batch->last = self->last;
  batch->paths = g_ptr_array_new_with_free_func (g_free);
  batch->changes = g_array_new (FALSE, FALSE, sizeof (ScFileChange));
}

static void
batch_clear (Batch *batch)
{
  for (guint i = 0; i < batch->changes->len; i++)
    g_bytes_unref (g_array_index (batch->changes, ScFileChange, i).bytes);
  g_array_unref (batch->changes);
  g_ptr_array_unref (batch->paths);
}

/* Takes over path and bytes. */
static void
batch_add (Batch *batch, char *path, GBytes *bytes)
{
  ScFileChange change = { path, bytes };

  g_ptr_array_add (batch->paths, path);
  g_array_append_val (batch->changes, change);
}

static guint64
batch_add_part (Batch *batch, const ScSolution *part)
{
  batch->last++;
  batch_add (batch, sc_recovery_dup_part (batch->folder, batch->last), sc_definition_write (part));
  return batch->last;
}

static void
batch_add_flows (Batch *batch, const ScSolution *frame, GPtrArray *flows)
{
  g_autoptr (ScSolution) part = sc_solution_new ();

  if (flows->len == 0)
    return;
  part->language = frame->language;
  sc_take_value (part, flows, sc_list_new ((gconstpointer const *) flows->pdata, flows->len));
  batch_add_part (batch, part);
  g_ptr_array_set_size (flows, 0);
}

/* Finds every flow of solution a place, on disk already or in the batch, and enters it in spots. */
static void
place_flows (const ScRecoveryWriter *self,
             Batch *batch,
             const ScSolution *solution,
             GHashTable *spots)
{
  g_autoptr (GPtrArray) fresh = sc_list_collect ();

  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      const Spot *known = g_hash_table_lookup (self->flows, flow);
      Spot *spot;

      if (g_hash_table_contains (spots, flow))
        continue;
      spot = g_new0 (Spot, 1);
      if (known != NULL)
        *spot = *known;
      else
        {
          spot->part = batch->last + 1;
          spot->position = fresh->len;
          g_ptr_array_add (fresh, sc_flow_ref (flow));
        }
      g_hash_table_insert (spots, sc_flow_ref (flow), spot);
      if (fresh->len == MAX_FLOWS)
        batch_add_flows (batch, solution, fresh);
    }
  batch_add_flows (batch, solution, fresh);
}

/* frame: what was there before; afterwards that of solution. */
static void
place_frame (Batch *batch, const ScSolution *solution, const Frame *before, Frame *frame)
{
  frame->frame = make_frame (solution);
  frame->part = before->frame != NULL && sc_solution_equal (before->frame, frame->frame)
                    ? before->part
                    : batch_add_part (batch, frame->frame);
}

static void
list_solution (
    GKeyFile *file, const char *group, const ScSolution *solution, guint64 frame, GHashTable *flows)
{
  g_autoptr (GString) list = g_string_new (NULL);

  g_key_file_set_uint64 (file, group, "Frame", frame);
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      const Spot *spot = g_hash_table_lookup (flows, flow);

      g_string_append_printf (list, "%" G_GUINT64_FORMAT ":%u;", spot->part, spot->position);
    }
  g_key_file_set_value (file, group, "Flows", list->str);
}

static void
list_place (GKeyFile *file, const ScSolution *now, const char *path)
{
  const char *title = sc_solution_get_title (now);
  g_autofree char *uri = path != NULL ? g_filename_to_uri (path, NULL, NULL) : NULL;

  g_key_file_set_integer (file, SC_RECOVERY_GROUP, "Version", SC_RECOVERY_VERSION);
  g_key_file_set_int64 (file, SC_RECOVERY_GROUP, "Time", g_get_real_time () / G_USEC_PER_SEC);
  if (uri != NULL)
    g_key_file_set_string (file, SC_RECOVERY_GROUP, "Place", uri);
  if (title != NULL)
    g_key_file_set_string (file, SC_RECOVERY_GROUP, "Title", title);
}

static void
add_number (GHashTable *set, guint64 number)
{
  guint64 *key = g_new (guint64, 1);

  *key = number;
  g_hash_table_add (set, key);
}

/* The list is on disk: parts that it does not name are of no use any more. */
static void
sweep (ScRecoveryWriter *self)
{
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer spot;

  add_number (used, self->frames[0].part);
  add_number (used, self->frames[1].part);
  g_hash_table_iter_init (&iter, self->flows);
  while (g_hash_table_iter_next (&iter, NULL, &spot))
    add_number (used, ((Spot *) spot)->part);
  sc_recovery_remove_parts (self->folder, used);
}

static GBytes *
write_list (const ScSolution *now,
            const ScSolution *saved,
            const char *path,
            const Frame *frames,
            GHashTable *spots)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  gsize length;
  char *text;

  list_place (file, now, path);
  list_solution (file, SC_RECOVERY_NOW, now, frames[0].part, spots);
  list_solution (file, SC_RECOVERY_SAVED, saved, frames[1].part, spots);
  text = g_key_file_to_data (file, &length, NULL);
  return g_bytes_new_take (text, length);
}

/* What is on disk is what the list says now. Takes over frames and spots. */
static void
adopt (ScRecoveryWriter *self, const Frame *frames, GHashTable *spots)
{
  frames_clear (self);
  memcpy (self->frames, frames, sizeof self->frames);
  g_hash_table_unref (self->flows);
  self->flows = spots;
}

gboolean
sc_recovery_writer_write (ScRecoveryWriter *self,
                          const ScSolution *now,
                          const ScSolution *saved,
                          const char *path,
                          GError **error)
{
  GHashTable *spots;
  Frame frames[2];
  Batch batch;
  gboolean written;

  if (!open_folder (self, error))
    return FALSE;
  batch_init (&batch, self);
  spots = g_hash_table_new_full (NULL, NULL, sc_value_unref, g_free);
  place_frame (&batch, now, &self->frames[0], &frames[0]);
  place_frame (&batch, saved, &frames[0], &frames[1]);
  place_flows (self, &batch, now, spots);
  place_flows (self, &batch, saved, spots);
  batch_add (&batch, g_build_filename (self->folder, SC_RECOVERY_WORK, NULL),
             write_list (now, saved, path, frames, spots));
  written = sc_file_write_all ((const ScFileChange *) batch.changes->data, batch.changes->len, NULL,
                               NULL, error);
  self->last = batch.last;
  batch_clear (&batch);
  if (written)
    adopt (self, frames, spots);
  else
    {
      frame_clear (&frames[0]);
      frame_clear (&frames[1]);
      g_hash_table_unref (spots);
    }
  sweep (self);
  return written;
}
