/* faults.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* System calls that go wrong. A program that links this has its own open(), write(), rename() and
 * so on, which GLib uses as well; while faults are on, those of the thread are counted. */

typedef enum
{
  FAULT_NONE,    /* only count */
  FAULT_FAIL,    /* the call does nothing and sets errno */
  FAULT_FAIL_ON, /* that one and all after it */
  FAULT_SHORT,   /* a write does a half of what it is asked for, and the next one fails */
  FAULT_KILL,    /* the process ends behind the call */
  FAULT_TORN     /* the process ends after a half of a write */
} FaultKind;

/* number: of the call, from 1 on. */
void faults_begin (FaultKind kind, guint number, int code);
/* Nothing goes wrong, but somebody else does something before that call. name: only calls of it are
 * counted; NULL: all. */
void
faults_begin_other (const char *name, guint number, void (*act) (gpointer data), gpointer data);
/* How many calls there were. */
guint faults_end (void);
/* The name of the call with the fault, or NULL when there were not so many. */
const char *faults_get_name (void);
/* What time() tells is so much later from now on. */
void faults_set_later (guint seconds);
/* Whether it is among those that take room on the disk; a full one fails no others. */
gboolean faults_takes_room (const char *name);

G_END_DECLS
