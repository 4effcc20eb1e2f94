/* sc-access-filter.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-filter.h"

#include <string.h>

#include "sc-fuzzy.h"

typedef enum
{
  FIT_NOT,
  FIT_LETTERS,
  FIT_WHOLE
} Fit;

static const char *
get_role_name (gconstpointer role)
{
  return ((const ScRole *) role)->name;
}

static const char *
get_target_title (gconstpointer target)
{
  return ((const ScAccessTarget *) target)->title;
}

static Fit
rate (const char *name, const char *text, const char *needle)
{
  g_autofree char *folded = g_utf8_casefold (name != NULL ? name : "", -1);

  if (strstr (folded, text) != NULL)
    return FIT_WHOLE;
  return name != NULL && sc_fuzzy_score (needle, name) > 0 ? FIT_LETTERS : FIT_NOT;
}

/* How each of them fits: of Fit; best: the most that is among them. */
static GArray *
rate_all (const ScList *things,
          const char *(*get_name) (gconstpointer thing),
          const char *text,
          const char *needle,
          Fit *best)
{
  GArray *fits = g_array_new (FALSE, FALSE, sizeof (Fit));

  *best = FIT_NOT;
  sc_list_foreach (things, gconstpointer, thing)
    {
      Fit fit = rate (get_name (thing), text, needle);

      g_array_append_val (fits, fit);
      *best = MAX (*best, fit);
    }
  return fits;
}

static GArray *
list_positions (const GArray *fits, Fit wanted)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < fits->len; i++)
    if (g_array_index (fits, Fit, i) >= wanted)
      g_array_append_val (positions, i);
  return positions;
}

gboolean
sc_access_filter (const ScList *roles,
                  const ScList *targets,
                  const char *text,
                  GArray **role_positions,
                  GArray **target_positions)
{
  g_autofree char *folded = g_strstrip (g_utf8_casefold (text, -1));
  g_autofree char *needle = sc_fuzzy_fold (text);
  Fit best_role, best_target, best;
  g_autoptr (GArray) role_fits = rate_all (roles, get_role_name, folded, needle, &best_role);
  g_autoptr (GArray) target_fits
      = rate_all (targets, get_target_title, folded, needle, &best_target);

  best = MAX (best_role, best_target);
  if (best == FIT_NOT)
    return FALSE;
  *role_positions = list_positions (role_fits, best_role == best ? best : FIT_NOT);
  *target_positions = list_positions (target_fits, best_target == best ? best : FIT_NOT);
  return TRUE;
}
