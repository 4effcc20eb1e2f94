/* sc-csdl-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-csdl.h"

G_BEGIN_DECLS

/* A Property, or a NavigationProperty that stands for one row. Strings are in the chunk. */
typedef struct
{
  const char *name;
  const char *table;   /* navigation: where it leads; NULL for a Property */
  const char *partner; /* navigation: the name of the relationship; nullable */
  const char *lookup;  /* navigation: the Property that it is about; nullable */
  ScColumnType type;
} ScCsdlProperty;

/* An EntityType. */
typedef struct
{
  const char *name;
  const char *base; /* nullable */
  const char *key;  /* the first property of its key; nullable */
  guint first;      /* property */
  guint n;
} ScCsdlTable;

struct _ScCsdl
{
  GStringChunk *strings;
  GArray *tables;     /* of ScCsdlTable */
  GArray *properties; /* of ScCsdlProperty, grouped by table */
  GHashTable *index;  /* name → position + 1 */
};

G_END_DECLS
