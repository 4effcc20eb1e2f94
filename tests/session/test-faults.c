/* test-faults.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Saving when the system does not do what it is asked for, one call after the other, or when the
 * process ends behind one. Afterwards, what is on the disk is what was there before or what was
 * saved, all of it, and a document whose save failed still has all that it had. */

#include "faults.h"
#include "folder-files.h"
#include "package-files.h"
#include "sc-document.h"
#include "sc-edit-flow.h"
#include "sc-edit-rule.h"
#include "sc-edit-solution.h"
#include "sc-edit-stage.h"
#include "sc-file-backup.h"
#include "sc-id.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* After so many seconds, whoever has not gone on has died. */
#define LATER 3600

/* How many of the cases of a way are tried, about, when there is little time. */
#define N_QUICK 50
#define N_KINDS 9 /* of faults for a call */

/* A way of saving, and what is on disk before and after it. */
typedef struct
{
  const char *opened; /* name in the folder */
  const char *target; /* NULL: in place */
  gboolean keeps;     /* the file before, in place of the one that was kept before */
  char *folder;
  char *path;      /* of what is written */
  char *source;    /* of what is opened */
  GHashTable *raw; /* before, to begin with */
  GHashTable *before;
  GHashTable *after;
  ScSolution *edited;
  guint stride;
  guint number; /* of the case */
  guint n_cases;
  guint n_old, n_new; /* outcomes */
} Subject;

/* What all of the formats can hold, and a new flow, one less and other settings where there is room
 * for them: files that are written, made and removed. */
static ScSolution *
edit (const ScSolution *solution, gboolean whole)
{
  const ScFlow *flow = sc_list_get (solution->flows, 0);
  const ScStage *stage = sc_list_get (flow->stages, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScSolution) renamed = sc_edit_stage_set_label (
      solution, flow->id, stage->id, SC_LANGUAGE_ENGLISH, "Another name", &error);
  g_autoptr (ScSolution) raised = NULL;
  g_autoptr (ScSolution) shorter = NULL;
  g_autoptr (ScSolution) longer = NULL;
  ScSolution *settled;

  g_assert_no_error (error);
  if (!whole)
    return g_steal_pointer (&renamed);
  raised = sc_edit_solution_set_details (renamed, NULL, NULL, "1.2.3.4", NULL, NULL, &error);
  g_assert_no_error (error);
  flow = sc_list_get (solution->flows, 1);
  shorter = sc_edit_flow_delete (raised, flow->id, &error);
  g_assert_no_error (error);
  longer = sc_edit_flow_add (shorter, NULL, "Fresh", "sc_record", &error);
  g_assert_no_error (error);
  settled = sc_edit_rule_set (longer, "SP-08", SC_RULE_ERROR, 0, "Why", &error);
  g_assert_no_error (error);
  return settled;
}

static void
make_source (const char *folder, const char *name)
{
  g_autofree char *package = g_build_filename (folder, "package", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (ScStorage) storage = NULL;
  g_autoptr (ScStorage) made = NULL;
  g_autoptr (ScSolution) solution = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (package, 0700), ==, 0);
  if (g_str_equal (name, "solution.zip"))
    g_free (files_make_zip (folder, "\r\n"));
  else
    files_make_solution (package, "\n");
  if (g_str_has_suffix (name, ".zip") || g_str_equal (name, "package"))
    return;
  storage = sc_storage_open (package, &error);
  g_assert_no_error (error);
  solution = sc_solution_copy (sc_storage_get_solution (storage));
  if (g_str_has_suffix (name, ".xaml"))
    sc_take_value (solution, flows,
                   sc_list_new ((gconstpointer[]){ sc_list_get (solution->flows, 0) }, 1));
  made = sc_storage_save_as (solution, path, &error);
  g_assert_no_error (error);
  files_remove_folder (package);
}

static gboolean
save (const Subject *self, ScDocument *document, GError **error)
{
  return self->target == NULL ? sc_document_save (document, error)
                              : sc_document_save_as (document, self->path, error);
}

static ScDocument *
open_edited (const Subject *self)
{
  g_autoptr (GError) error = NULL;
  ScDocument *document = sc_document_open (self->source, &error);

  g_assert_no_error (error);
  sc_document_set_keeps_previous (document, self->keeps);
  sc_document_commit (document, self->edited, "Edit", NULL);
  g_assert_true (sc_document_is_modified (document));
  return document;
}

static void
start_again (Subject *self)
{
  files_remove_folder (self->folder);
  folder_put (self->folder, self->raw);
}

/* What it is like when nothing goes wrong; returns how many calls that takes. */
static guint
save_well (Subject *self)
{
  g_autoptr (ScDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  guint n_calls;

  start_again (self);
  document = open_edited (self);
  faults_begin (FAULT_NONE, 0, 0);
  save (self, document, &error);
  n_calls = faults_end ();
  g_assert_no_error (error);
  g_assert_false (sc_document_is_modified (document));
  return n_calls;
}

static void
set_up (Subject *self)
{
  g_autofree char *kept = g_strconcat (self->opened, SC_FILE_BACKUP, NULL);
  g_autofree char *kept_path = NULL;
  g_autoptr (ScDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = files_make_folder ();
  self->source = g_build_filename (self->folder, self->opened, NULL);
  self->path
      = g_build_filename (self->folder, self->target != NULL ? self->target : self->opened, NULL);
  make_source (self->folder, self->opened);
  /* An unpacked solution is not written over. */
  if (self->target != NULL && strchr (self->target, '.') != NULL)
    {
      document = sc_document_open (self->source, &error);
      g_assert_no_error (error);
      sc_document_save_as (document, self->path, &error);
      g_assert_no_error (error);
      g_clear_object (&document);
    }
  kept_path = g_build_filename (self->folder, kept, NULL);
  if (self->keeps)
    g_assert_true (g_file_set_contents (kept_path, "even older", -1, NULL));
  self->raw = folder_list (self->folder, TRUE);
  self->before = folder_list (self->folder, FALSE);
  document = sc_document_open (self->source, &error);
  g_assert_no_error (error);
  self->edited = edit (sc_document_get_solution (document), strstr (self->path, ".xaml") == NULL);
  save_well (self);
  self->after = folder_list (self->folder, FALSE);
  g_assert_cmpuint (folder_count_hidden (self->after), ==, 0);
  g_assert_false (folder_is_same (self->before, self->after));
  if (self->keeps)
    g_assert_true (g_bytes_equal (g_hash_table_lookup (self->after, kept),
                                  g_hash_table_lookup (self->before, self->opened)));
}

static void
tear_down (Subject *self)
{
  files_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->source);
  g_free (self->path);
  g_hash_table_unref (self->raw);
  g_hash_table_unref (self->before);
  g_hash_table_unref (self->after);
  sc_solution_unref (self->edited);
}

/* Settings without a package are no part of anything, and come before it. */
static void
forget_lonely (const Subject *self, GHashTable *present)
{
  g_autofree char *settings = g_strconcat (self->path, ".stagecraft-settings", NULL);

  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    g_hash_table_remove (present, settings + strlen (self->folder) + 1);
}

/* What was saved stays so even when what was there before could not be kept in the end. */
static void
forgive_previous (const Subject *self, GHashTable *present)
{
  const char *name = self->target != NULL ? self->target : self->opened;
  g_autofree char *kept = g_strconcat (name, SC_FILE_BACKUP, NULL);

  if (self->keeps
      && g_bytes_equal (g_hash_table_lookup (present, kept),
                        g_hash_table_lookup (self->before, kept))
      && g_bytes_equal (g_hash_table_lookup (present, name),
                        g_hash_table_lookup (self->after, name)))
    g_hash_table_insert (present, g_steal_pointer (&kept),
                         g_bytes_ref (g_hash_table_lookup (self->after, kept)));
}

/* Whoever opens what was written finds all of the old or all of the new. */
static void
check_disk (Subject *self, const char *what)
{
  g_autoptr (GHashTable) present = NULL;
  g_autoptr (GError) error = NULL;

  if (g_file_test (self->path, G_FILE_TEST_EXISTS))
    sc_storage_unref (sc_storage_open (self->path, &error));
  g_assert_no_error (error);
  present = folder_list (self->folder, FALSE);
  forget_lonely (self, present);
  forgive_previous (self, present);
  if (folder_is_same (self->after, present))
    self->n_new++;
  else if (folder_is_same (self->before, present))
    self->n_old++;
  else
    {
      g_autofree char *difference = folder_describe_difference (self->after, present);

      g_error ("%s: neither old nor new after %s; from the new one differ%s", self->path, what,
               difference);
    }
  if (self->target == NULL && g_str_equal (self->opened, "package"))
    g_assert_cmpuint (folder_count_hidden (present), ==, 0);
}

/* A sentence about a file. */
static void
check_message (const Subject *self, const GError *error, const char *what)
{
  g_assert_nonnull (error);
  if (error->domain != SC_FILE_ERROR || !g_str_has_suffix (error->message, ".")
      || strstr (error->message, "“") == NULL)
    g_error ("after %s: %s", what, error->message);
}

/* Later, when nothing is wrong any more, it can be saved after all. */
static void
check_later (Subject *self, ScDocument *document, const char *what)
{
  g_autoptr (GHashTable) present = NULL;
  g_autoptr (GError) error = NULL;

  if (!save (self, document, &error))
    g_error ("saving %s later does not succeed after %s: %s", self->opened, what, error->message);
  present = folder_list (self->folder, FALSE);
  forgive_previous (self, present);
  if (!folder_is_same (self->after, present))
    {
      g_autofree char *difference = folder_describe_difference (self->after, present);

      g_error ("saving %s later does not lead to the same after %s:%s", self->path, what,
               difference);
    }
}

/* Puts back what was there before, beside what is hidden. */
static void
start_over (Subject *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      if (!g_str_has_prefix (name, HIDDEN) && g_remove (path) != 0)
        files_remove_folder (path);
    }
  folder_put (self->folder, self->raw);
}

/* Some time later, the same is there to be saved once more: what a process that has died has left
 * is no longer. */
static void
check_left (Subject *self, const char *what)
{
  g_autoptr (ScDocument) document = NULL;
  g_autoptr (GHashTable) present = NULL;
  g_autoptr (GError) error = NULL;

  start_over (self);
  document = open_edited (self);
  faults_set_later (LATER);
  if (!save (self, document, &error))
    g_error ("saving %s much later does not succeed after %s: %s", self->opened, what,
             error->message);
  faults_set_later (0);
  present = folder_list (self->folder, FALSE);
  if (!folder_is_same (self->after, present) || folder_count_hidden (present) != 0)
    {
      g_autofree char *difference = folder_describe_difference (self->after, present);

      g_error ("saving %s much later leaves something after %s:%s", self->path, what, difference);
    }
}

static void
try_fault (Subject *self, FaultKind kind, guint number, int code)
{
  g_autoptr (ScDocument) document = NULL;
  g_autoptr (GHashTable) present = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;
  gboolean saved;

  start_again (self);
  document = open_edited (self);
  faults_begin (kind, number, code);
  saved = save (self, document, &error);
  faults_end ();
  what = g_strdup_printf ("call %u (%s), kind %d, “%s”, which %s", number, faults_get_name (), kind,
                          g_strerror (code), saved ? "succeeded" : error->message);
  present = folder_list (self->folder, TRUE);
  if (saved)
    g_assert_false (sc_document_is_modified (document));
  else
    {
      check_message (self, error, what);
      g_assert_true (sc_document_is_modified (document));
      g_assert_true (sc_document_get_solution (document) == self->edited);
      if (kind == FAULT_FAIL && folder_count_hidden (present) != 0)
        g_error ("a file was left after %s", what);
    }
  check_disk (self, what);
  check_later (self, document, what);
  self->n_cases++;
}

static void
try_end (Subject *self, FaultKind kind, guint number)
{
  g_autofree char *what = g_strdup_printf ("the end behind call %u, kind %d", number, kind);
  g_autoptr (ScDocument) document = NULL;
  int status;
  pid_t child;

  start_again (self);
  document = open_edited (self);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      faults_begin (kind, number, 0);
      save (self, document, NULL);
      _exit (faults_get_name () != NULL && kind == FAULT_KILL ? 1 : 0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true ((WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL)
                 || (WIFEXITED (status) && WEXITSTATUS (status) == 0));
  check_disk (self, what);
  check_left (self, what);
  self->n_cases++;
}

/* Every how many cases one is tried; over the calls, all kinds take turns. */
static guint
choose_stride (guint n_calls)
{
  guint stride = g_getenv ("STAGECRAFT_SOAK") != NULL ? 1 : MAX (n_calls * N_KINDS / N_QUICK, 1);

  return stride > 1 && stride % 3 == 0 ? stride + 1 : stride;
}

static gboolean
is_chosen (Subject *self)
{
  return self->number++ % self->stride == 0;
}

static void
try_all (const char *opened, const char *target, gboolean keeps)
{
  static const int codes[] = { ENOSPC, EIO, EACCES, EINTR };
  Subject self = { opened, target, keeps };
  guint n_calls;

  set_up (&self);
  n_calls = save_well (&self);
  self.stride = choose_stride (n_calls);
  for (guint number = 1; number <= n_calls; number++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
        if (is_chosen (&self))
          try_fault (&self, FAULT_FAIL, number, codes[i]);
      for (guint i = 0; i < 2; i++)
        if (is_chosen (&self))
          try_fault (&self, FAULT_FAIL_ON, number, codes[i]);
      if (is_chosen (&self))
        try_fault (&self, FAULT_SHORT, number, ENOSPC);
      if (is_chosen (&self))
        try_end (&self, FAULT_KILL, number);
      if (is_chosen (&self))
        try_end (&self, FAULT_TORN, number);
    }
  g_test_message ("%s%s%s: %u calls, %u cases: %u old, %u new", opened,
                  target != NULL ? " as " : "", target != NULL ? target : "", n_calls, self.n_cases,
                  self.n_old, self.n_new);
  g_assert_cmpuint (self.n_old, >, 0);
  g_assert_cmpuint (self.n_new, >, 0);
  tear_down (&self);
}

typedef struct
{
  const char *path;
  const char *opened;
  const char *target;
  gboolean keeps;
} Way;

static void
test_way (gconstpointer data)
{
  const Way *way = data;

  try_all (way->opened, way->target, way->keeps);
}

int
main (int argc, char *argv[])
{
  static const Way ways[] = {
    { "/faults/definition", "flow.stagecraft", NULL },
    { "/faults/definition-kept", "flow.stagecraft", NULL, TRUE },
    { "/faults/definition-as", "flow.stagecraft", "other.stagecraft" },
    { "/faults/xaml", "flow.xaml", NULL },
    { "/faults/xaml-as", "flow.xaml", "other.xaml" },
    { "/faults/folder", "package", NULL },
    { "/faults/folder-as", "package", "other" },
    { "/faults/zip", "solution.zip", NULL },
    { "/faults/zip-as", "solution.zip", "other.zip" },
  };

  /* Faster than a disk, whose behaviour is made up here anyway. */
  if (g_access ("/dev/shm", W_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    g_test_add_data_func (ways[i].path, &ways[i], test_way);
  return g_test_run ();
}
