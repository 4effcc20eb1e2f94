/* sc-clip-table.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-clip-table.h"

#include "sc-clip-rows-private.h"
#include "sc-clip-xml.h"
#include "sc-id.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Without a heading, a row with more is from a table of something else. */
#define MAX_BARE_FIELDS 5

typedef enum
{
  PLACE_STAGE,
  PLACE_STEP,
  PLACE_COLUMN,
  PLACE_REQUIRED,
  N_PLACES,
  PLACE_OTHER, /* known, and of no use */
  PLACE_UNKNOWN
} Place;

/* Headings, folded. */
static const struct
{
  const char *word;
  Place place;
} headings[] = {
  { "stage", PLACE_STAGE },
  { "stage name", PLACE_STAGE },
  { "phase", PLACE_STAGE },
  { "step", PLACE_STEP },
  { "step name", PLACE_STEP },
  { "schritt", PLACE_STEP },
  { "column", PLACE_COLUMN },
  { "column name", PLACE_COLUMN },
  { "field", PLACE_COLUMN },
  { "field name", PLACE_COLUMN },
  { "logical name", PLACE_COLUMN },
  { "spalte", PLACE_COLUMN },
  { "spaltenname", PLACE_COLUMN },
  { "feld", PLACE_COLUMN },
  { "required", PLACE_REQUIRED },
  { "mandatory", PLACE_REQUIRED },
  { "erforderlich", PLACE_REQUIRED },
  { "pflicht", PLACE_REQUIRED },
  { "pflichtfeld", PLACE_REQUIRED },
  { "type", PLACE_OTHER },
  { "typ", PLACE_OTHER },
};

/* Folded. */
static const char *const words_for_yes[]
    = { "yes",       "y",  "true", "x", "1", "1.0",     "1,0",          "required",
        "mandatory", "ja", "wahr", "j", "✓", "pflicht", "erforderlich", NULL };

typedef struct
{
  ScRows rows;
  int language;
  int places[N_PLACES]; /* positions of fields; -1: there is none */
  gboolean headed;
  GPtrArray *stages; /* of ScStage: drafts without steps */
  GPtrArray *steps;  /* of GPtrArray of ScStep, for each of them */
  gboolean loose;    /* the first of them is what loose steps are in */
  guint n_steps;
} Reading;

static gboolean
fail (GError **error, int code, const char *message)
{
  g_set_error_literal (error, SC_FILE_ERROR, code, message);
  return FALSE;
}

static gboolean
fail_as_table (GError **error)
{
  return fail (error, SC_FILE_ERROR_MALFORMED,
               _ ("The text on the clipboard is no table of stages and steps. Copy rows of stage, "
                  "step, column and required from a spreadsheet, or copy stages or steps in "
                  "Stagecraft."));
}

static Place
read_heading (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    if (g_str_equal (folded, headings[i].word))
      return headings[i].place;
  return PLACE_UNKNOWN;
}

/* TRUE when the first row says what the others hold. */
static gboolean
read_headings (Reading *self)
{
  guint n_known = 0;
  int places[N_PLACES] = { -1, -1, -1, -1 };

  for (guint i = 0; i < self->rows.fields->len; i++)
    {
      Place place = read_heading (sc_rows_get (&self->rows, (int) i));

      if (place < N_PLACES && places[place] < 0)
        places[place] = (int) i;
      n_known += place != PLACE_UNKNOWN;
    }
  if (n_known < 2 || (places[PLACE_STAGE] < 0 && places[PLACE_STEP] < 0))
    return FALSE;
  memcpy (self->places, places, sizeof places);
  return TRUE;
}

static gboolean
is_yes (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return g_strv_contains (words_for_yes, folded);
}

static void
add_stage (Reading *self, const char *name)
{
  g_autofree char *id = sc_id_new ();
  ScStage *stage = sc_stage_new ();

  sc_set_string (stage, id, id);
  sc_set_string (stage, name, name);
  sc_take_value (stage, labels, sc_labels_set (NULL, self->language, name));
  stage->category = SC_CATEGORY_NONE;
  g_ptr_array_add (self->stages, stage);
  g_ptr_array_add (self->steps, sc_list_collect ());
}

static void
add_step (Reading *self, const char *name, const char *column)
{
  g_autofree char *id = sc_id_new ();
  ScStep *step = sc_step_new ();

  sc_set_string (step, id, id);
  sc_set_string (step, name, SC_STEP_DEFAULT_NAME);
  if (*name != '\0')
    sc_take_value (step, labels, sc_labels_set (NULL, self->language, name));
  if (*column != '\0')
    sc_set_string (step, column, column);
  step->required = is_yes (sc_rows_get (&self->rows, self->places[PLACE_REQUIRED]));
  g_ptr_array_add (g_ptr_array_index (self->steps, self->steps->len - 1), step);
  self->n_steps++;
}

/* FALSE when the row cannot be one of stages and steps. */
static gboolean
add_row (Reading *self)
{
  const char *stage = sc_rows_get (&self->rows, self->places[PLACE_STAGE]);
  const char *step = sc_rows_get (&self->rows, self->places[PLACE_STEP]);
  const char *column = sc_rows_get (&self->rows, self->places[PLACE_COLUMN]);
  const ScStage *current
      = self->stages->len > 0 ? g_ptr_array_index (self->stages, self->stages->len - 1) : NULL;

  if (!self->headed && self->rows.fields->len > MAX_BARE_FIELDS)
    return FALSE;
  if (current == NULL && *stage == '\0')
    {
      add_stage (self, _ ("New stage"));
      self->loose = TRUE;
    }
  else if (*stage != '\0'
           && (current == NULL || self->stages->len == (self->loose ? 1 : 0)
               || !g_str_equal (current->name, stage)))
    {
      add_stage (self, stage);
    }
  if (*step != '\0' || *column != '\0')
    add_step (self, step, column);
  return TRUE;
}

static gboolean
check_amount (const Reading *self, GError **error)
{
  if (self->stages->len > SC_CLIP_MAX_STAGES || self->n_steps > SC_CLIP_MAX_STEPS)
    return fail (error, SC_FILE_ERROR_TOO_LARGE,
                 _ ("The table on the clipboard has more stages or steps than can be pasted at "
                    "once. Copy fewer rows."));
  return TRUE;
}

/* Whether something in several rows is a table without a heading: sentences have commas, too. */
static gboolean
looks_like_table (const Reading *self, guint n_rows, guint narrowest, guint widest)
{
  if (self->headed)
    return TRUE;
  if (self->rows.separator == '\t')
    return widest >= 2;
  return n_rows >= 2 && narrowest >= 2 && narrowest == widest;
}

static gboolean
read_rows (Reading *self, GError **error)
{
  guint n_rows = 0, narrowest = G_MAXUINT, widest = 0;

  while (sc_rows_next (&self->rows))
    {
      if (n_rows++ == 0 && read_headings (self))
        {
          self->headed = TRUE;
          continue;
        }
      narrowest = MIN (narrowest, self->rows.fields->len);
      widest = MAX (widest, self->rows.fields->len);
      if (!add_row (self))
        return fail_as_table (error);
      if (!check_amount (self, error))
        return FALSE;
    }
  if (!looks_like_table (self, n_rows, narrowest, widest) || self->stages->len == 0)
    return fail_as_table (error);
  return TRUE;
}

static ScClip *
make_clip (Reading *self)
{
  ScClip *clip = sc_clip_new ();
  GPtrArray *stages = sc_list_collect ();
  GPtrArray *loose = sc_list_collect ();

  clip->format = SC_CLIP_FORMAT;
  clip->language = self->language;
  for (guint i = 0; i < self->stages->len; i++)
    {
      ScStage *stage = g_ptr_array_index (self->stages, i);

      sc_take_value (stage, steps,
                     sc_list_new_take (g_ptr_array_ref (g_ptr_array_index (self->steps, i))));
      g_ptr_array_add (self->loose && i == 0 ? loose : stages, sc_stage_ref (stage));
    }
  sc_take_value (clip, stages, sc_list_new_take (stages));
  sc_take_value (clip, loose, sc_list_new_take (loose));
  return clip;
}

ScClip *
sc_clip_read_table (const char *text, gsize size, int language, GError **error)
{
  static const char mark[] = "\xef\xbb\xbf";
  g_autoptr (GPtrArray) stages = sc_list_collect ();
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  Reading self = { .language = language,
                   .places = { PLACE_STAGE, PLACE_STEP, PLACE_COLUMN, PLACE_REQUIRED },
                   .stages = stages,
                   .steps = steps };
  gboolean done;

  if (size > SC_CLIP_MAX_BYTES)
    {
      fail (error, SC_FILE_ERROR_TOO_LARGE,
            _ ("What is on the clipboard is too large to be pasted: more than 8 MB."));
      return NULL;
    }
  if (!g_utf8_validate_len (text, size, NULL))
    {
      fail_as_table (error);
      return NULL;
    }
  if (size >= strlen (mark) && memcmp (text, mark, strlen (mark)) == 0)
    {
      text += strlen (mark);
      size -= strlen (mark);
    }
  sc_rows_init (&self.rows, text, size);
  done = read_rows (&self, error);
  sc_rows_clear (&self.rows);
  return done ? make_clip (&self) : NULL;
}
