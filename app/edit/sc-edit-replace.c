/* sc-edit-replace.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-replace.h"

#include "sc-edit-private.h"
#include "sc-find-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const ScSolution *solution;
  const ScFindQuery *query;
  const ScReplaceOptions *options;
  const ScHit *only; /* NULL: all */
  gint64 deadline;
  GArray *matches;
  GString *scratch;
  gsize end; /* of the last replacement in scratch */
  ScReplaceReport *report;
  GError *error;
} Replacement;

/* As the text that it takes the place of: all in capitals, or with one at its beginning. */
static void
append_in_case (GString *out, const char *replacement, const char *found, gsize length)
{
  g_autofree char *old = g_strndup (found, length);
  g_autofree char *upper = g_utf8_strup (old, -1);
  g_autofree char *lower = g_utf8_strdown (old, -1);
  g_autofree char *changed = NULL;
  const char *rest = *replacement != '\0' ? g_utf8_next_char (replacement) : replacement;

  if (strcmp (upper, lower) == 0)
    changed = g_strdup (replacement);
  else if (strcmp (old, lower) == 0)
    changed = g_utf8_strdown (replacement, -1);
  else if (strcmp (old, upper) == 0 && g_utf8_strlen (old, -1) > 1)
    changed = g_utf8_strup (replacement, -1);
  else if (g_unichar_isupper (g_utf8_get_char (old)) && rest > replacement)
    {
      g_autofree char *first = g_utf8_strup (replacement, rest - replacement);

      changed = g_strconcat (first, rest, NULL);
    }
  g_string_append (out, changed != NULL ? changed : replacement);
}

static void
append_expanded (Replacement *self, GString *out, const char *text, const ScMatch *match)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *expanded = NULL;

  /* The groups: the same match once more, in the text as a whole. */
  g_regex_match_full (sc_find_query_get_regex (self->query), text, -1, (int) match->from,
                      G_REGEX_MATCH_ANCHORED, &info, &self->error);
  if (self->error == NULL && g_match_info_matches (info))
    expanded = g_match_info_expand_references (info, self->options->text, &self->error);
  if (expanded != NULL)
    g_string_append (out, expanded);
}

/* Names are one line, and no file can hold other control characters. */
static void
clean (GString *text, gboolean one_line)
{
  for (gsize i = 0; i < text->len; i++)
    {
      char c = text->str[i];

      if ((guchar) c < 0x20 && (one_line || (c != '\n' && c != '\t')))
        text->str[i] = ' ';
    }
}

/* The new text in scratch; returns how many matches it is for. */
static guint
build (Replacement *self, const ScTextPlace *place, const char *text)
{
  const ScReplaceOptions *options = self->options;
  gsize done = 0;
  guint n = 0;

  g_string_truncate (self->scratch, 0);
  for (guint i = 0; i < self->matches->len; i++)
    {
      const ScMatch *match = &g_array_index (self->matches, ScMatch, i);

      if (self->only != NULL && match->start != self->only->start)
        continue;
      g_string_append_len (self->scratch, text + done, (gssize) (match->from - done));
      if (sc_find_query_get_regex (self->query) != NULL)
        append_expanded (self, self->scratch, text, match);
      else if (options->preserve_case)
        append_in_case (self->scratch, options->text, text + match->from, match->to - match->from);
      else
        g_string_append (self->scratch, options->text);
      self->end = self->scratch->len;
      done = match->to;
      n++;
    }
  g_string_append (self->scratch, text + done);
  clean (self->scratch, place->text != SC_TEXT_DESCRIPTION);
  return n;
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      if (!g_unichar_isspace (g_utf8_get_char (text)))
        return FALSE;
    }
  return TRUE;
}

/* The logical name of a column: small letters, digits and _, and no digit at the beginning
 * (Microsoft Learn, "Create and edit columns"). */
static gboolean
is_column_name (const char *name)
{
  if (g_ascii_isdigit (*name) || *name == '\0')
    return FALSE;
  return name[strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789_")] == '\0';
}

static ScObstacle
find_obstacle (Replacement *self, const ScTextPlace *place, const char *now)
{
  const ScTable *table;

  if (place->text != SC_TEXT_COLUMN)
    return place->text != SC_TEXT_DESCRIPTION && is_blank (now) ? SC_OBSTACLE_EMPTY
                                                                : SC_OBSTACLE_NONE;
  table = place->table != NULL ? sc_solution_find_table (self->solution, place->table, NULL) : NULL;
  if (table != NULL && sc_table_find_column (table, now, NULL) != NULL)
    return SC_OBSTACLE_NONE;
  return (table != NULL && table->complete) || !is_column_name (now) ? SC_OBSTACLE_NO_COLUMN
                                                                     : SC_OBSTACLE_NONE;
}

static gboolean
is_looked_at (Replacement *self, const ScTextPlace *place, const char *text)
{
  if (self->error != NULL)
    return FALSE;
  if (self->only != NULL)
    return place->flow_position == self->only->flow_position && place->number == self->only->number
           && strcmp (text, self->only->whole->text) == 0;
  return (sc_found_text_get_field (place->text) & sc_find_query_get_fields (self->query)) != 0;
}

static const char *
replace_in_text (const ScTextPlace *place, const char *text, gpointer data)
{
  Replacement *self = data;
  ScObstacle obstacle = place->obstacle;
  guint n = 0;

  if (!is_looked_at (self, place, text))
    return text;
  if (sc_find_query_get_regex (self->query) != NULL && g_get_monotonic_time () > self->deadline)
    sc_find_fail_effort (&self->error);
  else
    sc_find_query_match (self->query, place->text, text, self->matches, &self->error);
  if (self->error == NULL && self->matches->len > 0)
    n = build (self, place, text);
  if (self->error != NULL || n == 0)
    return text;

  if (obstacle == SC_OBSTACLE_NONE && place->text == SC_TEXT_COLUMN && !self->options->columns)
    obstacle = SC_OBSTACLE_COLUMNS_OFF;
  if (obstacle == SC_OBSTACLE_NONE)
    obstacle = find_obstacle (self, place, self->scratch->str);
  if (obstacle != SC_OBSTACLE_NONE)
    {
      self->report->n_left_out[obstacle] += n;
      return text;
    }
  self->report->n_replaced += n;
  self->report->n_texts++;
  self->report->end = (int) g_utf8_strlen (self->scratch->str, (gssize) self->end);
  return self->scratch->str;
}

gboolean
sc_replace_check (const ScFindQuery *query, const ScReplaceOptions *options, GError **error)
{
  if (sc_find_query_get_regex (query) == NULL
      || g_regex_check_replacement (options->text, NULL, NULL))
    return TRUE;
  g_set_error_literal (error, SC_FIND_ERROR, SC_FIND_ERROR_PATTERN,
                       _ ("A backslash in the replacement names no group. Write \\\\ for a "
                          "backslash."));
  return FALSE;
}

static ScSolution *
run (Replacement *self, int position, GError **error)
{
  g_autoptr (ScSolution) after = NULL;

  *self->report = (ScReplaceReport){ 0 };
  if (!sc_replace_check (self->query, self->options, error))
    return NULL;
  self->deadline = g_get_monotonic_time () + SC_FIND_MAX_TIME;
  self->matches = g_array_new (FALSE, FALSE, sizeof (ScMatch));
  self->scratch = g_string_new (NULL);
  after = sc_texts_walk (self->solution, position, replace_in_text, self);
  g_array_unref (self->matches);
  g_string_free (self->scratch, TRUE);
  if (self->error == NULL)
    return g_steal_pointer (&after);
  *self->report = (ScReplaceReport){ 0 };
  g_propagate_error (error, self->error);
  return NULL;
}

ScSolution *
sc_edit_replace_all (const ScSolution *solution,
                     const ScFindQuery *query,
                     const char *flow,
                     const ScReplaceOptions *options,
                     ScReplaceReport *report,
                     GError **error)
{
  Replacement self = { solution, query, options, .report = report };
  guint position;

  if (flow == NULL)
    return run (&self, -1, error);
  if (sc_solution_find_flow (solution, flow, &position) == NULL)
    return sc_edit_fail (error, SC_EDIT_ERROR_NOT_FOUND,
                         _ ("The flow is no longer in the solution."));
  return run (&self, (int) position, error);
}

ScSolution *
sc_edit_replace_hit (const ScSolution *solution,
                     const ScFindQuery *query,
                     const ScHit *hit,
                     const ScReplaceOptions *options,
                     ScReplaceReport *report,
                     GError **error)
{
  Replacement self = { solution, query, options, .only = hit, .report = report };
  g_autoptr (ScSolution) after = run (&self, hit->flow_position, error);
  guint n_found = report->n_replaced;

  for (guint i = 0; i < SC_N_OBSTACLES; i++)
    n_found += report->n_left_out[i];
  if (after != NULL && n_found == 0)
    return sc_edit_fail (error, SC_EDIT_ERROR_NOT_FOUND, _ ("What was found is no longer there."));
  return g_steal_pointer (&after);
}
