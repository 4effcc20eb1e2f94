/* sc-file-error.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-file-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (sc - file - error - quark, sc_file_error)

void
sc_file_set_read_error (GError **error, const char *path, int code)
{
  g_autofree char *name = g_filename_display_name (path);

  if (code == ENOENT || code == ENOTDIR)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_READ,
                 _ ("There is no file “%s”. Check the name, and whether it was moved."), name);
  else if (code == EACCES || code == EPERM)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_READ,
                 _ ("You do not have the permission to read “%s”. Ask whoever owns it."), name);
  else if (code == EIO)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_READ,
                 _ ("“%s” cannot be read: the disk or the network failed. Check it and try again, "
                    "or open a copy."),
                 name);
  else if (code == EMFILE || code == ENFILE || code == ENOMEM)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_READ,
                 _ ("“%s” cannot be read: %s. Close something and try again."), name,
                 g_strerror (code));
  else
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_READ,
                 _ ("“%s” cannot be read: %s. Try again, or open a copy from elsewhere."), name,
                 g_strerror (code));
}

void
sc_file_set_size_error (GError **error, const char *path, gsize max_bytes)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *limit = g_format_size_full (max_bytes, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_TOO_LARGE,
               _ ("“%s” is larger than %s, the most that Stagecraft reads. Check that it is the "
                  "right file."),
               name, limit);
}
