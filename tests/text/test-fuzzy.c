/* test-fuzzy.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-fuzzy.h"

static void
test_fold (void)
{
  static const struct
  {
    const char *text, *folded;
  } rows[] = {
    { "", "" },
    { "New Flow", "newflow" },
    { "  ÜBER sicht\t", "übersicht" },
    { "日本", "日本" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folded = sc_fuzzy_fold (rows[i].text);

      g_assert_cmpstr (folded, ==, rows[i].folded);
    }
}

static guint
score (const char *needle, const char *text)
{
  g_autofree char *folded = sc_fuzzy_fold (needle);

  return sc_fuzzy_score (folded, text);
}

static void
test_finds (void)
{
  static const struct
  {
    const char *needle, *text;
    gboolean found;
  } rows[] = {
    { "", "", TRUE },
    { "", "anything", TRUE },
    { "a", "", FALSE },
    { "nsol", "New Solution", TRUE },
    { "NSOL", "new solution", TRUE },
    { "n sol", "New Solution", TRUE },
    { "solnew", "New Solution", FALSE },
    { "über", "Große Übersicht", TRUE },
    { "aa", "a", FALSE },
    { "save as", "Save", FALSE },
    { "本", "日本", TRUE },
    { "tt", "estimatedclosedate", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("“%s” in “%s”", rows[i].needle, rows[i].text);
      g_assert_cmpint (score (rows[i].needle, rows[i].text) > 0, ==, rows[i].found);
    }
}

/* What people mean comes before what also has these letters. */
static void
test_orders (void)
{
  static const struct
  {
    const char *needle, *better, *worse;
  } rows[] = {
    { "save", "Save", "Save As" },
    { "sa", "Save As", "Select All" },
    { "sa", "Select All", "Rename Stage" },
    { "flow", "New Flow", "Follow the Way" },
    { "undo", "Undo", "Unfold Node" },
    { "name", "name", "firstname" },
    { "stage", "Add Stage After", "Set Target by Age" },
    { "cd", "closeDate", "decided" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("“%s”: “%s” before “%s”", rows[i].needle, rows[i].better, rows[i].worse);
      g_assert_cmpuint (score (rows[i].needle, rows[i].better), >,
                        score (rows[i].needle, rows[i].worse));
    }
}

/* Long texts of what is looked for, and of what is almost it. */
static void
test_long (void)
{
  g_autofree char *text = g_strnfill (100000, 'a');
  g_autofree char *needle = g_strnfill (90000, 'a');
  g_autofree char *other = g_strconcat (needle, "b", NULL);

  g_assert_cmpuint (sc_fuzzy_score (needle, text), >, 0);
  g_assert_cmpuint (sc_fuzzy_score (other, text), ==, 0);
}

/* The letters that are found, in brackets. */
static char *
mark (const char *needle, const char *text)
{
  g_autofree char *folded = sc_fuzzy_fold (needle);
  g_autoptr (GArray) runs = sc_fuzzy_find_runs (folded, text);
  GString *marked = g_string_new (text);

  for (guint i = runs->len; i-- > 0;)
    {
      const ScFuzzyRun *run = &g_array_index (runs, ScFuzzyRun, i);

      g_string_insert_c (marked, run->end, ']');
      g_string_insert_c (marked, run->start, '[');
    }
  return g_string_free (marked, FALSE);
}

static void
test_runs (void)
{
  static const struct
  {
    const char *needle, *text, *marked;
  } rows[] = {
    { "", "Budget", "Budget" },
    { "x", "Budget", "Budget" },
    { "budget", "Budget", "[Budget]" },
    { "est close", "Est. Close Date", "[Est]. [Close] Date" },
    { "bam", "budgetamount", "[b]udget[am]ount" },
    { "bam", "Budget Amount", "[B]udget [Am]ount" },
    { "am", "a budget amount", "a budget [am]ount" },
    { "grö", "Die Größe", "Die [Grö]ße" },
    { "öß", "GRÖẞE Größe", "GR[Öẞ]E Größe" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *marked = mark (rows[i].needle, rows[i].text);

      g_assert_cmpstr (marked, ==, rows[i].marked);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/fuzzy/fold", test_fold);
  g_test_add_func ("/text/fuzzy/finds", test_finds);
  g_test_add_func ("/text/fuzzy/orders", test_orders);
  g_test_add_func ("/text/fuzzy/long", test_long);
  g_test_add_func ("/text/fuzzy/runs", test_runs);
  return g_test_run ();
}
