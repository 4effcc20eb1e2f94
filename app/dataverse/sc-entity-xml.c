/* sc-entity-xml.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-entity-xml.h"

#include "sc-extent.h"
#include "sc-label-xml.h"

#include <string.h>

/* Type and Format as the public schema CustomizationsSolution.xsd names them. The first row that
 * fits counts; a NULL format fits any. */
static const struct
{
  const char *type;
  const char *format;
  ScColumnType column;
} column_types[] = {
  { "nvarchar", "textarea", SC_COLUMN_TEXT_AREA },
  { "nvarchar", "richtext", SC_COLUMN_TEXT_AREA },
  { "nvarchar", "email", SC_COLUMN_EMAIL },
  { "nvarchar", "url", SC_COLUMN_URL },
  { "nvarchar", "phone", SC_COLUMN_PHONE },
  { "nvarchar", NULL, SC_COLUMN_TEXT },
  { "ntext", NULL, SC_COLUMN_TEXT_AREA },
  { "memo", NULL, SC_COLUMN_TEXT_AREA },
  { "picklist", NULL, SC_COLUMN_CHOICE },
  { "multiselectpicklist", NULL, SC_COLUMN_CHOICES },
  { "state", NULL, SC_COLUMN_STATE },
  { "status", NULL, SC_COLUMN_STATUS },
  { "bit", NULL, SC_COLUMN_YES_NO },
  { "datetime", "date", SC_COLUMN_DATE },
  { "datetime", NULL, SC_COLUMN_DATE_TIME },
  { "lookup", NULL, SC_COLUMN_LOOKUP },
  { "customer", NULL, SC_COLUMN_CUSTOMER },
  { "owner", NULL, SC_COLUMN_OWNER },
  { "money", NULL, SC_COLUMN_CURRENCY },
  { "int", "duration", SC_COLUMN_DURATION },
  { "int", NULL, SC_COLUMN_INTEGER },
  { "bigint", NULL, SC_COLUMN_INTEGER },
  { "decimal", NULL, SC_COLUMN_DECIMAL },
  { "float", NULL, SC_COLUMN_FLOAT },
  { "primarykey", NULL, SC_COLUMN_ID },
  { "uniqueidentifier", NULL, SC_COLUMN_ID },
  { "file", NULL, SC_COLUMN_FILE },
  { "image", NULL, SC_COLUMN_IMAGE },
};

static ScColumnType
read_type (const ScXmlNode *attribute)
{
  const char *type = sc_xml_node_get_child_text (attribute, "Type");
  const char *format = sc_xml_node_get_child_text (attribute, "Format");

  if (type == NULL)
    return SC_COLUMN_UNKNOWN;
  for (guint i = 0; i < G_N_ELEMENTS (column_types); i++)
    {
      if (g_ascii_strcasecmp (type, column_types[i].type) == 0
          && (column_types[i].format == NULL
              || (format != NULL && g_ascii_strcasecmp (format, column_types[i].format) == 0)))
        return column_types[i].column;
    }
  return SC_COLUMN_OTHER;
}

static ScRequiredLevel
read_required (const ScXmlNode *attribute)
{
  const char *level = sc_xml_node_get_child_text (attribute, "RequiredLevel");

  if (g_strcmp0 (level, "recommended") == 0)
    return SC_REQUIRED_RECOMMENDED;
  if (g_strcmp0 (level, "required") == 0 || g_strcmp0 (level, "applicationrequired") == 0)
    return SC_REQUIRED_BUSINESS;
  if (g_strcmp0 (level, "systemrequired") == 0)
    return SC_REQUIRED_SYSTEM;
  return SC_REQUIRED_NONE;
}

/* Options are called option, state or status, and are listed below options, states or
 * statuses. */
static ScList *
read_options (const ScXmlNode *optionset)
{
  static const char *const lists[] = { "options", "states", "statuses" };
  GPtrArray *options = sc_list_collect ();

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      sc_xml_foreach (sc_xml_node_get_child (optionset, lists[i]), node)
        {
          const char *value = sc_xml_node_get_attribute (node, "value");
          ScOption *option;

          if (value == NULL)
            continue;
          option = sc_option_new ();
          option->value = sc_extent_read_int (value);
          sc_take_value (option, labels,
                         sc_label_xml_read (sc_xml_node_get_child (node, "labels"), "label"));
          g_ptr_array_add (options, option);
        }
    }
  return sc_list_new_take (options);
}

void
sc_entity_xml_collect_choice (const ScXmlNode *optionset, ScColumnLists *lists)
{
  const char *name = sc_xml_node_get_attribute (optionset, "Name");

  if (name != NULL)
    sc_column_lists_take_choice (lists, name, read_options (optionset));
}

static void
set_options (ScColumn *column, const ScXmlNode *attribute, ScColumnLists *lists)
{
  const ScXmlNode *own = sc_xml_node_get_child (attribute, "optionset");
  const char *shared = sc_xml_node_get_child_text (attribute, "OptionSetName");

  if (own != NULL)
    sc_take_value (column, options, read_options (own));
  else if (shared != NULL)
    sc_set_value (column, options, sc_column_lists_get_options (lists, shared));
}

static void
set_targets (ScColumn *column, const char *table, ScColumnLists *lists)
{
  static const char *const customers[] = { "account", "contact", NULL };
  static const char *const owners[] = { "systemuser", "team", NULL };
  static const char *const none[] = { NULL };
  const char *const *fixed = column->type == SC_COLUMN_CUSTOMER ? customers
                             : column->type == SC_COLUMN_OWNER  ? owners
                                                                : none;
  GPtrArray *targets;

  if (column->type == SC_COLUMN_LOOKUP)
    {
      sc_set_value (column, targets, sc_column_lists_get_targets (lists, table, column->name));
      return;
    }
  targets = sc_list_collect ();
  for (guint i = 0; fixed[i] != NULL; i++)
    g_ptr_array_add (targets, sc_label_new_text (0, fixed[i]));
  sc_take_value (column, targets, sc_list_new_take (targets));
}

static gboolean
is_flag (const ScXmlNode *node, const char *name, const char *value)
{
  return g_strcmp0 (sc_xml_node_get_child_text (node, name), value) == 0;
}

static ScColumn *
read_column (const ScXmlNode *attribute,
             const char *table,
             ScColumnLists *lists,
             const ScFormColumns *forms)
{
  const char *schema_name = sc_xml_node_get_attribute (attribute, "PhysicalName");
  const char *logical_name = sc_xml_node_get_child_text (attribute, "LogicalName");
  g_autofree char *name = NULL;
  ScColumn *column;

  if (logical_name == NULL || *logical_name == '\0')
    logical_name = schema_name;
  if (logical_name == NULL)
    return NULL;
  name = g_ascii_strdown (logical_name, -1);
  column = sc_column_new ();
  sc_set_string (column, name, name);
  sc_set_string (column, schema_name, schema_name);
  sc_take_value (
      column, labels,
      sc_label_xml_read (sc_xml_node_get_child (attribute, "displaynames"), "displayname"));
  column->type = read_type (attribute);
  column->required = read_required (attribute);
  /* 0 simple, 1 calculated, 2 rollup. */
  column->calculated
      = is_flag (attribute, "SourceType", "1") || is_flag (attribute, "SourceType", "2");
  column->read_only = is_flag (attribute, "ValidForUpdateApi", "0");
  column->secured = is_flag (attribute, "IsSecured", "1");
  if (forms != NULL)
    column->form = sc_form_columns_get (forms, name);
  set_options (column, attribute, lists);
  set_targets (column, table, lists);
  return column;
}

static void
set_columns (ScTable *table,
             const ScXmlNode *attributes,
             ScColumnLists *lists,
             const ScFormColumns *forms)
{
  GPtrArray *columns = sc_list_collect ();

  sc_xml_foreach (attributes, attribute)
    {
      ScColumn *column = read_column (attribute, table->name, lists, forms);

      if (column == NULL)
        continue;
      g_ptr_array_add (columns, column);
      /* Dataverse exports the primary key of a table only along with everything else. */
      if (is_flag (attribute, "Type", "primarykey"))
        table->complete = TRUE;
    }
  sc_take_value (table, columns, sc_list_new_take (columns));
}

static ScTri
read_tri (const ScXmlNode *node, const char *name)
{
  const char *text = sc_xml_node_get_child_text (node, name);

  return text == NULL || *text == '\0' ? SC_TRI_UNKNOWN
         : strcmp (text, "0") == 0     ? SC_TRI_NO
                                       : SC_TRI_YES;
}

static ScOwnership
read_ownership (const ScXmlNode *info)
{
  const char *text = sc_xml_node_get_child_text (info, "OwnershipTypeMask");

  return g_strcmp0 (text, "OrgOwned") == 0    ? SC_OWNERSHIP_ORGANIZATION
         : g_strcmp0 (text, "UserOwned") == 0 ? SC_OWNERSHIP_USER
                                              : SC_OWNERSHIP_UNKNOWN;
}

static const ScXmlNode *
get_info (const ScXmlNode *entity)
{
  return sc_xml_node_get_child (sc_xml_node_get_child (entity, "EntityInfo"), "entity");
}

gboolean
sc_entity_xml_is_backing (const ScXmlNode *entity)
{
  return is_flag (get_info (entity), "IsBPFEntity", "1");
}

ScTable *
sc_entity_xml_read (const ScXmlNode *entity, ScColumnLists *lists, const ScFormColumns *forms)
{
  const ScXmlNode *name_node = sc_xml_node_get_child (entity, "Name");
  const ScXmlNode *info = get_info (entity);
  const char *schema_name = sc_xml_node_get_attribute (info, "Name");
  const char *label = sc_xml_node_get_attribute (name_node, "LocalizedName");
  g_autofree char *name = NULL;
  ScTable *table;

  if (schema_name == NULL)
    schema_name = sc_xml_node_get_text (name_node);
  if (schema_name == NULL || *schema_name == '\0')
    return NULL;
  name = g_ascii_strdown (schema_name, -1);
  table = sc_table_new ();
  sc_set_string (table, name, name);
  sc_set_string (table, schema_name, schema_name);
  sc_take_value (
      table, labels,
      sc_label_xml_read (sc_xml_node_get_child (info, "LocalizedNames"), "LocalizedName"));
  if (table->labels == NULL && label != NULL && *label != '\0')
    sc_take_value (table, labels, sc_labels_set (NULL, SC_LANGUAGE_ENGLISH, label));
  set_columns (table, sc_xml_node_get_child (info, "attributes"), lists, forms);
  table->flow_enabled = read_tri (info, "IsBusinessProcessEnabled");
  table->backing = sc_entity_xml_is_backing (entity);
  table->ownership = read_ownership (info);
  return table;
}
