/* test-xml.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-xml.h"

#include <string.h>

static ScXml *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  ScXml *xml = sc_xml_parse (bytes, "test.xml", &error);

  g_assert_no_error (error);
  return xml;
}

static char *
cut (const ScXml *xml, ScSpan span)
{
  const char *data = g_bytes_get_data (sc_xml_get_bytes (xml), NULL);

  return g_strndup (data + span.start, span.end - span.start);
}

static void
assert_span (const ScXml *xml, ScSpan span, const char *expected)
{
  g_autofree char *text = cut (xml, span);

  g_assert_cmpstr (text, ==, expected);
}

/* The spans of every element, checked against what they must look like. */
static void
check_spans (const ScXml *xml, const ScXmlNode *node)
{
  g_autofree char *whole = cut (xml, sc_xml_node_get_span (node));
  ScSpan span = sc_xml_node_get_span (node);
  ScSpan content = sc_xml_node_get_content_span (node);
  const char *name;

  g_assert_true (whole[0] == '<' && g_str_has_suffix (whole, ">"));
  name = whole + 1;
  if (!g_str_has_prefix (name, sc_xml_node_get_name (node)))
    name = strchr (name, ':') + 1;
  g_assert_true (g_str_has_prefix (name, sc_xml_node_get_name (node)));
  if (sc_xml_node_is_self_closed (node))
    g_assert_true (g_str_has_suffix (whole, "/>"));
  else
    g_assert_true (whole[content.end - span.start] == '<'
                   && whole[content.end - span.start + 1] == '/');
  sc_xml_foreach (node, child)
    {
      ScSpan inner = sc_xml_node_get_span (child);

      g_assert_true (sc_xml_node_get_parent (child) == node);
      g_assert_cmpuint (inner.start, >=, content.start);
      g_assert_cmpuint (inner.end, <=, content.end);
      check_spans (xml, child);
    }
}

static void
test_tree (void)
{
  g_autoptr (ScXml) xml = parse ("<a x='1' y=\"2\"><b/><c>text</c><b>other</b></a>");
  const ScXmlNode *root = sc_xml_get_root (xml);
  const ScXmlNode *b = sc_xml_node_get_child (root, "b");
  const char *value;

  g_assert_true (sc_xml_node_is (root, "a"));
  g_assert_null (sc_xml_node_get_parent (root));
  g_assert_cmpstr (sc_xml_node_get_namespace (root), ==, "");
  g_assert_cmpstr (sc_xml_node_get_text (root), ==, "");
  g_assert_cmpuint (sc_xml_node_count_children (root), ==, 3);
  g_assert_cmpuint (sc_xml_node_count_attributes (root), ==, 2);
  g_assert_cmpstr (sc_xml_node_get_attribute (root, "x"), ==, "1");
  g_assert_cmpstr (sc_xml_node_get_attribute_at (root, 1, &value), ==, "y");
  g_assert_cmpstr (value, ==, "2");
  g_assert_null (sc_xml_node_get_attribute (root, "z"));
  g_assert_true (sc_xml_node_get_first_child (root) == b);
  g_assert_true (sc_xml_node_is_self_closed (b));
  g_assert_cmpstr (sc_xml_node_get_child_text (root, "c"), ==, "text");
  g_assert_null (sc_xml_node_get_child_text (root, "d"));
  g_assert_null (sc_xml_node_get_child (NULL, "d"));
  g_assert_null (sc_xml_node_get_text (NULL));
  g_assert_null (sc_xml_node_get_attribute (NULL, "x"));
}

static void
test_spans (void)
{
  g_autoptr (ScXml) xml = parse ("\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n"
                                 "<!-- <a> & co -->\r\n"
                                 "<a é='ü &lt; \"' >\r\n"
                                 "  <![CDATA[<a></a>]]><?pi </a> ?>\r\n"
                                 "  <a\r\n   b = 'x>y/' ><a></a><a/></a >\r\n"
                                 "  <b />ß\r\n"
                                 "</a>\r\n");
  const ScXmlNode *root = sc_xml_get_root (xml);
  const ScXmlNode *inner = sc_xml_node_get_child (root, "a");
  ScSpan span;

  check_spans (xml, root);
  assert_span (xml, sc_xml_node_get_span (inner), "<a\r\n   b = 'x>y/' ><a></a><a/></a >");
  assert_span (xml, sc_xml_node_get_content_span (inner), "<a></a><a/>");
  assert_span (xml, sc_xml_node_get_span (sc_xml_node_get_child (root, "b")), "<b />");
  g_assert_true (sc_xml_node_get_attribute_span (inner, "b", &span));
  assert_span (xml, span, "x>y/");
  g_assert_false (sc_xml_node_get_attribute_span (inner, "c", &span));
  g_assert_true (sc_xml_node_get_attribute_span (root, "é", &span));
  assert_span (xml, span, "ü &lt; \"");
  g_assert_cmpstr (sc_xml_node_get_attribute (root, "é"), ==, "ü < \"");
  g_assert_cmpuint (sc_xml_node_get_line (root), ==, 3);
  g_assert_cmpuint (sc_xml_node_get_line (inner), ==, 5);
  g_assert_cmpuint (sc_xml_node_get_line (sc_xml_node_get_child (root, "b")), ==, 7);
}

static void
test_decoding (void)
{
  static const struct
  {
    const char *xml;
    const char *text;
    const char *attribute;
  } cases[] = {
    { "<a/>", "", NULL },
    { "<a> </a>", " ", NULL },
    { "<a>\n  <b/>\n</a>", "", NULL },
    { "<a>x <b/> y</a>", "x  y", NULL },
    { "<a>1\r\n2\r3\n4</a>", "1\n2\n3\n4", NULL },
    { "<a>1&#xD;\r\n2</a>", "1\r\n2", NULL },
    { "<a v='1\r\n2\t3&#xA;4&#13;5'/>", "", "1 2 3\n4\r5" },
    { "<a v='&lt;&gt;&amp;&quot;&apos;&#xe9;&#128512;'>&lt;&gt;&amp;&quot;&apos;&#xe9;</a>",
      "<>&\"'é", "<>&\"'é😀" },
    { "<a>x<![CDATA[<&amp;]]>y<!-- z -->w</a>", "x<&amp;yw", NULL },
    { "<a v='&amp;#38;&amp;lt;&#38;x'>&amp;#38;</a>", "&#38;", "&#38;&lt;&x" },
    { "<a v=''></a>", "", "" },
    { "<a>déjà <b>not this</b>vu</a>", "déjà vu", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScXml) xml = parse (cases[i].xml);
      const ScXmlNode *root = sc_xml_get_root (xml);

      g_assert_cmpstr (sc_xml_node_get_text (root), ==, cases[i].text);
      g_assert_cmpstr (sc_xml_node_get_attribute (root, "v"), ==, cases[i].attribute);
      check_spans (xml, root);
    }
}

static void
test_namespaces (void)
{
  g_autoptr (ScXml) xml = parse (
      "<p:a xmlns='urn:d' xmlns:p='urn:p' p:v='1' v='2'><b/><p:b xmlns=''><c/></p:b></p:a>");
  const ScXmlNode *root = sc_xml_get_root (xml);
  const ScXmlNode *b = sc_xml_node_get_child (root, "b");
  const ScXmlNode *second = sc_xml_node_get_next (b);
  ScSpan span;

  g_assert_cmpstr (sc_xml_node_get_name (root), ==, "a");
  g_assert_cmpstr (sc_xml_node_get_namespace (root), ==, "urn:p");
  g_assert_cmpstr (sc_xml_node_get_namespace (b), ==, "urn:d");
  g_assert_cmpstr (sc_xml_node_get_namespace (second), ==, "urn:p");
  g_assert_cmpstr (sc_xml_node_get_namespace (sc_xml_node_get_child (second, "c")), ==, "");
  g_assert_cmpuint (sc_xml_node_count_attributes (root), ==, 2);
  g_assert_true (sc_xml_node_get_attribute_span (root, "v", &span));
  assert_span (xml, span, "1");
  g_assert_false (sc_xml_node_get_attribute_span (root, "p", &span));
  check_spans (xml, root);
}

/* libxml2 drops what it has read from its buffer now and then, which must not shift the spans. */
static void
test_long_document (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260114);
  g_autoptr (GString) text = g_string_new ("<r>\r\n");
  g_autoptr (ScXml) xml = NULL;
  guint n = 0;

  while (text->len < 1200 * 1000)
    {
      g_string_append_printf (text, "  <item n=\"%u\" l='é%*s'>", n++,
                              g_rand_int_range (rand, 0, 300), "&amp;");
      for (int i = g_rand_int_range (rand, 0, 40); i > 0; i--)
        g_string_append (text, i % 7 == 0 ? "<x>ü</x>\r\n" : "<y a='1'/>");
      g_string_append (text, "</item>\r\n");
    }
  g_string_append (text, "</r>");
  xml = parse (text->str);
  g_assert_cmpuint (sc_xml_node_count_children (sc_xml_get_root (xml)), ==, n);
  check_spans (xml, sc_xml_get_root (xml));
}

static void
assert_refused (GBytes *bytes, ScFileError code, const char *part)
{
  g_autoptr (GError) error = NULL;
  ScXml *xml = sc_xml_parse (bytes, "odd.xml", &error);

  g_assert_null (xml);
  g_assert_error (error, SC_FILE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "odd.xml"));
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” is not in: %s", part, error->message);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *xml;
    gssize size;
    ScFileError code;
    const char *part;
  } cases[] = {
    { "", -1, SC_FILE_ERROR_MALFORMED, "empty" },
    { "\xef\xbb\xbf", -1, SC_FILE_ERROR_MALFORMED, "empty" },
    { "hello", -1, SC_FILE_ERROR_MALFORMED, "line 1" },
    { "{\"a\": 1}", -1, SC_FILE_ERROR_MALFORMED, "line 1" },
    { "<a>\n<b>\n</a>", -1, SC_FILE_ERROR_MALFORMED, "line 3, column 5" },
    { "<a><b>", -1, SC_FILE_ERROR_MALFORMED, "line 1" },
    { "<a b='1", -1, SC_FILE_ERROR_MALFORMED, "line 1" },
    { "<a b='1'", -1, SC_FILE_ERROR_MALFORMED, "line 1" },
    { "<a b='1'/", -1, SC_FILE_ERROR_MALFORMED, "line 1" },
    { "<a/><b/>", -1, SC_FILE_ERROR_MALFORMED, "line 1" },
    { "<!-- only -->", -1, SC_FILE_ERROR_MALFORMED, "line 1" },
    { "<a b='1' b='2'/>", -1, SC_FILE_ERROR_MALFORMED, "line 1" },
    { "<a>&nbsp;</a>", -1, SC_FILE_ERROR_MALFORMED, "nbsp" },
    { "<a>&#0;</a>", -1, SC_FILE_ERROR_MALFORMED, "line 1" },
    { "<a>\x01</a>", -1, SC_FILE_ERROR_MALFORMED, "line 1" },
    { "<p:a/>", -1, SC_FILE_ERROR_MALFORMED, "line 1" },
    { "<a>\xe9</a>", -1, SC_FILE_ERROR_MALFORMED, "UTF-8 at byte 3" },
    { "<aaaaaaaaaaaaaaa \xc3/>", -1, SC_FILE_ERROR_MALFORMED, "UTF-8 at byte 17" },
    { "<a>\0</a>", 8, SC_FILE_ERROR_MALFORMED, "zero bytes" },
    { "\xff\xfe<\0a\0/\0>\0", 10, SC_FILE_ERROR_UNSUPPORTED, "UTF-16" },
    { "<\0a\0/\0>\0", 8, SC_FILE_ERROR_MALFORMED, "zero bytes" },
    { "<?xml version='1.0' encoding='windows-1252'?><a/>", -1, SC_FILE_ERROR_UNSUPPORTED,
      "windows-1252" },
    /* What comes behind an error is left no memory either, which takes LeakSanitizer to see. */
    { "<?xml version-'1.0'?><!DOCTYPE a [<!ENTITY x 'y'><!ENTITY z \"&x;\">]><a>&z;</a>", -1,
      SC_FILE_ERROR_MALFORMED, "line 1" },
    { "<!DOCTYPE a><a/>", -1, SC_FILE_ERROR_UNSAFE, "DOCTYPE" },
    { "<!DOCTYPE a SYSTEM 'http://example.org/a.dtd'><a/>", -1, SC_FILE_ERROR_UNSAFE, "DOCTYPE" },
    { "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", -1, SC_FILE_ERROR_UNSAFE,
      "DOCTYPE" },
    { "<!DOCTYPE lolz [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
      "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'>]>"
      "<lolz>&d;</lolz>",
      -1, SC_FILE_ERROR_UNSAFE, "DOCTYPE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize size = cases[i].size >= 0 ? (gsize) cases[i].size : strlen (cases[i].xml);
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].xml, size);

      assert_refused (bytes, cases[i].code, cases[i].part);
    }
}

/* A document cut off anywhere is refused, and never reads past its end. */
static void
test_truncated (void)
{
  const char *text
      = "<?xml version='1.0'?><a x='é'><![CDATA[<]]><b y=\"&lt;\"/><!-- c --><d>e</d></a>";

  for (gsize size = 1; size < strlen (text); size++)
    {
      g_autofree char *part = g_memdup2 (text, size);
      g_autoptr (GBytes) bytes = g_bytes_new (part, size);

      assert_refused (bytes, SC_FILE_ERROR_MALFORMED, "odd.xml");
    }
}

static GString *
repeat (GString *string, const char *text, guint count)
{
  for (guint i = 0; i < count; i++)
    g_string_append (string, text);
  return string;
}

static void
assert_string_refused (GString *string, ScFileError code, const char *part)
{
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (string);

  assert_refused (bytes, code, part);
}

static void
test_limits (void)
{
  GString *deep = repeat (g_string_new (NULL), "<a>", 100 * 1000);
  GString *wide = g_string_new ("<a");
  GString *many = repeat (g_string_new ("<r>"), "<a/>", SC_XML_MAX_NODES);
  GString *spaces = g_string_new ("<r>");
  GString *value = g_string_new ("<a b='");
  GString *long_text = g_string_new ("<a>");
  g_autoptr (ScXml) whole = NULL;
  g_autoptr (GString) allowed = repeat (g_string_new (NULL), "<a>", SC_XML_MAX_DEPTH);

  assert_string_refused (repeat (deep, "</a>", 100 * 1000), SC_FILE_ERROR_TOO_LARGE, "deep");
  for (int i = 0; i < 300 * 1000; i++)
    g_string_append_printf (wide, " a%d=''", i);
  assert_string_refused (g_string_append (wide, "/>"), SC_FILE_ERROR_TOO_LARGE, "attributes");
  assert_string_refused (g_string_append (many, "</r>"), SC_FILE_ERROR_TOO_LARGE, "elements");
  for (int i = 0; i < 150; i++)
    {
      g_string_append (spaces, "<a");
      for (int j = 0; j < 20; j++)
        g_string_append_printf (spaces, " xmlns:p%d_%d='u%d'", i, j, j);
      g_string_append (spaces, ">");
    }
  assert_string_refused (spaces, SC_FILE_ERROR_TOO_LARGE, "attributes");

  for (gsize i = 0; i <= SC_XML_MAX_VALUE; i++)
    g_string_append_c (value, 'v');
  assert_string_refused (g_string_append (value, "'/>"), SC_FILE_ERROR_TOO_LARGE,
                         "1048576 characters");
  for (gsize i = 0; i < SC_XML_MAX_TEXT; i++)
    g_string_append_c (long_text, 't');
  assert_string_refused (g_string_append (long_text, "t</a>"), SC_FILE_ERROR_TOO_LARGE,
                         "16777216 bytes");

  whole = parse (repeat (allowed, "</a>", SC_XML_MAX_DEPTH)->str);
  g_assert_nonnull (whole);
}

/* However it is escaped, a value may have as many characters. */
static void
test_escaped_values (void)
{
  static const char *const escaped[] = { "&gt;", "&quot;", "&amp;", "&#10;", "&#xE9;", "é", ">" };

  for (guint i = 0; i < G_N_ELEMENTS (escaped); i++)
    {
      GString *value = repeat (g_string_new ("<r v=\""), escaped[i], SC_XML_MAX_VALUE);
      g_autoptr (GString) more = g_string_new (value->str);
      g_autoptr (GString) whole = g_string_append (value, "\"/>");
      g_autoptr (ScXml) xml = parse (whole->str);

      g_assert_cmpint (g_utf8_strlen (sc_xml_node_get_attribute (sc_xml_get_root (xml), "v"), -1),
                       ==, SC_XML_MAX_VALUE);
      g_string_append_printf (more, "%s\"/>", escaped[i]);
      assert_string_refused (g_steal_pointer (&more), SC_FILE_ERROR_TOO_LARGE,
                             "1048576 characters");
    }
  assert_string_refused (
      g_string_append (repeat (g_string_new ("<r v='"), "&#x00041;", SC_XML_MAX_VALUE - 1), "'/>"),
      SC_FILE_ERROR_TOO_LARGE, "6291456 bytes");
}

static void
test_too_large (void)
{
  gsize size = 200 * 1000 * 1000;
  char *data = g_malloc0 (size); /* pages that are never touched cost nothing */
  g_autoptr (GBytes) bytes = g_bytes_new_take (data, size);

  assert_refused (bytes, SC_FILE_ERROR_TOO_LARGE, "128");
}

static void
test_outlives (void)
{
  g_autoptr (ScXml) second = NULL;
  ScXml *first = parse ("<a>text</a>");

  second = sc_xml_ref (first);
  sc_xml_unref (first);
  g_assert_cmpstr (sc_xml_node_get_text (sc_xml_get_root (second)), ==, "text");
  g_assert_cmpstr (sc_xml_get_name (second), ==, "test.xml");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml/tree", test_tree);
  g_test_add_func ("/xml/spans", test_spans);
  g_test_add_func ("/xml/decoding", test_decoding);
  g_test_add_func ("/xml/namespaces", test_namespaces);
  g_test_add_func ("/xml/long-document", test_long_document);
  g_test_add_func ("/xml/refused", test_refused);
  g_test_add_func ("/xml/truncated", test_truncated);
  g_test_add_func ("/xml/limits", test_limits);
  g_test_add_func ("/xml/escaped-values", test_escaped_values);
  g_test_add_func ("/xml/too-large", test_too_large);
  g_test_add_func ("/xml/outlives", test_outlives);
  return g_test_run ();
}
