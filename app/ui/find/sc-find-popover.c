/* sc-find-popover.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-find-popover.h"

struct _ScFindPopover
{
  GtkPopover parent_instance;

  gboolean setting;
  GtkCheckButton *match_case;
  GtkCheckButton *whole_word;
  GtkCheckButton *regex;
  GtkCheckButton *all_flows;
  GtkCheckButton *names;
  GtkCheckButton *columns;
  GtkCheckButton *values;
  GtkCheckButton *ids;
  GtkWidget *replace;
  GtkCheckButton *preserve_case;
  GtkCheckButton *replace_columns;
};

G_DEFINE_FINAL_TYPE (ScFindPopover, sc_find_popover, GTK_TYPE_POPOVER)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
toggled_cb (ScFindPopover *self)
{
  gboolean regex = gtk_check_button_get_active (self->regex);

  /* A regular expression says itself what case its replacement has. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->preserve_case), !regex);
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* GTK 4.8 lets arrows toggle a check button that is in no group. */
static gboolean
sc_find_popover_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (direction == GTK_DIR_DOWN)
    direction = GTK_DIR_TAB_FORWARD;
  else if (direction == GTK_DIR_UP)
    direction = GTK_DIR_TAB_BACKWARD;
  return GTK_WIDGET_CLASS (sc_find_popover_parent_class)->focus (widget, direction);
}

static void
sc_find_popover_class_init (ScFindPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGED] = g_signal_new ("changed", SC_TYPE_FIND_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  widget_class->focus = sc_find_popover_focus;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/find/sc-find-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, ScFindPopover, match_case);
  gtk_widget_class_bind_template_child (widget_class, ScFindPopover, whole_word);
  gtk_widget_class_bind_template_child (widget_class, ScFindPopover, regex);
  gtk_widget_class_bind_template_child (widget_class, ScFindPopover, all_flows);
  gtk_widget_class_bind_template_child (widget_class, ScFindPopover, names);
  gtk_widget_class_bind_template_child (widget_class, ScFindPopover, columns);
  gtk_widget_class_bind_template_child (widget_class, ScFindPopover, values);
  gtk_widget_class_bind_template_child (widget_class, ScFindPopover, ids);
  gtk_widget_class_bind_template_child (widget_class, ScFindPopover, replace);
  gtk_widget_class_bind_template_child (widget_class, ScFindPopover, preserve_case);
  gtk_widget_class_bind_template_child (widget_class, ScFindPopover, replace_columns);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
sc_find_popover_init (ScFindPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sc_find_popover_get (ScFindPopover *self, ScFindOptions *options, gboolean *all)
{
  g_return_if_fail (SC_IS_FIND_POPOVER (self));

  options->match_case = gtk_check_button_get_active (self->match_case);
  options->whole_word = gtk_check_button_get_active (self->whole_word);
  options->regex = gtk_check_button_get_active (self->regex);
  options->fields = (gtk_check_button_get_active (self->names) ? SC_FIND_NAMES : 0)
                    | (gtk_check_button_get_active (self->columns) ? SC_FIND_COLUMNS : 0)
                    | (gtk_check_button_get_active (self->values) ? SC_FIND_VALUES : 0)
                    | (gtk_check_button_get_active (self->ids) ? SC_FIND_IDS : 0);
  *all = gtk_check_button_get_active (self->all_flows);
}

void
sc_find_popover_set (ScFindPopover *self, const ScFindOptions *options, gboolean all)
{
  g_return_if_fail (SC_IS_FIND_POPOVER (self));

  self->setting = TRUE;
  gtk_check_button_set_active (self->match_case, options->match_case);
  gtk_check_button_set_active (self->whole_word, options->whole_word);
  gtk_check_button_set_active (self->regex, options->regex);
  gtk_check_button_set_active (self->names, (options->fields & SC_FIND_NAMES) != 0);
  gtk_check_button_set_active (self->columns, (options->fields & SC_FIND_COLUMNS) != 0);
  gtk_check_button_set_active (self->values, (options->fields & SC_FIND_VALUES) != 0);
  gtk_check_button_set_active (self->ids, (options->fields & SC_FIND_IDS) != 0);
  gtk_check_button_set_active (self->all_flows, all);
  self->setting = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
sc_find_popover_is_plain (ScFindPopover *self)
{
  ScFindOptions options = { NULL };
  gboolean all;

  sc_find_popover_get (self, &options, &all);
  return !options.match_case && !options.whole_word && !options.regex && !all
         && options.fields == SC_FIND_ALL;
}

void
sc_find_popover_get_replace (ScFindPopover *self, ScReplaceOptions *options)
{
  g_return_if_fail (SC_IS_FIND_POPOVER (self));

  options->preserve_case = gtk_check_button_get_active (self->preserve_case);
  options->columns = gtk_check_button_get_active (self->replace_columns);
}

void
sc_find_popover_show_replace (ScFindPopover *self, gboolean show)
{
  g_return_if_fail (SC_IS_FIND_POPOVER (self));

  gtk_widget_set_visible (self->replace, show);
}
