/* sc-edit-flow-copy.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-flow.h"

#include "sc-edit-private.h"
#include "sc-edit-role.h"
#include "sc-id.h"
#include "sc-name.h"
#include "sc-value-map.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DEFAULT_PREFIX "new"
#define ID_LENGTH      36
#define BARE_ID_LENGTH 32

/* Dataverse makes the unique name of a flow from its name: prefix, underscore, then the letters
 * a-z and digits of the name in lower case. */
static char *
derive_unique_name (const ScSolution *solution, const char *name)
{
  gboolean prefixed = solution->prefix != NULL && *solution->prefix != '\0';
  GString *text = g_string_new (prefixed ? solution->prefix : DEFAULT_PREFIX);
  gsize start;

  g_string_append_c (text, '_');
  start = text->len;
  for (const char *c = name; *c != '\0'; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (text, g_ascii_tolower (*c));
  if (text->len == start)
    g_string_append (text, "flow");
  return g_string_free (text, FALSE);
}

static gboolean
unique_name_is_taken (const ScSolution *solution, const char *name)
{
  if (sc_solution_find_table (solution, name, NULL) != NULL)
    return TRUE;
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      if (sc_name_equal (flow->unique_name, name))
        return TRUE;
    }
  return FALSE;
}

char *
sc_edit_make_unique_name (const ScSolution *solution, const char *name)
{
  g_autofree char *base = derive_unique_name (solution, name);
  char *candidate = g_strdup (base);

  for (guint i = 2; unique_name_is_taken (solution, candidate); i++)
    {
      g_free (candidate);
      candidate = g_strdup_printf ("%s%u", base, i);
    }
  return candidate;
}

/* Fields that name something of the same flow, whatever an id looks like there. In all others only
 * what has the form of an id is one. */
static const char *const reference_fields[]
    = { "id", "action_id", "next", "target", "source", "filter" };

static gboolean
is_reference (const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (reference_fields); i++)
    if (g_str_equal (reference_fields[i], field))
      return TRUE;
  return FALSE;
}

static void
add_id (GHashTable *ids, const char *id)
{
  if (id != NULL && *id != '\0' && !g_hash_table_contains (ids, id))
    g_hash_table_insert (ids, (gpointer) id, sc_id_new ());
}

/* What the flow defines, with a fresh id for each. The keys belong to the flow. */
static GHashTable *
collect_ids (const ScFlow *flow, const char *id)
{
  GHashTable *ids = g_hash_table_new_full (sc_id_hash, (GEqualFunc) sc_id_equal, NULL, g_free);

  g_hash_table_insert (ids, (gpointer) flow->id, g_strdup (id));
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      add_id (ids, stage->id);
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          add_id (ids, step->id);
          add_id (ids, step->action_id);
        }
      sc_list_foreach (stage->triggers, const ScTrigger *, trigger)
        {
          add_id (ids, trigger->id);
        }
    }
  return ids;
}

/* Writes the id at text in the form of the others, with dashes, into form. Returns its length in
 * text, or 0 when there is none. */
static gsize
read_id (const char *text, char form[ID_LENGTH + 1])
{
  gsize bare = 0;

  while (bare <= BARE_ID_LENGTH && g_ascii_isxdigit (text[bare]))
    bare++;
  if (bare == 8 && strnlen (text, ID_LENGTH) == ID_LENGTH)
    {
      memcpy (form, text, ID_LENGTH);
      form[ID_LENGTH] = '\0';
      return sc_id_is_valid (form) ? ID_LENGTH : 0;
    }
  if (bare != BARE_ID_LENGTH)
    return 0;
  g_snprintf (form, ID_LENGTH + 1, "%.8s-%.4s-%.4s-%.4s-%.12s", text, text + 8, text + 12,
              text + 16, text + 20);
  return BARE_ID_LENGTH;
}

/* The ids in a text that is something else besides, such as the settings of a control. */
static const char *
map_inside (GHashTable *ids, const char *text, GString *scratch)
{
  char form[ID_LENGTH + 1];

  g_string_truncate (scratch, 0);
  for (const char *at = text; *at != '\0';)
    {
      gsize length = g_ascii_isxdigit (*at) ? read_id (at, form) : 0;
      const char *fresh = length > 0 ? g_hash_table_lookup (ids, form) : NULL;

      if (fresh == NULL)
        {
          /* No id begins within digits. */
          do
            g_string_append_c (scratch, *at);
          while (g_ascii_isxdigit (*at++) && g_ascii_isxdigit (*at));
          continue;
        }
      for (const char *c = fresh; *c != '\0'; c++)
        if (*c != '-' || length == ID_LENGTH)
          g_string_append_c (scratch, *c);
      at += length;
    }
  return scratch->str;
}

static const char *
map_text (const char *field, const char *text, GString *scratch, gpointer ids)
{
  const char *fresh;

  /* A label is that of its stage or step; the platform refuses any other. */
  if (g_str_equal (field, "own_id"))
    return NULL;
  fresh = is_reference (field) ? g_hash_table_lookup (ids, text) : NULL;
  return fresh != NULL ? fresh : map_inside (ids, text, scratch);
}

/* Dataverse leaves records of ways behind that lead to stages of the past. */
static void
drop_stale_transitions (ScFlow *draft)
{
  g_autoptr (GPtrArray) kept = sc_list_collect ();

  sc_list_foreach (draft->transitions, const ScTransition *, transition)
    {
      if (sc_flow_find_stage (draft, transition->source, NULL) != NULL
          && sc_flow_find_stage (draft, transition->target, NULL) != NULL)
        g_ptr_array_add (kept, sc_transition_ref (transition));
    }
  sc_take_value (draft, transitions, sc_list_new_take (g_steal_pointer (&kept)));
}

static char *
number_name (const char *name, guint number)
{
  if (number < 2)
    /* TRANSLATORS: the name of a copy. */
    return g_strdup_printf (_ ("%s (copy)"), name);
  /* TRANSLATORS: the name of the second, third, … copy. */
  return g_strdup_printf (_ ("%s (copy %u)"), name, number);
}

static gboolean
has_flow_named (const ScSolution *solution, const char *name)
{
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      if (g_strcmp0 (flow->name, name) == 0
          || g_strcmp0 (sc_flow_get_label (flow, solution->language), name) == 0)
        return TRUE;
    }
  return FALSE;
}

static guint
find_copy_number (const ScSolution *solution, const ScFlow *flow)
{
  const char *label = sc_flow_get_label (flow, solution->language);

  for (guint number = 1;; number++)
    {
      g_autofree char *name = number_name (label, number);

      if (!has_flow_named (solution, name))
        return number;
    }
}

char *
sc_edit_flow_suggest_copy_name (const ScSolution *solution, const char *flow)
{
  const ScFlow *present = sc_solution_find_flow (solution, flow, NULL);

  return present != NULL ? number_name (sc_flow_get_label (present, solution->language),
                                        find_copy_number (solution, present))
                         : NULL;
}

char *
sc_edit_flow_suggest_import_name (const ScSolution *solution, const ScFlow *flow)
{
  const char *label = sc_flow_get_label (flow, solution->language);

  return has_flow_named (solution, label) ? number_name (label, find_copy_number (solution, flow))
                                          : g_strdup (label);
}

/* The name in the base language is the one asked for, in the others that of the flow with the same
 * number. */
static void
name_copy (const ScSolution *solution, const ScFlow *flow, ScFlow *copy, const char *name)
{
  guint number = find_copy_number (solution, flow);
  g_autoptr (ScList) labels = NULL;

  labels = sc_labels_set (NULL, solution->language, name);
  sc_list_foreach (flow->labels, const ScLabel *, label)
    {
      g_autofree char *text = NULL;
      ScList *more;

      if (label->language == solution->language || label->text == NULL)
        continue;
      text = number_name (label->text, number);
      more = sc_labels_set (labels, label->language, text);
      sc_list_unref (labels);
      labels = more;
    }
  sc_set_string (copy, name, name);
  sc_take_value (copy, labels, g_steal_pointer (&labels));
}

static ScFlow *
make_copy (const ScSolution *solution, const ScFlow *flow, const char *id, const char *name)
{
  g_autoptr (GHashTable) ids = collect_ids (flow, id);
  g_autofree char *unique_name = sc_edit_make_unique_name (solution, name);
  g_autoptr (ScFlow) mapped = sc_value_map_texts (flow, map_text, ids);
  ScFlow *copy = sc_flow_copy (mapped);

  name_copy (solution, flow, copy, name);
  sc_set_string (copy, unique_name, unique_name);
  drop_stale_transitions (copy);
  copy->active = FALSE;
  copy->locked = FALSE;
  return copy;
}

/* Takes over after; NULL with an error when a role cannot be changed. */
static ScSolution *
carry_access (ScSolution *after, const ScFlow *flow, const char *copy, GError **error)
{
  g_autoptr (ScSolution) start = sc_solution_ref (after);

  sc_list_foreach (start->roles, const ScRole *, role)
    {
      for (int access = 0; access < SC_N_ACCESS && flow->unique_name != NULL; access++)
        {
          g_autofree char *privilege
              = sc_access_get_privilege_name ((ScAccess) access, flow->unique_name);
          ScLevel level = sc_role_get_level (role, privilege, NULL);
          ScSolution *next
              = sc_edit_role_set_access (after, role->id, copy, (ScAccess) access, level, error);

          sc_solution_unref (after);
          if (next == NULL)
            return NULL;
          after = next;
        }
    }
  return after;
}

ScSolution *
sc_edit_flow_copy (const ScSolution *solution,
                   const char *flow,
                   const char *id,
                   const char *name,
                   gboolean with_access,
                   GError **error)
{
  g_autofree char *fresh = id == NULL ? sc_id_new () : NULL;
  g_autofree char *suggested = NULL;
  g_autoptr (ScFlow) copy = NULL;
  ScSolution *after;
  ScPlace place;

  if (!sc_place_find_flow (&place, solution, flow, error))
    return NULL;
  if (place.flow->business_process_type == SC_PROCESS_TASK_FLOW)
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                         _ ("“%s” is a task flow, which Dataverse no longer runs."),
                         sc_flow_get_label (place.flow, solution->language));
  if (name == NULL)
    name = suggested = number_name (sc_flow_get_label (place.flow, solution->language),
                                    find_copy_number (solution, place.flow));
  if (*name == '\0')
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("A flow needs a name."));
  if (has_flow_named (solution, name))
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                         _ ("There is a flow “%s” already. Choose another name."), name);

  copy = make_copy (solution, place.flow, id != NULL ? id : fresh, name);
  after = sc_solution_copy (solution);
  sc_take_value (after, flows, sc_list_insert (after->flows, place.flow_position + 1, copy));
  return with_access ? carry_access (after, place.flow, copy->id, error) : after;
}
