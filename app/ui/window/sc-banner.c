/* sc-banner.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-banner.h"

#include <glib/gi18n-lib.h>

#include "sc-diff.h"
#include "sc-nobody-notice.h"
#include "sc-shorten.h"
#include "sc-window-resources.h"

/* Of changes that are named. */
#define MAX_KINDS 3

/* Characters of a file's name. */
#define MAX_NAME 48

struct _ScBanner
{
  GtkWidget parent_instance;

  ScEditor *editor;

  GtkWidget *box;
  GtkImage *icon;
  GtkLabel *text;
  GtkButton *button;
  ScNobodyNotice *nobody;

  gboolean has_security; /* what is below says who can run the flow */
};

G_DEFINE_FINAL_TYPE (ScBanner, sc_banner, GTK_TYPE_WIDGET)

/* button NULL: there is no way on. */
static void
show (ScBanner *self, const char *icon, const char *text, const char *button, const char *action)
{
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_label_set_text (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->button), button != NULL);
  if (button != NULL)
    {
      gtk_button_set_label (self->button, button);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}

static void
show_lock (ScBanner *self, ScLock lock)
{
  const char *text = sc_lock_explain (lock);

  if (lock == SC_LOCK_MANAGED)
    show (self, "changes-prevent-symbolic", text, _ ("_Edit a Copy"), "win.edit-copy");
  else if (lock == SC_LOCK_NOT_CUSTOMIZABLE)
    show (self, "changes-prevent-symbolic", text, _ ("_Copy Flow…"), "win.copy-flow");
  else
    show (self, "changes-prevent-symbolic", text, NULL, NULL);
}

static void
show_difference (ScBanner *self, guint line)
{
  g_autofree char *text
      = g_strdup_printf (_ ("The file of this flow holds something that Stagecraft does not know "
                            "(line %u). It is kept as long as nothing in the file changes."),
                         line);

  show (self, "dialog-warning-symbolic", text, _ ("_Show…"), "win.show-difference");
}

static void
show_changed (ScBanner *self, const char *place, const ScDisk *disk)
{
  g_autofree char *changes = sc_diff_summarize (disk->differences, MAX_KINDS);
  g_autofree char *text = NULL;

  if (disk->differences == NULL)
    text = g_strdup_printf (_ ("“%s” was changed by another program."), place);
  else
    /* Translators: such as “… by another program: 2 stages changed, 1 role added.” */
    text = g_strdup_printf (_ ("“%s” was changed by another program: %s."), place, changes);
  show (self, "dialog-warning-symbolic", text, _ ("_Review…"), "win.review-file");
}

static void
show_disk (ScBanner *self, ScDocument *document, const ScDisk *disk)
{
  g_autofree char *name = sc_document_dup_place (document);
  g_autofree char *place = sc_shorten (name, MAX_NAME);
  g_autofree char *text = NULL;

  if (disk->state == SC_DISK_CHANGED)
    {
      show_changed (self, place, disk);
    }
  else if (disk->state == SC_DISK_GONE)
    {
      const gboolean here = sc_document_can_put_back (document);

      text = g_strdup_printf (_ ("“%s” was deleted or moved."), place);
      show (self, "dialog-warning-symbolic", text, here ? _ ("_Save") : _ ("Save _As…"),
            here ? "win.save" : "win.save-as");
    }
  else
    {
      text = g_strdup_printf (_ ("The file was changed by another program. %s What you see here "
                                 "stays as it is."),
                              disk->message);
      show (self, "dialog-warning-symbolic", text, NULL, NULL);
    }
}

static void
show_or_hide (ScBanner *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_visible (self->box)
                              || gtk_widget_get_visible (GTK_WIDGET (self->nobody)));
}

static void
update (ScBanner *self)
{
  ScDocument *document = sc_editor_get_document (self->editor);
  const ScFlow *flow = sc_editor_get_flow (self->editor);
  ScLock lock = sc_editor_get_lock (self->editor);
  guint line
      = document != NULL && flow != NULL ? sc_document_get_difference (document, flow->id) : 0;

  const ScDisk *disk = document != NULL ? sc_document_get_disk (document) : NULL;
  const gboolean shown = disk != NULL || lock != SC_LOCK_NONE || line != 0;

  /* The file is more urgent than what can wait. */
  if (disk != NULL)
    show_disk (self, document, disk);
  else if (lock != SC_LOCK_NONE)
    show_lock (self, lock);
  else if (line != 0)
    show_difference (self, line);
  gtk_widget_set_visible (self->box, shown);
  /* One thing at a time. */
  sc_nobody_notice_set_quiet (self->nobody, shown || self->has_security);
  show_or_hide (self);
}

static void
sc_banner_dispose (GObject *object)
{
  ScBanner *self = SC_BANNER (object);

  if (self->nobody != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->nobody));
  self->nobody = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_banner_parent_class)->dispose (object);
}

static void
sc_banner_class_init (ScBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_banner_dispose;

  sc_window_get_resource ();
  g_type_ensure (SC_TYPE_NOBODY_NOTICE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/stagecraft/Stagecraft/window/sc-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, ScBanner, box);
  gtk_widget_class_bind_template_child (widget_class, ScBanner, icon);
  gtk_widget_class_bind_template_child (widget_class, ScBanner, text);
  gtk_widget_class_bind_template_child (widget_class, ScBanner, button);
  gtk_widget_class_bind_template_child (widget_class, ScBanner, nobody);
}

static void
sc_banner_init (ScBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sc_banner_new (ScEditor *editor)
{
  ScBanner *self = g_object_new (SC_TYPE_BANNER, NULL);

  self->editor = g_object_ref (editor);
  sc_nobody_notice_set_editor (self->nobody, editor, SC_NOBODY_BAR);
  g_signal_connect_object (editor, "flow-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "state-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->nobody, "notify::visible", G_CALLBACK (show_or_hide), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

void
sc_banner_set_has_security (ScBanner *self, gboolean has_security)
{
  g_return_if_fail (SC_IS_BANNER (self));

  self->has_security = has_security;
  update (self);
}
