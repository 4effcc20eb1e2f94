/* sc-xml-sax.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-xml-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/parserInternals.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

gsize
sc_xml_count_mark (const char *data, gsize size)
{
  return size >= 3 && memcmp (data, BYTE_ORDER_MARK, 3) == 0 ? 3 : 0;
}

static void
fail (ScXmlSax *self, ScFileError code, int line, int column, const char *reason)
{
  if (self->error != NULL)
    return;
  /* Translators: a file name, a line, a column and what is wrong there. */
  self->error = g_error_new (SC_FILE_ERROR, code, _ ("“%s”, line %d, column %d: %s"), self->name,
                             line, column, reason);
}

void
sc_xml_sax_stop (ScXmlSax *self, ScFileError code, const char *reason)
{
  xmlParserCtxt *context = self->context;

  fail (self, code, context->input->line, context->input->col, reason);
  xmlStopParser (context);
}

void
sc_xml_sax_stop_at_limit (ScXmlSax *self, char *reason)
{
  sc_xml_sax_stop (self, SC_FILE_ERROR_TOO_LARGE, reason);
  g_free (reason);
}

/* attributes: five pointers each. */
static gboolean
has_long_name (const xmlChar *name, int n_attributes, const xmlChar **attributes)
{
  gboolean found = strlen ((const char *) name) > SC_XML_MAX_NAME;

  for (int i = 0; !found && i < n_attributes; i++)
    found = strlen ((const char *) attributes[5 * i]) > SC_XML_MAX_NAME;
  return found;
}

gboolean
sc_xml_sax_check_limits (ScXmlSax *self,
                         const xmlChar *name,
                         int n_attributes,
                         const xmlChar **attributes)
{
  char *reason = NULL;

  self->n_items += 1 + (guint) n_attributes;
  if (self->depth == SC_XML_MAX_DEPTH)
    reason = g_strdup_printf (
        _ ("Elements are nested more than %d deep; no file of a solution is."), SC_XML_MAX_DEPTH);
  else if (n_attributes > SC_XML_MAX_ATTRIBUTES || self->context->nsNr > SC_XML_MAX_ATTRIBUTES)
    reason = g_strdup_printf (
        _ ("An element has more than %d attributes and namespaces; no file of a solution has."),
        SC_XML_MAX_ATTRIBUTES);
  else if (self->n_items > SC_XML_MAX_NODES)
    reason = g_strdup_printf (
        _ ("There are more than %d elements and attributes, the most that Stagecraft reads."),
        SC_XML_MAX_NODES);
  else if (has_long_name (name, n_attributes, attributes))
    reason = g_strdup_printf (
        _ ("An element or attribute has a name of more than %d bytes; no file of a solution has."),
        SC_XML_MAX_NAME);
  if (reason != NULL)
    sc_xml_sax_stop_at_limit (self, reason);
  return self->error == NULL;
}

static void
on_internal_subset (void *user_data,
                    const xmlChar *name,
                    const xmlChar *external_id,
                    const xmlChar *system_id)
{
  sc_xml_sax_stop (user_data, SC_FILE_ERROR_UNSAFE,
                   _ ("The file has a DOCTYPE. Files of a solution never do, so it is not read."));
}

static void
on_error (void *user_data, xmlError *error)
{
  ScXmlSax *self = user_data;
  g_autofree char *reason = NULL;

  if (error->level < XML_ERR_ERROR || self->error != NULL)
    return;
  /* The namespaces of XAML are not URIs: "clr-namespace:System;assembly=mscorlib, …". */
  if (error->code == XML_WAR_NS_URI || error->code == XML_WAR_NS_URI_RELATIVE)
    return;
  /* Its message may quote the file, cut off in the middle of a character. */
  reason = g_utf8_make_valid (error->code == XML_ERR_DOCUMENT_EMPTY ? _ ("This is not XML.")
                              : error->message != NULL              ? error->message
                                                                    : "",
                              -1);
  g_strchomp (reason);
  fail (self, SC_FILE_ERROR_MALFORMED, error->line, error->int2, reason);
}

void
sc_xml_sax_open (ScXmlSax *self, const xmlSAXHandler *handler, const char *data, gsize size)
{
  /* The check has refused what is larger than that. */
  G_STATIC_ASSERT (SC_XML_MAX_BYTES <= G_MAXINT);
  xmlParserCtxt *context = xmlCreateMemoryParserCtxt (data, (int) size);

  self->context = context;
  *context->sax = *handler;
  context->sax->initialized = XML_SAX2_MAGIC;
  context->sax->internalSubset = on_internal_subset;
  context->sax->serror = on_error;
  context->userData = self;
  xmlCtxtUseOptions (context, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
}

void
sc_xml_sax_run (ScXmlSax *self)
{
  xmlParseDocument (self->context);
  if (self->error == NULL && (!self->context->wellFormed || self->n_items == 0))
    fail (self, SC_FILE_ERROR_MALFORMED, 1, 1, _ ("This is not XML."));
  /* Behind an error libxml2 goes on without telling of a DOCTYPE, and makes a document of its own
   * for the entities in it. */
  g_clear_pointer (&self->context->myDoc, xmlFreeDoc);
  g_clear_pointer (&self->context, xmlFreeParserCtxt);
}
