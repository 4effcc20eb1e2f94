/* sc-styles.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Adds a style sheet from the resources to the default display; for class_init functions, which run
 * once. */
void sc_styles_add (const char *resource);

G_END_DECLS
