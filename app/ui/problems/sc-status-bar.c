/* sc-status-bar.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-status-bar.h"

#include <glib/gi18n-lib.h>

#include "sc-meter.h"
#include "sc-problems-resources.h"
#include "sc-severity.h"
#include "sc-styles.h"

#define SPACING 18

enum
{
  METER_STAGES,
  METER_STEPS,
  METER_TABLES,
  METER_FLOWS,
  N_METERS
};

struct _ScStatusBar
{
  GtkWidget parent_instance;

  ScEditor *editor;
  GtkWidget *problems; /* a button that shows and hides the problems pane */
  GtkWidget *icons[SC_SEVERITY_ERROR + 1];
  GtkWidget *counts[SC_SEVERITY_ERROR + 1];
  GtkWidget *meters[N_METERS];
  GtkWidget *state;
  ScList *shown; /* the problems that the button counts */
};

G_DEFINE_FINAL_TYPE (ScStatusBar, sc_status_bar, GTK_TYPE_WIDGET)

static int
get_size (GtkWidget *child, GtkOrientation orientation)
{
  int natural;

  gtk_widget_measure (child, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static void
sc_status_bar_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  GtkWidget *child;

  *minimum = *natural = 0;
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int size;

      if (!gtk_widget_get_visible (child))
        continue;
      size = get_size (child, orientation);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        *natural += size + SPACING;
      else
        *natural = MAX (*natural, size);
    }
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN (*natural, 200) : *natural;
}

static void
place_child (GtkWidget *child, int x, int width, int height, int bar_width)
{
  GtkAllocation box = { x, 0, width, height };

  if (gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL)
    box.x = bar_width - x - width;
  gtk_widget_set_child_visible (child, TRUE);
  gtk_widget_size_allocate (child, &box, -1);
}

static gboolean
is_candidate (ScStatusBar *self, int meter, const gboolean *chosen)
{
  return !chosen[meter] && gtk_widget_get_visible (self->meters[meter]);
}

static int
get_fullest_width (ScStatusBar *self)
{
  double most = -1;
  int need = 0;

  for (int i = 0; i < N_METERS; i++)
    {
      double share = sc_meter_get_share (SC_METER (self->meters[i]));

      if (!gtk_widget_get_visible (self->meters[i]) || share <= most)
        continue;
      most = share;
      need = get_size (self->meters[i], GTK_ORIENTATION_HORIZONTAL);
    }
  return need;
}

/* Where there is no room for all, the meters closest to their limit are the ones to see. */
static void
choose_meters (ScStatusBar *self, int room, gboolean *chosen)
{
  for (int round = 0; round < N_METERS; round++)
    {
      int best = -1;

      for (int i = 0; i < N_METERS; i++)
        {
          if (is_candidate (self, i, chosen)
              && (best < 0
                  || sc_meter_get_share (SC_METER (self->meters[i]))
                         > sc_meter_get_share (SC_METER (self->meters[best]))))
            best = i;
        }
      if (best < 0)
        return;
      room -= get_size (self->meters[best], GTK_ORIENTATION_HORIZONTAL);
      if (room < 0)
        return;
      room -= SPACING;
      chosen[best] = TRUE;
    }
}

static void
sc_status_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScStatusBar *self = SC_STATUS_BAR (widget);
  int problems = get_size (self->problems, GTK_ORIENTATION_HORIZONTAL);
  int state = get_size (self->state, GTK_ORIENTATION_HORIZONTAL);
  gboolean chosen[N_METERS] = { FALSE };
  int x = problems + SPACING;

  /* The title says too whether there is something to save; a limit is nowhere else. */
  if (x + get_fullest_width (self) + SPACING + state > width)
    state = 0;
  choose_meters (self, width - x - (state > 0 ? SPACING + state : 0), chosen);
  place_child (self->problems, 0, problems, height, width);
  for (int i = 0; i < N_METERS; i++)
    {
      int size = get_size (self->meters[i], GTK_ORIENTATION_HORIZONTAL);

      gtk_widget_set_child_visible (self->meters[i], chosen[i]);
      if (!chosen[i])
        continue;
      place_child (self->meters[i], x, size, height, width);
      x += size + SPACING;
    }
  gtk_widget_set_child_visible (self->state, state > 0);
  if (state > 0)
    place_child (self->state, width - state, state, height, width);
}

static void
show_problems (ScStatusBar *self)
{
  const ScList *problems = sc_editor_get_problems (self->editor);
  GString *name;
  gboolean any = FALSE;

  if (problems != NULL && problems == self->shown)
    return;
  g_clear_pointer (&self->shown, sc_list_unref);
  self->shown = problems != NULL ? sc_list_ref (problems) : NULL;
  name = g_string_new (NULL);

  for (int severity = SC_SEVERITY_ERROR; severity >= SC_SEVERITY_ADVICE; severity--)
    {
      guint n = sc_severity_count (problems, (ScSeverity) severity);
      g_autofree char *figure = g_strdup_printf ("%u", n);
      g_autofree char *words = sc_severity_format_count ((ScSeverity) severity, n);

      gtk_label_set_label (GTK_LABEL (self->counts[severity]), figure);
      gtk_widget_set_visible (self->counts[severity], n > 0);
      gtk_widget_set_visible (self->icons[severity], n > 0);
      if (n > 0)
        g_string_append_printf (name, "%s%s", any ? _ (", ") : "", words);
      any = any || n > 0;
    }
  if (!any)
    {
      g_string_append (name, _ ("No problems found"));
      gtk_widget_set_visible (self->icons[SC_SEVERITY_ADVICE], TRUE);
    }
  gtk_widget_set_css_classes (
      self->icons[SC_SEVERITY_ADVICE],
      (const char *[]){ any ? sc_severity_get_css_class (SC_SEVERITY_ADVICE) : "success", NULL });
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icons[SC_SEVERITY_ADVICE]),
                                any ? sc_severity_get_icon_name (SC_SEVERITY_ADVICE)
                                    : "emblem-ok-symbolic");
  gtk_widget_set_tooltip_text (self->problems, name->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->problems), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name->str, -1);
  g_string_free (name, TRUE);
}

static void
show_meters (ScStatusBar *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  const ScFlow *flow = sc_editor_get_flow (self->editor);
  const ScStage *first = flow != NULL ? sc_list_get (flow->stages, 0) : NULL;
  const char *table = first != NULL ? sc_solution_get_table_label (solution, first->table) : NULL;
  ScMeters found = { 0 };
  g_autofree char *stages = NULL;
  g_autofree char *steps = NULL;
  g_autofree char *tables = NULL;
  g_autofree char *flows = NULL;
  guint max_flows = sc_validation_get_max_active_flows (solution);

  if (flow != NULL)
    found = sc_validation_measure (solution, flow);
  for (int i = 0; i < N_METERS; i++)
    gtk_widget_set_visible (self->meters[i], flow != NULL && (i != METER_FLOWS || table != NULL));
  stages = g_strdup_printf (_ ("Stages %u of %d"), found.stages, SC_MAX_STAGES);
  steps = g_strdup_printf (_ ("Most steps %u of %d"), found.most_steps, SC_MAX_STEPS);
  tables = g_strdup_printf (_ ("Tables %u of %d"), found.tables, SC_MAX_TABLES);
  flows = g_strdup_printf (_ ("Active on %s %u of %u"), table != NULL ? table : "",
                           found.active_flows, max_flows);
  sc_meter_set (SC_METER (self->meters[METER_STAGES]), stages, found.stages, SC_MAX_STAGES);
  sc_meter_set (SC_METER (self->meters[METER_STEPS]), steps, found.most_steps, SC_MAX_STEPS);
  sc_meter_set (SC_METER (self->meters[METER_TABLES]), tables, found.tables, SC_MAX_TABLES);
  sc_meter_set (SC_METER (self->meters[METER_FLOWS]), flows, found.active_flows, max_flows);
}

static void
update (ScStatusBar *self)
{
  show_problems (self);
  show_meters (self);
}

static void
update_state (ScStatusBar *self)
{
  ScDocument *document = sc_editor_get_document (self->editor);
  const char *text = "";

  if (document != NULL && sc_document_is_modified (document))
    text = _ ("Unsaved changes");
  else if (document != NULL && sc_document_get_storage (document) == NULL)
    text = _ ("Not saved yet");
  else if (document != NULL && sc_document_would_be_lost (document))
    text = _ ("Not on disk");
  else if (document != NULL)
    text = _ ("Saved");
  gtk_label_set_label (GTK_LABEL (self->state), text);
}

static void
sc_status_bar_dispose (GObject *object)
{
  ScStatusBar *self = SC_STATUS_BAR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->shown, sc_list_unref);

  G_OBJECT_CLASS (sc_status_bar_parent_class)->dispose (object);
}

static void
sc_status_bar_class_init (ScStatusBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_status_bar_dispose;
  widget_class->measure = sc_status_bar_measure;
  widget_class->size_allocate = sc_status_bar_size_allocate;

  g_resources_register (sc_problems_get_resource ());
  sc_styles_add ("/org/stagecraft/Stagecraft/problems/problems.css");
  gtk_widget_class_set_css_name (widget_class, "status-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
add_counts (ScStatusBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);

  self->problems = gtk_button_new ();
  for (int severity = SC_SEVERITY_ERROR; severity >= SC_SEVERITY_ADVICE; severity--)
    {
      self->icons[severity]
          = gtk_image_new_from_icon_name (sc_severity_get_icon_name ((ScSeverity) severity));
      self->counts[severity] = gtk_label_new (NULL);
      gtk_widget_add_css_class (self->icons[severity],
                                sc_severity_get_css_class ((ScSeverity) severity));
      gtk_box_append (GTK_BOX (box), self->icons[severity]);
      gtk_box_append (GTK_BOX (box), self->counts[severity]);
    }
  gtk_widget_add_css_class (self->problems, "flat");
  gtk_button_set_child (GTK_BUTTON (self->problems), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->problems), "win.show-problems");
  gtk_widget_set_parent (self->problems, GTK_WIDGET (self));
}

static void
sc_status_bar_init (ScStatusBar *self)
{
  add_counts (self);
  for (int i = 0; i < N_METERS; i++)
    {
      self->meters[i] = sc_meter_new ();
      gtk_widget_set_parent (self->meters[i], GTK_WIDGET (self));
    }
  self->state = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->state), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->state, "dim-label");
  gtk_widget_set_parent (self->state, GTK_WIDGET (self));
}

GtkWidget *
sc_status_bar_new (ScEditor *editor)
{
  ScStatusBar *self = g_object_new (SC_TYPE_STATUS_BAR, NULL);

  self->editor = g_object_ref (editor);
  g_signal_connect_object (editor, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "flow-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "state-changed", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  update (self);
  update_state (self);
  return GTK_WIDGET (self);
}
