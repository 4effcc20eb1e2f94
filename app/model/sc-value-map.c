/* sc-value-map.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-value-map.h"

#include "sc-list.h"

typedef struct
{
  ScValueMapFunc map;
  gpointer data;
  GString *scratch;
} Mapping;

static gpointer map_value (const Mapping *self, gconstpointer value);

static gpointer
map_list (const Mapping *self, const ScList *list)
{
  g_autoptr (GPtrArray) items = sc_list_collect ();
  gboolean changed = FALSE;

  for (guint i = 0; i < list->length; i++)
    {
      gpointer item = map_value (self, list->items[i]);

      changed = changed || item != list->items[i];
      g_ptr_array_add (items, item);
    }
  return changed ? sc_list_new_take (g_steal_pointer (&items)) : sc_list_ref (list);
}

/* Takes over draft, a copy of value or NULL while there is none; returns it. */
static gpointer
map_field (const Mapping *self, const ScValue *value, const ScField *field, gpointer draft)
{
  gconstpointer member = G_STRUCT_MEMBER_P (value, field->offset);

  if (field->kind == SC_FIELD_STRING)
    {
      const char *before = *(const char *const *) member;
      const char *after
          = before != NULL ? self->map (field->name, before, self->scratch, self->data) : NULL;

      if (g_strcmp0 (before, after) == 0)
        return draft;
      draft = draft != NULL ? draft : sc_value_copy (value);
      sc_value_assign_string (draft, G_STRUCT_MEMBER_P (draft, field->offset), after);
    }
  else if (field->kind == SC_FIELD_VALUE)
    {
      gconstpointer before = *(const gconstpointer *) member;
      gpointer after = before != NULL ? map_value (self, before) : NULL;

      if (after == before)
        {
          sc_value_unref (after);
          return draft;
        }
      draft = draft != NULL ? draft : sc_value_copy (value);
      sc_value_take_value (draft, G_STRUCT_MEMBER_P (draft, field->offset), after);
    }
  return draft;
}

static gpointer
map_value (const Mapping *self, gconstpointer value)
{
  const ScValue *base = value;
  gpointer draft = NULL;

  if (base->klass == &sc_list_class)
    return map_list (self, value);
  for (const ScField *field = base->klass->fields; field->name != NULL; field++)
    draft = map_field (self, base, field, draft);
  return draft != NULL ? draft : sc_value_ref (value);
}

gpointer
sc_value_map_texts (gconstpointer value, ScValueMapFunc map, gpointer data)
{
  g_autoptr (GString) scratch = g_string_new (NULL);
  Mapping mapping = { map, data, scratch };

  return value != NULL ? map_value (&mapping, value) : NULL;
}
