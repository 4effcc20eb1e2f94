/* random-edits-solution.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "random-edits-private.h"

#include "sc-edit-grants.h"
#include "sc-edit-metadata.h"
#include "sc-edit-persona.h"
#include "sc-edit-role.h"
#include "sc-edit-rule.h"
#include "sc-edit-solution.h"
#include "sc-lock.h"

static ScLevel
random_level (GRand *rand)
{
  return (ScLevel) random_up_to (rand, SC_LEVEL_ORGANIZATION + 1);
}

EDIT (role_add)
{
  return sc_edit_role_add (draw->solution, NULL, random_text (draw->rand), error);
}

EDIT (role_delete)
{
  return sc_edit_role_delete (draw->solution, draw->role, error);
}

EDIT (role_set_name)
{
  return sc_edit_role_set_name (draw->solution, draw->role, random_text (draw->rand), error);
}

EDIT (role_set_privilege)
{
  return sc_edit_role_set_privilege (
      draw->solution, draw->role,
      random_any (draw->rand, "prvReadLead", "prvReadnew_t", "prvwritelead", "prvCreateAccount"),
      random_level (draw->rand), error);
}

EDIT (role_set_access)
{
  return sc_edit_role_set_access (draw->solution, draw->role, draw->flow,
                                  (ScAccess) random_up_to (draw->rand, SC_N_ACCESS),
                                  random_level (draw->rand), error);
}

/* Also several for one role, and twice for one privilege. */
EDIT (grants_set)
{
  ScGrant grants[6];
  guint n = random_up_to (draw->rand, G_N_ELEMENTS (grants) + 1);

  for (guint i = 0; i < n; i++)
    {
      const ScRole *role = random_item (draw->rand, draw->solution->roles);

      grants[i].role = role != NULL ? role->id : "none";
      grants[i].privilege = random_any (draw->rand, "prvReadLead", "prvREADlead", "prvWriteContact",
                                        "prvAppendLead", "prvAppendToLead", "prvCreateAccount");
      grants[i].level = random_level (draw->rand);
    }
  return sc_edit_grants_set (draw->solution, grants, n, error);
}

static const char *
random_persona (Draw *draw)
{
  const ScPersona *persona = random_item (draw->rand, draw->solution->personas);

  return persona != NULL ? persona->id : "none";
}

EDIT (persona_add)
{
  const char *roles[] = { draw->role, "none", NULL };

  return sc_edit_persona_add (draw->solution, NULL, random_text (draw->rand),
                              g_rand_boolean (draw->rand) ? roles : NULL, error);
}

EDIT (persona_delete)
{
  return sc_edit_persona_delete (draw->solution, random_persona (draw), error);
}

EDIT (persona_set_name)
{
  return sc_edit_persona_set_name (draw->solution, random_persona (draw), random_text (draw->rand),
                                   error);
}

EDIT (persona_set_role)
{
  return sc_edit_persona_set_role (draw->solution, random_persona (draw), draw->role,
                                   g_rand_boolean (draw->rand), error);
}

EDIT (persona_set_app)
{
  return sc_edit_persona_set_app (draw->solution, random_persona (draw),
                                  random_any (draw->rand, NULL, "", "new_app", "sales"), error);
}

EDIT (rule_set)
{
  return sc_edit_rule_set (draw->solution,
                           random_any (draw->rand, "F-01", "F-02", "F-14", "ST-01", "ST-10",
                                       "SP-02", "SP-03", "BR-01", "TB-01", "P-01", "none"),
                           (ScRuleLevel) random_up_to (draw->rand, SC_RULE_ERROR + 1),
                           random_up_to (draw->rand, 2) ? 0 : (int) draw->position,
                           random_text (draw->rand), error);
}

EDIT (solution_set_details)
{
  return sc_edit_solution_set_details (draw->solution, random_any (draw->rand, NULL, "Title", "題"),
                                       random_any (draw->rand, NULL, "Sales", "Service"),
                                       random_any (draw->rand, NULL, "1.0.0.0", "1.0.0.1"),
                                       random_any (draw->rand, NULL, "contoso", "fabrikam"),
                                       random_any (draw->rand, NULL, NULL, "new", "old"), error);
}

EDIT (solution_set_publisher)
{
  return sc_edit_solution_set_publisher (draw->solution,
                                         random_any (draw->rand, NULL, "Contoso", "A"),
                                         10000 * (int) random_up_to (draw->rand, 3), error);
}

EDIT (solution_unlock)
{
  return sc_edit_solution_unlock (draw->solution);
}

EDIT (component_add)
{
  return sc_edit_component_add (draw->solution, SC_COMPONENT_TABLE, NULL,
                                random_table (draw->rand, draw->solution), error);
}

EDIT (table_add)
{
  return sc_edit_table_add (draw->solution, random_table (draw->rand, draw->solution),
                            random_text (draw->rand), error);
}

EDIT (table_delete)
{
  return sc_edit_table_delete (draw->solution, random_table (draw->rand, draw->solution), error);
}

EDIT (column_add)
{
  return sc_edit_column_add (draw->solution, random_table (draw->rand, draw->solution),
                             random_any (draw->rand, "new_c", "new_l", "new_x", "name", "budget"),
                             random_text (draw->rand),
                             (ScColumnType) random_up_to (draw->rand, SC_N_COLUMN_TYPES), error);
}

EDIT (column_delete)
{
  const ScTable *table = random_item (draw->rand, draw->solution->tables);
  const ScColumn *column = table != NULL ? random_item (draw->rand, table->columns) : NULL;

  return sc_edit_column_delete (draw->solution, table != NULL ? table->name : "none",
                                column != NULL ? column->name : "none", error);
}

EDIT (column_describe)
{
  return sc_edit_column_describe (
      draw->solution, random_table (draw->rand, draw->solution),
      random_any (draw->rand, "new_c", "new_l", "new_x", "name", "budget"),
      random_any (draw->rand, NULL, "", "Title"),
      (ScColumnType) random_up_to (draw->rand, SC_N_COLUMN_TYPES), error);
}

/* What the solution knows itself will do for an environment. */
EDIT (metadata_import)
{
  const gboolean any = g_rand_boolean (draw->rand);

  return sc_edit_metadata_import (draw->solution, any ? draw->solution->tables : NULL,
                                  any ? draw->solution->relationships : NULL, error);
}

const RandomKind random_solution_kinds[] = {
  KIND (role_add),
  RARE_KIND (role_delete),
  KIND (role_set_name),
  KIND (role_set_privilege),
  KIND (role_set_access),
  KIND (grants_set),
  KIND (persona_add),
  KIND (persona_delete),
  KIND (persona_set_name),
  KIND (persona_set_role),
  KIND (persona_set_app),
  KIND (rule_set),
  KIND (solution_set_details),
  KIND (solution_set_publisher),
  KIND (solution_unlock),
  KIND (component_add),
  KIND (table_add),
  RARE_KIND (table_delete),
  KIND (column_add),
  RARE_KIND (column_delete),
  KIND (column_describe),
  KIND (metadata_import),
  KINDS_END,
};
