/* sc-package-prepare-forms.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-form-edit.h"
#include "sc-name.h"
#include "sc-package-prepare.h"

typedef struct
{
  ScPreparation *preparation;
  ScBacking *before;
  ScBacking *after;
} FormUpdate;

static void
update (const FormUpdate *self, ScPreparedText *text, const ScXmlNode *forms)
{
  sc_form_edit_update (text->splice, sc_xml_get_bytes (text->xml), forms, self->before,
                       self->after);
}

/* Other types are for cards and quick views. */
static void
update_entity (const FormUpdate *self, ScPreparedText *text, const ScXmlNode *entity)
{
  sc_xml_foreach (sc_xml_node_get_child (entity, "FormXml"), forms)
    {
      const char *type = sc_xml_node_get_attribute (forms, "type");

      if (type == NULL || g_str_equal (type, "main"))
        update (self, text, forms);
    }
}

static gboolean
update_zip (const FormUpdate *self, GError **error)
{
  const char *table = sc_backing_get_name (self->before);
  ScPreparedText *text = sc_preparation_get_text (
      self->preparation, self->preparation->package->customizations_file, error);

  if (text == NULL)
    return FALSE;
  sc_xml_foreach (sc_xml_node_get_child (sc_xml_get_root (text->xml), "Entities"), entity)
    {
      if (sc_name_equal (sc_xml_node_get_child_text (entity, "Name"), table))
        update_entity (self, text, entity);
    }
  return TRUE;
}

/* The folder of the table, whatever its case; NULL when there is none. */
static char *
find_table (const FormUpdate *self)
{
  g_autoptr (GPtrArray) folders = sc_folder_list (self->preparation->folder, "Entities", "");

  for (guint i = 0; i < folders->len; i++)
    {
      g_autofree char *name = g_path_get_basename (g_ptr_array_index (folders, i));

      if (sc_name_equal (name, sc_backing_get_name (self->before)))
        return g_strdup (g_ptr_array_index (folders, i));
    }
  return NULL;
}

/* Where the unpacker made files for both kinds of solution, the managed one has a copy of each
 * form. */
static gboolean
update_folder (const FormUpdate *self, GError **error)
{
  g_autofree char *table = find_table (self);
  g_autofree char *folder = table != NULL ? g_strconcat (table, "/FormXml/main", NULL) : NULL;
  g_autoptr (GPtrArray) files = NULL;

  if (folder == NULL)
    return TRUE;
  files = sc_folder_list (self->preparation->folder, folder, ".xml");
  for (guint i = 0; i < files->len; i++)
    {
      ScPreparedText *text
          = sc_preparation_get_text (self->preparation, g_ptr_array_index (files, i), error);

      if (text == NULL)
        return FALSE;
      update (self, text, sc_xml_get_root (text->xml));
    }
  return TRUE;
}

gboolean
sc_preparation_update_forms (ScPreparation *self,
                             const ScFlow *before,
                             const ScFlow *after,
                             GError **error)
{
  FormUpdate update = { self, NULL, NULL };
  gboolean ok;

  if (self->package->kind == SC_PACKAGE_XAML || before->unique_name == NULL
      || (sc_value_equal (before->stages, after->stages)
          && sc_value_equal (before->transitions, after->transitions)))
    return TRUE;
  update.before = sc_backing_new (self->package->solution, before);
  update.after = sc_backing_new (self->after, after);
  ok = self->package->kind == SC_PACKAGE_ZIP ? update_zip (&update, error)
                                             : update_folder (&update, error);
  sc_backing_free (update.before);
  sc_backing_free (update.after);
  return ok;
}
