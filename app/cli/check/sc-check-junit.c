/* sc-check-junit.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-check-format.h"
#include "sc-cli-command.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlwriter.h>

/* JUnit's XML has no standard; this keeps to what Azure Pipelines, Jenkins and GitLab all read: a
 * suite per file, in it a case per rule. A case fails when the rule found something that is severe
 * enough; what is less severe is its output. A rule that could not be checked is skipped. */

typedef struct
{
  const ScReportOptions *options;
  xmlBuffer *buffer;
  xmlTextWriter *writer;
} ScJunit;

typedef struct
{
  GString *failures; /* the findings, a line each */
  GString *output;
  const ScFinding *first; /* failure; NULL: none */
  const char *skipped;    /* why it was not checked; NULL: it was */
} ScCase;

/* XML 1.0 has no way to write most control characters, nor U+FFFE and U+FFFF. */
static char *
make_xml_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const gboolean allowed = c == '\n' || c == '\t' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);

      g_string_append_unichar (clean, allowed ? c : ' ');
    }
  return g_string_free (clean, FALSE);
}

static void
start (ScJunit *self, const char *element)
{
  xmlTextWriterStartElement (self->writer, BAD_CAST element);
}

static void
end_element (ScJunit *self)
{
  xmlTextWriterEndElement (self->writer);
}

static void
write_attribute (ScJunit *self, const char *name, const char *value)
{
  g_autofree char *clean = make_xml_text (value);

  xmlTextWriterWriteAttribute (self->writer, BAD_CAST name, BAD_CAST clean);
}

static void
write_number (ScJunit *self, const char *name, guint value)
{
  xmlTextWriterWriteFormatAttribute (self->writer, BAD_CAST name, "%u", value);
}

static void
write_element (ScJunit *self, const char *name, const char *content)
{
  g_autofree char *clean = make_xml_text (content);

  xmlTextWriterWriteElement (self->writer, BAD_CAST name, BAD_CAST clean);
}

/* Moves what was written so far. */
static void
move_text (ScJunit *self, GString *text)
{
  xmlTextWriterFlush (self->writer);
  g_string_append_len (text, (const char *) xmlBufferContent (self->buffer),
                       xmlBufferLength (self->buffer));
  xmlBufferEmpty (self->buffer);
}

static gpointer
begin (const ScReportOptions *options, GString *text)
{
  ScJunit *self = g_new0 (ScJunit, 1);

  self->options = options;
  self->buffer = xmlBufferCreate ();
  self->writer = xmlNewTextWriterMemory (self->buffer, 0);
  xmlTextWriterSetIndent (self->writer, 1);
  xmlTextWriterStartDocument (self->writer, NULL, "UTF-8", NULL);
  start (self, "testsuites");
  write_attribute (self, "name", "stagecraft-cli check");
  return self;
}

static void
start_case (ScJunit *self, const char *name, const char *path)
{
  start (self, "testcase");
  write_attribute (self, "name", name);
  write_attribute (self, "classname", path);
  write_attribute (self, "file", path);
  write_attribute (self, "time", "0");
}

static void
write_unreadable (ScJunit *self, const ScCheckResult *result, const char *path)
{
  start (self, "testsuite");
  write_attribute (self, "name", path);
  write_number (self, "tests", 1);
  write_number (self, "failures", 0);
  write_number (self, "errors", !result->is_other);
  write_number (self, "skipped", result->is_other ? 1 : 0);
  write_attribute (self, "time", "0");
  start_case (self, _ ("The file can be read"), path);
  start (self, result->is_other ? "skipped" : "error");
  write_attribute (self, "message", result->error);
  if (!result->is_other)
    write_attribute (self, "type", "unreadable");
  end_element (self);
  end_element (self);
  end_element (self);
}

static ScCase
make_case (const ScJunit *self, const ScCheckResult *result, const ScRule *rule)
{
  ScCase item = { g_string_new (NULL), g_string_new (NULL), NULL, NULL };

  for (guint i = 0; i < result->findings->len; i++)
    {
      const ScFinding *finding = g_ptr_array_index (result->findings, i);
      const gboolean fails = finding->severity >= (int) self->options->failing;

      if (finding->rule != rule || finding->is_known)
        continue;
      sc_check_append_finding (fails ? item.failures : item.output, finding);
      if (fails && item.first == NULL)
        item.first = finding;
    }
  for (guint i = 0; i < result->unchecked->len; i++)
    {
      const ScUnchecked *unchecked = g_ptr_array_index (result->unchecked, i);

      /* What was found nevertheless is worth more. */
      if (unchecked->rule == rule && item.first == NULL && item.output->len == 0)
        item.skipped = unchecked->reason;
    }
  return item;
}

static void
clear_case (gpointer data)
{
  ScCase *item = data;

  g_string_free (item->failures, TRUE);
  g_string_free (item->output, TRUE);
}

static void
write_case (ScJunit *self, const ScRule *rule, const ScCase *item, const char *path)
{
  g_autofree char *name
      = g_strdup_printf ("%s: %s", sc_rule_get_id (rule), sc_rule_get_title (rule));

  start_case (self, name, path);
  if (item->skipped != NULL)
    {
      start (self, "skipped");
      write_attribute (self, "message", item->skipped);
      end_element (self);
    }
  if (item->first != NULL)
    {
      g_autofree char *content = make_xml_text (item->failures->str);

      start (self, "failure");
      write_attribute (self, "message", item->first->message);
      write_attribute (self, "type", sc_severity_get_nick (item->first->severity));
      xmlTextWriterWriteString (self->writer, BAD_CAST content);
      end_element (self);
    }
  if (item->output->len > 0)
    write_element (self, "system-out", item->output->str);
  end_element (self);
}

static void
write_suite (ScJunit *self, const ScCheckResult *result, const char *path)
{
  g_autoptr (GArray) cases = g_array_new (FALSE, FALSE, sizeof (ScCase));
  const ScRule *const *rules = sc_rule_list ();
  g_autofree char *notes = g_strjoinv ("\n", result->notes);
  guint failures = 0, skipped = 0, position = 0;

  g_array_set_clear_func (cases, clear_case);
  for (guint i = 0; rules[i] != NULL; i++)
    if (sc_check_scope_has_rule (self->options->scope, rules[i]))
      {
        ScCase item = make_case (self, result, rules[i]);

        failures += item.first != NULL;
        skipped += item.skipped != NULL;
        g_array_append_val (cases, item);
      }

  start (self, "testsuite");
  write_attribute (self, "name", path);
  write_number (self, "tests", cases->len);
  write_number (self, "failures", failures);
  write_number (self, "errors", 0);
  write_number (self, "skipped", skipped);
  write_attribute (self, "time", "0");
  for (guint i = 0; rules[i] != NULL; i++)
    if (sc_check_scope_has_rule (self->options->scope, rules[i]))
      write_case (self, rules[i], &g_array_index (cases, ScCase, position++), path);
  if (*notes != '\0')
    write_element (self, "system-err", notes);
  end_element (self);
}

static void
add (gpointer data, const ScCheckResult *result, GString *text)
{
  ScJunit *self = data;
  g_autofree char *path = g_filename_display_name (result->path);

  if (result->error != NULL)
    write_unreadable (self, result, path);
  else
    write_suite (self, result, path);
  move_text (self, text);
}

static void
end (gpointer data, const ScCheckSum *sum, GString *text)
{
  ScJunit *self = data;

  xmlTextWriterEndDocument (self->writer);
  move_text (self, text);
  xmlFreeTextWriter (self->writer);
  xmlBufferFree (self->buffer);
  g_free (self);
}

const ScCheckFormat sc_check_format_junit = {
  .name = "junit",
  .shows_unchecked = TRUE,
  .begin = begin,
  .add = add,
  .end = end,
};
