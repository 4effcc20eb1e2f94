/* sc-process-list.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-process-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sc-collate.h"

static const char process_key[] = "sc-process";

const ScProcess *
sc_process_list_get_process (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), process_key);
}

static gboolean
contains (const char *text, const char *folded)
{
  g_autofree char *own = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return own != NULL && strstr (own, folded) != NULL;
}

gboolean
sc_process_list_matches (GtkListBoxRow *row, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return sc_process_list_get_process (row) == NULL
         || contains (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), folded)
         || contains (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), folded);
}

static GtkWidget *
new_row (const char *title, const char *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title,
                                 "subtitle", subtitle, "activatable", TRUE, NULL);
  g_autofree char *name
      = subtitle != NULL ? g_strdup_printf ("%s, %s", title, subtitle) : g_strdup (title);

  /* The name says both; by default the row would say its title only. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static GtkWidget *
new_process_row (const ScSolution *solution, const ScProcess *process, const char *reason)
{
  GString *subtitle = g_string_new (sc_process_get_kind_title (sc_run_get_type (process)));
  GtkWidget *row;

  if (process->table != NULL)
    g_string_append_printf (subtitle, " · %s",
                            sc_solution_get_table_label (solution, process->table));
  if (reason != NULL)
    g_string_append_printf (subtitle, " · %s", reason);
  row = new_row (process->name != NULL ? process->name : process->id, subtitle->str);
  g_string_free (subtitle, TRUE);
  if (reason != NULL)
    gtk_widget_add_css_class (row, "sc-unfit");
  g_object_set_data_full (G_OBJECT (row), process_key, sc_process_ref (process),
                          (GDestroyNotify) sc_process_unref);
  return row;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const ScProcess *one = *(const ScProcess *const *) a, *other = *(const ScProcess *const *) b;

  return sc_collate (one->name, other->name);
}

static GPtrArray *
list_processes (const ScSolution *solution, ScRunner runner)
{
  GPtrArray *processes = g_ptr_array_new ();

  sc_list_foreach (solution->processes, const ScProcess *, process)
    {
      if (sc_runner_takes (runner, process))
        g_ptr_array_add (processes, (gpointer) process);
    }
  g_ptr_array_sort (processes, compare_names);
  return processes;
}

guint
sc_process_list_fill (GtkListBox *list, ScEditor *editor, const ScProcessRequest *request)
{
  const ScSolution *solution = sc_editor_get_solution (editor);
  const ScFlow *flow = sc_editor_get_flow (editor);
  const ScStage *stage
      = request->stage != NULL ? sc_flow_find_stage (flow, request->stage, NULL) : NULL;
  g_autoptr (GPtrArray) processes = list_processes (solution, request->runner);
  int n_fit = 0;

  for (guint i = 0; i < processes->len; i++)
    {
      const ScProcess *process = g_ptr_array_index (processes, i);
      g_autofree char *reason = sc_runner_explain (request->runner, solution, flow, stage, process);
      GtkWidget *row = new_process_row (solution, process, reason);

      gtk_list_box_insert (list, row, reason == NULL ? n_fit++ : -1);
    }
  gtk_list_box_append (
      list, new_row (_ ("Another Process…"), _ ("One of the environment, named by hand")));
  return processes->len;
}
