/* sc-replace-report.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-replace.h"

#include <glib/gi18n-lib.h>

const char *
sc_obstacle_explain (ScObstacle obstacle)
{
  switch (obstacle)
    {
    case SC_OBSTACLE_LOCKED:
      return _ ("It is in a flow that cannot be changed.");
    case SC_OBSTACLE_ID:
      return _ ("Ids and unique names are not replaced.");
    case SC_OBSTACLE_TABLE:
      return _ ("Tables and relationships, and what they call their columns, are not replaced.");
    case SC_OBSTACLE_VALUE:
      return _ ("What conditions compare with is not replaced.");
    case SC_OBSTACLE_PROCESS:
      return _ ("The workflow or action has its name elsewhere.");
    case SC_OBSTACLE_COLUMNS_OFF:
      return _ ("It is a column. The options allow to replace columns, too.");
    case SC_OBSTACLE_NO_COLUMN:
      return _ ("The table has no such column.");
    case SC_OBSTACLE_EMPTY:
      return _ ("Nothing would be left of the name.");
    case SC_OBSTACLE_NONE:
    case SC_N_OBSTACLES:
    default:
      return NULL;
    }
}

static char *
count (ScObstacle obstacle, guint n)
{
  switch (obstacle)
    {
    case SC_OBSTACLE_LOCKED:
      return g_strdup_printf (ngettext ("%u in a locked flow", "%u in flows that are locked", n),
                              n);
    case SC_OBSTACLE_ID:
      return g_strdup_printf (ngettext ("%u id", "%u ids", n), n);
    case SC_OBSTACLE_TABLE:
      return g_strdup_printf (ngettext ("%u name from the tables", "%u names from the tables", n),
                              n);
    case SC_OBSTACLE_VALUE:
      return g_strdup_printf (ngettext ("%u value of a condition", "%u values of conditions", n),
                              n);
    case SC_OBSTACLE_PROCESS:
      return g_strdup_printf (ngettext ("%u name of a workflow", "%u names of workflows", n), n);
    case SC_OBSTACLE_COLUMNS_OFF:
      return g_strdup_printf (ngettext ("%u column", "%u columns", n), n);
    case SC_OBSTACLE_NO_COLUMN:
      return g_strdup_printf (
          ngettext ("%u that would be no column", "%u that would be no columns", n), n);
    case SC_OBSTACLE_EMPTY:
      return g_strdup_printf (ngettext ("%u that would be empty", "%u that would be empty", n), n);
    case SC_OBSTACLE_NONE:
    case SC_N_OBSTACLES:
    default:
      return NULL;
    }
}

char *
sc_replace_report_sum_up (const ScReplaceReport *self)
{
  g_autoptr (GString) rest = g_string_new (NULL);
  g_autofree char *done = NULL;

  for (guint i = SC_OBSTACLE_NONE + 1; i < SC_N_OBSTACLES; i++)
    {
      g_autofree char *item
          = self->n_left_out[i] > 0 ? count ((ScObstacle) i, self->n_left_out[i]) : NULL;

      if (item != NULL)
        g_string_append_printf (rest, "%s%s", rest->len > 0 ? _ (", ") : "", item);
    }
  done = self->n_replaced > 0 ? g_strdup_printf (
             ngettext ("%u replaced", "%u replaced", self->n_replaced), self->n_replaced)
                              : g_strdup (_ ("Nothing replaced"));
  if (rest->len == 0)
    return g_steal_pointer (&done);
  /* TRANSLATORS: "12 replaced · left as they are: 3 ids, 1 column" */
  return g_strdup_printf (_ ("%s · left as they are: %s"), done, rest->str);
}
