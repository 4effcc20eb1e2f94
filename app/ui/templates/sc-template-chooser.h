/* sc-template-chooser.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-template.h"

G_BEGIN_DECLS

/* A list of all templates, of which one is chosen; those of the person can be deleted in it. With
 * the property "inserting" it is of those that stages of a flow are made of, the person's first.
 * Signals: "changed" when another one is chosen, "activated" when it is taken by Enter or a double
 * click. */
#define SC_TYPE_TEMPLATE_CHOOSER (sc_template_chooser_get_type ())
G_DECLARE_FINAL_TYPE (ScTemplateChooser, sc_template_chooser, SC, TEMPLATE_CHOOSER, AdwBin)

/* One that can be used; NULL when none is chosen. Belongs to the chooser. */
const ScTemplate *sc_template_chooser_get_template (ScTemplateChooser *self);
/* The one at a place of the chooser; NULL where there is none. */
const ScTemplate *sc_template_chooser_pick (ScTemplateChooser *self, double x, double y);
/* Shows what is in the folder now; the one that is chosen stays if it is there. */
void sc_template_chooser_refresh (ScTemplateChooser *self);

G_END_DECLS
