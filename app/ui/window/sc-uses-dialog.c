/* sc-uses-dialog.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-uses-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sc-use-list.h"

static const char *
explain_unused (const ScUsed *thing)
{
  switch (thing->kind)
    {
    case SC_USED_STEP:
      return _ ("No condition asks for this step, and no other step shows its column.");
    case SC_USED_STAGE:
      return _ ("No branch, workflow or relationship names this stage. It can go.");
    case SC_USED_COLUMN:
      return _ ("No step, condition or relationship of this solution uses this column.");
    case SC_USED_TABLE:
      return _ ("No stage, role or app of this solution uses this table.");
    case SC_USED_RELATIONSHIP:
      return _ ("No flow of this solution changes its table by this relationship.");
    case SC_USED_ROLE:
    default:
      return _ ("People with this role see no flow of this solution.");
    }
}

/* What to look for where the thing is a column, or shows one. The string belongs to solution or
 * thing; NULL. */
static const char *
get_column (const ScSolution *solution, const ScUsed *thing)
{
  const ScFlow *flow
      = thing->flow != NULL ? sc_solution_find_flow (solution, thing->flow, NULL) : NULL;
  const ScStep *step;

  if (thing->kind == SC_USED_COLUMN)
    return thing->column;
  if (thing->kind != SC_USED_STEP || flow == NULL)
    return NULL;
  step = sc_flow_find_step (flow, thing->name, NULL, NULL);
  return step != NULL ? step->column : NULL;
}

static void
find_cb (AdwMessageDialog *dialog, const char *response, const char *column)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (dialog));

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.find-column", "s", column);
}

/* The places can also be gone through one by one, and the column be replaced there. */
static void
offer_to_find (AdwMessageDialog *dialog, const char *column)
{
  adw_message_dialog_add_response (dialog, "find", _ ("_Find and Replace…"));
  g_signal_connect_data (dialog, "response::find", G_CALLBACK (find_cb), g_strdup (column),
                         (GClosureNotify) G_CALLBACK (g_free), 0);
}

void
sc_uses_dialog_present (GtkWindow *parent, ScEditor *editor, const ScUsed *thing)
{
  const ScSolution *solution = sc_editor_get_solution (editor);
  g_autofree char *name = sc_uses_name (solution, thing);
  g_autoptr (ScList) uses = sc_uses_find (solution, thing);
  guint n = sc_list_length (uses);
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  const char *column = get_column (solution, thing);
  AdwMessageDialog *dialog;

  if (name == NULL)
    return;
  heading = g_strdup_printf (_ ("Where “%s” Is Used"), name);
  body = n > 0 ? g_strdup_printf (ngettext ("In %u place:", "In %u places:", n), n)
               : g_strdup (explain_unused (thing));
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  adw_message_dialog_add_response (dialog, "close", _ ("_Close"));
  if (column != NULL && (n > 0 || thing->kind == SC_USED_STEP))
    offer_to_find (dialog, column);
  if (n > 0)
    adw_message_dialog_set_extra_child (dialog, sc_use_list_new (editor, uses));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
sc_uses_dialog_present_named (GtkWindow *parent,
                              ScEditor *editor,
                              const char *kind,
                              const char *name)
{
  static const char *const kinds[] = { "step", "stage", "column", "table", "role", "relationship" };
  const ScFlow *flow = sc_editor_get_flow (editor);
  g_auto (GStrv) parts = g_strsplit (name, ".", 2);
  ScUsed thing = { SC_USED_STEP, flow != NULL ? flow->id : NULL, name, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (strcmp (kind, kinds[i]) != 0)
        continue;
      thing.kind = (ScUsedKind) i;
      if (thing.kind == SC_USED_COLUMN)
        {
          thing.name = parts[0];
          thing.column = parts[0] != NULL ? parts[1] : NULL;
        }
      sc_uses_dialog_present (parent, editor, &thing);
    }
}
