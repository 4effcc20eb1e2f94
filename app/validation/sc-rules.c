/* sc-rules.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sc-rule-private.h"

static const ScRule *const tables[] = {
  sc_rules_access,   sc_rules_branch,  sc_rules_flow,    sc_rules_offer,    sc_rules_package,
  sc_rules_practice, sc_rules_process, sc_rules_sibling, sc_rules_solution, sc_rules_stage,
  sc_rules_step,     sc_rules_table,   sc_rules_way,     sc_rules_work,     sc_rules_workflow,
};

int
sc_rule_compare (const ScRule *a, const ScRule *b)
{
  const char *p = a->id, *q = b->id;
  guint64 m, n;

  if (a == b)
    return 0;
  while (*p == *q && *p != '-' && *p != '\0')
    {
      p++;
      q++;
    }
  if (*p != '-' || *q != '-')
    return *p == '-' ? -1 : *q == '-' ? 1 : (guchar) *p - (guchar) *q;
  m = g_ascii_strtoull (p + 1, (char **) &p, 10);
  n = g_ascii_strtoull (q + 1, (char **) &q, 10);
  return m != n ? (m < n ? -1 : 1) : g_strcmp0 (p, q);
}

static int
compare_pointers (gconstpointer a, gconstpointer b)
{
  return sc_rule_compare (*(const ScRule *const *) a, *(const ScRule *const *) b);
}

const ScRule *const *
sc_rule_list (void)
{
  static gsize list;

  if (g_once_init_enter (&list))
    {
      g_autoptr (GPtrArray) rules = g_ptr_array_new ();

      for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
        for (const ScRule *rule = tables[i]; rule->id != NULL; rule++)
          g_ptr_array_add (rules, (gpointer) rule);
      g_ptr_array_sort (rules, compare_pointers);
      g_ptr_array_add (rules, NULL);
      g_once_init_leave (&list, (gsize) g_ptr_array_steal (rules, NULL));
    }
  return (const ScRule *const *) list;
}

const ScRule *
sc_rule_find (const char *id)
{
  for (const ScRule *const *rule = sc_rule_list (); *rule != NULL; rule++)
    if (g_ascii_strcasecmp ((*rule)->id, id) == 0)
      return *rule;
  return NULL;
}

const char *
sc_rule_get_id (const ScRule *rule)
{
  return rule->id;
}

ScSeverity
sc_rule_get_severity (const ScRule *rule)
{
  return rule->severity;
}

ScScope
sc_rule_get_scope (const ScRule *rule)
{
  return rule->scope;
}

const char *
sc_rule_get_title (const ScRule *rule)
{
  return _ (rule->title);
}

const char *
sc_rule_get_explanation (const ScRule *rule)
{
  return _ (rule->explanation);
}

const char *
sc_rule_get_source (const ScRule *rule)
{
  return rule->source;
}

guint
sc_rule_get_allowed (const ScRule *rule, const ScSolution *solution)
{
  if (solution == NULL || rule->allowed == 0)
    return rule->allowed;
  return sc_rule_settings_get_limit (solution->rule_settings, rule->id, rule->allowed);
}

const char *
sc_rule_get_server_code (const ScRule *rule)
{
  return rule->server_code;
}

const char *
sc_severity_get_nick (ScSeverity severity)
{
  switch (severity)
    {
    case SC_SEVERITY_ERROR:
      return "error";
    case SC_SEVERITY_WARNING:
      return "warning";
    case SC_SEVERITY_ADVICE:
    default:
      return "advice";
    }
}

static const char *
or_unnamed (const char *name)
{
  return sc_text_is_blank (name) ? _ ("unnamed") : name;
}

const char *
sc_rule_name_flow (const ScSubject *subject, const ScFlow *flow)
{
  return or_unnamed (sc_flow_get_label (flow, subject->language));
}

const char *
sc_rule_name_stage (const ScSubject *subject, const ScStage *stage)
{
  return or_unnamed (sc_stage_get_label (stage, subject->language));
}

const char *
sc_rule_name_step (const ScSubject *subject, const ScStep *step)
{
  return or_unnamed (sc_step_get_label (step, subject->language));
}

const char *
sc_rule_name_branch (const ScBranch *branch)
{
  return branch->otherwise && sc_text_is_blank (branch->name) ? _ ("otherwise")
                                                              : or_unnamed (branch->name);
}

const char *
sc_rule_name_table (const ScSubject *subject, const char *name)
{
  const ScTable *table
      = subject->lookup != NULL ? sc_lookup_find_table (subject->lookup, name) : NULL;

  return or_unnamed (table != NULL ? sc_table_get_label (table, subject->language) : name);
}

gboolean
sc_rule_can_judge_access (const ScSubject *subject)
{
  return sc_grants_get_roles (subject->grants) != NULL
         && !sc_text_is_blank (subject->flow->unique_name);
}

GHashTable *
sc_rule_group_active_flows (const ScSolution *solution)
{
  GHashTable *groups = g_hash_table_new_full (sc_name_hash, (GEqualFunc) sc_name_equal, NULL,
                                              (GDestroyNotify) g_array_unref);

  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      const char *table = sc_flow_get_start_table (flow);
      GArray *group;

      if (!flow->active || table == NULL)
        continue;
      group = g_hash_table_lookup (groups, table);
      if (group == NULL)
        {
          group = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (groups, (gpointer) table, group);
        }
      g_array_append_val (group, flow_i);
    }
  return groups;
}

ScColumnType
sc_rule_get_step_type (const ScStep *step, const ScColumn *column)
{
  if (column != NULL && column->type != SC_COLUMN_UNKNOWN)
    return column->type;
  return step->class_id != NULL ? sc_column_type_from_class_id (step->class_id) : SC_COLUMN_UNKNOWN;
}

gboolean
sc_rule_is_branching (const ScSubject *subject, guint position)
{
  const ScStage *stage = sc_list_at (subject->flow->stages, position);

  return stage->condition != NULL && stage->condition->branches != NULL;
}

gboolean
sc_text_is_blank (const char *text)
{
  if (text == NULL)
    return TRUE;
  if (*text > ' ')
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char_validated (p, -1);

      if (c >= 0x110000 || !g_unichar_isspace (c)) /* what is not UTF-8 is not blank either */
        return FALSE;
    }
  return TRUE;
}

gboolean
sc_text_is_longer (const char *text, guint max, guint *length)
{
  gsize bytes = text != NULL ? strlen (text) : 0;

  /* Counting characters is only needed where there are more bytes. */
  if (bytes <= max)
    return FALSE;
  *length = (guint) (g_utf8_validate (text, -1, NULL) ? (gsize) g_utf8_strlen (text, -1) : bytes);
  return *length > max;
}
