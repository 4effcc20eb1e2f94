/* sc-xml.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-extent.h"
#include "sc-xml-private.h"

#include <string.h>

#define obstack_chunk_alloc g_malloc
#define obstack_chunk_free  g_free

ScXml *
sc_xml_new (GBytes *bytes, const char *name)
{
  ScXml *self = g_new0 (ScXml, 1);

  g_atomic_ref_count_init (&self->refs);
  self->bytes = g_bytes_ref (bytes);
  self->name = g_filename_display_name (name != NULL ? name : "");
  obstack_begin (&self->nodes, 32 * 1024);
  obstack_begin (&self->strings, 32 * 1024);
  return self;
}

ScXml *
sc_xml_ref (ScXml *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
sc_xml_unref (ScXml *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  obstack_free (&self->nodes, NULL);
  obstack_free (&self->strings, NULL);
  g_clear_pointer (&self->dict, xmlDictFree);
  g_bytes_unref (self->bytes);
  g_free (self->name);
  g_free (self);
}

GBytes *
sc_xml_get_bytes (const ScXml *self)
{
  return self->bytes;
}

const char *
sc_xml_get_name (const ScXml *self)
{
  return self->name;
}

const ScXmlNode *
sc_xml_get_root (const ScXml *self)
{
  return self->root;
}

const char *
sc_xml_node_get_name (const ScXmlNode *node)
{
  return node->name;
}

const char *
sc_xml_node_get_namespace (const ScXmlNode *node)
{
  return node->name_space;
}

gboolean
sc_xml_node_is (const ScXmlNode *node, const char *name)
{
  return node != NULL && strcmp (node->name, name) == 0;
}

const ScXmlNode *
sc_xml_node_get_parent (const ScXmlNode *node)
{
  return node->parent;
}

const ScXmlNode *
sc_xml_node_get_first_child (const ScXmlNode *node)
{
  return node != NULL ? node->first_child : NULL;
}

const ScXmlNode *
sc_xml_node_get_next (const ScXmlNode *node)
{
  return node->next;
}

const ScXmlNode *
sc_xml_node_get_child (const ScXmlNode *node, const char *name)
{
  sc_xml_foreach (node, child)
    {
      if (strcmp (child->name, name) == 0)
        return child;
    }
  return NULL;
}

guint
sc_xml_node_count_children (const ScXmlNode *node)
{
  guint count = 0;

  sc_xml_foreach (node, child)
    {
      count++;
    }
  return count;
}

const char *
sc_xml_node_get_attribute (const ScXmlNode *node, const char *name)
{
  for (guint i = 0; node != NULL && i < node->n_attributes; i++)
    {
      if (strcmp (node->attributes[i].name, name) == 0)
        return node->attributes[i].value;
    }
  return NULL;
}

guint
sc_xml_node_count_attributes (const ScXmlNode *node)
{
  return node->n_attributes;
}

const char *
sc_xml_node_get_attribute_at (const ScXmlNode *node, guint position, const char **value)
{
  g_return_val_if_fail (position < node->n_attributes, NULL);

  if (value != NULL)
    *value = node->attributes[position].value;
  return node->attributes[position].name;
}

const char *
sc_xml_node_get_attribute_namespace_at (const ScXmlNode *node, guint position)
{
  g_return_val_if_fail (position < node->n_attributes, "");

  return node->attributes[position].name_space;
}

const char *
sc_xml_node_get_text (const ScXmlNode *node)
{
  return node != NULL ? node->text : NULL;
}

const char *
sc_xml_node_get_child_text (const ScXmlNode *node, const char *name)
{
  return sc_xml_node_get_text (sc_xml_node_get_child (node, name));
}

static const char *
get_data (const ScXmlNode *node)
{
  return g_bytes_get_data (node->xml->bytes, NULL);
}

guint
sc_xml_node_get_line (const ScXmlNode *node)
{
  const char *data = get_data (node);
  guint line = node->line;

  for (guint i = node->start; i < node->content_start; i++)
    {
      if (data[i] == '\n')
        line--;
    }
  return line;
}

ScSpan
sc_xml_node_get_span (const ScXmlNode *node)
{
  return (ScSpan){ node->start, node->end };
}

ScSpan
sc_xml_node_get_content_span (const ScXmlNode *node)
{
  return (ScSpan){ node->content_start, node->content_end };
}

gboolean
sc_xml_node_is_self_closed (const ScXmlNode *node)
{
  return node->content_start == node->end;
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The document is known to be well-formed, so the start tag is read again without checks. */
gboolean
sc_xml_node_get_attribute_span (const ScXmlNode *node, const char *name, ScSpan *span)
{
  const char *data = get_data (node);
  const char *end = data + node->content_start;
  const char *p = data + node->start;
  gsize length = strlen (name);

  while (!is_blank (*p) && *p != '>' && *p != '/')
    p++;
  while (TRUE)
    {
      const char *start, *stop, *local, *value, *close;

      while (is_blank (*p))
        p++;
      if (p >= end || *p == '>' || *p == '/')
        return FALSE;
      start = p;
      while (!is_blank (*p) && *p != '=')
        p++;
      stop = p;
      while (*p != '"' && *p != '\'')
        p++;
      value = p + 1;
      close = memchr (value, *p, (gsize) (end - value));
      p = close + 1;

      local = sc_extent_find (start, stop, ':');
      if (local != NULL && local - start == 5 && memcmp (start, "xmlns", 5) == 0)
        continue;
      local = local != NULL ? local + 1 : start;
      if (sc_extent_length (local, stop) == length && memcmp (local, name, length) == 0)
        {
          *span = (ScSpan){ sc_extent_length (data, value), sc_extent_length (data, close) };
          return TRUE;
        }
    }
}
