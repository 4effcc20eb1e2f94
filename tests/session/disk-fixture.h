/* disk-fixture.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-document.h"

G_BEGIN_DECLS

/* A solution on disk that somebody has open, and that somebody else writes. */
typedef struct
{
  char *folder; /* holds nothing but the solution, and its settings */
  char *copy;   /* of that, as it was in the beginning */
  char *path;
  ScDocument *document;
  guint n_noticed; /* how often "disk-changed" was emitted */
} DiskFixture;

/* name: of the file or folder, whose ending says of what kind it is. */
void disk_fixture_init (DiskFixture *self, const char *name);
void disk_fixture_clear (DiskFixture *self);

/* Edits, of documents or by somebody else. */
typedef ScSolution *(*DiskEdit) (const ScSolution *solution);

ScSolution *disk_edit_rename (const ScSolution *solution);    /* the first stage: "Mine" */
ScSolution *disk_edit_rename_to (const ScSolution *solution); /* the first stage: "Theirs" */
ScSolution *disk_edit_add_stage (const ScSolution *solution); /* at the end: "Close" */
ScSolution *disk_edit_set_rule (const ScSolution *solution);  /* F-14 is off */

void disk_fixture_edit (DiskFixture *self, DiskEdit edit);
/* Opens the file, edits and saves it, as another program would. What it holds then; free with
 * sc_solution_unref(). */
ScSolution *disk_fixture_edit_behind (DiskFixture *self, DiskEdit edit);
/* What is read from there; free with sc_solution_unref(). */
ScSolution *disk_fixture_read (DiskFixture *self);
/* Puts back what was there in the beginning: removed first, then written. */
void disk_fixture_put_back (DiskFixture *self);
void disk_fixture_remove (DiskFixture *self);
/* What sc_document_get_disk() says after a look; belongs to the document. */
const ScDisk *disk_fixture_look (DiskFixture *self);
/* Runs the main loop until condition holds, and fails after a while. */
void disk_await (gboolean (*condition) (gpointer data), gpointer data);

G_END_DECLS
