/* sc-sorted-place.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-sorted-place.h"

#include <string.h>

guint
sc_sorted_place_find (GPtrArray *keys, const char *key)
{
  guint place = keys->len;

  for (guint i = keys->len; i > 0; i--)
    {
      const char *here = g_ptr_array_index (keys, i - 1);

      if (i > 1 && g_ascii_strcasecmp (g_ptr_array_index (keys, i - 2), here) > 0)
        return keys->len;
      if (g_ascii_strcasecmp (here, key) > 0)
        place = i - 1;
    }
  return place;
}

static const char *
get_key (const ScComponent *component)
{
  if (component->schema_name != NULL)
    return component->schema_name;
  return component->id != NULL ? component->id : "";
}

static int
compare_types (int a, int b, gboolean as_text)
{
  char left[12];
  char right[12];
  int order;

  if (!as_text)
    return (a > b) - (a < b);
  g_snprintf (left, sizeof left, "%d", a);
  g_snprintf (right, sizeof right, "%d", b);
  order = strcmp (left, right);
  return (order > 0) - (order < 0);
}

int
sc_component_compare (const ScComponent *a, const ScComponent *b, gboolean types_as_text)
{
  int order = compare_types (a->type, b->type, types_as_text);

  if (order != 0)
    return order;
  order = g_ascii_strcasecmp (get_key (a), get_key (b));
  return (order > 0) - (order < 0);
}

/* Only the order of the types counts: a list that is sorted within its types nearly everywhere is
 * still one to sort into. */
static gboolean
is_sorted (const ScList *components, gboolean types_as_text)
{
  for (guint i = 1; i < sc_list_length (components); i++)
    {
      const ScComponent *before = sc_list_at (components, i - 1);
      const ScComponent *here = sc_list_at (components, i);

      if (compare_types (before->type, here->type, types_as_text) > 0)
        return FALSE;
    }
  return TRUE;
}

guint
sc_component_find_place (const ScList *components, const ScComponent *component)
{
  guint length = sc_list_length (components);
  gboolean by_number = is_sorted (components, FALSE);

  if (!by_number && !is_sorted (components, TRUE))
    return length;
  for (guint i = 0; i < length; i++)
    if (sc_component_compare (sc_list_at (components, i), component, !by_number) > 0)
      return i;
  return length;
}
