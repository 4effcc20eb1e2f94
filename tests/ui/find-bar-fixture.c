/* find-bar-fixture.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "find-bar-fixture.h"

/* A button for something else that may have the focus, and the bar. */
static GtkWidget *
create_view (ScEditor *editor)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *text = gtk_entry_new ();

  gtk_widget_set_name (text, "elsewhere");
  gtk_editable_set_text (GTK_EDITABLE (text), "a Sponsor too");
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), sc_find_bar_new (editor));
  return box;
}

void
find_setup (UiFixture *self, gconstpointer data)
{
  ui_open (self, create_view);
}

void
find_teardown (UiFixture *self, gconstpointer data)
{
  ui_close (self);
}

ScFindBar *
find_get_bar (UiFixture *self)
{
  return SC_FIND_BAR (gtk_widget_get_last_child (self->view));
}

GtkWidget *
find_get_elsewhere (UiFixture *self)
{
  return gtk_widget_get_first_child (self->view);
}

GtkWidget *
find_widget (UiFixture *self, GType type, const char *text)
{
  return ui_find (GTK_WIDGET (find_get_bar (self)), type, text);
}

GtkEditable *
find_get_entry (UiFixture *self)
{
  return GTK_EDITABLE (find_widget (self, GTK_TYPE_SEARCH_ENTRY, NULL));
}

void
find_look_for (UiFixture *self, const char *text)
{
  if (!sc_find_bar_is_open (find_get_bar (self)))
    sc_find_bar_open (find_get_bar (self), SC_FIND_OPEN);
  ui_settle (self);
  gtk_editable_set_text (find_get_entry (self), text);
  ui_settle (self);
}

gboolean
find_says (UiFixture *self, const char *text)
{
  return find_widget (self, GTK_TYPE_LABEL, text) != NULL;
}

ScFindPopover *
find_get_popover (UiFixture *self)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (find_widget (self, GTK_TYPE_MENU_BUTTON, NULL));

  return SC_FIND_POPOVER (gtk_menu_button_get_popover (button));
}

void
find_set_options (UiFixture *self, ScFindOptions options, gboolean all)
{
  if (options.fields == 0)
    options.fields = SC_FIND_ALL;
  sc_find_popover_set (find_get_popover (self), &options, all);
  ui_settle (self);
}

void
find_click (UiFixture *self, const char *label)
{
  GtkWidget *button = find_widget (self, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  ui_settle (self);
}

void
find_press_enter (UiFixture *self)
{
  g_signal_emit_by_name (find_get_entry (self), "activate");
  ui_settle (self);
}

void
find_assert_selected (UiFixture *self, ScSelectedKind kind, const char *stage, const char *step)
{
  ScSelection selection = sc_editor_get_selection (self->editor);

  g_assert_cmpint (selection.kind, ==, kind);
  g_assert_cmpstr (selection.stage, ==, stage);
  g_assert_cmpstr (selection.step, ==, step);
}
