/* large-metadata.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "large-metadata.h"

#include <unistd.h>

#define N_COLUMNS 170
#define N_LOOKUPS 20

static void
add_table (GString *text, guint t)
{
  static const char *const types[] = { "String", "Int32", "Boolean", "DateTimeOffset", "Decimal" };

  g_string_append_printf (
      text,
      "      <EntityType Name=\"cts_table%u\" BaseType=\"mscrm.crmbaseentity\">\n"
      "        <Key>\n          <PropertyRef Name=\"cts_table%uid\" />\n"
      "        </Key>\n",
      t, t);
  for (guint i = 0; i < N_COLUMNS; i++)
    g_string_append_printf (text,
                            "        <Property Name=\"cts_t%u_column%u\" Type=\"Edm.%s\" />\n", t,
                            i, types[i % G_N_ELEMENTS (types)]);
  for (guint i = 0; i < N_LOOKUPS; i++)
    g_string_append_printf (
        text,
        "        <Property Name=\"_cts_lookup%u_value\" Type=\"Edm.Guid\" />\n"
        "        <NavigationProperty Name=\"cts_lookup%u\" Type=\"mscrm.cts_table%u\" "
        "Nullable=\"false\" Partner=\"cts_table%u_lookup%u\">\n"
        "          <ReferentialConstraint Property=\"_cts_lookup%u_value\" "
        "ReferencedProperty=\"cts_table%uid\" />\n        </NavigationProperty>\n"
        "        <NavigationProperty Name=\"cts_many%u\" Type=\"Collection(mscrm.cts_table%u)\" "
        "Partner=\"cts_lookup%u\" />\n",
        i, i, i, t, i, i, i, i, i, i);
  g_string_append (text, "      </EntityType>\n");
}

char *
large_metadata_new (guint n_tables)
{
  g_autoptr (GString) text = g_string_new ("<edmx:Edmx Version=\"4.0\" xmlns:edmx=\"http://"
                                           "docs.oasis-open.org/odata/ns/edmx\">\n"
                                           "  <edmx:DataServices>\n    <Schema>\n");
  char *path = NULL;
  int file = g_file_open_tmp ("metadata-XXXXXX.xml", &path, NULL);

  for (guint t = 0; t < n_tables; t++)
    add_table (text, t);
  g_string_append (text, "    </Schema>\n  </edmx:DataServices>\n</edmx:Edmx>\n");
  g_assert_true (g_file_set_contents (path, text->str, text->len, NULL));
  close (file);
  return path;
}
