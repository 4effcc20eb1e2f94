/* sc-choice-list.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-choice-list.h"

#include <string.h>

#include "sc-search-index.h"

struct _ScChoiceList
{
  GObject parent_instance;

  GPtrArray *choices; /* owned */
  ScSearchIndex *index;
  GPtrArray *made;  /* owned: headings, and what was made of the text */
  GPtrArray *shown; /* of those in the other two */
  char *text;
  ScChoiceOther other;
  gpointer data;
};

static void sc_choice_list_init_model (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScChoiceList,
                               sc_choice_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, sc_choice_list_init_model))

static GType
get_item_type (GListModel *model)
{
  return SC_TYPE_CHOICE;
}

static guint
get_n_items (GListModel *model)
{
  return SC_CHOICE_LIST (model)->shown->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  ScChoiceList *self = SC_CHOICE_LIST (model);

  return position < self->shown->len ? g_object_ref (g_ptr_array_index (self->shown, position))
                                     : NULL;
}

static void
sc_choice_list_init_model (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static void
get_texts (guint i, const char **first, const char **second, gpointer data)
{
  ScChoice *choice = g_ptr_array_index (SC_CHOICE_LIST (data)->choices, i);
  const char *detail = sc_choice_get_detail (choice);

  *first = sc_choice_get_title (choice);
  if (detail == NULL)
    return;
  *second = sc_choice_get_searched (choice) < strlen (detail) ? sc_choice_get_id (choice) : detail;
}

static void
sc_choice_list_finalize (GObject *object)
{
  ScChoiceList *self = SC_CHOICE_LIST (object);

  sc_search_index_free (self->index);
  g_ptr_array_unref (self->choices);
  g_ptr_array_unref (self->made);
  g_ptr_array_unref (self->shown);
  g_free (self->text);

  G_OBJECT_CLASS (sc_choice_list_parent_class)->finalize (object);
}

static void
sc_choice_list_class_init (ScChoiceListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_choice_list_finalize;
}

static void
sc_choice_list_init (ScChoiceList *self)
{
  self->choices = g_ptr_array_new_with_free_func (g_object_unref);
  self->index = sc_search_index_new (0, get_texts, self);
  self->made = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = g_ptr_array_new ();
  self->text = g_strdup ("");
}

ScChoiceList *
sc_choice_list_new (void)
{
  return g_object_new (SC_TYPE_CHOICE_LIST, NULL);
}

static void
show_all (ScChoiceList *self)
{
  const char *group = NULL;

  for (guint i = 0; i < self->choices->len; i++)
    {
      ScChoice *choice = g_ptr_array_index (self->choices, i);
      const char *own = sc_choice_get_group (choice);

      if (own != NULL && g_strcmp0 (own, group) != 0)
        {
          ScChoice *heading = sc_choice_new (NULL, own, NULL);

          sc_choice_set_state (heading, SC_CHOICE_HEADING);
          g_ptr_array_add (self->made, heading);
          g_ptr_array_add (self->shown, heading);
        }
      group = own;
      g_ptr_array_add (self->shown, choice);
    }
}

static gboolean
has_id (ScChoiceList *self, const char *id)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      const char *own = sc_choice_get_id (g_ptr_array_index (self->choices, i));

      if (own != NULL && g_ascii_strcasecmp (own, id) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Nobody types an underscore but for the prefix of a publisher. */
static gboolean
is_new_name (ScChoiceList *self, const char *text)
{
  g_autofree char *name = g_ascii_strdown (text, -1);

  if (strchr (text, '_') == NULL)
    return FALSE;
  for (guint i = 0; i < self->shown->len; i++)
    {
      const char *own = sc_choice_get_id (g_ptr_array_index (self->shown, i));
      g_autofree char *folded = own != NULL ? g_ascii_strdown (own, -1) : NULL;

      if (folded != NULL && strstr (folded, name) != NULL)
        return FALSE;
    }
  return TRUE;
}

static void
show_found (ScChoiceList *self)
{
  guint n;
  const guint *found = sc_search_index_search (self->index, self->text, &n);
  ScChoice *other = NULL;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->shown, g_ptr_array_index (self->choices, found[i]));
  if (self->other != NULL && !has_id (self, self->text))
    other = self->other (self->text, self->data);
  if (other == NULL)
    return;
  g_ptr_array_add (self->made, other);
  g_ptr_array_insert (self->shown, is_new_name (self, self->text) ? 0 : -1, other);
}

static void
update (ScChoiceList *self)
{
  const guint before = self->shown->len;

  g_ptr_array_set_size (self->shown, 0);
  g_ptr_array_set_size (self->made, 0);
  if (*self->text != '\0')
    show_found (self);
  else
    show_all (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->shown->len);
}

void
sc_choice_list_set_choices (ScChoiceList *self, GListModel *choices)
{
  guint n = g_list_model_get_n_items (choices);

  g_return_if_fail (SC_IS_CHOICE_LIST (self));

  g_clear_pointer (&self->index, sc_search_index_free);
  g_ptr_array_set_size (self->choices, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->choices, g_list_model_get_item (choices, i));
  self->index = sc_search_index_new (n, get_texts, self);
  g_free (self->text);
  self->text = g_strdup ("");
  update (self);
}

void
sc_choice_list_set_other (ScChoiceList *self, ScChoiceOther other, gpointer data)
{
  g_return_if_fail (SC_IS_CHOICE_LIST (self));

  self->other = other;
  self->data = data;
}

void
sc_choice_list_search (ScChoiceList *self, const char *text)
{
  g_return_if_fail (SC_IS_CHOICE_LIST (self));

  if (g_str_equal (text, self->text))
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  update (self);
}

const char *
sc_choice_list_get_search (ScChoiceList *self)
{
  g_return_val_if_fail (SC_IS_CHOICE_LIST (self), NULL);

  return self->text;
}

guint
sc_choice_list_count_all (ScChoiceList *self)
{
  g_return_val_if_fail (SC_IS_CHOICE_LIST (self), 0);

  return self->choices->len;
}

gboolean
sc_choice_list_find (ScChoiceList *self, const char *id, guint *position)
{
  g_return_val_if_fail (SC_IS_CHOICE_LIST (self), FALSE);

  for (guint i = 0; i < self->shown->len; i++)
    {
      ScChoice *choice = g_ptr_array_index (self->shown, i);

      if (sc_choice_get_state (choice) != SC_CHOICE_HEADING
          && g_strcmp0 (sc_choice_get_id (choice), id) == 0)
        {
          *position = i;
          return TRUE;
        }
    }
  return FALSE;
}
