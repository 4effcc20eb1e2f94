/* test-form-follows.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whatever happens to a flow, its form comes out as it would be made anew: for flows made up at
 * random and for the forms of real ones. */

#include <string.h>

#include "form-flows.h"
#include "package-files.h"
#include "real-flow.h"
#include "sample-flows.h"
#include "sc-form-edit.h"

#define N_RANDOM 400

/* Anything that the designer can do to stages and steps. */
static ScFlow *
mutate (GRand *rand, const ScFlow *flow)
{
  guint n_stages = sc_list_length (flow->stages);
  guint stage = n_stages > 0 ? g_rand_int_range (rand, 0, n_stages) : 0;
  const ScStage *place = sc_list_get (flow->stages, stage);
  guint n_steps = place != NULL ? sc_list_length (place->steps) : 0;
  guint step = n_steps > 0 ? g_rand_int_range (rand, 0, n_steps) : 0;
  guint other = n_stages > 0 ? g_rand_int_range (rand, 0, n_stages) : 0;
  g_autofree char *id = g_strdup_printf ("eeeeeeee-0000-4000-8000-%04x%08x",
                                         g_rand_int_range (rand, 0, 0xffff), g_rand_int (rand));
  ScFlow *changed;

  switch (g_rand_int_range (rand, 0, n_steps > 0 ? 9 : 4))
    {
    case 0:
      changed = sc_flow_copy (flow);
      {
        g_autoptr (ScStage) added
            = form_flow_make_stage (id, "New stage", g_rand_int_range (rand, 1, 90));

        if (sc_flow_find_step (flow, ((const ScStep *) sc_list_get (added->steps, 0))->id, NULL,
                               NULL)
            || sc_flow_find_step (flow, ((const ScStep *) sc_list_get (added->steps, 2))->id, NULL,
                                  NULL))
          sc_take_value (added, steps, NULL);
        sc_take_value (changed, stages, sc_list_insert (flow->stages, stage, added));
      }
      return changed;
    case 1:
      changed = sc_flow_copy (flow);
      if (n_stages > 1)
        sc_take_value (changed, stages, sc_list_move (flow->stages, stage, other));
      return changed;
    case 2:
      return n_stages > 0 ? form_flow_relabel_stage (flow, stage, id) : sc_flow_copy (flow);
    case 3:
      changed = sc_flow_copy (flow);
      if (n_stages > 1)
        sc_take_value (changed, stages, sc_list_remove (flow->stages, stage));
      return changed;
    case 4:
      return form_flow_relabel_step (flow, stage, step, g_rand_int_range (rand, 0, 2) ? 1031 : 1033,
                                     id);
    case 5:
      return form_flow_remove_step (flow, stage, step);
    case 6:
      return form_flow_move_step (flow, stage, step, other,
                                  g_rand_int_range (rand, 0, n_steps + 1));
    case 7:
      {
        g_autoptr (ScStep) added = form_flow_make_step (id, "garden_new", "New");

        return form_flow_with_steps (flow, stage, sc_list_insert (place->steps, step, added));
      }
    default:
      {
        ScStep *edited = form_flow_copy_step (flow, stage, step);

        edited->required = !edited->required;
        if (edited->column != NULL)
          sc_set_string (edited, column, "garden_other");
        return form_flow_with_step (flow, stage, step, edited);
      }
    }
}

/* One text per language, as edits leave it. */
static const ScList *
tidy_labels (const ScList *labels)
{
  return sc_list_length (labels) > 1 ? NULL : labels;
}

static ScFlow *
make_tidy_flow (GRand *rand)
{
  g_autoptr (ScFlow) flow = random_flow_new (rand);
  ScFlow *tidy = sc_flow_copy (flow);

  sc_take_value (tidy, stages, NULL);
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      g_autoptr (ScStage) place = sc_stage_copy (stage);

      sc_set_value (place, labels, tidy_labels (stage->labels));
      sc_take_value (place, steps, NULL);
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          g_autoptr (ScStep) copy = sc_step_copy (step);

          sc_set_value (copy, labels, tidy_labels (step->labels));
          sc_take_value (place, steps, sc_list_append (place->steps, copy));
        }
      sc_take_value (tidy, stages, sc_list_append (tidy->stages, place));
    }
  return tidy;
}

/* A form that was made and then follows is the form that would be made. */
static void
check_follows (const ScSolution *solution, const ScFlow *before, const ScFlow *after)
{
  g_autofree char *form = form_flow_make_form (solution, before);
  g_autofree char *expected = form_flow_make_form (solution, after);
  g_autofree char *changed = NULL;

  if (sc_list_length (before->stages) == 0)
    return;
  changed = form_flow_update_form (solution, form, before, after);
  g_assert_cmpstr (changed, ==, expected);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261101);
  g_autoptr (ScSolution) solution = form_flow_make_solution ();

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (ScFlow) before = i % 4 == 0 ? form_flow_make_flow () : make_tidy_flow (rand);
      g_autoptr (ScFlow) after = sc_flow_copy (before);

      for (int n = g_rand_int_range (rand, 1, 8); n > 0; n--)
        {
          ScFlow *next = mutate (rand, after);

          sc_flow_unref (after);
          after = next;
        }
      check_follows (solution, before, after);
      if (i % 4 == 0)
        check_follows (solution, after, before);
    }
}

static gboolean
shows_flow (const ScXmlNode *forms, const ScFlow *flow)
{
  sc_xml_foreach (forms, systemform)
    {
      const ScXmlNode *form = sc_xml_node_get_child (systemform, "form");

      sc_xml_foreach (sc_xml_node_get_child (form, "tabs"), tab)
        {
          if (sc_flow_find_stage (flow, sc_xml_node_get_attribute (tab, "id"), NULL) != NULL)
            return TRUE;
        }
    }
  return FALSE;
}

/* The file with a real flow's form; NULL for one that shows no stages. */
static char *
load_form (const RealFlow *real)
{
  const ScXml *xml = real->entity;

  for (guint i = 0; i < real->documents->len; i++)
    {
      const ScXml *document = g_ptr_array_index (real->documents, i);

      if (sc_xml_node_is (sc_xml_get_root (document), "forms"))
        xml = document;
    }
  if (!shows_flow (form_flow_find_forms (xml), real->flow))
    return NULL;
  return form_flow_to_text (sc_xml_get_bytes (xml));
}

static void
rename_every_step (const RealFlow *real, const char *form)
{
  const ScFlow *flow = real->flow;

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      for (guint i = 0; i < sc_list_length (stage->steps); i++)
        {
          g_autoptr (ScFlow) renamed
              = form_flow_relabel_step (flow, stage_i, i, SC_LANGUAGE_ENGLISH, "Another name");
          g_autofree char *text = form_flow_update_form (real->solution, form, flow, renamed);
          g_autofree char *back = form_flow_update_form (real->solution, text, renamed, flow);
          g_autofree char *diff = files_diff (form, text);
          g_auto (GStrv) lines = g_strsplit (diff, "\n", -1);

          /* Only older exports have labels that are empty. */
          if (*diff != '\0' || strstr (form, "<label description=\"\"") == NULL)
            {
              g_assert_cmpuint (g_strv_length (lines), ==, 3);
              g_assert_nonnull (strstr (lines[0], "<label "));
              g_assert_nonnull (strstr (lines[1], "Another name"));
            }
          g_assert_cmpstr (back, ==, form);
        }
    }
}

static void
move_every_step (const RealFlow *real, const char *form)
{
  const ScFlow *flow = real->flow;
  guint n_stages = sc_list_length (flow->stages);

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      for (guint i = 0; i < sc_list_length (stage->steps); i++)
        {
          guint target = (stage_i + i) % n_stages;
          g_autoptr (ScFlow) moved = form_flow_move_step (flow, stage_i, i, target, 0);
          g_autofree char *text = form_flow_update_form (real->solution, form, flow, moved);
          g_autofree char *back = form_flow_update_form (real->solution, text, moved, flow);

          check_follows (real->solution, flow, moved);
          g_assert_cmpstr (back, ==, form);
        }
    }
}

static void
add_everywhere (const RealFlow *real, const char *form)
{
  const ScFlow *flow = real->flow;

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      for (guint i = 0; i <= sc_list_length (stage->steps); i++)
        {
          g_autoptr (ScStep) step
              = form_flow_make_step ("eeeeeeee-0000-4000-8000-000000000001", "garden_new", "New");
          g_autoptr (ScFlow) more
              = form_flow_with_steps (flow, stage_i, sc_list_insert (stage->steps, i, step));
          g_autofree char *text = form_flow_update_form (real->solution, form, flow, more);
          g_autofree char *back = form_flow_update_form (real->solution, text, more, flow);

          check_follows (real->solution, flow, more);
          g_assert_nonnull (strstr (text, "garden_new"));
          g_assert_cmpstr (back, ==, form);
        }
    }
}

static void
test_real (void)
{
  const char *corpus = real_flow_get_corpus ();
  g_autoptr (GPtrArray) flows = NULL;
  guint n_forms = 0;

  if (corpus == NULL)
    return;
  flows = real_flow_list (corpus);
  for (guint i = 0; i < flows->len; i++)
    {
      const RealFlow *real = g_ptr_array_index (flows, i);
      g_autofree char *form = load_form (real);

      if (form == NULL)
        continue;
      n_forms++;
      rename_every_step (real, form);
      move_every_step (real, form);
      add_everywhere (real, form);
    }
  g_assert_cmpuint (n_forms + 1, >=, flows->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-follows/random", test_random);
  g_test_add_func ("/form-follows/real", test_real);
  return g_test_run ();
}
