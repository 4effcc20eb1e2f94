/* sc-security-view.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-security-view.h"

#include <glib/gi18n-lib.h>

#include "sc-access-header.h"
#include "sc-access-matrix.h"
#include "sc-access-menu.h"
#include "sc-flow-access.h"
#include "sc-name-dialog.h"
#include "sc-security-resources.h"
#include "sc-styles.h"

/* The menu that helps a flow nobody can run offers that many roles; the matrix has them all. */
#define MAX_OFFERED 15

struct _ScSecurityView
{
  GtkWidget parent_instance;

  ScEditor *editor;

  GtkWidget *stack;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *notice;
  GtkLabel *notice_text;
  GtkMenuButton *give;
  ScAccessMatrix *matrix;
  GtkScrolledWindow *scroller;

  gboolean stale; /* something changed while nobody could see it */
};

G_DEFINE_FINAL_TYPE (ScSecurityView, sc_security_view, GTK_TYPE_WIDGET)

static void
show_notice (ScSecurityView *self, const ScSolution *solution, const ScFlow *flow)
{
  const char *text = NULL;
  gboolean nameless = flow->unique_name == NULL || *flow->unique_name == '\0';

  if (nameless)
    text = _ ("This flow has no unique name yet, so it has no table to give privileges on. Save it "
              "to a solution first.");
  else if (!sc_flow_access_anybody_can_run (solution, flow))
    text = _ ("Only System Administrator and System Customizer can run this flow. Somebody else "
              "needs at least Create and Read.");
  gtk_widget_set_visible (self->notice, text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->give), !nameless);
  if (text != NULL)
    gtk_label_set_label (self->notice_text, text);
}

static void
show_heading (ScSecurityView *self, const ScFlow *flow)
{
  const char *label = sc_flow_get_label (flow, sc_editor_get_language (self->editor));
  g_autofree char *title = g_strdup_printf (_ ("Who can use “%s”"), label);
  g_autofree char *subtitle
      = flow->unique_name != NULL ? g_strdup_printf (
            _ ("Privileges on its table %s: for the whole organization or none"), flow->unique_name)
                                  : NULL;

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL);
}

static void
update (ScSecurityView *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  const ScFlow *flow = sc_editor_get_flow (self->editor);

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;
  if (flow == NULL)
    {
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "no-flow");
      return;
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    solution->roles != NULL ? "matrix" : "no-role");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "security.add-role", !solution->managed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "security.give", !solution->managed);
  gtk_widget_set_sensitive (GTK_WIDGET (self->give), !solution->managed);
  gtk_widget_set_sensitive (GTK_WIDGET (self->matrix), !solution->managed);
  show_heading (self, flow);
  show_notice (self, solution, flow);
  sc_access_matrix_update (self->matrix);
}

static void
add_role_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScSecurityView *self = SC_SECURITY_VIEW (widget);

  sc_name_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->editor, SC_NAME_NEW_ROLE,
                          NULL);
}

static void
give_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScSecurityView *self = SC_SECURITY_VIEW (widget);
  const ScRole *role = sc_solution_find_role (sc_editor_get_solution (self->editor),
                                              g_variant_get_string (parameter, NULL), NULL);

  if (role != NULL)
    sc_access_give_preset (self->editor, role, SC_PRESET_USER);
}

/* Made when it opens: it names the roles there are. */
static void
create_give_menu (GtkMenuButton *button, gpointer data)
{
  ScSecurityView *self = SC_SECURITY_VIEW (data);
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  g_autoptr (GMenu) menu = g_menu_new ();

  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (role_i >= MAX_OFFERED)
        continue;
      item = g_menu_item_new (role->name, NULL);
      g_menu_item_set_action_and_target (item, "security.give", "s", role->id);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
sc_security_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sc_security_view_parent_class)->map (widget);
  if (SC_SECURITY_VIEW (widget)->stale)
    update (SC_SECURITY_VIEW (widget));
}

static void
sc_security_view_dispose (GObject *object)
{
  ScSecurityView *self = SC_SECURITY_VIEW (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_security_view_parent_class)->dispose (object);
}

static void
sc_security_view_class_init (ScSecurityViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_security_view_dispose;
  widget_class->map = sc_security_view_map;

  g_resources_register (sc_security_get_resource ());
  sc_styles_add ("/org/stagecraft/Stagecraft/security/security.css");
  g_type_ensure (SC_TYPE_ACCESS_HEADER);
  g_type_ensure (SC_TYPE_ACCESS_MATRIX);
  gtk_widget_class_set_css_name (widget_class, "security-view");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "security.add-role", NULL, add_role_action);
  gtk_widget_class_install_action (widget_class, "security.give", "s", give_action);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/security/sc-security-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ScSecurityView, stack);
  gtk_widget_class_bind_template_child (widget_class, ScSecurityView, title);
  gtk_widget_class_bind_template_child (widget_class, ScSecurityView, subtitle);
  gtk_widget_class_bind_template_child (widget_class, ScSecurityView, notice);
  gtk_widget_class_bind_template_child (widget_class, ScSecurityView, notice_text);
  gtk_widget_class_bind_template_child (widget_class, ScSecurityView, give);
  gtk_widget_class_bind_template_child (widget_class, ScSecurityView, matrix);
  gtk_widget_class_bind_template_child (widget_class, ScSecurityView, scroller);
}

static void
sc_security_view_init (ScSecurityView *self)
{
  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  sc_access_matrix_set_adjustment (self->matrix,
                                   gtk_scrolled_window_get_vadjustment (self->scroller));
  gtk_menu_button_set_create_popup_func (self->give, create_give_menu, self, NULL);
}

GtkWidget *
sc_security_view_new (ScEditor *editor)
{
  ScSecurityView *self = g_object_new (SC_TYPE_SECURITY_VIEW, NULL);

  self->editor = g_object_ref (editor);
  sc_access_matrix_set_editor (self->matrix, editor);
  g_signal_connect_object (editor, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "flow-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
