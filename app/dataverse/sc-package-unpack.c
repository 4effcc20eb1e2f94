/* sc-package-unpack.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-file-name.h"
#include "sc-flow-parts.h"
#include "sc-markup.h"
#include "sc-package-layout.h"
#include "sc-piece.h"
#include "sc-splice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const ScLayoutRule sc_layout_rules[] = {
  { "Entities", "Entity", "Name", "Entities/", "/Entity.xml" },
  { "Roles", "Role", "@name", "Roles/", ".xml" },
  { "Workflows", "Workflow", "XamlFileName", "Workflows/", ".data.xml" },
  { "optionsets", "optionset", "@Name", "OptionSets/", ".xml" },
  { "Dashboards", "Dashboard", "FormId", "Dashboards/", ".xml" },
  { "InteractionCentricDashboards", "InteractionCentricDashboard", "FormId",
    "InteractionCentricDashboards/", ".xml" },
  { "AppModuleSiteMaps", "AppModuleSiteMap", "SiteMapUniqueName", "AppModuleSiteMaps/",
    "/AppModuleSiteMap.xml" },
  { "AppModules", "AppModule", "UniqueName", "AppModules/", "/AppModule.xml" },
  { "CanvasApps", "CanvasApp", "Name", "CanvasApps/", ".meta.xml" },
  { NULL, NULL, NULL, NULL, NULL },
};

typedef struct
{
  GPtrArray *parts;   /* of ScPart: what comes out */
  GHashTable *paths;  /* folded: those that are taken */
  GHashTable *tables; /* folded name → name of its folder */
} Unpacker;

/* NULL when node has none. */
static const char *
get_name (const ScLayoutRule *rule, const ScXmlNode *node)
{
  const char *name = rule->name[0] == '@' ? sc_xml_node_get_attribute (node, rule->name + 1)
                                          : sc_xml_node_get_child_text (node, rule->name);

  /* Other processes than flows have another kind of file. */
  if (name == NULL && g_str_equal (rule->list, "Workflows"))
    name = sc_xml_node_get_child_text (node, "JsonFileName");
  if (name != NULL && g_str_has_prefix (name, "/Workflows/"))
    name += strlen ("/Workflows/");
  return name;
}

/* Takes over both. */
static void
add (Unpacker *self, char *path, GBytes *bytes)
{
  g_hash_table_add (self->paths, g_utf8_casefold (path, -1));
  g_ptr_array_add (self->parts, sc_part_new (path, bytes));
}

static gboolean
is_free (const Unpacker *self, const char *path)
{
  g_autofree char *folded = g_utf8_casefold (path, -1);

  return !g_hash_table_contains (self->paths, folded);
}

/* TRUE when the pieces of an element make up exactly what it is. */
static gboolean
is_whole (GBytes *bytes, const ScXmlNode *node, const GString *rebuilt)
{
  ScSpan span = sc_xml_node_get_span (node);
  const char *data = g_bytes_get_data (bytes, NULL);
  const char *text = strchr (rebuilt->str, '<');

  return text != NULL && strlen (text) == span.end - span.start
         && memcmp (data + span.start, text, span.end - span.start) == 0;
}

static gboolean
survives (const char *piece, const char *line_end)
{
  g_autoptr (GBytes) bytes = sc_piece_to_file (piece, NULL, line_end);
  g_autoptr (ScXml) xml = sc_xml_parse (bytes, "piece", NULL);
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (g_free);

  if (xml == NULL)
    return FALSE;
  sc_piece_from_file (xml, FALSE, pieces);
  return g_str_equal (g_ptr_array_index (pieces, 0), piece);
}

static void
split_table (Unpacker *self, const char *folder, const char *piece, const char *line_end);

/* Takes a list apart when it can be put together again without a difference. FALSE when it stays as
 * it is though something is in it. */
static gboolean
split_list (Unpacker *self,
            ScSplice *splice,
            GBytes *bytes,
            const ScXmlNode *list,
            const ScLayoutRule *rule)
{
  const char *line_end = sc_text_get_line_end (bytes);
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) rebuilt = g_string_new (NULL);
  g_autofree char *empty = g_strdup_printf ("<%s />", rule->list);

  sc_piece_append_tag (rebuilt, "<%s>", rule->list, 1, line_end);
  sc_xml_foreach (list, node)
    {
      const char *name = get_name (rule, node);
      g_autofree char *path = g_strconcat (rule->prefix, name, rule->suffix, NULL);
      char *piece;

      if (!sc_xml_node_is (node, rule->element) || !sc_file_name_is_portable (name)
          || !is_free (self, path) || !g_hash_table_add (seen, g_utf8_casefold (name, -1)))
        return FALSE;
      piece = sc_piece_cut (bytes, node);
      g_ptr_array_add (pieces, piece);
      g_ptr_array_add (names, (gpointer) name);
      if (!survives (piece, line_end))
        return FALSE;
      sc_piece_append (rebuilt, piece, 2, line_end);
    }
  sc_piece_append_tag (rebuilt, "</%s>", rule->list, 1, line_end);
  if (pieces->len == 0)
    return TRUE;
  if (!is_whole (bytes, list, rebuilt))
    return FALSE;
  sc_splice_replace (splice, sc_xml_node_get_span (list), empty);
  for (guint i = 0; i < pieces->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      char *path = g_strconcat (rule->prefix, name, rule->suffix, NULL);
      const char *piece = g_ptr_array_index (pieces, i);

      if (g_str_equal (rule->element, "Entity"))
        {
          g_autofree char *folder = g_strconcat ("Entities/", name, NULL);

          g_hash_table_insert (self->tables, g_ascii_strdown (name, -1), g_strdup (folder));
          split_table (self, folder, piece, line_end);
          g_free (path);
        }
      else
        add (self, path, sc_piece_to_file (piece, NULL, line_end));
    }
  return TRUE;
}

typedef struct
{
  char *path;
  char *piece;
  const char *wrapper;
} Inner;

static void
free_inner (gpointer data)
{
  Inner *inner = data;

  g_free (inner->path);
  g_free (inner->piece);
  g_free (inner);
}

/* The elements of one container, such as forms or savedqueries. FALSE when one cannot be a file. */
static gboolean
collect_inner (GPtrArray *found,
               GString *rebuilt,
               GBytes *bytes,
               const ScXmlNode *container,
               const char *folder,
               const char *id,
               const char *wrapper,
               guint depth)
{
  const char *line_end = sc_text_get_line_end (bytes);

  sc_xml_foreach (container, node)
    {
      const char *name = sc_xml_node_get_child_text (node, id);
      Inner *inner;

      if (!sc_file_name_is_portable (name))
        return FALSE;
      inner = g_new (Inner, 1);
      inner->path = g_strdup_printf ("%s/%s.xml", folder, name);
      inner->piece = sc_piece_cut (bytes, node);
      inner->wrapper = wrapper;
      g_ptr_array_add (found, inner);
      sc_piece_append (rebuilt, inner->piece, depth, line_end);
    }
  return TRUE;
}

/* FormXml has a list for each type of forms. */
static gboolean
collect_forms (
    GPtrArray *found, GString *rebuilt, GBytes *bytes, const ScXmlNode *forms, const char *folder)
{
  const char *line_end = sc_text_get_line_end (bytes);

  sc_piece_append_tag (rebuilt, "<FormXml>", NULL, 1, line_end);
  sc_xml_foreach (forms, list)
    {
      const char *type = sc_xml_node_get_attribute (list, "type");
      g_autofree char *inside = g_strdup_printf ("%s/FormXml/%s", folder, type);

      if (!sc_file_name_is_portable (type))
        return FALSE;
      sc_piece_append_tag (rebuilt, "<forms type=\"%s\">", type, 2, line_end);
      if (!collect_inner (found, rebuilt, bytes, list, inside, "formid", "forms", 3))
        return FALSE;
      sc_piece_append_tag (rebuilt, "</forms>", NULL, 2, line_end);
    }
  sc_piece_append_tag (rebuilt, "</FormXml>", NULL, 1, line_end);
  return TRUE;
}

static gboolean
collect_views (
    GPtrArray *found, GString *rebuilt, GBytes *bytes, const ScXmlNode *views, const char *folder)
{
  const char *line_end = sc_text_get_line_end (bytes);
  g_autofree char *inside = g_strconcat (folder, "/SavedQueries", NULL);

  sc_piece_append_tag (rebuilt, "<SavedQueries>", NULL, 1, line_end);
  sc_piece_append_tag (rebuilt, "<savedqueries>", NULL, 2, line_end);
  if (!collect_inner (found, rebuilt, bytes, sc_xml_node_get_first_child (views), inside,
                      "savedqueryid", "savedqueries", 3))
    return FALSE;
  sc_piece_append_tag (rebuilt, "</savedqueries>", NULL, 2, line_end);
  sc_piece_append_tag (rebuilt, "</SavedQueries>", NULL, 1, line_end);
  return TRUE;
}

static gboolean
collect_charts (
    GPtrArray *found, GString *rebuilt, GBytes *bytes, const ScXmlNode *charts, const char *folder)
{
  const char *line_end = sc_text_get_line_end (bytes);
  g_autofree char *inside = g_strconcat (folder, "/Visualizations", NULL);

  sc_piece_append_tag (rebuilt, "<Visualizations>", NULL, 1, line_end);
  if (!collect_inner (found, rebuilt, bytes, charts, inside, "savedqueryvisualizationid", NULL, 2))
    return FALSE;
  sc_piece_append_tag (rebuilt, "</Visualizations>", NULL, 1, line_end);
  return TRUE;
}

/* The changes to the command bar are one file, whatever is in them. */
static gboolean
collect_ribbon (
    GPtrArray *found, GString *rebuilt, GBytes *bytes, const ScXmlNode *ribbon, const char *folder)
{
  Inner *inner = g_new (Inner, 1);

  inner->path = g_strconcat (folder, "/RibbonDiff.xml", NULL);
  inner->piece = sc_piece_cut (bytes, ribbon);
  inner->wrapper = NULL;
  g_ptr_array_add (found, inner);
  sc_piece_append (rebuilt, inner->piece, 1, sc_text_get_line_end (bytes));
  return TRUE;
}

static gboolean
inner_survives (GPtrArray *found, const char *line_end)
{
  for (guint i = 0; i < found->len; i++)
    {
      const Inner *inner = g_ptr_array_index (found, i);

      if (inner->wrapper == NULL && !survives (inner->piece, line_end))
        return FALSE;
    }
  return TRUE;
}

static void
split_table (Unpacker *self, const char *folder, const char *piece, const char *line_end)
{
  static const struct
  {
    const char *name;
    gboolean (*collect) (GPtrArray *, GString *, GBytes *, const ScXmlNode *, const char *);
  } kinds[] = { { "FormXml", collect_forms },
                { "SavedQueries", collect_views },
                { "Visualizations", collect_charts },
                { "RibbonDiffXml", collect_ribbon } };
  g_autoptr (GBytes) bytes = sc_piece_to_file (piece, NULL, line_end);
  g_autoptr (ScXml) xml = sc_xml_parse (bytes, folder, NULL);
  g_autoptr (ScSplice) splice = sc_splice_new (bytes);

  for (guint i = 0; xml != NULL && i < G_N_ELEMENTS (kinds); i++)
    {
      const ScXmlNode *node = sc_xml_node_get_child (sc_xml_get_root (xml), kinds[i].name);
      g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (free_inner);
      g_autoptr (GString) rebuilt = g_string_new (NULL);
      g_autofree char *empty = g_strdup_printf ("<%s />", kinds[i].name);

      if (node == NULL || sc_xml_node_get_first_child (node) == NULL
          || !kinds[i].collect (found, rebuilt, bytes, node, folder)
          || !is_whole (bytes, node, rebuilt) || !inner_survives (found, line_end))
        continue;
      sc_splice_replace (splice, sc_xml_node_get_span (node), empty);
      for (guint j = 0; j < found->len; j++)
        {
          Inner *inner = g_ptr_array_index (found, j);

          add (self, g_steal_pointer (&inner->path),
               sc_piece_to_file (inner->piece, inner->wrapper, line_end));
        }
    }
  add (self, g_strconcat (folder, "/Entity.xml", NULL), sc_splice_apply (splice));
}

static const char *
get_referenced (const ScXmlNode *node)
{
  const char *table = sc_xml_node_get_child_text (node, "ReferencedEntityName");

  return table != NULL ? table : sc_xml_node_get_child_text (node, "FirstEntityName");
}

/* A file per table on the one side, and an index. */
static void
add_relationships (Unpacker *self, GHashTable *by_table, GPtrArray *names, const char *line_end)
{
  g_autoptr (GPtrArray) index = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer table, pieces;

  g_hash_table_iter_init (&iter, by_table);
  while (g_hash_table_iter_next (&iter, &table, &pieces))
    add (self, g_strdup_printf ("Other/Relationships/%s.xml", (char *) table),
         sc_pieces_to_file (pieces, "EntityRelationships", line_end));
  for (guint i = 0; i < names->len; i++)
    {
      GString *element = g_string_new ("<EntityRelationship Name=\"");

      sc_text_append_escaped (element, g_ptr_array_index (names, i), TRUE);
      g_string_append (element, "\" />");
      g_ptr_array_add (index, g_string_free (element, FALSE));
    }
  add (self, g_strdup ("Other/Relationships.xml"),
       sc_pieces_to_file (index, "EntityRelationships", line_end));
}

static void
split_relationships (Unpacker *self, ScSplice *splice, GBytes *bytes, const ScXmlNode *list)
{
  const char *line_end = sc_text_get_line_end (bytes);
  g_autoptr (GHashTable) by_table
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GString) rebuilt = g_string_new (NULL);

  sc_piece_append_tag (rebuilt, "<EntityRelationships>", NULL, 1, line_end);
  sc_xml_foreach (list, node)
    {
      const char *table = get_referenced (node);
      const char *name = sc_xml_node_get_attribute (node, "Name");
      GPtrArray *pieces;

      if (name == NULL || !sc_file_name_is_portable (table))
        return;
      pieces = g_hash_table_lookup (by_table, table);
      if (pieces == NULL)
        {
          pieces = g_ptr_array_new_with_free_func (g_free);
          g_hash_table_insert (by_table, (gpointer) table, pieces);
        }
      g_ptr_array_add (pieces, sc_piece_cut (bytes, node));
      g_ptr_array_add (names, (gpointer) name);
      sc_piece_append (rebuilt, g_ptr_array_index (pieces, pieces->len - 1), 2, line_end);
    }
  sc_piece_append_tag (rebuilt, "</EntityRelationships>", NULL, 1, line_end);
  if (names->len == 0 || !is_whole (bytes, list, rebuilt))
    return;
  sc_splice_replace (splice, sc_xml_node_get_span (list), "<EntityRelationships />");
  add_relationships (self, by_table, names, line_end);
}

static gboolean
split_customizations (Unpacker *self, GBytes *bytes, GError **error)
{
  g_autoptr (ScXml) xml = sc_xml_parse (bytes, "customizations.xml", error);
  g_autoptr (ScSplice) splice = sc_splice_new (bytes);
  const ScXmlNode *root, *relationships;

  if (xml == NULL)
    return FALSE;
  root = sc_xml_get_root (xml);
  for (const ScLayoutRule *rule = sc_layout_rules; rule->list != NULL; rule++)
    {
      const ScXmlNode *list = sc_xml_node_get_child (root, rule->list);

      if (list == NULL || split_list (self, splice, bytes, list, rule)
          || !g_str_equal (rule->list, "Workflows"))
        continue;
      /* A folder is read by the files of its flows. */
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
                   _ ("The package cannot be unpacked: its processes are not written as Dataverse "
                      "writes them, or one has no file. Export the solution again."));
      return FALSE;
    }
  relationships = sc_xml_node_get_child (root, "EntityRelationships");
  if (relationships != NULL)
    split_relationships (self, splice, bytes, relationships);
  add (self, g_strdup ("Other/Customizations.xml"), sc_splice_apply (splice));
  return TRUE;
}

/* A formula lies beside its table, everything else where it was. */
static char *
choose_path (const Unpacker *self, const char *name)
{
  g_autofree char *table = NULL;
  const char *folder, *end;

  if (g_ascii_strcasecmp (name, "solution.xml") == 0)
    return g_strdup ("Other/Solution.xml");
  end = g_str_has_prefix (name, "Formulas/") ? strchr (name, '-') : NULL;
  if (end == NULL)
    return g_strdup (name);
  table = g_ascii_strdown (name + strlen ("Formulas/"), end - (name + strlen ("Formulas/")));
  folder = g_hash_table_lookup (self->tables, table);
  return folder != NULL ? g_strconcat (folder, "/", name, NULL) : g_strdup (name);
}

GPtrArray *
sc_package_unpack (GPtrArray *entries, char **note, GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_part_free);
  g_autoptr (GHashTable) paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *left_out = NULL;
  Unpacker self = { parts, paths, tables };

  if (!sc_package_leave_hidden (entries, &left_out, error))
    return NULL;
  for (guint i = 0; i < entries->len; i++)
    {
      const ScPart *entry = g_ptr_array_index (entries, i);

      if (g_ascii_strcasecmp (entry->path, "customizations.xml") == 0
          && !split_customizations (&self, entry->bytes, error))
        return NULL;
    }
  for (guint i = 0; i < entries->len; i++)
    {
      const ScPart *entry = g_ptr_array_index (entries, i);
      g_autofree char *path = choose_path (&self, entry->path);

      if (g_ascii_strcasecmp (entry->path, "customizations.xml") == 0
          || g_str_equal (entry->path, "[Content_Types].xml") || g_str_has_suffix (path, "/")
          || sc_file_name_is_hidden (entry->path))
        continue;
      if (!is_free (&self, path))
        {
          g_set_error (
              error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
              _ ("The package cannot be unpacked: two of its parts would be the file “%s”."), path);
          return NULL;
        }
      add (&self, g_steal_pointer (&path), g_bytes_ref (entry->bytes));
    }
  *note = g_steal_pointer (&left_out);
  return g_steal_pointer (&parts);
}
