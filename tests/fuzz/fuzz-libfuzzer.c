/* fuzz-libfuzzer.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

/* What libFuzzer calls, and the part of it that it lends. */
int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);
gsize LLVMFuzzerCustomMutator (guint8 *data, gsize size, gsize max_size, guint seed);
gsize LLVMFuzzerMutate (guint8 *data, gsize size, gsize max_size);

static void
give_up (int signal_number)
{
  abort ();
}

/* libFuzzer keeps the input when the program aborts, but GLib may stop at a breakpoint first. */
int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  signal (SIGTRAP, give_up);
  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) input = g_bytes_new (data, size);

  fuzz_try (input);
  return 0;
}

static GPtrArray *
make_seeds (void)
{
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  fuzz_add_seeds (seeds);
  return seeds;
}

/* Half of the time libFuzzer's own changes, which know what it has learnt. */
gsize
LLVMFuzzerCustomMutator (guint8 *data, gsize size, gsize max_size, guint seed)
{
  static GPtrArray *seeds = NULL;
  g_autoptr (GRand) rand = NULL;
  g_autoptr (GBytes) input = NULL;
  g_autoptr (GBytes) output = NULL;
  gconstpointer result;

  if (seed % 2 == 0)
    return LLVMFuzzerMutate (data, size, max_size);
  if (g_once_init_enter (&seeds))
    g_once_init_leave (&seeds, make_seeds ());
  rand = g_rand_new_with_seed (seed);
  input = g_bytes_new (data, size);
  output = fuzz_mutate (rand, input, seeds, max_size);
  result = g_bytes_get_data (output, &size);
  if (size > 0)
    memcpy (data, result, size);
  return size;
}
