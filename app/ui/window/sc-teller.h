/* sc-teller.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Says what happened, one toast after the other, and takes back what does not hold any more. */
typedef struct _ScTeller ScTeller;

/* overlay has a child. */
ScTeller *sc_teller_new (AdwToastOverlay *overlay);
/* Nothing comes of what was going on. */
void sc_teller_free (ScTeller *self);

/* action is that of button; both may be NULL. */
void sc_teller_tell (ScTeller *self, const char *message, const char *button, const char *action);
/* The same before all that waits, and until sc_teller_take_back(); there is one of these at a
 * time. */
void sc_teller_tell_for_now (ScTeller *self,
                             const char *message,
                             const char *button,
                             const char *action);
void sc_teller_take_back (ScTeller *self);

G_END_DECLS
