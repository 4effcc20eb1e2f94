/* fuzz-driver.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* Larger ones find nothing that these do not, and take longer. */
#define MAX_SIZE (64 * 1024)
/* Inputs that the reader took, to go on from. */
#define MAX_POOL 2000
/* No input of that size takes as long, by far. */
#define PATIENCE 20 /* seconds */

/* What is being tried, for the handler of signals. */
static GBytes *tried;
static const char *keep_at;

/* Only what a handler of signals may call. */
static void
keep_input (int signal_number)
{
  int fd = tried != NULL ? open (keep_at, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
  gsize size = 0;
  const void *data = tried != NULL ? g_bytes_get_data (tried, &size) : NULL;

  if (fd >= 0 && write (fd, data, size) == (gssize) size)
    {
      static const char said[] = "\nThe input was kept as ";

      (void) !write (STDERR_FILENO, said, sizeof said - 1);
      (void) !write (STDERR_FILENO, keep_at, strlen (keep_at));
      (void) !write (STDERR_FILENO, "\n", 1);
    }
  signal (signal_number, SIG_DFL);
  raise (signal_number);
}

static gboolean
try (GBytes *input)
{
  gboolean taken;

  tried = input;
  alarm (PATIENCE);
  taken = fuzz_try (input);
  alarm (0);
  tried = NULL;
  return taken;
}

static GPtrArray *
make_seeds (void)
{
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  fuzz_add_seeds (seeds);
  return seeds;
}

static void
test_seeds (void)
{
  g_autoptr (GPtrArray) seeds = make_seeds ();

  g_assert_cmpuint (seeds->len, >, 0);
  for (guint i = 0; i < seeds->len; i++)
    if (!try (g_ptr_array_index (seeds, i)))
      g_error ("seed %u is not taken: %s", i,
               (const char *) g_bytes_get_data (g_ptr_array_index (seeds, i), NULL));
}

static void
test_case (gconstpointer data)
{
  const FuzzCase *found = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (found->text, strlen (found->text));

  try (bytes);
}

static double
read_number (const char *name, double otherwise)
{
  const char *text = g_getenv (name);

  return text != NULL ? g_ascii_strtod (text, NULL) : otherwise;
}

/* For so many seconds; another seed of the random numbers tries other inputs. */
static void
test_mutated (void)
{
  const double seconds = read_number ("STAGECRAFT_FUZZ_SECONDS", 1.5);
  g_autoptr (GRand) rand
      = g_rand_new_with_seed ((guint32) read_number ("STAGECRAFT_FUZZ_SEED", 20260901));
  g_autoptr (GPtrArray) seeds = make_seeds ();
  g_autoptr (GTimer) timer = g_timer_new ();
  guint n = 0, n_taken = 0;

  while (g_timer_elapsed (timer, NULL) < seconds)
    {
      GBytes *seed
          = g_ptr_array_index (seeds, (guint) g_rand_int_range (rand, 0, (gint32) seeds->len));
      g_autoptr (GBytes) input = fuzz_mutate (rand, seed, seeds, MAX_SIZE);

      n++;
      if (!try (input))
        continue;
      n_taken++;
      if (seeds->len < MAX_POOL)
        g_ptr_array_add (seeds, g_steal_pointer (&input));
      else if (n_taken % 8 == 0)
        {
          gpointer *place = &seeds->pdata[g_rand_int_range (rand, 0, MAX_POOL)];

          g_bytes_unref (*place);
          *place = g_steal_pointer (&input);
        }
    }
  g_test_message ("%s: %u inputs in %.1f s, %u of them taken", fuzz_name, n, seconds, n_taken);
  g_assert_cmpuint (n, >, 0);
}

/* For libFuzzer, which begins with what is in a folder. */
static int
write_seeds (const char *folder)
{
  g_autoptr (GPtrArray) seeds = make_seeds ();

  g_mkdir_with_parents (folder, 0755);
  for (guint i = 0; i < seeds->len; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/seed-%03u", folder, i);
      GBytes *seed = g_ptr_array_index (seeds, i);

      if (!g_file_set_contents (path, g_bytes_get_data (seed, NULL),
                                (gssize) g_bytes_get_size (seed), NULL))
        return 1;
    }
  return 0;
}

/* Tries the inputs in files. */
static int
try_files (char *const *paths)
{
  for (; *paths != NULL; paths++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      char *data;
      gsize size;

      if (!g_file_get_contents (*paths, &data, &size, &error))
        g_error ("%s", error->message);
      bytes = g_bytes_new_take (data, size);
      g_print ("%s: %s\n", *paths, try (bytes) ? "taken" : "refused");
    }
  return 0;
}

int
main (int argc, char *argv[])
{
  static const int signals[] = { SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGALRM };
  g_autofree char *kept
      = g_strdup_printf ("%s/found-%s-%d", g_get_tmp_dir (), fuzz_name, getpid ());

  g_test_init (&argc, &argv, NULL);
  keep_at = kept;
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    signal (signals[i], keep_input);
  if (argc == 3 && g_str_equal (argv[1], "--write-seeds"))
    return write_seeds (argv[2]);
  if (argc > 1)
    return try_files (argv + 1);

  g_test_add_func ("/fuzz/seeds", test_seeds);
  for (const FuzzCase *found = fuzz_cases; found->name != NULL; found++)
    {
      g_autofree char *path = g_strconcat ("/fuzz/found/", found->name, NULL);

      g_test_add_data_func (path, found, test_case);
    }
  g_test_add_func ("/fuzz/mutated", test_mutated);
  return g_test_run ();
}
