/* sc-layout-route.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "sc-layout-private.h"

/* Every line has one long run, at a height where it meets no card; it gets there in the gap behind
 * its stage and leaves it in the gap before its target. Gaps hold no cards, so what goes up or down
 * in them is always free. Where no height is free, the run goes below everything. */

/* Measured from the card to the left of a gap, or to the right. */
#define INSERT_AT      28.0
#define OUT_TRACK_AT   10.0
#define IN_TRACK_AT    18.0
#define CONDITION_AT   18.0
#define LABEL_AT       8.0 /* from the condition */
#define STUB_LENGTH    26.0
#define CARD_CLEARANCE 6.0

typedef struct
{
  double low, high; /* empty when low > high */
  guint track;
} ScSpan;

/* A run that is taken, at one height. */
typedef struct
{
  guint first, last; /* gaps */
  int to;
} ScRunTaken;

typedef struct
{
  ScPlan *plan;
  guint *in_column;    /* stages sorted by column */
  guint *column_start; /* n_columns + 1 positions in in_column */
  GHashTable *runs;    /* height → GTree of ScRunTaken by their first gap */
  ScSpan *out;         /* per stage: what its lines take up in the gap behind it */
  ScSpan *in;          /* per stage: in the gap before it */
  double *y;           /* per edge: of the run */
  double *gap_left;    /* per gap, n_columns + 1 of them; gap i is before column i */
  double *gap_right;
  guint *n_out; /* per gap: tracks */
  guint *n_in;
  double bus;
} ScRouter;

static void
sort_by_column (ScRouter *self)
{
  const ScPlan *plan = self->plan;
  g_autofree guint *fill = NULL;

  self->column_start = g_new0 (guint, plan->n_columns + 2);
  self->in_column = g_new0 (guint, plan->n);
  for (guint i = 0; i < plan->n; i++)
    self->column_start[plan->column[i] + 1]++;
  for (guint c = 0; c < plan->n_columns; c++)
    self->column_start[c + 1] += self->column_start[c];
  fill = g_memdup2 (self->column_start, (plan->n_columns + 1) * sizeof (guint));
  for (guint i = 0; i < plan->n; i++)
    self->in_column[fill[plan->column[i]]++] = i;
}

static gboolean
meets_card (const ScRouter *self, double y, guint first_column, guint end_column)
{
  const ScPlan *plan = self->plan;

  if (first_column >= end_column)
    return FALSE;

  for (guint k = self->column_start[first_column]; k < self->column_start[end_column]; k++)
    {
      guint stage = self->in_column[k];

      if (y > plan->y[stage] - CARD_CLEARANCE
          && y < plan->y[stage] + plan->height[stage] + CARD_CLEARANCE)
        return TRUE;
    }

  return FALSE;
}

static int
compare_runs (gconstpointer a, gconstpointer b, gpointer data)
{
  const ScRunTaken *one = a, *other = b;

  return one->first < other->first ? -1 : one->first > other->first;
}

/* Two lines that leave a gap at the same height would share their "+", whatever they share further
 * on. */
static gboolean
runs_clash (const ScRunTaken *one, const ScRunTaken *other)
{
  return one->first == other->first
         || (one->first <= other->last && other->first <= one->last
             && (one->to < 0 || one->to != other->to));
}

/* Runs at one height that overlap all lead to one stage and so end in one gap. A run that clashes
 * with any of them clashes with its neighbour. */
static gboolean
take_run (ScRouter *self, double y, const ScRunTaken *run)
{
  gpointer key = GINT_TO_POINTER ((int) lround (y));
  GTree *taken = g_hash_table_lookup (self->runs, key);
  GTreeNode *next, *previous;

  if (taken == NULL)
    {
      taken = g_tree_new_full (compare_runs, NULL, g_free, NULL);
      g_hash_table_insert (self->runs, key, taken);
    }
  next = g_tree_lower_bound (taken, run);
  previous = next != NULL ? g_tree_node_previous (next) : g_tree_node_last (taken);
  if ((next != NULL && runs_clash (run, g_tree_node_key (next)))
      || (previous != NULL && runs_clash (run, g_tree_node_key (previous))))
    return FALSE;
  g_tree_insert (taken, g_memdup2 (run, sizeof *run), NULL);

  return TRUE;
}

static void
choose_run (ScRouter *self, guint e)
{
  const ScPlan *plan = self->plan;
  const ScEdge *edge = &plan->graph->edges[e];
  guint column = plan->column[edge->from];
  double source = sc_plan_anchor (plan, edge->from);
  double target = edge->to >= 0 ? sc_plan_anchor (plan, (guint) edge->to) : source;
  double wanted = plan->run[e] == SC_RUN_OWN      ? plan->run_y[e]
                  : plan->run[e] == SC_RUN_TARGET ? target
                                                  : source;
  double heights[] = { wanted, source, target };
  ScRunTaken run = { column + 1, column + 1, edge->to };

  if (edge->to >= 0)
    run.last = plan->column[edge->to];
  if (edge->to < 0 || run.last >= run.first)
    for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
      if (!meets_card (self, heights[i], column + 1, run.last) && take_run (self, heights[i], &run))
        {
          self->y[e] = heights[i];
          return;
        }

  self->bus += SC_BUS_STEP;
  self->y[e] = self->bus;
}

static void
span_add (ScSpan *self, double a, double b)
{
  self->low = MIN (self->low, MIN (a, b));
  self->high = MAX (self->high, MAX (a, b));
}

static void
collect_spans (ScRouter *self)
{
  const ScPlan *plan = self->plan;

  for (guint i = 0; i < plan->n; i++)
    self->out[i] = self->in[i] = (ScSpan){ G_MAXDOUBLE, -G_MAXDOUBLE, 0 };
  for (guint e = 0; e < plan->graph->n_edges; e++)
    {
      const ScEdge *edge = &plan->graph->edges[e];
      double source = sc_plan_anchor (plan, edge->from);

      if (self->y[e] != source)
        span_add (&self->out[edge->from], source, self->y[e]);
      if (edge->to >= 0 && self->y[e] != sc_plan_anchor (plan, (guint) edge->to))
        span_add (&self->in[edge->to], self->y[e], sc_plan_anchor (plan, (guint) edge->to));
    }
}

static int
compare_spans (gconstpointer a, gconstpointer b, gpointer data)
{
  const ScSpan *spans = data;
  const ScSpan *one = &spans[*(const guint *) a], *other = &spans[*(const guint *) b];

  if (one->low != other->low)
    return one->low < other->low ? -1 : 1;
  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

/* Gives spans of one column that overlap tracks of their own; returns the number of tracks. */
static guint
assign_tracks (ScRouter *self, guint column, ScSpan *spans)
{
  guint start = self->column_start[column];
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (double));
  guint n = self->column_start[column + 1] - start;
  g_autofree guint *order = g_memdup2 (self->in_column + start, n * sizeof (guint));

  g_qsort_with_data (order, (int) n, sizeof (guint), compare_spans, spans);
  for (guint i = 0; i < n; i++)
    {
      ScSpan *span = &spans[order[i]];

      if (span->low > span->high)
        continue;
      for (span->track = 0; span->track < ends->len; span->track++)
        if (g_array_index (ends, double, span->track) < span->low)
          break;
      if (span->track == ends->len)
        g_array_append_val (ends, span->high);
      else
        g_array_index (ends, double, span->track) = span->high;
    }

  return ends->len;
}

static gboolean
changes_table (const ScPlan *plan, ScEdge edge)
{
  return edge.to >= 0
         && g_strcmp0 (sc_plan_stage (plan, edge.from)->table,
                       sc_plan_stage (plan, (guint) edge.to)->table)
                != 0;
}

/* What the gap needs on top for a condition, the names of branches or a relationship. */
static double
get_label_gap (const ScRouter *self, guint gap)
{
  const ScPlan *plan = self->plan;
  const ScFlowGraph *graph = plan->graph;
  double extra = 0;

  for (guint k = self->column_start[gap - 1]; k < self->column_start[gap]; k++)
    {
      guint stage = self->in_column[k];

      if (sc_plan_branches (plan, stage))
        return plan->metrics->branch_gap;
      for (guint e = graph->first_edge[stage]; e < graph->first_edge[stage + 1]; e++)
        if (changes_table (plan, graph->edges[e]))
          extra = plan->metrics->table_gap;
    }

  return extra;
}

static void
widen_gaps (ScRouter *self)
{
  const ScPlan *plan = self->plan;
  const ScLayoutMetrics *metrics = plan->metrics;
  double x = 0;

  for (guint c = 0; c < plan->n_columns; c++)
    {
      self->n_in[c] = assign_tracks (self, c, self->in);
      self->n_out[c + 1] = assign_tracks (self, c, self->out);
    }
  for (guint gap = 0; gap <= plan->n_columns; gap++)
    {
      double width = gap == 0 ? metrics->margin : metrics->column_gap + get_label_gap (self, gap);

      width += SC_TRACK_STEP * (MAX (self->n_out[gap], 1) - 1 + MAX (self->n_in[gap], 1) - 1);
      self->gap_left[gap] = x;
      self->gap_right[gap] = x + width;
      x += width + metrics->card_width;
    }
}

static double
condition_x (const ScRouter *self, guint gap)
{
  return self->gap_left[gap] + CONDITION_AT;
}

static void
add_point (ScLayoutLine *line, double x, double y)
{
  ScPoint *last = line->n_points > 0 ? &line->points[line->n_points - 1] : NULL;
  ScPoint *before = line->n_points > 1 ? &line->points[line->n_points - 2] : NULL;

  if (last != NULL && last->x == x && last->y == y)
    return;
  if (before != NULL
      && ((before->x == last->x && last->x == x) || (before->y == last->y && last->y == y)))
    {
      *last = (ScPoint){ x, y };
      return;
    }
  line->points[line->n_points++] = (ScPoint){ x, y };
}

static void
draw_line (const ScRouter *self, guint e, ScLayoutLine *line)
{
  const ScPlan *plan = self->plan;
  const ScLayoutMetrics *metrics = plan->metrics;
  ScEdge edge = plan->graph->edges[e];
  guint gap = plan->column[edge.from] + 1;
  double left = self->gap_left[gap], y = self->y[e], source = sc_plan_anchor (plan, edge.from);
  double out = left + OUT_TRACK_AT + SC_TRACK_STEP * self->out[edge.from].track;

  line->edge = edge;
  line->points = g_new0 (ScPoint, 6);
  line->insert = (ScPoint){ left + INSERT_AT + SC_TRACK_STEP * (MAX (self->n_out[gap], 1) - 1), y };
  line->changes_table = changes_table (plan, edge);
  line->label = line->insert;
  if (line->changes_table)
    line->label.x += 14 + metrics->relationship_width / 2;
  if (sc_plan_branches (plan, edge.from))
    {
      double box = condition_x (self, gap);
      double label = box + metrics->condition_width + LABEL_AT;

      out = box + metrics->condition_width / 2 + SC_TRACK_STEP * self->out[edge.from].track;
      line->label.x = label + metrics->label_width / 2;
      line->insert.x = label + metrics->label_width + 14;
    }

  add_point (line, left, source);
  add_point (line, out, source);
  add_point (line, out, y);
  if (edge.to >= 0)
    {
      double target = sc_plan_anchor (plan, (guint) edge.to);
      double right = self->gap_right[plan->column[edge.to]];
      double in = right - IN_TRACK_AT - SC_TRACK_STEP * self->in[edge.to].track;

      add_point (line, in, y);
      add_point (line, in, target);
      add_point (line, right, target);
    }
  else
    add_point (line, line->insert.x + STUB_LENGTH, y);
}

static void
fill_layout (const ScRouter *self, ScLayout *layout)
{
  const ScPlan *plan = self->plan;
  const ScLayoutMetrics *metrics = plan->metrics;

  layout->n_cards = plan->n;
  layout->cards = g_new0 (ScLayoutCard, plan->n);
  layout->conditions = g_new0 (ScLayoutCondition, plan->n);
  for (guint i = 0; i < plan->n; i++)
    {
      guint gap = plan->column[i] + 1;

      layout->cards[i] = (ScLayoutCard){ i,
                                         plan->lane[i],
                                         plan->column[i],
                                         { self->gap_right[gap - 1], plan->y[i],
                                           metrics->card_width, plan->height[i] } };
      if (sc_plan_branches (plan, i))
        layout->conditions[layout->n_conditions++]
            = (ScLayoutCondition){ i,
                                   { condition_x (self, gap),
                                     sc_plan_anchor (plan, i) - metrics->condition_height / 2,
                                     metrics->condition_width, metrics->condition_height } };
    }
  layout->n_lines = plan->graph->n_edges;
  layout->lines = g_new0 (ScLayoutLine, layout->n_lines);
  for (guint e = 0; e < layout->n_lines; e++)
    draw_line (self, e, &layout->lines[e]);

  layout->width = self->gap_right[plan->n_columns] + metrics->margin / 2;
  /* The last row can be scrolled clear of what lies over the lower edge of a canvas. */
  layout->height = self->bus + metrics->margin + 16;
  layout->first_insert
      = (ScPoint){ self->gap_right[0] - 28 - SC_TRACK_STEP * (MAX (self->n_in[0], 1) - 1),
                   plan->n > 0 ? sc_plan_anchor (plan, 0) : metrics->margin };
}

void
sc_plan_route (ScPlan *plan, ScLayout *layout)
{
  guint n_gaps = plan->n_columns + 1;
  ScRouter self = { .plan = plan, .bus = plan->bottom };

  self.runs = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_tree_unref);
  self.out = g_new0 (ScSpan, plan->n);
  self.in = g_new0 (ScSpan, plan->n);
  self.y = g_new0 (double, plan->graph->n_edges);
  self.gap_left = g_new0 (double, n_gaps);
  self.gap_right = g_new0 (double, n_gaps);
  self.n_out = g_new0 (guint, n_gaps);
  self.n_in = g_new0 (guint, n_gaps);
  sort_by_column (&self);
  for (guint e = 0; e < plan->graph->n_edges; e++)
    choose_run (&self, e);
  collect_spans (&self);
  widen_gaps (&self);
  fill_layout (&self, layout);

  g_hash_table_unref (self.runs);
  g_free (self.in_column);
  g_free (self.column_start);
  g_free (self.out);
  g_free (self.in);
  g_free (self.y);
  g_free (self.gap_left);
  g_free (self.gap_right);
  g_free (self.n_out);
  g_free (self.n_in);
}
