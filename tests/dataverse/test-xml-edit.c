/* test-xml-edit.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Changes to one element, however somebody's program has written it. */

#include "sc-xml-arrange.h"
#include "sc-xml-edit.h"

static ScXml *
parse (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  ScXml *xml = sc_xml_parse (bytes, "a.xml", &error);

  g_assert_no_error (error);
  return xml;
}

/* What the changes make of the text, which has to be XML. */
static char *
finish (const ScSplice *splice)
{
  g_autoptr (GBytes) bytes = sc_splice_apply (splice);
  g_autoptr (ScXml) xml = NULL;

  g_test_message ("%.*s", (int) g_bytes_get_size (bytes),
                  (const char *) g_bytes_get_data (bytes, NULL));
  xml = parse (bytes);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_attributes (void)
{
  static const struct
  {
    const char *text, *value, *expected; /* value: of a, or NULL to take it out */
  } rows[] = {
    { "<e a=\"x\"/>", NULL, "<e/>" },
    { "<e a=\"x\" />", NULL, "<e />" },
    { "<e a =\"x\"/>", NULL, "<e/>" },
    { "<e a= \"x\"/>", NULL, "<e/>" },
    { "<e a = \"x\"/>", NULL, "<e/>" },
    { "<e a\t=\r\n\t\"x\"/>", NULL, "<e/>" },
    { "<e\n  a\n  =\n  \"x\"\n/>", NULL, "<e\n \n/>" },
    { "<e a = 'x'/>", NULL, "<e/>" },
    { "<e b=\"1\" a =\"x\" c=\"2\"/>", NULL, "<e b=\"1\" c=\"2\"/>" },
    { "<e b = \" a=\" a = \"=\" c = \"a=\"/>", NULL, "<e b = \" a=\" c = \"a=\"/>" },
    { "<e ab=\"1\" a =\"b = c\">t</e>", NULL, "<e ab=\"1\">t</e>" },
    { "<e xmlns:p=\"u\" p:a = \"x\"/>", NULL, "<e xmlns:p=\"u\"/>" },
    { "<e b=\"1\"/>", NULL, "<e b=\"1\"/>" },

    { "<e a = \"x\"/>", "y", "<e a = \"y\"/>" },
    { "<e a=\"x\"/>", "<\"&'>", "<e a=\"&lt;&quot;&amp;'&gt;\"/>" },
    { "<e a='x'/>", "<\"&'>", "<e a='&lt;&quot;&amp;&apos;&gt;'/>" },
    { "<e a = 'x' b='1'/>", "it's", "<e a = 'it&apos;s' b='1'/>" },
    { "<e/>", "y", "<e a=\"y\"/>" },
    { "<e />", "y", "<e a=\"y\" />" },
    { "<e b = '1' >t</e>", "it's", "<e b = '1' a=\"it's\" >t</e>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].text, strlen (rows[i].text));
      g_autoptr (ScXml) xml = parse (bytes);
      g_autoptr (ScSplice) splice = sc_splice_new (bytes);
      g_autofree char *changed = NULL;

      sc_xml_edit_attribute (splice, bytes, sc_xml_get_root (xml), "a", rows[i].value);
      changed = finish (splice);
      g_assert_cmpstr (changed, ==, rows[i].expected);
    }
}

/* The first children of an element that has none. */
static void
test_filling (void)
{
  static const struct
  {
    const char *text, *expected;
  } rows[] = {
    { "<r>\n  <e/>\n</r>", "<r>\n  <e>\n    <a/>\n  </e>\n</r>" },
    { "<r>\n  <e />\n</r>", "<r>\n  <e>\n    <a/>\n  </e>\n</r>" },
    { "<r>\n  <e></e>\n</r>", "<r>\n  <e>\n    <a/>\n  </e>\n</r>" },
    { "<p:r xmlns:p=\"u\">\n  <p:e/>\n</p:r>",
      "<p:r xmlns:p=\"u\">\n  <p:e>\n    <a/>\n  </p:e>\n</p:r>" },
    { "<p:r xmlns:p=\"u\">\n  <p:e />\n</p:r>",
      "<p:r xmlns:p=\"u\">\n  <p:e>\n    <a/>\n  </p:e>\n</p:r>" },
    { "<p:r xmlns:p=\"u\">\n  <p:e></p:e>\n</p:r>",
      "<p:r xmlns:p=\"u\">\n  <p:e>\n    <a/>\n  </p:e>\n</p:r>" },
    { "<r>\n  <p:e\txmlns:p=\"u\" b='/>'\n/>\n</r>",
      "<r>\n  <p:e\txmlns:p=\"u\" b='/>'>\n    <a/>\n  </p:e>\n</r>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].text, strlen (rows[i].text));
      g_autoptr (ScXml) xml = parse (bytes);
      g_autoptr (ScSplice) splice = sc_splice_new (bytes);
      g_autoptr (GPtrArray) elements = g_ptr_array_new ();
      g_autofree char *changed = NULL;

      g_ptr_array_add (elements, (gpointer) "<a/>");
      sc_xml_edit_insert (splice, bytes, sc_xml_node_get_first_child (sc_xml_get_root (xml)), NULL,
                          elements);
      changed = finish (splice);
      g_assert_cmpstr (changed, ==, rows[i].expected);
    }
}

/* An element that all its children leave stays what it was. */
static void
test_emptying (void)
{
  static const char text[] = "<p:r xmlns:p=\"u\">\n  <p:e>\n    <a/>\n  </p:e>\n</p:r>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (ScXml) xml = parse (bytes);
  const ScXmlNode *parent = sc_xml_node_get_first_child (sc_xml_get_root (xml));
  g_autoptr (ScSplice) splice = sc_splice_new (bytes);
  g_autoptr (GArray) places = sc_xml_arrange_new ();
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  g_autofree char *changed = NULL;

  g_ptr_array_add (gone, (gpointer) sc_xml_node_get_first_child (parent));
  sc_xml_arrange_apply (splice, bytes, parent, places, gone, "    ");
  changed = finish (splice);
  g_assert_cmpstr (changed, ==, "<p:r xmlns:p=\"u\">\n  <p:e />\n</p:r>");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml-edit/attributes", test_attributes);
  g_test_add_func ("/xml-edit/filling", test_filling);
  g_test_add_func ("/xml-edit/emptying", test_emptying);
  return g_test_run ();
}
