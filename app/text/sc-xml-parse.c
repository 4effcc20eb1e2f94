/* sc-xml-parse.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* memrchr */

#include "config.h"

#include "sc-xml-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef struct
{
  ScXmlNode *node;
  ScXmlNode *last_child;
  GString *text;
} OpenElement;

typedef struct
{
  ScXml *xml;
  xmlParserCtxt *context;
  const char *data; /* what libxml2 sees: without the byte order mark */
  gsize size;
  gsize skipped;  /* bytes before data */
  gsize previous; /* where the last tag ended */
  OpenElement open[SC_XML_MAX_DEPTH];
  guint depth;
  guint n_items; /* elements and attributes */
  GError *error;
} Parser;

static void
fail (Parser *parser, ScFileError code, int line, int column, const char *reason)
{
  if (parser->error != NULL)
    return;
  /* Translators: a file name, a line, a column and what is wrong there. */
  parser->error = g_error_new (SC_FILE_ERROR, code, _ ("“%s”, line %d, column %d: %s"),
                               parser->xml->name, line, column, reason);
}

/* Ends the parse with a reason found in one of the callbacks. */
static void
stop (Parser *parser, ScFileError code, const char *reason)
{
  xmlParserCtxt *context = parser->context;

  fail (parser, code, context->input->line, context->input->col, reason);
  xmlStopParser (context);
}

static gsize
get_offset (const Parser *parser)
{
  const xmlParserInput *input = parser->context->input;

  return input->consumed + (input->cur - input->base);
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

static ScXmlAttribute *
copy_attributes (Parser *parser, int n, const xmlChar **attributes)
{
  ScXml *xml = parser->xml;
  ScXmlAttribute *copy = obstack_alloc (&xml->nodes, n * sizeof (ScXmlAttribute));

  for (int i = 0; i < n; i++)
    {
      const xmlChar **attribute = attributes + 5 * i;
      char *value;

      copy[i].name = (const char *) attribute[0];
      copy[i].name_space = attribute[2] != NULL ? (const char *) attribute[2] : "";
      value = obstack_copy0 (&xml->strings, attribute[3], attribute[4] - attribute[3]);
      if (memchr (attribute[3], '&', attribute[4] - attribute[3]) != NULL)
        unescape_ampersands (value);
      copy[i].value = value;
    }
  return copy;
}

static void
push_node (Parser *parser, ScXmlNode *node)
{
  OpenElement *open = &parser->open[parser->depth];

  if (parser->depth > 0)
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
  parser->depth++;
}

static gboolean
check_limits (Parser *parser, int n_attributes)
{
  parser->n_items += 1 + n_attributes;
  if (parser->depth == SC_XML_MAX_DEPTH)
    {
      g_autofree char *reason = g_strdup_printf (
          _ ("Elements are nested more than %d deep; no file of a solution is."), SC_XML_MAX_DEPTH);
      stop (parser, SC_FILE_ERROR_TOO_LARGE, reason);
    }
  else if (n_attributes > SC_XML_MAX_ATTRIBUTES || parser->context->nsNr > SC_XML_MAX_ATTRIBUTES)
    stop (parser, SC_FILE_ERROR_TOO_LARGE, _ ("An element has too many attributes."));
  else if (parser->n_items > SC_XML_MAX_NODES)
    stop (parser, SC_FILE_ERROR_TOO_LARGE, _ ("There are too many elements."));
  return parser->error == NULL;
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

  if (parser->error != NULL || !check_limits (parser, n_attributes))
    return;

  tag = cursor < parser->size ? find_tag (parser, cursor) : NULL;
  if (tag == NULL)
    {
      stop (parser, SC_FILE_ERROR_MALFORMED, _ ("The file ends within a tag."));
      return;
    }

  node = obstack_alloc (&parser->xml->nodes, sizeof (ScXmlNode));
  memset (node, 0, sizeof *node);
  node->xml = parser->xml;
  node->name = (const char *) name;
  node->name_space = uri != NULL ? (const char *) uri : "";
  node->text = "";
  node->start = parser->skipped + (tag - parser->data);
  node->content_start = parser->skipped + cursor + (parser->data[cursor] == '/' ? 2 : 1);
  node->line = parser->context->input->line;
  node->n_attributes = n_attributes;
  if (n_attributes > 0)
    node->attributes = copy_attributes (parser, n_attributes, attributes);
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

  if (parser->error != NULL)
    return;

  open = &parser->open[--parser->depth];
  node = open->node;
  node->end = parser->skipped + cursor;
  node->content_end = node->end;
  if (node->end != node->content_start)
    {
      const char *tag = find_tag (parser, cursor);
      node->content_end = parser->skipped + (tag - parser->data);
    }
  if (open->text->len > 0 && (node->first_child == NULL || !is_blank (open->text)))
    node->text = obstack_copy0 (&parser->xml->strings, open->text->str, open->text->len);
}

static void
on_characters (void *user_data, const xmlChar *text, int length)
{
  Parser *parser = user_data;

  if (parser->depth > 0 && parser->error == NULL)
    g_string_append_len (parser->open[parser->depth - 1].text, (const char *) text, length);
}

static void
on_internal_subset (void *user_data,
                    const xmlChar *name,
                    const xmlChar *external_id,
                    const xmlChar *system_id)
{
  stop (user_data, SC_FILE_ERROR_UNSAFE,
        _ ("The file has a DOCTYPE. Files of a solution never do, so it is not read."));
}

static void
on_error (void *user_data, xmlError *error)
{
  Parser *parser = user_data;
  g_autofree char *reason = NULL;

  if (error->level < XML_ERR_ERROR || parser->error != NULL)
    return;
  /* The namespaces of XAML are not URIs: "clr-namespace:System;assembly=mscorlib, …". */
  if (error->code == XML_WAR_NS_URI || error->code == XML_WAR_NS_URI_RELATIVE)
    return;
  reason = g_strdup (error->code == XML_ERR_DOCUMENT_EMPTY ? _ ("This is not XML.")
                     : error->message != NULL              ? error->message
                                                           : "");
  g_strchomp (reason);
  fail (parser, SC_FILE_ERROR_MALFORMED, error->line, error->int2, reason);
}

static void
run (Parser *parser)
{
  xmlParserCtxt *context = xmlCreateMemoryParserCtxt (parser->data, parser->size);
  xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = on_start_element,
    .endElementNs = on_end_element,
    .characters = on_characters,
    .ignorableWhitespace = on_characters,
    .cdataBlock = on_characters,
    .internalSubset = on_internal_subset,
    .serror = on_error,
  };

  parser->context = context;
  *context->sax = handler;
  context->userData = parser;
  xmlCtxtUseOptions (context, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  parser->xml->dict = context->dict;
  xmlDictReference (context->dict);

  xmlParseDocument (context);
  if (parser->error == NULL && (!context->wellFormed || parser->xml->root == NULL))
    fail (parser, SC_FILE_ERROR_MALFORMED, 1, 1, _ ("This is not XML."));
  xmlFreeParserCtxt (context);
}

ScXml *
sc_xml_parse (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (ScXml) xml = sc_xml_new (bytes, name);
  g_autofree Parser *parser = g_new0 (Parser, 1);

  parser->xml = xml;
  parser->data = g_bytes_get_data (bytes, &parser->size);
  if (parser->size >= 3 && memcmp (parser->data, BYTE_ORDER_MARK, 3) == 0)
    parser->skipped = 3;
  parser->data += parser->skipped;
  parser->size -= parser->skipped;
  if (!sc_xml_check_text (parser->data, parser->size, parser->skipped, name, error))
    return NULL;

  run (parser);
  for (guint i = 0; i < SC_XML_MAX_DEPTH && parser->open[i].text != NULL; i++)
    g_string_free (parser->open[i].text, TRUE);
  if (parser->error != NULL)
    {
      g_propagate_error (error, parser->error);
      return NULL;
    }
  return g_steal_pointer (&xml);
}
