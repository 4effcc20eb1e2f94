/* sc-xaml-writer.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-flow.h"
#include "sc-xaml-names.h"

G_BEGIN_DECLS

/* Private: what the functions that write XAML share. Indents as .NET's XmlWriter does; values are
 * escaped as XamlXmlWriter escapes them. */
typedef struct
{
  GString *text;
  guint depth;
  const char *version; /* of the assemblies */

  /* The numbers that were given last; they show in every DisplayName. */
  guint number;
  guint entity;
  guint condition; /* conditions are numbered behind everything else */
} ScXamlWriter;

/* What a document contains that decides which namespaces it declares. */
typedef enum
{
  SC_XAML_NEEDS_NOTHING = 0,
  SC_XAML_NEEDS_FLOW = 1 << 0,   /* stages and their labels */
  SC_XAML_NEEDS_CLIENT = 1 << 1, /* what also runs in a browser: branches, formulas */
  SC_XAML_NEEDS_QUERY = 1 << 2,  /* operators of conditions */
  SC_XAML_NEEDS_SYSTEM = 1 << 3  /* types of .NET */
} ScXamlNeeds;

/* Everything around the activities of a process; id: without dashes. */
void sc_xaml_writer_open_root (ScXamlWriter *self, const char *id, ScXamlNeeds needs);
void sc_xaml_writer_close_root (ScXamlWriter *self);

/* One line. In format:
 *   %s  a string as it is       %u  a guint
 *   %a  an attribute's value    %t  text between tags */
void sc_xaml_writer_line (ScXamlWriter *self, const char *format, ...);
/* More on the line that is being written; the format is the same. */
void sc_xaml_writer_append (ScXamlWriter *self, const char *format, ...);
/* A line that opens an element: what follows, up to _close, is inside. */
void sc_xaml_writer_open (ScXamlWriter *self, const char *format, ...);
void sc_xaml_writer_close (ScXamlWriter *self, const char *tag);

/* <tag attributes>text</tag>, with xml:space where the text would not survive without. */
void
sc_xaml_writer_text (ScXamlWriter *self, const char *tag, const char *attributes, const char *text);
/* A property of that type; a null for a NULL text. */
void
sc_xaml_writer_property (ScXamlWriter *self, const char *type, const char *key, const char *text);
void sc_xaml_writer_boolean (ScXamlWriter *self, const char *key, gboolean value);
void sc_xaml_writer_null (ScXamlWriter *self, const char *key);

/* An activity and its DisplayName: "title", "title7" or "title7: name". key is nullable. */
void sc_xaml_writer_open_activity (ScXamlWriter *self,
                                   const char *key,
                                   ScXamlClass klass,
                                   const char *title,
                                   guint number,
                                   const char *name);
/* An activity whose properties, after its empty Variables, come next. */
void sc_xaml_writer_open_composite (ScXamlWriter *self,
                                    const char *key,
                                    ScXamlClass klass,
                                    const char *title,
                                    guint number,
                                    const char *name);
void sc_xaml_writer_close_composite (ScXamlWriter *self);
void sc_xaml_writer_no_variables (ScXamlWriter *self);
/* The Activities of a composite; without any there is nothing to close. */
void sc_xaml_writer_open_activities (ScXamlWriter *self);
void sc_xaml_writer_close_activities (ScXamlWriter *self);
void sc_xaml_writer_no_activities (ScXamlWriter *self);
void sc_xaml_writer_open_arguments (ScXamlWriter *self);
void sc_xaml_writer_close_arguments (ScXamlWriter *self);
void sc_xaml_writer_open_properties (ScXamlWriter *self);
void sc_xaml_writer_close_properties (ScXamlWriter *self);

/* The parts of a stage, each in a file of its own. */
void sc_xaml_write_labels (ScXamlWriter *self, const ScList *labels, const char *owner);
void sc_xaml_write_step (ScXamlWriter *self, const ScStep *step);
void sc_xaml_write_trigger (ScXamlWriter *self, const ScTrigger *trigger);
void sc_xaml_write_condition (ScXamlWriter *self, const ScCondition *condition, const char *stage);

G_END_DECLS
