/* main.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-cli.h"

#include <libintl.h>
#include <locale.h>
#include <stdio.h>

int
main (int argc, char *argv[])
{
  ScExitStatus status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, SC_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  status = sc_cli_run (argc, argv);

  /* A full disk must not look like success. */
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      perror ("stagecraft-cli");
      return SC_EXIT_FAILURE;
    }
  return status;
}
