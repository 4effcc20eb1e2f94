/* sc-clip-xml.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-clip.h"
#include "sc-file-error.h"

G_BEGIN_DECLS

/* How a clip travels from one running copy of Stagecraft to another: XML in the form of a
 * definition file, with a root of its own. */
#define SC_CLIP_MIME_TYPE "application/x-stagecraft+xml"

/* No clip that can be pasted is larger; see SC_CLIP_MAX_STEPS. */
#define SC_CLIP_MAX_BYTES (8 * 1024 * 1024)

GBytes *sc_clip_write (const ScClip *clip);
/* Anybody can put anything on the clipboard: what is no clip, or is one of another version or
 * beyond the limits, gets an SC_FILE_ERROR whose message says why it cannot be pasted. */
ScClip *sc_clip_read (GBytes *bytes, GError **error);

G_END_DECLS
