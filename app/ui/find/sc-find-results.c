/* sc-find-results.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-find-results.h"

#include <glib/gi18n-lib.h>

#include "sc-hit-list.h"
#include "sc-hit-text.h"

/* Rows are what takes time; who looks for more goes from match to match, or says more. */
#define MAX_ROWS 100

struct _ScFindResults
{
  GtkWidget parent_instance;

  ScFinder *finder;
  ScHitList *hits; /* belongs to selection */
  gboolean many_flows;

  GtkWidget *list;
  GtkSingleSelection *selection;
  GtkLabel *more;
};

G_DEFINE_FINAL_TYPE (ScFindResults, sc_find_results, GTK_TYPE_WIDGET)

static void
activate_cb (ScFindResults *self, guint position)
{
  sc_finder_go_to (self->finder, position);
}

static void
uses_cb (GtkWidget *button, GtkListItem *row)
{
  ScHitItem *item = gtk_list_item_get_item (row);
  const ScHit *hit = item != NULL ? sc_hit_item_get_hit (item) : NULL;
  g_autofree char *column = NULL;

  if (hit == NULL || hit->table == NULL)
    return;
  column = g_strdup_printf ("%s.%s", hit->table, hit->whole->text);
  gtk_widget_activate_action (button, "win.show-uses", "(ss)", "column", column);
}

static GtkWidget *
add_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
setup_row_cb (ScFindResults *self, GtkListItem *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_hexpand (texts, TRUE);
  add_label (texts, NULL);
  add_label (texts, "place");
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_item_set_child (row, box);
}

/* Only columns tell who uses them. */
static void
show_uses (GtkListItem *row, gboolean show)
{
  GtkWidget *box = gtk_list_item_get_child (row);
  GtkWidget *uses = gtk_widget_get_next_sibling (gtk_widget_get_first_child (box));

  if (uses == NULL && show)
    {
      uses = gtk_button_new_from_icon_name ("edit-find-symbolic");
      gtk_widget_add_css_class (uses, "flat");
      gtk_widget_set_valign (uses, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (uses, _ ("Where Is It Used…"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (uses), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Where Is It Used…"), -1);
      g_signal_connect_object (uses, "clicked", G_CALLBACK (uses_cb), row, 0);
      gtk_box_append (GTK_BOX (box), uses);
    }
  else if (uses != NULL)
    {
      gtk_widget_set_visible (uses, show);
    }
}

static void
bind_row_cb (ScFindResults *self, GtkListItem *row)
{
  const ScHit *hit = sc_hit_item_get_hit (gtk_list_item_get_item (row));
  GtkWidget *box = gtk_list_item_get_child (row);
  GtkWidget *texts = gtk_widget_get_first_child (box);
  GtkLabel *text = GTK_LABEL (gtk_widget_get_first_child (texts));
  int language = sc_editor_get_language (sc_finder_get_editor (self->finder));
  PangoAttrList *attributes;
  g_autofree char *excerpt = sc_hit_dup_excerpt (hit, &attributes);
  g_autofree char *place = sc_hit_dup_place (hit, language, self->many_flows);
  g_autofree char *name = g_strdup_printf ("%s, %s", excerpt, place);

  gtk_label_set_text (text, excerpt);
  gtk_label_set_attributes (text, attributes);
  pango_attr_list_unref (attributes);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (texts)), place);
  show_uses (row, hit->table != NULL && hit->text_kind == SC_TEXT_COLUMN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
are_in_many_flows (const ScList *hits)
{
  guint n = sc_list_length (hits);
  const ScHit *first = sc_list_get (hits, 0);
  const ScHit *last = n > 0 ? sc_list_get (hits, n - 1) : NULL;

  return n > 0 && first->flow_position != last->flow_position;
}

static void
changed_cb (ScFindResults *self)
{
  const ScList *hits = sc_finder_get_hits (self->finder);
  guint n_rows = MIN (sc_list_length (hits), MAX_ROWS);
  guint n_more = sc_finder_count (self->finder) - n_rows;
  int current = sc_finder_get_current (self->finder);
  g_autofree char *more
      = g_strdup_printf (ngettext ("and %'u more", "and %'u more", n_more), n_more);

  self->many_flows = are_in_many_flows (hits);
  sc_hit_list_set_hits (self->hits, hits, MAX_ROWS);
  gtk_label_set_text (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_more > 0);
  gtk_single_selection_set_selected (self->selection, current >= 0 && (guint) current < n_rows
                                                          ? (guint) current
                                                          : GTK_INVALID_LIST_POSITION);
  if (current >= 0 && (guint) current < n_rows)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", (guint) current);
}

/* To the row of the current hit, else to the first one. */
static gboolean
sc_find_results_grab_focus (GtkWidget *widget)
{
  ScFindResults *self = SC_FIND_RESULTS (widget);

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0)
        return gtk_widget_grab_focus (row);
    }
  return gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

static void
sc_find_results_dispose (GObject *object)
{
  ScFindResults *self = SC_FIND_RESULTS (object);

  GtkWidget *child;

  sc_find_results_set_finder (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (sc_find_results_parent_class)->dispose (object);
}

static void
sc_find_results_class_init (ScFindResultsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_find_results_dispose;
  widget_class->grab_focus = sc_find_results_grab_focus;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/find/sc-find-results.ui");
  gtk_widget_class_bind_template_child (widget_class, ScFindResults, list);
  gtk_widget_class_bind_template_child (widget_class, ScFindResults, selection);
  gtk_widget_class_bind_template_child (widget_class, ScFindResults, more);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_set_css_name (widget_class, "find-results");
}

static void
sc_find_results_init (ScFindResults *self)
{
  self->hits = sc_hit_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->hits));
  g_object_unref (self->hits); /* the selection holds it */
}

void
sc_find_results_set_finder (ScFindResults *self, ScFinder *finder)
{
  g_return_if_fail (SC_IS_FIND_RESULTS (self));

  if (self->finder != NULL)
    g_signal_handlers_disconnect_by_data (self->finder, self);
  g_set_object (&self->finder, finder);
  if (finder != NULL)
    g_signal_connect_object (finder, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}
