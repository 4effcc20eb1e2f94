/* sc-difference-dialog.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-difference-dialog.h"

#include <glib/gi18n-lib.h>

#include "sc-line-diff.h"

#define CONTEXT   2
#define MAX_LINES 1000

struct _ScDifferenceDialog
{
  AdwWindow parent_instance;

  ScEditor *editor;
  char *flow;
  void (*agreed) (GtkWindow *parent);

  GtkLabel *explanation;
  GtkTextView *lines;
};

G_DEFINE_FINAL_TYPE (ScDifferenceDialog, sc_difference_dialog, ADW_TYPE_WINDOW)

static void
agree_cb (ScDifferenceDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  void (*agreed) (GtkWindow *) = self->agreed;

  sc_document_accept_rewrite (sc_editor_get_document (self->editor), self->flow);
  gtk_window_destroy (GTK_WINDOW (self));
  if (agreed != NULL)
    agreed (parent);
}

static void
sc_difference_dialog_dispose (GObject *object)
{
  ScDifferenceDialog *self = SC_DIFFERENCE_DIALOG (object);

  g_clear_object (&self->editor);
  g_clear_pointer (&self->flow, g_free);

  G_OBJECT_CLASS (sc_difference_dialog_parent_class)->dispose (object);
}

static void
sc_difference_dialog_class_init (ScDifferenceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_difference_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/window/sc-difference-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScDifferenceDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, ScDifferenceDialog, lines);
  gtk_widget_class_bind_template_callback (widget_class, agree_cb);
}

static void
sc_difference_dialog_init (ScDifferenceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A tint over whatever the background is: it does for light and dark. */
static GtkTextTag *
add_tag (GtkTextBuffer *buffer, const char *name, const char *tint)
{
  return gtk_text_buffer_create_tag (buffer, name, "paragraph-background", tint, NULL);
}

static void
show_lines (ScDifferenceDialog *self, GPtrArray *lines)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->lines);
  GtkTextTag *const tags[] = {
    [SC_LINE_REMOVED] = add_tag (buffer, "removed", "rgba(224,27,36,0.20)"),
    [SC_LINE_ADDED] = add_tag (buffer, "added", "rgba(46,194,126,0.20)"),
  };
  static const char *const signs[]
      = { [SC_LINE_SAME] = " ", [SC_LINE_REMOVED] = "−", [SC_LINE_ADDED] = "+" };
  GtkTextIter end;

  for (guint i = 0; i < lines->len; i++)
    {
      const ScDiffLine *line = g_ptr_array_index (lines, i);
      g_autofree char *text = NULL;

      gtk_text_buffer_get_end_iter (buffer, &end);
      if (line->kind == SC_LINE_GAP)
        text = g_strdup ("   ⋯\n");
      else
        text = g_strdup_printf ("%5u %s %s\n", line->number, signs[line->kind], line->text);
      if (line->kind == SC_LINE_REMOVED || line->kind == SC_LINE_ADDED)
        gtk_text_buffer_insert_with_tags (buffer, &end, text, -1, tags[line->kind], NULL);
      else
        gtk_text_buffer_insert (buffer, &end, text, -1);
    }
}

static void
explain (ScDifferenceDialog *self)
{
  const ScFlow *flow
      = sc_solution_find_flow (sc_editor_get_solution (self->editor), self->flow, NULL);
  g_autofree char *text = g_strdup_printf (
      _ ("The file of “%s” holds the lines with “−”. Stagecraft does not know them: when it writes "
         "the flow they go, and those with “+” stand there instead. All other lines stay."),
      flow != NULL ? sc_flow_get_label (flow, sc_editor_get_language (self->editor)) : "");

  gtk_label_set_text (self->explanation, text);
}

void
sc_difference_dialog_present (GtkWindow *parent,
                              ScEditor *editor,
                              const char *flow,
                              void (*agreed) (GtkWindow *parent))
{
  ScDocument *document = sc_editor_get_document (editor);
  const ScStorage *storage = document != NULL ? sc_document_get_storage (document) : NULL;
  g_autoptr (GBytes) held = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  ScDifferenceDialog *self;

  if (storage == NULL || !sc_storage_get_difference (storage, flow, NULL, &held, &written))
    return;
  self = g_object_new (SC_TYPE_DIFFERENCE_DIALOG, "transient-for", parent, NULL);
  self->editor = g_object_ref (editor);
  self->flow = g_strdup (flow);
  self->agreed = agreed;
  explain (self);
  lines = sc_line_diff (held, written, CONTEXT, MAX_LINES);
  show_lines (self, lines);
  gtk_window_present (GTK_WINDOW (self));
}
