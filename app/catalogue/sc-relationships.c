/* sc-relationships.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-relationships.h"

#include "sc-name.h"

static gboolean
has_name (const GPtrArray *found, guint n, const char *name)
{
  for (guint i = 0; i < n; i++)
    if (sc_name_equal (((const ScRelationship *) g_ptr_array_index (found, i))->name, name))
      return TRUE;
  return FALSE;
}

void
sc_relationships_add (const GPtrArray *further, GPtrArray *found)
{
  const guint before = found->len;

  for (guint i = 0; i < further->len; i++)
    {
      const ScRelationship *relationship = g_ptr_array_index (further, i);

      if (!has_name (found, before, relationship->name))
        g_ptr_array_add (found, (gpointer) relationship);
    }
}

void
sc_relationships_collect (const ScList *relationships,
                          const char *referenced,
                          const char *referencing,
                          GPtrArray *found)
{
  /* Names are unique within a list. */
  const guint before = found->len;

  sc_list_foreach (relationships, const ScRelationship *, relationship)
    {
      if ((referenced == NULL || sc_name_equal (relationship->referenced, referenced))
          && (referencing == NULL || sc_name_equal (relationship->referencing, referencing))
          && !has_name (found, before, relationship->name))
        g_ptr_array_add (found, (gpointer) relationship);
    }
}
