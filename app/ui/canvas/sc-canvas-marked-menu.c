/* sc-canvas-marked-menu.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "sc-command.h"
#include "sc-marked.h"
#include "sc-parts-text.h"

/* The actions are those of the part that the menu hangs on; see sc_canvas_act_on_marked(). */
static void
append (GMenu *section, ScPart part, const char *label, const char *verb)
{
  g_autofree char *action
      = g_strconcat (part.kind == SC_PART_STEP ? "step." : "stage.", verb, NULL);

  g_menu_append (section, label, action);
}

static void
append_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static GMenu *
build_changes (ScCanvas *self, ScPart part, const char *title)
{
  GMenu *section = g_menu_new ();
  g_autofree char *duplicate = g_strdup_printf (_ ("_Duplicate %s"), title);
  guint n_steps, n_required;

  sc_editor_count_marked_steps (self->editor, &n_steps, &n_required);
  if (n_steps > 0)
    append (section, part, n_required == n_steps ? _ ("Make _Optional") : _ ("Make _Required"),
            "toggle-required");
  append (section, part, duplicate, "duplicate");
  return section;
}

static GMenu *
build_clipboard (const ScParts *parts, const char *title)
{
  GMenu *section = g_menu_new ();
  g_autofree char *cut = g_strdup_printf (_ ("Cu_t %s"), title);
  g_autofree char *copy = g_strdup_printf (_ ("_Copy %s"), title);

  g_menu_append (section, cut, "clipboard.cut");
  g_menu_append (section, copy, "clipboard.copy");
  g_menu_append (section, _ ("Past_e"), "clipboard.paste");
  if (sc_parts_count_kind (parts, SC_PART_STAGE) > 0)
    sc_command_append (section, "win.save-stages-template", SC_ITEM_ALWAYS);
  return section;
}

static GMenu *
build_moves (ScPart part)
{
  GMenu *section = g_menu_new ();

  if (part.kind == SC_PART_STEP)
    {
      append (section, part, _ ("Move _Up"), "move-up");
      append (section, part, _ ("Move D_own"), "move-down");
      append (section, part, _ ("To Stage on the _Left"), "move-left");
      append (section, part, _ ("To Stage on the Ri_ght"), "move-right");
    }
  else
    {
      append (section, part, _ ("Move _Left"), "move-left");
      append (section, part, _ ("Move Ri_ght"), "move-right");
    }
  return section;
}

GMenuModel *
sc_canvas_build_marked_menu (ScCanvas *self, ScPart part)
{
  const ScParts *parts = sc_editor_get_parts (self->editor);
  g_autofree char *title = sc_parts_title (parts);
  g_autofree char *delete = g_strdup_printf (_ ("De_lete %s"), title);
  GMenu *menu = g_menu_new ();
  GMenu *deletion = g_menu_new ();

  append_section (menu, build_changes (self, part, title));
  append_section (menu, build_clipboard (parts, title));
  /* Steps and stages have no common place to go. */
  if (sc_parts_count_kind (parts, part.kind) == sc_parts_count (parts))
    append_section (menu, build_moves (part));
  append (deletion, part, delete, "delete");
  append_section (menu, deletion);
  return G_MENU_MODEL (menu);
}
