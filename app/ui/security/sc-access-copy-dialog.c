/* sc-access-copy-dialog.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-copy-dialog.h"

#include <glib/gi18n-lib.h>

#include "sc-access-edit.h"
#include "sc-fuzzy.h"
#include "sc-id.h"

struct _ScAccessCopyDialog
{
  AdwMessageDialog parent_instance;

  ScEditor *editor;
  ScAccessScope *scope;
  GPtrArray *things; /* of ScRole or ScAccessTarget, by row */

  GtkEditable *search;
  GtkCheckButton *all;
  GtkListBox *list;
  GtkLabel *nothing;
};

G_DEFINE_FINAL_TYPE (ScAccessCopyDialog, sc_access_copy_dialog, ADW_TYPE_MESSAGE_DIALOG)

static GtkCheckButton *
get_check (GtkListBoxRow *row)
{
  return GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)));
}

static gboolean
fits (ScAccessCopyDialog *self, GtkListBoxRow *row)
{
  g_autofree char *needle = sc_fuzzy_fold (gtk_editable_get_text (self->search));

  return sc_fuzzy_score (needle, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row))) > 0;
}

static void
changed_cb (ScAccessCopyDialog *self)
{
  guint n_chosen = 0, n_seen = 0, n_seen_chosen = 0;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      gboolean chosen = gtk_check_button_get_active (get_check (row));
      gboolean seen = fits (self, row);

      n_chosen += chosen ? 1 : 0;
      n_seen += seen ? 1 : 0;
      n_seen_chosen += seen && chosen ? 1 : 0;
    }
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "accept", n_chosen > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), n_seen == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->all), n_seen > 1);
  gtk_check_button_set_inconsistent (self->all, n_seen_chosen > 0 && n_seen_chosen < n_seen);
}

/* All that the search leaves. */
static void
all_toggled_cb (ScAccessCopyDialog *self)
{
  gboolean active = gtk_check_button_get_active (self->all);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (fits (self, row))
      gtk_check_button_set_active (get_check (row), active);
}

static gboolean
filter_row (GtkListBoxRow *row, gpointer data)
{
  return fits (SC_ACCESS_COPY_DIALOG (data), row);
}

static void
search_changed_cb (ScAccessCopyDialog *self)
{
  gtk_list_box_invalidate_filter (self->list);
  changed_cb (self);
}

static GPtrArray *
list_chosen (ScAccessCopyDialog *self)
{
  GPtrArray *chosen = g_ptr_array_new ();
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_check_button_get_active (get_check (row)))
      g_ptr_array_add (chosen, self->things->pdata[i]);
  return chosen;
}

static ScSolution *
copy_role (ScAccessCopyDialog *self, const GPtrArray *chosen, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < chosen->len; i++)
    g_ptr_array_add (ids, (gpointer) ((const ScRole *) chosen->pdata[i])->id);
  g_ptr_array_add (ids, NULL);
  return sc_access_copy_role (sc_editor_get_solution (self->editor), self->scope->role->id,
                              (const char *const *) ids->pdata, self->scope->targets, error);
}

static ScSolution *
copy_target (ScAccessCopyDialog *self, const GPtrArray *chosen, GError **error)
{
  g_autoptr (ScList) targets = sc_list_new ((gconstpointer *) chosen->pdata, chosen->len);

  return sc_access_copy_target (sc_editor_get_solution (self->editor), self->scope->target, targets,
                                sc_access_scope_get_roles (self->scope), error);
}

static void
accept_cb (ScAccessCopyDialog *self)
{
  g_autoptr (GPtrArray) chosen = list_chosen (self);
  g_autofree char *title = sc_access_scope_get_title (self->scope);
  /* Translators: a role, flow or table. */
  g_autofree char *name = g_strdup_printf (_ ("Copy Access of “%s”"), title);
  GError *error = NULL;
  ScSolution *after;

  if (chosen->len == 0)
    return;
  after = self->scope->role != NULL ? copy_role (self, chosen, &error)
                                    : copy_target (self, chosen, &error);
  sc_editor_commit (self->editor, after, error, name, NULL);
}

static void
sc_access_copy_dialog_dispose (GObject *object)
{
  ScAccessCopyDialog *self = SC_ACCESS_COPY_DIALOG (object);

  g_clear_object (&self->editor);
  g_clear_pointer (&self->scope, sc_access_scope_free);
  g_clear_pointer (&self->things, g_ptr_array_unref);

  G_OBJECT_CLASS (sc_access_copy_dialog_parent_class)->dispose (object);
}

static void
sc_access_copy_dialog_class_init (ScAccessCopyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_access_copy_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/security/sc-access-copy-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScAccessCopyDialog, search);
  gtk_widget_class_bind_template_child (widget_class, ScAccessCopyDialog, all);
  gtk_widget_class_bind_template_child (widget_class, ScAccessCopyDialog, list);
  gtk_widget_class_bind_template_child (widget_class, ScAccessCopyDialog, nothing);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
sc_access_copy_dialog_init (ScAccessCopyDialog *self)
{
  self->things = g_ptr_array_new_with_free_func (sc_value_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_row, self, NULL);
}

static void
add_thing (ScAccessCopyDialog *self, gconstpointer thing, const char *title)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                                 title != NULL ? title : "", "title-lines", 2, NULL);
  GtkWidget *check = gtk_check_button_new ();

  g_signal_connect_object (check, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->things, sc_value_ref (thing));
}

static void
add_things (ScAccessCopyDialog *self, const ScAccessAxes *axes)
{
  const ScAccessScope *scope = self->scope;

  for (guint i = 0; scope->role != NULL && i < axes->roles->len; i++)
    {
      const ScRole *role = sc_access_axes_get_role (axes, i);

      if (role != scope->role)
        add_thing (self, role, role->name);
    }
  for (guint i = 0; scope->role == NULL && i < axes->targets->len; i++)
    {
      const ScAccessTarget *target = sc_access_axes_get_target (axes, i);

      if (target != scope->target && target->table != NULL)
        add_thing (self, target, target->title);
    }
}

void
sc_access_copy_dialog_present (GtkWindow *parent,
                               ScEditor *editor,
                               const ScAccessAxes *axes,
                               ScAccessScope *scope)
{
  ScAccessCopyDialog *self
      = g_object_new (SC_TYPE_ACCESS_COPY_DIALOG, "transient-for", parent, NULL);
  g_autofree char *title = sc_access_scope_get_title (scope);
  /* Translators: a role, flow or table. */
  g_autofree char *heading = g_strdup_printf (_ ("Copy Access of “%s”"), title);

  self->editor = g_object_ref (editor);
  self->scope = scope;
  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (self), heading);
  adw_message_dialog_set_body (
      ADW_MESSAGE_DIALOG (self),
      scope->role != NULL
          ? _ ("The roles that you choose get the same levels on all that is shown.")
          : _ ("What you choose gets the same levels for all roles that are shown."));
  add_things (self, axes);
  changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
