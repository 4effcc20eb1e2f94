/* sc-application.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-catalogue.h"

G_BEGIN_DECLS

/* stagecraft [--new-instance] [--version] [FILE…]: a window for each file, or one that welcomes. */
#define SC_TYPE_APPLICATION (sc_application_get_type ())
G_DECLARE_FINAL_TYPE (ScApplication, sc_application, SC, APPLICATION, AdwApplication)

ScApplication *sc_application_new (void);
/* The one of the program; reads nothing until it is asked. */
ScCatalogue *sc_application_get_catalogue (ScApplication *self);

G_END_DECLS
