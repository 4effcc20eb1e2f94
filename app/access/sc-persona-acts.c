/* sc-persona-acts.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-persona-private.h"

#include "sc-display-conditions.h"
#include "sc-id.h"

#include <glib/gi18n-lib.h>

#define BIT(access) (1u << SC_ACCESS_##access)

/* An instance is linked to its row when it is made, and to rows of other tables on the way. Moving,
 * finishing and abandoning change its columns activestageid, traversedpath and statecode. */
static const struct
{
  const char *nick;
  const char *title;
  guint needs;   /* bits, 1 << ScAccess */
  ScAccess main; /* the one that tells it apart */
} acts[SC_N_ACTS] = {
  [SC_ACT_SEE] = { "see", N_ ("See the bar"), BIT (READ), SC_ACCESS_READ },
  [SC_ACT_START]
  = { "start", N_ ("Start"), BIT (READ) | BIT (CREATE) | BIT (APPEND), SC_ACCESS_CREATE },
  [SC_ACT_SWITCH]
  = { "switch", N_ ("Switch to it"), BIT (READ) | BIT (CREATE) | BIT (APPEND), SC_ACCESS_CREATE },
  [SC_ACT_NEXT] = { "next", N_ ("Next Stage"), BIT (READ) | BIT (WRITE), SC_ACCESS_WRITE },
  [SC_ACT_PREVIOUS] = { "previous", N_ ("Back"), BIT (READ) | BIT (WRITE), SC_ACCESS_WRITE },
  [SC_ACT_SET_ACTIVE]
  = { "set-active", N_ ("Set Active"), BIT (READ) | BIT (WRITE), SC_ACCESS_WRITE },
  [SC_ACT_FINISH] = { "finish", N_ ("Finish"), BIT (READ) | BIT (WRITE), SC_ACCESS_WRITE },
  [SC_ACT_ABANDON] = { "abandon", N_ ("Abandon"), BIT (READ) | BIT (WRITE), SC_ACCESS_WRITE },
  [SC_ACT_REACTIVATE]
  = { "reactivate", N_ ("Reactivate"), BIT (READ) | BIT (WRITE), SC_ACCESS_WRITE },
  [SC_ACT_DELETE] = { "delete", N_ ("Delete"), BIT (READ) | BIT (DELETE), SC_ACCESS_DELETE },
};

const char *
sc_flow_act_get_title (ScFlowAct act)
{
  g_return_val_if_fail (act < SC_N_ACTS, "");
  return _ (acts[act].title);
}

const char *
sc_flow_act_get_nick (ScFlowAct act)
{
  g_return_val_if_fail (act < SC_N_ACTS, "");
  return acts[act].nick;
}

typedef enum
{
  MAY,
  /* These keep everybody from it, whatever their roles. */
  GONE,
  NO_TABLE,
  DRAFT,
  NOT_IN_APP,
  LACKS /* an access */
} Verdict;

/* The first access in the order of need that the persona lacks; SC_N_ACCESS: none. */
static ScAccess
find_lack (const ScPersonaAccess *self, guint position, ScFlowAct act)
{
  static const ScAccess order[]
      = { SC_ACCESS_READ, SC_ACCESS_CREATE, SC_ACCESS_WRITE, SC_ACCESS_DELETE, SC_ACCESS_APPEND };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if ((acts[act].needs & 1u << order[i]) && !sc_persona_access_has (self, position, order[i]))
      return order[i];
  return SC_N_ACCESS;
}

/* position: of the flow; -1 where it is gone. What is to be deleted is found in views, also without
 * the bar. */
static Verdict
judge (const ScPersonaAccess *self, const ScFlow *flow, int position, ScFlowAct act)
{
  const ScAccessLevels *levels = sc_access_map_get_levels (sc_persona_access_get_map (self));

  if (position < 0)
    return GONE;
  if (sc_access_levels_get_privilege (levels, (guint) position, SC_ACCESS_READ) == G_MAXUINT)
    return NO_TABLE;
  if (act != SC_ACT_DELETE && !flow->active)
    return DRAFT;
  if (act != SC_ACT_DELETE && !sc_persona_access_is_offered (self, (guint) position))
    return NOT_IN_APP;
  return find_lack (self, (guint) position, act) == SC_N_ACCESS ? MAY : LACKS;
}

static char *
explain_lack (const ScPersonaAccess *self, const ScFlow *flow, ScAccess access)
{
  const char *name = sc_persona_access_name_flow (self, flow);
  GString *text = g_string_new (NULL);

  switch (access)
    {
    case SC_ACCESS_CREATE:
      g_string_printf (text, _ ("No role gives Create on “%s”: it cannot be started."), name);
      break;
    case SC_ACCESS_READ:
      g_string_printf (text, _ ("No role gives Read on “%s”: its bar is not shown."), name);
      break;
    case SC_ACCESS_WRITE:
      g_string_printf (text, _ ("No role gives Write on “%s”: its bar is there only to look at."),
                       name);
      break;
    case SC_ACCESS_DELETE:
      g_string_printf (text, _ ("No role gives Delete on “%s”: what it remembers of rows stays."),
                       name);
      break;
    case SC_ACCESS_APPEND:
      g_string_printf (text,
                       _ ("No role gives Append on “%s”: it cannot be linked to the row that "
                          "it starts on."),
                       name);
      break;
    case SC_ACCESS_APPEND_TO:
    case SC_N_ACCESS:
    default:
      g_assert_not_reached ();
    }
  sc_persona_access_hedge (self, text);
  return g_string_free (text, FALSE);
}

static gboolean
has_conditions (const ScFlow *flow)
{
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      if (stage->condition != NULL)
        return TRUE;
    }
  return FALSE;
}

static char *
explain_leave (const ScPersonaAccess *self, const ScFlow *flow, guint position, ScFlowAct act)
{
  const ScAccessMap *map = sc_persona_access_get_map (self);
  const ScRole *giver = sc_persona_access_find_giver (self, position, acts[act].main);
  GString *text = g_string_new (NULL);

  if (giver != NULL)
    g_string_append_printf (
        text, _ ("The role “%s” gives %s on “%s”."), giver->name != NULL ? giver->name : "",
        sc_access_get_title (acts[act].main), sc_persona_access_name_flow (self, flow));
  else
    g_string_append (text, _ ("System Administrator and System Customizer may do everything."));
  if (act == SC_ACT_NEXT && has_conditions (flow)
      && !sc_persona_access_has (self, sc_access_map_get_process (map), SC_ACCESS_READ))
    {
      g_string_append_c (text, ' ');
      g_string_append (text, _ ("No role gives Read on Process: conditions are said not to be "
                                "evaluated, and stages behind them not to appear."));
      sc_persona_access_hedge (self, text);
    }
  return g_string_free (text, FALSE);
}

static char *
explain (
    const ScPersonaAccess *self, const ScFlow *flow, int position, ScFlowAct act, Verdict verdict)
{
  const char *name = sc_persona_access_name_flow (self, flow);

  switch (verdict)
    {
    case GONE:
      return g_strdup (_ ("The flow is no longer in the solution."));
    case NO_TABLE:
      return g_strdup_printf (
          _ ("“%s” has no unique name yet, so that nobody has privileges on it."), name);
    case DRAFT:
      return g_strdup_printf (_ ("“%s” is a draft: nobody can use it until it is activated."),
                              name);
    case NOT_IN_APP:
      return g_strdup_printf (_ ("The app “%s” offers only the flows that it has, and “%s” is not "
                                 "among them."),
                              sc_persona_access_name_app (self), name);
    case LACKS:
      return explain_lack (self, flow, find_lack (self, (guint) position, act));
    case MAY:
    default:
      return explain_leave (self, flow, (guint) position, act);
    }
}

gboolean
sc_persona_access_may (const ScPersonaAccess *self, const ScFlow *flow, ScFlowAct act, char **why)
{
  int position = sc_access_map_find_flow (sc_persona_access_get_map (self), flow);
  Verdict verdict;

  g_return_val_if_fail (act < SC_N_ACTS, FALSE);
  verdict = judge (self, flow, position, act);
  if (why != NULL)
    *why = explain (self, flow, position, act, verdict);
  return verdict == MAY;
}

static gboolean
names_one_of (const GPtrArray *ids, const ScPersona *persona)
{
  for (guint i = 0; i < ids->len; i++)
    if (sc_persona_has_role (persona, g_ptr_array_index (ids, i), NULL))
      return TRUE;
  return FALSE;
}

char *
sc_persona_access_describe_conditions (const ScPersonaAccess *self, const ScFlow *flow)
{
  g_autoptr (GPtrArray) ids = sc_display_conditions_list_roles (flow);
  const char *name = sc_persona_access_name_flow (self, flow);

  if (flow->display_conditions == NULL)
    return NULL;
  if (ids == NULL)
    return g_strdup_printf (_ ("The display conditions of “%s” are not understood. They are kept, "
                               "and taken not to count."),
                            name);
  if (names_one_of (ids, sc_persona_access_get_persona (self)))
    return g_strdup_printf (_ ("The display conditions of “%s” name one of these roles. They are "
                               "kept, and taken not to count."),
                            name);
  return g_strdup_printf (_ ("The display conditions of “%s” name none of these roles. They are "
                             "left over from before flows had tables, are kept, and taken not to "
                             "count."),
                          name);
}
