/* sc-long-text.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-long-text.h"

#include "sc-list.h"

#include <string.h>

#define SHOWN 30 /* characters */

/* The item of an earlier list at that place, counted from the start or from the end: what was added
 * or removed is mostly in one place. */
static gconstpointer
find_before (const ScList *list, guint position, const ScList *before)
{
  const guint length = sc_list_length (list), length_before = sc_list_length (before);
  gconstpointer item = sc_list_get (before, position);

  if (item == sc_list_get (list, position) || position + length_before < length)
    return item;
  return sc_list_get (before, position + length_before - length);
}

static char *
find_in_list (const ScList *list, const ScList *before)
{
  for (guint i = 0; i < sc_list_length (list); i++)
    {
      char *found = sc_value_find_long_text (sc_list_get (list, i), find_before (list, i, before));

      if (found != NULL)
        return found;
    }
  return NULL;
}

static char *
check_text (const char *text)
{
  if (text == NULL || strlen (text) <= SC_TEXT_MAX || g_utf8_strlen (text, -1) <= SC_TEXT_MAX)
    return NULL;
  return g_utf8_substring (text, 0, SHOWN);
}

char *
sc_value_find_long_text (gconstpointer value, gconstpointer before)
{
  const ScValueClass *klass = value != NULL ? sc_value_get_class (value) : NULL;
  char *found = NULL;

  if (value == before || value == NULL)
    return NULL;
  if (before != NULL && sc_value_get_class (before) != klass)
    before = NULL;
  if (klass == &sc_list_class)
    return find_in_list (value, before);
  for (const ScField *field = klass->fields; found == NULL && field->name != NULL; field++)
    {
      if (field->kind == SC_FIELD_STRING)
        found = check_text (sc_value_get_string (value, field));
      else if (field->kind == SC_FIELD_VALUE)
        found
            = sc_value_find_long_text (sc_value_get_value (value, field),
                                       before != NULL ? sc_value_get_value (before, field) : NULL);
    }
  return found;
}
