/* hold-clipboard.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gtk/gtk.h>

/* hold-clipboard MIME-TYPE FILE: another program that has copied what is in the file. It says
 * "ready" and stays until it is ended. */

int
main (int argc, char *argv[])
{
  g_autoptr (GMainLoop) loop = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkContentProvider) provider = NULL;
  char *data;
  gsize size;

  if (argc != 3 || !gtk_init_check () || !g_file_get_contents (argv[2], &data, &size, &error))
    {
      g_printerr ("hold-clipboard: %s\n", error != NULL ? error->message : "MIME-TYPE FILE");
      return 1;
    }
  bytes = g_bytes_new_take (data, size);
  provider = gdk_content_provider_new_for_bytes (argv[1], bytes);
  gdk_clipboard_set_content (gdk_display_get_clipboard (gdk_display_get_default ()), provider);
  gdk_display_sync (gdk_display_get_default ());
  g_print ("ready\n");
  loop = g_main_loop_new (NULL, FALSE);
  g_main_loop_run (loop);
  return 0;
}
