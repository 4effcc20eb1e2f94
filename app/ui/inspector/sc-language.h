/* sc-language.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The languages that Dataverse can be shown in, by Windows locale id (Microsoft Learn, "Language
 * collations" and [MS-LCID]). */

/* The name of a language, translated; "Language 4242" for an id that is not known. Free with
 * g_free(). */
char *sc_language_dup_name (int language);
/* All known ids, in the order of their English names; *n is their number. */
const int *sc_language_list (guint *n);

G_END_DECLS
