/* sc-persona-flow-row.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-persona-flow-row.h"

#include <glib/gi18n-lib.h>

#include "sc-persona-line.h"

/* When they lack no more than that, it is said what they lack. */
#define FEW 3

struct _ScPersonaFlowRow
{
  AdwExpanderRow parent_instance;

  ScPersonaAccess *access;
  ScFlow *flow;
  int language;

  GtkImage *sign;
  GtkWidget *acts[SC_N_ACTS]; /* of GtkFlowBoxChild; NULL until it is opened */
  GPtrArray *lines;           /* of ScPersonaLine; they belong to the row */
};

G_DEFINE_FINAL_TYPE (ScPersonaFlowRow, sc_persona_flow_row, ADW_TYPE_EXPANDER_ROW)

/* Those whose outcome is `may`, with commas. */
static char *
dup_titles (const gboolean acts[SC_N_ACTS], gboolean may)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < SC_N_ACTS; i++)
    {
      if (acts[i] == may)
        g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "",
                                sc_flow_act_get_title ((ScFlowAct) i));
    }
  return g_string_free (text, FALSE);
}

static char *
describe (ScPersonaFlowRow *self, const gboolean acts[SC_N_ACTS])
{
  g_autofree char *titles = NULL;
  guint n_lacking = 0;
  char *why;

  if (!acts[SC_ACT_SEE])
    {
      sc_persona_access_may (self->access, self->flow, SC_ACT_SEE, &why);
      return why;
    }
  for (int i = 0; i < SC_N_ACTS; i++)
    n_lacking += !acts[i];
  if (n_lacking == 0)
    return g_strdup (_ ("Everything"));
  titles = dup_titles (acts, n_lacking > FEW);
  return n_lacking > FEW ? g_strdup_printf (_ ("Only: %s"), titles)
                         : g_strdup_printf (_ ("Everything but: %s"), titles);
}

static void
show_summary (ScPersonaFlowRow *self)
{
  gboolean acts[SC_N_ACTS];
  const char *label = sc_flow_get_label (self->flow, self->language);
  g_autofree char *summary = NULL;

  for (int i = 0; i < SC_N_ACTS; i++)
    acts[i] = sc_persona_access_may (self->access, self->flow, (ScFlowAct) i, NULL);
  summary = describe (self, acts);
  sc_persona_sign_show (self->sign, !acts[SC_ACT_SEE]    ? SC_PERSONA_NO
                                    : !acts[SC_ACT_NEXT] ? SC_PERSONA_READ_ONLY
                                                         : SC_PERSONA_YES);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), label);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary, -1);
}

static GtkWidget *
create_act (void)
{
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 14);
  gtk_box_append (GTK_BOX (box), sc_persona_sign_new ());
  gtk_box_append (GTK_BOX (box), label);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  return child;
}

static void
create_acts (ScPersonaFlowRow *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_flow_box_new ();

  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (box), TRUE);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (box), 2);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), 5);
  gtk_widget_add_css_class (box, "acts");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Buttons of the bar"), -1);
  for (int i = 0; i < SC_N_ACTS; i++)
    {
      self->acts[i] = create_act ();
      gtk_flow_box_append (GTK_FLOW_BOX (box), self->acts[i]);
    }
  /* The row is only there to hold them. */
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
show_act (ScPersonaFlowRow *self, ScFlowAct act)
{
  GtkWidget *child = self->acts[act];
  GtkWidget *image
      = gtk_widget_get_first_child (gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child)));
  GtkWidget *label = gtk_widget_get_next_sibling (image);
  g_autofree char *why = NULL;
  gboolean may = sc_persona_access_may (self->access, self->flow, act, &why);
  const char *title = sc_flow_act_get_title (act);
  g_autofree char *name = g_strdup_printf (may ? _ ("%s: yes") : _ ("%s: no"), title);

  sc_persona_sign_show (GTK_IMAGE (image), may ? SC_PERSONA_YES : SC_PERSONA_NO);
  gtk_label_set_label (GTK_LABEL (label), title);
  if (may)
    gtk_widget_remove_css_class (label, "dim-label");
  else
    gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_tooltip_text (child, why);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, why != NULL ? why : "", -1);
}

static void
show_stage (ScPersonaLine *line, const ScStageAccess *stage, int language)
{
  const char *label = sc_stage_get_label (stage->stage, language);

  if (!stage->reached)
    sc_persona_line_set (line, SC_PERSONA_WARNING, label, stage->why, _ ("Not reached"));
  else if (!stage->read)
    sc_persona_line_set (line, SC_PERSONA_CONCEALED, label, stage->why, _ ("Names only"));
  else if (!stage->write)
    sc_persona_line_set (line, SC_PERSONA_READ_ONLY, label, stage->why, _ ("Read-only"));
  else
    sc_persona_line_set (line, SC_PERSONA_WARNING, label, stage->why, _ ("No new row"));
}

/* Only where something is missing; nothing of a flow whose bar they do not see. */
static void
show_stages (ScPersonaFlowRow *self)
{
  g_autoptr (GArray) stages = sc_persona_access_list_stages (self->access, self->flow);
  gboolean seen = sc_persona_access_may (self->access, self->flow, SC_ACT_SEE, NULL);
  guint n = 0;

  for (guint i = 0; i < stages->len; i++)
    n += seen && g_array_index (stages, ScStageAccess, i).why != NULL;
  sc_persona_lines_resize (self->lines, ADW_EXPANDER_ROW (self), n > 0 || !seen ? n : 1);
  n = 0;
  for (guint i = 0; seen && i < stages->len; i++)
    {
      const ScStageAccess *stage = &g_array_index (stages, ScStageAccess, i);

      if (stage->why != NULL)
        show_stage (g_ptr_array_index (self->lines, n++), stage, self->language);
    }
  if (seen && n == 0)
    sc_persona_line_set (g_ptr_array_index (self->lines, 0), SC_PERSONA_YES,
                         _ ("Can work in every stage"), NULL, NULL);
}

static void
show_details (ScPersonaFlowRow *self)
{
  if (self->access == NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  if (self->acts[0] == NULL)
    create_acts (self);
  for (int i = 0; i < SC_N_ACTS; i++)
    show_act (self, (ScFlowAct) i);
  show_stages (self);
}

static void
sc_persona_flow_row_dispose (GObject *object)
{
  ScPersonaFlowRow *self = SC_PERSONA_FLOW_ROW (object);

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->access, sc_persona_access_unref);
  g_clear_pointer (&self->flow, sc_flow_unref);

  G_OBJECT_CLASS (sc_persona_flow_row_parent_class)->dispose (object);
}

static void
sc_persona_flow_row_class_init (ScPersonaFlowRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_persona_flow_row_dispose;
}

static void
sc_persona_flow_row_init (ScPersonaFlowRow *self)
{
  GtkWidget *sign = sc_persona_sign_new ();

  self->lines = g_ptr_array_new ();
  self->sign = GTK_IMAGE (sign);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), sign);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (show_details), NULL);
}

GtkWidget *
sc_persona_flow_row_new (void)
{
  return g_object_new (SC_TYPE_PERSONA_FLOW_ROW, "use-markup", FALSE, NULL);
}

void
sc_persona_flow_row_update (ScPersonaFlowRow *self,
                            ScPersonaAccess *access,
                            const ScFlow *flow,
                            int language)
{
  g_return_if_fail (SC_IS_PERSONA_FLOW_ROW (self));

  sc_persona_access_ref (access);
  g_clear_pointer (&self->access, sc_persona_access_unref);
  self->access = access;
  sc_flow_ref (flow);
  g_clear_pointer (&self->flow, sc_flow_unref);
  self->flow = (ScFlow *) flow;
  self->language = language;
  show_summary (self);
  show_details (self);
}
