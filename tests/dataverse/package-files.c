/* package-files.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "package-files.h"

#include "sample-flows.h"
#include "sc-splice.h"
#include "sc-xaml.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <zip.h>

#define HEAD "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
#define XSI  "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""

static const char *const table_text
    = "<Entity " XSI ">\n"
      "  <Name LocalizedName=\"Record\" OriginalName=\"Record\">sc_Record</Name>\n"
      "  <EntityInfo>\n"
      "    <entity Name=\"sc_Record\">\n"
      "      <LocalizedNames>\n"
      "        <LocalizedName description=\"Record\" languagecode=\"1033\" />\n"
      "        <LocalizedName description=\"Datensatz\" languagecode=\"1031\" />\n"
      "      </LocalizedNames>\n"
      "      <attributes>\n"
      "        <attribute PhysicalName=\"sc_RecordId\">\n"
      "          <Type>primarykey</Type>\n"
      "          <LogicalName>sc_recordid</LogicalName>\n"
      "          <RequiredLevel>systemrequired</RequiredLevel>\n"
      "          <ValidForUpdateApi>0</ValidForUpdateApi>\n"
      "        </attribute>\n"
      "        <attribute PhysicalName=\"sc_Name\">\n"
      "          <Type>nvarchar</Type>\n"
      "          <LogicalName>sc_name</LogicalName>\n"
      "          <RequiredLevel>required</RequiredLevel>\n"
      "          <ValidForUpdateApi>1</ValidForUpdateApi>\n"
      "          <IsSecured>1</IsSecured>\n"
      "          <Format>email</Format>\n"
      "          <displaynames>\n"
      "            <displayname description=\"Name &amp; mail\" languagecode=\"1033\" />\n"
      "          </displaynames>\n"
      "        </attribute>\n"
      "        <attribute PhysicalName=\"sc_Color\">\n"
      "          <Type>picklist</Type>\n"
      "          <LogicalName>sc_color</LogicalName>\n"
      "          <RequiredLevel>none</RequiredLevel>\n"
      "          <OptionSetName>sc_colors</OptionSetName>\n"
      "        </attribute>\n"
      "        <attribute PhysicalName=\"statuscode\">\n"
      "          <Type>status</Type>\n"
      "          <LogicalName>statuscode</LogicalName>\n"
      "          <optionset Name=\"sc_record_statuscode\">\n"
      "            <statuses>\n"
      "              <status value=\"1\" state=\"0\">\n"
      "                <labels>\n"
      "                  <label description=\"Active\" languagecode=\"1033\" />\n"
      "                </labels>\n"
      "              </status>\n"
      "            </statuses>\n"
      "          </optionset>\n"
      "        </attribute>\n"
      "        <attribute PhysicalName=\"sc_Account\">\n"
      "          <Type>lookup</Type>\n"
      "          <LogicalName>sc_account</LogicalName>\n"
      "          <RequiredLevel>recommended</RequiredLevel>\n"
      "          <SourceType>1</SourceType>\n"
      "        </attribute>\n"
      "      </attributes>\n"
      "      <IsBPFEntity>0</IsBPFEntity>\n"
      "      <IsBusinessProcessEnabled>1</IsBusinessProcessEnabled>\n"
      "      <OwnershipTypeMask>UserOwned</OwnershipTypeMask>\n"
      "    </entity>\n"
      "  </EntityInfo>\n"
      "</Entity>";

static const char *const choice_text
    = "<optionset Name=\"sc_colors\" localizedName=\"Colors\" " XSI ">\n"
      "  <options>\n"
      "    <option value=\"100\">\n"
      "      <labels>\n"
      "        <label description=\"Red\" languagecode=\"1033\" />\n"
      "      </labels>\n"
      "    </option>\n"
      "    <option value=\"101\">\n"
      "      <labels>\n"
      "        <label description=\"Blue\" languagecode=\"1033\" />\n"
      "      </labels>\n"
      "    </option>\n"
      "  </options>\n"
      "</optionset>";

static const char *const relationships_text
    = "<EntityRelationships " XSI ">\n"
      "  <EntityRelationship Name=\"sc_account_sc_record\">\n"
      "    <EntityRelationshipType>OneToMany</EntityRelationshipType>\n"
      "    <ReferencingEntityName>sc_Record</ReferencingEntityName>\n"
      "    <ReferencedEntityName>Account</ReferencedEntityName>\n"
      "    <ReferencingAttributeName>sc_Account</ReferencingAttributeName>\n"
      "  </EntityRelationship>\n"
      "  <EntityRelationship Name=\"sc_many\">\n"
      "    <EntityRelationshipType>ManyToMany</EntityRelationshipType>\n"
      "  </EntityRelationship>\n"
      "</EntityRelationships>";

static const char *const role_text
    = "<Role id=\"{" SAMPLE_ROLE_ID "}\" name=\"Flow user\" " XSI ">\n"
      "  <IsCustomizable>1</IsCustomizable>\n"
      "  <RolePrivileges>\n"
      "    <RolePrivilege name=\"prvAppendsc_straight\" level=\"Global\" />\n"
      "    <RolePrivilege name=\"prvReadAccount\" level=\"Basic\" />\n"
      "    <RolePrivilege name=\"prvReadsc_straight\" level=\"Global\" />\n"
      "    <RolePrivilege name=\"prvWritesc_straight\" level=\"Global\" />\n"
      "  </RolePrivileges>\n"
      "</Role>";

static const char *const solution_text
    = "<ImportExportXml version=\"9.2\" SolutionPackageVersion=\"9.2\" languagecode=\"1033\" " XSI
      ">\n"
      "  <SolutionManifest>\n"
      "    <UniqueName>sample</UniqueName>\n"
      "    <LocalizedNames>\n"
      "      <LocalizedName description=\"Sample\" languagecode=\"1033\" />\n"
      "    </LocalizedNames>\n"
      "    <Descriptions />\n"
      "    <Version>1.2.3.4</Version>\n"
      "    <Managed>0</Managed>\n"
      "    <Publisher>\n"
      "      <UniqueName>stagecraft</UniqueName>\n"
      "      <CustomizationPrefix>sc</CustomizationPrefix>\n"
      "      <CustomizationOptionValuePrefix>10000</CustomizationOptionValuePrefix>\n"
      "    </Publisher>\n"
      "    <RootComponents>\n"
      "      <RootComponent type=\"1\" schemaName=\"sc_record\" behavior=\"0\" />\n"
      "      <RootComponent type=\"20\" id=\"{" SAMPLE_ROLE_ID "}\" behavior=\"0\" />\n"
      "      <RootComponent type=\"29\" id=\"{ffffffff-0000-4000-8000-000000000001}\" "
      "behavior=\"0\" />\n"
      "    </RootComponents>\n"
      "  </SolutionManifest>\n"
      "</ImportExportXml>";

void
files_use_memory (void)
{
  if (g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR))
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
}

char *
files_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("stagecraft-package-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static gboolean
is_folder (const char *path)
{
  return g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK);
}

void
files_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (is_folder (path))
        files_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
files_copy_folder (const char *from, const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_cmpint (g_mkdir_with_parents (to, 0755), ==, 0);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);
      g_autofree char *content = NULL;
      gsize length;

      if (is_folder (source))
        {
          files_copy_folder (source, target);
          continue;
        }
      g_assert_true (g_file_get_contents (source, &content, &length, NULL));
      g_assert_true (
          g_file_set_contents_full (target, content, length, G_FILE_SET_CONTENTS_NONE, 0644, NULL));
    }
}

char *
files_read (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

void
files_write (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (parent, 0755);
  /* Replacing a file that is there would wait for the disk. */
  g_unlink (path);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

void
files_replace (const char *folder, const char *name, const char *from, const char *to)
{
  g_autofree char *text = files_read (folder, name);
  g_autoptr (GString) changed = g_string_new (text);

  g_assert_cmpuint (g_string_replace (changed, from, to, 0), ==, 1);
  files_write (folder, name, changed->str);
}

static void
add_to_snapshot (GHashTable *snapshot, const char *folder, const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *entry;

  while ((entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, entry, NULL);
      g_autofree char *name = g_strconcat (prefix, entry, NULL);
      g_autofree char *content = NULL;
      struct stat info;
      gsize length;

      if (is_folder (path))
        {
          g_autofree char *inner = g_strconcat (name, "/", NULL);
          add_to_snapshot (snapshot, path, inner);
          continue;
        }
      g_assert_cmpint (stat (path, &info), ==, 0);
      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      g_hash_table_insert (snapshot, g_steal_pointer (&name),
                           g_strdup_printf ("%ld.%09ld\n%s", (long) info.st_mtim.tv_sec,
                                            (long) info.st_mtim.tv_nsec, content));
    }
}

GHashTable *
files_take_snapshot (const char *folder)
{
  GHashTable *snapshot = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  add_to_snapshot (snapshot, folder, "");
  return snapshot;
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

GPtrArray *
files_compare (GHashTable *before, GHashTable *after)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer name, content;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &name, &content))
    {
      if (g_strcmp0 (content, g_hash_table_lookup (after, name)) != 0)
        g_ptr_array_add (names, g_strdup (name));
    }
  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      if (!g_hash_table_contains (before, name))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_strings);
  return names;
}

void
files_assert_changed (GHashTable *before, const char *folder, const char *expected)
{
  g_autoptr (GHashTable) after = files_take_snapshot (folder);
  g_autoptr (GPtrArray) names = files_compare (before, after);
  g_autofree char *joined = NULL;

  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (",", (char **) names->pdata);
  g_assert_cmpstr (joined, ==, expected);
}

static char *
diff_lines (char **before, char **after)
{
  GString *text = g_string_new (NULL);
  guint n_before = g_strv_length (before);
  guint n_after = g_strv_length (after);
  guint head = 0;

  while (head < n_before && head < n_after && strcmp (before[head], after[head]) == 0)
    head++;
  while (n_before > head && n_after > head
         && strcmp (before[n_before - 1], after[n_after - 1]) == 0)
    {
      n_before--;
      n_after--;
    }
  if (n_before == n_after)
    {
      for (guint i = head; i < n_before; i++)
        {
          if (strcmp (before[i], after[i]) != 0)
            g_string_append_printf (text, "-%s\n+%s\n", before[i], after[i]);
        }
      return g_string_free (text, FALSE);
    }
  for (guint i = head; i < n_before; i++)
    g_string_append_printf (text, "-%s\n", before[i]);
  for (guint i = head; i < n_after; i++)
    g_string_append_printf (text, "+%s\n", after[i]);
  return g_string_free (text, FALSE);
}

char *
files_diff (const char *before, const char *after)
{
  g_auto (GStrv) before_lines = g_strsplit (before, "\n", -1);
  g_auto (GStrv) after_lines = g_strsplit (after, "\n", -1);

  return diff_lines (before_lines, after_lines);
}

static void
append_labels (GString *text, const char *id, const ScList *labels)
{
  g_string_append_printf (text, "    <steplabels id=\"{%s}\">\n", id);
  sc_list_foreach (labels, const ScLabel *, label)
    {
      g_string_append_printf (text, "      <label languagecode=\"%d\" description=\"",
                              label->language);
      sc_text_append_escaped (text, label->text, TRUE);
      g_string_append (text, "\" />\n");
    }
  g_string_append (text, "    </steplabels>\n");
}

/* The Workflow element of a flow. */
static char *
format_workflow (const ScFlow *flow, const char *name, const char *stem)
{
  g_autofree char *unique_name = g_ascii_strdown (name, -1);
  GString *text = g_string_new (NULL);

  g_string_append_printf (
      text,
      "<Workflow WorkflowId=\"{%s}\" Name=\"%s\" " XSI ">\n"
      "  <XamlFileName>/Workflows/%s.xaml</XamlFileName>\n"
      "  <Type>1</Type>\n  <Category>4</Category>\n  <StateCode>1</StateCode>\n"
      "  <StatusCode>2</StatusCode>\n  <processorder>100</processorder>\n  <RunAs>1</RunAs>\n"
      "  <UniqueName>sc_%s</UniqueName>\n  <BusinessProcessType>0</BusinessProcessType>\n"
      "  <PrimaryEntity>Account</PrimaryEntity>\n  <LocalizedNames>\n"
      "    <LocalizedName languagecode=\"1033\" description=\"%s\" />\n  </LocalizedNames>\n"
      "  <labels>\n",
      flow->id, name, stem, unique_name, name);
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      append_labels (text, stage->id, stage->labels);
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          append_labels (text, step->id, step->labels);
        }
    }
  g_string_append (text, "  </labels>\n</Workflow>");
  return g_string_free (text, FALSE);
}

static void
write_converted (const char *folder, const char *name, const char *text, const char *line_end)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GBytes) converted = sc_text_convert_line_ends (bytes, line_end);
  g_autofree char *copy
      = g_strndup (g_bytes_get_data (converted, NULL), g_bytes_get_size (converted));

  files_write (folder, name, copy);
}

static void
write_xml (const char *folder, const char *name, const char *text, const char *line_end)
{
  g_autofree char *whole = g_strconcat (HEAD, text, NULL);

  write_converted (folder, name, whole, line_end);
}

static void
write_flow (const char *folder, const char *sample, const char *name, const char *line_end)
{
  g_autoptr (ScFlow) flow = sample_flow_new (sample);
  g_autofree char *stem = sc_package_get_file_stem (name, flow->id);
  g_autofree char *xaml = g_strdup_printf ("Workflows/%s.xaml", stem);
  g_autofree char *data = g_strdup_printf ("Workflows/%s.xaml.data.xml", stem);
  g_autofree char *workflow = format_workflow (flow, name, stem);
  g_autoptr (GBytes) bytes = sc_xaml_write (flow);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  write_converted (folder, xaml, text, line_end);
  write_xml (folder, data, workflow, line_end);
}

void
files_make_solution (const char *folder, const char *line_end)
{
  write_flow (folder, "straight", "Straight", line_end);
  write_flow (folder, "tables", "Tables", line_end);
  write_xml (folder, "Entities/sc_Record/Entity.xml", table_text, line_end);
  write_xml (folder, "OptionSets/sc_colors.xml", choice_text, line_end);
  write_xml (folder, "Other/Relationships/Account.xml", relationships_text, line_end);
  write_xml (folder, "Other/Relationships.xml",
             "<EntityRelationships>\n  <EntityRelationship Name=\"sc_account_sc_record\" />\n"
             "</EntityRelationships>",
             line_end);
  write_xml (folder, "Roles/Flow user.xml", role_text, line_end);
  write_xml (folder, "Other/Solution.xml", solution_text, line_end);
}

/* Takes over the text, which has to live until the archive is closed. */
static void
add_entry (zip_t *archive, const char *name, GBytes *text, GPtrArray *texts)
{
  gsize size;
  const void *data = g_bytes_get_data (text, &size);
  zip_source_t *source = zip_source_buffer (archive, data, size, 0);
  zip_int64_t position = zip_file_add (archive, name, source, ZIP_FL_ENC_UTF_8);

  g_ptr_array_add (texts, text);
  g_assert_cmpint (position, >=, 0);
  /* 8 November 2019, 12:34:56. */
  g_assert_cmpint (zip_file_set_dostime (archive, position, 0x645c, 0x4f68, 0), ==, 0);
}

static void
add_text (
    zip_t *archive, const char *name, const char *text, const char *line_end, GPtrArray *texts)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  add_entry (archive, name, sc_text_convert_line_ends (bytes, line_end), texts);
}

/* Every line of text by so much further to the right. */
static void
append_indented (GString *string, const char *text, const char *indent)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (string, "%s%s\n", indent, lines[i]);
}

static void
add_flow (zip_t *archive,
          GString *customizations,
          const char *sample,
          const char *name,
          const char *line_end,
          GPtrArray *texts)
{
  g_autoptr (ScFlow) flow = sample_flow_new (sample);
  g_autofree char *stem = sc_package_get_file_stem (name, flow->id);
  g_autofree char *entry = g_strdup_printf ("Workflows/%s.xaml", stem);
  g_autofree char *workflow = format_workflow (flow, name, stem);
  g_autoptr (GBytes) bytes = sc_xaml_write (flow);

  append_indented (customizations, workflow, "    ");
  add_entry (archive, entry, sc_text_convert_line_ends (bytes, line_end), texts);
}

char *
files_make_zip (const char *folder, const char *line_end)
{
  char *path = g_build_filename (folder, "solution.zip", NULL);
  zip_t *archive = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  g_autoptr (GString) customizations = g_string_new ("<ImportExportXml " XSI ">\n  <Entities>\n");
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  g_assert_nonnull (archive);
  add_text (archive, "[Content_Types].xml",
            "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"utf-8\"?><Types xmlns=\""
            "http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\""
            "xml\" ContentType=\"application/octet-stream\" /><Default Extension=\"xaml\" "
            "ContentType=\"application/octet-stream\" /></Types>",
            "\n", texts);
  append_indented (customizations, table_text, "    ");
  g_string_append (customizations, "  </Entities>\n  <Roles>\n");
  append_indented (customizations, role_text, "    ");
  g_string_append (customizations, "  </Roles>\n  <Workflows>\n");
  add_flow (archive, customizations, "straight", "Straight", line_end, texts);
  add_flow (archive, customizations, "tables", "Tables", line_end, texts);
  g_string_append (customizations, "  </Workflows>\n  <Templates />\n");
  append_indented (customizations, relationships_text, "  ");
  g_string_append (customizations, "  <optionsets>\n");
  append_indented (customizations, choice_text, "    ");
  g_string_append (customizations, "  </optionsets>\n  <Languages>\n"
                                   "    <Language>1033</Language>\n"
                                   "  </Languages>\n</ImportExportXml>");
  add_text (archive, "customizations.xml", customizations->str, line_end, texts);
  add_text (archive, "solution.xml", solution_text, line_end, texts);
  add_text (archive, "WebResources/sc_logo", "\x89PNG", line_end, texts);
  g_assert_cmpint (
      zip_set_file_compression (archive, zip_get_num_entries (archive, 0) - 1, ZIP_CM_STORE, 0), ==,
      0);
  g_assert_cmpint (zip_close (archive), ==, 0);
  return path;
}
