/* sc-review-dialog.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* Shows what another program did to the file of the document, against what the person has not saved
 * yet, and asks what is to be kept. What is chosen is done only if the file still is what is shown;
 * else the dialog stays, and shows what it is now. Where there is nothing to decide, it shows what
 * is not saved. */
#define SC_TYPE_REVIEW_DIALOG (sc_review_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScReviewDialog, sc_review_dialog, SC, REVIEW_DIALOG, AdwWindow)

typedef enum
{
  SC_REVIEW_LATER,   /* nothing was decided */
  SC_REVIEW_SETTLED, /* there is nothing to decide any more */
  SC_REVIEW_KEPT,
  SC_REVIEW_TAKEN,
  SC_REVIEW_MERGED
} ScReviewOutcome;

/* Called once, when the dialog is closed. n_conflicts: where mine counts after merging. */
typedef void (*ScReviewDone) (GtkWindow *parent, ScReviewOutcome outcome, guint n_conflicts);

void sc_review_dialog_present (GtkWindow *parent, ScEditor *editor, ScReviewDone done);

G_END_DECLS
