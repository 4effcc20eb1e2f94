/* sc-places.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-xml.h"

G_BEGIN_DECLS

/* Where things stand in one file, by line and column: all that is kept of it, at 16 bytes a place,
 * so that a message can say where without its tree being held. */

/* What has a place. The first ones have an id and are found within what they belong to; the others
 * are parts of one of them, which a format may not have or not keep apart. */
typedef enum
{
  SC_PLACE_FLOW = 1,
  SC_PLACE_STAGE,
  SC_PLACE_STEP,
  SC_PLACE_ROLE,
  SC_PLACE_TABLE,
  SC_PLACE_TRANSITION, /* by the id of the stage it leads to */
  SC_PLACE_TABLE_COMPONENT,
  SC_PLACE_ROLE_COMPONENT,
  SC_PLACE_PROCESS_COMPONENT,

  SC_PLACE_CATEGORY,
  SC_PLACE_COLUMN,
  SC_PLACE_COMPONENTS,
  SC_PLACE_CONDITION,
  SC_PLACE_DESCRIPTION,
  SC_PLACE_ENABLED, /* for flows */
  SC_PLACE_ID,
  SC_PLACE_NAME,
  SC_PLACE_NEXT,
  SC_PLACE_ORDER,
  SC_PLACE_OWN_TABLE,
  SC_PLACE_PROCESS,
  SC_PLACE_PUBLISHER,
  SC_PLACE_REQUIRED,
  SC_PLACE_STATE,
  SC_PLACE_TRIGGER,
  SC_PLACE_UNIQUE_NAME,
  SC_PLACE_VERSION,
  SC_PLACE_WHOLE /* no part */
} ScPlaceKind;

/* The way to a place from the root of the file, in one number. Two ways with one number are too
 * unlikely to matter: a message would name a wrong line. */
typedef guint64 ScPlaceKey;

#define SC_PLACE_ROOT G_GUINT64_CONSTANT (0xcbf29ce484222325)

/* What is of that kind and id within parent. Ids and names are compared without regard to case and
 * braces; NULL for what has none. */
ScPlaceKey sc_place_key (ScPlaceKey parent, ScPlaceKind kind, const char *id);

typedef struct _ScPlaces ScPlaces;

/* Places in bytes are added, in any order, and can be found once they are settled. */
ScPlaces *sc_places_new (void);
void sc_places_free (ScPlaces *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScPlaces, sc_places_free)

/* Where the element begins. Of several places of one key the first in the file is found. */
void sc_places_add (ScPlaces *self, ScPlaceKey key, const ScXmlNode *node);
/* Where the name of the attribute begins. Nothing is added, and FALSE returned, when the element
 * has none. */
gboolean sc_places_add_attribute (
    ScPlaces *self, ScPlaceKey key, const ScXml *xml, const ScXmlNode *node, const char *attribute);
void sc_places_settle (ScPlaces *self, const ScXml *xml);

/* line counts from 1; column counts characters (code points) from 1, a byte order mark is none. */
gboolean sc_places_find (const ScPlaces *self, ScPlaceKey key, guint *line, guint *column);

G_END_DECLS
