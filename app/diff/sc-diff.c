/* sc-diff.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-diff-private.h"

#include <glib/gi18n-lib.h>

static const ScField difference_fields[] = {
  SC_FIELD (ScDifference, SC_FIELD_INT, kind),      SC_FIELD (ScDifference, SC_FIELD_STRING, word),
  SC_FIELD (ScDifference, SC_FIELD_STRING, name),   SC_FIELD (ScDifference, SC_FIELD_STRING, place),
  SC_FIELD (ScDifference, SC_FIELD_STRING, detail), SC_FIELD (ScDifference, SC_FIELD_STRING, flow),
  SC_FIELD (ScDifference, SC_FIELD_STRING, stage),  SC_FIELD (ScDifference, SC_FIELD_STRING, step),
  SC_FIELD (ScDifference, SC_FIELD_STRING, role),   SC_FIELD_END,
};

const ScValueClass sc_difference_class
    = { "ScDifference", sizeof (ScDifference), difference_fields };

/* Flow, stage, step, trigger and what may come. */
#define MAX_DEPTH 8

typedef struct
{
  int language;
  GPtrArray *differences;
  gconstpointer path[MAX_DEPTH]; /* things around what is compared */
  guint depth;
  const ScFlow *flows[2]; /* the flow that is compared, before and after */
  gboolean other_stages;  /* some of it are new, gone or elsewhere: ways follow from that */
} Walk;

static void compare (Walk *walk, gconstpointer before, gconstpointer after);

const char *
sc_difference_kind_get_title (ScDifferenceKind kind)
{
  static const char *const titles[SC_N_DIFFERENCES]
      = { N_ ("Added"), N_ ("Removed"), N_ ("Changed"), N_ ("Moved") };

  g_return_val_if_fail (kind < SC_N_DIFFERENCES, NULL);
  return _ (titles[kind]);
}

char *
sc_difference_describe (const ScDifference *self)
{
  g_autofree char *what = NULL;

  if (self->name == NULL)
    what = g_strdup (self->word);
  else
    /* Translators: the kind of a thing and its name, such as: Stage “Qualify”. */
    what = g_strdup_printf (_ ("%s “%s”"), self->word, self->name);
  switch (self->kind)
    {
    case SC_DIFFERENCE_ADDED:
      return g_strdup_printf (_ ("%s added"), what);
    case SC_DIFFERENCE_REMOVED:
      return g_strdup_printf (_ ("%s removed"), what);
    case SC_DIFFERENCE_MOVED:
      return g_strdup_printf (_ ("%s moved"), what);
    default:
      return g_strdup_printf (_ ("%s changed"), what);
    }
}

static char *
join_path (const Walk *walk)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < walk->depth; i++)
    {
      g_autofree char *name = sc_diff_name (walk->path[i], walk->language);

      if (sc_value_get_class (walk->path[i]) == &sc_solution_class)
        continue;
      g_string_append_printf (path, "%s%s", path->len > 0 ? " › " : "", name != NULL ? name : "");
    }
  return g_string_free (path, path->len == 0);
}

static void
set_id (ScDifference *difference, gconstpointer value)
{
  const ScValueClass *klass = sc_value_get_class (value);

  if (klass == &sc_flow_class)
    sc_set_string (difference, flow, ((const ScFlow *) value)->id);
  else if (klass == &sc_stage_class)
    sc_set_string (difference, stage, ((const ScStage *) value)->id);
  else if (klass == &sc_step_class)
    sc_set_string (difference, step, ((const ScStep *) value)->id);
  else if (klass == &sc_role_class)
    sc_set_string (difference, role, ((const ScRole *) value)->id);
}

static void
report (Walk *walk, ScDifferenceKind kind, gconstpointer value, const char *detail)
{
  ScDifference *difference = sc_difference_new ();
  g_autofree char *name = sc_diff_name (value, walk->language);
  g_autofree char *place = join_path (walk);

  difference->kind = kind;
  sc_set_string (difference, word, _ (sc_diff_find_unit (sc_value_get_class (value))->word));
  sc_set_string (difference, name, name);
  sc_set_string (difference, place, place);
  sc_set_string (difference, detail, detail);
  for (guint i = 0; i < walk->depth; i++)
    set_id (difference, walk->path[i]);
  set_id (difference, value);
  g_ptr_array_add (walk->differences, difference);
}

/* Marks those of n positions that form the longest row in which they only go up: the others have
 * moved. G_MAXUINT stands for what is new. */
static gboolean *
find_steady (const guint *positions, guint n)
{
  gboolean *steady = g_new0 (gboolean, MAX (n, 1));
  g_autofree guint *ends = g_new (guint, MAX (n, 1)); /* of the best row of each length */
  g_autofree int *before = g_new (int, MAX (n, 1));
  guint length = 0;

  for (guint i = 0; i < n; i++)
    {
      guint low = 0, high = length;

      if (positions[i] == G_MAXUINT)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (positions[ends[middle]] < positions[i])
            low = middle + 1;
          else
            high = middle;
        }
      before[i] = low > 0 ? (int) ends[low - 1] : -1;
      ends[low] = i;
      length = MAX (length, low + 1);
    }
  for (int i = length > 0 ? (int) ends[length - 1] : -1; i >= 0; i = before[i])
    steady[i] = TRUE;
  return steady;
}

static gboolean
report_removed (Walk *walk, const ScList *before, GPtrArray *keys, GHashTable *after)
{
  gboolean any = FALSE;

  for (guint i = 0; i < keys->len; i++)
    {
      if (sc_diff_find_key (after, g_ptr_array_index (keys, i)) != G_MAXUINT)
        continue;
      report (walk, SC_DIFFERENCE_REMOVED, sc_list_at (before, i), NULL);
      any = TRUE;
    }
  return any;
}

static void
compare_lists (Walk *walk, const ScList *before, const ScList *after)
{
  const ScDiffUnit *unit
      = sc_diff_find_unit (sc_diff_get_item_class (before != NULL ? before : after));
  g_autoptr (GPtrArray) before_keys = sc_diff_list_keys (before);
  g_autoptr (GPtrArray) after_keys = sc_diff_list_keys (after);
  g_autoptr (GHashTable) before_index = sc_diff_index_keys (before_keys);
  g_autoptr (GHashTable) after_index = sc_diff_index_keys (after_keys);
  g_autofree guint *positions = g_new (guint, MAX (after_keys->len, 1));
  g_autofree gboolean *steady = NULL;
  gboolean others;

  others = report_removed (walk, before, before_keys, after_index);
  for (guint i = 0; i < after_keys->len; i++)
    positions[i] = sc_diff_find_key (before_index, g_ptr_array_index (after_keys, i));
  steady = find_steady (positions, after_keys->len);
  for (guint i = 0; i < after_keys->len; i++)
    others = others || !steady[i];
  if (unit->klass == &sc_stage_class)
    walk->other_stages = others;
  for (guint i = 0; i < after_keys->len; i++)
    {
      gconstpointer item = sc_list_get (after, i);

      if (positions[i] == G_MAXUINT)
        report (walk, SC_DIFFERENCE_ADDED, item, NULL);
      else if (unit->ordered && !steady[i])
        report (walk, SC_DIFFERENCE_MOVED, item, NULL);
      if (positions[i] != G_MAXUINT)
        compare (walk, sc_list_at (before, positions[i]), item);
    }
}

static gboolean
is_list_of_units (gconstpointer before, gconstpointer after)
{
  gconstpointer any = before != NULL ? before : after;

  return any != NULL && sc_value_get_class (any) == &sc_list_class
         && sc_diff_has_key (sc_diff_get_item_class (any));
}

/* What a step is called is in its labels, too. */
static gboolean
is_said_by_labels (gconstpointer before, gconstpointer after, const ScField *field)
{
  if (!g_str_equal (field->name, "name"))
    return FALSE;
  for (const ScField *other = sc_value_get_class (after)->fields; other->name != NULL; other++)
    if (g_str_equal (other->name, "labels"))
      return !sc_value_equal_field (before, after, other);
  return FALSE;
}

static void
describe_field (
    Walk *walk, gconstpointer before, gconstpointer after, const ScField *field, GString *detail)
{
  const char *title = sc_diff_get_field_title (sc_value_get_class (after), field);
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  if (title == NULL || is_said_by_labels (before, after, field))
    return;
  old = sc_diff_format_field (before, field, walk->flows[0], walk->language);
  new = sc_diff_format_field (after, field, walk->flows[1], walk->language);
  if (detail->len > 0)
    g_string_append (detail, "; ");
  if (old == NULL || new == NULL || g_str_equal (old, new))
    g_string_append (detail, title);
  else
    g_string_append_printf (detail, "%s: %s → %s", title, old, new);
}

/* What the thing itself is, without the things in it. */
static void
compare_fields (Walk *walk, gconstpointer before, gconstpointer after)
{
  g_autoptr (GString) detail = g_string_new (NULL);
  gboolean changed = FALSE;

  for (const ScField *field = sc_value_get_class (after)->fields; field->name != NULL; field++)
    {
      if (sc_value_equal_field (before, after, field)
          || (walk->other_stages && g_str_equal (field->name, "next")))
        continue;
      if (field->kind == SC_FIELD_VALUE
          && is_list_of_units (sc_value_get_value (before, field),
                               sc_value_get_value (after, field)))
        continue;
      changed = TRUE;
      describe_field (walk, before, after, field, detail);
    }
  if (changed)
    report (walk, SC_DIFFERENCE_CHANGED, after, detail->len > 0 ? detail->str : NULL);
}

static void
compare (Walk *walk, gconstpointer before, gconstpointer after)
{
  if (before == after)
    return;
  if (sc_value_get_class (after) == &sc_flow_class)
    {
      walk->flows[0] = before;
      walk->flows[1] = after;
    }
  compare_fields (walk, before, after);
  g_assert (walk->depth < MAX_DEPTH);
  walk->path[walk->depth++] = after;
  for (const ScField *field = sc_value_get_class (after)->fields; field->name != NULL; field++)
    {
      gconstpointer old, new;

      if (field->kind != SC_FIELD_VALUE)
        continue;
      old = sc_value_get_value (before, field);
      new = sc_value_get_value (after, field);
      if (old != new &&is_list_of_units (old, new))
        compare_lists (walk, old, new);
    }
  walk->depth--;
}

ScList *
sc_diff (const ScSolution *before, const ScSolution *after)
{
  Walk walk = { .language = after->language, .differences = sc_list_collect () };

  compare (&walk, before, after);
  return sc_list_new_take (walk.differences);
}
