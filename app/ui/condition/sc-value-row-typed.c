/* sc-value-row-typed.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-value-row-private.h"

#include <glib/gi18n-lib.h>

#include "sc-text-row.h"
#include "sc-value-text.h"

/* What is typed: numbers, dates and text. */

/* The title says what is wrong with what was typed; such text is not committed. */
static void
show_error (ScValueRow *self, const char *why)
{
  const char *name = self->position == 0 ? _ ("Value") : _ ("or");
  g_autofree char *title = why != NULL ? g_strdup_printf ("%s: %s", name, why) : g_strdup (name);

  if (why != NULL)
    gtk_widget_add_css_class (self->widget, "error");
  else
    gtk_widget_remove_css_class (self->widget, "error");
  if (!g_str_equal (title, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->widget))))
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->widget), title);
}

static gboolean
is_typed_in (ScValueRow *self)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->widget));

  return (gtk_widget_get_state_flags (GTK_WIDGET (text)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
edited_cb (GtkWidget *row, const char *text, ScValueRow *self)
{
  const ScClauseForm *form = sc_value_row_get_form (self);
  g_autofree char *place = g_strdup_printf ("value-%u", self->position);
  g_autofree char *why = NULL;
  g_autofree char *value = sc_value_from_text (form, text, &why);

  show_error (self, why);
  if (why == NULL)
    sc_value_row_put (self, value != NULL ? sc_clause_form_make_operand (form, value) : NULL,
                      place);
}

static void
update (ScValueRow *self, const ScOperand *operand)
{
  const ScClauseForm *form = sc_value_row_get_form (self);
  const char *value = operand != NULL ? operand->value : NULL;
  g_autofree char *typed = NULL, *why = NULL, *text = NULL;

  typed = sc_value_from_text (form, gtk_editable_get_text (GTK_EDITABLE (self->widget)), &why);
  if (is_typed_in (self) && (why != NULL || g_strcmp0 (typed, value) == 0))
    return;
  text = sc_value_to_text (form, value);
  sc_text_row_set_value (SC_TEXT_ROW (self->widget), text);
  show_error (self, NULL);
}

static void
done_cb (GtkWidget *row, ScValueRow *self)
{
  if (self->spot->editor == NULL)
    return;
  sc_clause_spot_close_group (self->spot);
  sc_value_row_update (row);
}

/* A day, picked from a calendar. */

static void
day_selected_cb (GtkCalendar *calendar, ScValueRow *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *value = sc_value_from_day (
      g_date_time_get_year (day), g_date_time_get_month (day), g_date_time_get_day_of_month (day));

  show_error (self, NULL);
  sc_value_row_put (self, sc_clause_form_make_operand (sc_value_row_get_form (self), value),
                    "calendar");
  sc_value_row_update (self->widget);
}

static void
calendar_shown_cb (GtkWidget *popover, ScValueRow *self)
{
  const ScOperand *operand = sc_value_row_get_operand (self);
  GtkCalendar *calendar = GTK_CALENDAR (gtk_popover_get_child (GTK_POPOVER (popover)));
  int year, month, day;

  if (operand == NULL || !sc_value_get_day (operand->value, &year, &month, &day))
    return;

  g_autoptr (GDateTime) date = g_date_time_new_local (year, month, day, 12, 0, 0);

  g_signal_handlers_block_by_func (calendar, day_selected_cb, self);
  gtk_calendar_select_day (calendar, date);
  g_signal_handlers_unblock_by_func (calendar, day_selected_cb, self);
}

static void
add_calendar (ScValueRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = gtk_calendar_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Pick a day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pick a day"), -1);
  g_signal_connect (calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  g_signal_connect (popover, "show", G_CALLBACK (calendar_shown_cb), self);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->widget), button);
}

GtkWidget *
sc_typed_value_row_new (const ScClauseSpot *spot, guint position)
{
  GtkWidget *row = sc_text_row_new (position == 0 ? _ ("Value") : _ ("or"));
  ScValueRow *self = sc_value_row_attach (row, spot, position, update);
  const ScClauseForm *form = sc_value_row_get_form (self);

  g_signal_connect (row, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect (row, "done", G_CALLBACK (done_cb), self);
  if (form->kind == SC_VALUE_DATE || form->kind == SC_VALUE_DATE_TIME)
    add_calendar (self);
  return row;
}
