/* sc-definition-control.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-definition-control.h"

#include <string.h>

/* Names for the control classes that occur; the ids belong to the format of the file, so they
 * stand here and not with the column types. Source: controls of real flows, compared with the
 * types of their columns. */
static const struct
{
  const char *name;
  const char *class_id;
} controls[] = { { "text", "4273edbd-ac1d-40d3-9fb2-095c621b552d" },
                 { "text-area", "e0dece4b-6fc8-4a8f-a065-082708572369" },
                 { "email", "ada2203e-b4cd-49be-9ddf-234642b43b52" },
                 { "url", "71716b6c-711e-476c-8ab8-5d11542bfb47" },
                 { "choice", "3ef39988-22bb-4f0b-bbbe-64b5a3748aee" },
                 { "choices", "4aa28ab7-9c13-4f57-a73d-ad894d048b5f" },
                 { "status", "5d68b988-0661-4db2-bc3e-17598ad3be6c" },
                 { "yes-no", "67fac785-cd58-4f9f-abb3-4b7ddc6ed5ed" },
                 { "date", "5b773807-9fb2-42db-97c3-7a91eff8adff" },
                 { "lookup", "270bd3db-d9af-4782-9025-509e298dec0a" },
                 { "currency", "533b9e00-756b-4312-95a0-dc888637ac78" },
                 { "integer", "c6d124ca-7eda-4a60-aea9-7fb8d318b68f" },
                 { "decimal", "c3efe0c3-0ec6-42be-8349-cbd9079dfd8e" },
                 { "float", "0d2c745a-e5a8-4c8f-ba63-c6d3bb604660" },
                 { "duration", "aa987274-ce4e-4271-a803-66164311a958" },
                 { "button", "00ad73da-bd4d-49c6-88a8-2f4f4cad4a20" },
                 { "link", "dfdf1cde-837b-4ac9-98cf-ac74361fd89d" } };

const char *
sc_definition_control_get_name (const char *class_id)
{
  for (guint i = 0; i < G_N_ELEMENTS (controls); i++)
    if (strcmp (controls[i].class_id, class_id) == 0)
      return controls[i].name;
  return NULL;
}

const char *
sc_definition_control_get_class (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (controls); i++)
    if (strcmp (controls[i].name, name) == 0)
      return controls[i].class_id;
  return NULL;
}

char *
sc_definition_control_list_names (void)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (controls); i++)
    g_string_append_printf (list, "%s%s", i == 0 ? "" : ", ", controls[i].name);
  return g_string_free (list, FALSE);
}
