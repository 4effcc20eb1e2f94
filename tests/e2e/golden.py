# golden.py
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second, independent writer of flows, to know what must be on disk after an edit.

It covers what the end-to-end tests need: flows whose steps show columns, in one line or with
branches that ask whether an amount of money is larger. It shares no code with the program, so a fault would have to be made twice to go unseen. Where a file was
exported by Dataverse, read() followed by xaml() gives the same bytes; the tests check that first.
"""

import copy
import dataclasses
import pathlib
import re
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape

ACTIVITIES = "Microsoft.Crm.Workflow.Activities."
FLOW_ACTIVITIES = "Microsoft.Crm.Workflow.BusinessProcessFlowActivities."
TOKEN = "Culture=neutral, PublicKeyToken="
MICROSOFT, SYSTEM = TOKEN + "31bf3856ad364e35", TOKEN + "b77a5c561934e089"
X = "{http://schemas.microsoft.com/winfx/2006/xaml}"
NO_CATEGORY = "-1"


@dataclasses.dataclass
class Step:
    id: str
    label: str
    column: str
    class_id: str
    display: str
    required: bool = False
    name: str = "New Step"


@dataclasses.dataclass
class Branch:
    """Asks whether an amount is larger; the one without a column is taken otherwise."""
    target: str  # id of a stage
    title: str = ""
    column: str = None
    amount: str = None


@dataclasses.dataclass
class Stage:
    id: str
    name: str
    table: str
    steps: list
    category: str = NO_CATEGORY
    branches: list = dataclasses.field(default_factory=list)
    following: str = None  # id; None: the next in the list


@dataclasses.dataclass
class Transition:
    """The relationship by which one stage leads to another."""
    source: str
    target: str
    relationship: str
    attribute: str


@dataclasses.dataclass
class Flow:
    id: str
    stages: list
    name: str = ""
    unique_name: str = ""
    version: str = "9.0.0.0"
    transitions: list = dataclasses.field(default_factory=list)

    def copy(self):
        return copy.deepcopy(self)

    def stage(self, name):
        return next(stage for stage in self.stages if stage.name == name)

    def move_stage(self, name, position):
        stage = self.stage(name)
        self.stages.remove(stage)
        self.stages.insert(position, stage)

    def move_step(self, label, source, target, position):
        step = next(step for step in self.stage(source).steps if step.label == label)
        self.stage(source).steps.remove(step)
        self.stage(target).steps.insert(position, step)


class Lines:
    """Text by the line, two spaces per level."""

    def __init__(self):
        self.lines, self.depth = [], 0

    def add(self, text):
        self.lines.append("  " * self.depth + text)

    def open(self, text):
        self.add(text)
        self.depth += 1

    def close(self, text):
        self.depth -= 1
        self.add(text)


def attribute(text):
    return escape(text, {'"': "&quot;"})


def reference(out, kind, title, version):
    out.open(f'<mxswa:ActivityReference AssemblyQualifiedName="{kind}, Microsoft.Crm.Workflow, '
             f'Version={version}, {MICROSOFT}" DisplayName="{attribute(title)}">')
    out.open("<mxswa:ActivityReference.Properties>")
    out.add('<sco:Collection x:TypeArguments="Variable" x:Key="Variables" />')


def end_reference(out):
    out.close("</mxswa:ActivityReference.Properties>")
    out.close("</mxswa:ActivityReference>")


def label(out, text, identity):
    out.open('<sco:Collection x:TypeArguments="mcwo:StepLabel" x:Key="StepLabels">')
    out.add(f'<mcwo:StepLabel Description="{attribute(text)}" LabelId="{identity}" LanguageCode="1033" />')
    out.close("</sco:Collection>")


ACTIVITIES_OPEN = '<sco:Collection x:TypeArguments="Activity" x:Key="Activities">'


def control(out, step):
    out.open(f'<mcwb:Control ClassId="{step.class_id}" ControlDisplayName="{attribute(step.display)}" '
             f'ControlId="{step.column}" DataFieldName="{step.column}" IsSystemControl="False" '
             'IsUnbound="False" SystemStepType="0">')
    out.open("<mcwb:Control.Parameters>")
    out.open('<InArgument x:TypeArguments="x:String">')
    out.add('<Literal x:TypeArguments="x:String" Value="" />')
    out.close("</InArgument>")
    out.close("</mcwb:Control.Parameters>")
    out.close("</mcwb:Control>")


def evaluation(out, kind, arguments, version):
    out.open(f'<mxswa:ActivityReference AssemblyQualifiedName="{ACTIVITIES}{kind}, Microsoft.Crm.Workflow, '
             f'Version={version}, {MICROSOFT}" DisplayName="{kind}">')
    out.open("<mxswa:ActivityReference.Arguments>")
    for line in arguments:
        out.add(line)
    out.close("</mxswa:ActivityReference.Arguments>")
    out.close("</mxswa:ActivityReference>")


def null_type(out):
    out.open("<mxswa:GetEntityProperty.TargetType>")
    out.open('<InArgument x:TypeArguments="s:Type">')
    out.open('<mxswa:ReferenceLiteral x:TypeArguments="s:Type">')
    out.add("<x:Null />")
    out.close("</mxswa:ReferenceLiteral>")
    out.close("</InArgument>")
    out.close("</mxswa:GetEntityProperty.TargetType>")


def clause(out, stage, branch, variable, version):
    """Is the amount in the column larger?"""
    out.open(f'<mxswa:GetEntityProperty Attribute="{branch.column}" Entity="[InputEntities(&quot;primaryEntity&quot;)]" '
             f'EntityName="{stage.table}" Value="[{variable}_1]">')
    null_type(out)
    out.close("</mxswa:GetEntityProperty>")
    evaluation(out, "EvaluateExpression", [
        '<InArgument x:TypeArguments="x:String" x:Key="ExpressionOperator">CreateCrmType</InArgument>',
        '<InArgument x:TypeArguments="s:Object[]" x:Key="Parameters">[New Object() { '
        f'Microsoft.Xrm.Sdk.Workflow.WorkflowPropertyType.Money, "{branch.amount}" }}]</InArgument>',
        '<InArgument x:TypeArguments="s:Type" x:Key="TargetType">',
        '  <mxswa:ReferenceLiteral x:TypeArguments="s:Type" Value="mxs:Money" />',
        "</InArgument>",
        f'<OutArgument x:TypeArguments="x:Object" x:Key="Result">[{variable}_2]</OutArgument>'], version)
    evaluation(out, "EvaluateCondition", [
        '<InArgument x:TypeArguments="mxsq:ConditionOperator" x:Key="ConditionOperator">GreaterThan</InArgument>',
        f'<InArgument x:TypeArguments="s:Object[]" x:Key="Parameters">[New Object() {{ {variable}_2 }}]</InArgument>',
        f'<InArgument x:TypeArguments="x:Object" x:Key="Operand">[{variable}_1]</InArgument>',
        f'<OutArgument x:TypeArguments="x:Boolean" x:Key="Result">[{variable}_condition]</OutArgument>'], version)


def branching(out, stage, number, version):
    """The condition of a stage, which is the one of that number; and the number used last."""
    out.open(f'<mxswa:ActivityReference AssemblyQualifiedName="{ACTIVITIES}ConditionSequence, Microsoft.Crm.Workflow, '
             f'Version={version}, {MICROSOFT}" DisplayName="ConditionStep{number}">')
    out.open("<mxswa:ActivityReference.Arguments>")
    out.add('<InArgument x:TypeArguments="x:Boolean" x:Key="Wait">False</InArgument>')
    out.close("</mxswa:ActivityReference.Arguments>")
    out.open("<mxswa:ActivityReference.Properties>")
    names = [f"ConditionBranchStep{number + 1 + 2 * position}" for position in range(len(stage.branches))]
    out.open('<sco:Collection x:TypeArguments="Variable" x:Key="Variables">')
    for name, branch in zip(names, stage.branches):
        if branch.column:
            out.add(f'<Variable x:TypeArguments="x:Boolean" Default="False" Name="{name}_condition" />')
            out.add(f'<Variable x:TypeArguments="x:Object" Name="{name}_1" />')
            out.add(f'<Variable x:TypeArguments="x:Object" Name="{name}_2" />')
    out.close("</sco:Collection>")
    out.open(ACTIVITIES_OPEN)
    for name, branch in zip(names, stage.branches):
        number += 2
        if branch.column:
            clause(out, stage, branch, name, version)
        way(out, stage, branch, name, number, version)
    out.close("</sco:Collection>")
    out.add(f'<x:Boolean x:Key="ContainsElseBranch">{not stage.branches[-1].column}</x:Boolean>')
    end_reference(out)
    return number


def way(out, stage, branch, name, number, version):
    """Where a branch leads."""
    kind = f'{ACTIVITIES}%s, Microsoft.Crm.Workflow, Version={version}, {MICROSOFT}" DisplayName="{name}">'
    out.open(f'<mxswa:ActivityReference AssemblyQualifiedName="{kind % "ConditionBranch"}')
    out.open("<mxswa:ActivityReference.Arguments>")
    out.add('<InArgument x:TypeArguments="x:Boolean" x:Key="Condition">'
            f'{f"[{name}_condition]" if branch.column else "True"}</InArgument>')
    out.close("</mxswa:ActivityReference.Arguments>")
    out.open("<mxswa:ActivityReference.Properties>")
    out.open(f'<mxswa:ActivityReference x:Key="Then" AssemblyQualifiedName="{kind % "Composite"}')
    out.open("<mxswa:ActivityReference.Properties>")
    out.add('<sco:Collection x:TypeArguments="Variable" x:Key="Variables" />')
    out.open(ACTIVITIES_OPEN)
    out.open(f'<Sequence DisplayName="SetNextStageStep{number}">')
    out.add(f'<mcwc:SetNextStage ParentStageId="{stage.id}" StageId="{branch.target}" />')
    out.close("</Sequence>")
    out.close("</sco:Collection>")
    end_reference(out)
    out.add('<x:Null x:Key="Else" />')
    out.add(f'<x:String x:Key="Description">{escape(branch.title)}</x:String>')
    end_reference(out)


def head(out, flow):
    name, version = "XrmWorkflow" + flow.id.replace("-", ""), f"Version={flow.version}, {MICROSOFT}"
    mscorlib = f"mscorlib, Version=4.0.0.0, {SYSTEM}"
    spaces = {
        "mcwb": f"clr-namespace:{FLOW_ACTIVITIES[:-1]};assembly=Microsoft.Crm.Workflow, {version}",
        "mcwo": f"clr-namespace:Microsoft.Crm.Workflow.ObjectModel;assembly=Microsoft.Crm, {version}",
        "mva": f"clr-namespace:Microsoft.VisualBasic.Activities;assembly=System.Activities, Version=4.0.0.0, {MICROSOFT}",
        "mxs": f"clr-namespace:Microsoft.Xrm.Sdk;assembly=Microsoft.Xrm.Sdk, {version}",
        "mxswa": f"clr-namespace:Microsoft.Xrm.Sdk.Workflow.Activities;assembly=Microsoft.Xrm.Sdk.Workflow, {version}",
        "scg": f"clr-namespace:System.Collections.Generic;assembly={mscorlib}",
        "sco": f"clr-namespace:System.Collections.ObjectModel;assembly={mscorlib}",
        "srs": f"clr-namespace:System.Runtime.Serialization;assembly=System.Runtime.Serialization, Version=4.0.0.0, {SYSTEM}",
        "this": "clr-namespace:",
        "x": X[1:-1],
    }
    if any(stage.branches for stage in flow.stages):
        spaces["mcwc"] = f"clr-namespace:Microsoft.Crm.Workflow.ClientActivities;assembly=Microsoft.Crm.Workflow, {version}"
        spaces["mxsq"] = f"clr-namespace:Microsoft.Xrm.Sdk.Query;assembly=Microsoft.Xrm.Sdk, {version}"
        spaces["s"] = f"clr-namespace:System;assembly={mscorlib}"
    spaces = dict(sorted(spaces.items()))
    declared = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in spaces.items())
    out.open(f'<Activity x:Class="{name}" xmlns="http://schemas.microsoft.com/netfx/2009/xaml/activities"{declared}>')
    kind = "scg:IDictionary(x:String, mxs:Entity)"
    out.open("<x:Members>")
    for member in ("InputEntities", "CreatedEntities"):
        out.add(f'<x:Property Name="{member}" Type="InArgument({kind})" />')
    out.close("</x:Members>")
    for member in ("InputEntities", "CreatedEntities"):
        out.open(f"<this:{name}.{member}>")
        out.add(f'<InArgument x:TypeArguments="{kind}" />')
        out.close(f"</this:{name}.{member}>")
    out.add("<mva:VisualBasic.Settings>Assembly references and imported namespaces for internal "
            "implementation</mva:VisualBasic.Settings>")
    out.open("<mxswa:Workflow>")
    reference(out, FLOW_ACTIVITIES + "StageRelationshipCollectionComposite", "RelationshipCollectionStep1",
              flow.version)
    relationships(out, flow)
    end_reference(out)


def relationships(out, flow):
    if not flow.transitions:
        out.add('<sco:Collection x:TypeArguments="Activity" x:Key="Activities" />')
        return
    out.open(ACTIVITIES_OPEN)
    for number, transition in enumerate(flow.transitions, 2):
        out.open(f'<Sequence DisplayName="RelationshipStep{number}">')
        out.add(f'<mcwb:StageRelationship AttributeName="{transition.attribute}" '
                f'RelationshipName="{transition.relationship}" SourceStageId="{transition.source}" '
                f'TargetStageId="{transition.target}" />')
        out.close("</Sequence>")
    out.close("</sco:Collection>")


def xaml(flow):
    """The text of the flow as Dataverse exports it, with "\\n" between lines."""
    out, number = Lines(), 1 + len(flow.transitions)
    # Conditions are numbered after everything else.
    condition = number + sum(2 + 2 * len(stage.steps) for stage in flow.stages)
    entity = number + 1
    head(out, flow)
    for position, stage in enumerate(flow.stages):
        number += 1
        following = stage.following or (flow.stages[position + 1].id if position + 1 < len(flow.stages) else None)
        # The first shows the running number, each later one the one after its predecessor's.
        reference(out, ACTIVITIES + "EntityComposite", f"EntityStep{entity + position}: {stage.table}", flow.version)
        out.open(ACTIVITIES_OPEN)
        number += 1
        reference(out, ACTIVITIES + "StageComposite", f"StageStep{number}: {stage.name}", flow.version)
        out.open(ACTIVITIES_OPEN)
        for step in stage.steps:
            number += 1
            reference(out, ACTIVITIES + "StepComposite", f"StepStep{number}: {step.name}", flow.version)
            out.open(ACTIVITIES_OPEN)
            number += 1
            out.open(f'<Sequence DisplayName="ControlStep{number}">')
            control(out, step)
            out.close("</Sequence>")
            out.close("</sco:Collection>")
            label(out, step.label, step.id)
            out.add(f'<x:String x:Key="ProcessStepId">{step.id}</x:String>')
            out.add(f'<x:Boolean x:Key="IsProcessRequired">{step.required}</x:Boolean>')
            end_reference(out)
        if stage.branches:
            condition = branching(out, stage, condition + 1, flow.version)
        out.close("</sco:Collection>")
        label(out, stage.name, stage.id)
        out.add(f'<x:String x:Key="StageId">{stage.id}</x:String>')
        out.add(f'<x:String x:Key="StageCategory">{stage.category}</x:String>')
        out.add(f'<x:String x:Key="NextStageId">{following}</x:String>' if following
                else '<x:Null x:Key="NextStageId" />')
        end_reference(out)
        out.close("</sco:Collection>")
        out.add('<x:Null x:Key="RelationshipName" />')
        out.add('<x:Null x:Key="AttributeName" />')
        out.add('<x:Boolean x:Key="IsClosedLoop">False</x:Boolean>')
        end_reference(out)
    out.close("</mxswa:Workflow>")
    out.close("</Activity>")
    return "\n".join(out.lines)


def part(node, key):
    """The keyed property of an ActivityReference."""
    return next(child for group in node if group.tag.endswith(".Properties") for child in group
                if child.get(X + "Key") == key)


def read(text):
    """The flow in an exported text."""
    root = ET.fromstring(text)
    flow = Flow(id="", stages=[])
    raw = root.get(X + "Class").removeprefix("XrmWorkflow")
    flow.id = "-".join((raw[:8], raw[8:12], raw[12:16], raw[16:20], raw[20:]))
    flow.version = re.search(r"Microsoft\.Crm\.Workflow, Version=([0-9.]+)", text)[1]
    body = next(child for child in root if child.tag.endswith("}Workflow"))
    for composite in list(body)[1:]:
        node = part(composite, "Activities")[0]
        stage = Stage(id=part(node, "StageId").text, name=node.get("DisplayName").split(": ", 1)[1],
                      table=composite.get("DisplayName").split(": ", 1)[1], steps=[],
                      category=part(node, "StageCategory").text)
        for child in part(node, "Activities"):
            shown = part(child, "Activities")[0][0]
            stage.steps.append(Step(
                id=part(child, "ProcessStepId").text, label=part(child, "StepLabels")[0].get("Description"),
                column=shown.get("DataFieldName"), class_id=shown.get("ClassId"),
                display=shown.get("ControlDisplayName"), required=part(child, "IsProcessRequired").text == "True",
                name=child.get("DisplayName").split(": ", 1)[1]))
        flow.stages.append(stage)
    return flow


# A whole package -----------------------------------------------------------------------------------

DECLARATION = '\ufeff<?xml version="1.0" encoding="utf-8"?>\n'
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'

# Per column: logical name, display name, type and format of the attribute, class of the control.
COLUMNS = [
    ("fab_subject", "Subject", "nvarchar", "text", "4273edbd-ac1d-40d3-9fb2-095c621b552d"),
    ("fab_amount", "Amount", "money", "", "533b9e00-756b-4312-95a0-dc888637ac78"),
    ("fab_approved", "Approved", "bit", "", "67fac785-cd58-4f9f-abb3-4b7ddc6ed5ed"),
    ("fab_priority", "Priority", "picklist", "", "3ef39988-22bb-4f0b-bbbe-64b5a3748aee"),
    ("fab_startdate", "Start date", "datetime", "date", "5b773807-9fb2-42db-97c3-7a91eff8adff"),
    ("fab_notes", "Notes", "ntext", "textarea", "e0dece4b-6fc8-4a8f-a065-082708572369"),
    ("fab_quantity", "Quantity", "int", "", "c6d124ca-7eda-4a60-aea9-7fb8d318b68f"),
]


def identity(number):
    return f"5b1f0000-0000-4000-8000-{number:012x}"


def onboarding(stages=("Request", "Review & sign", "Deliver"), steps_per_stage=2):
    """A flow on one table; "&" and umlauts among the labels, since those get escaped."""
    flow = Flow(id="7c2e11aa-58d2-4c1c-9e5f-0d6f6a3b9c01", name="Onboarding", unique_name="fab_onboarding",
                stages=[])
    count = 0
    for position, name in enumerate(stages):
        stage = Stage(id=identity(1000 + position), name=name, table="fab_request", steps=[],
                      category=str(position) if position < 4 else NO_CATEGORY)
        for _ in range(steps_per_stage):
            column, display, _, _, class_id = COLUMNS[count % len(COLUMNS)]
            text = "Größe prüfen" if count == 1 else display if count < len(COLUMNS) else f"{display} {count}"
            stage.steps.append(Step(id=identity(count), label=text, column=column, class_id=class_id,
                                    display=display))
            count += 1
        flow.stages.append(stage)
    return flow


def file_stem(flow):
    return re.sub(r"[^A-Za-z0-9_-]", "", flow.name)[:50] + "-" + flow.id.upper()


def record(flow):
    """The Workflow element beside the text."""
    values = [("Type", 1), ("Subprocess", 0), ("Category", 4), ("Mode", 0), ("Scope", 4), ("OnDemand", 0),
              ("TriggerOnCreate", 1), ("TriggerOnDelete", 0), ("AsyncAutodelete", 0),
              ("SyncWorkflowLogOnFailure", 0), ("StateCode", 1), ("StatusCode", 2), ("processorder", 100),
              ("RunAs", 1), ("UniqueName", flow.unique_name), ("IsTransacted", 1),
              ("IntroducedVersion", "1.0.0.0"), ("IsCustomizable", 1), ("BusinessProcessType", 0),
              ("IsCustomProcessingStepAllowedForOtherPublishers", 1), ("ProcessTriggerScope", 1),
              ("PrimaryEntity", "fab_Request")]
    out = Lines()
    out.open(f'<Workflow WorkflowId="{{{flow.id}}}" Name="{attribute(flow.name)}" {XSI}>')
    out.add(f"<XamlFileName>/Workflows/{file_stem(flow)}.xaml</XamlFileName>")
    for name, value in values:
        out.add(f"<{name}>{value}</{name}>")
    out.open("<LocalizedNames>")
    out.add(f'<LocalizedName languagecode="1033" description="{attribute(flow.name)}" />')
    out.close("</LocalizedNames>")
    out.open("<labels>")
    for stage in flow.stages:
        for thing, text in [(stage.id, stage.name)] + [(step.id, step.label) for step in stage.steps]:
            out.open(f'<steplabels id="{{{thing}}}">')
            out.add(f'<label languagecode="1033" description="{attribute(text)}" />')
            out.close("</steplabels>")
    out.close("</labels>")
    out.close("</Workflow>")
    return DECLARATION + "\n".join(out.lines)


def table(name, title, columns, backing):
    out = Lines()
    out.open(f"<Entity {XSI}>")
    out.add(f'<Name LocalizedName="{title}" OriginalName="{title}">{name}</Name>')
    out.open("<EntityInfo>")
    out.open(f'<entity Name="{name}">')
    out.open("<LocalizedNames>")
    out.add(f'<LocalizedName description="{title}" languagecode="1033" />')
    out.close("</LocalizedNames>")
    out.open("<attributes>")
    for column, display, kind, form, _ in columns:
        out.open(f'<attribute PhysicalName="{column}">')
        for key, value in (("Type", kind), ("Name", column), ("LogicalName", column), ("RequiredLevel", "none")):
            out.add(f"<{key}>{value}</{key}>")
        if form:
            out.add(f"<Format>{form}</Format>")
        if kind == "picklist":
            out.open(f'<optionset Name="fab_request_{column}">')
            out.add("<OptionSetType>picklist</OptionSetType>")
            out.open("<options>")
            for value, text in ((104000000, "Low"), (104000001, "High")):
                out.open(f'<option value="{value}">')
                out.open("<labels>")
                out.add(f'<label description="{text}" languagecode="1033" />')
                out.close("</labels>")
                out.close("</option>")
            out.close("</options>")
            out.close("</optionset>")
        out.open("<displaynames>")
        out.add(f'<displayname description="{display}" languagecode="1033" />')
        out.close("</displaynames>")
        out.close("</attribute>")
    out.close("</attributes>")
    for key, value in (("EntitySetName", name.lower() + "s"),
                       ("OwnershipTypeMask", "OrgOwned" if backing else "UserOwned"),
                       ("IsBusinessProcessEnabled", int(not backing)), ("IsBPFEntity", int(backing))):
        out.add(f"<{key}>{value}</{key}>")
    out.close("</entity>")
    out.close("</EntityInfo>")
    out.close("</Entity>")
    return DECLARATION + "\n".join(out.lines)


ROLE_ID = "{0a3f4c58-11aa-4c1c-9e5f-0d6f6a3b9c02}"


def role(privileges):
    """privileges: names; they are sorted without regard to case."""
    out = Lines()
    out.open(f'<Role id="{ROLE_ID}" name="Request Handler" {XSI}>')
    out.add("<IsCustomizable>1</IsCustomizable>")
    out.open("<RolePrivileges>")
    for name in sorted(privileges, key=str.lower):
        out.add(f'<RolePrivilege name="{name}" level="Global" />')
    out.close("</RolePrivileges>")
    out.close("</Role>")
    return DECLARATION + "\n".join(out.lines)


def solution(flows):
    out = Lines()
    out.open(f'<ImportExportXml version="9.2.24113.148" SolutionPackageVersion="9.2" languagecode="1033" '
             f'generatedBy="CrmLive" {XSI}>')
    out.open("<SolutionManifest>")
    out.add("<UniqueName>FabrikamRequests</UniqueName>")
    out.open("<LocalizedNames>")
    out.add('<LocalizedName description="Fabrikam Requests" languagecode="1033" />')
    out.close("</LocalizedNames>")
    out.add("<Descriptions />")
    out.add("<Version>1.2.0.0</Version>")
    out.add("<Managed>0</Managed>")
    out.open("<Publisher>")
    out.add("<UniqueName>fabrikam</UniqueName>")
    out.open("<LocalizedNames>")
    out.add('<LocalizedName description="Fabrikam" languagecode="1033" />')
    out.close("</LocalizedNames>")
    out.add("<CustomizationPrefix>fab</CustomizationPrefix>")
    out.add("<CustomizationOptionValuePrefix>10400</CustomizationOptionValuePrefix>")
    out.close("</Publisher>")
    out.open("<RootComponents>")
    out.add('<RootComponent type="1" schemaName="fab_request" behavior="0" />')
    for flow in flows:
        out.add(f'<RootComponent type="1" schemaName="{flow.unique_name}" behavior="0" />')
    out.add(f'<RootComponent type="20" id="{ROLE_ID}" behavior="0" />')
    for flow in flows:
        out.add(f'<RootComponent type="29" id="{{{flow.id}}}" behavior="0" />')
    out.close("</RootComponents>")
    out.add("<MissingDependencies />")
    out.close("</SolutionManifest>")
    out.close("</ImportExportXml>")
    return DECLARATION + "\n".join(out.lines)


CUSTOMIZATIONS = DECLARATION + f"""<ImportExportXml {XSI}>
  <Entities />
  <Roles />
  <Workflows />
  <FieldSecurityProfiles />
  <Templates />
  <EntityMaps />
  <EntityRelationships />
  <OrganizationSettings />
  <optionsets />
  <CustomControls />
  <EntityDataProviders />
  <Languages>
    <Language>1033</Language>
  </Languages>
</ImportExportXml>"""


def package(flow, privileges):
    """Every file of an unpacked solution: its path in the folder and its bytes."""
    texts = {
        "Other/Solution.xml": solution([flow]),
        "Other/Customizations.xml": CUSTOMIZATIONS,
        f"Workflows/{file_stem(flow)}.xaml": xaml(flow),
        f"Workflows/{file_stem(flow)}.xaml.data.xml": record(flow),
        "Entities/fab_Request/Entity.xml": table("fab_Request", "Request", COLUMNS, False),
        f"Entities/{flow.unique_name}/Entity.xml": table(flow.unique_name, flow.name, [], True),
        "Roles/Request Handler.xml": role(privileges),
    }
    return {path: text.encode("utf-8") for path, text in texts.items()}


def write(folder, files):
    for name, data in files.items():
        path = pathlib.Path(folder) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def read_folder(folder):
    root = pathlib.Path(folder)
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}
