/* sc-diff-summary.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-diff-private.h"

#include <glib/gi18n-lib.h>

/* How often the same happened to things of one kind. */
typedef struct
{
  const char *word;
  int kind;
  guint n;
} Tally;

static GArray *
count (const ScList *differences)
{
  GArray *tallies = g_array_new (FALSE, FALSE, sizeof (Tally));

  sc_list_foreach (differences, const ScDifference *, difference)
    {
      Tally *found = NULL;
      Tally fresh = { difference->word, difference->kind, 1 };

      for (guint i = 0; i < tallies->len && found == NULL; i++)
        {
          Tally *tally = &g_array_index (tallies, Tally, i);

          if (tally->kind == difference->kind && g_str_equal (tally->word, difference->word))
            found = tally;
        }
      if (found != NULL)
        found->n++;
      else
        g_array_append_val (tallies, fresh);
    }
  return tallies;
}

static char *
describe (const Tally *tally)
{
  g_autofree char *things = sc_diff_count_things (tally->word, tally->n);

  switch (tally->kind)
    {
    case SC_DIFFERENCE_ADDED:
      /* Translators: %s is a number of things, such as “2 stages”. */
      return g_strdup_printf (_ ("%s added"), things);
    case SC_DIFFERENCE_REMOVED:
      return g_strdup_printf (_ ("%s removed"), things);
    case SC_DIFFERENCE_MOVED:
      return g_strdup_printf (_ ("%s moved"), things);
    default:
      return g_strdup_printf (_ ("%s changed"), things);
    }
}

char *
sc_diff_summarize (const ScList *differences, guint max_kinds)
{
  g_autoptr (GArray) tallies = count (differences);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tallies->len && i < max_kinds; i++)
    {
      g_autofree char *part = describe (&g_array_index (tallies, Tally, i));

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", part);
    }
  if (tallies->len > max_kinds)
    g_string_append (text, ", …");
  if (tallies->len == 0)
    g_string_append (text, _ ("Nothing changed"));
  return g_string_free (text, FALSE);
}
