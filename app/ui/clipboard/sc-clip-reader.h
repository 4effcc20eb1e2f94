/* sc-clip-reader.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-clip.h"

G_BEGIN_DECLS

/* Reads what can be pasted off a clipboard: a clip of this or another running copy of Stagecraft,
 * else a table of text. Another program may hold a clipboard and be slow, or never stop; so the
 * size and the time are limited. language: of the labels in a table of text. */
void sc_clip_reader_read_async (GdkClipboard *clipboard,
                                int language,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);
/* The same for what is dragged. */
void sc_clip_reader_read_drop_async (GdkDrop *drop,
                                     int language,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
/* NULL and an error whose message is a sentence for the person, or G_IO_ERROR_CANCELLED. */
ScClip *sc_clip_reader_read_finish (GAsyncResult *result, GError **error);

/* What can be read; the caller owns it. */
GdkContentFormats *sc_clip_reader_get_formats (void);
/* Something among formats can be read, and it is not about files. */
gboolean sc_clip_reader_accepts (GdkContentFormats *formats);

G_END_DECLS
