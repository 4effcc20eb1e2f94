/* sc-xml-check.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-extent.h"
#include "sc-xml-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A start tag shorter than this cannot hold SC_XML_MAX_ATTRIBUTES of the shortest kind, a="". */
#define LONG_TAG (SC_XML_MAX_ATTRIBUTES * 5)

/* Bytes; no reference to a character is longer unless it has zeros in front. */
#define MAX_REFERENCE 12

/* Characters; no name of an encoding is longer. */
#define MAX_ENCODING 40

typedef struct
{
  const char *data;
  gsize size;
  gsize skipped;
  const char *name;
} Text;

/* The order of the checks is that of their cost; each is a single pass. */
static gboolean
check_encoding (const Text *text, GError **error)
{
  const char *data = text->data;
  const char *end = data + text->size;
  const char *bad;

  if (text->size >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    {
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
                   _ ("“%s” is encoded as UTF-16. Save it as UTF-8 and open it again."),
                   text->name);
      return FALSE;
    }
  if (memchr (data, '\0', text->size) != NULL)
    {
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_MALFORMED,
                   _ ("“%s” is not a text file: it has zero bytes."), text->name);
      return FALSE;
    }
  for (bad = data; bad < end;)
    {
      guint64 word;

      if (sc_extent_length (bad, end) >= sizeof word)
        {
          memcpy (&word, bad, sizeof word);
          if ((word & G_GUINT64_CONSTANT (0x8080808080808080)) == 0)
            {
              bad += sizeof word;
              continue;
            }
        }
      if ((*bad & 0x80) != 0 && (gint32) g_utf8_get_char_validated (bad, end - bad) < 0)
        break;
      bad = g_utf8_next_char (bad);
    }
  if (bad < end)
    {
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_MALFORMED,
                   _ ("“%s” is not valid UTF-8 at byte %" G_GSIZE_FORMAT
                      ". Save it as UTF-8 and open it again."),
                   text->name, (gsize) (bad - data) + text->skipped);
      return FALSE;
    }
  return TRUE;
}

/* libxml2 is told to ignore what the XML declaration says, so what it says has to be right. */
static gboolean
check_declaration (const Text *text, GError **error)
{
  const char *end, *p;
  g_autofree char *declaration = NULL;
  g_autofree char *encoding = NULL;
  g_autofree char *shown = NULL;

  if (text->size < 6 || memcmp (text->data, "<?xml", 5) != 0)
    return TRUE;
  end = memchr (text->data, '>', text->size);
  if (end == NULL)
    return TRUE;
  declaration = sc_extent_copy (text->data, end);
  p = strstr (declaration, "encoding");
  p = p != NULL ? strpbrk (p, "\"'") : NULL;
  if (p == NULL || strchr (p + 1, *p) == NULL)
    return TRUE;
  encoding = sc_extent_copy (p + 1, strchr (p + 1, *p));
  if (g_ascii_strcasecmp (encoding, "utf-8") == 0 || g_ascii_strcasecmp (encoding, "us-ascii") == 0)
    return TRUE;
  shown = g_utf8_substring (encoding, 0, MIN (g_utf8_strlen (encoding, -1), MAX_ENCODING));
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
               _ ("“%s” is encoded as %s. Save it as UTF-8 and open it again."), text->name, shown);
  return FALSE;
}

/* What stands for one character, such as "&quot;" or "&#x10FFFF;", counts as one. */
static gsize
count_characters (const char *start, const char *end)
{
  gsize n = 0;

  for (const char *p = start; p < end; p++)
    {
      const char *close
          = *p == '&' ? memchr (p, ';', MIN ((gsize) (end - p), MAX_REFERENCE)) : NULL;

      n += (*p & 0xc0) != 0x80;
      if (close != NULL)
        p = close;
    }
  return n;
}

typedef struct
{
  guint n_values;
  gsize longest; /* bytes, as it stands there */
  gsize most;    /* characters */
} Measure;

/* Of the tag that begins at tag and ends before stop_at. */
static Measure
measure_tag (const char *tag, const char *stop_at)
{
  Measure measure = { 0 };

  for (const char *p = tag + 1; p < stop_at && *p != '>'; p++)
    {
      const char *end;

      if (*p != '"' && *p != '\'')
        continue;
      end = sc_extent_find (p + 1, stop_at, *p);
      if (end == NULL)
        end = stop_at;
      measure.n_values++;
      measure.longest = MAX (measure.longest, sc_extent_length (p + 1, end));
      if (sc_extent_length (p + 1, end) > SC_XML_MAX_VALUE)
        measure.most = MAX (measure.most, count_characters (p + 1, end));
      p = end;
    }
  return measure;
}

/* FALSE, with what it is too much of. */
static gboolean
check_measure (const Measure *measure, const char *name, GError **error)
{
  if (measure->most > SC_XML_MAX_VALUE)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_TOO_LARGE,
                 _ ("“%s” has an attribute of more than %d characters; no file of a solution has."),
                 name, SC_XML_MAX_VALUE);
  else if (measure->longest > SC_XML_MAX_RAW_VALUE)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_TOO_LARGE,
                 _ ("“%s” has an attribute of more than %d bytes; no file of a solution has."),
                 name, SC_XML_MAX_RAW_VALUE);
  else if (measure->n_values > SC_XML_MAX_ATTRIBUTES)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_TOO_LARGE,
                 _ ("“%s” has an element with more than %d attributes; no file of a solution has."),
                 name, SC_XML_MAX_ATTRIBUTES);
  else
    return TRUE;
  return FALSE;
}

/* libxml2 compares the attributes of an element with each other, and takes in each value whole,
 * before it hands them over, so too much has to be found first. */
static gboolean
check_long_tags (const Text *text, GError **error)
{
  const char *end = text->data + text->size;
  const char *tag = memchr (text->data, '<', text->size);

  while (tag != NULL)
    {
      const char *next = sc_extent_find (tag + 1, end, '<');
      const char *stop_at = next != NULL ? next : end;

      if (stop_at - tag > LONG_TAG && tag[1] != '!' && tag[1] != '?')
        {
          const Measure measure = measure_tag (tag, stop_at);

          if (!check_measure (&measure, text->name, error))
            return FALSE;
        }
      tag = next;
    }
  return TRUE;
}

gboolean
sc_xml_check_text (const char *data, gsize size, gsize skipped, const char *name, GError **error)
{
  const Text checked = { data, size, skipped, name };
  const Text *text = &checked;

  if (text->size > SC_XML_MAX_BYTES)
    {
      sc_file_set_size_error (error, text->name, SC_XML_MAX_BYTES);
      return FALSE;
    }
  if (text->size == 0)
    {
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_MALFORMED, _ ("“%s” is empty."), text->name);
      return FALSE;
    }
  return check_encoding (text, error) && check_declaration (text, error)
         && check_long_tags (text, error);
}
