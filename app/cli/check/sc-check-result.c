/* sc-check-result.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-check-result.h"

#include "sc-check-other.h"
#include "sc-file-error.h"
#include "sc-locator.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
finding_free (gpointer data)
{
  ScFinding *self = data;

  g_free (self->message);
  sc_place_clear (&self->names);
  sc_place_clear (&self->ids);
  g_free (self->path);
  g_free (self->entry);
  g_free (self->fingerprint);
  g_free (self);
}

static void
unchecked_free (gpointer data)
{
  ScUnchecked *self = data;

  g_free (self->reason);
  g_free (self);
}

void
sc_check_result_free (ScCheckResult *self)
{
  g_free (self->path);
  g_free (self->error);
  g_strfreev (self->notes);
  g_free (self->solution);
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->unchecked);
  g_free (self);
}

gboolean
sc_check_scope_has_rule (const ScCheckScope *self, const ScRule *rule)
{
  for (guint i = 0; self->rules != NULL && self->rules[i] != NULL; i++)
    if (g_ascii_strcasecmp (self->rules[i], sc_rule_get_id (rule)) == 0)
      return TRUE;
  return self->rules == NULL;
}

/* What makes a finding the same finding in another version of the file: the rule and the ids of
 * where it is; of a solution as a whole its name. */
static char *
make_fingerprint (const ScFinding *self, const ScSolution *solution)
{
  const char *const parts[] = {
    sc_rule_get_id (self->rule),
    self->ids.flow != NULL ? self->ids.flow : solution->unique_name,
    self->ids.stage,
    self->ids.step,
    self->ids.role,
  };
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *lower = parts[i] != NULL ? g_ascii_strdown (parts[i], -1) : NULL;

      g_string_append_printf (key, "%s\n", lower != NULL ? lower : "");
    }
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, key->str, (gssize) key->len);
}

/* The rest of path when it is below folder; "" for the folder itself; else NULL. */
static const char *
find_below (const char *path, const char *folder)
{
  const gsize length = strlen (folder);

  if (!g_str_has_prefix (path, folder))
    return NULL;
  if (path[length] == '\0')
    return "";
  if (length > 0 && folder[length - 1] == '/')
    return path + length;
  return path[length] == '/' ? path + length + 1 : NULL;
}

/* An absolute path as the person would write it, who named the package in their own way. */
static char *
name_like (const char *package, const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (package, NULL);
  g_autofree char *here = NULL;
  const char *rest = find_below (path, absolute);

  if (rest != NULL)
    return *rest != '\0' ? g_build_filename (package, rest, NULL) : g_strdup (package);
  here = g_get_current_dir ();
  rest = find_below (path, here);
  return g_strdup (rest != NULL && *rest != '\0' ? rest : path);
}

static void
locate (ScFinding *self, const ScProblem *problem, ScLocator *locator, const char *package)
{
  g_autoptr (ScLocation) location = sc_locator_find (locator, problem);

  self->path = name_like (package, location->path);
  self->entry = g_strdup (location->entry);
  self->line = location->line;
  self->column = location->column;
}

static ScFinding *
finding_new (const ScProblem *problem, ScSolutionIndex *index)
{
  ScFinding *self = g_new0 (ScFinding, 1);

  self->rule = problem->rule;
  self->severity = problem->severity;
  self->message = g_strdup (problem->message);
  self->names = sc_place_find (index, problem);
  self->ids = sc_place_get_ids (problem);
  self->found = problem->found;
  self->allowed = problem->allowed;
  self->fingerprint = make_fingerprint (self, sc_solution_index_get_solution (index));
  return self;
}

/* Rules that the given settings name are as they say; for the others the package's own hold. */
static ScList *
merge_settings (const ScList *own, const ScList *given)
{
  GPtrArray *merged = sc_list_collect ();

  sc_list_foreach (own, const ScRuleSetting *, setting)
    {
      if (sc_rule_settings_find (given, setting->rule, NULL) == NULL)
        g_ptr_array_add (merged, sc_rule_setting_ref (setting));
    }
  sc_list_foreach (given, const ScRuleSetting *, setting)
    {
      g_ptr_array_add (merged, sc_rule_setting_ref (setting));
    }
  return sc_list_new_take (merged);
}

/* The settings with the limit of a rule, whatever else they say of it. */
static ScList *
set_limit (const ScList *settings, const char *rule, int limit)
{
  guint position;
  const ScRuleSetting *present = sc_rule_settings_find (settings, rule, &position);
  ScRuleSetting *setting
      = present != NULL ? sc_rule_setting_copy (present) : sc_rule_setting_new ();
  ScList *result;

  sc_set_string (setting, rule, rule);
  setting->limit = limit;
  result = present != NULL ? sc_list_replace (settings, position, setting)
                           : sc_list_append (settings, setting);
  sc_rule_setting_unref (setting);
  return result;
}

/* The solution as it is to be checked. */
static ScSolution *
apply_scope (const ScSolution *solution, const ScCheckScope *scope)
{
  ScSolution *result;

  if (scope->settings == NULL && scope->max_active_flows == 0)
    return sc_solution_ref (solution);
  result = sc_solution_copy (solution);
  sc_take_value (result, rule_settings, merge_settings (result->rule_settings, scope->settings));
  if (scope->max_active_flows > 0)
    sc_take_value (result, rule_settings,
                   set_limit (result->rule_settings, "F-01", scope->max_active_flows));
  return result;
}

/* NULL when the rule was checked. */
static char *
explain_unchecked (const ScRule *rule, const ScSolution *solution)
{
  const ScRuleSetting *setting
      = sc_rule_settings_find (solution->rule_settings, sc_rule_get_id (rule), NULL);

  if (setting == NULL || setting->level != SC_RULE_OFF)
    return sc_rule_explain_unchecked (rule, solution);
  return setting->reason != NULL ? g_strdup_printf (_ ("It is switched off: %s"), setting->reason)
                                 : g_strdup (_ ("It is switched off."));
}

static void
collect_unchecked (ScCheckResult *self, const ScSolution *solution, const ScCheckScope *scope)
{
  for (const ScRule *const *rule = sc_rule_list (); *rule != NULL; rule++)
    {
      char *reason
          = sc_check_scope_has_rule (scope, *rule) ? explain_unchecked (*rule, solution) : NULL;
      ScUnchecked *unchecked;

      if (reason == NULL)
        continue;
      unchecked = g_new (ScUnchecked, 1);
      unchecked->rule = *rule;
      unchecked->reason = reason;
      g_ptr_array_add (self->unchecked, unchecked);
    }
}

static void
check_solution (ScCheckResult *self, const ScStorage *storage, const ScCheckScope *scope)
{
  g_autoptr (ScSolution) solution = apply_scope (sc_storage_get_solution (storage), scope);
  g_autoptr (ScSolutionIndex) index = sc_solution_index_new (solution);
  g_autoptr (ScLocator) locator = sc_locator_new (storage);
  g_autoptr (ScValidator) validator = sc_validator_new ();
  g_autoptr (ScList) problems = sc_validator_run (validator, solution);

  self->solution = g_strdup (solution->unique_name);
  sc_list_foreach (problems, const ScProblem *, problem)
    {
      ScFinding *finding;

      if (problem->severity < (int) scope->least || !sc_check_scope_has_rule (scope, problem->rule))
        continue;
      finding = finding_new (problem, index);
      locate (finding, problem, locator, self->path);
      g_ptr_array_add (self->findings, finding);
    }
  if (scope->unchecked)
    collect_unchecked (self, solution, scope);
}

ScCheckResult *
sc_check_result_new (const ScCheckFile *file, const ScCheckScope *scope)
{
  ScCheckResult *self = g_new0 (ScCheckResult, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStorage) storage = NULL;

  self->path = g_strdup (file->path);
  self->findings = g_ptr_array_new_with_free_func (finding_free);
  self->unchecked = g_ptr_array_new_with_free_func (unchecked_free);
  self->error = g_strdup (file->error);
  if (self->error == NULL)
    storage = sc_storage_open (file->path, &error);
  if (error != NULL)
    {
      self->error = g_strdup (error->message);
      self->is_other = file->was_found
                       && g_error_matches (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED)
                       && sc_check_is_other (file->path);
    }
  if (storage == NULL)
    {
      self->notes = g_new0 (char *, 1);
      return self;
    }
  self->notes = g_strdupv ((char **) sc_storage_get_notes (storage));
  check_solution (self, storage, scope);
  return self;
}
