/* sc-texts.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-find-private.h"

#include "sc-edit-private.h"
#include "sc-id.h"
#include "sc-lock.h"
#include "sc-name.h"

/* One way through all texts serves finding and replacing, so that they agree on what there is and
 * in which order. Functions that map a value return NULL when it stays. */

typedef struct
{
  const ScSolution *solution;
  ScTextFunc visit;
  gpointer data;
  gboolean locked;
  ScTextPlace place;
  const char *indexed; /* the table that columns are of; NULL: none yet */
  GHashTable *columns; /* of that table, by name */
} Walk;

typedef gpointer (*MapFunc) (Walk *self, gconstpointer item, guint position);

static ScList *
map_list (Walk *self, const ScList *list, MapFunc map)
{
  GPtrArray *items = NULL;

  for (guint i = 0; i < sc_list_length (list); i++)
    {
      gpointer changed = map (self, list->items[i], i);

      if (changed != NULL && items == NULL)
        {
          items = sc_list_collect ();
          for (guint j = 0; j < i; j++)
            g_ptr_array_add (items, sc_value_ref (list->items[j]));
        }
      if (items != NULL)
        g_ptr_array_add (items, changed != NULL ? changed : sc_value_ref (list->items[i]));
    }
  return items != NULL ? sc_list_new_take (items) : NULL;
}

/* What is to be there instead; NULL when the text stays. */
static const char *
visit (Walk *self, ScFoundText kind, ScObstacle obstacle, const char *text)
{
  const char *now;

  if (text == NULL || *text == '\0')
    return NULL;
  self->place.text = kind;
  self->place.obstacle = self->locked ? SC_OBSTACLE_LOCKED : obstacle;
  self->place.number++;
  now = self->visit (&self->place, text, self->data);
  return g_strcmp0 (now, text) == 0 ? NULL : now;
}

static gpointer
map_label (Walk *self, gconstpointer item, guint position)
{
  const ScLabel *label = item;
  const char *text;
  ScLabel *changed;

  self->place.language = label->language;
  text = visit (self, SC_TEXT_LABEL, SC_OBSTACLE_NONE, label->text);
  self->place.language = 0;
  if (text == NULL)
    return NULL;
  changed = sc_label_copy (label);
  sc_set_string (changed, text, text);
  return changed;
}

/* A thing with labels and a name: the name goes with the label in the base language where it is
 * the same, and is a text of its own where a person can tell. Out: NULL for what stays. */
static void
map_names (Walk *self,
           const ScList *labels,
           const char *name,
           gboolean meaningful,
           ScList **new_labels,
           char **new_name)
{
  const char *base = sc_labels_get_exact (labels, self->solution->language);

  *new_labels = map_list (self, labels, map_label);
  *new_name = NULL;
  if (base != NULL && g_strcmp0 (base, name) == 0)
    {
      if (*new_labels != NULL)
        *new_name = g_strdup (sc_labels_get_exact (*new_labels, self->solution->language));
    }
  else if (meaningful)
    {
      *new_name = g_strdup (visit (self, SC_TEXT_NAME, SC_OBSTACLE_NONE, name));
    }
}

/* Most steps are on the table of the one before, and tables have hundreds of columns. */
static const ScColumn *
find_column (Walk *self, const char *name)
{
  const ScTable *table;

  if (self->place.table == NULL || name == NULL)
    return NULL;
  if (g_strcmp0 (self->indexed, self->place.table) != 0)
    {
      table = sc_solution_find_table (self->solution, self->place.table, NULL);
      self->indexed = self->place.table;
      g_hash_table_remove_all (self->columns);
      for (guint i = table != NULL ? sc_list_length (table->columns) : 0; i-- > 0;)
        {
          const ScColumn *column = sc_list_get (table->columns, i);

          if (column->name != NULL)
            g_hash_table_replace (self->columns, (gpointer) column->name, (gpointer) column);
        }
    }
  return g_hash_table_lookup (self->columns, name);
}

static void
visit_column_label (Walk *self, const char *column, const char *otherwise, const char *known)
{
  const ScColumn *described = find_column (self, column);
  const char *label
      = described != NULL ? sc_column_get_label (described, self->solution->language) : otherwise;

  /* What is said already is not found twice. */
  if (g_strcmp0 (label, column) != 0 && g_strcmp0 (label, known) != 0)
    visit (self, SC_TEXT_COLUMN_LABEL, SC_OBSTACLE_TABLE, label);
}

static void
visit_process (Walk *self, const ScStep *step)
{
  const ScProcess *process = sc_run_find_process (self->solution, step->process_id);

  if (process != NULL)
    visit (self, SC_TEXT_PROCESS, SC_OBSTACLE_PROCESS, process->name);
  visit (self, SC_TEXT_UNIQUE_NAME, SC_OBSTACLE_ID, step->process_name);
  visit (self, SC_TEXT_PROCESS_ID, SC_OBSTACLE_ID, step->process_id);
}

static gboolean
has_telling_name (const ScStep *step)
{
  return step->kind != SC_STEP_DATA
         || (step->labels == NULL && g_strcmp0 (step->name, SC_STEP_DEFAULT_NAME) != 0);
}

static gpointer
map_step (Walk *self, gconstpointer item, guint position)
{
  const ScStep *step = item;
  ScObstacle column_obstacle = step->kind == SC_STEP_DATA ? SC_OBSTACLE_NONE : SC_OBSTACLE_PROCESS;
  g_autofree char *name = NULL;
  g_autoptr (ScStep) changed = NULL;
  ScList *labels;
  const char *column;

  self->place.kind = SC_FOUND_STEP;
  self->place.step = step;
  self->place.table = self->place.stage->table;
  map_names (self, step->labels, step->name, has_telling_name (step), &labels, &name);
  if (labels != NULL || name != NULL)
    changed = sc_step_copy (step);
  if (labels != NULL)
    sc_take_value (changed, labels, labels);
  if (name != NULL)
    sc_set_string (changed, name, name);

  column = visit (self, SC_TEXT_COLUMN, column_obstacle, step->column);
  if (column != NULL)
    {
      if (changed == NULL)
        changed = sc_step_copy (step);
      sc_edit_rebind_step (self->solution, changed, self->place.table, column);
    }
  visit_column_label (self, step->column, step->column != NULL ? step->display_name : NULL,
                      sc_step_get_label (step, self->solution->language));
  if (step->kind != SC_STEP_DATA)
    visit_process (self, step);
  visit (self, SC_TEXT_ID, SC_OBSTACLE_ID, step->id);
  self->place.step = NULL;
  return g_steal_pointer (&changed);
}

static gpointer
map_operand (Walk *self, gconstpointer item, guint position)
{
  const ScOperand *operand = item;
  const char *column;
  ScOperand *changed;

  if (g_strcmp0 (operand->type, SC_OPERAND_COLUMN) != 0)
    {
      visit (self, SC_TEXT_VALUE, SC_OBSTACLE_VALUE, operand->value);
      visit (self, SC_TEXT_VALUE, SC_OBSTACLE_VALUE, operand->display);
      return NULL;
    }
  self->place.table = operand->table != NULL ? operand->table : self->place.stage->table;
  column = visit (self, SC_TEXT_COLUMN, SC_OBSTACLE_NONE, operand->value);
  if (column == NULL)
    return NULL;
  changed = sc_operand_copy (operand);
  sc_set_string (changed, value, column);
  return changed;
}

static gpointer
map_clause (Walk *self, gconstpointer item, guint position)
{
  const ScClause *clause = item;
  const ScStage *stage = self->place.stage;
  ScClause *changed = NULL;
  ScList *operands;
  const char *column;

  self->place.kind = SC_FOUND_CLAUSE;
  self->place.clause = (int) position;
  self->place.table = clause->table != NULL ? clause->table : stage->table;
  column = visit (self, SC_TEXT_COLUMN, SC_OBSTACLE_NONE, clause->column);
  if (column != NULL)
    changed = sc_edit_rebind_clause (self->solution, stage, clause, column);
  visit_column_label (self, clause->column, NULL, NULL);
  operands = map_list (self, clause->operands, map_operand);
  if (operands != NULL && changed == NULL)
    changed = sc_clause_copy (clause);
  /* A column of another type takes none of the values along. */
  if (operands != NULL && (column == NULL || changed->operands == clause->operands))
    sc_set_value (changed, operands, operands);
  sc_list_unref (operands);
  self->place.clause = -1;
  return changed;
}

static gpointer
map_branch (Walk *self, gconstpointer item, guint position)
{
  const ScBranch *branch = item;
  g_autofree char *name = NULL;
  ScBranch *changed;
  ScList *clauses;

  self->place.kind = SC_FOUND_BRANCH;
  self->place.branch = (int) position;
  name = g_strdup (visit (self, SC_TEXT_NAME, SC_OBSTACLE_NONE, branch->name));
  clauses = map_list (self, branch->clauses, map_clause);
  self->place.branch = -1;
  if (name == NULL && clauses == NULL)
    return NULL;
  changed = sc_branch_copy (branch);
  if (name != NULL)
    sc_set_string (changed, name, name);
  if (clauses != NULL)
    sc_take_value (changed, clauses, clauses);
  return changed;
}

static gpointer
map_trigger (Walk *self, gconstpointer item, guint position)
{
  const ScTrigger *trigger = item;

  self->place.kind = SC_FOUND_WORKFLOW;
  visit (self, SC_TEXT_PROCESS, SC_OBSTACLE_PROCESS, trigger->name);
  visit (self, SC_TEXT_PROCESS_ID, SC_OBSTACLE_ID, trigger->workflow_id);
  return NULL;
}

static void
visit_table (Walk *self, const char *table)
{
  const char *label = sc_solution_get_table_label (self->solution, table);

  visit (self, SC_TEXT_TABLE, SC_OBSTACLE_TABLE, table);
  if (g_strcmp0 (label, table) != 0)
    visit (self, SC_TEXT_TABLE_LABEL, SC_OBSTACLE_TABLE, label);
}

static gpointer
map_stage (Walk *self, gconstpointer item, guint position)
{
  const ScStage *stage = item;
  ScList *labels, *steps, *branches;
  g_autofree char *name = NULL;
  ScStage *changed;

  self->place.kind = SC_FOUND_STAGE;
  self->place.stage = stage;
  map_names (self, stage->labels, stage->name, TRUE, &labels, &name);
  visit_table (self, stage->table);
  visit (self, SC_TEXT_ID, SC_OBSTACLE_ID, stage->id);
  steps = map_list (self, stage->steps, map_step);
  map_list (self, stage->triggers, map_trigger);
  branches
      = stage->condition != NULL ? map_list (self, stage->condition->branches, map_branch) : NULL;
  self->place.stage = NULL;
  if (labels == NULL && name == NULL && steps == NULL && branches == NULL)
    return NULL;

  changed = sc_stage_copy (stage);
  if (labels != NULL)
    sc_take_value (changed, labels, labels);
  if (name != NULL)
    sc_set_string (changed, name, name);
  if (steps != NULL)
    sc_take_value (changed, steps, steps);
  if (branches != NULL)
    {
      ScCondition *condition = sc_condition_copy (stage->condition);

      sc_take_value (condition, branches, branches);
      sc_take_value (changed, condition, condition);
    }
  return changed;
}

/* The branch by which the stage leads there. */
static int
find_way (const ScStage *stage, const char *target)
{
  if (stage == NULL || stage->condition == NULL)
    return SC_EDGE_NEXT;
  sc_list_foreach (stage->condition->branches, const ScBranch *, branch)
    {
      if (sc_id_equal (branch->target, target))
        return (int) branch_i;
    }
  return SC_EDGE_NEXT;
}

static void
visit_transitions (Walk *self, const ScFlow *flow)
{
  self->place.kind = SC_FOUND_RELATIONSHIP;
  sc_list_foreach (flow->transitions, const ScTransition *, transition)
    {
      self->place.stage = sc_flow_find_stage (flow, transition->source, NULL);
      self->place.branch = find_way (self->place.stage, transition->target);
      visit (self, SC_TEXT_RELATIONSHIP, SC_OBSTACLE_TABLE, transition->relationship);
      visit (self, SC_TEXT_RELATIONSHIP, SC_OBSTACLE_TABLE, transition->attribute);
    }
  self->place.stage = NULL;
}

static gpointer
map_flow (Walk *self, gconstpointer item, guint position)
{
  const ScFlow *flow = item;
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;
  ScList *labels, *stages;
  ScFlow *changed;

  self->locked = sc_lock_get (self->solution, flow) != SC_LOCK_NONE;
  self->place = (ScTextPlace){ .kind = SC_FOUND_FLOW, .flow = flow, .branch = -1, .clause = -1 };
  self->place.flow_position = (int) position;
  map_names (self, flow->labels, flow->name, TRUE, &labels, &name);
  description = g_strdup (visit (self, SC_TEXT_DESCRIPTION, SC_OBSTACLE_NONE, flow->description));
  visit (self, SC_TEXT_UNIQUE_NAME, SC_OBSTACLE_ID, flow->unique_name);
  visit (self, SC_TEXT_ID, SC_OBSTACLE_ID, flow->id);
  stages = map_list (self, flow->stages, map_stage);
  visit_transitions (self, flow);
  if (labels == NULL && name == NULL && description == NULL && stages == NULL)
    return NULL;

  changed = sc_flow_copy (flow);
  if (labels != NULL)
    sc_take_value (changed, labels, labels);
  if (name != NULL)
    sc_set_string (changed, name, name);
  if (description != NULL)
    sc_set_string (changed, description, *description != '\0' ? description : NULL);
  if (stages != NULL)
    sc_take_value (changed, stages, stages);
  return changed;
}

static gpointer
map_role (Walk *self, gconstpointer item, guint position)
{
  const ScRole *role = item;
  const char *name;
  ScRole *changed;

  self->place.kind = SC_FOUND_ROLE;
  self->place.role = role;
  name = visit (self, SC_TEXT_NAME, SC_OBSTACLE_NONE, role->name);
  changed = name != NULL ? sc_role_copy (role) : NULL;
  if (changed != NULL)
    sc_set_string (changed, name, name);
  visit (self, SC_TEXT_ID, SC_OBSTACLE_ID, role->id);
  return changed;
}

/* Takes over the lists; NULL for one that stays. */
static ScSolution *
finish (const ScSolution *solution, ScList *flows, ScList *roles)
{
  ScSolution *changed;

  if (flows == NULL && roles == NULL)
    return sc_solution_ref (solution);
  changed = sc_solution_copy (solution);
  if (flows != NULL)
    sc_take_value (changed, flows, flows);
  if (roles != NULL)
    sc_take_value (changed, roles, roles);
  return changed;
}

ScSolution *
sc_texts_walk (const ScSolution *solution, int position, ScTextFunc visit_text, gpointer data)
{
  g_autoptr (GHashTable) columns = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
  Walk self = { .solution = solution, .visit = visit_text, .data = data, .columns = columns };
  ScList *flows, *roles;

  if (position >= 0)
    {
      const ScFlow *flow = sc_list_get (solution->flows, (guint) position);
      g_autoptr (ScFlow) changed = flow != NULL ? map_flow (&self, flow, (guint) position) : NULL;

      return finish (solution,
                     changed != NULL ? sc_list_replace (solution->flows, (guint) position, changed)
                                     : NULL,
                     NULL);
    }
  flows = map_list (&self, solution->flows, map_flow);
  self.locked = sc_lock_get (solution, NULL) != SC_LOCK_NONE;
  self.place = (ScTextPlace){ .branch = -1, .clause = -1, .flow_position = -1 };
  roles = map_list (&self, solution->roles, map_role);
  return finish (solution, flows, roles);
}
