/* sc-package-prepare.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-customizations-xml.h"
#include "sc-package-private.h"
#include "sc-role-xml.h"
#include "sc-solution-xml.h"
#include "sc-workflow-xml.h"
#include "sc-xaml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* A file, or an entry of a zip, whose elements are being edited. */
typedef struct
{
  char *name;
  ScXml *xml;
  ScSplice *splice;
} Text;

typedef struct
{
  const ScPackage *package;
  const ScSolution *after;
  gboolean rewrite;
  GPtrArray *texts; /* of Text */
  GPtrArray *changes;
} Preparation;

static void
free_text (gpointer data)
{
  Text *text = data;

  sc_splice_free (text->splice);
  sc_xml_unref (text->xml);
  g_free (text->name);
  g_free (text);
}

/* Parses it the first time. */
static Text *
get_text (Preparation *self, const char *name, GError **error)
{
  GBytes *bytes = sc_package_get_file (self->package, name);
  ScXml *xml;
  Text *text;

  for (guint i = 0; i < self->texts->len; i++)
    {
      text = g_ptr_array_index (self->texts, i);
      if (g_str_equal (text->name, name))
        return text;
    }
  xml = sc_xml_parse (bytes, name, error);
  if (xml == NULL)
    return NULL;
  text = g_new (Text, 1);
  text->name = g_strdup (name);
  text->xml = xml;
  text->splice = sc_splice_new (bytes);
  g_ptr_array_add (self->texts, text);
  return text;
}

static gboolean
set_missing_error (const char *name, const char *element, GError **error)
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

/* Takes over after. NULL for a file that would come out as it is: it is left alone. */
static ScPackageChange *
add_change (Preparation *self, const char *name, GBytes *before, GBytes *after)
{
  ScPackageChange *change;

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
  g_string_append_len (text, data, size);
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
prepare_element (Preparation *self,
                 const ScPackageFlow *record,
                 const ScFlow *after,
                 GError **error)
{
  Text *text = get_text (self, record->data, error);
  const ScXmlNode *workflow;

  if (text == NULL)
    return FALSE;
  workflow = sc_customizations_xml_find_flow (sc_xml_get_root (text->xml), record->xaml);
  if (workflow == NULL)
    return set_missing_error (record->data, "Workflow", error);
  sc_workflow_xml_update (text->splice, sc_xml_get_bytes (text->xml), workflow, self->after,
                          record->flow, after);
  return TRUE;
}

static gboolean
prepare_flow (Preparation *self, const ScPackageFlow *record, const ScFlow *after, GError **error)
{
  GBytes *xaml = sc_package_get_file (self->package, record->xaml);
  gboolean changed = !sc_flow_equal (record->flow, after);

  if (self->rewrite || (changed && !sc_package_writes_same_xaml (record->flow, after)))
    add_change (self, record->xaml, xaml, sc_package_format_xaml (after, xaml));
  return !changed || record->data == NULL || prepare_element (self, record, after, error);
}

static gboolean
prepare_flows (Preparation *self, GError **error)
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

static gboolean
is_file_name_character (char c)
{
  return (guchar) c >= 0x20 && strchr ("<>:\"/\\|?*", c) == NULL;
}

/* A change may have the name too: two new roles can be called the same. */
static gboolean
is_taken (const Preparation *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->package->root, name, NULL);

  for (guint i = 0; i < self->changes->len; i++)
    {
      const ScPackageChange *change = g_ptr_array_index (self->changes, i);

      if (g_ascii_strcasecmp (change->name, name) == 0)
        return TRUE;
    }
  return g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_SYMLINK);
}

static char *
choose_role_file (const Preparation *self, const ScRole *role)
{
  g_autoptr (GString) stem = g_string_new (NULL);
  char *name;

  for (const char *p = role->name != NULL ? role->name : ""; *p != '\0'; p++)
    {
      if (is_file_name_character (*p))
        g_string_append_c (stem, *p);
    }
  g_strstrip (stem->str);
  if (stem->str[0] == '\0' || stem->str[0] == '.' || strlen (stem->str) > 120)
    g_string_assign (stem, role->id);
  name = g_strdup_printf ("Roles/%s.xml", stem->str);
  for (int i = 2; is_taken (self, name); i++)
    {
      g_free (name);
      name = g_strdup_printf ("Roles/%s-%d.xml", stem->str, i);
    }
  return name;
}

static gboolean
prepare_role (Preparation *self, const ScPackageRole *record, const ScRole *after, GError **error)
{
  Text *text;
  const ScXmlNode *node;

  if (record->role == after || sc_role_equal (record->role, after))
    return TRUE;
  text = get_text (self, record->file, error);
  if (text == NULL)
    return FALSE;
  node = sc_customizations_xml_find_role (sc_xml_get_root (text->xml), after->id);
  if (node == NULL)
    return set_missing_error (record->file, "Role", error);
  sc_role_xml_update (text->splice, sc_xml_get_bytes (text->xml), node, record->role, after);
  return TRUE;
}

/* In a folder every role is a file. */
static void
change_role_files (Preparation *self, GPtrArray *removed, GPtrArray *added)
{
  const char *solution_file = self->package->solution_file;
  const char *line_end = "\n";

  if (solution_file != NULL)
    line_end = sc_text_get_line_end (sc_package_get_file (self->package, solution_file));
  for (guint i = 0; i < added->len; i++)
    {
      const ScRole *role = g_ptr_array_index (added, i);
      g_autofree char *name = choose_role_file (self, role);

      add_change (self, name, NULL, sc_role_xml_write (role, line_end))->new_role = role;
    }
  for (guint i = 0; i < removed->len; i++)
    {
      const ScRole *role = g_ptr_array_index (removed, i);
      const char *file = sc_package_find_role (self->package, role->id)->file;

      add_change (self, file, sc_package_get_file (self->package, file), NULL);
    }
}

/* Roles that come and go: a file each, or elements of one list. */
static gboolean
change_roles (Preparation *self, GPtrArray *removed, GPtrArray *added, GError **error)
{
  const char *name = self->package->customizations_file;
  Text *text;

  if (removed->len + added->len == 0)
    return TRUE;
  if (name == NULL)
    {
      change_role_files (self, removed, added);
      return TRUE;
    }
  text = get_text (self, name, error);
  if (text == NULL)
    return FALSE;
  sc_customizations_xml_change_roles (text->splice, sc_xml_get_bytes (text->xml),
                                      sc_xml_get_root (text->xml), removed, added);
  return TRUE;
}

static gboolean
prepare_roles (Preparation *self, GError **error)
{
  g_autoptr (GPtrArray) removed = g_ptr_array_new ();
  g_autoptr (GPtrArray) added = g_ptr_array_new ();

  sc_list_foreach (self->after->roles, const ScRole *, role)
    {
      const ScPackageRole *record = sc_package_find_role (self->package, role->id);

      if (record == NULL)
        g_ptr_array_add (added, (gpointer) role);
      else if (!prepare_role (self, record, role, error))
        return FALSE;
    }
  for (guint i = 0; i < self->package->roles->len; i++)
    {
      const ScPackageRole *record = g_ptr_array_index (self->package->roles, i);

      if (sc_solution_find_role (self->after, record->role->id, NULL) == NULL)
        g_ptr_array_add (removed, (gpointer) record->role);
    }
  return change_roles (self, removed, added, error);
}

static void
finish_texts (Preparation *self)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      const Text *text = g_ptr_array_index (self->texts, i);

      add_change (self, text->name, sc_xml_get_bytes (text->xml), sc_splice_apply (text->splice));
    }
}

static gboolean
prepare_manifest (Preparation *self, GError **error)
{
  const char *name = self->package->solution_file;
  GBytes *bytes, *updated;

  if (name == NULL)
    return TRUE;
  bytes = sc_package_get_file (self->package, name);
  updated = sc_solution_xml_update (bytes, name, self->package->solution, self->after, error);
  if (updated == NULL)
    return FALSE;
  add_change (self, name, bytes, updated);
  return TRUE;
}

GPtrArray *
sc_package_prepare (const ScPackage *self,
                    const ScSolution *solution,
                    gboolean rewrite,
                    GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (free_change);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (free_text);
  Preparation preparation = { self, solution, rewrite, texts, changes };

  if (!prepare_flows (&preparation, error))
    return NULL;
  if (self->kind != SC_PACKAGE_XAML
      && (!prepare_roles (&preparation, error) || !prepare_manifest (&preparation, error)))
    return NULL;
  finish_texts (&preparation);
  return g_steal_pointer (&changes);
}
