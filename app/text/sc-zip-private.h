/* sc-zip-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-zip.h"

#include <zip.h>

G_BEGIN_DECLS

/* Private to sc-zip*.c. */

/* Layout of an archive (PKWARE's APPNOTE, 4.3.7, 4.3.12 and 4.3.16). */
#define SC_ZIP_END         "PK\5\6"
#define SC_ZIP_END_BYTES   22
#define SC_ZIP_ENTRY       "PK\1\2"
#define SC_ZIP_ENTRY_BYTES 46
#define SC_ZIP_LOCAL       "PK\3\4"
#define SC_ZIP_LOCAL_BYTES 30

/* A number of so many bytes, the lowest one first. */
guint64 sc_zip_get_number (const guint8 *bytes, guint n_bytes);
/* Where the list of entries begins; size when there is none. */
gsize sc_zip_find_list (const guint8 *data, gsize size);

/* What is found out before libzip sees it: is it a zip, is its list of entries small enough?
 * Anything that looks like the end of an archive counts, whichever of them libzip settles on. name
 * is what messages call it. */
gboolean sc_zip_check_archive (GBytes *archive, const char *name, GError **error);
/* Looks at the list itself, and at the entries it lists: both say the same, libzip has understood
 * the same of it, no two entries share a byte, and all are files and folders. */
gboolean sc_zip_check_list (zip_t *archive, GBytes *bytes, const char *name, GError **error);

/* Names that mean the same have one fold. Free with g_free(). */
char *sc_zip_fold_name (const char *name);
/* Whether an entry may be called that; name has "/" between its parts. */
gboolean sc_zip_check_name (const char *name, const char *archive, GError **error);

void sc_zip_set_write_error (GError **error, const char *path, const char *reason);

/* What libzip wrote to a buffer. NULL when it cannot be got hold of. */
guint8 *sc_zip_take_result (zip_source_t *source, gsize *size);

G_END_DECLS
