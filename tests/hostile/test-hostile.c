/* test-hostile.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hostile.h"

#include <string.h>

static struct
{
  guint n;
  HostileCost most;
  const char *slowest, *largest;
} total;

static gboolean
skip (const HostileRow *row)
{
  if (!row->soak || g_getenv ("STAGECRAFT_SOAK") != NULL)
    return FALSE;
  g_test_skip ("takes long: only with --soak");
  return TRUE;
}

static void
count (const char *name, const HostileCost *cost)
{
  total.n++;
  if (cost->seconds > total.most.seconds)
    {
      total.most.seconds = cost->seconds;
      total.slowest = name;
    }
  if (cost->megabytes > total.most.megabytes)
    {
      total.most.megabytes = cost->megabytes;
      total.largest = name;
    }
}

static void
test_row (gconstpointer data)
{
  const HostileRow *row = data;
  HostileCost cost;

  if (skip (row))
    return;
  hostile_run (row, &cost);
  count (row->name, &cost);
}

/* At every place where XML comes in. */
static void
test_xml (gconstpointer data)
{
  const HostileXml *xml = data;
  g_autoptr (GString) text = g_string_new (NULL);

  if (skip (&(HostileRow){ .soak = xml->soak }))
    return;
  if (xml->make != NULL)
    xml->make (text, xml->amount);
  else
    g_string_append_len (text, xml->text,
                         (gssize) (xml->amount != 0 ? xml->amount : strlen (xml->text)));
  for (const HostileRow *place = hostile_xml_places; place->name != NULL; place++)
    {
      HostileRow row = *place;
      HostileCost cost;

      row.text = text->str;
      row.amount = text->len;
      row.soak = xml->soak;
      row.expected = xml->expected;
      hostile_run (&row, &cost);
      count (xml->name, &cost);
    }
}

static void
add_rows (const char *group, const HostileRow *rows)
{
  for (; rows->name != NULL; rows++)
    {
      g_autofree char *path = g_strdup_printf ("/hostile/%s/%s", group, rows->name);

      g_test_add_data_func (path, rows, test_row);
    }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  for (const HostileXml *xml = hostile_xml; xml->name != NULL; xml++)
    {
      g_autofree char *path = g_strdup_printf ("/hostile/xml/%s", xml->name);

      g_test_add_data_func (path, xml, test_xml);
    }
  add_rows ("content", hostile_content_rows);
  add_rows ("folder", hostile_folder_rows);
  add_rows ("zip", hostile_zip_rows);
  add_rows ("bomb", hostile_zip_bomb_rows);
  add_rows ("shared", hostile_shared_rows);
  status = g_test_run ();
  g_print ("# %u bad files; at most %.2f s (%s) and %.0f MB (%s)\n", total.n, total.most.seconds,
           total.slowest != NULL ? total.slowest : "none", total.most.megabytes,
           total.largest != NULL ? total.largest : "none");
  return status;
}
