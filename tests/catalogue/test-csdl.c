/* test-csdl.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-csdl.h"

#include <string.h>

#include "sc-xml.h"

#define HEAD                                                                        \
  "<edmx:Edmx Version='4.0' xmlns:edmx='http://docs.oasis-open.org/odata/ns/edmx'>" \
  "<edmx:DataServices><Schema Namespace='Microsoft.Dynamics.CRM' Alias='mscrm' "    \
  "xmlns='http://docs.oasis-open.org/odata/ns/edm'>"
#define TAIL "</Schema></edmx:DataServices></edmx:Edmx>"

static const char orders[] = HEAD
    "<EntityType Name='crmbaseentity' Abstract='true'/>"
    "<EntityType Name='principal' BaseType='mscrm.crmbaseentity'>"
    "<Property Name='ownerid' Type='Edm.Guid'/></EntityType>"
    "<EntityType Name='activity' BaseType='mscrm.crmbaseentity'>"
    "<Key><PropertyRef Name='activityid'/></Key>"
    "<Property Name='activityid' Type='Edm.Guid'/><Property Name='subject' Type='Edm.String'/>"
    "</EntityType>"
    "<EntityType Name='cts_visit' BaseType='mscrm.activity'>"
    "<Property Name='cts_minutes' Type='Edm.Int32'/></EntityType>"
    "<EntityType Name='cts_order' BaseType='mscrm.crmbaseentity'>"
    "<Key><PropertyRef Name='cts_orderid'/></Key>"
    "<Property Name='cts_orderid' Type='Edm.Guid'/>"
    "<Property Name='cts_name' Type='Edm.String' Unicode='false'/>"
    "<Property Name='cts_total' Type='Edm.Decimal' Scale='Variable'>"
    "<Annotation Term='x' String='y'/></Property>"
    "<Property Name='cts_total_base' Type='Edm.Decimal'/>"
    "<Property Name='cts_rate' Type='Edm.Decimal'/>"
    "<Property Name='cts_kind' Type='Edm.Int32'/>"
    "<Property Name='statecode' Type='Edm.Int32'/><Property Name='statuscode' Type='Edm.Int32'/>"
    "<Property Name='cts_due' Type='Edm.Date'/><Property Name='cts_at' Type='Edm.DateTimeOffset'/>"
    "<Property Name='cts_paid' Type='Edm.Boolean'/><Property Name='cts_x' Type='Edm.Double'/>"
    "<Property Name='_cts_customer_value' Type='Edm.Guid'/>"
    "<Property Name='_ownerid_value' Type='Edm.Guid'/>"
    "<NavigationProperty Name='cts_customer_account' Type='mscrm.account' "
    "Partner='cts_order_account'>"
    "<ReferentialConstraint Property='_cts_customer_value' ReferencedProperty='accountid'/>"
    "</NavigationProperty>"
    "<NavigationProperty Name='cts_customer_contact' Type='mscrm.contact' "
    "Partner='cts_order_contact'>"
    "<ReferentialConstraint Property='_cts_customer_value' ReferencedProperty='contactid'/>"
    "</NavigationProperty>"
    "<NavigationProperty Name='ownerid' Type='mscrm.principal' Partner='owner_cts_order'>"
    "<ReferentialConstraint Property='_ownerid_value' ReferencedProperty='ownerid'/>"
    "</NavigationProperty>"
    "<NavigationProperty Name='cts_order_lines' Type='Collection(mscrm.cts_line)' Partner='x'/>"
    "</EntityType>"
    "<EntityType Name='CTS_Order'><Property Name='cts_other' Type='Edm.String'/></EntityType>" TAIL;

static ScCsdl *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return sc_csdl_read (bytes, "metadata.xml", NULL, error);
}

static void
test_columns (void)
{
  static const struct
  {
    const char *name;
    ScColumnType type;
    guint n_targets;
  } rows[] = {
    { "cts_orderid", SC_COLUMN_ID, 0 },      { "cts_name", SC_COLUMN_TEXT, 0 },
    { "cts_total", SC_COLUMN_CURRENCY, 0 },  { "cts_total_base", SC_COLUMN_CURRENCY, 0 },
    { "cts_rate", SC_COLUMN_DECIMAL, 0 },    { "cts_kind", SC_COLUMN_UNKNOWN, 0 },
    { "statecode", SC_COLUMN_STATE, 0 },     { "statuscode", SC_COLUMN_STATUS, 0 },
    { "cts_due", SC_COLUMN_DATE, 0 },        { "cts_at", SC_COLUMN_DATE_TIME, 0 },
    { "cts_paid", SC_COLUMN_YES_NO, 0 },     { "cts_x", SC_COLUMN_FLOAT, 0 },
    { "cts_customer", SC_COLUMN_LOOKUP, 2 }, { "ownerid", SC_COLUMN_OWNER, 2 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScCsdl) csdl = read_text (orders, &error);
  g_autoptr (ScTable) table = NULL;

  g_assert_no_error (error);
  table = sc_csdl_make_table (csdl, sc_csdl_find_table (csdl, "Cts_Order"));
  g_assert_true (table->complete);
  g_assert_false (table->backing);
  g_assert_cmpuint (sc_list_length (table->columns), ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const ScColumn *column = sc_table_find_column (table, rows[i].name, NULL);

      g_test_message ("%s", rows[i].name);
      g_assert_nonnull (column);
      g_assert_cmpint (column->type, ==, rows[i].type);
      g_assert_cmpint (column->required, ==, SC_REQUIRED_UNKNOWN);
      g_assert_cmpuint (sc_list_length (column->targets), ==, rows[i].n_targets);
    }
}

static void
test_relationships (void)
{
  g_autoptr (ScCsdl) csdl = read_text (orders, NULL);
  g_autoptr (GPtrArray) found = sc_list_collect ();
  const ScRelationship *first;

  sc_csdl_collect_relationships (csdl, sc_csdl_find_table (csdl, "cts_order"), found);
  g_assert_cmpuint (found->len, ==, 3);
  first = g_ptr_array_index (found, 0);
  g_assert_cmpstr (first->name, ==, "cts_order_account");
  g_assert_cmpstr (first->referenced, ==, "account");
  g_assert_cmpstr (first->referencing, ==, "cts_order");
  g_assert_cmpstr (first->attribute, ==, "cts_customer");
}

/* Columns of the base; the same name in another case is the same table. */
static void
test_bases (void)
{
  g_autoptr (ScCsdl) csdl = read_text (orders, NULL);
  g_autoptr (ScTable) visit = sc_csdl_make_table (csdl, sc_csdl_find_table (csdl, "cts_visit"));

  g_assert_cmpuint (sc_csdl_count_tables (csdl), ==, 5);
  g_assert_cmpuint (sc_list_length (visit->columns), ==, 3);
  g_assert_nonnull (sc_table_find_column (visit, "subject", NULL));
  g_assert_cmpint (sc_csdl_find_table (csdl, "nothing"), ==, -1);
  g_assert_cmpint (sc_csdl_find_table (csdl, NULL), ==, -1);
}

static void
test_loops (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScCsdl) csdl
      = read_text (HEAD "<EntityType Name='a' BaseType='x.b'><Property Name='p' Type='Edm.String'/>"
                        "<Property Name='p' Type='Edm.Int32'/><Property Type='Edm.Int32'/>"
                        "<NavigationProperty Name='n' Type=''/></EntityType>"
                        "<EntityType Name='b' BaseType='x.a'><Property Name='q'/></EntityType>"
                        "<EntityType Name='c' BaseType='c'/><EntityType/>" TAIL,
                   &error);

  g_assert_no_error (error);
  for (guint i = 0; i < sc_csdl_count_tables (csdl); i++)
    {
      g_autoptr (ScTable) table = sc_csdl_make_table (csdl, i);
      g_autoptr (GPtrArray) found = sc_list_collect ();

      g_assert_cmpuint (sc_list_length (table->columns), ==, i < 2 ? 2 : 0);
      sc_csdl_collect_relationships (csdl, i, found);
      g_assert_cmpuint (found->len, ==, 0);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } rows[] = {
    { "", "empty" },
    { "{\"value\": []}", "it is JSON" },
    { "<!DOCTYPE html><html></html>", "web page" },
    { "<html><body/></html>", "web page" },
    { "<service xmlns='http://www.w3.org/2007/app'/>", "lists what the service has" },
    { "<Entity/>", "begins with <Entity>" },
    { HEAD TAIL, "without any table" },
    { HEAD "<EntityType Name='a'>", "metadata.xml" },
    { "nothing at all", "it is not XML" },
    { "\x1f\x8b\x08 and so on", "it is compressed" },
    { "PK\x03\x04 and so on", "it is compressed" },
    { "\xff\xfe<", "UTF-16" },
    { "<Edmx Version='1.0'><EntityType Name='Account'/></Edmx>", "version 1.0 of OData" },
    { "<e:Edmx xmlns:e='http://schemas.microsoft.com/ado/2007/06/edmx' Version='3.0'/>",
      "version 3.0 of OData" },
    { "<!DOCTYPE x [<!ENTITY a 'b'>]><x/>", "DOCTYPE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ScCsdl) csdl = read_text (rows[i].text, &error);

      g_assert_null (csdl);
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, rows[i].message));
    }
}

static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScCsdl) csdl = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "<EntityType Name='a'>");
  csdl = read_text (text->str, &error);
  g_assert_null (csdl);
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_TOO_LARGE);
}

static void
test_versions (void)
{
  static const char *const versions[] = { "", " Version='4.0'", " Version='4.01'", " Version=''" };

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autofree char *text
          = g_strconcat ("<Edmx", versions[i],
                         "><DataServices><EntityType Name='a'/></DataServices></Edmx>", NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (ScCsdl) csdl = read_text (text, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (sc_csdl_count_tables (csdl), ==, 1);
    }
}

/* In the encoding that Windows programs save in; the text says how to go on. */
static void
test_encodings (void)
{
  static const char *const encodings[] = { "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize size;
      char *text = g_convert (orders, -1, encodings[i], "UTF-8", NULL, &size, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_take (text, size);
      g_autoptr (GError) error = NULL;

      g_assert_null (sc_csdl_read (bytes, "x.xml", NULL, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, "x.xml"));
      g_test_message ("%s", error->message);
    }
}

/* Whatever is cut off is refused; nothing of it stays. */
static void
test_truncated (void)
{
  for (gsize length = strlen (orders) - 1; length > 0; length -= MIN (length, 37))
    {
      g_autoptr (GBytes) bytes = g_bytes_new (orders, length);
      g_autoptr (GError) error = NULL;

      g_assert_null (sc_csdl_read (bytes, "x", NULL, &error));
      g_assert_nonnull (error);
    }
}

/* Nothing comes of what somebody gave up. */
static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (orders, strlen (orders));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (ScCsdl) csdl = sc_csdl_read (bytes, "x", cancellable, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (csdl);
  g_cancellable_cancel (cancellable);
  g_assert_null (sc_csdl_read (bytes, "x", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csdl/columns", test_columns);
  g_test_add_func ("/csdl/relationships", test_relationships);
  g_test_add_func ("/csdl/bases", test_bases);
  g_test_add_func ("/csdl/loops", test_loops);
  g_test_add_func ("/csdl/refused", test_refused);
  g_test_add_func ("/csdl/versions", test_versions);
  g_test_add_func ("/csdl/encodings", test_encodings);
  g_test_add_func ("/csdl/deep", test_deep);
  g_test_add_func ("/csdl/cancelled", test_cancelled);
  g_test_add_func ("/csdl/truncated", test_truncated);
  return g_test_run ();
}
