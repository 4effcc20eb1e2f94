/* sc-definition-shape-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-definition-shape.h"

G_BEGIN_DECLS

/* How the tables of shapes are written down. */

#define AT(Type, field) G_STRUCT_OFFSET (Type, field)
#define TEXT(name, Type, field)           \
  {                                       \
    name, SC_SHAPE_TEXT, AT (Type, field) \
  }
#define REQUIRED(name, Type, field)                         \
  {                                                         \
    name, SC_SHAPE_TEXT, AT (Type, field), .required = TRUE \
  }
#define FLAG(name, Type, field)           \
  {                                       \
    name, SC_SHAPE_FLAG, AT (Type, field) \
  }
#define NUMBER(name, Type, field)           \
  {                                         \
    name, SC_SHAPE_NUMBER, AT (Type, field) \
  }
#define LIKE_LABEL(name, Type, field)                                     \
  {                                                                       \
    name, SC_SHAPE_TEXT, AT (Type, field), .likeness = SC_LIKENESS_ALWAYS \
  }
#define NO_ATTRIBUTE \
  {                  \
    NULL             \
  }
#define NO_CHILD \
  {              \
    NULL         \
  }

/* Flat shapes say where they have neither labels nor text, because 0 is an offset too. */
#define NO_LABELS .labels = SC_SHAPE_NOWHERE
#define NO_TEXT   .text = SC_SHAPE_NOWHERE
#define ALONE     .selector = SC_SHAPE_NOWHERE

extern const ScShape sc_shape_label;

/* What a clip has, too. */
extern const ScShape sc_shape_stage;
extern const ScShape sc_shape_step;
extern const ScShape sc_shape_action_step;
extern const ScShape sc_shape_flow_step;
extern const ScShape sc_shape_transition;

/* What a solution has besides its flows and tables. */
extern const ScShape sc_shape_role;
extern const ScShape sc_shape_component;
extern const ScShape sc_shape_app;
extern const ScShape sc_shape_process;
extern const ScShape sc_shape_rule;
extern const ScShape sc_shape_persona;

G_END_DECLS
