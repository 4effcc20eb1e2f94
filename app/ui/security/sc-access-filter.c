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

static Fit
rate_all (GPtrArray *things,
          const char *(*get_name) (gconstpointer thing),
          const char *text,
          const char *needle,
          Fit *fits)
{
  Fit best = FIT_NOT;

  for (guint i = 0; i < things->len; i++)
    {
      fits[i] = rate (get_name (things->pdata[i]), text, needle);
      best = MAX (best, fits[i]);
    }
  return best;
}

static void
keep (GPtrArray *things, const Fit *fits, Fit wanted)
{
  for (guint i = things->len; i > 0; i--)
    if (fits[i - 1] < wanted)
      g_ptr_array_remove_index (things, i - 1);
}

gboolean
sc_access_filter (GPtrArray *roles, GPtrArray *targets, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *needle = sc_fuzzy_fold (text);
  g_autofree Fit *role_fits = g_new0 (Fit, roles->len + 1);
  g_autofree Fit *target_fits = g_new0 (Fit, targets->len + 1);
  Fit best_role, best_target, best;

  g_strstrip (folded);
  if (*folded == '\0')
    return TRUE;
  best_role = rate_all (roles, get_role_name, folded, needle, role_fits);
  best_target = rate_all (targets, get_target_title, folded, needle, target_fits);
  best = MAX (best_role, best_target);
  if (best == FIT_NOT)
    return FALSE;
  if (best_role == best)
    keep (roles, role_fits, best);
  if (best_target == best)
    keep (targets, target_fits, best);
  return TRUE;
}
