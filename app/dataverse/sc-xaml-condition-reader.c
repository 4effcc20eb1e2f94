/* sc-xaml-condition-reader.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-xaml-reader.h"

#include <glib/gi18n-lib.h>

#include "sc-xaml-expression.h"

/* A branch is a run of activities that fill variables, and the branch itself, which looks at one
 * of them. The variables' names mean nothing beyond that, so that only their connections are
 * followed here; the writer gives them names anew. */
typedef struct
{
  const ScXml *xml;
  GHashTable *values; /* name of a variable → ScOperand */
  GPtrArray *clauses; /* of ScClause, as far as they are complete */
  ScClause *open;     /* whose comparison has not come yet */
  char *operand;      /* variable that holds the column of the open clause */
  char *left;         /* variable with the outcome of all joined clauses */
  char *right;        /* variable with the outcome of the clause that is yet to be joined */
} Branch;

static void
branch_clear (Branch *self)
{
  g_clear_pointer (&self->values, g_hash_table_unref);
  g_clear_pointer (&self->clauses, g_ptr_array_unref);
  g_clear_pointer (&self->open, sc_clause_unref);
  g_clear_pointer (&self->operand, g_free);
  g_clear_pointer (&self->left, g_free);
  g_clear_pointer (&self->right, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Branch, branch_clear)

static void
branch_start (Branch *self)
{
  branch_clear (self);
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, sc_value_unref);
  self->clauses = sc_list_collect ();
}

static gboolean
fail (const Branch *self, const ScXmlNode *node, GError **error)
{
  return sc_xaml_fail (self->xml, node, error,
                       _ ("the parts of this condition do not fit together"));
}

static char *
get_variable (const ScXmlNode *node, const char *argument)
{
  return sc_xaml_parse_variable (sc_xml_node_get_text (sc_xaml_node_get_argument (node, argument)));
}

/* Takes over operand. */
static gboolean
keep_value (
    Branch *self, const ScXmlNode *node, const char *variable, ScOperand *operand, GError **error)
{
  if (variable == NULL || self->open == NULL)
    {
      sc_operand_unref (operand);
      return fail (self, node, error);
    }
  g_hash_table_replace (self->values, g_strdup (variable), operand);
  return TRUE;
}

/* The value of a variable, once: whatever is written gives each value a variable of its own, and a
 * long one that is named thousands of times would be written as often. NULL when there is none. */
static ScOperand *
take_named (Branch *self, const char *variable)
{
  g_autofree char *name = NULL;
  ScOperand *operand = NULL;

  g_hash_table_steal_extended (self->values, variable, (gpointer *) &name, (gpointer *) &operand);
  return operand;
}

/* The first column of a clause is what is compared; another one is what it is compared with. */
static gboolean
read_column (Branch *self, const ScXmlNode *node, GError **error)
{
  const char *table = sc_xaml_node_get_attribute (node, "EntityName");
  const char *column = sc_xaml_node_get_attribute (node, "Attribute");
  g_autofree char *variable = sc_xaml_parse_variable (sc_xml_node_get_attribute (node, "Value"));

  if (table == NULL || column == NULL || variable == NULL)
    return fail (self, node, error);
  if (self->open != NULL)
    {
      ScOperand *operand = sc_operand_new ();

      sc_set_string (operand, type, SC_OPERAND_COLUMN);
      sc_set_string (operand, table, table);
      sc_set_string (operand, value, column);
      return keep_value (self, node, variable, operand, error);
    }

  self->open = sc_clause_new ();
  sc_set_string (self->open, table, table);
  sc_set_string (self->open, column, column);
  self->operand = g_steal_pointer (&variable);
  return TRUE;
}

static gboolean
read_constant (Branch *self, const ScXmlNode *node, GError **error)
{
  const ScXmlNode *parameters = sc_xaml_node_get_argument (node, "Parameters");
  g_autofree char *variable = get_variable (node, "Result");
  g_autofree char *id_variable = NULL;
  g_autoptr (ScOperand) operand
      = sc_xaml_parse_constant (sc_xml_node_get_text (parameters), &id_variable);

  if (operand == NULL)
    return sc_xaml_fail_unknown (self->xml, parameters != NULL ? parameters : node, error);
  if (id_variable != NULL)
    {
      g_autoptr (ScOperand) id = take_named (self, id_variable);

      if (id == NULL || g_strcmp0 (id->type, "Guid") != 0)
        return fail (self, node, error);
      sc_set_string (operand, value, id->value);
    }
  return keep_value (self, node, variable, g_steal_pointer (&operand), error);
}

static ScList *
collect_operands (Branch *self, const ScXmlNode *parameters)
{
  g_auto (GStrv) names = sc_xaml_parse_values (sc_xml_node_get_text (parameters));
  g_autoptr (GPtrArray) operands = sc_list_collect ();

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      ScOperand *operand = take_named (self, names[i]);

      if (operand == NULL)
        return NULL;
      g_ptr_array_add (operands, operand);
    }
  return operands->len > 0 ? sc_list_new_take (g_steal_pointer (&operands)) : NULL;
}

static gboolean
read_comparison (Branch *self, const ScXmlNode *node, GError **error)
{
  const ScXmlNode *operator= sc_xaml_node_get_argument (node, "ConditionOperator");
  const ScXmlNode *parameters = sc_xaml_node_get_argument (node, "Parameters");
  g_autofree char *operand = get_variable (node, "Operand");
  g_autofree char *result = get_variable (node, "Result");
  gboolean takes_values = parameters != NULL && !sc_xml_node_is (parameters, "Null");

  if (self->open == NULL
      || operator== NULL || result == NULL || g_strcmp0 (operand, self->operand) != 0
      || self->right != NULL)
    return fail (self, node, error);
  sc_set_string (self->open, operator, sc_xml_node_get_text (operator));
  if (takes_values)
    sc_take_value (self->open, operands, collect_operands (self, parameters));
  if (takes_values && self->open->operands == NULL)
    return fail (self, parameters, error);

  g_ptr_array_add (self->clauses, g_steal_pointer (&self->open));
  g_clear_pointer (&self->operand, g_free);
  g_hash_table_remove_all (self->values);
  *(self->left == NULL ? &self->left : &self->right) = g_steal_pointer (&result);
  return TRUE;
}

/* Only what is joined from the left fits in a list of clauses. */
static gboolean
read_join (Branch *self, const ScXmlNode *node, GError **error)
{
  const ScXmlNode *operator= sc_xaml_node_get_argument (node, "LogicalOperator");
  const char *text = operator!= NULL ? sc_xml_node_get_text (operator) : "";
  g_autofree char *left = get_variable (node, "LeftOperand");
  g_autofree char *right = get_variable (node, "RightOperand");
  g_autofree char *result = get_variable (node, "Result");
  gboolean either = g_str_equal (text, "Or");

  if (left == NULL || right == NULL || result == NULL || self->right == NULL)
    return fail (self, node, error);
  if (g_strcmp0 (left, self->left) != 0 || g_strcmp0 (right, self->right) != 0
      || (!either && !g_str_equal (text, "And")))
    return sc_xaml_fail_unknown (self->xml, node, error);

  ScClause *clause = g_ptr_array_index (self->clauses, self->clauses->len - 1);

  clause->join = either ? SC_JOIN_OR : SC_JOIN_AND;
  g_clear_pointer (&self->right, g_free);
  g_free (self->left);
  self->left = g_steal_pointer (&result);
  return TRUE;
}

/* The stage that a branch leads to: the one thing that may stand behind Then. */
static gboolean
read_target (Branch *self, const ScXmlNode *node, ScBranch *branch, GError **error)
{
  const ScXmlNode *then = sc_xaml_node_get_property (node, "Then");
  const ScXmlNode *activities = sc_xaml_node_get_property (then, "Activities");
  const ScXmlNode *other = sc_xaml_node_get_property (node, "Else");

  if (other != NULL && !sc_xml_node_is (other, "Null"))
    return sc_xaml_fail_unknown (self->xml, other, error);
  if (activities == NULL)
    return fail (self, node, error);
  if (sc_xml_node_get_first_child (activities) == NULL)
    return TRUE;

  const ScXmlNode *sequence = sc_xaml_node_get_only_child (self->xml, activities, error);

  if (sequence == NULL)
    return FALSE;
  if (!sc_xml_node_is (sequence, "Sequence"))
    return sc_xaml_fail_unknown (self->xml, sequence, error);

  const ScXmlNode *next = sc_xaml_node_get_only_child (self->xml, sequence, error);

  if (next == NULL)
    return FALSE;
  if (!sc_xml_node_is (next, "SetNextStage"))
    return sc_xaml_fail_unknown (self->xml, next, error);
  sc_set_string (branch, target, sc_xaml_node_get_attribute (next, "StageId"));
  return TRUE;
}

static gboolean
check_complete (const Branch *self, const ScXmlNode *node, const ScBranch *branch, GError **error)
{
  g_autofree char *condition = get_variable (node, "Condition");

  if (self->open != NULL || self->right != NULL)
    return fail (self, node, error);
  if (branch->otherwise)
    return self->clauses->len == 0 || fail (self, node, error);
  if (self->clauses->len > 0 && g_strcmp0 (condition, self->left) != 0)
    return fail (self, node, error);
  return condition != NULL || fail (self, node, error);
}

static ScBranch *
read_branch (Branch *self, const ScXmlNode *node, GError **error)
{
  g_autoptr (ScBranch) branch = sc_branch_new ();
  const ScXmlNode *condition = sc_xaml_node_get_argument (node, "Condition");
  const char *name = sc_xaml_node_get_property_text (node, "Description");

  branch->otherwise
      = condition != NULL && g_strcmp0 (sc_xml_node_get_text (condition), "True") == 0;
  if (!check_complete (self, node, branch, error) || !read_target (self, node, branch, error))
    return NULL;
  if (name != NULL && name[0] != '\0')
    sc_set_string (branch, name, name);
  if (self->clauses->len > 0)
    sc_take_value (branch, clauses, sc_list_new_take (g_steal_pointer (&self->clauses)));
  return g_steal_pointer (&branch);
}

static gboolean
read_activity (Branch *self, const ScXmlNode *node, GError **error)
{
  if (sc_xml_node_is (node, "GetEntityProperty"))
    return read_column (self, node, error);
  switch (sc_xaml_node_get_class (node))
    {
    case SC_XAML_EXPRESSION:
      return read_constant (self, node, error);
    case SC_XAML_COMPARISON:
      return read_comparison (self, node, error);
    case SC_XAML_LOGICAL:
      return read_join (self, node, error);
    default:
      return sc_xaml_fail_unknown (self->xml, node, error);
    }
}

ScCondition *
sc_xaml_read_condition (const ScXml *xml, const ScXmlNode *node, GError **error)
{
  const ScXmlNode *activities = sc_xaml_node_get_property (node, "Activities");
  g_autoptr (GPtrArray) branches = sc_list_collect ();
  g_auto (Branch) state = { .xml = xml };
  const ScXmlNode *last = NULL;

  if (activities == NULL)
    {
      sc_xaml_fail (xml, node, error, _ ("a condition without branches"));
      return NULL;
    }
  sc_xml_foreach (activities, child)
    {
      if (last == NULL)
        branch_start (&state);
      last = child;
      if (sc_xaml_node_get_class (child) != SC_XAML_BRANCH)
        {
          if (!read_activity (&state, child, error))
            return NULL;
          continue;
        }

      ScBranch *branch = read_branch (&state, child, error);

      if (branch == NULL)
        return NULL;
      g_ptr_array_add (branches, branch);
      last = NULL;
    }
  if (last != NULL)
    {
      fail (&state, last, error);
      return NULL;
    }

  g_autoptr (ScCondition) condition = sc_condition_new ();

  sc_take_value (condition, branches, sc_list_new_take (g_steal_pointer (&branches)));
  return g_steal_pointer (&condition);
}
