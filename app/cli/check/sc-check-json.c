/* sc-check-json.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-check-format.h"
#include "sc-cli-command.h"

/* The form is described in the man page. */

static gpointer
begin (const ScReportOptions *options, GString *text)
{
  ScJson *json = sc_json_new ();

  sc_json_begin_object (json, NULL);
  sc_json_begin_array (json, "files");
  return json;
}

static void
add_finding (ScJson *json, const ScFinding *finding)
{
  g_autofree char *path = g_filename_display_name (finding->path);

  sc_json_begin_object (json, NULL);
  sc_json_add_string (json, "rule", sc_rule_get_id (finding->rule));
  sc_json_add_string (json, "severity", sc_severity_get_nick (finding->severity));
  sc_json_add_string (json, "message", finding->message);
  sc_json_add_string (json, "path", path);
  sc_json_add_string (json, "entry", finding->entry);
  if (finding->line > 0)
    sc_json_add_int (json, "line", finding->line);
  if (finding->column > 0)
    sc_json_add_int (json, "column", finding->column);
  sc_place_add (&finding->names, &finding->ids, json);
  if (finding->found != 0 || finding->allowed != 0)
    {
      sc_json_add_int (json, "found", finding->found);
      sc_json_add_int (json, "allowed", finding->allowed);
    }
  sc_json_add_string (json, "serverCode", sc_rule_get_server_code (finding->rule));
  sc_json_add_string (json, "fingerprint", finding->fingerprint);
  sc_json_end_object (json);
}

static void
add_unchecked (ScJson *json, const GPtrArray *unchecked)
{
  sc_json_begin_array (json, "unchecked");
  for (guint i = 0; i < unchecked->len; i++)
    {
      const ScUnchecked *item = g_ptr_array_index (unchecked, i);

      sc_json_begin_object (json, NULL);
      sc_json_add_string (json, "rule", sc_rule_get_id (item->rule));
      sc_json_add_string (json, "reason", item->reason);
      sc_json_end_object (json);
    }
  sc_json_end_array (json);
}

static void
add_notes (ScJson *json, char **notes)
{
  if (notes[0] == NULL)
    return;
  sc_json_begin_array (json, "notes");
  for (guint i = 0; notes[i] != NULL; i++)
    sc_json_add_string (json, NULL, notes[i]);
  sc_json_end_array (json);
}

static void
add (gpointer self, const ScCheckResult *result, GString *text)
{
  ScJson *json = self;
  g_autofree char *path = g_filename_display_name (result->path);

  sc_json_begin_object (json, NULL);
  sc_json_add_string (json, "path", path);
  sc_json_add_string (json, "solution", result->solution);
  sc_json_add_string (json, result->is_other ? "passedOver" : "error", result->error);
  add_notes (json, result->notes);
  sc_json_begin_array (json, "findings");
  for (guint i = 0; i < result->findings->len; i++)
    {
      const ScFinding *finding = g_ptr_array_index (result->findings, i);

      if (!finding->is_known)
        add_finding (json, finding);
    }
  sc_json_end_array (json);
  add_unchecked (json, result->unchecked);
  sc_json_end_object (json);
  sc_json_move_text (json, text);
}

static void
end (gpointer self, const ScCheckSum *sum, GString *text)
{
  ScJson *json = self;
  g_autofree char *rest = NULL;

  sc_json_end_array (json);
  sc_json_begin_object (json, "sum");
  sc_json_add_int (json, "files", sum->files);
  sc_json_add_int (json, "unreadable", sum->unreadable);
  sc_json_add_int (json, "passedOver", sum->others);
  sc_json_add_int (json, "errors", sum->found[SC_SEVERITY_ERROR]);
  sc_json_add_int (json, "warnings", sum->found[SC_SEVERITY_WARNING]);
  sc_json_add_int (json, "advice", sum->found[SC_SEVERITY_ADVICE]);
  sc_json_add_int (json, "known", sum->known);
  sc_json_end_object (json);
  sc_json_end_object (json);
  rest = sc_json_finish (json);
  g_string_append (text, rest);
}

const ScCheckFormat sc_check_format_json = {
  .name = "json",
  .shows_unchecked = TRUE,
  .begin = begin,
  .add = add,
  .end = end,
};
