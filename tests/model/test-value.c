/* test-value.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-id.h"
#include "sc-solution.h"

static void
test_draft_and_copy (void)
{
  g_autoptr (ScStep) step = sc_step_new ();
  g_autoptr (ScStep) copy = NULL;
  g_autoptr (ScLabel) label = sc_label_new_text (1033, "Budget");

  g_assert_true (sc_value_is_draft (step));
  sc_set_string (step, id, "a");
  sc_take_value (step, labels, sc_list_append (NULL, label));
  step->required = TRUE;

  copy = sc_step_copy (step);
  g_assert_true (sc_value_is_draft (copy));
  g_assert_true (copy->labels == step->labels);
  g_assert_true (copy->id == step->id);
  g_assert_true (sc_step_equal (copy, step));

  sc_set_string (copy, id, "b");
  g_assert_cmpstr (step->id, ==, "a");
  g_assert_false (sc_step_equal (copy, step));
}

static void
test_shared_is_read_only (void)
{
  g_autoptr (ScStep) step = sc_step_new ();
  g_autoptr (ScStep) reference = sc_step_ref (step);

  g_test_expect_message ("sc-model", G_LOG_LEVEL_CRITICAL, "*sc_value_is_draft*");
  sc_set_string (step, id, "x");
  g_test_assert_expected_messages ();
  g_assert_null (reference->id);
}

static void
test_set_string_to_itself (void)
{
  g_autoptr (ScStep) step = sc_step_new ();

  sc_set_string (step, id, "abc");
  sc_set_string (step, id, step->id);
  g_assert_cmpstr (step->id, ==, "abc");
  sc_set_string (step, id, step->id + 1);
  g_assert_cmpstr (step->id, ==, "bc");
  sc_set_string (step, id, NULL);
  g_assert_null (step->id);
}

static void
test_equal (void)
{
  g_autoptr (ScLabel) a = sc_label_new_text (1033, "x");
  g_autoptr (ScLabel) b = sc_label_new_text (1033, "x");
  g_autoptr (ScLabel) c = sc_label_new_text (1031, "x");
  g_autoptr (ScList) one = sc_list_append (NULL, a);
  g_autoptr (ScList) other = sc_list_append (NULL, b);
  g_autoptr (ScList) third = sc_list_append (NULL, c);
  g_autoptr (ScStep) step = sc_step_new ();

  g_assert_true (sc_value_equal (NULL, NULL));
  g_assert_false (sc_value_equal (a, NULL));
  g_assert_true (sc_value_equal (a, b));
  g_assert_false (sc_value_equal (a, c));
  g_assert_true (sc_value_equal (one, other));
  g_assert_false (sc_value_equal (one, third));
  g_assert_false (sc_value_equal (one, a));
  g_assert_false (sc_value_equal (step, a));
}

/* The texts of a list of labels, joined. */
static char *
join (const ScList *list)
{
  GString *text = g_string_new (NULL);

  sc_list_foreach (list, const ScLabel *, label)
    {
      g_string_append (text, label->text);
    }
  return g_string_free (text, FALSE);
}

static ScList *
split (const char *text)
{
  GPtrArray *labels = sc_list_collect ();

  for (const char *c = text; *c != '\0'; c++)
    g_ptr_array_add (labels, sc_label_new_text (0, (char[]){ *c, '\0' }));
  return sc_list_new_take (labels);
}

static void
test_list (void)
{
  static const struct
  {
    const char *before;
    char operation;
    guint at, to;
    const char *after;
  } cases[] = {
    { "", 'i', 0, 0, "x" },      { "ab", 'i', 0, 0, "xab" },  { "ab", 'i', 1, 0, "axb" },
    { "ab", 'i', 2, 0, "abx" },  { "ab", 'i', 99, 0, "abx" }, { "a", 'd', 0, 0, "" },
    { "abc", 'd', 0, 0, "bc" },  { "abc", 'd', 2, 0, "ab" },  { "abc", 'r', 1, 0, "axc" },
    { "abc", 'm', 0, 2, "bca" }, { "abc", 'm', 2, 0, "cab" }, { "abc", 'm', 1, 1, "abc" },
    { "abc", 'm', 0, 9, "bca" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScList) before = split (cases[i].before);
      g_autoptr (ScLabel) x = sc_label_new_text (0, "x");
      g_autoptr (ScList) after = NULL;
      g_autofree char *text = NULL;
      g_autofree char *old = NULL;

      switch (cases[i].operation)
        {
        case 'i':
          after = sc_list_insert (before, cases[i].at, x);
          break;
        case 'd':
          after = sc_list_remove (before, cases[i].at);
          break;
        case 'r':
          after = sc_list_replace (before, cases[i].at, x);
          break;
        default:
          after = sc_list_move (before, cases[i].at, cases[i].to);
          break;
        }
      text = join (after);
      old = join (before);
      g_assert_cmpstr (text, ==, cases[i].after);
      g_assert_cmpstr (old, ==, cases[i].before);
    }
}

static void
test_list_foreach_break (void)
{
  g_autoptr (ScList) list = split ("abcd");
  guint seen = 0;

  sc_list_foreach (list, const ScLabel *, label)
    {
      seen++;
      if (label->text[0] == 'a')
        continue;
      if (label_i == 2)
        break;
    }
  g_assert_cmpuint (seen, ==, 3);
}

static void
test_ids (void)
{
  static const struct
  {
    const char *text;
    const char *normal;
  } cases[] = {
    { "919e14d1-6489-4852-abd0-a63a6ecaac5d", "919e14d1-6489-4852-abd0-a63a6ecaac5d" },
    { "{919E14D1-6489-4852-ABD0-A63A6ECAAC5D}", "919e14d1-6489-4852-abd0-a63a6ecaac5d" },
    { "{919E14D1-6489-4852-ABD0-A63A6ECAAC5D", NULL },
    { "919e14d1-6489-4852-abd0-a63a6ecaac5d ", NULL },
    { "919e14d1-6489-4852-abd0-a63a6ecaac5", NULL },
    { "919e14d1x6489-4852-abd0-a63a6ecaac5d", NULL },
    { "", NULL },
    { NULL, NULL },
  };
  g_autofree char *fresh = sc_id_new ();

  g_assert_true (sc_id_is_valid (fresh));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *normal = sc_id_normalize (cases[i].text);

      g_assert_cmpstr (normal, ==, cases[i].normal);
      g_assert_true (sc_id_is_valid (cases[i].text) == (cases[i].normal != NULL));
    }
  g_assert_true (sc_id_equal (cases[0].text, cases[1].text));
  g_assert_cmpuint (sc_id_hash (cases[0].text), ==, sc_id_hash (cases[1].text));
  g_assert_false (sc_id_equal (cases[0].text, fresh));
  g_assert_false (sc_id_equal (NULL, NULL));
  g_assert_false (sc_id_equal ("a", "ab"));
  /* What is not an id at least equals itself. */
  g_assert_true (sc_id_equal ("{a}b", "{a}b"));
  g_assert_true (sc_id_equal ("a}", "A"));
}

static void
test_labels (void)
{
  g_autoptr (ScList) none = NULL;
  g_autoptr (ScList) english = sc_labels_set (NULL, 1033, "Close");
  g_autoptr (ScList) both = sc_labels_set (english, 1031, "Abschluss");
  g_autoptr (ScList) same = sc_labels_set (both, 1031, "Abschluss");
  g_autoptr (ScList) german = sc_labels_set (both, 1033, NULL);

  g_assert_null (sc_labels_get (none, 1033));
  g_assert_cmpstr (sc_labels_get_or (none, 1033, "Name"), ==, "Name");
  g_assert_cmpstr (sc_labels_get_or (none, 1033, NULL), ==, "");
  g_assert_cmpstr (sc_labels_get_or (english, 1031, "Name"), ==, "Close");
  g_assert_cmpstr (sc_labels_get (english, 1031), ==, "Close");
  g_assert_null (sc_labels_get_exact (english, 1031));
  g_assert_cmpstr (sc_labels_get (both, 1031), ==, "Abschluss");
  g_assert_true (same == both);
  g_assert_cmpuint (sc_list_length (german), ==, 1);
  g_assert_cmpstr (sc_labels_get (german, 1033), ==, "Abschluss");
}

static void
test_names (void)
{
  for (int type = SC_COLUMN_TEXT; type < SC_N_COLUMN_TYPES; type++)
    {
      g_assert_cmpint (sc_column_type_from_nick (sc_column_type_get_nick (type)), ==, type);
      g_assert_true (sc_id_is_valid (sc_column_type_get_class_id (type)));
      g_assert_cmpstr (sc_column_type_get_title (type), !=, "");
    }
  for (int level = SC_LEVEL_USER; level <= SC_LEVEL_ORGANIZATION; level++)
    g_assert_cmpint (sc_level_from_file_name (sc_level_get_file_name (level)), ==, level);
  g_assert_cmpint (sc_level_from_file_name ("Other"), ==, SC_LEVEL_NONE);
  g_assert_cmpint (sc_column_type_from_class_id ("67FAC785-CD58-4F9F-ABB3-4B7DDC6ED5ED"), ==,
                   SC_COLUMN_YES_NO);
  g_assert_cmpint (sc_column_type_from_class_id ("00000000-0000-0000-0000-000000000000"), ==,
                   SC_COLUMN_UNKNOWN);
  g_assert_cmpstr (sc_stage_category_get_name (SC_CATEGORY_APPROVAL), ==, "Approval");
  g_assert_null (sc_stage_category_get_name (924340003));
  g_assert_null (sc_stage_category_get_name (SC_CATEGORY_NONE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/value/draft-and-copy", test_draft_and_copy);
  g_test_add_func ("/model/value/shared-is-read-only", test_shared_is_read_only);
  g_test_add_func ("/model/value/set-string-to-itself", test_set_string_to_itself);
  g_test_add_func ("/model/value/equal", test_equal);
  g_test_add_func ("/model/list/changes", test_list);
  g_test_add_func ("/model/list/foreach-break", test_list_foreach_break);
  g_test_add_func ("/model/id", test_ids);
  g_test_add_func ("/model/labels", test_labels);
  g_test_add_func ("/model/names", test_names);
  return g_test_run ();
}
