/* sc-label.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-list.h"

G_BEGIN_DECLS

/* English (United States); the base language of every package seen. */
#define SC_LANGUAGE_ENGLISH 1033

/* A text in one language. In XAML a label carries an id that must equal the id of its stage or
 * step (server error 0x80060419); own_id is only set where a file says otherwise. */
typedef struct
{
  ScValue base;
  int language; /* Windows locale id, such as 1033 or 1031 */
  const char *text;
  const char *own_id; /* nullable: the owner's id */
} ScLabel;

SC_DECLARE_VALUE (ScLabel, sc_label)

ScLabel *sc_label_new_text (int language, const char *text);

/* The functions below take a list of ScLabel. */

/* The text in that language, else the first one, else NULL. */
const char *sc_labels_get (const ScList *labels, int language);
/* The text in that language, else the first one, else name. Never NULL. */
const char *sc_labels_get_or (const ScList *labels, int language, const char *name);
/* The text in exactly that language, else NULL. */
const char *sc_labels_get_exact (const ScList *labels, int language);
/* A list with that text; a NULL text takes the language out. */
ScList *sc_labels_set (const ScList *labels, int language, const char *text);

G_END_DECLS
