/* sc-meter.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How much of a limit is used, as words and as a short bar: green, amber from four fifths on, red
 * beyond the limit. */
#define SC_TYPE_METER (sc_meter_get_type ())
G_DECLARE_FINAL_TYPE (ScMeter, sc_meter, SC, METER, GtkWidget)

GtkWidget *sc_meter_new (void);
/* text says it all, such as "Stages 7 of 30". limit is at least 1. */
void sc_meter_set (ScMeter *self, const char *text, guint value, guint limit);
/* value / limit; above 1 when it is exceeded. */
double sc_meter_get_share (ScMeter *self);
const char *sc_meter_get_text (ScMeter *self);

G_END_DECLS
