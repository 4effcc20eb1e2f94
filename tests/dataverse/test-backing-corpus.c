/* test-backing-corpus.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "real-flow.h"
#include "sc-backing.h"
#include "sc-flow-parts.h"
#include "sc-splice.h"
#include "xml-difference.h"

/* Counts what differs, but for what may. */
typedef struct
{
  const char *const *allowed; /* patterns */
  guint compared;
  guint skipped;
  guint allowed_differences;
  GString *failures;
} Tally;

static gboolean
is_allowed (const char *const *allowed, const char *difference)
{
  for (; *allowed != NULL; allowed++)
    if (g_pattern_match_simple (*allowed, difference))
      return TRUE;
  return FALSE;
}

static void
check (Tally *tally, const RealFlow *flow, const ScXmlNode *real, const ScXmlNode *made)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  xml_difference_find (real, made, found);
  tally->compared++;
  for (guint i = 0; i < found->len; i++)
    {
      const char *difference = g_ptr_array_index (found, i);

      if (is_allowed (tally->allowed, difference))
        tally->allowed_differences++;
      else
        g_string_append_printf (tally->failures, "\n%s: %s", flow->name, difference);
    }
}

static void
run (Tally *tally, void (*compare) (Tally *, const RealFlow *))
{
  const char *corpus = real_flow_get_corpus ();
  g_autoptr (GPtrArray) flows = NULL;

  if (corpus == NULL)
    return;
  flows = real_flow_list (corpus);
  g_assert_cmpuint (flows->len, >, 0);
  tally->failures = g_string_new (NULL);
  for (guint i = 0; i < flows->len; i++)
    {
      compare (tally, g_ptr_array_index (flows, i));
    }
  g_test_message ("%u flows, %u elements compared, %u differences of the kinds that are allowed",
                  flows->len, tally->compared, tally->allowed_differences);
  g_assert_cmpstr (tally->failures->str, ==, "");
  g_assert_cmpuint (tally->skipped, <=, 1);
  g_assert_cmpuint (tally->compared + tally->skipped, >=, flows->len);
  g_string_free (tally->failures, TRUE);
}

static void
compare_workflow (Tally *tally, const RealFlow *flow)
{
  g_autofree char *text = sc_flow_parts_write_workflow (flow->solution, flow->flow, 2);
  g_autoptr (ScXml) made = xml_difference_parse_text (text, "made");

  check (tally, flow, sc_xml_get_root (flow->workflow), sc_xml_get_root (made));
}

static void
test_workflow (void)
{
  static const char *const allowed[] = {
    /* Not in older exports. */
    "Workflow/ProcessTriggerScope: extra",
    "Workflow/IsCustomProcessingStepAllowedForOtherPublishers: extra",
    /* Only in the newest. */
    "Workflow/ModernFlowType: missing",
    /* Only in older ones, for branches; the server makes them. */
    "Workflow/ProcessTriggers: missing",
    NULL,
  };
  Tally tally = { .allowed = allowed };

  run (&tally, compare_workflow);
}

static void
compare_table (Tally *tally, const RealFlow *flow)
{
  g_autoptr (ScBacking) backing = sc_backing_new (flow->solution, flow->table_flow);
  g_autoptr (GBytes) bytes = sc_backing_write_table_file (backing);
  g_autoptr (ScXml) made = xml_difference_parse (bytes, "made");
  const char *parts[] = { "Name", "EntityInfo" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    check (tally, flow, sc_xml_node_get_child (sc_xml_get_root (flow->entity), parts[i]),
           sc_xml_node_get_child (sc_xml_get_root (made), parts[i]));
}

static void
test_table (void)
{
  static const char *const allowed[] = {
    /* Not in older exports, or with another default. */
    "*/AutoCreateAccessTeams: extra",
    "*/IsSearchable: extra",
    "*/IsFilterable: extra",
    "*/IsRetrievable: extra",
    "*/IsLocalizable: extra",
    "*/ValidForUpdateApi: extra",
    "*/ValidForCreateApi: extra",
    "*/IsSolutionAware: extra",
    "*/IsReplicationUserFiltered: \"1\" is made \"0\"",
    "*/CanChangeDateTimeBehavior: \"0\" is made \"1\"",
    "*/attribute[bpf_*id]/ImeMode: missing",
    "*/attribute[OrganizationId]/LookupStyle: missing",
    /* Only in the newest. */
    "*/IsMSTeamsIntegrationEnabled: missing",
    "*@IsHidden: missing",
    /* What a person changed: texts, colours, the columns of quick find, the flow's name. */
    "*[1036]: missing",
    "*/status@Color: missing",
    "*/status@TransitionData: missing",
    "*/EntityColor: missing",
    "*/EntityHelpUrl: missing",
    "*/IsSearchable: \"1\" is made \"0\"",
    "*/IsRetrievable: \"1\" is made \"0\"",
    "*/attribute[bpf_*id]/Descriptions/Description[1033]@description: \"*\" is made \"\"",
    "*@description: \"*Application w/ Financial Product\" is made \"*Application\"",
    NULL,
  };
  Tally tally = { .allowed = allowed };

  run (&tally, compare_table);
}

static const ScXmlNode *
find_relationship (const ScXmlNode *relationships, const char *name)
{
  sc_xml_foreach (relationships, relationship)
    {
      if (g_ascii_strcasecmp (sc_xml_node_get_attribute (relationship, "Name"), name) == 0)
        return relationship;
    }
  return NULL;
}

static void
compare_relationships (Tally *tally, const RealFlow *flow)
{
  g_autoptr (ScBacking) backing = sc_backing_new (flow->solution, flow->flow);
  g_autoptr (GPtrArray) relationships = sc_backing_list_relationships (backing);
  const ScXmlNode *root = sc_xml_get_root (flow->relationships);

  g_assert_cmpuint (relationships->len, ==, sc_xml_node_count_children (root));
  for (guint i = 0; i < relationships->len; i++)
    {
      const ScBackingRelationship *item = g_ptr_array_index (relationships, i);
      g_autofree char *text = sc_backing_write_relationship (backing, item, 2);
      g_autoptr (ScXml) made = xml_difference_parse_text (text, "made");
      const ScXmlNode *real = find_relationship (root, item->name);

      g_assert_nonnull (real);
      check (tally, flow, real, sc_xml_get_root (made));
    }
}

static void
test_relationships (void)
{
  static const char *const allowed[] = {
    /* Not in older exports, or with another default. */
    "EntityRelationship/CascadeArchive: extra",
    "EntityRelationship/CascadeArchive: \"NoCascade\" is made \"RemoveLink\"",
    /* What a person wrote. */
    "*/Description[1036]: missing",
    "*/Description[1033]@description: \"*\" is made \"\"",
    NULL,
  };
  Tally tally = { .allowed = allowed };

  run (&tally, compare_relationships);
}

/* Before 9.1.0.9 the form was that of any other table, with one tab for all. */
static gboolean
shows_stages (const ScXmlNode *form)
{
  const ScXmlNode *tabs = sc_xml_node_get_child (sc_xml_node_get_child (form, "form"), "tabs");

  return sc_xml_node_get_attribute (sc_xml_node_get_first_child (tabs), "name") != NULL;
}

static void
compare_form (Tally *tally, const RealFlow *flow)
{
  g_autoptr (ScBacking) backing = sc_backing_new (flow->solution, flow->flow);
  g_autoptr (GBytes) bytes = sc_backing_write_form_file (backing);
  g_autoptr (ScXml) made = xml_difference_parse (bytes, "made");

  if (!shows_stages (flow->form))
    {
      tally->skipped++;
      return;
    }
  check (tally, flow, flow->form, sc_xml_node_get_child (sc_xml_get_root (made), "systemform"));
}

static void
test_form (void)
{
  static const char *const allowed[] = {
    /* Ids that only the form has. */
    "systemform/formid: *",
    "*/section@id: *",
    "*@labelid: *",
    /* Not in older exports. */
    "*/control@isrequired: extra",
    "*/tab@visible: extra",
    "*/label[1033]@description: \"\" is made *",
    /* What a person translated, and columns that got another type since their step was made. */
    "*/label[1036]: missing",
    "*@classid: \"{71716b6c-*}\" is made \"{4273edbd-*}\"",
    "*@classid: \"{67fac785-*}\" is made \"{4273edbd-*}\"",
    "*@classid: \"{5b773807-*}\" is made \"{3ef39988-*}\"",
    NULL,
  };
  Tally tally = { .allowed = allowed };

  run (&tally, compare_form);
}

static const char *
get_view_name (const ScXmlNode *view)
{
  const ScXmlNode *names = sc_xml_node_get_child (view, "LocalizedNames");

  return sc_xml_node_get_attribute (sc_xml_node_get_first_child (names), "description");
}

/* How the table of the first stage is called is not in the files of a flow. */
static char *
cut_view_name (const ScXmlNode *view)
{
  g_auto (GStrv) parts = g_strsplit (get_view_name (view), " on my ", 2);

  return g_strdup (parts[0]);
}

static const ScXmlNode *
find_view (const RealFlow *flow, const ScXmlNode *made)
{
  g_autofree char *name = cut_view_name (made);
  gboolean mine = strstr (get_view_name (made), " on my ") != NULL;

  for (guint i = 0; i < flow->views->len; i++)
    {
      const ScXmlNode *view = g_ptr_array_index (flow->views, i);
      g_autofree char *other = cut_view_name (view);

      if (strcmp (name, other) == 0 && mine == (strstr (get_view_name (view), " on my ") != NULL))
        return view;
    }
  return NULL;
}

static void
compare_views (Tally *tally, const RealFlow *flow)
{
  g_autoptr (ScBacking) backing = sc_backing_new (flow->solution, flow->view_flow);
  g_assert_cmpuint (sc_backing_count_views (backing), ==, 10);
  for (guint i = 0; i < sc_backing_count_views (backing); i++)
    {
      g_autoptr (GBytes) bytes = sc_backing_write_view_file (backing, i);
      g_autoptr (ScXml) xml = xml_difference_parse (bytes, "made");
      const ScXmlNode *made = sc_xml_node_get_first_child (sc_xml_get_root (xml));
      const ScXmlNode *real = find_view (flow, made);

      if (real != NULL)
        check (tally, flow, real, made);
      else
        g_string_append_printf (tally->failures, "\n%s: no view \"%s\"", flow->name,
                                get_view_name (made));
    }
}

static void
test_views (void)
{
  static const char *const allowed[] = {
    "savedquery/savedqueryid: *",
    /* How the table of the first stage is called is not in the files of a flow. */
    "savedquery/LocalizedNames/LocalizedName[1033]@description: * on my *",
    /* Not in older exports. */
    "savedquery/fetchxml/fetch/entity/attribute[statuscode]: extra",
    "savedquery/layoutxml/grid@name: \"\" is made *",
    /* One view that a person sorts in another way. */
    "savedquery/fetchxml/fetch@output-format: missing",
    "savedquery/fetchxml/fetch/entity/order@*: *",
    NULL,
  };
  Tally tally = { .allowed = allowed };

  run (&tally, compare_views);
}

static void
compare_formula (Tally *tally, const RealFlow *flow)
{
  g_autoptr (ScBacking) backing = sc_backing_new (flow->solution, flow->flow);
  g_autofree char *path = g_build_filename (flow->folder, "bpf_duration.xaml", NULL);
  g_autoptr (GBytes) made = sc_backing_write_formula (backing);
  g_autoptr (GBytes) plain = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize size = 0;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, size);
  plain = sc_text_convert_line_ends (bytes, "\n");
  tally->compared++;
  if (!g_bytes_equal (plain, made))
    g_string_append_printf (tally->failures, "\n%s: another formula", flow->name);
}

static void
test_formula (void)
{
  Tally tally = { NULL };

  run (&tally, compare_formula);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backing/corpus/workflow", test_workflow);
  g_test_add_func ("/backing/corpus/table", test_table);
  g_test_add_func ("/backing/corpus/relationships", test_relationships);
  g_test_add_func ("/backing/corpus/form", test_form);
  g_test_add_func ("/backing/corpus/views", test_views);
  g_test_add_func ("/backing/corpus/formula", test_formula);
  return g_test_run ();
}
