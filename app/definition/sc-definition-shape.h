/* sc-definition-shape.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"
#include "sc-xml.h"

G_BEGIN_DECLS

/* The definition file as a table: which element holds which value, and how its fields are
 * written. The reader and the writer both follow it, so they cannot disagree; data/stagecraft.rng
 * says the same for other programs, and a test compares the two.
 *
 * An attribute is left out when its field has the default value. A text field that is NULL has no
 * attribute at all; "" is written. */

typedef enum
{
  SC_SHAPE_TEXT,           /* a string */
  SC_SHAPE_FLAG,           /* "true" or "false" */
  SC_SHAPE_NUMBER,         /* a decimal int, as short as possible */
  SC_SHAPE_WORD,           /* an int that has a name */
  SC_SHAPE_WORD_OR_NUMBER, /* an int that may have a name */
  SC_SHAPE_CONTROL         /* a string: a control class that has a name */
} ScShapeKind;

typedef struct
{
  const char *word;
  int value;
} ScShapeWord;

typedef enum
{
  SC_LIKENESS_NONE,
  SC_LIKENESS_ALWAYS,     /* left out when it is the text of the label attribute */
  SC_LIKENESS_WITH_COLUMN /* the same, in a step that has a column */
} ScLikeness;

typedef struct
{
  const char *name;
  ScShapeKind kind;
  gsize offset;
  gboolean required;        /* with a likeness: unless there is a label */
  gboolean alternative;     /* not together with the attribute before it in the table */
  const char *text;         /* default of a text; NULL: none */
  int number;               /* default of the others */
  const ScShapeWord *words; /* ends with a NULL word */
  ScLikeness likeness;
} ScShapeAttribute;

typedef struct _ScShape ScShape;

typedef enum
{
  SC_CHILD_MANY, /* a list of values */
  SC_CHILD_ONE,  /* one value, or NULL */
  SC_CHILD_TEXT  /* a string, or NULL; the shape has just a name */
} ScShapeCount;

typedef struct
{
  const ScShape *shape;
  gsize offset;
  ScShapeCount count;
  /* Children come in the order of the table; those that share a field are mixed. */
} ScShapeChild;

#define SC_SHAPE_NOWHERE G_MAXSIZE

struct _ScShape
{
  const char *name;
  const ScValueClass *klass;
  const ScShapeAttribute *attributes; /* ends without a name */
  const ScShapeChild *children;       /* ends without a shape; NULL: none */
  gsize labels;                       /* a list of ScLabel, or SC_SHAPE_NOWHERE */
  gsize text;                         /* a string: the text of the element, or SC_SHAPE_NOWHERE */
  gsize selector;                     /* an int that tells elements of one list apart */
  int selection;                      /* and its value in this one */
  gboolean tall;                      /* one attribute a line */
  gsize language; /* an int: the base language of the labels inside; 0: as around it */
};

#define SC_SHAPE_MAX_ATTRIBUTES 24

extern const ScShape sc_shape_solution;
extern const ScShape sc_shape_clip;
extern const ScShape sc_shape_table;
extern const ScShape sc_shape_catalogue;

/* What an element of that shape and all in it say, or NULL and an error that says where it does not
 * match. */
gpointer
sc_shape_read (const ScShape *shape, const ScXml *xml, const ScXmlNode *node, GError **error);
/* The same for a document with such an element as its root; name is what messages call it. */
gpointer
sc_shape_read_document (const ScShape *shape, GBytes *bytes, const char *name, GError **error);
/* A document with value as its root. */
GBytes *sc_shape_write (const ScShape *shape, gconstpointer value);

/* "table, role, …": what may stand in an attribute that has words; free with g_free(). */
char *sc_shape_list_words (const ScShapeAttribute *attribute);

G_END_DECLS
