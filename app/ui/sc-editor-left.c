/* sc-editor-left.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-editor-private.h"

/* What was selected in a flow when another one was opened: ids, for by the time the person comes
 * back an edit may have taken any of it away. */
typedef struct
{
  ScSelectedKind selected;
  char *stage;
  char *step;
  int branch;
  ScParts *parts;
} Left;

static void
left_free (gpointer data)
{
  Left *left = data;

  g_free (left->stage);
  g_free (left->step);
  sc_parts_unref (left->parts);
  g_free (left);
}

void
sc_editor_leave_flow (ScEditor *self)
{
  ScSelection selection = sc_editor_get_selection (self);
  Left *left;

  if (self->flow == NULL)
    return;
  if (self->left == NULL)
    self->left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, left_free);
  if (selection.kind == SC_SELECTED_NOTHING)
    {
      g_hash_table_remove (self->left, self->flow);
      return;
    }

  left = g_new0 (Left, 1);
  left->selected = selection.kind;
  left->stage = g_strdup (selection.stage);
  left->step = g_strdup (selection.step);
  left->branch = selection.branch;
  left->parts = sc_parts_ref (sc_editor_get_parts (self));
  g_hash_table_insert (self->left, g_strdup (self->flow), left);
}

void
sc_editor_come_back (ScEditor *self)
{
  const Left *left = self->left != NULL && self->flow != NULL
                         ? g_hash_table_lookup (self->left, self->flow)
                         : NULL;

  if (left != NULL)
    sc_editor_restore_selection (
        self, (ScSelection){ left->selected, left->stage, left->step, left->branch }, left->parts);
}

void
sc_editor_forget_left (ScEditor *self)
{
  g_clear_pointer (&self->left, g_hash_table_unref);
}
