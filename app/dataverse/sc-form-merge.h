/* sc-form-merge.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-splice.h"

G_BEGIN_DECLS

/* Private to sc-form-edit.c: one element that is there, beside what it would be for the flow before
 * and for the flow after. */

/* Sets the attributes in which before and after differ. stale_too: also where the element did not
 * have the value from before. */
void sc_form_merge_attributes (ScSplice *splice,
                               GBytes *bytes,
                               const ScXmlNode *node,
                               const ScXmlNode *before,
                               const ScXmlNode *after,
                               gboolean stale_too);

/* The same for the texts in the labels element of each of the three. */
void sc_form_merge_labels (ScSplice *splice,
                           GBytes *bytes,
                           const ScXmlNode *node,
                           const ScXmlNode *before,
                           const ScXmlNode *after,
                           gboolean stale_too);

/* The order of ids (strings) that are there, where those of before become those of after. added:
 * the ids, of those in after, that are new. What was moved before is not moved back unless
 * the order between before and after differs. Free with g_ptr_array_unref(). */
GPtrArray *
sc_form_merge_order (GPtrArray *present, GPtrArray *before, GPtrArray *after, GHashTable *added);

G_END_DECLS
