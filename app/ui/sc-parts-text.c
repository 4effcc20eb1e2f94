/* sc-parts-text.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-parts-text.h"

#include <glib/gi18n-lib.h>

/* Takes over both, of which one may be NULL. */
static char *
join (char *stages, char *steps)
{
  char *text;

  if (stages == NULL || steps == NULL)
    return stages != NULL ? stages : steps;
  /* Translators: "2 stages, 3 steps" */
  text = g_strdup_printf (_ ("%s, %s"), stages, steps);
  g_free (stages);
  g_free (steps);
  return text;
}

char *
sc_parts_text (const ScParts *parts)
{
  guint n_stages = sc_parts_count_kind (parts, SC_PART_STAGE);
  guint n_steps = sc_parts_count_kind (parts, SC_PART_STEP);
  char *stages = NULL, *steps = NULL;

  if (n_stages > 0)
    stages = g_strdup_printf (ngettext ("%u stage", "%u stages", n_stages), n_stages);
  if (n_steps > 0)
    steps = g_strdup_printf (ngettext ("%u step", "%u steps", n_steps), n_steps);
  return n_stages + n_steps > 0 ? join (stages, steps) : g_strdup (_ ("nothing"));
}

char *
sc_parts_title (const ScParts *parts)
{
  guint n_stages = sc_parts_count_kind (parts, SC_PART_STAGE);
  guint n_steps = sc_parts_count_kind (parts, SC_PART_STEP);
  char *stages = NULL, *steps = NULL;

  if (n_stages > 0)
    stages = g_strdup_printf (ngettext ("%u Stage", "%u Stages", n_stages), n_stages);
  if (n_steps > 0)
    steps = g_strdup_printf (ngettext ("%u Step", "%u Steps", n_steps), n_steps);
  return n_stages + n_steps > 0 ? join (stages, steps) : g_strdup (_ ("Nothing"));
}

char *
sc_parts_text_selected (const ScParts *parts)
{
  g_autofree char *text = sc_parts_text (parts);

  /* Translators: "3 steps selected" */
  return g_strdup_printf (_ ("%s selected"), text);
}

char *
sc_steps_dup_added (guint n, const char *label)
{
  if (n == 1)
    return g_strdup_printf (_ ("Add step “%s”"), label);
  return g_strdup_printf (ngettext ("Add %u step", "Add %u steps", n), n);
}
