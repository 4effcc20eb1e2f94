/* sc-definition-write.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-definition.h"

#include <string.h>

#include "sc-definition-control.h"
#include "sc-definition-shape.h"
#include "sc-definition-text.h"

typedef struct
{
  GString *out;
  int language; /* base language of the solution */
} ScWriter;

static const char *
get_text (gconstpointer value, gsize offset)
{
  return G_STRUCT_MEMBER (const char *, value, offset);
}

static int
get_int (gconstpointer value, gsize offset)
{
  return G_STRUCT_MEMBER (int, value, offset);
}

/* Whether the text of the attribute follows from the label. */
static gboolean
follows_label (const ScShapeAttribute *attribute, gconstpointer value)
{
  if (attribute->likeness == SC_LIKENESS_WITH_COLUMN)
    return ((const ScStep *) value)->column != NULL;
  return attribute->likeness == SC_LIKENESS_ALWAYS;
}

/* The label that is written as an attribute: the first one, when it is in the base language and
 * nothing is lost by it. An attribute that follows the label could not say that it is NULL. */
static const ScLabel *
get_attribute_label (const ScWriter *self, const ScShape *shape, gconstpointer value)
{
  const ScLabel *label;

  if (shape->labels == SC_SHAPE_NOWHERE)
    return NULL;
  label = sc_list_get (G_STRUCT_MEMBER (const ScList *, value, shape->labels), 0);
  if (label == NULL || label->language != self->language || label->own_id != NULL
      || label->text == NULL)
    return NULL;

  for (const ScShapeAttribute *attribute = shape->attributes; attribute->name != NULL; attribute++)
    if (follows_label (attribute, value) && get_text (value, attribute->offset) == NULL)
      return NULL;
  return label;
}

static void
indent (ScWriter *self, guint depth)
{
  for (guint i = 0; i < depth; i++)
    g_string_append (self->out, "  ");
}

static void
begin_attribute (ScWriter *self, const ScShape *shape, guint depth, const char *name)
{
  GString *out = self->out;
  const gsize column = 2 * depth + strlen (shape->name) + 2;

  if (shape->tall && out->str[out->len - 1] == '"')
    {
      g_string_append_c (out, '\n');
      for (gsize i = 0; i < column; i++)
        g_string_append_c (out, ' ');
    }
  else
    {
      g_string_append_c (out, ' ');
    }
  g_string_append (out, name);
  g_string_append (out, "=\"");
}

static const char *
get_word (const ScShapeAttribute *attribute, int number)
{
  for (const ScShapeWord *word = attribute->words; word->word != NULL; word++)
    if (word->value == number)
      return word->word;
  return NULL;
}

/* The text of a string field, or NULL when it goes without saying. */
static const char *
pick_text (const ScShapeAttribute *attribute, gconstpointer value, const ScLabel *label)
{
  const char *text = get_text (value, attribute->offset);

  if (attribute->kind == SC_SHAPE_CONTROL)
    return text != NULL ? sc_definition_control_get_name (text) : NULL;
  if (attribute->alternative && text != NULL && sc_definition_control_get_name (text) != NULL)
    return NULL;

  if (label != NULL && follows_label (attribute, value))
    return g_strcmp0 (text, label->text) == 0 ? NULL : text;
  if (text != NULL && g_strcmp0 (text, attribute->text) == 0)
    return NULL;
  return text == NULL && attribute->required ? "" : text;
}

static void
write_attribute (ScWriter *self,
                 const ScShape *shape,
                 const ScShapeAttribute *attribute,
                 gconstpointer value,
                 const ScLabel *label,
                 guint depth)
{
  char number[16];
  const char *text;

  if (attribute->kind == SC_SHAPE_TEXT || attribute->kind == SC_SHAPE_CONTROL)
    {
      text = pick_text (attribute, value, label);
    }
  else
    {
      int n = get_int (value, attribute->offset);

      if (attribute->kind == SC_SHAPE_FLAG)
        n = n != 0;
      if (!attribute->required && n == attribute->number)
        return;

      g_snprintf (number, sizeof number, "%d", n);
      if (attribute->kind == SC_SHAPE_FLAG)
        text = n ? "true" : "false";
      else if (attribute->kind == SC_SHAPE_NUMBER)
        text = number;
      else
        text = get_word (attribute, n);
      if (text == NULL && attribute->kind == SC_SHAPE_WORD_OR_NUMBER)
        text = number;
    }

  if (text == NULL)
    return;
  begin_attribute (self, shape, depth, attribute->name);
  sc_definition_append_text (self->out, text, TRUE);
  g_string_append_c (self->out, '"');
}

static void write_value (ScWriter *self, const ScShape *shape, gconstpointer value, guint depth);

static gboolean
is_shape_of (const ScShape *shape, gconstpointer value)
{
  return shape->selector == SC_SHAPE_NOWHERE
         || get_int (value, shape->selector) == shape->selection;
}

/* Closes the start tag before the first child. */
static void
open_content (ScWriter *self, gboolean *is_open)
{
  if (!*is_open)
    g_string_append (self->out, ">\n");
  *is_open = TRUE;
}

static void
write_text_child (ScWriter *self, const char *name, const char *text, guint depth)
{
  indent (self, depth);
  g_string_append_printf (self->out, "<%s>", name);
  sc_definition_append_text (self->out, text, FALSE);
  g_string_append_printf (self->out, "</%s>\n", name);
}

/* The children that share a field: each item is written in the shape that is its own. Returns the
 * last child of the table that shares the field. */
static const ScShapeChild *
write_list (ScWriter *self,
            const ScShapeChild *first,
            gconstpointer value,
            guint skip,
            guint depth,
            gboolean *is_open)
{
  const ScList *list = G_STRUCT_MEMBER (const ScList *, value, first->offset);
  const ScShapeChild *last = first;

  while (last[1].shape != NULL && last[1].offset == first->offset)
    last++;

  for (guint i = skip; i < sc_list_length (list); i++)
    {
      const ScShapeChild *child = first;
      gconstpointer item = sc_list_get (list, i);

      while (child < last && !is_shape_of (child->shape, item))
        child++;
      open_content (self, is_open);
      write_value (self, child->shape, item, depth);
    }
  return last;
}

static gboolean
write_children (
    ScWriter *self, const ScShape *shape, gconstpointer value, const ScLabel *label, guint depth)
{
  gboolean is_open = FALSE;

  if (shape->children == NULL)
    return FALSE;

  for (const ScShapeChild *child = shape->children; child->shape != NULL; child++)
    {
      gconstpointer field = G_STRUCT_MEMBER (gconstpointer, value, child->offset);

      if (field == NULL)
        continue;
      if (child->count == SC_CHILD_MANY)
        {
          const guint skip = child->offset == shape->labels && label != NULL ? 1 : 0;

          child = write_list (self, child, value, skip, depth, &is_open);
          continue;
        }

      open_content (self, &is_open);
      if (child->count == SC_CHILD_ONE)
        write_value (self, child->shape, field, depth);
      else
        write_text_child (self, child->shape->name, field, depth);
    }
  return is_open;
}

static void
write_value (ScWriter *self, const ScShape *shape, gconstpointer value, guint depth)
{
  GString *out = self->out;
  const ScLabel *label = get_attribute_label (self, shape, value);

  indent (self, depth);
  g_string_append_c (out, '<');
  g_string_append (out, shape->name);

  if (depth == 0)
    {
      begin_attribute (self, shape, depth, "xmlns");
      g_string_append (out, SC_DEFINITION_NAMESPACE "\"");
    }
  if (label != NULL)
    {
      begin_attribute (self, shape, depth, "label");
      sc_definition_append_text (out, label->text, TRUE);
      g_string_append_c (out, '"');
    }
  for (const ScShapeAttribute *attribute = shape->attributes; attribute->name != NULL; attribute++)
    write_attribute (self, shape, attribute, value, label, depth);

  if (shape->text != SC_SHAPE_NOWHERE)
    {
      const char *text = get_text (value, shape->text);

      g_string_append_c (out, '>');
      sc_definition_append_text (out, text != NULL ? text : "", FALSE);
      g_string_append_printf (out, "</%s>\n", shape->name);
    }
  else if (write_children (self, shape, value, label, depth + 1))
    {
      indent (self, depth);
      g_string_append_printf (out, "</%s>\n", shape->name);
    }
  else
    {
      g_string_append (out, "/>\n");
    }
}

GBytes *
sc_shape_write (const ScShape *shape, gconstpointer value)
{
  ScWriter self = { g_string_sized_new (16 * 1024), get_int (value, shape->language) };

  g_string_append (self.out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  write_value (&self, shape, value, 0);
  return g_string_free_to_bytes (self.out);
}

GBytes *
sc_definition_write (const ScSolution *solution)
{
  return sc_shape_write (&sc_shape_solution, solution);
}
