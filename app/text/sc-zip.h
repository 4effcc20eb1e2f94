/* sc-zip.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-file-error.h"

G_BEGIN_DECLS

/* The one way in for zip archives. The limits keep an archive from growing without bound: real
 * solutions have a few hundred entries; deflate cannot honestly exceed about 1030:1, and XML of
 * solutions stays below 60:1. */
#define SC_ZIP_MAX_BYTES       (512 * 1024 * 1024) /* of the archive */
#define SC_ZIP_MAX_ENTRIES     50000
#define SC_ZIP_MAX_ENTRY_BYTES (128 * 1024 * 1024)     /* of one entry, unpacked */
#define SC_ZIP_MAX_TOTAL_BYTES (1024ull * 1024 * 1024) /* of all entries, unpacked */
#define SC_ZIP_MAX_RATIO       300  /* entry larger than 1 MB: unpacked to packed */
#define SC_ZIP_MAX_NAME_BYTES  1024 /* Windows, where packages are made, has 260 */

typedef struct _ScZip ScZip;

/* Opens and checks the directory: counts, sizes, ratios; no absolute or ".." names (either slash,
 * also in wide letters) or names that hide something; no two entries of one name, or of the same
 * bytes; no links. Nothing is unpacked yet. The file is read once, so whatever happens to it later
 * does not matter. */
ScZip *sc_zip_open (const char *path, GError **error);
/* The same for an archive in memory. path is what messages call it. */
ScZip *sc_zip_open_bytes (GBytes *archive, const char *path, GError **error);
void sc_zip_close (ScZip *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScZip, sc_zip_close)

/* The whole archive, as it was read. */
GBytes *sc_zip_get_bytes (const ScZip *self);
guint sc_zip_count (const ScZip *self);
/* Names use "/" whatever the archive has. */
const char *sc_zip_get_name (const ScZip *self, guint position);
/* -1 when there is none; names are compared without regard to case. */
int sc_zip_find (const ScZip *self, const char *name);
GBytes *sc_zip_read (ScZip *self, guint position, GError **error);

typedef struct
{
  const char *name; /* compared as in sc_zip_find() */
  GBytes *bytes;    /* NULL: the entry goes away */
} ScZipChange;

/* The archive with new contents for entries that it has, whose names, places, attributes and way
 * of compression stay while their time is now, with entries that it does not have yet behind all
 * others, and without those that go away. Every other entry keeps its compressed bytes and its
 * time. An error, and nothing else, when the result could not be opened again: no part of it is
 * written anywhere. path is what messages call the archive. */
GBytes *sc_zip_rewrite (
    GBytes *archive, const char *path, const ScZipChange *changes, guint n_changes, GError **error);

/* A new archive with these entries, whose names have "/" in them, in this order. path is what
 * messages call it. */
GBytes *
sc_zip_create (const char *path, const ScZipChange *entries, guint n_entries, GError **error);

G_END_DECLS
