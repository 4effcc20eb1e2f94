/* sc-xaml-places.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-places.h"

G_BEGIN_DECLS

/* Private to packages: where a XAML has the flow of that id, its stages, their steps and parts.
 * What the reader would refuse is passed over. */
void sc_xaml_add_places (ScPlaces *places, const ScXml *xml, const char *flow);

G_END_DECLS
