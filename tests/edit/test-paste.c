/* test-paste.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-condition.h"
#include "sc-edit-flow.h"
#include "sc-edit-paste.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-id.h"
#include "sc-outline.h"
#include "sc-value-map.h"

#include <string.h>

static const ScFlow *
first_flow (const ScSolution *solution)
{
  return sc_list_get (solution->flows, 0);
}

/* The parts are words: a letter for a stage, a letter with a number for a step. */
static ScClip *
copy (const ScSolution *solution, const char *words)
{
  g_auto (GStrv) ids = g_strsplit (words, " ", -1);
  g_autofree ScPart *parts = g_new0 (ScPart, g_strv_length (ids) + 1);
  g_autoptr (ScParts) set = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    parts[i] = (ScPart){ strlen (ids[i]) > 1 ? SC_PART_STEP : SC_PART_STAGE, ids[i] };
  set = sc_parts_new (first_flow (solution), parts, g_strv_length (ids));
  return sc_clip_make (solution, first_flow (solution), set);
}

/* "A" or "A/1": the place behind A or on its second branch; "": before the first stage. */
static ScSlot
read_slot (const char *text)
{
  static char name[2];

  if (*text == '\0')
    return SC_SLOT_FIRST;
  name[0] = *text;
  return (ScSlot){ name, text[1] == '/' ? text[2] - '0' : SC_EDGE_NEXT };
}

static void
assert_fresh (const ScFlow *flow, const ScParts *parts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (sc_id_hash, (GEqualFunc) sc_id_equal);

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      g_assert_true (g_hash_table_add (seen, (gpointer) stage->id));
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          g_assert_true (g_hash_table_add (seen, (gpointer) step->id));
        }
    }
  for (guint i = 0; i < sc_parts_count (parts); i++)
    g_assert_true (sc_id_is_valid (sc_parts_get (parts, i).id));
}

static void
test_stages (void)
{
  static const struct
  {
    const char *from, *parts, *into, *slot, *expected, *report;
  } cases[] = {
    { "A>B B>C C>", "B", "X>Y Y>", "X", "X>B B>Y Y>", "1 stage pasted" },
    { "A>B B>C C>", "A B", "X>Y Y>", "", "A>B B>X X>Y Y>", "2 stages pasted" },
    { "A>B B>C C>", "A C", "X>", "X", "X>A A>C C>", "2 stages pasted" },
    { "A>B B>", "A B", "", "", "A>B B>", "2 stages pasted" },
    { "A?B|C=D B>D C>D D>", "A B C", "X>Y Y>", "X", "X>A A?B|C=Y B>Y C>Y Y>", "3 stages pasted" },
    { "A?B|C=D B>D C>D D>", "A B C D", "X>Y Y>", "X", "X>A A?B|C=D B>D C>D D>Y Y>",
      "4 stages pasted" },
    { "A?B|C=D B>D C>D D>", "B C", "X>Y Y>", "X", "X>B B>C C>Y Y>", "2 stages pasted" },
    { "A?B|C=D B>D C>D D>", "B C D", "X>Y Y>", "X", "X>B B>C C>D D>Y Y>", "3 stages pasted" },
    { "A?B|C=D B>D C>D D>", "A D", "X>Y Y>", "X", "X>A A>D D>Y Y>",
      "2 stages pasted; 1 condition left out: the stages it leads to were not copied" },
    { "A?B|C=D B>D C>D D>", "A B", "X>Y Y>", "X", "X>A A?B|Y=Y B>Y Y>",
      "2 stages pasted; 1 branch leads on: its stage was not copied" },
    { "A?B|D=D B>D D>", "A B", "X>Y Y>", "X", "X>A A?B|Y=Y B>Y Y>", "2 stages pasted" },
    { "A?B/C B>C C>", "A B", "X>", "X", "X>A A?B/ B>", "2 stages pasted" },
    { "A>B B>", "A", "X?Y|Z Y> Z>", "X/1", "X?Y|A Y> A>Z Z>", "1 stage pasted" },
    { "A?B|C B> C>", "A B C", "X>Y Y>", "X", "X>A A?B|C=Y B>Y C>Y Y>", "3 stages pasted" },
    { "A>B B>A", "A B", "X>Y Y>", "X", "X>A A>B B>A Y>", "2 stages pasted" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScSolution) from = sc_outline_read_solution (cases[i].from);
      g_autoptr (ScSolution) into = sc_outline_read_solution (cases[i].into);
      g_autoptr (ScClip) clip = copy (from, cases[i].parts);
      ScPastePlace place = { read_slot (cases[i].slot), NULL, 0 };
      g_autoptr (ScPasteReport) report = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (ScSolution) after
          = sc_edit_paste (into, "flow", clip, place, NULL, NULL, &report, &error);
      g_autofree char *text = NULL;
      g_autofree char *written = NULL;

      g_assert_no_error (error);
      written = sc_outline_write (first_flow (after));
      g_assert_cmpstr (written, ==, cases[i].expected);
      text = sc_paste_report_text (report);
      g_assert_cmpstr (text, ==, cases[i].report);
      assert_fresh (first_flow (after), report->parts);
    }
}

static void
test_places (void)
{
  static const struct
  {
    ScPastePlace place;
    int code;
  } cases[] = {
    { { { "Z", SC_EDGE_NEXT }, NULL, 0 }, SC_EDIT_ERROR_NOT_FOUND },
    { { { "X", 3 }, NULL, 0 }, SC_EDIT_ERROR_NOT_FOUND },
    { { { "X", SC_EDGE_NEXT }, NULL, 0 }, SC_EDIT_ERROR_INVALID },
    { { { "X", 0 }, "Z", 0 }, SC_EDIT_ERROR_NOT_FOUND },
  };
  g_autoptr (ScSolution) solution = sc_outline_read_solution ("X?Y|Z=W Y>W W>");
  g_autoptr (ScClip) clip = copy (solution, "Y");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
          sc_edit_paste (solution, "flow", clip, cases[i].place, NULL, NULL, NULL, &error));
      g_assert_error (error, SC_EDIT_ERROR, (int) cases[i].code);
    }
  g_assert_null (copy (solution, "Q Q1"));
}

/* Tables, columns, conditions. */

static ScColumn *
make_column (const char *name, const char *label, ScColumnType type)
{
  ScColumn *column = sc_column_new ();

  sc_set_string (column, name, name);
  sc_take_value (column, labels, sc_labels_set (NULL, SC_LANGUAGE_ENGLISH, label));
  column->type = type;
  return column;
}

/* A solution of one flow with the outline, and tables: "t" with column c; "u" with new_c and d;
 * "w", all of which is known, without any. */
static ScSolution *
make_solution (const char *outline)
{
  ScSolution *solution = sc_outline_read_solution (outline);
  GPtrArray *tables = sc_list_collect ();
  static const struct
  {
    const char *table, *name, *label;
    ScColumnType type;
  } columns[] = {
    { "t", "c", "Budget", SC_COLUMN_CURRENCY }, { "u", "new_C", "Amount", SC_COLUMN_CURRENCY },
    { "u", "d", "Number", SC_COLUMN_INTEGER },  { "v", "x", "budget ", SC_COLUMN_TEXT },
    { "w", NULL, NULL, SC_COLUMN_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (ScColumn) column
          = columns[i].name != NULL
                ? make_column (columns[i].name, columns[i].label, columns[i].type)
                : NULL;
      ScTable *table = tables->len > 0 ? g_ptr_array_index (tables, tables->len - 1) : NULL;

      if (table == NULL || !g_str_equal (table->name, columns[i].table))
        {
          table = sc_table_new ();
          sc_set_string (table, name, columns[i].table);
          table->complete = column == NULL;
          g_ptr_array_add (tables, table);
        }
      if (column != NULL)
        sc_take_value (table, columns, sc_list_append (table->columns, column));
    }
  sc_take_value (solution, tables, sc_list_new_take (tables));
  return solution;
}

/* Of the first step of the stage with that name. */
static const ScStep *
find_step (const ScSolution *solution, const char *stage_name)
{
  sc_list_foreach (first_flow (solution)->stages, const ScStage *, stage)
    {
      if (g_str_equal (stage->name, stage_name))
        return sc_list_get (stage->steps, 0);
    }
  return NULL;
}

static void
test_columns (void)
{
  static const struct
  {
    const char *table;
    ScMatchKind kind;
    const char *column;
    gboolean sure;
  } cases[] = {
    { "u", SC_MATCH_COLUMN, "new_C", TRUE },
    { "v", SC_MATCH_COLUMN, "x", FALSE },
    { "w", SC_MATCH_KEEP, NULL, FALSE },
  };
  g_autoptr (ScSolution) from = make_solution ("A>B B>");
  g_autoptr (ScClip) clip = copy (from, "A1");

  g_assert_cmpuint (sc_clip_count_loose (clip), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *outline = g_strdup_printf ("X:%s>", cases[i].table);
      g_autoptr (ScSolution) into = make_solution (outline);
      ScPastePlace place = { SC_SLOT_FIRST, "X", 0 };
      g_autoptr (ScList) matches = NULL;
      g_autoptr (ScSolution) bare = sc_edit_step_delete (into, "flow", "X1", NULL);
      g_autoptr (ScSolution) after = NULL;
      const ScStepMatch *match;

      matches = sc_clip_match_steps (clip, bare, "flow", place, NULL);
      g_assert_cmpuint (sc_list_length (matches), ==, 1);
      match = sc_list_get (matches, 0);
      g_assert_cmpint (match->kind, ==, (int) cases[i].kind);
      g_assert_cmpstr (match->column, ==, cases[i].column);
      g_assert_cmpint (match->sure, ==, cases[i].sure);
      g_assert_cmpstr (match->name, ==, "c");
      g_assert_cmpstr (match->table, ==, cases[i].table);

      after = sc_edit_paste (bare, "flow", clip, place, NULL, NULL, NULL, NULL);
      g_assert_cmpstr (find_step (after, "X")->column, ==,
                       cases[i].column != NULL ? cases[i].column : "c");
      if (cases[i].column != NULL)
        g_assert_cmpstr (
            find_step (after, "X")->class_id, ==,
            sc_column_type_get_class_id (
                sc_solution_find_column (after, cases[i].table, cases[i].column)->type));
    }
}

static ScList *
answer (const ScList *matches, ScMatchKind kind, const char *column)
{
  GPtrArray *answers = sc_list_collect ();

  sc_list_foreach (matches, const ScStepMatch *, match)
    {
      ScStepMatch *changed = sc_step_match_copy (match);

      changed->kind = (int) kind;
      sc_set_string (changed, column, column);
      g_ptr_array_add (answers, changed);
    }
  return sc_list_new_take (answers);
}

/* Stages on "t" with a condition that asks for c, pasted on another table. */
static void
test_conditions (void)
{
  static const struct
  {
    const char *table;
    ScMatchKind kind;
    const char *column;
    const char *expected, *report;
    const char *asks; /* table.column of the clause */
  } cases[] = {
    { "t", SC_MATCH_KEEP, NULL, "X>A A?B|C B> C>", "3 stages pasted", "t.c" },
    { "u", SC_MATCH_COLUMN, "new_C", "X>A A?B|C B> C>", "3 stages pasted", "u.new_C" },
    { "u", SC_MATCH_KEEP, NULL, "X>A A?B|C B> C>", "3 stages pasted", "u.c" },
    { "u", SC_MATCH_COLUMN, "d", "X>A A>B B>C C>",
      "3 stages pasted; 1 condition left out: its column “c” did not come along", NULL },
    { "u", SC_MATCH_LEAVE_OUT, NULL, "X>A A>B B>C C>",
      "3 stages pasted; 3 steps left out; 1 condition left out: its column “c” did not come along",
      NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScSolution) from = make_solution ("A?B|C B> C>");
      g_autoptr (ScSolution) into = make_solution ("X:v>");
      g_autoptr (ScClip) clip = copy (from, "A B C");
      g_autoptr (ScTableMatch) match = sc_table_match_new ();
      g_autoptr (ScList) tables = NULL;
      g_autoptr (ScList) proposed = NULL;
      g_autoptr (ScList) matches = NULL;
      ScPastePlace place = { { "X", SC_EDGE_NEXT }, NULL, 0 };
      g_autoptr (ScPasteReport) report = NULL;
      g_autoptr (ScSolution) after = NULL;
      g_autofree char *text = NULL;
      g_autofree char *written = NULL;
      const ScStage *stage;
      const ScBranch *branch;
      const ScClause *clause;

      sc_set_string (match, table, "t");
      sc_set_string (match, target, cases[i].table);
      tables = sc_list_append (NULL, match);
      proposed = sc_clip_match_steps (clip, into, "flow", place, tables);
      g_assert_cmpuint (sc_list_length (proposed), ==, g_str_equal (cases[i].table, "t") ? 0 : 3);
      matches = answer (proposed, cases[i].kind, cases[i].column);
      after = sc_edit_paste (into, "flow", clip, place, tables, matches, &report, NULL);
      written = sc_outline_write (first_flow (after));
      g_assert_cmpstr (written, ==, cases[i].expected);
      text = sc_paste_report_text (report);
      g_assert_cmpstr (text, ==, cases[i].report);

      stage = sc_list_get (first_flow (after)->stages, 1);
      g_assert_cmpstr (stage->table, ==, cases[i].table);
      if (cases[i].asks != NULL)
        {
          g_autofree char *asks = NULL;

          branch = sc_list_get (stage->condition->branches, 0);
          clause = sc_list_get (branch->clauses, 0);
          asks = g_strdup_printf ("%s.%s", clause->table, clause->column);
          g_assert_cmpstr (asks, ==, cases[i].asks);
        }
    }
}

static void
test_tables (void)
{
  g_autoptr (ScSolution) from = make_solution ("A:q>B B:t>C C:q>");
  g_autoptr (ScSolution) into = make_solution ("X:t>");
  g_autoptr (ScClip) clip = copy (from, "A B C");
  g_autoptr (ScList) tables = sc_clip_match_tables (clip, into);
  const ScTableMatch *match = sc_list_get (tables, 0);
  ScPastePlace place = { SC_SLOT_FIRST, NULL, 0 };
  g_autoptr (ScSolution) after
      = sc_edit_paste (into, "flow", clip, place, tables, NULL, NULL, NULL);

  g_assert_cmpuint (sc_list_length (tables), ==, 1);
  g_assert_cmpstr (match->table, ==, "q");
  g_assert_cmpstr (match->target, ==, "q");
  g_assert_cmpstr (((const ScStage *) sc_list_get (first_flow (after)->stages, 0))->table, ==, "q");
  g_assert_cmpstr (first_flow (after)->primary_table, ==, "q");
}

/* Stages that fit any table get that of the place, their steps keep their columns, and nobody has
 * to be asked. */
static void
test_open (void)
{
  static const struct
  {
    const char *slot, *table;
  } cases[] = { { "", "t" }, { "X", "t" }, { "Y", "u" } };
  g_autoptr (ScSolution) from = make_solution ("A:q>B B:q>");
  g_autoptr (ScSolution) into = make_solution ("X:t>Y Y:u>");
  g_autoptr (ScClip) clip = copy (from, "A B");

  clip->open = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScPastePlace place = { read_slot (cases[i].slot), NULL, 0 };
      g_autoptr (ScPasteReport) report = NULL;
      g_autoptr (ScSolution) after
          = sc_edit_paste (into, "flow", clip, place, NULL, NULL, &report, NULL);

      g_assert_null (sc_clip_match_tables (clip, into));
      g_assert_null (sc_clip_match_steps (clip, into, "flow", place, NULL));
      for (guint j = 0; j < 2; j++)
        {
          const ScStage *pasted
              = sc_flow_find_stage (first_flow (after), sc_parts_get (report->parts, j).id, NULL);
          const ScStage *copied = sc_list_get (clip->stages, j);
          const ScStep *step = sc_list_get (pasted->steps, 0);

          g_assert_cmpstr (pasted->table, ==, cases[i].table);
          g_assert_cmpstr (step->column, ==,
                           ((const ScStep *) sc_list_get (copied->steps, 0))->column);
        }
    }
}

/* Loose steps go where they are told; where no stage can take them, their stages are made. */
static void
test_steps (void)
{
  g_autoptr (ScSolution) from = make_solution ("A>B B>C C>");
  g_autoptr (ScSolution) into = make_solution ("X>Y Y>");
  g_autoptr (ScClip) clip = copy (from, "A1 B C1");
  ScPastePlace inside = { { "X", SC_EDGE_NEXT }, "X", 0 };
  ScPastePlace anew = { { "X", SC_EDGE_NEXT }, NULL, 0 };
  g_autoptr (ScPasteReport) report = NULL;
  g_autoptr (ScSolution) after
      = sc_edit_paste (into, "flow", clip, inside, NULL, NULL, &report, NULL);
  g_autoptr (ScSolution) made = sc_edit_paste (into, "flow", clip, anew, NULL, NULL, NULL, NULL);
  g_autofree char *text = sc_paste_report_text (report);
  g_autofree char *written = sc_outline_write (first_flow (after));
  g_autofree char *other = sc_outline_write (first_flow (made));
  const ScStage *stage = sc_flow_find_stage (first_flow (after), "X", NULL);

  g_assert_cmpstr (written, ==, "X>B B>Y Y>");
  g_assert_cmpstr (text, ==, "1 stage and 2 steps pasted");
  g_assert_cmpuint (sc_list_length (stage->steps), ==, 3);
  g_assert_cmpstr (((const ScStep *) sc_list_get (stage->steps, 2))->id, ==, "X1");
  assert_fresh (first_flow (after), report->parts);
  g_assert_cmpuint (sc_parts_count (report->parts), ==, 3);
  g_assert_cmpstr (other, ==, "X>B B>A A>C C>Y Y>");
}

static ScTrigger *
make_trigger (const char *event, const char *filter)
{
  g_autoptr (ScTriggerEvent) when = sc_trigger_event_new ();
  ScTrigger *trigger = sc_trigger_new ();

  sc_set_string (when, event, event);
  sc_set_string (when, filter, filter);
  sc_set_string (trigger, id, "trigger");
  sc_set_string (trigger, name, event);
  sc_take_value (trigger, events, sc_list_append (NULL, when));
  return trigger;
}

static void
test_triggers (void)
{
  static const struct
  {
    const char *event, *filter, *slot;
    gboolean stays;
  } cases[] = {
    { "STAGEENTER", "A", "X", TRUE },           { "STAGEEXIT", "B", "X", FALSE },
    { "PROCESSSTATUSCHANGE", "2", "X", FALSE }, { "PROCESSSTATUSCHANGE", "2", "", TRUE },
    { "PROCESSAPPLIED", "flow", "", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScSolution) from = make_solution ("A>B B>");
      g_autoptr (ScSolution) into = make_solution ("X>");
      g_autoptr (ScTrigger) trigger = make_trigger (cases[i].event, cases[i].filter);
      g_autoptr (ScClip) clip = copy (from, "A");
      g_autoptr (ScClip) waiting = sc_clip_copy (clip);
      g_autoptr (ScStage) stage = sc_stage_copy (sc_list_get (clip->stages, 0));
      g_autoptr (ScPasteReport) report = NULL;
      g_autoptr (ScSolution) after = NULL;
      ScPastePlace place = { read_slot (cases[i].slot), NULL, 0 };
      const ScStage *pasted;
      const ScTrigger *kept;

      sc_take_value (stage, triggers, sc_list_append (NULL, trigger));
      sc_take_value (waiting, stages, sc_list_append (NULL, stage));
      after = sc_edit_paste (into, "flow", waiting, place, NULL, NULL, &report, NULL);
      pasted = sc_flow_find_stage (first_flow (after), sc_parts_get (report->parts, 0).id, NULL);
      kept = sc_list_get (pasted->triggers, 0);
      g_assert_cmpint (kept != NULL, ==, cases[i].stays);
      g_assert_cmpuint (report->n_lost[SC_LOSS_WORKFLOW], ==, cases[i].stays ? 0 : 1);
      if (kept != NULL)
        {
          const ScTriggerEvent *event = sc_list_get (kept->events, 0);

          g_assert_cmpstr (kept->id, !=, "trigger");
          g_assert_cmpstr (event->filter, ==,
                           g_str_equal (cases[i].filter, "A") ? pasted->id : cases[i].filter);
        }
    }
}

/* What two things have in common before is told apart. */
static void
test_same_ids (void)
{
  g_autoptr (ScSolution) from = make_solution ("A>B B>A");
  g_autoptr (ScSolution) into = make_solution ("X>");
  g_autoptr (ScClip) clip = copy (from, "A B");
  g_autoptr (ScClip) same = sc_clip_copy (clip);
  g_autoptr (ScPasteReport) report = NULL;
  g_autoptr (ScSolution) after = NULL;

  sc_take_value (same, stages, sc_list_append (clip->stages, sc_list_get (clip->stages, 0)));
  after = sc_edit_paste (into, "flow", same, (ScPastePlace){ { "X", SC_EDGE_NEXT }, NULL, 0 }, NULL,
                         NULL, &report, NULL);
  g_assert_cmpuint (sc_list_length (first_flow (after)->stages), ==, 4);
  assert_fresh (first_flow (after), report->parts);
}

/* Random flows. */

static const char *
number_id (const char *field, const char *text, GString *scratch, gpointer data)
{
  GHashTable *ids = data;
  char *number;

  if (!sc_id_is_valid (text))
    return text;
  number = g_hash_table_lookup (ids, text);
  if (number == NULL)
    {
      number = g_strdup_printf ("#%u", g_hash_table_size (ids));
      g_hash_table_insert (ids, g_strdup (text), number);
    }
  return number;
}

/* What the flow does, with ids numbered as they occur. */
static ScFlow *
without_ids (const ScFlow *flow)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (ScFlow) bare = sc_flow_new ();

  sc_set_value (bare, stages, flow->stages);
  sc_set_value (bare, transitions, flow->transitions);
  return sc_value_map_texts (bare, number_id, ids);
}

static ScSolution *
next (ScSolution *before, ScSolution *after)
{
  if (after == NULL)
    return before;
  sc_solution_unref (before);
  return after;
}

static ScSolution *
random_solution (GRand *rand)
{
  ScSolution *solution = make_solution ("");

  solution
      = next (solution, sc_edit_stage_add (solution, "flow", SC_SLOT_FIRST, NULL, "A", "t", NULL));
  for (int i = g_rand_int_range (rand, 0, 12); i > 0; i--)
    {
      const ScFlow *flow = first_flow (solution);
      const ScStage *stage = sc_list_get (
          flow->stages, (guint) g_rand_int_range (rand, 0, (int) sc_list_length (flow->stages)));
      int branch = stage->condition != NULL ? g_rand_int_range (rand, 0, 2) : SC_EDGE_NEXT;
      static const char *const tables[] = { "t", "u" };

      if (g_rand_int_range (rand, 0, 3) == 0)
        solution = next (solution, sc_edit_condition_add (solution, "flow", stage->id, "c", NULL));
      else
        solution = next (solution,
                         sc_edit_stage_add (solution, "flow", (ScSlot){ stage->id, branch }, NULL,
                                            "N", tables[g_rand_int_range (rand, 0, 2)], NULL));
    }
  return solution;
}

static void
test_all (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261123);

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (ScSolution) from = random_solution (rand);
      g_autoptr (ScSolution) into = make_solution ("");
      const ScFlow *flow = first_flow (from);
      g_autoptr (ScParts) all = sc_parts_new_all (flow);
      g_autoptr (ScClip) clip = sc_clip_make (from, flow, all);
      g_autoptr (ScPasteReport) report = NULL;
      g_autoptr (ScSolution) after = sc_edit_paste (
          into, "flow", clip, (ScPastePlace){ SC_SLOT_FIRST, NULL, 0 }, NULL, NULL, &report, NULL);
      g_autoptr (ScFlow) before = without_ids (flow);
      g_autoptr (ScFlow) pasted = without_ids (first_flow (after));

      g_assert_true (sc_flow_equal (before, pasted));
      g_assert_false (sc_paste_report_has_losses (report));
    }
}

/* Some parts anywhere: everything else stays, all that is new can be reached. */
static void
test_some (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1123);

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (ScSolution) from = random_solution (rand);
      g_autoptr (ScSolution) into = random_solution (rand);
      const ScFlow *flow = first_flow (from);
      g_autoptr (GArray) some = g_array_new (FALSE, FALSE, sizeof (ScPart));
      g_autoptr (ScParts) parts = NULL;
      g_autoptr (ScClip) clip = NULL;
      g_autoptr (ScSolution) after = NULL;
      g_autoptr (ScFlowGraph) graph = NULL;
      ScPastePlace place = { sc_slot_last (first_flow (into)), NULL, 0 };

      sc_list_foreach (flow->stages, const ScStage *, stage)
        {
          ScPart part = { SC_PART_STAGE, stage->id };

          if (stage_i == 0 || g_rand_boolean (rand))
            g_array_append_val (some, part);
        }
      parts = sc_parts_new (flow, (const ScPart *) (gpointer) some->data, some->len);
      clip = sc_clip_make (from, flow, parts);
      after = sc_edit_paste (into, "flow", clip, place, NULL, NULL, NULL, NULL);
      g_assert_cmpuint (sc_list_length (first_flow (after)->stages), ==,
                        sc_list_length (first_flow (into)->stages) + some->len);
      graph = sc_flow_graph_new (first_flow (after));
      for (guint n = 0; n < graph->n_stages; n++)
        g_assert_true (graph->reachable[n]);
      g_assert_cmpint (graph->loop, ==, -1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paste/stages", test_stages);
  g_test_add_func ("/paste/places", test_places);
  g_test_add_func ("/paste/columns", test_columns);
  g_test_add_func ("/paste/conditions", test_conditions);
  g_test_add_func ("/paste/tables", test_tables);
  g_test_add_func ("/paste/open", test_open);
  g_test_add_func ("/paste/steps", test_steps);
  g_test_add_func ("/paste/triggers", test_triggers);
  g_test_add_func ("/paste/same-ids", test_same_ids);
  g_test_add_func ("/paste/all", test_all);
  g_test_add_func ("/paste/some", test_some);
  return g_test_run ();
}
