/* sc-check-sarif-tool.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-check-sarif-private.h"
#include "sc-fix.h"

#include <glib/gi18n-lib.h>

/* "Too many active flows" as "TooManyActiveFlows". */
static char *
make_name (const char *title)
{
  GString *name = g_string_new (NULL);
  gboolean is_start = TRUE;

  for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (name, is_start ? g_unichar_toupper (c) : c);
      is_start = !g_unichar_isalnum (c);
    }
  return g_string_free (name, FALSE);
}

static void
add_help (ScJson *json, const ScRule *rule)
{
  g_autoptr (GString) text = g_string_new (sc_rule_get_explanation (rule));
  g_autoptr (GString) markdown = g_string_new (NULL);
  const char *code = sc_rule_get_server_code (rule);

  g_string_append_printf (markdown, "**%s**\n\n%s", sc_rule_get_title (rule), text->str);
  for (guint i = 0; i < 2; i++)
    {
      GString *help = i == 0 ? text : markdown;

      g_string_append (help, "\n\n");
      g_string_append_printf (help, _ ("Source: %s\n"), sc_rule_get_source (rule));
      if (code != NULL)
        g_string_append_printf (help, i == 0 ? "\n%s %s\n" : "\n%s `%s`\n", _ ("Server error:"),
                                code);
      if (sc_rule_has_fixes (rule))
        g_string_append_printf (help, "\n%s\n", _ ("The designer offers repairs."));
    }
  sc_json_begin_object (json, "help");
  sc_json_add_string (json, "text", text->str);
  sc_json_add_string (json, "markdown", markdown->str);
  sc_json_end_object (json);
}

/* GitHub shows "problem.severity" and filters by tags. */
static void
add_properties (ScJson *json, const ScRule *rule)
{
  const ScSeverity severity = sc_rule_get_severity (rule);

  sc_json_begin_object (json, "properties");
  sc_json_add_string (json, "problem.severity",
                      severity == SC_SEVERITY_ADVICE ? "recommendation"
                                                     : sc_severity_get_nick (severity));
  sc_json_add_string (json, "source", sc_rule_get_source (rule));
  sc_json_add_string (json, "serverCode", sc_rule_get_server_code (rule));
  sc_json_begin_array (json, "tags");
  sc_json_add_string (json, NULL, "dataverse");
  sc_json_add_string (json, NULL, "business-process-flow");
  sc_json_end_array (json);
  sc_json_end_object (json);
}

static void
add_rule (ScJson *json, const ScRule *rule)
{
  g_autofree char *name = make_name (sc_rule_get_title (rule));

  sc_json_begin_object (json, NULL);
  sc_json_add_string (json, "id", sc_rule_get_id (rule));
  sc_json_add_string (json, "name", name);
  sc_sarif_add_text (json, "shortDescription", sc_rule_get_title (rule));
  sc_sarif_add_text (json, "fullDescription", sc_rule_get_explanation (rule));
  add_help (json, rule);
  sc_json_begin_object (json, "defaultConfiguration");
  sc_json_add_string (json, "level", sc_sarif_get_level (sc_rule_get_severity (rule)));
  sc_json_end_object (json);
  add_properties (json, rule);
  sc_json_end_object (json);
}

void
sc_sarif_add_tool (ScJson *json)
{
  sc_json_begin_object (json, "tool");
  sc_json_begin_object (json, "driver");
  sc_json_add_string (json, "name", "stagecraft-cli");
  sc_json_add_string (json, "version", SC_VERSION);
  sc_json_add_string (json, "semanticVersion", SC_VERSION);
  sc_json_begin_array (json, "rules");
  for (const ScRule *const *rule = sc_rule_list (); *rule != NULL; rule++)
    add_rule (json, *rule);
  sc_json_end_array (json);
  sc_json_end_object (json);
  sc_json_end_object (json);
}

guint
sc_sarif_get_rule_index (const ScRule *rule)
{
  const ScRule *const *rules = sc_rule_list ();
  guint index = 0;

  while (rules[index] != NULL && rules[index] != rule)
    index++;
  return index;
}
