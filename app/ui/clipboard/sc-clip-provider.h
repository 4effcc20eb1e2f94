/* sc-clip-provider.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-clip.h"

G_BEGIN_DECLS

/* What the clipboard offers of a clip: itself, for Stagecraft; text for letters; a table, as text
 * and as HTML, for spreadsheets. */
GdkContentProvider *sc_clip_provider_new (const ScClip *clip);

G_END_DECLS
