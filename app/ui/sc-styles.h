/* sc-styles.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Adds a style sheet from the resources to the default display, unless it is there already. */
void sc_styles_add (const char *resource);

G_END_DECLS
