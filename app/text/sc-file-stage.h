/* sc-file-stage.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-file.h"

G_BEGIN_DECLS

/* A hidden folder beside a place, in which what will stand there is made. */
typedef struct _ScFileStage ScFileStage;

/* NULL with an error that names place, of which only the folder has to be there. */
ScFileStage *sc_file_stage_new (const char *place, GError **error);
/* With all that is left in it. */
void sc_file_stage_free (ScFileStage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScFileStage, sc_file_stage_free)

/* The path that name has in it; free with g_free(). */
char *sc_file_stage_get_path (const ScFileStage *self, const char *name);
/* Moves the folder of that name to the place, where nothing or an empty folder may be, with all
 * that is in it on the disk, after along, unless that is NULL. FALSE with an error: it is where it
 * was, and what along is about is as it was. */
gboolean sc_file_stage_publish (const ScFileStage *self,
                                const char *name,
                                const ScFileChange *along,
                                GError **error);

G_END_DECLS
