/* sc-use-list.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-use-list.h"

#include <glib/gi18n-lib.h>

#include "sc-plain-row.h"

/* More rows than anybody reads would only make the dialog slow. */
#define MAX_ROWS 200
/* More than these scroll, in a place of that height. */
#define FEW_ROWS 4
#define HEIGHT   260

typedef struct
{
  ScEditor *editor;
  ScList *uses;
} UseList;

static void
use_list_free (gpointer data)
{
  UseList *self = data;

  g_object_unref (self->editor);
  sc_list_unref (self->uses);
  g_free (self);
}

static gboolean
leads_somewhere (const ScUse *use)
{
  return use->flow != NULL || use->role != NULL;
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, gpointer data)
{
  UseList *self = g_object_get_data (G_OBJECT (list), "sc-use-list");
  const ScUse *use = sc_list_get (self->uses, (guint) gtk_list_box_row_get_index (row));
  GtkWindow *dialog = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (list)));
  GtkWindow *window = gtk_window_get_transient_for (dialog);

  if (use == NULL || !leads_somewhere (use))
    return;
  sc_editor_select_use (self->editor, use);
  if (window != NULL && use->role != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "security");
  else if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-selected", NULL);
  gtk_window_close (dialog);
}

/* The flow is only named where it is not the one that is open. */
static char *
describe (ScEditor *editor, const ScUse *use)
{
  const ScFlow *open = sc_editor_get_flow (editor);
  const ScFlow *flow
      = use->flow != NULL ? sc_solution_find_flow (sc_editor_get_solution (editor), use->flow, NULL)
                          : NULL;

  if (flow == NULL || flow == open || use->kind == SC_USE_FLOW)
    return g_strdup (use->how);
  /* TRANSLATORS: the name of a flow, and a sentence about what is in it. */
  return g_strdup_printf (_ ("%s · %s"), sc_flow_get_label (flow, sc_editor_get_language (editor)),
                          use->how);
}

static GtkWidget *
new_row (ScEditor *editor, const ScUse *use)
{
  g_autofree char *how = describe (editor, use);
  g_autofree char *name = g_strdup_printf ("%s: %s", use->who, how);
  GtkWidget *row = sc_plain_row_new (ADW_TYPE_ACTION_ROW, use->who, how);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (!leads_somewhere (use))
    return row;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static GtkWidget *
new_scroller (GtkWidget *list)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  /* The frame is around what is seen, not around the rows. */
  gtk_widget_remove_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "sc-uses");
  gtk_list_box_set_show_separators (GTK_LIST_BOX (list), TRUE);
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_set_overflow (scroller, GTK_OVERFLOW_HIDDEN);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), HEIGHT);
  return scroller;
}

GtkWidget *
sc_use_list_new (ScEditor *editor, const ScList *uses)
{
  UseList *self = g_new0 (UseList, 1);
  GtkWidget *list = gtk_list_box_new ();
  guint n = sc_list_length (uses);

  self->editor = g_object_ref (editor);
  self->uses = sc_list_ref (uses);
  g_object_set_data_full (G_OBJECT (list), "sc-use-list", self, use_list_free);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Who Uses It"), -1);
  sc_list_foreach (uses, const ScUse *, use)
    {
      if (use_i < MAX_ROWS)
        gtk_list_box_append (GTK_LIST_BOX (list), new_row (editor, use));
    }
  g_signal_connect (list, "row-activated", G_CALLBACK (activated_cb), NULL);
  return n > FEW_ROWS ? new_scroller (list) : list;
}
