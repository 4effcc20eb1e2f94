/* sc-file-call.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "sc-file-call.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

int
sc_file_open_in (int folder, const char *path, int flags, mode_t mode)
{
  int fd;

  do
    fd = openat (folder, path, flags | O_CLOEXEC, mode);
  while (fd < 0 && errno == EINTR);
  return fd;
}

int
sc_file_open (const char *path, int flags, mode_t mode)
{
  return sc_file_open_in (AT_FDCWD, path, flags, mode);
}

gboolean
sc_file_write_run (int fd, const char *data, gsize size)
{
  while (size > 0)
    {
      gssize n = TEMP_FAILURE_RETRY (write (fd, data, size));

      if (n < 0)
        return FALSE;
      data += n;
      size -= (gsize) n;
    }
  return TRUE;
}
