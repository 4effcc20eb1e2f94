/* sc-persona-first-row.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-persona-first-row.h"

#include <glib/gi18n-lib.h>

#include "sc-persona-line.h"

struct _ScPersonaFirstRow
{
  AdwExpanderRow parent_instance;

  GtkImage *sign;
  GPtrArray *lines; /* of ScPersonaLine; they belong to the row */
};

G_DEFINE_FINAL_TYPE (ScPersonaFirstRow, sc_persona_first_row, ADW_TYPE_EXPANDER_ROW)

static const struct
{
  ScPersonaSign sign;
  const char *text;
} reasons[] = {
  [SC_FIRST_CHOSEN] = { SC_PERSONA_YES, N_ ("This one") },
  [SC_FIRST_LATER] = { SC_PERSONA_LATER, N_ ("Could be, but comes later in the order") },
  [SC_FIRST_NO_TABLE] = { SC_PERSONA_NO, N_ ("Has no unique name, so nobody has privileges") },
  [SC_FIRST_DRAFT] = { SC_PERSONA_NO, N_ ("Is a draft") },
  [SC_FIRST_NO_READ] = { SC_PERSONA_NO, N_ ("No Read on the flow") },
  [SC_FIRST_NO_CREATE] = { SC_PERSONA_NO, N_ ("No Create on the flow") },
  [SC_FIRST_NOT_IN_APP] = { SC_PERSONA_NO, N_ ("Is not in the app, which has other flows") },
};

static void
show_candidates (ScPersonaFirstRow *self, const GArray *candidates, int language)
{
  sc_persona_lines_resize (self->lines, ADW_EXPANDER_ROW (self), candidates->len);
  for (guint i = 0; i < candidates->len; i++)
    {
      const ScFirstCandidate *candidate = &g_array_index (candidates, ScFirstCandidate, i);
      g_autofree char *title
          = g_strdup_printf ("%u. %s", i + 1, sc_flow_get_label (candidate->flow, language));

      sc_persona_line_set (g_ptr_array_index (self->lines, i), reasons[candidate->reason].sign,
                           title, _ (reasons[candidate->reason].text), NULL);
    }
}

static void
sc_persona_first_row_dispose (GObject *object)
{
  g_clear_pointer (&SC_PERSONA_FIRST_ROW (object)->lines, g_ptr_array_unref);

  G_OBJECT_CLASS (sc_persona_first_row_parent_class)->dispose (object);
}

static void
sc_persona_first_row_class_init (ScPersonaFirstRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_persona_first_row_dispose;
}

static void
sc_persona_first_row_init (ScPersonaFirstRow *self)
{
  self->lines = g_ptr_array_new ();
  self->sign = GTK_IMAGE (sc_persona_sign_new ());
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->sign));
}

GtkWidget *
sc_persona_first_row_new (void)
{
  return g_object_new (SC_TYPE_PERSONA_FIRST_ROW, "use-markup", FALSE, NULL);
}

void
sc_persona_first_row_update (ScPersonaFirstRow *self,
                             const ScPersonaAccess *access,
                             const char *table,
                             int language)
{
  const ScSolution *solution = sc_access_map_get_solution (sc_persona_access_get_map (access));
  const ScFlow *first = sc_persona_access_get_first (access, table);
  g_autofree char *why = sc_persona_access_explain_first (access, table);
  g_autoptr (GArray) candidates = sc_persona_access_list_candidates (access, table);
  const char *label = sc_solution_get_table_label (solution, table);
  const char *outcome = first != NULL ? sc_flow_get_label (first, language) : _ ("no flow");
  /* Translators: a table and the flow that its new rows get. */
  g_autofree char *title = g_strdup_printf (_ ("%s: %s"), label, outcome);

  g_return_if_fail (SC_IS_PERSONA_FIRST_ROW (self));

  sc_persona_sign_show (self->sign, first != NULL ? SC_PERSONA_YES : SC_PERSONA_NO);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), why);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, why, -1);
  show_candidates (self, candidates, language);
}
