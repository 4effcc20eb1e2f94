/* sc-condition-page.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-condition-page.h"

#include <glib/gi18n-lib.h>

#include "sc-condition-editor.h"

struct _ScConditionPage
{
  ScInspectorPage parent_instance;

  GtkWidget *condition; /* made when it is first shown: it needs the editor */
};

G_DEFINE_FINAL_TYPE (ScConditionPage, sc_condition_page, SC_TYPE_INSPECTOR_PAGE)

static void
sc_condition_page_update (ScInspectorPage *page)
{
  ScConditionPage *self = SC_CONDITION_PAGE (page);
  ScEditor *editor = sc_inspector_page_get_editor (page);
  const ScStage *stage = sc_editor_get_selected_stage (editor);
  g_autofree char *subtitle = NULL;

  if (stage == NULL || stage->condition == NULL)
    return;
  if (self->condition == NULL)
    {
      self->condition = sc_condition_editor_new (editor);
      gtk_widget_set_parent (self->condition, GTK_WIDGET (self));
    }
  subtitle = g_strdup_printf (_ ("Behind “%s” · tried in this order"),
                              sc_stage_get_label (stage, sc_editor_get_language (editor)));
  sc_inspector_page_set_heading (page, _ ("Condition"), subtitle);
  sc_condition_editor_show (SC_CONDITION_EDITOR (self->condition), stage->id);
}

static void
sc_condition_page_class_init (ScConditionPageClass *klass)
{
  SC_INSPECTOR_PAGE_CLASS (klass)->update = sc_condition_page_update;
}

static void
sc_condition_page_init (ScConditionPage *self)
{
}
