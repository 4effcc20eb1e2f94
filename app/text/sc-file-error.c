/* sc-file-error.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-file-error.h"

G_DEFINE_QUARK (sc - file - error - quark, sc_file_error)
