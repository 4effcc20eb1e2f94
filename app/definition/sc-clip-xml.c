/* sc-clip-xml.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-clip-xml.h"

#include "sc-definition-shape.h"
#include "sc-definition.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NAMESPACE_STEM "urn:stagecraft:definition:"

GBytes *
sc_clip_write (const ScClip *clip)
{
  return sc_shape_write (&sc_shape_clip, clip);
}

static gboolean
fail (GError **error, int code, const char *message)
{
  g_set_error_literal (error, SC_FILE_ERROR, code, message);
  return FALSE;
}

static gboolean
check_root (const ScXmlNode *root, GError **error)
{
  const char *version = sc_xml_node_get_attribute (root, "version");
  g_autofree char *ours = g_strdup_printf ("%d", SC_CLIP_FORMAT);

  if (!sc_xml_node_is (root, sc_shape_clip.name)
      || !g_str_has_prefix (sc_xml_node_get_namespace (root), NAMESPACE_STEM))
    return fail (error, SC_FILE_ERROR_UNSUPPORTED,
                 _ ("What is on the clipboard was not copied in Stagecraft, so it cannot be "
                    "pasted."));
  if (!g_str_equal (sc_xml_node_get_namespace (root), SC_DEFINITION_NAMESPACE)
      || g_strcmp0 (version, ours) != 0)
    return fail (error, SC_FILE_ERROR_UNSUPPORTED,
                 _ ("What is on the clipboard was copied in another version of Stagecraft, which "
                    "writes it in a form that this one does not read. Use the same version for "
                    "both."));
  return TRUE;
}

static gboolean
check_amount (const ScClip *clip, GError **error)
{
  guint n_stages = sc_list_length (clip->stages) + sc_list_length (clip->loose);

  if (n_stages > SC_CLIP_MAX_STAGES || sc_clip_count_steps (clip) > SC_CLIP_MAX_STEPS)
    return fail (error, SC_FILE_ERROR_TOO_LARGE,
                 _ ("The clipboard holds more stages or steps than can be pasted at once. Copy "
                    "fewer of them."));
  if (n_stages == 0)
    return fail (error, SC_FILE_ERROR_MALFORMED,
                 _ ("There are no stages and steps on the clipboard. Copy some first."));
  return TRUE;
}

ScClip *
sc_clip_read (GBytes *bytes, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (ScXml) xml = NULL;
  ScClip *clip = NULL;

  if (g_bytes_get_size (bytes) > SC_CLIP_MAX_BYTES)
    {
      fail (error, SC_FILE_ERROR_TOO_LARGE,
            _ ("What is on the clipboard is too large to be pasted: more than 8 MB."));
      return NULL;
    }
  xml = sc_xml_parse (bytes, _ ("Clipboard"), &reason);
  if (xml != NULL)
    {
      const ScXmlNode *root = sc_xml_get_root (xml);

      if (!check_root (root, error))
        return NULL;
      clip = sc_shape_read (&sc_shape_clip, xml, root, &reason);
    }
  if (clip == NULL)
    {
      /* TRANSLATORS: %s is a sentence that says what is wrong. */
      g_set_error (error, SC_FILE_ERROR, reason->code,
                   _ ("What is on the clipboard is damaged and cannot be pasted. %s"),
                   reason->message);
      return NULL;
    }
  if (check_amount (clip, error))
    return clip;
  sc_clip_unref (clip);
  return NULL;
}
