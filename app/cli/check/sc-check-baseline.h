/* sc-check-baseline.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-file-error.h"

G_BEGIN_DECLS

/* The findings of an earlier run, to tell the new ones from them: how often each fingerprint
 * occurs. */
typedef struct _ScBaseline ScBaseline;

/* Reads what check wrote as JSON or SARIF. */
ScBaseline *sc_baseline_read (const char *path, GError **error);
void sc_baseline_free (ScBaseline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScBaseline, sc_baseline_free)

/* TRUE when the baseline has a finding of that fingerprint, which is then taken out: of three alike
 * where there were two, the third is new. */
gboolean sc_baseline_take (ScBaseline *self, const char *fingerprint);

G_END_DECLS
