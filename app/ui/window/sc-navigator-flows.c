/* sc-navigator-flows.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-navigator-flows.h"

#include <glib/gi18n-lib.h>

#include "sc-collate.h"
#include "sc-name.h"

/* The flows of one table, in process order. */
typedef struct
{
  const char *table; /* NULL: not known */
  const char *title;
  GPtrArray *flows;
} Group;

static Group *
group_new (const ScSolution *solution, const char *table)
{
  Group *group = g_new0 (Group, 1);

  group->table = table;
  group->title = table != NULL ? sc_solution_get_table_label (solution, table) : _ ("No table");
  group->flows = g_ptr_array_new ();
  return group;
}

static void
group_free (Group *group)
{
  g_ptr_array_unref (group->flows);
  g_free (group);
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const Group *p = *(const Group *const *) a, *q = *(const Group *const *) b;

  if (p->table == NULL || q->table == NULL)
    return (p->table == NULL) - (q->table == NULL);
  return sc_collate (p->title, q->title);
}

static GPtrArray *
group_flows (const ScSolution *solution)
{
  g_autoptr (GPtrArray) flows = sc_solution_list_flows_in_order (solution);
  g_autoptr (GHashTable) by_table = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  Group *without = NULL;

  for (guint i = 0; i < flows->len; i++)
    {
      const ScFlow *flow = g_ptr_array_index (flows, i);
      const char *table = sc_flow_get_start_table (flow);
      Group *group = table != NULL ? g_hash_table_lookup (by_table, table) : without;

      if (group == NULL)
        {
          group = group_new (solution, table);
          g_ptr_array_add (groups, group);
          if (table != NULL)
            g_hash_table_insert (by_table, (gpointer) table, group);
          else
            without = group;
        }
      g_ptr_array_add (group->flows, (gpointer) flow);
    }
  g_ptr_array_sort (groups, compare_groups);
  return groups;
}

static const char *
keep (ScNavigatorFlows *self, char *text)
{
  g_ptr_array_add (self->texts, text);
  return text;
}

/* What a flow is also known by, one a line. */
static char *
list_keywords (const ScFlow *flow, const Group *group)
{
  GString *text = g_string_new (group->title);

  if (group->table != NULL)
    g_string_append_printf (text, "\n%s", group->table);
  if (flow->name != NULL)
    g_string_append_printf (text, "\n%s", flow->name);
  if (flow->unique_name != NULL)
    g_string_append_printf (text, "\n%s", flow->unique_name);
  sc_list_foreach (flow->labels, const ScLabel *, label)
    {
      if (label->text != NULL)
        g_string_append_printf (text, "\n%s", label->text);
    }
  return g_string_free (text, FALSE);
}

static char *
describe_place (const Group *group, guint position)
{
  if (group->table == NULL)
    return g_strdup_printf (_ ("position %u of %u without a table"), position + 1,
                            group->flows->len);
  /* TRANSLATORS: where a flow stands in the process order: "position 2 of 4 on Opportunity". */
  return g_strdup_printf (_ ("position %u of %u on %s"), position + 1, group->flows->len,
                          group->title);
}

static void
add_flow (ScNavigatorFlows *self,
          const ScSolution *solution,
          int language,
          const Group *group,
          guint position)
{
  const ScFlow *flow = g_ptr_array_index (group->flows, position);
  ScNavigatorFacts *facts = &self->facts[self->n];

  self->ids[self->n++] = flow->id;
  facts->title = sc_flow_get_label (flow, language);
  facts->draft = !flow->active;
  facts->lock = sc_lock_get (solution, flow);
  if (facts->lock != SC_LOCK_NONE && !solution->managed)
    facts->detail = _ ("read-only");
  facts->keywords = keep (self, list_keywords (flow, group));
  facts->place = keep (self, describe_place (group, position));
  facts->group = self->n_groups;
  facts->is_first = position == 0;
  facts->is_last = position + 1 == group->flows->len;
}

static void
add_group (ScNavigatorFlows *self, const ScSolution *solution, int language, const Group *group)
{
  ScNavigatorGroup *shown = &self->groups[self->n_groups];

  shown->title = group->title;
  shown->limit = sc_validation_get_max_active_flows (solution);
  for (guint i = 0; i < group->flows->len; i++)
    {
      shown->n_active += ((const ScFlow *) g_ptr_array_index (group->flows, i))->active;
      add_flow (self, solution, language, group, i);
    }
  self->n_groups++;
}

ScNavigatorFlows *
sc_navigator_flows_new (const ScSolution *solution, int language)
{
  ScNavigatorFlows *self = g_new0 (ScNavigatorFlows, 1);
  g_autoptr (GPtrArray) groups = group_flows (solution);
  guint n = sc_list_length (solution->flows);

  self->ids = g_new0 (const char *, n + 1);
  self->facts = g_new0 (ScNavigatorFacts, n + 1);
  self->groups = g_new0 (ScNavigatorGroup, groups->len + 1);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < groups->len; i++)
    add_group (self, solution, language, g_ptr_array_index (groups, i));
  return self;
}

void
sc_navigator_flows_free (ScNavigatorFlows *self)
{
  g_free (self->ids);
  g_free (self->facts);
  g_free (self->groups);
  g_ptr_array_unref (self->texts);
  g_free (self);
}
