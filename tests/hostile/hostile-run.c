/* hostile-run.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hostile.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "package-files.h"
#include "../sanitizers/sanitized.h"

/* What opening may take. The sanitizers take several times as much of both, and reserve more
 * addresses than any limit leaves. */
#if SC_ADDRESS_SANITIZER || SC_THREAD_SANITIZER
#define TIMES            10
#define LIMITS_ADDRESSES FALSE
#else
#define TIMES            1
#define LIMITS_ADDRESSES TRUE
#endif
#define MAX_SECONDS   (4 * TIMES)
#define MAX_MEGABYTES (500 * TIMES)
/* In the soak, where files are as large as they may be. */
#define SOAK_SECONDS   (40 * TIMES)
#define SOAK_MEGABYTES (2500 * TIMES)

/* Nobody reads more than that of a message. */
#define MAX_MESSAGE 2000

void
hostile_write (const char *folder, const char *name, const void *bytes, gsize size)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  FILE *file;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  file = fopen (path, "wb");
  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (bytes, 1, size, file), ==, size);
  g_assert_cmpint (fclose (file), ==, 0);
}

void
hostile_write_string (const char *folder, const char *name, GString *text)
{
  hostile_write (folder, name, text->str, text->len);
  g_string_free (text, TRUE);
}

void
hostile_grow (const char *folder, const char *name, guint64 size)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (truncate (path, info.st_size + (off_t) size), ==, 0);
}

void
hostile_append_repeated (GString *text, const char *pattern, gsize amount)
{
  g_auto (GStrv) parts = g_strsplit (pattern, "|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) pieces = g_strsplit (parts[i], "%u", -1);

      if (i % 2 == 0)
        g_string_append (text, parts[i]);
      for (gsize n = 0; i % 2 == 1 && n < amount; n++)
        for (guint j = 0; pieces[j] != NULL; j++)
          {
            if (j > 0)
              g_string_append_printf (text, "%" G_GSIZE_FORMAT, n);
            g_string_append (text, pieces[j]);
          }
    }
}

/* A runaway ends, and not the machine. */
static void
limit (int resource, guint64 amount)
{
  struct rlimit limit = { amount, amount };

  g_assert_cmpint (setrlimit (resource, &limit), ==, 0);
}

static void
limit_all (const HostileRow *row)
{
  const guint64 seconds = row->soak ? SOAK_SECONDS : MAX_SECONDS;
  const guint64 megabytes = row->soak ? SOAK_MEGABYTES : MAX_MEGABYTES;

  limit (RLIMIT_CPU, seconds * 2);
  limit (RLIMIT_CORE, 0);
  if (LIMITS_ADDRESSES)
    limit (RLIMIT_AS, (megabytes + 500) * 1024 * 1024);
  alarm ((guint) seconds * 10);
}

static void
write_all (int fd, const char *text)
{
  for (gsize left = strlen (text); left > 0;)
    {
      gssize n = write (fd, text, left);

      if (n < 0 && errno != EINTR)
        _exit (3);
      text += MAX (n, 0);
      left -= (gsize) MAX (n, 0);
    }
}

/* Runs in a process of its own; what it writes to fd is handed back. Free with g_free(). */
static char *
run_apart (const HostileRow *row, const char *folder, gboolean open, HostileCost *cost)
{
  GString *said = g_string_new (NULL);
  struct rusage usage;
  int ends[2], status;
  char buffer[4096];
  gssize n;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (ends[0]);
      if (open)
        {
          g_autofree char *path = g_build_filename (folder, row->file, NULL);
          g_autofree char *text = NULL;

          limit_all (row);
          text = hostile_open (row->door, path);
          write_all (ends[1], text);
        }
      else
        row->make (row, folder);
      _exit (0);
    }
  close (ends[1]);
  while ((n = read (ends[0], buffer, sizeof buffer)) != 0)
    if (n > 0)
      g_string_append_len (said, buffer, n);
  close (ends[0]);
  g_assert_cmpint (wait4 (child, &status, 0, &usage), ==, child);
  if (!WIFEXITED (status) || WEXITSTATUS (status) != 0)
    g_error ("%s: %s ended with status %x", row->name, open ? "opening" : "making", status);
  cost->seconds = (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
                  + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / G_USEC_PER_SEC;
  cost->megabytes = (double) usage.ru_maxrss / 1024;
  return g_string_free (said, FALSE);
}

void
hostile_run (const HostileRow *row, HostileCost *cost)
{
  g_autofree char *folder = files_make_folder ();
  g_autofree char *said = NULL;

  g_free (run_apart (row, folder, FALSE, cost));
  said = run_apart (row, folder, TRUE, cost);
  files_remove_folder (folder);
  g_test_message ("%.2f s, %.0f MB: %.300s", cost->seconds, cost->megabytes, said);
  if (!g_utf8_validate (said, -1, NULL))
    g_error ("%s: the message is no text", row->name);
  if (strstr (said, row->expected) == NULL
      && (row->or_else == NULL || strstr (said, row->or_else) == NULL))
    g_error ("%s: “%s” is not in: %.1000s", row->name, row->expected, said);
  g_assert_cmpuint (strlen (said), <, MAX_MESSAGE);
  g_assert_cmpfloat (cost->seconds, <, row->soak ? SOAK_SECONDS : MAX_SECONDS);
  g_assert_cmpfloat (cost->megabytes, <, row->soak ? SOAK_MEGABYTES : MAX_MEGABYTES);
}
