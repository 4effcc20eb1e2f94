/* sc-backing-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-backing.h"
#include "sc-markup.h"

G_BEGIN_DECLS

/* Private to sc-backing-*.c. */
struct _ScBacking
{
  const ScSolution *solution;
  const ScFlow *flow;
  char *name;
  int language;      /* of the texts that Dataverse makes itself */
  const char *title; /* of the flow, in that language */
  GPtrArray *tables; /* logical names, each once, in the order of the stages */
};

#define SC_BACKING_KEY      "businessprocessflowinstanceid"
#define SC_BACKING_DURATION "bpf_duration"
/* What Dataverse gives to all parts of a backing table, whatever the solution's version. */
#define SC_BACKING_VERSION    "1.0"
#define SC_BACKING_INTRODUCED "IntroducedVersion=1.0"

/* NULL for a flow without stages. */
const char *sc_backing_get_primary_table (const ScBacking *self);
/* The display name for several rows of a table. */
char *sc_backing_get_table_plural (const ScBacking *self, const char *table);
char *sc_backing_get_table_key (const ScBacking *self, const char *table);
gboolean sc_backing_table_has_owner (const ScBacking *self, const char *table);
/* "account" becomes "accounts", "process" "processes", "journey" "journeies": the rule that
 * Dataverse applies to the names of entity sets. */
char *sc_backing_make_plural (const char *name);
/* "new_order" becomes "New_Order". */
char *sc_backing_make_title_case (const char *name);

/* Each writes its part as an element; root: with the name space that a file of its own has. */
void sc_backing_add_attributes (const ScBacking *self, ScMarkup *markup);
void sc_backing_add_forms (const ScBacking *self, ScMarkup *markup, gboolean root);
void sc_backing_add_view (const ScBacking *self, ScMarkup *markup, guint position);
void sc_backing_add_ribbon (ScMarkup *markup, gboolean root);

G_END_DECLS
