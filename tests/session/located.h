/* located.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-locator.h"

G_BEGIN_DECLS

#define FLOW(n)  "ffffffff-0000-4000-8000-00000000000" n
#define STAGE(n) "aaaaaaaa-0000-4000-8000-0000000000" n
#define STEP(n)  "bbbbbbbb-0000-4000-8000-0000000000" n

#define ACTIVITY(name) \
  "<mxswa:ActivityReference AssemblyQualifiedName=\"Microsoft.Crm.Workflow.Activities." name ","
#define LABELS "<sco:Collection x:TypeArguments=\"mcwo:StepLabel\" x:Key=\"StepLabels\">"

/* A problem of a rule (NULL: of none), and what has to stand where it is found. */
typedef struct
{
  const char *rule;
  const char *flow;
  const char *stage;
  const char *step;
  gboolean role;
  const char *file;   /* how the name of the file or entry ends */
  const char *entry;  /* the same in a zip; NULL: file */
  const char *starts; /* NULL: the file as a whole */
  const char *holds;  /* in the element or attribute; NULL: enough is known */
} LocatedRow;

/* What stands where a location points, found by counting lines and characters in the file, as an
 * editor does. */

/* The whole file; free with g_free(). */
char *located_text_read (const ScLocation *location);
/* The rest of that text from there on. */
const char *located_text_find (const char *text, const ScLocation *location);
/* The element or attribute that text begins with, up to its end; free with g_free(). */
char *located_text_cut (const char *text);

/* Asks for every row, once and again, with what is known by then and with nothing known. */
void located_check_rows (const char *path, const LocatedRow *rows, guint n_rows);
void located_check_row (ScLocator *locator, const LocatedRow *row, gboolean zip);

/* What stands in the XAML of the flow “Straight”, wherever that is. */
extern const LocatedRow located_straight_rows[];
extern const guint located_n_straight_rows;

/* The usual solution in a new folder below folder, with a stage on the table that it holds and
 * another order of one flow. Returns its path; free with g_free(). */
char *located_make_folder (const char *folder, const char *line_end);

#define LOCATED_TABLES_FILE "Workflows/Tables-FFFFFFFF-0000-4000-8000-000000000004.xaml"

G_END_DECLS
