/* sc-template-chooser.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-template-chooser.h"

#include <glib/gi18n-lib.h>

#include "sc-message.h"
#include "sc-styles.h"
#include "sc-templates-resources.h"

struct _ScTemplateChooser
{
  AdwBin parent_instance;

  gboolean inserting;
  ScList *templates; /* of ScTemplate, in the order of the rows */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (ScTemplateChooser, sc_template_chooser, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_INSERTING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* NULL for no row. */
static const ScTemplate *
get_row_template (ScTemplateChooser *self, GtkListBoxRow *row)
{
  return row != NULL ? sc_list_get (self->templates, (guint) gtk_list_box_row_get_index (row))
                     : NULL;
}

/* Not when the rows go with their window: nobody is there to hear of it. */
static void
row_selected_cb (ScTemplateChooser *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && !gtk_widget_in_destruction (GTK_WIDGET (root)))
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
row_activated_cb (ScTemplateChooser *self)
{
  if (sc_template_chooser_get_template (self) != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0);
}

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
delete_cb (ScTemplateChooser *self, const char *response, AdwMessageDialog *dialog)
{
  const ScTemplate *template = g_object_get_data (G_OBJECT (dialog), "sc-template");
  g_autoptr (GError) error = NULL;

  if (sc_template_delete (template, &error))
    sc_template_chooser_refresh (self);
  else
    sc_message_show (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                     _ ("Template Not Deleted"), error->message);
}

/* Undo does not bring a file back. */
static void
ask_delete_cb (GtkWidget *button, gpointer user_data)
{
  ScTemplateChooser *self = user_data;
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  const ScTemplate *template = get_row_template (self, GTK_LIST_BOX_ROW (row));
  g_autofree char *heading = g_strdup_printf (_ ("Delete “%s”?"), template->title);
  AdwMessageDialog *dialog
      = sc_message_new (GTK_WINDOW (gtk_widget_get_root (button)), heading,
                        _ ("The template goes for good. Flows that were made from it stay."));

  adw_message_dialog_add_response (dialog, "delete", _ ("_Delete"));
  adw_message_dialog_set_response_appearance (dialog, "delete", ADW_RESPONSE_DESTRUCTIVE);
  g_object_set_data_full (G_OBJECT (dialog), "sc-template", sc_template_ref (template),
                          (GDestroyNotify) sc_template_unref);
  g_signal_connect_object (dialog, "response::delete", G_CALLBACK (delete_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
new_delete_button (ScTemplateChooser *self, const ScTemplate *template)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *label = g_strdup_printf (_ ("Delete “%s”"), template->title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Delete Template"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (ask_delete_cb), self, 0);
  return button;
}

static GtkWidget *
new_row (ScTemplateChooser *self, const ScTemplate *template)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *facts = sc_template_describe_facts (template);
  const char *sentence = template->broken != NULL ? template->broken : template->summary;

  gtk_box_append (GTK_BOX (texts), new_label (template->title, "heading"));
  if (template->broken != NULL)
    {
      GtkWidget *label = new_label (sentence, "error");

      /* A reason that is cut off helps nobody. */
      gtk_label_set_lines (GTK_LABEL (label), -1);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
      gtk_box_append (GTK_BOX (texts), label);
    }
  else
    {
      GtkWidget *label = new_label (facts, "caption");

      if (sentence != NULL)
        gtk_box_append (GTK_BOX (texts), new_label (sentence, "body"));
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (texts), label);
    }
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), texts);
  if (template->path != NULL)
    gtk_box_append (GTK_BOX (box), new_delete_button (self, template));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), template->broken == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  template->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence != NULL ? sentence : facts, -1);
  return row;
}

/* Whoever inserts has a flow already, so that an empty one adds nothing; and their own come
 * first. */
static ScList *
list_templates (ScTemplateChooser *self)
{
  g_autofree char *folder = sc_template_get_folder ();
  ScList *templates = sc_template_list (folder);
  GPtrArray *sorted;

  if (!self->inserting)
    return templates;
  sorted = sc_list_collect ();
  for (guint own = 2; own-- > 0;)
    sc_list_foreach (templates, const ScTemplate *, template)
      {
        if ((template->path != NULL) == (own > 0)
            && (own > 0 || !g_str_equal (template->name, SC_TEMPLATE_EMPTY)))
          g_ptr_array_add (sorted, sc_template_ref (template));
      }
  sc_list_unref (templates);
  return sc_list_new_take (sorted);
}

static GtkListBoxRow *
find_row (ScTemplateChooser *self, const ScTemplate *sought)
{
  sc_list_foreach (sought != NULL ? self->templates : NULL, const ScTemplate *, template)
    {
      if (g_str_equal (template->name, sought->name) && !template->path == !sought->path)
        return gtk_list_box_get_row_at_index (self->list, (int) template_i);
    }
  return gtk_list_box_get_row_at_index (self->list, 0);
}

void
sc_template_chooser_refresh (ScTemplateChooser *self)
{
  g_autoptr (ScList) templates = list_templates (self);
  const ScTemplate *chosen;
  g_autoptr (ScTemplate) kept = NULL;
  GtkWidget *row;

  g_return_if_fail (SC_IS_TEMPLATE_CHOOSER (self));

  if (self->templates != NULL && sc_value_equal (templates, self->templates))
    return;
  chosen = sc_template_chooser_get_template (self);
  kept = chosen != NULL ? sc_template_ref (chosen) : NULL;
  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))) != NULL)
    gtk_list_box_remove (self->list, row);
  sc_list_unref (self->templates);
  self->templates = g_steal_pointer (&templates);
  sc_list_foreach (self->templates, const ScTemplate *, template)
    {
      gtk_list_box_append (self->list, new_row (self, template));
    }
  gtk_list_box_select_row (self->list, find_row (self, kept));
}

static GtkWidget *
new_header (const char *text, const char *style)
{
  GtkWidget *label = new_label (text, style);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (label, "section");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

/* Whose they are; where the person has none, how they get one. */
static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  ScTemplateChooser *self = user_data;
  const ScTemplate *template = get_row_template (self, row);
  const ScTemplate *above = get_row_template (self, before);
  GtkWidget *box;

  gtk_list_box_row_set_header (row, NULL);
  if (template == NULL || (above != NULL && !above->path == !template->path))
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  if (above == NULL)
    gtk_box_append (GTK_BOX (box), new_header (_ ("Your Templates"), "heading"));
  if (above == NULL && template->path == NULL)
    gtk_box_append (
        GTK_BOX (box),
        new_header (
            _ ("None yet. Select stages of a flow and save them below, to have them in any flow."),
            "body"));
  if (template->path == NULL)
    gtk_box_append (GTK_BOX (box), new_header (_ ("Supplied Templates"), "heading"));
  gtk_list_box_row_set_header (row, box);
}

const ScTemplate *
sc_template_chooser_get_template (ScTemplateChooser *self)
{
  return get_row_template (self, gtk_list_box_get_selected_row (self->list));
}

const ScTemplate *
sc_template_chooser_pick (ScTemplateChooser *self, double x, double y)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = at != NULL ? gtk_widget_get_ancestor (at, GTK_TYPE_LIST_BOX_ROW) : NULL;

  return get_row_template (self, row != NULL ? GTK_LIST_BOX_ROW (row) : NULL);
}

static void
sc_template_chooser_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ScTemplateChooser *self = SC_TEMPLATE_CHOOSER (object);

  if (id == PROP_INSERTING)
    self->inserting = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sc_template_chooser_constructed (GObject *object)
{
  ScTemplateChooser *self = SC_TEMPLATE_CHOOSER (object);

  G_OBJECT_CLASS (sc_template_chooser_parent_class)->constructed (object);

  if (self->inserting)
    gtk_list_box_set_header_func (self->list, update_header, self, NULL);
  sc_template_chooser_refresh (self);
}

static gboolean
sc_template_chooser_grab_focus (GtkWidget *widget)
{
  ScTemplateChooser *self = SC_TEMPLATE_CHOOSER (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
sc_template_chooser_dispose (GObject *object)
{
  ScTemplateChooser *self = SC_TEMPLATE_CHOOSER (object);

  g_clear_pointer (&self->templates, sc_list_unref);

  G_OBJECT_CLASS (sc_template_chooser_parent_class)->dispose (object);
}

static void
sc_template_chooser_class_init (ScTemplateChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sc_template_chooser_constructed;
  G_OBJECT_CLASS (klass)->dispose = sc_template_chooser_dispose;
  G_OBJECT_CLASS (klass)->set_property = sc_template_chooser_set_property;
  widget_class->grab_focus = sc_template_chooser_grab_focus;

  properties[PROP_INSERTING]
      = g_param_spec_boolean ("inserting", NULL, NULL, FALSE,
                              G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/templates-pane/sc-template-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, ScTemplateChooser, list);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);

  /* Resources of a static library are only linked in when something names them. */
  sc_templates_get_resource ();
}

static void
sc_template_chooser_init (ScTemplateChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sc_styles_add ("/org/stagecraft/Stagecraft/templates-pane/templates.css");
}
