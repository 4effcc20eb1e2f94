/* sc-access-compare.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-compare.h"

#include "sc-access-title.h"
#include "sc-csv.h"
#include "sc-markdown.h"
#include "sc-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const ScField difference_fields[] = {
  SC_FIELD (ScAccessDifference, SC_FIELD_STRING, privilege),
  SC_FIELD (ScAccessDifference, SC_FIELD_STRING, title),
  SC_FIELD (ScAccessDifference, SC_FIELD_INT, left),
  SC_FIELD (ScAccessDifference, SC_FIELD_INT, right),
  SC_FIELD (ScAccessDifference, SC_FIELD_STRING, left_name),
  SC_FIELD (ScAccessDifference, SC_FIELD_STRING, right_name),
  SC_FIELD_END,
};
const ScValueClass sc_access_difference_class
    = { "ScAccessDifference", sizeof (ScAccessDifference), difference_fields };

static const char *
show_level (ScLevel level, const char *name)
{
  return name != NULL ? name : sc_level_get_title (level);
}

const char *
sc_access_difference_get_left (const ScAccessDifference *self)
{
  return show_level (self->left, self->left_name);
}

const char *
sc_access_difference_get_right (const ScAccessDifference *self)
{
  return show_level (self->right, self->right_name);
}

/* Of several lines of one name in a role the first counts, as for sc_role_get_level(). */
static void
add_role (GHashTable *held, const ScRole *role)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);

  sc_list_foreach (role->privileges, const ScPrivilege *, privilege)
    {
      const ScPrivilege *known;

      if (privilege->name == NULL || !g_hash_table_add (seen, (gpointer) privilege->name))
        continue;
      known = g_hash_table_lookup (held, privilege->name);
      if (known == NULL || privilege->level > known->level)
        g_hash_table_replace (held, (gpointer) privilege->name, (gpointer) privilege);
    }
}

/* What the roles have together: name → ScPrivilege. */
static GHashTable *
add_up (const ScList *roles)
{
  GHashTable *held = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);

  sc_list_foreach (roles, const ScRole *, role)
    {
      add_role (held, role);
    }
  return held;
}

/* A difference on its way to its place. */
typedef struct
{
  ScAccessDifference *difference;
  char *subject; /* folded: what stands together */
  int access;    /* SC_N_ACCESS: of no known kind */
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_pointer (&found->difference, sc_access_difference_unref);
  g_free (found->subject);
  g_free (found);
}

/* First what has a label, each with its kinds of access in the order of the matrix. */
static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *p = *(const Found *const *) a, *q = *(const Found *const *) b;
  int order;

  if ((p->access == SC_N_ACCESS) != (q->access == SC_N_ACCESS))
    return p->access == SC_N_ACCESS ? 1 : -1;
  order = strcmp (p->subject, q->subject);
  if (order == 0)
    order = p->access - q->access;
  /* Two flows may have one label. */
  return order != 0 ? order : strcmp (p->difference->privilege, q->difference->privilege);
}

static void
set_title (Found *found, const ScAccessTitles *titles)
{
  const char *privilege = found->difference->privilege;
  ScAccess access = SC_ACCESS_READ;
  const char *label = sc_access_titles_find (titles, privilege, &access);
  g_autofree char *title = NULL;

  found->subject = g_utf8_casefold (label != NULL ? label : privilege, -1);
  found->access = label != NULL ? (int) access : SC_N_ACCESS;
  if (label != NULL)
    /* Translators: a flow or table, and a kind of access: "Lead to Opportunity · Write". */
    title = g_strdup_printf (_ ("%s · %s"), label, sc_access_get_title (access));
  sc_set_string (found->difference, title, title != NULL ? title : privilege);
}

/* left and right: what the sides have of one name; not both NULL. */
static void
add_difference (GPtrArray *found,
                const ScPrivilege *left,
                const ScPrivilege *right,
                const ScAccessTitles *titles)
{
  const ScLevel left_level = left != NULL ? left->level : SC_LEVEL_NONE;
  const ScLevel right_level = right != NULL ? right->level : SC_LEVEL_NONE;
  const char *left_name = left != NULL ? left->level_name : NULL;
  const char *right_name = right != NULL ? right->level_name : NULL;
  const ScPrivilege *any = left != NULL ? left : right;
  Found *one;

  if (any == NULL)
    return;
  if (left_level == right_level && g_strcmp0 (left_name, right_name) == 0)
    return;
  one = g_new0 (Found, 1);
  one->difference = sc_access_difference_new ();
  sc_set_string (one->difference, privilege, any->name);
  one->difference->left = left_level;
  one->difference->right = right_level;
  sc_set_string (one->difference, left_name, left_name);
  sc_set_string (one->difference, right_name, right_name);
  set_title (one, titles);
  g_ptr_array_add (found, one);
}

ScList *
sc_access_compare (const ScList *left, const ScList *right, const ScSolution *solution)
{
  g_autoptr (GHashTable) left_held = add_up (left);
  g_autoptr (GHashTable) right_held = add_up (right);
  g_autoptr (ScAccessTitles) titles = sc_access_titles_new (solution);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (found_free);
  GPtrArray *differences = sc_list_collect ();
  GHashTableIter iter;
  gpointer name, privilege;

  g_hash_table_iter_init (&iter, left_held);
  while (g_hash_table_iter_next (&iter, &name, &privilege))
    add_difference (found, privilege, g_hash_table_lookup (right_held, name), titles);
  g_hash_table_iter_init (&iter, right_held);
  while (g_hash_table_iter_next (&iter, &name, &privilege))
    if (!g_hash_table_contains (left_held, name))
      add_difference (found, NULL, privilege, titles);

  g_ptr_array_sort (found, compare_found);
  for (guint i = 0; i < found->len; i++)
    {
      Found *one = g_ptr_array_index (found, i);

      g_ptr_array_add (differences, g_steal_pointer (&one->difference));
    }
  return sc_list_new_take (differences);
}

typedef void (*WriteRow) (GString *text, const char *const *cells, guint n_cells);

static char *
write_table (const ScList *differences,
             const char *left_title,
             const char *right_title,
             WriteRow write_head,
             WriteRow write_row)
{
  GString *text = g_string_new (NULL);
  const char *head[] = { _ ("Access"), _ ("Privilege"), left_title, right_title };

  write_head (text, head, G_N_ELEMENTS (head));
  sc_list_foreach (differences, const ScAccessDifference *, difference)
    {
      const char *cells[]
          = { difference->title, difference->privilege, sc_access_difference_get_left (difference),
              sc_access_difference_get_right (difference) };

      write_row (text, cells, G_N_ELEMENTS (cells));
    }
  return g_string_free (text, FALSE);
}

char *
sc_access_compare_write_csv (const ScList *differences,
                             const char *left_title,
                             const char *right_title)
{
  return write_table (differences, left_title, right_title, sc_csv_append_row, sc_csv_append_row);
}

char *
sc_access_compare_write_markdown (const ScList *differences,
                                  const char *left_title,
                                  const char *right_title)
{
  return write_table (differences, left_title, right_title, sc_markdown_append_head,
                      sc_markdown_append_row);
}
