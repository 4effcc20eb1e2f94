/* sc-finder.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-finder.h"

#include <glib/gi18n-lib.h>

#include "sc-hit-order.h"
#include "sc-question.h"

struct _ScFinder
{
  GObject parent_instance;

  ScEditor *editor;
  char *text;
  gboolean all;
  ScFindQuery *query;   /* NULL: nothing to look for */
  ScFindResult *result; /* of query; NULL: not looked yet, or an error */
  char *error;
  gboolean active;
  gboolean stale; /* the solution or the open flow is another since */
  guint update;   /* source id */

  int current;       /* -1: none */
  ScHitPlace resume; /* where to go on, where there is no current one */
  gboolean resumes;

  ScSolution *proposed; /* what a replacement has made, until it is committed */
  char *proposed_report;
  ScHitPlace proposed_resume;
  gboolean proposed_resumes;
  char *report;
};

G_DEFINE_FINAL_TYPE (ScFinder, sc_finder, G_TYPE_OBJECT)

enum
{
  CHANGED,
  REVEALED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Where to go on when the hits are other ones. */
static void
keep_place (ScFinder *self)
{
  if (self->current < 0)
    return;
  self->resume = sc_hit_get_place (sc_list_get (self->result->hits, (guint) self->current));
  self->resumes = TRUE;
}

static void
look (ScFinder *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  const ScFlow *flow = sc_editor_get_flow (self->editor);
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->update, g_source_remove);
  keep_place (self);
  self->stale = FALSE;
  self->current = -1;
  g_clear_pointer (&self->result, sc_find_result_free);
  if (self->query == NULL || solution == NULL)
    return;
  if (!self->all && flow == NULL)
    return;
  g_clear_pointer (&self->error, g_free);
  self->result
      = sc_find (solution, self->query, self->all ? NULL : flow->id, SC_FINDER_MAX_HITS, &error);
  if (error != NULL)
    self->error = g_strdup (error->message);
  if (self->resumes && self->result != NULL)
    self->current = sc_hits_find (self->result->hits, &self->resume);
}

static void
ensure (ScFinder *self)
{
  if (self->stale)
    look (self);
}

static gboolean
update_cb (gpointer data)
{
  ScFinder *self = data;

  self->update = 0;
  look (self);
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* After what is drawn for the edit itself. */
static void
queue_update (ScFinder *self)
{
  self->stale = TRUE;
  if (self->active && self->query != NULL && self->update == 0)
    self->update = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, update_cb, self, NULL);
}

static void
forget_proposal (ScFinder *self)
{
  g_clear_pointer (&self->proposed, sc_solution_unref);
  g_clear_pointer (&self->proposed_report, g_free);
}

static void
solution_changed_cb (ScFinder *self, const ScSolution *before, const ScSolution *after)
{
  g_clear_pointer (&self->report, g_free);
  keep_place (self);
  if (before == NULL)
    self->resumes = FALSE;
  if (after != NULL && after == self->proposed)
    {
      self->report = g_steal_pointer (&self->proposed_report);
      self->resumes = self->resumes || self->proposed_resumes;
      if (self->proposed_resumes)
        self->resume = self->proposed_resume;
    }
  self->current = -1;
  forget_proposal (self);
  queue_update (self);
}

static void
flow_changed_cb (ScFinder *self)
{
  if (self->all)
    return;
  self->current = -1;
  self->resumes = FALSE;
  queue_update (self);
}

static void
sc_finder_dispose (GObject *object)
{
  ScFinder *self = SC_FINDER (object);

  g_clear_handle_id (&self->update, g_source_remove);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_finder_parent_class)->dispose (object);
}

static void
sc_finder_finalize (GObject *object)
{
  ScFinder *self = SC_FINDER (object);

  g_clear_pointer (&self->query, sc_find_query_free);
  g_clear_pointer (&self->result, sc_find_result_free);
  forget_proposal (self);
  g_free (self->text);
  g_free (self->error);
  g_free (self->report);

  G_OBJECT_CLASS (sc_finder_parent_class)->finalize (object);
}

static void
sc_finder_class_init (ScFinderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sc_finder_dispose;
  object_class->finalize = sc_finder_finalize;
  signals[CHANGED] = g_signal_new ("changed", SC_TYPE_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[REVEALED] = g_signal_new ("revealed", SC_TYPE_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
sc_finder_init (ScFinder *self)
{
  self->current = -1;
}

ScFinder *
sc_finder_new (ScEditor *editor)
{
  ScFinder *self = g_object_new (SC_TYPE_FINDER, NULL);

  self->editor = g_object_ref (editor);
  g_signal_connect_object (editor, "changed", G_CALLBACK (solution_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "flow-changed", G_CALLBACK (flow_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

ScEditor *
sc_finder_get_editor (ScFinder *self)
{
  return self->editor;
}

void
sc_finder_search (ScFinder *self, const ScFindOptions *options, gboolean all)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->report, g_free);
  g_clear_pointer (&self->error, g_free);
  g_clear_pointer (&self->query, sc_find_query_free);
  keep_place (self);
  self->current = -1;
  self->all = all;
  /* Another text is looked for from what is selected on. */
  if (g_strcmp0 (self->text, options->text) != 0)
    self->resumes = FALSE;
  g_free (self->text);
  self->text = g_strdup (options->text);
  if (*options->text != '\0')
    self->query = sc_find_query_new (options, &error);
  if (error != NULL)
    self->error = g_strdup (error->message);
  look (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
sc_finder_set_active (ScFinder *self, gboolean active)
{
  self->active = active;
  if (active && self->stale)
    queue_update (self);
  else if (!active)
    g_clear_handle_id (&self->update, g_source_remove);
}

const ScList *
sc_finder_get_hits (ScFinder *self)
{
  return self->result != NULL ? self->result->hits : NULL;
}

guint
sc_finder_count (ScFinder *self)
{
  return self->result != NULL ? self->result->n_hits : 0;
}

guint
sc_finder_count_replaceable (ScFinder *self, gboolean columns)
{
  if (self->result == NULL)
    return 0;
  return self->result->n_editable - (columns ? 0 : self->result->n_columns);
}

int
sc_finder_get_current (ScFinder *self)
{
  return self->current;
}

const char *
sc_finder_get_error (ScFinder *self)
{
  return self->error;
}

const char *
sc_finder_get_report (ScFinder *self)
{
  return self->report;
}

static void
select_hit (ScFinder *self, const ScHit *hit)
{
  ScSelection selection = { SC_SELECTED_NOTHING, NULL, NULL, SC_EDGE_NEXT };

  if (hit->flow == NULL)
    return;
  sc_editor_open_flow (self->editor, hit->flow->id);
  if (hit->stage != NULL)
    selection.stage = hit->stage->id;
  if (hit->step != NULL)
    {
      selection.kind = SC_SELECTED_STEP;
      selection.step = hit->step->id;
    }
  else if (hit->stage != NULL && hit->kind == SC_FOUND_CLAUSE)
    {
      selection.kind = SC_SELECTED_CONDITION;
    }
  else if (hit->stage != NULL
           && (hit->kind == SC_FOUND_BRANCH || hit->kind == SC_FOUND_RELATIONSHIP))
    {
      selection.kind = SC_SELECTED_LINE;
      selection.branch = hit->branch;
    }
  else if (hit->stage != NULL)
    {
      selection.kind = SC_SELECTED_STAGE;
    }
  sc_editor_select (self->editor, selection);
}

void
sc_finder_go_to (ScFinder *self, guint position)
{
  g_autoptr (ScHit) hit = NULL;

  g_return_if_fail (SC_IS_FINDER (self));

  ensure (self);
  if (position >= sc_list_length (sc_finder_get_hits (self)))
    return;
  hit = sc_hit_ref (sc_list_get (self->result->hits, position));
  g_clear_pointer (&self->report, g_free);
  select_hit (self, hit);
  self->current = (int) position;
  g_signal_emit (self, signals[REVEALED], 0, hit);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
sc_finder_step (ScFinder *self, int direction)
{
  guint n, position;

  g_return_if_fail (SC_IS_FINDER (self));

  ensure (self);
  n = sc_list_length (sc_finder_get_hits (self));
  if (n == 0)
    {
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }
  if (self->current >= 0)
    position = (guint) self->current + (guint) direction;
  else
    {
      position = self->resumes ? sc_hits_find_behind (self->result->hits, &self->resume)
                               : sc_hits_find_from_selection (self->result->hits, self->editor);
      if (direction < 0)
        position--;
    }
  if (position >= n)
    position = direction > 0 ? 0 : n - 1;
  sc_finder_go_to (self, position);
}

static ScObstacle
find_obstacle (const ScHit *hit, const ScReplaceOptions *options)
{
  if (hit->obstacle == SC_OBSTACLE_NONE && hit->text_kind == SC_TEXT_COLUMN && !options->columns)
    return SC_OBSTACLE_COLUMNS_OFF;
  return (ScObstacle) hit->obstacle;
}

const char *
sc_finder_explain (ScFinder *self, const ScReplaceOptions *options)
{
  if (self->current < 0)
    return NULL;
  return sc_obstacle_explain (
      find_obstacle (sc_list_get (self->result->hits, (guint) self->current), options));
}

static void
say (ScFinder *self, char *report)
{
  g_free (self->report);
  self->report = report;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Takes over after. What other parts lose by it the person is asked about first. */
static void
propose (ScFinder *self, ScSolution *after, const char *name, char *report)
{
  forget_proposal (self);
  if (after == sc_editor_get_solution (self->editor))
    {
      sc_solution_unref (after);
      say (self, report);
      return;
    }
  self->proposed = sc_solution_ref (after);
  self->proposed_report = report;
  sc_editor_propose (self->editor, after, NULL, SC_PROPOSE_CHANGE, name, NULL);
}

static char *
name_edit (ScFinder *self, const ScReplaceOptions *options)
{
  return g_strdup_printf (_ ("Replace “%s” with “%s”"), self->text, options->text);
}

void
sc_finder_replace (ScFinder *self, const ScReplaceOptions *options)
{
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  ScReplaceReport report;
  ScSolution *after;
  const ScHit *hit;

  g_return_if_fail (SC_IS_FINDER (self));

  ensure (self);
  if (self->current < 0)
    {
      sc_finder_step (self, 1);
      return;
    }
  hit = sc_list_get (self->result->hits, (guint) self->current);
  after = sc_edit_replace_hit (sc_editor_get_solution (self->editor), self->query, hit, options,
                               &report, &error);
  if (after == NULL)
    {
      say (self, g_strdup (error->message));
      return;
    }
  name = name_edit (self, options);
  self->proposed_resumes = report.n_replaced > 0;
  self->proposed_resume = sc_hit_get_place (hit);
  self->proposed_resume.start = report.end;
  if (report.n_replaced > 0)
    {
      propose (self, after, name, NULL);
      /* Unless the person is asked. */
      if (self->proposed == NULL)
        sc_finder_step (self, 1);
    }
  else
    propose (self, after, name, sc_replace_report_sum_up (&report));
}

void
sc_finder_replace_all (ScFinder *self, const ScReplaceOptions *options)
{
  const ScFlow *flow;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  ScReplaceReport report;
  ScSolution *after;

  g_return_if_fail (SC_IS_FINDER (self));

  flow = sc_editor_get_flow (self->editor);
  if (self->query == NULL || (!self->all && flow == NULL))
    return;
  after = sc_edit_replace_all (sc_editor_get_solution (self->editor), self->query,
                               self->all ? NULL : flow->id, options, &report, &error);
  if (after == NULL)
    {
      say (self, g_strdup (error->message));
      return;
    }
  name = name_edit (self, options);
  self->proposed_resumes = FALSE;
  propose (self, after, name, sc_replace_report_sum_up (&report));
}
