/* journal-fixture.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A folder with two files, "a/one" and "two", which hold "old", and one beside it, "../outside",
 * which holds "kept". */
typedef struct
{
  char *outer;
  char *folder;
} JournalFixture;

/* What a journal in it consists of. */
#define JOURNAL ".stagecraft-save"
#define HEAD    "stagecraft save 1\nopen\n"
#define DONE    "stagecraft save 1\ndone\n"
#define ID      "0123456789abcde" /* and a digit */

/* For g_test_add(). */
void journal_set_up (JournalFixture *self, gconstpointer data);
void journal_tear_down (JournalFixture *self, gconstpointer data);

/* Names are paths from the folder on. */
void journal_put (const JournalFixture *self, const char *name, const char *text);
void journal_remove (const JournalFixture *self, const char *name);
/* NULL: there is no such file. */
void journal_assert_holds (const JournalFixture *self, const char *name, const char *text);
/* Files of which only saves know. */
guint journal_count_hidden (const JournalFixture *self);

G_END_DECLS
