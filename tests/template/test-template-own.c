/* test-template-own.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The templates that a person keeps. */

#include "sc-edit-solution.h"
#include "sc-template.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define N_SHIPPED 6

typedef struct
{
  char *top;
  char *folder;
  ScSolution *solution; /* with one flow of four stages */
} Fixture;

static void
setup (Fixture *self, gconstpointer data)
{
  g_autoptr (ScList) templates = sc_template_list (NULL);
  g_autoptr (ScSolution) empty = sc_edit_solution_new ();

  self->top = g_dir_make_tmp ("stagecraft-own-XXXXXX", NULL);
  self->folder = g_build_filename (self->top, "deep", "templates", NULL);
  self->solution = sc_template_add_flow (sc_template_find (templates, "lead-to-opportunity"), empty,
                                         NULL, &(ScFlowArrival){ .name = "Ours" }, NULL);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      remove_all (inside);
    }
  g_remove (path);
}

static void
teardown (Fixture *self, gconstpointer data)
{
  remove_all (self->top);
  g_free (self->top);
  g_free (self->folder);
  sc_solution_unref (self->solution);
}

static const ScFlow *
get_flow (const Fixture *self)
{
  return sc_list_get (self->solution->flows, 0);
}

static gboolean
save (const Fixture *self, const ScParts *parts, const char *name, GError **error)
{
  g_autoptr (ScSolution) made
      = sc_template_make (self->solution, get_flow (self)->id, parts, name, error);

  return made != NULL && sc_template_save (made, self->folder, error);
}

static void
test_flow (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScList) templates = NULL;
  g_autoptr (ScList) fewer = NULL;
  g_autoptr (ScSolution) read = NULL;
  const ScTemplate *template;

  g_assert_true (save (self, NULL, "Our Way", &error));
  g_assert_no_error (error);
  templates = sc_template_list (self->folder);
  g_assert_cmpuint (sc_list_length (templates), ==, N_SHIPPED + 1);
  template = sc_list_get (templates, N_SHIPPED);
  g_assert_cmpstr (template->title, ==, "Our Way");
  g_assert_nonnull (template->path);
  g_assert_cmpint (template->n_stages, ==, 4);
  g_assert_cmpuint (sc_list_length (template->tables), ==, 2);
  read = sc_template_read (template, &error);
  g_assert_no_error (error);
  g_assert_nonnull (sc_solution_find_relationship (read, "opportunity_originating_lead"));
  g_assert_null (sc_solution_find_flow (read, get_flow (self)->id, NULL));

  g_assert_true (sc_template_delete (template, &error));
  g_assert_true (sc_template_delete (template, &error));
  fewer = sc_template_list (self->folder);
  g_assert_cmpuint (sc_list_length (fewer), ==, N_SHIPPED);
}

/* Some stages of a flow, the first of them not the flow's. */
static void
test_stages (Fixture *self, gconstpointer data)
{
  const ScStage *second = sc_list_get (get_flow (self)->stages, 1);
  const ScStage *third = sc_list_get (get_flow (self)->stages, 2);
  ScPart some[] = { { SC_PART_STAGE, second->id }, { SC_PART_STAGE, third->id } };
  g_autoptr (ScParts) parts = sc_parts_new (get_flow (self), some, 2);
  g_autoptr (ScList) templates = NULL;
  g_autoptr (ScSolution) read = NULL;
  g_autoptr (GError) error = NULL;
  const ScFlow *flow;

  g_assert_true (save (self, parts, "The Middle", &error));
  templates = sc_template_list (self->folder);
  read = sc_template_read (sc_list_get (templates, N_SHIPPED), &error);
  g_assert_no_error (error);
  flow = sc_list_get (read->flows, 0);
  g_assert_cmpuint (sc_list_length (flow->stages), ==, 2);
  g_assert_cmpstr (sc_flow_get_start_table (flow), ==, "opportunity");
  g_assert_cmpstr (((const ScStage *) sc_list_get (flow->stages, 0))->name, ==, second->name);
  g_assert_null (sc_solution_find_table (read, "lead", NULL));
}

/* Any name makes a file in the folder, and comes back as it was. */
static void
test_names (Fixture *self, gconstpointer data)
{
  g_autofree char *endless = g_strnfill (4000, 'x');
  const char *names[] = { "../../etc/passwd", "a\nb\tc",    ".hidden", "..", "/", "\\",
                          "con: <a|b>?*\"",   "日本の流れ", " x ",     NULL, NULL };
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < 1000; i++)
    g_string_append (text, "流れ");
  names[9] = endless;
  names[10] = text->str;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ScList) templates = NULL;
      const ScTemplate *template;
      g_autofree char *parent = NULL;

      g_assert_true (save (self, NULL, names[i], &error));
      g_assert_no_error (error);
      templates = sc_template_list (self->folder);
      g_assert_cmpuint (sc_list_length (templates), ==, N_SHIPPED + 1);
      template = sc_list_get (templates, N_SHIPPED);
      g_assert_null (template->broken);
      g_assert_cmpstr (template->title, ==, names[i]);
      parent = g_path_get_dirname (template->path);
      g_assert_cmpstr (parent, ==, self->folder);
      g_assert_true (sc_template_delete (template, NULL));
    }
}

/* What is there is never written over. */
static void
test_taken (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (save (self, NULL, "Once", NULL));
  g_assert_false (save (self, NULL, "Once", &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "Once"));
}

/* A broken file says why, and the others are there. */
static void
test_broken (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *file;
    const char *text;
    const char *reason;
  } cases[] = {
    { "a.stagecraft", "", "a.stagecraft" },
    { "b.stagecraft", "<solution", "b.stagecraft" },
    { "c.stagecraft", "<!DOCTYPE x [<!ENTITY a \"b\">]><x/>", "c.stagecraft" },
    { "d.stagecraft", "<solution xmlns=\"urn:stagecraft:definition:1\"/>", "holds no flow" },
    { "e.stagecraft", "<solution xmlns=\"urn:stagecraft:definition:9\"/>", "e.stagecraft" },
  };
  g_autofree char *folder = g_build_filename (self->folder, "f.stagecraft", NULL);
  g_autofree char *other = g_build_filename (self->folder, "notes.txt", NULL);
  g_autofree char *pipe = g_build_filename (self->folder, "g.stagecraft", NULL);
  g_autoptr (ScList) templates = NULL;

  g_assert_true (save (self, NULL, "whole", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, cases[i].file, NULL);

      g_assert_true (g_file_set_contents (path, cases[i].text, -1, NULL));
    }
  g_assert_true (g_file_set_contents (other, "x", -1, NULL));
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  templates = sc_template_list (self->folder);
  g_assert_cmpuint (sc_list_length (templates), ==, N_SHIPPED + G_N_ELEMENTS (cases) + 3);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ScTemplate *template = sc_list_get (templates, N_SHIPPED + i);

      g_assert_nonnull (template->broken);
      g_assert_nonnull (strstr (template->broken, cases[i].reason));
      g_assert_true (sc_template_delete (template, NULL));
    }
  g_assert_null (((const ScTemplate *) sc_template_find (templates, "whole"))->broken);
}

/* A file where the folder should be; a folder that must not be written. */
static void
test_unwritable (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *between = g_build_filename (self->top, "deep", NULL);
  g_autoptr (ScList) templates = NULL;

  g_assert_true (g_file_set_contents (between, "x", -1, NULL));
  g_assert_false (save (self, NULL, "Ours", &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE);
  templates = sc_template_list (self->folder);
  g_assert_cmpuint (sc_list_length (templates), ==, N_SHIPPED);
  g_clear_error (&error);
  g_unlink (between);

  if (geteuid () == 0)
    return; /* who may write everywhere */
  g_mkdir_with_parents (self->folder, 0500);
  g_assert_false (save (self, NULL, "Ours", &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE);
}

/* Two of one title come in the order of their files; the file of the one that is a folder by now
 * stays. */
static void
test_same_title (Fixture *self, gconstpointer data)
{
  g_autofree char *usual = sc_template_get_folder ();
  g_autofree char *text = NULL;
  g_autofree char *other = g_build_filename (self->folder, "Another.stagecraft", NULL);
  g_autofree char *hidden = g_build_filename (self->folder, ".hidden.stagecraft", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScList) templates = NULL;
  const ScTemplate *first, *second;

  g_assert_true (g_str_has_suffix (usual, "/stagecraft/templates"));
  g_assert_true (save (self, NULL, "Twice", NULL));
  templates = sc_template_list (self->folder);
  first = sc_list_get (templates, N_SHIPPED);
  g_assert_true (g_file_get_contents (first->path, &text, NULL, NULL));
  g_assert_true (g_file_set_contents (other, text, -1, NULL));
  g_assert_true (g_file_set_contents (hidden, text, -1, NULL));
  sc_list_unref (templates);
  templates = sc_template_list (self->folder);
  g_assert_cmpuint (sc_list_length (templates), ==, N_SHIPPED + 2);
  first = sc_list_get (templates, N_SHIPPED);
  second = sc_list_get (templates, N_SHIPPED + 1);
  g_assert_cmpstr (first->title, ==, "Twice");
  g_assert_cmpstr (first->path, ==, other);
  g_assert_cmpstr (second->title, ==, "Twice");

  g_assert_cmpint (g_unlink (other), ==, 0);
  g_assert_cmpint (g_mkdir (other, 0700), ==, 0);
  g_assert_false (sc_template_delete (first, &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "Another.stagecraft"));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/template/own/flow", test_flow },
    { "/template/own/stages", test_stages },
    { "/template/own/names", test_names },
    { "/template/own/taken", test_taken },
    { "/template/own/same-title", test_same_title },
    { "/template/own/broken", test_broken },
    { "/template/own/unwritable", test_unwritable },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, setup, tests[i].run, teardown);
  return g_test_run ();
}
