/* sc-column-list.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-column-list.h"

#include <stdlib.h>
#include <string.h>

#include "sc-collate.h"
#include "sc-search-index.h"

struct _ScColumnList
{
  GObject parent_instance;

  ScList *columns; /* as they were given */
  int language;
  GPtrArray *sorted;    /* of const ScColumn, by display name */
  ScSearchIndex *index; /* of these */
  ScColumnUses *uses;

  char *text;
  ScColumnsShown shown;
  ScColumnKind kind;
  GArray *positions; /* of guint, in sorted: what is listed */
};

static void sc_column_list_init_model (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScColumnList,
                               sc_column_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, sc_column_list_init_model))

ScColumnKind
sc_column_kind_of (ScColumnType type)
{
  switch (type)
    {
    case SC_COLUMN_TEXT:
    case SC_COLUMN_TEXT_AREA:
    case SC_COLUMN_EMAIL:
    case SC_COLUMN_URL:
    case SC_COLUMN_PHONE:
      return SC_COLUMN_KIND_TEXT;
    case SC_COLUMN_CURRENCY:
    case SC_COLUMN_INTEGER:
    case SC_COLUMN_DECIMAL:
    case SC_COLUMN_FLOAT:
    case SC_COLUMN_DURATION:
      return SC_COLUMN_KIND_NUMBER;
    case SC_COLUMN_CHOICE:
    case SC_COLUMN_CHOICES:
    case SC_COLUMN_STATE:
    case SC_COLUMN_STATUS:
      return SC_COLUMN_KIND_CHOICE;
    case SC_COLUMN_YES_NO:
      return SC_COLUMN_KIND_YES_NO;
    case SC_COLUMN_DATE:
    case SC_COLUMN_DATE_TIME:
      return SC_COLUMN_KIND_DATE;
    case SC_COLUMN_LOOKUP:
    case SC_COLUMN_CUSTOMER:
    case SC_COLUMN_OWNER:
      return SC_COLUMN_KIND_LOOKUP;
    default:
      return SC_COLUMN_KIND_OTHER;
    }
}

static GType
get_item_type (GListModel *model)
{
  return SC_TYPE_COLUMN_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return SC_COLUMN_LIST (model)->positions->len;
}

static const ScColumn *
get_column (ScColumnList *self, guint place)
{
  return g_ptr_array_index (self->sorted, place);
}

static gpointer
get_item (GListModel *model, guint position)
{
  ScColumnList *self = SC_COLUMN_LIST (model);

  if (position >= self->positions->len)
    return NULL;
  return sc_column_item_new (get_column (self, g_array_index (self->positions, guint, position)));
}

static void
sc_column_list_init_model (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static void
sc_column_list_finalize (GObject *object)
{
  ScColumnList *self = SC_COLUMN_LIST (object);

  sc_search_index_free (self->index);
  sc_list_unref (self->columns);
  g_ptr_array_unref (self->sorted);
  sc_column_uses_free (self->uses);
  g_free (self->text);
  g_array_unref (self->positions);

  G_OBJECT_CLASS (sc_column_list_parent_class)->finalize (object);
}

static void
sc_column_list_class_init (ScColumnListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_column_list_finalize;
}

static void
get_texts (guint i, const char **first, const char **second, gpointer data)
{
  ScColumnList *self = data;
  const ScColumn *column = get_column (self, i);

  *first = sc_column_get_label (column, self->language);
  *second = column->name;
}

static void
sc_column_list_init (ScColumnList *self)
{
  self->sorted = g_ptr_array_new ();
  self->uses = sc_column_uses_new (NULL, NULL);
  self->text = g_strdup ("");
  self->positions = g_array_new (FALSE, FALSE, sizeof (guint));
  self->index = sc_search_index_new (0, get_texts, self);
}

ScColumnList *
sc_column_list_new (void)
{
  return g_object_new (SC_TYPE_COLUMN_LIST, NULL);
}

static gboolean
passes (ScColumnList *self, const ScColumn *column)
{
  if (self->kind != SC_COLUMN_KIND_ANY && sc_column_kind_of (column->type) != self->kind)
    return FALSE;
  if (self->shown == SC_COLUMNS_UNUSED)
    return sc_column_uses_count (self->uses, column->name) == 0;
  if (self->shown == SC_COLUMNS_REQUIRED)
    return column->required == SC_REQUIRED_BUSINESS || column->required == SC_REQUIRED_SYSTEM;
  return TRUE;
}

static void
update (ScColumnList *self)
{
  const guint before = self->positions->len;
  const guint *found = NULL;
  guint n = self->sorted->len;

  if (*self->text != '\0')
    found = sc_search_index_search (self->index, self->text, &n);
  g_array_set_size (self->positions, 0);
  for (guint i = 0; i < n; i++)
    {
      const guint place = found != NULL ? found[i] : i;

      if (passes (self, get_column (self, place)))
        g_array_append_val (self->positions, place);
    }
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->positions->len);
}

typedef struct
{
  char *key;
  const ScColumn *column;
} Keyed;

static int
compare_keys (const void *a, const void *b)
{
  return strcmp (((const Keyed *) a)->key, ((const Keyed *) b)->key);
}

static void
sort (ScColumnList *self)
{
  g_autofree Keyed *keyed = g_new0 (Keyed, sc_list_length (self->columns) + 1);
  guint n = 0;

  sc_list_foreach (self->columns, const ScColumn *, column)
    {
      const char *label = sc_column_get_label (column, self->language);

      if (column->name == NULL)
        continue;
      keyed[n].key = sc_collate_key (label);
      keyed[n++].column = column;
    }
  qsort (keyed, n, sizeof (Keyed), compare_keys);
  g_ptr_array_set_size (self->sorted, 0);
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (self->sorted, (gpointer) keyed[i].column);
      g_free (keyed[i].key);
    }
}

void
sc_column_list_set_columns (ScColumnList *self, const ScList *columns, int language)
{
  g_return_if_fail (SC_IS_COLUMN_LIST (self));

  if (self->columns == columns && self->language == language)
    return;
  sc_list_unref (self->columns);
  self->columns = columns != NULL ? sc_list_ref (columns) : NULL;
  self->language = language;
  sort (self);
  sc_search_index_free (self->index);
  self->index = sc_search_index_new (self->sorted->len, get_texts, self);
  update (self);
}

void
sc_column_list_take_uses (ScColumnList *self, ScColumnUses *uses)
{
  g_return_if_fail (SC_IS_COLUMN_LIST (self));

  sc_column_uses_free (self->uses);
  self->uses = uses;
  if (self->shown == SC_COLUMNS_UNUSED)
    update (self);
}

const ScColumnUses *
sc_column_list_get_uses (ScColumnList *self)
{
  g_return_val_if_fail (SC_IS_COLUMN_LIST (self), NULL);

  return self->uses;
}

void
sc_column_list_search (ScColumnList *self, const char *text)
{
  g_return_if_fail (SC_IS_COLUMN_LIST (self));

  if (g_str_equal (text, self->text))
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  update (self);
}

void
sc_column_list_filter (ScColumnList *self, ScColumnsShown shown, ScColumnKind kind)
{
  g_return_if_fail (SC_IS_COLUMN_LIST (self));

  if (shown == self->shown && kind == self->kind)
    return;
  self->shown = shown;
  self->kind = kind;
  update (self);
}

guint
sc_column_list_count_all (ScColumnList *self)
{
  g_return_val_if_fail (SC_IS_COLUMN_LIST (self), 0);

  return self->sorted->len;
}

const char *
sc_column_list_get_search (ScColumnList *self)
{
  g_return_val_if_fail (SC_IS_COLUMN_LIST (self), NULL);

  return self->text;
}
