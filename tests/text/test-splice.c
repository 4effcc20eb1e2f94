/* test-splice.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-splice.h"

#include <string.h>

static void
assert_text (GBytes *bytes, const char *expected)
{
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected,
                   strlen (expected));
}

static void
test_replace (void)
{
  g_autoptr (GBytes) original = g_bytes_new_static ("0123456789", 10);
  g_autoptr (ScSplice) splice = sc_splice_new (original);
  g_autoptr (GBytes) same = NULL;
  g_autoptr (GBytes) changed = NULL;

  g_assert_true (sc_splice_is_empty (splice));
  same = sc_splice_apply (splice);
  g_assert_true (same == original);

  sc_splice_replace (splice, (ScSpan){ 8, 10 }, "end");
  sc_splice_replace (splice, (ScSpan){ 2, 4 }, "TWO");
  sc_splice_replace (splice, (ScSpan){ 2, 2 }, "a");
  sc_splice_replace (splice, (ScSpan){ 4, 4 }, "c");
  sc_splice_replace (splice, (ScSpan){ 2, 2 }, "b");
  sc_splice_replace (splice, (ScSpan){ 10, 10 }, "!");
  sc_splice_replace (splice, (ScSpan){ 5, 6 }, "");
  g_assert_false (sc_splice_is_empty (splice));
  changed = sc_splice_apply (splice);
  assert_text (changed, "01abTWOc467end!");
}

static void
test_overlap (void)
{
  g_autoptr (GBytes) original = g_bytes_new_static ("0123456789", 10);
  g_autoptr (ScSplice) splice = sc_splice_new (original);
  g_autoptr (GBytes) changed = NULL;

  sc_splice_replace (splice, (ScSpan){ 2, 6 }, "x");
  sc_splice_replace (splice, (ScSpan){ 5, 7 }, "y");
  g_test_expect_message ("sc-text", G_LOG_LEVEL_CRITICAL, "*overlap*");
  changed = sc_splice_apply (splice);
  g_test_assert_expected_messages ();
  assert_text (changed, "01x6789");
}

static void
test_remove_line (void)
{
  static const struct
  {
    const char *text;
    const char *remove;
    const char *expected;
  } cases[] = {
    { "a\n  <x/>\nb\n", "<x/>", "a\nb\n" },
    { "a\r\n\t<x/> \r\nb\r\n", "<x/>", "a\r\nb\r\n" },
    { "<x/>\nb\n", "<x/>", "b\n" },
    { "a\n  <x/> <y/>\nb\n", "<x/>", "a\n   <y/>\nb\n" },
    { "a\n  <y/><x/>\nb\n", "<x/>", "a\n  <y/>\nb\n" },
    { "a\n<x/>", "<x/>", "a\n" },
    { "<a><x/></a>", "<x/>", "<a></a>" },
    { "a\n  <x>\n  </x>\nb", "<x>\n  </x>", "a\nb" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *text = cases[i].text;
      g_autoptr (GBytes) original = g_bytes_new_static (text, strlen (text));
      g_autoptr (ScSplice) splice = sc_splice_new (original);
      g_autoptr (GBytes) changed = NULL;
      gsize start = strstr (text, cases[i].remove) - text;

      sc_splice_remove_line (splice, (ScSpan){ start, start + strlen (cases[i].remove) });
      changed = sc_splice_apply (splice);
      assert_text (changed, cases[i].expected);
    }
}

/* Random changes, applied by the splice and one by one from the end, come to the same. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int round = 0; round < 500; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) expected = g_string_new (NULL);
      g_autoptr (GBytes) original = NULL;
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (ScSplice) splice = NULL;
      gsize at = 0;

      for (int i = g_rand_int_range (rand, 0, 60); i >= 0; i--)
        g_string_append_c (text, 'a' + i % 26);
      original = g_bytes_new (text->str, text->len);
      splice = sc_splice_new (original);
      while (at < text->len)
        {
          gsize keep = g_rand_int_range (rand, 1, 8);
          gsize cut = g_rand_int_range (rand, 0, 4);
          ScSpan span = { MIN (at + keep, text->len), MIN (at + keep + cut, text->len) };

          sc_splice_replace (splice, span, "XY");
          g_string_append_len (expected, text->str + at, span.start - at);
          g_string_append (expected, "XY");
          at = span.end;
        }
      changed = sc_splice_apply (splice);
      assert_text (changed, expected->str);
    }
}

static void
test_line_ends (void)
{
  static const struct
  {
    const char *text;
    const char *line_end;
    const char *unix_text;
    const char *dos_text;
  } cases[] = {
    { "", "\n", "", "" },
    { "a", "\n", "a", "a" },
    { "a\nb\n", "\n", "a\nb\n", "a\r\nb\r\n" },
    { "a\r\nb\n\r\n", "\r\n", "a\nb\n\n", "a\r\nb\r\n\r\n" },
    { "\nx\r", "\n", "\nx\r", "\r\nx\r" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) text = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GBytes) as_unix = sc_text_convert_line_ends (text, "\n");
      g_autoptr (GBytes) as_dos = sc_text_convert_line_ends (text, "\r\n");

      g_assert_cmpstr (sc_text_get_line_end (text), ==, cases[i].line_end);
      assert_text (as_unix, cases[i].unix_text);
      assert_text (as_dos, cases[i].dos_text);
    }
}

static void
test_escaped (void)
{
  const char *text = "a<b>&\"'é\t\n\r\x01\ufffe\uffffz";
  g_autoptr (GString) inside = g_string_new (NULL);
  g_autoptr (GString) attribute = g_string_new (NULL);

  sc_text_append_escaped (inside, text, FALSE);
  sc_text_append_escaped (attribute, text, TRUE);
  g_assert_cmpstr (inside->str, ==, "a&lt;b&gt;&amp;\"'é\t\n&#xD;z");
  g_assert_cmpstr (attribute->str, ==, "a&lt;b&gt;&amp;&quot;'é&#x9;&#xA;&#xD;z");
}

/* What is escaped comes back from the reader, whatever it was. */
static void
test_escaped_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (99);

  for (int round = 0; round < 300; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) document = g_string_new ("<a v=\"");
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (ScXml) xml = NULL;
      g_autoptr (GError) error = NULL;

      for (int i = g_rand_int_range (rand, 1, 12); i > 0; i--)
        g_string_append_unichar (
            text, g_utf8_get_char (g_utf8_offset_to_pointer ("<>&\"'#38;x\t\n\r é😀",
                                                             g_rand_int_range (rand, 0, 16))));
      sc_text_append_escaped (document, text->str, TRUE);
      g_string_append (document, "\">");
      sc_text_append_escaped (document, text->str, FALSE);
      g_string_append (document, "</a>");
      bytes = g_bytes_new (document->str, document->len);
      xml = sc_xml_parse (bytes, "test.xml", &error);
      g_assert_no_error (error);
      g_assert_cmpstr (sc_xml_node_get_text (sc_xml_get_root (xml)), ==, text->str);
      g_assert_cmpstr (sc_xml_node_get_attribute (sc_xml_get_root (xml), "v"), ==, text->str);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/splice/replace", test_replace);
  g_test_add_func ("/splice/overlap", test_overlap);
  g_test_add_func ("/splice/remove-line", test_remove_line);
  g_test_add_func ("/splice/random", test_random);
  g_test_add_func ("/text/line-ends", test_line_ends);
  g_test_add_func ("/text/escaped", test_escaped);
  g_test_add_func ("/text/escaped-round-trip", test_escaped_round_trip);
  return g_test_run ();
}
