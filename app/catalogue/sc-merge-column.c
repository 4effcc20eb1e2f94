/* sc-merge-column.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-merge-private.h"

/* A source that knows no more than names and coarse types: a $metadata document tells neither an
 * e-mail address from other text nor a customer from other lookups. */
static gboolean
is_coarse (const ScColumn *column)
{
  return column->required == SC_REQUIRED_UNKNOWN;
}

/* What a coarse type may be on closer inspection. */
static const struct
{
  ScColumnType coarse;
  ScColumnType fine;
} refinements[] = {
  { SC_COLUMN_TEXT, SC_COLUMN_TEXT_AREA },   { SC_COLUMN_TEXT, SC_COLUMN_EMAIL },
  { SC_COLUMN_TEXT, SC_COLUMN_URL },         { SC_COLUMN_TEXT, SC_COLUMN_PHONE },
  { SC_COLUMN_TEXT, SC_COLUMN_CHOICES },     { SC_COLUMN_TEXT, SC_COLUMN_OTHER },
  { SC_COLUMN_LOOKUP, SC_COLUMN_CUSTOMER },  { SC_COLUMN_LOOKUP, SC_COLUMN_OWNER },
  { SC_COLUMN_DECIMAL, SC_COLUMN_CURRENCY }, { SC_COLUMN_DATE_TIME, SC_COLUMN_DATE },
  { SC_COLUMN_INTEGER, SC_COLUMN_DURATION }, { SC_COLUMN_ID, SC_COLUMN_LOOKUP },
};

static gboolean
refines (ScColumnType fine, ScColumnType coarse)
{
  for (guint i = 0; i < G_N_ELEMENTS (refinements); i++)
    if (refinements[i].fine == fine && refinements[i].coarse == coarse)
      return TRUE;
  return FALSE;
}

/* Whether what one says of targets and options goes for the other. */
static gboolean
agree (ScColumnType a, ScColumnType b)
{
  return a == b || a == SC_COLUMN_UNKNOWN || b == SC_COLUMN_UNKNOWN || refines (a, b)
         || refines (b, a);
}

static void
merge_type (ScMetadataColumn *self,
            ScColumn *draft,
            gboolean coarse,
            const ScColumn *further,
            ScMetadataSource source)
{
  if (further->type == SC_COLUMN_UNKNOWN || further->type == draft->type)
    return;
  if (draft->type == SC_COLUMN_UNKNOWN || (coarse && refines (further->type, draft->type)))
    {
      draft->type = further->type;
      self->type_source = source;
    }
  else if (self->other == SC_METADATA_NONE
           && !(is_coarse (further) && refines (draft->type, further->type)))
    {
      self->other = source;
      self->other_type = further->type;
    }
}

void
sc_merge_column (ScMetadataColumn *self, const ScColumn *further, ScMetadataSource source)
{
  const ScColumn *before = self->column;
  const gboolean coarse = is_coarse (before);
  ScColumn *draft = sc_column_copy (before);

  if (draft->schema_name == NULL)
    sc_set_string (draft, schema_name, further->schema_name);
  if (draft->labels == NULL && further->labels != NULL)
    {
      sc_set_value (draft, labels, further->labels);
      self->label_source = source;
    }
  merge_type (self, draft, coarse, further, source);
  if (draft->targets == NULL && agree (draft->type, further->type))
    sc_set_value (draft, targets, further->targets);
  if (draft->options == NULL && agree (draft->type, further->type))
    sc_set_value (draft, options, further->options);
  if (coarse)
    {
      draft->required = further->required;
      draft->calculated |= further->calculated;
      draft->read_only |= further->read_only;
      draft->secured |= further->secured;
    }
  if (draft->form == SC_FORM_UNKNOWN)
    draft->form = further->form;

  if (sc_column_equal (draft, before))
    sc_column_unref (draft);
  else
    {
      sc_column_unref ((ScColumn *) before);
      self->column = draft;
    }
}
