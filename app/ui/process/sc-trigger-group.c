/* sc-trigger-group.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-trigger-group.h"

#include <glib/gi18n-lib.h>

#include "sc-id.h"
#include "sc-process-dialog.h"
#include "sc-trigger-text.h"

struct _ScTriggerGroup
{
  AdwPreferencesGroup parent_instance;

  ScEditor *editor;
  gboolean of_flow;
  char *stage; /* id; NULL: of the flow */
  GtkWidget *add;
  GPtrArray *shown; /* of const ScTrigger *, owned */
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (ScTriggerGroup, sc_trigger_group, ADW_TYPE_PREFERENCES_GROUP)

/* A trigger that waits for nothing that is known stays with its stage. */
static gboolean
belongs_here (ScTriggerGroup *self, const ScStage *stage, const ScTrigger *trigger)
{
  if (self->of_flow)
    return sc_trigger_is_of_flow (trigger);
  return sc_id_equal (stage->id, self->stage) && !sc_trigger_is_of_flow (trigger);
}

static const ScStage *
find_holder (ScTriggerGroup *self, const char *id)
{
  const ScFlow *flow = sc_editor_get_flow (self->editor);

  if (flow == NULL)
    return NULL;
  sc_list_foreach (flow->stages, const ScStage *, stage)
    sc_list_foreach (stage->triggers, const ScTrigger *, trigger)
      {
        if (sc_id_equal (trigger->id, id) && belongs_here (self, stage, trigger))
          return stage;
      }
  return NULL;
}

static GtkWindow *
get_window (ScTriggerGroup *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
add_action_cb (GtkWidget *widget, const char *name, GVariant *moment)
{
  ScTriggerGroup *self = SC_TRIGGER_GROUP (widget);

  sc_process_dialog_present (
      get_window (self), self->editor,
      sc_process_request_new_trigger (self->editor, self->stage,
                                      (ScMoment) g_variant_get_int32 (moment)));
}

static void
change_action_cb (GtkWidget *widget, const char *name, GVariant *trigger)
{
  ScTriggerGroup *self = SC_TRIGGER_GROUP (widget);
  const char *id = g_variant_get_string (trigger, NULL);
  const ScStage *holder = find_holder (self, id);

  if (holder != NULL)
    sc_process_dialog_present (get_window (self), self->editor,
                               sc_process_request_change_trigger (self->editor, holder->id, id));
}

static void
remove_action_cb (GtkWidget *widget, const char *name, GVariant *trigger)
{
  ScTriggerGroup *self = SC_TRIGGER_GROUP (widget);
  const char *id = g_variant_get_string (trigger, NULL);
  const ScStage *holder = find_holder (self, id);
  GError *error = NULL;
  ScSolution *after;

  if (holder == NULL)
    return;
  after = sc_edit_trigger_delete (sc_editor_get_solution (self->editor),
                                  sc_editor_get_flow (self->editor)->id, holder->id, id, &error);
  if (sc_editor_commit (self->editor, after, error, _ ("Remove workflow"), NULL))
    gtk_widget_grab_focus (self->add);
}

/* label: what assistive technology says. */
static GtkWidget *
new_button (const char *icon, const char *label, const char *action, const char *trigger)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", trigger);
  return button;
}

static GtkWidget *
new_row (const ScTrigger *trigger)
{
  const char *name
      = trigger->name != NULL && *trigger->name != '\0' ? trigger->name : _ ("Unnamed workflow");
  g_autofree char *when = sc_trigger_text (trigger);
  g_autofree char *change = g_strdup_printf (_ ("Change workflow “%s”"), name);
  g_autofree char *remove = g_strdup_printf (_ ("Remove workflow “%s”"), name);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", name,
                                 "subtitle", when, NULL);
  const char *id = trigger->id != NULL ? trigger->id : "";
  GtkWidget *edit = new_button ("document-edit-symbolic", change, "triggers.change", id);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), edit);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             new_button ("user-trash-symbolic", remove, "triggers.remove", id));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), edit);
  return row;
}

static GPtrArray *
list_triggers (ScTriggerGroup *self, const ScFlow *flow)
{
  GPtrArray *triggers = sc_list_collect ();

  sc_list_foreach (flow->stages, const ScStage *, stage)
    sc_list_foreach (stage->triggers, const ScTrigger *, trigger)
      {
        if (belongs_here (self, stage, trigger))
          g_ptr_array_add (triggers, sc_trigger_ref (trigger));
      }
  return triggers;
}

static gboolean
is_shown (ScTriggerGroup *self, GPtrArray *triggers)
{
  if (self->shown == NULL || self->shown->len != triggers->len)
    return FALSE;
  for (guint i = 0; i < triggers->len; i++)
    if (g_ptr_array_index (triggers, i) != g_ptr_array_index (self->shown, i))
      return FALSE;
  return TRUE;
}

static void
show_triggers (ScTriggerGroup *self, GPtrArray *triggers)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < triggers->len; i++)
    {
      GtkWidget *row = new_row (g_ptr_array_index (triggers, i));

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = g_ptr_array_ref (triggers);
}

static void
set_moments (ScTriggerGroup *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (int i = 0; i < SC_N_MOMENTS; i++)
    {
      g_autofree char *label = g_strdup_printf (_ ("%s…"), sc_moment_get_title ((ScMoment) i));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      if (sc_moment_is_of_stage ((ScMoment) i) == self->of_flow)
        continue;
      g_menu_item_set_action_and_target (item, "triggers.add", "i", i);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->add), G_MENU_MODEL (menu));
}

static void
sc_trigger_group_dispose (GObject *object)
{
  ScTriggerGroup *self = SC_TRIGGER_GROUP (object);

  g_clear_object (&self->editor);
  g_clear_pointer (&self->stage, g_free);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (sc_trigger_group_parent_class)->dispose (object);
}

static void
sc_trigger_group_class_init (ScTriggerGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_trigger_group_dispose;

  gtk_widget_class_install_action (widget_class, "triggers.add", "i", add_action_cb);
  gtk_widget_class_install_action (widget_class, "triggers.change", "s", change_action_cb);
  gtk_widget_class_install_action (widget_class, "triggers.remove", "s", remove_action_cb);
}

static void
sc_trigger_group_init (ScTriggerGroup *self)
{
  GtkWidget *toggle;

  self->rows = g_ptr_array_new ();
  self->add = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->add), "list-add-symbolic");
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_valign (self->add, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->add, _ ("Add Workflow"));
  toggle = gtk_widget_get_first_child (self->add);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add Workflow"), -1);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Workflows"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add);
}

void
sc_trigger_group_show (ScTriggerGroup *self, ScEditor *editor, const ScStage *stage)
{
  const ScFlow *flow = sc_editor_get_flow (editor);
  g_autoptr (GPtrArray) triggers = NULL;

  g_return_if_fail (SC_IS_TRIGGER_GROUP (self));

  if (self->editor == NULL)
    {
      self->editor = g_object_ref (editor);
      self->of_flow = stage == NULL;
      set_moments (self);
    }
  g_free (self->stage);
  self->stage = stage != NULL ? g_strdup (stage->id) : NULL;
  triggers = list_triggers (self, flow);
  gtk_widget_set_visible (self->add,
                          flow->stages != NULL && sc_editor_get_lock (editor) == SC_LOCK_NONE);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self),
      triggers->len > 0 ? NULL
      : self->of_flow
          ? _ ("Nothing runs by itself when the flow is applied, finished or abandoned.")
          : _ ("Nothing runs by itself when the stage is entered or left."));
  if (!is_shown (self, triggers))
    show_triggers (self, triggers);
}
