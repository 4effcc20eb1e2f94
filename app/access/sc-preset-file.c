/* sc-preset-file.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-preset.h"

#include "sc-collate.h"
#include "sc-edit.h"
#include "sc-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* The file has a group for each preset, called by a random id, because names of groups may not have
 * everything in them that a name may: Name=…, Privileges=create;read;… */
#define KEY_NAME       "Name"
#define KEY_PRIVILEGES "Privileges"

#define MAX_BYTES (1024 * 1024)

static const char *const nicks[SC_N_ACCESS] = {
  [SC_ACCESS_CREATE] = "create", [SC_ACCESS_READ] = "read",     [SC_ACCESS_WRITE] = "write",
  [SC_ACCESS_DELETE] = "delete", [SC_ACCESS_APPEND] = "append", [SC_ACCESS_APPEND_TO] = "append-to",
};

char *
sc_preset_get_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "stagecraft", "presets.ini", NULL);
}

/* An empty one where there is no file. */
static GKeyFile *
load (const char *path, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) problem = NULL;
  g_autofree char *shown = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&file);
  bytes = sc_file_read (path, MAX_BYTES, error);
  if (bytes == NULL)
    return NULL;
  if (g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_KEEP_COMMENTS, &problem))
    return g_steal_pointer (&file);
  shown = g_filename_display_name (path);
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_MALFORMED,
               _ ("The presets in “%s” cannot be read: %s Repair the file, or move it away."),
               shown, problem->message);
  return NULL;
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
               _ ("The folder “%s” cannot be made: %s. Check its permissions."), shown,
               g_strerror (errno));
  return FALSE;
}

static gboolean
store (GKeyFile *file, const char *path, GError **error)
{
  gsize length;
  char *text = g_key_file_to_data (file, &length, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, length);

  return make_folder (path, error) && sc_file_write (path, bytes, error);
}

static guint
read_accesses (GKeyFile *file, const char *group)
{
  g_auto (GStrv) words = g_key_file_get_string_list (file, group, KEY_PRIVILEGES, NULL, NULL);
  guint accesses = 0;

  for (ScAccess access = 0; words != NULL && access < SC_N_ACCESS; access++)
    if (g_strv_contains ((const char *const *) words, nicks[access]))
      accesses |= 1u << access;
  return accesses;
}

static ScPreset *
make_preset (const char *name, guint accesses, gboolean own)
{
  ScPreset *preset = sc_preset_new ();

  sc_set_string (preset, name, name);
  preset->accesses = accesses;
  preset->own = own;
  return preset;
}

static void
add_standard (GPtrArray *presets)
{
  for (ScAccessPreset i = 0; i < SC_N_PRESETS; i++)
    g_ptr_array_add (presets, make_preset (sc_access_preset_get_title (i),
                                           sc_access_preset_get_accesses (i), FALSE));
}

/* NULL for a group that is not understood. */
static char *
read_name (GKeyFile *file, const char *group)
{
  g_autofree char *name = g_key_file_get_string (file, group, KEY_NAME, NULL);

  return name != NULL && *name != '\0' && g_key_file_has_key (file, group, KEY_PRIVILEGES, NULL)
             ? g_steal_pointer (&name)
             : NULL;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const ScPreset *p = *(const ScPreset *const *) a, *q = *(const ScPreset *const *) b;

  return sc_collate (p->name, q->name);
}

ScList *
sc_preset_list (const char *path, GError **error)
{
  g_autoptr (GKeyFile) file = load (path, error);
  g_auto (GStrv) groups = file != NULL ? g_key_file_get_groups (file, NULL) : NULL;
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  GPtrArray *presets = sc_list_collect ();

  add_standard (presets);
  for (guint i = 0; groups != NULL && groups[i] != NULL; i++)
    {
      g_autofree char *name = read_name (file, groups[i]);

      if (name != NULL)
        g_ptr_array_add (own, make_preset (name, read_accesses (file, groups[i]), TRUE));
    }
  g_ptr_array_sort (own, compare_names);
  g_ptr_array_extend_and_steal (presets, g_steal_pointer (&own));
  return sc_list_new_take (presets);
}

/* The group with the preset of that name; NULL: there is none. Free with g_free(). */
static char *
find_group (GKeyFile *file, const char *wanted)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);
  g_autoptr (GPtrArray) presets = sc_list_collect ();

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *name = read_name (file, groups[i]);
      g_autoptr (ScPreset) preset = name != NULL ? make_preset (name, 0, TRUE) : NULL;
      g_autoptr (ScList) list = preset != NULL ? sc_list_append (NULL, preset) : NULL;

      if (sc_preset_find (list, wanted) != NULL)
        return g_strdup (groups[i]);
    }
  return NULL;
}

static gboolean
check_name (const char *name, GError **error)
{
  GPtrArray *standard = sc_list_collect ();
  g_autoptr (ScList) list = NULL;
  gboolean taken;

  add_standard (standard);
  list = sc_list_new_take (standard);
  if (name == NULL || *name == '\0' || !g_utf8_validate (name, -1, NULL))
    {
      g_set_error_literal (error, SC_EDIT_ERROR, SC_EDIT_ERROR_INVALID,
                           _ ("A preset needs a name."));
      return FALSE;
    }
  taken = sc_preset_find (list, name) != NULL;
  if (taken)
    g_set_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_INVALID,
                 _ ("There is a preset “%s” already that stays as it is. Choose another name."),
                 name);
  return !taken;
}

gboolean
sc_preset_save (const char *path, const char *name, guint accesses, GError **error)
{
  g_autoptr (GKeyFile) file = NULL;
  g_autofree char *group = NULL;
  const char *words[SC_N_ACCESS];
  gsize n = 0;

  if (!check_name (name, error))
    return FALSE;
  file = load (path, error);
  if (file == NULL)
    return FALSE;
  for (ScAccess access = 0; access < SC_N_ACCESS; access++)
    if (accesses & 1u << access)
      words[n++] = nicks[access];
  group = find_group (file, name);
  if (group == NULL)
    group = g_uuid_string_random ();
  g_key_file_set_string (file, group, KEY_NAME, name);
  g_key_file_set_string_list (file, group, KEY_PRIVILEGES, words, n);
  return store (file, path, error);
}

gboolean
sc_preset_delete (const char *path, const char *name, GError **error)
{
  g_autoptr (GKeyFile) file = load (path, error);
  g_autofree char *group = file != NULL ? find_group (file, name) : NULL;

  if (file == NULL)
    return FALSE;
  if (group == NULL)
    return TRUE;
  g_key_file_remove_group (file, group, NULL);
  return store (file, path, error);
}
