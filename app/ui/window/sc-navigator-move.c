/* sc-navigator-move.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-navigator-move.h"

#include <glib/gi18n-lib.h>

#include "sc-edit-flow.h"

void
sc_navigator_move_flow_before (ScEditor *editor, const char *flow, const char *before)
{
  const ScSolution *solution = sc_editor_get_solution (editor);
  const ScFlow *moved = sc_solution_find_flow (solution, flow, NULL);
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  ScSolution *after;

  if (moved == NULL)
    return;
  /* TRANSLATORS: the flow gets another place in the process order of its table. */
  name = g_strdup_printf (_ ("Move “%s” in the Order"),
                          sc_flow_get_label (moved, sc_editor_get_language (editor)));
  after = sc_edit_flow_reorder (solution, flow, before, &error);
  sc_editor_commit (editor, after, g_steal_pointer (&error), name, NULL);
}

char *
sc_navigator_explain_refusal (ScEditor *editor, const char *flow, const char *before)
{
  const ScSolution *solution = sc_editor_get_solution (editor);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScSolution) after = sc_edit_flow_reorder (solution, flow, before, &error);

  if (after != NULL && sc_lock_allows (solution, after, &error))
    return NULL;
  return g_strdup (error->message);
}

static const char *
get_id (GPtrArray *flows, guint position)
{
  return position < flows->len ? ((const ScFlow *) g_ptr_array_index (flows, position))->id : NULL;
}

void
sc_navigator_move_flow (ScEditor *editor, const char *flow, ScNavigatorMove move)
{
  const ScSolution *solution = sc_editor_get_solution (editor);
  const ScFlow *moved = sc_solution_find_flow (solution, flow, NULL);
  g_autoptr (GPtrArray) siblings = NULL;
  guint position;

  if (moved == NULL)
    return;
  siblings = sc_edit_flow_list_siblings (solution, moved);
  if (!g_ptr_array_find (siblings, moved, &position))
    return;
  if (move == SC_NAVIGATOR_DOWN)
    sc_navigator_move_flow_before (editor, flow, get_id (siblings, position + 2));
  else if (position > 0)
    sc_navigator_move_flow_before (editor, flow,
                                   get_id (siblings, move == SC_NAVIGATOR_UP ? position - 1 : 0));
}
