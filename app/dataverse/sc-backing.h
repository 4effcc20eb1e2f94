/* sc-backing.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"

G_BEGIN_DECLS

/* The table that holds the instances of a flow, and what belongs to it: columns, relationships,
 * the formula of its duration, its form and its views. An import of a flow needs all of it (server
 * error 0x80060376). Everything here follows from the flow, so a new flow gets it from nothing; a
 * table that exists is edited in its own text instead, for which there are the functions that
 * write one element of it.
 *
 * What is written is what exports of platform 9.2 have in common since 2023. Elements that only the
 * newest of them have are left out: an older server would reject them, a newer one has defaults.
 *
 * Ids of forms, views and labels follow from the flow's id (see sc-derived-id.h): writing a flow
 * twice gives the same bytes, and a copy of a flow, with another id, does not collide with it.
 *
 * Functions that take a depth write one element for a text that exists: the first line without
 * indentation, further ones for an element on that level (customizations.xml has 2 for what is in
 * Entities, Workflows and EntityRelationships). Lines end with "\n". Free with g_free(). */
typedef struct _ScBacking ScBacking;

/* Keeps a reference on both; the flow need not be part of the solution, which says how tables are
 * written and called. */
ScBacking *sc_backing_new (const ScSolution *solution, const ScFlow *flow);
void sc_backing_free (ScBacking *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScBacking, sc_backing_free)

/* The logical name, which is the unique name of the flow. Where the flow has none it is made from
 * publisher's prefix and flow name as Dataverse does. */
const char *sc_backing_get_name (const ScBacking *self);
/* As solution.xml and relationships write a table: in schema-name case. Free with g_free(). */
char *sc_backing_get_schema_name (const ScBacking *self, const char *table);
/* The lookup to a table of the flow, and the relationship behind it. Free with g_free(). */
char *sc_backing_get_lookup (const ScBacking *self, const char *table);
char *sc_backing_get_relationship (const ScBacking *self, const char *table);

/* The table itself. As an element of customizations.xml it includes form, views and ribbon; as a
 * file of an unpacked solution (Entity.xml) it does not. */
char *sc_backing_write_table (const ScBacking *self, guint depth);
GBytes *sc_backing_write_table_file (const ScBacking *self);
/* An attribute element: the lookup to table. */
char *sc_backing_write_lookup (const ScBacking *self, const char *table, guint depth);

/* A relationship of the table; all of them are one-to-many with the table on the many side. */
typedef struct
{
  char *name;
  char *referenced; /* in schema-name case; names the file below Other/Relationships */
  char *attribute;  /* as the relationship names the lookup */
  char *table;      /* logical name of a table of the flow; NULL: one of the fixed relationships */
} ScBackingRelationship;

/* Of ScBackingRelationship, sorted by name; free with g_ptr_array_unref(). */
GPtrArray *sc_backing_list_relationships (const ScBacking *self);
char *sc_backing_write_relationship (const ScBacking *self,
                                     const ScBackingRelationship *relationship,
                                     guint depth);

/* The formula behind bpf_duration. */
GBytes *sc_backing_write_formula (const ScBacking *self);

/* The main form, which shows a tab per stage and a cell per step. */
char *sc_backing_get_form_id (const ScBacking *self);
GBytes *sc_backing_write_form_file (const ScBacking *self);
/* A tab element: the stage at that position in the flow. */
char *sc_backing_write_tab (const ScBacking *self, guint stage, guint depth);
/* A row element: that step. NULL for a step that the form does not show. */
char *sc_backing_write_row (const ScBacking *self, guint stage, guint step, guint depth);
/* The name of a stage's tab: "StageStep3". Free with g_free(). */
char *sc_backing_get_tab_name (const ScBacking *self, guint stage);

/* The standard views. Where the table of the first stage has no owner there are two less. */
guint sc_backing_count_views (const ScBacking *self);
char *sc_backing_get_view_id (const ScBacking *self, guint view);
GBytes *sc_backing_write_view_file (const ScBacking *self, guint view);

/* The empty changes to the command bar. */
GBytes *sc_backing_write_ribbon_file (void);

G_END_DECLS
