/* random-edits-parts.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "random-edits-private.h"

#include "sc-edit-parts.h"
#include "sc-edit-paste.h"
#include "sc-edit-replace.h"

static ScParts *
any_parts (Draw *draw)
{
  return draw->any_flow != NULL ? random_parts (draw->rand, draw->any_flow) : NULL;
}

EDIT (parts_delete)
{
  g_autoptr (ScParts) parts = any_parts (draw);

  return sc_edit_parts_delete (draw->solution, draw->flow, parts, error);
}

EDIT (parts_duplicate)
{
  g_autoptr (ScParts) parts = any_parts (draw);
  g_autoptr (ScParts) copies = NULL;

  return sc_edit_parts_duplicate (draw->solution, draw->flow, parts,
                                  g_rand_boolean (draw->rand) ? &copies : NULL, error);
}

EDIT (parts_move_steps)
{
  g_autoptr (ScParts) parts = any_parts (draw);

  return sc_edit_parts_move_steps (draw->solution, draw->flow, parts, draw->other, draw->position,
                                   error);
}

EDIT (parts_move_stages)
{
  g_autoptr (ScParts) parts = any_parts (draw);

  return sc_edit_parts_move_stages (draw->solution, draw->flow, parts, draw->slot, error);
}

EDIT (parts_set_required)
{
  g_autoptr (ScParts) parts = any_parts (draw);

  return sc_edit_parts_set_required (draw->solution, draw->flow, parts, g_rand_boolean (draw->rand),
                                     error);
}

EDIT (parts_set_table)
{
  g_autoptr (ScParts) parts = any_parts (draw);

  return sc_edit_parts_set_table (draw->solution, draw->flow, parts,
                                  random_table (draw->rand, draw->solution), error);
}

EDIT (parts_set_category)
{
  g_autoptr (ScParts) parts = any_parts (draw);

  return sc_edit_parts_set_category (draw->solution, draw->flow, parts, (int) draw->position - 1,
                                     error);
}

/* What was copied some edits ago, into a flow that may be another one; sometimes without having
 * asked what its columns are here. */
EDIT (paste)
{
  ScPastePlace place
      = { draw->slot, g_rand_boolean (draw->rand) ? draw->stage : NULL, draw->position };
  g_autoptr (ScPasteReport) report = NULL;
  g_autoptr (ScList) tables = NULL;
  g_autoptr (ScList) matches = NULL;
  ScSolution *after;

  if (draw->clip == NULL)
    {
      g_set_error_literal (error, SC_EDIT_ERROR, SC_EDIT_ERROR_NOT_FOUND, "Nothing was copied.");
      return NULL;
    }
  if (random_up_to (draw->rand, 4) > 0)
    {
      tables = sc_clip_match_tables (draw->clip, draw->solution);
      matches = sc_clip_match_steps (draw->clip, draw->solution, draw->flow, place, tables);
    }
  after = sc_edit_paste (draw->solution, draw->flow, draw->clip, place, tables, matches, &report,
                         error);
  if (after != NULL && report != NULL)
    {
      g_autofree char *text = sc_paste_report_text (report);

      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
  return after;
}

/* No replacement is longer than what it takes the place of, so that texts do not grow for ever. */
static ScFindQuery *
any_query (Draw *draw, ScReplaceOptions *options)
{
  static const struct
  {
    const char *text, *replacement;
    gboolean regex;
  } pairs[] = {
    { "stage", "phase", FALSE },
    { "phase", "stage", FALSE },
    { "a", "e", FALSE },
    { "e", "a", FALSE },
    { "(.)(\\d)", "\\2\\1", TRUE },
    { "Step", "", FALSE },
    { "new_c", "new_l", FALSE },
    { "new_l", "new_c", FALSE },
    { "日本", "東京", FALSE },
    { "^(\\w)\\w+", "\\1", TRUE },
    { "t", "T", FALSE },
  };
  guint pair = random_up_to (draw->rand, G_N_ELEMENTS (pairs));
  ScFindOptions find = { .text = pairs[pair].text,
                         .regex = pairs[pair].regex,
                         .match_case = g_rand_boolean (draw->rand),
                         .whole_word = random_up_to (draw->rand, 4) == 0,
                         .fields = SC_FIND_ALL };

  *options = (ScReplaceOptions){ .text = pairs[pair].replacement,
                                 .preserve_case = !find.regex && g_rand_boolean (draw->rand),
                                 .columns = g_rand_boolean (draw->rand) };
  return sc_find_query_new (&find, NULL);
}

EDIT (replace_all)
{
  ScReplaceOptions options;
  ScReplaceReport report = { 0 };
  g_autoptr (ScFindQuery) query = any_query (draw, &options);

  return sc_edit_replace_all (draw->solution, query,
                              g_rand_boolean (draw->rand) ? draw->flow : NULL, &options, &report,
                              error);
}

EDIT (replace_hit)
{
  ScReplaceOptions options;
  ScReplaceReport report = { 0 };
  g_autoptr (ScFindQuery) query = any_query (draw, &options);
  g_autoptr (ScFindResult) found = sc_find (draw->solution, query, draw->flow, 20, error);
  const ScHit *hit = found != NULL ? random_item (draw->rand, found->hits) : NULL;

  if (hit != NULL)
    return sc_edit_replace_hit (draw->solution, query, hit, &options, &report, error);
  return found != NULL ? sc_solution_ref (draw->solution) : NULL;
}

const RandomKind random_part_kinds[] = {
  RARE_KIND (parts_delete),
  KIND (parts_duplicate),
  KIND (parts_move_steps),
  KIND (parts_move_stages),
  KIND (parts_set_required),
  KIND (parts_set_table),
  KIND (parts_set_category),
  KIND (paste),
  KIND (replace_all),
  KIND (replace_hit),
  KINDS_END,
};
