/* sc-access-words.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-role.h"

G_BEGIN_DECLS

/* "C", "R", … "AT", for a column that is too narrow for the title; translated. */
const char *sc_access_get_initials (ScAccess access);
/* What it is for on the table of a flow, translated. */
const char *sc_access_get_meaning (ScAccess access);

G_END_DECLS
