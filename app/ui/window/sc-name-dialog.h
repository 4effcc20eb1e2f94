/* sc-name-dialog.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

typedef enum
{
  SC_NAME_FLOW,           /* renames the flow with that id */
  SC_NAME_COPY_FLOW,      /* copies the flow with that id and opens the copy */
  SC_NAME_ROLE,           /* renames the role with that id */
  SC_NAME_NEW_ROLE,       /* adds a role, which may have access to the open flow at once */
  SC_NAME_TEMPLATE,       /* keeps the flow with that id as a template */
  SC_NAME_STAGES_TEMPLATE /* what is marked in it */
} ScNameKind;

/* Asks for one name and makes the edit, or the template. */
#define SC_TYPE_NAME_DIALOG (sc_name_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScNameDialog, sc_name_dialog, SC, NAME_DIALOG, AdwMessageDialog)

void sc_name_dialog_present (GtkWindow *parent, ScEditor *editor, ScNameKind kind, const char *id);

G_END_DECLS
