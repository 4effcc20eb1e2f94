/* sc-package-prepare-flows.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-backing.h"
#include "sc-customizations-xml.h"
#include "sc-file-name.h"
#include "sc-flow-parts.h"
#include "sc-name.h"
#include "sc-package-prepare.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Levels of customizations.xml: what is in its lists. */
#define LIST_DEPTH 2

typedef struct
{
  GPtrArray *removed; /* of const ScPackageFlow */
  GPtrArray *added;   /* of const ScFlow */
  GHashTable *gone;   /* folded names of tables that go away */
} Difference;

char *
sc_preparation_fold (const char *name)
{
  return g_ascii_strdown (name != NULL ? name : "", -1);
}

static int
compare_additions (gconstpointer a, gconstpointer b)
{
  return g_ascii_strcasecmp (((const ScXmlAddition *) a)->key, ((const ScXmlAddition *) b)->key);
}

void
sc_preparation_edit_list (ScPreparedText *text,
                          const ScXmlNode *list,
                          GHashTable *removed,
                          GArray *added,
                          ScXmlKey get_key,
                          const char *empty)
{
  GBytes *bytes = sc_xml_get_bytes (text->xml);
  const char *line_end = sc_text_get_line_end (bytes);
  g_autoptr (GPtrArray) converted = g_ptr_array_new_with_free_func (g_free);

  if (g_hash_table_size (removed) + added->len == 0)
    return;
  g_array_sort (added, compare_additions);
  for (guint i = 0; i < added->len; i++)
    {
      ScXmlAddition *addition = &g_array_index (added, ScXmlAddition, i);
      GString *element = g_string_new (addition->element);

      g_string_replace (element, "\n", line_end, 0);
      addition->element = element->str;
      g_ptr_array_add (converted, g_string_free (element, FALSE));
    }
  sc_xml_edit_list (text->splice, bytes, list, removed, (const ScXmlAddition *) added->data,
                    added->len, get_key, empty);
}

/* A table that another flow has too is not only this one's. What is called like a folder that is
 * there in any folder, such as "..", is none. */
static gboolean
owns_table (const ScPreparation *self, const ScFlow *flow)
{
  if (!sc_file_name_is_portable (flow->unique_name))
    return FALSE;
  sc_list_foreach (self->after->flows, const ScFlow *, other)
    {
      if (sc_name_equal (other->unique_name, flow->unique_name)
          && sc_package_find_flow (self->package, other->id) != NULL)
        return FALSE;
    }
  return TRUE;
}

/* Takes over the bytes. */
static gboolean
add_file (ScPreparation *self, const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *present = sc_preparation_find (self, path);
  const char *line_end = sc_preparation_get_line_end (self);
  g_autoptr (GBytes) content = bytes;

  for (guint i = 0; present != NULL && i < self->changes->len; i++)
    {
      const ScPackageChange *change = g_ptr_array_index (self->changes, i);

      if (change->after == NULL && g_ascii_strcasecmp (change->name, present) == 0)
        {
          sc_preparation_add_change (self, change->name, NULL,
                                     sc_text_convert_line_ends (content, line_end));
          return TRUE;
        }
    }
  if (present != NULL)
    {
      g_autofree char *name = g_filename_display_name (present);

      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
                   _ ("“%s” is in the package already and belongs to no flow that was opened. "
                      "Nothing was written. Move it away, or give the new flow another unique "
                      "name."),
                   name);
      return FALSE;
    }
  sc_preparation_add_change (self, path, NULL, sc_text_convert_line_ends (content, line_end));
  return TRUE;
}

static gboolean
remove_file (ScPreparation *self, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = sc_preparation_load (self, name, error);

  if (bytes == NULL)
    return FALSE;
  sc_preparation_add_change (self, name, bytes, NULL);
  return TRUE;
}

static gboolean
remove_folder (ScPreparation *self, const char *name, GError **error)
{
  g_autofree char *path = sc_folder_resolve (self->folder, name, error);
  g_autoptr (GPtrArray) names = NULL;

  if (path == NULL)
    return FALSE;
  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    return remove_file (self, name, error);
  names = sc_folder_list (self->folder, name, "");
  for (guint i = 0; i < names->len; i++)
    {
      if (!remove_folder (self, g_ptr_array_index (names, i), error))
        return FALSE;
    }
  return TRUE;
}

/* The formulas of a zip are beside each other; those of a table begin with its name. */
static gboolean
remove_formulas (ScPreparation *self, const ScFlow *flow, GError **error)
{
  g_autofree char *start = g_strdup_printf ("Formulas/%s-", flow->unique_name);

  for (guint i = 0; i < sc_zip_count (self->zip); i++)
    {
      const char *name = sc_zip_get_name (self->zip, i);

      if (g_ascii_strncasecmp (name, start, strlen (start)) == 0
          && !remove_file (self, name, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
remove_files (ScPreparation *self, const ScPackageFlow *record, gboolean with_table, GError **error)
{
  g_autofree char *wanted = g_strconcat ("Entities/", record->flow->unique_name, NULL);
  g_autofree char *folder = NULL;

  if (!remove_file (self, record->xaml, error))
    return FALSE;
  if (self->zip != NULL)
    return !with_table || remove_formulas (self, record->flow, error);
  if (!remove_file (self, record->data, error))
    return FALSE;
  folder = with_table ? sc_folder_find (self->folder, wanted) : NULL;
  return folder == NULL || remove_folder (self, folder, error);
}

static gboolean
add_files (ScPreparation *self, const ScFlow *flow, GError **error)
{
  g_autoptr (GPtrArray) parts = sc_flow_parts_list (self->after, flow, self->package->kind);

  for (guint i = 0; i < parts->len; i++)
    {
      const ScPart *part = g_ptr_array_index (parts, i);

      if (!add_file (self, part->path, g_bytes_ref (part->bytes), error))
        return FALSE;
    }
  return TRUE;
}

static void
add_relationships (ScPreparation *self, const ScFlow *flow)
{
  g_autoptr (ScBacking) backing = sc_backing_new (self->after, flow);
  g_autoptr (GPtrArray) all = sc_backing_list_relationships (backing);
  guint depth = self->zip != NULL ? LIST_DEPTH : LIST_DEPTH - 1;

  for (guint i = 0; i < all->len; i++)
    {
      const ScBackingRelationship *item = g_ptr_array_index (all, i);
      ScPreparedRelationship *relationship = g_new (ScPreparedRelationship, 1);

      relationship->name = g_strdup (item->name);
      relationship->referenced = g_strdup (item->referenced);
      relationship->element = sc_backing_write_relationship (backing, item, depth);
      g_ptr_array_add (self->relationships, relationship);
    }
}

static const char *
get_table_key (const ScXmlNode *node)
{
  return sc_xml_node_is (node, "Entity") ? sc_xml_node_get_child_text (node, "Name") : NULL;
}

/* Processes are listed as they come. */
static const char *
get_no_key (const ScXmlNode *node)
{
  return "";
}

static const ScXmlNode *
find_list (const ScPreparedText *text, const char *name, GError **error)
{
  const ScXmlNode *list = sc_xml_node_get_child (sc_xml_get_root (text->xml), name);

  if (list == NULL)
    sc_preparation_set_missing_error (text->name, name, error);
  return list;
}

static gboolean
change_tables (ScPreparation *self,
               ScPreparedText *text,
               const Difference *difference,
               GError **error)
{
  const ScXmlNode *list = find_list (text, "Entities", error);
  g_autoptr (GHashTable) removed = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (ScXmlAddition));
  g_autoptr (GPtrArray) backings
      = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_backing_free);
  g_autoptr (GPtrArray) elements = g_ptr_array_new_with_free_func (g_free);

  sc_xml_foreach (list, node)
    {
      g_autofree char *name = sc_preparation_fold (get_table_key (node));

      if (g_hash_table_contains (difference->gone, name))
        g_hash_table_add (removed, (gpointer) node);
    }
  for (guint i = 0; list != NULL && i < difference->added->len; i++)
    {
      ScBacking *backing = sc_backing_new (self->after, g_ptr_array_index (difference->added, i));
      char *element = sc_backing_write_table (backing, LIST_DEPTH);
      ScXmlAddition addition = { sc_backing_get_name (backing), element };

      g_ptr_array_add (backings, backing);
      g_ptr_array_add (elements, element);
      g_array_append_val (added, addition);
    }
  if (list != NULL)
    sc_preparation_edit_list (text, list, removed, added, get_table_key, "<Entities />");
  return list != NULL;
}

static gboolean
change_processes (ScPreparation *self,
                  ScPreparedText *text,
                  const Difference *difference,
                  GError **error)
{
  const ScXmlNode *list = find_list (text, "Workflows", error);
  g_autoptr (GHashTable) removed = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (ScXmlAddition));
  g_autoptr (GPtrArray) elements = g_ptr_array_new_with_free_func (g_free);

  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < difference->removed->len; i++)
    {
      const ScPackageFlow *record = g_ptr_array_index (difference->removed, i);
      const ScXmlNode *node
          = sc_customizations_xml_find_flow (sc_xml_get_root (text->xml), record->xaml);

      if (node != NULL)
        g_hash_table_add (removed, (gpointer) node);
    }
  for (guint i = 0; i < difference->added->len; i++)
    {
      const ScFlow *flow = g_ptr_array_index (difference->added, i);
      char *element = sc_flow_parts_write_workflow (self->after, flow, LIST_DEPTH);
      ScXmlAddition addition = { "~", element };

      g_ptr_array_add (elements, element);
      g_array_append_val (added, addition);
    }
  sc_preparation_edit_list (text, list, removed, added, get_no_key, "<Workflows />");
  return TRUE;
}

static gboolean
change_customizations (ScPreparation *self, const Difference *difference, GError **error)
{
  ScPreparedText *text = sc_preparation_get_text (self, self->package->customizations_file, error);

  return text != NULL && change_tables (self, text, difference, error)
         && change_processes (self, text, difference, error);
}

static gboolean
apply (ScPreparation *self, const Difference *difference, GError **error)
{
  g_autoptr (GPtrArray) leaving = g_ptr_array_new ();

  for (guint i = 0; i < difference->removed->len; i++)
    {
      const ScPackageFlow *record = g_ptr_array_index (difference->removed, i);
      gboolean with_table = owns_table (self, record->flow);

      if (with_table)
        g_hash_table_add (difference->gone, sc_preparation_fold (record->flow->unique_name));
      g_ptr_array_add (leaving, (gpointer) record->flow);
      if (!remove_files (self, record, with_table, error))
        return FALSE;
    }
  for (guint i = 0; i < difference->added->len; i++)
    {
      const ScFlow *flow = g_ptr_array_index (difference->added, i);

      add_relationships (self, flow);
      if (!add_files (self, flow, error))
        return FALSE;
    }
  if (self->zip != NULL && difference->removed->len + difference->added->len > 0
      && !change_customizations (self, difference, error))
    return FALSE;
  if (leaving->len > 0 && !sc_preparation_leave_apps (self, leaving, difference->gone, error))
    return FALSE;
  return sc_preparation_change_relationships (self, difference->gone, error);
}

gboolean
sc_preparation_change_flows (ScPreparation *self, GError **error)
{
  g_autoptr (GPtrArray) removed = g_ptr_array_new ();
  g_autoptr (GPtrArray) added = g_ptr_array_new ();
  g_autoptr (GHashTable) gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const Difference difference = { removed, added, gone };

  for (guint i = 0; i < self->package->flows->len; i++)
    {
      const ScPackageFlow *record = g_ptr_array_index (self->package->flows, i);

      if (sc_solution_find_flow (self->after, record->flow->id, NULL) == NULL)
        g_ptr_array_add (removed, (gpointer) record);
    }
  sc_list_foreach (self->after->flows, const ScFlow *, flow)
    {
      if (sc_package_find_flow (self->package, flow->id) == NULL)
        g_ptr_array_add (added, (gpointer) flow);
    }
  return apply (self, &difference, error);
}
