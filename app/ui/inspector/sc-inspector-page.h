/* sc-inspector-page.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* One page of the inspector: a heading and what its template adds below. A page holds no state of
 * its own: update() shows what the editor has selected now, changing only what differs. */
#define SC_TYPE_INSPECTOR_PAGE (sc_inspector_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (ScInspectorPage, sc_inspector_page, SC, INSPECTOR_PAGE, GtkWidget)

struct _ScInspectorPageClass
{
  GtkWidgetClass parent_class;

  void (*update) (ScInspectorPage *self);
};

GtkWidget *sc_inspector_page_new (GType type, ScEditor *editor);
ScEditor *sc_inspector_page_get_editor (ScInspectorPage *self);
void sc_inspector_page_update (ScInspectorPage *self);

/* For the pages themselves. */
void sc_inspector_page_set_heading (ScInspectorPage *self, const char *title, const char *subtitle);
/* The next edit is an undo step of its own: what a row calls when typing in it ends. */
void sc_inspector_page_close_group (ScInspectorPage *self);

G_END_DECLS
