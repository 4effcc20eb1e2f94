/* sc-column-text.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-column-text.h"

#include <glib/gi18n-lib.h>

static const char *
get_required_title (ScRequiredLevel level)
{
  switch (level)
    {
    case SC_REQUIRED_RECOMMENDED:
      return _ ("recommended");
    case SC_REQUIRED_BUSINESS:
      return _ ("required");
    case SC_REQUIRED_SYSTEM:
      return _ ("required by the system");
    default:
      return NULL;
    }
}

static void
append (GString *text, const char *fact)
{
  if (fact != NULL)
    g_string_append_printf (text, " · %s", fact);
}

char *
sc_column_text_describe (const ScColumn *column)
{
  g_autoptr (GString) text = g_string_new (column->name);

  append (text, sc_column_type_get_title (column->type));
  append (text, get_required_title (column->required));
  append (text, column->calculated ? _ ("calculated") : NULL);
  append (text, column->secured ? _ ("column security") : NULL);
  return g_strdup (text->str);
}
