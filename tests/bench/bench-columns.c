/* bench-columns.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdlib.h>
#include <string.h>

#include "sc-column-list.h"

/* Searching among 200,000 columns, key by key: what the list does between the key and the frame.
 * Nothing is asserted: people read this. */

#define N_COLUMNS 200000

static ScList *
make_columns (void)
{
  static const char *const words[]
      = { "Account",  "Contact",  "Budget", "Amount",   "Estimated", "Close",    "Date",
          "Name",     "Primary",  "Owner",  "Status",   "Reason",    "Created",  "Modified",
          "Price",    "List",     "Total",  "Discount", "Percent",   "Customer", "Parent",
          "Approval", "Campaign", "Quote",  "Order",    "Invoice",   "Manager",  "Sponsor" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  GPtrArray *columns = sc_list_collect ();

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autoptr (GString) title = g_string_new (NULL);
      g_autoptr (GString) name = g_string_new ("contoso_");
      g_autoptr (ScLabel) label = NULL;
      ScColumn *column = sc_column_new ();
      int n = g_rand_int_range (rand, 2, 5);

      for (int k = 0; k < n; k++)
        g_string_append_printf (title, "%s%s", k > 0 ? " " : "",
                                words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      for (const char *p = title->str; *p != '\0'; p++)
        if (*p != ' ')
          g_string_append_c (name, g_ascii_tolower (*p));
      g_string_append_printf (name, "%u", i);
      label = sc_label_new_text (1033, title->str);
      sc_set_string (column, name, name->str);
      sc_take_value (column, labels, sc_list_append (NULL, label));
      g_ptr_array_add (columns, column);
    }
  return sc_list_new_take (columns);
}

static int
compare (const void *a, const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

int
main (void)
{
  static const char *const typed[] = { "estimated close", "budgetamount", "cust",     "contoso_app",
                                       "ownrstat",        "xyz",          "pricelist" };
  g_autoptr (ScList) columns = make_columns ();
  g_autoptr (ScColumnList) list = sc_column_list_new ();
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GTimer) timer = g_timer_new ();
  double first;

  sc_column_list_set_columns (list, columns, 1033);
  /* As when nobody has typed yet. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_timer_start (timer);
  sc_column_list_search (list, "a");
  first = g_timer_elapsed (timer, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    for (gsize n = 1; n <= strlen (typed[i]); n++)
      {
        g_autofree char *text = g_strndup (typed[i], n);
        double seconds;

        g_timer_start (timer);
        sc_column_list_search (list, text);
        seconds = g_timer_elapsed (timer, NULL) * 1e3;
        g_array_append_val (times, seconds);
      }
  qsort (times->data, times->len, sizeof (double), compare);
  g_print ("%-36s %8s %8s %8s\n", "milliseconds", "min", "median", "p95");
  g_print ("%-36s %8.2f %8.2f %8.2f\n", "a key in 200,000 columns",
           g_array_index (times, double, 0), g_array_index (times, double, times->len / 2),
           g_array_index (times, double, times->len * 95 / 100));
  g_print ("%-36s %8.2f\n", "the first one", first * 1e3);
  return 0;
}
