/* sc-backing-form.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-backing-private.h"

#include "sc-derived-id.h"
#include "sc-id.h"
#include "sc-xaml-names.h"

char *
sc_backing_get_form_id (const ScBacking *self)
{
  return sc_derived_id_new (self->flow->id, "form/main");
}

/* The numbers that a step takes in XAML, of which the last is that of its control. */
static guint
count_step_numbers (const ScStep *step)
{
  return step->kind == SC_STEP_DATA ? 2 : 3;
}

/* The number that a stage has in XAML: behind the relationships and all stages before it, each
 * with an entity around it. */
static guint
get_stage_number (const ScFlow *flow, guint position)
{
  guint number = 1 + sc_list_length (flow->transitions);

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      number += 2;
      if (stage_i == position)
        return number;
      number += sc_list_length (stage->triggers);
      sc_list_foreach (stage->steps, const ScStep *, step)
        number += count_step_numbers (step);
    }
  return number;
}

static guint
get_control_number (const ScFlow *flow, guint stage_position, guint step_position)
{
  const ScStage *stage = sc_list_at (flow->stages, stage_position);
  guint number = get_stage_number (flow, stage_position);

  for (guint i = 0; i <= step_position; i++)
    number += count_step_numbers (sc_list_at (stage->steps, i));
  return number;
}

char *
sc_backing_get_tab_name (const ScBacking *self, guint stage)
{
  return g_strdup_printf ("StageStep%u", get_stage_number (self->flow, stage));
}

static char *
derive_label_id (const ScBacking *self, const char *kind, const char *id)
{
  g_autofree char *plain = sc_id_normalize (id);
  g_autofree char *purpose
      = g_strconcat ("form/main/", kind, "/", plain != NULL ? plain : id, NULL);

  return sc_derived_id_new (self->flow->id, purpose);
}

static const char *
get_process (const ScStep *step)
{
  return step->process_id != NULL ? step->process_id : "";
}

/* The relationship through which the form shows a column of the stage's table. NULL for a flow on
 * its own table, which Dataverse calls immersive. */
static char *
get_relationship (const ScBacking *self, const ScStage *stage)
{
  const char *table = stage->table != NULL ? stage->table : "";

  return g_ascii_strcasecmp (table, self->name) != 0 ? sc_backing_get_relationship (self, table)
                                                     : NULL;
}

/* The id of a control says what it runs or where its column is. */
static char *
make_control_id (const ScStep *step, const char *control, const char *relationship)
{
  const char *action = step->action_id != NULL ? step->action_id : step->id;

  switch (step->kind)
    {
    case SC_STEP_ACTION:
      return g_strdup_printf ("%s:%s_actionstep", action, get_process (step));
    case SC_STEP_FLOW:
      return g_strdup_printf ("%s:%s_flowstep", control, get_process (step));
    case SC_STEP_DATA:
    default:
      return relationship != NULL ? g_strdup_printf ("%s:%s", relationship, control)
                                  : g_strdup (control);
    }
}

/* A step without a column and without a button, such as a link, has no place on the form. */
static gboolean
is_shown (const ScStep *step)
{
  return step->kind != SC_STEP_DATA || step->column != NULL;
}

static void
write_control (
    const ScBacking *self, ScMarkup *markup, const ScStage *stage, const ScStep *step, guint number)
{
  const char *field = step->column;
  const char *class_id
      = step->class_id != NULL ? step->class_id : sc_column_type_get_class_id (SC_COLUMN_TEXT);
  g_autofree char *derived = sc_xaml_derive_control_id (step, number);
  g_autofree char *relationship = get_relationship (self, stage);
  gboolean related = step->kind == SC_STEP_DATA && relationship != NULL;
  g_autofree char *id = NULL;

  if (step->kind != SC_STEP_DATA)
    field = step->control_id != NULL ? step->control_id : derived;
  id = make_control_id (step, field, relationship);
  sc_markup_line (
      markup,
      "<control id=\"%a\" classid=\"{%a}\" datafieldname=\"%a\"%s%a%s isrequired=\"%s\" "
      "disabled=\"false\" />",
      id, class_id, field, related ? " relationship=\"" : "", related ? relationship : "",
      related ? "\"" : "", step->required ? "true" : "false");
}

static void
write_row (const ScBacking *self, ScMarkup *markup, guint stage_position, guint step_position)
{
  const ScStage *stage = sc_list_at (self->flow->stages, stage_position);
  const ScStep *step = sc_list_at (stage->steps, step_position);
  g_autofree char *label_id = derive_label_id (self, "cell-label", step->id);

  sc_markup_open (markup, "<row>");
  sc_markup_open (markup, "<cell id=\"%i\" showlabel=\"true\" visible=\"true\" labelid=\"%i\">",
                  step->id, label_id);
  sc_markup_labels (markup, "labels", "label", step->labels, sc_step_get_label (step, 0),
                    self->language);
  write_control (self, markup, stage, step,
                 get_control_number (self->flow, stage_position, step_position));
  sc_markup_close (markup, "cell");
  sc_markup_close (markup, "row");
}

static void
write_rows (const ScBacking *self, ScMarkup *markup, guint stage_position)
{
  const ScStage *stage = sc_list_at (self->flow->stages, stage_position);
  gboolean open = FALSE;

  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      if (!is_shown (step))
        continue;
      if (!open)
        sc_markup_open (markup, "<rows>");
      open = TRUE;
      write_row (self, markup, stage_position, step_i);
    }
  if (open)
    sc_markup_close (markup, "rows");
  else
    sc_markup_line (markup, "<rows />");
}

static void
write_section (const ScBacking *self, ScMarkup *markup, guint position, const char *name)
{
  const ScStage *stage = sc_list_at (self->flow->stages, position);
  g_autofree char *id = derive_label_id (self, "section", stage->id);
  g_autofree char *label_id = derive_label_id (self, "section-label", stage->id);

  sc_markup_open (markup,
                  "<section showbar=\"false\" columns=\"1\" id=\"%i\" name=\"%s_section1\" "
                  "labelid=\"%i\">",
                  id, name, label_id);
  sc_markup_labels (markup, "labels", "label", stage->labels, sc_stage_get_label (stage, 0),
                    self->language);
  write_rows (self, markup, position);
  sc_markup_close (markup, "section");
}

static void
write_tab (const ScBacking *self, ScMarkup *markup, guint position)
{
  const ScStage *stage = sc_list_at (self->flow->stages, position);
  g_autofree char *name = sc_backing_get_tab_name (self, position);
  g_autofree char *label_id = derive_label_id (self, "tab-label", stage->id);

  sc_markup_open (markup,
                  "<tab verticallayout=\"true\" id=\"%i\" name=\"%s\" locklevel=\"0\" "
                  "expanded=\"true\" visible=\"false\" labelid=\"%i\">",
                  stage->id, name, label_id);
  sc_markup_labels (markup, "labels", "label", stage->labels, sc_stage_get_label (stage, 0),
                    self->language);
  sc_markup_open (markup, "<columns>");
  sc_markup_open (markup, "<column width=\"100%%\">");
  sc_markup_open (markup, "<sections>");
  write_section (self, markup, position, name);
  sc_markup_close (markup, "sections");
  sc_markup_close (markup, "column");
  sc_markup_close (markup, "columns");
  sc_markup_close (markup, "tab");
}

static void
write_tabs (const ScBacking *self, ScMarkup *markup)
{
  if (self->flow->stages == NULL)
    {
      sc_markup_line (markup, "<tabs />");
      return;
    }
  sc_markup_open (markup, "<tabs>");
  for (guint i = 0; i < sc_list_length (self->flow->stages); i++)
    write_tab (self, markup, i);
  sc_markup_close (markup, "tabs");
}

void
sc_backing_add_forms (const ScBacking *self, ScMarkup *markup, gboolean root)
{
  static const char *const head[]
      = { SC_BACKING_INTRODUCED, "FormPresentation=1", "FormActivationState=1", NULL };
  static const char *const tail[] = { "IsCustomizable=1", "CanBeDeleted=1", NULL };
  g_autofree char *id = sc_backing_get_form_id (self);

  sc_markup_open (markup, "<forms%s>", root ? SC_MARKUP_XSI : " type=\"main\"");
  sc_markup_open (markup, "<systemform>");
  sc_markup_line (markup, "<formid>%i</formid>", id);
  sc_markup_elements (markup, head);
  sc_markup_open (markup, "<form>");
  write_tabs (self, markup);
  sc_markup_close (markup, "form");
  sc_markup_elements (markup, tail);
  sc_markup_description (markup, "LocalizedNames", "LocalizedName", "Information", self->language);
  sc_markup_description (markup, "Descriptions", "Description", "A form for this entity.",
                         self->language);
  sc_markup_close (markup, "systemform");
  sc_markup_close (markup, "forms");
}

GBytes *
sc_backing_write_form_file (const ScBacking *self)
{
  ScMarkup markup = SC_MARKUP_INIT (0);

  sc_backing_add_forms (self, &markup, TRUE);
  return sc_markup_finish_file (&markup);
}

char *
sc_backing_write_tab (const ScBacking *self, guint stage, guint depth)
{
  ScMarkup markup = SC_MARKUP_INIT (depth);

  write_tab (self, &markup, stage);
  return sc_markup_finish (&markup);
}

char *
sc_backing_write_row (const ScBacking *self, guint stage, guint step, guint depth)
{
  const ScStage *place = sc_list_get (self->flow->stages, stage);
  ScMarkup markup = SC_MARKUP_INIT (depth);

  if (place == NULL || step >= sc_list_length (place->steps)
      || !is_shown (sc_list_get (place->steps, step)))
    {
      g_string_free (markup.text, TRUE);
      return NULL;
    }
  write_row (self, &markup, stage, step);
  return sc_markup_finish (&markup);
}
