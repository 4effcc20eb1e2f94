/* sc-package-pack.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-package-layout.h"
#include "sc-package-pack.h"
#include "sc-piece.h"
#include "sc-solution-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DATA_SUFFIX ".data.xml"

/* Folders that SolutionPackager fills from lists which are not known here: packing them as they
 * are would lose what is in them. */
static const char *const unknown_folders[]
    = { "ConnectionRoles/",   "Connectors/",       "Controls/",
        "EmailTemplates/",    "PluginAssemblies/", "SdkMessageProcessingSteps/",
        "ServiceEndpoints/",  "Reports/",          "Templates/",
        "EntityImageConfigs/" };

static void
clear_piece (gpointer data)
{
  g_free (((ScPackedPiece *) data)->text);
}

GArray *
sc_packed_pieces_new (void)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (ScPackedPiece));

  g_array_set_clear_func (pieces, clear_piece);
  return pieces;
}

static int
compare_pieces (gconstpointer a, gconstpointer b)
{
  return g_ascii_strcasecmp (((const ScPackedPiece *) a)->sort, ((const ScPackedPiece *) b)->sort);
}

/* Takes over text. */
static void
add_piece (GArray *pieces, const char *sort, char *text)
{
  ScPackedPiece piece = { sort, text };

  g_array_append_val (pieces, piece);
}

const ScPart *
sc_packer_find_file (const ScPacker *self, const char *path)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      const ScPart *part = g_ptr_array_index (self->files, i);

      if (g_ascii_strcasecmp (part->path, path) == 0)
        return part;
    }
  return NULL;
}

static gboolean
begins (const char *path, const char *prefix)
{
  return g_ascii_strncasecmp (path, prefix, strlen (prefix)) == 0;
}

static gboolean
ends (const char *path, const char *suffix)
{
  gsize length = strlen (path), n = strlen (suffix);

  return length > n && g_ascii_strcasecmp (path + length - n, suffix) == 0;
}

/* Prefix, a name that is not a path, suffix. */
static gboolean
matches (const char *path, const char *prefix, const char *suffix)
{
  gsize length = strlen (path), from = strlen (prefix), to = length - strlen (suffix);

  return length > strlen (prefix) + strlen (suffix) && begins (path, prefix) && ends (path, suffix)
         && memchr (path + from, '/', to - from) == NULL;
}

gboolean
sc_packer_read_file (
    ScPacker *self, const ScPart *part, const char *root, GArray *pieces, GError **error)
{
  g_autoptr (ScXml) xml = sc_xml_parse (part->bytes, part->path, error);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  gboolean wrapped;

  if (xml == NULL)
    return FALSE;
  wrapped = root != NULL && sc_xml_node_is (sc_xml_get_root (xml), root);
  sc_piece_from_file (xml, wrapped, found);
  for (guint i = 0; i < found->len; i++)
    add_piece (pieces, part->path, g_ptr_array_index (found, i));
  g_hash_table_add (self->used, part->path);
  return TRUE;
}

gboolean
sc_packer_read_folder (ScPacker *self,
                       const char *prefix,
                       const char *suffix,
                       const char *root,
                       GArray *pieces,
                       GError **error)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      const ScPart *part = g_ptr_array_index (self->files, i);

      /* What only the managed solution has. */
      if (matches (part->path, prefix, suffix) && !ends (part->path, "_managed.xml")
          && !sc_packer_read_file (self, part, root, pieces, error))
        return FALSE;
    }
  g_array_sort (pieces, compare_pieces);
  return TRUE;
}

void
sc_packed_pieces_append (GString *text, GArray *pieces, guint depth, const char *line_end)
{
  for (guint i = 0; i < pieces->len; i++)
    sc_piece_append (text, g_array_index (pieces, ScPackedPiece, i).text, depth, line_end);
}

void
sc_packer_put (ScSplice *splice, const ScXmlNode *node, const GString *text)
{
  const char *start = strchr (text->str, '<');

  sc_splice_replace (splice, sc_xml_node_get_span (node), start != NULL ? start : "");
}

/* A web resource says itself what its entry is called. */
static gboolean
read_web_resources (ScPacker *self, GArray *pieces, GError **error)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      const ScPart *part = g_ptr_array_index (self->files, i);
      g_autofree char *path = NULL;
      g_autoptr (ScXml) xml = NULL;
      const ScPart *content;
      const char *entry;

      if (!begins (part->path, "WebResources/") || !ends (part->path, DATA_SUFFIX))
        continue;
      xml = sc_xml_parse (part->bytes, part->path, error);
      if (xml == NULL || !sc_packer_read_file (self, part, NULL, pieces, error))
        return FALSE;
      path = g_strndup (part->path, strlen (part->path) - strlen (DATA_SUFFIX));
      content = sc_packer_find_file (self, path);
      entry = sc_xml_node_get_child_text (sc_xml_get_root (xml), "FileName");
      if (content == NULL || entry == NULL || !g_str_has_prefix (entry, "/WebResources/"))
        continue;
      g_hash_table_add (self->used, content->path);
      g_ptr_array_add (self->entries,
                       sc_part_new (g_strdup (entry + 1), g_bytes_ref (content->bytes)));
    }
  g_array_sort (pieces, compare_pieces);
  return TRUE;
}

static gboolean
fill_list (ScSplice *splice, const ScXml *xml, const char *name, GArray *pieces, GError **error)
{
  const ScXmlNode *list = sc_xml_node_get_child (sc_xml_get_root (xml), name);
  GBytes *bytes = sc_xml_get_bytes (xml);
  const char *line_end = sc_text_get_line_end (bytes);
  g_autoptr (GString) text = g_string_new (NULL);

  if (pieces->len == 0)
    return TRUE;
  if (list == NULL)
    {
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
                   _ ("The folder cannot be packed: “%s” has no place for “%s”."),
                   sc_xml_get_name (xml), name);
      return FALSE;
    }
  sc_piece_append_tag (text, "<%s>", name, 1, line_end);
  sc_packed_pieces_append (text, pieces, 2, line_end);
  sc_xml_foreach (list, node)
    {
      g_autofree char *piece = sc_piece_cut (bytes, node);

      sc_piece_append (text, piece, 2, line_end);
    }
  sc_piece_append_tag (text, "</%s>", name, 1, line_end);
  sc_packer_put (splice, list, text);
  return TRUE;
}

static gboolean
fill_rule (
    ScPacker *self, ScSplice *splice, const ScXml *xml, const ScLayoutRule *rule, GError **error)
{
  g_autoptr (GArray) pieces = sc_packed_pieces_new ();

  if (!g_str_equal (rule->element, "Entity"))
    return sc_packer_read_folder (self, rule->prefix, rule->suffix, NULL, pieces, error)
           && fill_list (splice, xml, rule->list, pieces, error);
  for (guint i = 0; i < self->files->len; i++)
    {
      const ScPart *part = g_ptr_array_index (self->files, i);

      if (matches (part->path, rule->prefix, rule->suffix)
          && !sc_packer_read_table (self, part, pieces, error))
        return FALSE;
    }
  g_array_sort (pieces, compare_pieces);
  return fill_list (splice, xml, rule->list, pieces, error);
}

/* Sorted by name, wherever they lie. */
static gboolean
fill_relationships (ScPacker *self, ScSplice *splice, const ScXml *xml, GError **error)
{
  const ScPart *index = sc_packer_find_file (self, "Other/Relationships.xml");
  g_autoptr (GArray) pieces = sc_packed_pieces_new ();
  g_autoptr (GArray) names = sc_packed_pieces_new ();

  if (!sc_packer_read_folder (self, "Other/Relationships/", ".xml", "EntityRelationships", pieces,
                              error))
    return FALSE;
  /* With files beside it, it only repeats the names. */
  if (index != NULL
      && !sc_packer_read_file (self, index, "EntityRelationships", pieces->len > 0 ? names : pieces,
                               error))
    return FALSE;
  for (guint i = 0; i < pieces->len; i++)
    {
      ScPackedPiece *piece = &g_array_index (pieces, ScPackedPiece, i);
      const char *name = strstr (piece->text, "Name=\"");

      piece->sort = name != NULL ? name : piece->text;
    }
  g_array_sort (pieces, compare_pieces);
  return fill_list (splice, xml, "EntityRelationships", pieces, error);
}

static GBytes *
join_customizations (ScPacker *self, GError **error)
{
  const ScPart *part = sc_packer_find_file (self, "Other/Customizations.xml");
  g_autoptr (GArray) resources = sc_packed_pieces_new ();
  g_autoptr (ScXml) xml = NULL;
  g_autoptr (ScSplice) splice = NULL;

  if (part == NULL)
    {
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
                   _ ("The folder cannot be packed: “%s” is missing."), "Other/Customizations.xml");
      return NULL;
    }
  g_hash_table_add (self->used, part->path);
  xml = sc_xml_parse (part->bytes, part->path, error);
  if (xml == NULL)
    return NULL;
  splice = sc_splice_new (part->bytes);
  for (const ScLayoutRule *rule = sc_layout_rules; rule->list != NULL; rule++)
    {
      if (!fill_rule (self, splice, xml, rule, error))
        return NULL;
    }
  if (!read_web_resources (self, resources, error)
      || !fill_list (splice, xml, "WebResources", resources, error)
      || !fill_relationships (self, splice, xml, error))
    return NULL;
  return sc_splice_apply (splice);
}

/* An unpacked solution can be both; a packed one is the unmanaged one here. */
static GBytes *
write_manifest (GBytes *bytes, GError **error)
{
  g_autoptr (ScXml) xml = sc_xml_parse (bytes, "Other/Solution.xml", error);
  g_autoptr (ScSplice) splice = sc_splice_new (bytes);
  const ScXmlNode *managed;

  if (xml == NULL)
    return NULL;
  managed = sc_xml_node_get_child (
      sc_xml_node_get_child (sc_xml_get_root (xml), "SolutionManifest"), "Managed");
  if (g_strcmp0 (sc_xml_node_get_text (managed), "2") == 0)
    sc_splice_replace (splice, sc_xml_node_get_content_span (managed), "0");
  return sc_splice_apply (splice);
}

static gboolean
check_known (const char *path, GError **error)
{
  gboolean known = !begins (path, "Other/");

  for (guint i = 0; i < G_N_ELEMENTS (unknown_folders); i++)
    known = known && !begins (path, unknown_folders[i]);
  if (!known)
    g_set_error (
        error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
        _ ("The folder cannot be packed here: Stagecraft does not know where “%s” belongs. "
           "Pack it with “pac solution pack”."),
        path);
  return known;
}

/* Whatever did not go into customizations.xml is an entry of its own. */
static gboolean
add_files (ScPacker *self, GError **error)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      const ScPart *part = g_ptr_array_index (self->files, i);
      const char *formula = strstr (part->path, "/Formulas/");

      if (g_hash_table_contains (self->used, part->path) || ends (part->path, "_managed.xml")
          || g_ascii_strcasecmp (part->path, "Other/Solution.xml") == 0)
        continue;
      if (!check_known (part->path, error))
        return FALSE;
      g_ptr_array_add (
          self->entries,
          sc_part_new (g_strdup (begins (part->path, "Entities/") && formula != NULL ? formula + 1
                                                                                     : part->path),
                       g_bytes_ref (part->bytes)));
    }
  return TRUE;
}

GPtrArray *
sc_package_pack (GPtrArray *files, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_part_free);
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  ScPacker self = { files, used, entries };
  g_autoptr (GBytes) customizations = join_customizations (&self, error);
  const ScPart *manifest = sc_packer_find_file (&self, "Other/Solution.xml");
  g_autoptr (GBytes) solution = NULL;

  if (customizations == NULL)
    return NULL;
  if (manifest == NULL)
    {
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
                   _ ("The folder cannot be packed: “%s” is missing."), "Other/Solution.xml");
      return NULL;
    }
  solution = write_manifest (manifest->bytes, error);
  if (solution == NULL || !add_files (&self, error))
    return NULL;
  g_ptr_array_insert (
      entries, 0, sc_part_new (g_strdup ("customizations.xml"), g_steal_pointer (&customizations)));
  g_ptr_array_insert (entries, 1,
                      sc_part_new (g_strdup ("solution.xml"), g_steal_pointer (&solution)));
  g_ptr_array_insert (entries, 1,
                      sc_part_new (g_strdup ("[Content_Types].xml"),
                                   sc_solution_parts_write_content_types (entries)));
  return g_steal_pointer (&entries);
}
