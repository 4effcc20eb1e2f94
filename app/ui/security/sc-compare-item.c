/* sc-compare-item.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-compare-item.h"

#include <string.h>

struct _ScCompareItem
{
  GObject parent_instance;

  ScAccessDifference *difference;
  char *folded; /* NULL until somebody searches */
};

G_DEFINE_FINAL_TYPE (ScCompareItem, sc_compare_item, G_TYPE_OBJECT)

static void
sc_compare_item_finalize (GObject *object)
{
  ScCompareItem *self = SC_COMPARE_ITEM (object);

  sc_access_difference_unref (self->difference);
  g_free (self->folded);

  G_OBJECT_CLASS (sc_compare_item_parent_class)->finalize (object);
}

static void
sc_compare_item_class_init (ScCompareItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_compare_item_finalize;
}

static void
sc_compare_item_init (ScCompareItem *self)
{
}

ScCompareItem *
sc_compare_item_new (const ScAccessDifference *difference)
{
  ScCompareItem *self = g_object_new (SC_TYPE_COMPARE_ITEM, NULL);

  self->difference = sc_access_difference_ref (difference);
  return self;
}

const ScAccessDifference *
sc_compare_item_get (ScCompareItem *self)
{
  g_return_val_if_fail (SC_IS_COMPARE_ITEM (self), NULL);
  return self->difference;
}

static gboolean
is_of_kind (const ScAccessDifference *self, ScCompareKind kind)
{
  gboolean left = self->left != SC_LEVEL_NONE || self->left_name != NULL;
  gboolean right = self->right != SC_LEVEL_NONE || self->right_name != NULL;

  switch (kind)
    {
    case SC_COMPARE_ONLY_LEFT:
      return left && !right;
    case SC_COMPARE_ONLY_RIGHT:
      return right && !left;
    case SC_COMPARE_OTHER_LEVEL:
      return left && right;
    case SC_COMPARE_ALL:
    default:
      return TRUE;
    }
}

gboolean
sc_compare_item_matches (ScCompareItem *self, const char *const *words, ScCompareKind kind)
{
  g_return_val_if_fail (SC_IS_COMPARE_ITEM (self), FALSE);

  if (!is_of_kind (self->difference, kind))
    return FALSE;
  if (self->folded == NULL && words != NULL && words[0] != NULL)
    {
      g_autofree char *both
          = g_strconcat (self->difference->title, "\n", self->difference->privilege, NULL);

      self->folded = g_utf8_casefold (both, -1);
    }
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      if (*words[i] != '\0' && strstr (self->folded, words[i]) == NULL)
        return FALSE;
    }
  return TRUE;
}
