/* sc-outline-text.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-outline-text.h"

#include <glib/gi18n-lib.h>

#include "sc-category-choices.h"
#include "sc-language.h"

static char *
make_valid (const char *text)
{
  return text != NULL ? g_utf8_make_valid (text, -1) : g_strdup ("");
}

ScOutlineManner
sc_outline_get_manner (ScOutlineItem *item, ScOutlineColumn column)
{
  const ScOutlineFacts *facts = sc_outline_item_get_facts (item);
  ScOutlineKind kind = sc_outline_item_get_kind (item);
  gboolean is_stage = kind == SC_OUTLINE_STAGE;

  if (!is_stage && kind != SC_OUTLINE_STEP)
    return column.field == SC_OUTLINE_NAME ? SC_OUTLINE_TYPED : SC_OUTLINE_FIXED;
  switch (column.field)
    {
    case SC_OUTLINE_NAME:
    case SC_OUTLINE_LABEL:
      return SC_OUTLINE_TYPED;
    case SC_OUTLINE_REQUIRED:
      return is_stage ? SC_OUTLINE_FIXED : SC_OUTLINE_SWITCHED;
    case SC_OUTLINE_BINDING:
      return is_stage || facts->step->kind == SC_STEP_DATA ? SC_OUTLINE_CHOSEN : SC_OUTLINE_FIXED;
    case SC_OUTLINE_TYPE:
      return is_stage ? SC_OUTLINE_CHOSEN : SC_OUTLINE_FIXED;
    case SC_OUTLINE_NEXT:
    default:
      return SC_OUTLINE_FIXED;
    }
}

char *
sc_outline_dup_title (ScOutlineColumn column)
{
  switch (column.field)
    {
    case SC_OUTLINE_NAME:
      return g_strdup (_ ("Name"));
    case SC_OUTLINE_REQUIRED:
      return g_strdup (_ ("Required"));
    case SC_OUTLINE_BINDING:
      return g_strdup (_ ("Table, Column"));
    case SC_OUTLINE_TYPE:
      return g_strdup (_ ("Category, Type"));
    case SC_OUTLINE_NEXT:
      return g_strdup (_ ("Next"));
    case SC_OUTLINE_LABEL:
    default:
      return sc_language_dup_name (column.language);
    }
}

static const char *
get_label (ScEditor *editor, ScOutlineItem *item)
{
  const ScOutlineFacts *facts = sc_outline_item_get_facts (item);
  int language = sc_editor_get_language (editor);

  return facts->step != NULL ? sc_step_get_label (facts->step, language)
                             : sc_stage_get_label (facts->stage, language);
}

static const ScColumn *
find_column (ScEditor *editor, const ScOutlineFacts *facts)
{
  return sc_editor_find_column (editor, facts->stage->table, facts->step->column);
}

static char *
describe_binding (ScEditor *editor, const ScOutlineFacts *facts)
{
  const ScColumn *column;

  if (facts->step == NULL)
    return make_valid (sc_editor_get_table_label (editor, facts->stage->table));
  if (facts->step->kind != SC_STEP_DATA)
    return make_valid (facts->step->process_name);
  column = find_column (editor, facts);
  return make_valid (column != NULL ? sc_column_get_label (column, sc_editor_get_language (editor))
                                    : facts->step->column);
}

static char *
describe_type (ScEditor *editor, const ScOutlineFacts *facts)
{
  const ScColumn *column;
  ScColumnType type = SC_COLUMN_UNKNOWN;

  if (facts->step == NULL)
    return facts->stage->category != SC_CATEGORY_NONE
               ? sc_category_dup_name (facts->stage->category)
               : g_strdup ("");
  if (facts->step->kind != SC_STEP_DATA)
    return g_strdup (facts->step->kind == SC_STEP_ACTION ? _ ("Action step") : _ ("Flow step"));
  column = find_column (editor, facts);
  if (column != NULL)
    type = column->type;
  else if (facts->step->column != NULL && facts->step->class_id != NULL)
    type = sc_column_type_from_class_id (facts->step->class_id);
  return g_strdup (type != SC_COLUMN_UNKNOWN ? sc_column_type_get_title (type) : "");
}

static char *
describe_label (const ScOutlineFacts *facts, int language)
{
  return make_valid (sc_labels_get_exact (
      facts->step != NULL ? facts->step->labels : facts->stage->labels, language));
}

char *
sc_outline_dup_value (ScEditor *editor, ScOutlineItem *item, ScOutlineColumn column)
{
  const ScOutlineFacts *facts = sc_outline_item_get_facts (item);
  ScOutlineKind kind = sc_outline_item_get_kind (item);

  if (kind != SC_OUTLINE_STAGE && kind != SC_OUTLINE_STEP)
    return g_strdup ("");
  switch (column.field)
    {
    case SC_OUTLINE_NAME:
      return make_valid (get_label (editor, item));
    case SC_OUTLINE_BINDING:
      return describe_binding (editor, facts);
    case SC_OUTLINE_TYPE:
      return describe_type (editor, facts);
    case SC_OUTLINE_LABEL:
      return describe_label (facts, column.language);
    case SC_OUTLINE_NEXT:
      return g_strdup (kind == SC_OUTLINE_STAGE && facts->next != NULL ? facts->next : "");
    case SC_OUTLINE_REQUIRED:
    default:
      return g_strdup ("");
    }
}

char *
sc_outline_dup_text (ScEditor *editor, ScOutlineItem *item, ScOutlineColumn column)
{
  ScOutlineKind kind = sc_outline_item_get_kind (item);
  g_autofree char *value = sc_outline_dup_value (editor, item, column);

  if (kind == SC_OUTLINE_ADD_STEP)
    return g_strdup (column.field == SC_OUTLINE_NAME ? _ ("Add step") : "");
  if (kind == SC_OUTLINE_ADD_STAGE)
    return g_strdup (column.field == SC_OUTLINE_NAME ? _ ("Add stage") : "");
  if (column.field == SC_OUTLINE_NAME && *value == '\0')
    return g_strdup (kind == SC_OUTLINE_STAGE ? _ ("Stage without a label")
                                              : _ ("Step without a label"));
  return g_steal_pointer (&value);
}

static char *
describe_stage (const ScOutlineFacts *facts, const char *label)
{
  guint n = sc_list_length (facts->stage->steps);

  /* TRANSLATORS: said by screen readers: "Stage 2 of 4, Develop, 5 steps". */
  return g_strdup_printf (
      ngettext ("Stage %u of %u, %s, %u step", "Stage %u of %u, %s, %u steps", n), facts->number,
      facts->total, label, n);
}

static char *
describe_step (const ScOutlineFacts *facts, const char *label)
{
  /* TRANSLATORS: said by screen readers: "Step 3 of 5, Budget, required". */
  return g_strdup_printf (facts->step->required ? _ ("Step %u of %u, %s, required")
                                                : _ ("Step %u of %u, %s"),
                          facts->number, facts->total, label);
}

char *
sc_outline_dup_row_name (ScEditor *editor, ScOutlineItem *item)
{
  const ScOutlineFacts *facts = sc_outline_item_get_facts (item);
  ScOutlineKind kind = sc_outline_item_get_kind (item);
  const char *problem = sc_outline_item_get_problem (item);
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  if (kind == SC_OUTLINE_ADD_STAGE)
    return g_strdup (_ ("Add stage"));
  label = make_valid (get_label (editor, item));
  if (kind == SC_OUTLINE_ADD_STEP)
    /* TRANSLATORS: the name of a stage. */
    return g_strdup_printf (_ ("Add step to %s"), label);
  name = kind == SC_OUTLINE_STAGE ? describe_stage (facts, label) : describe_step (facts, label);
  if (problem == NULL)
    return g_steal_pointer (&name);
  /* TRANSLATORS: a stage or step, and what is wrong with it. */
  return g_strdup_printf (_ ("%s. %s"), name, problem);
}

static char *
count_required (const ScStage *stage)
{
  guint n = 0;

  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      n += step->required ? 1 : 0;
    }
  /* TRANSLATORS: so many of the steps of a stage. */
  return g_strdup_printf (_ ("%u of %u"), n, sc_list_length (stage->steps));
}

char *
sc_outline_dup_cell_name (ScEditor *editor, ScOutlineItem *item, ScOutlineColumn column)
{
  const ScOutlineFacts *facts = sc_outline_item_get_facts (item);
  g_autofree char *title = NULL;
  g_autofree char *value = NULL;

  if (column.field == SC_OUTLINE_NAME)
    return sc_outline_dup_row_name (editor, item);
  title = sc_outline_dup_title (column);
  if (column.field == SC_OUTLINE_REQUIRED && sc_outline_item_get_kind (item) == SC_OUTLINE_STAGE)
    value = count_required (facts->stage);
  else if (column.field == SC_OUTLINE_REQUIRED && facts->step != NULL)
    value = g_strdup (facts->step->required ? _ ("Yes") : _ ("No"));
  else
    value = sc_outline_dup_value (editor, item, column);
  /* TRANSLATORS: the title of a column, and what a cell says in it. */
  return g_strdup_printf (_ ("%s: %s"), title, *value != '\0' ? value : _ ("None"));
}
