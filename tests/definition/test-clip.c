/* test-clip.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "random-solution.h"

#include <string.h>

#include "sc-clip-table.h"
#include "sc-clip-text.h"
#include "sc-clip-xml.h"
#include "sc-definition.h"
#include "sc-edit-paste.h"

#define N_RANDOM     600
#define RUBBISH_SIZE (10 * 1024 * 1024)

static ScClip *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return sc_clip_read (bytes, error);
}

/* What is written is read as it was. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4711);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (ScClip) clip = random_clip_new (rand, i % 101);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (ScClip) back = NULL;

      sc_set_string (clip, title, i % 3 == 0 ? "“A” & <b>" : NULL);
      clip->open = i % 2 == 0;
      bytes = sc_clip_write (clip);
      back = sc_clip_read (bytes, &error);
      if (clip->stages == NULL && clip->loose == NULL)
        {
          g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_MALFORMED);
          continue;
        }
      g_assert_no_error (error);
      g_assert_true (sc_clip_equal (clip, back));
    }
}

/* Whatever comes in, what comes out is a flow with all that was there. */
static void
test_paste_anything (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (815);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (ScSolution) solution = random_solution_new (rand, i % 101);
      g_autoptr (ScClip) clip = random_clip_new (rand, (i * 7) % 101);
      const ScFlow *flow = sc_list_get (solution->flows, 0);
      ScPastePlace place = { SC_SLOT_FIRST, NULL, 0 };
      g_autoptr (ScPasteReport) report = NULL;
      g_autoptr (ScSolution) after = NULL;
      g_autofree char *text = NULL;
      const ScFlow *pasted;
      guint n = sc_list_length (clip->stages) + sc_list_length (clip->loose);

      if (flow == NULL || sc_solution_find_flow (solution, flow->id, NULL) != flow)
        continue;
      after = sc_edit_paste (solution, flow->id, clip, place, NULL, NULL, &report, NULL);
      g_assert_nonnull (after);
      pasted = sc_list_get (after->flows, 0);
      g_assert_cmpuint (sc_list_length (pasted->stages), ==, sc_list_length (flow->stages) + n);
      g_assert_cmpuint (sc_parts_count (report->parts), ==, n);
      text = sc_paste_report_text (report);
      g_assert_nonnull (text);
    }
}

/* Past the limits of a flow: 100 stages of 100 steps, there and back. */
static void
test_large (void)
{
  g_autoptr (GString) text = g_string_new ("Stage\tStep\tColumn\n");
  g_autoptr (ScSolution) solution = sc_solution_new ();
  g_autoptr (ScFlow) flow = sc_flow_new ();
  g_autoptr (ScClip) table = NULL;
  g_autoptr (ScClip) clip = NULL;
  g_autoptr (ScClip) back = NULL;
  g_autoptr (ScSolution) first = NULL;
  g_autoptr (ScSolution) second = NULL;
  g_autoptr (ScParts) all = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const ScPastePlace place = { SC_SLOT_FIRST, NULL, 0 };
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 100 * 100; i++)
    g_string_append_printf (text, "Stage %u\tStep %u\tcolumn%u\n", i / 100, i % 100, i);
  sc_set_string (flow, id, "flow");
  sc_set_string (flow, primary_table, "account");
  sc_take_value (solution, flows, sc_list_append (NULL, flow));
  table = sc_clip_read_table (text->str, text->len, 1033, &error);
  g_assert_no_error (error);
  first = sc_edit_paste (solution, "flow", table, place, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_test_message ("pasted as a table: %" G_GINT64_FORMAT " ms",
                  (g_get_monotonic_time () - start) / 1000);

  start = g_get_monotonic_time ();
  all = sc_parts_new_all (sc_list_get (first->flows, 0));
  clip = sc_clip_make (first, sc_list_get (first->flows, 0), all);
  bytes = sc_clip_write (clip);
  back = sc_clip_read (bytes, &error);
  g_assert_no_error (error);
  g_assert_true (sc_clip_equal (clip, back));
  second = sc_edit_paste (first, "flow", back, place, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sc_flow_count_steps (sc_list_get (second->flows, 0)), ==, 2 * 100 * 100);
  g_test_message ("%" G_GSIZE_FORMAT " kB, copied and pasted: %" G_GINT64_FORMAT " ms",
                  g_bytes_get_size (bytes) / 1024, (g_get_monotonic_time () - start) / 1000);
}

#define ROOT(attributes, content) \
  "<clip xmlns=\"" SC_DEFINITION_NAMESPACE "\" " attributes ">" content "</clip>"
#define STAGE "<stage label=\"A\" id=\"a\"/>"

static void
test_hostile (void)
{
  static const struct
  {
    const char *text;
    int code;
    const char *says; /* part of the sentence */
  } cases[] = {
    { "", SC_FILE_ERROR_MALFORMED, "damaged" },
    { "hello", SC_FILE_ERROR_MALFORMED, "damaged" },
    { "<clip", SC_FILE_ERROR_MALFORMED, "damaged" },
    { "<html><body/></html>", SC_FILE_ERROR_UNSUPPORTED, "not copied in Stagecraft" },
    { "<clip version=\"1\"/>", SC_FILE_ERROR_UNSUPPORTED, "not copied in Stagecraft" },
    { "<solution xmlns=\"" SC_DEFINITION_NAMESPACE "\"/>", SC_FILE_ERROR_UNSUPPORTED,
      "not copied in Stagecraft" },
    { "<clip xmlns=\"urn:stagecraft:definition:2\" version=\"1\"/>", SC_FILE_ERROR_UNSUPPORTED,
      "another version" },
    { ROOT ("version=\"2\"", "<novelty/>"), SC_FILE_ERROR_UNSUPPORTED, "another version" },
    { ROOT ("", STAGE), SC_FILE_ERROR_UNSUPPORTED, "another version" },
    { ROOT ("version=\"1\"", ""), SC_FILE_ERROR_MALFORMED, "no stages and steps" },
    { ROOT ("version=\"1\"", "<flow id=\"x\"/>"), SC_FILE_ERROR_MALFORMED, "<flow>" },
    { ROOT ("version=\"1\"", "<stage id=\"a\"/>"), SC_FILE_ERROR_MALFORMED, "“label”" },
    { ROOT ("version=\"1\" x=\"1\"", STAGE), SC_FILE_ERROR_MALFORMED, "“x”" },
    { "<!DOCTYPE clip [<!ENTITY a \"b\">]>" ROOT ("version=\"1\"", STAGE), SC_FILE_ERROR_UNSAFE,
      "cannot be pasted" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (cases[i].text, &error));
      g_assert_error (error, SC_FILE_ERROR, (int) cases[i].code);
      if (strstr (error->message, cases[i].says) == NULL)
        g_error ("“%s” does not say %s", error->message, cases[i].says);
    }
}

/* Clips in which bytes have changed, are gone or are there twice: a clip, or a sentence. */
static void
test_damaged (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (99);
  g_autoptr (ScClip) clip = random_clip_new (rand, 60);
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  const char *data;

  while (clip->stages == NULL)
    {
      sc_clip_unref (clip);
      clip = random_clip_new (rand, 60);
    }
  bytes = sc_clip_write (clip);
  data = g_bytes_get_data (bytes, &size);
  for (guint i = 0; i < 3000; i++)
    {
      gsize from = (gsize) g_rand_int_range (rand, 0, (int) size);
      gsize run = (gsize) g_rand_int_range (rand, 1, 40);
      gsize length = MIN (run, size - from);
      g_autoptr (GByteArray) damaged = g_byte_array_new ();
      g_autoptr (GBytes) offered = NULL;
      g_autoptr (ScClip) read = NULL;
      g_autoptr (GError) error = NULL;

      g_byte_array_append (damaged, (const guint8 *) data, (guint) size);
      if (i % 3 == 0)
        damaged->data[from] = (guint8) g_rand_int_range (rand, 0, 256);
      else if (i % 3 == 1)
        g_byte_array_remove_range (damaged, (guint) from, (guint) length);
      else
        g_byte_array_append (damaged, (const guint8 *) data + from, (guint) length);
      offered = g_byte_array_free_to_bytes (g_steal_pointer (&damaged));
      read = sc_clip_read (offered, &error);
      g_assert_true ((read == NULL) == (error != NULL));
      if (error != NULL)
        g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

/* Too much of something: a sentence, soon. */
static void
test_too_much (void)
{
  static const char *const units[] = { "<a>", STAGE, "<a b='c'/>", "&lt;" };
  g_autoptr (GString) many
      = g_string_new ("<clip xmlns=\"" SC_DEFINITION_NAMESPACE "\" version=\"1\">");
  g_autoptr (ScClip) none = NULL;
  g_autoptr (GError) reason = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_sized_new (SC_CLIP_MAX_BYTES);
      g_autoptr (GError) error = NULL;

      g_string_append (text, "<clip xmlns=\"" SC_DEFINITION_NAMESPACE "\" version=\"1\">");
      while (text->len < SC_CLIP_MAX_BYTES - 100)
        g_string_append (text, units[i]);
      g_string_append (text, "</clip>");
      g_assert_null (read_text (text->str, &error));
      g_assert_nonnull (strstr (error->message, "pasted"));
    }

  for (guint i = 0; i <= SC_CLIP_MAX_STAGES; i++)
    g_string_append (many, STAGE);
  g_string_append (many, "</clip>");
  none = read_text (many->str, &reason);
  g_assert_null (none);
  g_assert_error (reason, SC_FILE_ERROR, SC_FILE_ERROR_TOO_LARGE);
}

static void
test_rubbish (void)
{
  static const char *const units[] = { "x",   "\t",   "\n",        "\"",   "a\tb\n",  ",",
                                       ";\n", "\xff", "a,b,c,d\n", "\"\t", "ä\t\"\n", "\xe2\x82" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    for (guint limit = 0; limit < 2; limit++)
      {
        const gsize size = limit ? SC_CLIP_MAX_BYTES : RUBBISH_SIZE;
        g_autofree char *text = g_malloc (size + 16);
        const gsize length = strlen (units[i]);
        g_autoptr (GError) error = NULL;
        gsize filled = 0;
        gint64 start;

        for (; filled + length <= size; filled += length)
          memcpy (text + filled, units[i], length);
        start = g_get_monotonic_time ();
        g_assert_null (sc_clip_read_table (text, filled, 1033, &error));
        g_assert_nonnull (error);
        g_test_message ("%u/%u: %" G_GINT64_FORMAT " ms", i, limit,
                        (g_get_monotonic_time () - start) / 1000);
      }
}

/* "Stage: step(column)*, …; …" of what was read; loose steps have no stage. */
static char *
describe (const ScClip *clip)
{
  GString *text = g_string_new (NULL);
  const ScList *lists[] = { clip->loose, clip->stages };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    sc_list_foreach (lists[i], const ScStage *, stage)
      {
        g_string_append_printf (text, "%s%s:", text->len > 0 ? "; " : "",
                                lists[i] == clip->loose ? "" : stage->name);
        sc_list_foreach (stage->steps, const ScStep *, step)
          {
            g_string_append_printf (text, "%s%s", step_i > 0 ? ", " : " ",
                                    step->labels != NULL ? sc_step_get_label (step, 1033) : "-");
            if (step->column != NULL)
              g_string_append_printf (text, "(%s)", step->column);
            g_string_append (text, step->required ? "*" : "");
          }
      }
  return g_string_free (text, FALSE);
}

static void
test_tables (void)
{
  static const struct
  {
    const char *text;
    const char *expected; /* NULL: it is refused */
  } cases[] = {
    { "Stage\tStep\tColumn\tRequired\nA\tBudget\tbudget\tyes\nA\tName\tname\tno\nB\tX\tx\t\n",
      "A: Budget(budget)*, Name(name); B: X(x)" },
    { "A\tBudget\tbudget\tyes\n\tName\n", "A: Budget(budget)*, Name" },
    { "A\tBudget\r\nB\tName\r\n", "A: Budget; B: Name" },
    { "A;Budget;budget;ja\nB;Name;name;nein", "A: Budget(budget)*; B: Name(name)" },
    { "Phase;Schritt;Spalte;Erforderlich\nA;Budget;budget;WAHR\n", "A: Budget(budget)*" },
    { "required,column,step,stage\nTRUE,budget,Budget,A\n0,c,C,A\n", "A: Budget(budget)*, C(c)" },
    { "Pflicht\tTyp\tFeld\tPhase\nx\tText\tbudget\tA\n", "A: -(budget)*" },
    { "\"A, or B\",\"say \"\"hi\"\"\"\nC,D\n", "A, or B: say \"hi\"; C: D" },
    { "A\t\"two\nlines\"\nB\tx\n", "A: two lines; B: x" },
    { "A\t\"open\nB\tx\n", "A: open B x" },
    { "\tBudget\tbudget\n\tName\tname\t1\n", ": Budget(budget), Name(name)*" },
    { "\tBudget\nA\tName\n", ": Budget; A: Name" },
    { "New stage\tBudget\n", "New stage: Budget" },
    { "\xef\xbb\xbf"
      "A\tBudget\n",
      "A: Budget" },
    { "\n\nA\tBudget\n\n\t\nB\tName\n\n", "A: Budget; B: Name" },
    { "A\tBudget\t\t1,0\n", "A: Budget*" },
    { "A\t\nB\tName\n", "A:; B: Name" },
    { "", NULL },
    { "hello", NULL },
    { "Dear John, how are you?", NULL },
    { "Dear John, how are you?\nI am fine, I think, really.\n", NULL },
    { "a\tb\tc\td\te\tf\tg\n", NULL },
    { "Stage\tStep\n", NULL },
    { "one\ntwo\nthree\n", NULL },
    { "A\tB\xff\n", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ScClip) clip
          = sc_clip_read_table (cases[i].text, strlen (cases[i].text), 1033, &error);
      g_autofree char *described = clip != NULL ? describe (clip) : NULL;

      g_assert_cmpstr (described, ==, cases[i].expected);
      g_assert_true ((error == NULL) == (clip != NULL));
    }
}

#define ENTRY                                                                                   \
  "<stage label=\"Qualify\" table=\"t\" id=\"a\"><step label=\"Budget\" column=\"b\" id=\"b\" " \
  "required=\"true\"/><step label=\"Say &quot;a&lt;b&quot;\" id=\"c\"/></stage>"                \
  "<stage label=\"Close\" id=\"e\"/>"
#define LOOSE \
  "<steps label=\"Other\" table=\"t\" id=\"d\"><step label=\"X\" column=\"x\" id=\"f\"/></steps>"
#define TABLE "<table name=\"t\"><column label=\"Budget\" name=\"b\" type=\"currency\"/></table>"

static void
test_texts (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScClip) clip = read_text (ROOT ("version=\"1\"", ENTRY LOOSE TABLE), &error);
  g_autofree char *text = NULL;
  g_autofree char *table = NULL;
  g_autofree char *html = NULL;
  g_autofree char *described = NULL;
  g_autoptr (ScClip) back = NULL;

  g_assert_no_error (error);
  text = sc_clip_write_text (clip);
  g_assert_cmpstr (text, ==,
                   "Qualify\n- Budget (b, required)\n- Say \"a<b\"\n\nClose\n\n- X (x)\n");
  table = sc_clip_write_table (clip);
  g_assert_cmpstr (table, ==,
                   "Stage\tStep\tColumn\tRequired\tType\n"
                   "Qualify\tBudget\tb\tyes\tCurrency\n"
                   "Qualify\t\"Say \"\"a<b\"\"\"\t\tno\t\n"
                   "Close\t\t\t\t\n"
                   "Other\tX\tx\tno\t\n");
  html = sc_clip_write_html (clip);
  g_assert_nonnull (strstr (html, "<tr><td>Qualify</td><td>Say &quot;a&lt;b&quot;</td>"));

  back = sc_clip_read_table (table, strlen (table), 1033, &error);
  g_assert_no_error (error);
  described = describe (back);
  g_assert_cmpstr (described, ==, "Qualify: Budget(b)*, Say \"a<b\"; Close:; Other: X(x)");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clip/round-trip", test_round_trip);
  g_test_add_func ("/clip/paste-anything", test_paste_anything);
  g_test_add_func ("/clip/large", test_large);
  g_test_add_func ("/clip/hostile", test_hostile);
  g_test_add_func ("/clip/damaged", test_damaged);
  g_test_add_func ("/clip/too-much", test_too_much);
  g_test_add_func ("/clip/rubbish", test_rubbish);
  g_test_add_func ("/clip/tables", test_tables);
  g_test_add_func ("/clip/texts", test_texts);
  return g_test_run ();
}
