/* sc-clip-provider.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-clip-provider.h"

#include <string.h>

#include "sc-clip-text.h"
#include "sc-clip-xml.h"

/* Takes over text. */
static GdkContentProvider *
new_for_text (const char *mime_type, char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return gdk_content_provider_new_for_bytes (mime_type, bytes);
}

GdkContentProvider *
sc_clip_provider_new (const ScClip *clip)
{
  g_autoptr (GBytes) xml = sc_clip_write (clip);
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_for_bytes (SC_CLIP_MIME_TYPE, xml),
    new_for_text ("text/html", sc_clip_write_html (clip)),
    new_for_text ("text/tab-separated-values", sc_clip_write_table (clip)),
    new_for_text ("text/plain;charset=utf-8", sc_clip_write_text (clip)),
    new_for_text ("text/plain", sc_clip_write_text (clip)),
  };

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}
