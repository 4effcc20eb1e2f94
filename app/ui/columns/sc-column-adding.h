/* sc-column-adding.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-clip.h"
#include "sc-editor.h"

G_BEGIN_DECLS

/* Columns (of const ScColumn) on their way to becoming steps of a stage of the open flow: each with
 * the label, the control and the id of its column. */

/* The stage that is selected, or else the first; NULL when there is no flow or stage. */
const ScStage *sc_column_adding_get_stage (ScEditor *editor);

/* Adds steps below the one that is selected, or else at the end of the stage, as one edit, and
 * selects them. FALSE when nothing was added. */
gboolean sc_column_adding_add (ScEditor *editor, const ScStage *stage, const GPtrArray *columns);
/* The steps as a clip, to be dropped on any stage. NULL when there are none. */
ScClip *
sc_column_adding_make_clip (ScEditor *editor, const ScStage *stage, const GPtrArray *columns);

G_END_DECLS
