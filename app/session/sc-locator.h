/* sc-locator.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-storage.h"
#include "sc-validation.h"

G_BEGIN_DECLS

/* A place in a file on disk, for editors to jump to. */
typedef struct
{
  char *path;   /* absolute; of a zip the zip itself, of a folder maybe the folder */
  char *entry;  /* of a zip: the name of the entry, if it is in one; else NULL */
  guint line;   /* from 1; 0: the file as a whole */
  guint column; /* in characters (code points) from 1, a tab is one; 0 when line is 0 */
} ScLocation;

void sc_location_free (ScLocation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScLocation, sc_location_free)

/* Says where problems stand in the XML that a solution was read from. Nothing is read before it is
 * asked for; then each file is parsed once, and only the places in it are kept. The lines are those
 * of the bytes that were read, where the storage still has them.
 *
 * A locator belongs to one thread; others may have theirs, also of the same storage. */
typedef struct _ScLocator ScLocator;

ScLocator *sc_locator_new (const ScStorage *storage);
void sc_locator_free (ScLocator *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScLocator, sc_locator_free)

/* Where a problem of the storage's solution stands: the part that its rule is about where that is
 * one element or attribute (the column of a step, the unique name of a flow, a root component),
 * else its step, stage, role or flow, whatever is found first on the way out; at last the file as
 * a whole. Never NULL; free with sc_location_free(). */
ScLocation *sc_locator_find (ScLocator *self, const ScProblem *problem);

/* The same for things by their ids, which may be NULL from the last one on. The role counts when
 * there is no stage. */
ScLocation *sc_locator_find_place (
    ScLocator *self, const char *flow, const char *stage, const char *step, const char *role);

G_END_DECLS
