/* sc-security-view.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* Roles and their privileges on the open flow. */
#define SC_TYPE_SECURITY_VIEW (sc_security_view_get_type ())
G_DECLARE_FINAL_TYPE (ScSecurityView, sc_security_view, SC, SECURITY_VIEW, GtkWidget)

GtkWidget *sc_security_view_new (ScEditor *editor);

G_END_DECLS
