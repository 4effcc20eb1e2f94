/* sc-compare-window.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-compare-private.h"

#include <glib/gi18n-lib.h>

#include "sc-inspector-resources.h"
#include "sc-security-resources.h"
#include "sc-styles.h"

/* Narrower than this, levels stand below the name of a privilege. Pixels. */
#define NARROW 520

G_DEFINE_FINAL_TYPE (ScCompareWindow, sc_compare_window, ADW_TYPE_WINDOW)

static void
shown_cb (ScCompareWindow *self)
{
  guint n = sc_compare_table_count (self->table);
  guint n_shown = sc_compare_table_count_shown (self->table);
  g_autofree char *count = NULL;

  if (n_shown < n)
    count
        = g_strdup_printf (ngettext ("%u of %u difference", "%u of %u differences", n), n_shown, n);
  else if (n > 0)
    count = g_strdup_printf (ngettext ("%u difference", "%u differences", n), n);
  adw_window_title_set_subtitle (self->title, count);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.copy", n_shown > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.export", n_shown > 0);
}

/* Nothing that the table says is another. */
static gboolean
is_as_shown (ScCompareWindow *self, ScList *const roles[SC_N_COMPARED])
{
  const ScSolution *solution = self->source.solution;

  if (self->named == NULL || self->named->flows != solution->flows
      || self->named->tables != solution->tables)
    return FALSE;
  for (int side = 0; side < SC_N_COMPARED; side++)
    {
      if (sc_list_length (roles[side]) != sc_list_length (self->roles[side]))
        return FALSE;
      sc_list_foreach (roles[side], const ScRole *, role)
        {
          if (role != sc_list_get (self->roles[side], role_i))
            return FALSE;
        }
    }
  return TRUE;
}

static void
show_titles (ScCompareWindow *self)
{
  ScPickerRow *rows[SC_N_COMPARED] = { self->left, self->right };
  char *titles[SC_N_COMPARED];

  for (int side = 0; side < SC_N_COMPARED; side++)
    {
      titles[side] = sc_compare_source_dup_title (&self->source, self->keys[side]);
      sc_picker_row_set_current (rows[side], self->keys[side],
                                 titles[side] != NULL ? titles[side] : _ ("Choose…"));
    }
  sc_compare_table_set_titles (self->table, titles[SC_COMPARE_LEFT], titles[SC_COMPARE_RIGHT]);
  g_free (titles[SC_COMPARE_LEFT]);
  g_free (titles[SC_COMPARE_RIGHT]);
}

static void
update (ScCompareWindow *self)
{
  ScList *roles[SC_N_COMPARED];
  gboolean same;

  self->source.solution = sc_editor_get_solution (self->editor);
  for (int side = 0; side < SC_N_COMPARED; side++)
    {
      if (!sc_compare_source_get_roles (&self->source, self->keys[side], &roles[side]))
        g_clear_pointer (&self->keys[side], g_free);
    }
  same = is_as_shown (self, roles);
  for (int side = 0; side < SC_N_COMPARED; side++)
    {
      sc_list_unref (self->roles[side]);
      self->roles[side] = roles[side];
    }
  sc_solution_unref ((ScSolution *) self->named);
  self->named = sc_solution_ref (self->source.solution);
  show_titles (self);
  if (!same)
    {
      g_autoptr (ScList) found = sc_access_compare (roles[SC_COMPARE_LEFT], roles[SC_COMPARE_RIGHT],
                                                    self->source.solution);

      sc_compare_table_set_differences (self->table, found);
    }
}

void
sc_compare_window_choose (ScCompareWindow *self, int side, char *key)
{
  g_free (self->keys[side]);
  self->keys[side] = key;
  update (self);
}

static void
left_picked_cb (ScCompareWindow *self, const char *key)
{
  sc_compare_window_choose (self, SC_COMPARE_LEFT, g_strdup (key));
}

static void
right_picked_cb (ScCompareWindow *self, const char *key)
{
  sc_compare_window_choose (self, SC_COMPARE_RIGHT, g_strdup (key));
}

static void
fill (GListStore *store, gpointer data)
{
  sc_compare_source_fill (&SC_COMPARE_WINDOW (data)->source, store);
}

static void
swap_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ScCompareWindow *self = SC_COMPARE_WINDOW (widget);
  char *key = g_steal_pointer (&self->keys[SC_COMPARE_LEFT]);

  self->keys[SC_COMPARE_LEFT] = g_steal_pointer (&self->keys[SC_COMPARE_RIGHT]);
  sc_compare_window_choose (self, SC_COMPARE_RIGHT, key);
}

static void
find_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sc_compare_table_search (SC_COMPARE_WINDOW (widget)->table);
}

static void
open_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sc_compare_window_choose_package (SC_COMPARE_WINDOW (widget),
                                    g_str_equal (action, "compare.open-folder")
                                        ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER
                                        : GTK_FILE_CHOOSER_ACTION_OPEN);
}

static void
export_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sc_compare_window_choose_export (SC_COMPARE_WINDOW (widget));
}

static void
copy_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *text = sc_compare_window_write (SC_COMPARE_WINDOW (widget), TRUE);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
width_cb (ScCompareWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  sc_compare_table_set_narrow (self->table, width < NARROW);
}

static void
sc_compare_window_dispose (GObject *object)
{
  ScCompareWindow *self = SC_COMPARE_WINDOW (object);

  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_COMPARE_WINDOW);
  for (int side = 0; side < SC_N_COMPARED; side++)
    {
      g_clear_pointer (&self->keys[side], g_free);
      g_clear_pointer (&self->roles[side], sc_list_unref);
    }
  g_clear_pointer ((ScSolution **) &self->named, sc_solution_unref);
  sc_compare_source_clear (&self->source);
  g_clear_object (&self->chooser);
  g_clear_object (&self->reading);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_compare_window_parent_class)->dispose (object);
}

/* With Control; the list of commands names them. */
static const struct
{
  guint key;
  const char *action;
} keys[] = {
  { GDK_KEY_f, "compare.find" },
  { GDK_KEY_o, "compare.open" },
  { GDK_KEY_c, "compare.copy" },
  { GDK_KEY_e, "compare.export" },
};

static void
sc_compare_window_class_init (ScCompareWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_compare_window_dispose;

  g_resources_register (sc_inspector_get_resource ());
  g_resources_register (sc_security_get_resource ());
  sc_styles_add ("/org/stagecraft/Stagecraft/security/security.css");
  g_type_ensure (SC_TYPE_COMPARE_TABLE);
  g_type_ensure (SC_TYPE_PICKER_ROW);
  gtk_widget_class_install_action (widget_class, "compare.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "compare.open-folder", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "compare.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "compare.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "compare.swap", NULL, swap_action);
  gtk_widget_class_install_action (widget_class, "compare.find", NULL, find_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK,
                                         keys[i].action, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/security/sc-compare-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ScCompareWindow, title);
  gtk_widget_class_bind_template_child (widget_class, ScCompareWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, ScCompareWindow, left);
  gtk_widget_class_bind_template_child (widget_class, ScCompareWindow, right);
  gtk_widget_class_bind_template_child (widget_class, ScCompareWindow, table);
  gtk_widget_class_bind_template_callback (widget_class, left_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, right_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, width_cb);
}

static void
sc_compare_window_init (ScCompareWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sc_picker_row_set_source (self->left, fill, NULL, _ ("Search roles and personas"), self);
  sc_picker_row_set_source (self->right, fill, NULL, _ ("Search roles and personas"), self);
}

static ScCompareWindow *
find_open (GtkWindow *parent)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (SC_IS_COMPARE_WINDOW (l->data) && gtk_window_get_transient_for (l->data) == parent)
      return l->data;
  return NULL;
}

/* A persona and the one beside it, or the first two roles. */
static void
choose_first (ScCompareWindow *self, const char *persona)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  guint position;

  if (persona != NULL && sc_solution_find_persona (solution, persona, &position) != NULL)
    {
      const ScPersona *beside
          = sc_list_get (solution->personas, position > 0 ? position - 1 : position + 1);

      self->keys[SC_COMPARE_LEFT] = sc_compare_source_key_persona (persona);
      self->keys[SC_COMPARE_RIGHT]
          = beside != NULL ? sc_compare_source_key_persona (beside->id) : NULL;
    }
  for (int side = 0; side < SC_N_COMPARED; side++)
    {
      const ScRole *role = sc_list_get (solution->roles, (guint) side);

      if (self->keys[side] == NULL && role != NULL)
        self->keys[side] = sc_compare_source_key_role (role);
    }
}

ScCompareWindow *
sc_compare_window_present (GtkWindow *parent, ScEditor *editor, const char *persona)
{
  ScCompareWindow *self = find_open (parent);

  if (self == NULL)
    {
      self = g_object_new (SC_TYPE_COMPARE_WINDOW, "transient-for", parent, NULL);
      self->editor = g_object_ref (editor);
      self->source.solution = sc_editor_get_solution (editor);
      g_signal_connect_swapped (editor, "changed", G_CALLBACK (update), self);
      choose_first (self, persona);
      update (self);
      gtk_widget_grab_focus (GTK_WIDGET (self->left));
    }
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
