/* xml-difference.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "xml-difference.h"

#include <string.h>

typedef struct
{
  GPtrArray *found;
} Comparison;

static void
compare (Comparison *self, const char *path, const ScXmlNode *real, const ScXmlNode *made);

static void
report (Comparison *self, const char *path, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->found, g_strconcat (path, text, NULL));
}

/* What tells elements of one name apart. */
static const char *
get_key (const ScXmlNode *node)
{
  static const char *const keys[][2] = {
    { "attribute", "PhysicalName" },   { "attribute", "name" },
    { "displayname", "languagecode" }, { "Description", "languagecode" },
    { "label", "languagecode" },       { "LocalizedName", "languagecode" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *key = sc_xml_node_get_attribute (node, keys[i][1]);

      if (key != NULL && sc_xml_node_is (node, keys[i][0]))
        return key;
    }
  return "";
}

static char *
make_path (const char *path, const ScXmlNode *node)
{
  const char *key = get_key (node);
  const char *name = sc_xml_node_get_name (node);

  return *key != '\0' ? g_strdup_printf ("%s/%s[%s]", path, name, key)
                      : g_strdup_printf ("%s/%s", path, name);
}

static gboolean
is_same_element (const ScXmlNode *a, const ScXmlNode *b)
{
  return strcmp (sc_xml_node_get_name (a), sc_xml_node_get_name (b)) == 0
         && strcmp (get_key (a), get_key (b)) == 0;
}

static gboolean
is_same_text (const char *a, const char *b)
{
  g_autofree char *left = g_strstrip (g_strdup (a));
  g_autofree char *right = g_strstrip (g_strdup (b));

  return strcmp (left, right) == 0;
}

static void
compare_attributes (Comparison *self,
                    const char *path,
                    const ScXmlNode *real,
                    const ScXmlNode *made)
{
  for (guint i = 0; i < sc_xml_node_count_attributes (real); i++)
    {
      const char *value = NULL;
      const char *name = sc_xml_node_get_attribute_at (real, i, &value);
      const char *other = sc_xml_node_get_attribute (made, name);

      if (other == NULL)
        report (self, path, "@%s: missing", name);
      else if (!is_same_text (value, other))
        report (self, path, "@%s: \"%s\" is made \"%s\"", name, value, other);
    }
  for (guint i = 0; i < sc_xml_node_count_attributes (made); i++)
    {
      const char *name = sc_xml_node_get_attribute_at (made, i, NULL);

      if (sc_xml_node_get_attribute (real, name) == NULL)
        report (self, path, "@%s: extra", name);
    }
}

/* The next sibling of node, itself included, that is the same element as other. */
static const ScXmlNode *
find_same (const ScXmlNode *node, const ScXmlNode *other)
{
  while (node != NULL && !is_same_element (node, other))
    node = sc_xml_node_get_next (node);
  return node;
}

static const ScXmlNode *
report_until (Comparison *self,
              const char *path,
              const ScXmlNode *node,
              const ScXmlNode *end,
              const char *what)
{
  for (; node != end; node = sc_xml_node_get_next (node))
    {
      g_autofree char *place = make_path (path, node);

      report (self, place, ": %s", what);
    }
  return node;
}

static void
compare_children (Comparison *self, const char *path, const ScXmlNode *real, const ScXmlNode *made)
{
  const ScXmlNode *a = sc_xml_node_get_first_child (real);
  const ScXmlNode *b = sc_xml_node_get_first_child (made);

  while (a != NULL && b != NULL)
    {
      if (is_same_element (a, b))
        {
          g_autofree char *place = make_path (path, a);

          compare (self, place, a, b);
          a = sc_xml_node_get_next (a);
          b = sc_xml_node_get_next (b);
        }
      else if (find_same (a, b) != NULL)
        a = report_until (self, path, a, find_same (a, b), "missing");
      else
        b = report_until (self, path, b, sc_xml_node_get_next (b), "extra");
    }
  report_until (self, path, a, NULL, "missing");
  report_until (self, path, b, NULL, "extra");
}

static void
compare (Comparison *self, const char *path, const ScXmlNode *real, const ScXmlNode *made)
{
  const char *a = sc_xml_node_get_text (real);
  const char *b = sc_xml_node_get_text (made);

  compare_attributes (self, path, real, made);
  if (!is_same_text (a, b))
    report (self, path, ": \"%s\" is made \"%s\"", a, b);
  compare_children (self, path, real, made);
}

void
xml_difference_find (const ScXmlNode *real, const ScXmlNode *made, GPtrArray *found)
{
  Comparison comparison = { found };
  const char *name = NULL;

  g_assert_nonnull (real);
  g_assert_nonnull (made);
  name = sc_xml_node_get_name (real);
  g_assert_cmpstr (sc_xml_node_get_name (made), ==, name);
  compare (&comparison, name, real, made);
}

ScXml *
xml_difference_parse (GBytes *bytes, const char *name)
{
  g_autoptr (GError) error = NULL;
  ScXml *xml = sc_xml_parse (bytes, name, &error);

  g_assert_no_error (error);
  return xml;
}

ScXml *
xml_difference_parse_text (const char *text, const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return xml_difference_parse (bytes, name);
}

ScXml *
xml_difference_load (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text = NULL;
  gsize size = 0;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, size);
  return xml_difference_parse (bytes, path);
}
