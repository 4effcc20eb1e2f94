/* sc-backing-columns.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-backing-private.h"

#include <string.h>

/* What a column has behind the settings that all columns have. */
typedef enum
{
  SHAPE_LOOKUP,
  SHAPE_DATE,
  SHAPE_DATE_TIME,
  SHAPE_NUMBER,
  SHAPE_DURATION,
  SHAPE_TEXT,
  SHAPE_KEY,
  SHAPE_STATE,
  SHAPE_STATUS
} Shape;

typedef enum
{
  UPDATE = 1 << 0,     /* ValidForUpdateApi */
  CREATE = 1 << 1,     /* ValidForCreateApi */
  CUSTOM = 1 << 2,     /* IsCustomField */
  AUDIT = 1 << 3,      /* IsAuditEnabled */
  SEARCH = 1 << 4,     /* IsSearchable */
  FILTER = 1 << 5,     /* IsFilterable */
  RETRIEVE = 1 << 6,   /* IsRetrievable */
  BEHAVIOR = 1 << 7,   /* CanChangeDateTimeBehavior */
  FIXED_LEVEL = 1 << 8 /* not CanModifyRequirementLevelSettings */
} Flags;

typedef struct
{
  const char *name; /* PhysicalName */
  Shape shape;
  Flags flags;
  const char *level; /* RequiredLevel */
  const char *mask;  /* DisplayMask; NULL: without */
  const char *ime;   /* ImeMode; NULL: without */
  const char *title; /* NULL: the flow's */
  const char *description;
  int limit; /* least number, or longest text */
} Column;

#define EVERYWHERE "ValidForAdvancedFind|ValidForForm|ValidForGrid"
#define NAME       "PrimaryName|" EVERYWHERE "|RequiredForForm"
#define REQUIRED   "systemrequired"

static const char *const types[] = { "lookup",   "datetime",   "datetime", "int",   "int",
                                     "nvarchar", "primarykey", "state",    "status" };

/* The columns that every backing table of a flow has; "%" in a description stands for the flow. */
static const Column columns[] = {
  { "ActiveStageId", SHAPE_LOOKUP, UPDATE | CREATE | AUDIT, "none", EVERYWHERE, "auto",
    "Active Stage",
    "Unique identifier of the active stage for the Business Process Flow instance." },
  { "ActiveStageStartedOn", SHAPE_DATE, UPDATE | CREATE | AUDIT | BEHAVIOR, "none", EVERYWHERE,
    "inactive", "Active Stage Started On", "Date and time when current active stage is started" },
  { "bpf_Duration", SHAPE_DURATION, CUSTOM, "none", EVERYWHERE, "auto", "Duration",
    "Duration of Business Process Flow" },
  { "bpf_name", SHAPE_TEXT, UPDATE | CREATE | CUSTOM | AUDIT | SEARCH | RETRIEVE, "required", NAME,
    "auto", "Name", "Description", 100 },
  { "BusinessProcessFlowInstanceId", SHAPE_KEY, CREATE | FILTER | RETRIEVE | FIXED_LEVEL, REQUIRED,
    "ValidForAdvancedFind|RequiredForGrid", "auto", NULL,
    "Unique identifier for entity instances" },
  { "CompletedOn", SHAPE_DATE, UPDATE | CREATE | AUDIT | BEHAVIOR, "none", EVERYWHERE, "inactive",
    "Completed On", "Date and time when Business Process Flow instance is completed." },
  { "CreatedBy", SHAPE_LOOKUP, 0, "none", EVERYWHERE, "auto", "Created By",
    "Unique identifier of the user who created the record." },
  { "CreatedOn", SHAPE_DATE_TIME, FILTER | RETRIEVE, "none", EVERYWHERE, "inactive", "Created On",
    "Date and time when the record was created." },
  { "CreatedOnBehalfBy", SHAPE_LOOKUP, 0, "none", EVERYWHERE, "auto", "Created By (Delegate)",
    "Unique identifier of the delegate user who created the record." },
  { "ImportSequenceNumber", SHAPE_NUMBER, CREATE | AUDIT, "none", "ValidForAdvancedFind",
    "disabled", "Import Sequence Number", "Sequence number of the import that created this record.",
    G_MININT },
  { "ModifiedBy", SHAPE_LOOKUP, 0, "none", EVERYWHERE, "auto", "Modified By",
    "Unique identifier of the user who modified the record." },
  { "ModifiedOn", SHAPE_DATE_TIME, FILTER | RETRIEVE, "none", EVERYWHERE, "inactive", "Modified On",
    "Date and time when the record was modified." },
  { "ModifiedOnBehalfBy", SHAPE_LOOKUP, 0, "none", EVERYWHERE, "auto", "Modified By (Delegate)",
    "Unique identifier of the delegate user who modified the record." },
  { "OrganizationId", SHAPE_LOOKUP, AUDIT, "none", NULL, "auto", "Organization Id",
    "Unique identifier for the organization" },
  { "OverriddenCreatedOn", SHAPE_DATE, CREATE | AUDIT, "none", "ValidForAdvancedFind|ValidForGrid",
    "inactive", "Record Created On", "Date and time that the record was migrated." },
  { "ProcessId", SHAPE_LOOKUP, UPDATE | CREATE | AUDIT, "none", EVERYWHERE, "auto", "Process",
    "Unique identifier of the workflow associated to the Business Process Flow instance." },
  { "statecode", SHAPE_STATE, UPDATE | AUDIT | FILTER, REQUIRED, EVERYWHERE, "auto", "Status",
    "Status of the %" },
  { "statuscode", SHAPE_STATUS, UPDATE | CREATE | AUDIT, "none", EVERYWHERE, "auto",
    "Status Reason", "Reason for the status of the %" },
  { "TimeZoneRuleVersionNumber", SHAPE_NUMBER, UPDATE | CREATE, "none", NULL, "auto",
    "Time Zone Rule Version Number", "For internal use only.", -1 },
  { "TraversedPath", SHAPE_TEXT, UPDATE | CREATE | AUDIT, "none", EVERYWHERE, "auto",
    "Traversed Path",
    "Comma delimited string of process stage ids that represent visited stages of the Business "
    "Process Flow instance.",
    1250 },
  { "UTCConversionTimeZoneCode", SHAPE_NUMBER, UPDATE | CREATE, "none", NULL, "auto",
    "UTC Conversion Time Zone Code", "Time zone code that was in use when the record was created.",
    -1 },
};

static const Column lookup_column
    = { NULL, SHAPE_LOOKUP, UPDATE | CREATE | CUSTOM, "none", EVERYWHERE, NULL, NULL, "" };

static void
write_flag (ScMarkup *markup, const Column *column, const char *tag, Flags flag)
{
  sc_markup_text (markup, tag, (column->flags & flag) != 0 ? "1" : "0");
}

static void
write_settings (ScMarkup *markup, const Column *column)
{
  static const char *const permissions[] = { SC_BACKING_INTRODUCED, "IsCustomizable=1",
                                             "IsRenameable=1", "CanModifySearchSettings=1", NULL };
  static const char *const global[] = { "IsGlobalFilterEnabled=0",
                                        "IsSortableEnabled=0",
                                        "CanModifyGlobalFilterSettings=1",
                                        "CanModifyIsSortableSettings=1",
                                        "IsDataSourceSecret=0",
                                        "AutoNumberFormat=",
                                        NULL };

  sc_markup_text (markup, "RequiredLevel", column->level);
  if (column->mask != NULL)
    sc_markup_text (markup, "DisplayMask", column->mask);
  if (column->ime != NULL)
    sc_markup_text (markup, "ImeMode", column->ime);
  write_flag (markup, column, "ValidForUpdateApi", UPDATE);
  sc_markup_text (markup, "ValidForReadApi", "1");
  write_flag (markup, column, "ValidForCreateApi", CREATE);
  write_flag (markup, column, "IsCustomField", CUSTOM);
  write_flag (markup, column, "IsAuditEnabled", AUDIT);
  sc_markup_text (markup, "IsSecured", "0");
  sc_markup_elements (markup, permissions);
  sc_markup_text (markup, "CanModifyRequirementLevelSettings",
                  (column->flags & FIXED_LEVEL) != 0 ? "0" : "1");
  sc_markup_text (markup, "CanModifyAdditionalSettings", "1");
  sc_markup_text (markup, "SourceType", column->shape == SHAPE_DURATION ? "1" : "0");
  sc_markup_elements (markup, global);
  write_flag (markup, column, "IsSearchable", SEARCH);
  write_flag (markup, column, "IsFilterable", FILTER);
  write_flag (markup, column, "IsRetrievable", RETRIEVE);
  sc_markup_text (markup, "IsLocalizable", "0");
}

static void
write_number_range (ScMarkup *markup, const char *format, int least)
{
  sc_markup_text (markup, "Format", format);
  sc_markup_line (markup, "<MinValue>%d</MinValue>", least);
  sc_markup_line (markup, "<MaxValue>%d</MaxValue>", G_MAXINT);
}

static char *
expand_description (const ScBacking *self, const Column *column)
{
  g_auto (GStrv) parts = g_strsplit (column->description, "%", 2);

  return g_strjoinv (self->title, parts);
}

/* One option of statecode or statuscode. */
static void
write_option (const ScBacking *self,
              ScMarkup *markup,
              const char *tag,
              const char *attributes,
              const char *label)
{
  sc_markup_open (markup, "<%s %s>", tag, attributes);
  sc_markup_description (markup, "labels", "label", label, self->language);
  sc_markup_close (markup, tag);
}

static void
write_choice (const ScBacking *self, ScMarkup *markup, const Column *column)
{
  gboolean state = column->shape == SHAPE_STATE;
  const char *list = state ? "states" : "statuses";
  g_autofree char *description = expand_description (self, column);

  sc_markup_open (markup, "<optionset Name=\"%a_%s\">", self->name, column->name);
  sc_markup_text (markup, "OptionSetType", types[column->shape]);
  sc_markup_text (markup, "IntroducedVersion", SC_BACKING_VERSION);
  sc_markup_text (markup, "IsCustomizable", "1");
  sc_markup_description (markup, "displaynames", "displayname", column->title, self->language);
  sc_markup_description (markup, "Descriptions", "Description", description, self->language);
  sc_markup_open (markup, "<%s>", list);
  if (state)
    {
      write_option (self, markup, "state",
                    "value=\"0\" defaultstatus=\"1\" invariantname=\"Active\"", "Active");
      write_option (self, markup, "state",
                    "value=\"1\" defaultstatus=\"2\" invariantname=\"Inactive\"", "Inactive");
    }
  else
    {
      write_option (self, markup, "status", "value=\"1\" state=\"0\"", "Active");
      write_option (self, markup, "status", "value=\"2\" state=\"1\"", "Finished");
      write_option (self, markup, "status", "value=\"3\" state=\"1\"", "Aborted");
    }
  sc_markup_close (markup, list);
  sc_markup_close (markup, "optionset");
}

static void
write_shape (const ScBacking *self, ScMarkup *markup, const Column *column)
{
  switch (column->shape)
    {
    case SHAPE_LOOKUP:
      if (column->mask != NULL)
        sc_markup_text (markup, "LookupStyle", "single");
      sc_markup_line (markup, "<LookupTypes />");
      break;
    case SHAPE_DATE:
    case SHAPE_DATE_TIME:
      sc_markup_text (markup, "Format", column->shape == SHAPE_DATE ? "date" : "datetime");
      write_flag (markup, column, "CanChangeDateTimeBehavior", BEHAVIOR);
      sc_markup_text (markup, "Behavior", "1");
      break;
    case SHAPE_NUMBER:
    case SHAPE_DURATION:
      write_number_range (markup, column->shape == SHAPE_DURATION ? "duration" : "", column->limit);
      break;
    case SHAPE_TEXT:
      sc_markup_text (markup, "Format", "text");
      sc_markup_line (markup, "<MaxLength>%d</MaxLength>", column->limit);
      sc_markup_line (markup, "<Length>%d</Length>", column->limit * 2); /* in bytes */
      break;
    case SHAPE_STATE:
    case SHAPE_STATUS:
      write_choice (self, markup, column);
      break;
    case SHAPE_KEY:
    default:
      break;
    }
}

static void
write_column (const ScBacking *self,
              ScMarkup *markup,
              const Column *column,
              const char *name,
              const char *title)
{
  g_autofree char *logical_name = g_ascii_strdown (name, -1);
  g_autofree char *description = expand_description (self, column);

  sc_markup_open (markup, "<attribute PhysicalName=\"%a\">", name);
  sc_markup_text (markup, "Type", types[column->shape]);
  sc_markup_text (markup, "Name", logical_name);
  sc_markup_text (markup, "LogicalName", logical_name);
  write_settings (markup, column);
  write_shape (self, markup, column);
  if (column->shape == SHAPE_KEY)
    sc_markup_labels (markup, "displaynames", "displayname", self->flow->labels, self->title,
                      self->language);
  else
    sc_markup_description (markup, "displaynames", "displayname", title, self->language);
  sc_markup_description (markup, "Descriptions", "Description", description, self->language);
  if (column->shape == SHAPE_DURATION)
    sc_markup_line (markup,
                    "<FormulaDefinitionFileName>/Formulas/%t-" SC_BACKING_DURATION
                    ".xaml</FormulaDefinitionFileName>",
                    self->name);
  sc_markup_close (markup, "attribute");
}

static void
write_lookup (const ScBacking *self, ScMarkup *markup, const char *table)
{
  g_autofree char *name = sc_backing_get_lookup (self, table);
  g_autofree char *title = sc_backing_make_title_case (table);

  write_column (self, markup, &lookup_column, name, title);
}

char *
sc_backing_write_lookup (const ScBacking *self, const char *table, guint depth)
{
  ScMarkup markup = SC_MARKUP_INIT (depth);

  write_lookup (self, &markup, table);
  return sc_markup_finish (&markup);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Dataverse sorts columns by physical name without regard to case, so the lookups, which all begin
 * with "bpf_", stand among the others. */
void
sc_backing_add_attributes (const ScBacking *self, ScMarkup *markup)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();
  guint table = 0;

  for (guint i = 0; i < self->tables->len; i++)
    g_ptr_array_add (tables, g_ptr_array_index (self->tables, i));
  g_ptr_array_sort (tables, compare_names);
  sc_markup_open (markup, "<attributes>");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      for (; table < tables->len; table++)
        {
          const char *name = g_ptr_array_index (tables, table);
          g_autofree char *lookup = sc_backing_get_lookup (self, name);

          if (g_ascii_strcasecmp (lookup, columns[i].name) > 0)
            break;
          write_lookup (self, markup, name);
        }
      write_column (self, markup, &columns[i], columns[i].name, columns[i].title);
    }
  sc_markup_close (markup, "attributes");
}
