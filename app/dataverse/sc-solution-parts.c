/* sc-solution-parts.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-solution-parts.h"

#include <string.h>

#include "sc-backing.h"
#include "sc-markup.h"
#include "sc-role-files.h"
#include "sc-role-xml.h"

static int
get_language (const ScSolution *solution)
{
  return solution->language > 0 ? solution->language : SC_LANGUAGE_ENGLISH;
}

/* Files of a folder have a declaration, the server's own zips do not. */
static GBytes *
finish (ScMarkup *markup, ScPackageKind kind)
{
  return kind == SC_PACKAGE_FOLDER ? sc_markup_finish_file (markup)
                                   : g_string_free_to_bytes (g_steal_pointer (&markup->text));
}

/* An element that was written for the level that markup is on. */
static void
add_element (ScMarkup *markup, char *element)
{
  sc_markup_line (markup, "%s", element);
  g_free (element);
}

static int
compare_relationship_texts (gconstpointer a, gconstpointer b)
{
  const ScPart *left = *(ScPart *const *) a;
  const ScPart *right = *(ScPart *const *) b;

  return g_ascii_strcasecmp (left->path, right->path);
}

/* The relationships of all flows as ScPart: the name for a path, the element for bytes. NULL for
 * referenced: all, else those of that table. */
static GPtrArray *
list_relationships (const ScSolution *solution, const char *referenced, guint depth)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_part_free);

  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      g_autoptr (ScBacking) backing = sc_backing_new (solution, flow);
      g_autoptr (GPtrArray) relationships = sc_backing_list_relationships (backing);

      for (guint i = 0; i < relationships->len; i++)
        {
          const ScBackingRelationship *item = g_ptr_array_index (relationships, i);
          char *text;

          if (referenced != NULL && g_ascii_strcasecmp (referenced, item->referenced) != 0)
            continue;
          text = sc_backing_write_relationship (backing, item, depth);
          g_ptr_array_add (found, sc_part_new (g_strdup (item->name),
                                               g_bytes_new_take (text, strlen (text) + 1)));
        }
    }
  g_ptr_array_sort (found, compare_relationship_texts);
  return found;
}

static void
add_relationships (ScMarkup *markup, const ScSolution *solution, const char *referenced)
{
  g_autoptr (GPtrArray) found = list_relationships (solution, referenced, markup->depth);

  for (guint i = 0; i < found->len; i++)
    {
      const ScPart *item = g_ptr_array_index (found, i);

      sc_markup_line (markup, "%s", g_bytes_get_data (item->bytes, NULL));
    }
}

static int
compare_flows_by_table (gconstpointer a, gconstpointer b)
{
  return g_ascii_strcasecmp (sc_backing_get_name (*(ScBacking *const *) a),
                             sc_backing_get_name (*(ScBacking *const *) b));
}

static void
add_tables (ScMarkup *markup, const ScSolution *solution)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_backing_free);

  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      g_ptr_array_add (tables, sc_backing_new (solution, flow));
    }
  g_ptr_array_sort (tables, compare_flows_by_table);
  for (guint i = 0; i < tables->len; i++)
    add_element (markup, sc_backing_write_table (g_ptr_array_index (tables, i), markup->depth));
}

/* The element of a role's file, on the level that markup is on. */
static void
add_role (ScMarkup *markup, const ScRole *role)
{
  g_autoptr (GBytes) file = sc_role_xml_write (role, "\n");
  g_autoptr (GString) text
      = g_string_new_len (g_bytes_get_data (file, NULL), (gssize) g_bytes_get_size (file));
  g_auto (GStrv) lines = NULL;

  g_string_replace (text, SC_MARKUP_XSI, "", 1);
  lines = g_strsplit (text->str, "\n", -1);
  for (char **line = lines + 1; *line != NULL; line++) /* the first is the declaration */
    sc_markup_line (markup, "%s", *line);
}

static void
add_roles (ScMarkup *markup, const ScSolution *solution)
{
  if (solution->roles == NULL)
    {
      sc_markup_text (markup, "Roles", "");
      return;
    }
  sc_markup_open (markup, "<Roles>");
  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      add_role (markup, role);
    }
  sc_markup_close (markup, "Roles");
}

static void
add_content (ScMarkup *markup, const ScSolution *solution)
{
  if (solution->flows == NULL)
    sc_markup_line (markup, "<Entities />");
  else
    {
      sc_markup_open (markup, "<Entities>");
      add_tables (markup, solution);
      sc_markup_close (markup, "Entities");
    }
  add_roles (markup, solution);
  if (solution->flows == NULL)
    {
      sc_markup_line (markup, "<Workflows />");
      return;
    }
  sc_markup_open (markup, "<Workflows>");
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      add_element (markup, sc_flow_parts_write_workflow (solution, flow, markup->depth));
    }
  sc_markup_close (markup, "Workflows");
}

GBytes *
sc_solution_parts_write_customizations (const ScSolution *solution, ScPackageKind kind)
{
  static const char *const no_content[] = { "Entities", "Roles", "Workflows", NULL };
  static const char *const before[] = { "FieldSecurityProfiles=", "Templates", "EntityMaps", NULL };
  static const char *const after[]
      = { "OrganizationSettings", "optionsets", "CustomControls", "EntityDataProviders", NULL };
  ScMarkup markup = SC_MARKUP_INIT (0);
  gboolean embed = kind == SC_PACKAGE_ZIP;

  sc_markup_open (&markup, "<ImportExportXml" SC_MARKUP_XSI ">");
  if (embed)
    add_content (&markup, solution);
  else
    sc_markup_elements (&markup, no_content);
  sc_markup_elements (&markup, before);
  if (embed && solution->flows != NULL)
    {
      sc_markup_open (&markup, "<EntityRelationships>");
      add_relationships (&markup, solution, NULL);
      sc_markup_close (&markup, "EntityRelationships");
    }
  else
    sc_markup_line (&markup, "<EntityRelationships />");
  sc_markup_elements (&markup, after);
  sc_markup_open (&markup, "<Languages>");
  sc_markup_line (&markup, "<Language>%d</Language>", get_language (solution));
  sc_markup_close (&markup, "Languages");
  sc_markup_close (&markup, "ImportExportXml");
  return finish (&markup, kind);
}

static void
add (GPtrArray *parts, char *path, GBytes *bytes)
{
  g_ptr_array_add (parts, sc_part_new (path, bytes));
}

/* As the name of a file: schema names have nothing else, a hostile one might. */
static char *
make_file_name (const char *schema_name)
{
  return g_strcanon (g_strdup (schema_name), G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_-", '_');
}

/* Other/Relationships.xml names all relationships, Other/Relationships/… hold them, by the table
 * on the one side. */
static void
add_relationship_files (GPtrArray *parts, const ScSolution *solution)
{
  g_autoptr (GPtrArray) all = list_relationships (solution, NULL, 1);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ScMarkup names = SC_MARKUP_INIT (0);

  sc_markup_open (&names, "<EntityRelationships" SC_MARKUP_XSI ">");
  for (guint i = 0; i < all->len; i++)
    sc_markup_line (&names, "<EntityRelationship Name=\"%a\" />",
                    ((const ScPart *) g_ptr_array_index (all, i))->path);
  sc_markup_close (&names, "EntityRelationships");
  add (parts, g_strdup ("Other/Relationships.xml"), sc_markup_finish_file (&names));

  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      g_autoptr (ScBacking) backing = sc_backing_new (solution, flow);
      g_autoptr (GPtrArray) relationships = sc_backing_list_relationships (backing);

      for (guint i = 0; i < relationships->len; i++)
        {
          const ScBackingRelationship *item = g_ptr_array_index (relationships, i);
          g_autofree char *name = make_file_name (item->referenced);
          ScMarkup markup = { NULL };

          if (!g_hash_table_add (seen, g_ascii_strdown (name, -1)))
            continue;
          markup.text = g_string_new (NULL);
          sc_markup_open (&markup, "<EntityRelationships" SC_MARKUP_XSI ">");
          add_relationships (&markup, solution, item->referenced);
          sc_markup_close (&markup, "EntityRelationships");
          add (parts, g_strdup_printf ("Other/Relationships/%s.xml", name),
               sc_markup_finish_file (&markup));
        }
    }
}

static void
add_role_files (GPtrArray *parts, const ScSolution *solution)
{
  g_autoptr (ScRoleFiles) files = sc_role_files_new ();

  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      add (parts, sc_role_files_choose (files, role), sc_role_xml_write (role, "\n"));
    }
}

GPtrArray *
sc_solution_parts_list (const ScSolution *solution, ScPackageKind kind)
{
  gboolean folder = kind == SC_PACKAGE_FOLDER;
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_part_free);

  add (parts, g_strdup (folder ? "Other/Customizations.xml" : "customizations.xml"),
       sc_solution_parts_write_customizations (solution, kind));
  add (parts, g_strdup (folder ? "Other/Solution.xml" : "solution.xml"),
       sc_solution_parts_write_manifest (solution, kind));
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      g_ptr_array_extend_and_steal (parts, sc_flow_parts_list (solution, flow, kind));
    }
  if (folder)
    {
      add_relationship_files (parts, solution);
      add_role_files (parts, solution);
    }
  else
    g_ptr_array_insert (parts, 1,
                        sc_part_new (g_strdup ("[Content_Types].xml"),
                                     sc_solution_parts_write_content_types (parts)));
  return parts;
}
