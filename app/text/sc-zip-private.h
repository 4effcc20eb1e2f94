/* sc-zip-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-zip.h"

#include <zip.h>

G_BEGIN_DECLS

/* Private to sc-zip-*.c. */

void sc_zip_set_write_error (GError **error, const char *path, const char *reason);

/* What libzip wrote to a buffer. NULL when it cannot be got hold of. */
guint8 *sc_zip_take_result (zip_source_t *source, gsize *size);

G_END_DECLS
