/* sc-navigator.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-navigator.h"

#include <glib/gi18n-lib.h>

#include "sc-fuzzy.h"
#include "sc-known-tables.h"
#include "sc-navigator-flows.h"
#include "sc-navigator-section.h"

/* From this many rows on the search is worth its room even when nobody has asked for it. */
#define MANY_ROWS 15

/* Letters that are found here and there are no hit beside whole words: what is shown has this share
 * of the best rating. */
#define SHARE_OF_BEST 0.6

struct _ScNavigator
{
  GtkWidget parent_instance;

  ScEditor *editor;

  guint n_rows;
  GtkEditable *search;
  GtkLabel *nothing;
  GtkBox *sections;
  ScNavigatorSection *flows;
  ScNavigatorSection *tables;
  ScNavigatorSection *roles;
};

G_DEFINE_FINAL_TYPE (ScNavigator, sc_navigator, GTK_TYPE_WIDGET)

static const ScNavigatorWords flow_words
    = { N_ ("Flows"), N_ ("New Flow…"), "win.new-flow", N_ ("No flows yet."), .search = TRUE };
static const ScNavigatorWords table_words = { N_ ("Tables"), N_ ("New Table…"), "win.new-table",
                                              N_ ("The tables of the flows are listed here.") };
static const ScNavigatorWords role_words
    = { N_ ("Roles"), N_ ("New Role…"), "win.new-role",
        N_ ("Without a role only administrators can run a flow.") };

/* How many problems name an id. */
typedef struct
{
  guint n_errors;
  guint n_warnings;
} Tally;

static void
count_problem (GHashTable *tallies, const char *id, int severity)
{
  Tally *tally;

  if (id == NULL || severity == SC_SEVERITY_ADVICE)
    return;

  tally = g_hash_table_lookup (tallies, id);
  if (tally == NULL)
    {
      tally = g_new0 (Tally, 1);
      g_hash_table_insert (tallies, (gpointer) id, tally);
    }
  if (severity == SC_SEVERITY_ERROR)
    tally->n_errors++;
  else
    tally->n_warnings++;
}

/* By id of flow or role; the keys belong to the problems. */
static GHashTable *
count_problems (ScNavigator *self)
{
  GHashTable *tallies = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  sc_list_foreach (sc_editor_get_problems (self->editor), const ScProblem *, problem)
    {
      count_problem (tallies, problem->flow, problem->severity);
      count_problem (tallies, problem->role, problem->severity);
    }
  return tallies;
}

static void
show_tally (ScNavigatorFacts *facts, GHashTable *tallies, const char *id)
{
  const Tally *tally = g_hash_table_lookup (tallies, id);

  if (tally != NULL)
    {
      facts->n_errors = tally->n_errors;
      facts->n_warnings = tally->n_warnings;
    }
}

/* These three return the number of rows. */
static guint
show_flows (ScNavigator *self, const ScSolution *solution, GHashTable *tallies)
{
  g_autoptr (ScNavigatorFlows) flows
      = sc_navigator_flows_new (solution, sc_editor_get_language (self->editor));

  for (guint i = 0; i < flows->n; i++)
    show_tally (&flows->facts[i], tallies, flows->ids[i]);
  sc_navigator_section_show (self->flows, flows->ids, flows->facts, flows->n, flows->groups,
                             flows->n_groups);
  return flows->n;
}

static guint
show_tables (ScNavigator *self, const ScSolution *solution)
{
  g_autoptr (GPtrArray) tables = sc_known_tables_list (solution);
  g_autofree ScNavigatorFacts *facts = g_new0 (ScNavigatorFacts, tables->len + 1);

  for (guint i = 0; i < tables->len; i++)
    {
      facts[i].keywords = g_ptr_array_index (tables, i);
      facts[i].title = sc_solution_get_table_label (solution, facts[i].keywords);
    }
  sc_navigator_section_show (self->tables, (const char *const *) tables->pdata, facts, tables->len,
                             NULL, 0);
  return tables->len;
}

static guint
show_roles (ScNavigator *self, const ScSolution *solution, GHashTable *tallies)
{
  guint n = sc_list_length (solution->roles);
  g_autofree const char **ids = g_new0 (const char *, n + 1);
  g_autofree ScNavigatorFacts *facts = g_new0 (ScNavigatorFacts, n + 1);

  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      ids[role_i] = role->id;
      facts[role_i].title = role->name != NULL ? role->name : role->id;
      facts[role_i].lock = sc_lock_get (solution, NULL);
      show_tally (&facts[role_i], tallies, role->id);
    }
  sc_navigator_section_show (self->roles, ids, facts, n, NULL, 0);
  return n;
}

static void
show_open_flow (ScNavigator *self)
{
  const ScFlow *flow = sc_editor_get_flow (self->editor);

  sc_navigator_section_select (self->flows, flow != NULL ? flow->id : NULL);
}

/* What is looked for; NULL: nothing. Free with g_free(). */
static char *
dup_needle (ScNavigator *self)
{
  g_autofree char *needle = sc_fuzzy_fold (gtk_editable_get_text (self->search));

  return *needle != '\0' ? g_steal_pointer (&needle) : NULL;
}

static void
filter (ScNavigator *self)
{
  ScNavigatorSection *const sections[] = { self->flows, self->tables, self->roles };
  g_autofree char *needle = dup_needle (self);
  g_autofree char *nothing = NULL;
  guint best = 0, n = 0, least = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sections) && needle != NULL; i++)
    best = MAX (best, sc_navigator_section_rate (sections[i], needle));
  if (needle != NULL)
    least = MAX (1, (guint) (best * SHARE_OF_BEST));
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    n += sc_navigator_section_filter (sections[i], least);

  nothing = g_strdup_printf (_ ("No flow, table or role is called “%s”."),
                             gtk_editable_get_text (self->search));
  gtk_label_set_text (self->nothing, nothing);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), needle != NULL && n == 0);
}

static void
update_search (ScNavigator *self)
{
  gboolean in_use = *gtk_editable_get_text (self->search) != '\0'
                    || gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (self->search)));

  gtk_widget_set_visible (GTK_WIDGET (self->search), in_use || self->n_rows > MANY_ROWS);
}

static void
refresh (ScNavigator *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  g_autoptr (GHashTable) tallies = NULL;

  if (solution == NULL)
    return;

  tallies = count_problems (self);
  self->n_rows = show_flows (self, solution, tallies);
  self->n_rows += show_tables (self, solution);
  self->n_rows += show_roles (self, solution, tallies);
  show_open_flow (self);
  if (*gtk_editable_get_text (self->search) != '\0')
    filter (self);
  update_search (self);
}

static void
search_changed_cb (ScNavigator *self)
{
  filter (self);
}

/* The first row that is seen; NULL when there is none. */
static ScNavigatorRow *
get_first (ScNavigator *self)
{
  ScNavigatorSection *const sections[] = { self->flows, self->tables, self->roles };
  ScNavigatorRow *row = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sections) && row == NULL; i++)
    row = sc_navigator_section_get_first (sections[i]);
  return row;
}

static void
end_search (ScNavigator *self)
{
  gtk_editable_set_text (self->search, "");
  filter (self);
  gtk_widget_set_visible (GTK_WIDGET (self->search), self->n_rows > MANY_ROWS);
}

static void
stop_search_cb (ScNavigator *self)
{
  ScNavigatorRow *row;

  end_search (self);
  row = sc_navigator_section_get_selected (self->flows);
  if (row == NULL)
    row = get_first (self);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
activate_cb (ScNavigator *self)
{
  ScNavigatorRow *row;

  filter (self);
  row = get_first (self);
  if (row == NULL)
    return;
  end_search (self);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  sc_navigator_row_activate (row);
}

static gboolean
search_key_cb (ScNavigator *self, guint key, guint code, GdkModifierType modifiers)
{
  ScNavigatorRow *row;

  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  filter (self);
  row = get_first (self);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  return GDK_EVENT_STOP;
}

void
sc_navigator_search (ScNavigator *self)
{
  g_return_if_fail (SC_IS_NAVIGATOR (self));

  gtk_widget_show (GTK_WIDGET (self->search));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  /* What is typed next takes the place of what was looked for before. */
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

/* Whoever types while the list has the keyboard is looking for something. */
static gboolean
key_pressed_cb (ScNavigator *self,
                guint key,
                guint code,
                GdkModifierType modifiers,
                GtkEventControllerKey *controller)
{
  const GdkModifierType others
      = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_HYPER_MASK | GDK_META_MASK;

  if ((modifiers & others) != 0 || !g_unichar_isgraph (gdk_keyval_to_unicode (key))
      || gtk_widget_get_focus_child (GTK_WIDGET (self)) == GTK_WIDGET (self->search))
    return GDK_EVENT_PROPAGATE;
  sc_navigator_search (self);
  return gtk_event_controller_key_forward (controller,
                                           GTK_WIDGET (gtk_editable_get_delegate (self->search)));
}

/* The open flow, which is what arrows go on from. */
static gboolean
sc_navigator_grab_focus (GtkWidget *widget)
{
  ScNavigatorRow *row = sc_navigator_section_get_selected (SC_NAVIGATOR (widget)->flows);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
sc_navigator_dispose (GObject *object)
{
  ScNavigator *self = SC_NAVIGATOR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_navigator_parent_class)->dispose (object);
}

static void
sc_navigator_class_init (ScNavigatorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_navigator_dispose;
  widget_class->grab_focus = sc_navigator_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/stagecraft/Stagecraft/window/sc-navigator.ui");
  gtk_widget_class_bind_template_child (widget_class, ScNavigator, search);
  gtk_widget_class_bind_template_child (widget_class, ScNavigator, nothing);
  gtk_widget_class_bind_template_child (widget_class, ScNavigator, sections);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
sc_navigator_init (ScNavigator *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static ScNavigatorSection *
add_section (ScNavigator *self, ScNavigatorKind kind, const ScNavigatorWords *words)
{
  GtkWidget *section = sc_navigator_section_new (self->editor, kind, words);

  gtk_box_append (self->sections, section);
  return SC_NAVIGATOR_SECTION (section);
}

GtkWidget *
sc_navigator_new (ScEditor *editor)
{
  ScNavigator *self = g_object_new (SC_TYPE_NAVIGATOR, NULL);

  self->editor = g_object_ref (editor);
  self->flows = add_section (self, SC_NAVIGATOR_FLOW, &flow_words);
  self->tables = add_section (self, SC_NAVIGATOR_TABLE, &table_words);
  self->roles = add_section (self, SC_NAVIGATOR_ROLE, &role_words);
  g_signal_connect_object (editor, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "flow-changed", G_CALLBACK (show_open_flow), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
