/* sc-security-view.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-security-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "sc-access-header.h"
#include "sc-access-matrix.h"
#include "sc-access-page.h"
#include "sc-name-dialog.h"
#include "sc-nobody-notice.h"
#include "sc-persona-page.h"
#include "sc-security-resources.h"
#include "sc-styles.h"

struct _ScSecurityView
{
  GtkWidget parent_instance;

  ScEditor *editor;

  GtkWidget *box;
  GtkStack *pages;
  AdwBin *tables_bin;
  AdwBin *flows_bin;
  AdwBin *personas_bin;
  GtkWidget *stack; /* of the page on the open flow */
  GtkLabel *title;
  GtkLabel *subtitle;
  ScNobodyNotice *notice;
  ScAccessMatrix *matrix;
  GtkScrolledWindow *scroller;

  gboolean stale; /* something changed while nobody could see it */
};

G_DEFINE_FINAL_TYPE (ScSecurityView, sc_security_view, GTK_TYPE_WIDGET)

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
  gtk_widget_set_sensitive (GTK_WIDGET (self->matrix), !solution->managed);
  show_heading (self, flow);
  sc_access_matrix_update (self->matrix);
}

static gboolean
focus_page_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  gtk_widget_grab_focus (widget);
  return G_SOURCE_REMOVE;
}

/* A page is made when it is first seen. */
static void
page_changed_cb (ScSecurityView *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->pages);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->editor == NULL)
    return;
  if (g_strcmp0 (page, "tables") == 0 && adw_bin_get_child (self->tables_bin) == NULL)
    adw_bin_set_child (self->tables_bin, sc_access_page_new (self->editor, FALSE));
  if (g_strcmp0 (page, "flows") == 0 && adw_bin_get_child (self->flows_bin) == NULL)
    adw_bin_set_child (self->flows_bin, sc_access_page_new (self->editor, TRUE));
  if (g_strcmp0 (page, "personas") == 0 && adw_bin_get_child (self->personas_bin) == NULL)
    adw_bin_set_child (self->personas_bin, sc_persona_page_new (self->editor));
  /* What had the keyboard is gone from sight with its page; by the next frame the new one is there
   * to take it. */
  if (root != NULL && (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->pages))))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_page_cb, NULL, NULL);
}

static void
show_page_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScSecurityView *self = SC_SECURITY_VIEW (widget);

  gtk_stack_set_visible_child_name (self->pages, g_variant_get_string (parameter, NULL));
}

static void
add_role_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScSecurityView *self = SC_SECURITY_VIEW (widget);

  sc_name_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->editor, SC_NAME_NEW_ROLE,
                          NULL);
}

static void
sc_security_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sc_security_view_parent_class)->map (widget);
  if (SC_SECURITY_VIEW (widget)->stale)
    update (SC_SECURITY_VIEW (widget));
}

/* The keyboard begins at what the page is for, not at the switch between pages. */
static gboolean
sc_security_view_grab_focus (GtkWidget *widget)
{
  GtkWidget *page = gtk_stack_get_visible_child (SC_SECURITY_VIEW (widget)->pages);

  if (ADW_IS_BIN (page) && adw_bin_get_child (ADW_BIN (page)) != NULL
      && gtk_widget_grab_focus (adw_bin_get_child (ADW_BIN (page))))
    return TRUE;
  return gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
sc_security_view_dispose (GObject *object)
{
  ScSecurityView *self = SC_SECURITY_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_security_view_parent_class)->dispose (object);
}

static void
sc_security_view_class_init (ScSecurityViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_security_view_dispose;
  widget_class->map = sc_security_view_map;
  widget_class->grab_focus = sc_security_view_grab_focus;

  g_resources_register (sc_security_get_resource ());
  sc_styles_add ("/org/stagecraft/Stagecraft/security/security.css");
  g_type_ensure (SC_TYPE_ACCESS_HEADER);
  g_type_ensure (SC_TYPE_ACCESS_MATRIX);
  g_type_ensure (SC_TYPE_NOBODY_NOTICE);
  gtk_widget_class_set_css_name (widget_class, "security-view");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "security.add-role", NULL, add_role_action);
  gtk_widget_class_install_action (widget_class, "security.show-page", "s", show_page_action);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/security/sc-security-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ScSecurityView, box);
  gtk_widget_class_bind_template_child (widget_class, ScSecurityView, pages);
  gtk_widget_class_bind_template_child (widget_class, ScSecurityView, tables_bin);
  gtk_widget_class_bind_template_child (widget_class, ScSecurityView, flows_bin);
  gtk_widget_class_bind_template_child (widget_class, ScSecurityView, personas_bin);
  gtk_widget_class_bind_template_child (widget_class, ScSecurityView, stack);
  gtk_widget_class_bind_template_child (widget_class, ScSecurityView, title);
  gtk_widget_class_bind_template_child (widget_class, ScSecurityView, subtitle);
  gtk_widget_class_bind_template_child (widget_class, ScSecurityView, notice);
  gtk_widget_class_bind_template_child (widget_class, ScSecurityView, matrix);
  gtk_widget_class_bind_template_child (widget_class, ScSecurityView, scroller);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
}

static void
sc_security_view_init (ScSecurityView *self)
{
  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  sc_access_matrix_set_adjustment (self->matrix,
                                   gtk_scrolled_window_get_vadjustment (self->scroller));
}

GtkWidget *
sc_security_view_new (ScEditor *editor)
{
  ScSecurityView *self = g_object_new (SC_TYPE_SECURITY_VIEW, NULL);

  self->editor = g_object_ref (editor);
  sc_nobody_notice_set_editor (self->notice, editor, SC_NOBODY_VIEW);
  sc_access_matrix_set_editor (self->matrix, editor);
  g_signal_connect_object (editor, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "flow-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
