/* sc-language.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-language.h"

#include <glib/gi18n-lib.h>

static const int ids[]
    = { 1025, 1069, 1026, 1027, 2052, 3076, 1028, 1050, 1029, 1030, 1043, 1033, 1061, 1035, 1036,
        1110, 1031, 1032, 1037, 1081, 1038, 1057, 1040, 1041, 1087, 1042, 1062, 1063, 1086, 1044,
        1045, 1046, 2070, 1048, 1049, 3098, 2074, 1051, 1060, 3082, 1053, 1054, 1055, 1058, 1066 };
static const char *const names[] = { N_ ("Arabic"),
                                     N_ ("Basque"),
                                     N_ ("Bulgarian"),
                                     N_ ("Catalan"),
                                     N_ ("Chinese (Simplified)"),
                                     N_ ("Chinese (Hong Kong)"),
                                     N_ ("Chinese (Traditional)"),
                                     N_ ("Croatian"),
                                     N_ ("Czech"),
                                     N_ ("Danish"),
                                     N_ ("Dutch"),
                                     N_ ("English"),
                                     N_ ("Estonian"),
                                     N_ ("Finnish"),
                                     N_ ("French"),
                                     N_ ("Galician"),
                                     N_ ("German"),
                                     N_ ("Greek"),
                                     N_ ("Hebrew"),
                                     N_ ("Hindi"),
                                     N_ ("Hungarian"),
                                     N_ ("Indonesian"),
                                     N_ ("Italian"),
                                     N_ ("Japanese"),
                                     N_ ("Kazakh"),
                                     N_ ("Korean"),
                                     N_ ("Latvian"),
                                     N_ ("Lithuanian"),
                                     N_ ("Malay"),
                                     N_ ("Norwegian"),
                                     N_ ("Polish"),
                                     N_ ("Portuguese (Brazil)"),
                                     N_ ("Portuguese (Portugal)"),
                                     N_ ("Romanian"),
                                     N_ ("Russian"),
                                     N_ ("Serbian (Cyrillic)"),
                                     N_ ("Serbian (Latin)"),
                                     N_ ("Slovak"),
                                     N_ ("Slovenian"),
                                     N_ ("Spanish"),
                                     N_ ("Swedish"),
                                     N_ ("Thai"),
                                     N_ ("Turkish"),
                                     N_ ("Ukrainian"),
                                     N_ ("Vietnamese") };

G_STATIC_ASSERT (G_N_ELEMENTS (ids) == G_N_ELEMENTS (names));

char *
sc_language_dup_name (int language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      if (ids[i] == language)
        return g_strdup (_ (names[i]));
    }
  return g_strdup_printf (_ ("Language %d"), language);
}

const int *
sc_language_list (guint *n)
{
  *n = G_N_ELEMENTS (ids);
  return ids;
}
