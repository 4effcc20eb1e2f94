/* sc-check-text.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-check-format.h"
#include "sc-cli-command.h"

#include <glib/gi18n-lib.h>

const ScCheckFormat *const *
sc_check_format_list (void)
{
  static const ScCheckFormat *const formats[] = {
    &sc_check_format_text,
    &sc_check_format_json,
    &sc_check_format_sarif,
    &sc_check_format_junit,
    NULL,
  };

  return formats;
}

/* "file:line:column", or "archive!entry:line:column". */
static void
append_location (GString *text, const ScFinding *finding)
{
  g_autofree char *path = sc_cli_name_file (finding->path);

  g_string_append (text, path);
  if (finding->entry != NULL)
    {
      g_autofree char *entry = sc_cli_name_file (finding->entry);

      g_string_append_printf (text, "!%s", entry);
    }
  if (finding->line > 0)
    g_string_append_printf (text, ":%u", finding->line);
  if (finding->line > 0 && finding->column > 0)
    g_string_append_printf (text, ":%u", finding->column);
}

void
sc_check_append_finding (GString *text, const ScFinding *finding)
{
  g_autofree char *message = sc_cli_clean (finding->message);
  g_autofree char *names = sc_place_describe (&finding->names);
  g_autofree char *place = sc_cli_clean (names);

  append_location (text, finding);
  g_string_append_printf (text, ": %s: %s [%s]\n", sc_cli_get_severity_word (finding->severity),
                          message, sc_rule_get_id (finding->rule));
  if (*place != '\0')
    g_string_append_printf (text, "    %s\n", place);
}

void
sc_check_append_sum (GString *text, const ScCheckSum *sum)
{
  const guint errors = sum->found[SC_SEVERITY_ERROR];
  const guint warnings = sum->found[SC_SEVERITY_WARNING];
  const guint advice = sum->found[SC_SEVERITY_ADVICE];

  g_string_append_printf (text, ngettext ("%u error", "%u errors", errors), errors);
  g_string_append (text, ", ");
  g_string_append_printf (text, ngettext ("%u warning", "%u warnings", warnings), warnings);
  g_string_append (text, ", ");
  g_string_append_printf (text, ngettext ("%u piece of advice", "%u pieces of advice", advice),
                          advice);
  if (sum->files > 1)
    g_string_append_printf (text, ngettext (" in %u file", " in %u files", sum->files), sum->files);
  g_string_append_c (text, '\n');
  if (sum->known > 0)
    g_string_append_printf (text,
                            ngettext ("%u finding is in the baseline.\n",
                                      "%u findings are in the baseline.\n", sum->known),
                            sum->known);
  if (sum->unreadable > 0)
    g_string_append_printf (
        text,
        ngettext ("%u file could not be read.\n", "%u files could not be read.\n", sum->unreadable),
        sum->unreadable);
}

static gpointer
begin (const ScReportOptions *options, GString *text)
{
  return (gpointer) options;
}

static void
add (gpointer self, const ScCheckResult *result, GString *text)
{
  const ScReportOptions *options = self;
  g_autofree char *name = sc_cli_name_file (result->path);
  guint shown = 0;

  /* Why it could not be read goes to the standard error stream. */
  if (result->error != NULL && !result->is_other)
    return;
  for (guint i = 0; i < result->findings->len; i++)
    {
      const ScFinding *finding = g_ptr_array_index (result->findings, i);

      if (finding->is_known)
        continue;
      sc_check_append_finding (text, finding);
      shown++;
    }
  if (shown > 0 || options->quiet)
    return;
  if (result->is_other)
    {
      g_string_append_printf (text, _ ("%s: holds no business process flow\n"), name);
      return;
    }
  g_string_append_printf (
      text, options->has_baseline ? _ ("%s: no new problems\n") : _ ("%s: no problems\n"), name);
}

static void
end (gpointer self, const ScCheckSum *sum, GString *text)
{
  const ScReportOptions *options = self;

  if (options->quiet)
    return;
  if (sum->files > 1
      || sum->found[SC_SEVERITY_ERROR] + sum->found[SC_SEVERITY_WARNING]
                 + sum->found[SC_SEVERITY_ADVICE] + sum->known
             > 0)
    {
      g_string_append_c (text, '\n');
      sc_check_append_sum (text, sum);
    }
}

const ScCheckFormat sc_check_format_text = {
  .name = "text",
  .is_for_people = TRUE,
  .begin = begin,
  .add = add,
  .end = end,
};
