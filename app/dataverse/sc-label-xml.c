/* sc-label-xml.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-label-xml.h"

#include "sc-extent.h"
#include "sc-xml-edit.h"

#include <string.h>

static int
get_language (const ScXmlNode *node)
{
  const char *text = sc_xml_node_get_attribute (node, "languagecode");

  return text != NULL ? sc_extent_read_int (text) : 0;
}

ScList *
sc_label_xml_read (const ScXmlNode *parent, const char *element)
{
  GPtrArray *labels = sc_list_collect ();

  sc_xml_foreach (parent, node)
    {
      const char *text = sc_xml_node_get_attribute (node, "description");

      if (sc_xml_node_is (node, element) && text != NULL)
        g_ptr_array_add (labels, sc_label_new_text (get_language (node), text));
    }
  return sc_list_new_take (labels);
}

char *
sc_label_xml_format (const char *element, const ScLabel *label, gboolean language_first)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "<%s ", element);
  if (language_first)
    g_string_append_printf (text, "languagecode=\"%d\" ", label->language);
  g_string_append (text, "description=\"");
  sc_text_append_escaped (text, label->text != NULL ? label->text : "", TRUE);
  g_string_append_c (text, '"');
  if (!language_first)
    g_string_append_printf (text, " languagecode=\"%d\"", label->language);
  g_string_append (text, " />");
  return g_string_free (text, FALSE);
}

/* Which of parent's children stay, and whether their attributes begin with the language. */
typedef struct
{
  const ScXmlNode *first;
  const ScXmlNode *last;
  const ScXmlNode *last_kept;
  gboolean language_first;
} Present;

static Present
look_at_present (const ScXmlNode *parent,
                 const char *element,
                 const ScList *before,
                 const ScList *after,
                 gboolean language_first)
{
  Present present = { NULL, NULL, NULL, language_first };

  sc_xml_foreach (parent, node)
    {
      int language = get_language (node);

      if (!sc_xml_node_is (node, element) || sc_xml_node_count_attributes (node) == 0)
        continue;
      if (present.first == NULL)
        present.first = node;
      present.last = node;
      present.language_first
          = strcmp (sc_xml_node_get_attribute_at (node, 0, NULL), "languagecode") == 0;
      if (sc_labels_get_exact (after, language) != NULL
          || sc_labels_get_exact (before, language) == NULL)
        present.last_kept = node;
    }
  return present;
}

static const ScXmlNode *
find_language (const ScXmlNode *parent, const char *element, int language)
{
  sc_xml_foreach (parent, node)
    {
      if (sc_xml_node_is (node, element) && get_language (node) == language)
        return node;
    }
  return NULL;
}

/* The elements for languages that parent does not have yet. */
static GPtrArray *
format_added (const ScXmlNode *parent,
              const char *element,
              const ScList *after,
              gboolean language_first)
{
  GPtrArray *added = g_ptr_array_new_with_free_func (g_free);

  sc_list_foreach (after, const ScLabel *, label)
    {
      if (find_language (parent, element, label->language) == NULL)
        g_ptr_array_add (added, sc_label_xml_format (element, label, language_first));
    }
  return added;
}

/* Puts the element of each new language behind that of the language it follows in after. */
static void
insert_added (ScSplice *splice,
              GBytes *bytes,
              const ScXmlNode *parent,
              const char *element,
              const ScList *after,
              const Present *present)
{
  g_autoptr (GPtrArray) pending = g_ptr_array_new_with_free_func (g_free);
  const ScXmlNode *anchor = NULL;

  sc_list_foreach (after, const ScLabel *, label)
    {
      const ScXmlNode *node = find_language (parent, element, label->language);

      if (node == NULL)
        {
          g_ptr_array_add (pending, sc_label_xml_format (element, label, present->language_first));
          continue;
        }
      if (anchor != NULL)
        sc_xml_edit_insert (splice, bytes, parent, anchor, pending);
      else
        sc_xml_edit_insert_before (splice, bytes, node, pending);
      g_ptr_array_set_size (pending, 0);
      anchor = node;
    }
  sc_xml_edit_insert (splice, bytes, parent, anchor != NULL ? anchor : present->last_kept, pending);
}

/* None of the elements stays, so the new ones take their room. */
static void
replace_all (ScSplice *splice, GBytes *bytes, const Present *present, GPtrArray *added)
{
  g_autofree char *indent = sc_xml_edit_get_indent (present->first, bytes);
  g_autofree char *gap = g_strconcat (sc_text_get_line_end (bytes), indent, NULL);
  g_autofree char *text = NULL;
  ScSpan span
      = { sc_xml_node_get_span (present->first).start, sc_xml_node_get_span (present->last).end };

  g_ptr_array_add (added, NULL);
  text = g_strjoinv (gap, (char **) added->pdata);
  sc_splice_replace (splice, span, text);
}

void
sc_label_xml_update (ScSplice *splice,
                     GBytes *bytes,
                     const ScXmlNode *parent,
                     const char *element,
                     const ScList *before,
                     const ScList *after,
                     gboolean language_first)
{
  Present present = look_at_present (parent, element, before, after, language_first);
  g_autoptr (GPtrArray) added = format_added (parent, element, after, present.language_first);

  if (present.first != NULL && present.last_kept == NULL && added->len > 0)
    {
      replace_all (splice, bytes, &present, added);
      return;
    }
  sc_xml_foreach (parent, node)
    {
      const char *old = sc_labels_get_exact (before, get_language (node));
      const char *text = sc_labels_get_exact (after, get_language (node));

      if (!sc_xml_node_is (node, element))
        continue;
      if (text == NULL && old != NULL)
        sc_splice_remove_line (splice, sc_xml_node_get_span (node));
      else if (text != NULL && g_strcmp0 (text, old) != 0)
        sc_xml_edit_attribute (splice, bytes, node, "description", text);
    }
  insert_added (splice, bytes, parent, element, after, &present);
}

gboolean
sc_labels_have_same_texts (const ScList *a, const ScList *b)
{
  if (a == b)
    return TRUE;
  if (sc_list_length (a) != sc_list_length (b))
    return FALSE;
  sc_list_foreach (a, const ScLabel *, label)
    {
      const ScLabel *other = sc_list_at (b, label_i);

      if (label->language != other->language || g_strcmp0 (label->text, other->text) != 0)
        return FALSE;
    }
  return TRUE;
}
