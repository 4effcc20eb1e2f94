/* hostile-xml.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hostile.h"

#include <string.h>

#include "package-files.h"
#include "raw-zip.h"
#include "sc-clip-xml.h"
#include "sc-definition.h"

#define XAML "Workflows/Straight-FFFFFFFF-0000-4000-8000-000000000001.xaml"

static void
append_times (GString *text, const char *piece, gsize n)
{
  for (gsize i = 0; i < n; i++)
    g_string_append (text, piece);
}

static void
make_deep (GString *text, gsize amount)
{
  append_times (text, "<a>", amount);
  append_times (text, "</a>", amount);
}

static void
make_attributes (GString *text, gsize amount)
{
  g_string_append (text, "<a");
  for (gsize i = 0; i < amount; i++)
    g_string_append_printf (text, " a%" G_GSIZE_FORMAT "=''", i);
  g_string_append (text, "/>");
}

static void
make_namespaces (GString *text, gsize amount)
{
  g_string_append (text, "<a");
  for (gsize i = 0; i < amount; i++)
    g_string_append_printf (text, " xmlns:n%" G_GSIZE_FORMAT "='urn:%" G_GSIZE_FORMAT "'", i, i);
  g_string_append (text, "/>");
}

static void
make_value (GString *text, gsize amount)
{
  g_string_append (text, "<a b='");
  append_times (text, "vvvvvvvvvvvvvvvv", amount / 16);
  g_string_append (text, "'/>");
}

static void
make_text (GString *text, gsize amount)
{
  g_string_append (text, "<a>");
  append_times (text, "tttttttttttttttt", amount / 16);
  g_string_append (text, "</a>");
}

static void
make_name (GString *text, gsize amount)
{
  g_string_append (text, "<");
  append_times (text, "nnnnnnnnnnnnnnnn", amount / 16);
  g_string_append (text, "/>");
}

static void
make_elements (GString *text, gsize amount)
{
  g_string_append (text, "<a>");
  append_times (text, "<b/>", amount);
  g_string_append (text, "</a>");
}

static void
make_encoding (GString *text, gsize amount)
{
  g_string_append (text, "<?xml version='1.0' encoding='");
  append_times (text, "eeeeeeeeeeeeeeee", amount / 16);
  g_string_append (text, "'?><a/>");
}

static void
make_open_comment (GString *text, gsize amount)
{
  g_string_append (text, "<a><!-- ");
  append_times (text, "- - - - - - - - ", amount / 16);
}

static void
make_lt_flood (GString *text, gsize amount)
{
  append_times (text, "<<<<<<<<<<<<<<<<", amount / 16);
}

#define ENTITIES                                                         \
  "<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>" \
  "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d "              \
  "'&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'><!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;'>"

const HostileXml hostile_xml[] = {
  { "entity-bomb", NULL, "<!DOCTYPE x [" ENTITIES "]><x>&e;&e;&e;</x>", 0, "DOCTYPE" },
  { "entity-bomb-in-attribute", NULL, "<!DOCTYPE x [" ENTITIES "]><x y='&e;&e;'/>", 0, "DOCTYPE" },
  { "entity-in-itself", NULL, "<!DOCTYPE x [<!ENTITY a '&a;'>]><x>&a;</x>", 0, "DOCTYPE" },
  { "entity-quadratic", NULL,
    "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'>]>"
    "<x>&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;</x>",
    0, "DOCTYPE" },
  { "entity-bomb-behind-an-error", NULL,
    "<?xml version-'1.0'?><!DOCTYPE x [" ENTITIES "]><x>&e;&e;&e;</x>", 0, "line 1" },
  { "external-entity", NULL, "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>", 0,
    "DOCTYPE" },
  { "external-entity-on-the-net", NULL,
    "<!DOCTYPE x [<!ENTITY a SYSTEM 'http://127.0.0.1:9/a'>]><x>&a;</x>", 0, "DOCTYPE" },
  { "external-dtd", NULL, "<!DOCTYPE x SYSTEM 'file:///dev/zero'><x/>", 0, "DOCTYPE" },
  { "public-dtd", NULL, "<!DOCTYPE x PUBLIC '-//X//Y' 'http://127.0.0.1:9/x.dtd'><x/>", 0,
    "DOCTYPE" },
  { "parameter-entity", NULL, "<!DOCTYPE x [<!ENTITY % p SYSTEM 'file:///etc/passwd'>%p;]><x/>", 0,
    "DOCTYPE" },
  { "default-attribute", NULL, "<!DOCTYPE x [<!ATTLIST x y CDATA 'z'>]><x/>", 0, "DOCTYPE" },
  { "undefined-entity", NULL, "<x>&nbsp;</x>", 0, "nbsp" },
  { "include", NULL, "<x xmlns:i='http://www.w3.org/2001/XInclude'><i:include href='/etc/passwd'/>",
    0, "line 1" },
  { "zero-byte", NULL, "<x>\0</x>", 8, "zero bytes" },
  { "zero-byte-in-name", NULL, "<x\0y/>", 6, "zero bytes" },
  { "zero-character", NULL, "<x>&#0;</x>", 0, "line 1" },
  { "surrogate-character", NULL, "<x>&#xD800;</x>", 0, "line 1" },
  { "control-character", NULL, "<x>\x01</x>", 0, "line 1" },
  { "invalid-utf-8", NULL, "<x>\xe9</x>", 0, "UTF-8" },
  { "overlong-utf-8", NULL, "<x>\xc0\xbc</x>", 0, "UTF-8" },
  { "surrogate-utf-8", NULL, "<x>\xed\xa0\x80</x>", 0, "UTF-8" },
  { "cut-utf-8", NULL, "<x>\xe2\x82", 0, "UTF-8" },
  { "mark-twice", NULL, "\xef\xbb\xbf\xef\xbb\xbf<x>", 0, "line 1" },
  { "mark-inside", NULL, "<x>\xef\xbb\xbf</y>", 0, "line 1" },
  { "utf-16-little", NULL, "\xff\xfe<\0x\0/\0>\0", 10, "UTF-16" },
  { "utf-16-big", NULL, "\xfe\xff\0<\0x\0/\0>", 10, "UTF-16" },
  { "utf-16-unmarked", NULL, "<\0x\0/\0>\0", 8, "zero bytes" },
  { "utf-16-only-said", NULL, "<?xml version='1.0' encoding='utf-16'?><x/>", 0, "utf-16" },
  { "utf-16-behind-utf-8-mark", NULL, "\xef\xbb\xbf\xff\xfe<\0x\0", 9, "UTF-16" },
  { "utf-32", NULL, "\xff\xfe\0\0<\0\0\0", 8, "UTF-16" },
  { "utf-7", NULL, "<?xml version='1.0' encoding='UTF-7'?>+ADw-x/+AD4-", 0, "UTF-7" },
  { "utf-7-mark", NULL, "+/v8-+ADw-x+AD4-", 0, "not XML" },
  { "ebcdic", NULL, "\x4c\x6f\xa7\x94\x93", 0, "UTF-8" },
  { "encoding-that-nobody-has", NULL, "<?xml version='1.0' encoding='x-../../etc'?><x/>", 0,
    "x-../../etc" },
  { "encoding-of-64-kb", make_encoding, NULL, 64 * 1024, "UTF-8" },
  { "nothing", NULL, " \n", 0, "not XML" },
  { "cut", NULL, "<x><y z='1", 0, "line 1" },
  { "cut-comment", make_open_comment, NULL, 1024 * 1024, "line 1" },
  { "cut-cdata", NULL, "<x><![CDATA[<y>", 0, "line 1" },
  { "two-roots", NULL, "<x/><y/>", 0, "line 1" },
  { "attribute-twice", NULL, "<x y='1' y='2'/>", 0, "line 1" },
  { "prefix-of-nothing", NULL, "<p:x/>", 0, "line 1" },
  { "lt-flood", make_lt_flood, NULL, 4 * 1024 * 1024, "line 1" },
  { "deep", make_deep, NULL, 100 * 1000, "200 deep" },
  { "a-million-attributes", make_attributes, NULL, 1000 * 1000, "1000 attributes" },
  { "many-namespaces", make_namespaces, NULL, 100 * 1000, "1000 attributes" },
  { "long-attribute", make_value, NULL, 2 * 1024 * 1024, "1048576 characters" },
  { "long-attribute-of-100-mb", make_value, NULL, 100 * 1024 * 1024, "1048576 characters", TRUE },
  { "long-text", make_text, NULL, 17 * 1024 * 1024, "16777216 bytes", TRUE },
  { "long-name", make_name, NULL, 256 * 1024, "line 1" },
  { "name-of-40-kb", make_name, NULL, 40 * 1000, "1000 bytes" },
  { "many-elements", make_elements, NULL, 5 * 1000 * 1000, "4000000 elements", TRUE },
  { NULL }
};

static void
put_file (const HostileRow *row, const char *folder)
{
  hostile_write (folder, row->file, row->text, row->amount);
}

/* Not packed, so that it may be anything. */
static void
put_entries (const HostileRow *row, const char *folder, const RawEntry *entries)
{
  RawZip *zip = raw_zip_new ();

  raw_zip_add_all (zip, entries);
  raw_zip_finish (zip, folder, row->file, NULL, 0);
}

static void
put_customizations (const HostileRow *row, const char *folder)
{
  const RawEntry entries[] = { { "solution.xml", "<a/>" },
                               { "customizations.xml", row->text, .size = row->amount },
                               { NULL } };

  put_entries (row, folder, entries);
}

static void
put_manifest (const HostileRow *row, const char *folder)
{
  const RawEntry entries[] = { { "solution.xml", row->text, .size = row->amount },
                               { "customizations.xml", "<a/>" },
                               { NULL } };

  put_entries (row, folder, entries);
}

static void
put_in_solution (const HostileRow *row, const char *folder, const char *name)
{
  files_make_solution (folder, "\n");
  hostile_write (folder, name, row->text, row->amount);
}

static void
put_role (const HostileRow *row, const char *folder)
{
  put_in_solution (row, folder, "Roles/Flow user.xml");
}

static void
put_table (const HostileRow *row, const char *folder)
{
  put_in_solution (row, folder, "Entities/sc_Record/Entity.xml");
}

static void
put_flow (const HostileRow *row, const char *folder)
{
  put_in_solution (row, folder, XAML);
}

static void
put_flow_data (const HostileRow *row, const char *folder)
{
  put_in_solution (row, folder, XAML ".data.xml");
}

static void
put_solution (const HostileRow *row, const char *folder)
{
  put_in_solution (row, folder, "Other/Solution.xml");
}

static void
put_relationships (const HostileRow *row, const char *folder)
{
  put_in_solution (row, folder, "Other/Relationships/Account.xml");
}

static void
put_settings (const HostileRow *row, const char *folder)
{
  g_autofree char *path = files_make_zip (folder, "\n");

  hostile_write (folder, "solution.zip.stagecraft-settings", row->text, row->amount);
}

static void
put_template (const HostileRow *row, const char *folder)
{
  hostile_write (folder, "template.stagecraft", row->text, row->amount);
}

const HostileRow hostile_xml_places[]
    = { { "definition", DOOR_DOCUMENT, "a.stagecraft", put_file },
        { "xaml", DOOR_DOCUMENT, "a.xaml", put_file },
        { "customizations", DOOR_DOCUMENT, "solution.zip", put_customizations },
        { "manifest", DOOR_DOCUMENT, "solution.zip", put_manifest },
        { "folder-role", DOOR_DOCUMENT, "", put_role },
        { "folder-table", DOOR_DOCUMENT, "", put_table },
        { "folder-flow", DOOR_DOCUMENT, "", put_flow },
        { "folder-flow-data", DOOR_DOCUMENT, "", put_flow_data },
        { "folder-solution", DOOR_DOCUMENT, "", put_solution },
        { "folder-relationships", DOOR_DOCUMENT, "", put_relationships },
        { "settings", DOOR_DOCUMENT, "solution.zip", put_settings, .or_else = "larger than" },
        { "csdl", DOOR_METADATA, "metadata.xml", put_file, .or_else = "cannot be imported" },
        { "imported-table", DOOR_METADATA, "", put_table },
        { "clip", DOOR_CLIP, "clip.xml", put_file, .or_else = "8 MB" },
        { "template", DOOR_TEMPLATES, "", put_template, .or_else = "larger than" },
        { NULL } };
