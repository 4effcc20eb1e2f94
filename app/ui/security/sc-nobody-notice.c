/* sc-nobody-notice.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-nobody-notice.h"

#include <glib/gi18n-lib.h>

#include "sc-fix-menu.h"
#include "sc-fix.h"
#include "sc-flow-access.h"
#include "sc-id.h"
#include "sc-security-resources.h"
#include "sc-styles.h"

/* The rule that finds such flows, as far as they are active. */
#define RULE "P-01"

struct _ScNobodyNotice
{
  GtkWidget parent_instance;

  ScEditor *editor;
  ScNobodyPlace place;
  gboolean quiet;
  GHashTable *closed; /* ids of flows */

  GtkWidget *box;
  GtkWidget *icon;
  GtkLabel *text;
  GtkWidget *buttons;
  GtkWidget *add;
  GtkMenuButton *give;
  GtkWidget *close;
};

G_DEFINE_FINAL_TYPE (ScNobodyNotice, sc_nobody_notice, GTK_TYPE_WIDGET)

static gboolean
has_table (const ScFlow *flow)
{
  return flow->unique_name != NULL && *flow->unique_name != '\0';
}

static gboolean
has_problem (ScNobodyNotice *self, const ScFlow *flow)
{
  sc_list_foreach (sc_editor_get_problems (self->editor), const ScProblem *, problem)
    {
      if (g_str_equal (sc_rule_get_id (problem->rule), RULE)
          && sc_id_equal (problem->flow, flow->id))
        return TRUE;
    }
  return FALSE;
}

/* NULL: nothing, here. */
static const char *
get_text (ScNobodyNotice *self, const ScSolution *solution, const ScFlow *flow)
{
  gboolean bar = self->place == SC_NOBODY_BAR;

  if (self->place == SC_NOBODY_VIEW && !has_table (flow))
    return _ ("This flow has no unique name yet, so it has no table to give privileges on. Save it "
              "to a solution first.");
  if (self->quiet || !has_table (flow) || sc_flow_access_anybody_can_run (solution, flow))
    return NULL;
  if (bar && (!flow->active || g_hash_table_contains (self->closed, flow->id)))
    return NULL;
  if (self->place == SC_NOBODY_PAGE && has_problem (self, flow))
    return NULL;
  if (bar)
    return _ ("Only administrators and customizers can run this flow.");
  return _ ("Only System Administrator and System Customizer can run this flow. Somebody else "
            "needs at least Create and Read.");
}

static void
update (ScNobodyNotice *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);
  const ScFlow *flow = sc_editor_get_flow (self->editor);
  const char *text = flow != NULL ? get_text (self, solution, flow) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  if (text == NULL)
    return;
  gtk_label_set_label (self->text, text);
  gtk_widget_set_visible (self->buttons, has_table (flow));
  gtk_widget_set_visible (GTK_WIDGET (self->give),
                          self->place == SC_NOBODY_BAR || solution->roles != NULL);
  gtk_widget_set_sensitive (self->buttons, sc_lock_get (solution, NULL) == SC_LOCK_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}

/* The one click. */
static void
add_cb (ScNobodyNotice *self)
{
  const ScFlow *flow = sc_editor_get_flow (self->editor);
  g_autoptr (GPtrArray) fixes = sc_fix_list_let_use (sc_editor_get_solution (self->editor), flow);
  const ScFix *fix = fixes->len > 0 ? g_ptr_array_index (fixes, fixes->len - 1) : NULL;

  if (fix != NULL)
    sc_editor_commit (self->editor, sc_solution_ref (fix->after), NULL, fix->title, NULL);
}

/* What the button beside it does is not offered again; a bar has no such button. */
static void
fill_menu (GtkMenuButton *button, gpointer data)
{
  ScNobodyNotice *self = SC_NOBODY_NOTICE (data);
  ScFixMenu *menu = SC_FIX_MENU (sc_fix_menu_new (self->editor));
  const ScFlow *flow = sc_editor_get_flow (self->editor);
  g_autoptr (GPtrArray) fixes = NULL;
  guint n;

  gtk_menu_button_set_popover (button, GTK_WIDGET (menu));
  if (flow == NULL)
    return;
  fixes = sc_fix_list_let_use (sc_editor_get_solution (self->editor), flow);
  n = self->place == SC_NOBODY_BAR ? fixes->len : MAX (fixes->len, 1) - 1;
  for (guint i = 0; i < n; i++)
    {
      const ScFix *fix = g_ptr_array_index (fixes, i);

      sc_fix_menu_add (menu, fix->title, sc_solution_ref (fix->after));
    }
}

static void
close_cb (ScNobodyNotice *self)
{
  const ScFlow *flow = sc_editor_get_flow (self->editor);

  if (flow != NULL)
    g_hash_table_add (self->closed, g_strdup (flow->id));
  update (self);
  /* What had the keyboard is gone. */
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-selected", NULL);
}

static void
sc_nobody_notice_dispose (GObject *object)
{
  ScNobodyNotice *self = SC_NOBODY_NOTICE (object);

  if (self->box != NULL)
    gtk_menu_button_set_create_popup_func (self->give, NULL, NULL, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->closed, g_hash_table_unref);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_nobody_notice_parent_class)->dispose (object);
}

static void
sc_nobody_notice_class_init (ScNobodyNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_nobody_notice_dispose;
  g_resources_register (sc_security_get_resource ());
  sc_styles_add ("/org/stagecraft/Stagecraft/security/security.css");
  gtk_widget_class_set_css_name (widget_class, "nobody-notice");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/security/sc-nobody-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, ScNobodyNotice, box);
  gtk_widget_class_bind_template_child (widget_class, ScNobodyNotice, icon);
  gtk_widget_class_bind_template_child (widget_class, ScNobodyNotice, text);
  gtk_widget_class_bind_template_child (widget_class, ScNobodyNotice, buttons);
  gtk_widget_class_bind_template_child (widget_class, ScNobodyNotice, add);
  gtk_widget_class_bind_template_child (widget_class, ScNobodyNotice, give);
  gtk_widget_class_bind_template_child (widget_class, ScNobodyNotice, close);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
sc_nobody_notice_init (ScNobodyNotice *self)
{
  self->closed = g_hash_table_new_full (sc_id_hash, (GEqualFunc) sc_id_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_menu_button_set_create_popup_func (self->give, fill_menu, self, NULL);
}

void
sc_nobody_notice_set_editor (ScNobodyNotice *self, ScEditor *editor, ScNobodyPlace place)
{
  gboolean bar = place == SC_NOBODY_BAR;

  g_return_if_fail (SC_IS_NOBODY_NOTICE (self));

  if (self->editor == editor)
    return;
  g_return_if_fail (self->editor == NULL);
  self->editor = g_object_ref (editor);
  self->place = place;
  gtk_widget_add_css_class (GTK_WIDGET (self), bar ? "bar" : "card");
  gtk_widget_set_valign (self->icon, bar ? GTK_ALIGN_CENTER : GTK_ALIGN_START);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  bar ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_visible (self->add, !bar);
  gtk_widget_set_visible (self->close, bar);
  g_signal_connect_object (editor, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "flow-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
sc_nobody_notice_set_quiet (ScNobodyNotice *self, gboolean quiet)
{
  g_return_if_fail (SC_IS_NOBODY_NOTICE (self));

  if (self->quiet == quiet)
    return;
  self->quiet = quiet;
  update (self);
}
