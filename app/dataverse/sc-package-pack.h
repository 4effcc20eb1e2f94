/* sc-package-pack.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-flow-parts.h"
#include "sc-splice.h"

G_BEGIN_DECLS

/* Private to sc-package-pack*.c. */

typedef struct
{
  const char *sort;
  char *text;
} ScPackedPiece;

typedef struct
{
  GPtrArray *files;   /* of ScPart */
  GHashTable *used;   /* paths that have gone into customizations.xml or have another name */
  GPtrArray *entries; /* of ScPart: what comes out */
} ScPacker;

/* Of ScPackedPiece. */
GArray *sc_packed_pieces_new (void);
void sc_packed_pieces_append (GString *text, GArray *pieces, guint depth, const char *line_end);

/* NULL when there is none; whatever the case. */
const ScPart *sc_packer_find_file (const ScPacker *self, const char *path);
/* The pieces of a file: the root, or what is in it when the root is root. */
gboolean sc_packer_read_file (
    ScPacker *self, const ScPart *part, const char *root, GArray *pieces, GError **error);
/* The pieces of all files of a folder, sorted by path. */
gboolean sc_packer_read_folder (ScPacker *self,
                                const char *prefix,
                                const char *suffix,
                                const char *root,
                                GArray *pieces,
                                GError **error);
/* Puts a text that begins with a line end in the place of an element. */
void sc_packer_put (ScSplice *splice, const ScXmlNode *node, const GString *text);

/* A table's own file, with what lies in other files put where it leaves room for it. */
gboolean sc_packer_read_table (ScPacker *self, const ScPart *part, GArray *tables, GError **error);

G_END_DECLS
