/* sc-window-templates.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-window-private.h"

#include <glib/gi18n-lib.h>

#include "sc-message.h"
#include "sc-name-dialog.h"
#include "sc-paste-dialog.h"
#include "sc-template-chooser.h"

/* The open flow, or some of its stages, as a template; and the stages of one in the open flow. */

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

/* The table of what the stages go behind; NULL: nobody knows. */
static const char *
find_table (ScWindow *self)
{
  const ScFlow *flow = sc_editor_get_flow (self->editor);
  const ScStage *stage = sc_editor_get_selected_stage (self->editor);

  if (stage == NULL && flow != NULL)
    stage = sc_list_get (flow->stages, sc_list_length (flow->stages) - 1);
  return stage != NULL ? stage->table : NULL;
}

static void
insert_cb (ScWindow *self, const char *response, AdwMessageDialog *dialog)
{
  ScTemplateChooser *chooser = SC_TEMPLATE_CHOOSER (adw_message_dialog_get_extra_child (dialog));
  const ScTemplate *template = sc_template_chooser_get_template (chooser);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScClip) clip = template != NULL ? sc_template_make_clip (
                                template, sc_editor_get_solution (self->editor),
                                sc_editor_get_metadata (self->editor), find_table (self), &error)
                                             : NULL;

  if (clip != NULL && sc_editor_get_flow (self->editor) != NULL)
    sc_pasting_run (sc_pasting_new (self->editor, clip), GTK_WIDGET (self));
  else if (error != NULL)
    g_signal_emit_by_name (self->editor, "failed", error->message);
}

static void
chosen_cb (ScTemplateChooser *chooser, AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "accept",
                                           sc_template_chooser_get_template (chooser) != NULL);
}

static void
taken_cb (AdwMessageDialog *dialog)
{
  adw_message_dialog_response (dialog, "accept");
}

static void
insert_template_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  AdwMessageDialog *dialog
      = sc_message_new (self, _ ("Insert from Template"),
                        _ ("Its stages go behind what is selected, or else to the end."));
  GtkWidget *chooser = g_object_new (SC_TYPE_TEMPLATE_CHOOSER, NULL);

  adw_message_dialog_add_response (dialog, "accept", _ ("_Insert"));
  adw_message_dialog_set_response_appearance (dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "accept");
  adw_message_dialog_set_extra_child (dialog, chooser);
  g_signal_connect_object (chooser, "changed", G_CALLBACK (chosen_cb), dialog, 0);
  g_signal_connect_object (chooser, "activated", G_CALLBACK (taken_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response::accept", G_CALLBACK (insert_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_child_focus (chooser, GTK_DIR_TAB_FORWARD);
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
