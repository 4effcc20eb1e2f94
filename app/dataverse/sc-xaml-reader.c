/* sc-xaml-reader.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-xaml-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sc-shorten.h"

gboolean
sc_xaml_fail (const ScXml *xml, const ScXmlNode *node, GError **error, const char *what)
{
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_MALFORMED,
               /* Translators: file name, line, a sentence without its full stop */
               _ ("“%s” cannot be read as a flow: line %u: %s. Export the flow again, or correct "
                  "the file by hand."),
               sc_xml_get_name (xml), sc_xml_node_get_line (node), what);
  return FALSE;
}

gboolean
sc_xaml_fail_unknown (const ScXml *xml, const ScXmlNode *node, GError **error)
{
  const char *name = sc_xml_node_get_attribute (node, "DisplayName");
  g_autofree char *shown
      = sc_shorten (name != NULL ? name : sc_xml_node_get_name (node), SC_MAX_QUOTED);

  g_set_error (
      error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
      /* Translators: file name, line, name of an element */
      _ ("“%s” holds something Stagecraft does not know (line %u: “%s”). It is not opened, "
         "so that nothing of it is lost."),
      sc_xml_get_name (xml), sc_xml_node_get_line (node), shown);
  return FALSE;
}

ScXamlClass
sc_xaml_node_get_class (const ScXmlNode *node)
{
  if (!sc_xml_node_is (node, "ActivityReference"))
    return SC_XAML_UNKNOWN;
  return sc_xaml_class_from_qualified_name (
      sc_xml_node_get_attribute (node, "AssemblyQualifiedName"));
}

static const ScXmlNode *
find_key (const ScXmlNode *container, const char *key)
{
  if (container == NULL)
    return NULL;
  sc_xml_foreach (container, child)
    {
      if (g_strcmp0 (sc_xml_node_get_attribute (child, "Key"), key) == 0)
        return child;
    }
  return NULL;
}

const ScXmlNode *
sc_xaml_node_get_property (const ScXmlNode *node, const char *key)
{
  return find_key (sc_xml_node_get_child (node, "ActivityReference.Properties"), key);
}

const ScXmlNode *
sc_xaml_node_get_argument (const ScXmlNode *node, const char *key)
{
  return find_key (sc_xml_node_get_child (node, "ActivityReference.Arguments"), key);
}

const char *
sc_xaml_node_get_property_text (const ScXmlNode *node, const char *key)
{
  const ScXmlNode *property = sc_xaml_node_get_property (node, key);

  return property == NULL || sc_xml_node_is (property, "Null") ? NULL
                                                               : sc_xml_node_get_text (property);
}

const char *
sc_xaml_node_get_attribute (const ScXmlNode *node, const char *name)
{
  const char *value = sc_xml_node_get_attribute (node, name);

  if (value == NULL || value[0] != '{')
    return value;
  if (g_str_has_prefix (value, "{}"))
    return value + 2;
  return g_str_equal (value, "{x:Null}") ? NULL : value;
}

const char *
sc_xaml_node_get_title (const ScXmlNode *node)
{
  const char *name = sc_xml_node_get_attribute (node, "DisplayName");
  g_autofree char *shown
      = sc_shorten (name != NULL ? name : sc_xml_node_get_name (node), SC_MAX_QUOTED);
  const char *separator = name != NULL ? strstr (name, ": ") : NULL;

  return separator != NULL ? separator + 2 : NULL;
}

const ScXmlNode *
sc_xaml_node_get_only_child (const ScXml *xml, const ScXmlNode *parent, GError **error)
{
  const ScXmlNode *child = parent != NULL ? sc_xml_node_get_first_child (parent) : NULL;

  if (child == NULL)
    {
      sc_xaml_fail (xml, parent != NULL ? parent : sc_xml_get_root (xml), error,
                    _ ("there is nothing inside this element"));
      return NULL;
    }
  if (sc_xml_node_get_next (child) != NULL)
    {
      sc_xaml_fail_unknown (xml, sc_xml_node_get_next (child), error);
      return NULL;
    }
  return child;
}

gboolean
sc_xaml_read_int (
    const ScXml *xml, const ScXmlNode *node, const char *text, int *number, GError **error)
{
  gint64 value = 0;

  if (text != NULL && !g_ascii_string_to_signed (text, 10, G_MININT, G_MAXINT, &value, NULL))
    {
      g_autofree char *shown = sc_shorten (text, SC_MAX_QUOTED);
      g_autofree char *what = g_strdup_printf (_ ("“%s” is not a whole number"), shown);

      return sc_xaml_fail (xml, node, error, what);
    }
  *number = (int) value;
  return TRUE;
}

gboolean
sc_xaml_read_boolean (
    const ScXml *xml, const ScXmlNode *node, const char *text, gboolean *value, GError **error)
{
  *value = text != NULL && g_ascii_strcasecmp (text, "true") == 0;
  if (text == NULL || *value || g_ascii_strcasecmp (text, "false") == 0)
    return TRUE;

  g_autofree char *shown = sc_shorten (text, SC_MAX_QUOTED);
  g_autofree char *what = g_strdup_printf (_ ("“%s” is neither True nor False"), shown);

  return sc_xaml_fail (xml, node, error, what);
}
