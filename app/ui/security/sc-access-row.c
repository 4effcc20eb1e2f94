/* sc-access-row.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-row.h"

#include <glib/gi18n-lib.h>

#include "sc-access-toggle.h"
#include "sc-access-columns.h"
#include "sc-access-menu.h"
#include "sc-access-preset.h"
#include "sc-edit-role.h"
#include "sc-flow-access.h"
#include "sc-name-dialog.h"
#include "sc-question.h"

struct _ScAccessRow
{
  GtkWidget parent_instance;

  ScEditor *editor;
  ScRole *role;
  char *flow_id;
  char *unique_name;
  char *flow_label;

  GtkWidget *name;
  GtkWidget *cells[SC_N_ACCESS];
  GtkWidget *button;
  GtkWidget *preset; /* the text on the button */
  GtkWidget *menu;   /* NULL until it is first asked for */
};

G_DEFINE_FINAL_TYPE (ScAccessRow, sc_access_row, GTK_TYPE_WIDGET)

static void
toggled_cb (GtkWidget *cell, ScAccessRow *self)
{
  const ScFlow *flow = sc_editor_get_flow (self->editor);
  ScLevel level = sc_access_toggle_get_level (SC_ACCESS_TOGGLE (cell));
  gboolean grant = level != SC_LEVEL_ORGANIZATION;
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;
  int access = 0;

  while (access < SC_N_ACCESS && self->cells[access] != cell)
    access++;
  if (flow == NULL || access == SC_N_ACCESS)
    return;
  name = g_strdup_printf (grant ? _ ("Grant %s to “%s”") : _ ("Take %s from “%s”"),
                          sc_access_get_title ((ScAccess) access), self->role->name);
  after = sc_edit_role_set_access (sc_editor_get_solution (self->editor), self->role->id, flow->id,
                                   (ScAccess) access, grant ? SC_LEVEL_ORGANIZATION : SC_LEVEL_NONE,
                                   &error);
  sc_editor_commit (self->editor, after, error, name, NULL);
}

static void
preset_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScAccessRow *self = SC_ACCESS_ROW (widget);

  sc_access_give_preset (self->editor, self->role, g_variant_get_string (parameter, NULL));
}

static void
save_preset_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScAccessRow *self = SC_ACCESS_ROW (widget);

  sc_access_save_preset (GTK_WINDOW (gtk_widget_get_root (widget)), self->editor, self->role);
}

static void
rename_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScAccessRow *self = SC_ACCESS_ROW (widget);

  sc_name_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->editor, SC_NAME_ROLE,
                          self->role->id);
}

static void
delete_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScAccessRow *self = SC_ACCESS_ROW (widget);
  g_autofree char *name = g_strdup_printf (_ ("Delete Role “%s”"), self->role->name);
  GError *error = NULL;
  ScSolution *after;

  after = sc_edit_role_delete (sc_editor_get_solution (self->editor), self->role->id, &error);
  sc_editor_propose (self->editor, after, error, SC_PROPOSE_DELETE, name, NULL);
}

static void
popup_menu (ScAccessRow *self)
{
  graphene_rect_t bounds;

  /* There may be other presets by now. */
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = sc_access_menu_new ();
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  if (gtk_widget_compute_bounds (self->button, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                                 &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                  (int) bounds.size.width,
                                                  (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  popup_menu (SC_ACCESS_ROW (widget));
}

static void
right_click_cb (GtkGestureClick *click, int n_press, double x, double y, ScAccessRow *self)
{
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  popup_menu (self);
}

static void
sc_access_row_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  GtkWidget *child;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = SC_ACCESS_MIN_WIDTH;
      *natural = 860;
      return;
    }
  *minimum = *natural = 0;
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, nat;

      if (GTK_IS_NATIVE (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &least, &nat, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, nat);
    }
}

static void
sc_access_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScAccessRow *self = SC_ACCESS_ROW (widget);
  ScAccessColumns columns = sc_access_columns (width);

  gtk_widget_set_child_visible (self->preset, !columns.narrow);
  sc_access_place_child (self->name, columns.name_x, columns.name_width, height, width);
  for (int i = 0; i < SC_N_ACCESS; i++)
    sc_access_place_child (self->cells[i], columns.cells_x + i * columns.cell_width,
                           columns.cell_width, height, width);
  sc_access_place_child (self->preset, columns.preset_x, columns.preset_width - 30, height, width);
  sc_access_place_child (self->button, columns.preset_x, columns.preset_width, height, width);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
sc_access_row_dispose (GObject *object)
{
  ScAccessRow *self = SC_ACCESS_ROW (object);
  GtkWidget *child;

  self->menu = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->role, sc_role_unref);
  g_clear_pointer (&self->flow_id, g_free);
  g_clear_pointer (&self->unique_name, g_free);
  g_clear_pointer (&self->flow_label, g_free);

  G_OBJECT_CLASS (sc_access_row_parent_class)->dispose (object);
}

static void
sc_access_row_class_init (ScAccessRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_access_row_dispose;
  widget_class->measure = sc_access_row_measure;
  widget_class->size_allocate = sc_access_row_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "access-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
  gtk_widget_class_install_action (widget_class, "role.preset", "s", preset_action);
  gtk_widget_class_install_action (widget_class, "role.save-preset", NULL, save_preset_action);
  gtk_widget_class_install_action (widget_class, "role.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "role.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "role.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "role.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "role.menu",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "role.rename", NULL);
}

static void
add_button (ScAccessRow *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("pan-down-symbolic");

  self->preset = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->preset), 1);
  gtk_label_set_ellipsize (GTK_LABEL (self->preset), PANGO_ELLIPSIZE_END);
  gtk_widget_set_can_target (self->preset, FALSE);
  gtk_widget_add_css_class (self->preset, "preset");
  gtk_widget_set_halign (icon, GTK_ALIGN_END);
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), icon);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "role.menu");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_parent (self->preset, GTK_WIDGET (self));
}

static void
sc_access_row_init (ScAccessRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->name = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->name, GTK_WIDGET (self));
  for (int i = 0; i < SC_N_ACCESS; i++)
    {
      self->cells[i] = sc_access_toggle_new ();
      g_signal_connect (self->cells[i], "toggled", G_CALLBACK (toggled_cb), self);
      gtk_widget_set_parent (self->cells[i], GTK_WIDGET (self));
    }
  add_button (self);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (right_click_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
sc_access_row_new (ScEditor *editor)
{
  ScAccessRow *self = g_object_new (SC_TYPE_ACCESS_ROW, NULL);

  self->editor = g_object_ref (editor);
  return GTK_WIDGET (self);
}

static void
show_access (ScAccessRow *self, const ScFlow *flow, int access)
{
  g_autofree char *name
      = g_strdup_printf (_ ("%s, %s on %s"), self->role->name,
                         sc_access_get_title ((ScAccess) access), self->flow_label);

  sc_access_toggle_set (SC_ACCESS_TOGGLE (self->cells[access]),
                        sc_flow_access_get (self->role, flow, (ScAccess) access), name);
  gtk_widget_set_sensitive (self->cells[access], flow->unique_name != NULL);
}

/* TRUE when what is shown came from this role and flow already. */
static gboolean
is_current (ScAccessRow *self, const ScRole *role, const ScFlow *flow, const char *label)
{
  return role == self->role && g_strcmp0 (flow->id, self->flow_id) == 0
         && g_strcmp0 (flow->unique_name, self->unique_name) == 0
         && g_strcmp0 (label, self->flow_label) == 0;
}

void
sc_access_row_set (ScAccessRow *self, const ScRole *role, const ScFlow *flow)
{
  const char *label = sc_flow_get_label (flow, sc_editor_get_language (self->editor));
  g_autofree char *access = NULL;
  const char *preset;

  g_return_if_fail (SC_IS_ACCESS_ROW (self));

  if (is_current (self, role, flow, label))
    return;
  if (role != self->role)
    {
      g_clear_pointer (&self->role, sc_role_unref);
      self->role = sc_role_ref (role);
    }
  g_free (self->flow_id);
  g_free (self->unique_name);
  g_free (self->flow_label);
  self->flow_id = g_strdup (flow->id);
  self->unique_name = g_strdup (flow->unique_name);
  self->flow_label = g_strdup (label);

  gtk_label_set_label (GTK_LABEL (self->name), role->name);
  gtk_widget_set_tooltip_text (self->name, role->name);
  for (int i = 0; i < SC_N_ACCESS; i++)
    show_access (self, flow, i);
  preset = sc_access_preset_get_title (sc_access_preset_find (role, flow));
  gtk_label_set_label (GTK_LABEL (self->preset), preset);
  access = g_strdup_printf (_ ("Access of “%s”: %s"), role->name, preset);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  access, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, role->name,
                                  -1);
}

const char *
sc_access_row_get_role (ScAccessRow *self)
{
  return self->role != NULL ? self->role->id : NULL;
}

GtkWidget *
sc_access_row_get_cell (ScAccessRow *self, ScAccess access)
{
  g_return_val_if_fail (access < SC_N_ACCESS, NULL);
  return self->cells[access];
}

GtkWidget *
sc_access_row_get_button (ScAccessRow *self)
{
  return self->button;
}

ScAccess
sc_access_row_get_focused (ScAccessRow *self)
{
  for (int i = 0; i < SC_N_ACCESS; i++)
    {
      if (gtk_widget_has_focus (self->cells[i]))
        return (ScAccess) i;
    }
  return SC_N_ACCESS;
}
