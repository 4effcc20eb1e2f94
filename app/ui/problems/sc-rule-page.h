/* sc-rule-page.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* All that is known of a rule: why it is there and where that comes from, what the solution makes
 * of it, and where it finds something now. Signal: followed (const ScProblem *problem): the person
 * wants to go there. */
#define SC_TYPE_RULE_PAGE (sc_rule_page_get_type ())
G_DECLARE_FINAL_TYPE (ScRulePage, sc_rule_page, SC, RULE_PAGE, GtkWidget)

GtkWidget *sc_rule_page_new (ScEditor *editor);
void sc_rule_page_set_rule (ScRulePage *self, const ScRule *rule);

/* text as markup in which web addresses are links. Free with g_free(). */
char *sc_rule_page_link_addresses (const char *text);

G_END_DECLS
