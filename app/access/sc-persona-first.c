/* sc-persona-first.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-persona-private.h"

#include <glib/gi18n-lib.h>

/* Which flow a new row gets: of the active ones on its table those that the person may use, by
 * process order, as far as the app has them (Microsoft Learn, "Work with business process flows
 * using code", apply a business process flow when creating a row). Which of several of one order is
 * taken is not documented; here the solution's own order. */

/* What is against the flow; SC_FIRST_LATER: nothing. */
static ScFirstReason
judge (const ScPersonaAccess *self, const ScFlow *flow, guint position)
{
  const ScAccessLevels *levels = sc_access_map_get_levels (sc_persona_access_get_map (self));

  if (sc_access_levels_get_privilege (levels, position, SC_ACCESS_READ) == G_MAXUINT)
    return SC_FIRST_NO_TABLE;
  if (!flow->active)
    return SC_FIRST_DRAFT;
  if (!sc_persona_access_has (self, position, SC_ACCESS_READ))
    return SC_FIRST_NO_READ;
  if (!sc_persona_access_has (self, position, SC_ACCESS_CREATE))
    return SC_FIRST_NO_CREATE;
  return sc_persona_access_is_offered (self, position) ? SC_FIRST_LATER : SC_FIRST_NOT_IN_APP;
}

const ScFlow *
sc_persona_access_get_first (const ScPersonaAccess *self, const char *table)
{
  const ScAccessMap *map = sc_persona_access_get_map (self);
  const GArray *flows = sc_access_map_get_flows_on (map, table);

  for (guint i = 0; flows != NULL && i < flows->len; i++)
    {
      guint position = g_array_index (flows, guint, i);
      const ScFlow *flow = sc_access_map_get_flow (map, position);

      if (judge (self, flow, position) == SC_FIRST_LATER)
        return flow;
    }
  return NULL;
}

GArray *
sc_persona_access_list_candidates (const ScPersonaAccess *self, const char *table)
{
  const ScAccessMap *map = sc_persona_access_get_map (self);
  const GArray *flows = sc_access_map_get_flows_on (map, table);
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (ScFirstCandidate));
  gboolean chosen = FALSE;

  for (guint i = 0; flows != NULL && i < flows->len; i++)
    {
      guint position = g_array_index (flows, guint, i);
      ScFirstCandidate candidate = { sc_access_map_get_flow (map, position) };

      candidate.reason = judge (self, candidate.flow, position);
      if (candidate.reason == SC_FIRST_LATER && !chosen)
        {
          candidate.reason = SC_FIRST_CHOSEN;
          chosen = TRUE;
        }
      g_array_append_val (candidates, candidate);
    }
  return candidates;
}

static void
append_against (const ScPersonaAccess *self, GString *text, const ScFirstCandidate *candidate)
{
  const char *name = sc_persona_access_name_flow (self, candidate->flow);

  g_string_append_c (text, ' ');
  switch (candidate->reason)
    {
    case SC_FIRST_NO_TABLE:
      g_string_append_printf (text, _ ("“%s” has no unique name yet."), name);
      break;
    case SC_FIRST_DRAFT:
      g_string_append_printf (text, _ ("“%s” is a draft."), name);
      break;
    case SC_FIRST_NO_READ:
      g_string_append_printf (text, _ ("For “%s” no role gives Read."), name);
      break;
    case SC_FIRST_NO_CREATE:
      g_string_append_printf (text, _ ("For “%s” no role gives Create."), name);
      break;
    case SC_FIRST_NOT_IN_APP:
      g_string_append_printf (text, _ ("“%s” is not in the app “%s”, which has other flows."), name,
                              sc_persona_access_name_app (self));
      break;
    case SC_FIRST_CHOSEN:
    case SC_FIRST_LATER:
    default:
      g_assert_not_reached ();
    }
}

/* Takes all that comes before the chosen one or, without one, all. */
static const ScFlow *
append_all_against (const ScPersonaAccess *self, GString *text, const GArray *candidates)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const ScFirstCandidate *candidate = &g_array_index (candidates, ScFirstCandidate, i);

      if (candidate->reason == SC_FIRST_CHOSEN)
        return candidate->flow;
      append_against (self, text, candidate);
    }
  return NULL;
}

static gboolean
shares_order (const GArray *candidates, const ScFlow *first)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const ScFirstCandidate *candidate = &g_array_index (candidates, ScFirstCandidate, i);

      if (candidate->reason == SC_FIRST_LATER && candidate->flow->order == first->order)
        return TRUE;
    }
  return FALSE;
}

char *
sc_persona_access_explain_first (const ScPersonaAccess *self, const char *table)
{
  g_autoptr (GArray) candidates = sc_persona_access_list_candidates (self, table);
  g_autoptr (GString) against = g_string_new (NULL);
  const ScFlow *first = append_all_against (self, against, candidates);
  const char *name = sc_persona_access_name_table (self, table);
  GString *text = g_string_new (NULL);

  if (candidates->len == 0)
    g_string_append_printf (text, _ ("No flow starts on “%s”."), name != NULL ? name : "");
  else if (first == NULL)
    g_string_append_printf (text, _ ("A new row of “%s” gets no flow."), name);
  else
    g_string_append_printf (text,
                            _ ("A new row of “%s” gets “%s”: the first in the process order "
                               "(%d) that is active and that they may read and create."),
                            name, sc_persona_access_name_flow (self, first), first->order);
  g_string_append (text, against->str);
  if (first != NULL && shares_order (candidates, first))
    {
      g_string_append_c (text, ' ');
      g_string_append (text, _ ("Another one has the same order: which of them comes first is not "
                                "certain."));
    }
  if (candidates->len > 0 && !sc_persona_access_is_all (self))
    sc_persona_access_hedge (self, text);
  return g_string_free (text, FALSE);
}
