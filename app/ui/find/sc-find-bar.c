/* sc-find-bar.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-find-bar.h"

#include <glib/gi18n-lib.h>

#include "sc-find-count.h"
#include "sc-find-line.h"
#include "sc-find-popover.h"
#include "sc-find-prefill.h"
#include "sc-find-resources.h"
#include "sc-find-results.h"
#include "sc-finder.h"
#include "sc-styles.h"

struct _ScFindBar
{
  GtkWidget parent_instance;

  ScFinder *finder;
  GWeakRef focus; /* where it was */
  gboolean gone;  /* the person has gone to a match since, … */
  gboolean shown; /* … which is in the drawing */
  char *prefilled;

  GtkWidget *box; /* visible while the bar is open */
  ScFindLine *find_line;
  ScFindLine *replace_line;
  GtkEditable *entry;
  GtkEditable *replacement;
  GtkToggleButton *count;
  GtkLabel *count_label;
  GtkWidget *previous;
  GtkWidget *next;
  GtkToggleButton *replacing;
  GtkWidget *options;
  ScFindPopover *popover;
  GtkWidget *replace;
  GtkWidget *replace_all;
  GtkLabel *message;
  ScFindResults *results;
};

G_DEFINE_FINAL_TYPE (ScFindBar, sc_find_bar, GTK_TYPE_WIDGET)

static ScReplaceOptions
get_replace_options (ScFindBar *self)
{
  ScReplaceOptions options = { .text = gtk_editable_get_text (self->replacement) };

  sc_find_popover_get_replace (self->popover, &options);
  return options;
}

static void
set_css_class (gpointer widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
update_message (ScFindBar *self, const ScReplaceOptions *options)
{
  const char *error = sc_finder_get_error (self->finder);
  const char *text = error != NULL ? error : sc_finder_get_report (self->finder);

  if (text == NULL && gtk_toggle_button_get_active (self->replacing))
    text = sc_finder_explain (self->finder, options);
  gtk_label_set_text (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), text != NULL);
  set_css_class (self->message, "error", error != NULL);
}

/* What changes about the field with the focus a screen reader says. */
static void
announce (ScFindBar *self, const char *count)
{
  const char *message = gtk_label_get_text (self->message);
  g_autofree char *text
      = g_strdup_printf ("%s%s%s", count, *count != '\0' && *message != '\0' ? ". " : "", message);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->replacement),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
update (ScFindBar *self)
{
  const ScReplaceOptions options = get_replace_options (self);
  guint n = sc_finder_count (self->finder);
  gboolean looks = *gtk_editable_get_text (self->entry) != '\0';
  g_autofree char *count = sc_find_dup_count (self->finder, looks);
  g_autofree char *list = g_strdup_printf ("%s: %s", _ ("List all matches"), count);

  gtk_label_set_text (self->count_label, count);
  gtk_widget_queue_allocate (
      GTK_WIDGET (self->replace_line)); /* it ends where the other one does */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count), GTK_ACCESSIBLE_PROPERTY_LABEL, list,
                                  -1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->count), n > 0);
  gtk_widget_set_sensitive (self->previous, n > 0);
  gtk_widget_set_sensitive (self->next, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->results),
                          n > 0 && gtk_toggle_button_get_active (self->count));
  set_css_class (self->entry, "error", looks && n == 0);

  gtk_widget_set_sensitive (self->replace,
                            n > 0 && sc_finder_count_replaceable (self->finder, options.columns) > 0
                                && sc_finder_explain (self->finder, &options) == NULL);
  gtk_widget_set_sensitive (self->replace_all,
                            sc_finder_count_replaceable (self->finder, options.columns) > 0);
  update_message (self, &options);
  announce (self, count);
}

static void
search (ScFindBar *self)
{
  ScFindOptions options = { .text = gtk_editable_get_text (self->entry) };
  gboolean all;

  sc_find_popover_get (self->popover, &options, &all);
  g_object_set (self->entry, "placeholder-text",
                all ? _ ("Find in all flows") : _ ("Find in this flow"), NULL);
  set_css_class (self->options, "changed", !sc_find_popover_is_plain (self->popover));
  sc_finder_search (self->finder, &options, all);
}

static void
options_cb (ScFindBar *self)
{
  if (self->finder != NULL)
    search (self);
}

static void
next_cb (ScFindBar *self)
{
  sc_finder_step (self->finder, 1);
}

static void
previous_cb (ScFindBar *self)
{
  sc_finder_step (self->finder, -1);
}

static gboolean
previous_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ScFindBar *self = SC_FIND_BAR (widget);

  if (!gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (self->entry))))
    return FALSE;
  previous_cb (self);
  return TRUE;
}

/* From the entry into the list. */
static gboolean
list_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ScFindBar *self = SC_FIND_BAR (widget);

  if (sc_finder_count (self->finder) == 0
      || !gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (self->entry))))
    return FALSE;
  gtk_toggle_button_set_active (self->count, TRUE);
  return gtk_widget_grab_focus (GTK_WIDGET (self->results));
}

static void
count_toggled_cb (ScFindBar *self)
{
  update (self);
}

static void
replacing_cb (ScFindBar *self)
{
  gboolean replacing = gtk_toggle_button_get_active (self->replacing);

  gtk_widget_set_visible (GTK_WIDGET (self->replace_line), replacing);
  sc_find_popover_show_replace (self->popover, replacing);
  update (self);
}

static void
replace_cb (ScFindBar *self)
{
  const ScReplaceOptions options = get_replace_options (self);

  if (sc_finder_explain (self->finder, &options) == NULL)
    sc_finder_replace (self->finder, &options);
  else
    sc_finder_step (self->finder, 1);
}

static void
replace_all_cb (ScFindBar *self)
{
  const ScReplaceOptions options = get_replace_options (self);

  sc_finder_replace_all (self->finder, &options);
}

static void
close_cb (ScFindBar *self)
{
  sc_find_bar_close (self);
}

static gboolean
close_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  sc_find_bar_close (SC_FIND_BAR (widget));
  return TRUE;
}

static gboolean
is_in_security (ScFindBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GVariant) view = G_IS_ACTION_GROUP (root)
                                  ? g_action_group_get_action_state (G_ACTION_GROUP (root), "view")
                                  : NULL;

  return view != NULL && g_strcmp0 (g_variant_get_string (view, NULL), "security") == 0;
}

/* Roles are in one view only, and flows in all others. */
static void
revealed_cb (ScFindBar *self, const ScHit *hit)
{
  self->gone = TRUE;
  self->shown = hit->role == NULL;
  if (self->shown == is_in_security (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.view", "s",
                                self->shown ? "design" : "security");
}

static void
sc_find_bar_dispose (GObject *object)
{
  ScFindBar *self = SC_FIND_BAR (object);

  if (self->finder != NULL)
    g_signal_handlers_disconnect_by_data (self->finder, self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->finder);
  g_weak_ref_set (&self->focus, NULL);

  G_OBJECT_CLASS (sc_find_bar_parent_class)->dispose (object);
}

static void
sc_find_bar_finalize (GObject *object)
{
  ScFindBar *self = SC_FIND_BAR (object);

  g_weak_ref_clear (&self->focus);
  g_free (self->prefilled);

  G_OBJECT_CLASS (sc_find_bar_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, ScFindBar, box);
  gtk_widget_class_bind_template_child (klass, ScFindBar, find_line);
  gtk_widget_class_bind_template_child (klass, ScFindBar, replace_line);
  gtk_widget_class_bind_template_child (klass, ScFindBar, entry);
  gtk_widget_class_bind_template_child (klass, ScFindBar, replacement);
  gtk_widget_class_bind_template_child (klass, ScFindBar, count);
  gtk_widget_class_bind_template_child (klass, ScFindBar, count_label);
  gtk_widget_class_bind_template_child (klass, ScFindBar, previous);
  gtk_widget_class_bind_template_child (klass, ScFindBar, next);
  gtk_widget_class_bind_template_child (klass, ScFindBar, replacing);
  gtk_widget_class_bind_template_child (klass, ScFindBar, options);
  gtk_widget_class_bind_template_child (klass, ScFindBar, popover);
  gtk_widget_class_bind_template_child (klass, ScFindBar, replace);
  gtk_widget_class_bind_template_child (klass, ScFindBar, replace_all);
  gtk_widget_class_bind_template_child (klass, ScFindBar, message);
  gtk_widget_class_bind_template_child (klass, ScFindBar, results);
  gtk_widget_class_bind_template_callback (klass, search);
  gtk_widget_class_bind_template_callback (klass, options_cb);
  gtk_widget_class_bind_template_callback (klass, next_cb);
  gtk_widget_class_bind_template_callback (klass, previous_cb);
  gtk_widget_class_bind_template_callback (klass, count_toggled_cb);
  gtk_widget_class_bind_template_callback (klass, replacing_cb);
  gtk_widget_class_bind_template_callback (klass, replace_cb);
  gtk_widget_class_bind_template_callback (klass, replace_all_cb);
  gtk_widget_class_bind_template_callback (klass, close_cb);
  gtk_widget_class_bind_template_callback (klass, update);
}

static void
bind_keys (GtkWidgetClass *klass)
{
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, close_key_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Return, GDK_SHIFT_MASK, previous_key_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Enter, GDK_SHIFT_MASK, previous_key_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Down, 0, list_key_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Down, 0, list_key_cb, NULL);
}

static void
sc_find_bar_class_init (ScFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_find_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_find_bar_finalize;

  g_resources_register (sc_find_get_resource ());
  sc_styles_add ("/org/stagecraft/Stagecraft/find/find.css");
  g_type_ensure (SC_TYPE_FIND_LINE);
  g_type_ensure (SC_TYPE_FIND_POPOVER);
  g_type_ensure (SC_TYPE_FIND_RESULTS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "find-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/stagecraft/Stagecraft/find/sc-find-bar.ui");
  bind_template (widget_class);
  bind_keys (widget_class);
}

static void
sc_find_bar_init (ScFindBar *self)
{
  g_weak_ref_init (&self->focus, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find and Replace"), -1);
  sc_find_line_align (self->replace_line, self->find_line);
}

GtkWidget *
sc_find_bar_new (ScEditor *editor)
{
  ScFindBar *self = g_object_new (SC_TYPE_FIND_BAR, NULL);

  self->finder = sc_finder_new (editor);
  sc_find_results_set_finder (self->results, self->finder);
  g_signal_connect_object (self->finder, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->finder, "revealed", G_CALLBACK (revealed_cb), self,
                           G_CONNECT_SWAPPED);
  search (self);
  return GTK_WIDGET (self);
}

/* A selected part only counts where nothing was looked for before: going to a match selects one. */
static void
prefill (ScFindBar *self, GtkWidget *focus)
{
  const char *present = gtk_editable_get_text (self->entry);
  g_autofree char *text = sc_find_dup_selected_text (focus);

  if (text == NULL && (*present == '\0' || g_strcmp0 (present, self->prefilled) == 0))
    {
      text = sc_find_dup_selected_label (sc_finder_get_editor (self->finder));
      g_free (self->prefilled);
      self->prefilled = g_strdup (text);
    }
  if (text != NULL)
    gtk_editable_set_text (self->entry, text);
}

static GtkWidget *
get_focus (ScFindBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

static gboolean
has_focus (ScFindBar *self)
{
  GtkWidget *focus = get_focus (self);

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
reveal (ScFindBar *self)
{
  GtkWidget *focus = get_focus (self);

  if (!has_focus (self))
    {
      g_weak_ref_set (&self->focus, focus);
      self->gone = FALSE;
      prefill (self, focus);
    }
  sc_finder_set_active (self->finder, TRUE);
  gtk_widget_set_visible (self->box, TRUE);
}

static void
focus_entry (ScFindBar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

void
sc_find_bar_open (ScFindBar *self, ScFindMode mode)
{
  ScFindOptions options = { NULL };
  gboolean all, again;

  g_return_if_fail (SC_IS_FIND_BAR (self));

  again = mode == SC_FIND_OPEN_REPLACE && gtk_toggle_button_get_active (self->replacing)
          && has_focus (self);
  reveal (self);
  sc_find_popover_get (self->popover, &options, &all);
  if (mode == SC_FIND_OPEN_ALL && !all)
    sc_find_popover_set (self->popover, &options, TRUE);
  if (mode == SC_FIND_OPEN_REPLACE)
    gtk_toggle_button_set_active (self->replacing, TRUE);
  /* The same key once more leads on. */
  if (again)
    gtk_widget_grab_focus (GTK_WIDGET (self->replacement));
  else
    focus_entry (self);
}

void
sc_find_bar_open_column (ScFindBar *self, const char *column)
{
  const ScFindOptions options = { .whole_word = TRUE, .fields = SC_FIND_COLUMNS };

  g_return_if_fail (SC_IS_FIND_BAR (self));

  reveal (self);
  gtk_editable_set_text (self->entry, column);
  sc_find_popover_set (self->popover, &options, TRUE);
  gtk_toggle_button_set_active (self->count, TRUE);
  focus_entry (self);
}

gboolean
sc_find_bar_is_open (ScFindBar *self)
{
  g_return_val_if_fail (SC_IS_FIND_BAR (self), FALSE);

  return gtk_widget_get_visible (self->box);
}

void
sc_find_bar_close (ScFindBar *self)
{
  g_autoptr (GtkWidget) focus = NULL;
  gboolean had_focus;

  g_return_if_fail (SC_IS_FIND_BAR (self));

  had_focus = has_focus (self);
  focus = g_weak_ref_get (&self->focus);
  g_weak_ref_set (&self->focus, NULL);
  sc_finder_set_active (self->finder, FALSE);
  gtk_widget_set_visible (self->box, FALSE);
  if (!had_focus)
    return;
  if (focus != NULL && !(self->gone && self->shown) && gtk_widget_get_mapped (focus)
      && gtk_widget_grab_focus (focus))
    return;
  /* A role cannot be selected, but it is in sight. */
  if (self->gone && !self->shown)
    gtk_widget_child_focus (gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_BOX),
                            GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-selected", NULL);
}

void
sc_find_bar_step (ScFindBar *self, int direction)
{
  g_return_if_fail (SC_IS_FIND_BAR (self));

  if (*gtk_editable_get_text (self->entry) == '\0')
    sc_find_bar_open (self, SC_FIND_OPEN);
  else
    sc_finder_step (self->finder, direction);
}
