/* sc-form-columns.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-form-columns.h"

#include "sc-name.h"

struct _ScFormColumns
{
  GHashTable *uses; /* name of a column → ScFormUse */
  gboolean any;     /* there is a form */
  gboolean partial; /* a form is not there as a whole */
};

ScFormColumns *
sc_form_columns_new (void)
{
  ScFormColumns *self = g_new0 (ScFormColumns, 1);

  self->uses = g_hash_table_new_full (sc_name_hash, (GEqualFunc) sc_name_equal, g_free, NULL);
  return self;
}

void
sc_form_columns_free (ScFormColumns *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->uses);
  g_free (self);
}

/* The element behind node, in the order of the document, within root; NULL behind the last one. */
static const ScXmlNode *
get_following (const ScXmlNode *root, const ScXmlNode *node)
{
  const ScXmlNode *next = sc_xml_node_get_first_child (node);

  while (next == NULL && node != root)
    {
      next = sc_xml_node_get_next (node);
      node = sc_xml_node_get_parent (node);
    }
  return next;
}

/* Hidden tabs and sections are mostly shown by a script when they are needed, so a column is hidden
 * only where its own cell is. */
static void
add_control (ScFormColumns *self, const ScXmlNode *control)
{
  const char *column = sc_xml_node_get_attribute (control, "datafieldname");
  const char *visible = sc_xml_node_get_attribute (sc_xml_node_get_parent (control), "visible");
  ScFormUse use = visible != NULL && g_ascii_strcasecmp (visible, "false") == 0 ? SC_FORM_HIDDEN
                                                                                : SC_FORM_SHOWN;

  if (column == NULL || *column == '\0')
    return;
  if (use == SC_FORM_SHOWN || !g_hash_table_contains (self->uses, column))
    g_hash_table_insert (self->uses, g_strdup (column), GINT_TO_POINTER (use));
}

static void
add_form (ScFormColumns *self, const ScXmlNode *form)
{
  for (const ScXmlNode *node = form; node != NULL; node = get_following (form, node))
    {
      if (sc_xml_node_get_attribute (node, "solutionaction") != NULL)
        self->partial = TRUE;
      if (sc_xml_node_is (node, "control"))
        add_control (self, node);
    }
}

void
sc_form_columns_add (ScFormColumns *self, const ScXmlNode *forms)
{
  sc_xml_foreach (forms, systemform)
    {
      const ScXmlNode *form = sc_xml_node_get_child (systemform, "form");
      const char *state = sc_xml_node_get_child_text (systemform, "FormActivationState");

      if (form == NULL || g_strcmp0 (state, "0") == 0)
        continue;
      self->any = TRUE;
      if (sc_xml_node_get_attribute (systemform, "unmodified") != NULL)
        self->partial = TRUE;
      add_form (self, form);
    }
}

ScFormUse
sc_form_columns_get (const ScFormColumns *self, const char *column)
{
  gpointer use;
  gboolean found = g_hash_table_lookup_extended (self->uses, column, NULL, &use);

  if (found && GPOINTER_TO_INT (use) == SC_FORM_SHOWN)
    return SC_FORM_SHOWN;
  if (!self->any || self->partial)
    return SC_FORM_UNKNOWN;
  return found ? SC_FORM_HIDDEN : SC_FORM_ABSENT;
}
