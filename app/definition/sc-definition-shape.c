/* sc-definition-shape.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-definition-shape-private.h"

static const ScShapeAttribute label_attributes[]
    = { { "language", SC_SHAPE_NUMBER, AT (ScLabel, language), .required = TRUE },
        TEXT ("id", ScLabel, own_id),
        NO_ATTRIBUTE };

const ScShape sc_shape_label
    = { "label", &sc_label_class, label_attributes, NULL, NO_LABELS, .text = AT (ScLabel, text),
        ALONE };

static const ScShape description_shape = { "description" };
static const ScShape display_conditions_shape = { "displayConditions" };

/* The conditions of a stage. */

static const ScShapeWord joins[] = { { "and", SC_JOIN_AND }, { "or", SC_JOIN_OR }, { NULL } };

static const ScShapeAttribute operand_attributes[] = { TEXT ("type", ScOperand, type),
                                                       TEXT ("value", ScOperand, value),
                                                       TEXT ("format", ScOperand, format),
                                                       TEXT ("table", ScOperand, table),
                                                       TEXT ("display", ScOperand, display),
                                                       TEXT ("raw", ScOperand, raw),
                                                       NO_ATTRIBUTE };

static const ScShape operand_shape
    = { "operand", &sc_operand_class, operand_attributes, NULL, NO_LABELS, NO_TEXT, ALONE };

static const ScShapeAttribute clause_attributes[]
    = { { "join", SC_SHAPE_WORD, AT (ScClause, join), .words = joins, .number = SC_JOIN_AND },
        TEXT ("table", ScClause, table),
        TEXT ("column", ScClause, column),
        REQUIRED ("operator", ScClause, operator),
        NO_ATTRIBUTE };

static const ScShapeChild clause_children[]
    = { { &operand_shape, AT (ScClause, operands), SC_CHILD_MANY }, NO_CHILD };

static const ScShape clause_shape
    = { "clause", &sc_clause_class, clause_attributes, clause_children, NO_LABELS, NO_TEXT, ALONE };

static const ScShapeAttribute branch_attributes[]
    = { TEXT ("name", ScBranch, name), TEXT ("target", ScBranch, target), NO_ATTRIBUTE };

static const ScShapeChild branch_children[]
    = { { &clause_shape, AT (ScBranch, clauses), SC_CHILD_MANY }, NO_CHILD };

#define BRANCH(name, is_otherwise)                                                  \
  {                                                                                 \
    name, &sc_branch_class, branch_attributes, branch_children, NO_LABELS, NO_TEXT, \
        .selector = AT (ScBranch, otherwise), .selection = is_otherwise             \
  }

static const ScShape branch_shape = BRANCH ("branch", FALSE);
static const ScShape otherwise_shape = BRANCH ("otherwise", TRUE);

static const ScShapeAttribute no_attributes[] = { NO_ATTRIBUTE };

static const ScShapeChild condition_children[]
    = { { &branch_shape, AT (ScCondition, branches), SC_CHILD_MANY },
        { &otherwise_shape, AT (ScCondition, branches), SC_CHILD_MANY },
        NO_CHILD };

static const ScShape condition_shape
    = { "condition", &sc_condition_class, no_attributes, condition_children, NO_LABELS, NO_TEXT,
        ALONE };

/* Triggered workflows. */

static const ScShapeWord modes[] = { { "real-time", SC_WORKFLOW_REAL_TIME },
                                     { "background", SC_WORKFLOW_BACKGROUND },
                                     { NULL } };

static const ScShapeAttribute event_attributes[]
    = { REQUIRED ("on", ScTriggerEvent, event), TEXT ("filter", ScTriggerEvent, filter),
        NUMBER ("pipelineStage", ScTriggerEvent, pipeline_stage), NO_ATTRIBUTE };

static const ScShape event_shape
    = { "event", &sc_trigger_event_class, event_attributes, NULL, NO_LABELS, NO_TEXT, ALONE };

static const ScShapeAttribute trigger_attributes[]
    = { TEXT ("name", ScTrigger, name),
        { "mode", SC_SHAPE_WORD_OR_NUMBER, AT (ScTrigger, mode), .words = modes, .required = TRUE },
        FLAG ("noEvents", ScTrigger, no_events),
        TEXT ("workflow", ScTrigger, workflow_id),
        REQUIRED ("id", ScTrigger, id),
        NO_ATTRIBUTE };

static const ScShapeChild trigger_children[]
    = { { &event_shape, AT (ScTrigger, events), SC_CHILD_MANY }, NO_CHILD };

static const ScShape trigger_shape
    = { "trigger", &sc_trigger_class, trigger_attributes, trigger_children, NO_LABELS, NO_TEXT,
        ALONE };

/* Steps: an element for each kind. */

#define STEP_CONTROL(is_unbound)                                                               \
  TEXT ("column", ScStep, column), { "control", SC_SHAPE_CONTROL, AT (ScStep, class_id) },     \
      { "class", SC_SHAPE_TEXT, AT (ScStep, class_id), .alternative = TRUE },                  \
      { "display", SC_SHAPE_TEXT, AT (ScStep, display_name),                                   \
        .likeness = SC_LIKENESS_WITH_COLUMN },                                                 \
      FLAG ("required", ScStep, required), TEXT ("controlId", ScStep, control_id),             \
      TEXT ("parameters", ScStep, parameters), FLAG ("systemControl", ScStep, system_control), \
      { "unbound", SC_SHAPE_FLAG, AT (ScStep, unbound), .number = is_unbound },                \
      NUMBER ("systemStepType", ScStep, system_step_type)

static const ScShapeAttribute step_attributes[]
    = { { "name", SC_SHAPE_TEXT, AT (ScStep, name), .text = SC_STEP_DEFAULT_NAME },
        STEP_CONTROL (FALSE),
        REQUIRED ("id", ScStep, id),
        NO_ATTRIBUTE };

static const ScShapeAttribute button_attributes[]
    = { { "name", SC_SHAPE_TEXT, AT (ScStep, name), .likeness = SC_LIKENESS_ALWAYS,
          .required = TRUE },
        STEP_CONTROL (TRUE),
        TEXT ("process", ScStep, process_id),
        TEXT ("processName", ScStep, process_name),
        TEXT ("actionId", ScStep, action_id),
        NUMBER ("actionType", ScStep, action_type),
        REQUIRED ("id", ScStep, id),
        NO_ATTRIBUTE };

static const ScShapeChild step_children[]
    = { { &sc_shape_label, AT (ScStep, labels), SC_CHILD_MANY }, NO_CHILD };

static const ScShapeChild button_children[]
    = { { &sc_shape_label, AT (ScStep, labels), SC_CHILD_MANY },
        { &event_shape, AT (ScStep, events), SC_CHILD_MANY },
        NO_CHILD };

#define STEP(name, attributes, children, which)                                                   \
  {                                                                                               \
    name, &sc_step_class, attributes, children, .labels = AT (ScStep, labels), NO_TEXT,           \
                                                .selector = AT (ScStep, kind), .selection = which \
  }

const ScShape sc_shape_step = STEP ("step", step_attributes, step_children, SC_STEP_DATA);
const ScShape sc_shape_action_step
    = STEP ("actionStep", button_attributes, button_children, SC_STEP_ACTION);
const ScShape sc_shape_flow_step
    = STEP ("flowStep", button_attributes, button_children, SC_STEP_FLOW);

/* Stages and flows. */

static const ScShapeWord categories[]
    = { { "none", SC_CATEGORY_NONE },         { "qualify", SC_CATEGORY_QUALIFY },
        { "develop", SC_CATEGORY_DEVELOP },   { "propose", SC_CATEGORY_PROPOSE },
        { "close", SC_CATEGORY_CLOSE },       { "identify", SC_CATEGORY_IDENTIFY },
        { "research", SC_CATEGORY_RESEARCH }, { "resolve", SC_CATEGORY_RESOLVE },
        { "approval", SC_CATEGORY_APPROVAL }, { NULL } };

static const ScShapeAttribute stage_attributes[]
    = { { "name", SC_SHAPE_TEXT, AT (ScStage, name), .likeness = SC_LIKENESS_ALWAYS,
          .required = TRUE },
        TEXT ("table", ScStage, table),
        { "category", SC_SHAPE_WORD_OR_NUMBER, AT (ScStage, category), .words = categories,
          .number = SC_CATEGORY_NONE },
        REQUIRED ("id", ScStage, id),
        TEXT ("next", ScStage, next),
        NO_ATTRIBUTE };

static const ScShapeChild stage_children[]
    = { { &sc_shape_label, AT (ScStage, labels), SC_CHILD_MANY },
        { &sc_shape_step, AT (ScStage, steps), SC_CHILD_MANY },
        { &sc_shape_action_step, AT (ScStage, steps), SC_CHILD_MANY },
        { &sc_shape_flow_step, AT (ScStage, steps), SC_CHILD_MANY },
        { &trigger_shape, AT (ScStage, triggers), SC_CHILD_MANY },
        { &condition_shape, AT (ScStage, condition), SC_CHILD_ONE },
        NO_CHILD };

const ScShape sc_shape_stage = { "stage",
                                 &sc_stage_class,
                                 stage_attributes,
                                 stage_children,
                                 .labels = AT (ScStage, labels),
                                 NO_TEXT,
                                 ALONE };

static const ScShapeAttribute transition_attributes[]
    = { TEXT ("relationship", ScTransition, relationship), TEXT ("column", ScTransition, attribute),
        REQUIRED ("source", ScTransition, source), REQUIRED ("target", ScTransition, target),
        NO_ATTRIBUTE };

const ScShape sc_shape_transition = {
  "transition", &sc_transition_class, transition_attributes, NULL, NO_LABELS, NO_TEXT, ALONE
};

static const ScShapeAttribute flow_attributes[]
    = { LIKE_LABEL ("name", ScFlow, name),
        TEXT ("uniqueName", ScFlow, unique_name),
        TEXT ("table", ScFlow, primary_table),
        FLAG ("active", ScFlow, active),
        FLAG ("locked", ScFlow, locked),
        NUMBER ("order", ScFlow, order),
        NUMBER ("processType", ScFlow, business_process_type),
        { "assemblyVersion", SC_SHAPE_TEXT, AT (ScFlow, assembly_version), .text = "9.0.0.0" },
        REQUIRED ("id", ScFlow, id),
        NO_ATTRIBUTE };

static const ScShapeChild flow_children[]
    = { { &sc_shape_label, AT (ScFlow, labels), SC_CHILD_MANY },
        { &description_shape, AT (ScFlow, description), SC_CHILD_TEXT },
        { &display_conditions_shape, AT (ScFlow, display_conditions), SC_CHILD_TEXT },
        { &sc_shape_stage, AT (ScFlow, stages), SC_CHILD_MANY },
        { &sc_shape_transition, AT (ScFlow, transitions), SC_CHILD_MANY },
        NO_CHILD };

static const ScShape flow_shape
    = { "flow",  &sc_flow_class, flow_attributes, flow_children, .labels = AT (ScFlow, labels),
        NO_TEXT, ALONE,          .tall = TRUE };

/* Tables. */

static const ScShapeWord column_types[] = { { "unknown", SC_COLUMN_UNKNOWN },
                                            { "text", SC_COLUMN_TEXT },
                                            { "text-area", SC_COLUMN_TEXT_AREA },
                                            { "email", SC_COLUMN_EMAIL },
                                            { "url", SC_COLUMN_URL },
                                            { "phone", SC_COLUMN_PHONE },
                                            { "choice", SC_COLUMN_CHOICE },
                                            { "choices", SC_COLUMN_CHOICES },
                                            { "state", SC_COLUMN_STATE },
                                            { "status", SC_COLUMN_STATUS },
                                            { "yes-no", SC_COLUMN_YES_NO },
                                            { "date", SC_COLUMN_DATE },
                                            { "date-time", SC_COLUMN_DATE_TIME },
                                            { "lookup", SC_COLUMN_LOOKUP },
                                            { "customer", SC_COLUMN_CUSTOMER },
                                            { "owner", SC_COLUMN_OWNER },
                                            { "currency", SC_COLUMN_CURRENCY },
                                            { "integer", SC_COLUMN_INTEGER },
                                            { "decimal", SC_COLUMN_DECIMAL },
                                            { "float", SC_COLUMN_FLOAT },
                                            { "duration", SC_COLUMN_DURATION },
                                            { "id", SC_COLUMN_ID },
                                            { "file", SC_COLUMN_FILE },
                                            { "image", SC_COLUMN_IMAGE },
                                            { "other", SC_COLUMN_OTHER },
                                            { NULL } };

static const ScShapeWord form_uses[] = { { "unknown", SC_FORM_UNKNOWN },
                                         { "absent", SC_FORM_ABSENT },
                                         { "hidden", SC_FORM_HIDDEN },
                                         { "shown", SC_FORM_SHOWN },
                                         { NULL } };

static const ScShapeWord required_levels[]
    = { { "none", SC_REQUIRED_NONE },         { "recommended", SC_REQUIRED_RECOMMENDED },
        { "business", SC_REQUIRED_BUSINESS }, { "system", SC_REQUIRED_SYSTEM },
        { "unknown", SC_REQUIRED_UNKNOWN },   { NULL } };

static const ScShapeWord tries[]
    = { { "unknown", SC_TRI_UNKNOWN }, { "false", SC_TRI_NO }, { "true", SC_TRI_YES }, { NULL } };

static const ScShapeWord ownerships[] = { { "unknown", SC_OWNERSHIP_UNKNOWN },
                                          { "organization", SC_OWNERSHIP_ORGANIZATION },
                                          { "user", SC_OWNERSHIP_USER },
                                          { NULL } };

static const ScShapeAttribute target_attributes[]
    = { REQUIRED ("table", ScLabel, text), NO_ATTRIBUTE };

static const ScShape target_shape
    = { "target", &sc_label_class, target_attributes, NULL, NO_LABELS, NO_TEXT, ALONE };

static const ScShapeAttribute option_attributes[]
    = { { "value", SC_SHAPE_NUMBER, AT (ScOption, value), .required = TRUE }, NO_ATTRIBUTE };

static const ScShapeChild option_children[]
    = { { &sc_shape_label, AT (ScOption, labels), SC_CHILD_MANY }, NO_CHILD };

static const ScShape option_shape = { "option",
                                      &sc_option_class,
                                      option_attributes,
                                      option_children,
                                      .labels = AT (ScOption, labels),
                                      NO_TEXT,
                                      ALONE };

static const ScShapeAttribute column_attributes[]
    = { REQUIRED ("name", ScColumn, name),
        TEXT ("schemaName", ScColumn, schema_name),
        { "type", SC_SHAPE_WORD, AT (ScColumn, type), .words = column_types,
          .number = SC_COLUMN_UNKNOWN },
        { "required", SC_SHAPE_WORD, AT (ScColumn, required), .words = required_levels,
          .number = SC_REQUIRED_NONE },
        FLAG ("calculated", ScColumn, calculated),
        FLAG ("readOnly", ScColumn, read_only),
        FLAG ("secured", ScColumn, secured),
        { "form", SC_SHAPE_WORD, AT (ScColumn, form), .words = form_uses,
          .number = SC_FORM_UNKNOWN },
        TEXT ("source", ScColumn, source),
        NO_ATTRIBUTE };

static const ScShapeChild column_children[]
    = { { &sc_shape_label, AT (ScColumn, labels), SC_CHILD_MANY },
        { &target_shape, AT (ScColumn, targets), SC_CHILD_MANY },
        { &option_shape, AT (ScColumn, options), SC_CHILD_MANY },
        NO_CHILD };

static const ScShape column_shape = { "column",
                                      &sc_column_class,
                                      column_attributes,
                                      column_children,
                                      .labels = AT (ScColumn, labels),
                                      NO_TEXT,
                                      ALONE };

static const ScShapeAttribute table_attributes[]
    = { REQUIRED ("name", ScTable, name),
        TEXT ("schemaName", ScTable, schema_name),
        { "ownership", SC_SHAPE_WORD, AT (ScTable, ownership), .words = ownerships,
          .number = SC_OWNERSHIP_UNKNOWN },
        { "flowEnabled", SC_SHAPE_WORD, AT (ScTable, flow_enabled), .words = tries,
          .number = SC_TRI_UNKNOWN },
        FLAG ("backing", ScTable, backing),
        FLAG ("complete", ScTable, complete),
        TEXT ("source", ScTable, source),
        NO_ATTRIBUTE };

static const ScShapeChild table_children[]
    = { { &sc_shape_label, AT (ScTable, labels), SC_CHILD_MANY },
        { &column_shape, AT (ScTable, columns), SC_CHILD_MANY },
        NO_CHILD };

#define TABLE(name)                                                                          \
  {                                                                                          \
    name, &sc_table_class, table_attributes, table_children, .labels = AT (ScTable, labels), \
                                                             NO_TEXT, ALONE                  \
  }

const ScShape sc_shape_table = TABLE ("table");
static const ScShape imported_table_shape = TABLE ("importedTable");

static const ScShapeAttribute relationship_attributes[]
    = { REQUIRED ("name", ScRelationship, name), TEXT ("referenced", ScRelationship, referenced),
        TEXT ("referencing", ScRelationship, referencing),
        TEXT ("column", ScRelationship, attribute), NO_ATTRIBUTE };

#define RELATIONSHIP(name)                                                                 \
  {                                                                                        \
    name, &sc_relationship_class, relationship_attributes, NULL, NO_LABELS, NO_TEXT, ALONE \
  }

static const ScShape relationship_shape = RELATIONSHIP ("relationship");
static const ScShape imported_relationship_shape = RELATIONSHIP ("importedRelationship");

/* What comes along with the program. */
static const ScShapeChild catalogue_children[]
    = { { &sc_shape_table, AT (ScSolution, tables), SC_CHILD_MANY },
        { &relationship_shape, AT (ScSolution, relationships), SC_CHILD_MANY },
        NO_CHILD };

const ScShape sc_shape_catalogue
    = { "catalogue", &sc_solution_class, no_attributes, catalogue_children, NO_LABELS, NO_TEXT,
        ALONE };

/* The solution itself. */

static const ScShapeAttribute solution_attributes[]
    = { TEXT ("uniqueName", ScSolution, unique_name),
        TEXT ("version", ScSolution, version),
        TEXT ("publisher", ScSolution, publisher),
        TEXT ("publisherTitle", ScSolution, publisher_title),
        TEXT ("prefix", ScSolution, prefix),
        NUMBER ("optionPrefix", ScSolution, option_prefix),
        FLAG ("managed", ScSolution, managed),
        { "language", SC_SHAPE_NUMBER, AT (ScSolution, language), .number = SC_LANGUAGE_ENGLISH },
        NO_ATTRIBUTE };

static const ScShapeChild solution_children[]
    = { { &sc_shape_label, AT (ScSolution, labels), SC_CHILD_MANY },
        { &flow_shape, AT (ScSolution, flows), SC_CHILD_MANY },
        { &sc_shape_table, AT (ScSolution, tables), SC_CHILD_MANY },
        { &relationship_shape, AT (ScSolution, relationships), SC_CHILD_MANY },
        { &sc_shape_role, AT (ScSolution, roles), SC_CHILD_MANY },
        { &sc_shape_component, AT (ScSolution, components), SC_CHILD_MANY },
        { &sc_shape_app, AT (ScSolution, apps), SC_CHILD_MANY },
        { &sc_shape_process, AT (ScSolution, processes), SC_CHILD_MANY },
        { &sc_shape_rule, AT (ScSolution, rule_settings), SC_CHILD_MANY },
        { &sc_shape_persona, AT (ScSolution, personas), SC_CHILD_MANY },
        { &imported_table_shape, AT (ScSolution, imported), SC_CHILD_MANY },
        { &imported_relationship_shape, AT (ScSolution, imported_relationships), SC_CHILD_MANY },
        NO_CHILD };

const ScShape sc_shape_solution = { "solution",
                                    &sc_solution_class,
                                    solution_attributes,
                                    solution_children,
                                    .labels = AT (ScSolution, labels),
                                    NO_TEXT,
                                    ALONE,
                                    .tall = TRUE,
                                    .language = AT (ScSolution, language) };

char *
sc_shape_list_words (const ScShapeAttribute *attribute)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; attribute->words[i].word != NULL; i++)
    g_string_append_printf (list, "%s%s", i == 0 ? "" : ", ", attribute->words[i].word);

  return g_string_free (list, FALSE);
}
