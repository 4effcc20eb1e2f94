/* sc-check-baseline.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-check-baseline.h"

#include "sc-check-sarif-private.h"
#include "sc-file.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* A report of 100,000 findings takes a tenth of that. */
#define MAX_BYTES (512 * 1024 * 1024)
/* Reports nest 9; the parser would call itself once per level. */
#define MAX_DEPTH 64

struct _ScBaseline
{
  GHashTable *counts; /* of guint, by fingerprint */
};

void
sc_baseline_free (ScBaseline *self)
{
  g_hash_table_unref (self->counts);
  g_free (self);
}

gboolean
sc_baseline_take (ScBaseline *self, const char *fingerprint)
{
  const guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, fingerprint));

  if (count == 0)
    return FALSE;
  g_hash_table_insert (self->counts, g_strdup (fingerprint), GUINT_TO_POINTER (count - 1));
  return TRUE;
}

static gboolean
is_deep (const char *text, gsize length)
{
  gboolean is_quoted = FALSE;
  guint depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (is_quoted && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        is_quoted = !is_quoted;
      else if (!is_quoted && (text[i] == '{' || text[i] == '['))
        depth++;
      else if (!is_quoted && (text[i] == '}' || text[i] == ']') && depth > 0)
        depth--;
      if (depth > MAX_DEPTH)
        return TRUE;
    }
  return FALSE;
}

/* The members of an object that have the expected kind, else NULL. */
static JsonNode *
get_member (JsonNode *node, const char *name, JsonNodeType type)
{
  JsonNode *member = node != NULL && JSON_NODE_HOLDS_OBJECT (node)
                         ? json_object_get_member (json_node_get_object (node), name)
                         : NULL;

  return member != NULL && json_node_get_node_type (member) == type ? member : NULL;
}

static JsonArray *
get_array (JsonNode *node, const char *name)
{
  JsonNode *member = get_member (node, name, JSON_NODE_ARRAY);

  return member != NULL ? json_node_get_array (member) : NULL;
}

static const char *
get_string (JsonNode *node, const char *name)
{
  JsonNode *member = get_member (node, name, JSON_NODE_VALUE);

  return member != NULL ? json_node_get_string (member) : NULL;
}

static gboolean
add_fingerprint (ScBaseline *self, const char *fingerprint)
{
  guint count;

  if (fingerprint == NULL)
    return FALSE;
  count = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, fingerprint));
  g_hash_table_insert (self->counts, g_strdup (fingerprint), GUINT_TO_POINTER (count + 1));
  return TRUE;
}

static gboolean
add_finding (ScBaseline *self, JsonNode *finding)
{
  return add_fingerprint (self, get_string (finding, "fingerprint"));
}

static gboolean
add_result (ScBaseline *self, JsonNode *result)
{
  JsonNode *fingerprints = get_member (result, "partialFingerprints", JSON_NODE_OBJECT);

  /* What other programs write of findings that are gone. */
  if (g_strcmp0 (get_string (result, "baselineState"), "absent") == 0)
    return TRUE;
  return add_fingerprint (self, get_string (fingerprints, SC_SARIF_FINGERPRINT));
}

/* The items of the lists called inner in the objects of the list outer. */
static gboolean
add_all (ScBaseline *self,
         JsonArray *outer,
         const char *inner,
         gboolean (*add) (ScBaseline *self, JsonNode *item))
{
  for (guint i = 0; i < json_array_get_length (outer); i++)
    {
      JsonArray *items = get_array (json_array_get_element (outer, i), inner);

      for (guint k = 0; items != NULL && k < json_array_get_length (items); k++)
        if (!add (self, json_array_get_element (items, k)))
          return FALSE;
    }
  return TRUE;
}

static gboolean
add_report (ScBaseline *self, JsonNode *root)
{
  JsonArray *files = get_array (root, "files");
  JsonArray *runs = get_array (root, "runs");

  if (files != NULL)
    return add_all (self, files, "findings", add_finding);
  return runs != NULL && add_all (self, runs, "results", add_result);
}

/* Behind the mark that other programs put in front of UTF-8. */
static const char *
skip_mark (const char *text, gsize *length)
{
  static const char mark[] = "\xef\xbb\xbf";

  if (*length < strlen (mark) || memcmp (text, mark, strlen (mark)) != 0)
    return text;
  *length -= strlen (mark);
  return text + strlen (mark);
}

static JsonNode *
parse (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) reason = NULL;
  g_autofree char *name = g_filename_display_name (path);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  text = skip_mark (text, &length);
  if (!is_deep (text, length) && g_utf8_validate (text, (gssize) length, NULL)
      && json_parser_load_from_data (parser, text, (gssize) length, &reason)
      && json_parser_get_root (parser) != NULL)
    return json_node_ref (json_parser_get_root (parser));
  if (reason != NULL)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_MALFORMED,
                 _ ("“%s” cannot be used as a baseline: it is not JSON (%s)."), name,
                 reason->message);
  else
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_MALFORMED,
                 _ ("“%s” cannot be used as a baseline: it is not JSON."), name);
  return NULL;
}

ScBaseline *
sc_baseline_read (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = sc_file_read (path, MAX_BYTES, error);
  g_autoptr (JsonNode) root = bytes != NULL ? parse (path, bytes, error) : NULL;
  g_autoptr (ScBaseline) self = NULL;
  g_autofree char *name = NULL;

  if (root == NULL)
    return NULL;
  self = g_new (ScBaseline, 1);
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (add_report (self, root))
    return g_steal_pointer (&self);
  name = g_filename_display_name (path);
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
               _ ("“%s” cannot be used as a baseline: it is no report of “stagecraft-cli check” "
                  "with --format=json or --format=sarif."),
               name);
  return NULL;
}
