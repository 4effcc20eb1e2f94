/* sc-xml-edit.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-splice.h"

G_BEGIN_DECLS

/* Small changes to one element of a text that other tools own, in the manner of what stands
 * around them: the same line ends, the same indentation. */

/* What stands before node on its line; "" when that is more than white space. Free with
 * g_free(). */
char *sc_xml_edit_get_indent (const ScXmlNode *node, GBytes *bytes);

/* What stands between the children of parent, or would: a line end and their indentation. Free
 * with g_free(). */
char *sc_xml_edit_get_child_gap (const ScXmlNode *parent, GBytes *bytes);

/* What node is called in its tags: with its prefix. Free with g_free(). */
char *sc_xml_edit_get_tag_name (const ScXmlNode *node, GBytes *bytes);

/* Sets, adds (as the last one) or, with a NULL value, takes out an attribute. */
void sc_xml_edit_attribute (
    ScSplice *splice, GBytes *bytes, const ScXmlNode *node, const char *name, const char *value);

/* Puts elements, each a text, into parent: behind after, or as the first ones when that is NULL.
 * An element that is empty gets its first children with one call. */
void sc_xml_edit_insert (ScSplice *splice,
                         GBytes *bytes,
                         const ScXmlNode *parent,
                         const ScXmlNode *after,
                         GPtrArray *elements);

/* The same in front of a child that stays. */
void sc_xml_edit_insert_before (ScSplice *splice,
                                GBytes *bytes,
                                const ScXmlNode *node,
                                GPtrArray *elements);

/* What a child of a sorted list is sorted by; NULL for one that has no place in the order. */
typedef const char *(*ScXmlKey) (const ScXmlNode *child);

/* An element, as a text, that a sorted list gets. */
typedef struct
{
  const char *key;
  const char *element;
} ScXmlAddition;

/* Takes the children in removed (a set of nodes) out of list and puts others in, each behind the
 * last one that stays and comes before it, without regard to case. added is sorted. empty is how
 * the list is written once nothing is left in it. */
void sc_xml_edit_list (ScSplice *splice,
                       GBytes *bytes,
                       const ScXmlNode *list,
                       GHashTable *removed,
                       const ScXmlAddition *added,
                       guint n_added,
                       ScXmlKey get_key,
                       const char *empty);

/* Sets the text of a child, adds the child or, with a NULL text, takes it out. order names the
 * children in the order in which the schema wants them. */
void sc_xml_edit_child_text (ScSplice *splice,
                             GBytes *bytes,
                             const ScXmlNode *parent,
                             const char *name,
                             const char *text,
                             const char *const *order);

G_END_DECLS
