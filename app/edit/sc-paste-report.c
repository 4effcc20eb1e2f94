/* sc-paste-report.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-paste.h"

#include <glib/gi18n-lib.h>

void
sc_paste_report_free (ScPasteReport *self)
{
  sc_parts_unref (self->parts);
  for (guint i = 0; i < SC_N_LOSSES; i++)
    g_free (self->lost[i]);
  g_free (self);
}

gboolean
sc_paste_report_has_losses (const ScPasteReport *self)
{
  for (guint i = 0; i < SC_N_LOSSES; i++)
    if (self->n_lost[i] > 0)
      return TRUE;
  return FALSE;
}

static char *
describe_pasted (const ScPasteReport *self)
{
  g_autofree char *stages
      = g_strdup_printf (ngettext ("%u stage", "%u stages", self->n_stages), self->n_stages);
  g_autofree char *steps
      = g_strdup_printf (ngettext ("%u step", "%u steps", self->n_steps), self->n_steps);

  if (self->n_steps == 0 && self->n_stages == 0)
    return g_strdup (_ ("Nothing pasted"));
  if (self->n_steps == 0)
    return g_strdup_printf (ngettext ("%u stage pasted", "%u stages pasted", self->n_stages),
                            self->n_stages);
  if (self->n_stages == 0)
    return g_strdup_printf (ngettext ("%u step pasted", "%u steps pasted", self->n_steps),
                            self->n_steps);
  /* TRANSLATORS: "2 stages", "3 steps". */
  return g_strdup_printf (_ ("%s and %s pasted"), stages, steps);
}

static char *
describe_loss (ScLossKind kind, guint n, const char *name)
{
  switch (kind)
    {
    case SC_LOSS_STEP:
      return g_strdup_printf (ngettext ("%u step left out", "%u steps left out", n), n);
    case SC_LOSS_CONDITION:
      return g_strdup_printf (
          ngettext ("%u condition left out: its column “%s” did not come along",
                    "%u conditions left out: columns such as “%s” did not come along", n),
          n, name);
    case SC_LOSS_CONDITION_STAGES:
      return g_strdup_printf (
          ngettext ("%u condition left out: the stages it leads to were not copied",
                    "%u conditions left out: the stages they lead to were not copied", n),
          n);
    case SC_LOSS_BRANCH:
      return g_strdup_printf (ngettext ("%u branch leads on: its stage was not copied",
                                        "%u branches lead on: their stages were not copied", n),
                              n);
    case SC_LOSS_WORKFLOW:
      return g_strdup_printf (ngettext ("%u workflow left out: what it waits for was not copied",
                                        "%u workflows left out: what they wait for was not copied",
                                        n),
                              n);
    case SC_LOSS_RELATIONSHIP:
      return g_strdup_printf (ngettext ("%u relationship left out: the tables are others",
                                        "%u relationships left out: the tables are others", n),
                              n);
    case SC_N_LOSSES:
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
sc_paste_report_text (const ScPasteReport *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *pasted = describe_pasted (self);

  g_string_append (text, pasted);
  for (guint i = 0; i < SC_N_LOSSES; i++)
    if (self->n_lost[i] > 0)
      {
        g_autofree char *loss = describe_loss ((ScLossKind) i, self->n_lost[i], self->lost[i]);

        g_string_append_printf (text, "; %s", loss);
      }
  return g_string_free (text, FALSE);
}
