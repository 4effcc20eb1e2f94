/* sc-package-builder.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-package-builder.h"

#include "sc-app-xml.h"
#include "sc-entity-xml.h"
#include "sc-id.h"
#include "sc-process-xml.h"
#include "sc-relationship-xml.h"
#include "sc-role-xml.h"
#include "sc-shorten.h"
#include "sc-workflow-xml.h"
#include "sc-xaml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

ScPackageBuilder *
sc_package_builder_new (ScPackageKind kind, const char *path, const char *root)
{
  ScPackageBuilder *self = g_new0 (ScPackageBuilder, 1);

  self->package = sc_package_new (kind, path, root);
  self->solution = sc_solution_new ();
  self->solution->language = SC_LANGUAGE_ENGLISH;
  self->flows = sc_list_collect ();
  self->tables = sc_list_collect ();
  self->relationships = sc_list_collect ();
  self->apps = sc_list_collect ();
  self->roles = sc_list_collect ();
  self->processes = sc_list_collect ();
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->lists = sc_column_lists_new ();
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
sc_package_builder_free (ScPackageBuilder *self)
{
  g_clear_pointer (&self->package, sc_package_unref);
  g_clear_pointer (&self->solution, sc_solution_unref);
  g_clear_pointer (&self->flows, g_ptr_array_unref);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_pointer (&self->relationships, g_ptr_array_unref);
  g_clear_pointer (&self->apps, g_ptr_array_unref);
  g_clear_pointer (&self->roles, g_ptr_array_unref);
  g_clear_pointer (&self->processes, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->lists, sc_column_lists_free);
  g_clear_pointer (&self->found, g_hash_table_unref);
  g_free (self);
}

/* FALSE when there are enough, and one more is only counted. */
static gboolean
has_room (ScPackageBuilder *self)
{
  if (self->notes->len < SC_PACKAGE_MAX_NOTES)
    return TRUE;
  self->n_left_out++;
  return FALSE;
}

void
sc_package_builder_take_note (ScPackageBuilder *self, char *note)
{
  /* Some name files, whose names may be anything. */
  if (has_room (self))
    g_ptr_array_add (self->notes, g_utf8_make_valid (note, -1));
  g_free (note);
}

void
sc_package_builder_keep_file (ScPackageBuilder *self, const char *name, GBytes *bytes)
{
  g_hash_table_replace (self->package->files, g_strdup (name), g_bytes_ref (bytes));
}

void
sc_package_builder_add_relationships (ScPackageBuilder *self, const ScXmlNode *relationships)
{
  sc_relationship_xml_collect (relationships, self->relationships, self->lists);
}

void
sc_package_builder_add_choice (ScPackageBuilder *self, const ScXmlNode *optionset)
{
  sc_entity_xml_collect_choice (optionset, self->lists);
}

void
sc_package_builder_add_table (ScPackageBuilder *self,
                              const ScXmlNode *entity,
                              const ScFormColumns *forms)
{
  ScTable *table = sc_entity_xml_read (entity, self->lists, forms);

  if (table != NULL)
    g_ptr_array_add (self->tables, table);
}

void
sc_package_builder_add_app (ScPackageBuilder *self, const ScXmlNode *app_module)
{
  ScApp *app = sc_app_xml_read (app_module);

  if (app != NULL)
    g_ptr_array_add (self->apps, app);
}

static char *
describe_copy (const ScPackageRole *record, const ScRole *copy, const char *file)
{
  gboolean same_file = g_str_equal (record->file, file);
  g_autofree char *name = sc_shorten (same_file ? record->role->name : copy->name, SC_MAX_QUOTED);

  return same_file
             ? g_strdup_printf (_ ("“%s” has several roles of one id (%s). Only the first, “%s”, "
                                   "is shown. It can be changed once the others are taken out."),
                                file, copy->id, name)
             : g_strdup_printf (_ ("The role “%s” in “%s” was skipped: “%s” has one of the same "
                                   "id. It can be changed once one of the two is taken out."),
                                name, file, record->file);
}

/* The first one is shown; which of them an import takes is not known. */
static void
take_copy (ScPackageBuilder *self, ScRole *role, const char *file)
{
  ScPackageRole *record = (ScPackageRole *) sc_package_find_role (self->package, role->id);

  if (has_room (self))
    sc_package_builder_take_note (self, describe_copy (record, role, file));
  if (record->copy == NULL)
    record->copy = g_strdup (file);
  sc_role_unref (role);
}

gboolean
sc_package_builder_add_role (ScPackageBuilder *self, const ScXmlNode *node, const char *file)
{
  ScRole *role = sc_xml_node_is (node, "Role") ? sc_role_xml_read (node) : NULL;

  if (role == NULL)
    return FALSE;
  sc_package_builder_add_found (self, role->id);
  if (sc_package_find_role (self->package, role->id) != NULL)
    {
      take_copy (self, role, file);
      return TRUE;
    }
  g_ptr_array_add (self->roles, role);
  sc_package_add_role (self->package, role, file, NULL);
  return TRUE;
}

void
sc_package_builder_add_found (ScPackageBuilder *self, const char *id)
{
  char *plain = sc_id_normalize (id);

  if (plain != NULL)
    g_hash_table_add (self->found, plain);
}

void
sc_package_builder_add_process (ScPackageBuilder *self,
                                const ScXmlNode *workflow,
                                const ScXml *xaml)
{
  ScProcess *process = sc_process_xml_read (workflow);

  if (process == NULL)
    return;
  if (xaml != NULL)
    sc_process_xml_read_parameters (sc_xml_get_root (xaml), process);
  g_ptr_array_add (self->processes, process);
}

gboolean
sc_package_builder_wants (ScPackageBuilder *self, const ScXmlNode *workflow)
{
  sc_package_builder_add_found (self, sc_xml_node_get_attribute (workflow, "WorkflowId"));
  return sc_workflow_xml_get_category (workflow) == SC_WORKFLOW_CATEGORY_FLOW;
}

static void
note_header (ScPackageBuilder *self, const ScXmlNode *workflow, const char *xaml)
{
  int type = sc_workflow_xml_get_type (workflow);
  int scope = sc_workflow_xml_get_scope (workflow);

  if (type != SC_WORKFLOW_TYPE_DEFINITION)
    sc_package_builder_take_note (
        self, g_strdup_printf (_ ("“%s” is of the type %d, not of %d as a definition is; Dataverse "
                                  "will refuse to import it."),
                               xaml, type, SC_WORKFLOW_TYPE_DEFINITION));
  if (scope != SC_WORKFLOW_SCOPE_GLOBAL)
    sc_package_builder_take_note (
        self,
        g_strdup_printf (_ ("“%s” has the scope %d, not %d; Dataverse will refuse to import it."),
                         xaml, scope, SC_WORKFLOW_SCOPE_GLOBAL));
}

static void
note_task_flow (ScPackageBuilder *self, const ScFlow *flow)
{
  g_autofree char *name = sc_shorten (flow->name, SC_MAX_QUOTED);

  sc_package_builder_take_note (
      self, g_strdup_printf (_ ("“%s” is a task flow, which Dataverse no longer runs. It can be "
                                "looked at, but not changed."),
                             name));
}

static void
note_differences (ScPackageBuilder *self,
                  const ScXmlNode *workflow,
                  const ScFlow *flow,
                  const char *xaml,
                  guint line)
{
  const char *id = sc_xml_node_get_attribute (workflow, "WorkflowId");

  if (id != NULL && !sc_id_equal (id, flow->id))
    {
      g_autofree char *shown = sc_shorten (id, SC_MAX_QUOTED);

      sc_package_builder_take_note (
          self, g_strdup_printf (_ ("“%s” has another id than the file that describes it (%s); "
                                    "Dataverse will refuse to import it."),
                                 xaml, shown));
    }
  if (line != 0)
    sc_package_builder_take_note (
        self,
        g_strdup_printf (_ ("“%s” holds something that Stagecraft does not know (line %u). It is "
                            "kept as long as the flow is not changed."),
                         xaml, line));
}

/* What the file is called, without ".xaml" and without the id that Dataverse puts behind it. */
static char *
guess_flow_name (const char *file)
{
  char *name = g_filename_display_basename (file);
  gsize length = strlen (name);

  if (length > 5 && g_ascii_strcasecmp (name + length - 5, ".xaml") == 0)
    name[length -= 5] = '\0';
  if (length > 37 && name[length - 37] == '-' && sc_id_is_valid (name + length - 36))
    name[length - 37] = '\0';
  return name;
}

gboolean
sc_package_builder_add_flow (ScPackageBuilder *self,
                             const ScXmlNode *workflow,
                             const char *data,
                             GBytes *xaml_bytes,
                             const char *xaml,
                             GError **error)
{
  ScFlow *flow = sc_xaml_read (xaml_bytes, xaml, error);
  guint line;

  if (flow == NULL)
    return FALSE;
  if (sc_package_find_flow (self->package, flow->id) != NULL)
    {
      g_autofree char *name = g_filename_display_name (xaml);
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
                   _ ("“%s” was skipped: another file has a flow of the same id."), name);
      sc_flow_unref (flow);
      return FALSE;
    }
  sc_xaml_is_understood (xaml_bytes, flow, &line);
  if (workflow != NULL)
    sc_workflow_xml_read (workflow, flow);
  if (flow->name == NULL)
    {
      g_autofree char *guess = guess_flow_name (xaml);
      sc_set_string (flow, name, guess);
    }
  if (flow->business_process_type == SC_PROCESS_TASK_FLOW)
    note_task_flow (self, flow);
  if (workflow != NULL)
    note_header (self, workflow, xaml);
  note_differences (self, workflow, flow, xaml, line);
  g_ptr_array_add (self->flows, flow);
  sc_package_add_flow (self->package, flow, xaml, data, line);
  return TRUE;
}

static void
set_no_flow_error (const ScPackageBuilder *self, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->package->path);
  g_autoptr (GString) reasons = g_string_new (NULL);

  for (guint i = 0; i < MIN (self->notes->len, 3); i++)
    g_string_append_printf (reasons, " %s", (const char *) g_ptr_array_index (self->notes, i));
  /* Translators: the second %s is empty or sentences on what was skipped. */
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
               _ ("“%s” holds no business process flow that can be opened.%s"), name, reasons->str);
}

static char **
end_notes (ScPackageBuilder *self)
{
  if (self->n_left_out > 0)
    g_ptr_array_add (
        self->notes,
        g_strdup_printf (ngettext ("There is %u more note of this kind that is not listed.",
                                   "There are %u more notes of this kind that are not listed.",
                                   self->n_left_out),
                         self->n_left_out));
  g_ptr_array_add (self->notes, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&self->notes), FALSE);
}

/* What solution.xml lists and nothing in the package is. */
static void
note_missing (ScPackageBuilder *self)
{
  sc_list_foreach (self->solution->components, const ScComponent *, component)
    {
      g_autofree char *id = sc_id_normalize (component->id);
      gboolean is_role = component->type == SC_COMPONENT_ROLE;

      if (id == NULL || (!is_role && component->type != SC_COMPONENT_PROCESS)
          || g_hash_table_contains (self->found, id))
        continue;
      sc_package_builder_take_note (
          self, g_strdup_printf (
                    is_role ? _ ("“%s” lists a role (%s) that the package does not hold. An import "
                                 "works only where the environment has it.")
                            : _ ("“%s” lists a process (%s) that the package does not hold. An "
                                 "import works only where the environment has it."),
                    self->package->solution_file, id));
    }
}

ScPackage *
sc_package_builder_finish (ScPackageBuilder *self, GError **error)
{
  ScPackage *package;

  if (!sc_column_lists_check (self->lists, self->package->path, error))
    return NULL;
  note_missing (self);
  if (self->flows->len == 0)
    {
      set_no_flow_error (self, error);
      return NULL;
    }
  sc_take_value (self->solution, flows, sc_list_new_take (g_steal_pointer (&self->flows)));
  sc_take_value (self->solution, tables, sc_list_new_take (g_steal_pointer (&self->tables)));
  sc_take_value (self->solution, relationships,
                 sc_list_new_take (g_steal_pointer (&self->relationships)));
  sc_take_value (self->solution, apps, sc_list_new_take (g_steal_pointer (&self->apps)));
  sc_take_value (self->solution, roles, sc_list_new_take (g_steal_pointer (&self->roles)));
  sc_take_value (self->solution, processes, sc_list_new_take (g_steal_pointer (&self->processes)));

  package = g_steal_pointer (&self->package);
  package->solution = g_steal_pointer (&self->solution);
  package->notes = end_notes (self);
  return package;
}
