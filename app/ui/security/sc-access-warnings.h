/* sc-access-warnings.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-editor.h"

G_BEGIN_DECLS

/* What is wrong with the privileges of roles that use the open flow, as validation has it: they can
 * open it but not read one of its tables, change a row there, make the next one, and so on. */

/* Sentences by id of role, for those of which there is something to say. */
GHashTable *sc_access_warnings_list (ScEditor *editor);
/* Repairs of that for one role: of ScFix, none that does nothing. Never NULL; free with
 * g_ptr_array_unref(). */
GPtrArray *sc_access_warnings_offer (ScEditor *editor, const ScRole *role);

G_END_DECLS
