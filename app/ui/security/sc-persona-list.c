/* sc-persona-list.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-persona-list.h"

#include <glib/gi18n-lib.h>

#include "sc-command.h"
#include "sc-persona-edits.h"

struct _ScPersonaList
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkListBox *list;
  GtkWidget *menu;
  ScList *shown; /* of ScPersona */
  int position;  /* of the one that is chosen */
  gboolean showing;
  gboolean away; /* out of sight, or just coming back */
};

G_DEFINE_FINAL_TYPE (ScPersonaList, sc_persona_list, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
selected_cb (ScPersonaList *self, GtkListBoxRow *row)
{
  const ScPersona *persona
      = row != NULL ? sc_list_get (self->shown, (guint) gtk_list_box_row_get_index (row)) : NULL;

  if (self->showing || self->away || persona == NULL)
    return;
  self->position = gtk_list_box_row_get_index (row);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, persona->id);
}

/* The keyboard is brought back at the end of the first frame. */
static gboolean
come_back_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer since)
{
  ScPersonaList *self = SC_PERSONA_LIST (widget);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, self->position);

  if (gdk_frame_clock_get_frame_counter (clock) <= *(gint64 *) since + 1)
    return G_SOURCE_CONTINUE;
  if (row != NULL && gtk_list_box_get_selected_row (self->list) != row)
    {
      gtk_list_box_select_row (self->list, row);
      if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
        gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  self->away = FALSE;
  return G_SOURCE_REMOVE;
}

/* Where a stack brings the keyboard back to, it goes to the row behind the one that had it, and so
 * selects that: what is selected meanwhile is nobody's choice. */
static void
sc_persona_list_map (GtkWidget *widget)
{
  gint64 *since = g_new (gint64, 1);

  GTK_WIDGET_CLASS (sc_persona_list_parent_class)->map (widget);
  *since = gdk_frame_clock_get_frame_counter (gtk_widget_get_frame_clock (widget));
  gtk_widget_add_tick_callback (widget, come_back_cb, since, g_free);
}

static void
sc_persona_list_unmap (GtkWidget *widget)
{
  SC_PERSONA_LIST (widget)->away = TRUE;
  GTK_WIDGET_CLASS (sc_persona_list_parent_class)->unmap (widget);
}

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    {
      gtk_widget_add_css_class (label, style);
      gtk_widget_add_css_class (label, "dim-label");
    }
  return label;
}

static GtkWidget *
create_row (void)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), make_label (NULL));
  gtk_box_append (GTK_BOX (box), make_label ("caption"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static void
show_persona (GtkListBoxRow *row, const ScPersona *persona, const ScSolution *solution)
{
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));
  GtkWidget *roles = gtk_widget_get_next_sibling (name);
  g_autofree char *text = sc_persona_dup_roles (persona, solution);
  g_autofree char *both = g_strdup_printf ("%s: %s", sc_persona_get_title (persona), text);

  gtk_label_set_label (GTK_LABEL (name), sc_persona_get_title (persona));
  gtk_label_set_label (GTK_LABEL (roles), text);
  /* Of one persona per role this would say the same twice. */
  gtk_widget_set_visible (roles, !g_str_equal (text, sc_persona_get_title (persona)));
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, both, -1);
}

static void
show_rows (ScPersonaList *self, const ScSolution *solution)
{
  guint n = sc_list_length (solution->personas);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, (int) n)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  sc_list_foreach (solution->personas, const ScPersona *, persona)
    {
      row = gtk_list_box_get_row_at_index (self->list, (int) persona_i);
      if (row == NULL)
        {
          gtk_list_box_append (self->list, create_row ());
          row = gtk_list_box_get_row_at_index (self->list, (int) persona_i);
        }
      show_persona (row, persona, solution);
    }
}

/* The chosen one, else the one that has taken the place of the one that was. */
static guint
find_position (ScPersonaList *self, const ScSolution *solution, const char *chosen)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  guint last = sc_list_length (solution->personas) - 1;
  guint position;

  if (chosen != NULL && sc_solution_find_persona (solution, chosen, &position) != NULL)
    return position;
  return row != NULL ? MIN ((guint) gtk_list_box_row_get_index (row), last) : 0;
}

const char *
sc_persona_list_update (ScPersonaList *self, const ScSolution *solution, const char *chosen)
{
  guint position;

  g_return_val_if_fail (SC_IS_PERSONA_LIST (self), NULL);

  position = find_position (self, solution, chosen);
  self->position = (int) position;
  self->showing = TRUE;
  sc_list_unref (self->shown);
  self->shown = sc_list_ref (solution->personas);
  show_rows (self, solution);
  if (solution->personas != NULL)
    gtk_list_box_select_row (self->list,
                             gtk_list_box_get_row_at_index (self->list, (int) position));
  self->showing = FALSE;
  return solution->personas != NULL
             ? ((const ScPersona *) sc_list_get (solution->personas, position))->id
             : NULL;
}

static void
popup_menu (ScPersonaList *self, GtkWidget *row)
{
  GdkRectangle place = { 12, 0, 1, 1 };
  double x = 0, y = 0;

  gtk_widget_translate_coordinates (row, GTK_WIDGET (self), 12, gtk_widget_get_height (row), &x,
                                    &y);
  place.x = (int) x;
  place.y = (int) y;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, ScPersonaList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);

  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  popup_menu (self, GTK_WIDGET (row));
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
menu_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScPersonaList *self = SC_PERSONA_LIST (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    popup_menu (self, GTK_WIDGET (row));
}

static GtkWidget *
create_menu (void)
{
  static const char *const actions[]
      = { "persona.rename", "persona.duplicate", "persona.compare", "persona.delete" };
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *popover;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    sc_command_append (menu, actions[i], SC_ITEM_WHEN_ENABLED);
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  return popover;
}

static void
sc_persona_list_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScPersonaList *self = SC_PERSONA_LIST (widget);

  gtk_widget_allocate (self->scroller, width, height, baseline, NULL);
  gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
sc_persona_list_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  gtk_widget_measure (SC_PERSONA_LIST (widget)->scroller, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static gboolean
sc_persona_list_grab_focus (GtkWidget *widget)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (SC_PERSONA_LIST (widget)->list);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
sc_persona_list_dispose (GObject *object)
{
  ScPersonaList *self = SC_PERSONA_LIST (object);

  self->showing = TRUE;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->shown, sc_list_unref);

  G_OBJECT_CLASS (sc_persona_list_parent_class)->dispose (object);
}

static void
sc_persona_list_class_init (ScPersonaListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_persona_list_dispose;
  widget_class->map = sc_persona_list_map;
  widget_class->unmap = sc_persona_list_unmap;
  widget_class->measure = sc_persona_list_measure;
  widget_class->size_allocate = sc_persona_list_size_allocate;
  widget_class->grab_focus = sc_persona_list_grab_focus;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", SC_TYPE_PERSONA_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "persona-list");
  gtk_widget_class_install_action (widget_class, "persona.menu", NULL, menu_action);
  sc_commands_bind (widget_class, "persona");
}

static void
sc_persona_list_init (ScPersonaList *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Personas"), -1);
  g_signal_connect_swapped (list, "row-selected", G_CALLBACK (selected_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (click));

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller), 48);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), list);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  self->menu = create_menu ();
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}
