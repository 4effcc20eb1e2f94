/* sc-leftover-row.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-leftover-row.h"

#include <glib/gi18n-lib.h>

#include "sc-diff.h"

/* Kinds of changes that fit. */
#define MAX_KINDS 4

struct _ScLeftoverRow
{
  GtkListBoxRow parent_instance;

  ScLeftover *leftover;
  GCancellable *reading;
  gboolean unedited;

  GtkLabel *title;
  GtkLabel *place;
  GtkLabel *changes;
  GtkWidget *discard;
  GtkWidget *restore;
};

G_DEFINE_FINAL_TYPE (ScLeftoverRow, sc_leftover_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  RESTORE,
  DISCARD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
restore_cb (ScLeftoverRow *self)
{
  g_signal_emit (self, signals[RESTORE], 0);
}

static void
discard_cb (ScLeftoverRow *self)
{
  g_signal_emit (self, signals[DISCARD], 0);
}

/* Gives what was changed, NULL when nothing was. */
static void
compare_in_thread (GTask *task, gpointer source, gpointer leftover, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (ScSolution) saved = NULL;
  g_autoptr (ScSolution) now = sc_leftover_read (leftover, &saved, &error);
  g_autoptr (ScList) differences = NULL;

  if (now == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  differences = sc_diff (saved, now);
  g_task_return_pointer (
      task, differences != NULL ? sc_diff_summarize (differences, MAX_KINDS) : NULL, g_free);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ScLeftoverRow *self = SC_LEFTOVER_ROW (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *summary = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->unedited = summary == NULL && error == NULL;
  if (self->unedited)
    summary = g_strdup (_ ("Nothing changed, but the file was gone"));
  gtk_label_set_text (self->changes, summary != NULL ? summary : error->message);
  gtk_widget_set_sensitive (self->restore, error == NULL);
  g_debug ("leftover-compared");
}

/* Between reading and restoring there must be nothing but the person. */
static void
compare (ScLeftoverRow *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->reading, compared_cb, NULL);

  g_task_set_source_tag (task, compare);
  g_task_set_task_data (task, sc_leftover_ref (self->leftover), (GDestroyNotify) sc_leftover_unref);
  g_task_run_in_thread (task, compare_in_thread);
}

static void
sc_leftover_row_dispose (GObject *object)
{
  ScLeftoverRow *self = SC_LEFTOVER_ROW (object);

  g_cancellable_cancel (self->reading);
  g_clear_pointer (&self->leftover, sc_leftover_unref);

  G_OBJECT_CLASS (sc_leftover_row_parent_class)->dispose (object);
}

static void
sc_leftover_row_finalize (GObject *object)
{
  g_object_unref (SC_LEFTOVER_ROW (object)->reading);

  G_OBJECT_CLASS (sc_leftover_row_parent_class)->finalize (object);
}

static void
sc_leftover_row_class_init (ScLeftoverRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_leftover_row_dispose;
  object_class->finalize = sc_leftover_row_finalize;

  signals[RESTORE] = g_signal_new ("restore", SC_TYPE_LEFTOVER_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[DISCARD] = g_signal_new ("discard", SC_TYPE_LEFTOVER_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/window/sc-leftover-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ScLeftoverRow, title);
  gtk_widget_class_bind_template_child (widget_class, ScLeftoverRow, place);
  gtk_widget_class_bind_template_child (widget_class, ScLeftoverRow, changes);
  gtk_widget_class_bind_template_child (widget_class, ScLeftoverRow, discard);
  gtk_widget_class_bind_template_child (widget_class, ScLeftoverRow, restore);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_cb);
}

static void
sc_leftover_row_init (ScLeftoverRow *self)
{
  self->reading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe_place (ScLeftover *leftover)
{
  const char *path = sc_leftover_get_path (leftover);
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (sc_leftover_get_time (leftover));
  g_autofree char *when = time != NULL ? g_date_time_format (time, "%x, %H:%M") : g_strdup ("");

  /* Translators: a file and the time of the last edit. */
  return g_strdup_printf (_ ("%s · %s"), name != NULL ? name : _ ("Never saved"), when);
}

/* A screen reader that comes upon a button says whose it is. */
static void
name_button (GtkWidget *button, const char *format_title, const char *title)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", format_title, title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

GtkWidget *
sc_leftover_row_new (ScLeftover *leftover)
{
  ScLeftoverRow *self = g_object_new (SC_TYPE_LEFTOVER_ROW, NULL);
  const char *title = sc_leftover_get_title (leftover);
  g_autofree char *place = describe_place (leftover);

  if (title == NULL)
    title = _ ("Solution without a name");
  self->leftover = sc_leftover_ref (leftover);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->place, place);
  if (sc_leftover_get_path (leftover) != NULL)
    {
      g_autofree char *path = g_filename_display_name (sc_leftover_get_path (leftover));
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->place), path);
    }
  name_button (self->restore, _ ("Restore"), title);
  name_button (self->discard, _ ("Discard"), title);
  compare (self);
  return GTK_WIDGET (self);
}

ScLeftover *
sc_leftover_row_get_leftover (ScLeftoverRow *self)
{
  return self->leftover;
}

gboolean
sc_leftover_row_is_edited (ScLeftoverRow *self)
{
  return !self->unedited;
}
