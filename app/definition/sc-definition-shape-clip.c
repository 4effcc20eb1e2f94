/* sc-definition-shape-clip.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-definition-shape-private.h"

#include "sc-clip.h"

/* A clip: parts of a flow on their way to another. It uses the elements of a definition file, but
 * for its root and for the steps that come without their stage. */

static const ScShapeAttribute loose_attributes[]
    = { { "name", SC_SHAPE_TEXT, AT (ScStage, name), .likeness = SC_LIKENESS_ALWAYS,
          .required = TRUE },
        TEXT ("table", ScStage, table),
        { "category", SC_SHAPE_NUMBER, AT (ScStage, category), .number = SC_CATEGORY_NONE },
        REQUIRED ("id", ScStage, id),
        NO_ATTRIBUTE };

static const ScShapeChild loose_children[]
    = { { &sc_shape_label, AT (ScStage, labels), SC_CHILD_MANY },
        { &sc_shape_step, AT (ScStage, steps), SC_CHILD_MANY },
        { &sc_shape_action_step, AT (ScStage, steps), SC_CHILD_MANY },
        { &sc_shape_flow_step, AT (ScStage, steps), SC_CHILD_MANY },
        NO_CHILD };

static const ScShape loose_shape = { "steps",
                                     &sc_stage_class,
                                     loose_attributes,
                                     loose_children,
                                     .labels = AT (ScStage, labels),
                                     NO_TEXT,
                                     ALONE };

static const ScShapeAttribute clip_attributes[]
    = { { "version", SC_SHAPE_NUMBER, AT (ScClip, format), .required = TRUE },
        { "language", SC_SHAPE_NUMBER, AT (ScClip, language), .number = SC_LANGUAGE_ENGLISH },
        TEXT ("flow", ScClip, flow),
        TEXT ("title", ScClip, title),
        FLAG ("fresh", ScClip, fresh),
        FLAG ("open", ScClip, open),
        NO_ATTRIBUTE };

static const ScShapeChild clip_children[]
    = { { &sc_shape_stage, AT (ScClip, stages), SC_CHILD_MANY },
        { &loose_shape, AT (ScClip, loose), SC_CHILD_MANY },
        { &sc_shape_transition, AT (ScClip, transitions), SC_CHILD_MANY },
        { &sc_shape_table, AT (ScClip, tables), SC_CHILD_MANY },
        NO_CHILD };

const ScShape sc_shape_clip
    = { "clip",    &sc_clip_class, clip_attributes, clip_children,
        NO_LABELS, NO_TEXT,        ALONE,           .language = AT (ScClip, language) };
