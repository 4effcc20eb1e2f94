/* sc-metadata-import.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* Asks for the metadata of an environment, a $metadata document or with SELECT_FOLDER a folder of
 * Entity.xml files, reads it in the background, and keeps what the solution needs of it, as one
 * edit. What goes wrong comes in a message. */
void sc_metadata_import_present (GtkWindow *parent, ScEditor *editor, GtkFileChooserAction what);
/* The same for what is at path. */
void sc_metadata_import_read (GtkWindow *parent, ScEditor *editor, const char *path);

G_END_DECLS
