/* sc-diff-words.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-diff-private.h"

#include <glib/gi18n-lib.h>

static const ScDiffUnit units[] = {
  { &sc_flow_class, N_ ("Flow"), { NULL } },
  { &sc_stage_class, N_ ("Stage"), { NULL }, TRUE },
  { &sc_step_class, N_ ("Step"), { NULL }, TRUE },
  { &sc_trigger_class, N_ ("Workflow"), { NULL } },
  { &sc_transition_class, N_ ("Way to another table"), { "source", "target" } },
  { &sc_table_class, N_ ("Table"), { NULL } },
  { &sc_column_class, N_ ("Column"), { NULL } },
  { &sc_relationship_class, N_ ("Relationship"), { NULL } },
  { &sc_role_class, N_ ("Role"), { NULL } },
  { &sc_privilege_class, N_ ("Privilege"), { NULL } },
  { &sc_component_class, N_ ("Component"), { "id", "schema_name" } },
  { &sc_app_class, N_ ("App"), { "unique_name" } },
  { &sc_process_class, N_ ("Process"), { NULL } },
  { &sc_rule_setting_class, N_ ("Rule setting"), { "rule" } },
  { &sc_persona_class, N_ ("Persona"), { NULL } },
  { &sc_solution_class, N_ ("Solution"), { NULL } },
};

const ScDiffUnit *
sc_diff_find_unit (const ScValueClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (units[i].klass == klass)
      return &units[i];
  return NULL;
}

/* A table of plurals is out of reach for the tools of translators. */
static char *
count_things (const ScValueClass *klass, guint n)
{
  if (klass == &sc_flow_class)
    return g_strdup_printf (ngettext ("%u flow", "%u flows", n), n);
  if (klass == &sc_stage_class)
    return g_strdup_printf (ngettext ("%u stage", "%u stages", n), n);
  if (klass == &sc_step_class)
    return g_strdup_printf (ngettext ("%u step", "%u steps", n), n);
  if (klass == &sc_trigger_class)
    return g_strdup_printf (ngettext ("%u workflow", "%u workflows", n), n);
  if (klass == &sc_transition_class)
    return g_strdup_printf (ngettext ("%u way to another table", "%u ways to other tables", n), n);
  if (klass == &sc_table_class)
    return g_strdup_printf (ngettext ("%u table", "%u tables", n), n);
  if (klass == &sc_column_class)
    return g_strdup_printf (ngettext ("%u column", "%u columns", n), n);
  if (klass == &sc_relationship_class)
    return g_strdup_printf (ngettext ("%u relationship", "%u relationships", n), n);
  if (klass == &sc_role_class)
    return g_strdup_printf (ngettext ("%u role", "%u roles", n), n);
  if (klass == &sc_privilege_class)
    return g_strdup_printf (ngettext ("%u privilege", "%u privileges", n), n);
  if (klass == &sc_component_class)
    return g_strdup_printf (ngettext ("%u component", "%u components", n), n);
  if (klass == &sc_app_class)
    return g_strdup_printf (ngettext ("%u app", "%u apps", n), n);
  if (klass == &sc_process_class)
    return g_strdup_printf (ngettext ("%u process", "%u processes", n), n);
  if (klass == &sc_persona_class)
    return g_strdup_printf (ngettext ("%u persona", "%u personas", n), n);
  if (klass == &sc_rule_setting_class)
    return g_strdup_printf (ngettext ("%u rule setting", "%u rule settings", n), n);
  return g_strdup_printf (ngettext ("%u detail of the solution", "%u details of the solution", n),
                          n);
}

char *
sc_diff_count_things (const char *word, guint n)
{
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (units) && !g_str_equal (_ (units[i].word), word))
    i++;
  return count_things (units[i].klass, n);
}

static const char *
find_string (gconstpointer value, const char *name)
{
  for (const ScField *field = sc_value_get_class (value)->fields; field->name != NULL; field++)
    if (g_str_equal (field->name, name))
      return sc_value_get_string (value, field);
  return NULL;
}

char *
sc_diff_name (gconstpointer value, int language)
{
  const ScValueClass *klass = sc_value_get_class (value);

  if (klass == &sc_flow_class)
    return g_strdup (sc_flow_get_label (value, language));
  if (klass == &sc_stage_class)
    return g_strdup (sc_stage_get_label (value, language));
  if (klass == &sc_step_class)
    return g_strdup (sc_step_get_label (value, language));
  if (klass == &sc_table_class)
    return g_strdup (sc_table_get_label (value, language));
  if (klass == &sc_column_class)
    return g_strdup (sc_column_get_label (value, language));
  if (klass == &sc_app_class)
    return g_strdup (sc_app_get_label (value, language));
  if (klass == &sc_solution_class)
    return g_strdup (sc_solution_get_title (value));
  if (klass == &sc_transition_class)
    return g_strdup (((const ScTransition *) value)->relationship);
  if (klass == &sc_rule_setting_class)
    return g_strdup (((const ScRuleSetting *) value)->rule);
  if (klass == &sc_component_class && find_string (value, "schema_name") == NULL)
    return g_strdup (find_string (value, "id"));
  if (klass == &sc_component_class)
    return g_strdup (find_string (value, "schema_name"));
  return g_strdup (find_string (value, "name"));
}

typedef enum
{
  AS_IS,
  AS_YES_NO,
  AS_STAGE,
  AS_LEVEL,
  AS_CATEGORY,
  AS_COLUMN_TYPE,
  AS_LABEL,
  AS_WHOLE /* it is said that it changed, not how */
} Form;

/* The first row that fits counts. */
static const struct
{
  const ScValueClass *klass; /* NULL: any */
  const char *field;
  const char *title;
  Form form;
} words[] = {
  { &sc_column_class, "required", N_ ("Required level"), AS_WHOLE },
  { &sc_column_class, "type", N_ ("Type"), AS_COLUMN_TYPE },
  { &sc_privilege_class, "level", N_ ("Level"), AS_LEVEL },
  { NULL, "active", N_ ("Active"), AS_YES_NO },
  { NULL, "app", N_ ("App"), AS_IS },
  { NULL, "attribute", N_ ("Lookup"), AS_IS },
  { NULL, "category", N_ ("Category"), AS_CATEGORY },
  { NULL, "class_id", N_ ("Control"), AS_IS },
  { NULL, "column", N_ ("Column"), AS_IS },
  { NULL, "condition", N_ ("Condition"), AS_WHOLE },
  { NULL, "description", N_ ("Description"), AS_IS },
  { NULL, "display_conditions", N_ ("Roles that see it"), AS_WHOLE },
  { NULL, "events", N_ ("Events"), AS_WHOLE },
  { NULL, "imported", N_ ("Imported tables"), AS_WHOLE },
  { NULL, "imported_relationships", N_ ("Imported relationships"), AS_WHOLE },
  { NULL, "labels", N_ ("Name"), AS_LABEL },
  { NULL, "level", N_ ("Level"), AS_WHOLE },
  { NULL, "level_name", N_ ("Level"), AS_IS },
  { NULL, "limit", N_ ("Limit"), AS_IS },
  { NULL, "name", N_ ("Name"), AS_IS },
  { NULL, "next", N_ ("Next stage"), AS_STAGE },
  { NULL, "options", N_ ("Choices"), AS_WHOLE },
  { NULL, "order", N_ ("Order"), AS_IS },
  { NULL, "parameters", N_ ("Parameters"), AS_WHOLE },
  { NULL, "prefix", N_ ("Prefix"), AS_IS },
  { NULL, "primary_table", N_ ("Primary table"), AS_IS },
  { NULL, "process_id", N_ ("Runs"), AS_IS },
  { NULL, "process_name", N_ ("Runs"), AS_IS },
  { NULL, "publisher", N_ ("Publisher"), AS_IS },
  { NULL, "publisher_title", N_ ("Publisher"), AS_IS },
  { NULL, "reason", N_ ("Reason"), AS_IS },
  { NULL, "relationship", N_ ("Relationship"), AS_IS },
  { NULL, "required", N_ ("Required"), AS_YES_NO },
  { NULL, "roles", N_ ("Roles"), AS_WHOLE },
  { NULL, "table", N_ ("Table"), AS_IS },
  { NULL, "unique_name", N_ ("Unique name"), AS_IS },
  { NULL, "version", N_ ("Version"), AS_IS },
};

static int
find_word (const ScValueClass *klass, const ScField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if ((words[i].klass == NULL || words[i].klass == klass)
        && g_str_equal (words[i].field, field->name))
      return (int) i;
  return -1;
}

const char *
sc_diff_get_field_title (const ScValueClass *klass, const ScField *field)
{
  int word = find_word (klass, field);

  return word >= 0 ? _ (words[word].title) : NULL;
}

/* Nobody reads more of a text in a list. */
#define MAX_CHARACTERS 80

static char *
quote (const char *text)
{
  g_autofree char *start = NULL;

  if (text == NULL || *text == '\0')
    /* Translators: stands for a text that is empty. */
    return g_strdup (_ ("nothing"));
  if (g_utf8_strlen (text, -1) <= MAX_CHARACTERS)
    return g_strdup_printf (_ ("“%s”"), text);
  start = g_utf8_substring (text, 0, MAX_CHARACTERS);
  return g_strdup_printf (_ ("“%s…”"), start);
}

static char *
format_number (int number, Form form)
{
  const char *name;

  switch (form)
    {
    case AS_YES_NO:
      return g_strdup (number ? _ ("Yes") : _ ("No"));
    case AS_LEVEL:
      return g_strdup (sc_level_get_title ((ScLevel) number));
    case AS_COLUMN_TYPE:
      return g_strdup (sc_column_type_get_title ((ScColumnType) number));
    case AS_CATEGORY:
      name = sc_stage_category_get_name (number);
      if (name != NULL)
        return g_strdup (name);
      G_GNUC_FALLTHROUGH;
    default:
      return g_strdup_printf ("%d", number);
    }
}

static char *
format_text (const char *text, Form form, const ScFlow *flow, int language)
{
  const ScStage *stage;

  if (form != AS_STAGE)
    return quote (text);
  if (text == NULL)
    return g_strdup (_ ("End of the flow"));
  stage = flow != NULL ? sc_flow_find_stage (flow, text, NULL) : NULL;
  return quote (stage != NULL ? sc_stage_get_label (stage, language) : text);
}

char *
sc_diff_format_field (gconstpointer value, const ScField *field, const ScFlow *flow, int language)
{
  int word = find_word (sc_value_get_class (value), field);
  Form form = word >= 0 ? words[word].form : AS_WHOLE;

  if (form == AS_WHOLE)
    return NULL;
  if (field->kind == SC_FIELD_INT)
    return format_number (sc_value_get_int (value, field), form);
  if (field->kind == SC_FIELD_STRING)
    return format_text (sc_value_get_string (value, field), form, flow, language);
  return quote (sc_labels_get (sc_value_get_value (value, field), language));
}
