/* bench-access.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdlib.h>
#include <time.h>

#include "sc-access-edit.h"
#include "sc-persona-access.h"

/* Access with 200 roles, 50 flows and 20 personas: what a toggle costs until all personas are known
 * again. Nothing is asserted: people read this. */

#define N_RUNS     200
#define N_ROLES    200
#define N_FLOWS    50
#define N_TABLES   10
#define N_PERSONAS 20
#define N_HELD     6 /* roles of a persona */

typedef struct
{
  guint n_privileges; /* of a role */
  ScSolution *solution;
  ScAccessMap *map;
  ScPersonaAccess *personas[N_PERSONAS];
  GRand *rand;
  double *times;
} Bench;

static char *
make_id (const char *kind, guint i)
{
  return g_strdup_printf ("%s-%u", kind, i);
}

static ScFlow *
make_flow (guint i)
{
  ScFlow *flow = sc_flow_new ();
  g_autofree char *id = make_id ("flow", i);
  GPtrArray *stages = sc_list_collect ();

  for (guint s = 0; s < 5; s++)
    {
      ScStage *stage = sc_stage_new ();
      g_autofree char *stage_id = g_strdup_printf ("%u-%u", i, s);
      g_autofree char *table = make_id ("new_table", (i + s / 2) % N_TABLES);

      sc_set_string (stage, id, stage_id);
      sc_set_string (stage, table, table);
      g_ptr_array_add (stages, stage);
    }
  sc_set_string (flow, id, id);
  sc_set_string (flow, name, id);
  sc_set_string (flow, unique_name, id);
  sc_take_value (flow, stages, sc_list_new_take (stages));
  flow->active = TRUE;
  flow->order = (int) i;
  return flow;
}

/* Of the flows and tables some, and what else a role has. */
static ScRole *
make_role (Bench *self, guint i)
{
  ScRole *role = sc_role_new ();
  g_autofree char *id = make_id ("role", i);
  GPtrArray *privileges = sc_list_collect ();

  for (guint p = 0; p < self->n_privileges; p++)
    {
      ScPrivilege *privilege = sc_privilege_new ();
      guint which = p / SC_N_ACCESS;
      g_autofree char *table = make_id (which < N_FLOWS              ? "flow"
                                        : which < N_FLOWS + N_TABLES ? "new_table"
                                                                     : "new_other",
                                        which < N_FLOWS ? which : which - N_FLOWS);
      g_autofree char *name = sc_access_get_privilege_name ((ScAccess) (p % SC_N_ACCESS), table);

      sc_set_string (privilege, name, name);
      privilege->level = SC_LEVEL_ORGANIZATION;
      if (g_rand_int_range (self->rand, 0, 4) == 0 && which < N_FLOWS + N_TABLES)
        sc_privilege_unref (privilege);
      else
        g_ptr_array_add (privileges, privilege);
    }
  sc_set_string (role, id, id);
  sc_set_string (role, name, id);
  sc_take_value (role, privileges, sc_list_new_take (privileges));
  return role;
}

static ScPersona *
make_persona (Bench *self, guint i)
{
  ScPersona *persona = sc_persona_new ();
  g_autofree char *id = make_id ("persona", i);
  GPtrArray *roles = sc_list_collect ();

  for (guint r = 0; r < N_HELD; r++)
    {
      g_autofree char *role = make_id ("role", (guint) g_rand_int_range (self->rand, 0, N_ROLES));

      g_ptr_array_add (roles, sc_label_new_text (0, role));
    }
  sc_set_string (persona, id, id);
  sc_set_string (persona, name, id);
  sc_take_value (persona, roles, sc_list_new_take (roles));
  return persona;
}

static ScSolution *
make_solution (Bench *self)
{
  ScSolution *solution = sc_solution_new ();
  GPtrArray *flows = sc_list_collect (), *roles = sc_list_collect (),
            *personas = sc_list_collect ();

  for (guint i = 0; i < N_FLOWS; i++)
    g_ptr_array_add (flows, make_flow (i));
  for (guint i = 0; i < N_ROLES; i++)
    g_ptr_array_add (roles, make_role (self, i));
  for (guint i = 0; i < N_PERSONAS; i++)
    g_ptr_array_add (personas, make_persona (self, i));
  solution->language = SC_LANGUAGE_ENGLISH;
  sc_take_value (solution, flows, sc_list_new_take (flows));
  sc_take_value (solution, roles, sc_list_new_take (roles));
  sc_take_value (solution, personas, sc_list_new_take (personas));
  return solution;
}

/* Every persona: all buttons of all flows, and the first flow of all tables. */
static guint
know_all (Bench *self)
{
  const GPtrArray *tables = sc_access_map_get_start_tables (self->map);
  guint n = 0;

  sc_list_foreach (self->solution->personas, const ScPersona *, persona)
    {
      g_clear_pointer (&self->personas[persona_i], sc_persona_access_unref);
      self->personas[persona_i] = sc_persona_access_new (self->map, persona);
      sc_list_foreach (self->solution->flows, const ScFlow *, flow)
        {
          for (ScFlowAct act = 0; act < SC_N_ACTS; act++)
            n += sc_persona_access_may (self->personas[persona_i], flow, act, NULL);
        }
      for (guint i = 0; i < tables->len; i++)
        n += sc_persona_access_get_first (self->personas[persona_i], g_ptr_array_index (tables, i))
             != NULL;
    }
  return n;
}

static void
follow (Bench *self, ScSolution *after)
{
  ScAccessMap *map = sc_access_map_new (after, NULL, self->map);

  sc_solution_unref (self->solution);
  self->solution = after;
  if (self->map != NULL)
    sc_access_map_unref (self->map);
  self->map = map;
}

/* The role of a persona, and a cell that it has. */
static ScSolution *
toggle (Bench *self)
{
  const ScList *targets = sc_access_levels_get_targets (sc_access_map_get_levels (self->map));
  const ScAccessTarget *target
      = sc_list_get (targets, (guint) g_rand_int_range (self->rand, 0, N_FLOWS));
  const ScPersona *persona = sc_list_get (self->solution->personas,
                                          (guint) g_rand_int_range (self->rand, 0, N_PERSONAS));
  const ScLabel *label = sc_list_get (persona->roles, 0);
  const ScRole *role = sc_solution_find_role (self->solution, label->text, NULL);
  ScLevel level = sc_access_target_get_level (target, role, SC_ACCESS_READ);

  return sc_access_set (self->solution, target, role->id, SC_ACCESS_READ,
                        sc_access_target_next_level (target, level, FALSE), NULL);
}

static void
job_anew (Bench *self)
{
  sc_access_map_unref (self->map);
  self->map = NULL;
  follow (self, sc_solution_ref (self->solution));
  know_all (self);
}

static void
job_edit (Bench *self)
{
  sc_solution_unref (toggle (self));
}

static void
job_column (Bench *self)
{
  static const ScLevel user[SC_N_ACCESS]
      = { SC_LEVEL_ORGANIZATION, SC_LEVEL_ORGANIZATION, SC_LEVEL_ORGANIZATION,
          SC_LEVEL_NONE,         SC_LEVEL_ORGANIZATION, SC_LEVEL_ORGANIZATION };
  const ScList *targets = sc_access_levels_get_targets (sc_access_map_get_levels (self->map));
  g_autoptr (ScList) one = sc_list_append (NULL, sc_list_get (targets, 3));
  g_autoptr (GPtrArray) roles = g_ptr_array_new ();

  sc_list_foreach (self->solution->roles, const ScRole *, role)
    {
      g_ptr_array_add (roles, (gpointer) role->id);
    }
  g_ptr_array_add (roles, NULL);
  sc_solution_unref (
      sc_access_apply_mask (self->solution, one, (const char *const *) roles->pdata, user, NULL));
}

static void
job_cells (Bench *self)
{
  const ScAccessLevels *levels = sc_access_map_get_levels (self->map);
  volatile guint n = 0;

  for (guint role = 0; role < N_ROLES; role++)
    for (guint flow = 0; flow < N_FLOWS; flow++)
      for (ScAccess access = 0; access < SC_N_ACCESS; access++)
        n += sc_access_levels_get (levels, role, flow, access);
}

static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double p = *(const double *) a, q = *(const double *) b;

  return (p > q) - (p < q);
}

static void
report (const char *title, double *times, guint n)
{
  qsort (times, n, sizeof *times, compare_doubles);
  g_print ("%-46s %9.4f %9.4f %9.4f\n", title, times[0] * 1e3, times[n / 2] * 1e3,
           times[n * 95 / 100] * 1e3);
}

static void
measure (Bench *self, const char *title, void (*job) (Bench *self), guint n)
{
  for (guint i = 0; i < n; i++)
    {
      double start = get_seconds ();

      job (self);
      self->times[i] = get_seconds () - start;
    }
  report (title, self->times, n);
}

/* The toggle itself is not in it, see job_edit(). */
static void
measure_toggle (Bench *self)
{
  for (guint i = 0; i < N_RUNS; i++)
    {
      ScSolution *after = toggle (self);
      double start = get_seconds ();

      follow (self, after);
      know_all (self);
      self->times[i] = get_seconds () - start;
    }
  report ("all personas after a toggle", self->times, N_RUNS);
}

static void
run (guint n_privileges)
{
  double times[N_RUNS];
  Bench self = { .n_privileges = n_privileges, .rand = g_rand_new_with_seed (3), .times = times };

  self.solution = make_solution (&self);
  follow (&self, sc_solution_ref (self.solution));
  know_all (&self);
  g_print ("%u roles of %u privileges, %u flows, %u personas; ms: %10s %9s %9s\n", N_ROLES,
           n_privileges, N_FLOWS, N_PERSONAS, "min", "median", "p95");
  measure (&self, "all roles and personas, anew", job_anew, 20);
  measure_toggle (&self);
  measure (&self, "toggling one cell", job_edit, N_RUNS);
  measure (&self, "one preset for all roles", job_column, 20);
  measure (&self, "reading all cells of the flows", job_cells, N_RUNS);
  for (guint i = 0; i < N_PERSONAS; i++)
    sc_persona_access_unref (self.personas[i]);
  sc_access_map_unref (self.map);
  sc_solution_unref (self.solution);
  g_rand_free (self.rand);
}

int
main (void)
{
  run (1000);
  run (6000);
  return 0;
}
