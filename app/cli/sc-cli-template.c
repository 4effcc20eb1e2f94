/* sc-cli-template.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-cli-template.h"

#include "sc-template.h"

#include <glib/gi18n-lib.h>

static ScList *
list_templates (void)
{
  g_autofree char *folder = sc_template_get_folder ();

  return sc_template_list (folder);
}

static guint
find_width (const ScList *templates)
{
  guint width = 0;

  sc_list_foreach (templates, const ScTemplate *, template)
    {
      g_autofree char *name = sc_cli_clean (template->name);

      width = MAX (width, sc_cli_get_width (name));
    }
  return width;
}

ScExitStatus
sc_cli_list_templates (void)
{
  g_autoptr (ScList) templates = list_templates ();
  const guint width = find_width (templates);

  sc_list_foreach (templates, const ScTemplate *, template)
    {
      g_autofree char *name = sc_cli_clean (template->name);
      g_autofree char *facts = sc_template_describe_facts (template);

      sc_cli_print_padded (name, width, FALSE);
      if (template->broken != NULL)
        {
          g_autofree char *broken = sc_cli_clean (template->broken);

          /* TRANSLATORS: why a file cannot be used as a template. */
          g_print (_ ("  broken: %s\n"), broken);
        }
      else
        g_print ("  %s\n", facts);
    }
  return SC_EXIT_SUCCESS;
}

static gboolean
check_table (const ScTemplate *template, const char *table, GError **error)
{
  gboolean lacks_table = template->open && (table == NULL || *table == '\0');

  if (lacks_table && g_str_equal (template->name, SC_TEMPLATE_EMPTY))
    g_set_error_literal (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
                         _ ("A flow needs a table. Name it with --table."));
  else if (lacks_table)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
                 _ ("The template “%s” needs a table. Name it with --table."), template->name);
  else if (!template->open && table != NULL)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
                 _ ("The template “%s” has its own tables. Leave --table out."), template->name);
  else
    return TRUE;
  return FALSE;
}

ScSolution *
sc_cli_add_template (const ScSolution *solution,
                     const char *name,
                     const char *flow,
                     const char *table,
                     GError **error)
{
  g_autoptr (ScList) templates = list_templates ();
  const ScTemplate *template
      = sc_template_find (templates, name != NULL ? name : SC_TEMPLATE_EMPTY);
  g_autoptr (ScCatalogue) catalogue = sc_catalogue_new ();
  g_autoptr (ScMetadata) metadata = sc_metadata_new (solution, catalogue);
  ScFlowArrival arrival = { .name = flow, .table = table };

  if (template == NULL)
    {
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_READ,
                   _ ("There is no template “%s”. “new --list” names those there are."), name);
      return NULL;
    }
  return check_table (template, table, error)
             ? sc_template_add_flow (template, solution, metadata, &arrival, error)
             : NULL;
}
