/* hostile.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A collection of bad files, each made on the spot and opened in a process of its own that may use
 * so much time and memory and no more. */

/* The doors through which something comes in. */
typedef enum
{
  DOOR_DOCUMENT, /* whatever is opened: a definition, a .xaml, a .zip, a folder */
  DOOR_UNPACKED, /* a .zip that is written as a folder */
  DOOR_METADATA, /* an import: a $metadata document, or a folder with Entity.xml */
  DOOR_CLIP,     /* the clipboard, from another copy of Stagecraft */
  DOOR_TABLE,    /* the clipboard, from a spreadsheet */
  DOOR_TEMPLATES /* a folder of a person's templates */
} HostileDoor;

typedef struct _HostileRow HostileRow;

struct _HostileRow
{
  const char *name;
  HostileDoor door;
  const char *file; /* what is opened, in the folder; "" for the folder itself */
  void (*make) (const HostileRow *row, const char *folder);
  const char *text;     /* for make: what it is about */
  gsize amount;         /* and how much of it */
  const char *expected; /* part of what the person is told */
  gboolean soak;        /* takes seconds: only in tests/run --soak */
  const char *or_else;  /* another part that will do, where something is noticed first; nullable */
};

/* End without a name. */
extern const HostileRow hostile_content_rows[];
extern const HostileRow hostile_folder_rows[];
extern const HostileRow hostile_zip_rows[];
extern const HostileRow hostile_zip_bomb_rows[];
extern const HostileRow hostile_shared_rows[];

/* What is the matter with XML wherever it comes in; text is filled in by make. */
typedef struct
{
  const char *name;
  void (*make) (GString *text, gsize amount);
  const char *text; /* instead of make; amount bytes, 0: up to its end */
  gsize amount;
  const char *expected;
  gboolean soak;
} HostileXml;

extern const HostileXml hostile_xml[];
/* The places where XML comes in; text is handed to make by row->text and row->amount. */
extern const HostileRow hostile_xml_places[];

/* Files for the makers. */
void hostile_write (const char *folder, const char *name, const void *bytes, gsize size);
void hostile_write_string (const char *folder, const char *name, GString *text);
/* A file that has so many zero bytes behind what is in it, which take no room. */
void hostile_grow (const char *folder, const char *name, guint64 size);
/* "once|repeated|once|…", every other part so many times with its number for "%u". */
void hostile_append_repeated (GString *text, const char *pattern, gsize amount);

/* What opening says: the error, or what was noticed and "opened" behind it. Free with g_free(). */
char *hostile_open (HostileDoor door, const char *path);

typedef struct
{
  double seconds; /* of the processor */
  double megabytes;
} HostileCost;

/* Makes the file in a process, opens it in another and compares what it says. A process that ends
 * otherwise, or takes more than it may, fails the test. */
void hostile_run (const HostileRow *row, HostileCost *cost);

G_END_DECLS
