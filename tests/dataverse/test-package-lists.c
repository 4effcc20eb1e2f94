/* test-package-lists.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is read from the lists in customizations.xml, and how they change. */

#include "package-files.h"
#include "package-parts.h"
#include "sc-edit-flow.h"
#include "sc-edit-role.h"

#include <string.h>

#define STRAIGHT "ffffffff-0000-4000-8000-000000000001"
#define TABLES   "ffffffff-0000-4000-8000-000000000004"
#define OTHER    "eeeeeeee-0000-4000-8000-000000000001"
#define LISTS    "  <Templates />\n"
#define FLOWS    "  <Workflows>\n"
#define PROCESS(category, rest)                                                               \
  FLOWS "    <Workflow WorkflowId=\"{" OTHER "}\" Name=\"Other\">\n      <Category>" category \
        "</Category>\n" rest "    </Workflow>\n"
#define XAML      "      <XamlFileName>/Workflows/Other.xaml</XamlFileName>\n"
#define FORMS     "      <FormXml>\n        <forms type=\"main\">\n"
#define FORMS_END "        </forms>\n      </FormXml>\n"
#define FORM(rest, cells)                                                    \
  "          <systemform" rest ">\n            <form>\n              " cells \
  "\n            </form>\n          </systemform>\n"
#define APP(components)                                                                 \
  "  <AppModules>\n    <AppModule>\n      <UniqueName>sc_app</UniqueName>\n" components \
  "    </AppModule>\n    <Other />\n  </AppModules>\n"
#define COMPONENTS(rest) "      <AppModuleComponents>\n" rest "      </AppModuleComponents>\n"
#define FLOW_OF_APP      "        <AppModuleComponent type=\"29\" id=\"{" STRAIGHT "}\" />\n"
#define TABLE_OF_APP     "        <AppModuleComponent type=\"1\" schemaName=\"sc_straight\" />\n"
#define MORE_OF_APP                                                    \
  "        <AppModuleComponent type=\"62\" schemaName=\"sc_map\" />\n" \
  "        <AppModuleComponent type=\"29\" id=\"{" TABLES              \
  "}\" />\n        <AppModuleComponent />\n"                           \
  "        <Other type=\"1\" />\n"
#define ACTIVITY                                                                                 \
  "<Activity xmlns:x=\"urn:x\"><x:Members>"                                                      \
  "<x:Property Name=\"InputEntities\" Type=\"InArgument(a)\" />"                                 \
  "<x:Property Name=\"Untyped\"><x:Property.Attributes /></x:Property>"                          \
  "<x:Property Name=\"Target\" Type=\"InArgument(mxs:EntityReference)\"><x:Property.Attributes>" \
  "<m:ArgumentTargetAttribute xmlns:m=\"urn:m\" Value=\"True\" />"                               \
  "</x:Property.Attributes></x:Property>"                                                        \
  "<x:Property Name=\"Odd\" Type=\"OutArgument(String\"><x:Property.Attributes /></x:Property>"  \
  "<x:Property Name=\"Plain\" Type=\"Int32\"><x:Property.Attributes /></x:Property>"             \
  "</x:Members></Activity>"

/* What is known, in one line for each kind of thing. */
static char *
describe (const ScPackage *package)
{
  const ScSolution *solution = sc_package_get_solution (package);
  GString *text = g_string_new ("flows:");

  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      g_string_append_printf (text, " %s", flow->name);
    }
  sc_list_foreach (solution->processes, const ScProcess *, process)
    {
      g_string_append_printf (
          text, "\nprocess %d: %s of %s, %s%s%s%s", process->category,
          process->unique_name != NULL ? process->unique_name : process->name,
          process->table != NULL ? process->table : "nothing", process->active ? "active" : "draft",
          process->on_demand ? ", on demand" : "", process->real_time ? ", real-time" : "",
          process->complete ? ", complete" : "");
      sc_list_foreach (process->parameters, const ScParameter *, parameter)
        {
          g_string_append_printf (text, ", %s:%s%s%s", parameter->name, parameter->type,
                                  parameter->output ? " out" : "",
                                  parameter->target ? " target" : "");
        }
    }
  sc_list_foreach (solution->apps, const ScApp *, app)
    {
      g_string_append_printf (text, "\napp: %s of %u", app->unique_name,
                              sc_list_length (app->components));
    }
  sc_list_foreach (solution->tables, const ScTable *, table)
    {
      g_string_append_printf (text, "\ntable: %s", table->name);
      sc_list_foreach (table->columns, const ScColumn *, column)
        {
          g_string_append_printf (text, " %s:%d", column->name, column->form);
        }
    }
  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      g_string_append_printf (text, "\nrole: %s of %u", role->name,
                              sc_list_length (role->privileges));
    }
  g_string_append_printf (text, "\nlanguage: %d\n", solution->language);
  for (const char *const *note = sc_package_get_notes (package); *note != NULL; note++)
    g_string_append_printf (text, "note: %s\n", *note);
  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *title;
  const char *from, *to;
  const char *entry, *content; /* one more entry, or NULL */
  const char *found[3];        /* lines of what is known then */
} Read;

static const Read reads[] = {
  { "plain",
    LISTS,
    LISTS,
    NULL,
    NULL,
    { "flows: Straight Tables", "role: Flow user of 4", "language: 1033" } },
  { "another language", "<Language>1033<", "<Language>1031<", NULL, NULL, { "language: 1031" } },
  { "no language", "<Language>1033<", "<Language>none<", NULL, NULL, { "language: 1033" } },
  { "no languages",
    "  <Languages>\n    <Language>1033</Language>\n  </Languages>\n",
    "",
    NULL,
    NULL,
    { "language: 1033" } },
  { "a workflow",
    FLOWS,
    PROCESS ("0",
             "      <Mode>1</Mode>\n      <OnDemand>1</OnDemand>\n      <StateCode>1</StateCode>\n "
             "     <PrimaryEntity>Account</PrimaryEntity>\n"),
    NULL,
    NULL,
    { "process 0: Other of Account, active, on demand, real-time" } },
  { "a workflow in the background",
    FLOWS,
    PROCESS ("0", "      <Mode>0</Mode>\n      <PrimaryEntity></PrimaryEntity>\n"),
    NULL,
    NULL,
    { "process 0: Other of nothing, draft" } },
  { "a cloud flow",
    FLOWS,
    PROCESS ("5", "      <Mode>1</Mode>\n      <PrimaryEntity>none</PrimaryEntity>\n"),
    NULL,
    NULL,
    { "process 5: Other of nothing, draft" } },
  { "an action",
    FLOWS,
    PROCESS ("3", XAML "      <UniqueName>Act</UniqueName>\n"),
    "Workflows/Other.xaml",
    ACTIVITY,
    { "process 3: Act of nothing, draft, complete, Target:EntityReference target, Odd:String out, "
      "Plain:Int32" } },
  { "an action without its file",
    FLOWS,
    PROCESS ("3", XAML),
    NULL,
    NULL,
    { "process 3: Other of nothing, draft" } },
  { "an action of a bad file",
    FLOWS,
    PROCESS ("3", XAML),
    "Workflows/Other.xaml",
    "<a>",
    { "process 3: Other of nothing, draft" } },
  { "an action of no file",
    FLOWS,
    PROCESS ("3", ""),
    NULL,
    NULL,
    { "process 3: Other of nothing, draft" } },
  { "a business rule", FLOWS, PROCESS ("2", ""), NULL, NULL, { "flows: Straight Tables" } },
  { "a flow without its file",
    FLOWS,
    PROCESS ("4", XAML),
    NULL,
    NULL,
    { "note: “Other” was skipped: its file “/Workflows/Other.xaml” is not in the archive." } },
  { "a flow of no file",
    FLOWS,
    PROCESS ("4", ""),
    NULL,
    NULL,
    { "note: “Other” was skipped: its file “” is not in the archive." } },
  { "a flow of another's file",
    FLOWS,
    PROCESS ("4",
             "      "
             "<XamlFileName>/Workflows/Tables-FFFFFFFF-0000-4000-8000-000000000004.xaml</"
             "XamlFileName>\n"),
    NULL,
    NULL,
    { "note: “Tables” was skipped: its file "
      "“/Workflows/Tables-FFFFFFFF-0000-4000-8000-000000000004.xaml” is that of another "
      "process." } },
  { "a flow of a bad file",
    FLOWS,
    PROCESS ("4", XAML),
    "Workflows/Other.xaml",
    "<a>",
    { "flows: Straight Tables" } },
  { "no form",
    LISTS,
    LISTS,
    NULL,
    NULL,
    { "table: sc_record sc_recordid:0 sc_name:0 sc_color:0 statuscode:0 sc_account:0" } },
  { "a form",
    "      </EntityInfo>\n",
    "      </EntityInfo>\n" FORMS FORM (
        "",
        "<cell><control datafieldname=\"sc_name\" /></cell><cell visible=\"False\"><control "
        "datafieldname=\"sc_color\" /></cell><cell visible=\"true\"><control /></cell><control "
        "datafieldname=\"\" />") FORMS_END,
    NULL,
    NULL,
    { "table: sc_record sc_recordid:1 sc_name:3 sc_color:2 statuscode:1 sc_account:1" } },
  { "two forms",
    "      </EntityInfo>\n",
    "      </EntityInfo>\n" FORMS FORM (
        "", "<cell visible=\"false\"><control datafieldname=\"sc_name\" /></cell>")
        FORM ("",
              "<cell><control datafieldname=\"sc_name\" /></cell><cell visible=\"false\"><control "
              "datafieldname=\"sc_name\" /></cell>") "          <systemform />\n" FORMS_END,
    NULL,
    NULL,
    { "table: sc_record sc_recordid:1 sc_name:3 sc_color:1 statuscode:1 sc_account:1" } },
  { "a form that nobody changed",
    "      </EntityInfo>\n",
    "      </EntityInfo>\n" FORMS FORM (" unmodified=\"1\"",
                                        "<control datafieldname=\"sc_name\" />") FORMS_END,
    NULL,
    NULL,
    { "table: sc_record sc_recordid:0 sc_name:3 sc_color:0" } },
  { "a form of changes",
    "      </EntityInfo>\n",
    "      </EntityInfo>\n" FORMS FORM ("", "<cell solutionaction=\"Added\" />") FORMS_END,
    NULL,
    NULL,
    { "table: sc_record sc_recordid:0 sc_name:0" } },
  { "a form that is switched off",
    "      </EntityInfo>\n",
    "      </EntityInfo>\n" FORMS
    "          <systemform>\n            <FormActivationState>0</FormActivationState>\n            "
    "<form />\n          </systemform>\n" FORMS_END,
    NULL,
    NULL,
    { "table: sc_record sc_recordid:0" } },
  { "a form of another type",
    "      </EntityInfo>\n",
    "      </EntityInfo>\n      <FormXml>\n        <forms type=\"quick\">\n" FORM (
        "", "<control datafieldname=\"sc_name\" />") FORMS_END,
    NULL,
    NULL,
    { "table: sc_record sc_recordid:0" } },
  { "an app",
    LISTS,
    LISTS APP (COMPONENTS (FLOW_OF_APP MORE_OF_APP)),
    NULL,
    NULL,
    { "app: sc_app of 3" } },
  { "an app of nothing", LISTS, LISTS APP (""), NULL, NULL, { "app: sc_app of 0" } },
};

static ScPackage *
open_parts (GPtrArray *parts, const char *path)
{
  g_autoptr (GError) error = NULL;
  ScPackage *package;

  parts_write_zip (parts, path);
  package = sc_package_open (path, &error);
  g_assert_no_error (error);
  return package;
}

static void
test_read (gconstpointer data)
{
  const Read *row = data;
  g_autofree char *folder = files_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.zip", NULL);
  g_autoptr (GPtrArray) parts = parts_make_sample ();
  g_autoptr (ScPackage) package = NULL;
  g_autofree char *text = NULL;

  parts_replace (parts, "customizations.xml", row->from, row->to);
  parts_replace (parts, "solution.xml", " languagecode=\"1033\" xmlns", " xmlns");
  if (row->entry != NULL)
    parts_add (parts, row->entry, row->content);
  package = open_parts (parts, path);
  text = describe (package);
  for (guint i = 0; i < G_N_ELEMENTS (row->found) && row->found[i] != NULL; i++)
    {
      if (strstr (text, row->found[i]) == NULL)
        g_error ("“%s” is not in:\n%s", row->found[i], text);
    }
  files_remove_folder (folder);
}

static ScSolution *
add_roles (const ScSolution *solution)
{
  g_autoptr (ScSolution) second
      = sc_edit_role_add (solution, "dddddddd-1111-4222-8333-000000000002", "Second", NULL);
  g_autoptr (ScSolution) first
      = sc_edit_role_add (second, "dddddddd-1111-4222-8333-000000000001", "First", NULL);
  g_autoptr (ScSolution) draft = sc_solution_copy (first);

  /* A role need not have a name. */
  if (solution->roles == NULL)
    {
      ScRole *role = sc_role_copy (sc_list_get (first->roles, 0));

      sc_set_string (role, name, NULL);
      sc_take_value (draft, roles, sc_list_replace (first->roles, 0, role));
      sc_role_unref (role);
    }
  return g_steal_pointer (&draft);
}

static ScSolution *
delete_role (const ScSolution *solution)
{
  return sc_edit_role_delete (solution, SAMPLE_ROLE_ID, NULL);
}

static ScSolution *
delete_flow (const ScSolution *solution)
{
  return sc_edit_flow_delete (solution, STRAIGHT, NULL);
}

typedef struct
{
  const char *title;
  const char *from, *to;
  ScSolution *(*edit) (const ScSolution *);
  gboolean no_roles;              /* before */
  const char *gone[3], *there[3]; /* texts that customizations.xml has then no more, or has */
} Edit;

static const Edit edits[] = {
  { "roles", LISTS, LISTS, add_roles, FALSE, { NULL }, { "name=\"First\"", "name=\"Second\"" } },
  { "the first roles",
    LISTS,
    LISTS,
    add_roles,
    TRUE,
    { NULL },
    { "  </Entities>\n  <Roles>\n    <Role id=\"{dddddddd-1111-4222-8333-000000000001}\" "
      "name=\"\">",
      "name=\"Second\"", "    </Role>\n  </Roles>\n  <Workflows>" } },
  { "the only role goes",
    LISTS,
    LISTS,
    delete_role,
    FALSE,
    { "<Role " },
    { "  <Roles></Roles>\n" } },
  { "a role goes from among others",
    "  <Roles>\n",
    "  <Roles>\n    <Other />\n    <Role />\n",
    delete_role,
    FALSE,
    { "Flow user" },
    { "    <Other />\n    <Role />\n" } },
  { "a flow of an app goes",
    LISTS,
    LISTS APP (COMPONENTS (FLOW_OF_APP TABLE_OF_APP MORE_OF_APP)),
    delete_flow,
    FALSE,
    { FLOW_OF_APP, TABLE_OF_APP, "Name=\"Straight\"" },
    { MORE_OF_APP, "Name=\"Tables\"" } },
  { "all of an app goes",
    LISTS,
    LISTS APP (COMPONENTS (FLOW_OF_APP TABLE_OF_APP)),
    delete_flow,
    FALSE,
    { FLOW_OF_APP },
    { "      <AppModuleComponents />\n" } },
  { "a flow goes, and an app has nothing",
    LISTS,
    LISTS APP (""),
    delete_flow,
    FALSE,
    { "Name=\"Straight\"" },
    { APP ("") } },
};

/* Takes the list of roles out, and the role from the manifest. */
static void
remove_roles (GPtrArray *parts)
{
  g_autofree char *text = parts_read (parts, "customizations.xml");
  const char *start = strstr (text, "  <Roles>");
  const char *end = strstr (text, "  <Workflows>");
  g_autofree char *list = g_strndup (start, end - start);

  parts_replace (parts, "customizations.xml", list, "");
  parts_replace (parts, "solution.xml",
                 "      <RootComponent type=\"20\" id=\"{" SAMPLE_ROLE_ID "}\" behavior=\"0\" />\n",
                 "");
}

static void
test_edit (gconstpointer data)
{
  const Edit *row = data;
  g_autofree char *folder = files_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.zip", NULL);
  g_autoptr (GPtrArray) parts = parts_make_sample ();
  g_autoptr (GPtrArray) after_parts = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (ScPackage) package = NULL;
  g_autoptr (ScPackage) saved = NULL;
  g_autoptr (ScPackage) fresh = NULL;
  g_autoptr (ScSolution) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (row->no_roles)
    remove_roles (parts);
  parts_replace (parts, "customizations.xml", row->from, row->to);
  package = open_parts (parts, path);
  after = row->edit (sc_package_get_solution (package));
  saved = sc_package_save (package, after, FALSE, &error);
  g_assert_no_error (error);
  after_parts = parts_read_zip (path);
  text = parts_read (after_parts, "customizations.xml");
  for (guint i = 0; i < G_N_ELEMENTS (row->gone) && row->gone[i] != NULL; i++)
    {
      if (strstr (text, row->gone[i]) != NULL)
        g_error ("“%s” is still in:\n%s", row->gone[i], text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (row->there) && row->there[i] != NULL; i++)
    {
      if (strstr (text, row->there[i]) == NULL)
        g_error ("“%s” is not in:\n%s", row->there[i], text);
    }
  fresh = sc_package_open (path, &error);
  g_assert_no_error (error);
  changes = sc_package_list_changes (fresh, after);
  g_assert_cmpuint (changes->len, ==, 0);
  files_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  files_use_memory ();
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (reads); i++)
    {
      g_autofree char *path = g_strconcat ("/package-lists/read/", reads[i].title, NULL);

      g_test_add_data_func (path, &reads[i], test_read);
    }
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *path = g_strconcat ("/package-lists/edit/", edits[i].title, NULL);

      g_test_add_data_func (path, &edits[i], test_edit);
    }
  return g_test_run ();
}
