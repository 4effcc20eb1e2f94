/* test-file-error.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whatever keeps a file from being read or written: the sentence names it and what can be done. */

#include "sc-file-private.h"

#include <errno.h>
#include <string.h>

static void
assert_says (GError *error, int code, const char *advice)
{
  g_autoptr (GError) owned = error;

  g_assert_error (owned, SC_FILE_ERROR, code);
  g_assert_nonnull (strstr (owned->message, "“/a/flow.xaml”"));
  if (strstr (owned->message, advice) == NULL)
    g_error ("no “%s” in: %s", advice, owned->message);
}

static void
test_write (void)
{
  static const struct
  {
    int code;
    const char *advice;
  } rows[] = {
    { ENOSPC, "free some space" },
    { EDQUOT, "free some space" },
    { EROFS, "Save elsewhere" },
    { EACCES, "ask whoever owns it" },
    { EPERM, "ask whoever owns it" },
    { ENOENT, "Save elsewhere" },
    { EBUSY, "try again in a moment" },
    { EAGAIN, "try again in a moment" },
    { ETXTBSY, "try again in a moment" },
    { ENAMETOOLONG, "Save under a shorter one" },
    { EFBIG, "save elsewhere" },
    { EIO, "try again, or save elsewhere" },
    { ELOOP, "try again, or save elsewhere" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GError *error = NULL;

      sc_file_set_write_error (&error, "/a/flow.xaml", rows[i].code);
      assert_says (error, SC_FILE_ERROR_WRITE, rows[i].advice);
    }
}

static void
test_read (void)
{
  static const struct
  {
    int code;
    const char *advice;
  } rows[] = {
    { ENOENT, "Check the name" },         { ENOTDIR, "Check the name" },
    { EACCES, "Ask whoever owns it" },    { EPERM, "Ask whoever owns it" },
    { EIO, "try again, or open a copy" }, { EMFILE, "Close something" },
    { ENOMEM, "Close something" },        { ELOOP, "Try again, or open a copy" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GError *error = NULL;

      sc_file_set_read_error (&error, "/a/flow.xaml", rows[i].code);
      assert_says (error, SC_FILE_ERROR_READ, rows[i].advice);
    }
}

static void
test_size (void)
{
  GError *error = NULL;

  sc_file_set_size_error (&error, "/a/flow.xaml", 32 * 1024 * 1024);
  assert_says (error, SC_FILE_ERROR_TOO_LARGE, "Check that it is the right file");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-error/write", test_write);
  g_test_add_func ("/file-error/read", test_read);
  g_test_add_func ("/file-error/size", test_size);
  return g_test_run ();
}
