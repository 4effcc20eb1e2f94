/* fuzz.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"

G_BEGIN_DECLS

/* One program per way in. Each has a file fuzz-NAME.c that defines what is below; fuzz-driver.c
 * makes a test of it that mutates for a while, fuzz-libfuzzer.c a target of libFuzzer. */

/* A text that found something once, or stands for what is hard. */
typedef struct
{
  const char *name;
  const char *text;
} FuzzCase;

/* "xaml", and what came of it before; ends without a name. */
extern const char fuzz_name[];
extern const FuzzCase fuzz_cases[];

/* Adds inputs that the reader takes (of GBytes), made by the writers of the project. */
void fuzz_add_seeds (GPtrArray *seeds);

/* Reads input. Where it is taken: what is written of it is read as the same, and is validated.
 * Returns whether it was taken; everything that must not be ends the program. */
gboolean fuzz_try (GBytes *input);

/* What targets share. */

/* Ends the program unless it holds; also in a build without assertions. */
#define fuzz_check(expression)                                               \
  G_STMT_START                                                               \
  {                                                                          \
    if (!(expression))                                                       \
      g_error ("%s:%d: does not hold: %s", __FILE__, __LINE__, #expression); \
  }                                                                          \
  G_STMT_END

/* A reader that failed says why, in a sentence that is text. */
void fuzz_check_error (gconstpointer result, const GError *error);
/* The solution is what its definition file holds, and validating it comes to an end. */
void fuzz_check_solution (const ScSolution *solution);
/* The same for a solution of nothing but that flow, or those tables (of ScTable). */
void fuzz_check_flow (const ScFlow *flow);
/* Ends the program with both flows as definition files. */
void fuzz_fail_unequal (const ScFlow *flow, const ScFlow *back) G_GNUC_NORETURN;
void fuzz_check_tables (const ScList *tables, const ScList *relationships);

void fuzz_add_text (GPtrArray *seeds, const char *text);

/* The input with one to four changes: bits and bytes, and what XML, tables of text and archives are
 * made of, taken away, doubled, swapped, put in from another seed or from a list of words. The same
 * random numbers give the same outcome. */
GBytes *fuzz_mutate (GRand *rand, GBytes *input, GPtrArray *seeds, gsize max_size);

G_END_DECLS
