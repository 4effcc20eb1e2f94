/* sc-column-uses.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-column-uses.h"

#include "sc-id.h"
#include "sc-name.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const ScStage *stage;
  const ScStep *step;
} Use;

struct _ScColumnUses
{
  ScFlow *flow;     /* nullable */
  GHashTable *uses; /* logical name → GArray of Use */
};

static void
add_stage (ScColumnUses *self, const ScStage *stage)
{
  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      const Use use = { stage, step };
      GArray *uses;

      if (step->column == NULL)
        continue;
      uses = g_hash_table_lookup (self->uses, step->column);
      if (uses == NULL)
        {
          uses = g_array_new (FALSE, FALSE, sizeof (Use));
          g_hash_table_insert (self->uses, (gpointer) step->column, uses);
        }
      g_array_append_val (uses, use);
    }
}

ScColumnUses *
sc_column_uses_new (const ScFlow *flow, const char *table)
{
  ScColumnUses *self = g_new0 (ScColumnUses, 1);

  self->flow = flow != NULL ? sc_flow_ref (flow) : NULL;
  self->uses = g_hash_table_new_full (sc_name_hash, (GEqualFunc) sc_name_equal, NULL,
                                      (GDestroyNotify) g_array_unref);
  sc_list_foreach (flow != NULL ? flow->stages : NULL, const ScStage *, stage)
    {
      if (sc_name_equal (stage->table, table))
        add_stage (self, stage);
    }
  return self;
}

void
sc_column_uses_free (ScColumnUses *self)
{
  g_hash_table_unref (self->uses);
  sc_flow_unref (self->flow);
  g_free (self);
}

guint
sc_column_uses_count (const ScColumnUses *self, const char *column)
{
  const GArray *uses = g_hash_table_lookup (self->uses, column);

  return uses != NULL ? uses->len : 0;
}

char *
sc_column_uses_dup_stages (const ScColumnUses *self, const char *column, int language)
{
  const GArray *uses = g_hash_table_lookup (self->uses, column);
  g_autoptr (GString) text = g_string_new (NULL);
  const ScStage *last = NULL;

  for (guint i = 0; uses != NULL && i < uses->len; i++)
    {
      const Use *use = &g_array_index (uses, Use, i);

      if (use->stage != last)
        g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "",
                                sc_stage_get_label (use->stage, language));
      last = use->stage;
    }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

const char *
sc_column_uses_find_next (const ScColumnUses *self, const char *column, const char *step)
{
  const GArray *uses = g_hash_table_lookup (self->uses, column);

  if (uses == NULL)
    return NULL;
  for (guint i = 0; i + 1 < uses->len; i++)
    {
      if (sc_id_equal (g_array_index (uses, Use, i).step->id, step))
        return g_array_index (uses, Use, i + 1).step->id;
    }
  return g_array_index (uses, Use, 0).step->id;
}
