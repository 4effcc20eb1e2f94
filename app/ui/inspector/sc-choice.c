/* sc-choice.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-choice.h"

#include <string.h>

struct _ScChoice
{
  GObject parent_instance;

  char *id;
  char *title;
  char *detail;
  char *haystack;
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
  g_free (self->haystack);

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

gboolean
sc_choice_matches (ScChoice *self, const char *text)
{
  g_autofree char *needle = g_utf8_casefold (text, -1);
  g_auto (GStrv) words = g_strsplit_set (needle, " \t", -1);

  if (self->haystack == NULL)
    {
      g_autofree char *all
          = g_strconcat (self->title, "\n", self->detail != NULL ? self->detail : "", NULL);

      self->haystack = g_utf8_casefold (all, -1);
    }
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (self->haystack, words[i]) == NULL)
        return FALSE;
    }
  return TRUE;
}
