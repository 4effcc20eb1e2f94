/* sc-choice.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-choice.h"

#include <stdlib.h>
#include <string.h>

#include "sc-collate.h"

struct _ScChoice
{
  GObject parent_instance;

  char *id;
  char *title;
  char *detail;
  gsize searched; /* of detail */
  char *group;
  ScChoiceState state;
};

G_DEFINE_FINAL_TYPE (ScChoice, sc_choice, G_TYPE_OBJECT)

static void
sc_choice_finalize (GObject *object)
{
  ScChoice *self = SC_CHOICE (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->group);

  G_OBJECT_CLASS (sc_choice_parent_class)->finalize (object);
}

static void
sc_choice_class_init (ScChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_choice_finalize;
}

static void
sc_choice_init (ScChoice *self)
{
}

ScChoice *
sc_choice_new (const char *id, const char *title, const char *detail)
{
  ScChoice *self = g_object_new (SC_TYPE_CHOICE, NULL);

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->detail = g_strdup (detail);
  self->searched = detail != NULL ? strlen (detail) : 0;
  return self;
}

ScChoice *
sc_choice_new_named (const char *name, const char *title, const char *note)
{
  g_autofree char *detail
      = note != NULL ? g_strdup_printf ("%s · %s", name, note) : g_strdup (name);
  ScChoice *self = sc_choice_new (name, title, detail);

  self->searched = strlen (name);
  return self;
}

void
sc_choice_set_state (ScChoice *self, ScChoiceState state)
{
  g_return_if_fail (SC_IS_CHOICE (self));
  self->state = state;
}

ScChoiceState
sc_choice_get_state (ScChoice *self)
{
  g_return_val_if_fail (SC_IS_CHOICE (self), SC_CHOICE_PLAIN);
  return self->state;
}

const char *
sc_choice_get_id (ScChoice *self)
{
  g_return_val_if_fail (SC_IS_CHOICE (self), NULL);
  return self->id;
}

const char *
sc_choice_get_title (ScChoice *self)
{
  g_return_val_if_fail (SC_IS_CHOICE (self), NULL);
  return self->title;
}

const char *
sc_choice_get_detail (ScChoice *self)
{
  g_return_val_if_fail (SC_IS_CHOICE (self), NULL);
  return self->detail;
}

gsize
sc_choice_get_searched (ScChoice *self)
{
  g_return_val_if_fail (SC_IS_CHOICE (self), 0);
  return self->searched;
}

void
sc_choice_set_group (ScChoice *self, const char *group)
{
  g_return_if_fail (SC_IS_CHOICE (self));
  g_free (self->group);
  self->group = g_strdup (group);
}

const char *
sc_choice_get_group (ScChoice *self)
{
  g_return_val_if_fail (SC_IS_CHOICE (self), NULL);
  return self->group;
}

typedef struct
{
  char *key;
  ScChoice *choice;
} Keyed;

static int
compare_keys (const void *a, const void *b)
{
  return strcmp (((const Keyed *) a)->key, ((const Keyed *) b)->key);
}

void
sc_choices_append_sorted (GListStore *store, GPtrArray *choices)
{
  g_autofree Keyed *keyed = g_new (Keyed, choices->len + 1);

  for (guint i = 0; i < choices->len; i++)
    {
      keyed[i].choice = g_ptr_array_index (choices, i);
      keyed[i].key = sc_collate_key (keyed[i].choice->title);
    }
  qsort (keyed, choices->len, sizeof (Keyed), compare_keys);
  for (guint i = 0; i < choices->len; i++)
    {
      g_list_store_append (store, keyed[i].choice);
      g_free (keyed[i].key);
    }
}
