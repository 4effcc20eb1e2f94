/* sc-side-pane.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-side-pane.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "sc-columns-pane.h"
#include "sc-inspector.h"
#include "sc-templates-pane.h"

struct _ScSidePane
{
  GtkWidget parent_instance;

  ScEditor *editor;
  GtkStack *pages;
  GtkWidget *bins[SC_N_PAGES]; /* of AdwBin */
};

G_DEFINE_FINAL_TYPE (ScSidePane, sc_side_pane, GTK_TYPE_WIDGET)

static const struct
{
  const char *name;
  const char *title;
  GtkWidget *(*make) (ScEditor *editor);
} pages[] = {
  [SC_PAGE_INSPECTOR] = { "inspector", N_ ("Inspector"), sc_inspector_new },
  [SC_PAGE_COLUMNS] = { "columns", N_ ("Columns"), sc_columns_pane_new },
  [SC_PAGE_TEMPLATES] = { "templates", N_ ("Templates"), sc_templates_pane_new },
};

static void
make_page (ScSidePane *self)
{
  for (guint i = 0; i < SC_N_PAGES; i++)
    if (self->bins[i] == gtk_stack_get_visible_child (self->pages)
        && adw_bin_get_child (ADW_BIN (self->bins[i])) == NULL)
      adw_bin_set_child (ADW_BIN (self->bins[i]), pages[i].make (self->editor));
}

static gboolean
sc_side_pane_grab_focus (GtkWidget *widget)
{
  GtkWidget *page = gtk_stack_get_visible_child (SC_SIDE_PANE (widget)->pages);

  return gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
sc_side_pane_dispose (GObject *object)
{
  ScSidePane *self = SC_SIDE_PANE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_side_pane_parent_class)->dispose (object);
}

static void
sc_side_pane_class_init (ScSidePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_side_pane_dispose;
  widget_class->grab_focus = sc_side_pane_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
sc_side_pane_init (ScSidePane *self)
{
  GtkWidget *switcher = gtk_stack_switcher_new ();

  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->pages = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->pages, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->pages), TRUE);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->pages);
  gtk_widget_add_css_class (switcher, "side-switcher");
  gtk_widget_set_parent (switcher, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->pages), GTK_WIDGET (self));
}

GtkWidget *
sc_side_pane_new (ScEditor *editor)
{
  ScSidePane *self = g_object_new (SC_TYPE_SIDE_PANE, NULL);

  self->editor = g_object_ref (editor);
  for (guint i = 0; i < SC_N_PAGES; i++)
    {
      self->bins[i] = adw_bin_new ();
      gtk_stack_add_titled (self->pages, self->bins[i], pages[i].name, _ (pages[i].title));
    }
  make_page (self);
  g_signal_connect_object (self->pages, "notify::visible-child", G_CALLBACK (make_page), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
sc_side_pane_show (ScSidePane *self, ScSidePage page)
{
  g_return_if_fail (SC_IS_SIDE_PANE (self));

  gtk_stack_set_visible_child (self->pages, self->bins[page]);
  gtk_widget_grab_focus (adw_bin_get_child (ADW_BIN (self->bins[page])));
}
