/* sc-cli-access-compare.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-compare.h"
#include "sc-access-question.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* One side of the comparison. */
typedef struct
{
  ScList *roles;
  char *title;
} Side;

static void
side_clear (Side *self)
{
  g_clear_pointer (&self->roles, sc_list_unref);
  g_clear_pointer (&self->title, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Side, side_clear)

/* path: to tell sides apart that are of two files; nullable. */
static gboolean
side_init (Side *self, const ScSolution *solution, const char *people, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;
  g_autofree char *file = NULL;

  self->roles = sc_access_find_roles (solution, people, &error);
  if (self->roles == NULL)
    {
      sc_cli_complain (error->message);
      return FALSE;
    }
  names = sc_access_name_roles (self->roles);
  file = path != NULL ? g_filename_display_basename (path) : NULL;
  self->title = file != NULL ? g_strdup_printf ("%s (%s)", names, file) : g_strdup (names);
  return TRUE;
}

static void
print_text (const ScList *differences, const Side *left, const Side *right)
{
  const char *titles[] = { _ ("Access"), left->title, right->title };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  sc_list_foreach (differences, const ScAccessDifference *, difference)
    {
      const char *cells[] = { difference->title, sc_access_difference_get_left (difference),
                              sc_access_difference_get_right (difference), NULL };

      g_ptr_array_add (rows, g_strdupv ((char **) cells));
    }
  if (rows->len == 0)
    g_print ("%s\n", _ ("Both have the same privileges."));
  else
    sc_access_print_rows (SC_ANSWER_TEXT, titles, G_N_ELEMENTS (titles), rows);
}

static void
add_side_json (ScJson *json, const char *key, const Side *side)
{
  sc_json_begin_array (json, key);
  sc_list_foreach (side->roles, const ScRole *, role)
    {
      sc_access_add_role_json (json, role);
    }
  sc_json_end_array (json);
}

static const char *
get_level (ScLevel level, const char *odd)
{
  return odd != NULL ? odd : sc_level_get_nick (level);
}

static void
print_json (const ScAccessQuestion *question,
            const char *with,
            const ScList *differences,
            const Side *left,
            const Side *right)
{
  ScJson *json = sc_json_new ();

  sc_json_begin_object (json, NULL);
  sc_access_add_path_json (json, "path", question->path);
  if (with != NULL)
    sc_access_add_path_json (json, "with", with);
  add_side_json (json, "left", left);
  add_side_json (json, "right", right);
  sc_json_begin_array (json, "differences");
  sc_list_foreach (differences, const ScAccessDifference *, difference)
    {
      sc_json_begin_object (json, NULL);
      sc_json_add_string (json, "privilege", difference->privilege);
      sc_json_add_string (json, "title", difference->title);
      sc_json_add_string (json, "left", get_level (difference->left, difference->left_name));
      sc_json_add_string (json, "right", get_level (difference->right, difference->right_name));
      sc_json_end_object (json);
    }
  sc_json_end_array (json);
  sc_json_end_object (json);
  sc_cli_print_json (json);
}

ScExitStatus
sc_cli_access_print_comparison (const ScAccessQuestion *self,
                                const char *left,
                                const char *right,
                                const char *with)
{
  g_autoptr (ScStorage) other = with != NULL ? sc_cli_open (with) : sc_storage_ref (self->storage);
  g_auto (Side) first = { NULL };
  g_auto (Side) second = { NULL };
  g_autoptr (ScList) differences = NULL;
  g_autofree char *text = NULL;

  if (other == NULL || !side_init (&first, self->solution, left, with != NULL ? self->path : NULL)
      || !side_init (&second, sc_storage_get_solution (other), right, with))
    return SC_EXIT_FAILURE;
  differences = sc_access_compare (first.roles, second.roles, self->solution);
  if (self->format == SC_ANSWER_TEXT)
    print_text (differences, &first, &second);
  else if (self->format == SC_ANSWER_JSON)
    print_json (self, with, differences, &first, &second);
  else
    text = self->format == SC_ANSWER_CSV
               ? sc_access_compare_write_csv (differences, first.title, second.title)
               : sc_access_compare_write_markdown (differences, first.title, second.title);
  if (text != NULL)
    fputs (text, stdout);
  return SC_EXIT_SUCCESS;
}
