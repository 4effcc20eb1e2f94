/* sc-cli-check.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-check-files.h"
#include "sc-check-options.h"
#include "sc-check-progress.h"
#include "sc-check-work.h"
#include "sc-cli-command.h"
#include "sc-file.h"

#include <libxml/parser.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* One run over all files. */
typedef struct
{
  const ScCheckOptions *options;
  gpointer report; /* of the format */
  ScCheckSum sum;
  GString *text; /* of the report: what is not printed yet; all of it when it goes to a file */
  ScProgress *progress;
  gboolean shares_terminal; /* the report is printed where the progress is shown */
} ScCheck;

static gpointer
check_file (gpointer file, gpointer data)
{
  const ScCheck *self = data;

  return sc_check_result_new (file, &self->options->scope);
}

static void
print_text (ScCheck *self)
{
  if (self->options->output != NULL || self->text->len == 0)
    return;
  if (self->shares_terminal)
    sc_progress_clear (self->progress);
  if (self->options->format->is_for_people)
    g_print ("%s", self->text->str);
  else
    fputs (self->text->str, stdout);
  /* Whoever reads it need not wait for the files that are still to come. */
  fflush (stdout);
  g_string_truncate (self->text, 0);
}

/* With several files, the sentence may not name the one it is about. */
static void
complain_of (const ScCheck *self, const char *path, const char *sentence)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *full = NULL;

  if (self->sum.files > 1 && strstr (sentence, name) == NULL)
    full = g_strdup_printf ("%s: %s", name, sentence);
  sc_cli_complain (full != NULL ? full : sentence);
}

/* What there is to say of the file rather than of its flows. */
static void
complain (ScCheck *self, const ScCheckResult *result)
{
  if (result->is_other || (result->error == NULL && result->notes[0] == NULL))
    return;
  sc_progress_clear (self->progress);
  if (result->error != NULL)
    complain_of (self, result->path, result->error);
  for (guint i = 0; result->notes[i] != NULL; i++)
    complain_of (self, result->path, result->notes[i]);
}

static void
count (ScCheck *self, const ScCheckResult *result)
{
  self->sum.others += result->is_other ? 1 : 0;
  self->sum.unreadable += result->error != NULL && !result->is_other;
  for (guint i = 0; i < result->findings->len; i++)
    {
      ScFinding *finding = g_ptr_array_index (result->findings, i);

      finding->is_known = self->options->baseline != NULL
                          && sc_baseline_take (self->options->baseline, finding->fingerprint);
      if (finding->is_known)
        self->sum.known++;
      else
        self->sum.found[finding->severity]++;
    }
}

static void
take_result (gpointer outcome, guint position, gpointer data)
{
  g_autoptr (ScCheckResult) result = outcome;
  ScCheck *self = data;

  complain (self, result);
  count (self, result);
  self->options->format->add (self->report, result, self->text);
  print_text (self);
  sc_progress_show (self->progress, position + 1, result->path);
}

static ScExitStatus
get_status (const ScCheck *self)
{
  if (self->sum.unreadable > 0)
    return SC_EXIT_FAILURE;
  for (guint severity = self->options->report.failing; severity <= SC_SEVERITY_ERROR; severity++)
    if (self->sum.found[severity] > 0)
      return SC_EXIT_FINDINGS;
  return SC_EXIT_SUCCESS;
}

static gboolean
write_output (ScCheck *self)
{
  g_autoptr (GBytes) bytes = g_bytes_new (self->text->str, self->text->len);
  g_autoptr (GError) error = NULL;

  if (!sc_file_write (self->options->output, bytes, &error))
    {
      sc_cli_complain (error->message);
      return FALSE;
    }
  if (!self->options->report.quiet)
    {
      g_string_truncate (self->text, 0);
      sc_check_append_sum (self->text, &self->sum);
      g_print ("%s", self->text->str);
    }
  return TRUE;
}

static ScExitStatus
check_files (const ScCheckOptions *options)
{
  g_autoptr (GPtrArray) files = sc_check_list_files ((const char *const *) options->paths);
  g_autoptr (ScProgress) progress = sc_progress_new (files->len, options->report.quiet);
  g_autoptr (GString) text = g_string_new (NULL);
  ScCheck self = { .options = options, .text = text, .progress = progress };

  /* What all threads share is made before there are any. */
  xmlInitParser ();
  sc_rule_list ();
  self.sum.files = files->len;
  self.shares_terminal = isatty (STDOUT_FILENO);
  self.report = options->format->begin (&options->report, text);
  sc_check_work (files, options->jobs, check_file, take_result, &self);
  sc_progress_clear (progress);
  self.sum.status = get_status (&self);
  options->format->end (self.report, &self.sum, text);
  print_text (&self);
  if (options->output != NULL && !write_output (&self))
    return SC_EXIT_FAILURE;
  return self.sum.status;
}

ScExitStatus
sc_cli_check (int argc, char **argv)
{
  g_auto (ScCheckOptions) options = { NULL };

  if (!sc_check_options_parse (&options, argc, argv))
    return SC_EXIT_FAILURE;
  return check_files (&options);
}
