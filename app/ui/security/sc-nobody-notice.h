/* sc-nobody-notice.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* Where it is shown, and so how large and how insistent it is. */
typedef enum
{
  SC_NOBODY_VIEW, /* of security: for every flow, also one that has no table yet */
  SC_NOBODY_PAGE, /* of the inspector: not for a flow of which a problem says the same */
  SC_NOBODY_BAR   /* above a view: for active flows, until it is closed for the flow */
} ScNobodyPlace;

/* Says of the open flow that nobody but administrators and customizers can run it, and offers to
 * mend that. Not visible for a flow that somebody can run. */
#define SC_TYPE_NOBODY_NOTICE (sc_nobody_notice_get_type ())
G_DECLARE_FINAL_TYPE (ScNobodyNotice, sc_nobody_notice, SC, NOBODY_NOTICE, GtkWidget)

/* Before it is shown; it follows the editor from then on. The same editor again is no matter. */
void sc_nobody_notice_set_editor (ScNobodyNotice *self, ScEditor *editor, ScNobodyPlace place);
/* Quiet: not visible, whatever there is to say. */
void sc_nobody_notice_set_quiet (ScNobodyNotice *self, gboolean quiet);

G_END_DECLS
