/* sc-definition-read.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-definition.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "sc-definition-complaint.h"
#include "sc-definition-control.h"
#include "sc-definition-shape.h"
#include "sc-definition-text.h"
#include "sc-long-text.h"

/* Reads along the shapes. The first thing that does not fit ends the reading. */
typedef struct
{
  const ScXml *xml;
  int language; /* base language of the solution */
  GError **error;
} ScReader;

static void
set_text (gpointer draft, gsize offset, const char *text)
{
  g_autofree char *decoded = text != NULL ? sc_definition_decode_text (text) : NULL;

  sc_value_assign_string (draft, G_STRUCT_MEMBER_P (draft, offset),
                          decoded != NULL ? decoded : text);
}

/* Only the one way of writing an int that the writer uses. */
static gboolean
parse_number (const char *text, int *number)
{
  const char *digits = text[0] == '-' ? text + 1 : text;
  char *end;
  gint64 n;

  if (!g_ascii_isdigit (digits[0]) || (digits[0] == '0' && strcmp (text, "0") != 0))
    return FALSE;
  errno = 0;
  n = g_ascii_strtoll (text, &end, 10);
  if (errno != 0 || *end != '\0' || n < G_MININT || n > G_MAXINT)
    return FALSE;
  *number = (int) n;
  return TRUE;
}

static gboolean
parse_word (const ScShapeAttribute *attribute, const char *text, int *number)
{
  for (const ScShapeWord *word = attribute->words; word->word != NULL; word++)
    if (strcmp (word->word, text) == 0)
      {
        *number = word->value;
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_int (const ScShapeAttribute *attribute, const char *text, int *number)
{
  switch (attribute->kind)
    {
    case SC_SHAPE_FLAG:
      *number = strcmp (text, "true") == 0;
      return *number || strcmp (text, "false") == 0;
    case SC_SHAPE_NUMBER:
      return parse_number (text, number);
    case SC_SHAPE_WORD:
      return parse_word (attribute, text, number);
    case SC_SHAPE_WORD_OR_NUMBER:
      return parse_word (attribute, text, number) || parse_number (text, number);
    case SC_SHAPE_TEXT:
    case SC_SHAPE_CONTROL:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
follows_label (const ScShapeAttribute *attribute, gconstpointer draft)
{
  if (attribute->likeness == SC_LIKENESS_WITH_COLUMN)
    return ((const ScStep *) draft)->column != NULL;
  return attribute->likeness == SC_LIKENESS_ALWAYS;
}

/* What a field gets when its attribute is not there. */
static void
set_default (const ScShapeAttribute *attribute, gpointer draft, const char *label)
{
  if (attribute->kind == SC_SHAPE_TEXT && !attribute->alternative)
    set_text (draft, attribute->offset,
              label != NULL && follows_label (attribute, draft) ? label : attribute->text);
  else if (attribute->kind != SC_SHAPE_TEXT && attribute->kind != SC_SHAPE_CONTROL)
    G_STRUCT_MEMBER (int, draft, attribute->offset) = attribute->number;
}

static gboolean
read_attribute (ScReader *self,
                const ScXmlNode *node,
                const ScShapeAttribute *attribute,
                const char *value,
                gpointer draft)
{
  int number;

  if (attribute->kind == SC_SHAPE_TEXT)
    {
      set_text (draft, attribute->offset, value);
      return TRUE;
    }
  if (attribute->kind == SC_SHAPE_CONTROL)
    {
      const char *class_id = sc_definition_control_get_class (value);

      if (class_id == NULL)
        return sc_complain_value (self->xml, node, attribute, value, self->error);
      set_text (draft, attribute->offset, class_id);
      return TRUE;
    }

  if (!parse_int (attribute, value, &number))
    return sc_complain_value (self->xml, node, attribute, value, self->error);
  G_STRUCT_MEMBER (int, draft, attribute->offset) = number;
  return TRUE;
}

/* Sorts the attributes of node into the places that shape has for them. */
static gboolean
sort_attributes (ScReader *self,
                 const ScXmlNode *node,
                 const ScShape *shape,
                 const char **values,
                 const char **label)
{
  const guint n = sc_xml_node_count_attributes (node);

  for (guint i = 0; i < n; i++)
    {
      const char *value;
      const char *name = sc_xml_node_get_attribute_at (node, i, &value);
      guint k = 0;

      if (*sc_xml_node_get_attribute_namespace_at (node, i) != '\0')
        return sc_complain_attribute (self->xml, node, shape, i, self->error);
      if (shape->labels != SC_SHAPE_NOWHERE && strcmp (name, "label") == 0)
        {
          *label = value;
          continue;
        }
      while (shape->attributes[k].name != NULL && strcmp (shape->attributes[k].name, name) != 0)
        k++;
      if (shape->attributes[k].name == NULL)
        return sc_complain_attribute (self->xml, node, shape, i, self->error);
      values[k] = value;
    }
  return TRUE;
}

static gboolean
read_attributes (
    ScReader *self, const ScXmlNode *node, const ScShape *shape, gpointer draft, const char **label)
{
  const char *values[SC_SHAPE_MAX_ATTRIBUTES] = { NULL };

  if (!sort_attributes (self, node, shape, values, label))
    return FALSE;

  for (guint k = 0; shape->attributes[k].name != NULL; k++)
    {
      const ScShapeAttribute *attribute = &shape->attributes[k];

      if (values[k] != NULL && attribute->alternative && values[k - 1] != NULL)
        return sc_complain_alternative (self->xml, node, attribute, self->error);
      if (values[k] != NULL)
        {
          if (!read_attribute (self, node, attribute, values[k], draft))
            return FALSE;
          continue;
        }
      if (attribute->required && !(attribute->likeness != SC_LIKENESS_NONE && *label != NULL))
        return sc_complain_missing (self->xml, node, attribute, self->error);
      set_default (attribute, draft, *label);
    }
  return TRUE;
}

static gpointer read_value (ScReader *self, const ScXmlNode *node, const ScShape *shape);

/* An element that holds nothing but text. */
static gboolean
read_text_child (ScReader *self, const ScXmlNode *node, const ScShapeChild *child, gpointer draft)
{
  static const ScShapeAttribute none = { NULL };
  const ScShape plain = { child->shape->name, .attributes = &none, .labels = SC_SHAPE_NOWHERE };

  if (sc_xml_node_count_attributes (node) > 0)
    return sc_complain_attribute (self->xml, node, &plain, 0, self->error);
  if (sc_xml_node_get_first_child (node) != NULL)
    return sc_complain_child (self->xml, sc_xml_node_get_first_child (node), &plain, self->error);
  set_text (draft, child->offset, sc_xml_node_get_text (node));
  return TRUE;
}

/* One child that is not part of a list. */
static gboolean
read_single (ScReader *self, const ScXmlNode *node, const ScShapeChild *child, gpointer draft)
{
  gpointer value;

  if (G_STRUCT_MEMBER (gconstpointer, draft, child->offset) != NULL)
    return sc_complain_second (self->xml, node, self->error);
  if (child->count == SC_CHILD_TEXT)
    return read_text_child (self, node, child, draft);

  value = read_value (self, node, child->shape);
  if (value == NULL)
    return FALSE;
  sc_value_take_value (draft, G_STRUCT_MEMBER_P (draft, child->offset), value);
  return TRUE;
}

static const ScShapeChild *
find_child (const ScShape *shape, const ScXmlNode *node)
{
  if (shape->children == NULL
      || strcmp (sc_xml_node_get_namespace (node), SC_DEFINITION_NAMESPACE) != 0)
    return NULL;
  for (const ScShapeChild *child = shape->children; child->shape != NULL; child++)
    if (sc_xml_node_is (node, child->shape->name))
      return child;
  return NULL;
}

/* Puts the items of the list that was being read into the draft. */
static void
finish_list (gpointer draft, const ScShapeChild *child, GPtrArray **items)
{
  if (*items != NULL)
    sc_value_take_value (draft, G_STRUCT_MEMBER_P (draft, child->offset),
                         sc_list_new_take (g_steal_pointer (items)));
}

static gboolean
read_children (
    ScReader *self, const ScXmlNode *node, const ScShape *shape, gpointer draft, GPtrArray *labels)
{
  g_autoptr (GPtrArray) items = labels;
  const ScShapeChild *current = shape->children;

  sc_xml_foreach (node, element)
    {
      const ScShapeChild *child = find_child (shape, element);
      gpointer value;

      if (child == NULL)
        return sc_complain_child (self->xml, element, shape, self->error);
      if (child->offset != current->offset)
        {
          if (child < current)
            return sc_complain_order (self->xml, element, current->shape->name, self->error);
          finish_list (draft, current, &items);
        }
      current = child;

      if (child->count != SC_CHILD_MANY)
        {
          if (!read_single (self, element, child, draft))
            return FALSE;
          continue;
        }
      value = read_value (self, element, child->shape);
      if (value == NULL)
        return FALSE;
      if (items == NULL)
        items = sc_list_collect ();
      g_ptr_array_add (items, value);
    }

  if (items != NULL)
    finish_list (draft, current, &items);
  return TRUE;
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

static gboolean
fill_value (ScReader *self, const ScXmlNode *node, const ScShape *shape, gpointer draft)
{
  const char *label = NULL;
  GPtrArray *labels = NULL;

  if (shape->selector != SC_SHAPE_NOWHERE)
    G_STRUCT_MEMBER (int, draft, shape->selector) = shape->selection;
  if (!read_attributes (self, node, shape, draft, &label))
    return FALSE;
  if (shape->language != 0)
    self->language = G_STRUCT_MEMBER (int, draft, shape->language);

  if (shape->text != SC_SHAPE_NOWHERE)
    set_text (draft, shape->text, sc_xml_node_get_text (node));
  else if (!is_blank (sc_xml_node_get_text (node)))
    return sc_complain_text (self->xml, node, self->error);

  if (label != NULL)
    {
      g_autofree char *decoded = sc_definition_decode_text (label);

      labels = sc_list_collect ();
      g_ptr_array_add (labels,
                       sc_label_new_text (self->language, decoded != NULL ? decoded : label));
    }
  if (shape->children != NULL)
    return read_children (self, node, shape, draft, labels);
  if (sc_xml_node_get_first_child (node) != NULL)
    return sc_complain_child (self->xml, sc_xml_node_get_first_child (node), shape, self->error);
  return TRUE;
}

static gpointer
read_value (ScReader *self, const ScXmlNode *node, const ScShape *shape)
{
  gpointer draft = sc_value_new (shape->klass);

  if (fill_value (self, node, shape, draft))
    return draft;
  sc_value_unref (draft);
  return NULL;
}

gpointer
sc_shape_read (const ScShape *shape, const ScXml *xml, const ScXmlNode *node, GError **error)
{
  ScReader self = { xml, SC_LANGUAGE_ENGLISH, error };

  return read_value (&self, node, shape);
}

gpointer
sc_shape_read_document (const ScShape *shape, GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (ScXml) xml = sc_xml_parse (bytes, name, &reason);
  const ScXmlNode *root;
  gpointer value;

  if (xml == NULL)
    {
      if (!sc_complain_merge (bytes, name, error))
        g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  root = sc_xml_get_root (xml);
  if (!sc_xml_node_is (root, shape->name)
      || strcmp (sc_xml_node_get_namespace (root), SC_DEFINITION_NAMESPACE) != 0)
    {
      sc_complain_root (xml, root, error);
      return NULL;
    }
  value = sc_shape_read (shape, xml, root, error);
  if (value != NULL && !sc_definition_check_texts (value, name, error))
    g_clear_pointer (&value, sc_value_unref);
  return value;
}

gboolean
sc_definition_check_texts (gconstpointer value, const char *name, GError **error)
{
  /* Every escape of the formats together: "\\u0000" for one character is the longest. */
  G_STATIC_ASSERT (6 * SC_TEXT_MAX < SC_XML_MAX_VALUE);
  g_autofree char *found = sc_value_find_long_text (value, NULL);

  if (found == NULL)
    return TRUE;
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_TOO_LARGE,
               _ ("“%s” has a text of more than %d characters, the most that Stagecraft reads: "
                  "“%s…”. Shorten it there and open it again."),
               name, SC_TEXT_MAX, found);
  return FALSE;
}

ScSolution *
sc_definition_read (GBytes *bytes, const char *name, GError **error)
{
  return sc_shape_read_document (&sc_shape_solution, bytes, name, error);
}
