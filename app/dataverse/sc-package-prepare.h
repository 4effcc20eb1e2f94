/* sc-package-prepare.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-folder.h"
#include "sc-package-private.h"
#include "sc-xml-edit.h"
#include "sc-zip.h"

G_BEGIN_DECLS

/* Working out what a save writes. Private to sc-package-prepare*.c. */

/* A file, or an entry of a zip, whose elements are being edited. */
typedef struct
{
  char *name;
  ScXml *xml;
  ScSplice *splice;
  gboolean gone; /* nothing is left in it that it was for: the file goes away */
} ScPreparedText;

typedef struct
{
  const ScPackage *package;
  const ScSolution *after;
  gboolean rewrite;
  ScFolder *folder;         /* of a folder, else NULL */
  ScZip *zip;               /* of a zip, else NULL */
  GPtrArray *texts;         /* of ScPreparedText */
  GPtrArray *changes;       /* of ScPackageChange */
  GPtrArray *relationships; /* of ScPreparedRelationship: those that are new */
} ScPreparation;

/* A relationship that the package gets. */
typedef struct
{
  char *name;
  char *referenced; /* in schema-name case */
  char *element;    /* for its level in the text it goes to */
} ScPreparedRelationship;

/* What the package really calls that file, whatever the case; NULL when it has none. Free with
 * g_free(). */
char *sc_preparation_find (const ScPreparation *self, const char *name);
/* A file as it is: when the package was opened, or now where it was not read then. */
GBytes *sc_preparation_load (ScPreparation *self, const char *name, GError **error);
/* Parses it the first time. */
ScPreparedText *sc_preparation_get_text (ScPreparation *self, const char *name, GError **error);
gboolean sc_preparation_set_missing_error (const char *name, const char *element, GError **error);

/* Takes over after. before NULL: a new file; after NULL: it goes away. NULL for a file that would
 * come out as it is: it is left alone. */
ScPackageChange *
sc_preparation_add_change (ScPreparation *self, const char *name, GBytes *before, GBytes *after);

/* The line ends of a new file. */
const char *sc_preparation_get_line_end (const ScPreparation *self);

/* Roles: changed, new and gone. */
gboolean sc_preparation_change_roles (ScPreparation *self, GError **error);
/* Flows that are new or gone, with all that belongs to them. */
gboolean sc_preparation_change_flows (ScPreparation *self, GError **error);
/* What the table behind a flow needs for tables that the flow did not have before. */
gboolean sc_preparation_add_lookups (ScPreparation *self,
                                     const ScFlow *before,
                                     const ScFlow *after,
                                     GError **error);
/* The forms of the table behind a flow. */
gboolean sc_preparation_update_forms (ScPreparation *self,
                                      const ScFlow *before,
                                      const ScFlow *after,
                                      GError **error);
/* Puts relationships in, and takes out those of the tables in gone (a set of folded names). The
 * last to be called. */
gboolean
sc_preparation_change_relationships (ScPreparation *self, GHashTable *gone, GError **error);
/* Takes flows (an array of const ScFlow), and the tables in gone, out of the apps. */
gboolean
sc_preparation_leave_apps (ScPreparation *self, GPtrArray *flows, GHashTable *gone, GError **error);

/* The folded name of a table, as gone has it. */
char *sc_preparation_fold (const char *name);
/* Changes a list as sc_xml_edit_list() does; the lines of elements, which end with "\n", get the
 * line ends of the text. added need not be sorted. */
void sc_preparation_edit_list (ScPreparedText *text,
                               const ScXmlNode *list,
                               GHashTable *removed,
                               GArray *added,
                               ScXmlKey get_key,
                               const char *empty);
/* What a relationship is sorted by. */
const char *sc_preparation_get_relationship_key (const ScXmlNode *node);

G_END_DECLS
