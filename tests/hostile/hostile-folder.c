/* hostile-folder.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hostile.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "package-files.h"

#define XAML     "Workflows/Straight-FFFFFFFF-0000-4000-8000-000000000001.xaml"
#define ROLE     "Roles/Flow user.xml"
#define MANIFEST "Other/Solution.xml"

/* A good solution without what row->file would be; returns the path of that. */
static char *
make_without (const char *folder, const char *name)
{
  char *path = g_build_filename (folder, name, NULL);

  files_make_solution (folder, "\n");
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    files_remove_folder (path);
  else
    g_remove (path);
  return path;
}

/* "name|target": a link instead of a file or folder. */
static void
make_link (const HostileRow *row, const char *folder)
{
  g_auto (GStrv) words = g_strsplit (row->text, "|", 2);
  g_autofree char *path = make_without (folder, words[0]);

  g_assert_cmpint (symlink (words[1], path), ==, 0);
}

static void
make_loop (const HostileRow *row, const char *folder)
{
  g_autofree char *path = make_without (folder, ROLE);
  g_autofree char *other = g_build_filename (folder, "Roles", "other", NULL);

  g_assert_cmpint (symlink ("other", path), ==, 0);
  g_assert_cmpint (symlink ("Flow user.xml", other), ==, 0);
}

/* Links to links, of which each doubles the way. */
static void
make_long_chain (const HostileRow *row, const char *folder)
{
  g_autofree char *path = make_without (folder, ROLE);
  g_autofree char *target = g_strdup ("Solution.xml");

  for (int i = 0; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("link%d", i);
      g_autofree char *link = g_build_filename (folder, "Other", name, NULL);

      g_assert_cmpint (symlink (target, link), ==, 0);
      g_free (target);
      target = g_steal_pointer (&name);
    }
  g_free (target);
  target = g_strdup ("../Other/link59");
  g_assert_cmpint (symlink (target, path), ==, 0);
}

static void
make_pipe (const HostileRow *row, const char *folder)
{
  g_autofree char *path = make_without (folder, row->text);

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
}

static void
make_socket (const HostileRow *row, const char *folder)
{
  g_autofree char *path = make_without (folder, row->text);
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);

  g_assert_cmpuint (strlen (path), <, sizeof address.sun_path);
  strcpy (address.sun_path, path);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  close (fd);
}

/* A folder where a file should be. */
static void
make_folder (const HostileRow *row, const char *folder)
{
  g_autofree char *path = make_without (folder, row->text);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

/* A file where a folder should be. */
static void
make_file (const HostileRow *row, const char *folder)
{
  g_free (make_without (folder, row->text));
  hostile_write (folder, row->text, "x", 1);
}

static void
make_sparse (const HostileRow *row, const char *folder)
{
  files_make_solution (folder, "\n");
  hostile_grow (folder, row->text, row->amount);
}

/* Many files of nothing that are each just small enough. */
static void
make_sparse_crowd (const HostileRow *row, const char *folder)
{
  files_make_solution (folder, "\n");
  for (gsize i = 0; i < row->amount; i++)
    {
      g_autofree char *name = g_strdup_printf ("Roles/%" G_GSIZE_FORMAT ".xml", i);

      hostile_write (folder, name, "<a/>", 4);
      hostile_grow (folder, name, 127 * 1024 * 1024);
    }
}

static void
make_crowd (const HostileRow *row, const char *folder)
{
  files_make_solution (folder, "\n");
  for (gsize i = 0; i < row->amount; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s%" G_GSIZE_FORMAT ".xml", row->text, i);

      hostile_write (folder, name, "<a/>", 4);
    }
}

/* As long as names may be, in folders as deep as paths may be. */
static void
make_long_names (const HostileRow *row, const char *folder)
{
  g_autofree char *name = g_strnfill (250, 'n');
  g_autofree char *file = g_strconcat (name, ".xml", NULL);
  int at;

  files_make_solution (folder, "\n");
  at = open (folder, O_RDONLY | O_DIRECTORY);
  for (int i = 0; i < 40; i++)
    {
      int next;

      g_assert_cmpint (mkdirat (at, i == 0 ? "Entities/n" : name, 0700), ==, 0);
      next = openat (at, i == 0 ? "Entities/n" : name, O_RDONLY | O_DIRECTORY);
      g_assert_cmpint (next, >=, 0);
      close (at);
      at = next;
    }
  close (at);
  {
    g_autofree char *role = g_strconcat ("Roles/", file + 1, NULL);

    hostile_write (folder, role, "{}", 2);
  }
}

static void
make_bad_name (const HostileRow *row, const char *folder)
{
  files_make_solution (folder, "\n");
  hostile_write (folder, row->text, "{}", 2);
}

/* On the systems where packages are made, both are one. */
static void
make_colliding (const HostileRow *row, const char *folder)
{
  files_make_solution (folder, "\n");
  hostile_write (folder, "Roles/FLOW USER.xml", "{}", 2);
  hostile_write (folder, "roles/Flow user.xml", "{}", 2);
  hostile_write (folder, "other/solution.xml", "{}", 2);
}

/* Roles whose names are put in order, all of accents that have an order of their own. */
static void
make_accents (const HostileRow *row, const char *folder)
{
  files_make_solution (folder, "\n");
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("Roles/accents%u.xml", i);
      GString *text = g_string_new (NULL);

      g_string_printf (text, "<Role id=\"{0000000%u-2222-4333-8444-555555555555}\" name=\"", i);
      for (gsize k = 0; k < 2 * row->amount; k++)
        g_string_append (text, k < row->amount ? "\xcc\x81" : "\xcc\x96");
      g_string_append (text, "\"><RolePrivileges/></Role>");
      hostile_write_string (folder, name, text);
    }
}

static void
make_gone (const HostileRow *row, const char *folder)
{
}

const HostileRow hostile_folder_rows[] = {
  { "file-link-out", DOOR_DOCUMENT, "", make_link, ROLE "|/etc/passwd", 0, "leads out" },
  { "file-link-up", DOOR_DOCUMENT, "", make_link, ROLE "|../../../../../../etc/passwd", 0,
    "leads out" },
  { "manifest-link-out", DOOR_DOCUMENT, "", make_link, MANIFEST "|/etc/passwd", 0, "leads out" },
  { "flow-link-out", DOOR_DOCUMENT, "", make_link, XAML "|/etc/passwd", 0, "leads out" },
  { "flow-data-link-out", DOOR_DOCUMENT, "", make_link, XAML ".data.xml|/etc/passwd", 0,
    "leads out" },
  { "device-link", DOOR_DOCUMENT, "", make_link, ROLE "|/dev/zero", 0, "leads out" },
  { "folder-link-out", DOOR_DOCUMENT, "", make_link, "Workflows|/etc", 0, "no business process" },
  { "process-link-out", DOOR_DOCUMENT, "", make_link, ROLE "|/proc/self/environ", 0, "leads out" },
  { "link-to-itself", DOOR_DOCUMENT, "", make_link, ROLE "|Flow user.xml", 0, "symbolic links" },
  { "link-to-nothing", DOOR_DOCUMENT, "", make_link, ROLE "|gone", 0, "There is no file" },
  { "link-to-the-folder-above", DOOR_DOCUMENT, "", make_link, "Entities/sc_Record|..", 0,
    "opened" },
  { "link-loop", DOOR_DOCUMENT, "", make_loop, NULL, 0, "symbolic links" },
  { "link-chain", DOOR_DOCUMENT, "", make_long_chain, NULL, 0, "symbolic links" },
  { "pipe", DOOR_DOCUMENT, "", make_pipe, ROLE, 0, "not a regular file" },
  { "pipe-as-manifest", DOOR_DOCUMENT, "", make_pipe, MANIFEST, 0, "not a regular file" },
  { "pipe-as-folder", DOOR_DOCUMENT, "", make_pipe, "Workflows", 0, "no business process" },
  { "pipe-as-definition", DOOR_DOCUMENT, "a.stagecraft", make_pipe, "a.stagecraft", 0,
    "not a regular file" },
  { "pipe-as-zip", DOOR_DOCUMENT, "a.zip", make_pipe, "a.zip", 0, "not a regular file" },
  { "pipe-as-xaml", DOOR_DOCUMENT, "a.xaml", make_pipe, "a.xaml", 0, "not a regular file" },
  { "pipe-as-metadata", DOOR_METADATA, "a.xml", make_pipe, "a.xml", 0, "not a regular file" },
  { "pipe-as-template", DOOR_TEMPLATES, "", make_pipe, "a.stagecraft", 0, "not a regular file" },
  { "device-as-definition", DOOR_DOCUMENT, "a.stagecraft", make_link, "a.stagecraft|/dev/zero", 0,
    "not a regular file" },
  { "device-as-zip", DOOR_DOCUMENT, "a.zip", make_link, "a.zip|/dev/zero", 0,
    "not a regular file" },
  { "device-as-settings", DOOR_DOCUMENT, "a.xaml", make_link,
    "a.xaml.stagecraft-settings|/dev/zero", 0, "no file" },
  { "socket", DOOR_DOCUMENT, "", make_socket, ROLE, 0, "not a regular file" },
  { "folder-as-role", DOOR_DOCUMENT, "", make_folder, ROLE, 0, "not a regular file" },
  { "folder-as-manifest", DOOR_DOCUMENT, "", make_folder, MANIFEST, 0, "not a regular file" },
  { "folder-as-flow", DOOR_DOCUMENT, "", make_folder, XAML, 0, "not a regular file" },
  { "file-as-folder", DOOR_DOCUMENT, "", make_file, "Roles", 0, "opened" },
  { "long-names", DOOR_DOCUMENT, "", make_long_names, NULL, 0, "nnnn.xml" },
  { "invalid-utf-8-in-name", DOOR_DOCUMENT, "", make_bad_name, "Roles/\xff\xc3.xml", 0, ".xml" },
  { "control-in-name", DOOR_DOCUMENT, "", make_bad_name, "Roles/a\n\x1b[2J\u202e.xml", 0, ".xml" },
  { "colliding-names", DOOR_DOCUMENT, "", make_colliding, NULL, 0, "FLOW USER.xml" },
  { "names-of-accents", DOOR_DOCUMENT, "", make_accents, NULL, 65 * 1000, "opened" },
  { "nothing", DOOR_DOCUMENT, "", make_gone, NULL, 0, "not an unpacked solution" },
  { "gone", DOOR_DOCUMENT, "gone/Other/Solution.xml", make_gone, NULL, 0, "no file" },
  { "nothing-to-import", DOOR_METADATA, "", make_gone, NULL, 0, "no Entity.xml" },
  { "1-gb-role", DOOR_DOCUMENT, "", make_sparse, ROLE, 1024 * 1024 * 1024, "128" },
  { "1-gb-flow", DOOR_DOCUMENT, "", make_sparse, XAML, 1024 * 1024 * 1024, "128" },
  { "1-gb-flow-alone", DOOR_DOCUMENT, XAML, make_sparse, XAML, 1024 * 1024 * 1024, "128" },
  { "1-gb-table-imported", DOOR_METADATA, "", make_sparse, "Entities/sc_Record/Entity.xml",
    1024 * 1024 * 1024, "128" },
  { "zeros-behind-the-end", DOOR_DOCUMENT, "", make_sparse, ROLE, 1000, "zero bytes" },
  { "crowd-of-zeros", DOOR_DOCUMENT, "", make_sparse_crowd, NULL, 12, "1024 MB", TRUE },
  { "5000-bad-roles", DOOR_DOCUMENT, "", make_crowd, "Roles/", 5000, "not a role" },
  { "110000-files", DOOR_DOCUMENT, "", make_crowd, "Roles/", 110 * 1000, "100000 files", TRUE },
  { NULL }
};
