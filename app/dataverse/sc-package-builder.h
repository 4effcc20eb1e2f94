/* sc-package-builder.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-column-lists.h"
#include "sc-form-columns.h"
#include "sc-package-private.h"

G_BEGIN_DECLS

/* Of one package: each is a line that somebody is to read, and one that is broken in thousands of
 * places is broken in one way. */
#define SC_PACKAGE_MAX_NOTES 100

/* Collects what the files of a package hold. Relationships and choices come first: tables refer
 * to them. */
typedef struct
{
  ScPackage *package;
  ScSolution *solution; /* a draft */
  GPtrArray *flows;
  GPtrArray *tables;
  GPtrArray *relationships;
  GPtrArray *apps;
  GPtrArray *roles;
  GPtrArray *processes;
  GPtrArray *notes;
  guint n_left_out; /* notes beyond SC_PACKAGE_MAX_NOTES */
  ScColumnLists *lists;
  GHashTable *found; /* ids of the processes and roles that are there, read or not */
} ScPackageBuilder;

ScPackageBuilder *sc_package_builder_new (ScPackageKind kind, const char *path, const char *root);
void sc_package_builder_free (ScPackageBuilder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScPackageBuilder, sc_package_builder_free)

/* Takes over the text. Names in it are to be shortened to SC_MAX_QUOTED. */
void sc_package_builder_take_note (ScPackageBuilder *self, char *note);
void sc_package_builder_keep_file (ScPackageBuilder *self, const char *name, GBytes *bytes);

void sc_package_builder_add_relationships (ScPackageBuilder *self, const ScXmlNode *relationships);
void sc_package_builder_add_choice (ScPackageBuilder *self, const ScXmlNode *optionset);
/* forms: what the main forms of the table show, or NULL. */
void sc_package_builder_add_table (ScPackageBuilder *self,
                                   const ScXmlNode *entity,
                                   const ScFormColumns *forms);
void sc_package_builder_add_app (ScPackageBuilder *self, const ScXmlNode *app_module);
/* file has the element. FALSE when that is not a role. */
gboolean
sc_package_builder_add_role (ScPackageBuilder *self, const ScXmlNode *node, const char *file);

/* Any process or role that is there, so that it is not missed; id may be NULL. */
void sc_package_builder_add_found (ScPackageBuilder *self, const char *id);

/* What a flow may run. xaml is that of an action, where it can be read. */
void sc_package_builder_add_process (ScPackageBuilder *self,
                                     const ScXmlNode *workflow,
                                     const ScXml *xaml);

/* TRUE for a business process flow. */
gboolean sc_package_builder_wants (ScPackageBuilder *self, const ScXmlNode *workflow);
/* Reads a flow. data has the element; both are NULL when there is only the XAML. */
gboolean sc_package_builder_add_flow (ScPackageBuilder *self,
                                      const ScXmlNode *workflow,
                                      const char *data,
                                      GBytes *xaml_bytes,
                                      const char *xaml,
                                      GError **error);

/* The package; an error when nothing in it is a flow, or its columns share too much. */
ScPackage *sc_package_builder_finish (ScPackageBuilder *self, GError **error);

G_END_DECLS
