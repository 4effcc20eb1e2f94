/* leaks-at-end.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Preloaded where the leak sanitizer is built into the designer, which tests end by SIGTERM: looks
 * for leaks first. In a thread, which may do so whatever the others are in the middle of.
 */

#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

void __lsan_do_leak_check (void) __attribute__ ((weak));

static void *
wait_for_end (void *data)
{
  sigset_t *signals = data;
  int number;

  sigwait (signals, &number);
  __lsan_do_leak_check ();
  _exit (0);
  return NULL;
}

__attribute__ ((constructor)) static void
begin (void)
{
  static sigset_t signals;
  pthread_t thread;

  if (__lsan_do_leak_check == NULL)
    return;
  sigemptyset (&signals);
  sigaddset (&signals, SIGTERM);
  pthread_sigmask (SIG_BLOCK, &signals, NULL);
  pthread_create (&thread, NULL, wait_for_end, &signals);
  pthread_detach (thread);
}
