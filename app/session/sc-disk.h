/* sc-disk.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-stamp.h"
#include "sc-storage.h"

G_BEGIN_DECLS

typedef enum
{
  SC_DISK_SAME,      /* what was read or saved last, or only written in other words */
  SC_DISK_CHANGED,   /* another solution, or other settings beside it */
  SC_DISK_GONE,      /* nothing */
  SC_DISK_UNREADABLE /* something that cannot be opened */
} ScDiskState;

/* What is at the path of a storage, against what was read from it. Immutable and counted, and
 * everything in it belongs to it. */
typedef struct
{
  ScDiskState state;
  const char *message;       /* SC_DISK_UNREADABLE: why */
  const ScStorage *storage;  /* SC_DISK_CHANGED: what is there. SC_DISK_SAME: it, if its bytes are
                                others than those of before; else NULL */
  const ScSolution *base;    /* what was read before */
  const ScSolution *theirs;  /* what is read now, and shares with base what is the same; NULL when
                                nothing could be read */
  const ScList *differences; /* SC_DISK_CHANGED: of ScDifference, from base to theirs */
  const char *const *notes;  /* SC_DISK_CHANGED: what could not be read that could be before */
  gboolean like_mine;        /* theirs holds what mine (see sc_disk_look()) does */
} ScDisk;

/* known: what was read or written last. base: what a reader of known found; NULL when nobody has
 * read it since it was written. mine: what theirs may be equal to. Reads files, and takes as long
 * as opening them: on a worker. */
ScDisk *sc_disk_look (const ScStorage *known, const ScSolution *base, const ScSolution *mine);
ScDisk *sc_disk_ref (const ScDisk *self);
void sc_disk_unref (ScDisk *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScDisk, sc_disk_unref)

/* What a look would find that read base before and storage now, which is another solution. */
ScDisk *sc_disk_new_changed (const ScStorage *storage, const ScSolution *base);
/* Whether both found the same. */
gboolean sc_disk_equal (const ScDisk *self, const ScDisk *other);

G_END_DECLS
