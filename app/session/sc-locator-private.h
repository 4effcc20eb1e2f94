/* sc-locator-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-package-places.h"

G_BEGIN_DECLS

/* What the problems of a rule are about, nearer than the flow, stage or step they name. */
typedef struct
{
  const char *rule;
  ScPackageFile file; /* SC_PACKAGE_FILE_HEADER: unless the problem names a stage */
  ScPlaceKind part;
} ScAim;

/* NULL for a rule whose problems are about just what they name. */
const ScAim *sc_aim_find (const char *rule);
/* One after the other; NULL behind the last one. */
const ScAim *sc_aim_get (guint position);

G_END_DECLS
