/* sc-locator-aim.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-locator-private.h"

#include <stdlib.h>

#define IN_FLOW(rule, part)          \
  {                                  \
    rule, SC_PACKAGE_FILE_FLOW, part \
  }
#define IN_HEADER(rule, part)          \
  {                                    \
    rule, SC_PACKAGE_FILE_HEADER, part \
  }
#define IN_SOLUTION(rule, part)          \
  {                                      \
    rule, SC_PACKAGE_FILE_SOLUTION, part \
  }

/* Sorted by rule. A rule is missing where its problems are about a whole stage, step or role, or
 * where several parts could be meant: a line that is too large is better than a wrong one. */
static const ScAim aims[] = {
  IN_FLOW ("BR-01", SC_PLACE_CONDITION),
  IN_FLOW ("BR-02", SC_PLACE_CONDITION),
  IN_FLOW ("BR-03", SC_PLACE_CONDITION),
  IN_FLOW ("BR-06", SC_PLACE_CONDITION),
  IN_FLOW ("BR-07", SC_PLACE_CONDITION),
  IN_FLOW ("BR-08", SC_PLACE_CONDITION),
  IN_FLOW ("BR-09", SC_PLACE_CONDITION),
  IN_FLOW ("BR-10", SC_PLACE_CONDITION),
  IN_FLOW ("BR-14", SC_PLACE_CONDITION),
  IN_HEADER ("F-01", SC_PLACE_STATE),
  IN_HEADER ("F-05", SC_PLACE_NAME),
  IN_HEADER ("F-06", SC_PLACE_NAME),
  IN_HEADER ("F-07", SC_PLACE_NAME),
  IN_HEADER ("F-08", SC_PLACE_UNIQUE_NAME),
  IN_HEADER ("F-09", SC_PLACE_UNIQUE_NAME),
  IN_HEADER ("F-10", SC_PLACE_UNIQUE_NAME),
  IN_HEADER ("F-11", SC_PLACE_UNIQUE_NAME),
  IN_HEADER ("F-12", SC_PLACE_WHOLE),
  IN_HEADER ("F-13", SC_PLACE_DESCRIPTION),
  IN_HEADER ("F-14", SC_PLACE_ORDER),
  IN_HEADER ("F-15", SC_PLACE_STATE),
  IN_HEADER ("F-22", SC_PLACE_NAME),
  IN_FLOW ("GP-01", SC_PLACE_NAME),
  IN_SOLUTION ("P-08", SC_PLACE_COMPONENTS),
  IN_HEADER ("P-12", SC_PLACE_ORDER),
  IN_SOLUTION ("SL-01", SC_PLACE_PROCESS_COMPONENT),
  IN_SOLUTION ("SL-02", SC_PLACE_TABLE_COMPONENT),
  IN_SOLUTION ("SL-03", SC_PLACE_TABLE_COMPONENT),
  IN_SOLUTION ("SL-15", SC_PLACE_PUBLISHER),
  IN_SOLUTION ("SL-16", SC_PLACE_VERSION),
  IN_FLOW ("SP-01", SC_PLACE_COLUMN),
  IN_FLOW ("SP-02", SC_PLACE_COLUMN),
  IN_FLOW ("SP-04", SC_PLACE_COLUMN),
  IN_FLOW ("SP-06", SC_PLACE_COLUMN),
  IN_FLOW ("SP-07", SC_PLACE_REQUIRED),
  IN_FLOW ("SP-08", SC_PLACE_REQUIRED),
  IN_FLOW ("SP-13", SC_PLACE_NAME),
  IN_FLOW ("SP-13b", SC_PLACE_NAME),
  IN_FLOW ("SP-16", SC_PLACE_COLUMN),
  IN_FLOW ("SP-17", SC_PLACE_REQUIRED),
  IN_FLOW ("SP-18", SC_PLACE_PROCESS),
  IN_FLOW ("SP-20", SC_PLACE_TRIGGER),
  IN_FLOW ("ST-03", SC_PLACE_NAME),
  IN_FLOW ("ST-04", SC_PLACE_NAME),
  IN_FLOW ("ST-05", SC_PLACE_ID),
  IN_FLOW ("ST-06", SC_PLACE_OWN_TABLE),
  { "ST-07", SC_PACKAGE_FILE_TABLE, SC_PLACE_ENABLED },
  IN_FLOW ("ST-08", SC_PLACE_OWN_TABLE),
  IN_FLOW ("ST-09", SC_PLACE_OWN_TABLE),
  IN_FLOW ("ST-10", SC_PLACE_CATEGORY),
  IN_FLOW ("ST-12", SC_PLACE_NEXT),
  IN_FLOW ("TB-01", SC_PLACE_TRANSITION),
  IN_FLOW ("WK-03", SC_PLACE_TRIGGER),
  IN_FLOW ("WK-04", SC_PLACE_TRIGGER),
};

static int
compare (gconstpointer rule, gconstpointer aim)
{
  return g_strcmp0 (rule, ((const ScAim *) aim)->rule);
}

const ScAim *
sc_aim_find (const char *rule)
{
  return bsearch (rule, aims, G_N_ELEMENTS (aims), sizeof *aims, compare);
}

const ScAim *
sc_aim_get (guint position)
{
  return position < G_N_ELEMENTS (aims) ? &aims[position] : NULL;
}
