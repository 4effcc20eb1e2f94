/* sc-outline-view.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-outline-private.h"

#include "sc-clipboard.h"
#include "sc-command.h"
#include "sc-outline-resources.h"
#include "sc-styles.h"

G_DEFINE_FINAL_TYPE (ScOutlineView, sc_outline_view, GTK_TYPE_WIDGET)

gboolean
sc_outline_view_is_locked (ScOutlineView *self)
{
  return sc_editor_get_lock (self->editor) != SC_LOCK_NONE;
}

static void
show_page (ScOutlineView *self)
{
  const ScFlow *flow = sc_editor_get_flow (self->editor);
  gboolean locked = sc_outline_view_is_locked (self);
  const char *page = "rows";

  if (flow == NULL)
    page = "none";
  else if (sc_list_length (flow->stages) == 0)
    page = "empty";
  gtk_widget_set_visible (self->add_button, !locked);
  gtk_stack_set_visible_child_name (self->pages, page);
}

static void
update (ScOutlineView *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  const ScFlow *flow = sc_editor_get_flow (self->editor);
  const ScList *tables = solution != NULL ? solution->tables : NULL;
  gboolean had_focus = sc_outline_view_has_focus (self);
  gboolean can_add
      = flow != NULL && sc_list_length (flow->stages) > 0 && !sc_outline_view_is_locked (self);

  self->outdated = FALSE;
  if (self->entry == NULL)
    sc_outline_view_update_columns (self);
  sc_outline_list_update (self->list, flow, sc_editor_get_language (self->editor),
                          sc_editor_get_problems (self->editor), can_add);
  if (tables != self->tables)
    {
      sc_list_unref ((ScList *) self->tables);
      self->tables = tables != NULL ? sc_list_ref (tables) : NULL;
      sc_outline_view_refresh (self);
    }
  sc_outline_view_follow_typing (self);
  sc_outline_view_update_actions (self);
  show_page (self);
  sc_outline_list_set_parts (self->list, sc_editor_get_parts (self->editor));
  sc_outline_view_restore_cursor (self, had_focus);
}

static void
changed_cb (ScOutlineView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  else
    self->outdated = TRUE;
}

static void
flow_changed_cb (ScOutlineView *self)
{
  sc_outline_view_end_editing (self);
  g_clear_object (&self->cursor);
  self->line = 0;
  changed_cb (self);
}

static void
selection_changed_cb (ScOutlineView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !self->outdated)
    sc_outline_view_follow_selection (self);
}

static void
sc_outline_view_map (GtkWidget *widget)
{
  ScOutlineView *self = SC_OUTLINE_VIEW (widget);

  GTK_WIDGET_CLASS (sc_outline_view_parent_class)->map (widget);
  if (self->outdated)
    update (self);
  sc_outline_view_follow_selection (self);
}

static void
sc_outline_view_unmap (GtkWidget *widget)
{
  sc_outline_view_end_editing (SC_OUTLINE_VIEW (widget));
  GTK_WIDGET_CLASS (sc_outline_view_parent_class)->unmap (widget);
}

static gboolean
sc_outline_view_grab_focus (GtkWidget *widget)
{
  ScOutlineView *self = SC_OUTLINE_VIEW (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "rows") != 0)
    return gtk_widget_get_mapped (self->add_button)
               ? gtk_widget_grab_focus (self->add_button)
               : gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD);
  if (self->cursor == NULL)
    sc_outline_view_set_cursor (self, sc_outline_list_get (self->list, 0));
  sc_outline_view_focus (self);
  return sc_outline_view_has_focus (self);
}

/* Tab comes to the cell where the keyboard was. */
static gboolean
sc_outline_view_focus_cb (GtkWidget *widget, GtkDirectionType direction)
{
  ScOutlineView *self = SC_OUTLINE_VIEW (widget);
  gboolean rows = g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "rows") == 0;

  if (!rows || direction > GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (sc_outline_view_parent_class)->focus (widget, direction);
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return sc_outline_view_grab_focus (widget);
}

static void
sc_outline_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScOutlineView *self = SC_OUTLINE_VIEW (widget);

  gtk_widget_allocate (GTK_WIDGET (self->pages), width, height, baseline, NULL);
  gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
sc_outline_view_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (SC_OUTLINE_VIEW (widget)->pages), orientation, for_size, minimum,
                      natural, NULL, NULL);
}

static void
sc_outline_view_dispose (GObject *object)
{
  ScOutlineView *self = SC_OUTLINE_VIEW (object);

  self->entry = NULL;
  g_clear_object (&self->edited);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->pages != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->pages)));
  g_clear_object (&self->cursor);
  g_clear_object (&self->list);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_outline_view_parent_class)->dispose (object);
}

static void
sc_outline_view_finalize (GObject *object)
{
  ScOutlineView *self = SC_OUTLINE_VIEW (object);

  sc_list_unref ((ScList *) self->tables);
  g_array_unref (self->columns);

  G_OBJECT_CLASS (sc_outline_view_parent_class)->finalize (object);
}

static void
sc_outline_view_class_init (ScOutlineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_resources_register (sc_outline_get_resource ());

  object_class->dispose = sc_outline_view_dispose;
  object_class->finalize = sc_outline_view_finalize;
  widget_class->map = sc_outline_view_map;
  widget_class->unmap = sc_outline_view_unmap;
  widget_class->grab_focus = sc_outline_view_grab_focus;
  widget_class->focus = sc_outline_view_focus_cb;
  widget_class->measure = sc_outline_view_measure;
  widget_class->size_allocate = sc_outline_view_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "outline-view");
  sc_outline_view_install_actions (widget_class);
  /* The cells have the keys, too, since lists take some for themselves; menus look here. */
  sc_commands_bind (widget_class, "outline");
  sc_clipboard_install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/outline/sc-outline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ScOutlineView, pages);
  gtk_widget_class_bind_template_child (widget_class, ScOutlineView, scroller);
  gtk_widget_class_bind_template_child (widget_class, ScOutlineView, table);
  gtk_widget_class_bind_template_child (widget_class, ScOutlineView, add_button);
}

static void
append_commands (GMenu *menu, const char *const *actions)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (; *actions != NULL; actions++)
    sc_command_append (section, *actions, SC_ITEM_ALWAYS);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
make_menu (ScOutlineView *self)
{
  static const char *const first[] = { "outline.edit", "outline.toggle-required", NULL };
  static const char *const second[] = { "outline.add-step", "win.add-action-step",
                                        "win.add-flow-step", "outline.add-stage", NULL };
  static const char *const third[]
      = { "outline.duplicate", "outline.move-up", "outline.move-down", NULL };
  static const char *const fourth[]
      = { "clipboard.cut", "clipboard.copy", "clipboard.paste", NULL };
  static const char *const fifth[]
      = { "outline.show-uses", "outline.fold-all", "outline.unfold-all", NULL };
  static const char *const sixth[] = { "outline.delete", NULL };
  static const char *const *const sections[] = { first, second, third, fourth, fifth, sixth };
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    append_commands (menu, sections[i]);
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}

static void
contrast_cb (ScOutlineView *self)
{
  if (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    gtk_widget_add_css_class (GTK_WIDGET (self), "high-contrast");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "high-contrast");
}

static void
sc_outline_view_init (ScOutlineView *self)
{
  sc_styles_add ("/org/stagecraft/Stagecraft/outline/outline.css");
  self->columns = g_array_new (FALSE, FALSE, sizeof (ScOutlineColumn));
  self->list = sc_outline_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->list));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (contrast_cb), self, G_CONNECT_SWAPPED);
  contrast_cb (self);
  sc_outline_view_add_controllers (self);
  make_menu (self);
}

GtkWidget *
sc_outline_view_new (ScEditor *editor)
{
  ScOutlineView *self = g_object_new (SC_TYPE_OUTLINE_VIEW, NULL);

  self->editor = g_object_ref (editor);
  g_signal_connect_object (editor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "finishing", G_CALLBACK (sc_outline_view_end_editing), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "flow-changed", G_CALLBACK (flow_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  sc_clipboard_attach (GTK_WIDGET (self), editor);
  update (self);
  return GTK_WIDGET (self);
}

GtkWidget *
sc_outline_view_get_command_target (ScOutlineView *self)
{
  ScOutlineCell *cell;

  g_return_val_if_fail (SC_IS_OUTLINE_VIEW (self), NULL);

  cell = self->cursor != NULL ? sc_outline_view_find_cell (self, self->cursor, self->column) : NULL;
  return cell != NULL ? GTK_WIDGET (cell) : GTK_WIDGET (self);
}
