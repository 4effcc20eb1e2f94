/* test-role-toggle.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "real-flow.h"
#include "sc-edit-role.h"
#include "sc-role-xml.h"
#include "sc-zip.h"

#include <string.h>

/* The roles of real packages: giving and taking a privilege touches one line, and undoing it gives
 * the bytes from before. */

/* Of each role so many privileges are tried, evenly, unless all are asked for. */
#define N_TRIED 40

/* A Role element as a text of its own. */
typedef struct
{
  GBytes *bytes;
  ScSolution *solution; /* of that one role */
} Text;

static void
text_clear (Text *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->solution, sc_solution_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Text, text_clear)

static const ScRole *
get_role (const ScSolution *solution)
{
  return sc_list_get (solution->roles, 0);
}

static ScXml *
parse (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  ScXml *xml = sc_xml_parse (bytes, "role", &error);

  g_assert_no_error (error);
  return xml;
}

/* What becomes of the text of before; reads back as after. */
static GBytes *
update (GBytes *bytes, const ScRole *before, const ScRole *after)
{
  g_autoptr (ScXml) xml = parse (bytes);
  g_autoptr (ScSplice) splice = sc_splice_new (bytes);
  g_autoptr (ScXml) written = NULL;
  g_autoptr (ScRole) again = NULL;
  GBytes *updated;

  sc_role_xml_update (splice, bytes, sc_xml_get_root (xml), before, after);
  updated = sc_splice_apply (splice);
  written = parse (updated);
  again = sc_role_xml_read (sc_xml_get_root (written));
  g_assert_true (sc_role_equal (again, after));
  return updated;
}

static guint
count_line_ends (const char *text, gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += text[i] == '\n' || i + 1 == length;
  return n;
}

/* How many lines only the one or the other has, from the first to the last that differs. */
static void
count_lines (GBytes *before, GBytes *after, guint *gone, guint *come)
{
  gsize n, m, head = 0;
  const char *a = g_bytes_get_data (before, &n);
  const char *b = g_bytes_get_data (after, &m);

  while (head < n && head < m && a[head] == b[head])
    head++;
  while (head > 0 && a[head - 1] != '\n')
    head--;
  while (n > head && m > head && a[n - 1] == b[m - 1])
    {
      n--;
      m--;
    }
  /* Back to the ends of the lines that are the same. */
  while ((n > head && a[n - 1] != '\n') || (m > head && b[m - 1] != '\n'))
    {
      n++;
      m++;
    }
  *gone = count_line_ends (a + head, n - head);
  *come = count_line_ends (b + head, m - head);
}

static void
toggle (const Text *text, const char *privilege, ScLevel level)
{
  const ScRole *role = get_role (text->solution);
  const ScLevel held = sc_role_get_level (role, privilege, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScSolution) there
      = sc_edit_role_set_privilege (text->solution, role->id, privilege, level, &error);
  g_autoptr (ScSolution) back
      = sc_edit_role_set_privilege (there, role->id, privilege, held, &error);
  g_autoptr (GBytes) changed = update (text->bytes, role, get_role (there));
  g_autoptr (GBytes) restored = update (changed, get_role (there), get_role (back));
  guint gone, come;

  g_assert_no_error (error);
  count_lines (text->bytes, changed, &gone, &come);
  g_assert_cmpuint (gone, ==, held != SC_LEVEL_NONE);
  g_assert_cmpuint (come, ==, level != SC_LEVEL_NONE);
  g_assert_true (g_bytes_equal (restored, text->bytes));
}

static ScLevel
other_level (ScLevel level)
{
  return level == SC_LEVEL_ORGANIZATION ? SC_LEVEL_USER : SC_LEVEL_ORGANIZATION;
}

static void
toggle_held (const Text *text)
{
  const ScList *privileges = get_role (text->solution)->privileges;
  const guint n = sc_list_length (privileges);
  const guint step = g_getenv ("STAGECRAFT_SOAK") != NULL ? 1 : MAX (1, n / N_TRIED);

  for (guint i = 0; i < n; i += step)
    {
      const ScPrivilege *privilege = sc_list_get (privileges, i);

      /* The only one leaves an empty list, which is written in another way. */
      if (n > 1)
        toggle (text, privilege->name, SC_LEVEL_NONE);
      toggle (text, privilege->name, other_level (privilege->level));
    }
}

/* What the role does not have yet: of names that come first, last and between. */
static void
toggle_new (const Text *text)
{
  static const char *const names[]
      = { "a", "prvAppendaaaa_flow", "prvReadmmm_Flow", "prvWritenew_flow", "prvZzz", "z" };
  const ScRole *role = get_role (text->solution);

  for (guint i = 0; i < G_N_ELEMENTS (names) && role->privileges != NULL; i++)
    {
      g_assert_cmpint (sc_role_get_level (role, names[i], NULL), ==, SC_LEVEL_NONE);
      toggle (text, names[i], SC_LEVEL_ORGANIZATION);
    }
}

static void
try_role (GBytes *bytes)
{
  g_autoptr (ScXml) xml = parse (bytes);
  g_autoptr (ScRole) role = sc_role_xml_read (sc_xml_get_root (xml));
  g_auto (Text) text = { g_bytes_ref (bytes), sc_solution_new () };

  g_assert_nonnull (role);
  sc_take_value (text.solution, roles, sc_list_append (NULL, role));
  toggle_held (&text);
  toggle_new (&text);
}

static guint
try_folder (const char *package)
{
  g_autofree char *folder = g_build_filename (package, "Roles", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
      g_autoptr (GBytes) bytes = g_mapped_file_get_bytes (file);

      try_role (bytes);
      n++;
    }
  return n;
}

/* Each Role element of customizations.xml, with its lines. */
static guint
try_zip (const char *package)
{
  g_autoptr (ScZip) zip = sc_zip_open (package, NULL);
  g_autoptr (GBytes) bytes = sc_zip_read (zip, sc_zip_find (zip, "customizations.xml"), NULL);
  g_autoptr (ScXml) xml = parse (bytes);
  guint n = 0;

  sc_xml_foreach (sc_xml_node_get_child (sc_xml_get_root (xml), "Roles"), node)
    {
      const ScSpan span = sc_xml_node_get_span (node);
      g_autoptr (GBytes) element
          = g_bytes_new_from_bytes (bytes, span.start, span.end - span.start);

      try_role (element);
      n++;
    }
  return n;
}

static void
test_corpus (void)
{
  const char *corpus = real_flow_get_corpus ();
  g_autofree char *folder = corpus != NULL ? g_build_filename (corpus, "solutions", NULL) : NULL;
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;
  guint n = 0;

  if (corpus == NULL)
    return;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, ".zip"))
        n += try_zip (path);
      else
        n += try_folder (path);
    }
  g_assert_cmpuint (n, >, 0);
  g_test_message ("%u roles", n);
}

/* Far more privileges than any real role has. */
static void
test_large (void)
{
  g_autoptr (GString) text = g_string_new ("<Role id=\"{cccccccc-1111-4222-8333-444444444444}\" "
                                           "name=\"=R&#xA;&quot;\">\r\n  <RolePrivileges>\r\n");
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 6000; i++)
    g_string_append_printf (text, "    <RolePrivilege name=\"prvReadt%04u\" level=\"%s\" />\r\n", i,
                            i % 7 == 0 ? "Odd" : "Deep");
  g_string_append (text, "  </RolePrivileges>\r\n</Role>");
  bytes = g_bytes_new (text->str, text->len);
  {
    g_autoptr (ScXml) xml = parse (bytes);
    g_autoptr (ScRole) role = sc_role_xml_read (sc_xml_get_root (xml));
    g_auto (Text) one = { g_bytes_ref (bytes), sc_solution_new () };

    sc_take_value (one.solution, roles, sc_list_append (NULL, role));
    g_assert_cmpstr (role->name, ==, "=R\n\"");
    toggle (&one, "prvReadt0001", SC_LEVEL_NONE);
    toggle (&one, "prvReadt5998", SC_LEVEL_USER);
    toggle_new (&one);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/role-toggle/corpus", test_corpus);
  g_test_add_func ("/role-toggle/large", test_large);
  return g_test_run ();
}
