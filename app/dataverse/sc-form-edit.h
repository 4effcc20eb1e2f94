/* sc-form-edit.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-backing.h"
#include "sc-splice.h"

G_BEGIN_DECLS

/* The main form of a flow's table shows the flow once more: a tab per stage, a cell per step. It is
 * what the bar is drawn from, and where the settings of a single step's control live (Microsoft
 * Learn, "Enable the business process flow control" for custom controls).
 *
 * The form is changed by comparing three: the one that is there, the one that would be made for
 * the flow before, and the one for the flow after. Only where the latter two differ anything is
 * written; so everything that somebody else added stays, and what did not match the flow before is
 * left alone unless its own stage or step was changed. An empty label is one that the form does
 * not repeat (exports until 2019) and stays empty. */

/* forms: an element with systemform elements, such as the root of a file of FormXml/main. Forms
 * that do not show the flow are left alone. */
void sc_form_edit_update (ScSplice *splice,
                          GBytes *bytes,
                          const ScXmlNode *forms,
                          const ScBacking *before,
                          const ScBacking *after);

G_END_DECLS
