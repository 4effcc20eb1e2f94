/* json-schema.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "json-schema.h"

#include <string.h>

/* The schema, to look references up in. */
typedef struct
{
  JsonNode *root;
  GString *where; /* for messages */
} Check;

static void check_node (Check *check, JsonNode *node, JsonNode *schema);

static JsonNode *
get (JsonNode *node, const char *name)
{
  return json_object_get_member (json_node_get_object (node), name);
}

/* "#/$defs/file" */
static JsonNode *
resolve (Check *check, const char *reference)
{
  g_auto (GStrv) parts = g_strsplit (reference, "/", -1);
  JsonNode *node = check->root;

  g_assert_cmpstr (parts[0], ==, "#");
  for (guint i = 1; parts[i] != NULL; i++)
    {
      node = get (node, parts[i]);
      g_assert_nonnull (node);
    }
  return node;
}

static void
check_type (Check *check, JsonNode *node, const char *type)
{
  gboolean fits;

  if (strcmp (type, "object") == 0)
    fits = JSON_NODE_HOLDS_OBJECT (node);
  else if (strcmp (type, "array") == 0)
    fits = JSON_NODE_HOLDS_ARRAY (node);
  else if (strcmp (type, "integer") == 0)
    fits = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64;
  else if (strcmp (type, "string") == 0)
    fits = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
  else
    g_error ("The schema has the type “%s”", type);
  if (!fits)
    g_error ("%s: is no %s", check->where->str, type);
}

static void
check_enum (Check *check, JsonNode *node, JsonArray *values)
{
  for (guint i = 0; i < json_array_get_length (values); i++)
    if (json_node_equal (node, json_array_get_element (values, i)))
      return;
  g_error ("%s: is none of the values", check->where->str);
}

static void
check_required (Check *check, JsonNode *node, JsonArray *names)
{
  for (guint i = 0; i < json_array_get_length (names); i++)
    if (get (node, json_array_get_string_element (names, i)) == NULL)
      g_error ("%s: lacks “%s”", check->where->str, json_array_get_string_element (names, i));
}

static void
check_part (Check *check, const char *name, JsonNode *node, JsonNode *schema)
{
  const gsize length = check->where->len;

  g_string_append_printf (check->where, "/%s", name);
  check_node (check, node, schema);
  g_string_truncate (check->where, length);
}

static void
check_properties (Check *check, JsonNode *node, JsonNode *properties)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, &member))
    {
      JsonNode *schema = get (properties, name);

      if (schema == NULL)
        g_error ("%s: the schema does not tell of “%s”", check->where->str, name);
      check_part (check, name, member, schema);
    }
}

static void
check_word (Check *check, JsonNode *node, const char *word, JsonNode *value)
{
  if (strcmp (word, "$ref") == 0)
    check_node (check, node, resolve (check, json_node_get_string (value)));
  else if (strcmp (word, "type") == 0)
    check_type (check, node, json_node_get_string (value));
  else if (strcmp (word, "enum") == 0)
    check_enum (check, node, json_node_get_array (value));
  else if (strcmp (word, "minimum") == 0)
    g_assert_cmpint (json_node_get_int (node), >=, json_node_get_int (value));
  else if (strcmp (word, "required") == 0)
    check_required (check, node, json_node_get_array (value));
  else if (strcmp (word, "properties") == 0)
    check_properties (check, node, value);
  else if (strcmp (word, "items") == 0)
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      check_part (check, "item", json_array_get_element (json_node_get_array (node), i), value);
  else if (strcmp (word, "description") != 0 && strcmp (word, "title") != 0
           && strcmp (word, "$schema") != 0 && strcmp (word, "$defs") != 0)
    g_error ("The schema has the word “%s”", word);
}

static void
check_node (Check *check, JsonNode *node, JsonNode *schema)
{
  JsonObjectIter iter;
  const char *word;
  JsonNode *value;

  /* What follows relies on the type. */
  if (get (schema, "type") != NULL)
    check_word (check, node, "type", get (schema, "type"));
  json_object_iter_init (&iter, json_node_get_object (schema));
  while (json_object_iter_next (&iter, &word, &value))
    check_word (check, node, word, value);
}

void
cli_assert_matches_schema (JsonNode *node, JsonNode *schema)
{
  Check check = { schema, g_string_new (NULL) };

  check_node (&check, node, schema);
  g_string_free (check.where, TRUE);
}
