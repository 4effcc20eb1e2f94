/* sc-xml-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-xml.h"

#include <libxml/parser.h>
#include <obstack.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;       /* in the dictionary */
  const char *name_space; /* in the dictionary, or "" */
  const char *value;
} ScXmlAttribute;

/* Offsets fit 32 bits because of SC_XML_MAX_BYTES. */
struct _ScXmlNode
{
  const ScXml *xml;
  const char *name;       /* in the dictionary */
  const char *name_space; /* in the dictionary, or "" */
  const char *text;
  ScXmlNode *parent;
  ScXmlNode *first_child;
  ScXmlNode *next;
  ScXmlAttribute *attributes;
  guint n_attributes;
  guint start;
  guint content_start;
  guint content_end;
  guint end;
  guint line; /* of the end of the start tag */
};

/* Everything but the bytes and the names lives in two obstacks, so that a document costs a few
 * large allocations and is freed at once. */
struct _ScXml
{
  gatomicrefcount refs;
  GBytes *bytes;
  char *name;
  xmlDict *dict;
  struct obstack nodes;
  struct obstack strings;
  ScXmlNode *root;
};

/* An empty document that the parser fills. */
ScXml *sc_xml_new (GBytes *bytes, const char *name);

/* What is found out about a text before libxml2 sees it: size, encoding, floods of attributes.
 * skipped bytes were in front of data. */
gboolean
sc_xml_check_text (const char *data, gsize size, gsize skipped, const char *name, GError **error);

/* How many bytes of data are a byte order mark. */
gsize sc_xml_count_mark (const char *data, gsize size);

/* What every way of reading XML has in common: limits, messages, nothing from outside. It is what
 * the callbacks get as user data. */
typedef struct
{
  const char *name; /* what messages call the file */
  xmlParserCtxt *context;
  guint depth;   /* kept by the callbacks */
  guint n_items; /* elements and attributes */
  GError *error; /* what ended it, and does not go on */
} ScXmlSax;

/* Ready to run on a text that sc_xml_check_text() has seen. handler has the callbacks for elements
 * and text; data outlives the run. */
void sc_xml_sax_open (ScXmlSax *self, const xmlSAXHandler *handler, const char *data, gsize size);
/* To the end, or the first error. */
void sc_xml_sax_run (ScXmlSax *self);
/* FALSE, and the end, when an element that begins is too much. */
gboolean sc_xml_sax_check_limits (ScXmlSax *self,
                                  const xmlChar *name,
                                  int n_attributes,
                                  const xmlChar **attributes);
/* Ends it because of a limit that was met; takes over reason. */
void sc_xml_sax_stop_at_limit (ScXmlSax *self, char *reason);
/* Ends it with a reason found in one of the callbacks. */
void sc_xml_sax_stop (ScXmlSax *self, ScFileError code, const char *reason);

G_END_DECLS
