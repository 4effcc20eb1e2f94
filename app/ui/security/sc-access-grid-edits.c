/* sc-access-grid-edits.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-grid-private.h"

#include <glib/gi18n-lib.h>

#include "sc-access-edit.h"

/* What Undo is offered for. */
static char *
name_edit (const ScAccessSpot *spot, ScLevel level)
{
  const char *access = sc_access_get_title (spot->access);
  const char *role = spot->role->name != NULL ? spot->role->name : "";
  const char *target = spot->target->title != NULL ? spot->target->title : "";

  switch (level)
    {
    case SC_LEVEL_NONE:
      /* Translators: a role, a privilege, a flow or table. */
      return g_strdup_printf (_ ("Take from “%s” %s on “%s”"), role, access, target);
    case SC_LEVEL_ORGANIZATION:
      /* Translators: a role, a privilege, a flow or table. */
      return g_strdup_printf (_ ("Give “%s” %s on “%s”"), role, access, target);
    case SC_LEVEL_USER:
    case SC_LEVEL_BUSINESS_UNIT:
    case SC_LEVEL_PARENT:
    default:
      /* Translators: a role, a privilege, a flow or table, a level. */
      return g_strdup_printf (_ ("Give “%s” %s on “%s”: %s"), role, access, target,
                              sc_level_get_title (level));
    }
}

static void
refuse (ScAccessGrid *self, const ScAccessSpot *spot, ScLevel level)
{
  const char *target = spot->target->title != NULL ? spot->target->title : "";
  g_autofree char *text = NULL;

  if (!spot->exists)
    text = g_strdup_printf (_ ("There is no privilege “%s” on “%s”."),
                            sc_access_get_title (spot->access), target);
  else
    text = g_strdup_printf (_ ("“%s” belongs to the organization: its privileges are for the whole "
                               "organization or none, not for “%s”."),
                            target, sc_level_get_title (level));
  g_signal_emit_by_name (self->editor, "failed", text);
}

void
sc_access_grid_set_level (ScAccessGrid *self, ScGridPlace place, ScLevel level)
{
  ScAccessSpot spot = sc_access_axes_get (self->axes, (guint) place.row, (guint) place.column);
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (!sc_access_grid_can_edit (self))
    return;
  if (!spot.exists || !sc_access_target_allows (spot.target, level))
    {
      refuse (self, &spot, level);
      return;
    }
  name = name_edit (&spot, level);
  after = sc_access_set (sc_editor_get_solution (self->editor), spot.target, spot.role->id,
                         spot.access, level, &error);
  sc_editor_commit (self->editor, after, error, name, NULL);
}

void
sc_access_grid_step_level (ScAccessGrid *self, ScGridPlace place, gboolean back)
{
  ScAccessSpot spot = sc_access_axes_get (self->axes, (guint) place.row, (guint) place.column);
  ScAccessState state = sc_access_grid_get_state (self, (guint) place.row, (guint) place.column);

  sc_access_grid_set_level (
      self, place,
      spot.exists ? sc_access_target_next_level (spot.target, state.level, back) : SC_LEVEL_NONE);
}

/* In reading order, so that the same strokes always make the same edit. */
static GArray *
list_painted (ScAccessGrid *self)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (ScAccessCell));

  for (guint row = 0; row < self->axes->n_rows; row++)
    for (guint column = 0; column < self->axes->n_columns; column++)
      if (sc_access_grid_is_painted (self, row, column))
        {
          ScAccessSpot spot = sc_access_axes_get (self->axes, row, column);
          ScAccessCell cell = { spot.target, spot.role->id, spot.access, self->paint };

          g_array_append_val (cells, cell);
        }
  return cells;
}

void
sc_access_grid_commit_painted (ScAccessGrid *self)
{
  g_autoptr (GArray) cells = list_painted (self);
  g_autofree char *name = g_strdup_printf (
      ngettext ("Set %u Privilege to “%s”", "Set %u Privileges to “%s”", cells->len), cells->len,
      sc_level_get_title (self->paint));
  GError *error = NULL;
  ScSolution *after;

  after = sc_access_set_cells (sc_editor_get_solution (self->editor),
                               (const ScAccessCell *) cells->data, cells->len, &error);
  /* Before the grid hears of the edit, and after the cells were listed. */
  sc_access_grid_stop_painting (self);
  sc_editor_commit (self->editor, after, error, name, NULL);
}
