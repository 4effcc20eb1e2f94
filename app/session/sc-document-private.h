/* sc-document-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-document.h"
#include "sc-recovery.h"
#include "sc-watch.h"

G_BEGIN_DECLS

/* Private to sc-document*.c: sc-document.c has the solution and where it is kept, -look.c notices
 * what others do to the file, -disk.c has what a person decides about it. */
struct _ScDocument
{
  GObject parent_instance;

  ScHistory *history;
  ScStorage *storage; /* NULL while it is not on disk */
  ScSolution *saved;  /* what is on disk, or what a new document began with */
  gboolean orphaned;  /* saved is on no disk: it was restored, and its file is not what it was */
  gboolean keeps_previous;

  ScRecovery *recovery; /* nullable */

  ScSolution *base;      /* what reading storage gives; NULL: it was only written yet */
  ScDisk *disk;          /* what is there instead of storage; NULL: nothing else */
  char *stamp;           /* of the files when they were read last; nullable */
  ScWatch *watch;        /* NULL: nobody watches */
  guint starting;        /* source id: begins to watch */
  GCancellable *looking; /* NULL: nobody reads */
  gboolean look_again;   /* something happened while somebody was reading */
  GPtrArray *waiting;    /* of GTask: those who want to know what is there now */

  ScValidator *validator; /* NULL until somebody asks for problems */
  ScSolution *validated;  /* what problems are those of; NULL: not known */
  ScList *problems;
};

/* sc-document.c */
void sc_document_emit_disk_changed (ScDocument *self);
/* Keeps what would be lost now, and nothing where nothing would be. */
void sc_document_update_protection (ScDocument *self);
/* Makes storage, which holds saved, what is on disk. base: see above; nullable. What had been
 * noticed is settled by that. */
void sc_document_adopt (ScDocument *self,
                        const ScStorage *storage,
                        const ScSolution *saved,
                        const ScSolution *base);

/* sc-document-look.c */
/* Makes storage, which is not of what the document had saved, what others made of its file. */
void sc_document_find_changed (ScDocument *self, const ScStorage *storage);
/* The file was written by this document. */
void sc_document_wrote (ScDocument *self);
/* Nobody looks any more. */
void sc_document_stop_looking (ScDocument *self);

/* sc-document-disk.c */
/* What has to be so before saving writes anything. */
gboolean sc_document_prepare_disk (ScDocument *self, GError **error);

G_END_DECLS
