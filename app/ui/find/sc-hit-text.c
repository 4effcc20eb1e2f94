/* sc-hit-text.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-hit-text.h"

#include <glib/gi18n-lib.h>

#include "sc-language.h"

/* Characters that are shown before and behind a match: more than a wide window has room for. */
#define BEFORE 24
#define BEHIND 100
/* Characters of a name on the way to it: laying out thousands takes long. */
#define MAX_PART 60

char *
sc_hit_dup_excerpt (const ScHit *self, PangoAttrList **attributes)
{
  const char *match = g_utf8_offset_to_pointer (self->whole->text, self->start);
  const char *end = g_utf8_offset_to_pointer (match, MIN (self->length, BEHIND));
  const char *from = self->whole->text, *to = end;
  GString *excerpt = g_string_new (NULL);
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  if (self->start > BEFORE)
    {
      from = g_utf8_offset_to_pointer (self->whole->text, self->start - BEFORE);
      g_string_append (excerpt, "…");
    }
  for (int i = 0; i < BEHIND && *to != '\0'; i++)
    to = g_utf8_next_char (to);
  g_string_append_len (excerpt, from, match - from);
  bold->start_index = (guint) excerpt->len;
  g_string_append_len (excerpt, match, end - match);
  bold->end_index = (guint) excerpt->len;
  g_string_append_len (excerpt, end, to - end);
  if (*to != '\0')
    g_string_append (excerpt, "…");

  *attributes = pango_attr_list_new ();
  pango_attr_list_insert (*attributes, bold);
  return g_strdelimit (g_string_free (excerpt, FALSE), "\n\r\t", ' ');
}

static char *
dup_label_kind (const ScHit *self, int language)
{
  g_autofree char *name = NULL;

  if (self->whole->language == language)
    return g_strdup (C_ ("found", "Label"));
  name = sc_language_dup_name (self->whole->language);
  /* TRANSLATORS: what was found: a label, and in which language. */
  return g_strdup_printf (_ ("Label, %s"), name);
}

static const char *
name_name (const ScHit *self)
{
  switch ((ScFoundKind) self->kind)
    {
    case SC_FOUND_BRANCH:
      return C_ ("found", "Branch");
    case SC_FOUND_ROLE:
      return C_ ("found", "Role");
    default:
      return C_ ("found", "Name");
    }
}

static char *
dup_kind (const ScHit *self, int language)
{
  switch ((ScFoundText) self->text_kind)
    {
    case SC_TEXT_LABEL:
      return dup_label_kind (self, language);
    case SC_TEXT_DESCRIPTION:
      return g_strdup (C_ ("found", "Description"));
    case SC_TEXT_COLUMN:
      return g_strdup (C_ ("found", "Column"));
    case SC_TEXT_COLUMN_LABEL:
      return g_strdup (C_ ("found", "Name of the column"));
    case SC_TEXT_TABLE:
    case SC_TEXT_TABLE_LABEL:
      return g_strdup (C_ ("found", "Table"));
    case SC_TEXT_RELATIONSHIP:
      return g_strdup (C_ ("found", "Relationship"));
    case SC_TEXT_VALUE:
      return g_strdup (C_ ("found", "Value"));
    case SC_TEXT_PROCESS:
      return g_strdup (self->kind == SC_FOUND_WORKFLOW ? C_ ("found", "Workflow")
                                                       : C_ ("found", "What it runs"));
    case SC_TEXT_UNIQUE_NAME:
      return g_strdup (C_ ("found", "Unique name"));
    case SC_TEXT_ID:
      return g_strdup (C_ ("found", "Id"));
    case SC_TEXT_PROCESS_ID:
      return g_strdup (C_ ("found", "Id of what it runs"));
    case SC_TEXT_NAME:
    case SC_N_TEXTS:
    default:
      return g_strdup (name_name (self));
    }
}

static void
append (GString *path, const char *part)
{
  const char *end = part;

  if (part == NULL || *part == '\0')
    return;
  for (int i = 0; i < MAX_PART && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  g_string_append_printf (path, "%s%.*s%s", path->len > 0 ? " › " : "", (int) (end - part), part,
                          *end != '\0' ? "…" : "");
}

char *
sc_hit_dup_place (const ScHit *self, int language, gboolean flow)
{
  g_autofree char *kind = dup_kind (self, language);
  g_autoptr (GString) path = g_string_new (NULL);

  if (self->flow != NULL && (flow || self->stage == NULL))
    append (path, sc_flow_get_label (self->flow, language));
  if (self->stage != NULL)
    append (path, sc_stage_get_label (self->stage, language));
  if (self->step != NULL)
    append (path, sc_step_get_label (self->step, language));
  if (self->kind == SC_FOUND_CLAUSE)
    append (path, _ ("Condition"));
  if (self->role != NULL && self->text_kind != SC_TEXT_NAME)
    append (path, self->role->name);
  if (path->len == 0)
    return g_steal_pointer (&kind);
  g_string_append_printf (path, " · %s", kind);
  return g_strdelimit (g_string_free (g_steal_pointer (&path), FALSE), "\n\r\t", ' ');
}
