/* hostile-content.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hostile.h"

#include <string.h>

#include "sample-flows.h"
#include "sc-clip-xml.h"
#include "sc-definition.h"
#include "sc-xaml.h"

#define SOLUTION "<solution xmlns='" SC_DEFINITION_NAMESPACE "' language='1033'>"
#define FLOW     SOLUTION "<flow name='F' id='f'>"
#define END      "</flow></solution>"
#define CLIP     "<clip xmlns='" SC_DEFINITION_NAMESPACE "' version='1' language='1033'>"
#define CSDL                                                                        \
  "<edmx:Edmx Version='4.0' xmlns:edmx='http://docs.oasis-open.org/odata/ns/edmx'>" \
  "<edmx:DataServices><Schema Namespace='Microsoft.Dynamics.CRM' "                  \
  "xmlns='http://docs.oasis-open.org/odata/ns/edm'>"
#define CSDL_END "</Schema></edmx:DataServices></edmx:Edmx>"
#define ON_ONE_BASE                                                                  \
  CSDL "<EntityType Name='account'/><EntityType Name='b'>|<Property Name='c%u' "     \
       "Type='Edm.String'/>|</EntityType>|<EntityType Name='t_%u' "                  \
       "BaseType='Microsoft.Dynamics.CRM.b'><NavigationProperty Name='n' "           \
       "Type='Microsoft.Dynamics.CRM.account' Partner='r%u'><ReferentialConstraint " \
       "Property='_x_value'/></NavigationProperty></EntityType>|" CSDL_END

/* row->text as it is. */
static void
make_text (const HostileRow *row, const char *folder)
{
  hostile_write (folder, row->file, row->text, strlen (row->text));
}

static void
make_template (const HostileRow *row, const char *folder)
{
  hostile_write (folder, "t.stagecraft", row->text, strlen (row->text));
}

static void
make_bytes (const HostileRow *row, const char *folder)
{
  hostile_write (folder, row->file, row->text, row->amount);
}

/* See hostile_append_repeated(). */
static void
make_repeated (const HostileRow *row, const char *folder)
{
  GString *text = g_string_new (NULL);

  hostile_append_repeated (text, row->text, row->amount);
  hostile_write_string (folder, row->file, text);
}

/* The same, with a name of 200,000 characters for each "@". */
static void
make_long_names (const HostileRow *row, const char *folder)
{
  g_autofree char *name = g_strnfill (100 * 1000, 'N');
  g_auto (GStrv) parts = g_strsplit (row->text, "@", -1);
  g_autofree char *text = g_strjoinv (name, parts);
  HostileRow own = *row;

  own.text = text;
  make_repeated (&own, folder);
}

/* The text of a sample flow with "from|to" exchanged everywhere. */
static void
make_xaml (const HostileRow *row, const char *folder)
{
  g_auto (GStrv) words = g_strsplit (row->text, "|", 2);
  g_autoptr (ScFlow) flow = sample_flow_new ("branches");
  g_autoptr (GBytes) bytes = sc_xaml_write (flow);
  GString *text
      = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));

  g_assert_cmpuint (g_string_replace (text, words[0], words[1], 0), >, 0);
  hostile_write_string (folder, row->file, text);
}

#define DOCUMENT(name, text, expected)                                \
  {                                                                   \
    name, DOOR_DOCUMENT, "a.stagecraft", make_text, text, 0, expected \
  }
#define XAML(name, text, expected)                              \
  {                                                             \
    name, DOOR_DOCUMENT, "a.xaml", make_xaml, text, 0, expected \
  }

const HostileRow hostile_content_rows[] = {
  DOCUMENT ("stages-in-a-circle",
            FLOW "<stage name='A' table='account' id='a' next='b'/>"
                 "<stage name='B' table='account' id='b' next='a'/>" END,
            "opened: 1 flows"),
  DOCUMENT ("stage-after-itself", FLOW "<stage name='A' id='a' next='a'/>" END, "opened: 1 flows"),
  DOCUMENT ("stage-without-an-id", FLOW "<stage name='A'/>" END, "id"),
  DOCUMENT ("dangling-next", FLOW "<stage name='A' id='a' next='gone'/>" END, "opened: 1 flows"),
  DOCUMENT ("dangling-branch",
            FLOW "<stage name='A' id='a'><condition><branch name='B' target='gone'/><otherwise "
                 "target='gone'/></condition></stage>" END,
            "opened: 1 flows"),
  DOCUMENT ("dangling-transition",
            FLOW "<stage name='A' id='a'/><transition relationship='r' source='x' target='y'/>" END,
            "opened: 1 flows"),
  DOCUMENT ("branches-in-a-circle",
            FLOW "<stage name='A' id='a'><condition><branch name='B' target='b'/><otherwise "
                 "target='a'/></condition></stage><stage name='B' id='b' next='a'/>" END,
            "opened: 1 flows"),
  DOCUMENT ("same-stage-twice",
            FLOW "<stage name='A' id='a'/><stage name='B' id='a'/>" END,
            "opened: 1 flows"),
  DOCUMENT ("same-flow-twice",
            SOLUTION "<flow name='A' id='f'/><flow name='B' id='f'/></solution>",
            "opened: 2 flows"),
  DOCUMENT ("same-step-everywhere",
            FLOW "<stage name='A' id='a'><step id='a' column='x'/><step id='a' column='x'/></stage>"
                 "<stage name='B' id='b'><step id='a'/></stage>" END,
            "opened: 1 flows"),
  DOCUMENT ("negative-category",
            FLOW "<stage name='A' id='a' category='-2147483648'/>" END,
            "opened: 1 flows"),
  DOCUMENT ("huge-category",
            FLOW "<stage name='A' id='a' category='99999999999999999999'/>" END,
            "category"),
  DOCUMENT (
      "huge-order", SOLUTION "<flow name='F' id='f' order='2147483648'/></solution>", "order"),
  DOCUMENT ("order-of-words", SOLUTION "<flow name='F' id='f' order='1e9'/></solution>", "order"),
  DOCUMENT ("huge-language", FLOW "<label language='2147483647'>x</label>" END, "opened: 1 flows"),
  DOCUMENT ("negative-language", FLOW "<label language='-1'>x</label>" END, "opened: 1 flows"),
  DOCUMENT ("unknown-element", FLOW "<script>x</script>" END, "script"),
  DOCUMENT ("unknown-attribute", FLOW "<stage id='a' onload='x'/>" END, "onload"),
  DOCUMENT ("other-version", "<solution xmlns='urn:stagecraft:definition:99'/>", "version"),
  DOCUMENT ("other-root", "<flow xmlns='" SC_DEFINITION_NAMESPACE "' id='f'/>", "solution"),
  DOCUMENT ("names-of-markup",
            SOLUTION "<flow name='&lt;b>&amp;&lt;/b>&lt;a href=\"file:///etc/passwd\">' id='f'>"
                     "<stage name='%s%n{}\"&apos;' id='&lt;/>'/>" END,
            "opened: 1 flows"),
  DOCUMENT ("path-as-name",
            SOLUTION "<flow name='../../../etc/passwd' uniqueName='../x' id='../../x'/></solution>",
            "opened: 1 flows"),
  { "long-label", DOOR_DOCUMENT, "a.stagecraft", make_repeated,
    FLOW "<stage name='A' id='a'><label language='1033'>|long |</label></stage>" END, 20 * 1000,
    "opened: 1 flows" },
  { "too-long-label", DOOR_DOCUMENT, "a.stagecraft", make_repeated,
    FLOW "<stage name='A' id='a'><label language='1033'>|long |</label></stage>" END, 1000 * 1000,
    "131072 characters" },
  { "long-number", DOOR_DOCUMENT, "a.stagecraft", make_repeated,
    SOLUTION "<flow name='F' id='f' order='|9|'/></solution>", 500 * 1000, "order" },
  { "long-word", DOOR_DOCUMENT, "a.stagecraft", make_repeated,
    SOLUTION "<flow name='F' id='f' active='|maybe|'/></solution>", 100 * 1000, "active" },
  { "long-names", DOOR_DOCUMENT, "a.stagecraft", make_repeated,
    FLOW "<stage name='|name |' table='x' id='a'/><stage name='' id='a'/>" END, 20 * 1000,
    "opened: 1 flows" },
  { "long-name-in-many-problems", DOOR_DOCUMENT, "a.stagecraft", make_long_names,
    FLOW "<stage name='@' table='account' id='a'><condition>|<branch name='B' target='gone%u'>"
         "<clause table='n' column='c' operator='Bad'/></branch>|</condition></stage>" END,
    3000, "opened: 1 flows" },
  { "long-ids-in-many-problems", DOOR_DOCUMENT, "a.stagecraft", make_long_names,
    SOLUTION "<flow name='@' id='@' uniqueName='@' active='true'><stage name='S' table='@' "
             "id='@'>|<step label='S' column='c' id='p%u'/>|</stage>" END,
    3000, "opened: 1 flows" },
  { "long-number-in-xaml", DOOR_DOCUMENT, "a.xaml", make_repeated,
    "<Activity xmlns='http://schemas.microsoft.com/netfx/2009/xaml/activities'><Workflow>"
    "<x:String xmlns:x='x' x:Key='|k|'/></Workflow></Activity>",
    500 * 1000, "a.xaml" },
  { "many-labels", DOOR_DOCUMENT, "a.stagecraft", make_repeated,
    FLOW "<stage name='A' id='a'>|<label language='%u'>x</label>|</stage>" END, 20 * 1000,
    "opened: 1 flows" },
  { "many-stages", DOOR_DOCUMENT, "a.stagecraft", make_repeated,
    FLOW "|<stage name='S%u' table='account' id='s%u' next='s%u1'/>|" END, 20 * 1000,
    "opened: 1 flows" },
  { "many-stages-of-one-id", DOOR_DOCUMENT, "a.stagecraft", make_repeated,
    FLOW "|<stage name='S' table='account' id='s' next='s'/>|" END, 20 * 1000, "opened: 1 flows" },
  { "a-million-stages", DOOR_DOCUMENT, "a.stagecraft", make_repeated,
    FLOW "|<stage name='S%u' table='account' id='s%u' next='s%u1'/>|" END, 1000 * 1000,
    "elements and attributes", TRUE },
  { "600000-stages", DOOR_DOCUMENT, "a.stagecraft", make_repeated,
    FLOW "|<stage name='S%u' table='account' id='s%u'/>|" END, 600 * 1000, "opened", TRUE },
  { "many-steps", DOOR_DOCUMENT, "a.stagecraft", make_repeated,
    FLOW "<stage name='A' table='account' id='a'>|<step label='S%u' column='c%u' id='p%u'/>|"
         "</stage>" END,
    50 * 1000, "opened: 1 flows" },
  { "many-flows", DOOR_DOCUMENT, "a.stagecraft", make_repeated,
    SOLUTION "|<flow name='F' id='f%u' uniqueName='u' active='true'><stage name='S' "
             "table='account' id='s'/></flow>|</solution>",
    5000, "opened: 5000 flows" },
  { "many-branches", DOOR_DOCUMENT, "a.stagecraft", make_repeated,
    FLOW "<stage name='A' id='a'><condition>|<branch name='B%u' target='b'/>|<otherwise "
         "target='b'/></condition></stage><stage name='B' id='b'/>" END,
    20 * 1000, "opened: 1 flows" },
  { "chain-of-branches", DOOR_DOCUMENT, "a.stagecraft", make_repeated,
    FLOW "|<stage name='A' id='s%u'><condition><branch name='B' target='s%u1'/><otherwise "
         "target='s%u2'/></condition></stage>|" END,
    1000, "opened: 1 flows" },
  { "many-clauses", DOOR_DOCUMENT, "a.stagecraft", make_repeated,
    FLOW "<stage name='A' id='a'><condition><branch name='B' target='b'>|<clause join='or' "
         "table='account' column='c%u' operator='Equal'/>|</branch><otherwise target='b'/>"
         "</condition></stage><stage name='B' id='b'/>" END,
    50 * 1000, "opened: 1 flows" },
  { "many-roles", DOOR_DOCUMENT, "a.stagecraft", make_repeated,
    SOLUTION "|<role name='R%u' id='r%u'/>|</solution>", 20 * 1000, "opened: 0 flows" },

  XAML ("xaml-stages-in-a-circle",
        "NextStageId\">aaaaaaaa-0000-4000-8000-000000000035|NextStageId\">aaaaaaaa-0000-4000-8000-"
        "000000000031",
        "opened: 1 flows"),
  XAML ("xaml-with-an-id-twice", "000000000032|000000000031", "opened: 1 flows"),
  XAML ("xaml-without-ids", "x:Key=\"StageId\"|x:Key=\"OtherId\"", "a.xaml"),
  XAML ("xaml-with-huge-numbers",
        "StageCategory\">-1|StageCategory\">99999999999999999999",
        "a.xaml"),
  XAML ("xaml-with-negative-category",
        "StageCategory\">-1|StageCategory\">-2147483648",
        "opened: 1 flows"),
  XAML ("xaml-leading-to-nothing",
        "StageId=\"aaaaaaaa-0000-4000-8000-000000000033|StageId=\"bbbbbbbb-0000-4000-8000-"
        "000000000033",
        "opened: 1 flows"),
  XAML ("xaml-without-classes", "EntityComposite|Process", "xaml"),
  XAML ("xaml-of-a-program", "mxswa:Workflow|mxswa:InvokeMethod", "xaml"),

  { "csdl-based-on-itself", DOOR_METADATA, "m.xml", make_text,
    CSDL "<EntityType Name='account' BaseType='Microsoft.Dynamics.CRM.account'>"
         "<Property Name='x' Type='Edm.String'/></EntityType>" CSDL_END,
    0, "opened" },
  { "csdl-based-in-a-circle", DOOR_METADATA, "m.xml", make_text,
    CSDL "<EntityType Name='account' BaseType='Microsoft.Dynamics.CRM.b'/>"
         "<EntityType Name='b' BaseType='Microsoft.Dynamics.CRM.account'/>" CSDL_END,
    0, "opened" },
  { "csdl-same-table-often", DOOR_METADATA, "m.xml", make_repeated,
    CSDL
    "|<EntityType Name='account'><Property Name='c' Type='Edm.String'/></EntityType>|" CSDL_END,
    20 * 1000, "opened" },
  { "csdl-deep-bases", DOOR_METADATA, "m.xml", make_repeated,
    CSDL "<EntityType Name='account' BaseType='Microsoft.Dynamics.CRM.t0'/>|<EntityType Name='t%u' "
         "BaseType='Microsoft.Dynamics.CRM.t%u1'><Property Name='c%u' Type='Edm.String'/>"
         "</EntityType>|" CSDL_END,
    20 * 1000, "opened" },
  { "csdl-many-columns", DOOR_METADATA, "m.xml", make_repeated,
    CSDL
    "<EntityType Name='account'>|<Property Name='c%u' Type='Edm.String'/>|</EntityType>" CSDL_END,
    100 * 1000, "opened" },
  { "csdl-many-targets", DOOR_METADATA, "m.xml", make_repeated,
    CSDL
    "<EntityType Name='account'>|<NavigationProperty Name='n' Type='Microsoft.Dynamics.CRM.t%u'>"
    "<ReferentialConstraint Property='_x_value'/></NavigationProperty>|</EntityType>" CSDL_END,
    50 * 1000, "opened" },
  { "csdl-many-on-one-base", DOOR_METADATA, "m.xml", make_repeated, ON_ONE_BASE, 5 * 1000,
    "based on" },
  { "csdl-nearly-too-many", DOOR_METADATA, "m.xml", make_repeated, ON_ONE_BASE, 700, "opened" },
  { "csdl-of-something-else", DOOR_METADATA, "m.xml", make_text, "<html><body/></html>", 0,
    "$metadata" },
  { "csdl-of-json", DOOR_METADATA, "m.xml", make_text, "{\"value\": []}", 0, "m.xml" },

  { "clip-of-another-version", DOOR_CLIP, "c.xml", make_text,
    "<clip xmlns='" SC_DEFINITION_NAMESPACE "' version='99'/>", 0, "another version" },
  { "clip-of-something-else", DOOR_CLIP, "c.xml", make_text, "<html/>", 0,
    "not copied in Stagecraft" },
  { "clip-of-a-document", DOOR_CLIP, "c.xml", make_text, FLOW END, 0, "not copied in Stagecraft" },
  { "clip-of-nothing", DOOR_CLIP, "c.xml", make_text, CLIP "</clip>", 0, "no stages" },
  { "clip-of-too-many", DOOR_CLIP, "c.xml", make_repeated,
    CLIP "|<stage name='S' id='s%u'/>|</clip>", 1001, "more stages" },
  { "clip-too-large", DOOR_CLIP, "c.xml", make_repeated, CLIP "<!-- |xxxxxxxxxxxxxxxx| -->",
    600 * 1000, "8 MB" },
  { "clip-in-a-circle", DOOR_CLIP, "c.xml", make_text,
    CLIP "<stage name='A' id='a' next='b'/><stage name='B' id='b' next='a'/></clip>", 0,
    "opened: 1 flows" },
  { "clip-of-one-id", DOOR_CLIP, "c.xml", make_repeated,
    CLIP "|<stage name='A' id='a' next='a'/>|</clip>", 900, "opened: 1 flows" },

  { "table-of-nothing", DOOR_TABLE, "t.csv", make_bytes, "", 0, "no table" },
  { "table-of-zeros", DOOR_TABLE, "t.csv", make_bytes, "a\tb\0\tc\n", 8, "clipboard" },
  { "table-of-bytes", DOOR_TABLE, "t.csv", make_bytes, "\xff\xfe\tb\n\x80", 6, "clipboard" },
  { "table-too-large", DOOR_TABLE, "t.csv", make_repeated, "|a\tb\tc\n|", 2 * 1000 * 1000, "8 MB" },
  { "table-of-many-rows", DOOR_TABLE, "t.csv", make_repeated, "|S%u\tb%u\tc\n|", 200 * 1000,
    "more" },
  { "table-of-one-row", DOOR_TABLE, "t.csv", make_repeated, "a|\tb|\n", 2 * 1000 * 1000, "table" },
  { "table-of-quotes", DOOR_TABLE, "t.csv", make_repeated, "Stage\tStep\n\"|\"\"|", 2 * 1000 * 1000,
    "opened" },
  { "table-of-an-open-quote", DOOR_TABLE, "t.csv", make_repeated, "Stage\tStep\nA\t\"|x\ny\t|",
    1000 * 1000, "opened" },
  { "table-of-formulas", DOOR_TABLE, "t.csv", make_text,
    "Stage\tStep\n=cmd|' /C calc'!A0\t@SUM(1)\n", 0, "opened: 1 flows" },

  { "template-of-nothing", DOOR_TEMPLATES, "", make_template, SOLUTION "</solution>", 0, "flow" },
  { "template-of-two", DOOR_TEMPLATES, "", make_template,
    SOLUTION "<flow name='A' id='a'/><flow name='B' id='b'/></solution>", 0, "flow" },
  { NULL }
};
