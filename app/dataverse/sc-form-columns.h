/* sc-form-columns.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-table.h"
#include "sc-xml.h"

G_BEGIN_DECLS

/* Which columns the main forms of a table have: the bar hides what a form hides (Microsoft Learn,
 * "Business process flows overview"). */
typedef struct _ScFormColumns ScFormColumns;

ScFormColumns *sc_form_columns_new (void);
void sc_form_columns_free (ScFormColumns *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScFormColumns, sc_form_columns_free)

/* Adds the active forms below forms, an element with systemform elements. */
void sc_form_columns_add (ScFormColumns *self, const ScXmlNode *forms);

/* A managed package may hold only what it changes in a form; of that only what is shown counts. */
ScFormUse sc_form_columns_get (const ScFormColumns *self, const char *column);

G_END_DECLS
