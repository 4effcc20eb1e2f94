/* sc-label.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-label.h"

static const ScField label_fields[] = {
  SC_FIELD (ScLabel, SC_FIELD_INT, language),
  SC_FIELD (ScLabel, SC_FIELD_STRING, text),
  SC_FIELD (ScLabel, SC_FIELD_STRING, own_id),
  SC_FIELD_END,
};
const ScValueClass sc_label_class = { "ScLabel", sizeof (ScLabel), label_fields };

ScLabel *
sc_label_new_text (int language, const char *text)
{
  ScLabel *label = sc_label_new ();

  label->language = language;
  sc_set_string (label, text, text);
  return label;
}

const char *
sc_labels_get_exact (const ScList *labels, int language)
{
  sc_list_foreach (labels, const ScLabel *, label)
    {
      if (label->language == language)
        return label->text;
    }
  return NULL;
}

const char *
sc_labels_get (const ScList *labels, int language)
{
  const char *text = sc_labels_get_exact (labels, language);
  const ScLabel *first = sc_list_get (labels, 0);

  if (text == NULL && first != NULL)
    text = first->text;
  return text;
}

const char *
sc_labels_get_or (const ScList *labels, int language, const char *name)
{
  const char *text = sc_labels_get (labels, language);

  if (text == NULL)
    text = name;
  return text != NULL ? text : "";
}

ScList *
sc_labels_set (const ScList *labels, int language, const char *text)
{
  sc_list_foreach (labels, const ScLabel *, label)
    {
      g_autoptr (ScLabel) changed = NULL;

      if (label->language != language)
        continue;
      if (text == NULL)
        return sc_list_remove (labels, label_i);
      if (g_strcmp0 (label->text, text) == 0)
        return sc_list_ref (labels);
      changed = sc_label_copy (label);
      sc_set_string (changed, text, text);
      return sc_list_replace (labels, label_i, changed);
    }

  if (text == NULL)
    return sc_list_ref (labels);

  g_autoptr (ScLabel) added = sc_label_new_text (language, text);

  return sc_list_append (labels, added);
}
