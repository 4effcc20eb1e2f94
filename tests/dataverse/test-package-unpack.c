/* test-package-unpack.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which files the parts of a packed solution become; and packed again they are the same. */

#include "package-parts.h"
#include "sc-package-layout.h"

#include <string.h>

#define XSI        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
#define HEAD       "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
#define LONG_NAME  "a123456789b123456789c123456789d123456789e123456789f123456789"
#define LIST(a, b) "  <" a ">\n" b "  </" a ">\n"
#define ROLE(name) "    <Role name=\"" name "\">\n      <B />\n    </Role>\n"
#define ITEM(a, b) "    <" a ">\n      <" b ">A</" b ">\n    </" a ">\n"
#define TABLE(text) \
  LIST ("Entities", "    <Entity>\n      <Name>sc_A</Name>\n" text "    </Entity>\n")
#define FORM(type, id)                                                                      \
  "        <forms type=\"" type "\">\n          <systemform>\n            <" id ">{1}</" id \
  ">\n          </systemform>\n        </forms>\n"
#define VIEW(text)                                                              \
  "      <SavedQueries>\n        <savedqueries>\n          <savedquery>\n" text \
  "          </savedquery>\n        </savedqueries>\n      </SavedQueries>\n"
#define CHART(id)                                                               \
  "      <Visualizations>\n        <visualization>\n          <" id ">{3}</" id \
  ">\n        </visualization>\n      </Visualizations>\n"
#define RELATION(attributes, side, table)                                    \
  "    <EntityRelationship" attributes ">\n      <" side ">" table "</" side \
  ">\n    </EntityRelationship>\n"

typedef struct
{
  const char *title;
  const char *lists; /* in customizations.xml */
  const char *files; /* those that come out of it; "" when everything stays where it is */
} Unpacked;

static const Unpacked unpacked[] = {
  { "nothing", "", "" },
  { "an empty list", "  <Roles />\n", "" },
  { "a list of no elements", "  <Roles>\n  </Roles>\n", "" },
  { "roles", LIST ("Roles", ROLE ("A") ROLE ("B &amp; c")), "Roles/A.xml,Roles/B & c.xml" },
  { "a flow",
    LIST (
        "Workflows",
        "    <Workflow>\n      <XamlFileName>/Workflows/A.xaml</XamlFileName>\n    </Workflow>\n"),
    "Workflows/A.xaml.data.xml" },
  { "a flow of its own folder", LIST ("Workflows", ITEM ("Workflow", "XamlFileName")),
    "Workflows/A.data.xml" },
  { "a cloud flow",
    LIST (
        "Workflows",
        "    <Workflow>\n      <JsonFileName>/Workflows/A.json</JsonFileName>\n    </Workflow>\n"),
    "Workflows/A.json.data.xml" },
  { "a choice", LIST ("optionsets", "    <optionset Name=\"A\" />\n"), "OptionSets/A.xml" },
  { "a dashboard", LIST ("Dashboards", ITEM ("Dashboard", "FormId")), "Dashboards/A.xml" },
  { "an interactive dashboard",
    LIST ("InteractionCentricDashboards", ITEM ("InteractionCentricDashboard", "FormId")),
    "InteractionCentricDashboards/A.xml" },
  { "a site map", LIST ("AppModuleSiteMaps", ITEM ("AppModuleSiteMap", "SiteMapUniqueName")),
    "AppModuleSiteMaps/A/AppModuleSiteMap.xml" },
  { "an app", LIST ("AppModules", ITEM ("AppModule", "UniqueName")), "AppModules/A/AppModule.xml" },
  { "a canvas app", LIST ("CanvasApps", ITEM ("CanvasApp", "Name")), "CanvasApps/A.meta.xml" },
  { "what has no rule", LIST ("Templates", ITEM ("Template", "Name")), "" },

  { "two of one name", LIST ("Roles", ROLE ("A") ROLE ("a")), "" },
  { "no name", LIST ("Roles", "    <Role />\n"), "" },
  { "an empty name", LIST ("Roles", ROLE ("")), "" },
  { "a hidden name", LIST ("Roles", ROLE (".a")), "" },
  { "a blank in front", LIST ("Roles", ROLE (" a")), "" },
  { "a blank at the end", LIST ("Roles", ROLE ("a ")), "" },
  { "a device", LIST ("Roles", ROLE ("Aux")), "" },
  { "a dot at the end", LIST ("Roles", ROLE ("a.")), "" },
  { "a way out", LIST ("Roles", ROLE ("../a")), "" },
  { "a question mark", LIST ("Roles", ROLE ("a?")), "" },
  { "a tab", LIST ("Roles", ROLE ("a&#9;b")), "" },
  { "120 letters", LIST ("Roles", ROLE (LONG_NAME LONG_NAME)),
    "Roles/" LONG_NAME LONG_NAME ".xml" },
  { "121 letters", LIST ("Roles", ROLE (LONG_NAME LONG_NAME "x")), "" },
  { "another element", LIST ("Roles", ROLE ("A") "    <Rule name=\"B\" />\n"), "" },
  { "a prefix of the root", LIST ("Roles", "    <Role name=\"A\" x:b=\"1\" />\n"), "" },
  { "a name space of its own", LIST ("Roles", "    <Role name=\"A\"" XSI " />\n"), "" },
  { "one line", "  <Roles><Role name=\"A\" /></Roles>\n", "" },
  { "a comment", LIST ("Roles", ROLE ("A") "    <!-- b -->\n"), "" },
  { "a list in both", LIST ("Roles", ROLE ("A")) LIST ("optionsets", "    <optionset />\n"),
    "Roles/A.xml" },

  { "a table", TABLE (""), "Entities/sc_A/Entity.xml" },
  { "a table with empty lists",
    TABLE ("      <FormXml />\n      <SavedQueries />\n      <RibbonDiffXml />\n"),
    "Entities/sc_A/Entity.xml" },
  { "forms",
    TABLE ("      <FormXml>\n" FORM ("main", "formid")
               FORM ("quick", "formid") "      </FormXml>\n"),
    "Entities/sc_A/Entity.xml,Entities/sc_A/FormXml/main/{1}.xml,Entities/sc_A/FormXml/quick/"
    "{1}.xml" },
  { "a form without an id", TABLE ("      <FormXml>\n" FORM ("main", "id") "      </FormXml>\n"),
    "Entities/sc_A/Entity.xml" },
  { "forms of no file's type",
    TABLE ("      <FormXml>\n" FORM ("a/b", "formid") "      </FormXml>\n"),
    "Entities/sc_A/Entity.xml" },
  { "a view", TABLE (VIEW ("            <savedqueryid>{2}</savedqueryid>\n")),
    "Entities/sc_A/Entity.xml,Entities/sc_A/SavedQueries/{2}.xml" },
  { "a view and its query",
    TABLE (VIEW ("            <savedqueryid>{2}</savedqueryid>\n            <fetchxml>\n   "
                 "<fetch>\n <a />\n   </fetch>\n            </fetchxml>\n            "
                 "<fetchxml></fetchxml>\n            <b />\n")),
    "Entities/sc_A/Entity.xml,Entities/sc_A/SavedQueries/{2}.xml" },
  { "a view with a text of lines",
    TABLE (VIEW ("            <savedqueryid>{2}</savedqueryid>\n            <a>b\n  c\n</a>\n")),
    "Entities/sc_A/Entity.xml,Entities/sc_A/SavedQueries/{2}.xml" },
  { "a view without an id", TABLE (VIEW ("            <a />\n")), "Entities/sc_A/Entity.xml" },
  { "a chart", TABLE (CHART ("savedqueryvisualizationid")),
    "Entities/sc_A/Entity.xml,Entities/sc_A/Visualizations/{3}.xml" },
  { "a chart without an id", TABLE (CHART ("id")), "Entities/sc_A/Entity.xml" },
  { "a command bar",
    TABLE ("      <RibbonDiffXml>\n        <CustomActions />\n      </RibbonDiffXml>\n"),
    "Entities/sc_A/Entity.xml,Entities/sc_A/RibbonDiff.xml" },
  { "a command bar with the table's prefix",
    LIST ("Entities",
          "    <Entity xmlns:y=\"urn:y\">\n      <Name>sc_A</Name>\n      <RibbonDiffXml>\n        "
          "<y:a />\n      </RibbonDiffXml>\n    </Entity>\n"),
    "Entities/sc_A/Entity.xml" },
  { "a table without a name", LIST ("Entities", "    <Entity />\n"), "" },

  { "relationships",
    LIST ("EntityRelationships",
          RELATION (" Name=\"a\"", "ReferencedEntityName", "T")
              RELATION (" Name=\"b\"", "FirstEntityName", "U")
                  RELATION (" Name=\"c&lt;\"", "ReferencedEntityName", "T")),
    "Other/Relationships.xml,Other/Relationships/T.xml,Other/Relationships/U.xml" },
  { "a relationship without a name",
    LIST ("EntityRelationships", RELATION ("", "ReferencedEntityName", "T")), "" },
  { "a relationship without a table",
    LIST ("EntityRelationships", RELATION (" Name=\"a\"", "Side", "T")), "" },
  { "a relationship in one line",
    "  <EntityRelationships><EntityRelationship "
    "Name=\"a\"><FirstEntityName>T</FirstEntityName></EntityRelationship></EntityRelationships>\n",
    "" },
  { "no relationship", "  <EntityRelationships />\n", "" },
};

static void
check_unpacked (const Unpacked *row, const char *line_end)
{
  g_autofree char *text = g_strconcat (PARTS_ROOT, row->lists, PARTS_END, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *whole = g_strjoinv (line_end, lines);
  g_autoptr (GPtrArray) entries = parts_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *paths = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *packed = NULL;
  g_autofree char *note = NULL;

  parts_add (entries, "[Content_Types].xml", "<Types />");
  parts_add (entries, "customizations.xml", whole);
  parts_add (entries, "solution.xml", PARTS_MANIFEST);
  files = sc_package_unpack (entries, &note, &error);
  g_assert_no_error (error);
  paths = parts_list_paths (files);
  g_assert_cmpstr (paths, ==, row->files);
  rest = parts_read (files, "Other/Customizations.xml");
  g_assert_cmpint (g_str_equal (rest, whole), ==, row->files[0] == '\0');
  again = sc_package_pack (files, &error);
  g_assert_no_error (error);
  packed = parts_read (again, "customizations.xml");
  g_assert_cmpstr (packed, ==, whole);
}

static void
test_unpacked (gconstpointer data)
{
  check_unpacked (data, "\n");
  check_unpacked (data, "\r\n");
}

/* What a file says, to the byte. */
static void
test_file_texts (void)
{
  static const struct
  {
    const char *path, *text;
  } expected[] = {
    { "Roles/A.xml", HEAD "<Role name=\"A\"" XSI ">\n  <B />\n</Role>" },
    { "OptionSets/A.xml", HEAD "<optionset Name=\"A\"" XSI " />" },
    { "Entities/sc_A/FormXml/main/{1}.xml",
      HEAD "<forms" XSI ">\n  <systemform>\n    <formid>{1}</formid>\n  </systemform>\n</forms>" },
    { "Entities/sc_A/Entity.xml",
      HEAD "<Entity" XSI ">\n  <Name>sc_A</Name>\n  <FormXml />\n</Entity>" },
    { "Other/Relationships.xml",
      HEAD "<EntityRelationships" XSI ">\n  <EntityRelationship Name=\"a\" />\n"
           "</EntityRelationships>" },
    { "Other/Relationships/T.xml",
      HEAD "<EntityRelationships" XSI ">\n  <EntityRelationship Name=\"a\">\n"
           "    <FirstEntityName>T</FirstEntityName>\n"
           "  </EntityRelationship>\n</EntityRelationships>" },
    { "Other/Customizations.xml", PARTS_ROOT
      "  <Entities />\n  <Roles />\n  <optionsets />\n  <EntityRelationships />\n" PARTS_END },
  };
  g_autoptr (GPtrArray) entries = parts_new ();
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *note = NULL;

  parts_add (entries, "customizations.xml",
             PARTS_ROOT TABLE ("      <FormXml>\n" FORM ("main", "formid") "      </FormXml>\n")
                 LIST ("Roles", ROLE ("A")) LIST ("optionsets", "    <optionset Name=\"A\" />\n")
                     LIST ("EntityRelationships", RELATION (" Name=\"a\"", "FirstEntityName", "T"))
                         PARTS_END);
  files = sc_package_unpack (entries, &note, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (files->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *text = parts_read (files, expected[i].path);

      g_assert_cmpstr (text, ==, expected[i].text);
    }
}

/* Entries beside customizations.xml. */
static void
test_entries (void)
{
  static const struct
  {
    const char *entry, *file; /* NULL: is no file */
  } rows[] = {
    { "solution.xml", "Other/Solution.xml" },
    { "Solution.XML", "Other/Solution.xml" },
    { "[Content_Types].xml", NULL },
    { "WebResources/", NULL },
    { "WebResources/a.js", "WebResources/a.js" },
    { "Formulas/sc_a-sc_b.yaml", "Entities/sc_A/Formulas/sc_a-sc_b.yaml" },
    { "Formulas/sc_other-sc_b.yaml", "Formulas/sc_other-sc_b.yaml" },
    { "Formulas/sc_a.yaml", "Formulas/sc_a.yaml" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) entries = parts_new ();
      g_autoptr (GPtrArray) files = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      g_autofree char *note = NULL;

      parts_add (entries, rows[i].entry, "held");
      parts_add (entries, "customizations.xml", PARTS_ROOT TABLE ("") PARTS_END);
      files = sc_package_unpack (entries, &note, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (files->len, ==, rows[i].file != NULL ? 3 : 2);
      if (rows[i].file != NULL)
        text = parts_read (files, rows[i].file);
      g_assert_cmpstr (text, ==, rows[i].file != NULL ? "held" : NULL);
    }
}

static void
test_not_unpacked (void)
{
  static const struct
  {
    const char *customizations, *entry, *message;
  } rows[] = {
    { "<ImportExportXml>", "a.txt", "customizations.xml" },
    { PARTS_ROOT LIST ("Workflows", ITEM ("Workflow", "Name")) PARTS_END, "a.txt",
      "its processes are not written as Dataverse writes them" },
    { PARTS_ROOT
      "<Workflows><Workflow><XamlFileName>A</XamlFileName></Workflow></Workflows>" PARTS_END,
      "a.txt", "its processes are not written as Dataverse writes them" },
    { PARTS_ROOT LIST ("Roles", ROLE ("A")) PARTS_END, "Roles/a.XML",
      "The package cannot be unpacked: two of its parts would be the file “Roles/a.XML”." },
    { PARTS_ROOT "<FileName>/WebResources/.a&amp;b</FileName>" PARTS_END, "WebResources/.a&b",
      "The package cannot be unpacked: its part “WebResources/.a&b” would be a hidden file" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) entries = parts_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *note = NULL;

      parts_add (entries, "customizations.xml", rows[i].customizations);
      parts_add (entries, rows[i].entry, "held");
      g_assert_null (sc_package_unpack (entries, &note, &error));
      g_assert_null (note);
      g_assert_nonnull (strstr (error->message, rows[i].message));
    }
}

/* Entries that would be hidden files, in which other programs look for orders. */
static void
test_hidden (void)
{
  static const struct
  {
    const char *entries[3]; /* "a" is a part like any other */
    const char *note;       /* a part of it, or NULL */
  } rows[] = {
    { { "a" }, NULL },
    { { "a", ".git/" }, NULL },
    { { "a", ".git/config" }, "“.git/config” was left out" },
    { { ".envrc", "a" }, "“.envrc” was left out" },
    { { "a", "WebResources/.DS_Store" }, "“WebResources/.DS_Store” was left out" },
    { { "a", "WebResources/.x/b.js" }, "“WebResources/.x/b.js” was left out" },
    { { "a", ".stagecraft-save" }, "“.stagecraft-save” was left out" },
    { { "a", "b\\.vscode\\tasks.json" }, "tasks.json” was left out" },
    { { "a", "．git/config" }, "config” was left out" },
    { { ".git/HEAD", "a", ".git/config" }, "“.git/HEAD” and 1 more were left out" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) entries = parts_new ();
      g_autoptr (GPtrArray) files = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *paths = NULL;
      g_autofree char *note = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (rows[i].entries) && rows[i].entries[j] != NULL; j++)
        parts_add (entries, rows[i].entries[j], "held");
      parts_add (entries, "customizations.xml", PARTS_ROOT PARTS_END);
      files = sc_package_unpack (entries, &note, &error);
      g_assert_no_error (error);
      paths = parts_list_paths (files);
      g_assert_cmpstr (paths, ==, "a");
      g_assert_cmpint (note != NULL, ==, rows[i].note != NULL);
      g_assert_true (note == NULL || strstr (note, rows[i].note) != NULL);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (unpacked); i++)
    {
      g_autofree char *path = g_strconcat ("/package-unpack/", unpacked[i].title, NULL);

      g_test_add_data_func (path, &unpacked[i], test_unpacked);
    }
  g_test_add_func ("/package-unpack/file-texts", test_file_texts);
  g_test_add_func ("/package-unpack/entries", test_entries);
  g_test_add_func ("/package-unpack/hidden", test_hidden);
  g_test_add_func ("/package-unpack/refused", test_not_unpacked);
  return g_test_run ();
}
