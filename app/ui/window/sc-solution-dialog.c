/* sc-solution-dialog.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-solution-dialog.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "sc-edit-solution.h"
#include "sc-solution-names.h"

enum
{
  TITLE,
  UNIQUE_NAME,
  VERSION,
  PUBLISHER_TITLE,
  PUBLISHER,
  PREFIX,
  OPTION_PREFIX,
  N_ENTRIES
};

struct _ScSolutionDialog
{
  AdwMessageDialog parent_instance;

  ScEditor *editor; /* NULL for a new solution */
  ScSolutionCreated created;
  char *before[N_ENTRIES]; /* what the entries held at first */
  gboolean filling;        /* the dialog itself changes entries */
  gboolean typed[N_ENTRIES];

  GtkEditable *entries[N_ENTRIES];
  GtkLabel *hint;
};

G_DEFINE_FINAL_TYPE (ScSolutionDialog, sc_solution_dialog, ADW_TYPE_MESSAGE_DIALOG)

/* Longer prefixes only make names longer. */
#define PROPOSED_PREFIX 4

static const char *
check_title (const char *text)
{
  return *text == '\0' ? _ ("A name is needed.") : NULL;
}

/* NULL: anything goes. */
static const char *(*const checks[N_ENTRIES]) (const char *text) = {
  [TITLE] = check_title,
  [UNIQUE_NAME] = sc_solution_check_unique_name,
  [VERSION] = sc_solution_check_version,
  [PUBLISHER] = sc_solution_check_unique_name,
  [PREFIX] = sc_solution_check_prefix,
  [OPTION_PREFIX] = sc_solution_check_option_prefix,
};

static char *
dup_text (ScSolutionDialog *self, guint entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->entries[entry])));
}

/* NULL where the text is what it was, so that an empty field does not become an empty text. */
static char *
dup_changed (ScSolutionDialog *self, guint entry)
{
  g_autofree char *text = dup_text (self, entry);

  return g_str_equal (text, self->before[entry]) ? NULL : g_steal_pointer (&text);
}

/* What an opened package has is not for this dialog to judge. */
static const char *
find_complaint (ScSolutionDialog *self, guint entry)
{
  g_autofree char *text = self->editor != NULL ? dup_changed (self, entry) : dup_text (self, entry);

  return text != NULL && checks[entry] != NULL ? checks[entry](text) : NULL;
}

/* What is missing in a new solution is no fault of what was typed. */
static gboolean
is_untouched (ScSolutionDialog *self, guint entry)
{
  return self->editor == NULL && !self->typed[entry]
         && *gtk_editable_get_text (self->entries[entry]) == '\0';
}

/* What is wrong, else what is missing, else what the prefix is for. */
static void
show_hint (ScSolutionDialog *self, const char *complaint, const char *missing)
{
  GtkWidget *hint = GTK_WIDGET (self->hint);
  g_autofree char *prefix = dup_text (self, PREFIX);
  const char *shown = *prefix != '\0' ? prefix : "new";
  g_autofree char *example
      = self->editor == NULL
            ? g_strdup_printf (_ ("The unique names of new flows begin with %s_."), shown)
            : g_strdup_printf (_ ("The unique names of new flows begin with %s_. Present flows "
                                  "keep theirs."),
                               shown);

  gtk_label_set_text (self->hint, complaint != NULL ? complaint
                                  : missing != NULL ? missing
                                                    : example);
  gtk_widget_remove_css_class (hint, complaint != NULL ? "dim-label" : "error");
  gtk_widget_add_css_class (hint, complaint != NULL ? "error" : "dim-label");
}

static void
check (ScSolutionDialog *self)
{
  const char *first = NULL;
  const char *missing = NULL;
  gboolean good = TRUE;

  for (guint i = 0; i < N_ENTRIES; i++)
    {
      const char *complaint = find_complaint (self, i);
      gboolean shown = complaint != NULL && !is_untouched (self, i);

      good = good && complaint == NULL;
      if (shown && first == NULL)
        first = complaint;
      if (missing == NULL)
        missing = complaint;
      if (shown)
        gtk_widget_add_css_class (GTK_WIDGET (self->entries[i]), "error");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self->entries[i]), "error");
    }
  show_hint (self, first, missing);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "accept", good);
}

static void
propose (ScSolutionDialog *self, guint entry, const char *text)
{
  if (!self->typed[entry])
    gtk_editable_set_text (self->entries[entry], text);
}

/* In a new solution what was not typed follows from what was. */
static void
propose_all (ScSolutionDialog *self)
{
  g_autofree char *title = dup_text (self, TITLE);
  g_autofree char *unique_name = sc_solution_derive_unique_name (title);
  g_autofree char *publisher_title = dup_text (self, PUBLISHER_TITLE);
  g_autofree char *publisher = sc_solution_derive_unique_name (publisher_title);
  g_autofree char *letters = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *option_prefix = NULL;

  propose (self, UNIQUE_NAME, unique_name);
  propose (self, PUBLISHER, publisher);
  letters = dup_text (self, PUBLISHER);
  prefix = g_ascii_strdown (letters + (*letters == '_'), PROPOSED_PREFIX);
  propose (self, PREFIX, sc_solution_check_prefix (prefix) == NULL ? prefix : "");
  g_free (prefix);
  prefix = dup_text (self, PREFIX);
  if (sc_solution_check_prefix (prefix) == NULL)
    option_prefix = g_strdup_printf ("%d", sc_solution_derive_option_prefix (prefix));
  propose (self, OPTION_PREFIX, option_prefix != NULL ? option_prefix : "");
}

static void
changed_cb (ScSolutionDialog *self, GtkEditable *entry)
{
  if (self->filling)
    return;
  for (guint i = 0; i < N_ENTRIES; i++)
    self->typed[i] = self->typed[i] || self->entries[i] == entry;
  self->filling = TRUE;
  if (self->editor == NULL)
    propose_all (self);
  self->filling = FALSE;
  check (self);
}

/* Takes over solution. */
static ScSolution *
apply (ScSolutionDialog *self, ScSolution *solution, GError **error)
{
  g_autoptr (ScSolution) before = solution;
  char *texts[N_ENTRIES];
  g_autoptr (ScSolution) named = NULL;
  ScSolution *after;

  for (guint i = 0; i < N_ENTRIES; i++)
    texts[i] = self->editor != NULL ? dup_changed (self, i) : dup_text (self, i);
  named = sc_edit_solution_set_details (before, texts[TITLE], texts[UNIQUE_NAME], texts[VERSION],
                                        texts[PUBLISHER], texts[PREFIX], error);
  after = named != NULL ? sc_edit_solution_set_publisher (
              named, texts[PUBLISHER_TITLE],
              texts[OPTION_PREFIX] != NULL ? atoi (texts[OPTION_PREFIX]) : 0, error)
                        : NULL;
  for (guint i = 0; i < N_ENTRIES; i++)
    g_free (texts[i]);
  return after;
}

static void
accept_cb (ScSolutionDialog *self)
{
  GError *error = NULL;
  ScSolution *after;

  if (self->editor != NULL)
    {
      after = apply (self, sc_solution_ref (sc_editor_get_solution (self->editor)), &error);
      sc_editor_commit (self->editor, after, error, _ ("Change Solution Details"), NULL);
    }
  else
    {
      g_autoptr (ScSolution) solution = apply (self, sc_edit_solution_new (), NULL);

      if (solution != NULL)
        self->created (gtk_window_get_transient_for (GTK_WINDOW (self)), solution);
    }
}

static void
sc_solution_dialog_dispose (GObject *object)
{
  g_clear_object (&SC_SOLUTION_DIALOG (object)->editor);

  G_OBJECT_CLASS (sc_solution_dialog_parent_class)->dispose (object);
}

static void
sc_solution_dialog_finalize (GObject *object)
{
  for (guint i = 0; i < N_ENTRIES; i++)
    g_free (SC_SOLUTION_DIALOG (object)->before[i]);

  G_OBJECT_CLASS (sc_solution_dialog_parent_class)->finalize (object);
}

static const char *const names[N_ENTRIES] = { "title",           "unique_name", "version",
                                              "publisher_title", "publisher",   "prefix",
                                              "option_prefix" };

static void
sc_solution_dialog_class_init (ScSolutionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_solution_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_solution_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/window/sc-solution-dialog.ui");
  for (guint i = 0; i < N_ENTRIES; i++)
    gtk_widget_class_bind_template_child_full (
        widget_class, names[i], FALSE,
        (gssize) (G_STRUCT_OFFSET (ScSolutionDialog, entries) + i * sizeof (GtkEditable *)));
  gtk_widget_class_bind_template_child (widget_class, ScSolutionDialog, hint);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
}

static void
sc_solution_dialog_init (ScSolutionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (ScSolutionDialog *self, guint entry, const char *text)
{
  self->before[entry] = g_strdup (text != NULL ? text : "");
  gtk_editable_set_text (self->entries[entry], self->before[entry]);
}

static void
show (ScSolutionDialog *self)
{
  check (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entries[TITLE]));
}

void
sc_solution_dialog_present (GtkWindow *parent, ScEditor *editor)
{
  ScSolutionDialog *self = g_object_new (SC_TYPE_SOLUTION_DIALOG, "transient-for", parent, NULL);
  const ScSolution *solution = sc_editor_get_solution (editor);
  g_autofree char *option_prefix
      = solution->option_prefix != 0 ? g_strdup_printf ("%d", solution->option_prefix) : NULL;

  self->editor = g_object_ref (editor);
  self->filling = TRUE;
  fill (self, TITLE, sc_labels_get (solution->labels, solution->language));
  fill (self, UNIQUE_NAME, solution->unique_name);
  fill (self, VERSION, solution->version);
  fill (self, PUBLISHER_TITLE, solution->publisher_title);
  fill (self, PUBLISHER, solution->publisher);
  fill (self, PREFIX, solution->prefix);
  fill (self, OPTION_PREFIX, option_prefix);
  self->filling = FALSE;
  show (self);
}

void
sc_solution_dialog_present_new (GtkWindow *parent, ScSolutionCreated created)
{
  ScSolutionDialog *self = g_object_new (SC_TYPE_SOLUTION_DIALOG, "transient-for", parent, NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);

  self->created = created;
  adw_message_dialog_set_heading (dialog, _ ("New Solution"));
  adw_message_dialog_set_response_label (dialog, "accept", _ ("C_reate"));
  self->filling = TRUE;
  for (guint i = 0; i < N_ENTRIES; i++)
    fill (self, i, i == VERSION ? "1.0.0.0" : NULL);
  self->filling = FALSE;
  show (self);
}
