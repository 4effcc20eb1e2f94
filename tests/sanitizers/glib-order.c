/* glib-order.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Preloaded under the thread sanitizer. Debian's GLib is not built with it, so that the sanitizer
 * sees none of the order that GLib keeps between threads, and would take all that is handed from
 * one to another for a race. Here each function of GLib that orders what threads do also says so;
 * but for the queues of GLib's own nothing is hidden. A program without the sanitizer does not
 * notice.
 */

#include <dlfcn.h>
#include <gio/gio.h>

void __tsan_acquire (void *address) __attribute__ ((weak));
void __tsan_release (void *address) __attribute__ ((weak));
void AnnotateIgnoreWritesBegin (const char *file, int line) __attribute__ ((weak));
void AnnotateIgnoreWritesEnd (const char *file, int line) __attribute__ ((weak));

/* The function of that name in GLib. */
#define NEXT(name)                                         \
  ({                                                       \
    static __typeof__ (&(name)) next;                      \
                                                           \
    if (next == NULL)                                      \
      next = (__typeof__ (next)) dlsym (RTLD_NEXT, #name); \
    next;                                                  \
  })

/* What was done before publish() on something is done for whoever calls take() on it later. */
static void
publish (gconstpointer address)
{
  if (__tsan_release != NULL && address != NULL)
    __tsan_release ((void *) address);
}

static void
take (gconstpointer address)
{
  if (__tsan_acquire != NULL && address != NULL)
    __tsan_acquire ((void *) address);
}

/* The outcome of a call of GLib that runs nothing of others. What it puts into a queue of its own,
 * a thread takes out and frees; whose turn that is, GLib tells nobody outside. */
#define UNSEEN(call)                                  \
  ({                                                  \
    __typeof__ (call) outcome;                        \
                                                      \
    if (AnnotateIgnoreWritesBegin != NULL)            \
      AnnotateIgnoreWritesBegin (__FILE__, __LINE__); \
    outcome = call;                                   \
    if (AnnotateIgnoreWritesEnd != NULL)              \
      AnnotateIgnoreWritesEnd (__FILE__, __LINE__);   \
    outcome;                                          \
  })

#define LOCK(name, Type)  \
  void name (Type *lock); \
  void name (Type *lock)  \
  {                       \
    NEXT (name) (lock);   \
    take (lock);          \
  }
#define TRY_LOCK(name, Type)  \
  gboolean name (Type *lock); \
  gboolean name (Type *lock)  \
  {                           \
    if (!NEXT (name) (lock))  \
      return FALSE;           \
    take (lock);              \
    return TRUE;              \
  }
#define UNLOCK(name, Type) \
  void name (Type *lock);  \
  void name (Type *lock)   \
  {                        \
    publish (lock);        \
    NEXT (name) (lock);    \
  }

LOCK (g_mutex_lock, GMutex)
TRY_LOCK (g_mutex_trylock, GMutex)
UNLOCK (g_mutex_unlock, GMutex)
LOCK (g_rec_mutex_lock, GRecMutex)
TRY_LOCK (g_rec_mutex_trylock, GRecMutex)
UNLOCK (g_rec_mutex_unlock, GRecMutex)

void
g_cond_wait (GCond *cond, GMutex *mutex)
{
  publish (mutex);
  NEXT (g_cond_wait) (cond, mutex);
  take (mutex);
}

gboolean
g_cond_wait_until (GCond *cond, GMutex *mutex, gint64 end)
{
  gboolean signalled;

  publish (mutex);
  signalled = NEXT (g_cond_wait_until) (cond, mutex, end);
  take (mutex);
  return signalled;
}

/* Who finds that it has been done finds it all. */
gboolean (g_once_init_enter) (volatile void *location)
{
  gboolean first = NEXT (g_once_init_enter) (location);

  take ((void *) location);
  return first;
}

void (g_once_init_leave) (volatile void *location, gsize result)
{
  publish ((void *) location);
  NEXT (g_once_init_leave) (location, result);
}

/* Whoever drops the last reference comes after all who dropped theirs. */
#define UNREF(name, Pointer) \
  void (name) (Pointer self) \
  {                          \
    publish (self);          \
    take (self);             \
    NEXT (name) (self);      \
  }

UNREF (g_object_unref, gpointer)
UNREF (g_bytes_unref, GBytes *)
UNREF (g_source_unref, GSource *)
UNREF (g_hash_table_unref, GHashTable *)
UNREF (g_ptr_array_unref, GPtrArray *)
UNREF (g_atomic_rc_box_release, gpointer)
UNREF (g_ref_string_release, char *)

gboolean (g_atomic_ref_count_dec) (gatomicrefcount *count)
{
  gboolean last;

  publish (count);
  last = NEXT (g_atomic_ref_count_dec) (count);
  take (count);
  return last;
}

gboolean (g_atomic_ref_count_compare) (gatomicrefcount *count, int value)
{
  gboolean same = NEXT (g_atomic_ref_count_compare) (count, value);

  take (count);
  return same;
}

void
g_atomic_rc_box_release_full (gpointer block, GDestroyNotify clear)
{
  publish (block);
  take (block);
  NEXT (g_atomic_rc_box_release_full) (block, clear);
}

/* Work for a pool, which is how GTask has a function run in a thread. */
typedef struct
{
  GFunc work;
  gpointer data;
} Pool;

static void
work_cb (gpointer item, gpointer data)
{
  const Pool *pool = data;

  take (item);
  pool->work (item, pool->data);
}

GThreadPool *
g_thread_pool_new (GFunc work, gpointer data, int max_threads, gboolean exclusive, GError **error)
{
  Pool *pool = g_new (Pool, 1);

  *pool = (Pool){ work, data };
  return NEXT (g_thread_pool_new) (work_cb, pool, max_threads, exclusive, error);
}

gboolean
g_thread_pool_push (GThreadPool *pool, gpointer item, GError **error)
{
  publish (item);
  return UNSEEN (NEXT (g_thread_pool_push) (pool, item, error));
}

/* What a main loop is asked to do when idle, which is how a GTask comes back. */
static gboolean (*dispatch) (GSource *source, GSourceFunc function, gpointer data);

static gboolean
dispatch_cb (GSource *source, GSourceFunc function, gpointer data)
{
  take (source);
  take (data);
  return dispatch (source, function, data);
}

__attribute__ ((constructor)) static void
watch_idle (void)
{
  dispatch = g_idle_funcs.dispatch;
  g_idle_funcs.dispatch = dispatch_cb;
}

void
g_source_set_callback (GSource *source, GSourceFunc function, gpointer data, GDestroyNotify notify)
{
  publish (source);
  publish (data);
  NEXT (g_source_set_callback) (source, function, data, notify);
}

guint
g_source_attach (GSource *source, GMainContext *context)
{
  publish (source);
  return UNSEEN (NEXT (g_source_attach) (source, context));
}

guint
g_idle_add_full (int priority, GSourceFunc function, gpointer data, GDestroyNotify notify)
{
  publish (data);
  return UNSEEN (NEXT (g_idle_add_full) (priority, function, data, notify));
}

guint
g_idle_add (GSourceFunc function, gpointer data)
{
  publish (data);
  return UNSEEN (NEXT (g_idle_add) (function, data));
}

guint
g_timeout_add_full (
    int priority, guint ms, GSourceFunc function, gpointer data, GDestroyNotify notify)
{
  return UNSEEN (NEXT (g_timeout_add_full) (priority, ms, function, data, notify));
}

guint
g_timeout_add (guint ms, GSourceFunc function, gpointer data)
{
  return UNSEEN (NEXT (g_timeout_add) (ms, function, data));
}
