/* sc-template-own.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-template-private.h"

#include "sc-collate.h"
#include "sc-definition.h"
#include "sc-file.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define MAX_BYTES (8 * 1024 * 1024)
/* Of a file's name without its ending: with that, every file system takes it. */
#define MAX_NAME 120

char *
sc_template_get_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "stagecraft", "templates", NULL);
}

GBytes *
sc_template_read_own (const char *path, GError **error)
{
  return sc_file_read (path, MAX_BYTES, error);
}

static ScTemplate *
make_template (const char *folder, const char *file)
{
  ScTemplate *self = sc_template_new ();
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *name = g_filename_display_name (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScSolution) solution = NULL;

  name[strlen (name) - strlen (SC_DEFINITION_SUFFIX)] = '\0';
  sc_set_string (self, name, name);
  sc_set_string (self, title, name);
  sc_set_string (self, path, path);
  solution = sc_template_read (self, &error);
  if (solution != NULL)
    {
      const ScFlow *flow = sc_list_at (solution->flows, 0);

      sc_set_string (self, title, sc_flow_get_label (flow, solution->language));
      sc_set_string (self, summary, flow->description);
      sc_template_describe (self, solution);
    }
  else
    sc_set_string (self, broken, error->message);
  return self;
}

static int
compare_titles (gconstpointer a, gconstpointer b)
{
  const ScTemplate *first = *(const ScTemplate *const *) a;
  const ScTemplate *second = *(const ScTemplate *const *) b;
  int order = sc_collate (first->title, second->title);

  return order != 0 ? order : g_strcmp0 (first->path, second->path);
}

GPtrArray *
sc_template_list_own (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *templates = sc_list_collect ();
  const char *file;

  while (dir != NULL && templates->len < SC_TEMPLATE_MAX_OWN
         && (file = g_dir_read_name (dir)) != NULL)
    if (*file != '.' && g_str_has_suffix (file, SC_DEFINITION_SUFFIX))
      g_ptr_array_add (templates, make_template (folder, file));
  g_ptr_array_sort (templates, compare_titles);
  return templates;
}

/* A name for a file, of any name: nothing that has a meaning in a path or cannot be seen. */
static char *
make_file_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  GString *file = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean plain
          = g_unichar_isprint (c) && (c >= 0x80 || strchr ("/\\:*?\"<>|", (int) c) == NULL);

      if (file->len + 6 > MAX_NAME)
        break;
      g_string_append_unichar (file, plain ? c : '-');
    }
  g_strstrip (file->str);
  file->len = strlen (file->str);
  if (*file->str == '\0' || *file->str == '.')
    g_string_prepend_c (file, '-');
  g_string_append (file, SC_DEFINITION_SUFFIX);
  return g_string_free (file, FALSE);
}

gboolean
sc_template_save (const ScSolution *made, const char *folder, GError **error)
{
  const ScFlow *flow = sc_list_at (made->flows, 0);
  g_autofree char *file = make_file_name (flow->name);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *shown = g_filename_display_name (folder);
  g_autoptr (GBytes) bytes = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
                   _ ("The folder “%s” cannot be made: %s. Check its permissions."), shown,
                   g_strerror (errno));
      return FALSE;
    }
  if (g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
                   _ ("There is a template “%s” already. Choose another name."), flow->name);
      return FALSE;
    }
  bytes = sc_definition_write (made);
  return sc_file_write (path, bytes, error);
}

gboolean
sc_template_delete (const ScTemplate *self, GError **error)
{
  g_autofree char *shown = NULL;

  g_return_val_if_fail (self->path != NULL, FALSE);
  if (g_unlink (self->path) == 0 || errno == ENOENT)
    return TRUE;
  shown = g_filename_display_name (self->path);
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
               _ ("“%s” cannot be deleted: %s. Check the permissions of its folder."), shown,
               g_strerror (errno));
  return FALSE;
}
