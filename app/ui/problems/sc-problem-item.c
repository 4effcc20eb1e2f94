/* sc-problem-item.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sc-problem-item-private.h"
#include "sc-severity.h"

G_DEFINE_FINAL_TYPE (ScProblemItem, sc_problem_item, G_TYPE_OBJECT)

static guint changed_signal;

static void
sc_problem_item_finalize (GObject *object)
{
  ScProblemItem *self = SC_PROBLEM_ITEM (object);

  g_clear_pointer (&self->problem, sc_problem_unref);
  g_free (self->key);
  g_free (self->title);
  g_free (self->place);
  g_free (self->words);

  G_OBJECT_CLASS (sc_problem_item_parent_class)->finalize (object);
}

static void
sc_problem_item_class_init (ScProblemItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_problem_item_finalize;

  changed_signal = g_signal_new ("changed", SC_TYPE_PROBLEM_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
sc_problem_item_init (ScProblemItem *self)
{
  self->line = G_MAXUINT;
  self->rank = G_MAXUINT;
}

ScProblemItem *
sc_problem_item_new (const ScProblem *problem)
{
  ScProblemItem *self = g_object_new (SC_TYPE_PROBLEM_ITEM, NULL);

  self->kind = SC_PROBLEM_LINE_PROBLEM;
  self->problem = sc_problem_ref (problem);
  return self;
}

ScProblemItem *
sc_problem_item_new_heading (ScProblemLineKind kind, char *key)
{
  ScProblemItem *self = g_object_new (SC_TYPE_PROBLEM_ITEM, NULL);

  self->kind = kind;
  self->key = key;
  return self;
}

void
sc_problem_item_tell (ScProblemItem *self)
{
  if (!self->changed)
    return;
  self->changed = FALSE;
  g_signal_emit (self, changed_signal, 0);
}

char *
sc_problem_item_dup_key (const char *flow, const char *stage)
{
  return g_strdup_printf ("%s\n%s", flow != NULL ? flow : "", stage != NULL ? stage : "");
}

void
sc_problem_item_set_problem (ScProblemItem *self, const ScProblem *problem)
{
  if (self->problem == problem)
    return;
  sc_problem_unref (self->problem);
  self->problem = sc_problem_ref (problem);
  g_clear_pointer (&self->words, g_free);
  self->changed = TRUE;
}

void
sc_problem_item_set_title (ScProblemItem *self, const char *title)
{
  if (g_strcmp0 (self->title, title) == 0)
    return;
  g_free (self->title);
  self->title = g_strdup (title);
  self->changed = TRUE;
}

void
sc_problem_item_set_position (ScProblemItem *self, guint position, guint n)
{
  self->changed = self->changed || self->position != position || self->n_siblings != n;
  self->position = position;
  self->n_siblings = n;
}

/* The names of all that the problem is in and about, its message and its rule. */
static char *
fold_words (ScProblemItem *self, const ScSolution *solution)
{
  const ScProblem *problem = self->problem;
  const ScRole *role
      = problem->role != NULL ? sc_solution_find_role (solution, problem->role, NULL) : NULL;
  g_autofree char *text
      = g_strjoin ("\n", sc_rule_get_id (problem->rule), problem->message, self->place,
                   self->flow != NULL ? sc_flow_get_label (self->flow, solution->language) : "",
                   self->stage != NULL ? sc_stage_get_label (self->stage, solution->language) : "",
                   role != NULL ? role->name : "", NULL);

  return g_utf8_casefold (text, -1);
}

gboolean
sc_problem_item_matches (ScProblemItem *self, const ScSolution *solution, const char *const *words)
{
  if (self->words == NULL)
    self->words = fold_words (self, solution);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (self->words, words[i]) == NULL)
        return FALSE;
    }
  return TRUE;
}

ScProblemLineKind
sc_problem_item_get_kind (ScProblemItem *self)
{
  g_return_val_if_fail (SC_IS_PROBLEM_ITEM (self), SC_PROBLEM_LINE_PROBLEM);
  return self->kind;
}

guint
sc_problem_item_get_position (ScProblemItem *self, guint *n)
{
  g_return_val_if_fail (SC_IS_PROBLEM_ITEM (self), 0);
  if (n != NULL)
    *n = self->n_siblings;
  return self->position;
}

static char *
dup_heading_name (ScProblemItem *self)
{
  g_autoptr (GString) counts = g_string_new (NULL);

  for (int severity = SC_SEVERITY_ERROR; severity >= SC_SEVERITY_ADVICE; severity--)
    {
      g_autofree char *count
          = sc_severity_format_count ((ScSeverity) severity, self->counts[severity]);

      if (self->counts[severity] > 0)
        g_string_append_printf (counts, "%s%s", counts->len > 0 ? ", " : "", count);
    }
  /* Translators: a heading as a screen reader says it: its level, its title, "2 errors, 1 warning",
   * its position among the headings of its level and their number. */
  return g_strdup_printf (_ ("Heading %d: %s, %s, %u of %u"),
                          self->kind == SC_PROBLEM_LINE_FLOW ? 1 : 2, self->title, counts->str,
                          self->position, self->n_siblings);
}

char *
sc_problem_item_dup_name (ScProblemItem *self)
{
  const char *place;

  g_return_val_if_fail (SC_IS_PROBLEM_ITEM (self), NULL);

  if (self->kind != SC_PROBLEM_LINE_PROBLEM)
    return dup_heading_name (self);
  place = self->place != NULL ? self->place : "";
  /* Translators: a problem as a screen reader says it: its severity, the rule's id, the message,
   * the place with a comma before it or nothing, its position and the number of problems here. */
  return g_strdup_printf (_ ("%s, %s, %s%s%s, %u of %u"),
                          sc_severity_get_title ((ScSeverity) self->problem->severity),
                          sc_rule_get_id (self->problem->rule), self->problem->message,
                          *place != '\0' ? ", " : "", place, self->position, self->n_siblings);
}

const ScProblem *
sc_problem_item_get_problem (ScProblemItem *self)
{
  g_return_val_if_fail (SC_IS_PROBLEM_ITEM (self), NULL);
  return self->problem;
}

const char *
sc_problem_item_get_place (ScProblemItem *self)
{
  g_return_val_if_fail (SC_IS_PROBLEM_ITEM (self), NULL);
  return self->place;
}

guint
sc_problem_item_get_depth (ScProblemItem *self)
{
  g_return_val_if_fail (SC_IS_PROBLEM_ITEM (self), 0);
  return self->depth;
}

const char *
sc_problem_item_get_title (ScProblemItem *self)
{
  g_return_val_if_fail (SC_IS_PROBLEM_ITEM (self), NULL);
  return self->title;
}

guint
sc_problem_item_count (ScProblemItem *self, ScSeverity severity)
{
  g_return_val_if_fail (SC_IS_PROBLEM_ITEM (self), 0);
  return self->counts[severity];
}

gboolean
sc_problem_item_is_folded (ScProblemItem *self)
{
  g_return_val_if_fail (SC_IS_PROBLEM_ITEM (self), FALSE);
  return self->folded;
}
