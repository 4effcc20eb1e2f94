/* sc-application.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-application.h"

#include <glib/gi18n-lib.h>

#include "sc-click-guard.h"
#include "sc-command.h"
#include "sc-leftover-dialog.h"
#include "sc-recovery.h"
#include "sc-window-private.h"
#include "sc-window-resources.h"
#include "sc-window-state.h"

struct _ScApplication
{
  AdwApplication parent_instance;

  ScCatalogue *catalogue;
  gboolean offered;
  guint offering; /* source id */
};

G_DEFINE_FINAL_TYPE (ScApplication, sc_application, ADW_TYPE_APPLICATION)

/* Windows that ask about unsaved changes stay; the program ends with the last one. */
static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (self));

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (SC_IS_WINDOW (l->data))
        gtk_window_close (l->data);
    }
}

static void
new_window_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  g_application_activate (self);
}

static ScWindow *
new_window (GApplication *application)
{
  return sc_window_new (GTK_APPLICATION (application));
}

/* The window used last; a new one where there is none. */
static ScWindow *
get_window (GApplication *application)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL;
       l = l->next)
    {
      if (SC_IS_WINDOW (l->data))
        return l->data;
    }
  return new_window (application);
}

/* Once, when there is a window to ask in. */
static gboolean
offer_leftovers (gpointer data)
{
  ScApplication *self = data;
  g_autofree char *folder = sc_recovery_get_folder ();
  g_autoptr (GPtrArray) leftovers = NULL;

  self->offering = 0;
  leftovers = sc_leftover_list (folder);
  sc_leftover_dialog_present (get_window (G_APPLICATION (self)), leftovers);
  return G_SOURCE_REMOVE;
}

static void
sc_application_activate (GApplication *application)
{
  ScWindow *window = new_window (application);

  sc_window_show_welcome (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
sc_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);
      g_autofree char *uri = g_file_get_uri (files[i]);

      if (path != NULL)
        sc_window_open_path (get_window (application), path);
      else
        g_printerr (_ ("stagecraft: %s is not a file on this computer.\n"), uri);
    }
}

static int
sc_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("stagecraft %s\n", SC_VERSION);
      return 0;
    }
  if (g_variant_dict_contains (options, "new-instance"))
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static void
keep_previous_action (GSimpleAction *action, GVariant *state, gpointer application)
{
  g_simple_action_set_state (action, state);
  sc_window_state_set_keeps_previous (g_variant_get_boolean (state));
}

static void
sc_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "keep-previous", .state = "false", .change_state = keep_previous_action },
    { .name = "quit", .activate = quit_action },
    { .name = "new-window", .activate = new_window_action },
  };

  G_APPLICATION_CLASS (sc_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  if (sc_window_state_get_keeps_previous ())
    g_action_group_change_action_state (G_ACTION_GROUP (application), "keep-previous",
                                        g_variant_new_boolean (TRUE));
  sc_commands_add_accelerators (GTK_APPLICATION (application));
}

/* Not before the loop runs: the window is on its way. */
static void
offer_once (ScApplication *self, GtkWindow *window)
{
  if (self->offered || !SC_IS_WINDOW (window))
    return;
  self->offered = TRUE;
  self->offering = g_idle_add (offer_leftovers, self);
}

static void
sc_application_window_added (GtkApplication *application, GtkWindow *window)
{
  GTK_APPLICATION_CLASS (sc_application_parent_class)->window_added (application, window);
  sc_click_guard_add (GTK_WIDGET (window));
  offer_once (SC_APPLICATION (application), window);
}

static void
sc_application_finalize (GObject *object)
{
  g_clear_handle_id (&SC_APPLICATION (object)->offering, g_source_remove);
  sc_catalogue_unref (SC_APPLICATION (object)->catalogue);

  G_OBJECT_CLASS (sc_application_parent_class)->finalize (object);
}

static void
sc_application_class_init (ScApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sc_application_finalize;
  application_class->startup = sc_application_startup;
  application_class->activate = sc_application_activate;
  application_class->open = sc_application_open;
  application_class->handle_local_options = sc_application_handle_local_options;
  GTK_APPLICATION_CLASS (klass)->window_added = sc_application_window_added;

  /* Resources of a static library are only linked in when something names them. */
  sc_window_get_resource ();
}

static void
sc_application_init (ScApplication *self)
{
  static const GOptionEntry options[]
      = { { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
          { "new-instance", 0, 0, G_OPTION_ARG_NONE, NULL,
            N_ ("Run apart from a Stagecraft that is running already"), NULL },
          { NULL } };
  GApplication *application = G_APPLICATION (self);

  self->catalogue = sc_catalogue_new ();
  g_application_add_main_option_entries (application, options);
  g_application_set_option_context_parameter_string (application, _ ("[FILE…]"));
  g_application_set_option_context_summary (application,
                                            _ ("Design business process flows for Dataverse."));
}

ScApplication *
sc_application_new (void)
{
  return g_object_new (SC_TYPE_APPLICATION, "application-id", SC_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                       "/org/stagecraft/Stagecraft", NULL);
}

ScCatalogue *
sc_application_get_catalogue (ScApplication *self)
{
  g_return_val_if_fail (SC_IS_APPLICATION (self), NULL);

  return self->catalogue;
}
