/* schema-judge.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <libxml/relaxng.h>

G_BEGIN_DECLS

/* Judges files of packages by schemas that every real package passes. libxml2's RELAX NG validator
 * is the judge. */

typedef enum
{
  CUSTOMIZATIONS,
  SOLUTION,
  UNPACKED,
  N_SCHEMAS
} Schema;

typedef struct
{
  xmlRelaxNG *schemas[N_SCHEMAS];
  guint judged[N_SCHEMAS];
  GString *failures;
} SchemaJudge;

void schema_judge_init (SchemaJudge *self);
void schema_judge_clear (SchemaJudge *self);

/* Which schema a file of a package has to pass; N_SCHEMAS for none. */
Schema schema_judge_find (const char *path);
/* NULL when the schema takes the text, else why not. */
char *schema_judge_text (SchemaJudge *self, Schema schema, GBytes *bytes);

/* These add what is wrong to failures, with the name of the package. */
void
schema_judge_check_file (SchemaJudge *self, const char *package, const char *path, GBytes *bytes);
/* place: the folder within the package, "" for all of it. */
void schema_judge_check_folder (SchemaJudge *self,
                                const char *package,
                                const char *folder,
                                const char *place);
void schema_judge_check_zip (SchemaJudge *self, const char *package, const char *path);

G_END_DECLS
