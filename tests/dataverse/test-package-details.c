/* test-package-details.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Edits of what a package says of its flows and of itself, where that is not there yet, is empty or
 * stands somewhere else than new exports have it. */

#include "package-files.h"
#include "sc-edit-flow.h"
#include "sc-edit-role.h"
#include "sc-edit-solution.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"

#include <string.h>

#define STRAIGHT "ffffffff-0000-4000-8000-000000000001"
#define PLANT    "aaaaaaaa-0000-4000-8000-000000000001"
#define WEIGHT   "bbbbbbbb-0000-4000-8000-000000000003"
#define DATA     "Workflows/Straight-FFFFFFFF-0000-4000-8000-000000000001.xaml.data.xml"
#define MANIFEST "Other/Solution.xml"
#define ORDER    "  <processorder>100</processorder>\n"
#define NAMES                                                                                  \
  "  <LocalizedNames>\n    <LocalizedName languagecode=\"1033\" description=\"Straight\" />\n" \
  "  </LocalizedNames>\n"
#define TEXTS                                                                           \
  "  <Descriptions>\n    <Description languagecode=\"1033\" description=\"Old\" />\n  " \
  "</Descriptions>\n"
#define ROLES "  <processroleassignment>old</processroleassignment>\n"
#define WEIGHT_LABELS                                              \
  "    <steplabels id=\"{" WEIGHT "}\">\n"                         \
  "      <label languagecode=\"1033\" description=\"Weight\" />\n" \
  "    </steplabels>\n"
#define PUBLISHER                                                                      \
  "    <Publisher>\n      <UniqueName>stagecraft</UniqueName>\n"                       \
  "      <CustomizationPrefix>sc</CustomizationPrefix>\n"                              \
  "      <CustomizationOptionValuePrefix>10000</CustomizationOptionValuePrefix>\n    " \
  "</Publisher>\n"
#define ROLE_COMPONENT \
  "      <RootComponent type=\"20\" id=\"{" SAMPLE_ROLE_ID "}\" behavior=\"0\" />\n"
#define XSI            "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
#define FLOW_COMPONENT "      <RootComponent type=\"29\" id=\"{" STRAIGHT "}\" behavior=\"0\" />\n"
#define DEPENDENCY(type)                                                                        \
  "      <MissingDependency>\n        <Required type=\"1\" />\n        <Dependent type=\"" type \
  "\" id=\"{" STRAIGHT "}\" />\n      </MissingDependency>\n"

static ScSolution *
with_first_flow (const ScSolution *solution, ScFlow *flow)
{
  ScSolution *draft = sc_solution_copy (solution);

  sc_take_value (draft, flows, sc_list_replace (solution->flows, 0, flow));
  sc_flow_unref (flow);
  return draft;
}

static ScSolution *
set_conditions (const ScSolution *solution, const char *text)
{
  ScFlow *flow = sc_flow_copy (sc_list_get (solution->flows, 0));

  sc_set_string (flow, display_conditions, text);
  return with_first_flow (solution, flow);
}

static ScSolution *
add_conditions (const ScSolution *solution)
{
  return set_conditions (solution, "<a>1</a>");
}

static ScSolution *
remove_conditions (const ScSolution *solution)
{
  return set_conditions (solution, NULL);
}

static ScSolution *
describe (const ScSolution *solution)
{
  return sc_edit_flow_set_description (solution, STRAIGHT, "New", NULL);
}

static ScSolution *
undescribe (const ScSolution *solution)
{
  return sc_edit_flow_set_description (solution, STRAIGHT, NULL, NULL);
}

static ScSolution *
set_order (const ScSolution *solution)
{
  return sc_edit_flow_set_order (solution, STRAIGHT, 7, NULL);
}

static ScSolution *
deactivate (const ScSolution *solution)
{
  return sc_edit_flow_set_active (solution, STRAIGHT, FALSE, NULL);
}

static ScSolution *
activate (const ScSolution *solution)
{
  return sc_edit_flow_set_active (solution, STRAIGHT, TRUE, NULL);
}

static ScSolution *
name_german (const ScSolution *solution)
{
  return sc_edit_flow_set_label (solution, STRAIGHT, 1031, "Gerade", NULL);
}

static ScSolution *
unname (const ScSolution *solution)
{
  ScFlow *flow = sc_flow_copy (sc_list_get (solution->flows, 0));

  sc_take_value (flow, labels, NULL);
  sc_set_string (flow, name, NULL);
  return with_first_flow (solution, flow);
}

static ScSolution *
label_step (const ScSolution *solution)
{
  return sc_edit_step_set_label (solution, STRAIGHT, WEIGHT, 1033, "Mass", NULL);
}

static ScSolution *
delete_step (const ScSolution *solution)
{
  return sc_edit_step_delete (solution, STRAIGHT, WEIGHT, NULL);
}

static ScSolution *
choose_contact (const ScSolution *solution)
{
  return sc_edit_stage_set_table (solution, STRAIGHT, PLANT, "contact", NULL);
}

static ScSolution *
set_unique_name (const ScSolution *solution)
{
  return sc_edit_solution_set_details (solution, NULL, "other", NULL, NULL, NULL, NULL);
}

static ScSolution *
set_version (const ScSolution *solution)
{
  return sc_edit_solution_set_details (solution, NULL, NULL, "2.0.0.0", NULL, NULL, NULL);
}

static ScSolution *
set_title (const ScSolution *solution)
{
  return sc_edit_solution_set_details (solution, "Other", NULL, NULL, NULL, NULL, NULL);
}

static ScSolution *
set_publisher (const ScSolution *solution)
{
  return sc_edit_solution_set_details (solution, NULL, NULL, NULL, "gardeners", "gard", NULL);
}

static ScSolution *
set_publisher_title (const ScSolution *solution)
{
  return sc_edit_solution_set_publisher (solution, "Gardeners & co", 20000, NULL);
}

static ScSolution *
delete_flow (const ScSolution *solution)
{
  return sc_edit_flow_delete (solution, STRAIGHT, NULL);
}

static ScSolution *
delete_role (const ScSolution *solution)
{
  return sc_edit_role_delete (solution, SAMPLE_ROLE_ID, NULL);
}

static ScSolution *
add_role (const ScSolution *solution)
{
  return sc_edit_role_add (solution, "dddddddd-1111-4222-8333-444444444444", "Second", NULL);
}

typedef struct
{
  const char *title;
  const char *file;
  const char *from, *to; /* a text that is replaced before the package is opened; or NULL */
  ScSolution *(*edit) (const ScSolution *);
  const char *diff; /* of the file */
} Row;

static const Row rows[] = {
  { "conditions", DATA, NULL, NULL, add_conditions,
    "+  <processroleassignment>&lt;a&gt;1&lt;/a&gt;</processroleassignment>\n" },
  { "conditions and no order", DATA, ORDER, "", add_conditions,
    "+  <processroleassignment>&lt;a&gt;1&lt;/a&gt;</processroleassignment>\n" },
  { "other conditions", DATA, ORDER, ORDER ROLES, add_conditions,
    "-  <processroleassignment>old</processroleassignment>\n"
    "+  <processroleassignment>&lt;a&gt;1&lt;/a&gt;</processroleassignment>\n" },
  { "no more conditions", DATA, ORDER, ORDER ROLES, remove_conditions,
    "-  <processroleassignment>old</processroleassignment>\n" },
  { "a description", DATA, "  <labels>\n", TEXTS "  <labels>\n", describe,
    "-    <Description languagecode=\"1033\" description=\"Old\" />\n"
    "+    <Description languagecode=\"1033\" description=\"New\" />\n" },
  { "no more description", DATA, "  <labels>\n", TEXTS "  <labels>\n", undescribe,
    "-    <Description languagecode=\"1033\" description=\"Old\" />\n"
    "+    <Description languagecode=\"1033\" description=\"\" />\n" },
  { "an empty list of descriptions", DATA, NAMES "  <labels>\n",
    NAMES "  <Descriptions />\n  <labels>\n", describe,
    "-<Workflow WorkflowId=\"{" STRAIGHT "}\" Name=\"Straight\" " XSI ">\n"
    "+<Workflow WorkflowId=\"{" STRAIGHT "}\" Name=\"Straight\" " XSI " Description=\"New\">\n" },
  { "a description in two places", DATA, "Name=\"Straight\" " XSI ">\n",
    "Name=\"Straight\" " XSI " Description=\"Old\">\n" TEXTS, describe,
    "-<Workflow WorkflowId=\"{" STRAIGHT "}\" Name=\"Straight\" " XSI " Description=\"Old\">\n"
    "+<Workflow WorkflowId=\"{" STRAIGHT "}\" Name=\"Straight\" " XSI " Description=\"New\">\n"
    "-    <Description languagecode=\"1033\" description=\"Old\" />\n"
    "+    <Description languagecode=\"1033\" description=\"New\" />\n" },
  { "an order", DATA, ORDER, "", set_order, "+  <processorder>7</processorder>\n" },
  { "an empty order", DATA, "<processorder>100</processorder>", "<processorder />", set_order,
    "-  <processorder />\n"
    "+  <processorder>7</processorder>\n" },
  { "a state", DATA, "  <StateCode>1</StateCode>\n  <StatusCode>2</StatusCode>\n", "", activate,
    "+  <StateCode>1</StateCode>\n"
    "+  <StatusCode>2</StatusCode>\n" },
  { "a status", DATA, "  <StatusCode>2</StatusCode>\n", "", deactivate,
    "-  <StateCode>1</StateCode>\n"
    "+  <StateCode>0</StateCode>\n"
    "+  <StatusCode>1</StatusCode>\n" },
  { "an order of nothing", DATA,
    "  <Type>1</Type>\n  <Category>4</Category>\n  <StateCode>1</StateCode>\n  "
    "<StatusCode>2</StatusCode>\n" ORDER,
    "  <Category>4</Category>\n", set_order, "+  <processorder>7</processorder>\n" },
  { "a name", DATA, "  <PrimaryEntity>Account</PrimaryEntity>\n" NAMES,
    "  <PrimaryEntity>Account</PrimaryEntity>\n", name_german,
    "+  <LocalizedNames>\n"
    "+    <LocalizedName languagecode=\"1031\" description=\"Gerade\" />\n"
    "+  </LocalizedNames>\n" },
  { "a name in an empty list", DATA, NAMES, "  <LocalizedNames />\n", name_german,
    "-  <LocalizedNames />\n"
    "+  <LocalizedNames>\n"
    "+    <LocalizedName languagecode=\"1031\" description=\"Gerade\" />\n"
    "+  </LocalizedNames>\n" },
  { "no more name", DATA, NULL, NULL, unname,
    "-  <LocalizedNames>\n"
    "-    <LocalizedName languagecode=\"1033\" description=\"Straight\" />\n"
    "-  </LocalizedNames>\n" },
  { "a label of a step that has none", DATA, WEIGHT_LABELS, "", label_step, "" },
  { "a label in an empty list", DATA, WEIGHT_LABELS, "    <steplabels id=\"{" WEIGHT "}\" />\n",
    label_step,
    "-    <steplabels id=\"{" WEIGHT "}\" />\n"
    "+    <steplabels id=\"{" WEIGHT "}\">\n"
    "+      <label languagecode=\"1033\" description=\"Mass\" />\n"
    "+    </steplabels>\n" },
  { "a step that has no labels goes", DATA, WEIGHT_LABELS, "", delete_step, "" },
  { "no id", DATA, "<Workflow WorkflowId=\"{" STRAIGHT "}\"", "<Workflow", set_order,
    "-  <processorder>100</processorder>\n"
    "+  <processorder>7</processorder>\n" },
  { "a table that nobody knows", DATA, NULL, NULL, choose_contact,
    "-  <PrimaryEntity>Account</PrimaryEntity>\n"
    "+  <PrimaryEntity>contact</PrimaryEntity>\n" },
  { "a table where there is none", DATA, "  <PrimaryEntity>Account</PrimaryEntity>\n", "",
    choose_contact, "+  <PrimaryEntity>contact</PrimaryEntity>\n" },
  { "the table it says already", DATA, "<PrimaryEntity>Account<", "<PrimaryEntity>Contact<",
    choose_contact, "" },
  { "a unique name", MANIFEST, NULL, NULL, set_unique_name,
    "-    <UniqueName>sample</UniqueName>\n"
    "+    <UniqueName>other</UniqueName>\n" },
  { "a unique name where there is none", MANIFEST, "    <UniqueName>sample</UniqueName>\n", "",
    set_unique_name, "+    <UniqueName>other</UniqueName>\n" },
  { "a version", MANIFEST, NULL, NULL, set_version,
    "-    <Version>1.2.3.4</Version>\n"
    "+    <Version>2.0.0.0</Version>\n" },
  { "a version where there is none", MANIFEST, "    <Version>1.2.3.4</Version>\n", "", set_version,
    "+    <Version>2.0.0.0</Version>\n" },
  { "a title", MANIFEST, NULL, NULL, set_title,
    "-      <LocalizedName description=\"Sample\" languagecode=\"1033\" />\n"
    "+      <LocalizedName description=\"Other\" languagecode=\"1033\" />\n" },
  { "a title in an empty list", MANIFEST,
    "      <LocalizedName description=\"Sample\" languagecode=\"1033\" />\n", "", set_title,
    "+      <LocalizedName description=\"Other\" languagecode=\"1033\" />\n" },
  { "a publisher", MANIFEST, NULL, NULL, set_publisher,
    "-      <UniqueName>stagecraft</UniqueName>\n"
    "+      <UniqueName>gardeners</UniqueName>\n"
    "-      <CustomizationPrefix>sc</CustomizationPrefix>\n"
    "+      <CustomizationPrefix>gard</CustomizationPrefix>\n" },
  { "a publisher's title", MANIFEST, NULL, NULL, set_publisher_title,
    "-      <CustomizationPrefix>sc</CustomizationPrefix>\n"
    "-      <CustomizationOptionValuePrefix>10000</CustomizationOptionValuePrefix>\n"
    "+      <LocalizedNames><LocalizedName description=\"Gardeners &amp; co\" "
    "languagecode=\"1033\" /></LocalizedNames>\n"
    "+      <CustomizationPrefix>sc</CustomizationPrefix>\n"
    "+      <CustomizationOptionValuePrefix>20000</CustomizationOptionValuePrefix>\n" },
  { "another publisher's title", MANIFEST, "      <CustomizationPrefix>",
    "      <LocalizedNames>\n        <LocalizedName description=\"Old\" languagecode=\"1033\" />\n "
    "     </LocalizedNames>\n      <CustomizationPrefix>",
    set_publisher_title,
    "-        <LocalizedName description=\"Old\" languagecode=\"1033\" />\n"
    "+        <LocalizedName description=\"Gardeners &amp; co\" languagecode=\"1033\" />\n"
    "-      <CustomizationOptionValuePrefix>10000</CustomizationOptionValuePrefix>\n"
    "+      <CustomizationOptionValuePrefix>20000</CustomizationOptionValuePrefix>\n" },
  { "a role goes", MANIFEST, NULL, NULL, delete_role,
    "-      <RootComponent type=\"20\" id=\"{" SAMPLE_ROLE_ID "}\" behavior=\"0\" />\n" },
  { "a role that is not listed goes", MANIFEST, ROLE_COMPONENT, "", delete_role, "" },
  { "a role comes", MANIFEST, NULL, NULL, add_role,
    "+      <RootComponent type=\"20\" id=\"{dddddddd-1111-4222-8333-444444444444}\" "
    "behavior=\"0\" />\n" },
  { "a role that is listed comes", MANIFEST, FLOW_COMPONENT,
    "      <RootComponent type=\"20\" id=\"{dddddddd-1111-4222-8333-444444444444}\" behavior=\"0\" "
    "/>\n" FLOW_COMPONENT,
    add_role, "" },
  { "a role comes before all", MANIFEST,
    "      <RootComponent type=\"1\" schemaName=\"sc_record\" behavior=\"0\" />\n" ROLE_COMPONENT,
    "", add_role,
    "+      <RootComponent type=\"20\" id=\"{dddddddd-1111-4222-8333-444444444444}\" "
    "behavior=\"0\" />\n" },
  { "a role comes among what has no type", MANIFEST, FLOW_COMPONENT,
    "      <RootComponent />\n" FLOW_COMPONENT, add_role,
    "+      <RootComponent type=\"20\" id=\"{dddddddd-1111-4222-8333-444444444444}\" "
    "behavior=\"0\" />\n" },
  { "a flow goes that something depends on", MANIFEST, "    </RootComponents>\n",
    "    </RootComponents>\n    <MissingDependencies>\n" DEPENDENCY ("29")
        DEPENDENCY ("61") "      <MissingDependency />\n    </MissingDependencies>\n",
    delete_flow,
    "-      <RootComponent type=\"29\" id=\"{" STRAIGHT "}\" behavior=\"0\" />\n"
    "-    </RootComponents>\n"
    "-    <MissingDependencies>\n"
    "-      <MissingDependency>\n"
    "-        <Required type=\"1\" />\n"
    "-        <Dependent type=\"29\" id=\"{" STRAIGHT "}\" />\n"
    "-      </MissingDependency>\n"
    "+    </RootComponents>\n"
    "+    <MissingDependencies>\n" },
  { "the only dependency goes", MANIFEST, "    </RootComponents>\n",
    "    </RootComponents>\n    <MissingDependencies>\n" DEPENDENCY (
        "29") "    </MissingDependencies>\n",
    delete_flow,
    "-      <RootComponent type=\"29\" id=\"{" STRAIGHT "}\" behavior=\"0\" />\n"
    "-    </RootComponents>\n"
    "-    <MissingDependencies>\n"
    "-      <MissingDependency>\n"
    "-        <Required type=\"1\" />\n"
    "-        <Dependent type=\"29\" id=\"{" STRAIGHT "}\" />\n"
    "-      </MissingDependency>\n"
    "-    </MissingDependencies>\n"
    "+    </RootComponents>\n"
    "+    <MissingDependencies />\n" },
};

static void
check (const Row *row, const char *line_end)
{
  g_autofree char *folder = files_make_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScPackage) package = NULL;
  g_autoptr (ScPackage) saved = NULL;
  g_autoptr (ScPackage) fresh = NULL;
  g_autoptr (ScSolution) after = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *before = NULL;
  g_autofree char *text = NULL;
  g_autofree char *diff = NULL;
  g_autoptr (GString) plain = NULL;

  files_make_solution (folder, line_end);
  if (row->from != NULL)
    {
      g_autoptr (GString) from = g_string_new (row->from);
      g_autoptr (GString) to = g_string_new (row->to);

      g_string_replace (from, "\n", line_end, 0);
      g_string_replace (to, "\n", line_end, 0);
      files_replace (folder, row->file, from->str, to->str);
    }
  before = files_read (folder, row->file);
  package = sc_package_open (folder, &error);
  g_assert_no_error (error);
  after = row->edit (sc_package_get_solution (package));
  g_assert_nonnull (after);
  saved = sc_package_save (package, after, FALSE, &error);
  g_assert_no_error (error);
  text = files_read (folder, row->file);
  diff = files_diff (before, text);
  plain = g_string_new (diff);
  g_string_replace (plain, "\r", "", 0);
  g_assert_cmpstr (plain->str, ==, row->diff);
  fresh = sc_package_open (folder, &error);
  g_assert_no_error (error);
  changes = sc_package_list_changes (fresh, after);
  g_assert_cmpuint (changes->len, ==, 0);
  files_remove_folder (folder);
}

static void
test_row (gconstpointer data)
{
  check (data, "\n");
  check (data, "\r\n");
}

/* Exports from 2016 have no such list. */
static void
test_no_labels (void)
{
  g_autofree char *folder = files_make_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScPackage) package = NULL;
  g_autoptr (ScPackage) saved = NULL;
  g_autoptr (ScSolution) after = NULL;
  g_autofree char *before = NULL;
  g_autofree char *text = NULL;
  g_autofree char *diff = NULL;

  files_make_solution (folder, "\n");
  files_replace (folder, DATA, "  <labels>\n", "  <!--\n");
  files_replace (folder, DATA, "  </labels>\n", "  -->\n");
  before = files_read (folder, DATA);
  package = sc_package_open (folder, &error);
  g_assert_no_error (error);
  after = label_step (sc_package_get_solution (package));
  saved = sc_package_save (package, after, FALSE, &error);
  g_assert_no_error (error);
  text = files_read (folder, DATA);
  diff = files_diff (before, text);
  g_assert_true (g_str_has_prefix (diff, "+  <labels>\n+    <steplabels id=\"{" PLANT "}\">\n"));
  g_assert_true (g_str_has_suffix (diff, "+    </steplabels>\n+  </labels>\n"));
  g_assert_nonnull (strstr (diff, "+      <label languagecode=\"1033\" description=\"Mass\" />\n"));
  files_remove_folder (folder);
}

/* Definitions take any text for an id. */
static void
test_odd_id (void)
{
  g_autofree char *folder = files_make_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScPackage) package = NULL;
  g_autoptr (ScPackage) saved = NULL;
  g_autoptr (ScSolution) after = NULL;
  g_autoptr (ScFlow) flow = NULL;
  g_autoptr (ScStage) stage = NULL;
  g_autofree char *text = NULL;

  files_make_solution (folder, "\n");
  package = sc_package_open (folder, &error);
  g_assert_no_error (error);
  after = sc_solution_copy (sc_package_get_solution (package));
  flow = sc_flow_copy (sc_solution_find_flow (after, STRAIGHT, NULL));
  stage = sc_stage_copy (sc_list_get (flow->stages, 0));
  sc_set_string (stage, id, "<\"&>");
  sc_take_value (flow, stages, sc_list_replace (flow->stages, 0, stage));
  sc_take_value (after, flows, sc_list_replace (after->flows, 0, flow));
  saved = sc_package_save (package, after, FALSE, &error);
  g_assert_no_error (error);
  text = files_read (folder, DATA);
  g_assert_nonnull (strstr (text, "<steplabels id=\"{&lt;&quot;&amp;&gt;}\">"));
  files_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  files_use_memory ();
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/package-details/", rows[i].title, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/package-details/no labels", test_no_labels);
  g_test_add_func ("/package-details/odd id", test_odd_id);
  return g_test_run ();
}
