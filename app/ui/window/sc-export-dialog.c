/* sc-export-dialog.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "sc-difference-dialog.h"
#include "sc-edit-solution.h"
#include "sc-export.h"
#include "sc-message.h"
#include "sc-plain-row.h"
#include "sc-severity.h"
#include "sc-version.h"

/* Nobody reads more of a kind here; the list of problems has them all. */
#define MAX_ROWS 30

/* Positions in the rows. */
enum
{
  FORMAT_ZIP,
  FORMAT_FOLDER
};

typedef enum
{
  VERSION_KEEP,
  VERSION_NEXT,
  VERSION_OWN
} VersionChoice;

struct _ScExportDialog
{
  AdwWindow parent_instance;

  ScEditor *editor;
  void (*exported) (GtkWindow *parent, const char *path);
  GtkFileChooserNative *chooser; /* while it is up */
  char *next;                    /* the next version; NULL when there is none */
  gboolean blocked;

  GtkWidget *export;
  AdwPreferencesGroup *checks;
  GtkWidget *package;
  GtkWidget *after;
  AdwComboRow *format;
  AdwComboRow *version;
  GtkEditable *own_version;
  GtkSwitch *note;
  AdwExpanderRow *preview;
  GtkTextView *note_text;
};

G_DEFINE_FINAL_TYPE (ScExportDialog, sc_export_dialog, ADW_TYPE_WINDOW)

static const ScStorage *
get_storage (ScExportDialog *self)
{
  return sc_document_get_storage (sc_editor_get_document (self->editor));
}

/* The first entry of the list is there only when the solution has a version. */
static VersionChoice
get_choice (ScExportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->version);

  return self->next == NULL && selected > VERSION_KEEP ? VERSION_OWN : (VersionChoice) selected;
}

/* NULL keeps the present one. Free with g_free(). */
static char *
dup_version (ScExportDialog *self)
{
  switch (get_choice (self))
    {
    case VERSION_NEXT:
      return g_strdup (self->next);
    case VERSION_OWN:
      return g_strstrip (g_strdup (gtk_editable_get_text (self->own_version)));
    case VERSION_KEEP:
    default:
      return NULL;
    }
}

static void
update_export (ScExportDialog *self)
{
  g_autofree char *version = dup_version (self);
  gboolean good = version == NULL || sc_version_is_valid (version);

  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (self->own_version), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->own_version), "error");
  gtk_widget_set_sensitive (self->export, good && !self->blocked);
}

/* The solution as it would be exported. */
static ScSolution *
get_exported (ScExportDialog *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  g_autofree char *version = dup_version (self);

  if (version == NULL || !sc_version_is_valid (version))
    return sc_solution_ref (solution);
  return sc_edit_solution_set_details (solution, NULL, NULL, version, NULL, NULL, NULL);
}

static void
preview_cb (ScExportDialog *self)
{
  g_autoptr (ScSolution) exported = NULL;
  g_autofree char *text = NULL;

  if (!adw_expander_row_get_expanded (self->preview))
    return;
  exported = get_exported (self);
  text = sc_export_write_note (exported);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note_text), text, -1);
}

/* Not every package can become one of the other kind with all that is in it. */
static void
show_formats (ScExportDialog *self)
{
  const ScStorage *storage = get_storage (self);
  gboolean zip = storage == NULL || sc_storage_can_copy_as (storage, SC_STORAGE_ZIP);
  gboolean folder = storage == NULL || sc_storage_can_copy_as (storage, SC_STORAGE_FOLDER);

  adw_combo_row_set_selected (self->format, zip ? FORMAT_ZIP : FORMAT_FOLDER);
  gtk_widget_set_sensitive (GTK_WIDGET (self->format), zip && folder);
}

static void
format_changed_cb (ScExportDialog *self)
{
  gboolean folder = adw_combo_row_get_selected (self->format) == FORMAT_FOLDER;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->format),
                               folder
                                   ? _ ("As SolutionPackager and pac unpack it, for a repository")
                                   : _ ("For pac solution import, the maker portal or a pipeline"));
}

static void
version_changed_cb (ScExportDialog *self)
{
  VersionChoice choice = get_choice (self);

  gtk_widget_set_visible (GTK_WIDGET (self->own_version), choice == VERSION_OWN);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->version),
                               choice != VERSION_KEEP ? _ ("The open solution gets it, too") : "");
  update_export (self);
  preview_cb (self);
}

static void
finish (ScExportDialog *self, const char *path)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  void (*exported) (GtkWindow *, const char *) = self->exported;
  g_autofree char *version = dup_version (self);
  GError *error = NULL;
  ScSolution *after;

  /* The next export must not come with the same version again. */
  if (version != NULL)
    {
      g_autofree char *name = g_strdup_printf (_ ("Set Version %s"), version);

      after = sc_edit_solution_set_details (sc_editor_get_solution (self->editor), NULL, NULL,
                                            version, NULL, NULL, &error);
      sc_editor_commit (self->editor, after, error, name, NULL);
    }
  gtk_window_destroy (GTK_WINDOW (self));
  exported (parent, path);
}

/* What is kept in that place would be another than what is open. */
static gboolean
is_own_place (ScExportDialog *self, const char *path)
{
  g_autofree char *canonical = g_canonicalize_filename (path, NULL);

  return get_storage (self) != NULL
         && g_str_equal (sc_storage_get_path (get_storage (self)), canonical);
}

gboolean
sc_export_dialog_run (ScExportDialog *self, const char *path)
{
  g_autofree char *version = NULL;
  g_autoptr (GError) error = NULL;
  ScExportOptions options = { 0 };

  g_return_val_if_fail (SC_IS_EXPORT_DIALOG (self), FALSE);

  if (is_own_place (self, path))
    {
      sc_message_show (GTK_WINDOW (self), _ ("Nothing Was Exported"),
                       _ ("The open solution is kept there. Save it, or name another place."));
      return FALSE;
    }
  version = dup_version (self);
  options.kind = adw_combo_row_get_selected (self->format) == FORMAT_FOLDER ? SC_PACKAGE_FOLDER
                                                                            : SC_PACKAGE_ZIP;
  options.path = path;
  options.version = version;
  options.note = gtk_switch_get_active (self->note);
  if (!sc_export_run (get_storage (self), sc_editor_get_solution (self->editor), &options, &error))
    {
      sc_message_show (GTK_WINDOW (self), _ ("The Export Failed"), error->message);
      return FALSE;
    }
  finish (self, path);
  return TRUE;
}

/* Where a name without ending is typed, the format says which. */
static char *
complete_path (ScExportDialog *self, const char *path)
{
  gboolean zip = adw_combo_row_get_selected (self->format) == FORMAT_ZIP;

  return zip && !g_str_has_suffix (path, ".zip") ? g_strconcat (path, ".zip", NULL)
                                                 : g_strdup (path);
}

static void
chooser_response_cb (ScExportDialog *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autofree char *complete = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path == NULL)
    return;
  complete = complete_path (self, path);
  if (!g_str_equal (complete, path) && g_file_test (complete, G_FILE_TEST_EXISTS))
    sc_message_show (GTK_WINDOW (self), _ ("Nothing Was Exported"),
                     _ ("There is a file of that name with the ending .zip. Name another one, or "
                        "type the ending to replace it."));
  else
    sc_export_dialog_run (self, complete);
}

/* As Dataverse names the files of an export. */
static char *
dup_proposed_name (ScExportDialog *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  const char *name = solution->unique_name != NULL && *solution->unique_name != '\0'
                         ? solution->unique_name
                         : sc_solution_get_title (solution);
  g_autoptr (ScSolution) exported = get_exported (self);
  g_autofree char *version = g_strdelimit (
      g_strdup (exported->version != NULL ? exported->version : "1.0.0.0"), ".", '_');
  g_autofree char *safe
      = g_strdelimit (g_strdup (name != NULL ? name : _ ("Untitled Solution")), "/\\", '-');

  if (adw_combo_row_get_selected (self->format) == FORMAT_FOLDER)
    return g_steal_pointer (&safe);
  return g_strdup_printf ("%s_%s.zip", safe, version);
}

static void
export_cb (ScExportDialog *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  const ScStorage *storage = get_storage (self);
  const char *rewrite = storage != NULL ? sc_storage_find_rewrite (storage, solution) : NULL;
  g_autofree char *name = NULL;

  if (self->chooser != NULL)
    return;
  if (rewrite != NULL)
    {
      sc_difference_dialog_present (GTK_WINDOW (self), self->editor, rewrite, NULL);
      return;
    }
  name = dup_proposed_name (self);
  self->chooser = gtk_file_chooser_native_new (_ ("Export"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
sc_export_dialog_dispose (GObject *object)
{
  ScExportDialog *self = SC_EXPORT_DIALOG (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->next, g_free);

  G_OBJECT_CLASS (sc_export_dialog_parent_class)->dispose (object);
}

static void
sc_export_dialog_class_init (ScExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_export_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/window/sc-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScExportDialog, export);
  gtk_widget_class_bind_template_child (widget_class, ScExportDialog, checks);
  gtk_widget_class_bind_template_child (widget_class, ScExportDialog, package);
  gtk_widget_class_bind_template_child (widget_class, ScExportDialog, after);
  gtk_widget_class_bind_template_child (widget_class, ScExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, ScExportDialog, version);
  gtk_widget_class_bind_template_child (widget_class, ScExportDialog, own_version);
  gtk_widget_class_bind_template_child (widget_class, ScExportDialog, note);
  gtk_widget_class_bind_template_child (widget_class, ScExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, ScExportDialog, note_text);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, version_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_cb);
}

static void
sc_export_dialog_init (ScExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Where a problem is, ready to be mended. */
static void
problem_activated_cb (ScExportDialog *self, GtkWidget *row)
{
  g_autoptr (ScEditor) editor = g_object_ref (self->editor);
  g_autoptr (ScProblem) problem = sc_problem_ref (g_object_get_data (G_OBJECT (row), "problem"));

  gtk_window_destroy (GTK_WINDOW (self));
  sc_editor_select_problem (editor, problem);
}

static GtkWidget *
new_problem_row (ScExportDialog *self, const ScProblem *problem)
{
  ScSeverity severity = (ScSeverity) problem->severity;
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  g_autofree char *place
      = sc_problem_dup_place (problem, solution, sc_editor_get_language (self->editor));
  GtkWidget *row = sc_plain_row_new (ADW_TYPE_ACTION_ROW, problem->message, place);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  sc_plain_row_add_icon (row, sc_severity_get_icon_name (severity),
                         sc_severity_get_css_class (severity));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "problem", sc_problem_ref (problem),
                          (GDestroyNotify) sc_problem_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (problem_activated_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
add_note (ScExportDialog *self, const char *icon, const char *style, const char *title)
{
  GtkWidget *row = sc_plain_row_new (ADW_TYPE_ACTION_ROW, title, NULL);

  sc_plain_row_add_icon (row, icon, style);
  adw_preferences_group_add (self->checks, row);
}

static void
show_errors (ScExportDialog *self, GPtrArray *errors)
{
  g_autofree char *count = sc_severity_format_count (SC_SEVERITY_ERROR, errors->len);
  g_autofree char *text = g_strdup_printf (
      ngettext ("%s blocks the export. Choose it to see where it is.",
                "%s block the export. Choose one to see where it is.", errors->len),
      count);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_preferences_group_set_description (self->checks, escaped);
  for (guint i = 0; i < MIN (errors->len, MAX_ROWS); i++)
    adw_preferences_group_add (self->checks, new_problem_row (self, g_ptr_array_index (errors, i)));
}

/* They do not block, so they are folded. */
static void
show_warnings (ScExportDialog *self)
{
  const ScList *problems = sc_editor_get_problems (self->editor);
  guint n = sc_severity_count (problems, SC_SEVERITY_WARNING);
  g_autofree char *count = sc_severity_format_count (SC_SEVERITY_WARNING, n);
  GtkWidget *row;
  guint shown = 0;

  if (n == 0)
    return;
  row = sc_plain_row_new (ADW_TYPE_EXPANDER_ROW, count, NULL);
  sc_plain_row_add_icon (row, sc_severity_get_icon_name (SC_SEVERITY_WARNING),
                         sc_severity_get_css_class (SC_SEVERITY_WARNING));
  sc_list_foreach (problems, const ScProblem *, problem)
    {
      if (problem->severity == SC_SEVERITY_WARNING && shown++ < MAX_ROWS)
        adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_problem_row (self, problem));
    }
  adw_preferences_group_add (self->checks, row);
}

static void
show_checks (ScExportDialog *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  g_autofree char *refusal = sc_export_explain_refusal (get_storage (self), solution);
  g_autoptr (GPtrArray) errors = sc_export_list_obstacles (get_storage (self), solution);

  self->blocked = refusal != NULL || errors->len > 0;
  if (refusal != NULL)
    add_note (self, "dialog-error-symbolic", "error", refusal);
  if (errors->len > 0)
    show_errors (self, errors);
  else if (refusal == NULL)
    add_note (self, "object-select-symbolic", "success", _ ("No errors found"));
  show_warnings (self);
  gtk_widget_set_sensitive (self->package, !self->blocked);
  gtk_widget_set_visible (self->after, !self->blocked);
}

static void
show_versions (ScExportDialog *self)
{
  const char *present = sc_editor_get_solution (self->editor)->version;
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autofree char *keep = NULL;

  self->next = present != NULL ? sc_export_raise_version (present) : NULL;
  keep = present != NULL ? g_strdup_printf (_ ("Keep %s"), present) : g_strdup (_ ("Keep"));
  gtk_string_list_append (list, keep);
  if (self->next != NULL)
    {
      g_autofree char *next = g_strdup_printf (_ ("Next: %s"), self->next);

      gtk_string_list_append (list, next);
    }
  gtk_string_list_append (list, C_ ("version", "Other…"));
  adw_combo_row_set_model (self->version, G_LIST_MODEL (list));
  gtk_editable_set_text (self->own_version, present != NULL ? present : "1.0.0.0");
}

void
sc_export_dialog_present (GtkWindow *parent,
                          ScEditor *editor,
                          void (*exported) (GtkWindow *parent, const char *path))
{
  ScExportDialog *self = g_object_new (SC_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->editor = g_object_ref (editor);
  self->exported = exported;
  show_checks (self);
  show_versions (self);
  show_formats (self);
  format_changed_cb (self);
  version_changed_cb (self);
  /* Return exports when nothing blocks. */
  if (gtk_widget_get_sensitive (self->export))
    gtk_window_set_focus (GTK_WINDOW (self), self->export);
  gtk_window_present (GTK_WINDOW (self));
}
