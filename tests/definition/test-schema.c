/* test-schema.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The reader and data/stagecraft.rng describe the same files. libxml2's RELAX NG validator is the
 * judge; the messages are the reader's own. */

#include "random-solution.h"

#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include "sc-definition.h"

#define N_WRITTEN   200
#define N_MUTATIONS 4000
/* libxml2 keeps a state for every subset of an element's optional attributes, so few of them are
 * set where it has to judge. */
#define DENSITY 25

typedef struct
{
  xmlRelaxNG *schema;
  char *everything;
} Fixture;

static void
ignore_error (void *user_data, xmlError *error)
{
}

static char *
build_path (const char *folder, const char *subfolder, const char *name)
{
  return g_build_filename (g_getenv ("STAGECRAFT_SOURCE"), folder, subfolder, name, NULL);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *schema = build_path ("data", "stagecraft.rng", NULL);
  g_autofree char *everything = build_path ("tests", "definition", "everything.stagecraft");
  xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt (schema);

  self->schema = xmlRelaxNGParse (parser);
  xmlRelaxNGFreeParserCtxt (parser);
  g_assert_nonnull (self->schema);
  g_assert_true (g_file_get_contents (everything, &self->everything, NULL, NULL));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  xmlRelaxNGFree (self->schema);
  g_free (self->everything);
}

static gboolean
is_valid (Fixture *self, const char *text, gsize size)
{
  xmlParserCtxt *parser = xmlNewParserCtxt ();
  xmlDoc *document;
  gboolean valid = FALSE;

  document = xmlCtxtReadMemory (parser, text, size, "test.xml", NULL,
                                XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (document != NULL && document->intSubset == NULL)
    {
      xmlRelaxNGValidCtxt *validator = xmlRelaxNGNewValidCtxt (self->schema);

      xmlRelaxNGSetValidStructuredErrors (validator, ignore_error, NULL);
      valid = xmlRelaxNGValidateDoc (validator, document) == 0;
      xmlRelaxNGFreeValidCtxt (validator);
    }
  xmlFreeDoc (document);
  xmlFreeParserCtxt (parser);
  return valid;
}

static void
test_written_is_valid (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  g_assert_true (is_valid (self, self->everything, strlen (self->everything)));
  for (guint i = 0; i < N_WRITTEN; i++)
    {
      g_autoptr (ScSolution) solution = random_solution_new (rand, DENSITY);
      g_autoptr (GBytes) bytes = sc_definition_write (solution);
      gsize size;
      const char *text = g_bytes_get_data (bytes, &size);

      if (!is_valid (self, text, size))
        g_error ("The schema refuses what was written:\n%.*s", (int) size, text);
    }
}

/* The sample is written by hand; this keeps it as the program would write it, so that the first
 * save of somebody's copy changes nothing but what they changed. */
static void
test_sample (Fixture *self, gconstpointer data)
{
  g_autofree char *path = build_path ("data", "samples", "contoso-sales.stagecraft");
  g_autofree char *text = NULL;
  gsize size;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (ScSolution) solution = NULL;

  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  g_assert_true (is_valid (self, text, size));
  bytes = g_bytes_new_static (text, size);
  solution = sc_definition_read (bytes, path, &error);
  g_assert_no_error (error);
  written = sc_definition_write (solution);
  g_assert_cmpmem (text, size, g_bytes_get_data (written, NULL), g_bytes_get_size (written));
}

#define HEAD "<solution xmlns='" SC_DEFINITION_NAMESPACE "'"

static const struct
{
  const char *text;
  const char *message; /* behind “test.stagecraft”, */
} refused[] = {
  { "<Activity xmlns='urn:x'/>",
    "line 1, column 1: This is not a Stagecraft definition. It must begin with <solution>; found "
    "<Activity>." },
  { "\n <solution/>", "line 2, column 2: This is not a definition that this version of Stagecraft "
                      "reads. <solution> must be of the namespace “urn:stagecraft:definition:1”; "
                      "found “”." },
  { "<solution xmlns='urn:stagecraft:definition:2'/>",
    "line 1, column 1: This is not a definition that this version of Stagecraft reads. <solution> "
    "must be of the namespace “urn:stagecraft:definition:1”; found "
    "“urn:stagecraft:definition:2”." },
  { HEAD " title='x'/>",
    "line 1, column 47: <solution> must have no attribute “title”; expected one of “label”, "
    "“uniqueName”, “version”, “publisher”, “publisherTitle”, “prefix”, “optionPrefix”, “managed”, "
    "“language”." },
  { HEAD " xml:space='preserve'/>",
    "line 1, column 47: The attributes of <solution> must have no namespace; found “space” with "
    "one." },
  { HEAD " managed='yes'/>",
    "line 1, column 56: “managed” of <solution> must be “true” or “false”; found “yes”." },
  { HEAD " optionPrefix=' 5'/>",
    "line 1, column 61: “optionPrefix” of <solution> must be a whole number; found “ 5”." },
  { HEAD " optionPrefix='2147483648'/>",
    "line 1, column 61: “optionPrefix” of <solution> must be a whole number; found “2147483648”." },
  { HEAD ">\n  <flow/>\n</solution>",
    "line 2, column 3: <flow> must have an attribute “id”; found none." },
  { HEAD ">\n  <flow name='x'\n id='f'>\n\t<stage id='s' next='t'/>\n  </flow>\n</solution>",
    "line 4, column 2: <stage> must have an attribute “label” or “name”; found “id”, “next”." },
  { HEAD "><flow id='f'><stage name='s' id='s' category='Qualify'/></flow></solution>",
    "line 1, column 93: “category” of <stage> must be a whole number or one of none, qualify, "
    "develop, propose, close, identify, research, resolve, approval; found “Qualify”." },
  { HEAD "><flow id='f'><stage name='s' id='s'>\n<step id='p' control='text' class='x'/>"
         "</stage></flow></solution>",
    "line 2, column 29: <step> must have either “control” or “class”; found both." },
  { HEAD "><flow id='f'><stage name='s' id='s'>\n<step id='p' control='number'/>"
         "</stage></flow></solution>",
    "line 2, column 23: “control” of <step> must be one of text, text-area, email, url, choice, "
    "choices, status, yes-no, date, lookup, currency, integer, decimal, float, duration, button, "
    "link; found “number”." },
  { HEAD "><flow id='f'><stage name='s' id='s'>\n<step id='p' process='x'/></stage></flow>"
         "</solution>",
    "line 2, column 14: <step> must have no attribute “process”; expected one of “label”, “name”, "
    "“column”, “control”, “class”, “display”, “required”, “controlId”, “parameters”, "
    "“systemControl”, “unbound”, “systemStepType”, “id”." },
  { HEAD ">\n<role id='r'/>\n<table name='t'/></solution>",
    "line 3, column 1: <table> must stand before <role>; found it behind." },
  { HEAD ">\n<flow id='f'><stage name='s' id='s'><condition/><step id='p'/></stage></flow>"
         "</solution>",
    "line 2, column 49: <step> must stand before <condition>; found it behind." },
  { HEAD ">\n<flow id='f'><stage name='s' id='s'><condition/><condition/></stage></flow>"
         "</solution>",
    "line 2, column 49: <stage> must hold only one <condition>; found another." },
  { HEAD ">\n<flow id='f'><description>a</description><description/></flow></solution>",
    "line 2, column 42: <flow> must hold only one <description>; found another." },
  { HEAD ">\n<flow id='f'><description lang='x'/></flow></solution>",
    "line 2, column 27: <description> must have no attributes; found “lang”." },
  { HEAD ">\n<flow id='f'><description><b/></description></flow></solution>",
    "line 2, column 27: <description> must hold no elements; found <b>." },
  { HEAD ">\n<entity name='lead'/></solution>",
    "line 2, column 1: <solution> must hold only <label>, <flow>, <table>, <relationship>, <role>, "
    "<component>, <app>, <process>, <rule>, <persona>, "
    "<importedTable>, <importedRelationship>; found <entity>." },
  { HEAD ">\n<table name='lead' xmlns='urn:other'/></solution>",
    "line 2, column 1: <solution> must hold only elements of the namespace "
    "“urn:stagecraft:definition:1”; found <table> of another." },
  { HEAD "><table name='t'><column name='c'><target table='a'><x/></target></column></table>"
         "</solution>",
    "line 1, column 98: <target> must hold no elements; found <x>." },
  { HEAD ">Ä <flow id='f'> some\n text</flow></solution>",
    "line 1, column 1: <solution> must hold no text; found “Ä”." },
  { HEAD " label='ÄÖ😀' bad=''/>",
    "line 1, column 59: <solution> must have no attribute “bad”; expected one of “label”, "
    "“uniqueName”, “version”, “publisher”, “publisherTitle”, “prefix”, “optionPrefix”, “managed”, "
    "“language”." },
  { HEAD " managed='012345678901234567890123456789012345678\n9 and more'/>",
    "line 1, column 56: “managed” of <solution> must be “true” or “false”; found "
    "“01234567890123456789012345…78 9 and more”." },
  { HEAD "><label>x</label></solution>",
    "line 1, column 47: <label> must have an attribute “language”; found none." },
  { HEAD "><component type='flow'/></solution>",
    "line 1, column 64: “type” of <component> must be a whole number or one of table, role, "
    "process; found “flow”." },
  { HEAD "><role id='r'><privilege name='p' level='Global'/></role></solution>",
    "line 1, column 87: “level” of <privilege> must be one of none, user, business-unit, parent, "
    "organization; found “Global”." },
};

static void
test_refused (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (refused[i].text, strlen (refused[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (ScSolution) solution = sc_definition_read (bytes, "test.stagecraft", &error);
      g_autofree char *message = g_strdup_printf ("“test.stagecraft”, %s", refused[i].message);

      g_assert_null (solution);
      g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_MALFORMED);
      g_assert_cmpstr (error->message, ==, message);
      g_assert_false (is_valid (self, refused[i].text, strlen (refused[i].text)));
    }
}

/* Not even XML, or not the kind that is let in: the reader says why, and where it can. */
static void
test_hostile (void)
{
  static const struct
  {
    const char *text;
    int code;
  } cases[] = {
    { "", SC_FILE_ERROR_MALFORMED },
    { "PK\x03\x04", SC_FILE_ERROR_MALFORMED },
    { HEAD ">", SC_FILE_ERROR_MALFORMED },
    { HEAD "/><x/>", SC_FILE_ERROR_MALFORMED },
    { HEAD " label='&#1;'/>", SC_FILE_ERROR_MALFORMED },
    { HEAD " label='a' label='b'/>", SC_FILE_ERROR_MALFORMED },
    { HEAD " label='\xff'/>", SC_FILE_ERROR_MALFORMED },
    { "<!DOCTYPE solution [<!ENTITY a 'b'>]>" HEAD " label='&a;'/>", SC_FILE_ERROR_UNSAFE },
  };
  g_autoptr (GString) deep = g_string_new (HEAD ">");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (ScSolution) solution = sc_definition_read (bytes, "test.stagecraft", &error);

      g_assert_null (solution);
      g_assert_error (error, SC_FILE_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, "test.stagecraft"));
    }

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<flow>");
  {
    g_autoptr (GBytes) bytes = g_bytes_new_static (deep->str, deep->len);
    g_autoptr (GError) error = NULL;

    g_assert_null (sc_definition_read (bytes, "test.stagecraft", &error));
    g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_TOO_LARGE);
  }
}

/* What is kept in git meets this one day. */
static void
test_merge (void)
{
  static const char text[] = HEAD ">\n  <flow id='a'/>\n<<<<<<< HEAD\n  <flow id='b'/>\n=======\n"
                                  "  <flow id='c'/>\n>>>>>>> topic\n</solution>\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_null (sc_definition_read (bytes, "test.stagecraft", &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_MALFORMED);
  g_assert_cmpstr (error->message, ==,
                   "“test.stagecraft”, line 3, column 1: This is the mark of a merge that left a "
                   "conflict. Choose one of the two versions there, and open the file again.");
}

static const char *const pieces[] = {
  "<step id=\"x\"/>",
  "<stage id=\"x\" label=\"y\"/>",
  "<label language=\"1031\">x</label>",
  "<condition/>",
  "<description/>",
  "<event on=\"x\"/>",
  "<operand/>",
  "<unknown/>",
  "<x:step xmlns:x=\"urn:x\" id=\"x\"/>",
  "<!-- comment -->",
  "<?instruction?>",
  "<![CDATA[ ]]>",
  "<![CDATA[x]]>",
  " ",
  "text",
  "&#32;",
  "&#160;",
  "&amp;",
  "&nothing;",
  " label=\"x\"",
  " name=\"\"",
  " id=\"x\"",
  " control=\"text\"",
  " class=\"x\"",
  " required=\"true\"",
  " unbound=\"1\"",
  " order=\"-0\"",
  " type=\"text\"",
  " type=\" 1\"",
  " level=\"user\"",
  " xml:lang=\"en\"",
  " xmlns:y=\"urn:y\"",
  " xmlns=\"\"",
  "/",
  ">",
  "\"",
  "0",
};

/* The position of a random one of the characters in set. */
static gsize
pick_place (GRand *rand, const GString *text, const char *set)
{
  gsize place = g_rand_int_range (rand, 0, text->len);

  for (gsize i = 0; i < text->len; i++)
    {
      const gsize p = (place + i) % text->len;

      if (strchr (set, text->str[p]) != NULL)
        return p;
    }
  return place;
}

/* The attribute or, for lines, the line around a random place. */
static void
pick_span (GRand *rand, const GString *text, gboolean line, gsize *start, gsize *length)
{
  const char *end;

  *start = pick_place (rand, text, line ? "\n" : " ");
  end = line ? strchr (text->str + *start + 1, '\n') : strstr (text->str + *start, "\" ");
  *length = end == NULL ? text->len - *start : (gsize) (end - text->str) + !line - *start;
}

static void
mutate (GRand *rand, GString *text)
{
  const char *piece = pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))];
  gsize start, length;
  g_autofree char *span = NULL;

  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0: /* takes out an attribute or a line */
    case 1:
      pick_span (rand, text, g_rand_boolean (rand), &start, &length);
      g_string_erase (text, start, length);
      break;
    case 2: /* copies one to another place */
    case 3:
      pick_span (rand, text, TRUE, &start, &length);
      span = g_strndup (text->str + start, length);
      g_string_insert (text, pick_place (rand, text, "\n"), span);
      break;
    case 4:
      pick_span (rand, text, FALSE, &start, &length);
      span = g_strndup (text->str + start, length);
      g_string_insert (text, pick_place (rand, text, " />"), span);
      break;
    case 5: /* puts something where a tag begins or ends */
    case 6:
      g_string_insert (text, pick_place (rand, text, piece[0] == ' ' ? " />" : "<>\n\""), piece);
      break;
    case 7: /* changes a character */
    default:
      start = g_rand_int_range (rand, 0, text->len);
      if ((text->str[start] & 0x80) == 0)
        text->str[start] = "abdeEl10-/<>\" '&"[g_rand_int_range (rand, 0, 16)];
      break;
    }
}

static void
test_mutations (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1234);
  guint n_accepted = 0;

  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      g_autoptr (GString) text = g_string_new (self->everything);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (ScSolution) solution = NULL;
      g_autoptr (GError) error = NULL;
      gboolean valid;

      mutate (rand, text);
      if (g_rand_int_range (rand, 0, 4) == 0)
        mutate (rand, text);
      bytes = g_bytes_new_static (text->str, text->len);
      solution = sc_definition_read (bytes, "test.stagecraft", &error);
      valid = is_valid (self, text->str, text->len);
      if ((solution != NULL) != valid)
        g_error ("The schema %s, the reader %s (%s):\n%s", valid ? "accepts" : "refuses",
                 solution != NULL ? "accepts" : "refuses", error != NULL ? error->message : "-",
                 text->str);
      n_accepted += solution != NULL;
      if (solution != NULL && i % 8 == 0)
        {
          g_autoptr (GBytes) written = sc_definition_write (solution);
          g_autoptr (ScSolution) back = sc_definition_read (written, "test.stagecraft", NULL);

          g_assert_true (sc_solution_equal (solution, back));
        }
    }

  /* Neither side of the comparison is empty. */
  g_test_message ("%u of %u accepted", n_accepted, N_MUTATIONS);
  g_assert_cmpuint (n_accepted, >, N_MUTATIONS / 20);
  g_assert_cmpuint (n_accepted, <, N_MUTATIONS * 19 / 20);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/schema/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("written-is-valid", test_written_is_valid);
  ADD ("sample", test_sample);
  ADD ("refused", test_refused);
  ADD ("mutations", test_mutations);
  g_test_add_func ("/schema/hostile", test_hostile);
  g_test_add_func ("/schema/merge", test_merge);
  return g_test_run ();
}
