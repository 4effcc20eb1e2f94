/* random-solution.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "random-solution.h"

typedef struct
{
  GRand *rand;
  guint density; /* percent of the fields that have something in them */
} Chance;

static const char *const texts[] = {
  "",
  "a",
  "lead",
  "Qualify",
  SC_STEP_DEFAULT_NAME,
  "9.0.0.0",
  "Überprüfung läuft",
  "営業 🎯",
  "a < b && \"c\" > 'd'",
  "]]>",
  " leading and trailing ",
  "two\nlines",
  "tab\tand\rreturn\r\n",
  "control \x01\x1f\x7f",
  "\\u0001 and \\u005c and \\ and \\u0041 and C:\\users",
  "\xef\xbf\xbe\xef\xbf\xbf\xef\xbf\xbd",
  "\\\x02\\u\x03",
  "\\u005cu0001",
  "&#1; &amp; <![CDATA[x]]>",
  "c2\xc2\x85\xe2\x80\xa8",
  "4273edbd-ac1d-40d3-9fb2-095c621b552d",
  "4273EDBD-AC1D-40D3-9FB2-095C621B552D",
  "00ad73da-bd4d-49c6-88a8-2f4f4cad4a20",
  "text",
};

static const char *
random_text (Chance *chance)
{
  return texts[g_rand_int_range (chance->rand, 0, G_N_ELEMENTS (texts))];
}

static int
random_number (Chance *chance)
{
  static const int numbers[] = { 0, 1, -1, 20, 40, 1031, 1033, 924340003, G_MAXINT, G_MININT };

  return numbers[g_rand_int_range (chance->rand, 0, G_N_ELEMENTS (numbers))];
}

static int
random_int (Chance *chance, const ScShapeAttribute *attribute)
{
  guint n_words = 0;

  if (attribute->kind == SC_SHAPE_FLAG)
    return g_rand_boolean (chance->rand);
  if (attribute->kind == SC_SHAPE_NUMBER
      || (attribute->kind == SC_SHAPE_WORD_OR_NUMBER && g_rand_boolean (chance->rand)))
    return random_number (chance);
  while (attribute->words[n_words].word != NULL)
    n_words++;
  return attribute->words[g_rand_int_range (chance->rand, 0, n_words)].value;
}

static void
set_text (gpointer draft, gsize offset, const char *text)
{
  sc_value_assign_string (draft, G_STRUCT_MEMBER_P (draft, offset), text);
}

static gboolean
is_filled (Chance *chance)
{
  return (guint) g_rand_int_range (chance->rand, 0, 100) < chance->density;
}

static void
fill_attribute (Chance *chance, const ScShapeAttribute *attribute, gpointer draft)
{
  const gboolean filled = attribute->required || is_filled (chance);

  if (attribute->kind == SC_SHAPE_TEXT || attribute->kind == SC_SHAPE_CONTROL)
    set_text (draft, attribute->offset, filled ? random_text (chance) : attribute->text);
  else
    G_STRUCT_MEMBER (int, draft, attribute->offset)
        = filled ? random_int (chance, attribute) : attribute->number;
}

/* Labels that are in the base language and say the same as the name are the common case. */
static void
settle_label (Chance *chance, gpointer value, int language)
{
  ScLabel *label = value;

  if (g_rand_boolean (chance->rand))
    label->language = language;
  if (g_rand_boolean (chance->rand))
    sc_set_string (label, own_id, NULL);
}

static gpointer random_value (Chance *chance, const ScShape *shape, int language);

static ScList *
random_list (Chance *chance, const ScShapeChild *first, gboolean is_labels, int language)
{
  GPtrArray *items = sc_list_collect ();
  const guint n = g_rand_int_range (chance->rand, 0, 4);
  guint n_shapes = 1;

  while (first[n_shapes].shape != NULL && first[n_shapes].offset == first->offset)
    n_shapes++;
  for (guint i = 0; i < n; i++)
    {
      const guint which = g_rand_int_range (chance->rand, 0, n_shapes);

      g_ptr_array_add (items, random_value (chance, first[which].shape, language));
      if (is_labels)
        settle_label (chance, g_ptr_array_index (items, i), language);
    }
  return sc_list_new_take (items);
}

static void
fill_child (
    Chance *chance, const ScShape *shape, const ScShapeChild *child, gpointer draft, int language)
{
  if (child->count == SC_CHILD_TEXT)
    set_text (draft, child->offset, g_rand_boolean (chance->rand) ? random_text (chance) : NULL);
  else if (child->count == SC_CHILD_ONE && g_rand_boolean (chance->rand))
    sc_value_take_value (draft, G_STRUCT_MEMBER_P (draft, child->offset),
                         random_value (chance, child->shape, language));
  else if (child->count == SC_CHILD_MANY)
    sc_value_take_value (draft, G_STRUCT_MEMBER_P (draft, child->offset),
                         random_list (chance, child, child->offset == shape->labels, language));
}

static gpointer
random_value (Chance *chance, const ScShape *shape, int language)
{
  gpointer draft = sc_value_new (shape->klass);

  for (const ScShapeAttribute *attribute = shape->attributes; attribute->name != NULL; attribute++)
    fill_attribute (chance, attribute, draft);
  if (shape->language != 0)
    G_STRUCT_MEMBER (int, draft, shape->language) = language;
  if (shape->text != SC_SHAPE_NOWHERE)
    set_text (draft, shape->text, random_text (chance));
  if (shape->selector != SC_SHAPE_NOWHERE)
    G_STRUCT_MEMBER (int, draft, shape->selector) = shape->selection;

  for (const ScShapeChild *child = shape->children; child != NULL && child->shape != NULL; child++)
    fill_child (chance, shape, child, draft, language);
  return draft;
}

ScSolution *
random_solution_new (GRand *rand, guint density)
{
  static const int languages[] = { 1033, 1031, 0 };
  Chance chance = { rand, density };

  return random_value (&chance, &sc_shape_solution, languages[g_rand_int_range (rand, 0, 3)]);
}

ScClip *
random_clip_new (GRand *rand, guint density)
{
  static const int languages[] = { 1033, 1031, 0 };
  Chance chance = { rand, density };
  ScClip *clip = random_value (&chance, &sc_shape_clip, languages[g_rand_int_range (rand, 0, 3)]);

  clip->format = SC_CLIP_FORMAT;
  return clip;
}
