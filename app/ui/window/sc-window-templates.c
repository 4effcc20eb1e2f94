/* sc-window-templates.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-window-private.h"

#include "sc-name-dialog.h"

/* The open flow, or some of its stages, as a template; and the list of templates. */

static void
present_name_dialog (ScWindow *self, ScNameKind kind)
{
  const ScFlow *flow = sc_editor_get_flow (self->editor);

  if (flow != NULL)
    sc_name_dialog_present (GTK_WINDOW (self), self->editor, kind, flow->id);
}

static void
save_template_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  present_name_dialog (self, SC_NAME_TEMPLATE);
}

static void
save_stages_template_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  present_name_dialog (self, SC_NAME_STAGES_TEMPLATE);
}

static void
insert_template_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_workspace_show_page (SC_WINDOW (self)->workspace, SC_PAGE_TEMPLATES);
}

static const GActionEntry entries[] = {
  { .name = "save-template", .activate = save_template_action },
  { .name = "save-stages-template", .activate = save_stages_template_action },
  { .name = "insert-template", .activate = insert_template_action },
};

static void
set_enabled (ScWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
sc_window_update_template_actions (ScWindow *self)
{
  const ScFlow *flow = sc_editor_get_flow (self->editor);
  const ScParts *parts = flow != NULL ? sc_editor_get_parts (self->editor) : NULL;

  set_enabled (self, "save-template", flow != NULL);
  set_enabled (self, "save-stages-template",
               parts != NULL && sc_parts_count_kind (parts, SC_PART_STAGE) > 0);
  set_enabled (self, "insert-template",
               flow != NULL && sc_editor_get_lock (self->editor) == SC_LOCK_NONE);
}

void
sc_window_init_template_actions (ScWindow *self)
{
  static const char *const signals[] = { "changed", "flow-changed", "selection-changed" };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->editor, signals[i],
                             G_CALLBACK (sc_window_update_template_actions), self,
                             G_CONNECT_SWAPPED);
}
