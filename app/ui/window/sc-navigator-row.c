/* sc-navigator-row.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-navigator-row-private.h"

#include <glib/gi18n-lib.h>

#include "sc-fuzzy.h"
#include "sc-navigator-badge.h"
#include "sc-navigator-drag.h"
#include "sc-table-popover.h"

G_DEFINE_FINAL_TYPE (ScNavigatorRow, sc_navigator_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_0,
  PROP_ACTIVE
};

void
sc_navigator_row_show_columns (ScNavigatorRow *self)
{
  if (self->columns == NULL)
    {
      self->columns = GTK_POPOVER (sc_table_popover_new (self->editor, self->id));
      gtk_widget_set_parent (GTK_WIDGET (self->columns), GTK_WIDGET (self));
    }
  gtk_popover_popup (self->columns);
}

static GtkWidget *
get_menu_button (ScNavigatorRow *self)
{
  const char *title = _ ("More Actions");

  if (self->menu_button != NULL)
    return self->menu_button;
  self->menu_button = gtk_button_new_from_icon_name ("view-more-symbolic");
  gtk_widget_set_valign (self->menu_button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->menu_button, title);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->menu_button), "row.show-menu");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_widget_add_css_class (self->menu_button, "flat");
  gtk_widget_add_css_class (self->menu_button, "row-menu");
  gtk_box_insert_child_after (self->box, self->menu_button, GTK_WIDGET (self->title));
  return self->menu_button;
}

/* The button takes room from the name, so it is there only while somebody is near. */
static void
update_menu_button (ScNavigatorRow *self)
{
  const GtkStateFlags near
      = GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_SELECTED | GTK_STATE_FLAG_FOCUS_WITHIN;
  gboolean is_near = (gtk_widget_get_state_flags (GTK_WIDGET (self)) & near) != 0;

  if (self->menu != NULL && gtk_widget_get_visible (GTK_WIDGET (self->menu)))
    return;
  if (is_near || self->menu_button != NULL)
    gtk_widget_set_visible (get_menu_button (self), is_near);
}

void
sc_navigator_row_show_menu (ScNavigatorRow *self)
{
  GMenuModel *const models[] = { self->flow_menu, self->table_menu, self->role_menu };
  GtkWidget *button = get_menu_button (self);

  sc_navigator_row_update_deletable (self);
  if (self->menu == NULL)
    {
      self->menu = GTK_POPOVER (gtk_popover_menu_new_from_model (models[self->kind]));
      gtk_widget_set_parent (GTK_WIDGET (self->menu), button);
      g_signal_connect_object (self->menu, "closed", G_CALLBACK (update_menu_button), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_widget_show (button);
  gtk_popover_popup (self->menu);
}

/* The whole name, where there is no room for it. */
static gboolean
query_title_cb (ScNavigatorRow *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, self->shown_title);
  return pango_layout_is_ellipsized (gtk_label_get_layout (self->title));
}

void
sc_navigator_row_open_tab (ScNavigatorRow *self)
{
  if (self->kind == SC_NAVIGATOR_FLOW)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-flow-tab", "s", self->id);
}

/* With Ctrl, the first button is the middle one for who has none. */
static void
pressed_cb (ScNavigatorRow *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GdkModifierType modifiers
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button == GDK_BUTTON_SECONDARY)
    {
      sc_navigator_row_show_menu (self);
    }
  else if (self->kind == SC_NAVIGATOR_FLOW
           && (button == GDK_BUTTON_MIDDLE
               || (button == GDK_BUTTON_PRIMARY && (modifiers & GDK_CONTROL_MASK) != 0)))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      sc_navigator_row_open_tab (self);
    }
}

static void
long_pressed_cb (ScNavigatorRow *self)
{
  sc_navigator_row_show_menu (self);
}

static void
sc_navigator_row_dispose (GObject *object)
{
  ScNavigatorRow *self = SC_NAVIGATOR_ROW (object);

  if (self->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->menu));
  if (self->columns != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->columns));
  self->menu = self->columns = NULL;
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_navigator_row_parent_class)->dispose (object);
}

static void
sc_navigator_row_finalize (GObject *object)
{
  ScNavigatorRow *self = SC_NAVIGATOR_ROW (object);

  g_free (self->id);
  g_free (self->shown_title);
  g_free (self->shown_detail);
  g_free (self->shown_keywords);
  g_free (self->shown_place);

  G_OBJECT_CLASS (sc_navigator_row_parent_class)->finalize (object);
}

static void
sc_navigator_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, SC_NAVIGATOR_ROW (object)->active);
}

static void
sc_navigator_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  sc_navigator_row_set_active (SC_NAVIGATOR_ROW (object), g_value_get_boolean (value));
}

/* An open popover would keep a row that goes alive. */
static void
sc_navigator_row_unmap (GtkWidget *widget)
{
  ScNavigatorRow *self = SC_NAVIGATOR_ROW (widget);

  if (self->menu != NULL)
    gtk_popover_popdown (self->menu);
  if (self->columns != NULL)
    gtk_popover_popdown (self->columns);

  GTK_WIDGET_CLASS (sc_navigator_row_parent_class)->unmap (widget);
}

static void
sc_navigator_row_class_init (ScNavigatorRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_navigator_row_dispose;
  object_class->finalize = sc_navigator_row_finalize;
  object_class->get_property = sc_navigator_row_get_property;
  object_class->set_property = sc_navigator_row_set_property;
  widget_class->unmap = sc_navigator_row_unmap;

  g_object_class_install_property (
      object_class, PROP_ACTIVE,
      g_param_spec_boolean ("active", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY));

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/window/sc-navigator-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorRow, title);
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorRow, detail);
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorRow, box);
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorRow, tick);
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorRow, count);
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorRow, flow_menu);
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorRow, table_menu);
  gtk_widget_class_bind_template_child (widget_class, ScNavigatorRow, role_menu);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_menu_button);
  gtk_widget_class_bind_template_callback (widget_class, query_title_cb);
  sc_navigator_row_install_actions (widget_class);
}

static void
sc_navigator_row_init (ScNavigatorRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sc_navigator_row_new (ScEditor *editor, ScNavigatorKind kind, const char *id)
{
  ScNavigatorRow *self = g_object_new (SC_TYPE_NAVIGATOR_ROW, NULL);
  GtkWidget *widget = GTK_WIDGET (self);

  self->editor = g_object_ref (editor);
  self->kind = kind;
  self->id = g_strdup (id);
  sc_navigator_row_update_actions (self, &self->shown);
  gtk_widget_action_set_enabled (widget, "row.show-columns", kind == SC_NAVIGATOR_TABLE);
  if (kind == SC_NAVIGATOR_FLOW)
    sc_navigator_drag_init (self);
  return widget;
}

const char *
sc_navigator_row_get_id (ScNavigatorRow *self)
{
  return self->id;
}

const char *
sc_navigator_row_get_title (ScNavigatorRow *self)
{
  return self->shown_title;
}

guint
sc_navigator_row_get_group (ScNavigatorRow *self)
{
  return self->shown.group;
}

guint
sc_navigator_row_get_position (ScNavigatorRow *self)
{
  return self->position;
}

void
sc_navigator_row_set_position (ScNavigatorRow *self, guint position)
{
  self->position = position;
}

guint
sc_navigator_row_rate (ScNavigatorRow *self, const char *folded_needle)
{
  const char *keywords = self->shown_keywords != NULL ? self->shown_keywords : "";
  g_auto (GStrv) lines = g_strsplit (keywords, "\n", -1);

  self->rating = sc_fuzzy_score (folded_needle, self->shown_title != NULL ? self->shown_title : "");
  for (guint i = 0; lines[i] != NULL; i++)
    self->rating = MAX (self->rating, sc_fuzzy_score (folded_needle, lines[i]));
  return self->rating;
}

guint
sc_navigator_row_get_rating (ScNavigatorRow *self)
{
  return self->rating;
}

/* List rows have no name of their own in the accessibility tree, and colour is not a name. */
static void
update_name (ScNavigatorRow *self, const ScNavigatorFacts *facts)
{
  g_autoptr (GString) name = g_string_new (facts->title);
  g_autofree char *problems = sc_navigator_describe_problems (facts);

  if (facts->draft)
    g_string_append_printf (name, ", %s", _ ("draft"));
  if (facts->detail != NULL)
    g_string_append_printf (name, ", %s", facts->detail);
  if (problems != NULL)
    g_string_append_printf (name, ", %s", problems);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  -1);
  if (facts->place != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    facts->place, -1);
}

static gboolean
is_shown (ScNavigatorRow *self, const ScNavigatorFacts *facts)
{
  return g_strcmp0 (self->shown.title, facts->title) == 0
         && g_strcmp0 (self->shown.detail, facts->detail) == 0 && self->shown.draft == facts->draft
         && self->shown.lock == facts->lock && self->shown.n_errors == facts->n_errors
         && self->shown.n_warnings == facts->n_warnings && self->shown.group == facts->group
         && self->shown.is_first == facts->is_first && self->shown.is_last == facts->is_last
         && g_strcmp0 (self->shown.keywords, facts->keywords) == 0
         && g_strcmp0 (self->shown.place, facts->place) == 0;
}

static void
keep_facts (ScNavigatorRow *self, const ScNavigatorFacts *facts)
{
  g_free (self->shown_title);
  g_free (self->shown_detail);
  g_free (self->shown_keywords);
  g_free (self->shown_place);
  self->shown_title = g_strdup (facts->title);
  self->shown_detail = g_strdup (facts->detail);
  self->shown_keywords = g_strdup (facts->keywords);
  self->shown_place = g_strdup (facts->place);
  self->shown = *facts;
  self->shown.title = self->shown_title;
  self->shown.detail = self->shown_detail;
  self->shown.keywords = self->shown_keywords;
  self->shown.place = self->shown_place;
}

static void
show_detail (ScNavigatorRow *self, const ScNavigatorFacts *facts)
{
  g_autofree char *text = NULL;

  if (facts->draft && facts->detail != NULL)
    text = g_strdup_printf ("%s · %s", _ ("draft"), facts->detail);
  else
    text = g_strdup (facts->draft ? _ ("draft") : facts->detail);
  gtk_label_set_text (self->detail, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), text != NULL);
}

void
sc_navigator_row_show (ScNavigatorRow *self, const ScNavigatorFacts *facts)
{
  gboolean active = self->kind == SC_NAVIGATOR_FLOW && !facts->draft;

  g_return_if_fail (SC_IS_NAVIGATOR_ROW (self));

  if (is_shown (self, facts))
    return;

  keep_facts (self, facts);
  sc_navigator_row_update_actions (self, facts);
  gtk_label_set_text (self->title, facts->title);
  show_detail (self, facts);
  if (self->active != active)
    {
      self->active = active;
      g_object_notify (G_OBJECT (self), "active");
    }
  sc_navigator_badge_show (self->count, facts);
  gtk_widget_set_visible (self->tick, self->kind == SC_NAVIGATOR_FLOW && facts->n_errors == 0
                                          && facts->n_warnings == 0);
  update_name (self, facts);
}

void
sc_navigator_row_activate (ScNavigatorRow *self)
{
  g_return_if_fail (SC_IS_NAVIGATOR_ROW (self));

  switch (self->kind)
    {
    case SC_NAVIGATOR_FLOW:
      sc_editor_open_flow (self->editor, self->id);
      break;
    case SC_NAVIGATOR_TABLE:
      sc_navigator_row_show_columns (self);
      break;
    case SC_NAVIGATOR_ROLE:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.view", "s", "security");
      break;
    }
}
