/* sc-plain-row.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-plain-row.h"

GtkWidget *
sc_plain_row_new (GType type, const char *title, const char *subtitle)
{
  /* The labels follow use-markup only once the row is made. */
  GtkWidget *row = g_object_new (type, "use-markup", FALSE, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    g_object_set (row, "subtitle", subtitle, NULL);
  return row;
}

void
sc_plain_row_add_icon (GtkWidget *row, const char *icon, const char *style)
{
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_widget_add_css_class (image, style);
  if (ADW_IS_EXPANDER_ROW (row))
    adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), image);
  else
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
}
