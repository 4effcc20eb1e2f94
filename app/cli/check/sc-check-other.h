/* sc-check-other.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* TRUE when path is whole and about something else than flows: the .xaml of another kind of
 * process, a .zip that is no solution, a solution with other processes or none. Somebody who has a
 * folder searched does not want to hear of these. */
gboolean sc_check_is_other (const char *path);

G_END_DECLS
