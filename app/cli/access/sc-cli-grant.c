/* sc-cli-grant.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-compare.h"
#include "sc-access-edit.h"
#include "sc-access-preset.h"
#include "sc-access-question.h"
#include "sc-edit-role.h"
#include "sc-file.h"
#include "sc-id.h"

#include <glib/gi18n-lib.h>

#define ALL_ACCESSES ((1u << SC_N_ACCESS) - 1)

/* What the command line says. */
typedef struct
{
  const char *command;
  gboolean gives; /* else it takes away */
  char *role;
  GStrv flows;
  gboolean all_flows;
  char *preset;
  char *privileges;
  gboolean create_role;
  char *output;
  char *format;
  gboolean json;
  GStrv paths;
  guint accesses; /* bits, 1 << ScAccess: what preset and privileges come to */
} Options;

static void
options_clear (Options *self)
{
  g_free (self->role);
  g_strfreev (self->flows);
  g_free (self->preset);
  g_free (self->privileges);
  g_free (self->output);
  g_free (self->format);
  g_strfreev (self->paths);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (Options *self, int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "role", 'R', 0, G_OPTION_ARG_STRING, &self->role, N_ ("The role"), N_ ("NAME|ID") },
    { "flow", 'F', 0, G_OPTION_ARG_STRING_ARRAY, &self->flows,
      N_ ("The flow; may be given several times"), N_ ("NAME|ID") },
    { "all-flows", 'A', 0, G_OPTION_ARG_NONE, &self->all_flows, N_ ("All flows of the solution"),
      NULL },
    { "preset", 'p', 0, G_OPTION_ARG_STRING, &self->preset,
      N_ ("The privileges of a preset: viewer, user or full"), N_ ("PRESET") },
    { "privileges", 'P', 0, G_OPTION_ARG_STRING, &self->privileges,
      N_ ("Single ones: create, read, write, delete, append, append-to"), N_ ("NAME,…") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output,
      N_ ("Write the solution there and leave FILE as it is"), N_ ("OUT") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &self->format, N_ ("How to say it: text or json"),
      N_ ("FORMAT") },
    { "create-role", 'c', self->gives ? 0 : G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE,
      &self->create_role, N_ ("Make the role when there is none of that name"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->paths, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = sc_cli_context_new (
      "FILE",
      self->gives ? _ ("Gives a role privileges on the tables of flows, organization-wide.")
                  : _ ("Takes privileges on the tables of flows from a role."),
      self->gives
          ? _ (
              "What the role has already stays. Of a package only the lines of these privileges\n"
              "change.\n\n"
              "Exit status: 0 when the role has them now, also when nothing had to change, 2 when\n"
              "not.")
          : _ ("Without --preset and --privileges it takes all six away. Of a package only the\n"
               "lines of these privileges change.\n\n"
               "Exit status: 0 when the role does not have them now, also when nothing had to\n"
               "change, 2 when not."),
      entries);

  return sc_cli_parse (context, self->command, argc, argv);
}

/* The accesses that the words, with commas between, name; 0 when one of them is none. */
static guint
parse_privileges (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  guint accesses = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const ScAccess access = sc_access_from_nick (g_strstrip (words[i]));

      if (access == SC_N_ACCESS)
        return 0;
      accesses |= 1u << access;
    }
  return accesses;
}

/* NULL when the options go together; else what is wrong. */
static const char *
find_fault (Options *self)
{
  if (self->paths == NULL || self->paths[1] != NULL)
    return _ ("Name one file.");
  if (self->role == NULL)
    return _ ("Name a role with --role.");
  if ((self->flows != NULL) == self->all_flows)
    return _ ("Name flows with --flow, or take --all-flows.");
  if (self->preset != NULL && self->privileges != NULL)
    return _ ("Choose one of --preset and --privileges.");
  if (self->create_role && !self->gives)
    return _ ("Only “grant” can make a role.");
  if (self->preset != NULL)
    self->accesses = sc_access_preset_get_accesses (sc_access_preset_from_nick (self->preset));
  else if (self->privileges != NULL)
    self->accesses = parse_privileges (self->privileges);
  else if (!self->gives)
    self->accesses = ALL_ACCESSES;
  else
    return _ ("Say what to give with --preset or --privileges.");
  if (self->accesses != 0)
    return NULL;
  return self->preset != NULL
             ? _ ("The preset must be “viewer”, “user” or “full”.")
             : _ ("Privileges are “create”, “read”, “write”, “delete”, “append” and “append-to”, "
                  "with commas between.");
}

/* The id of the role in *after, which is solution, or what came of making the role. Free with
 * g_free(). */
static char *
find_or_create_role (const Options *self,
                     const ScSolution *solution,
                     ScSolution **after,
                     GError **error)
{
  const ScRole *role;

  if (self->create_role && !sc_cli_has_role (solution, self->role))
    {
      g_autofree char *id = sc_id_new ();

      *after = sc_edit_role_add (solution, id, self->role, error);
      return *after != NULL ? g_steal_pointer (&id) : NULL;
    }
  role = sc_cli_find_role (solution, self->role, error);
  if (role == NULL)
    return NULL;
  *after = sc_solution_ref (solution);
  return g_strdup (role->id);
}

/* The cells of a flow; one that was named and has none is an error of the edit. */
static void
add_cells (const Options *self, GArray *cells, const ScRole *role, const ScAccessTarget *target)
{
  for (ScAccess access = 0; access < SC_N_ACCESS; access++)
    {
      const ScLevel level = self->gives ? SC_LEVEL_ORGANIZATION : SC_LEVEL_NONE;
      const ScAccessCell cell = { target, role->id, access, level };

      if ((self->accesses & 1u << access) != 0
          && (!self->all_flows || sc_access_target_has (target, access)))
        g_array_append_val (cells, cell);
    }
}

static ScSolution *
change_access (const Options *self,
               const ScAccessQuestion *question,
               const ScSolution *solution,
               const ScRole *role,
               GError **error)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (ScAccessCell));
  g_autoptr (GPtrArray) targets
      = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_access_target_unref);

  for (guint i = 0; i < question->flows->len; i++)
    {
      ScAccessTarget *target = sc_access_target_new_flow (solution, question->flows->pdata[i]);

      g_ptr_array_add (targets, target);
      add_cells (self, cells, role, target);
    }
  return sc_access_set_cells (solution, (const ScAccessCell *) cells->data, cells->len, error);
}

static gboolean
save (const Options *self, const ScStorage *storage, const ScSolution *after, GError **error)
{
  const gboolean in_place = self->output == NULL || sc_file_is_same (self->paths[0], self->output);
  g_autoptr (ScStorage) saved = NULL;

  if (in_place && after == sc_storage_get_solution (storage))
    return TRUE;
  saved = in_place ? sc_storage_save (storage, after, FALSE, error)
                   : sc_storage_save_copy (storage, after, self->output, error);
  return saved != NULL;
}

static void
print_json (const Options *self, const ScRole *role, gboolean created, const ScList *differences)
{
  ScJson *json = sc_json_new ();

  sc_json_begin_object (json, NULL);
  sc_access_add_path_json (json, "path", self->output != NULL ? self->output : self->paths[0]);
  sc_json_add_string (json, "roleId", role->id);
  sc_json_add_string (json, "role", role->name);
  sc_json_add_boolean (json, "created", created);
  sc_json_begin_array (json, "changes");
  sc_list_foreach (differences, const ScAccessDifference *, difference)
    {
      sc_json_begin_object (json, NULL);
      sc_json_add_string (json, "privilege", difference->privilege);
      sc_json_add_string (json, "title", difference->title);
      sc_json_add_string (json, "before", sc_level_get_nick (difference->left));
      sc_json_add_string (json, "after", sc_level_get_nick (difference->right));
      sc_json_end_object (json);
    }
  sc_json_end_array (json);
  sc_json_end_object (json);
  sc_cli_print_json (json);
}

static void
print_text (const ScRole *role, gboolean created, const ScList *differences)
{
  g_autofree char *name = sc_cli_clean (sc_access_name_role (role));

  if (created)
    g_print (_ ("Made the role “%s” (%s).\n"), name, role->id);
  if (differences == NULL && !created)
    g_print (_ ("Nothing had to change in the role “%s”.\n"), name);
  sc_list_foreach (differences, const ScAccessDifference *, difference)
    {
      g_autofree char *title = sc_cli_clean (difference->title);
      g_autofree char *before = sc_cli_clean (sc_access_difference_get_left (difference));
      g_autofree char *after = sc_cli_clean (sc_access_difference_get_right (difference));

      /* Translators: a role, a privilege ("Lead to Opportunity · Write"), and two levels. */
      g_print (_ ("%s: %s: %s → %s\n"), name, title, before, after);
    }
}

static gboolean
run (const Options *self, const ScAccessQuestion *question, GError **error)
{
  const ScSolution *before = question->solution;
  g_autoptr (ScSolution) with_role = NULL;
  g_autoptr (ScSolution) after = NULL;
  g_autoptr (ScList) old_roles = NULL;
  g_autoptr (ScList) new_roles = NULL;
  g_autoptr (ScList) differences = NULL;
  g_autofree char *id = find_or_create_role (self, before, &with_role, error);
  const ScRole *old, *role;

  if (id == NULL)
    return FALSE;
  old = sc_solution_find_role (with_role, id, NULL);
  after = change_access (self, question, with_role, old, error);
  if (after == NULL || !save (self, question->storage, after, error))
    return FALSE;
  role = sc_solution_find_role (after, id, NULL);
  old_roles = sc_list_append (NULL, old);
  new_roles = sc_list_append (NULL, role);
  differences = sc_access_compare (old_roles, new_roles, after);
  if (self->json)
    print_json (self, role, with_role != before, differences);
  else
    print_text (role, with_role != before, differences);
  return TRUE;
}

static ScExitStatus
change (const char *command, gboolean gives, int argc, char **argv)
{
  g_auto (Options) options = { .command = command, .gives = gives };
  g_auto (ScAccessQuestion) question = { NULL };
  g_autoptr (GError) error = NULL;
  const char *fault;
  gboolean valid;

  if (!parse (&options, argc, argv))
    return SC_EXIT_FAILURE;
  options.json = sc_cli_is_json (command, options.format, &valid);
  if (!valid)
    return SC_EXIT_FAILURE;
  fault = find_fault (&options);
  if (fault != NULL)
    return sc_cli_complain_usage (command, fault);
  if (!sc_access_question_open (&question, options.paths[0], (const char *const *) options.flows,
                                NULL))
    return SC_EXIT_FAILURE;
  if (run (&options, &question, &error))
    return SC_EXIT_SUCCESS;
  sc_cli_complain (error->message);
  return SC_EXIT_FAILURE;
}

ScExitStatus
sc_cli_grant (int argc, char **argv)
{
  return change ("grant", TRUE, argc, argv);
}

ScExitStatus
sc_cli_revoke (int argc, char **argv)
{
  return change ("revoke", FALSE, argc, argv);
}
