/* test-planted.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sanitizers find the faults that are planted here, for all that is suppressed, and nothing
 * where nothing is wrong. Run with the name of a fault, it has that fault.
 */

#include <gio/gio.h>
#include <signal.h>
#include <string.h>

#include "sanitized.h"

/* The name of a program that loses something and then stays. */
#define STAYS "stays"

/* Where the compiler cannot see what comes of it. */
static gpointer volatile kept;
static volatile int number = 40;

#if SC_ADDRESS_SANITIZER
static void
lose (void)
{
  kept = g_strdup ("nobody frees this");
  kept = NULL;
}

static void
overflow (void)
{
  char *text = g_malloc ((gsize) number - 32);

  kept = text;
  text[number - 32] = 'x';
}

static void
use_after_free (void)
{
  char *text = g_strdup ("gone");

  kept = text;
  g_free (text);
  number = ((char *) kept)[0];
}

static void
use_slice_after_free (void)
{
  GList *list = g_list_prepend (NULL, NULL);

  kept = list;
  g_list_free (list);
  number = ((GList *) kept)->next != NULL;
}

static void
shift (void)
{
  number = 1 << number;
}

static void
convert (void)
{
  double large = 1e30;

  number = (int) (large * number);
}

/* As the designer under test, which is told to end. Some address of what was lost may still stand
 * on the stack, but not all. */
static void
lose_and_stay (void)
{
  for (int i = 0; i < 10; i++)
    lose ();
  g_print ("lost\n");
  while (TRUE)
    g_usleep (G_USEC_PER_SEC);
}

static void
do_nothing (void)
{
}
#endif

#if SC_THREAD_SANITIZER
static GMutex mutex;
static guint counter, *counted;

static gpointer
count_cb (gpointer locks)
{
  for (int i = 0; i < 1000; i++)
    {
      if (locks != NULL)
        g_mutex_lock (&mutex);
      counter++;
      if (locks != NULL)
        g_mutex_unlock (&mutex);
    }
  return NULL;
}

static void
count (gboolean other_locks)
{
  GThread *thread = g_thread_new ("other", count_cb, GINT_TO_POINTER (other_locks));

  count_cb (GINT_TO_POINTER (TRUE));
  g_thread_join (thread);
}

static void
count_in_order (void)
{
  count (TRUE);
}

static void
count_without_lock (void)
{
  count (FALSE);
}

/* The data of the task, filled before and read after. */
static void
in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  guint *result = g_new (guint, 1);

  *result = *(guint *) data + 1;
  g_task_return_pointer (task, result, g_free);
}

static void
touch_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  counted = data;
  in_thread (task, source, data, cancellable);
  (*counted)++;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer loop)
{
  g_autofree guint *sum = g_task_propagate_pointer (G_TASK (result), NULL);

  counter += *sum;
  g_main_loop_quit (loop);
}

static void
run_task (GTaskThreadFunc function, gboolean waits)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, done_cb, loop);
  guint *data = g_new (guint, 1);

  *data = 41;
  g_task_set_task_data (task, data, g_free);
  g_task_run_in_thread (task, function);
  if (!waits)
    (*data)++;
  g_main_loop_run (loop);
  (*data)++;
}

static void
hand_over_and_back (void)
{
  run_task (in_thread, TRUE);
}

static void
touch_what_is_handed_over (void)
{
  run_task (touch_in_thread, FALSE);
}
#endif

/* A fault, and what the sanitizer calls it; NULL when there is nothing to find. */
static const struct
{
  const char *name;
  void (*do_it) (void);
  const char *found;
} faults[] = {
#if SC_ADDRESS_SANITIZER
  { "nothing", do_nothing, NULL },
  { "leak", lose, "LeakSanitizer: detected memory leaks" },
  { "overflow", overflow, "heap-buffer-overflow" },
  { "use-after-free", use_after_free, "heap-use-after-free" },
  { "use-of-slice-after-free", use_slice_after_free, "heap-use-after-free" },
  { "shift", shift, "runtime error: shift exponent" },
  { "conversion", convert, "runtime error: 4e+31 is outside the range" },
#endif
#if SC_THREAD_SANITIZER
  { "locked", count_in_order, NULL },
  { "not-locked", count_without_lock, "data race" },
  { "task", hand_over_and_back, NULL },
  { "touched-task", touch_what_is_handed_over, "data race" },
#endif
};

static char *own_path;

/* With what it finds on the standard error output, not where tests/run looks. */
static void
say_here (GSubprocessLauncher *launcher, const char *variable)
{
  const char *before = g_getenv (variable);
  g_autofree char *options = g_strconcat (before != NULL ? before : "", ":log_path=stderr", NULL);

  g_subprocess_launcher_setenv (launcher, variable, options, TRUE);
}

static GSubprocessLauncher *
make_launcher (GSubprocessFlags flags)
{
  GSubprocessLauncher *launcher
      = g_subprocess_launcher_new (flags | G_SUBPROCESS_FLAGS_STDERR_PIPE);

  say_here (launcher, "ASAN_OPTIONS");
  say_here (launcher, "TSAN_OPTIONS");
  say_here (launcher, "UBSAN_OPTIONS");
  return launcher;
}

static void
test_fault (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GSubprocessLauncher) launcher = make_launcher (G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  process = g_subprocess_launcher_spawn (launcher, &error, own_path, faults[i].name, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &said, &error);
  g_assert_no_error (error);
  if (faults[i].found == NULL)
    g_assert_cmpstr (said, ==, "");
  else if (strstr (said, faults[i].found) == NULL)
    g_error ("“%s” is not in: %s", faults[i].found, said);
  g_assert_true (g_subprocess_get_successful (process) == (faults[i].found == NULL));
}

#if SC_ADDRESS_SANITIZER
/* With what the designer is tested with. */
static void
test_ended (void)
{
  g_autoptr (GSubprocessLauncher) launcher = make_launcher (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  char lost[5];

  g_subprocess_launcher_setenv (launcher, "LD_PRELOAD", g_getenv ("STAGECRAFT_PRELOADED"), TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, own_path, STAYS, NULL);
  g_assert_no_error (error);
  g_input_stream_read_all (g_subprocess_get_stdout_pipe (process), lost, sizeof lost, NULL, NULL,
                           &error);
  g_assert_no_error (error);
  g_subprocess_send_signal (process, SIGTERM);
  g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &said, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (said, "LeakSanitizer: detected memory leaks"));
  g_assert_nonnull (strstr (said, " in lose"));
}
#endif

int
main (int argc, char **argv)
{
  own_path = argv[0];
#if SC_ADDRESS_SANITIZER
  if (argc == 2 && g_str_equal (argv[1], STAYS))
    lose_and_stay ();
#endif
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      if (argc == 2 && g_str_equal (argv[1], faults[i].name))
        {
          faults[i].do_it ();
          return 0;
        }
    }

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strconcat ("/planted/", faults[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_fault);
    }
#if SC_ADDRESS_SANITIZER
  if (g_getenv ("STAGECRAFT_PRELOADED") != NULL)
    g_test_add_func ("/planted/leak-of-what-is-ended", test_ended);
#endif
  return g_test_run ();
}
