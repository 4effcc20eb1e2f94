/* sc-column-type.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-table.h"

#include <glib/gi18n-lib.h>

/* Control classes as counted over the business process flows of public packages; those of URL,
 * floating point and duration are the ones forms use. */
#define CLASS_TEXT     "4273edbd-ac1d-40d3-9fb2-095c621b552d"
#define CLASS_CHOICE   "3ef39988-22bb-4f0b-bbbe-64b5a3748aee"
#define CLASS_STATUS   "5d68b988-0661-4db2-bc3e-17598ad3be6c"
#define CLASS_DATETIME "5b773807-9fb2-42db-97c3-7a91eff8adff"
#define CLASS_LOOKUP   "270bd3db-d9af-4782-9025-509e298dec0a"

static const struct
{
  const char *nick;
  const char *title;
  const char *class_id;
} column_types[SC_N_COLUMN_TYPES] = {
  [SC_COLUMN_UNKNOWN] = { "unknown", N_ ("Unknown"), CLASS_TEXT },
  [SC_COLUMN_TEXT] = { "text", N_ ("Text"), CLASS_TEXT },
  [SC_COLUMN_TEXT_AREA] = { "text-area", N_ ("Text area"), "e0dece4b-6fc8-4a8f-a065-082708572369" },
  [SC_COLUMN_EMAIL] = { "email", N_ ("E-mail"), "ada2203e-b4cd-49be-9ddf-234642b43b52" },
  [SC_COLUMN_URL] = { "url", N_ ("URL"), "71716b6c-711e-476c-8ab8-5d11542bfb47" },
  [SC_COLUMN_PHONE] = { "phone", N_ ("Phone"), CLASS_TEXT },
  [SC_COLUMN_CHOICE] = { "choice", N_ ("Choice"), CLASS_CHOICE },
  [SC_COLUMN_CHOICES] = { "choices", N_ ("Choices"), "4aa28ab7-9c13-4f57-a73d-ad894d048b5f" },
  [SC_COLUMN_STATE] = { "state", N_ ("State"), CLASS_CHOICE },
  [SC_COLUMN_STATUS] = { "status", N_ ("Status reason"), CLASS_STATUS },
  [SC_COLUMN_YES_NO] = { "yes-no", N_ ("Yes/No"), "67fac785-cd58-4f9f-abb3-4b7ddc6ed5ed" },
  [SC_COLUMN_DATE] = { "date", N_ ("Date"), CLASS_DATETIME },
  [SC_COLUMN_DATE_TIME] = { "date-time", N_ ("Date and time"), CLASS_DATETIME },
  [SC_COLUMN_LOOKUP] = { "lookup", N_ ("Lookup"), CLASS_LOOKUP },
  [SC_COLUMN_CUSTOMER] = { "customer", N_ ("Customer"), CLASS_LOOKUP },
  [SC_COLUMN_OWNER] = { "owner", N_ ("Owner"), CLASS_LOOKUP },
  [SC_COLUMN_CURRENCY] = { "currency", N_ ("Currency"), "533b9e00-756b-4312-95a0-dc888637ac78" },
  [SC_COLUMN_INTEGER] = { "integer", N_ ("Whole number"), "c6d124ca-7eda-4a60-aea9-7fb8d318b68f" },
  [SC_COLUMN_DECIMAL] = { "decimal", N_ ("Decimal"), "c3efe0c3-0ec6-42be-8349-cbd9079dfd8e" },
  [SC_COLUMN_FLOAT] = { "float", N_ ("Floating point"), "0d2c745a-e5a8-4c8f-ba63-c6d3bb604660" },
  [SC_COLUMN_DURATION] = { "duration", N_ ("Duration"), "aa987274-ce4e-4271-a803-66164311a958" },
  [SC_COLUMN_ID] = { "id", N_ ("Unique identifier"), CLASS_TEXT },
  [SC_COLUMN_FILE] = { "file", N_ ("File"), CLASS_TEXT },
  [SC_COLUMN_IMAGE] = { "image", N_ ("Image"), CLASS_TEXT },
  [SC_COLUMN_OTHER] = { "other", N_ ("Other"), CLASS_TEXT },
};

const char *
sc_column_type_get_title (ScColumnType type)
{
  g_return_val_if_fail (type < SC_N_COLUMN_TYPES, "");

  return _ (column_types[type].title);
}

const char *
sc_column_type_get_nick (ScColumnType type)
{
  g_return_val_if_fail (type < SC_N_COLUMN_TYPES, "unknown");

  return column_types[type].nick;
}

ScColumnType
sc_column_type_from_nick (const char *nick)
{
  for (guint i = 0; i < SC_N_COLUMN_TYPES; i++)
    if (g_strcmp0 (nick, column_types[i].nick) == 0)
      return i;
  return SC_COLUMN_UNKNOWN;
}

const char *
sc_column_type_get_class_id (ScColumnType type)
{
  g_return_val_if_fail (type < SC_N_COLUMN_TYPES, CLASS_TEXT);

  return column_types[type].class_id;
}

ScColumnType
sc_column_type_from_class_id (const char *class_id)
{
  if (class_id == NULL)
    return SC_COLUMN_UNKNOWN;
  for (guint i = SC_COLUMN_TEXT; i < SC_N_COLUMN_TYPES; i++)
    if (g_ascii_strcasecmp (class_id, column_types[i].class_id) == 0)
      return i;
  return SC_COLUMN_UNKNOWN;
}

const char *
sc_column_choose_control (const ScColumn *column)
{
  return sc_column_type_get_class_id (column != NULL ? column->type : SC_COLUMN_UNKNOWN);
}
