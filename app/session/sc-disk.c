/* sc-disk.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-disk.h"

#include "sc-diff.h"
#include "sc-settings-file.h"

#include <errno.h>
#include <glib/gstdio.h>

ScDisk *
sc_disk_ref (const ScDisk *self)
{
  return g_atomic_rc_box_acquire ((ScDisk *) self);
}

static void
clear (gpointer data)
{
  ScDisk *self = data;

  g_free ((char *) self->message);
  sc_storage_unref ((ScStorage *) self->storage);
  sc_solution_unref ((ScSolution *) self->base);
  sc_solution_unref ((ScSolution *) self->theirs);
  sc_list_unref ((ScList *) self->differences);
  g_strfreev ((GStrv) self->notes);
}

void
sc_disk_unref (ScDisk *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}

/* solution with the flows of ours where they are the same: who compares by pointer looks at nothing
 * but what differs. */
static ScSolution *
share_flows (const ScSolution *solution, const ScSolution *ours)
{
  ScSolution *shared = sc_solution_copy (solution);
  GPtrArray *flows = sc_list_collect ();

  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      const ScFlow *other = sc_solution_find_flow (ours, flow->id, NULL);

      g_ptr_array_add (flows,
                       sc_flow_ref (other != NULL && sc_flow_equal (flow, other) ? other : flow));
    }
  sc_take_value (shared, flows, sc_list_new_take (flows));
  return shared;
}

/* Of two storages of one path. */
static gboolean
has_same_files (const ScStorage *known, const ScStorage *present)
{
  if (sc_storage_get_kind (known) != sc_storage_get_kind (present))
    return FALSE;
  if (sc_storage_get_bytes (known) != NULL)
    return g_bytes_equal (sc_storage_get_bytes (known), sc_storage_get_bytes (present));
  return sc_package_has_same_files (sc_storage_get_package (known),
                                    sc_storage_get_package (present));
}

/* Whether what is there is what was read or written: more is read than is written. */
static gboolean
is_same (const ScStorage *known, const ScSolution *base, const ScStorage *present)
{
  const ScSolution *theirs = sc_storage_get_solution (present);

  if (!has_same_files (known, present))
    return FALSE;
  return base != NULL ? sc_solution_equal (base, theirs)
                      : sc_settings_file_is_same (sc_storage_get_solution (known), theirs);
}

static void
set_changed (ScDisk *self, const ScStorage *known, const ScStorage *present)
{
  self->state = SC_DISK_CHANGED;
  self->storage = sc_storage_ref (present);
  self->differences = sc_diff (self->base, self->theirs);
  self->notes = (const char *const *) sc_storage_list_new_notes (present, known);
}

static void
compare (ScDisk *self, const ScStorage *known, const ScSolution *base, const ScStorage *present)
{
  self->theirs = share_flows (sc_storage_get_solution (present), self->base);
  if (is_same (known, base, present))
    self->state = SC_DISK_SAME;
  else if (!sc_solution_equal (self->base, self->theirs))
    set_changed (self, known, present);
  else
    self->storage = sc_storage_ref (present);
}

ScDisk *
sc_disk_new_changed (const ScStorage *storage, const ScSolution *base)
{
  ScDisk *self = g_atomic_rc_box_new0 (ScDisk);

  self->base = sc_solution_ref (base);
  self->theirs = share_flows (sc_storage_get_solution (storage), base);
  set_changed (self, storage, storage);
  return self;
}

ScDisk *
sc_disk_look (const ScStorage *known, const ScSolution *base, const ScSolution *mine)
{
  const char *path = sc_storage_get_path (known);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStorage) present = sc_storage_open (path, &error);
  ScDisk *self = g_atomic_rc_box_new0 (ScDisk);
  GStatBuf info;

  self->base = sc_solution_ref (base != NULL ? base : sc_storage_get_solution (known));
  if (present != NULL)
    {
      compare (self, known, base, present);
      self->like_mine = sc_solution_equal (self->theirs, mine);
    }
  else if (g_stat (path, &info) != 0 && (errno == ENOENT || errno == ENOTDIR))
    {
      self->state = SC_DISK_GONE;
    }
  else
    {
      self->state = SC_DISK_UNREADABLE;
      self->message = g_strdup (error->message);
    }
  return self;
}

gboolean
sc_disk_equal (const ScDisk *self, const ScDisk *other)
{
  if (self->state != other->state || g_strcmp0 (self->message, other->message) != 0)
    return FALSE;
  if (self->storage == NULL || other->storage == NULL)
    return self->storage == other->storage;
  return has_same_files (self->storage, other->storage)
         && sc_solution_equal (self->theirs, other->theirs);
}
