/* sc-access-heading.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A name at the edge of an ScAccessGrid, in one line of its own drawing: giving it another text
 * never asks for a new layout. */
#define SC_TYPE_ACCESS_HEADING (sc_access_heading_get_type ())
G_DECLARE_FINAL_TYPE (ScAccessHeading, sc_access_heading, SC, ACCESS_HEADING, GtkWidget)

typedef enum
{
  SC_HEADING_ROW,
  SC_HEADING_GROUP,
  SC_HEADING_PRIVILEGE
} ScHeadingKind;

GtkWidget *sc_access_heading_new (ScHeadingKind kind);
/* name: what it is called by; text, which may be short for it, is shown. */
void sc_access_heading_set (ScAccessHeading *self, const char *text, const char *name);
/* A sentence on what is wrong here, shown as a mark; NULL: nothing is. */
void sc_access_heading_set_warning (ScAccessHeading *self, const char *warning);
const char *sc_access_heading_get_warning (ScAccessHeading *self);
const char *sc_access_heading_get_name (ScAccessHeading *self);
/* The text stays within what is left between these, in pixels. */
void sc_access_heading_set_insets (ScAccessHeading *self, int start, int end);

G_END_DECLS
