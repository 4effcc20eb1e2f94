/* sample-flows.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-flow.h"

G_BEGIN_DECLS

/* Flows that the tests make up, one for each group of things that XAML can hold. Every name has a
 * file data/<name>.xaml with its text. */
extern const char *const sample_names[];

ScFlow *sample_flow_new (const char *name);

/* A flow of anything the value can hold, in the form in which a reader gives it back. */
ScFlow *random_flow_new (GRand *rand);

/* Appends to a list field of a draft. */
#define sample_append(draft, field, value)                                         \
  G_STMT_START                                                                     \
  {                                                                                \
    gpointer sample_value = (value);                                               \
    sc_take_value ((draft), field, sc_list_append ((draft)->field, sample_value)); \
    sc_value_unref (sample_value);                                                 \
  }                                                                                \
  G_STMT_END

G_END_DECLS
