/* test-unseen.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What others write where a document is about to be saved, and nobody has seen yet: before the
 * save begins, and before every single system call of it. */

#include "disk-fixture.h"

#include "faults.h"
#include "package-files.h"
#include "sc-edit-flow.h"
#include "sc-edit-rule.h"
#include "sc-settings-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define ANOTHER "22222222-2222-4222-8222-222222222222"
#define HIDDEN  ".stagecraft-"

/* How many calls of a save somebody else comes before, about: when there is little time, and much.
 */
#define N_QUICK 25
#define N_SOAK  2000

static const char *const names[]
    = { "solution.stagecraft", "Sales.xaml", "solution.zip", "solution" };

static void
check_refused (DiskFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sc_document_save (fixture->document, &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_CHANGED);
  g_assert_true (sc_document_is_modified (fixture->document));
}

static void
see_it_gone (DiskFixture *fixture)
{
  const ScDisk *disk;

  sc_document_set_keeps_previous (fixture->document, TRUE);
  disk_fixture_edit (fixture, disk_edit_rename);
  disk_fixture_remove (fixture);
  disk = disk_fixture_look (fixture);
  g_assert_nonnull (disk);
  g_assert_cmpint (disk->state, ==, SC_DISK_GONE);
}

static void
test_back_changed (gconstpointer name)
{
  g_autoptr (ScSolution) theirs = NULL;
  g_autoptr (GHashTable) files = NULL;
  DiskFixture fixture;

  disk_fixture_init (&fixture, name);
  see_it_gone (&fixture);
  disk_fixture_put_back (&fixture);
  theirs = disk_fixture_edit_behind (&fixture, disk_edit_rename_to);
  files = files_take_snapshot (fixture.folder);
  check_refused (&fixture);
  files_assert_changed (files, fixture.folder, "");
  disk_fixture_clear (&fixture);
}

static void
test_back_as_it_was (gconstpointer name)
{
  g_autoptr (ScSolution) present = NULL;
  g_autoptr (GError) error = NULL;
  DiskFixture fixture;

  disk_fixture_init (&fixture, name);
  see_it_gone (&fixture);
  disk_fixture_put_back (&fixture);
  sc_document_save (fixture.document, &error);
  g_assert_no_error (error);
  g_assert_null (disk_fixture_look (&fixture));
  disk_fixture_clear (&fixture);
}

/* A save that others come in between of. */

static ScSolution *
add_flow (const ScSolution *solution)
{
  return sc_edit_flow_add (solution, ANOTHER, "Another", "lead", NULL);
}

static ScSolution *
set_rule_again (const ScSolution *solution)
{
  return sc_edit_rule_set (solution, "F-14", SC_RULE_OFF, 0, "Known for long", NULL);
}

static ScSolution *
clear_rule (const ScSolution *solution)
{
  return sc_edit_rule_set (solution, "F-14", SC_RULE_AS_IS, 0, NULL, NULL);
}

typedef struct
{
  const char *test;
  const char *name;
  DiskEdit before;   /* what is saved already; NULL: nothing more */
  DiskEdit edits[2]; /* what is saved now */
  gboolean gone;     /* the file was seen to be gone when it is */
} Way;

static const Way ways[] = {
  { "definition", "solution.stagecraft", NULL, { disk_edit_rename }, FALSE },
  { "definition-gone", "solution.stagecraft", NULL, { disk_edit_rename }, TRUE },
  { "xaml", "Sales.xaml", NULL, { disk_edit_rename }, FALSE },
  { "xaml-gone", "Sales.xaml", NULL, { disk_edit_rename }, TRUE },
  { "zip", "solution.zip", NULL, { disk_edit_rename }, FALSE },
  { "zip-gone", "solution.zip", NULL, { disk_edit_rename }, TRUE },
  { "zip-settings", "solution.zip", NULL, { disk_edit_set_rule, disk_edit_rename }, FALSE },
  { "folder", "solution", NULL, { disk_edit_rename, disk_edit_add_stage }, FALSE },
  { "folder-flow", "solution", NULL, { add_flow }, FALSE },
  { "folder-settings",
    "solution",
    disk_edit_set_rule,
    { set_rule_again, disk_edit_rename },
    FALSE },
  { "settings-alone", "solution.zip", disk_edit_set_rule, { set_rule_again }, FALSE },
  { "settings-cleared",
    "solution.zip",
    disk_edit_set_rule,
    { clear_rule, disk_edit_rename },
    FALSE },
};

typedef struct
{
  const Way *way;
  DiskFixture disk;
  guint n_calls;
  guint number;       /* of the case */
  GHashTable *files;  /* before the save */
  GPtrArray *targets; /* names of files in the folder: those that the save writes */
  char *target;       /* the path of the one that somebody else writes */
  char *theirs;       /* what they write */
  gboolean in_place;  /* into the file that is there */
} Sweep;

static void
sweep_open (Sweep *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->disk.document);
  disk_fixture_put_back (&self->disk);
  self->disk.document = sc_document_open (self->disk.path, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (self->way->edits) && self->way->edits[i] != NULL; i++)
    disk_fixture_edit (&self->disk, self->way->edits[i]);
  if (!self->way->gone)
    return;
  disk_fixture_remove (&self->disk);
  g_assert_cmpint (disk_fixture_look (&self->disk)->state, ==, SC_DISK_GONE);
}

/* How many calls a save takes that nobody disturbs, and what it writes. */
static void
sweep_measure (Sweep *self)
{
  g_autoptr (GHashTable) saved = NULL;
  g_autoptr (GError) error = NULL;

  sweep_open (self);
  self->files = files_take_snapshot (self->disk.folder);
  faults_begin (FAULT_NONE, 0, 0);
  sc_document_save (self->disk.document, &error);
  self->n_calls = faults_end ();
  g_assert_no_error (error);
  saved = files_take_snapshot (self->disk.folder);
  self->targets = files_compare (self->files, saved);
  g_assert_cmpuint (self->targets->len, >, 0);
}

static void
sweep_begin (Sweep *self, const Way *way)
{
  self->way = way;
  disk_fixture_init (&self->disk, way->name);
  if (way->before != NULL)
    {
      sc_solution_unref (disk_fixture_edit_behind (&self->disk, way->before));
      files_remove_folder (self->disk.copy);
      files_copy_folder (self->disk.folder, self->disk.copy);
    }
  sweep_measure (self);
}

static void
sweep_end (Sweep *self)
{
  disk_fixture_clear (&self->disk);
  g_hash_table_unref (self->files);
  g_ptr_array_unref (self->targets);
}

/* What is read again has to be other settings; of all else the bytes count. */
static char *
make_theirs (Sweep *self)
{
  g_autoptr (ScSolution) other = NULL;
  DiskFixture fixture;
  char *text;

  if (!g_str_has_suffix (self->target, SC_SETTINGS_SUFFIX))
    return g_strdup ("Theirs.");
  disk_fixture_init (&fixture, "other.zip");
  sc_solution_unref (disk_fixture_edit_behind (&fixture, disk_edit_set_rule));
  text = files_read (fixture.folder, "other.zip" SC_SETTINGS_SUFFIX);
  disk_fixture_clear (&fixture);
  g_strdelimit (strstr (text, "Known"), "K", 'S');
  return text;
}

static void
write_theirs (gpointer data)
{
  const Sweep *self = data;
  g_autofree char *folder = g_path_get_dirname (self->target);
  int fd;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  if (!self->in_place)
    {
      g_assert_true (g_file_set_contents_full (self->target, self->theirs, -1,
                                               G_FILE_SET_CONTENTS_CONSISTENT, 0644, NULL));
      return;
    }
  fd = g_open (self->target, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, self->theirs, strlen (self->theirs)), ==, strlen (self->theirs));
  close (fd);
}

static gboolean
is_theirs (const Sweep *self)
{
  g_autofree char *present = NULL;

  return g_file_get_contents (self->target, &present, NULL, NULL)
         && g_str_equal (present, self->theirs);
}

/* It is as if the save had not been tried; only what had to be put back first may be. */
static void
check_untouched (Sweep *self, GHashTable *files)
{
  g_autoptr (GHashTable) present = files_take_snapshot (self->disk.folder);
  g_autoptr (GPtrArray) changed = files_compare (files, present);

  g_assert_true (sc_document_is_modified (self->disk.document));
  for (guint i = 0; i < changed->len; i++)
    {
      const char *name = g_ptr_array_index (changed, i);

      if (!g_str_has_suffix (self->target, name)
          && (!self->way->gone || strstr (name, HIDDEN) != NULL))
        g_error ("%s is not as it was", name);
    }
}

/* Somebody else writes the target before that call; see faults_begin_other(). Returns whether what
 * they wrote is lost. */
static gboolean
come_before (Sweep *self, const char *name, guint number)
{
  g_autoptr (GHashTable) files = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *call = NULL;
  gboolean saved;

  sweep_open (self);
  files = files_take_snapshot (self->disk.folder);
  faults_begin_other (name, number, write_theirs, self);
  saved = sc_document_save (self->disk.document, &error);
  faults_end ();
  call = g_strdup (faults_get_name ());
  g_assert_nonnull (call);
  g_assert_true (saved == (error == NULL));
  if (!saved)
    {
      check_untouched (self, files);
      if (name != NULL)
        g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_CHANGED);
      if (!is_theirs (self))
        g_error ("%s: refused, and lost before call %u (%s)", self->target, number, call);
      return FALSE;
    }
  g_assert_null (name);
  if (is_theirs (self))
    return FALSE;
  if (!g_str_has_prefix (call, "rename") && !g_str_has_prefix (call, "unlink"))
    g_error ("%s: lost before call %u (%s)", self->target, number, call);
  return TRUE;
}

static gboolean
is_chosen (Sweep *self)
{
  const guint wanted = g_getenv ("STAGECRAFT_SOAK") != NULL ? N_SOAK : N_QUICK;

  return self->number++ % MAX (self->n_calls * self->targets->len * 2 / wanted, 1) == 0;
}

/* Then there is a moment between looking and renaming, for each of the two ways of writing. What is
 * new is renamed to nothing but a free name. */
static gboolean
is_replaced (const Sweep *self, const char *name)
{
  return g_hash_table_contains (self->files, name)
         || (self->way->gone && !g_str_has_suffix (name, ".stagecraft"));
}

static void
sweep_target (Sweep *self, const char *name)
{
  guint n_lost = 0;

  self->target = g_build_filename (self->disk.folder, name, NULL);
  self->theirs = make_theirs (self);
  for (guint i = 0; i < 2; i++)
    {
      self->in_place = i == 1;
      /* What is to be written waits beside its place by then. */
      come_before (self, "fsync", 1);
      for (guint number = 1; number <= self->n_calls; number++)
        n_lost += is_chosen (self) && come_before (self, NULL, number);
    }
  g_test_message ("%s: %u lost", name, n_lost);
  g_assert_cmpuint (n_lost, <=, is_replaced (self, name) ? 2 : 0);
  g_free (self->target);
  g_free (self->theirs);
}

static void
test_sweep (gconstpointer way)
{
  Sweep sweep = { 0 };

  sweep_begin (&sweep, way);
  g_test_message ("%u calls, %u files", sweep.n_calls, sweep.targets->len);
  for (guint i = 0; i < sweep.targets->len; i++)
    sweep_target (&sweep, g_ptr_array_index (sweep.targets, i));
  sweep_end (&sweep);
}

int
main (int argc, char **argv)
{
  files_use_memory ();
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *changed = g_strdup_printf ("/unseen/back-changed/%s", names[i]);
      g_autofree char *as_it_was = g_strdup_printf ("/unseen/back-as-it-was/%s", names[i]);

      g_test_add_data_func (changed, names[i], test_back_changed);
      g_test_add_data_func (as_it_was, names[i], test_back_as_it_was);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *meanwhile = g_strdup_printf ("/unseen/meanwhile/%s", ways[i].test);

      g_test_add_data_func (meanwhile, &ways[i], test_sweep);
    }
  return g_test_run ();
}
