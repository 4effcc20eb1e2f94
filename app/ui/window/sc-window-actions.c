/* sc-window-actions.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-window-private.h"

#include <glib/gi18n-lib.h>

#include "sc-column-dialog.h"
#include "sc-difference-dialog.h"
#include "sc-export-dialog.h"
#include "sc-rules-dialog.h"
#include "sc-metadata-import.h"
#include "sc-name-dialog.h"
#include "sc-new-flow-dialog.h"
#include "sc-palette.h"
#include "sc-pane-cycle.h"
#include "sc-paths-window.h"
#include "sc-process-dialog.h"
#include "sc-shortcuts-window.h"
#include "sc-solution-dialog.h"
#include "sc-table-dialog.h"
#include "sc-uses-dialog.h"

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_window_choose_file (self);
}

static void
open_folder_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_window_choose_folder (self);
}

static void
open_path_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_window_open_path (self, g_variant_get_bytestring (parameter));
}

static void
open_sample_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_window_open_sample (self);
}

static void
cancel_opening_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  g_cancellable_cancel (SC_WINDOW (self)->reading);
}

static void
new_solution_cb (GtkWindow *window, const ScSolution *solution)
{
  ScWindow *self = SC_WINDOW (window);
  g_autoptr (ScDocument) document = sc_document_new_from (solution);

  sc_window_show_new_document (self, document);
}

static void
new_solution_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_solution_dialog_present_new (GTK_WINDOW (self), new_solution_cb);
}

static void
save_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_window_save (self);
}

static void
save_as_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_window_choose_place (self);
}

static void
save_as_path_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_window_save_as (self, g_variant_get_string (parameter, NULL));
}

static void
undo_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_editor_undo (SC_WINDOW (self)->editor);
}

static void
redo_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_editor_redo (SC_WINDOW (self)->editor);
}

static void
new_flow_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_new_flow_dialog_present (GTK_WINDOW (self), SC_WINDOW (self)->editor);
}

static void
new_table_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_table_dialog_present (GTK_WINDOW (self), SC_WINDOW (self)->editor);
}

static void
new_role_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_name_dialog_present (GTK_WINDOW (self), SC_WINDOW (self)->editor, SC_NAME_NEW_ROLE, NULL);
}

static void
solution_details_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_solution_dialog_present (GTK_WINDOW (self), SC_WINDOW (self)->editor);
}

static void
exported_cb (GtkWindow *window, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = g_strdup_printf (_ ("Exported as “%s”"), name);

  sc_window_toast (SC_WINDOW (window), text, NULL, NULL);
}

static void
export_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_export_dialog_present (GTK_WINDOW (self), SC_WINDOW (self)->editor, exported_cb);
}

/* The open one, or that of the tab whose menu is open. */
static void
copy_flow_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScWindow *self = user_data;
  const char *flow = sc_flow_tabs_get_flow (sc_workspace_get_tabs (self->workspace));

  if (flow != NULL)
    sc_name_dialog_present (GTK_WINDOW (self), self->editor, SC_NAME_COPY_FLOW, flow);
}

/* What is locked stays as it is; the copy has no file yet. */
static void
edit_copy_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScWindow *self = user_data;
  g_autoptr (ScSolution) solution = sc_edit_solution_unlock (sc_editor_get_solution (self->editor));
  g_autoptr (ScDocument) document = sc_document_new_from (solution);
  ScWindow *window = sc_window_new (gtk_window_get_application (GTK_WINDOW (self)));

  sc_window_show_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
}

static void
show_difference_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  ScEditor *editor = SC_WINDOW (self)->editor;
  const ScFlow *flow = sc_editor_get_flow (editor);

  if (flow != NULL)
    sc_difference_dialog_present (GTK_WINDOW (self), editor, flow->id, NULL);
}

static void
show_notes_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_window_show_notes (self);
}

static void
show_help_overlay_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_shortcuts_window_present (self);
}

static void
palette_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScWindow *self = user_data;
  GtkWidget *target
      = self->workspace != NULL ? sc_workspace_get_command_target (self->workspace) : NULL;

  sc_palette_present (GTK_WINDOW (self), self->editor, target != NULL ? target : GTK_WIDGET (self));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  adw_show_about_window (self, "application-name", "Stagecraft", "application-icon", SC_APP_ID,
                         "version", SC_VERSION, "developer-name", _ ("The Stagecraft authors"),
                         "copyright", "© 2026 The Stagecraft authors", "license-type",
                         GTK_LICENSE_GPL_3_0, "comments",
                         _ ("A designer for business process flows of Dataverse and "
                            "Dynamics 365. Works on files, without a connection."),
                         /* TRANSLATORS: your names, one a line. */
                         "translator-credits", _ ("translator-credits"), NULL);
}

static void
rules_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_rules_dialog_present (GTK_WINDOW (self), SC_WINDOW (self)->editor, NULL);
}

static void
paths_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_paths_window_present (GTK_WINDOW (self), SC_WINDOW (self)->editor);
}

static void
next_problem_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_workspace_step_problem (SC_WINDOW (self)->workspace, 1);
}

static void
previous_problem_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_workspace_step_problem (SC_WINDOW (self)->workspace, -1);
}

/* What is selected, where it is drawn, with the focus. */
static void
show_selected_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  ScWorkspace *workspace = SC_WINDOW (self)->workspace;
  g_autofree char *view = NULL;

  g_object_get (workspace, "view", &view, NULL);
  if (g_strcmp0 (view, "outline") != 0)
    g_object_set (workspace, "view", "design", NULL);
  gtk_widget_grab_focus (GTK_WIDGET (workspace));
}

static void
show_uses_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  const char *kind, *name;

  g_variant_get (parameter, "(&s&s)", &kind, &name);
  sc_uses_dialog_present_named (GTK_WINDOW (self), SC_WINDOW (self)->editor, kind, name);
}

static void
find_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_find_bar_open (sc_workspace_get_find_bar (SC_WINDOW (self)->workspace), SC_FIND_OPEN);
}

static void
find_in_all_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_find_bar_open (sc_workspace_get_find_bar (SC_WINDOW (self)->workspace), SC_FIND_OPEN_ALL);
}

static void
find_column_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_find_bar_open_column (sc_workspace_get_find_bar (SC_WINDOW (self)->workspace),
                           g_variant_get_string (parameter, NULL));
}

static void
replace_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_find_bar_open (sc_workspace_get_find_bar (SC_WINDOW (self)->workspace), SC_FIND_OPEN_REPLACE);
}

static void
search_list_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_workspace_search_list (SC_WINDOW (self)->workspace);
}

static void
find_next_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_find_bar_step (sc_workspace_get_find_bar (SC_WINDOW (self)->workspace), 1);
}

static void
find_previous_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_find_bar_step (sc_workspace_get_find_bar (SC_WINDOW (self)->workspace), -1);
}

/* Below what is selected, in whatever view. */
static void
add_running_step (ScWindow *self, ScStepKind kind)
{
  sc_process_dialog_present (GTK_WINDOW (self), self->editor,
                             sc_process_request_new_step (self->editor, kind));
}

static void
add_action_step_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  add_running_step (self, SC_STEP_ACTION);
}

static void
add_flow_step_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  add_running_step (self, SC_STEP_FLOW);
}

static void
import_metadata_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_metadata_import_present (self, SC_WINDOW (self)->editor, GTK_FILE_CHOOSER_ACTION_OPEN);
}

static void
import_metadata_folder_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_metadata_import_present (self, SC_WINDOW (self)->editor,
                              GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER);
}

static void
show_columns_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_workspace_show_page (SC_WINDOW (self)->workspace, SC_PAGE_COLUMNS);
}

/* Of a table, the column of a name; "" when it has none yet. */
static void
describe_column_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  const char *table, *name;

  g_variant_get (parameter, "(&s&s)", &table, &name);
  sc_column_dialog_present (self, SC_WINDOW (self)->editor, table, *name != '\0' ? name : NULL);
}

static void
next_pane_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_pane_cycle_step (SC_WINDOW (self)->workspace, 1);
}

static void
previous_pane_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  sc_pane_cycle_step (SC_WINDOW (self)->workspace, -1);
}

static void
close_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  gtk_window_close (self);
}

static const GActionEntry entries[] = {
  { .name = "open", .activate = open_action },
  { .name = "open-folder", .activate = open_folder_action },
  /* Names of files are bytes. */
  { .name = "open-path", .activate = open_path_action, .parameter_type = "ay" },
  { .name = "open-sample", .activate = open_sample_action },
  { .name = "cancel-opening", .activate = cancel_opening_action },
  { .name = "new-solution", .activate = new_solution_action },
  { .name = "palette", .activate = palette_action },
  { .name = "show-help-overlay", .activate = show_help_overlay_action },
  { .name = "about", .activate = about_action },
  { .name = "close", .activate = close_action },
};

/* These need a document. */
static const GActionEntry document_entries[] = {
  { .name = "save", .activate = save_action },
  { .name = "save-as", .activate = save_as_action },
  { .name = "save-as-path", .activate = save_as_path_action, .parameter_type = "s" },
  { .name = "export", .activate = export_action },
  { .name = "undo", .activate = undo_action },
  { .name = "redo", .activate = redo_action },
  { .name = "new-flow", .activate = new_flow_action },
  { .name = "new-table", .activate = new_table_action },
  { .name = "new-role", .activate = new_role_action },
  { .name = "solution-details", .activate = solution_details_action },
  { .name = "rules", .activate = rules_action },
  { .name = "paths", .activate = paths_action },
  { .name = "find", .activate = find_action },
  { .name = "find-in-all", .activate = find_in_all_action },
  { .name = "find-column", .activate = find_column_action, .parameter_type = "s" },
  { .name = "search-list", .activate = search_list_action },
  { .name = "find-next", .activate = find_next_action },
  { .name = "find-previous", .activate = find_previous_action },
  { .name = "replace", .activate = replace_action },
  { .name = "next-problem", .activate = next_problem_action },
  { .name = "previous-problem", .activate = previous_problem_action },
  { .name = "import-metadata", .activate = import_metadata_action },
  { .name = "import-metadata-folder", .activate = import_metadata_folder_action },
  { .name = "show-columns", .activate = show_columns_action },
  { .name = "describe-column", .activate = describe_column_action, .parameter_type = "(ss)" },
  { .name = "next-pane", .activate = next_pane_action },
  { .name = "previous-pane", .activate = previous_pane_action },
  { .name = "show-selected", .activate = show_selected_action },
  { .name = "copy-flow", .activate = copy_flow_action },
  { .name = "edit-copy", .activate = edit_copy_action },
  { .name = "show-difference", .activate = show_difference_action },
  { .name = "show-notes", .activate = show_notes_action },
  { .name = "add-action-step", .activate = add_action_step_action },
  { .name = "add-flow-step", .activate = add_flow_step_action },
  { .name = "show-uses", .activate = show_uses_action, .parameter_type = "(ss)" },
};

void
sc_window_init_actions (ScWindow *self)
{
  GActionMap *map = G_ACTION_MAP (self);

  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action_entries (map, document_entries, G_N_ELEMENTS (document_entries), self);
  sc_window_init_tab_actions (self);
  sc_window_init_template_actions (self);
  sc_window_init_security_actions (self);
  sc_window_init_disk_actions (self);
}

void
sc_window_add_workspace_actions (ScWindow *self)
{
  static const char *const names[]
      = { "view", "show-navigator", "show-inspector", "show-problems" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPropertyAction) action
          = g_property_action_new (names[i], self->workspace, names[i]);

      g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
    }
}

static void
set_enabled (ScWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* In a managed solution nothing can be made. */
static void
set_editing_enabled (ScWindow *self)
{
  static const char *const names[] = { "new-flow",
                                       "new-table",
                                       "new-role",
                                       "solution-details",
                                       "copy-flow",
                                       "import-metadata",
                                       "import-metadata-folder",
                                       "add-action-step",
                                       "add-flow-step" };
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  gboolean enabled = sc_lock_get (solution, NULL) == SC_LOCK_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    set_enabled (self, names[i], enabled);
}

void
sc_window_update_actions (ScWindow *self)
{
  ScDocument *document = sc_editor_get_document (self->editor);
  const ScStorage *storage = document != NULL ? sc_document_get_storage (document) : NULL;
  const ScHistory *history = document != NULL ? sc_document_get_history (document) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (document_entries); i++)
    set_enabled (self, document_entries[i].name, document != NULL);
  set_enabled (self, "cancel-opening", self->opening != NULL);
  sc_window_update_tab_actions (self);
  sc_window_update_template_actions (self);
  sc_window_update_disk_actions (self);
  if (document == NULL)
    return;

  set_editing_enabled (self);
  set_enabled (self, "save", sc_window_can_save (self));
  set_enabled (self, "undo", sc_history_can_undo (history));
  set_enabled (self, "redo", sc_history_can_redo (history));
  set_enabled (self, "show-notes", storage != NULL && sc_storage_get_notes (storage)[0] != NULL);
}
