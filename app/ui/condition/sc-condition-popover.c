/* sc-condition-popover.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-condition-popover.h"

#include <glib/gi18n-lib.h>

#include "sc-condition-editor.h"
#include "sc-id.h"

struct _ScConditionPopover
{
  GtkPopover parent_instance;

  ScEditor *editor;
  char *stage;
  GtkWidget *condition;
  GtkLabel *title;
  GtkWidget *problems; /* about the condition as a whole */
};

G_DEFINE_FINAL_TYPE (ScConditionPopover, sc_condition_popover, GTK_TYPE_POPOVER)

/* What the inspector shows in cards. Problems of one branch stand beside it. */
static void
show_problems (ScConditionPopover *self, const ScFlow *flow)
{
  g_autoptr (GString) text = g_string_new (NULL);

  sc_list_foreach (sc_editor_get_problems (self->editor), const ScProblem *, problem)
    {
      if (problem->branch != 0 || !g_str_has_prefix (sc_rule_get_id (problem->rule), "BR-")
          || !sc_id_equal (problem->flow, flow->id) || !sc_id_equal (problem->stage, self->stage))
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, problem->message);
    }
  gtk_widget_set_visible (self->problems, text->len > 0);
  gtk_label_set_label (GTK_LABEL (self->problems), text->str);
}

static void
update (ScConditionPopover *self)
{
  const ScFlow *flow = sc_editor_get_flow (self->editor);
  const ScStage *stage = flow != NULL ? sc_flow_find_stage (flow, self->stage, NULL) : NULL;
  g_autofree char *title = NULL;

  if (stage == NULL || stage->condition == NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  title = g_strdup_printf (_ ("Behind “%s”"),
                           sc_stage_get_label (stage, sc_editor_get_language (self->editor)));
  gtk_label_set_label (self->title, title);
  gtk_widget_set_sensitive (self->condition, sc_editor_get_lock (self->editor) == SC_LOCK_NONE);
  sc_condition_editor_show (SC_CONDITION_EDITOR (self->condition), self->stage);
  show_problems (self, flow);
}

static void
flow_changed_cb (ScConditionPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
sc_condition_popover_dispose (GObject *object)
{
  ScConditionPopover *self = SC_CONDITION_POPOVER (object);

  g_clear_object (&self->editor);
  g_clear_pointer (&self->stage, g_free);

  G_OBJECT_CLASS (sc_condition_popover_parent_class)->dispose (object);
}

static void
sc_condition_popover_class_init (ScConditionPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_condition_popover_dispose;
}

/* While a popover is open, the keys of the window do not reach it. */
static void
add_keys (ScConditionPopover *self)
{
  static const struct
  {
    const char *keys, *action;
  } shortcuts[] = { { "<Control>z", "win.undo" },
                    { "<Control><Shift>z|<Control>y", "win.redo" },
                    { "<Control>s", "win.save" } };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].keys),
                          gtk_named_action_new (shortcuts[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
sc_condition_popover_init (ScConditionPopover *self)
{
  add_keys (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "condition");
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Condition"), -1);
}

static GtkWidget *
make_content (ScConditionPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->title = GTK_LABEL (title);
  self->condition = sc_condition_editor_new (self->editor);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->title, 30);
  gtk_widget_add_css_class (title, "popover-title");
  self->problems = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->problems), 0);
  gtk_label_set_wrap (GTK_LABEL (self->problems), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->problems), 30);
  gtk_widget_add_css_class (self->problems, "problem");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 440);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->condition);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), self->problems);
  gtk_box_append (GTK_BOX (box), scroller);
  return box;
}

GtkWidget *
sc_condition_popover_new (ScEditor *editor, const char *stage)
{
  ScConditionPopover *self = g_object_new (SC_TYPE_CONDITION_POPOVER, NULL);

  self->editor = g_object_ref (editor);
  self->stage = g_strdup (stage);
  gtk_popover_set_child (GTK_POPOVER (self), make_content (self));
  g_signal_connect_object (editor, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "flow-changed", G_CALLBACK (flow_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
