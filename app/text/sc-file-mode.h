/* sc-file-mode.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <sys/types.h>

G_BEGIN_DECLS

/* What a file that takes the place of another one may let whom do. The permissions of a group are
 * those of that group only: when the new file belongs to another one, its members were among all
 * others before, and those of the old group are among all others now. Neither gets more than they
 * had. */

/* The permissions of the new file; old: those of the old one. Running as the owner or the group
 * (06000) is only kept with both. */
mode_t sc_file_choose_mode (mode_t old, gboolean owner_kept, gboolean group_kept);

/* The same for an access control list as the attribute system.posix_acl_access has it (acl(5),
 * <linux/posix_acl_xattr.h>), in place, when the group is another one. FALSE for what is none and
 * had better not be copied. */
gboolean sc_file_narrow_acl (guint8 *acl, gsize size);

G_END_DECLS
