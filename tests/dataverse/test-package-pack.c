/* test-package-pack.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which entries the files of an unpacked solution become. */

#include "package-parts.h"
#include "sc-package-layout.h"

#include <string.h>

#define LIST(a, b)     "  <" a ">\n" b "  </" a ">\n"
#define LISTS          "  <Entities />\n  <Roles />\n  <WebResources />\n  <EntityRelationships />\n"
#define RESOURCE(file) "<WebResource><FileName>" file "</FileName></WebResource>"

typedef struct
{
  const char *title;
  const char *files[4];       /* path, text; path, text: added, or in the place of another */
  const char *customizations; /* what stands in it then, NULL: an error */
  const char *entries;        /* the others, or what the error says */
} Packed;

static const Packed packed[] = {
  { "nothing", { NULL }, LISTS, "" },
  { "both",
    { "Other/Solution.xml", "<a><SolutionManifest><Managed>2</Managed></SolutionManifest></a>" },
    LISTS,
    "" },
  { "any case",
    { "roles/A.XML", "<Role />" },
    "  <Entities />\n  <Roles>\n    <Role />\n  </Roles>\n  <WebResources />\n  "
    "<EntityRelationships />\n",
    "" },
  { "behind what is there",
    { "Other/Customizations.xml", PARTS_ROOT LIST ("Roles", "    <Role />\n") PARTS_END,
      "Roles/A.xml", "<Role name=\"A\" />" },
    LIST ("Roles", "    <Role name=\"A\" />\n    <Role />\n"),
    "" },
  { "in the order of names",
    { "Roles/b.xml", "<Role name=\"b\" />", "Roles/A.xml", "<Role name=\"A\" />" },
    "  <Entities />\n  <Roles>\n    <Role name=\"A\" />\n    <Role name=\"b\" />\n  </Roles>\n  "
    "<WebResources />\n  <EntityRelationships />\n",
    "" },
  { "a folder further down", { "Roles/a/b.xml", "kept" }, LISTS, "Roles/a/b.xml" },
  { "only when managed", { "Roles/A_managed.xml", "<Role />" }, LISTS, "" },
  { "a file of its own", { "WebResources/a.js", "kept" }, LISTS, "WebResources/a.js" },
  { "a formula", { "Entities/sc_A/Formulas/sc_a-b.yaml", "kept" }, LISTS, "Formulas/sc_a-b.yaml" },
  { "a formula elsewhere", { "b/Formulas/sc_a-b.yaml", "kept" }, LISTS, "b/Formulas/sc_a-b.yaml" },
  { "a web resource",
    { "WebResources/a.js.data.xml", RESOURCE ("/WebResources/a7"), "WebResources/a.js", "kept" },
    "  <Entities />\n  <Roles />\n  <WebResources>\n    " RESOURCE (
        "/WebResources/a7") "\n  </WebResources>\n  <EntityRelationships />\n",
    "WebResources/a7" },
  { "a web resource somewhere else",
    { "WebResources/a.js.data.xml", RESOURCE ("/a7"), "WebResources/a.js", "kept" },
    "  <Entities />\n  <Roles />\n  <WebResources>\n    " RESOURCE (
        "/a7") "\n  </WebResources>\n  <EntityRelationships />\n",
    "WebResources/a.js" },
  { "a web resource without a name",
    { "WebResources/a.js.data.xml", "<WebResource />", "WebResources/a.js", "kept" },
    "  <Entities />\n  <Roles />\n  <WebResources>\n    <WebResource />\n  </WebResources>\n  "
    "<EntityRelationships />\n",
    "WebResources/a.js" },
  { "a web resource without a file",
    { "WebResources/a.js.data.xml", "<WebResource />" },
    "  <Entities />\n  <Roles />\n  <WebResources>\n    <WebResource />\n  </WebResources>\n  "
    "<EntityRelationships />\n",
    "" },
  { "relationships without an index",
    { "Other/Relationships/T.xml",
      "<EntityRelationships><b Name=\"b\" /><a Name=\"a\" /><c /></EntityRelationships>" },
    "  <Entities />\n  <Roles />\n  <WebResources />\n  <EntityRelationships>\n    <c />\n    <a "
    "Name=\"a\" />\n    <b Name=\"b\" />\n  </EntityRelationships>\n",
    "" },
  { "relationships in the index",
    { "Other/Relationships.xml", "<EntityRelationships><a Name=\"a\" /></EntityRelationships>" },
    "  <Entities />\n  <Roles />\n  <WebResources />\n  <EntityRelationships>\n    <a Name=\"a\" "
    "/>\n  </EntityRelationships>\n",
    "" },
  { "a form without a folder",
    { "Entities/A/Entity.xml", "<Entity>\n  <FormXml />\n</Entity>", "Entities/A/FormXml/a.xml",
      "kept" },
    "  <Entities>\n    <Entity>\n      <FormXml />\n    </Entity>\n  </Entities>\n  <Roles />\n  "
    "<WebResources />\n  <EntityRelationships />\n",
    "Entities/A/FormXml/a.xml" },
  { "forms that the table holds itself",
    { "Entities/A/Entity.xml", "<Entity>\n  <FormXml>\n    <a />\n  </FormXml>\n</Entity>" },
    "  <Entities>\n    <Entity>\n      <FormXml>\n        <a />\n      </FormXml>\n    </Entity>\n "
    " </Entities>\n  <Roles />\n  <WebResources />\n  <EntityRelationships />\n",
    "" },
  { "empty lists of a table",
    { "Entities/A/Entity.xml",
      "<Entity>\n  <SavedQueries />\n  <Visualizations />\n  <RibbonDiffXml />\n</Entity>" },
    "  <Entities>\n    <Entity>\n      <SavedQueries />\n      <Visualizations />\n      "
    "<RibbonDiffXml />\n    </Entity>\n  </Entities>\n  <Roles />\n  <WebResources />\n  "
    "<EntityRelationships />\n",
    "" },

  { "no Customizations.xml",
    { "Other/Customizations.xml", NULL },
    NULL,
    "The folder cannot be packed: “Other/Customizations.xml” is missing." },
  { "no Solution.xml",
    { "Other/Solution.xml", NULL },
    NULL,
    "The folder cannot be packed: “Other/Solution.xml” is missing." },
  { "a bad Customizations.xml",
    { "Other/Customizations.xml", "<a>" },
    NULL,
    "Other/Customizations.xml" },
  { "a bad Solution.xml", { "Other/Solution.xml", "<a>" }, NULL, "Other/Solution.xml" },
  { "a bad role", { "Roles/A.xml", "<a>" }, NULL, "Roles/A.xml" },
  { "a bad web resource", { "WebResources/a.data.xml", "<a>" }, NULL, "WebResources/a.data.xml" },
  { "bad relationships",
    { "Other/Relationships/T.xml", "<a>" },
    NULL,
    "Other/Relationships/T.xml" },
  { "a bad index", { "Other/Relationships.xml", "<a>" }, NULL, "Other/Relationships.xml" },
  { "a bad table", { "Entities/A/Entity.xml", "<a>" }, NULL, "Entities/A/Entity.xml" },
  { "a bad form",
    { "Entities/A/Entity.xml", "<a><FormXml /></a>", "Entities/A/FormXml/main/1.xml", "<a>" },
    NULL,
    "Entities/A/FormXml/main/1.xml" },
  { "a bad view",
    { "Entities/A/Entity.xml", "<a><SavedQueries /></a>", "Entities/A/SavedQueries/1.xml", "<a>" },
    NULL,
    "Entities/A/SavedQueries/1.xml" },
  { "a bad chart",
    { "Entities/A/Entity.xml", "<a><Visualizations /></a>", "Entities/A/Visualizations/1.xml",
      "<a>" },
    NULL,
    "Entities/A/Visualizations/1.xml" },
  { "a bad command bar",
    { "Entities/A/Entity.xml", "<a><RibbonDiffXml /></a>", "Entities/A/RibbonDiff.xml", "<a>" },
    NULL,
    "Entities/A/RibbonDiff.xml" },
  { "no list of tables",
    { "Other/Customizations.xml", PARTS_ROOT PARTS_END, "Entities/A/Entity.xml", "<a />" },
    NULL,
    "The folder cannot be packed: “Other/Customizations.xml” has no place for “Entities”." },
  { "no list of web resources",
    { "Other/Customizations.xml", PARTS_ROOT PARTS_END, "WebResources/A.data.xml", "<a />" },
    NULL,
    "no place for “WebResources”" },
  { "no list of choices", { "OptionSets/A.xml", "<a />" }, NULL, "no place for “optionsets”" },
  { "no list of relationships",
    { "Other/Customizations.xml", PARTS_ROOT PARTS_END, "Other/Relationships.xml",
      "<EntityRelationships><a /></EntityRelationships>" },
    NULL,
    "no place for “EntityRelationships”" },
  { "an unknown file",
    { "Other/More.xml", "<a />" },
    NULL,
    "does not know where “Other/More.xml” belongs" },
  { "an unknown folder",
    { "reports/A.xml", "<a />" },
    NULL,
    "does not know where “reports/A.xml” belongs" },
};

static void
put_part (GPtrArray *parts, const char *path, const char *text)
{
  for (guint i = 0; i < parts->len; i++)
    {
      if (g_str_equal (((ScPart *) g_ptr_array_index (parts, i))->path, path))
        {
          g_ptr_array_remove_index (parts, i);
          break;
        }
    }
  if (text != NULL)
    parts_add (parts, path, text);
}

static void
test_packed (gconstpointer data)
{
  const Packed *row = data;
  g_autoptr (GPtrArray) files = parts_new ();
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *whole = g_strconcat (PARTS_ROOT, row->customizations, PARTS_END, NULL);
  g_autofree char *paths = NULL;
  g_autofree char *text = NULL;
  g_autofree char *solution = NULL;

  parts_add (files, "Other/Customizations.xml", PARTS_ROOT LISTS PARTS_END);
  parts_add (files, "Other/Solution.xml", PARTS_MANIFEST);
  for (guint i = 0; i < G_N_ELEMENTS (row->files) && row->files[i] != NULL; i += 2)
    put_part (files, row->files[i], row->files[i + 1]);
  entries = sc_package_pack (files, &error);
  if (row->customizations == NULL)
    {
      g_assert_null (entries);
      if (strstr (error->message, row->entries) == NULL)
        g_error ("\"%s\" instead of \"%s\"", error->message, row->entries);
      return;
    }
  g_assert_no_error (error);
  paths = parts_list_paths (entries);
  g_assert_cmpstr (paths, ==, row->entries);
  text = parts_read (entries, "customizations.xml");
  g_assert_cmpstr (text, ==, whole);
  solution = parts_read (entries, "solution.xml");
  g_assert_nonnull (strstr (solution, "<Managed>0</Managed>"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (packed); i++)
    {
      g_autofree char *path = g_strconcat ("/package-pack/", packed[i].title, NULL);

      g_test_add_data_func (path, &packed[i], test_packed);
    }
  return g_test_run ();
}
