/* test-places.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-places.h"

#include <string.h>

#define KEY(name) sc_place_key (SC_PLACE_ROOT, SC_PLACE_STAGE, name)

static ScXml *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  ScXml *xml = sc_xml_parse (bytes, "test", &error);

  g_assert_no_error (error);
  return xml;
}

/* Every element is a place by its name, in reverse order, and its attribute "a" by that of its
 * name with "@". */
static void
add_all (ScPlaces *places, const ScXml *xml, const ScXmlNode *node)
{
  g_autofree char *attribute = g_strconcat (sc_xml_node_get_name (node), "@", NULL);

  sc_xml_foreach (node, child)
    {
      add_all (places, xml, child);
    }
  g_assert_cmpint (sc_places_add_attribute (places, KEY (attribute), xml, node, "a"), ==,
                   sc_xml_node_get_attribute (node, "a") != NULL);
  sc_places_add (places, KEY (sc_xml_node_get_name (node)), node);
}

static void
test_counting (void)
{
  static const struct
  {
    const char *text;
    const char *key;
    guint line; /* 0: not found */
    guint column;
  } rows[] = {
    { "<x/>", "x", 1, 1 },
    { "<x/>", "y", 0, 0 },
    { "<x/>", "x@", 0, 0 },
    { "\xef\xbb\xbf<x/>", "x", 1, 1 },
    { "\xef\xbb\xbf\n<x/>", "x", 2, 1 },
    { "<?xml version=\"1.0\"?><x/>", "x", 1, 22 },
    { "<x>\n<y/></x>", "y", 2, 1 },
    { "<x>\r\n\t<y/></x>", "y", 2, 2 },
    { "<x>é漢🌱<y/></x>", "y", 1, 7 },
    { "<x>\n\n🌱\n  é <y/></x>", "y", 4, 5 },
    { "<x><y/><z/>\n<y/></x>", "y", 1, 4 },
    { "<x><y/>\n<y/><z/></x>", "z", 2, 5 },
    { "<x>\n<![CDATA[<y/>]]><!-- <y/> --><y/></x>", "y", 2, 30 },
    { "<x a=\"1\"/>", "x@", 1, 4 },
    { "<x a = '1'/>", "x@", 1, 4 },
    { "<x\n  b='a=\"2\"'\r\n  a\n=\n\"1\"/>", "x@", 3, 3 },
    { "<x b=\"🌱\" a=\"1\"/>", "x@", 1, 10 },
    { "<x xmlns:n=\"urn:n\" n:a=\"1\"/>", "x@", 1, 20 },
    { "<x><y/><y a=\"1\"/></x>", "y@", 1, 11 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ScXml) xml = parse (rows[i].text);
      g_autoptr (ScPlaces) places = sc_places_new ();
      guint line = 0, column = 0;

      add_all (places, xml, sc_xml_get_root (xml));
      sc_places_settle (places, xml);
      g_assert_cmpint (sc_places_find (places, KEY (rows[i].key), &line, &column), ==,
                       rows[i].line != 0);
      g_assert_cmpuint (line, ==, rows[i].line);
      g_assert_cmpuint (column, ==, rows[i].column);
    }
}

static void
test_keys (void)
{
  const ScPlaceKey stage = KEY ("aaaaaaaa-0000-4000-8000-00000000000f");

  g_assert_true (stage == KEY ("{AAAAAAAA-0000-4000-8000-00000000000F}"));
  g_assert_true (stage != KEY ("aaaaaaaa-0000-4000-8000-00000000000e"));
  g_assert_true (
      stage != sc_place_key (SC_PLACE_ROOT, SC_PLACE_STEP, "aaaaaaaa-0000-4000-8000-00000000000f"));
  g_assert_true (sc_place_key (stage, SC_PLACE_NAME, NULL)
                 != sc_place_key (SC_PLACE_ROOT, SC_PLACE_NAME, NULL));
  g_assert_true (KEY (NULL) == KEY (""));
}

static void
test_nothing (void)
{
  g_autoptr (ScXml) xml = parse ("<x/>");
  g_autoptr (ScPlaces) places = sc_places_new ();
  guint line, column;

  sc_places_settle (places, xml);
  g_assert_false (sc_places_find (places, SC_PLACE_ROOT, &line, &column));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/places/counting", test_counting);
  g_test_add_func ("/places/keys", test_keys);
  g_test_add_func ("/places/nothing", test_nothing);
  return g_test_run ();
}
