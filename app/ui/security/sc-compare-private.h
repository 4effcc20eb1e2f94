/* sc-compare-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-compare-source.h"
#include "sc-compare-table.h"
#include "sc-compare-window.h"
#include "sc-picker-row.h"

G_BEGIN_DECLS

enum
{
  SC_COMPARE_LEFT,
  SC_COMPARE_RIGHT,
  SC_N_COMPARED
};

struct _ScCompareWindow
{
  AdwWindow parent_instance;

  ScEditor *editor;
  ScCompareSource source;
  char *keys[SC_N_COMPARED];     /* NULL: nothing is chosen */
  ScList *roles[SC_N_COMPARED];  /* what was compared */
  const ScSolution *named;       /* owned: where the names are from */
  GtkFileChooserNative *chooser; /* while it is up */
  GCancellable *reading;         /* while another package is read */

  AdwWindowTitle *title;
  GtkWidget *spinner;
  ScPickerRow *left;
  ScPickerRow *right;
  ScCompareTable *table;
};

/* Chooses what is on one side. Takes over key, NULL for nothing. */
void sc_compare_window_choose (ScCompareWindow *self, int side, char *key);

/* sc-compare-files.c */
void sc_compare_window_choose_package (ScCompareWindow *self, GtkFileChooserAction what);
void sc_compare_window_choose_export (ScCompareWindow *self);
/* What is shown. Free with g_free(). */
char *sc_compare_window_write (ScCompareWindow *self, gboolean markdown);

G_END_DECLS
