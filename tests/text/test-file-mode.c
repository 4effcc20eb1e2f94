/* test-file-mode.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A file that takes the place of another one lets nobody do more than that did. */

#include "sc-file-mode.h"
#include "sc-file.h"

#include <glib/gstdio.h>
#include <grp.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOBODY 65534

static void
test_mode (void)
{
  static const struct
  {
    mode_t old;
    gboolean owner_kept;
    gboolean group_kept;
    mode_t expected;
  } rows[] = {
    { 0644, TRUE, TRUE, 0644 },   { 0100664, TRUE, TRUE, 0664 }, { 07777, TRUE, TRUE, 07777 },
    { 0664, FALSE, TRUE, 0664 },  { 06775, FALSE, TRUE, 0775 },  { 01664, FALSE, TRUE, 01664 },
    { 0664, TRUE, FALSE, 0644 },  { 0660, TRUE, FALSE, 0600 },   { 0640, TRUE, FALSE, 0600 },
    { 0644, TRUE, FALSE, 0644 },  { 0666, TRUE, FALSE, 0666 },   { 06775, TRUE, FALSE, 0755 },
    { 0660, FALSE, FALSE, 0600 }, { 02770, FALSE, FALSE, 0700 }, { 0604, TRUE, FALSE, 0600 },
    { 0646, TRUE, FALSE, 0644 },  { 0400, FALSE, FALSE, 0400 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmphex (sc_file_choose_mode (rows[i].old, rows[i].owner_kept, rows[i].group_kept), ==,
                     rows[i].expected);
}

/* Whatever the old permissions: nobody who was among all others, or is now, gets more. */
static void
test_never_wider (void)
{
  for (mode_t old = 0; old <= 07777; old++)
    {
      const mode_t mode = sc_file_choose_mode (old, FALSE, FALSE);
      const mode_t group = (mode >> 3) & 7, other = mode & 7;

      g_assert_cmphex (mode & ~old & 07700, ==, 0);
      g_assert_cmphex (mode & 06000, ==, 0);
      g_assert_cmphex ((group | other) & ~(old & 7), ==, 0);
      g_assert_cmphex ((group | other) & ~((old >> 3) & 7), ==, 0);
    }
}

/* An access control list: version 2; the owner rw, the group, a named user r, the mask rw, others.
 */
#define ACL(group, other)                                                                      \
  {                                                                                            \
    2, 0, 0, 0, 1, 0, 6, 0, 255, 255, 255, 255, 2, 0, 4, 0, 7, 0, 0, 0, 4, 0, (group), 0, 255, \
        255, 255, 255, 16, 0, 6, 0, 255, 255, 255, 255, 32, 0, (other), 0, 255, 255, 255, 255  \
  }

static void
test_acl (void)
{
  static const struct
  {
    guint8 old[44];
    guint8 expected[44];
  } rows[] = {
    { ACL (6, 4), ACL (4, 4) }, { ACL (6, 0), ACL (0, 0) }, { ACL (4, 6), ACL (4, 4) },
    { ACL (4, 4), ACL (4, 4) }, { ACL (0, 4), ACL (0, 0) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint8 acl[44];

      memcpy (acl, rows[i].old, sizeof acl);
      g_assert_true (sc_file_narrow_acl (acl, sizeof acl));
      g_assert_cmpmem (acl, sizeof acl, rows[i].expected, sizeof acl);
    }
}

static void
test_no_acl (void)
{
  guint8 acl[44] = ACL (6, 4);

  for (gsize size = 0; size < sizeof acl; size++)
    {
      g_autofree guint8 *cut = g_memdup2 (acl, size);

      g_assert_false (sc_file_narrow_acl (cut, size));
    }
  acl[0] = 3;
  g_assert_false (sc_file_narrow_acl (acl, sizeof acl));
}

/* As somebody who is not in the group of the file. */
static void
write_as_nobody (const char *path)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;
  const gid_t none = NOBODY;
  struct stat info;

  g_assert_cmpint (setgroups (1, &none), ==, 0);
  g_assert_cmpint (setgid (NOBODY), ==, 0);
  g_assert_cmpint (setuid (NOBODY), ==, 0);
  g_assert_true (sc_file_write (path, bytes, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_gid, ==, NOBODY);
  g_assert_cmphex (info.st_mode & 07777, ==, 0600);
}

static void
test_other_group (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  if (geteuid () != 0)
    {
      g_test_skip ("Only root can become somebody else");
      return;
    }
  if (g_test_subprocess ())
    {
      write_as_nobody (g_getenv ("STAGECRAFT_OTHER_GROUP"));
      return;
    }
  folder = g_dir_make_tmp ("stagecraft-file-mode-XXXXXX", NULL);
  path = g_build_filename (folder, "flow.xaml", NULL);
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_cmpint (chown (path, NOBODY, 0), ==, 0);
  g_assert_cmpint (chown (folder, NOBODY, 0), ==, 0);
  g_assert_cmpint (g_chmod (path, 02660), ==, 0);
  g_setenv ("STAGECRAFT_OTHER_GROUP", path, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  g_unsetenv ("STAGECRAFT_OTHER_GROUP");
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-mode/mode", test_mode);
  g_test_add_func ("/file-mode/never-wider", test_never_wider);
  g_test_add_func ("/file-mode/acl", test_acl);
  g_test_add_func ("/file-mode/no-acl", test_no_acl);
  g_test_add_func ("/file-mode/other-group", test_other_group);
  return g_test_run ();
}
