/* sc-places.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-places.h"

#include "sc-extent.h"

#include <string.h>

/* FNV-1a, 64 bits. */
#define PRIME G_GUINT64_CONSTANT (0x100000001b3)

/* Bytes of an id, which has 36: a file may have one of a million that each of many places is below.
 */
#define MAX_MIXED 1024

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef struct
{
  ScPlaceKey key;
  guint line; /* until it is settled: the offset, which fits because of SC_XML_MAX_BYTES */
  guint column;
} Place;

struct _ScPlaces
{
  GArray *places; /* of Place; once settled sorted by key, each once */
};

static ScPlaceKey
mix (ScPlaceKey key, guchar byte)
{
  return (key ^ byte) * PRIME;
}

ScPlaceKey
sc_place_key (ScPlaceKey parent, ScPlaceKind kind, const char *id)
{
  ScPlaceKey key = mix (parent, (guchar) kind);

  for (guint i = 0; id != NULL && i < MAX_MIXED && id[i] != '\0'; i++)
    if (id[i] != '{' && id[i] != '}')
      key = mix (key, (guchar) g_ascii_tolower (id[i]));
  return key;
}

ScPlaces *
sc_places_new (void)
{
  ScPlaces *self = g_new (ScPlaces, 1);

  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  return self;
}

void
sc_places_free (ScPlaces *self)
{
  g_array_unref (self->places);
  g_free (self);
}

static void
add_offset (ScPlaces *self, ScPlaceKey key, gsize offset)
{
  const Place place = { key, (guint) offset, 0 };

  g_array_append_val (self->places, place);
}

void
sc_places_add (ScPlaces *self, ScPlaceKey key, const ScXmlNode *node)
{
  add_offset (self, key, sc_xml_node_get_span (node).start);
}

/* The document is well-formed: in front of a value stand a quote, "=", the name and a blank. */
gboolean
sc_places_add_attribute (
    ScPlaces *self, ScPlaceKey key, const ScXml *xml, const ScXmlNode *node, const char *attribute)
{
  const char *data = g_bytes_get_data (sc_xml_get_bytes (xml), NULL);
  ScSpan value;
  gsize p;

  if (!sc_xml_node_get_attribute_span (node, attribute, &value))
    return FALSE;
  p = value.start - 1;
  while (strchr ("= \t\r\n", data[p - 1]) != NULL)
    p--;
  while (strchr (" \t\r\n", data[p - 1]) == NULL)
    p--;
  add_offset (self, key, p);
  return TRUE;
}

static int
compare_offsets (gconstpointer a, gconstpointer b)
{
  const Place *p = a, *q = b;

  return p->line < q->line ? -1 : p->line > q->line;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const Place *p = a, *q = b;

  if (p->key != q->key)
    return p->key < q->key ? -1 : 1;
  if (p->line != q->line)
    return p->line < q->line ? -1 : 1;
  return p->column < q->column ? -1 : p->column > q->column;
}

/* Turns offsets, which are sorted, into lines and columns, in one pass over the text. */
static void
count_lines (GArray *places, const char *data, gsize size)
{
  const char *end = data + size;
  const char *p = data;
  guint line = 1, column = 1;

  if (size >= 3 && memcmp (data, BYTE_ORDER_MARK, 3) == 0)
    p += 3;
  for (guint i = 0; i < places->len; i++)
    {
      Place *place = &g_array_index (places, Place, i);
      const char *target = data + place->line;
      const char *line_end;

      while (p < target && (line_end = sc_extent_find (p, target, '\n')) != NULL)
        {
          p = line_end + 1;
          line++;
          column = 1;
        }
      for (; p < target && p < end; p++)
        column += (*p & 0xc0) != 0x80;
      place->line = line;
      place->column = column;
    }
}

static void
remove_repeated (GArray *places)
{
  guint n = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const Place place = g_array_index (places, Place, i);

      if (n == 0 || g_array_index (places, Place, n - 1).key != place.key)
        g_array_index (places, Place, n++) = place;
    }
  g_array_set_size (places, n);
}

void
sc_places_settle (ScPlaces *self, const ScXml *xml)
{
  GArray *settled;
  gsize size;
  const char *data = g_bytes_get_data (sc_xml_get_bytes (xml), &size);

  g_array_sort (self->places, compare_offsets);
  count_lines (self->places, data, size);
  g_array_sort (self->places, compare_keys);
  remove_repeated (self->places);

  /* It stays for as long as somebody asks, so it takes no more than it needs. */
  settled = g_array_sized_new (FALSE, FALSE, sizeof (Place), self->places->len);
  g_array_append_vals (settled, self->places->data, self->places->len);
  g_array_unref (self->places);
  self->places = settled;
}

gboolean
sc_places_find (const ScPlaces *self, ScPlaceKey key, guint *line, guint *column)
{
  guint low = 0, high = self->places->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->places, Place, middle).key < key)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == self->places->len || g_array_index (self->places, Place, low).key != key)
    return FALSE;
  *line = g_array_index (self->places, Place, low).line;
  *column = g_array_index (self->places, Place, low).column;
  return TRUE;
}
