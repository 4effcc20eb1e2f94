/* sc-find-prefill.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-find-prefill.h"

#include <string.h>

/* Bytes: a longer selection is a text to work on, not one to look for. */
#define MAX_PREFILL 200

char *
sc_find_dup_selected_text (GtkWidget *focus)
{
  g_autofree char *text = NULL;
  int start, end;

  if (!GTK_IS_EDITABLE (focus)
      || !gtk_editable_get_selection_bounds (GTK_EDITABLE (focus), &start, &end))
    return NULL;
  text = gtk_editable_get_chars (GTK_EDITABLE (focus), start, end);
  if (strlen (text) > MAX_PREFILL || strchr (text, '\n') != NULL)
    return NULL;
  return g_steal_pointer (&text);
}

char *
sc_find_dup_selected_label (ScEditor *editor)
{
  const ScStep *step = sc_editor_get_selected_step (editor);
  const ScStage *stage = sc_editor_get_selected_stage (editor);
  int language = sc_editor_get_language (editor);
  const char *label = step != NULL    ? sc_step_get_label (step, language)
                      : stage != NULL ? sc_stage_get_label (stage, language)
                                      : "";

  return *label != '\0' && strlen (label) <= MAX_PREFILL ? g_strdup (label) : NULL;
}
