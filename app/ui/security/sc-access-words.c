/* sc-access-words.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-words.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *initials;
  const char *meaning;
} headings[SC_N_ACCESS] = {
  [SC_ACCESS_CREATE] = { NC_ ("short for Create", "C"), N_ ("Start the flow on a record") },
  [SC_ACCESS_READ] = { NC_ ("short for Read", "R"), N_ ("See the flow on a record") },
  [SC_ACCESS_WRITE]
  = { NC_ ("short for Write", "W"), N_ ("Move between stages, finish or abandon the flow") },
  [SC_ACCESS_DELETE]
  = { NC_ ("short for Delete", "D"), N_ ("Delete what the flow remembers of a record") },
  [SC_ACCESS_APPEND]
  = { NC_ ("short for Append", "A"), N_ ("Link the flow to the records of its stages") },
  [SC_ACCESS_APPEND_TO]
  = { NC_ ("short for Append To", "AT"), N_ ("Let other records point to the flow") },
};

static const char *const contexts[]
    = { "short for Create", "short for Read",   "short for Write",
        "short for Delete", "short for Append", "short for Append To" };

const char *
sc_access_get_initials (ScAccess access)
{
  g_return_val_if_fail (access < SC_N_ACCESS, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, contexts[access], headings[access].initials);
}

const char *
sc_access_get_meaning (ScAccess access)
{
  g_return_val_if_fail (access < SC_N_ACCESS, "");
  return _ (headings[access].meaning);
}
