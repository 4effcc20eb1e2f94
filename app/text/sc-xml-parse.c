/* sc-xml-parse.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* memrchr */

#include "config.h"

#include "sc-extent.h"
#include "sc-xml-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

typedef struct
{
  ScXmlNode *node;
  ScXmlNode *last_child;
  GString *text;
} OpenElement;

typedef struct
{
  ScXmlSax sax; /* first: it is what libxml2 hands to the callbacks */
  ScXml *xml;
  const char *data; /* what libxml2 sees: without the byte order mark */
  gsize size;
  gsize skipped;  /* bytes before data */
  gsize previous; /* where the last tag ended */
  OpenElement open[SC_XML_MAX_DEPTH];
} Parser;

static gsize
get_offset (const Parser *parser)
{
  const xmlParserInput *input = parser->sax.context->input;

  return input->consumed + (gsize) (input->cur - input->base);
}

/* libxml2 hands out every "&" in an attribute as "&#38;" unless it is told to replace entities,
 * which it shall not be. */
static void
unescape_ampersands (char *value)
{
  char *to = value;

  for (const char *from = value; *from != '\0'; to++)
    {
      *to = *from;
      from += g_str_has_prefix (from, "&#38;") ? 5 : 1;
    }
  *to = '\0';
}

/* The start of the tag that the cursor stands in or behind: no "<" can stand within it. */
static const char *
find_tag (Parser *parser, gsize cursor)
{
  const char *tag = memrchr (parser->data + parser->previous, '<', cursor - parser->previous);

  parser->previous = cursor;
  return tag;
}

/* Offsets and lengths fit because no document is larger than SC_XML_MAX_BYTES. */
static guint
to_offset (gsize offset)
{
  G_STATIC_ASSERT (SC_XML_MAX_BYTES <= G_MAXINT);

  return (guint) offset;
}

/* libc's obstacks count in int. */
static gpointer
allocate (struct obstack *obstack, gsize size)
{
  return obstack_alloc (obstack, (int) to_offset (size));
}

static char *
copy_string (Parser *parser, const char *start, gsize length)
{
  char *copy = allocate (&parser->xml->strings, length + 1);

  memcpy (copy, start, length);
  copy[length] = '\0';
  return copy;
}

static ScXmlAttribute *
copy_attributes (Parser *parser, guint n, const xmlChar **attributes)
{
  ScXmlAttribute *copy = allocate (&parser->xml->nodes, n * sizeof (ScXmlAttribute));

  for (guint i = 0; i < n; i++)
    {
      const xmlChar **attribute = attributes + 5 * i;
      const char *start = (const char *) attribute[3];
      const char *end = (const char *) attribute[4];
      char *value = copy_string (parser, start, sc_extent_length (start, end));

      copy[i].name = (const char *) attribute[0];
      copy[i].name_space = attribute[2] != NULL ? (const char *) attribute[2] : "";
      if (sc_extent_find (start, end, '&') != NULL)
        unescape_ampersands (value);
      copy[i].value = value;
    }
  return copy;
}

static void
push_node (Parser *parser, ScXmlNode *node)
{
  OpenElement *open = &parser->open[parser->sax.depth];

  if (parser->sax.depth > 0)
    {
      OpenElement *parent = open - 1;

      node->parent = parent->node;
      if (parent->last_child != NULL)
        parent->last_child->next = node;
      else
        parent->node->first_child = node;
      parent->last_child = node;
    }
  else
    parser->xml->root = node;

  open->node = node;
  open->last_child = NULL;
  if (open->text == NULL)
    open->text = g_string_new (NULL);
  else
    g_string_truncate (open->text, 0);
  parser->sax.depth++;
}

static void
on_start_element (void *user_data,
                  const xmlChar *name,
                  const xmlChar *prefix,
                  const xmlChar *uri,
                  int n_namespaces,
                  const xmlChar **namespaces,
                  int n_attributes,
                  int n_defaulted,
                  const xmlChar **attributes)
{
  Parser *parser = user_data;
  ScXmlNode *node;
  const char *tag;
  gsize cursor = get_offset (parser);

  if (parser->sax.error != NULL
      || !sc_xml_sax_check_limits (&parser->sax, name, n_attributes, attributes))
    return;

  tag = cursor < parser->size ? find_tag (parser, cursor) : NULL;
  if (tag == NULL)
    {
      sc_xml_sax_stop (&parser->sax, SC_FILE_ERROR_MALFORMED, _ ("The file ends within a tag."));
      return;
    }

  node = allocate (&parser->xml->nodes, sizeof (ScXmlNode));
  memset (node, 0, sizeof *node);
  node->xml = parser->xml;
  node->name = (const char *) name;
  node->name_space = uri != NULL ? (const char *) uri : "";
  node->text = "";
  node->start = to_offset (parser->skipped + sc_extent_length (parser->data, tag));
  node->content_start
      = to_offset (parser->skipped + cursor + (parser->data[cursor] == '/' ? 2 : 1));
  node->line = (guint) parser->sax.context->input->line;
  node->n_attributes = (guint) n_attributes;
  if (n_attributes > 0)
    node->attributes = copy_attributes (parser, node->n_attributes, attributes);
  push_node (parser, node);
}

static gboolean
is_blank (const GString *text)
{
  return strspn (text->str, " \t\r\n") == text->len;
}

static void
on_end_element (void *user_data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  Parser *parser = user_data;
  OpenElement *open;
  ScXmlNode *node;
  gsize cursor = get_offset (parser);

  if (parser->sax.error != NULL)
    return;

  open = &parser->open[--parser->sax.depth];
  node = open->node;
  node->end = to_offset (parser->skipped + cursor);
  node->content_end = node->end;
  if (node->end != node->content_start)
    {
      const char *tag = find_tag (parser, cursor);
      node->content_end = to_offset (parser->skipped + sc_extent_length (parser->data, tag));
    }
  if (open->text->len > 0 && (node->first_child == NULL || !is_blank (open->text)))
    node->text = copy_string (parser, open->text->str, open->text->len);
}

static void
on_characters (void *user_data, const xmlChar *text, int length)
{
  Parser *parser = user_data;
  GString *whole;

  if (parser->sax.depth == 0 || parser->sax.error != NULL)
    return;
  whole = parser->open[parser->sax.depth - 1].text;
  if (whole->len + (gsize) length > SC_XML_MAX_TEXT)
    sc_xml_sax_stop_at_limit (
        &parser->sax,
        g_strdup_printf (_ ("An element holds more than %d bytes of text."), SC_XML_MAX_TEXT));
  else
    g_string_append_len (whole, (const char *) text, length);
}

static void
run (Parser *parser)
{
  static const xmlSAXHandler handler = {
    .startElementNs = on_start_element,
    .endElementNs = on_end_element,
    .characters = on_characters,
    .ignorableWhitespace = on_characters,
    .cdataBlock = on_characters,
  };

  sc_xml_sax_open (&parser->sax, &handler, parser->data, parser->size);
  parser->xml->dict = parser->sax.context->dict;
  xmlDictReference (parser->xml->dict);
  sc_xml_sax_run (&parser->sax);
}

ScXml *
sc_xml_parse (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (ScXml) xml = sc_xml_new (bytes, name);
  g_autofree Parser *parser = g_new0 (Parser, 1);

  parser->xml = xml;
  parser->sax.name = xml->name;
  parser->data = g_bytes_get_data (bytes, &parser->size);
  parser->skipped = sc_xml_count_mark (parser->data, parser->size);
  parser->data += parser->skipped;
  parser->size -= parser->skipped;
  if (!sc_xml_check_text (parser->data, parser->size, parser->skipped, name, error))
    return NULL;

  run (parser);
  for (guint i = 0; i < SC_XML_MAX_DEPTH && parser->open[i].text != NULL; i++)
    g_string_free (parser->open[i].text, TRUE);
  if (parser->sax.error != NULL)
    {
      g_propagate_error (error, parser->sax.error);
      return NULL;
    }
  return g_steal_pointer (&xml);
}
