/* sc-palette.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-palette.h"

#include <glib/gi18n-lib.h>

#include "sc-fuzzy.h"
#include "sc-palette-item.h"
#include "sc-window-resources.h"

#define KEY_WIDTH 14 /* characters, so that the groups stand in a column */

struct _ScPalette
{
  AdwWindow parent_instance;

  ScEditor *editor;
  GWeakRef target;
  GWeakRef other;
  GPtrArray *items;  /* of ScPaletteItem: all of them */
  GListStore *found; /* of ScPaletteItem: what is shown */

  GtkSearchEntry *entry;
  GtkStack *pages;
  GtkListView *list;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (ScPalette, sc_palette, ADW_TYPE_WINDOW)

typedef struct
{
  ScPaletteItem *item;
  guint score;
  guint place;
} Match;

/* What can be done now comes first, of that the best; of equals the first of the table. */
static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const Match *p = a, *q = b;
  gboolean p_blocked = sc_palette_item_get_obstacle (p->item) != NULL;
  gboolean q_blocked = sc_palette_item_get_obstacle (q->item) != NULL;

  if (p_blocked != q_blocked)
    return p_blocked ? 1 : -1;
  if (p->score != q->score)
    return p->score > q->score ? -1 : 1;
  return p->place < q->place ? -1 : 1;
}

static void
search_cb (ScPalette *self)
{
  g_autofree char *needle = sc_fuzzy_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < self->items->len; i++)
    {
      ScPaletteItem *item = g_ptr_array_index (self->items, i);
      Match match = { item, sc_palette_item_match (item, needle), i };

      if (match.score > 0)
        g_array_append_val (matches, match);
    }
  g_array_sort (matches, compare_matches);
  for (guint i = 0; i < matches->len; i++)
    g_ptr_array_add (found, g_array_index (matches, Match, i).item);
  g_list_store_splice (self->found, 0, g_list_model_get_n_items (G_LIST_MODEL (self->found)),
                       found->pdata, found->len);
  gtk_single_selection_set_selected (self->selection, 0);
  gtk_stack_set_visible_child_name (self->pages, found->len > 0 ? "list" : "nothing");
  if (found->len > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
}

/* What it is about may be gone, when this comes from a window behind. */
static void
run (GtkWidget *target, GtkWidget *other, ScEditor *editor, ScPaletteItem *item)
{
  const char *action = sc_palette_item_get_action (item);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) parameter = NULL;

  if (action == NULL)
    sc_editor_open_flow (editor, sc_palette_item_get_flow (item));
  else if (g_action_parse_detailed_name (action, &name, &parameter, NULL)
           && !gtk_widget_activate_action_variant (target, name, parameter) && other != NULL)
    gtk_widget_activate_action_variant (other, name, parameter);
}

static void
activate (ScPalette *self, guint position)
{
  g_autoptr (ScPaletteItem) item = g_list_model_get_item (G_LIST_MODEL (self->found), position);
  g_autoptr (ScEditor) editor = g_object_ref (self->editor);
  g_autoptr (GtkWidget) target = g_weak_ref_get (&self->target);
  g_autoptr (GtkWidget) other = g_weak_ref_get (&self->other);

  if (item == NULL)
    return;
  if (sc_palette_item_get_obstacle (item) != NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  gtk_window_close (GTK_WINDOW (self));
  if (target != NULL)
    run (target, other, editor, item);
}

static void
activate_cb (ScPalette *self, guint position)
{
  activate (self, position);
}

static void
entry_activate_cb (ScPalette *self)
{
  activate (self, gtk_single_selection_get_selected (self->selection));
}

/* The entry keeps the focus, so that people can go on typing. */
static gboolean
move_cb (GtkWidget *widget, GVariant *by, gpointer data)
{
  ScPalette *self = SC_PALETTE (widget);
  int n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->found));
  int position
      = (int) gtk_single_selection_get_selected (self->selection) + g_variant_get_int32 (by);

  if (n == 0)
    return GDK_EVENT_STOP;
  position = CLAMP (position, 0, n - 1);
  gtk_single_selection_set_selected (self->selection, (guint) position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u",
                              (guint) position);
  return GDK_EVENT_STOP;
}

static void
add_label (GtkWidget *box, const char *style, float xalign, gboolean expand)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, expand);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
}

static void
setup_row_cb (ScPalette *self, GtkListItem *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  add_label (box, NULL, 0, TRUE);
  add_label (box, "dim-label", 0, FALSE);
  add_label (box, "key", 1, FALSE);
  gtk_label_set_width_chars (GTK_LABEL (gtk_widget_get_last_child (box)), KEY_WIDTH);
  gtk_list_item_set_child (row, box);
}

static void
bind_row_cb (ScPalette *self, GtkListItem *row)
{
  ScPaletteItem *item = gtk_list_item_get_item (row);
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (row));
  GtkWidget *group = gtk_widget_get_next_sibling (name);
  GtkWidget *key = gtk_widget_get_next_sibling (group);
  const char *keys = sc_palette_item_get_key (item);
  const char *obstacle = sc_palette_item_get_obstacle (item);
  const char *about = obstacle != NULL ? obstacle : sc_palette_item_get_group (item);
  g_autofree char *all = g_strjoin (", ", sc_palette_item_get_name (item), about, keys, NULL);

  /* What is selected is the list's own widget around the row. */
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (gtk_widget_get_parent (gtk_list_item_get_child (row))),
      GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
  gtk_label_set_label (GTK_LABEL (name), sc_palette_item_get_name (item));
  gtk_widget_set_sensitive (name, obstacle == NULL);
  gtk_label_set_label (GTK_LABEL (group), about);
  gtk_label_set_label (GTK_LABEL (key), keys != NULL ? keys : "");
}

static void
sc_palette_dispose (GObject *object)
{
  ScPalette *self = SC_PALETTE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_PALETTE);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_weak_ref_set (&self->target, NULL);
  g_weak_ref_set (&self->other, NULL);

  G_OBJECT_CLASS (sc_palette_parent_class)->dispose (object);
}

static void
sc_palette_finalize (GObject *object)
{
  g_weak_ref_clear (&SC_PALETTE (object)->target);
  g_weak_ref_clear (&SC_PALETTE (object)->other);

  G_OBJECT_CLASS (sc_palette_parent_class)->finalize (object);
}

static void
bind_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    int by;
  } keys[] = {
    { GDK_KEY_Up, -1 },  { GDK_KEY_KP_Up, -1 },  { GDK_KEY_Page_Up, -8 },
    { GDK_KEY_Down, 1 }, { GDK_KEY_KP_Down, 1 }, { GDK_KEY_Page_Down, 8 },
  };

  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "window.close", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (klass, keys[i].key, 0, move_cb, "i", keys[i].by);
}

static void
sc_palette_class_init (ScPaletteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_palette_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_palette_finalize;

  /* Resources of a static library are only linked in when something names them. */
  sc_window_get_resource ();
  bind_keys (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/stagecraft/Stagecraft/window/sc-palette.ui");
  gtk_widget_class_bind_template_child (widget_class, ScPalette, entry);
  gtk_widget_class_bind_template_child (widget_class, ScPalette, pages);
  gtk_widget_class_bind_template_child (widget_class, ScPalette, list);
  gtk_widget_class_bind_template_child (widget_class, ScPalette, selection);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  /* Escape, which the entry takes for itself. */
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
}

static void
sc_palette_init (ScPalette *self)
{
  g_weak_ref_init (&self->target, NULL);
  g_weak_ref_init (&self->other, NULL);
  self->found = g_list_store_new (SC_TYPE_PALETTE_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->found));
  g_object_unref (self->found); /* the selection holds it */
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self));
}

void
sc_palette_present (GtkWindow *parent, ScEditor *editor, GtkWidget *target)
{
  ScPalette *self = g_object_new (SC_TYPE_PALETTE, "transient-for", parent, NULL);

  self->editor = g_object_ref (editor);
  self->items = sc_palette_list_items (target, gtk_window_get_focus (parent), editor);
  g_weak_ref_set (&self->target, target);
  g_weak_ref_set (&self->other, gtk_window_get_focus (parent));
  search_cb (self);
  gtk_window_present (GTK_WINDOW (self));
}
