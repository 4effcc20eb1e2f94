/* sc-definition-complaint.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-definition-complaint.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sc-definition-control.h"
#include "sc-definition.h"
#include "sc-extent.h"
#include "sc-shorten.h"

/* Instead of SC_MAX_QUOTED: these messages give line and column, and repeat several texts. */
#define MAX_QUOTED 40

static void G_GNUC_PRINTF (4, 5)
    complain (const ScXml *xml, gsize offset, GError **error, const char *format, ...)
{
  gsize size;
  const char *data = g_bytes_get_data (sc_xml_get_bytes (xml), &size);
  const char *line_start = data;
  g_autofree char *reason = NULL;
  guint line = 1;
  va_list args;

  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    line_start += 3;
  for (const char *p = data; p < data + offset; p++)
    if (*p == '\n')
      {
        line++;
        line_start = p + 1;
      }

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  /* Translators: a file name, a line, a column and what is wrong there. */
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_MALFORMED, _ ("“%s”, line %d, column %d: %s"),
               sc_xml_get_name (xml), (int) line,
               (int) g_utf8_strlen (line_start, data + offset - line_start) + 1, reason);
}

/* A text from the file, short enough and on one line. */
static char *
quote (const char *text)
{
  g_autofree char *shortened = sc_shorten (text, MAX_QUOTED);
  GString *quoted = g_string_new ("“");

  for (const char *p = shortened; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (quoted, g_unichar_isprint (c) ? c : ' ');
    }
  return g_string_free (g_string_append (quoted, "”"), FALSE);
}

/* Where the value of an attribute begins, and where its name does. */
static gsize
find_value (const ScXmlNode *node, const char *name)
{
  ScSpan span;

  if (sc_xml_node_get_attribute_span (node, name, &span))
    return span.start;
  return sc_xml_node_get_span (node).start;
}

static gsize
find_name (const ScXml *xml, const ScXmlNode *node, const char *name)
{
  const char *data = g_bytes_get_data (sc_xml_get_bytes (xml), NULL);
  const gsize start = sc_xml_node_get_span (node).start;
  gsize p = find_value (node, name);

  if (p == start)
    return start;
  p--; /* the quote */
  while (p > start && strchr ("= \t\r\n", data[p - 1]) != NULL)
    p--;
  while (p > start && strchr (" \t\r\n", data[p - 1]) == NULL)
    p--;
  return p;
}

static gsize
get_start (const ScXmlNode *node)
{
  return sc_xml_node_get_span (node).start;
}

/* “a”, “b”: the attributes an element of that shape may have. */
static char *
list_attributes (const ScShape *shape)
{
  GString *list = g_string_new (NULL);

  if (shape->labels != SC_SHAPE_NOWHERE)
    g_string_append (list, "“label”");
  for (const ScShapeAttribute *attribute = shape->attributes; attribute->name != NULL; attribute++)
    g_string_append_printf (list, "%s“%s”", list->len > 0 ? ", " : "", attribute->name);
  return g_string_free (list, FALSE);
}

gboolean
sc_complain_attribute (
    const ScXml *xml, const ScXmlNode *node, const ScShape *shape, guint position, GError **error)
{
  const char *name = sc_xml_node_get_attribute_at (node, position, NULL);
  const gsize offset = find_name (xml, node, name);
  g_autofree char *found = quote (name);
  g_autofree char *expected = list_attributes (shape);

  if (*sc_xml_node_get_attribute_namespace_at (node, position) != '\0')
    complain (xml, offset, error,
              _ ("The attributes of <%s> must have no namespace; found %s with one."), shape->name,
              found);
  else if (*expected == '\0')
    complain (xml, offset, error, _ ("<%s> must have no attributes; found %s."), shape->name,
              found);
  else
    complain (xml, offset, error, _ ("<%s> must have no attribute %s; expected one of %s."),
              shape->name, found, expected);
  return FALSE;
}

gboolean
sc_complain_missing (const ScXml *xml,
                     const ScXmlNode *node,
                     const ScShapeAttribute *attribute,
                     GError **error)
{
  const char *element = sc_xml_node_get_name (node);
  const guint n = sc_xml_node_count_attributes (node);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, 20); i++)
    g_string_append_printf (found, "%s“%s”", i > 0 ? ", " : "",
                            sc_xml_node_get_attribute_at (node, i, NULL));
  if (n == 0)
    g_string_append (found, _ ("none"));

  if (attribute->likeness != SC_LIKENESS_NONE)
    complain (xml, get_start (node), error,
              _ ("<%s> must have an attribute “label” or “%s”; found %s."), element,
              attribute->name, found->str);
  else
    complain (xml, get_start (node), error, _ ("<%s> must have an attribute “%s”; found %s."),
              element, attribute->name, found->str);
  return FALSE;
}

static char *
describe_values (const ScShapeAttribute *attribute)
{
  g_autofree char *words = NULL;

  if (attribute->kind == SC_SHAPE_FLAG)
    return g_strdup (_ ("“true” or “false”"));
  if (attribute->kind == SC_SHAPE_NUMBER)
    return g_strdup (_ ("a whole number"));

  words = attribute->kind == SC_SHAPE_CONTROL ? sc_definition_control_list_names ()
                                              : sc_shape_list_words (attribute);
  if (attribute->kind == SC_SHAPE_WORD_OR_NUMBER)
    return g_strdup_printf (_ ("a whole number or one of %s"), words);
  return g_strdup_printf (_ ("one of %s"), words);
}

gboolean
sc_complain_value (const ScXml *xml,
                   const ScXmlNode *node,
                   const ScShapeAttribute *attribute,
                   const char *value,
                   GError **error)
{
  g_autofree char *expected = describe_values (attribute);
  g_autofree char *found = quote (value);

  /* Translators: attribute, element, what is allowed there, what was found. */
  complain (xml, find_value (node, attribute->name), error,
            _ ("“%s” of <%s> must be %s; found %s."), attribute->name, sc_xml_node_get_name (node),
            expected, found);
  return FALSE;
}

gboolean
sc_complain_alternative (const ScXml *xml,
                         const ScXmlNode *node,
                         const ScShapeAttribute *attribute,
                         GError **error)
{
  complain (xml, find_name (xml, node, attribute->name), error,
            _ ("<%s> must have either “%s” or “%s”; found both."), sc_xml_node_get_name (node),
            attribute[-1].name, attribute->name);
  return FALSE;
}

gboolean
sc_complain_child (const ScXml *xml, const ScXmlNode *child, const ScShape *shape, GError **error)
{
  g_autoptr (GString) expected = g_string_new (NULL);
  const ScShapeChild *known = shape->children;
  const gboolean is_foreign
      = strcmp (sc_xml_node_get_namespace (child), SC_DEFINITION_NAMESPACE) != 0;

  for (; known != NULL && known->shape != NULL; known++)
    g_string_append_printf (expected, "%s<%s>", known == shape->children ? "" : ", ",
                            known->shape->name);

  if (expected->len == 0)
    complain (xml, get_start (child), error, _ ("<%s> must hold no elements; found <%s>."),
              shape->name, sc_xml_node_get_name (child));
  else if (is_foreign)
    complain (xml, get_start (child), error,
              _ ("<%s> must hold only elements of the namespace “%s”; found <%s> of another."),
              shape->name, SC_DEFINITION_NAMESPACE, sc_xml_node_get_name (child));
  else
    complain (xml, get_start (child), error, _ ("<%s> must hold only %s; found <%s>."), shape->name,
              expected->str, sc_xml_node_get_name (child));
  return FALSE;
}

gboolean
sc_complain_order (const ScXml *xml, const ScXmlNode *child, const char *after, GError **error)
{
  complain (xml, get_start (child), error, _ ("<%s> must stand before <%s>; found it behind."),
            sc_xml_node_get_name (child), after);
  return FALSE;
}

gboolean
sc_complain_second (const ScXml *xml, const ScXmlNode *child, GError **error)
{
  const char *parent = sc_xml_node_get_name (sc_xml_node_get_parent (child));
  const char *name = sc_xml_node_get_name (child);

  complain (xml, get_start (child), error, _ ("<%s> must hold only one <%s>; found another."),
            parent, name);
  return FALSE;
}

gboolean
sc_complain_text (const ScXml *xml, const ScXmlNode *node, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (sc_xml_node_get_text (node)));
  g_autofree char *found = quote (text);

  complain (xml, get_start (node), error, _ ("<%s> must hold no text; found %s."),
            sc_xml_node_get_name (node), found);
  return FALSE;
}

gboolean
sc_complain_root (const ScXml *xml, const ScXmlNode *root, GError **error)
{
  const char *name_space = sc_xml_node_get_namespace (root);
  g_autofree char *found = quote (name_space);

  if (!sc_xml_node_is (root, sc_shape_solution.name))
    complain (xml, get_start (root), error,
              _ ("This is not a Stagecraft definition. It must begin with <%s>; found <%s>."),
              sc_shape_solution.name, sc_xml_node_get_name (root));
  else
    complain (xml, get_start (root), error,
              _ ("This is not a definition that this version of Stagecraft reads. <%s> must be of "
                 "the namespace “%s”; found %s."),
              sc_shape_solution.name, SC_DEFINITION_NAMESPACE, found);
  return FALSE;
}

gboolean
sc_complain_merge (GBytes *bytes, const char *name, GError **error)
{
  static const char mark[] = "<<<<<<< ";
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *end = data + size;
  const char *line = data;

  for (int n = 1; line != NULL && sc_extent_length (line, end) >= strlen (mark); n++)
    {
      if (memcmp (line, mark, strlen (mark)) == 0)
        {
          g_autofree char *display_name = g_filename_display_name (name);

          g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_MALFORMED,
                       _ ("“%s”, line %d, column 1: This is the mark of a merge that left a "
                          "conflict. Choose one of the two versions there, and open the file "
                          "again."),
                       display_name, n);
          return TRUE;
        }
      line = sc_extent_find (line, end, '\n');
      line = line != NULL ? line + 1 : NULL;
    }
  return FALSE;
}
