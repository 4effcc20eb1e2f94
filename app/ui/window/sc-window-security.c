/* sc-window-security.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-window-private.h"

#include "sc-compare-window.h"

/* What a window does about access, besides the view of it. */

static void
compare_access_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_compare_window_present (GTK_WINDOW (self), SC_WINDOW (self)->editor, NULL);
}

static const GActionEntry entries[] = {
  { .name = "compare-access", .activate = compare_access_action },
};

static void
update (ScWindow *self)
{
  gboolean open = sc_editor_get_document (self->editor) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), entries[i].name)), open);
}

void
sc_window_init_security_actions (ScWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
