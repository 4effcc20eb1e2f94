/* gaps.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "gaps.h"

#include <string.h>

/* The way from a value to the solution that it is part of. */
typedef struct Place
{
  const struct Place *above;
  gconstpointer owner;  /* a value or a list */
  const ScField *field; /* of a value */
  guint position;       /* in a list */
} Place;

typedef struct
{
  GapFunc func;
  gpointer data;
  guint step;
  guint n; /* gaps so far, the left out ones as well */
} Walk;

static gboolean
is_list (gconstpointer value)
{
  return sc_value_get_class (value) == &sc_list_class;
}

static void
write_place (GString *text, const Place *place)
{
  if (place->above != NULL)
    write_place (text, place->above);
  if (is_list (place->owner))
    g_string_append_printf (text, "[%u]", place->position);
  else
    g_string_append_printf (text, "%s%s", text->len > 0 ? "." : "", place->field->name);
}

/* The solution with another value at the place. Takes over the value. */
static ScSolution *
rebuild (const Place *place, gpointer value)
{
  for (; place != NULL; place = place->above)
    {
      gpointer owner;

      if (is_list (place->owner))
        owner = sc_list_replace (place->owner, place->position, value);
      else
        {
          owner = sc_value_copy (place->owner);
          sc_value_set_value (owner, place->field, value);
        }
      sc_value_unref (value);
      value = owner;
    }
  return value;
}

/* A copy of value with nothing, or with an empty text, in the field, in its place. */
static void
visit (Walk *self, const Place *place, gconstpointer value, const ScField *field, const char *text)
{
  g_autoptr (ScSolution) solution = NULL;
  g_autoptr (GString) where = NULL;
  gpointer draft;

  if (self->n++ % self->step != 0)
    return;
  draft = sc_value_copy (value);
  if (field->kind == SC_FIELD_STRING)
    sc_value_assign_string (draft, G_STRUCT_MEMBER_P (draft, field->offset), text);
  else
    sc_value_set_value (draft, field, NULL);
  solution = rebuild (place, draft);
  where = g_string_new (NULL);
  if (place != NULL)
    write_place (where, place);
  g_string_append_printf (where, "%s%s = %s", where->len > 0 ? "." : "", field->name,
                          text != NULL ? "\"\"" : "null");
  self->func (solution, where->str, self->data);
}

static void walk (Walk *self, const Place *above, gconstpointer value);

static void
leave_out (Walk *self, const Place *above, gconstpointer value, const ScField *field)
{
  const Place place = { above, value, field, 0 };

  if (field->kind == SC_FIELD_STRING && sc_value_get_string (value, field) != NULL)
    {
      visit (self, above, value, field, NULL);
      visit (self, above, value, field, "");
    }
  else if (field->kind == SC_FIELD_VALUE && sc_value_get_value (value, field) != NULL)
    {
      visit (self, above, value, field, NULL);
      walk (self, &place, sc_value_get_value (value, field));
    }
}

static void
walk (Walk *self, const Place *above, gconstpointer value)
{
  if (is_list (value))
    {
      const ScList *list = value;

      sc_list_foreach (list, gconstpointer, item)
        {
          const Place place = { above, value, NULL, item_i };

          walk (self, &place, item);
        }
      return;
    }
  for (const ScField *field = sc_value_get_class (value)->fields; field->name != NULL; field++)
    leave_out (self, above, value, field);
}

guint
gaps_foreach_nth (const ScSolution *whole, guint step, guint start, GapFunc func, gpointer data)
{
  Walk self = { func, data, step, step - start % step };

  walk (&self, NULL, whole);
  return self.n - (step - start % step);
}

guint
gaps_foreach (const ScSolution *whole, GapFunc func, gpointer data)
{
  return gaps_foreach_nth (whole, 1, 0, func, data);
}

void
gaps_check_text (const char *text, const char *where)
{
  if (text != NULL && strstr (text, "(null)") != NULL)
    g_error ("%s: “%s”", where, text);
}

void
gaps_check_texts (gconstpointer value, const char *where)
{
  if (value == NULL)
    return;
  if (is_list (value))
    {
      const ScList *list = value;

      sc_list_foreach (list, gconstpointer, item)
        {
          gaps_check_texts (item, where);
        }
      return;
    }
  for (const ScField *field = sc_value_get_class (value)->fields; field->name != NULL; field++)
    if (field->kind == SC_FIELD_STRING)
      gaps_check_text (sc_value_get_string (value, field), where);
    else if (field->kind == SC_FIELD_VALUE)
      gaps_check_texts (sc_value_get_value (value, field), where);
}
