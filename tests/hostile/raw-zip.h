/* raw-zip.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Archives written byte by byte, so that they can say anything. */
typedef struct
{
  GByteArray *entries;
  GByteArray *list;
  guint n;
} RawZip;

/* An entry; all but the first two may be left out. */
typedef struct
{
  const char *name;
  const char *text;      /* its content; NULL: none */
  gsize name_length;     /* 0: up to its end */
  const char *said_name; /* in the list; NULL: the same */
  gsize size;            /* of the content; 0: up to the end of the text */
  gboolean deflated;
  guint said_size;   /* unpacked, in the list; 0: as it is */
  guint said_packed; /* packed, in the list; 0: as it is */
  guint flags;
  guint method;         /* instead of the true one */
  guint checksum_error; /* added to the check sum */
  guint mode;           /* of Unix */
  gboolean at_last;     /* the list says that it is where the one before is */
} RawEntry;

RawZip *raw_zip_new (void);
void raw_zip_add (RawZip *self, const RawEntry *entry);
/* Of RawEntry; ends without a name. */
void raw_zip_add_all (RawZip *self, const RawEntry *entries);
/* With that comment and so many entries as the list is said to have (0: as it has). Writes it and
 * frees self. */
void raw_zip_finish (
    RawZip *self, const char *folder, const char *name, const char *comment, guint said_n);

G_END_DECLS
