/* sc-clip-reader.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-clip-reader.h"

#include <glib/gi18n-lib.h>

#include "sc-clip-table.h"
#include "sc-clip-xml.h"

#define CHUNK_SIZE (256 * 1024)
#define MAX_WAIT   15 /* seconds */

/* The best one first. */
static const char *const mime_types[] = { SC_CLIP_MIME_TYPE, "text/tab-separated-values",
                                          "text/csv",        "text/plain;charset=utf-8",
                                          "text/plain",      NULL };

typedef enum
{
  SAY_TOO_LARGE,
  SAY_NO_ANSWER,
  SAY_NOTHING
} Saying;

/* Of the clipboard, and of what is dragged. */
static const char *const sayings[][2] = {
  [SAY_TOO_LARGE] = { N_ ("What is on the clipboard is too large to be pasted: more than 8 MB."),
                      N_ ("What is dragged is too large to be pasted: more than 8 MB.") },
  [SAY_NO_ANSWER]
  = { N_ ("The program that holds the clipboard does not answer. Copy again, and paste then."),
      N_ ("The program that this is dragged from does not answer. Drag again.") },
  [SAY_NOTHING] = { N_ ("There is nothing on the clipboard that can be pasted here. Copy stages or "
                        "steps first, or rows of a spreadsheet."),
                    N_ ("There is nothing in it that can be pasted here.") },
};

typedef struct
{
  int language;
  GCancellable *stop; /* follows the caller's, and the end of patience */
  gulong stopped;     /* handler of the caller's */
  guint patience;     /* source id */
  gboolean is_done;   /* the caller has its answer; what may still come is of no use */

  GInputStream *stream;
  char *mime_type;
  GByteArray *bytes;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_object (&self->stop);
  g_clear_object (&self->stream);
  g_free (self->mime_type);
  g_byte_array_unref (self->bytes);
  g_free (self);
}

/* Nothing more is waited for. */
static void
settle (GTask *task)
{
  Reading *self = g_task_get_task_data (task);

  self->is_done = TRUE;
  g_clear_handle_id (&self->patience, g_source_remove);
  if (self->stopped != 0)
    g_cancellable_disconnect (g_task_get_cancellable (task), self->stopped);
  self->stopped = 0;
}

static gboolean
is_drop (GTask *task)
{
  return GDK_IS_DROP (g_task_get_source_object (task));
}

/* Takes over error. */
static void
fail (GTask *task, GError *error)
{
  settle (task);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || error->domain == SC_FILE_ERROR)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_new_error (task, SC_FILE_ERROR, SC_FILE_ERROR_READ,
                             is_drop (task) ? _ ("What is dragged cannot be read: %s.")
                                            : _ ("The clipboard cannot be read: %s."),
                             error->message);
  g_clear_error (&error);
}

static void
fail_saying (GTask *task, ScFileError code, Saying saying)
{
  fail (task, g_error_new_literal (SC_FILE_ERROR, code, _ (sayings[saying][is_drop (task)])));
}

static void
parse_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *self = data;
  g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (g_byte_array_ref (self->bytes));
  GError *error = NULL;
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  ScClip *clip;

  if (g_str_equal (self->mime_type, SC_CLIP_MIME_TYPE))
    clip = sc_clip_read (bytes, &error);
  else
    clip = sc_clip_read_table (text != NULL ? text : "", size, self->language, &error);
  if (clip != NULL)
    g_task_return_pointer (task, clip, sc_value_unref);
  else
    g_task_return_error (task, error);
}

static void read_more (GTask *task);

static void
take_chunk (GTask *task, GBytes *chunk)
{
  Reading *self = g_task_get_task_data (task);
  gsize size;
  const guint8 *bytes = g_bytes_get_data (chunk, &size);

  if (size == 0)
    {
      settle (task);
      g_task_run_in_thread (task, parse_thread);
    }
  else if (self->bytes->len + size > SC_CLIP_MAX_BYTES)
    {
      fail_saying (task, SC_FILE_ERROR_TOO_LARGE, SAY_TOO_LARGE);
      g_cancellable_cancel (self->stop);
    }
  else
    {
      g_byte_array_append (self->bytes, bytes, (guint) size);
      read_more (task);
    }
}

static void
chunk_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Reading *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) chunk
      = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);

  if (self->is_done)
    g_clear_error (&error);
  else if (chunk != NULL)
    take_chunk (task, chunk);
  else
    fail (task, error);
}

static void
read_more (GTask *task)
{
  Reading *self = g_task_get_task_data (task);

  g_input_stream_read_bytes_async (self->stream, CHUNK_SIZE, G_PRIORITY_DEFAULT, self->stop,
                                   chunk_cb, g_object_ref (task));
}

static void
stream_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Reading *self = g_task_get_task_data (task);
  GError *error = NULL;
  const char *mime_type;

  if (GDK_IS_DROP (source))
    self->stream = gdk_drop_read_finish (GDK_DROP (source), result, &mime_type, &error);
  else
    self->stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, &mime_type, &error);
  if (self->is_done)
    {
      g_clear_error (&error);
      return;
    }
  if (self->stream == NULL)
    {
      fail (task, error);
      return;
    }
  self->mime_type = g_strdup (mime_type);
  read_more (task);
}

/* On X11, cancelling does not end the wait for a program that does not answer. */
static gboolean
patience_cb (gpointer data)
{
  g_autoptr (GTask) task = g_object_ref (data);
  Reading *self = g_task_get_task_data (task);

  self->patience = 0;
  fail_saying (task, SC_FILE_ERROR_READ, SAY_NO_ANSWER);
  g_cancellable_cancel (self->stop);
  return G_SOURCE_REMOVE;
}

static void
stop_cb (GCancellable *cancellable, GCancellable *stop)
{
  g_cancellable_cancel (stop);
}

static gboolean
offers (GdkContentFormats *formats)
{
  for (guint i = 0; mime_types[i] != NULL; i++)
    if (gdk_content_formats_contain_mime_type (formats, mime_types[i]))
      return TRUE;
  return FALSE;
}

/* The task keeps self; NULL: there is nothing to read, and the caller knows it. */
static Reading *
begin (GTask *task, GdkContentFormats *formats, int language)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  Reading *self = g_new0 (Reading, 1);

  self->language = language;
  self->stop = g_cancellable_new ();
  self->bytes = g_byte_array_new ();
  g_task_set_task_data (task, self, reading_free);
  if (!offers (formats))
    {
      fail_saying (task, SC_FILE_ERROR_UNSUPPORTED, SAY_NOTHING);
      return NULL;
    }
  if (cancellable != NULL)
    self->stopped = g_cancellable_connect (cancellable, G_CALLBACK (stop_cb),
                                           g_object_ref (self->stop), g_object_unref);
  self->patience = g_timeout_add_seconds (MAX_WAIT, patience_cb, task);
  return self;
}

void
sc_clip_reader_read_async (GdkClipboard *clipboard,
                           int language,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  g_autoptr (GTask) task = g_task_new (clipboard, cancellable, callback, data);
  Reading *self = begin (task, gdk_clipboard_get_formats (clipboard), language);

  if (self != NULL)
    gdk_clipboard_read_async (clipboard, (const char **) mime_types, G_PRIORITY_DEFAULT, self->stop,
                              stream_cb, g_object_ref (task));
}

void
sc_clip_reader_read_drop_async (GdkDrop *drop,
                                int language,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  g_autoptr (GTask) task = g_task_new (drop, cancellable, callback, data);
  Reading *self = begin (task, gdk_drop_get_formats (drop), language);

  if (self != NULL)
    gdk_drop_read_async (drop, (const char **) mime_types, G_PRIORITY_DEFAULT, self->stop,
                         stream_cb, g_object_ref (task));
}

ScClip *
sc_clip_reader_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

GdkContentFormats *
sc_clip_reader_get_formats (void)
{
  return gdk_content_formats_new ((const char **) mime_types, G_N_ELEMENTS (mime_types) - 1);
}

gboolean
sc_clip_reader_accepts (GdkContentFormats *formats)
{
  return offers (formats) && !gdk_content_formats_contain_mime_type (formats, "text/uri-list")
         && !gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST);
}
