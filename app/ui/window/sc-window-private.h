/* sc-window-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-teller.h"
#include "sc-window.h"
#include "sc-workspace.h"

G_BEGIN_DECLS

/* Shared by the files of the window: sc-window.c shows, sc-window-actions.c has the commands,
 * sc-window-tabs.c those about tabs, sc-window-open.c reads, sc-window-save.c writes,
 * sc-window-close.c asks before it closes, sc-window-disk.c follows what others write. */
struct _ScWindow
{
  AdwApplicationWindow parent_instance;

  ScEditor *editor;
  ScTeller *teller;
  ScWorkspace *workspace; /* NULL until the first document is shown; owned by pages */

  char *opening;         /* path that is being read; NULL: none */
  GCancellable *reading; /* cancels that */
  guint patience;        /* source id: shows the window when reading takes long */

  GtkFileChooserNative *chooser; /* while it is up */
  char *replaced;                /* path, while the person is asked whether to replace it */
  gboolean asking;               /* whether to save before closing */
  GCancellable *looking;         /* at the file, for a comparison or before saving */
  char *refusal;                 /* why nothing was saved, meanwhile */
  gboolean saving_again;         /* once the file was looked at */
  gboolean closing;              /* save was asked for by closing: close once it has succeeded */

  AdwToastOverlay *toasts;
  GtkStack *pages;
  GtkLabel *opening_label;
  GtkSpinner *spinner;
  GtkWidget *title_box;
  GtkLabel *title;
  GtkLabel *subtitle;
  GMenu *recent_menu; /* owned; NULL until there are menus */
  GtkMenuButton *menu_button;
  AdwSplitButton *open_button;
  GtkWidget *navigator_button;
  GtkWidget *flow_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *switcher;
  GtkWidget *save_button;
  GtkWidget *export_button;
  GtkWidget *inspector_button;
};

/* sc-window.c */
void sc_window_toast (ScWindow *self, const char *message, const char *button, const char *action);
void sc_window_show_welcome (ScWindow *self);
void sc_window_show_opening (ScWindow *self, const char *path);

/* sc-window-actions.c */
void sc_window_init_actions (ScWindow *self);
void sc_window_add_workspace_actions (ScWindow *self);
void sc_window_update_actions (ScWindow *self);

/* sc-window-tabs.c */
void sc_window_bind_tab_keys (GtkWidgetClass *klass);
void sc_window_init_tab_actions (ScWindow *self);
void sc_window_update_tab_actions (ScWindow *self);
void sc_window_init_template_actions (ScWindow *self);
void sc_window_update_template_actions (ScWindow *self);
void sc_window_init_security_actions (ScWindow *self);
/* When there is a workspace. */
void sc_window_add_tabs (ScWindow *self);

/* sc-window-open.c */
/* The document that some window of the application has open from path; NULL when none has. */
ScDocument *sc_window_find_document (ScWindow *self, const char *path);
/* The window that is just reading path, for somebody who has the document already: it reads no more
 * and is vacant. NULL when none is. */
ScWindow *sc_window_take_opening (ScWindow *self, const char *path);
void sc_window_choose_file (ScWindow *self);
void sc_window_choose_folder (ScWindow *self);
void sc_window_open_sample (ScWindow *self);
void sc_window_accept_drops (ScWindow *self);
void sc_window_show_notes (ScWindow *self);

/* sc-window-disk.c: what others do to the file. */
void sc_window_init_disk_actions (ScWindow *self);
void sc_window_update_disk_actions (ScWindow *self);
/* When there is a document. */
gboolean sc_window_can_save (ScWindow *self);
/* TRUE when the person is asked what to do about a file that has changed; saving goes on after
 * that. */
gboolean sc_window_review_before_saving (ScWindow *self);
/* The same once the file was looked at; reason is what is said if there is nothing to ask. */
void sc_window_look_before_saving (ScWindow *self, const char *reason);

/* sc-window-save.c */
/* Says why nothing was saved, and offers the way out. */
void sc_window_offer_elsewhere (ScWindow *self, const char *reason);
void sc_window_choose_place (ScWindow *self);

/* sc-window-close.c */
/* Before the window is destroyed: nothing of the document is kept for a next start, unless another
 * window has it. */
void sc_window_let_go (ScWindow *self);
/* A dialog that is being answered still refers to its parent. */
void sc_window_destroy_soon (ScWindow *self);
/* TRUE when the window stays open for now, because the person is asked first. */
gboolean sc_window_ask_before_closing (ScWindow *self);

G_END_DECLS
