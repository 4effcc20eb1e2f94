/* test-random-edits.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "random-edits.h"
#include "sc-definition.h"
#include "sc-edit-replace.h"
#include "sc-history.h"
#include "solution-faults.h"

#include <string.h>

/* Random edits, each on what the one before it made: whatever is done, flows stay flows, what is
 * refused says why, and no solution that was made before changes. STAGECRAFT_SOAK says how many. */

#define SEED      20261123
#define N_EDITS   12000
#define SAMPLE    100   /* one in so many solutions is written */
#define N_REACHED 50000 /* from so many edits on every kind has to have changed something */

/* A hash over everything in a value, through the description of its type. */
static guint
fingerprint (gconstpointer value)
{
  const ScValue *self = value;
  guint hash = 17;

  if (self == NULL)
    return hash;
  if (self->klass == &sc_list_class)
    {
      const ScList *list = value;

      for (guint i = 0; i < list->length; i++)
        hash = hash * 31 + fingerprint (list->items[i]);
      return hash;
    }
  for (const ScField *field = self->klass->fields; field->name != NULL; field++)
    {
      gconstpointer member = G_STRUCT_MEMBER_P (self, field->offset);
      const char *text;

      switch (field->kind)
        {
        case SC_FIELD_STRING:
          text = *(const char *const *) member;
          hash = hash * 31 + (text != NULL ? g_str_hash (text) : 1);
          break;
        case SC_FIELD_VALUE:
          hash = hash * 31 + fingerprint (*(const gconstpointer *) member);
          break;
        case SC_FIELD_INT:
          hash = hash * 31 + (guint) * (const int *) member;
          break;
        default:
          g_assert_not_reached ();
        }
    }
  return hash;
}

/* What is remembered of one solution of the history. */
typedef struct
{
  const ScSolution *solution; /* the history's */
  guint print;
  guint bytes; /* a hash of what is written; 0: not a sample */
} Record;

typedef struct
{
  RandomEdits *edits;
  GRand *rand;
  ScHistory *history;
  GArray *records; /* of Record, one per entry of the history */
  guint n_changed;
  guint n_refused;
} Session;

static void
session_record (Session *self, const ScSolution *solution, gboolean sample)
{
  Record record = { solution, fingerprint (solution), 0 };

  if (sample)
    {
      g_autoptr (GBytes) bytes = sc_definition_write (solution);

      record.bytes = g_bytes_hash (bytes);
    }
  g_array_set_size (self->records, sc_history_get_position (self->history));
  g_array_append_val (self->records, record);
}

static void
session_init (Session *self, guint32 seed)
{
  g_autoptr (ScSolution) start = NULL;

  *self = (Session){ .edits = random_edits_new (seed) };
  self->rand = random_edits_get_rand (self->edits);
  start = random_edits_start (self->edits);
  self->history = sc_history_new (start);
  self->records = g_array_new (FALSE, FALSE, sizeof (Record));
  session_record (self, start, TRUE);
}

static void
session_clear (Session *self)
{
  g_array_unref (self->records);
  sc_history_free (self->history);
  random_edits_free (self->edits);
}

static void
check_refusal (const GError *error, const char *kind)
{
  if (error == NULL || (error->domain != SC_EDIT_ERROR && error->domain != SC_FIND_ERROR))
    g_error ("%s refuses without a reason", kind);
  g_assert_cmpuint (strlen (error->message), >, 0);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

/* Reading what was written gives the same solution. */
static void
check_written (const ScSolution *solution)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sc_definition_write (solution);
  g_autoptr (ScSolution) again = sc_definition_read (bytes, "random", &error);
  g_autoptr (GBytes) bytes_again = NULL;

  g_assert_no_error (error);
  bytes_again = sc_definition_write (again);
  g_assert_true (g_bytes_equal (bytes, bytes_again));
  g_assert_true (sc_solution_equal (solution, again));
}

/* What is left of a set of parts is in the flow, in its order, and nothing twice. */
static void
check_parts (const ScParts *before, const ScFlow *flow)
{
  g_autoptr (ScParts) parts = sc_parts_prune (before, flow);
  guint n = 0;

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      gboolean whole = sc_parts_has (before, SC_PART_STAGE, stage->id);

      g_assert_cmpint (sc_parts_has (parts, SC_PART_STAGE, stage->id), ==, whole);
      if (whole)
        g_assert_cmpstr (sc_parts_get (parts, n++).id, ==, stage->id);
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          gboolean listed = !whole && sc_parts_has (before, SC_PART_STEP, step->id);

          g_assert_cmpint (sc_parts_has (parts, SC_PART_STEP, step->id), ==, listed);
          if (listed)
            g_assert_cmpstr (sc_parts_get (parts, n++).id, ==, step->id);
        }
    }
  g_assert_cmpuint (sc_parts_count (parts), ==, n);
}

static void
check_all_parts (const ScSolution *before, const ScSolution *after)
{
  sc_list_foreach (after->flows, const ScFlow *, flow)
    {
      const ScFlow *old = sc_solution_find_flow (before, flow->id, NULL);
      g_autoptr (ScParts) parts = NULL;

      if (old == NULL || old == flow || (find_flow_faults (flow) & FAULT_IDS))
        continue;
      parts = sc_parts_new_all (old);
      check_parts (parts, flow);
    }
}

static void
session_commit (Session *self, const ScSolution *after, const char *kind, gboolean sample)
{
  const ScSolution *before = sc_history_get_current (self->history);
  const char *group = g_rand_int_range (self->rand, 0, 20) == 0 ? kind : NULL;

  if (sc_solution_equal (before, after))
    g_error ("%s makes another solution that says the same", kind);
  if (!g_str_equal (kind, "arrival"))
    check_no_new_fault (before, after, kind);
  if (sample)
    {
      check_all_parts (before, after);
      check_written (after);
    }
  sc_history_commit (self->history, after, kind, group);
  session_record (self, after, sample);
  self->n_changed++;
}

static void
session_edit (Session *self)
{
  const ScSolution *before = sc_history_get_current (self->history);
  gboolean sample = g_rand_int_range (self->rand, 0, SAMPLE) == 0;
  g_autoptr (GBytes) bytes = sample ? sc_definition_write (before) : NULL;
  g_autoptr (GError) error = NULL;
  const char *kind;
  g_autoptr (ScSolution) after = random_edits_next (self->edits, before, &kind, &error);

  if (after == NULL)
    {
      check_refusal (error, kind);
      self->n_refused++;
    }
  else if (error != NULL)
    g_error ("%s succeeds with an error: %s", kind, error->message);
  if (sample)
    {
      g_autoptr (GBytes) bytes_after = sc_definition_write (before);

      g_assert_true (g_bytes_equal (bytes, bytes_after));
    }
  if (after != NULL && after != before)
    session_commit (self, after, kind, sample);
}

/* Now and then a few steps back, and not always as many forth. */
static void
session_wander (Session *self)
{
  for (int n = g_rand_int_range (self->rand, 0, 6); n > 0; n--)
    sc_history_undo (self->history);
  for (int n = g_rand_int_range (self->rand, 0, 6); n > 0; n--)
    sc_history_redo (self->history);
}

static void
session_check_current (Session *self)
{
  guint position = sc_history_get_position (self->history);
  const Record *record = &g_array_index (self->records, Record, position);
  const ScSolution *current = sc_history_get_current (self->history);

  g_assert_true (current == record->solution);
  if (record->bytes != 0)
    {
      g_autoptr (GBytes) bytes = sc_definition_write (current);

      g_assert_cmpuint (g_bytes_hash (bytes), ==, record->bytes);
    }
}

/* To the start and to the end again. */
static void
session_walk (Session *self)
{
  while (sc_history_can_redo (self->history))
    sc_history_redo (self->history);
  for (guint i = sc_history_get_length (self->history); i-- > 0; sc_history_undo (self->history))
    {
      g_assert_cmpuint (sc_history_get_position (self->history), ==, i);
      session_check_current (self);
      g_assert_cmpuint (fingerprint (sc_history_get_current (self->history)), ==,
                        g_array_index (self->records, Record, i).print);
    }
  g_assert_false (sc_history_can_undo (self->history));
  while (sc_history_can_redo (self->history))
    {
      sc_history_redo (self->history);
      session_check_current (self);
    }
  g_assert_cmpuint (sc_history_get_position (self->history) + 1, ==,
                    sc_history_get_length (self->history));
}

/* The functions that take a solution and give one, as the headers have them. */
static void
check_reached (const char *folder, const char *name, const RandomEdits *edits, guint n_edits)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GRegex) regex
      = g_regex_new ("^ScSolution \\*\\s*(sc_edit_[a-z_]+) \\(\\s*const ScSolution \\*",
                     G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *function = g_match_info_fetch (match, 1);
      guint n = 0, n_changed = 0;

      if (!random_edits_count (edits, function, &n, &n_changed))
        g_error ("the random edits lack %s: see random-edits-private.h", function);
      if (n_edits >= N_REACHED && n_changed == 0)
        g_error ("%s never changed anything in %u edits", function, n);
    }
}

static void
check_all_reached (const RandomEdits *edits, guint n_edits)
{
  g_autofree char *folder = g_build_filename (g_getenv ("STAGECRAFT_SOURCE"), "app", "edit", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    if (g_str_has_suffix (name, ".h") && !g_str_has_suffix (name, "-private.h"))
      {
        check_reached (folder, name, edits, n_edits);
        n++;
      }
  g_assert_cmpuint (n, >, 10);
}

static guint64
resident_memory (void)
{
  g_autofree char *text = NULL;
  guint64 pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    {
      g_auto (GStrv) parts = g_strsplit (text, " ", 3);

      pages = g_ascii_strtoull (parts[1], NULL, 10);
    }
  return pages * 4096;
}

static void
test_history (void)
{
  guint n_edits = random_edits_length (N_EDITS);
  guint64 memory = resident_memory ();
  gint64 start = g_get_monotonic_time ();
  Session session;
  gint64 edited;

  session_init (&session, SEED);
  while (session.n_changed < n_edits)
    if (g_rand_int_range (session.rand, 0, 50) == 0)
      session_wander (&session);
    else
      session_edit (&session);
  edited = g_get_monotonic_time ();
  memory = resident_memory () - memory;
  session_walk (&session);

  random_edits_tell (session.edits);
  g_test_message ("%u edits in %.1f s, %u more refused; %u in the history, with %.0f bytes each; "
                  "to the start and to the end again in %.1f s",
                  session.n_changed, (double) (edited - start) / 1e6, session.n_refused,
                  sc_history_get_length (session.history),
                  (double) memory / sc_history_get_length (session.history),
                  (double) (g_get_monotonic_time () - edited) / 1e6);
  check_all_reached (session.edits, n_edits);
  session_clear (&session);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/random/history", test_history);
  return g_test_run ();
}
