/* sc-persona-line.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a mark in front of something says; each has a shape of its own. */
typedef enum
{
  SC_PERSONA_YES,
  SC_PERSONA_NO,
  SC_PERSONA_LATER,
  SC_PERSONA_CONCEALED, /* only names are seen */
  SC_PERSONA_READ_ONLY,
  SC_PERSONA_WARNING
} ScPersonaSign;

GtkWidget *sc_persona_sign_new (void);
/* Sets the icon and its colour. */
void sc_persona_sign_show (GtkImage *image, ScPersonaSign sign);

/* A row with a mark, a title and why it is so. */
#define SC_TYPE_PERSONA_LINE (sc_persona_line_get_type ())
G_DECLARE_FINAL_TYPE (ScPersonaLine, sc_persona_line, SC, PERSONA_LINE, AdwActionRow)

GtkWidget *sc_persona_line_new (void);
/* word says in short what the mark does; nullable. */
void sc_persona_line_set (
    ScPersonaLine *self, ScPersonaSign sign, const char *title, const char *why, const char *word);

/* Adds lines to row, or takes the last ones away, until there are n. */
void sc_persona_lines_resize (GPtrArray *lines, AdwExpanderRow *row, guint n);

G_END_DECLS
