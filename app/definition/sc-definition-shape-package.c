/* sc-definition-shape-package.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-definition-shape-private.h"

/* Roles, components, apps, processes, what a team has decided about rules, personas. */

static const ScShapeWord levels[] = { { "none", SC_LEVEL_NONE },
                                      { "user", SC_LEVEL_USER },
                                      { "business-unit", SC_LEVEL_BUSINESS_UNIT },
                                      { "parent", SC_LEVEL_PARENT },
                                      { "organization", SC_LEVEL_ORGANIZATION },
                                      { NULL } };

static const ScShapeAttribute privilege_attributes[]
    = { REQUIRED ("name", ScPrivilege, name),
        { "level", SC_SHAPE_WORD, AT (ScPrivilege, level), .words = levels,
          .number = SC_LEVEL_NONE },
        TEXT ("levelName", ScPrivilege, level_name),
        NO_ATTRIBUTE };

static const ScShape privilege_shape
    = { "privilege", &sc_privilege_class, privilege_attributes, NULL, NO_LABELS, NO_TEXT, ALONE };

static const ScShapeAttribute role_attributes[]
    = { TEXT ("name", ScRole, name), REQUIRED ("id", ScRole, id), NO_ATTRIBUTE };

static const ScShapeChild role_children[]
    = { { &privilege_shape, AT (ScRole, privileges), SC_CHILD_MANY }, NO_CHILD };

const ScShape sc_shape_role
    = { "role", &sc_role_class, role_attributes, role_children, NO_LABELS, NO_TEXT, ALONE };

static const ScShapeWord component_types[] = { { "table", SC_COMPONENT_TABLE },
                                               { "role", SC_COMPONENT_ROLE },
                                               { "process", SC_COMPONENT_PROCESS },
                                               { NULL } };

static const ScShapeAttribute component_attributes[]
    = { { "type", SC_SHAPE_WORD_OR_NUMBER, AT (ScComponent, type), .words = component_types,
          .required = TRUE },
        TEXT ("id", ScComponent, id),
        TEXT ("schemaName", ScComponent, schema_name),
        NO_ATTRIBUTE };

const ScShape sc_shape_component
    = { "component", &sc_component_class, component_attributes, NULL, NO_LABELS, NO_TEXT, ALONE };

static const ScShapeAttribute app_attributes[]
    = { TEXT ("uniqueName", ScApp, unique_name), NO_ATTRIBUTE };

static const ScShapeChild app_children[]
    = { { &sc_shape_label, AT (ScApp, labels), SC_CHILD_MANY },
        { &sc_shape_component, AT (ScApp, components), SC_CHILD_MANY },
        NO_CHILD };

const ScShape sc_shape_app
    = { "app",   &sc_app_class, app_attributes, app_children, .labels = AT (ScApp, labels),
        NO_TEXT, ALONE };

static const ScShapeAttribute parameter_attributes[]
    = { TEXT ("name", ScParameter, name), TEXT ("type", ScParameter, type),
        FLAG ("output", ScParameter, output), FLAG ("target", ScParameter, target), NO_ATTRIBUTE };

static const ScShape parameter_shape
    = { "parameter", &sc_parameter_class, parameter_attributes, NULL, NO_LABELS, NO_TEXT, ALONE };

static const ScShapeWord process_kinds[] = { { "workflow", SC_PROCESS_WORKFLOW },
                                             { "action", SC_PROCESS_ACTION },
                                             { "cloud-flow", SC_PROCESS_CLOUD_FLOW },
                                             { NULL } };

static const ScShapeAttribute process_attributes[]
    = { TEXT ("name", ScProcess, name),
        TEXT ("id", ScProcess, id),
        { "kind", SC_SHAPE_WORD_OR_NUMBER, AT (ScProcess, category), .words = process_kinds,
          .number = SC_PROCESS_WORKFLOW },
        TEXT ("uniqueName", ScProcess, unique_name),
        TEXT ("table", ScProcess, table),
        FLAG ("active", ScProcess, active),
        FLAG ("onDemand", ScProcess, on_demand),
        FLAG ("realTime", ScProcess, real_time),
        FLAG ("complete", ScProcess, complete),
        NO_ATTRIBUTE };

static const ScShapeChild process_children[]
    = { { &parameter_shape, AT (ScProcess, parameters), SC_CHILD_MANY }, NO_CHILD };

const ScShape sc_shape_process
    = { "process", &sc_process_class, process_attributes, process_children, NO_LABELS, NO_TEXT,
        ALONE };

static const ScShapeWord rule_levels[]
    = { { "as-is", SC_RULE_AS_IS },     { "off", SC_RULE_OFF },     { "advice", SC_RULE_ADVICE },
        { "warning", SC_RULE_WARNING }, { "error", SC_RULE_ERROR }, { NULL } };

static const ScShapeAttribute rule_attributes[]
    = { REQUIRED ("id", ScRuleSetting, rule),
        { "level", SC_SHAPE_WORD, AT (ScRuleSetting, level), .words = rule_levels,
          .number = SC_RULE_AS_IS },
        NUMBER ("limit", ScRuleSetting, limit),
        TEXT ("reason", ScRuleSetting, reason),
        NO_ATTRIBUTE };

const ScShape sc_shape_rule
    = { "rule", &sc_rule_setting_class, rule_attributes, NULL, NO_LABELS, NO_TEXT, ALONE };

static const ScShapeAttribute persona_role_attributes[]
    = { REQUIRED ("id", ScLabel, text), NO_ATTRIBUTE };

static const ScShape persona_role_shape
    = { "role", &sc_label_class, persona_role_attributes, NULL, NO_LABELS, NO_TEXT, ALONE };

static const ScShapeAttribute persona_attributes[]
    = { TEXT ("name", ScPersona, name), REQUIRED ("id", ScPersona, id),
        TEXT ("app", ScPersona, app), NO_ATTRIBUTE };

static const ScShapeChild persona_children[]
    = { { &persona_role_shape, AT (ScPersona, roles), SC_CHILD_MANY }, NO_CHILD };

const ScShape sc_shape_persona
    = { "persona", &sc_persona_class, persona_attributes, persona_children, NO_LABELS, NO_TEXT,
        ALONE };
