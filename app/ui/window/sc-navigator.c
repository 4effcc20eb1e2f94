/* sc-navigator.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-navigator.h"

#include <glib/gi18n-lib.h>

#include "sc-known-tables.h"
#include "sc-navigator-section.h"

/* A filter is worth its room from this many rows on. */
#define MANY_ROWS 15

struct _ScNavigator
{
  GtkWidget parent_instance;

  ScEditor *editor;

  GtkEditable *search;
  GtkBox *sections;
  ScNavigatorSection *flows;
  ScNavigatorSection *tables;
  ScNavigatorSection *roles;
};

G_DEFINE_FINAL_TYPE (ScNavigator, sc_navigator, GTK_TYPE_WIDGET)

static const ScNavigatorWords flow_words
    = { N_ ("Flows"), N_ ("New Flow…"), "win.new-flow", N_ ("No flows yet.") };
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
  guint n = sc_list_length (solution->flows);
  g_autofree const char **ids = g_new0 (const char *, n + 1);
  g_autofree ScNavigatorFacts *facts = g_new0 (ScNavigatorFacts, n + 1);
  int language = sc_editor_get_language (self->editor);

  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      ids[flow_i] = flow->id;
      facts[flow_i].title = sc_flow_get_label (flow, language);
      facts[flow_i].draft = !flow->active;
      facts[flow_i].lock = sc_lock_get (solution, flow);
      if (facts[flow_i].lock != SC_LOCK_NONE && !solution->managed)
        facts[flow_i].detail = _ ("read-only");
      show_tally (&facts[flow_i], tallies, flow->id);
    }
  sc_navigator_section_show (self->flows, ids, facts, n);
  return n;
}

static guint
show_tables (ScNavigator *self, const ScSolution *solution)
{
  g_autoptr (GPtrArray) tables = sc_known_tables_list (solution);
  g_autoptr (GPtrArray) details = g_ptr_array_new_with_free_func (g_free);
  g_autofree ScNavigatorFacts *facts = g_new0 (ScNavigatorFacts, tables->len + 1);

  for (guint i = 0; i < tables->len; i++)
    {
      const char *table = g_ptr_array_index (tables, i);
      guint active = sc_solution_count_active_flows (solution, table);
      char *detail = NULL;

      if (active > 0)
        /* TRANSLATORS: how many flows are active on a table, and how many can be. */
        detail = g_strdup_printf (_ ("%u of %u active"), active,
                                  sc_validation_get_max_active_flows (solution));
      g_ptr_array_add (details, detail);
      facts[i].title = sc_solution_get_table_label (solution, table);
      facts[i].detail = detail;
    }
  sc_navigator_section_show (self->tables, (const char *const *) tables->pdata, facts, tables->len);
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
  sc_navigator_section_show (self->roles, ids, facts, n);
  return n;
}

static void
show_open_flow (ScNavigator *self)
{
  const ScFlow *flow = sc_editor_get_flow (self->editor);

  sc_navigator_section_select (self->flows, flow != NULL ? flow->id : NULL);
}

static void
refresh (ScNavigator *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  g_autoptr (GHashTable) tallies = NULL;
  guint n;

  if (solution == NULL)
    return;

  tallies = count_problems (self);
  n = show_flows (self, solution, tallies);
  n += show_tables (self, solution);
  n += show_roles (self, solution, tallies);
  show_open_flow (self);
  if (n > MANY_ROWS)
    gtk_widget_set_visible (GTK_WIDGET (self->search), TRUE);
}

static void
search_changed_cb (ScNavigator *self)
{
  const char *text = gtk_editable_get_text (self->search);
  g_autofree char *needle = *text != '\0' ? g_utf8_casefold (text, -1) : NULL;

  sc_navigator_section_filter (self->flows, needle);
  sc_navigator_section_filter (self->tables, needle);
  sc_navigator_section_filter (self->roles, needle);
}

static void
stop_search_cb (ScNavigator *self)
{
  gtk_editable_set_text (self->search, "");
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

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/stagecraft/Stagecraft/window/sc-navigator.ui");
  gtk_widget_class_bind_template_child (widget_class, ScNavigator, search);
  gtk_widget_class_bind_template_child (widget_class, ScNavigator, sections);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
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
