/* test-catalogue.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-catalogue.h"

#include <libxml/relaxng.h>

#include "sc-definition-shape.h"
#include "sc-name.h"

#define N_TABLES 34

/* Tables that lookups of the catalogue lead to and that it does not describe. */
static const char *const outside[] = {
  "bookableresourcebooking",
  "bookableresourcebookingheader",
  "calendar",
  "contractdetail",
  "contracttemplate",
  "customeraddress",
  "entitlementtemplate",
  "equipment",
  "interactionforemail",
  "kbarticle",
  "knowledgebaserecord",
  "languagelocale",
  "mailbox",
  "mobileofflineprofile",
  "organization",
  "position",
  "service",
  "site",
  "sla",
  "slakpiinstance",
  "socialprofile",
  "teamtemplate",
  "template",
  "territory",
  "uom",
  "uomschedule",
  NULL,
};

static char *
build_path (const char *name)
{
  return g_build_filename (g_getenv ("STAGECRAFT_SOURCE"), "data", "catalogue", name, NULL);
}

/* The entry in the index says what the table says of itself. */
static void
check_head (const ScTable *entry, const ScTable *table)
{
  g_autoptr (ScTable) head = sc_table_copy (table);

  sc_set_value (head, columns, NULL);
  if (!sc_table_equal (head, entry))
    g_error ("index.xml differs from %s.xml", entry->name);
}

static void
check_column (ScCatalogue *catalogue, const ScTable *table, const ScColumn *column)
{
  const char *last = "";

  if (column->type == SC_COLUMN_UNKNOWN)
    g_error ("%s.%s has no type", table->name, column->name);
  sc_list_foreach (column->targets, const ScLabel *, target)
    {
      if (sc_catalogue_find_table (catalogue, target->text) == NULL
          && !g_strv_contains (outside, target->text))
        g_error ("%s.%s leads to %s, which is nowhere", table->name, column->name, target->text);
      g_assert_cmpstr (last, <, target->text);
      last = target->text;
    }
  sc_list_foreach (column->options, const ScOption *, option)
    {
      const ScOption *before = option_i > 0 ? sc_list_get (column->options, option_i - 1) : NULL;

      if (before != NULL && before->value >= option->value)
        g_error ("The options of %s.%s are not sorted", table->name, column->name);
      g_assert_nonnull (option->labels);
    }
}

static void
test_tables (void)
{
  g_autoptr (ScCatalogue) catalogue = sc_catalogue_new ();
  const ScList *tables = sc_catalogue_list_tables (catalogue);
  const char *last = "";

  g_assert_cmpuint (sc_list_length (tables), ==, N_TABLES);
  sc_list_foreach (tables, const ScTable *, entry)
    {
      const ScTable *table = sc_catalogue_find_table (catalogue, entry->name);
      const char *last_column = "";

      g_assert_nonnull (table);
      g_assert_nonnull (table->source);
      g_assert_cmpstr (last, <, entry->name);
      last = entry->name;
      check_head (entry, table);
      g_assert_cmpuint (sc_list_length (table->columns), >, 0);
      sc_list_foreach (table->columns, const ScColumn *, column)
        {
          if (g_strcmp0 (last_column, column->name) >= 0)
            g_error ("The columns of %s are not sorted at %s", table->name, column->name);
          last_column = column->name;
          check_column (catalogue, table, column);
        }
    }
}

static gboolean
has_target (const ScColumn *column, const char *table)
{
  sc_list_foreach (column->targets, const ScLabel *, target)
    {
      if (sc_name_equal (target->text, table))
        return TRUE;
    }
  return FALSE;
}

static void
test_relationships (void)
{
  g_autoptr (ScCatalogue) catalogue = sc_catalogue_new ();
  g_autoptr (GPtrArray) all = sc_catalogue_list_relationships (catalogue, NULL, NULL);
  const char *last = "";

  g_assert_cmpuint (all->len, >=, 143);
  for (guint i = 0; i < all->len; i++)
    {
      const ScRelationship *relationship = g_ptr_array_index (all, i);
      const ScTable *many = sc_catalogue_find_table (catalogue, relationship->referencing);
      const ScColumn *lookup;

      if (g_ascii_strcasecmp (last, relationship->name) >= 0)
        g_error ("relationships.xml is not sorted at %s", relationship->name);
      last = relationship->name;
      g_assert_nonnull (sc_catalogue_find_table (catalogue, relationship->referenced));
      g_assert_nonnull (many);
      lookup = sc_table_find_column (many, relationship->attribute, NULL);
      if (lookup == NULL
          || (lookup->type == SC_COLUMN_LOOKUP && !has_target (lookup, relationship->referenced)))
        g_error ("%s: %s.%s does not lead to %s", relationship->name, many->name,
                 relationship->attribute, relationship->referenced);
    }
}

static void
test_pairs (void)
{
  static const struct
  {
    const char *from, *to;
    guint n;
    const char *first;
  } rows[] = {
    { "lead", "opportunity", 1, "opportunity_originating_lead" },
    { "Account", "LEAD", 2, "lead_customer_accounts" },
    { "opportunity", "lead", 1, "lead_qualifying_opportunity" },
    { "task", "lead", 0, NULL },
    { "nothing", "lead", 0, NULL },
  };
  g_autoptr (ScCatalogue) catalogue = sc_catalogue_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) found
          = sc_catalogue_list_relationships (catalogue, rows[i].from, rows[i].to);

      g_test_message ("%s to %s", rows[i].from, rows[i].to);
      g_assert_cmpuint (found->len, ==, rows[i].n);
      if (rows[i].first != NULL)
        g_assert_cmpstr (((ScRelationship *) g_ptr_array_index (found, 0))->name, ==,
                         rows[i].first);
    }
}

/* Facts that everybody knows who has seen these tables. */
static void
test_facts (void)
{
  static const struct
  {
    const char *table, *column;
    ScColumnType type;
    ScRequiredLevel required;
    const char *label;
    guint n_targets, n_options;
  } rows[] = {
    { "lead", "budgetamount", SC_COLUMN_CURRENCY, SC_REQUIRED_NONE, "Budget Amount", 0, 0 },
    { "LEAD", "EMAILADDRESS1", SC_COLUMN_EMAIL, SC_REQUIRED_NONE, "Email", 0, 0 },
    { "lead", "parentaccountid", SC_COLUMN_LOOKUP, SC_REQUIRED_NONE, "Parent Account for lead", 1,
      0 },
    { "incident", "casetypecode", SC_COLUMN_CHOICE, SC_REQUIRED_NONE, "Case Type", 0, 3 },
    { "incident", "customerid", SC_COLUMN_CUSTOMER, SC_REQUIRED_SYSTEM, "Customer", 2, 0 },
    { "opportunity", "ownerid", SC_COLUMN_OWNER, SC_REQUIRED_SYSTEM, "Owner", 2, 0 },
    { "opportunity", "estimatedclosedate", SC_COLUMN_DATE, SC_REQUIRED_NONE, "Est. Close Date", 0,
      0 },
    { "phonetocaseprocess", "statuscode", SC_COLUMN_STATUS, SC_REQUIRED_UNKNOWN, NULL, 0, 3 },
  };
  g_autoptr (ScCatalogue) catalogue = sc_catalogue_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const ScTable *table = sc_catalogue_find_table (catalogue, rows[i].table);
      const ScColumn *column;

      g_test_message ("%s.%s", rows[i].table, rows[i].column);
      g_assert_nonnull (table);
      column = sc_table_find_column (table, rows[i].column, NULL);
      g_assert_nonnull (column);
      g_assert_cmpint (column->type, ==, rows[i].type);
      g_assert_cmpint (column->required, ==, rows[i].required);
      if (rows[i].label != NULL)
        g_assert_cmpstr (sc_column_get_label (column, SC_LANGUAGE_ENGLISH), ==, rows[i].label);
      g_assert_cmpuint (sc_list_length (column->targets), ==, rows[i].n_targets);
      g_assert_cmpuint (sc_list_length (column->options), ==, rows[i].n_options);
    }
  g_assert_null (sc_catalogue_find_table (catalogue, "cts_order"));
  g_assert_null (sc_catalogue_find_table (catalogue, NULL));
  g_assert_true (sc_catalogue_find_table (catalogue, "Lead")
                 == sc_catalogue_find_table (catalogue, "lead"));
}

static void
check_file (xmlRelaxNG *schema, const char *name)
{
  g_autofree char *path = build_path (name);
  xmlDoc *document = xmlReadFile (path, NULL, XML_PARSE_NONET);
  xmlRelaxNGValidCtxt *validator = xmlRelaxNGNewValidCtxt (schema);

  g_assert_nonnull (document);
  if (xmlRelaxNGValidateDoc (validator, document) != 0)
    g_error ("%s does not match catalogue.rng", name);
  xmlRelaxNGFreeValidCtxt (validator);
  xmlFreeDoc (document);
}

/* Every file in the folder belongs to the catalogue and matches its schema. */
static void
test_files (void)
{
  g_autofree char *folder = build_path (NULL);
  g_autofree char *schema_path = build_path ("catalogue.rng");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (ScCatalogue) catalogue = sc_catalogue_new ();
  xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt (schema_path);
  xmlRelaxNG *schema = xmlRelaxNGParse (parser);
  const char *name;
  guint n = 0;

  g_assert_nonnull (schema);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *stem = g_strndup (name, strcspn (name, "."));

      if (!g_str_has_suffix (name, ".xml"))
        continue;
      check_file (schema, name);
      n++;
      g_assert_true (g_str_equal (stem, "index") || g_str_equal (stem, "relationships")
                     || sc_catalogue_find_table (catalogue, stem) != NULL);
    }
  g_assert_cmpuint (n, ==, N_TABLES + 2);
  xmlRelaxNGFree (schema);
  xmlRelaxNGFreeParserCtxt (parser);
}

/* The column that a step is on before a person says otherwise. */
static void
test_suggested (void)
{
  static const char *const cases[][2] = {
    { "account", "name" },
    { "appointment", "subject" },
    { "campaign", "name" },
    { "contact", "lastname" },
    { "contract", "title" },
    { "email", "subject" },
    { "incident", "title" },
    { "invoice", "name" },
    { "knowledgearticle", "title" },
    { "lead", "subject" },
    { "msdyn_workorder", "msdyn_name" },
    { "opportunity", "name" },
    { "phonecall", "subject" },
    { "product", "name" },
    { "quote", "name" },
    { "salesorder", "name" },
    { "systemuser", "firstname" },
    { "task", "subject" },
    { "transactioncurrency", "currencyname" },
  };
  g_autoptr (ScCatalogue) catalogue = sc_catalogue_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ScTable *table = sc_catalogue_find_table (catalogue, cases[i][0]);

      g_assert_cmpstr (sc_table_suggest_column (table)->name, ==, cases[i][1]);
    }
}

static gpointer
read_all (gpointer data)
{
  ScCatalogue *catalogue = data;
  gsize n = 0;

  sc_list_foreach (sc_catalogue_list_tables (catalogue), const ScTable *, entry)
    {
      n += sc_list_length (sc_catalogue_find_table (catalogue, entry->name)->columns);
    }
  return GSIZE_TO_POINTER (n);
}

static void
test_threads (void)
{
  g_autoptr (ScCatalogue) catalogue = sc_catalogue_new ();
  GThread *threads[4];
  gpointer counts[G_N_ELEMENTS (threads)];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_all, catalogue);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    counts[i] = g_thread_join (threads[i]);
  for (guint i = 1; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (counts[i] == counts[0]);
  g_assert_cmpuint (GPOINTER_TO_SIZE (counts[0]), >, 2000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/tables", test_tables);
  g_test_add_func ("/catalogue/relationships", test_relationships);
  g_test_add_func ("/catalogue/pairs", test_pairs);
  g_test_add_func ("/catalogue/facts", test_facts);
  g_test_add_func ("/catalogue/files", test_files);
  g_test_add_func ("/catalogue/suggested", test_suggested);
  g_test_add_func ("/catalogue/threads", test_threads);
  return g_test_run ();
}
