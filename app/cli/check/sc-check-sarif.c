/* sc-check-sarif.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-check-format.h"
#include "sc-check-sarif-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format"): one log with one run. Where
 * GitHub's code scanning asks for more than the standard, that is met too: a line for every result,
 * and locations that are files of the repository. */

#define SCHEMA \
  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
#define ROOT "%SRCROOT%"

typedef struct
{
  const ScReportOptions *options;
  ScJson *json;
  char *root; /* absolute path of the folder that the program was called in, with "/" behind it */
  GPtrArray *notifications; /* of ScNotification */
} ScSarif;

/* Something to say of the run rather than of a flow. */
typedef struct
{
  char *path;
  char *message;
  const char *level;
} ScNotification;

static void
notification_free (gpointer data)
{
  ScNotification *self = data;

  g_free (self->path);
  g_free (self->message);
  g_free (self);
}

static void
notify (ScSarif *self, const char *path, const char *message, const char *level)
{
  ScNotification *notification = g_new (ScNotification, 1);

  notification->path = g_strdup (path);
  notification->message = g_strdup (message);
  notification->level = level;
  g_ptr_array_add (self->notifications, notification);
}

const char *
sc_sarif_get_level (int severity)
{
  return severity == SC_SEVERITY_ERROR     ? "error"
         : severity == SC_SEVERITY_WARNING ? "warning"
                                           : "note";
}

/* A "message" or "multiformatMessageString" that has only text. */
void
sc_sarif_add_text (ScJson *json, const char *key, const char *text)
{
  sc_json_begin_object (json, key);
  sc_json_add_string (json, "text", text);
  sc_json_end_object (json);
}

static char *
make_root (void)
{
  g_autofree char *folder = g_get_current_dir ();

  return g_str_has_suffix (folder, "/") ? g_steal_pointer (&folder)
                                        : g_strconcat (folder, "/", NULL);
}

static gpointer
begin (const ScReportOptions *options, GString *text)
{
  ScSarif *self = g_new0 (ScSarif, 1);
  g_autofree char *root_uri = NULL;

  self->options = options;
  self->json = sc_json_new ();
  self->root = make_root ();
  self->notifications = g_ptr_array_new_with_free_func (notification_free);
  root_uri = g_filename_to_uri (self->root, NULL, NULL);

  sc_json_begin_object (self->json, NULL);
  sc_json_add_string (self->json, "$schema", SCHEMA);
  sc_json_add_string (self->json, "version", "2.1.0");
  sc_json_begin_array (self->json, "runs");
  sc_json_begin_object (self->json, NULL);
  sc_sarif_add_tool (self->json);
  sc_json_begin_object (self->json, "originalUriBaseIds");
  sc_json_begin_object (self->json, ROOT);
  sc_json_add_string (self->json, "uri", root_uri);
  sc_json_end_object (self->json);
  sc_json_end_object (self->json);
  sc_json_add_string (self->json, "columnKind", "unicodeCodePoints");
  sc_json_begin_array (self->json, "results");
  return self;
}

/* A file below the root is named relative to it; every other by an absolute URI. */
static void
add_artifact (ScSarif *self, const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, self->root);
  const gboolean is_below
      = g_str_has_prefix (absolute, self->root) && absolute[strlen (self->root)] != '\0';
  g_autofree char *uri = NULL;

  if (is_below)
    {
      const char *relative = absolute + strlen (self->root);

      /* A colon in the first part would make it a scheme (RFC 3986, section 4.2). */
      uri = g_uri_escape_bytes ((const guint8 *) relative, strlen (relative), "/");
    }
  else
    {
      uri = g_filename_to_uri (absolute, NULL, NULL);
    }
  sc_json_begin_object (self->json, "artifactLocation");
  sc_json_add_string (self->json, "uri", uri);
  sc_json_add_string (self->json, "uriBaseId", is_below ? ROOT : NULL);
  sc_json_end_object (self->json);
}

/* A line within a .zip is none of the .zip's own lines. */
static void
add_region (ScSarif *self, const ScFinding *finding)
{
  const gboolean has_line = finding->entry == NULL && finding->line > 0;

  sc_json_begin_object (self->json, "region");
  sc_json_add_int (self->json, "startLine", has_line ? finding->line : 1);
  if (has_line && finding->column > 0)
    sc_json_add_int (self->json, "startColumn", finding->column);
  sc_json_end_object (self->json);
}

static void
add_logical_locations (ScSarif *self, const ScFinding *finding)
{
  const struct
  {
    const char *kind;
    const char *name;
    const char *id;
  } parts[] = {
    { "flow", finding->names.flow, finding->ids.flow },
    { "stage", finding->names.stage, finding->ids.stage },
    { "step", finding->names.step, finding->ids.step },
    { "role", finding->names.role, finding->ids.role },
  };
  g_autoptr (GString) full = g_string_new (NULL);

  if (finding->ids.flow == NULL && finding->ids.role == NULL)
    return;
  sc_json_begin_array (self->json, "logicalLocations");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *name = parts[i].name != NULL ? parts[i].name : parts[i].id;

      if (parts[i].id == NULL)
        continue;
      /* A role is no part of a flow. */
      if (i == G_N_ELEMENTS (parts) - 1)
        g_string_truncate (full, 0);
      g_string_append_printf (full, "%s%s", full->len > 0 ? "/" : "", name);
      sc_json_begin_object (self->json, NULL);
      sc_json_add_string (self->json, "name", name);
      sc_json_add_string (self->json, "fullyQualifiedName", full->str);
      sc_json_add_string (self->json, "kind", parts[i].kind);
      sc_json_begin_object (self->json, "properties");
      sc_json_add_string (self->json, "id", parts[i].id);
      sc_json_end_object (self->json);
      sc_json_end_object (self->json);
    }
  sc_json_end_array (self->json);
}

static void
add_properties (ScSarif *self, const ScFinding *finding)
{
  sc_json_begin_object (self->json, "properties");
  sc_json_add_string (self->json, "severity", sc_severity_get_nick (finding->severity));
  if (finding->found != 0 || finding->allowed != 0)
    {
      sc_json_add_int (self->json, "found", finding->found);
      sc_json_add_int (self->json, "allowed", finding->allowed);
    }
  sc_json_add_string (self->json, "entry", finding->entry);
  if (finding->entry != NULL && finding->line > 0)
    sc_json_add_int (self->json, "entryLine", finding->line);
  if (finding->entry != NULL && finding->column > 0)
    sc_json_add_int (self->json, "entryColumn", finding->column);
  sc_json_end_object (self->json);
}

/* Who sees only the sentence shall know where in a .zip to look. */
static void
add_message (ScSarif *self, const ScFinding *finding)
{
  g_autofree char *entry = NULL;
  g_autofree char *text = NULL;

  if (finding->entry != NULL && finding->line > 0)
    {
      entry = g_filename_display_name (finding->entry);
      /* Translators: a sentence, a file in an archive, a number. */
      text = g_strdup_printf (_ ("%s (“%s”, line %u)"), finding->message, entry, finding->line);
    }
  sc_sarif_add_text (self->json, "message", text != NULL ? text : finding->message);
}

static void
add_result (ScSarif *self, const ScFinding *finding)
{
  ScJson *json = self->json;

  sc_json_begin_object (json, NULL);
  sc_json_add_string (json, "ruleId", sc_rule_get_id (finding->rule));
  sc_json_add_int (json, "ruleIndex", sc_sarif_get_rule_index (finding->rule));
  sc_json_add_string (json, "level", sc_sarif_get_level (finding->severity));
  add_message (self, finding);
  sc_json_begin_array (json, "locations");
  sc_json_begin_object (json, NULL);
  sc_json_begin_object (json, "physicalLocation");
  add_artifact (self, finding->path);
  add_region (self, finding);
  sc_json_end_object (json);
  add_logical_locations (self, finding);
  sc_json_end_object (json);
  sc_json_end_array (json);
  sc_json_begin_object (json, "partialFingerprints");
  sc_json_add_string (json, SC_SARIF_FINGERPRINT, finding->fingerprint);
  sc_json_end_object (json);
  if (self->options->has_baseline)
    sc_json_add_string (json, "baselineState", finding->is_known ? "unchanged" : "new");
  add_properties (self, finding);
  sc_json_end_object (json);
}

static void
add (gpointer data, const ScCheckResult *result, GString *text)
{
  ScSarif *self = data;

  if (result->error != NULL)
    notify (self, result->path, result->error, result->is_other ? "note" : "error");
  for (guint i = 0; result->notes[i] != NULL; i++)
    notify (self, result->path, result->notes[i], "warning");
  /* What the baseline has is there as well, marked: who keeps track of findings would otherwise
   * take it for mended. */
  for (guint i = 0; i < result->findings->len; i++)
    add_result (self, g_ptr_array_index (result->findings, i));
  sc_json_move_text (self->json, text);
}

static void
add_notification (ScSarif *self, const ScNotification *notification)
{
  sc_json_begin_object (self->json, NULL);
  sc_json_add_string (self->json, "level", notification->level);
  sc_sarif_add_text (self->json, "message", notification->message);
  sc_json_begin_array (self->json, "locations");
  sc_json_begin_object (self->json, NULL);
  sc_json_begin_object (self->json, "physicalLocation");
  add_artifact (self, notification->path);
  sc_json_end_object (self->json);
  sc_json_end_object (self->json);
  sc_json_end_array (self->json);
  sc_json_end_object (self->json);
}

static void
end (gpointer data, const ScCheckSum *sum, GString *text)
{
  ScSarif *self = data;
  g_autofree char *rest = NULL;

  sc_json_end_array (self->json);
  sc_json_begin_array (self->json, "invocations");
  sc_json_begin_object (self->json, NULL);
  sc_json_add_boolean (self->json, "executionSuccessful", sum->unreadable == 0);
  sc_json_add_int (self->json, "exitCode", sum->status);
  sc_json_begin_array (self->json, "toolExecutionNotifications");
  for (guint i = 0; i < self->notifications->len; i++)
    add_notification (self, g_ptr_array_index (self->notifications, i));
  sc_json_end_array (self->json);
  sc_json_end_object (self->json);
  sc_json_end_array (self->json);
  sc_json_end_object (self->json);
  sc_json_end_array (self->json);
  sc_json_end_object (self->json);
  rest = sc_json_finish (self->json);
  g_string_append (text, rest);
  g_ptr_array_unref (self->notifications);
  g_free (self->root);
  g_free (self);
}

const ScCheckFormat sc_check_format_sarif = {
  .name = "sarif",
  .begin = begin,
  .add = add,
  .end = end,
};
