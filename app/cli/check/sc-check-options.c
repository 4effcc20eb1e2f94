/* sc-check-options.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-check-options.h"

#include "sc-cli-command.h"
#include "sc-definition.h"
#include "sc-file.h"
#include "sc-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_JOBS 1024

/* The options as they were typed. */
typedef struct
{
  char *format;
  char *severity;
  char *settings;
  char *baseline;
  char **limits;
  int jobs;
} ScTyped;

/* The figures that an organization can have changed, in --limits. */
#define LIMIT_FLOWS "flows-per-table"
#define MAX_LIMIT   10000

static gboolean
complain (char *message)
{
  sc_cli_complain_usage ("check", message);
  g_free (message);
  return FALSE;
}

static gboolean
set_format (ScCheckOptions *self, const char *name)
{
  const ScCheckFormat *const *formats = sc_check_format_list ();

  self->format = formats[0];
  if (name == NULL)
    return TRUE;
  for (guint i = 0; formats[i] != NULL; i++)
    if (strcmp (formats[i]->name, name) == 0)
      {
        self->format = formats[i];
        return TRUE;
      }
  return complain (g_strdup_printf (
      _ ("The format must be “text”, “json”, “sarif” or “junit”; found “%s”."), name));
}

static gboolean
set_severity (ScCheckOptions *self, const char *name)
{
  self->scope.least = SC_SEVERITY_ADVICE;
  self->report.failing = SC_SEVERITY_ERROR;
  if (name == NULL)
    return TRUE;
  for (ScSeverity severity = SC_SEVERITY_ADVICE; severity <= SC_SEVERITY_ERROR; severity++)
    if (strcmp (name, sc_severity_get_nick (severity)) == 0)
      {
        self->scope.least = self->report.failing = severity;
        return TRUE;
      }
  return complain (g_strdup_printf (
      _ ("The severity must be “error”, “warning” or “advice”; found “%s”."), name));
}

static gboolean
set_rules (ScCheckOptions *self)
{
  for (guint i = 0; self->rules != NULL && self->rules[i] != NULL; i++)
    if (sc_rule_find (self->rules[i]) == NULL)
      return complain (g_strdup_printf (_ ("There is no rule “%s”."), self->rules[i]));
  self->scope.rules = self->rules;
  return TRUE;
}

static gboolean
set_jobs (ScCheckOptions *self, int jobs)
{
  if (jobs < 0 || jobs > MAX_JOBS)
    return complain (
        g_strdup_printf (_ ("The number of jobs must be from 1 to %d; found %d."), MAX_JOBS, jobs));
  self->jobs = jobs > 0 ? (guint) jobs : g_get_num_processors ();
  return TRUE;
}

/* "flows-per-table=15" */
static gboolean
set_limit (ScCheckOptions *self, const char *assignment)
{
  g_auto (GStrv) parts = g_strsplit (assignment, "=", 2);
  guint64 value;

  /* Of nothing comes no part at all. */
  if (parts[0] == NULL || parts[1] == NULL)
    return complain (
        g_strdup_printf (_ ("A limit is written as NAME=NUMBER, such as “%s=15”; found “%s”."),
                         LIMIT_FLOWS, assignment));
  if (strcmp (g_strstrip (parts[0]), LIMIT_FLOWS) != 0)
    return complain (g_strdup_printf (
        _ ("There is no limit “%s” that an organization can change. There is: %s."), parts[0],
        LIMIT_FLOWS));
  if (!g_ascii_string_to_unsigned (g_strstrip (parts[1]), 10, 1, MAX_LIMIT, &value, NULL))
    return complain (
        g_strdup_printf (_ ("The limit “%s” must be a number from 1 to %d; found “%s”."), parts[0],
                         MAX_LIMIT, parts[1]));
  self->scope.max_active_flows = (int) value;
  return TRUE;
}

static gboolean
set_limits (ScCheckOptions *self, char **limits)
{
  for (guint i = 0; limits != NULL && limits[i] != NULL; i++)
    {
      g_auto (GStrv) assignments = g_strsplit (limits[i], ",", -1);

      for (guint k = 0; assignments[k] != NULL; k++)
        if (!set_limit (self, assignments[k]))
          return FALSE;
    }
  return TRUE;
}

static gboolean
read_settings (ScCheckOptions *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ScSolution) solution = NULL;

  if (path == NULL)
    return TRUE;
  bytes = sc_file_read (path, SC_XML_MAX_BYTES, &error);
  if (bytes != NULL)
    solution = sc_definition_read (bytes, path, &error);
  if (solution == NULL)
    {
      sc_cli_complain (error->message);
      return FALSE;
    }
  self->scope.settings = sc_list_ref (solution->rule_settings);
  return TRUE;
}

static gboolean
read_baseline (ScCheckOptions *self, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return TRUE;
  self->baseline = sc_baseline_read (path, &error);
  self->report.has_baseline = TRUE;
  if (self->baseline == NULL)
    sc_cli_complain (error->message);
  return self->baseline != NULL;
}

static gboolean
apply (ScCheckOptions *self, const ScTyped *typed)
{
  if (!set_format (self, typed->format) || !set_severity (self, typed->severity)
      || !set_rules (self) || !set_jobs (self, typed->jobs) || !set_limits (self, typed->limits))
    return FALSE;
  if (self->paths == NULL)
    {
      sc_cli_complain_usage ("check", _ ("A file to check is missing."));
      return FALSE;
    }
  self->scope.unchecked = self->format->shows_unchecked;
  self->report.scope = &self->scope;
  return read_settings (self, typed->settings) && read_baseline (self, typed->baseline);
}

gboolean
sc_check_options_parse (ScCheckOptions *self, int argc, char **argv)
{
  ScTyped typed = { NULL };
  gboolean quiet = FALSE, valid;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &typed.format,
      N_ ("How to say it: text, json, sarif or junit"), N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output,
      N_ ("Write it to this file and print only the sum"), N_ ("FILE") },
    { "severity", 's', 0, G_OPTION_ARG_STRING, &typed.severity,
      N_ ("Report and fail from error, warning or advice on"), N_ ("SEVERITY") },
    { "rule", 'r', 0, G_OPTION_ARG_STRING_ARRAY, &self->rules,
      N_ ("Report only this rule; may be given several times"), N_ ("RULE") },
    { "settings", 'S', 0, G_OPTION_ARG_FILENAME, &typed.settings,
      N_ ("Take what is decided about rules from this file"), N_ ("FILE") },
    { "limits", 'l', 0, G_OPTION_ARG_STRING_ARRAY, &typed.limits,
      N_ ("What the organization allows, such as flows-per-table=15"), N_ ("NAME=NUMBER,…") },
    { "baseline", 'b', 0, G_OPTION_ARG_FILENAME, &typed.baseline,
      N_ ("Count only what this earlier report (json or sarif) has not"), N_ ("FILE") },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &typed.jobs,
      N_ ("Check so many files at once; otherwise as many as there are processors"),
      N_ ("NUMBER") },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet,
      N_ ("Say nothing but what is wrong: no progress, no sum"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->paths, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = sc_cli_context_new (
      "FILE…", _ ("Checks flows against the rules of Dataverse."),
      _ ("A folder that is no package is searched for packages. A baseline is a report of an\n"
         "earlier run: check --format=json --output=baseline.json FILE…\n\n"
         "Exit status: 0 when no error was found, 1 when one was (warnings and advice do not\n"
         "count without --severity), 2 when a file cannot be read; the others are checked\n"
         "nevertheless."),
      entries);

  valid = sc_cli_parse (context, "check", argc, argv);
  self->report.quiet = quiet;
  valid = valid && apply (self, &typed);
  g_free (typed.format);
  g_free (typed.severity);
  g_free (typed.settings);
  g_free (typed.baseline);
  g_strfreev (typed.limits);
  return valid;
}

void
sc_check_options_clear (ScCheckOptions *self)
{
  sc_list_unref ((ScList *) self->scope.settings);
  g_clear_pointer (&self->baseline, sc_baseline_free);
  g_free (self->output);
  g_strfreev (self->paths);
  g_strfreev (self->rules);
}
