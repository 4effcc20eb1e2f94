/* sc-many-page.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-many-page.h"

#include <glib/gi18n-lib.h>

#include "sc-category-choices.h"
#include "sc-marked.h"
#include "sc-parts-text.h"
#include "sc-picker-row.h"
#include "sc-table-choices.h"

/* The id of no choice: several of them are in use. */
#define DIFFERENT ""

struct _ScManyPage
{
  ScInspectorPage parent_instance;

  AdwPreferencesGroup *group;
  AdwActionRow *required_row;
  GtkCheckButton *required;
  ScPickerRow *table;
  ScPickerRow *category;
  GtkButton *duplicate;
  GtkButton *remove;

  gboolean showing; /* values come from the document, not from a person */
};

G_DEFINE_FINAL_TYPE (ScManyPage, sc_many_page, SC_TYPE_INSPECTOR_PAGE)

static ScEditor *
get_editor (ScManyPage *self)
{
  return sc_inspector_page_get_editor (SC_INSPECTOR_PAGE (self));
}

/* From "some" a click leads to "all". */
static void
required_cb (ScManyPage *self)
{
  guint n_steps, n_required;

  if (self->showing)
    return;
  sc_editor_count_marked_steps (get_editor (self), &n_steps, &n_required);
  sc_editor_set_marked_required (get_editor (self), n_required < n_steps);
  /* What was refused is not shown either. */
  sc_inspector_page_update (SC_INSPECTOR_PAGE (self));
}

static void
table_picked_cb (ScManyPage *self, const char *table)
{
  sc_editor_set_marked_table (get_editor (self), table);
}

static void
category_picked_cb (ScManyPage *self, const char *category)
{
  sc_editor_set_marked_category (get_editor (self), sc_category_from_id (category));
}

static void
duplicate_cb (ScManyPage *self)
{
  sc_editor_duplicate_marked (get_editor (self));
}

static void
remove_cb (ScManyPage *self)
{
  sc_editor_delete_marked (get_editor (self));
}

static void
fill_tables (GListStore *store, gpointer data)
{
  sc_table_choices_fill (store, get_editor (data));
}

static void
fill_categories (GListStore *store, gpointer data)
{
  sc_category_choices_fill (store, SC_CATEGORY_NONE);
}

static void
show_required (ScManyPage *self)
{
  g_autofree char *count = NULL;
  guint n_steps, n_required;
  gboolean some;

  sc_editor_count_marked_steps (get_editor (self), &n_steps, &n_required);
  some = n_required > 0 && n_required < n_steps;
  count = some ? g_strdup_printf (_ ("%u of %u steps"), n_required, n_steps)
               : g_strdup_printf (ngettext ("%u step", "%u steps", n_steps), n_steps);
  gtk_widget_set_visible (GTK_WIDGET (self->required_row), n_steps > 0);
  adw_action_row_set_subtitle (self->required_row, count);
  self->showing = TRUE;
  gtk_check_button_set_inconsistent (self->required, some);
  gtk_check_button_set_active (self->required, n_steps > 0 && n_required == n_steps);
  self->showing = FALSE;
}

static const ScStage *
next_marked (const ScFlow *flow, const ScParts *parts, guint *position)
{
  while (*position < sc_list_length (flow->stages))
    {
      const ScStage *stage = sc_list_get (flow->stages, (*position)++);

      if (sc_parts_has (parts, SC_PART_STAGE, stage->id))
        return stage;
    }
  return NULL;
}

static void
show_details (ScManyPage *self, const ScFlow *flow, const ScParts *parts)
{
  const ScSolution *solution = sc_editor_get_solution (get_editor (self));
  guint position = 0;
  const ScStage *first = next_marked (flow, parts, &position), *stage;
  gboolean same_table = TRUE, same_category = TRUE;
  g_autofree char *category = first != NULL ? sc_category_dup_name (first->category) : NULL;
  g_autofree char *category_id = first != NULL ? sc_category_dup_id (first->category) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->table), first != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->category), first != NULL);
  if (first == NULL)
    return;

  while ((stage = next_marked (flow, parts, &position)) != NULL)
    {
      same_table &= g_strcmp0 (stage->table, first->table) == 0;
      same_category &= stage->category == first->category;
    }
  if (same_table)
    sc_picker_row_set_current (
        self->table, first->table,
        first->table != NULL ? sc_solution_get_table_label (solution, first->table) : _ ("None"));
  else
    sc_picker_row_set_current (self->table, DIFFERENT, _ ("Different"));
  sc_picker_row_set_current (self->category, same_category ? category_id : DIFFERENT,
                             same_category ? category : _ ("Different"));
}

static void
sc_many_page_update (ScInspectorPage *page)
{
  ScManyPage *self = SC_MANY_PAGE (page);
  const ScFlow *flow = sc_editor_get_flow (get_editor (self));
  const ScParts *parts = sc_editor_get_parts (get_editor (self));
  g_autofree char *title = NULL;
  g_autofree char *names = NULL;
  g_autofree char *duplicate = NULL;
  g_autofree char *remove = NULL;

  if (parts == NULL)
    return;
  title = sc_parts_text_selected (parts);
  names = sc_parts_title (parts);
  duplicate = g_strdup_printf (_ ("Duplicate %s"), names);
  remove = g_strdup_printf (_ ("Delete %s"), names);
  sc_inspector_page_set_heading (page, title, _ ("A change here is made to all of them."));
  show_required (self);
  show_details (self, flow, parts);
  gtk_widget_set_visible (GTK_WIDGET (self->group),
                          gtk_widget_get_visible (GTK_WIDGET (self->required_row))
                              || gtk_widget_get_visible (GTK_WIDGET (self->table)));
  gtk_button_set_label (self->duplicate, duplicate);
  gtk_button_set_label (self->remove, remove);
}

static void
sc_many_page_class_init (ScManyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SC_INSPECTOR_PAGE_CLASS (klass)->update = sc_many_page_update;

  g_type_ensure (SC_TYPE_PICKER_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/inspector/sc-many-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ScManyPage, group);
  gtk_widget_class_bind_template_child (widget_class, ScManyPage, required_row);
  gtk_widget_class_bind_template_child (widget_class, ScManyPage, required);
  gtk_widget_class_bind_template_child (widget_class, ScManyPage, table);
  gtk_widget_class_bind_template_child (widget_class, ScManyPage, category);
  gtk_widget_class_bind_template_child (widget_class, ScManyPage, duplicate);
  gtk_widget_class_bind_template_child (widget_class, ScManyPage, remove);
  gtk_widget_class_bind_template_callback (widget_class, required_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, category_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, duplicate_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
sc_many_page_init (ScManyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sc_picker_row_set_source (self->table, fill_tables, sc_table_choices_other,
                            _ ("Search, or type a logical name"), self);
  sc_picker_row_set_source (self->category, fill_categories, sc_category_choices_other,
                            _ ("Search, or type a number"), self);
}
