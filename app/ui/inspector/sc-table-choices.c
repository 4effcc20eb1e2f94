/* sc-table-choices.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-table-choices.h"

#include <glib/gi18n-lib.h>

/* The ways of knowing a table, in the order in which they are listed. */
static const ScMetadataSource sources[]
    = { SC_METADATA_PACKAGE, SC_METADATA_IMPORTED, SC_METADATA_CATALOGUE, SC_METADATA_NONE };

static const char *
get_group (ScMetadataSource source)
{
  switch (source)
    {
    case SC_METADATA_PACKAGE:
      return _ ("This solution");
    case SC_METADATA_IMPORTED:
      return _ ("Imported metadata");
    case SC_METADATA_CATALOGUE:
      return _ ("Standard tables");
    case SC_METADATA_NONE:
    default:
      return _ ("Known by name only");
    }
}

static const char *
get_note (const ScTable *table)
{
  switch (table->flow_enabled)
    {
    case SC_TRI_NO:
      return _ ("not enabled for flows");
    case SC_TRI_UNKNOWN:
      return _ ("not known if enabled for flows");
    case SC_TRI_YES:
    default:
      return NULL;
    }
}

static void
add_table (GPtrArray *choices, const ScTable *table, ScMetadataSource source, int language)
{
  ScChoice *choice
      = sc_choice_new_named (table->name, sc_table_get_label (table, language), get_note (table));

  if (table->flow_enabled == SC_TRI_NO)
    sc_choice_set_state (choice, SC_CHOICE_WARNS);
  sc_choice_set_group (choice, get_group (source));
  g_ptr_array_add (choices, choice);
}

/* The tables of the flow that nobody describes. */
static void
add_unknown (GPtrArray *choices, ScMetadata *metadata, const ScFlow *flow)
{
  g_autoptr (GPtrArray) used = flow != NULL ? sc_flow_list_tables (flow) : NULL;

  for (guint i = 0; used != NULL && i < used->len; i++)
    {
      const char *name = g_ptr_array_index (used, i);
      ScChoice *choice;

      if (sc_metadata_get_table_source (metadata, name) != SC_METADATA_NONE)
        continue;
      choice = sc_choice_new (name, name, _ ("used in this flow"));
      sc_choice_set_group (choice, get_group (SC_METADATA_NONE));
      g_ptr_array_add (choices, choice);
    }
}

void
sc_table_choices_fill (GListStore *store, ScEditor *editor)
{
  ScMetadata *metadata = sc_editor_get_metadata (editor);
  const int language = sc_editor_get_language (editor);

  if (metadata == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);

      sc_list_foreach (sc_metadata_list_tables (metadata), const ScTable *, table)
        {
          if (!table->backing && sc_metadata_get_table_source (metadata, table->name) == sources[i])
            add_table (choices, table, sources[i], language);
        }
      if (sources[i] == SC_METADATA_NONE)
        add_unknown (choices, metadata, sc_editor_get_flow (editor));
      sc_choices_append_sorted (store, choices);
    }
}

/* Letters, digits and underscores, beginning with a letter; in lower case. */
static char *
to_logical_name (const char *text)
{
  g_autofree char *name = g_strstrip (g_ascii_strdown (text, -1));

  if (!g_ascii_isalpha (name[0]))
    return NULL;
  for (const char *at = name; *at != '\0'; at++)
    {
      if (!g_ascii_isalnum (*at) && *at != '_')
        return NULL;
    }
  return g_steal_pointer (&name);
}

ScChoice *
sc_table_choices_other (const char *text, gpointer data)
{
  g_autofree char *name = to_logical_name (text);
  g_autofree char *title = NULL;

  if (name == NULL)
    return NULL;
  title = g_strdup_printf (_ ("Other table “%s”"), name);
  return sc_choice_new (name, title, _ ("by its logical name"));
}

void
sc_column_choices_fill (GListStore *store, ScEditor *editor, const char *table)
{
  ScMetadata *metadata = sc_editor_get_metadata (editor);
  const ScTable *known = metadata != NULL ? sc_metadata_find_table (metadata, table) : NULL;
  const int language = sc_editor_get_language (editor);
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);

  if (known == NULL)
    return;
  sc_list_foreach (known->columns, const ScColumn *, column)
    {
      g_ptr_array_add (choices,
                       sc_choice_new_named (column->name, sc_column_get_label (column, language),
                                            sc_column_type_get_title (column->type)));
    }
  sc_choices_append_sorted (store, choices);
}

ScChoice *
sc_column_choices_other (const char *text, gpointer data)
{
  g_autofree char *name = to_logical_name (text);
  g_autofree char *title = NULL;

  if (name == NULL)
    return NULL;
  title = g_strdup_printf (_ ("Other column “%s”"), name);
  return sc_choice_new (name, title, _ ("by its logical name"));
}
