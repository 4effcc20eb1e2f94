/* sc-package-prepare.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-customizations-xml.h"
#include "sc-extent.h"
#include "sc-file-name.h"
#include "sc-package-prepare.h"
#include "sc-shorten.h"
#include "sc-solution-xml.h"
#include "sc-workflow-xml.h"
#include "sc-xaml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static void
free_text (gpointer data)
{
  ScPreparedText *text = data;

  sc_splice_free (text->splice);
  sc_xml_unref (text->xml);
  g_free (text->name);
  g_free (text);
}

char *
sc_preparation_find (const ScPreparation *self, const char *name)
{
  int position;

  if (self->folder != NULL)
    return sc_folder_find (self->folder, name);
  position = self->zip != NULL ? sc_zip_find (self->zip, name) : -1;
  return position >= 0 ? g_strdup (sc_zip_get_name (self->zip, (guint) position)) : NULL;
}

GBytes *
sc_preparation_load (ScPreparation *self, const char *name, GError **error)
{
  GBytes *bytes = sc_package_get_file (self->package, name);
  int position;

  if (bytes != NULL)
    return g_bytes_ref (bytes);
  if (self->folder != NULL)
    return sc_folder_read (self->folder, name, error);
  position = sc_zip_find (self->zip, name);
  if (position >= 0)
    return sc_zip_read (self->zip, (guint) position, error);
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_READ, _ ("There is no file “%s”."), name);
  return NULL;
}

const char *
sc_preparation_get_line_end (const ScPreparation *self)
{
  const char *name = self->package->customizations_file != NULL ? self->package->customizations_file
                                                                : self->package->solution_file;
  GBytes *bytes = name != NULL ? sc_package_get_file (self->package, name) : NULL;

  return bytes != NULL ? sc_text_get_line_end (bytes) : "\n";
}

ScPreparedText *
sc_preparation_get_text (ScPreparation *self, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  ScXml *xml;
  ScPreparedText *text;

  for (guint i = 0; i < self->texts->len; i++)
    {
      text = g_ptr_array_index (self->texts, i);
      if (g_str_equal (text->name, name))
        return text;
    }
  bytes = sc_preparation_load (self, name, error);
  if (bytes == NULL)
    return NULL;
  xml = sc_xml_parse (bytes, name, error);
  if (xml == NULL)
    return NULL;
  text = g_new0 (ScPreparedText, 1);
  text->name = g_strdup (name);
  text->xml = xml;
  text->splice = sc_splice_new (bytes);
  g_ptr_array_add (self->texts, text);
  return text;
}

gboolean
sc_preparation_set_missing_error (const char *name, const char *element, GError **error)
{
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_MALFORMED,
               _ ("“%s” no longer has the %s that was read from it. Nothing was written."), name,
               element);
  return FALSE;
}

static void
free_change (gpointer data)
{
  ScPackageChange *change = data;

  g_free (change->name);
  g_clear_pointer (&change->before, g_bytes_unref);
  g_clear_pointer (&change->after, g_bytes_unref);
  g_free (change);
}

ScPackageChange *
sc_preparation_add_change (ScPreparation *self, const char *name, GBytes *before, GBytes *after)
{
  ScPackageChange *change;

  /* What goes away may come back: a flow can be deleted and another one get its name. */
  for (guint i = 0; before == NULL && i < self->changes->len; i++)
    {
      change = g_ptr_array_index (self->changes, i);
      if (change->after == NULL && g_str_equal (change->name, name))
        {
          change->after = after;
          return change;
        }
    }
  if (before != NULL && after != NULL && g_bytes_equal (before, after))
    {
      g_bytes_unref (after);
      return NULL;
    }
  change = g_new0 (ScPackageChange, 1);
  change->name = g_strdup (name);
  change->before = before != NULL ? g_bytes_ref (before) : NULL;
  change->after = after;
  g_ptr_array_add (self->changes, change);
  return change;
}

GBytes *
sc_package_format_xaml (const ScFlow *flow, GBytes *present)
{
  g_autoptr (GBytes) plain = sc_xaml_write (flow);
  const char *line_end = sc_text_get_line_end (present);
  g_autoptr (GBytes) converted = sc_text_convert_line_ends (plain, line_end);
  gsize size, present_size;
  const char *data = g_bytes_get_data (converted, &size);
  const char *present_data = g_bytes_get_data (present, &present_size);
  GString *text = g_string_sized_new (size + 8);

  if (present_size >= 3 && memcmp (present_data, BYTE_ORDER_MARK, 3) == 0)
    g_string_append (text, BYTE_ORDER_MARK);
  sc_extent_append (text, data, size);
  if (present_size > 0 && present_data[present_size - 1] == '\n')
    g_string_append (text, line_end);
  return g_string_free_to_bytes (text);
}

gboolean
sc_package_writes_same_xaml (const ScFlow *before, const ScFlow *after)
{
  g_autoptr (GBytes) old_text = sc_xaml_write (before);
  g_autoptr (GBytes) new_text = sc_xaml_write (after);

  return g_bytes_equal (old_text, new_text);
}

static gboolean
prepare_element (ScPreparation *self,
                 const ScPackageFlow *record,
                 const ScFlow *after,
                 GError **error)
{
  ScPreparedText *text = sc_preparation_get_text (self, record->data, error);
  const ScXmlNode *workflow;

  if (text == NULL)
    return FALSE;
  workflow = sc_customizations_xml_find_flow (sc_xml_get_root (text->xml), record->xaml);
  if (workflow == NULL)
    return sc_preparation_set_missing_error (record->data, "Workflow", error);
  sc_workflow_xml_update (text->splice, sc_xml_get_bytes (text->xml), workflow, self->after,
                          record->flow, after);
  return TRUE;
}

static gboolean
prepare_flow (ScPreparation *self, const ScPackageFlow *record, const ScFlow *after, GError **error)
{
  GBytes *xaml = sc_package_get_file (self->package, record->xaml);
  gboolean changed = !sc_flow_equal (record->flow, after);

  if (self->rewrite || (changed && !sc_package_writes_same_xaml (record->flow, after)))
    sc_preparation_add_change (self, record->xaml, xaml, sc_package_format_xaml (after, xaml));
  if (!changed || record->data == NULL)
    return TRUE;
  return prepare_element (self, record, after, error)
         && sc_preparation_add_lookups (self, record->flow, after, error)
         && sc_preparation_update_forms (self, record->flow, after, error);
}

static gboolean
prepare_flows (ScPreparation *self, GError **error)
{
  for (guint i = 0; i < self->package->flows->len; i++)
    {
      const ScPackageFlow *record = g_ptr_array_index (self->package->flows, i);
      const ScFlow *after = sc_solution_find_flow (self->after, record->flow->id, NULL);

      if (after != NULL && (after != record->flow || self->rewrite)
          && !prepare_flow (self, record, after, error))
        return FALSE;
    }
  return TRUE;
}

/* Takes over after, or NULL when the file goes. Whatever a change has made of somebody else's text
 * is read once more: what cannot be opened again is not written over what can. */
static gboolean
add_text_change (
    ScPreparation *self, const char *name, GBytes *before, GBytes *after, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (ScXml) xml
      = after != NULL && after != before ? sc_xml_parse (after, name, &reason) : NULL;

  if (reason != NULL)
    {
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
                   /* Translators: the second %s is a sentence. */
                   _ ("“%s” could not be opened again once it was saved: %s Nothing was written. "
                      "Save as a .stagecraft file to keep the changes."),
                   name, reason->message);
      g_bytes_unref (after);
      return FALSE;
    }
  sc_preparation_add_change (self, name, before, after);
  return TRUE;
}

static gboolean
finish_texts (ScPreparation *self, GError **error)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      const ScPreparedText *text = g_ptr_array_index (self->texts, i);

      if (!add_text_change (self, text->name, sc_xml_get_bytes (text->xml),
                            text->gone ? NULL : sc_splice_apply (text->splice), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
prepare_manifest (ScPreparation *self, GError **error)
{
  const char *name = self->package->solution_file;
  GBytes *bytes, *updated;

  if (name == NULL)
    return TRUE;
  bytes = sc_package_get_file (self->package, name);
  updated = sc_solution_xml_update (bytes, name, self->package->solution, self->after, error);
  return updated != NULL && add_text_change (self, name, bytes, updated, error);
}

/* Names of tables are part of the paths of new files. */
static gboolean
check_new_files (const ScPreparation *self, GError **error)
{
  for (guint i = 0; self->folder != NULL && i < self->changes->len; i++)
    {
      const ScPackageChange *change = g_ptr_array_index (self->changes, i);
      g_autofree char *shown = NULL;

      if (change->before != NULL || sc_file_name_is_plain_path (change->name))
        continue;
      shown = sc_shorten (change->name, SC_MAX_QUOTED);
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSAFE,
                   _ ("“%s” is no name for a file of a package. Nothing was written."), shown);
      return FALSE;
    }
  return TRUE;
}

static ScFolder *
open_folder (const char *path, GError **error)
{
  g_autoptr (GError) reason = NULL;
  ScFolder *folder = sc_folder_open (path, &reason);

  if (folder == NULL)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
                 /* Translators: %s is a sentence. */
                 _ ("%s Nothing was written. Save elsewhere."), reason->message);
  return folder;
}

static gboolean
prepare_package (ScPreparation *self, GError **error)
{
  const ScPackage *package = self->package;

  if (package->kind == SC_PACKAGE_XAML)
    return prepare_flows (self, error);
  if (package->kind == SC_PACKAGE_FOLDER)
    self->folder = open_folder (package->root, error);
  else
    self->zip = sc_zip_open_bytes (package->archive, package->path, error);
  return (self->folder != NULL || self->zip != NULL) && prepare_flows (self, error)
         && sc_preparation_change_flows (self, error) && sc_preparation_change_roles (self, error)
         && prepare_manifest (self, error);
}

static void
free_relationship (gpointer data)
{
  ScPreparedRelationship *relationship = data;

  g_free (relationship->name);
  g_free (relationship->referenced);
  g_free (relationship->element);
  g_free (relationship);
}

GPtrArray *
sc_package_prepare (const ScPackage *self,
                    const ScSolution *solution,
                    gboolean rewrite,
                    GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (free_change);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (free_text);
  g_autoptr (GPtrArray) relationships = g_ptr_array_new_with_free_func (free_relationship);
  ScPreparation preparation
      = { self, solution, rewrite, NULL, NULL, texts, changes, relationships };
  gboolean ok = prepare_package (&preparation, error) && finish_texts (&preparation, error)
                && check_new_files (&preparation, error);

  g_clear_pointer (&preparation.folder, sc_folder_free);
  g_clear_pointer (&preparation.zip, sc_zip_close);
  return ok ? g_steal_pointer (&changes) : NULL;
}
