/* quick-unwind.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Preloaded where the leak sanitizer is built into what shows widgets. The toolkit keeps no frame
 * pointers, so that who allocated something takes unwinding, at every allocation; libunwind, which
 * remembers what it found out about an address, does that in an eighth of the time that libgcc
 * takes. Stands in for the two functions of libgcc that the sanitizers ask.
 */

#define _GNU_SOURCE
#define UNW_LOCAL_ONLY

#include <dlfcn.h>
#include <libunwind.h>
#include <stddef.h>
#include <stdint.h>
#include <unwind.h>

/* As many as the sanitizers take at most, and those of their own. */
#define MAX_FRAMES 256

/* A frame of ours, told from one of libgcc's by its beginning. */
typedef struct
{
  const void *ours;
  void *address;
} Frame;

static const char mark;

uintptr_t
_Unwind_GetIP (struct _Unwind_Context *context)
{
  const Frame *frame = (const void *) context;
  uintptr_t (*next) (struct _Unwind_Context * context);

  if (frame->ours == &mark)
    return (uintptr_t) frame->address;
  next = (__typeof__ (next)) dlsym (RTLD_NEXT, "_Unwind_GetIP");
  return next (context);
}

uintptr_t
_Unwind_GetIPInfo (struct _Unwind_Context *context, int *before)
{
  const Frame *frame = (const void *) context;
  uintptr_t (*next) (struct _Unwind_Context * context, int *before);

  if (frame->ours == &mark)
    {
      *before = 0;
      return (uintptr_t) frame->address;
    }
  next = (__typeof__ (next)) dlsym (RTLD_NEXT, "_Unwind_GetIPInfo");
  return next (context, before);
}

_Unwind_Reason_Code
_Unwind_Backtrace (_Unwind_Trace_Fn trace, void *data)
{
  void *addresses[MAX_FRAMES];
  const int n_frames = unw_backtrace (addresses, MAX_FRAMES);

  for (int i = 0; i < n_frames; i++)
    {
      Frame frame = { &mark, addresses[i] };

      if (trace ((struct _Unwind_Context *) &frame, data) != _URC_NO_REASON)
        break;
    }
  return _URC_END_OF_STACK;
}
