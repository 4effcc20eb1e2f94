/* sc-template-clip.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-template.h"

ScClip *
sc_template_make_clip (const ScTemplate *self, GError **error)
{
  g_autoptr (ScSolution) from = sc_template_read (self, error);
  const ScFlow *flow = from != NULL ? sc_list_get (from->flows, 0) : NULL;
  g_autoptr (ScParts) parts = NULL;
  ScClip *clip;

  if (flow == NULL)
    return NULL;
  parts = sc_parts_new_all (flow);
  clip = sc_clip_make (from, flow, parts);
  sc_set_string (clip, title, self->title);
  clip->open = self->open;
  return clip;
}
