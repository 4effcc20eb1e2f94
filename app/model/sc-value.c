/* sc-value.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-value.h"

#include "sc-list.h"

#include <string.h>

#define FIELD(value, field, type) (G_STRUCT_MEMBER (type, (value), (field)->offset))

static void
release_fields (gpointer value, const ScValueClass *klass)
{
  for (const ScField *field = klass->fields; field->name != NULL; field++)
    {
      if (field->kind == SC_FIELD_STRING && FIELD (value, field, char *) != NULL)
        g_ref_string_release (FIELD (value, field, char *));
      else if (field->kind == SC_FIELD_VALUE && FIELD (value, field, gpointer) != NULL)
        sc_value_unref (FIELD (value, field, gpointer));
    }
}

gpointer
sc_value_new (const ScValueClass *klass)
{
  ScValue *value = g_malloc0 (klass->size);

  value->klass = klass;
  g_atomic_ref_count_init (&value->refs);
  return value;
}

gpointer
sc_value_copy (gconstpointer value)
{
  const ScValue *original = value;
  ScValue *copy;

  g_return_val_if_fail (original != NULL, NULL);
  g_return_val_if_fail (original->klass != &sc_list_class, NULL);

  /* Not the count, which other threads may be changing. */
  copy = g_malloc (original->klass->size);
  memcpy (copy + 1, original + 1, original->klass->size - sizeof (ScValue));
  copy->klass = original->klass;
  g_atomic_ref_count_init (&copy->refs);

  for (const ScField *field = copy->klass->fields; field->name != NULL; field++)
    {
      if (field->kind == SC_FIELD_STRING && FIELD (copy, field, char *) != NULL)
        g_ref_string_acquire (FIELD (copy, field, char *));
      else if (field->kind == SC_FIELD_VALUE)
        sc_value_ref (FIELD (copy, field, gpointer));
    }
  return copy;
}

gpointer
sc_value_ref (gconstpointer value)
{
  ScValue *self = (ScValue *) value;

  if (self != NULL)
    g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
sc_value_unref (gpointer value)
{
  ScValue *self = value;

  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;

  if (self->klass == &sc_list_class)
    {
      ScList *list = value;

      for (guint i = 0; i < list->length; i++)
        sc_value_unref ((gpointer) list->items[i]);
    }
  else
    {
      release_fields (self, self->klass);
    }
  g_free (self);
}

gboolean
sc_value_is_draft (gconstpointer value)
{
  const ScValue *self = value;

  return g_atomic_ref_count_compare ((gatomicrefcount *) &self->refs, 1);
}

static gboolean
list_equal (const ScList *a, const ScList *b)
{
  if (a->length != b->length)
    return FALSE;
  for (guint i = 0; i < a->length; i++)
    if (!sc_value_equal (a->items[i], b->items[i]))
      return FALSE;
  return TRUE;
}

gboolean
sc_value_equal (gconstpointer a, gconstpointer b)
{
  const ScValue *left = a, *right = b;

  if (left == right)
    return TRUE;
  if (left == NULL || right == NULL || left->klass != right->klass)
    return FALSE;
  if (left->klass == &sc_list_class)
    return list_equal (a, b);

  for (const ScField *field = left->klass->fields; field->name != NULL; field++)
    if (!sc_value_equal_field (a, b, field))
      return FALSE;
  return TRUE;
}

gboolean
sc_value_equal_field (gconstpointer a, gconstpointer b, const ScField *field)
{
  switch (field->kind)
    {
    case SC_FIELD_STRING:
      return g_strcmp0 (FIELD (a, field, const char *), FIELD (b, field, const char *)) == 0;
    case SC_FIELD_VALUE:
      return sc_value_equal (FIELD (a, field, gpointer), FIELD (b, field, gpointer));
    case SC_FIELD_INT:
      return FIELD (a, field, int) == FIELD (b, field, int);
    default:
      g_assert_not_reached ();
    }
}

const ScValueClass *
sc_value_get_class (gconstpointer value)
{
  return ((const ScValue *) value)->klass;
}

const char *
sc_value_get_string (gconstpointer value, const ScField *field)
{
  return FIELD (value, field, const char *);
}

gconstpointer
sc_value_get_value (gconstpointer value, const ScField *field)
{
  return FIELD (value, field, gconstpointer);
}

int
sc_value_get_int (gconstpointer value, const ScField *field)
{
  return FIELD (value, field, int);
}

void
sc_value_set_value (gpointer draft, const ScField *field, gconstpointer value)
{
  sc_value_assign_value (draft, &FIELD (draft, field, gpointer), value);
}

void
sc_value_copy_field (gpointer draft, gconstpointer from, const ScField *field)
{
  g_return_if_fail (sc_value_is_draft (draft));

  if (field->kind == SC_FIELD_STRING)
    sc_value_assign_string (draft, &FIELD (draft, field, const char *),
                            FIELD (from, field, const char *));
  else if (field->kind == SC_FIELD_VALUE)
    sc_value_set_value (draft, field, FIELD (from, field, gconstpointer));
  else
    FIELD (draft, field, int) = FIELD (from, field, int);
}

void
sc_value_assign_string (gpointer draft, const char **field, const char *text)
{
  char *old = (char *) *field;

  g_return_if_fail (sc_value_is_draft (draft));

  if (old == text)
    return;
  *field = text != NULL ? g_ref_string_new (text) : NULL;
  if (old != NULL)
    g_ref_string_release (old);
}

void
sc_value_share_string (gpointer draft, const char **field, const char *text)
{
  char *old = (char *) *field;

  g_return_if_fail (sc_value_is_draft (draft));

  *field = text != NULL ? g_ref_string_acquire ((char *) text) : NULL;
  if (old != NULL)
    g_ref_string_release (old);
}

void
sc_value_take_value (gpointer draft, gpointer field, gpointer value)
{
  gpointer *place = field;
  gpointer old = *place;

  g_return_if_fail (sc_value_is_draft (draft));

  *place = value;
  sc_value_unref (old);
}

void
sc_value_assign_value (gpointer draft, gpointer field, gconstpointer value)
{
  sc_value_take_value (draft, field, sc_value_ref (value));
}
