/* sc-solution-manifest.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-solution-parts.h"

#include <string.h>

#include "sc-backing.h"
#include "sc-id.h"
#include "sc-markup.h"
#include "sc-sorted-place.h"
#include "sc-splice.h"

#define DEFAULT_VERSION       "1.0.0.0"
#define DEFAULT_NAME          "Solution"
#define DEFAULT_PREFIX        "new"
#define DEFAULT_OPTION_PREFIX 10000

/* The version of the platform whose exports this looks like. */
#define PLATFORM        "9.2.0.0"
#define PACKAGE_VERSION "9.2"

#define CONTENT_TYPE "application/octet-stream"

static const char *
get_text (const char *text, const char *fallback)
{
  return text != NULL && *text != '\0' ? text : fallback;
}

char *
sc_solution_parts_write_component (int type, const char *id, const char *schema_name)
{
  ScMarkup markup = SC_MARKUP_INIT (0);

  if (id != NULL)
    sc_markup_line (&markup, "<RootComponent type=\"%d\" id=\"%i\" behavior=\"0\" />", type, id);
  else
    sc_markup_line (&markup, "<RootComponent type=\"%d\" schemaName=\"%a\" behavior=\"0\" />", type,
                    get_text (schema_name, ""));
  return sc_markup_finish (&markup);
}

static gboolean
is_same (const ScComponent *component, int type, const char *id, const char *schema_name)
{
  if (component->type != type)
    return FALSE;
  if (id != NULL)
    return sc_id_equal (component->id, id);
  return component->schema_name != NULL
         && g_ascii_strcasecmp (component->schema_name, schema_name) == 0;
}

static void
collect (GPtrArray *components, int type, const char *id, const char *schema_name)
{
  ScComponent *component;

  for (guint i = 0; i < components->len; i++)
    if (is_same (g_ptr_array_index (components, i), type, id, schema_name))
      return;
  component = sc_component_new ();
  component->type = type;
  sc_set_string (component, id, id);
  sc_set_string (component, schema_name, schema_name);
  g_ptr_array_add (components, component);
}

static int
compare_components (gconstpointer a, gconstpointer b)
{
  return sc_component_compare (*(const ScComponent *const *) a, *(const ScComponent *const *) b,
                               FALSE);
}

ScList *
sc_solution_parts_list_components (const ScSolution *solution)
{
  GPtrArray *components = sc_list_collect ();

  sc_list_foreach (solution->components, const ScComponent *, component)
    {
      g_ptr_array_add (components, sc_component_ref (component));
    }
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      g_autoptr (ScBacking) backing = sc_backing_new (solution, flow);

      collect (components, SC_COMPONENT_TABLE, NULL, sc_backing_get_name (backing));
      collect (components, SC_COMPONENT_PROCESS, flow->id, NULL);
    }
  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      collect (components, SC_COMPONENT_ROLE, role->id, NULL);
    }
  g_ptr_array_sort (components, compare_components);
  return sc_list_new_take (components);
}

/* A publisher has two addresses, about which a designer knows nothing. Those that are not null
 * have a "=". */
static void
write_address (ScMarkup *markup, guint number)
{
  static const char *const fields[] = {
    "AddressTypeCode=1",
    "City",
    "County",
    "Country",
    "Fax",
    "FreightTermsCode",
    "ImportSequenceNumber",
    "Latitude",
    "Line1",
    "Line2",
    "Line3",
    "Longitude",
    "Name",
    "PostalCode",
    "PostOfficeBox",
    "PrimaryContactName",
    "ShippingMethodCode=1",
    "StateOrProvince",
    "Telephone1",
    "Telephone2",
    "Telephone3",
    "TimeZoneRuleVersionNumber",
    "UPSZone",
    "UTCOffset",
    "UTCConversionTimeZoneCode",
  };

  sc_markup_open (markup, "<Address>");
  sc_markup_line (markup, "<AddressNumber>%u</AddressNumber>", number);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *one[] = { fields[i], NULL };

      if (strchr (fields[i], '=') != NULL)
        sc_markup_elements (markup, one);
      else
        sc_markup_line (markup, "<%s xsi:nil=\"true\"></%s>", fields[i], fields[i]);
    }
  sc_markup_close (markup, "Address");
}

static void
write_publisher (ScMarkup *markup, const ScSolution *solution, int language)
{
  const char *prefix = get_text (solution->prefix, DEFAULT_PREFIX);
  const char *name = get_text (solution->publisher, prefix);

  sc_markup_open (markup, "<Publisher>");
  sc_markup_text (markup, "UniqueName", name);
  sc_markup_description (markup, "LocalizedNames", "LocalizedName",
                         get_text (solution->publisher_title, name), language);
  sc_markup_line (markup, "<Descriptions />");
  sc_markup_line (markup, "<EMailAddress xsi:nil=\"true\"></EMailAddress>");
  sc_markup_line (markup, "<SupportingWebsiteUrl xsi:nil=\"true\"></SupportingWebsiteUrl>");
  sc_markup_text (markup, "CustomizationPrefix", prefix);
  sc_markup_line (markup, "<CustomizationOptionValuePrefix>%d</CustomizationOptionValuePrefix>",
                  solution->option_prefix > 0 ? solution->option_prefix : DEFAULT_OPTION_PREFIX);
  sc_markup_open (markup, "<Addresses>");
  write_address (markup, 1);
  write_address (markup, 2);
  sc_markup_close (markup, "Addresses");
  sc_markup_close (markup, "Publisher");
}

static void
write_components (ScMarkup *markup, const ScSolution *solution)
{
  g_autoptr (ScList) components = sc_solution_parts_list_components (solution);

  if (components == NULL)
    {
      sc_markup_line (markup, "<RootComponents />");
      return;
    }
  sc_markup_open (markup, "<RootComponents>");
  sc_list_foreach (components, const ScComponent *, component)
    {
      g_autofree char *line = sc_solution_parts_write_component (component->type, component->id,
                                                                 component->schema_name);

      sc_markup_line (markup, "%s", line);
    }
  sc_markup_close (markup, "RootComponents");
}

GBytes *
sc_solution_parts_write_manifest (const ScSolution *solution, ScPackageKind kind)
{
  int language = solution->language > 0 ? solution->language : SC_LANGUAGE_ENGLISH;
  const char *name = get_text (solution->unique_name, DEFAULT_NAME);
  ScMarkup markup = SC_MARKUP_INIT (0);

  sc_markup_open (&markup,
                  "<ImportExportXml version=\"" PLATFORM
                  "\" SolutionPackageVersion=\"" PACKAGE_VERSION
                  "\" languagecode=\"%d\" generatedBy=\"CrmLive\"" SC_MARKUP_XSI ">",
                  language);
  sc_markup_open (&markup, "<SolutionManifest>");
  sc_markup_text (&markup, "UniqueName", name);
  sc_markup_labels (&markup, "LocalizedNames", "LocalizedName", solution->labels, name, language);
  sc_markup_line (&markup, "<Descriptions />");
  sc_markup_text (&markup, "Version", get_text (solution->version, DEFAULT_VERSION));
  sc_markup_text (&markup, "Managed", solution->managed ? "1" : "0");
  write_publisher (&markup, solution, language);
  write_components (&markup, solution);
  sc_markup_line (&markup, "<MissingDependencies />");
  sc_markup_close (&markup, "SolutionManifest");
  sc_markup_close (&markup, "ImportExportXml");
  return kind == SC_PACKAGE_FOLDER ? sc_markup_finish_file (&markup)
                                   : g_string_free_to_bytes (markup.text);
}

static const char *
get_extension (const char *path)
{
  const char *slash = strrchr (path, '/');
  const char *dot = strrchr (slash != NULL ? slash : path, '.');

  return dot != NULL && dot[1] != '\0' ? dot + 1 : NULL;
}

static void
append_type (GString *text, const char *element, const char *attribute, const char *value)
{
  g_string_append_printf (text, "<%s %s=\"", element, attribute);
  sc_text_append_escaped (text, value, TRUE);
  g_string_append (text, "\" ContentType=\"" CONTENT_TYPE "\" />");
}

/* The types of the Open Packaging Conventions: by extension, and by name where there is none. The
 * server writes them on one line. */
GBytes *
sc_solution_parts_write_content_types (GPtrArray *parts)
{
  GString *text = g_string_new ("\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"utf-8\"?>"
                                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                                "content-types\">");
  g_autoptr (GString) named = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const ScPart *part = g_ptr_array_index (parts, i);
      const char *extension = get_extension (part->path);
      g_autofree char *name = g_strconcat ("/", part->path, NULL);

      if (extension == NULL)
        append_type (named, "Override", "PartName", name);
      else if (g_hash_table_add (seen, g_ascii_strdown (extension, -1)))
        append_type (text, "Default", "Extension", extension);
    }
  g_string_append (text, named->str);
  g_string_append (text, "</Types>");
  return g_string_free_to_bytes (text);
}
