/* test-package-flows.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "package-files.h"
#include "sc-edit-flow.h"
#include "sc-edit-role.h"
#include "sc-edit-stage.h"
#include "zip-files.h"

#include <string.h>

/* Flows that come and go in packages that exist. */

#define STRAIGHT "ffffffff-0000-4000-8000-000000000001"
#define NEW_ID   "eeeeeeee-0000-4000-8000-000000000009"

typedef struct
{
  gboolean zip;
  const char *line_end;
} Kind;

typedef struct
{
  char *folder;
  char *path;
  ScPackage *package;
  const ScSolution *before;
  GHashTable *texts; /* name → content */
} Fixture;

/* What the package holds: of a zip the entries, of a folder the files. */
static GHashTable *
list_texts (const char *path)
{
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer name, content;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_autoptr (GHashTable) snapshot = files_take_snapshot (path);

      g_hash_table_iter_init (&iter, snapshot);
      while (g_hash_table_iter_next (&iter, &name, &content))
        g_hash_table_insert (texts, g_strdup (name), g_strdup (strchr (content, '\n') + 1));
    }
  else
    {
      g_autoptr (GPtrArray) entries = zip_files_list (path);

      for (guint i = 0; i < entries->len; i++)
        {
          const ZipEntry *entry = g_ptr_array_index (entries, i);

          g_hash_table_insert (texts, g_strdup (entry->name),
                               g_strndup (g_bytes_get_data (entry->content, NULL),
                                          g_bytes_get_size (entry->content)));
        }
    }
  return texts;
}

static void
assert_changed (const Fixture *self, const char *expected)
{
  g_autoptr (GHashTable) texts = list_texts (self->path);
  g_autoptr (GPtrArray) names = files_compare (self->texts, texts);
  g_autofree char *joined = NULL;

  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (",", (char **) names->pdata);
  g_assert_cmpstr (joined, ==, expected);
}

static void
open_package (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->package, sc_package_unref);
  self->package = sc_package_open (self->path, &error);
  g_assert_no_error (error);
  self->before = sc_package_get_solution (self->package);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  const Kind *kind = data;

  self->folder = files_make_folder ();
  if (kind->zip)
    self->path = files_make_zip (self->folder, kind->line_end);
  else
    {
      files_make_solution (self->folder, kind->line_end);
      self->path = g_strdup (self->folder);
    }
  self->texts = list_texts (self->path);
  open_package (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  files_remove_folder (self->folder);
  sc_package_unref (self->package);
  g_hash_table_unref (self->texts);
  g_free (self->folder);
  g_free (self->path);
}

static void
save (Fixture *self, ScSolution *after)
{
  g_autoptr (ScSolution) solution = after;
  g_autoptr (GError) error = NULL;
  ScPackage *saved;

  g_assert_nonnull (after);
  saved = sc_package_save (self->package, after, FALSE, &error);
  g_assert_no_error (error);
  sc_package_unref (self->package);
  self->package = saved;
  self->before = after;
}

/* The table of the first stage is written into new files, whatever a sample says. */
static gboolean
is_same_flow (const ScFlow *a, const ScFlow *b)
{
  g_autoptr (ScFlow) first = sc_flow_copy (a);
  g_autoptr (ScFlow) second = sc_flow_copy (b);

  sc_set_string (first, primary_table, NULL);
  sc_set_string (second, primary_table, NULL);
  return sc_flow_equal (first, second);
}

/* A fresh look at the package finds the same flows and roles, and a save has nothing to do. */
static void
assert_reopens (const Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScPackage) fresh = sc_package_open (self->path, &error);
  g_autoptr (GPtrArray) changes = NULL;
  const ScSolution *solution;

  g_assert_no_error (error);
  solution = sc_package_get_solution (fresh);
  g_assert_null (sc_package_get_notes (fresh)[0]);
  g_assert_cmpuint (sc_list_length (solution->flows), ==, sc_list_length (self->before->flows));
  sc_list_foreach (self->before->flows, const ScFlow *, flow)
    {
      g_assert_true (is_same_flow (flow, sc_solution_find_flow (solution, flow->id, NULL)));
    }
  g_assert_true (sc_value_equal (solution->roles, self->before->roles));
  changes = sc_package_list_changes (fresh, self->before);
  g_assert_cmpuint (changes->len, ==, 0);
}

static ScSolution *
add_flow (const Fixture *self)
{
  return sc_edit_flow_add (self->before, NEW_ID, "Brand <new>", "account", NULL);
}

static void
assert_listed (const Fixture *self, const char *name, const char *part, gboolean expected)
{
  g_autoptr (GHashTable) texts = list_texts (self->path);
  const char *text = g_hash_table_lookup (texts, name);

  g_assert_nonnull (text);
  if ((strstr (text, part) != NULL) != expected)
    g_error ("“%s” is %s %s", part, expected ? "not in" : "still in", name);
}

static void
test_add (Fixture *self, gconstpointer data)
{
  const Kind *kind = data;
  const char *manifest = kind->zip ? "solution.xml" : "Other/Solution.xml";
  const ScTable *table;

  save (self, add_flow (self));
  assert_reopens (self);
  assert_listed (self, manifest,
                 "<RootComponent type=\"1\" schemaName=\"sc_brandnew\" behavior=\"0\" />", TRUE);
  assert_listed (self, manifest, "<RootComponent type=\"29\" id=\"{" NEW_ID "}\" behavior=\"0\" />",
                 TRUE);
  assert_listed (self, kind->zip ? "customizations.xml" : "Other/Relationships.xml",
                 "<EntityRelationship Name=\"bpf_account_sc_brandnew\"", TRUE);
  open_package (self);
  table = sc_solution_find_table (self->before, "sc_brandnew", NULL);
  g_assert_nonnull (table);
  g_assert_true (table->backing);
  g_assert_nonnull (sc_table_find_column (table, "bpf_accountid", NULL));
  g_assert_nonnull (sc_solution_find_relationship (self->before, "bpf_account_sc_brandnew"));
}

static void
test_add_and_delete (Fixture *self, gconstpointer data)
{
  save (self, add_flow (self));
  save (self, sc_edit_flow_delete (self->before, NEW_ID, NULL));
  assert_changed (self, "");
  /* Also when the package was opened in between. */
  save (self, add_flow (self));
  open_package (self);
  save (self, sc_edit_flow_delete (self->before, NEW_ID, NULL));
  assert_changed (self, "");
}

/* The new flow can be edited at once. */
static void
test_edit_new (Fixture *self, gconstpointer data)
{
  save (self, add_flow (self));
  save (self, sc_edit_flow_set_label (self->before, NEW_ID, 1033, "Other name", NULL));
  save (self, sc_edit_flow_set_order (self->before, NEW_ID, 4, NULL));
  assert_reopens (self);
  save (self, sc_edit_flow_delete (self->before, NEW_ID, NULL));
  assert_changed (self, "");
}

static void
test_copy (Fixture *self, gconstpointer data)
{
  save (self, sc_edit_flow_copy (self->before, STRAIGHT, NEW_ID, "The copy", TRUE, NULL));
  assert_reopens (self);
  save (self, sc_edit_flow_delete (self->before, NEW_ID, NULL));
  assert_changed (self, "");
}

/* A flow that was there goes, with its lines in roles. */
static void
test_delete (Fixture *self, gconstpointer data)
{
  const Kind *kind = data;
  const char *manifest = kind->zip ? "solution.xml" : "Other/Solution.xml";

  save (self, sc_edit_flow_delete (self->before, STRAIGHT, NULL));
  assert_reopens (self);
  assert_listed (self, manifest, STRAIGHT, FALSE);
  assert_listed (self, kind->zip ? "customizations.xml" : "Roles/Flow user.xml",
                 "prvReadsc_straight", FALSE);
  assert_listed (self, kind->zip ? "customizations.xml" : "Roles/Flow user.xml", "prvReadAccount",
                 TRUE);
}

/* Another flow takes the unique name of one that goes away with the same save. */
static void
test_replace (Fixture *self, gconstpointer data)
{
  g_autoptr (ScSolution) added = add_flow (self);
  g_autoptr (ScSolution) without = NULL;
  const char *other = "eeeeeeee-0000-4000-8000-000000000010";

  save (self, g_steal_pointer (&added));
  without = sc_edit_flow_delete (self->before, NEW_ID, NULL);
  save (self, sc_edit_flow_add (without, other, "Brand <new>", "sc_record", NULL));
  assert_reopens (self);
  open_package (self);
  g_assert_nonnull (sc_solution_find_relationship (self->before, "bpf_sc_record_sc_brandnew"));
  g_assert_null (sc_solution_find_relationship (self->before, "bpf_account_sc_brandnew"));
  save (self, sc_edit_flow_delete (self->before, other, NULL));
  assert_changed (self, "");
}

/* A stage on a table that the flow had none on. */
static void
test_further_table (Fixture *self, gconstpointer data)
{
  const ScFlow *flow;
  const ScTable *table;

  save (self, add_flow (self));
  flow = sc_solution_find_flow (self->before, NEW_ID, NULL);
  save (self, sc_edit_stage_add (self->before, NEW_ID, sc_slot_last (flow), NULL, "On a record",
                                 "sc_record", NULL));
  assert_reopens (self);
  open_package (self);
  table = sc_solution_find_table (self->before, "sc_brandnew", NULL);
  g_assert_nonnull (sc_table_find_column (table, "bpf_sc_recordid", NULL));
  g_assert_nonnull (sc_table_find_column (table, "bpf_accountid", NULL));
  g_assert_nonnull (sc_solution_find_relationship (self->before, "bpf_sc_record_sc_brandnew"));
}

/* What a person left in the way is not written over. */
static void
test_in_the_way (Fixture *self, gconstpointer data)
{
  g_autoptr (ScSolution) added = add_flow (self);
  g_autoptr (GError) error = NULL;
  const Kind *kind = data;

  if (kind->zip)
    return;
  files_write (self->folder, "Entities/SC_BrandNew/Entity.xml", "<Entity />");
  g_hash_table_unref (self->texts);
  self->texts = list_texts (self->path);
  g_assert_null (sc_package_save (self->package, added, FALSE, &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "SC_BrandNew"));
  assert_changed (self, "");
}

int
main (int argc, char *argv[])
{
  static const Kind kinds[]
      = { { FALSE, "\n" }, { FALSE, "\r\n" }, { TRUE, "\n" }, { TRUE, "\r\n" } };
  static const char *const names[] = { "folder/lf", "folder/crlf", "zip/lf", "zip/crlf" };
  static const struct
  {
    const char *name;
    void (*function) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "add", test_add },
    { "add-and-delete", test_add_and_delete },
    { "edit-new", test_edit_new },
    { "copy", test_copy },
    { "delete", test_delete },
    { "replace", test_replace },
    { "further-table", test_further_table },
    { "in-the-way", test_in_the_way },
  };

  files_use_memory ();
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (tests); j++)
        {
          g_autofree char *name = g_strdup_printf ("/package-flows/%s/%s", names[i], tests[j].name);

          g_test_add (name, Fixture, &kinds[i], set_up, tests[j].function, tear_down);
        }
    }
  return g_test_run ();
}
