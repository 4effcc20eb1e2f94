/* sc-form-edit-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-form-edit.h"
#include "sc-form-image.h"

G_BEGIN_DECLS

/* Private to sc-form-edit.c and its neighbours: one form that is there, beside what would be made
 * for the flow before and after. */
typedef struct
{
  GBytes *bytes;
  const char *line_end;
  GHashTable *untouched; /* ids of steps that are the same before and after */
  GHashTable *untouched_stages;
  ScFormImage *real;
  ScFormImage *before;
  ScFormImage *after;
} ScFormEdit;

/* A tab or cell has the id of its stage or step. NULL for NULL. */
const char *sc_form_edit_get_id (const ScXmlNode *node);
/* TRUE for a cell that has to go from the tab it is in to that of another stage. */
gboolean sc_form_edit_changes_tab (const ScFormEdit *edit, const char *id);
/* TRUE when the row of another step takes the step along to its new tab. */
gboolean sc_form_edit_travels_along (const ScFormEdit *edit, const char *id);
/* The step was in the form before and is not any more. */
gboolean sc_form_edit_is_gone (const ScFormEdit *edit, const ScXmlNode *cell);

/* The row of a step that comes to a tab: from another one, with all its settings, or made. Its
 * lines but for the first begin with indent. Free with g_free(). */
char *sc_form_edit_format_arriving (const ScFormEdit *edit,
                                    const char *id,
                                    const char *line_end,
                                    const char *indent);

/* The section of a tab that shows the steps: the first with a cell that is one. */
const ScXmlNode *sc_form_edit_find_own_rows (const ScFormEdit *edit, GPtrArray *places);
/* Brings the rows of a section in step. before, after: the ids of the tab's cells. own: where
 * they belong and new ones go; other sections only lose rows. */
void sc_form_edit_merge_rows (const ScFormEdit *edit,
                              ScSplice *splice,
                              const ScXmlNode *rows,
                              GPtrArray *before,
                              GPtrArray *after,
                              gboolean own);

/* One element whose children are brought in step: those that are there, by id, and those that go
 * or come. */
typedef struct
{
  GPtrArray *present;
  GHashTable *nodes; /* id → ScXmlNode, of those present */
  GHashTable *added; /* ids */
  GPtrArray *gone;
} ScFormChildren;

void sc_form_children_init (ScFormChildren *self);
void sc_form_children_clear (ScFormChildren *self);
void sc_form_children_add_present (ScFormChildren *self, const char *id, const ScXmlNode *node);

typedef void (*ScFormMergeFunc) (const ScFormEdit *edit, ScSplice *splice, const ScXmlNode *node);
typedef char *(*ScFormFormatFunc) (const ScFormEdit *edit,
                                   const char *id,
                                   const char *line_end,
                                   const char *indent);

/* Puts the children of parent into an order of ids: those that stay are merged where they are,
 * those that move are merged and written elsewhere, those that are added are formatted. */
void sc_form_children_arrange (const ScFormChildren *self,
                               const ScFormEdit *edit,
                               ScSplice *splice,
                               const ScXmlNode *parent,
                               GPtrArray *order,
                               ScFormMergeFunc merge,
                               ScFormFormatFunc format);

G_END_DECLS
