/* sc-xml-walk.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-xml-walk.h"

#include <string.h>

#include "sc-xml-private.h"

struct _ScXmlTag
{
  int n;
  const xmlChar **attributes; /* as libxml2 hands them over: five pointers each */
};

typedef struct
{
  ScXmlSax sax; /* first: it is what libxml2 hands to the callbacks */
  const ScXmlVisitor *visitor;
  gpointer data;
  gboolean left; /* the visitor has seen enough */
} Walk;

const char *
sc_xml_tag_get (const ScXmlTag *self, const char *name, gsize *length)
{
  for (int i = 0; i < self->n; i++)
    {
      const xmlChar **attribute = self->attributes + 5 * i;

      if (strcmp ((const char *) attribute[0], name) != 0)
        continue;
      *length = (gsize) (attribute[4] - attribute[3]);
      return (const char *) attribute[3];
    }
  return NULL;
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
  Walk *walk = user_data;
  const ScXmlTag tag = { n_attributes, attributes };

  if (walk->left || walk->sax.error != NULL
      || !sc_xml_sax_check_limits (&walk->sax, name, n_attributes, attributes))
    return;
  if (!walk->visitor->start (walk->data, (const char *) name, walk->sax.depth++, &tag))
    {
      walk->left = TRUE;
      xmlStopParser (walk->sax.context);
    }
}

static void
on_end_element (void *user_data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  Walk *walk = user_data;

  if (!walk->left && walk->sax.error == NULL)
    walk->visitor->end (walk->data, (const char *) name, --walk->sax.depth);
}

gboolean
sc_xml_walk (
    GBytes *bytes, const char *name, const ScXmlVisitor *visitor, gpointer data, GError **error)
{
  static const xmlSAXHandler handler
      = { .startElementNs = on_start_element, .endElementNs = on_end_element };
  g_autofree char *shown = g_filename_display_name (name);
  Walk walk = { { shown }, visitor, data };
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  const gsize skipped = sc_xml_count_mark (text, size);

  if (!sc_xml_check_text (text + skipped, size - skipped, skipped, shown, error))
    return FALSE;
  sc_xml_sax_open (&walk.sax, &handler, text + skipped, size - skipped);
  sc_xml_sax_run (&walk.sax);
  if (walk.left)
    g_clear_error (&walk.sax.error);
  if (walk.sax.error == NULL)
    return TRUE;
  g_propagate_error (error, walk.sax.error);
  return FALSE;
}
