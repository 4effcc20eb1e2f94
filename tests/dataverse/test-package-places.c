/* test-package-places.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where something stands in the files of a package, also in those that lack what others have. */

#include "package-files.h"
#include "package-parts.h"
#include "sc-package-places.h"
#include "sc-xaml-places.h"

#include <glib/gstdio.h>
#include <string.h>

#define STRAIGHT "ffffffff-0000-4000-8000-000000000001"
#define OTHER    "eeeeeeee-0000-4000-8000-000000000001"
#define XAML     "Workflows/Straight-FFFFFFFF-0000-4000-8000-000000000001.xaml"
#define DATA     XAML ".data.xml"
#define MANIFEST "Other/Solution.xml"
#define TABLE    "Entities/sc_Record/Entity.xml"
#define LISTS    "  <Templates />\n"

/* A step on the way to a place. */
typedef struct
{
  ScPlaceKind kind;
  const char *id;
} Way;

#define MAX_WAY 4

static ScPlaceKey
make_key (const Way *way)
{
  ScPlaceKey key = SC_PLACE_ROOT;

  for (guint i = 0; i < MAX_WAY && way[i].kind != 0; i++)
    key = sc_place_key (key, way[i].kind, way[i].id);
  return key;
}

/* expected: how the text at the place begins; NULL when it has none. */
static void
assert_place (const ScPlaces *places, const Way *way, const char *text, const char *expected)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint line = 0, column = 0;
  gboolean found = sc_places_find (places, make_key (way), &line, &column);

  g_assert_cmpint (found, ==, expected != NULL);
  if (expected == NULL)
    return;
  g_assert_cmpuint (line, <=, g_strv_length (lines));
  if (!g_str_has_prefix (lines[line - 1] + column - 1, expected))
    g_error ("“%s” instead of “%s”", lines[line - 1] + column - 1, expected);
}

typedef struct
{
  const char *title;
  const char *file;
  const char *from, *to; /* what is replaced in the file; or NULL */
  Way way[MAX_WAY];
  const char *expected;
} Row;

/* In a folder. */
static const Row in_files[] = {
  { "a flow", DATA, NULL, NULL, { { SC_PLACE_FLOW, STRAIGHT } }, "<Workflow WorkflowId" },
  { "its name",
    DATA,
    NULL,
    NULL,
    { { SC_PLACE_FLOW, STRAIGHT }, { SC_PLACE_NAME } },
    "Name=\"Straight\"" },
  { "its order",
    DATA,
    NULL,
    NULL,
    { { SC_PLACE_FLOW, STRAIGHT }, { SC_PLACE_ORDER } },
    "<processorder>" },
  { "a flow that does not say its id",
    DATA,
    "WorkflowId=\"{" STRAIGHT "}\" ",
    "",
    { { SC_PLACE_FLOW, STRAIGHT }, { SC_PLACE_STATE } },
    "<StateCode>" },
  { "a flow without a state",
    DATA,
    "<StateCode>1</StateCode>",
    "",
    { { SC_PLACE_FLOW, STRAIGHT }, { SC_PLACE_STATE } },
    NULL },
  { "no description",
    DATA,
    NULL,
    NULL,
    { { SC_PLACE_FLOW, STRAIGHT }, { SC_PLACE_DESCRIPTION } },
    NULL },
  { "a description",
    DATA,
    " Name=\"Straight\"",
    " Name=\"Straight\" Description=\"a\"",
    { { SC_PLACE_FLOW, STRAIGHT }, { SC_PLACE_DESCRIPTION } },
    "Description=\"a\"" },
  { "descriptions",
    DATA,
    "  <labels>",
    "  <Descriptions />\n  <labels>",
    { { SC_PLACE_FLOW, STRAIGHT }, { SC_PLACE_DESCRIPTION } },
    "<Descriptions />" },
  { "a table", TABLE, NULL, NULL, { { SC_PLACE_TABLE, "sc_record" } }, "<Entity" },
  { "whether a table has flows",
    TABLE,
    NULL,
    NULL,
    { { SC_PLACE_TABLE, "sc_record" }, { SC_PLACE_ENABLED } },
    "<IsBusinessProcessEnabled>" },
  { "a table named once",
    TABLE,
    "<entity Name=\"sc_Record\">",
    "<entity>",
    { { SC_PLACE_TABLE, "sc_record" } },
    "<Entity" },
  { "a role", "Roles/Flow user.xml", NULL, NULL, { { SC_PLACE_ROLE, SAMPLE_ROLE_ID } }, "<Role" },
  { "a manifest", MANIFEST, NULL, NULL, { { SC_PLACE_VERSION } }, "<Version>" },
  { "a listed flow",
    MANIFEST,
    NULL,
    NULL,
    { { SC_PLACE_PROCESS_COMPONENT, STRAIGHT } },
    "<RootComponent type=\"29\"" },
  { "a listed role",
    MANIFEST,
    NULL,
    NULL,
    { { SC_PLACE_ROLE_COMPONENT, SAMPLE_ROLE_ID } },
    "<RootComponent type=\"20\"" },
  { "a listed table",
    MANIFEST,
    NULL,
    NULL,
    { { SC_PLACE_TABLE_COMPONENT, "sc_record" } },
    "<RootComponent type=\"1\"" },
  { "a listed thing without a type",
    MANIFEST,
    "type=\"29\" ",
    "",
    { { SC_PLACE_PROCESS_COMPONENT, STRAIGHT } },
    NULL },
  { "a listed thing of another type",
    MANIFEST,
    "type=\"29\"",
    "type=\"61\"",
    { { SC_PLACE_PROCESS_COMPONENT, STRAIGHT } },
    NULL },
  { "a listed thing without an id",
    MANIFEST,
    "type=\"29\" id=\"{" STRAIGHT "}\"",
    "type=\"29\"",
    { { SC_PLACE_PROCESS_COMPONENT, STRAIGHT } },
    NULL },
};

static void
test_file (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *folder = files_make_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScPackage) package = NULL;
  g_autoptr (ScPlaces) places = NULL;
  g_autofree char *text = NULL;

  files_make_solution (folder, "\n");
  if (row->from != NULL)
    files_replace (folder, row->file, row->from, row->to);
  package = sc_package_open (folder, &error);
  g_assert_no_error (error);
  places = sc_package_find_places (package, row->file, &error);
  g_assert_no_error (error);
  text = files_read (folder, row->file);
  /* A byte order mark is no column. */
  assert_place (places, row->way, text + (g_str_has_prefix (text, "\xef\xbb\xbf") ? 3 : 0),
                row->expected);
  files_remove_folder (folder);
}

/* In customizations.xml. */
static const Row in_lists[] = {
  { "a packed flow",
    "customizations.xml",
    NULL,
    NULL,
    { { SC_PLACE_FLOW, STRAIGHT } },
    "<Workflow WorkflowId=\"{" STRAIGHT },
  { "a packed flow that does not say its id",
    "customizations.xml",
    "WorkflowId=\"{" STRAIGHT "}\" ",
    "",
    { { SC_PLACE_FLOW, STRAIGHT } },
    "<Workflow Name=\"Straight\"" },
  { "a packed process",
    "customizations.xml",
    "  <Workflows>\n",
    "  <Workflows>\n    <Workflow WorkflowId=\"" OTHER "\"><Category>0</Category></Workflow>\n",
    { { SC_PLACE_FLOW, OTHER } },
    NULL },
  { "a packed role",
    "customizations.xml",
    "  <Roles>\n",
    "  <Roles>\n    <Rule id=\"" SAMPLE_ROLE_ID "\" />\n",
    { { SC_PLACE_ROLE, SAMPLE_ROLE_ID } },
    "<Role id" },
  { "a packed table",
    "customizations.xml",
    NULL,
    NULL,
    { { SC_PLACE_TABLE, "SC_RECORD" } },
    "<Entity " },
};

static void
test_list (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *folder = files_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.zip", NULL);
  g_autoptr (GPtrArray) parts = parts_make_sample ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScPackage) package = NULL;
  g_autoptr (ScPlaces) places = NULL;
  g_autofree char *text = NULL;

  if (row->from != NULL)
    parts_replace (parts, row->file, row->from, row->to);
  parts_write_zip (parts, path);
  package = sc_package_open (path, &error);
  g_assert_no_error (error);
  places = sc_package_find_places (package, row->file, &error);
  g_assert_no_error (error);
  text = parts_read (parts, row->file);
  assert_place (places, row->way, text, row->expected);
  files_remove_folder (folder);
}

#define OPEN(class, rest)                                                                 \
  "<m:ActivityReference AssemblyQualifiedName=\"Microsoft.Crm.Workflow.Activities." class \
      ", Version=9\" " rest ">\n<m:ActivityReference.Properties>\n"
#define CLOSE           "</m:ActivityReference.Properties></m:ActivityReference>\n"
#define LIST(text)      "<m:Collection x:Key=\"Activities\">\n" text "</m:Collection>\n"
#define TEXT(key, text) "<x:String x:Key=\"" key "\">" text "</x:String>\n"
#define FLOW(text)                                                                      \
  "<Activity xmlns=\"urn:a\" xmlns:x=\"urn:x\" xmlns:m=\"urn:m\">\n<m:Workflow>\n" text \
  "</m:Workflow>\n</Activity>"
#define STAGE(text)                                                                           \
  OPEN ("EntityComposite", "DisplayName=\"t\"")                                               \
  LIST (OPEN ("StageComposite", "DisplayName=\"S\"") TEXT ("StageId", "s") LIST (text) CLOSE) \
  CLOSE
#define STEP(text) \
  OPEN ("StepComposite", "DisplayName=\"P\"") TEXT ("ProcessStepId", "p") text CLOSE
#define IN_STAGE(...)                                            \
  {                                                              \
    { SC_PLACE_FLOW, "f" }, { SC_PLACE_STAGE, "s" }, __VA_ARGS__ \
  }
#define IN_STEP(kind) IN_STAGE ({ SC_PLACE_STEP, "p" }, { kind, NULL })

/* In the XAML of a flow called f. */
static const Row in_xaml[] = {
  { "a stage", FLOW (STAGE ("")), NULL, NULL, IN_STAGE ({ 0, NULL }),
    "<m:ActivityReference "
    "AssemblyQualifiedName=\"Microsoft.Crm.Workflow.Activities.StageComposite" },
  { "a name without labels", FLOW (STAGE ("")), NULL, NULL, IN_STAGE ({ SC_PLACE_NAME, NULL }),
    "DisplayName=\"S\"" },
  { "a name with labels",
    FLOW (OPEN ("EntityComposite", "") LIST (OPEN ("StageComposite", "") TEXT ("StageId", "s")
                                                 TEXT ("StepLabels", "") CLOSE) CLOSE),
    NULL, NULL, IN_STAGE ({ SC_PLACE_NAME, NULL }), "<x:String x:Key=\"StepLabels\"" },
  { "no next stage", FLOW (STAGE ("")), NULL, NULL, IN_STAGE ({ SC_PLACE_NEXT, NULL }), NULL },
  { "a column", FLOW (STAGE (STEP (LIST ("<Sequence><Control DataFieldName=\"c\" /></Sequence>")))),
    NULL, NULL, IN_STEP (SC_PLACE_COLUMN), "DataFieldName=\"c\"" },
  { "a control without a column", FLOW (STAGE (STEP (LIST ("<Sequence><Control /></Sequence>")))),
    NULL, NULL, IN_STEP (SC_PLACE_COLUMN), "<Control />" },
  { "no control", FLOW (STAGE (STEP (LIST ("<Sequence />")))), NULL, NULL,
    IN_STEP (SC_PLACE_COLUMN), NULL },
  { "nothing in a step", FLOW (STAGE (STEP (""))), NULL, NULL, IN_STEP (SC_PLACE_COLUMN), NULL },
  { "an action",
    FLOW (STAGE (STEP (LIST (OPEN ("ActionComposite", "") TEXT (
        "ProcessId", "a") "<Sequence x:Key=\"ActionControl\"><Control /></Sequence>" CLOSE)))),
    NULL, NULL, IN_STEP (SC_PLACE_PROCESS), "<x:String x:Key=\"ProcessId\"" },
  { "a flow in a step",
    FLOW (STAGE (STEP (LIST (OPEN ("FlowComposite", "") TEXT ("WorkflowId", "w") CLOSE)))), NULL,
    NULL, IN_STEP (SC_PLACE_PROCESS), "<x:String x:Key=\"WorkflowId\"" },
  { "a condition", FLOW (STAGE (OPEN ("ConditionSequence", "") CLOSE)), NULL, NULL,
    IN_STAGE ({ SC_PLACE_CONDITION, NULL }), "<m:ActivityReference" },
  { "a trigger", FLOW (STAGE (OPEN ("ActionComposite", "") CLOSE)), NULL, NULL,
    IN_STAGE ({ SC_PLACE_TRIGGER, NULL }), "<m:ActivityReference" },
  { "two triggers",
    FLOW (STAGE (OPEN ("ActionComposite", "") CLOSE OPEN ("ActionComposite", "") CLOSE)), NULL,
    NULL, IN_STAGE ({ SC_PLACE_TRIGGER, NULL }), NULL },
  { "what nobody knows", FLOW (STAGE ("<Other />") "<Other />" OPEN ("PageComposite", "") CLOSE),
    NULL, NULL, IN_STAGE ({ SC_PLACE_TRIGGER, NULL }), NULL },
  { "a table with what is no stage", FLOW (OPEN ("EntityComposite", "") LIST ("<Other />") CLOSE),
    NULL, NULL, IN_STAGE ({ 0, NULL }), NULL },
  { "a way of old",
    FLOW (OPEN ("EntityComposite", "") TEXT ("RelationshipName", "r")
              LIST (OPEN ("StageComposite", "") TEXT ("StageId", "s") CLOSE) CLOSE),
    NULL,
    NULL,
    { { SC_PLACE_FLOW, "f" }, { SC_PLACE_TRANSITION, "s" } },
    "<x:String x:Key=\"RelationshipName\"" },
  { "no way of old",
    FLOW (OPEN ("EntityComposite", "") "<x:Null x:Key=\"RelationshipName\" />" LIST (
        OPEN ("StageComposite", "") TEXT ("StageId", "s") CLOSE) CLOSE),
    NULL,
    NULL,
    { { SC_PLACE_FLOW, "f" }, { SC_PLACE_TRANSITION, "s" } },
    NULL },
  { "a way to nothing",
    FLOW (OPEN ("EntityComposite", "") TEXT ("RelationshipName", "r") CLOSE),
    NULL,
    NULL,
    { { SC_PLACE_FLOW, "f" }, { SC_PLACE_TRANSITION, "s" } },
    NULL },
  { "a way",
    FLOW (OPEN ("StageRelationshipCollectionComposite", "") LIST (
        "<Sequence />\n<Sequence><StageRelationship TargetStageId=\"s\" /></Sequence>") CLOSE),
    NULL,
    NULL,
    { { SC_PLACE_FLOW, "f" }, { SC_PLACE_TRANSITION, "s" } },
    "<StageRelationship" },
};

static void
test_xaml (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GBytes) bytes = g_bytes_new (row->file, strlen (row->file));
  g_autoptr (GError) error = NULL;
  g_autoptr (ScXml) xml = sc_xml_parse (bytes, "places", &error);
  g_autoptr (ScPlaces) places = sc_places_new ();

  g_assert_no_error (error);
  sc_xaml_add_places (places, xml, "f");
  sc_places_settle (places, xml);
  assert_place (places, row->way, row->file, row->expected);
}

static void
assert_file (const ScPackage *package, ScPackageFile file, const char *id, const char *expected)
{
  g_autofree char *found = sc_package_find_file (package, file, id);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_files (void)
{
  g_autofree char *folder = files_make_folder ();
  g_autofree char *zip_folder = files_make_folder ();
  g_autofree char *path = files_make_zip (zip_folder, "\n");
  g_autofree char *moved = g_strconcat (folder, "-moved", NULL);
  g_autofree char *of_folder = NULL;
  g_autofree char *of_zip = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScPackage) zip = sc_package_open (path, &error);
  g_autoptr (ScPackage) package = NULL;

  files_make_solution (folder, "\n");
  package = sc_package_open (folder, NULL);
  assert_file (package, SC_PACKAGE_FILE_FLOW, STRAIGHT, XAML);
  assert_file (package, SC_PACKAGE_FILE_HEADER, STRAIGHT, DATA);
  assert_file (package, SC_PACKAGE_FILE_FLOW, OTHER, NULL);
  assert_file (package, SC_PACKAGE_FILE_ROLE, SAMPLE_ROLE_ID, "Roles/Flow user.xml");
  assert_file (package, SC_PACKAGE_FILE_ROLE, OTHER, NULL);
  assert_file (package, SC_PACKAGE_FILE_TABLE, "sc_record", TABLE);
  assert_file (package, SC_PACKAGE_FILE_TABLE, "other", NULL);
  assert_file (package, SC_PACKAGE_FILE_SOLUTION, NULL, MANIFEST);
  assert_file (zip, SC_PACKAGE_FILE_TABLE, "sc_record", "customizations.xml");
  of_folder = sc_package_get_file_path (package, XAML);
  g_assert_true (g_str_has_prefix (of_folder, folder) && g_str_has_suffix (of_folder, XAML));
  of_zip = sc_package_get_file_path (zip, XAML);
  g_assert_cmpstr (of_zip, ==, path);

  /* What the package does not keep is looked up. */
  files_write (folder, TABLE, "<a>");
  g_assert_null (sc_package_find_places (package, TABLE, &error));
  g_assert_nonnull (strstr (error->message, TABLE));
  g_clear_error (&error);
  g_assert_null (sc_package_find_places (package, "Entities/none.xml", &error));
  g_assert_nonnull (strstr (error->message, "none.xml"));
  g_clear_error (&error);
  g_assert_cmpint (g_rename (folder, moved), ==, 0);
  assert_file (package, SC_PACKAGE_FILE_TABLE, "sc_record", NULL);
  g_assert_null (sc_package_find_places (package, TABLE, &error));
  g_assert_nonnull (strstr (error->message, folder));
  files_remove_folder (moved);
  files_remove_folder (zip_folder);
}

static void
add_rows (const Row *rows, gsize n_rows, GTestDataFunc function)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *path = g_strconcat ("/package-places/", rows[i].title, NULL);

      g_test_add_data_func (path, &rows[i], function);
    }
}

int
main (int argc, char *argv[])
{
  files_use_memory ();
  g_test_init (&argc, &argv, NULL);
  add_rows (in_files, G_N_ELEMENTS (in_files), test_file);
  add_rows (in_lists, G_N_ELEMENTS (in_lists), test_list);
  add_rows (in_xaml, G_N_ELEMENTS (in_xaml), test_xaml);
  g_test_add_func ("/package-places/files", test_files);
  return g_test_run ();
}
