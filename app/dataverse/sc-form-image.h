/* sc-form-image.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-backing.h"
#include "sc-xml.h"

G_BEGIN_DECLS

/* Private to sc-form-edit.c: a form as the tabs and cells that a flow has in it. A tab has the id
 * of its stage, a cell that of its step; of several with one id the first counts. */
typedef struct
{
  GBytes *bytes;
  ScXml *xml; /* NULL: the document belongs to somebody else */
  const ScXmlNode *tabs;
  GHashTable *tabs_by_id;
  GHashTable *cells_by_id;
} ScFormImage;

/* Looks at a systemform element; tabs is NULL when it has none. */
ScFormImage *sc_form_image_new (GBytes *bytes, const ScXmlNode *systemform);
/* The form that would be made for a flow. */
ScFormImage *sc_form_image_new_made (const ScBacking *backing);
void sc_form_image_free (ScFormImage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScFormImage, sc_form_image_free)

/* NULL for no id or none that is there. */
const ScXmlNode *sc_form_image_find_tab (const ScFormImage *self, const char *id);
const ScXmlNode *sc_form_image_find_cell (const ScFormImage *self, const char *id);

/* The elements that hold the rows of a tab, one per section; free with g_ptr_array_unref(). */
GPtrArray *sc_form_image_list_rows (const ScXmlNode *tab);
/* Of the children of tabs, or of the cells in elements that hold rows: the ids that the image
 * knows them by, in order. */
GPtrArray *sc_form_image_list_tab_ids (const ScFormImage *self);
GPtrArray *sc_form_image_list_cell_ids (const ScFormImage *self, GPtrArray *places);

/* The tab that a cell is in. */
const ScXmlNode *sc_form_image_get_tab_of (const ScXmlNode *cell);

G_END_DECLS
