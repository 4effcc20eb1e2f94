/* sc-xaml.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-flow.h"
#include "sc-xml.h"

G_BEGIN_DECLS

/* The XAML body of a business process flow. */

/* Reads a flow. What only the Workflow element knows (name, unique name, order, …) stays empty:
 * the name is NULL. A file that is something else (classic workflow, business rule, dialog,
 * action, task flow) is SC_FILE_ERROR_UNSUPPORTED, with a message that says what it is. */
ScFlow *sc_xaml_read (GBytes *bytes, const char *name, GError **error);

/* Writes the flow from its value alone, as Dataverse writes it, with "\n" between lines and
 * nothing after the last one. */
GBytes *sc_xaml_write (const ScFlow *flow);

/* Writes flow, which was read from bytes, and compares (line ends, a byte order mark and whether
 * the last line is ended do not count). FALSE when the file holds something
 * that the value does not: then it must not be written from the value without asking. When
 * first_difference is not NULL it gets the 1-based line of the first difference, or 0. */
gboolean sc_xaml_is_understood (GBytes *bytes, const ScFlow *flow, guint *first_difference);

G_END_DECLS
