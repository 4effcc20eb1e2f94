/* sc-csdl-read.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sc-csdl-private.h"
#include "sc-name.h"
#include "sc-xml-walk.h"

/* Primitive types of OData that Dataverse uses. What is not here is SC_COLUMN_UNKNOWN: Edm.Int32
 * stands for whole numbers, durations and every kind of choice. */
static const struct
{
  const char *edm;
  ScColumnType type;
} types[] = {
  { "Edm.String", SC_COLUMN_TEXT },
  { "Edm.Guid", SC_COLUMN_ID },
  { "Edm.DateTimeOffset", SC_COLUMN_DATE_TIME },
  { "Edm.Boolean", SC_COLUMN_YES_NO },
  { "Edm.Decimal", SC_COLUMN_DECIMAL },
  { "Edm.Int64", SC_COLUMN_INTEGER },
  { "Edm.Double", SC_COLUMN_FLOAT },
  { "Edm.Binary", SC_COLUMN_IMAGE },
  { "Edm.Date", SC_COLUMN_DATE },
  { "Edm.Stream", SC_COLUMN_FILE },
};

#define MAX_VERSION 20 /* bytes that are shown of it */

typedef struct
{
  ScCsdl *csdl;
  GCancellable *cancellable; /* nullable */
  char *root;                /* the name of the root, when that is not Edmx */
  char *version;             /* of OData, when that is not 4 */
  guint table_depth;         /* of the EntityType that is open; 0: none is */
  gboolean navigation;       /* the last property is one, and open */
} Reader;

static const char *
keep (Reader *reader, const ScXmlTag *tag, const char *attribute)
{
  gsize length;
  const char *text = sc_xml_tag_get (tag, attribute, &length);
  char buffer[256];

  if (text == NULL || length == 0)
    return NULL;
  if (length >= sizeof buffer)
    return g_string_chunk_insert_len (reader->csdl->strings, text, (gssize) length);
  memcpy (buffer, text, length);
  buffer[length] = '\0';
  return g_string_chunk_insert_const (reader->csdl->strings, buffer);
}

/* "mscrm.lead" is "lead". */
static const char *
keep_local (Reader *reader, const ScXmlTag *tag, const char *attribute)
{
  const char *name = keep (reader, tag, attribute);
  const char *point = name != NULL ? strrchr (name, '.') : NULL;

  return point != NULL ? point + 1 : name;
}

static ScColumnType
read_type (const ScXmlTag *tag)
{
  gsize length;
  const char *text = sc_xml_tag_get (tag, "Type", &length);

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (types); i++)
    if (strlen (types[i].edm) == length && memcmp (types[i].edm, text, length) == 0)
      return types[i].type;
  return SC_COLUMN_UNKNOWN;
}

static ScCsdlTable *
get_open_table (Reader *reader)
{
  GArray *tables = reader->csdl->tables;

  return &g_array_index (tables, ScCsdlTable, tables->len - 1);
}

static void
add_table (Reader *reader, guint depth, const ScXmlTag *tag)
{
  ScCsdl *csdl = reader->csdl;
  const ScCsdlTable table = { .name = keep (reader, tag, "Name"),
                              .base = keep_local (reader, tag, "BaseType"),
                              .first = csdl->properties->len };

  if (table.name == NULL || g_hash_table_contains (csdl->index, table.name))
    return;
  g_array_append_val (csdl->tables, table);
  g_hash_table_insert (csdl->index, (gpointer) table.name, GUINT_TO_POINTER (csdl->tables->len));
  reader->table_depth = depth;
}

static void
add_property (Reader *reader, const ScCsdlProperty *property)
{
  if (property->name == NULL)
    return;
  g_array_append_vals (reader->csdl->properties, property, 1);
  get_open_table (reader)->n++;
}

/* A navigation property to many rows says what the other side says as well. */
static void
add_navigation (Reader *reader, const ScXmlTag *tag)
{
  gsize length;
  const char *type = sc_xml_tag_get (tag, "Type", &length);
  const ScCsdlProperty property = { .name = keep (reader, tag, "Name"),
                                    .table = keep_local (reader, tag, "Type"),
                                    .partner = keep (reader, tag, "Partner") };

  if (property.table == NULL || memchr (type, '(', length) != NULL || property.name == NULL)
    return;
  add_property (reader, &property);
  reader->navigation = TRUE;
}

static void
visit_part (Reader *reader, const char *name, guint depth, const ScXmlTag *tag)
{
  const guint level = depth - reader->table_depth;

  if (level == 1 && strcmp (name, "Property") == 0)
    {
      const ScCsdlProperty property
          = { .name = keep (reader, tag, "Name"), .type = read_type (tag) };

      add_property (reader, &property);
    }
  else if (level == 1 && strcmp (name, "NavigationProperty") == 0)
    add_navigation (reader, tag);
  else if (level == 2 && reader->navigation && strcmp (name, "ReferentialConstraint") == 0)
    {
      GArray *properties = reader->csdl->properties;

      g_array_index (properties, ScCsdlProperty, properties->len - 1).lookup
          = keep (reader, tag, "Property");
    }
  else if (level == 2 && strcmp (name, "PropertyRef") == 0 && get_open_table (reader)->key == NULL)
    get_open_table (reader)->key = keep (reader, tag, "Name");
}

/* Versions 4 and 4.01 are what the Web API speaks. The services before it had other names for
 * columns and said nothing of lookups. */
static gboolean
visit_root (Reader *reader, const char *name, const ScXmlTag *tag)
{
  gsize length;
  const char *version = sc_xml_tag_get (tag, "Version", &length);

  if (strcmp (name, "Edmx") != 0)
    reader->root = g_strdup (name);
  else if (version != NULL && length > 0 && *version != '4')
    reader->version = g_strndup (version, MIN (length, MAX_VERSION));
  return reader->root == NULL && reader->version == NULL;
}

static gboolean
on_start (gpointer data, const char *name, guint depth, const ScXmlTag *tag)
{
  Reader *reader = data;

  if (depth == 0)
    return visit_root (reader, name, tag);
  if (g_cancellable_is_cancelled (reader->cancellable))
    return FALSE;
  if (reader->table_depth > 0)
    visit_part (reader, name, depth, tag);
  else if (strcmp (name, "EntityType") == 0)
    add_table (reader, depth, tag);
  return TRUE;
}

static void
on_end (gpointer data, const char *name, guint depth)
{
  Reader *reader = data;

  if (depth == reader->table_depth)
    reader->table_depth = 0;
  if (depth <= reader->table_depth + 1)
    reader->navigation = FALSE;
}

#define ADVICE                                                                                 \
  N_ ("What is needed is the $metadata document of an environment: sign in, open its address " \
      "with "                                                                                  \
      "/api/data/v9.2/$metadata behind it, and save the page as it is.")

static gboolean
refuse (GError **error, const char *name, const char *what)
{
  g_autofree char *shown = g_filename_display_name (name);

  /* Translators: a file name, a sentence that says what it is, and one that says what to do. */
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
               _ ("“%s” cannot be imported: %s %s"), shown, what, _ (ADVICE));
  return FALSE;
}

static gboolean
check_found (const Reader *reader, const char *name, GError **error)
{
  g_autofree char *what = NULL;

  if (reader->version != NULL)
    {
      what = g_strdup_printf (_ ("it describes an older service, in version %s of OData."),
                              reader->version);
      return refuse (error, name, what);
    }
  if (reader->root == NULL)
    return reader->csdl->tables->len > 0
           || refuse (error, name, _ ("it describes a service without any table."));
  if (g_ascii_strcasecmp (reader->root, "html") == 0)
    return refuse (error, name, _ ("it is a web page, perhaps the one to sign in."));
  if (strcmp (reader->root, "service") == 0 || strcmp (reader->root, "feed") == 0)
    return refuse (error, name, _ ("it lists what the service has, and does not describe it."));
  what = g_strdup_printf (_ ("it is XML that begins with <%s> and no metadata."), reader->root);
  return refuse (error, name, what);
}

/* JSON, web pages and what a download packed are what people save by mistake. */
static gboolean
check_text (GBytes *bytes, const char *name, GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  gsize i = 0;

  while (i < size && (g_ascii_isspace (text[i]) || (guchar) text[i] >= 0x80))
    i++;
  if (i < size && (text[i] == '{' || text[i] == '['))
    return refuse (error, name, _ ("it is JSON and not XML."));
  if (size > 2 && (memcmp (text, "\x1f\x8b", 2) == 0 || memcmp (text, "PK", 2) == 0))
    return refuse (error, name, _ ("it is compressed. Unpack it first."));
  if (i < size && text[i] != '<')
    return refuse (error, name, _ ("it is not XML."));
  if (size - i > 14 && g_ascii_strncasecmp (text + i, "<!doctype html", 14) == 0)
    return refuse (error, name, _ ("it is a web page, perhaps the one to sign in."));
  return TRUE;
}

ScCsdl *
sc_csdl_read (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  static const ScXmlVisitor visitor = { on_start, on_end };
  g_autoptr (ScCsdl) csdl = g_new0 (ScCsdl, 1);
  g_autofree char *root = NULL;
  g_autofree char *version = NULL;
  Reader reader = { csdl, cancellable };
  gboolean read;

  csdl->strings = g_string_chunk_new (64 * 1024);
  csdl->tables = g_array_new (FALSE, TRUE, sizeof (ScCsdlTable));
  csdl->properties = g_array_new (FALSE, TRUE, sizeof (ScCsdlProperty));
  csdl->index = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
  if (!check_text (bytes, name, error))
    return NULL;
  read = sc_xml_walk (bytes, name, &visitor, &reader, error);
  root = reader.root;
  version = reader.version;
  if (!read || g_cancellable_set_error_if_cancelled (cancellable, error)
      || !check_found (&reader, name, error))
    return NULL;
  return g_steal_pointer (&csdl);
}

void
sc_csdl_free (ScCsdl *self)
{
  g_string_chunk_free (self->strings);
  g_array_unref (self->tables);
  g_array_unref (self->properties);
  g_hash_table_unref (self->index);
  g_free (self);
}
