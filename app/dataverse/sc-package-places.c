/* sc-package-places.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-package-places.h"

#include "sc-customizations-xml.h"
#include "sc-extent.h"
#include "sc-folder.h"
#include "sc-id.h"
#include "sc-package-private.h"
#include "sc-workflow-xml.h"
#include "sc-xaml-places.h"

typedef struct
{
  const ScPackage *package;
  const char *name; /* of the file */
  const ScXml *xml;
  ScPlaces *places;
} Finder;

/* A zip has its tables in customizations.xml, a folder has a file for each, in a folder that is
 * called as the table is. */
static char *
find_table_file (const ScPackage *self, const char *table)
{
  const ScTable *known = sc_solution_find_table (self->solution, table, NULL);
  g_autoptr (ScFolder) folder = NULL;
  g_autofree char *wanted = NULL;

  if (known == NULL)
    return NULL;
  if (self->kind != SC_PACKAGE_FOLDER)
    return g_strdup (self->customizations_file);
  folder = sc_folder_open (self->root, NULL);
  if (folder == NULL)
    return NULL;
  wanted = g_strdup_printf ("Entities/%s/Entity.xml",
                            known->schema_name != NULL ? known->schema_name : known->name);
  return sc_folder_find (folder, wanted);
}

char *
sc_package_find_file (const ScPackage *self, ScPackageFile file, const char *id)
{
  const ScPackageFlow *flow;
  const ScPackageRole *role;

  switch (file)
    {
    case SC_PACKAGE_FILE_FLOW:
    case SC_PACKAGE_FILE_HEADER:
      flow = sc_package_find_flow (self, id);
      return flow == NULL ? NULL
                          : g_strdup (file == SC_PACKAGE_FILE_FLOW ? flow->xaml : flow->data);
    case SC_PACKAGE_FILE_ROLE:
      role = sc_package_find_role (self, id);
      return role != NULL ? g_strdup (role->file) : NULL;
    case SC_PACKAGE_FILE_TABLE:
      return find_table_file (self, id);
    case SC_PACKAGE_FILE_SOLUTION:
    default:
      return g_strdup (self->solution_file);
    }
}

char *
sc_package_get_file_path (const ScPackage *self, const char *name)
{
  return self->kind == SC_PACKAGE_ZIP ? g_strdup (self->path)
                                      : g_build_filename (self->root, name, NULL);
}

static void
add_child (
    Finder *self, ScPlaceKey owner, ScPlaceKind kind, const ScXmlNode *node, const char *child_name)
{
  const ScXmlNode *child = sc_xml_node_get_child (node, child_name);

  if (child != NULL)
    sc_places_add (self->places, sc_place_key (owner, kind, NULL), child);
}

/* The id of the flow that was read from this element, which need not say it. */
static char *
get_flow_id (Finder *self, const ScXmlNode *workflow)
{
  char *id = sc_id_normalize (sc_xml_node_get_attribute (workflow, "WorkflowId"));

  for (guint i = 0; id == NULL && i < self->package->flows->len; i++)
    {
      const ScPackageFlow *record = g_ptr_array_index (self->package->flows, i);

      if (g_strcmp0 (record->data, self->name) == 0
          && (self->package->kind != SC_PACKAGE_ZIP
              || sc_customizations_xml_names_file (workflow, record->xaml)))
        id = g_strdup (record->flow->id);
    }
  return id;
}

static void
add_header (Finder *self, const ScXmlNode *workflow)
{
  g_autofree char *id = NULL;
  ScPlaceKey flow;

  if (sc_workflow_xml_get_category (workflow) != SC_WORKFLOW_CATEGORY_FLOW)
    return;
  id = get_flow_id (self, workflow);
  flow = sc_place_key (SC_PLACE_ROOT, SC_PLACE_FLOW, id);
  sc_places_add (self->places, flow, workflow);
  sc_places_add_attribute (self->places, sc_place_key (flow, SC_PLACE_NAME, NULL), self->xml,
                           workflow, "Name");
  sc_places_add_attribute (self->places, sc_place_key (flow, SC_PLACE_ID, NULL), self->xml,
                           workflow, "WorkflowId");
  if (!sc_places_add_attribute (self->places, sc_place_key (flow, SC_PLACE_DESCRIPTION, NULL),
                                self->xml, workflow, "Description"))
    add_child (self, flow, SC_PLACE_DESCRIPTION, workflow, "Descriptions");
  add_child (self, flow, SC_PLACE_STATE, workflow, "StateCode");
  add_child (self, flow, SC_PLACE_ORDER, workflow, "processorder");
  add_child (self, flow, SC_PLACE_UNIQUE_NAME, workflow, "UniqueName");
  add_child (self, flow, SC_PLACE_OWN_TABLE, workflow, "PrimaryEntity");
}

static void
add_role (Finder *self, const ScXmlNode *role)
{
  if (sc_xml_node_is (role, "Role"))
    sc_places_add (
        self->places,
        sc_place_key (SC_PLACE_ROOT, SC_PLACE_ROLE, sc_xml_node_get_attribute (role, "id")), role);
}

static void
add_table (Finder *self, const ScXmlNode *entity)
{
  const ScXmlNode *info
      = sc_xml_node_get_child (sc_xml_node_get_child (entity, "EntityInfo"), "entity");
  const char *name = sc_xml_node_get_attribute (info, "Name");
  ScPlaceKey table;

  if (name == NULL)
    name = sc_xml_node_get_child_text (entity, "Name");
  table = sc_place_key (SC_PLACE_ROOT, SC_PLACE_TABLE, name);
  sc_places_add (self->places, table, entity);
  add_child (self, table, SC_PLACE_ENABLED, info, "IsBusinessProcessEnabled");
}

static void
add_components (Finder *self, const ScXmlNode *list)
{
  sc_xml_foreach (list, node)
    {
      const char *type = sc_xml_node_get_attribute (node, "type");
      int number = type != NULL ? sc_extent_read_int (type) : 0;
      gboolean named = number == SC_COMPONENT_TABLE;
      const char *id = sc_xml_node_get_attribute (node, named ? "schemaName" : "id");

      if (id != NULL && (named || number == SC_COMPONENT_ROLE || number == SC_COMPONENT_PROCESS))
        sc_places_add (self->places,
                       sc_place_key (SC_PLACE_ROOT,
                                     named                         ? SC_PLACE_TABLE_COMPONENT
                                     : number == SC_COMPONENT_ROLE ? SC_PLACE_ROLE_COMPONENT
                                                                   : SC_PLACE_PROCESS_COMPONENT,
                                     id),
                       node);
    }
}

/* What solution.xml says is of the package as a whole, and so of its root. */
static void
add_manifest (Finder *self, const ScXmlNode *manifest)
{
  sc_places_add (self->places, SC_PLACE_ROOT, manifest);
  add_child (self, SC_PLACE_ROOT, SC_PLACE_UNIQUE_NAME, manifest, "UniqueName");
  add_child (self, SC_PLACE_ROOT, SC_PLACE_VERSION, manifest, "Version");
  add_child (self, SC_PLACE_ROOT, SC_PLACE_PUBLISHER, manifest, "Publisher");
  add_child (self, SC_PLACE_ROOT, SC_PLACE_COMPONENTS, manifest, "RootComponents");
  add_components (self, sc_xml_node_get_child (manifest, "RootComponents"));
}

static void
add_customizations (Finder *self, const ScXmlNode *root)
{
  sc_xml_foreach (sc_xml_node_get_child (root, "Entities"), entity)
    {
      add_table (self, entity);
    }
  sc_xml_foreach (sc_xml_node_get_child (root, "Roles"), role)
    {
      add_role (self, role);
    }
  sc_xml_foreach (sc_xml_node_get_child (root, "Workflows"), workflow)
    {
      add_header (self, workflow);
    }
}

static void
add_xaml (Finder *self)
{
  for (guint i = 0; i < self->package->flows->len; i++)
    {
      const ScPackageFlow *record = g_ptr_array_index (self->package->flows, i);

      if (g_strcmp0 (record->xaml, self->name) == 0)
        sc_xaml_add_places (self->places, self->xml, record->flow->id);
    }
}

static void
add_all (Finder *self)
{
  const ScXmlNode *root = sc_xml_get_root (self->xml);
  const ScXmlNode *manifest = sc_xml_node_get_child (root, "SolutionManifest");

  if (sc_xml_node_is (root, "Activity"))
    add_xaml (self);
  else if (sc_xml_node_is (root, "Workflow"))
    add_header (self, root);
  else if (sc_xml_node_is (root, "Role"))
    add_role (self, root);
  else if (sc_xml_node_is (root, "Entity"))
    add_table (self, root);
  else if (manifest != NULL)
    add_manifest (self, manifest);
  else
    add_customizations (self, root);
}

/* A package keeps what saving may change; all else lies in a folder. */
static GBytes *
load (const ScPackage *self, const char *name, GError **error)
{
  GBytes *kept = sc_package_get_file (self, name);
  g_autoptr (ScFolder) folder = NULL;

  if (kept != NULL)
    return g_bytes_ref (kept);
  folder = sc_folder_open (self->root, error);
  return folder != NULL ? sc_folder_read (folder, name, error) : NULL;
}

ScPlaces *
sc_package_find_places (const ScPackage *self, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = load (self, name, error);
  g_autoptr (ScXml) xml = bytes != NULL ? sc_xml_parse (bytes, name, error) : NULL;
  Finder finder;

  if (xml == NULL)
    return NULL;
  finder = (Finder){ self, name, xml, sc_places_new () };
  add_all (&finder);
  sc_places_settle (finder.places, xml);
  return finder.places;
}
