/* sc-metadata-text.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-metadata.h"

#include <glib/gi18n-lib.h>

static const char *
get_source_sentence (ScMetadataSource source)
{
  switch (source)
    {
    case SC_METADATA_PACKAGE:
      return _ ("Known from the solution itself.");
    case SC_METADATA_IMPORTED:
      return _ ("Known from imported metadata.");
    case SC_METADATA_CATALOGUE:
      return _ ("Known from the catalogue of standard tables.");
    case SC_METADATA_NONE:
    default:
      return _ ("Not known.");
    }
}

static void
append_other (GString *text, const ScMetadataColumn *column)
{
  const char *type = sc_column_type_get_title (column->other_type);

  g_string_append_c (text, ' ');
  if (column->other == SC_METADATA_IMPORTED)
    /* Translators: a type of column, such as Choice. */
    g_string_append_printf (text, _ ("Imported metadata says otherwise: %s."), type);
  else if (column->other == SC_METADATA_CATALOGUE)
    /* Translators: a type of column, such as Choice. */
    g_string_append_printf (text, _ ("The catalogue of standard tables says otherwise: %s."), type);
  else
    /* Translators: a type of column, such as Choice. */
    g_string_append_printf (text, _ ("The solution says otherwise in another place: %s."), type);
}

char *
sc_metadata_describe_column (ScMetadata *self, const char *table, const char *column)
{
  const ScMetadataColumn *found = sc_metadata_find_column (self, table, column);
  GString *text;

  if (found == NULL)
    return NULL;
  text = g_string_new (get_source_sentence (found->source));
  if (found->type_source != SC_METADATA_NONE && found->type_source > found->source)
    g_string_append_printf (text, " %s",
                            found->type_source == SC_METADATA_CATALOGUE
                                ? _ ("Its type is from the catalogue of standard tables.")
                                : _ ("Its type is from imported metadata."));
  if (found->other != SC_METADATA_NONE)
    append_other (text, found);
  return g_string_free (text, FALSE);
}
