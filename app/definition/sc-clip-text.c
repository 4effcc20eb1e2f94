/* sc-clip-text.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-clip-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_CELLS 5

/* Writes one row; all of its cells are there, "" for what is not known. */
typedef void (*WriteRow) (GString *out, const char *const cells[N_CELLS], gboolean heading);

static const ScColumn *
find_column (const ScClip *clip, const ScStage *stage, const ScStep *step)
{
  const ScTable *table = stage->table != NULL ? sc_clip_find_table (clip, stage->table) : NULL;

  return table != NULL && step->column != NULL ? sc_table_find_column (table, step->column, NULL)
                                               : NULL;
}

static ScColumnType
find_type (const ScClip *clip, const ScStage *stage, const ScStep *step)
{
  const ScColumn *column = find_column (clip, stage, step);

  if (column != NULL)
    return column->type;
  return step->column != NULL && step->class_id != NULL
             ? sc_column_type_from_class_id (step->class_id)
             : SC_COLUMN_UNKNOWN;
}

static void
write_step_row (
    GString *out, WriteRow write, const ScClip *clip, const ScStage *stage, const ScStep *step)
{
  const ScColumnType type = find_type (clip, stage, step);
  const char *const cells[N_CELLS]
      = { sc_stage_get_label (stage, clip->language), sc_step_get_label (step, clip->language),
          step->column != NULL ? step->column : "", step->required ? _ ("yes") : _ ("no"),
          type != SC_COLUMN_UNKNOWN ? sc_column_type_get_title (type) : "" };

  write (out, cells, FALSE);
}

static void
write_rows (GString *out, WriteRow write, const ScClip *clip, const ScList *stages)
{
  sc_list_foreach (stages, const ScStage *, stage)
    {
      const char *const alone[N_CELLS]
          = { sc_stage_get_label (stage, clip->language), "", "", "", "" };

      if (stage->steps == NULL)
        write (out, alone, FALSE);
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          write_step_row (out, write, clip, stage, step);
        }
    }
}

static void
write_all (GString *out, WriteRow write, const ScClip *clip)
{
  const char *const heading[N_CELLS]
      = { _ ("Stage"), _ ("Step"), _ ("Column"), _ ("Required"), _ ("Type") };

  write (out, heading, TRUE);
  write_rows (out, write, clip, clip->stages);
  write_rows (out, write, clip, clip->loose);
}

/* What would end the cell or the row stands in quotation marks, as spreadsheets write it. */
static void
write_tabbed (GString *out, const char *const cells[N_CELLS], gboolean heading)
{
  for (guint i = 0; i < N_CELLS; i++)
    {
      gboolean quoted = strpbrk (cells[i], "\t\r\n\"") != NULL;

      g_string_append (out, i > 0 ? "\t" : "");
      g_string_append (out, quoted ? "\"" : "");
      for (const char *p = cells[i]; *p != '\0'; p++)
        {
          if (*p == '"')
            g_string_append_c (out, '"');
          g_string_append_c (out, *p);
        }
      g_string_append (out, quoted ? "\"" : "");
    }
  g_string_append_c (out, '\n');
}

char *
sc_clip_write_table (const ScClip *clip)
{
  GString *out = g_string_new (NULL);

  write_all (out, write_tabbed, clip);
  return g_string_free (out, FALSE);
}

static void
write_marked_up (GString *out, const char *const cells[N_CELLS], gboolean heading)
{
  const char *name = heading ? "th" : "td";

  g_string_append (out, "<tr>");
  for (guint i = 0; i < N_CELLS; i++)
    {
      g_autofree char *text = g_markup_escape_text (cells[i], -1);

      g_string_append_printf (out, "<%s>%s</%s>", name, text, name);
    }
  g_string_append (out, "</tr>\n");
}

char *
sc_clip_write_html (const ScClip *clip)
{
  GString *out = g_string_new ("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>"
                               "<table>\n");

  write_all (out, write_marked_up, clip);
  g_string_append (out, "</table></body></html>\n");
  return g_string_free (out, FALSE);
}

/* A name on one line. */
static void
append_line (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    g_string_append_c (out, strchr ("\t\r\n", *p) != NULL ? ' ' : *p);
}

static void
write_step_line (GString *out, const ScClip *clip, const ScStep *step)
{
  g_string_append (out, "- ");
  append_line (out, sc_step_get_label (step, clip->language));
  if (step->column != NULL && step->required)
    /* TRANSLATORS: %s is the name of a column. */
    g_string_append_printf (out, _ (" (%s, required)"), step->column);
  else if (step->column != NULL)
    g_string_append_printf (out, " (%s)", step->column);
  else if (step->required)
    g_string_append (out, _ (" (required)"));
  g_string_append_c (out, '\n');
}

static void
write_lines (GString *out, const ScClip *clip, const ScList *stages, gboolean with_stage)
{
  sc_list_foreach (stages, const ScStage *, stage)
    {
      if (with_stage && out->len > 0)
        g_string_append_c (out, '\n');
      if (with_stage)
        {
          append_line (out, sc_stage_get_label (stage, clip->language));
          g_string_append_c (out, '\n');
        }
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          write_step_line (out, clip, step);
        }
    }
}

char *
sc_clip_write_text (const ScClip *clip)
{
  GString *out = g_string_new (NULL);

  write_lines (out, clip, clip->stages, TRUE);
  if (clip->stages != NULL && clip->loose != NULL)
    g_string_append_c (out, '\n');
  write_lines (out, clip, clip->loose, sc_list_length (clip->loose) > 1);
  return g_string_free (out, FALSE);
}
