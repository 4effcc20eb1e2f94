/* sc-cli-rules.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-cli-command.h"
#include "sc-fix.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The catalogue of rules, made from what the rules say of themselves. */

#define ID_WIDTH       8
#define SEVERITY_WIDTH 10

static const char *const scopes[] = {
  [SC_SCOPE_SOLUTION] = "solution",
  [SC_SCOPE_FLOW] = "flow",
  [SC_SCOPE_STAGE] = "stage",
  [SC_SCOPE_STEP] = "step",
};

/* The rules with these ids; all of them where ids is NULL. NULL when one is not known. */
static GPtrArray *
list_rules (char **ids)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new ();

  for (const ScRule *const *rule = sc_rule_list (); ids == NULL && *rule != NULL; rule++)
    g_ptr_array_add (rules, (gpointer) *rule);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      const ScRule *rule = sc_rule_find (ids[i]);

      if (rule == NULL)
        {
          g_autofree char *message = g_strdup_printf (_ ("There is no rule “%s”."), ids[i]);

          sc_cli_complain_usage ("rules", message);
          return NULL;
        }
      g_ptr_array_add (rules, (gpointer) rule);
    }
  return g_steal_pointer (&rules);
}

static void
print_line (const ScRule *rule)
{
  sc_cli_print_padded (sc_rule_get_id (rule), ID_WIDTH, FALSE);
  sc_cli_print_padded (sc_severity_get_nick (sc_rule_get_severity (rule)), SEVERITY_WIDTH, FALSE);
  g_print ("%s\n", sc_rule_get_title (rule));
}

static void
print_page (const ScRule *rule)
{
  const char *code = sc_rule_get_server_code (rule);

  print_line (rule);
  g_print ("\n%s\n\n", sc_rule_get_explanation (rule));
  g_print (_ ("Source: %s\n"), sc_rule_get_source (rule));
  if (code != NULL)
    g_print (_ ("Server error: %s\n"), code);
  if (sc_rule_has_fixes (rule))
    g_print ("%s\n", _ ("The designer offers repairs."));
}

static void
print_text (const GPtrArray *rules, gboolean pages)
{
  for (guint i = 0; i < rules->len; i++)
    {
      if (pages && i > 0)
        g_print ("\n");
      if (pages)
        print_page (g_ptr_array_index (rules, i));
      else
        print_line (g_ptr_array_index (rules, i));
    }
}

static void
print_json (const GPtrArray *rules)
{
  ScJson *json = sc_json_new ();

  sc_json_begin_object (json, NULL);
  sc_json_begin_array (json, "rules");
  for (guint i = 0; i < rules->len; i++)
    {
      const ScRule *rule = g_ptr_array_index (rules, i);

      sc_json_begin_object (json, NULL);
      sc_json_add_string (json, "rule", sc_rule_get_id (rule));
      sc_json_add_string (json, "severity", sc_severity_get_nick (sc_rule_get_severity (rule)));
      sc_json_add_string (json, "scope", scopes[sc_rule_get_scope (rule)]);
      sc_json_add_string (json, "title", sc_rule_get_title (rule));
      sc_json_add_string (json, "explanation", sc_rule_get_explanation (rule));
      sc_json_add_string (json, "source", sc_rule_get_source (rule));
      sc_json_add_string (json, "serverCode", sc_rule_get_server_code (rule));
      sc_json_add_boolean (json, "repairs", sc_rule_has_fixes (rule));
      sc_json_end_object (json);
    }
  sc_json_end_array (json);
  sc_json_end_object (json);
  sc_cli_print_json (json);
}

static void
print_markdown (const GPtrArray *rules)
{
  for (guint i = 0; i < rules->len; i++)
    {
      const ScRule *rule = g_ptr_array_index (rules, i);
      const char *code = sc_rule_get_server_code (rule);

      g_print ("%s## %s: %s\n\n", i > 0 ? "\n" : "", sc_rule_get_id (rule),
               sc_rule_get_title (rule));
      g_print ("*%s*%s%s\n\n%s\n\n", sc_severity_get_nick (sc_rule_get_severity (rule)),
               code != NULL ? " · " : "", code != NULL ? code : "", sc_rule_get_explanation (rule));
      g_print (_ ("Source: %s\n"), sc_rule_get_source (rule));
    }
}

ScExitStatus
sc_cli_rules (int argc, char **argv)
{
  g_autofree char *format = NULL;
  g_auto (GStrv) ids = NULL;
  g_autoptr (GPtrArray) rules = NULL;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_ ("How to say it: text, json or markdown"),
      N_ ("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &ids, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = sc_cli_context_new (
      "[RULE…]", _ ("Lists the rules that flows are checked against, or explains some of them."),
      _ ("RULE is an id such as F-02."), entries);

  if (!sc_cli_parse (context, "rules", argc, argv))
    return SC_EXIT_FAILURE;
  if (format != NULL && strcmp (format, "text") != 0 && strcmp (format, "json") != 0
      && strcmp (format, "markdown") != 0)
    {
      g_autofree char *message = g_strdup_printf (
          _ ("The format must be “text”, “json” or “markdown”; found “%s”."), format);

      return sc_cli_complain_usage ("rules", message);
    }
  rules = list_rules (ids);
  if (rules == NULL)
    return SC_EXIT_FAILURE;
  if (format == NULL || strcmp (format, "text") == 0)
    print_text (rules, ids != NULL);
  else if (strcmp (format, "json") == 0)
    print_json (rules);
  else
    print_markdown (rules);
  return SC_EXIT_SUCCESS;
}
