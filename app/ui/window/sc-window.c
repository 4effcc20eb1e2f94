/* sc-window.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-window-menus.h"
#include "sc-window-private.h"

#include <glib/gi18n-lib.h>

#include "sc-application.h"
#include "sc-clipboard.h"
#include "sc-delete-dialog.h"
#include "sc-header-layout.h"
#include "sc-recent.h"
#include "sc-recovery.h"
#include "sc-window-state.h"
#include "sc-welcome.h"

#define MAX_RECENT 8

G_DEFINE_FINAL_TYPE (ScWindow, sc_window, ADW_TYPE_APPLICATION_WINDOW)

void
sc_window_toast (ScWindow *self, const char *message, const char *button, const char *action)
{
  sc_teller_tell (self->teller, message, button, action);
}

static void
failed_cb (ScWindow *self, const char *message)
{
  sc_window_toast (self, message, NULL, NULL);
}

static gboolean
asked_cb (ScWindow *self, ScQuestion *question)
{
  sc_delete_dialog_present_question (GTK_WINDOW (self), question);
  return TRUE;
}

/* Its button undoes this edit and no later one. */
static void
dismiss_told (ScWindow *self)
{
  sc_teller_take_back (self->teller);
}

static void
told_cb (ScWindow *self, const char *message)
{
  sc_teller_tell_for_now (self->teller, message, _ ("_Undo"), "win.undo");
}

/* "Contoso Sales 1.4.0.0"; NULL for a bare flow, whose name is above already. */
static char *
dup_solution_name (const ScSolution *solution, const char *above)
{
  const char *title = sc_solution_get_title (solution);

  if (title == NULL || g_strcmp0 (title, above) == 0)
    return NULL;
  return solution->version != NULL ? g_strdup_printf ("%s %s", title, solution->version)
                                   : g_strdup (title);
}

static char *
dup_subtitle (ScWindow *self, const char *title)
{
  ScDocument *document = sc_editor_get_document (self->editor);
  g_autofree char *name = dup_solution_name (sc_document_get_solution (document), title);
  g_autofree char *place = sc_document_dup_place (document);
  g_autoptr (GString) subtitle = g_string_new (name);

  if (sc_document_get_storage (document) != NULL || !sc_document_is_modified (document))
    g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? " · " : "", place);
  if (sc_document_is_modified (document))
    g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? " · " : "",
                            C_ ("document", "edited"));
  if (sc_editor_get_lock (self->editor) != SC_LOCK_NONE)
    g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? " · " : "",
                            C_ ("document", "read-only"));
  return g_strdup (subtitle->str);
}

static void
show_title (ScWindow *self, const char *title, const char *subtitle, const char *path)
{
  g_autofree char *window_title = g_strdup_printf ("%s – Stagecraft", title);
  g_autofree char *shown_path = path != NULL ? g_filename_display_name (path) : NULL;

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
  gtk_widget_set_tooltip_text (self->title_box, shown_path);
  gtk_window_set_title (GTK_WINDOW (self), window_title);
}

static void
update_title (ScWindow *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  const ScFlow *flow = sc_editor_get_flow (self->editor);
  const char *title;
  g_autofree char *subtitle = NULL;

  if (solution == NULL)
    return;

  title = flow != NULL ? sc_flow_get_label (flow, sc_editor_get_language (self->editor))
                       : sc_solution_get_title (solution);
  if (title == NULL)
    title = _ ("Untitled Solution");
  subtitle = dup_subtitle (self, title);
  show_title (self, title, subtitle, sc_window_get_path (self));
}

static void
update_step_button (GtkWidget *button, const char *what, const char *edit, const char *keys)
{
  g_autofree char *tooltip = g_strdup_printf ("%s (%s)", what, keys);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  edit != NULL ? edit : "", -1);
}

static void
update_step_buttons (ScWindow *self)
{
  ScDocument *document = sc_editor_get_document (self->editor);
  ScHistory *history = document != NULL ? sc_document_get_history (document) : NULL;
  const char *undo = history != NULL ? sc_history_get_undo_name (history) : NULL;
  const char *redo = history != NULL ? sc_history_get_redo_name (history) : NULL;
  /* TRANSLATORS: %s is the name of an edit, such as “Delete stage “Qualify””. */
  g_autofree char *undo_what
      = undo != NULL ? g_strdup_printf (_ ("Undo %s"), undo) : g_strdup (_ ("Undo"));
  g_autofree char *redo_what
      = redo != NULL ? g_strdup_printf (_ ("Redo %s"), redo) : g_strdup (_ ("Redo"));

  /* TRANSLATORS: the key, as it is printed on the keyboard. */
  update_step_button (self->undo_button, undo_what, undo, _ ("Ctrl+Z"));
  update_step_button (self->redo_button, redo_what, redo, _ ("Ctrl+Shift+Z"));
}

static void
state_changed_cb (ScWindow *self)
{
  g_assert (SC_IS_WINDOW (self));

  update_title (self);
  update_step_buttons (self);
  sc_window_update_actions (self);
}

static void
update_recent (ScWindow *self)
{
  g_autoptr (GMenuModel) recent = sc_recent_new_menu (MAX_RECENT);

  if (self->recent_menu == NULL)
    return;
  g_menu_remove_all (self->recent_menu);
  if (g_menu_model_get_n_items (recent) > 0)
    g_menu_append_section (self->recent_menu, _ ("Recent"), recent);
}

static void
show_workspace (ScWindow *self)
{
  GtkWidget *const buttons[]
      = { self->navigator_button, self->flow_button, self->undo_button,   self->redo_button,
          self->switcher,         self->save_button, self->export_button, self->inspector_button };

  if (self->workspace == NULL)
    {
      self->workspace = SC_WORKSPACE (sc_workspace_new (self->editor));
      sc_window_state_restore_workspace (self->workspace);
      gtk_stack_add_named (self->pages, GTK_WIDGET (self->workspace), "workspace");
      sc_window_add_workspace_actions (self);
      sc_window_add_tabs (self);
      for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
        gtk_widget_show (buttons[i]);
    }
  gtk_stack_set_visible_child_name (self->pages, "workspace");
}

/* Only made when it is seen: a window that opens a file never shows it. */
void
sc_window_show_welcome (ScWindow *self)
{
  if (gtk_stack_get_child_by_name (self->pages, "welcome") == NULL)
    gtk_stack_add_named (self->pages, g_object_new (SC_TYPE_WELCOME, NULL), "welcome");
  gtk_stack_set_visible_child_name (self->pages, "welcome");
  show_title (self, "Stagecraft", "", NULL);
}

void
sc_window_show_opening (ScWindow *self, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = g_strdup_printf (_ ("Opening “%s”…"), name);

  gtk_label_set_text (self->opening_label, text);
  gtk_spinner_start (self->spinner);
  gtk_stack_set_visible_child_name (self->pages, "opening");
  show_title (self, name, "", path);
}

static void
unprotected_cb (ScWindow *self, const char *message)
{
  g_autofree char *text
      = g_strdup_printf (_ ("Unsaved work would be lost if Stagecraft ended now: %s"), message);

  sc_window_toast (self, text, NULL, NULL);
}

/* Unsaved work is kept from the first edit on; windows that share a document do so once. */
static void
protect (ScWindow *self, ScDocument *document)
{
  g_autofree char *folder = sc_recovery_get_folder ();

  sc_document_protect (document, folder);
  g_signal_connect_object (document, "unprotected", G_CALLBACK (unprotected_cb), self,
                           G_CONNECT_SWAPPED);
}

void
sc_window_show_document (ScWindow *self, ScDocument *document)
{
  g_return_if_fail (SC_IS_WINDOW (self));
  g_return_if_fail (SC_IS_DOCUMENT (document));

  gtk_spinner_stop (self->spinner);
  protect (self, document);
  sc_document_watch (document);
  sc_editor_set_document (self->editor, document);
  show_workspace (self);
  sc_window_update_actions (self);
}

void
sc_window_show_new_document (ScWindow *self, ScDocument *document)
{
  if (!sc_window_is_vacant (self))
    self = sc_window_new (gtk_window_get_application (GTK_WINDOW (self)));
  sc_window_show_document (self, document);
  gtk_window_present (GTK_WINDOW (self));
}

/* The arrow of a split button has a tooltip but no name. */
static void
name_arrow (AdwSplitButton *button)
{
  const char *name = adw_split_button_get_dropdown_tooltip (button);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (button)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_MENU_BUTTON (child))
        gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                        -1);
    }
}

/* Nobody opens a menu before there is a window. */
static void
fill_menus (ScWindow *self)
{
  g_autoptr (GMenuModel) main_menu = sc_window_menus_new_main ();
  g_autoptr (GMenuModel) open_menu = NULL;

  self->recent_menu = g_menu_new ();
  open_menu = sc_window_menus_new_open (self->recent_menu);
  gtk_menu_button_set_menu_model (self->menu_button, main_menu);
  adw_split_button_set_menu_model (self->open_button, open_menu);
  name_arrow (self->open_button);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (update_recent),
                           self, G_CONNECT_SWAPPED);
  update_recent (self);
}

/* The first frame that shows what was asked for; said on the debug log for the benchmark. */
static void
after_paint_cb (ScWindow *self, GdkFrameClock *clock)
{
  if (self->opening != NULL)
    return;

  g_debug ("first-frame");
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, self);
  fill_menus (self);
}

/* Also on the way out, whichever it is. */
static void
sc_window_unmap (GtkWidget *widget)
{
  sc_window_state_save (GTK_WINDOW (widget), SC_WINDOW (widget)->workspace);

  GTK_WIDGET_CLASS (sc_window_parent_class)->unmap (widget);
}

static void
sc_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sc_window_parent_class)->realize (widget);

  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                           G_CALLBACK (after_paint_cb), widget, G_CONNECT_SWAPPED);
}

static gboolean
sc_window_close_request (GtkWindow *window)
{
  ScWindow *self = SC_WINDOW (window);

  if (sc_window_ask_before_closing (self))
    return GDK_EVENT_STOP;

  sc_window_let_go (self);
  return GTK_WINDOW_CLASS (sc_window_parent_class)->close_request (window);
}

static void
sc_window_dispose (GObject *object)
{
  ScWindow *self = SC_WINDOW (object);

  g_cancellable_cancel (self->looking);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->teller, sc_teller_free);
  g_clear_object (&self->recent_menu);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_window_parent_class)->dispose (object);
}

static void
sc_window_finalize (GObject *object)
{
  g_free (SC_WINDOW (object)->opening);
  g_clear_object (&SC_WINDOW (object)->looking);
  g_free (SC_WINDOW (object)->refusal);
  g_free (SC_WINDOW (object)->replaced);

  G_OBJECT_CLASS (sc_window_parent_class)->finalize (object);
}

/* Copy and paste also work from beside the flow: people click another flow, and paste. */
static gboolean
clipboard_key_cb (GtkWidget *widget, GVariant *action, gpointer data)
{
  ScWindow *self = SC_WINDOW (widget);
  GtkWidget *target
      = self->workspace != NULL ? sc_workspace_get_command_target (self->workspace) : NULL;

  if (target == NULL || !gtk_widget_get_mapped (target))
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_activate_action (target, g_variant_get_string (action, NULL), NULL);
}

static void
sc_window_class_init (ScWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_window_dispose;
  object_class->finalize = sc_window_finalize;
  widget_class->realize = sc_window_realize;
  widget_class->unmap = sc_window_unmap;
  GTK_WINDOW_CLASS (klass)->close_request = sc_window_close_request;

  g_type_ensure (SC_TYPE_HEADER_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/stagecraft/Stagecraft/window/sc-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ScWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, ScWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, ScWindow, opening_label);
  gtk_widget_class_bind_template_child (widget_class, ScWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, ScWindow, title_box);
  gtk_widget_class_bind_template_child (widget_class, ScWindow, title);
  gtk_widget_class_bind_template_child (widget_class, ScWindow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, ScWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ScWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, ScWindow, navigator_button);
  gtk_widget_class_bind_template_child (widget_class, ScWindow, flow_button);
  gtk_widget_class_bind_template_child (widget_class, ScWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, ScWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, ScWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, ScWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, ScWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, ScWindow, inspector_button);
  sc_clipboard_forward_keys (widget_class, clipboard_key_cb);
  sc_window_bind_tab_keys (widget_class);
}

/* Its tooltip does not become its name. */
static void
name_open_menu (ScWindow *self)
{
  GtkWidget *menu = gtk_widget_get_last_child (GTK_WIDGET (self->open_button));

  gtk_accessible_update_property (GTK_ACCESSIBLE (menu), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_split_button_get_dropdown_tooltip (self->open_button), -1);
}

static void
sc_window_init (ScWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->editor = sc_editor_new ();
  self->teller = sc_teller_new (self->toasts);
  sc_window_state_restore (GTK_WINDOW (self));
  name_open_menu (self);
  sc_window_init_actions (self);
  sc_window_accept_drops (self);
  g_signal_connect_object (self->editor, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "asked", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (dismiss_told), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "state-changed", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "flow-changed", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  update_step_buttons (self);
  sc_window_update_actions (self);
}

ScWindow *
sc_window_new (GtkApplication *application)
{
  ScWindow *self = g_object_new (SC_TYPE_WINDOW, "application", application, NULL);

  if (SC_IS_APPLICATION (application))
    sc_editor_set_catalogue (self->editor,
                             sc_application_get_catalogue (SC_APPLICATION (application)));
  return self;
}

ScEditor *
sc_window_get_editor (ScWindow *self)
{
  g_return_val_if_fail (SC_IS_WINDOW (self), NULL);

  return self->editor;
}

gboolean
sc_window_is_vacant (ScWindow *self)
{
  g_return_val_if_fail (SC_IS_WINDOW (self), FALSE);

  return self->opening == NULL && sc_editor_get_document (self->editor) == NULL;
}

const char *
sc_window_get_path (ScWindow *self)
{
  ScDocument *document;
  const ScStorage *storage;

  g_return_val_if_fail (SC_IS_WINDOW (self), NULL);

  document = sc_editor_get_document (self->editor);
  storage = document != NULL ? sc_document_get_storage (document) : NULL;
  if (self->opening != NULL)
    return self->opening;
  return storage != NULL ? sc_storage_get_path (storage) : NULL;
}
