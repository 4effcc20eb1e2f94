/* sc-check-progress.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-check-progress.h"

#include "sc-cli-command.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Often enough to look alive, seldom enough to cost nothing. */
#define INTERVAL (G_USEC_PER_SEC / 20)

struct _ScProgress
{
  gboolean enabled;
  gboolean shown;
  guint n_files;
  gint64 last; /* when the line was written, in microseconds */
};

ScProgress *
sc_progress_new (guint n_files, gboolean quiet)
{
  ScProgress *self = g_new0 (ScProgress, 1);

  self->n_files = n_files;
  self->enabled = !quiet && n_files > 1 && isatty (STDERR_FILENO)
                  && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
  return self;
}

void
sc_progress_free (ScProgress *self)
{
  sc_progress_clear (self);
  g_free (self);
}

/* A line that the terminal would break could not be written over. */
static char *
shorten (const char *text)
{
  struct winsize size = { 0 };
  const guint columns
      = ioctl (STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1 ? size.ws_col : 80;
  GString *line = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_string_append_unichar (line, g_utf8_get_char (p));
      if (sc_cli_get_width (line->str) >= columns)
        {
          g_string_truncate (line, line->len - (gsize) (g_utf8_next_char (p) - p));
          break;
        }
    }
  return g_string_free (line, FALSE);
}

void
sc_progress_show (ScProgress *self, guint n_done, const char *path)
{
  const gint64 now = g_get_monotonic_time ();
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;

  if (!self->enabled || (self->last > 0 && now - self->last < INTERVAL))
    return;
  self->last = now;
  name = sc_cli_name_file (path);
  /* Translators: how far the work is; the last is the name of a file. */
  text = g_strdup_printf (_ ("Checked %u of %u – %s"), n_done, self->n_files, name);
  line = shorten (text);
  g_printerr ("\r%s\033[K", line);
  self->shown = TRUE;
}

void
sc_progress_clear (ScProgress *self)
{
  if (!self->shown)
    return;
  g_printerr ("\r\033[K");
  self->shown = FALSE;
  /* It comes back with the next file. */
  self->last = 0;
}
