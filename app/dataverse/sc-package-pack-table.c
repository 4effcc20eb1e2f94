/* sc-package-pack-table.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-extent.h"
#include "sc-flow-parts.h"
#include "sc-package-pack.h"
#include "sc-piece.h"

#include <string.h>

/* Forms lie in a folder per type. */
static gboolean
fill_forms (ScPacker *self,
            ScSplice *splice,
            const ScXmlNode *node,
            const char *folder,
            const char *line_end,
            GError **error)
{
  g_autofree char *prefix = g_strconcat (folder, "/FormXml/", NULL);
  g_autoptr (GHashTable) types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GList) names = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->files->len; i++)
    {
      const char *path = ((const ScPart *) g_ptr_array_index (self->files, i))->path;
      gsize length = strlen (prefix);
      const char *type = path + length;

      if (g_ascii_strncasecmp (path, prefix, length) == 0 && strchr (type, '/') != NULL)
        g_hash_table_add (types, sc_extent_copy (type, strchr (type, '/')));
    }
  names = g_list_sort (g_hash_table_get_keys (types), (GCompareFunc) strcmp);
  sc_piece_append_tag (text, "<FormXml>", NULL, 1, line_end);
  for (const GList *link = names; link != NULL; link = link->next)
    {
      g_autofree char *inside = g_strconcat (prefix, link->data, "/", NULL);
      g_autoptr (GArray) pieces = sc_packed_pieces_new ();

      if (!sc_packer_read_folder (self, inside, ".xml", "forms", pieces, error))
        return FALSE;
      sc_piece_append_tag (text, "<forms type=\"%s\">", link->data, 2, line_end);
      sc_packed_pieces_append (text, pieces, 3, line_end);
      sc_piece_append_tag (text, "</forms>", NULL, 2, line_end);
    }
  sc_piece_append_tag (text, "</FormXml>", NULL, 1, line_end);
  if (names != NULL)
    sc_packer_put (splice, node, text);
  return TRUE;
}

static gboolean
fill_views (ScPacker *self,
            ScSplice *splice,
            const ScXmlNode *node,
            const char *folder,
            const char *line_end,
            GError **error)
{
  g_autofree char *prefix = g_strconcat (folder, "/SavedQueries/", NULL);
  g_autoptr (GArray) pieces = sc_packed_pieces_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  if (!sc_packer_read_folder (self, prefix, ".xml", "savedqueries", pieces, error))
    return FALSE;
  sc_piece_append_tag (text, "<SavedQueries>", NULL, 1, line_end);
  sc_piece_append_tag (text, "<savedqueries>", NULL, 2, line_end);
  sc_packed_pieces_append (text, pieces, 3, line_end);
  sc_piece_append_tag (text, "</savedqueries>", NULL, 2, line_end);
  sc_piece_append_tag (text, "</SavedQueries>", NULL, 1, line_end);
  if (pieces->len > 0)
    sc_packer_put (splice, node, text);
  return TRUE;
}

static gboolean
fill_charts (ScPacker *self,
             ScSplice *splice,
             const ScXmlNode *node,
             const char *folder,
             const char *line_end,
             GError **error)
{
  g_autofree char *prefix = g_strconcat (folder, "/Visualizations/", NULL);
  g_autoptr (GArray) pieces = sc_packed_pieces_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  if (!sc_packer_read_folder (self, prefix, ".xml", NULL, pieces, error))
    return FALSE;
  sc_piece_append_tag (text, "<Visualizations>", NULL, 1, line_end);
  sc_packed_pieces_append (text, pieces, 2, line_end);
  sc_piece_append_tag (text, "</Visualizations>", NULL, 1, line_end);
  if (pieces->len > 0)
    sc_packer_put (splice, node, text);
  return TRUE;
}

static gboolean
fill_ribbon (ScPacker *self,
             ScSplice *splice,
             const ScXmlNode *node,
             const char *folder,
             const char *line_end,
             GError **error)
{
  g_autofree char *path = g_strconcat (folder, "/RibbonDiff.xml", NULL);
  const ScPart *part = sc_packer_find_file (self, path);
  g_autoptr (GArray) pieces = sc_packed_pieces_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  if (part == NULL)
    return TRUE;
  if (!sc_packer_read_file (self, part, NULL, pieces, error))
    return FALSE;
  sc_packed_pieces_append (text, pieces, 1, line_end);
  sc_packer_put (splice, node, text);
  return TRUE;
}

gboolean
sc_packer_read_table (ScPacker *self, const ScPart *part, GArray *tables, GError **error)
{
  static const struct
  {
    const char *name;
    gboolean (*fill) (
        ScPacker *, ScSplice *, const ScXmlNode *, const char *, const char *, GError **);
  } kinds[] = { { "FormXml", fill_forms },
                { "SavedQueries", fill_views },
                { "Visualizations", fill_charts },
                { "RibbonDiffXml", fill_ribbon } };
  g_autoptr (ScXml) xml = sc_xml_parse (part->bytes, part->path, error);
  g_autoptr (ScSplice) splice = sc_splice_new (part->bytes);
  g_autofree char *folder = g_path_get_dirname (part->path);
  ScPart whole = { part->path, NULL };
  gboolean ok;

  if (xml == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const ScXmlNode *node = sc_xml_node_get_child (sc_xml_get_root (xml), kinds[i].name);

      if (node != NULL && sc_xml_node_get_first_child (node) == NULL
          && !kinds[i].fill (self, splice, node, folder, sc_text_get_line_end (part->bytes), error))
        return FALSE;
    }
  whole.bytes = sc_splice_apply (splice);
  ok = sc_packer_read_file (self, &whole, NULL, tables, error);
  g_bytes_unref (whole.bytes);
  return ok;
}
