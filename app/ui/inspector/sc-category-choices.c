/* sc-category-choices.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-category-choices.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

char *
sc_category_dup_id (int category)
{
  return category != SC_CATEGORY_NONE ? g_strdup_printf ("%d", category) : NULL;
}

/* A publisher may add categories of their own; files name them by number only. */
char *
sc_category_dup_name (int category)
{
  const char *name = sc_stage_category_get_name (category);

  if (category == SC_CATEGORY_NONE)
    return g_strdup (_ ("None"));
  if (name != NULL)
    return g_strdup (_ (name));
  return g_strdup_printf (_ ("Publisher’s own (%d)"), category);
}

int
sc_category_from_id (const char *id)
{
  return id != NULL ? atoi (id) : SC_CATEGORY_NONE;
}

static void
add (GListStore *store, int category)
{
  g_autofree char *id = sc_category_dup_id (category);
  g_autofree char *name = sc_category_dup_name (category);
  g_autoptr (ScChoice) choice = sc_choice_new (id, name, NULL);

  g_list_store_append (store, choice);
}

void
sc_category_choices_fill (GListStore *store, int current)
{
  add (store, SC_CATEGORY_NONE);
  for (int i = 0; i < SC_N_CATEGORIES; i++)
    add (store, i);
  if (current != SC_CATEGORY_NONE && sc_stage_category_get_name (current) == NULL)
    add (store, current);
}

ScChoice *
sc_category_choices_other (const char *text, gpointer data)
{
  guint64 number;
  g_autofree char *name = NULL;

  if (!g_ascii_string_to_unsigned (text, 10, SC_N_CATEGORIES, G_MAXINT, &number, NULL))
    return NULL;
  name = sc_category_dup_name ((int) number);
  return sc_choice_new (text, name, NULL);
}
