/* sc-persona-line.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-persona-line.h"

struct _ScPersonaLine
{
  AdwActionRow parent_instance;

  GtkImage *sign;
  GtkLabel *word;
};

G_DEFINE_FINAL_TYPE (ScPersonaLine, sc_persona_line, ADW_TYPE_ACTION_ROW)

static const struct
{
  const char *icon;
  const char *style;
} signs[] = {
  [SC_PERSONA_YES] = { "object-select-symbolic", "success" },
  [SC_PERSONA_NO] = { "window-close-symbolic", "dim-label" },
  [SC_PERSONA_LATER] = { "go-down-symbolic", "dim-label" },
  [SC_PERSONA_CONCEALED] = { "view-conceal-symbolic", "warning" },
  [SC_PERSONA_READ_ONLY] = { "changes-prevent-symbolic", "warning" },
  [SC_PERSONA_WARNING] = { "dialog-warning-symbolic", "warning" },
};

/* What it says stands beside it in words. */
GtkWidget *
sc_persona_sign_new (void)
{
  return g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

void
sc_persona_sign_show (GtkImage *image, ScPersonaSign sign)
{
  gtk_image_set_from_icon_name (image, signs[sign].icon);
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (image), signs[i].style);
  gtk_widget_add_css_class (GTK_WIDGET (image), signs[sign].style);
}

static void
sc_persona_line_class_init (ScPersonaLineClass *klass)
{
}

static void
sc_persona_line_init (ScPersonaLine *self)
{
  GtkWidget *sign = sc_persona_sign_new ();
  GtkWidget *word = gtk_label_new (NULL);

  self->sign = GTK_IMAGE (sign);
  self->word = GTK_LABEL (word);
  gtk_widget_add_css_class (word, "dim-label");
  gtk_widget_add_css_class (word, "caption");
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), sign);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), word);
}

GtkWidget *
sc_persona_line_new (void)
{
  return g_object_new (SC_TYPE_PERSONA_LINE, "use-markup", FALSE, NULL);
}

void
sc_persona_line_set (
    ScPersonaLine *self, ScPersonaSign sign, const char *title, const char *why, const char *word)
{
  g_autofree char *name = word != NULL ? g_strdup_printf ("%s: %s", title, word) : g_strdup (title);

  g_return_if_fail (SC_IS_PERSONA_LINE (self));

  sc_persona_sign_show (self->sign, sign);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), why != NULL ? why : "");
  gtk_label_set_label (self->word, word != NULL ? word : "");
  gtk_widget_set_visible (GTK_WIDGET (self->word), word != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, why != NULL ? why : "", -1);
}

void
sc_persona_lines_resize (GPtrArray *lines, AdwExpanderRow *row, guint n)
{
  while (lines->len > n)
    adw_expander_row_remove (row, g_ptr_array_steal_index (lines, lines->len - 1));
  while (lines->len < n)
    {
      GtkWidget *line = sc_persona_line_new ();

      adw_expander_row_add_row (row, line);
      g_ptr_array_add (lines, line);
    }
}
