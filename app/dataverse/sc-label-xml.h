/* sc-label-xml.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-label.h"
#include "sc-splice.h"

G_BEGIN_DECLS

/* Texts per language as every file of a solution has them: <element languagecode="1033"
 * description="…" />, the two attributes in either order. */

/* The children of parent of that name, as a list of ScLabel; parent may be NULL. */
ScList *sc_label_xml_read (const ScXmlNode *parent, const char *element);

/* Changes the elements below parent so that they hold after where before (what they hold now)
 * differs from it. language_first is the order of the attributes when there is no example. */
void sc_label_xml_update (ScSplice *splice,
                          GBytes *bytes,
                          const ScXmlNode *parent,
                          const char *element,
                          const ScList *before,
                          const ScList *after,
                          gboolean language_first);

/* One such element; free with g_free(). */
char *sc_label_xml_format (const char *element, const ScLabel *label, gboolean language_first);

/* Lists of ScLabel that hold the same texts; who owns them does not count. */
gboolean sc_labels_have_same_texts (const ScList *a, const ScList *b);

G_END_DECLS
