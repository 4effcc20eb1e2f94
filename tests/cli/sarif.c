/* sarif.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sarif.h"

#include <string.h>

JsonNode *
cli_parse_json (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root = json_from_string (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (root);
  return root;
}

static JsonNode *
get (JsonNode *node, const char *name, JsonNodeType type)
{
  JsonNode *member;

  g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
  member = json_object_get_member (json_node_get_object (node), name);
  if (member == NULL || json_node_get_node_type (member) != type)
    g_error ("“%s” is not there, or of another type", name);
  return member;
}

JsonArray *
cli_get_array (JsonNode *node, const char *name)
{
  return json_node_get_array (get (node, name, JSON_NODE_ARRAY));
}

JsonNode *
cli_get_object (JsonNode *node, const char *name)
{
  return get (node, name, JSON_NODE_OBJECT);
}

const char *
cli_get_string (JsonNode *node, const char *name)
{
  const char *text = json_node_get_string (get (node, name, JSON_NODE_VALUE));

  g_assert_nonnull (text);
  return text;
}

const char *
cli_find_string (JsonNode *node, const char *name)
{
  return json_object_has_member (json_node_get_object (node), name) ? cli_get_string (node, name)
                                                                    : NULL;
}

gint64
cli_get_int (JsonNode *node, const char *name)
{
  JsonNode *member = get (node, name, JSON_NODE_VALUE);

  g_assert_true (json_node_get_value_type (member) == G_TYPE_INT64);
  return json_node_get_int (member);
}

typedef enum
{
  STRING,
  ENUM, /* one of the words in detail, with "|" between */
  GUID,
  URI,    /* a URI reference */
  ID,     /* an integer from 0 */
  NUMBER, /* an integer from 1 */
  ANY_INT,
  BOOLEAN,
  OBJECT,  /* of the kind in detail */
  LIST,    /* of objects of that kind */
  STRINGS, /* list of different strings */
  BAG,     /* an object of anything, whose "tags" are different strings */
  MAP,     /* an object of strings, or of objects of the kind in detail */
  VERSION
} Type;

/* From the schema; detail is what the type needs. Members that are not here are not allowed. */
static const struct
{
  const char *kind;
  const char *member;
  Type type;
  gboolean required;
  const char *detail;
} members[] = {
  { "log", "$schema", URI },
  { "log", "version", VERSION, TRUE },
  { "log", "runs", LIST, TRUE, "run" },
  { "log", "properties", BAG },
  { "run", "tool", OBJECT, TRUE, "tool" },
  { "run", "invocations", LIST, FALSE, "invocation" },
  { "run", "originalUriBaseIds", MAP, FALSE, "artifactLocation" },
  { "run", "results", LIST, FALSE, "result" },
  { "run", "columnKind", ENUM, FALSE, "utf16CodeUnits|unicodeCodePoints" },
  { "run", "language", STRING },
  { "run", "baselineGuid", GUID },
  { "run", "properties", BAG },
  { "tool", "driver", OBJECT, TRUE, "component" },
  { "component", "guid", GUID },
  { "component", "name", STRING, TRUE },
  { "component", "version", STRING },
  { "component", "semanticVersion", STRING },
  { "component", "informationUri", URI },
  { "component", "rules", LIST, FALSE, "descriptor" },
  { "component", "properties", BAG },
  { "descriptor", "id", STRING, TRUE },
  { "descriptor", "guid", GUID },
  { "descriptor", "name", STRING },
  { "descriptor", "shortDescription", OBJECT, FALSE, "strings" },
  { "descriptor", "fullDescription", OBJECT, FALSE, "strings" },
  { "descriptor", "help", OBJECT, FALSE, "strings" },
  { "descriptor", "helpUri", URI },
  { "descriptor", "defaultConfiguration", OBJECT, FALSE, "configuration" },
  { "descriptor", "properties", BAG },
  { "strings", "text", STRING, TRUE },
  { "strings", "markdown", STRING },
  { "configuration", "enabled", BOOLEAN },
  { "configuration", "level", ENUM, FALSE, "none|note|warning|error" },
  { "invocation", "executionSuccessful", BOOLEAN, TRUE },
  { "invocation", "exitCode", ANY_INT },
  { "invocation", "toolExecutionNotifications", LIST, FALSE, "notification" },
  { "notification", "message", OBJECT, TRUE, "message" },
  { "notification", "level", ENUM, FALSE, "none|note|warning|error" },
  { "notification", "locations", LIST, FALSE, "location" },
  { "message", "text", STRING, TRUE },
  { "message", "markdown", STRING },
  { "result", "ruleId", STRING },
  { "result", "ruleIndex", ID },
  { "result", "guid", GUID },
  { "result", "level", ENUM, FALSE, "none|note|warning|error" },
  { "result", "message", OBJECT, TRUE, "message" },
  { "result", "locations", LIST, FALSE, "location" },
  { "result", "partialFingerprints", MAP },
  { "result", "baselineState", ENUM, FALSE, "new|unchanged|updated|absent" },
  { "result", "properties", BAG },
  { "location", "physicalLocation", OBJECT, FALSE, "physical" },
  { "location", "logicalLocations", LIST, FALSE, "logical" },
  { "physical", "artifactLocation", OBJECT, FALSE, "artifactLocation" },
  { "physical", "region", OBJECT, FALSE, "region" },
  { "artifactLocation", "uri", URI },
  { "artifactLocation", "uriBaseId", STRING },
  { "region", "startLine", NUMBER },
  { "region", "startColumn", NUMBER },
  { "logical", "name", STRING },
  { "logical", "fullyQualifiedName", STRING },
  { "logical", "kind", STRING },
  { "logical", "properties", BAG },
};

static void assert_object (JsonNode *node, const char *kind);

/* RFC 3986: characters, escapes, and no colon in the first part of what has no scheme. */
static void
assert_uri (const char *uri)
{
  const gboolean is_plain = g_regex_match_simple (
      "^([A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+$", uri, G_REGEX_DOLLAR_ENDONLY, 0);
  const gboolean is_absolute
      = g_regex_match_simple ("^[A-Za-z][A-Za-z0-9+.-]*:", uri, G_REGEX_DOLLAR_ENDONLY, 0);
  const gboolean has_colon = memchr (uri, ':', strcspn (uri, "/")) != NULL;

  if (!is_plain || (!is_absolute && has_colon))
    g_error ("“%s” is not a URI reference", uri);
}

static void
assert_distinct (JsonArray *array)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_assert_true (g_hash_table_add (seen, (gpointer) json_array_get_string_element (array, i)));
}

static void
assert_map (JsonNode *node, const char *kind)
{
  JsonObjectIter iter;
  JsonNode *member;

  g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, NULL, &member))
    if (kind != NULL)
      assert_object (member, kind);
    else
      g_assert_nonnull (json_node_get_string (member));
}

static void
assert_list (JsonNode *node, const char *kind)
{
  JsonArray *array;

  g_assert_true (JSON_NODE_HOLDS_ARRAY (node));
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    assert_object (json_array_get_element (array, i), kind);
}

static void
assert_text (const char *text, Type type, const char *detail)
{
  g_assert_nonnull (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  if (type == URI)
    assert_uri (text);
  else if (type == GUID)
    g_assert_true (g_regex_match_simple ("^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}-["
                                         "89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$",
                                         text, G_REGEX_DOLLAR_ENDONLY, 0));
  else if (type == VERSION)
    g_assert_cmpstr (text, ==, "2.1.0");
  else if (type == ENUM)
    {
      g_auto (GStrv) words = g_strsplit (detail, "|", -1);

      g_assert_true (g_strv_contains ((const char *const *) words, text));
    }
}

static void
assert_int (JsonNode *node, Type type)
{
  g_assert_true (json_node_get_value_type (node) == G_TYPE_INT64);
  if (type != ANY_INT)
    g_assert_cmpint (json_node_get_int (node), >=, type == NUMBER ? 1 : 0);
}

static void
assert_member (JsonNode *node, Type type, const char *detail)
{
  switch (type)
    {
    case STRING:
    case ENUM:
    case GUID:
    case URI:
    case VERSION:
      assert_text (json_node_get_string (node), type, detail);
      break;
    case ID:
    case NUMBER:
    case ANY_INT:
      assert_int (node, type);
      break;
    case BOOLEAN:
      g_assert_true (json_node_get_value_type (node) == G_TYPE_BOOLEAN);
      break;
    case OBJECT:
      assert_object (node, detail);
      break;
    case LIST:
      assert_list (node, detail);
      break;
    case MAP:
      assert_map (node, detail);
      break;
    case STRINGS:
      assert_distinct (json_node_get_array (node));
      break;
    case BAG:
    default:
      g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
      if (json_object_has_member (json_node_get_object (node), "tags"))
        assert_distinct (cli_get_array (node, "tags"));
    }
}

static void
assert_object (JsonNode *node, const char *kind)
{
  JsonObject *object;
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
  object = json_node_get_object (node);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (members[i].required && strcmp (members[i].kind, kind) == 0
        && !json_object_has_member (object, members[i].member))
      g_error ("%s lacks “%s”", kind, members[i].member);

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &member))
    {
      guint i = 0;

      while (i < G_N_ELEMENTS (members)
             && (strcmp (members[i].kind, kind) != 0 || strcmp (members[i].member, name) != 0))
        i++;
      if (i == G_N_ELEMENTS (members))
        g_error ("%s may not have “%s”", kind, name);
      assert_member (member, members[i].type, members[i].detail);
    }
}

static JsonNode *
get_run (JsonNode *root)
{
  JsonArray *runs = cli_get_array (root, "runs");

  g_assert_cmpuint (json_array_get_length (runs), ==, 1);
  return json_array_get_element (runs, 0);
}

JsonArray *
cli_get_results (JsonNode *root)
{
  return cli_get_array (get_run (root), "results");
}

static void
assert_location (JsonNode *run, JsonNode *location)
{
  JsonNode *physical = cli_get_object (location, "physicalLocation");
  JsonNode *artifact = cli_get_object (physical, "artifactLocation");
  const char *base = cli_find_string (artifact, "uriBaseId");
  const char *uri = cli_get_string (artifact, "uri");

  if (base == NULL)
    {
      g_assert_true (g_str_has_prefix (uri, "file:///"));
      return;
    }
  g_assert_null (strstr (uri, "//"));
  g_assert_true (uri[0] != '/');
  base = cli_get_string (cli_get_object (cli_get_object (run, "originalUriBaseIds"), base), "uri");
  g_assert_true (g_str_has_prefix (base, "file:///"));
  g_assert_true (g_str_has_suffix (base, "/"));
}

void
cli_assert_sarif (JsonNode *root)
{
  JsonNode *run, *driver;
  JsonArray *rules, *results;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  assert_object (root, "log");
  run = get_run (root);
  driver = cli_get_object (cli_get_object (run, "tool"), "driver");
  rules = cli_get_array (driver, "rules");
  for (guint i = 0; i < json_array_get_length (rules); i++)
    {
      JsonNode *rule = json_array_get_element (rules, i);

      g_assert_true (g_hash_table_add (ids, (gpointer) cli_get_string (rule, "id")));
      g_assert_cmpstr (cli_get_string (cli_get_object (rule, "fullDescription"), "text"), !=, "");
      g_assert_cmpstr (cli_get_string (cli_get_object (rule, "help"), "markdown"), !=, "");
      cli_get_string (cli_get_object (rule, "defaultConfiguration"), "level");
    }

  results = cli_get_results (root);
  for (guint i = 0; i < json_array_get_length (results); i++)
    {
      JsonNode *result = json_array_get_element (results, i);
      const guint index = (guint) cli_get_int (result, "ruleIndex");
      JsonArray *locations = cli_get_array (result, "locations");

      g_assert_cmpuint (index, <, json_array_get_length (rules));
      g_assert_cmpstr (cli_get_string (json_array_get_element (rules, index), "id"), ==,
                       cli_get_string (result, "ruleId"));
      g_assert_cmpuint (json_array_get_length (locations), ==, 1);
      assert_location (run, json_array_get_element (locations, 0));
      /* What GitHub asks for besides. */
      cli_get_int (
          cli_get_object (
              cli_get_object (json_array_get_element (locations, 0), "physicalLocation"), "region"),
          "startLine");
    }
}
