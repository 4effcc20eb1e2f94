/* sc-backing-table.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-backing-private.h"

/* The settings of a table, all of them the same for every flow. Stands behind EntitySetName. */
static const char *const settings[] = {
  "IsDuplicateCheckSupported=0",
  "IsBusinessProcessEnabled=0",
  "IsRequiredOffline=0",
  "IsInteractionCentricEnabled=0",
  "IsCollaboration=0",
  "AutoRouteToOwnerQueue=0",
  "IsConnectionsEnabled=0",
  "IsDocumentManagementEnabled=0",
  "AutoCreateAccessTeams=0",
  "IsOneNoteIntegrationEnabled=0",
  "IsKnowledgeManagementEnabled=0",
  "IsSLAEnabled=0",
  "IsDocumentRecommendationsEnabled=0",
  "IsBPFEntity=1",
  "OwnershipTypeMask=OrgOwned",
  "IsAuditEnabled=0",
  "IsRetrieveAuditEnabled=0",
  "IsRetrieveMultipleAuditEnabled=0",
  "IsActivity=0",
  "ActivityTypeMask=",
  "IsActivityParty=0",
  "IsReplicated=1",
  "IsReplicationUserFiltered=0",
  "IsMailMergeEnabled=0",
  "IsVisibleInMobile=0",
  "IsVisibleInMobileClient=1",
  "IsReadOnlyInMobileClient=0",
  "IsOfflineInMobileClient=1",
  "DaysSinceRecordLastModified=0",
  "MobileOfflineFilters=",
  "IsMapiGridEnabled=0",
  "IsReadingPaneEnabled=0",
  "IsQuickCreateEnabled=0",
  "SyncToExternalSearchIndex=0",
  SC_BACKING_INTRODUCED,
  "IsCustomizable=1",
  "IsRenameable=1",
  "IsMappable=1",
  "CanModifyAuditSettings=1",
  "CanModifyMobileVisibility=1",
  "CanModifyMobileClientVisibility=0",
  "CanModifyMobileClientReadOnly=1",
  "CanModifyMobileClientOffline=1",
  "CanModifyConnectionSettings=1",
  "CanModifyDuplicateDetectionSettings=1",
  "CanModifyMailMergeSettings=1",
  "CanModifyQueueSettings=1",
  "CanCreateAttributes=1",
  "CanCreateForms=1",
  "CanCreateCharts=1",
  "CanCreateViews=1",
  "CanModifyAdditionalSettings=1",
  "CanEnableSyncToExternalSearchIndex=1",
  "EnforceStateTransitions=0",
  "CanChangeHierarchicalRelationship=1",
  "EntityHelpUrlEnabled=0",
  "ChangeTrackingEnabled=1",
  "CanChangeTrackingBeEnabled=1",
  "IsEnabledForExternalChannels=0",
  "IsSolutionAware=0",
  NULL,
};

static void
write_names (const ScBacking *self, ScMarkup *markup)
{
  const ScList *labels = self->flow->labels;
  g_autofree char *description = g_strconcat ("Base entity for process ", self->title, NULL);

  sc_markup_labels (markup, "LocalizedNames", "LocalizedName", labels, self->title, self->language);
  sc_markup_labels (markup, "LocalizedCollectionNames", "LocalizedCollectionName", labels,
                    self->title, self->language);
  sc_markup_description (markup, "Descriptions", "Description", description, self->language);
}

static void
write_entity_info (const ScBacking *self, ScMarkup *markup)
{
  g_autofree char *set_name = sc_backing_make_plural (self->name);

  sc_markup_line (markup, "<Name LocalizedName=\"%a\" OriginalName=\"%a\">%t</Name>", self->title,
                  self->title, self->name);
  sc_markup_open (markup, "<EntityInfo>");
  sc_markup_open (markup, "<entity Name=\"%a\">", self->name);
  write_names (self, markup);
  sc_backing_add_attributes (self, markup);
  sc_markup_text (markup, "EntitySetName", set_name);
  sc_markup_elements (markup, settings);
  sc_markup_close (markup, "entity");
  sc_markup_close (markup, "EntityInfo");
}

char *
sc_backing_write_table (const ScBacking *self, guint depth)
{
  ScMarkup markup = SC_MARKUP_INIT (depth);

  sc_markup_open (&markup, "<Entity>");
  write_entity_info (self, &markup);
  sc_markup_open (&markup, "<FormXml>");
  sc_backing_add_forms (self, &markup, FALSE);
  sc_markup_close (&markup, "FormXml");
  sc_markup_open (&markup, "<SavedQueries>");
  sc_markup_open (&markup, "<savedqueries>");
  for (guint i = 0; i < sc_backing_count_views (self); i++)
    sc_backing_add_view (self, &markup, i);
  sc_markup_close (&markup, "savedqueries");
  sc_markup_close (&markup, "SavedQueries");
  sc_backing_add_ribbon (&markup, FALSE);
  sc_markup_close (&markup, "Entity");
  return sc_markup_finish (&markup);
}

/* What is in files of its own leaves an empty element behind. */
GBytes *
sc_backing_write_table_file (const ScBacking *self)
{
  static const char *const elsewhere[] = { "FormXml", "SavedQueries", "RibbonDiffXml", NULL };
  ScMarkup markup = SC_MARKUP_INIT (0);

  sc_markup_open (&markup, "<Entity" SC_MARKUP_XSI ">");
  write_entity_info (self, &markup);
  sc_markup_elements (&markup, elsewhere);
  sc_markup_close (&markup, "Entity");
  return sc_markup_finish_file (&markup);
}

void
sc_backing_add_ribbon (ScMarkup *markup, gboolean root)
{
  static const char *const rules[] = { "TabDisplayRules", "DisplayRules", "EnableRules", NULL };

  sc_markup_open (markup, "<RibbonDiffXml%s>", root ? SC_MARKUP_XSI : "");
  sc_markup_line (markup, "<CustomActions />");
  sc_markup_open (markup, "<Templates>");
  sc_markup_line (markup, "<RibbonTemplates Id=\"Mscrm.Templates\"></RibbonTemplates>");
  sc_markup_close (markup, "Templates");
  sc_markup_line (markup, "<CommandDefinitions />");
  sc_markup_open (markup, "<RuleDefinitions>");
  sc_markup_elements (markup, rules);
  sc_markup_close (markup, "RuleDefinitions");
  sc_markup_line (markup, "<LocLabels />");
  sc_markup_close (markup, "RibbonDiffXml");
}

GBytes *
sc_backing_write_ribbon_file (void)
{
  ScMarkup markup = SC_MARKUP_INIT (0);

  sc_backing_add_ribbon (&markup, TRUE);
  return sc_markup_finish_file (&markup);
}
