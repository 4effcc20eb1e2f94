/* sc-editor-metadata.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-editor-private.h"

#include "sc-metadata-loan.h"

void
sc_editor_set_catalogue (ScEditor *self, ScCatalogue *catalogue)
{
  sc_editor_forget_metadata (self);
  g_clear_pointer (&self->catalogue, sc_catalogue_unref);
  self->catalogue = catalogue != NULL ? sc_catalogue_ref (catalogue) : NULL;
}

static void
forget_lent (ScEditor *self)
{
  g_clear_pointer (&self->lent, sc_solution_unref);
  sc_solution_unref ((ScSolution *) g_steal_pointer (&self->lender));
}

void
sc_editor_forget_metadata (ScEditor *self)
{
  forget_lent (self);
  g_clear_pointer (&self->metadata, sc_metadata_unref);
}

ScMetadata *
sc_editor_get_metadata (ScEditor *self)
{
  const ScSolution *solution = sc_editor_get_solution (self);
  ScMetadata *followed;

  if (solution == NULL)
    return NULL;
  followed = self->metadata != NULL ? sc_metadata_follow (self->metadata, solution)
                                    : sc_metadata_new (solution, self->catalogue);
  g_clear_pointer (&self->metadata, sc_metadata_unref);
  self->metadata = followed;
  return followed;
}

const ScColumn *
sc_editor_find_column (ScEditor *self, const char *table, const char *column)
{
  ScMetadata *metadata = sc_editor_get_metadata (self);
  const ScMetadataColumn *known
      = metadata != NULL ? sc_metadata_find_column (metadata, table, column) : NULL;

  return known != NULL ? known->column : NULL;
}

const char *
sc_editor_get_table_label (ScEditor *self, const char *table)
{
  const ScMetadata *metadata = sc_editor_get_metadata (self);
  const ScTable *known
      = metadata != NULL ? sc_metadata_find_table ((ScMetadata *) metadata, table) : NULL;

  return known != NULL ? sc_table_get_label (known, sc_editor_get_language (self)) : table;
}

const ScSolution *
sc_editor_lend (ScEditor *self)
{
  const ScSolution *solution = sc_editor_get_solution (self);
  const ScFlow *flow = sc_editor_get_flow (self);

  if (solution == NULL)
    return NULL;
  if (self->lender != solution || self->lent_flow != flow)
    {
      forget_lent (self);
      self->lender = sc_solution_ref (solution);
      self->lent_flow = flow;
      self->lent = sc_metadata_lend (sc_editor_get_metadata (self), solution, flow);
    }
  return self->lent;
}

ScSolution *
sc_editor_take_back (ScEditor *self, ScSolution *after)
{
  return sc_metadata_take_back (self->lender, self->lent, after);
}
