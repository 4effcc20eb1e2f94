/* sc-backing-relationships.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-backing-private.h"

/* The relationships that every backing table has; "%" in a name stands for the table. */
static const struct
{
  const char *name;
  const char *referenced;
  const char *attribute;
  const char *description;
} fixed[] = {
  { "lk_%_activestageid", "ProcessStage", "ActiveStageId",
    "Unique identifier of the active stage for the Business Process Flow instance." },
  { "lk_%_createdby", "SystemUser", "CreatedBy",
    "Unique identifier of the user who created the record." },
  { "lk_%_modifiedby", "SystemUser", "ModifiedBy",
    "Unique identifier of the user who modified the record." },
  { "lk_%_processid", "Workflow", "ProcessId",
    "Unique identifier of the workflow associated to the Business Process Flow instance." },
  { "organization_%", "Organization", "OrganizationId", "Unique identifier for the organization" },
};

static void
free_relationship (gpointer data)
{
  ScBackingRelationship *relationship = data;

  g_free (relationship->name);
  g_free (relationship->referenced);
  g_free (relationship->attribute);
  g_free (relationship->table);
  g_free (relationship);
}

static int
compare_relationships (gconstpointer a, gconstpointer b)
{
  const ScBackingRelationship *left = *(ScBackingRelationship *const *) a;
  const ScBackingRelationship *right = *(ScBackingRelationship *const *) b;

  return g_ascii_strcasecmp (left->name, right->name);
}

static ScBackingRelationship *
make_fixed (const ScBacking *self, guint i)
{
  ScBackingRelationship *relationship = g_new0 (ScBackingRelationship, 1);
  g_auto (GStrv) parts = g_strsplit (fixed[i].name, "%", 2);

  relationship->name = g_strjoinv (self->name, parts);
  relationship->referenced = g_strdup (fixed[i].referenced);
  relationship->attribute = g_strdup (fixed[i].attribute);
  return relationship;
}

static ScBackingRelationship *
make_lookup (const ScBacking *self, const char *table)
{
  ScBackingRelationship *relationship = g_new0 (ScBackingRelationship, 1);

  relationship->name = sc_backing_get_relationship (self, table);
  relationship->referenced = sc_backing_get_schema_name (self, table);
  relationship->attribute = sc_backing_get_lookup (self, table);
  relationship->table = g_strdup (table);
  return relationship;
}

GPtrArray *
sc_backing_list_relationships (const ScBacking *self)
{
  GPtrArray *relationships = g_ptr_array_new_with_free_func (free_relationship);

  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    g_ptr_array_add (relationships, make_fixed (self, i));
  for (guint i = 0; i < self->tables->len; i++)
    g_ptr_array_add (relationships, make_lookup (self, g_ptr_array_index (self->tables, i)));
  g_ptr_array_sort (relationships, compare_relationships);
  return relationships;
}

static const char *
find_description (const ScBackingRelationship *relationship)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (g_str_equal (fixed[i].attribute, relationship->attribute))
      return fixed[i].description;
  return "";
}

static void
write_roles (ScMarkup *markup, const ScBackingRelationship *relationship)
{
  static const char *const display[] = { "NavPaneDisplayOption=UseCollectionName",
                                         "NavPaneArea=Details", "NavPaneOrder=10000", NULL };

  sc_markup_open (markup, "<EntityRelationshipRoles>");
  sc_markup_open (markup, "<EntityRelationshipRole>");
  sc_markup_elements (markup, display);
  sc_markup_text (markup, "NavigationPropertyName", relationship->attribute);
  sc_markup_text (markup, "RelationshipRoleType", "1");
  sc_markup_close (markup, "EntityRelationshipRole");
  sc_markup_open (markup, "<EntityRelationshipRole>");
  sc_markup_text (markup, "NavigationPropertyName", relationship->name);
  sc_markup_text (markup, "RelationshipRoleType", "0");
  sc_markup_close (markup, "EntityRelationshipRole");
  sc_markup_close (markup, "EntityRelationshipRoles");
}

/* An instance goes with the row that it was started on; where it merely passed by, it loses the
 * link. */
static const char *
get_cascade_delete (const ScBacking *self, const ScBackingRelationship *relationship)
{
  if (relationship->table == NULL)
    return "NoCascade";
  return g_str_equal (relationship->table, sc_backing_get_primary_table (self)) ? "Cascade"
                                                                                : "RemoveLink";
}

char *
sc_backing_write_relationship (const ScBacking *self,
                               const ScBackingRelationship *relationship,
                               guint depth)
{
  static const char *const head[] = { "EntityRelationshipType=OneToMany", "IsCustomizable=1",
                                      SC_BACKING_INTRODUCED, "IsHierarchical=0", NULL };
  static const char *const cascades[]
      = { "CascadeReparent=NoCascade", "CascadeShare=NoCascade", "CascadeUnshare=NoCascade", NULL };
  static const char *const lookup[]
      = { "CascadeRollupView=NoCascade", "IsValidForAdvancedFind=1", NULL };
  ScMarkup markup = SC_MARKUP_INIT (depth);

  sc_markup_open (&markup, "<EntityRelationship Name=\"%a\">", relationship->name);
  sc_markup_elements (&markup, head);
  sc_markup_text (&markup, "ReferencingEntityName", self->name);
  sc_markup_text (&markup, "ReferencedEntityName", relationship->referenced);
  sc_markup_text (&markup, "CascadeAssign", "NoCascade");
  sc_markup_text (&markup, "CascadeDelete", get_cascade_delete (self, relationship));
  sc_markup_text (&markup, "CascadeArchive",
                  relationship->table != NULL ? "RemoveLink" : "NoCascade");
  sc_markup_elements (&markup, cascades);
  if (relationship->table != NULL)
    sc_markup_elements (&markup, lookup);
  sc_markup_text (&markup, "ReferencingAttributeName", relationship->attribute);
  sc_markup_open (&markup, "<RelationshipDescription>");
  sc_markup_description (&markup, "Descriptions", "Description", find_description (relationship),
                         self->language);
  sc_markup_close (&markup, "RelationshipDescription");
  if (relationship->table != NULL)
    write_roles (&markup, relationship);
  sc_markup_close (&markup, "EntityRelationship");
  return sc_markup_finish (&markup);
}
