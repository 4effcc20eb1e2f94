/* test-rules.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <string.h>

/* What each rule says, and where it is silent: one row a case. Every rule has a row that makes it
 * speak and one, as close to it as can be, that does not; a row's outcome is all that is found. */
typedef struct
{
  const char *rule;
  const char *script;
  const char *problems;
} Row;

#define GUID  "5ca1ab1e-0000-4000-8000-000000000009"
#define GUID2 "5CA1AB1E-0000-4000-8000-000000000009"

/* Eleven active flows, each with an order of its own. */
#define TEN_ACTIVE                                                                                 \
  "flow active=1; new flow f1; flow active=1; new flow f2; flow active=1; new flow f3; flow "      \
  "active=1; new flow f4; flow active=1; new flow f5; flow active=1; new flow f6; flow active=1; " \
  "new flow f7; flow active=1; new flow f8; flow active=1; new flow f9; flow active=1; "

/* The flow is listed, and has a table that may be listed, too. */
#define LISTED "new component 29 flow; new table new_flow; new_flow backing=1; "
/* One stage of six steps. */
#define SIX_STEPS "outline A>; steps A 6; "

/* A role that may read and move the flow. */
#define MOVER \
  "new role R; new privilege R prvReadnew_flow Global; new privilege R prvWritenew_flow Global; "
/* A flow of two tables, and a role that may work with the rows of both. */
#define TWO_TABLES "outline A>B B:lead>; new transition A B r; "
#define WORKER                                                                                 \
  TWO_TABLES MOVER "new privilege R prvReadnew_t Basic; new privilege R prvWritenew_t Basic; " \
                   "new privilege R prvReadLead Basic; new privilege R prvWriteLead Basic; "
/* A flow of two tables with a table of its own, which has a lookup to the first of them. */
#define BACKED \
  TWO_TABLES "new table new_flow; new_flow backing=1; new column new_flow.bpf_new_tid; "
/* A role that may start the flow. */
#define STARTER                                                                                    \
  "new role R; new privilege R prvReadnew_flow Global; new privilege R prvCreatenew_flow Global; " \
  "new privilege R prvAppendnew_flow Global; "
/* Two active flows on one table, the second for those who may start it. */
#define SECOND "flow active=1; " STARTER "new flow f; flow active=1 order=7; "
#define START_F                                                                                  \
  "new privilege R prvReadnew_f Global; new privilege R prvCreatenew_f Global; new privilege R " \
  "prvAppendnew_f Global"
/* A stage with an action step, a flow step or a trigger for the process GUID. */
#define ACTION   "A1 column=null kind=1 process_id=" GUID "; "
#define CLOUD    "A1 column=null kind=2 process_id=" GUID "; "
#define ON_ENTER "new trigger A; A!0 workflow_id=" GUID "; new event A!0 STAGEENTER 40; "
#define GLOBAL   "new trigger A; A!0 workflow_id=" GUID "; new event A!0 PROCESSSTATUSCHANGE 40; "
#define DIGITS   "5ca1ab1e000040008000666c6f770000"

/* Five and six conditions, each on the way of the one before. */
#define FIVE_DEEP "outline A?B|1 B?C|2 C?D|3 D?E|4 E?F|5 F> 5> 4> 3> 2> 1>"
#define SIX_DEEP  "outline A?B|1 B?C|2 C?D|3 D?E|4 E?F|5 F?G|6 G> 6> 5> 4> 3> 2> 1>"
/* Ten and eleven. */
#define TEN_DEEP                                                                                 \
  "outline A?B|1 B?C|2 C?D|3 D?E|4 E?F|5 F?G|6 G?H|7 H?I|8 I?J|9 J?K|0 K> 0> 9> 8> 7> 6> 5> 4> " \
  "3> 2> 1>"
#define ELEVEN_DEEP                                                                              \
  "outline A?B|1 B?C|2 C?D|3 D?E|4 E?F|5 F?G|6 G?H|7 H?I|8 I?J|9 J?K|0 K?L|X L> X> 0> 9> 8> 7> " \
  "6> 5> 4> 3> 2> 1>"

static const Row rows[] = {
  { "F-01", TEN_ACTIVE "new flow f10; flow active=0", "" },
  { "F-01", TEN_ACTIVE "new flow f10; flow active=1", "F-01 error f10 11/10" },
  { "F-01",
    TEN_ACTIVE "new flow f10; flow active=1; f101 table=new_u; flow primary_table=new_u; "
               "new table new_u; new column new_u.c",
    "" },
  { "F-02", "stages 30", "ST-15 advice flow 30/10" },
  { "F-02", "stages 31", "F-02 error flow 31/30" },
  { "F-03",
    "outline A>B B:p_1>C C:p_2>D D:p_3>E E:p_4>A1 A1>; new transition A B r; new transition "
    "B C r; new transition C D r; new transition D E r",
    "" },
  { "F-03",
    "outline A>B B:p_1>C C:p_2>D D:p_3>E E:p_4>F F:p_5>; new transition A B r; new "
    "transition B C r; new transition C D r; new transition D E r; new transition E F r",
    "F-03 error flow 6/5" },
  { "F-04", "outline A>", "" },
  { "F-04", "flow stages=", "F-04 error flow 0/1" },
  { "F-04", "flow primary_table=NEW_T", "" },
  { "F-04", "flow primary_table=new_other", "F-04 error A" },
  { "F-05", "flow name=null labels= unique_name=null primary_table=null", "" },
  { "F-05", "flow name=null", "F-05 error flow" },
  { "F-05", "flow name=~~", "F-05 error flow" },
  { "F-06", "flow name=ä*100", "" },
  { "F-06", "flow name=x*101", "F-06 error flow 101/100" },
  { "F-06", "label flow 1033 Name; label flow 1031 x*101", "F-06 error flow 101/100" },
  { "F-07", "flow unique_name=null primary_table=null name=Éa", "" },
  { "F-07", "flow unique_name=null primary_table=null name=日本", "F-07 warning flow" },
  { "F-07", "flow unique_name=null name=a~b; new flow g; flow unique_name=null name=a-B",
    "F-07 warning g" },
  { "F-07", "flow unique_name=new_ab; new flow g; flow unique_name=null name=a-B",
    "F-07 warning g" },
  { "F-08", "flow unique_name=new_Flow_2", "" },
  { "F-08", "flow unique_name=new_a-b", "F-08 error flow" },
  { "F-08", "flow unique_name=1new_a; solution prefix=null", "F-08 error flow" },
  { "F-08", "flow unique_name=x*257; solution prefix=null", "F-08 error flow 257/256" },
  { "F-08", "flow unique_name=x*50; solution prefix=null", "" },
  { "F-08", "flow unique_name=x*51; solution prefix=null", "F-08 warning flow 51/50" },
  { "F-09", "new flow g; flow unique_name=new_flow2", "" },
  { "F-09", "new flow g; flow unique_name=NEW_flow", "F-09 error g" },
  { "F-09", "new flow g; flow id=5ca1ab1e-0000-4000-8000-666c6f770000", "F-09 error flow" },
  { "F-09", "new table new_flow; new_flow backing=1", "" },
  { "F-09", "new table new_flow; new_flow flow_enabled=0", "" },
  { "F-09", "new table new_flow", "F-09 error flow" },
  { "F-10", "flow unique_name=new_bpf_0123456789abcdef0123456789abcdef", "" },
  { "F-10", "flow unique_name=old_bpf_0123456789abcdef0123456789abcdef", "F-10 warning flow" },
  { "F-11", "flow unique_name=NEW_flow", "" },
  { "F-11", "flow unique_name=newer_flow", "F-11 warning flow" },
  { "F-11", "flow unique_name=newer_flow; solution prefix=null", "" },
  { "F-11", "flow unique_name=phonetocaseprocess", "" },
  { "F-12", "flow id=5ca1ab1e-0000-4000-8000-0000000000aa", "" },
  { "F-12", "flow id=null", "F-12 error solution" },
  { "F-12", "flow id=flow", "F-12 error flow" },
  { "F-12", "flow business_process_type=1", "F-12 error flow 1/0" },
  { "F-12", "flow primary_table=null", "F-12 error flow" },
  { "F-13", "flow description=x*2000", "" },
  { "F-13", "flow description=x*2001", "F-13 warning flow 2001/2000" },
  { "F-14", "flow active=1; new flow g; flow active=1 order=5; new flow h; flow order=5", "" },
  { "F-14", "flow active=1; new flow g; flow active=1 order=0; new flow h; flow active=1 order=0",
    "F-14 warning g 3/1" },
  { "F-22", "label flow 1033 Name; label flow 1031 Name", "" },
  { "F-22", "label flow 1031 Name", "F-22 warning flow" },
  { "F-22", "label A 1033 null; label A 1031 Name", "SL-05 warning flow 1/4; F-22 warning A" },
  { "F-22", "label A1 1033 null; label A1 1031 Name", "SL-05 warning flow 1/4; F-22 warning A1" },

  { "ST-01", "steps A 1", "" },
  { "ST-01", "A steps=", "ST-01 error A 0/1" },
  { "ST-02", "steps A 30", "" },
  { "ST-02", "steps A 31", "ST-02 error A 31/30" },
  { "ST-03", "label A 1033 x*100; label A 1031 x*100", "SL-05 warning flow 1/4" },
  { "ST-03", "label A 1033 x*101", "ST-03 error A 101/100" },
  { "ST-03", "label A 1031 x*101", "SL-05 warning flow 1/4; ST-03 error A 101/100" },
  { "ST-03", "A labels= name=x*101", "ST-03 error A 101/100" },
  { "ST-03", "A labels= name=", "ST-03 error A" },
  { "ST-04", "label B 1033 Do~A~2", "" },
  { "ST-04", "label A 1033 äh; label B 1033 Äh", "ST-04 warning B" },
  { "ST-05", "outline A>; A id=" GUID2, "" },
  { "ST-05", "outline A>; A id=null", "ST-05 error flow" },
  { "ST-05b", "new flow f", "" },
  { "ST-05b", "outline f1>; new flow f", "ST-05b warning f" },
  { "ST-05", "outline A>; A id=stage", "ST-05 error stage" },
  { "ST-05", "A next=null; B id=5ca1ab1e-0000-4000-8000-410000000000",
    "ST-05 error A; ST-13 advice A" },
  { "ST-06", "A table=NEW_T", "" },
  { "ST-06", "outline A> ; A table=~", "ST-06 error A" },
  { "ST-07", "new_t flow_enabled=0", "" },
  { "ST-07", "outline A>; new_t flow_enabled=1", "ST-07 error A" },
  { "ST-07", "outline A>; new_t flow_enabled=1 backing=1", "" },
  { "ST-08", "outline A:lead>; flow primary_table=lead", "" },
  { "ST-08", "outline A:annotation>; flow primary_table=annotation", "ST-08 warning A" },
  { "ST-08",
    "outline A:annotation>; flow primary_table=annotation; new table annotation; new column "
    "annotation.c",
    "" },
  { "ST-09", "outline A:socialactivity>; flow primary_table=socialactivity", "" },
  { "ST-09", "outline A>B B:socialactivity>; new transition A B r", "ST-09 warning B" },
  { "ST-10", "A category=-1; B category=7", "" },
  { "ST-10", "A category=405140004", "" },
  { "ST-10", "A category=8", "ST-10 warning A" },
  { "ST-12", "outline A>B B>", "" },
  { "ST-12", "outline A>B B>X", "ST-12 error B" },
  { "ST-12", "outline A>B B>A", "ST-12 error A" },
  { "ST-12", "outline A>A", "ST-12 error A" },
  { "ST-13", "outline A?B|C B> C>", "" },
  { "ST-13", "outline A>C B> C>", "ST-13 advice B" },
  { "ST-15", "stages 10", "" },
  { "ST-15", "stages 11", "ST-15 advice flow 11/10" },

  { "SP-01", "A1 column=C", "" },
  { "SP-01", "A1 column=name", "SP-01 error A1" },
  { "SP-01", "A1 column=name; new_t complete=0", "" },
  { "SP-01", "A1 column=new_x; new_t complete=0; new table lead; new column lead.new_x",
    "SP-01 warning A1" },
  { "SP-01", "A1 column=name; new_t complete=0; new table lead; new column lead.name", "" },
  { "SP-01", "outline A:lead>; flow primary_table=lead; A1 column=new_x", "" },
  { "SP-02", "A1 column=null class_id=DFDF1CDE-837B-4AC9-98CF-AC74361FD89D", "" },
  { "SP-02", "A1 column=null", "SP-02 error A1" },
  { "SP-02", "A1 column=null kind=1 process_id=" GUID, "" },
  { "SP-03", "A1 id=" GUID, "" },
  { "SP-03", "A1 id=" GUID "; B1 id=" GUID2, "SP-03 error " GUID2 },
  { "SP-03", "A1 id=null", "SP-03 error A" },
  { "SP-03", "A1 id=step", "SP-03 error step" },
  { "SP-03", "B1 control_id=c", "" },
  { "SP-03", "new column new_t.d; new step A A2 d", "" },
  { "SP-03", "new step A A2 C", "SP-03 error A2" },
  { "SP-03", "new column new_t.d; new step A A2 d; A2 control_id=c", "SP-03 error A2" },
  { "SP-04", "new step B B2 c; B2 control_id=c_1; new column new_t.d; B2 column=d", "" },
  { "SP-04", "new step A A2 c; A2 control_id=c_1", "SP-04 warning A2" },
  { "SP-06", "new column new_t.address1_city; A1 column=address1_city", "" },
  { "SP-06", "new column new_t.address1_composite; A1 column=address1_composite",
    "SP-06 warning A1" },
  { "SP-07", "new_t.c calculated=1", "" },
  { "SP-07", "A1 required=1", "" },
  { "SP-07", "A1 required=1; new_t.c calculated=1", "SP-07 warning A1" },
  { "SP-07", "B1 required=1; new_t.c read_only=1", "SP-07 warning B1" },
  { "SP-08", "new_t.c type=10", "" },
  { "SP-08", "A1 required=1; new_t.c type=10", "SP-08 warning A1" },
  { "SP-08", "A1 required=1 class_id=67fac785-cd58-4f9f-abb3-4b7ddc6ed5ed; new_t.c type=0",
    "SP-08 warning A1" },
  { "SP-09", "new column new_t.d; new step A A2 d; new_t.c type=10", "" },
  { "SP-09", "new_t.c type=10", "" },
  { "SP-09", "new column new_t.d; new step A A2 d; new_t.c type=10; new_t.d type=10",
    "SP-09 advice A" },
  { "SP-09", "new column new_t.d; new step A A2 d; new_t.c type=10; new_t.d type=10; A1 required=1",
    "SP-08 warning A1" },
  { "SP-10", "new_t.c required=2 form=3", "" },
  { "SP-10", "new_t.c required=1 form=1", "" },
  { "SP-10", "new_t.c required=2 form=0", "" },
  { "SP-10", "outline A>; new_t.c required=2 form=1", "SP-10 warning A1" },
  { "SP-12", "new_t.c form=3", "" },
  { "SP-12", "new_t.c form=1", "" },
  { "SP-12", "outline A>; new_t.c form=2", "SP-12 warning A1" },
  { "SP-11", "new_t.c required=2", "" },
  { "SP-11", "new column new_t.d; new_t.d required=1; new step B B2 d", "" },
  { "SP-11", "new column new_t.d; new_t.d required=3; new step B B2 d", "" },
  { "SP-11", "new column new_t.d; new_t.d required=2; new step A A2 d; new step B B2 d", "" },
  { "SP-11", "new column new_t.d; new_t.d required=2; new step B B2 d", "SP-11 advice B2" },
  { "SP-11",
    "outline A>B B:p_u>; new transition A B r; new table p_u; new column p_u.c; p_u.c required=2",
    "" },
  { "SP-13", "label A1 1033 x*100", "" },
  { "SP-13", "label A1 1033 x*101", "SP-13 warning A1 101/100" },
  { "SP-13", "label A1 1033 ~", "F-22 warning A1; SP-13 warning A1" },
  { "SP-13b", "A@0 own_id=5CA1AB1E-0000-4000-8000-410000000000", "" },
  { "SP-13b", "A@0 own_id=" GUID, "SP-13b error A" },
  { "SP-13b", "B1@0 own_id=" GUID, "SP-13b error B1" },
  { "SP-16", "new_t.c type=8", "" },
  { "SP-16", "outline A>; new_t.c type=22", "SP-16 warning A1" },
  { "SP-17", "new_t.c secured=1", "" },
  { "SP-17", "A1 required=1; new_t.c secured=1", "SP-17 warning A1" },
  { "SP-18", "A1 column=null kind=1 process_id=" GUID "; B1 column=null kind=2 process_id=" GUID,
    "" },
  { "SP-18", "A1 column=null kind=1", "SP-18 error A1" },
  { "SP-18", "A1 column=null kind=2 process_id=x", "SP-18 error A1" },
  { "SP-18", ACTION "new process " GUID " 3 NEW_T", "" },
  { "SP-18", ACTION "new process " GUID " 0 new_t", "" },
  { "SP-18", ACTION "new process " GUID " 3 new_t; process on_demand=0", "" },
  { "SP-18", ACTION "new process " GUID " 5 new_t", "SP-18 error A1" },
  { "SP-18", ACTION "new process " GUID " 3 new_t; process active=0", "SP-18 error A1" },
  { "SP-18", ACTION "new process " GUID " 0 new_t; process on_demand=0", "SP-18 error A1" },
  { "SP-18", ACTION "new process " GUID " 3 lead", "SP-18 warning A1" },
  { "SP-19",
    ACTION "new process " GUID " 3 new_t; new parameter EntityReference target; new parameter "
           "String; new parameter String output; new parameter EntityReference output",
    "" },
  { "SP-19", ACTION "new process " GUID " 0 new_t; new parameter Entity", "" },
  { "SP-19", ACTION "new process " GUID " 3 null", "SP-19 error A1" },
  { "SP-19", ACTION "new process " GUID " 3 new_t; new parameter EntityReference",
    "SP-19 error A1" },
  { "SP-19", ACTION "new process " GUID " 3 new_t; new parameter EntityCollection",
    "SP-19 error A1" },
  { "SP-19", ACTION "new process " GUID " 3 new_t; new parameter OptionSetValue output",
    "SP-19 error A1" },
  { "SP-19", ACTION "new process " GUID " 3 new_t; new parameter Entity output", "SP-19 error A1" },
  { "SP-19",
    ACTION "new process " GUID " 3 new_t; new parameter EntityReference output; new parameter "
           "EntityReference output",
    "SP-19 error A1 2/1" },
  { "SP-22", CLOUD "new process " GUID " 5 null", "" },
  { "SP-22", CLOUD "new process " GUID " 5 null; process active=0", "SP-22 warning A1" },
  { "SP-22", CLOUD "new process " GUID " 0 new_t", "SP-22 warning A1" },
  { "SP-20", "new trigger A; new event A!0 STAGEENTER 40", "" },
  { "SP-20", "new trigger A; new event A!0 STAGEENTER 20", "SP-20 error A 20/40" },
  { "SP-20", "new trigger A; new event A!0 STAGEEXIT 40", "SP-20 error A 40/20" },
  { "SP-20", "new trigger A; new event A!0 STAGEEXIT 20; A!0.0 filter=" GUID, "SP-20 error A" },
  { "SP-20", "new trigger A; A!0 workflow_id=null", "SP-20 error A" },
  { "SP-20", "A1 action_id=5CA1AB1E-0000-4000-8000-413100000000", "" },
  { "SP-20", "A1 action_id=" GUID, "SP-20 error A1" },

  { "BR-01", "outline A?B|C B> C>", "" },
  { "BR-01", "outline A?B|C B> C>; A?0.0 column=d", "BR-01 error A" },
  { "BR-01",
    "outline A?B|C B> C>; A?0.0 column=d table=contact; new_t.c type=13; new target new_t.c "
    "contact",
    "" },
  { "BR-01", "outline A?B|C B> C>; A?0.0 column=null", "BR-01 error A" },
  { "BR-02", "outline A?B|C B> C>; new clause A?0 c or; new clause A?0 c or", "" },
  { "BR-02", "outline A?B|C B> C>; A?0.0 join=1; new clause A?0 c and; new clause A?0 c and", "" },
  { "BR-02", "outline A?B|C B> C>; new clause A?0 c and; new clause A?0 c or", "BR-02 error A" },
  { "BR-03", FIVE_DEEP, "ST-15 advice flow 11/10" },
  { "BR-03",
    "outline A?B|1=C B>C 1>C C?D|2=E D>E 2>E E?F|3=G F>G 3>G G?H|4=I H>I 4>I I?J|5=K J>K "
    "5>K K?L|6 L> 6>",
    "ST-15 advice flow 18/10" },
  { "BR-03", SIX_DEEP, "ST-15 advice flow 13/10; BR-03 warning F 6/5" },
  { "BR-03", TEN_DEEP, "ST-15 advice flow 21/10; BR-03 warning J 10/5" },
  { "BR-03", ELEVEN_DEEP, "ST-15 advice flow 23/10; BR-03 error K 11/10" },
  { "BR-06", "outline A?B/C B> C>", "" },
  { "BR-06", "outline A?B|C B> C>; A?1 target=null", "BR-06 error A; ST-13 advice C" },
  { "BR-06", "outline A?B|C B> C>; A?0 clauses=", "BR-06 error A" },
  { "BR-06", "outline A?B|C B> C>; A?0.0 operator=Equal", "BR-06 error A" },
  { "BR-06", "outline A?B|C B> C>; A?0.0 operator=Equal; new operand A?0.0 String x", "" },
  { "BR-06", "outline A?B|C B> C>; A? branches=", "BR-06 error A; ST-13 advice B; ST-13 advice C" },
  { "BR-07", "outline A?B|C|D=E B>E C>E D>E E>", "" },
  { "BR-07", "outline A?B|C|D B> C> D>", "" },
  { "BR-07", "outline A?B|C|D B>E C>E D> E>", "BR-07 error A" },
  { "BR-07", "outline A?B|C|D=F B>E C>E E>F D>F F>", "BR-07 error A" },
  { "BR-07", "outline A?B|C C?D|E=F D>F E>F F> B>", "" },
  { "BR-07", "outline A?B|C=G C?D|E=F D>F E>F F>G B>G G>", "" },
  { "BR-07", "outline A?B|C C?D|E D>F B>F F> E>", "BR-07 error A" },
  { "BR-07", "outline A?B|C/ B>D C>D D>", "" },
  { "BR-08", "outline A?B|C B> C>; new_t.c type=6", "" },
  { "BR-08", "outline A?B|C B> C>; new_t.c type=7", "BR-08 warning A" },
  { "BR-09",
    "outline A?B|C B> C>; A?0.0 column=d table=contact; new_t.c type=13; new target new_t.c "
    "account; new target new_t.c Contact",
    "" },
  { "BR-09", "outline A?B|C B> C>; A?0.0 column=d table=contact; new_t.c type=13", "" },
  { "BR-09", "outline A?B|C B> C>; A?0.0 column=d table=contact; new_t.c type=0", "" },
  { "BR-09", "outline A?B|C B> C>; A?0.0 column=d table=contact", "BR-09 warning A" },
  { "BR-09",
    "outline A?B|C B> C>; A?0.0 column=d table=contact; new_t.c type=13; new target new_t.c "
    "account",
    "BR-09 warning A" },
  { "BR-10",
    "outline A?B|C B> C>; new option new_t.c 5; A?0.0 operator=Equal; new operand A?0.0 "
    "OptionSetValue 5",
    "" },
  { "BR-10",
    "outline A?B|C B> C>; new option new_t.c 5; A?0.0 operator=Equal; new operand A?0.0 "
    "OptionSetValue 6",
    "BR-10 warning A" },
  { "BR-14", "outline A?B|C B> C>", "" },
  { "BR-14", "outline A?B|X B>", "BR-14 error A" },
  { "BR-14", "outline A?B|B B>", "BR-14 warning A" },
  { "BR-14", "outline A?B|B|C B> C>", "" },

  { "TB-01", "outline A>B B:p_u>; new transition A B r; new relationship r new_t p_u", "" },
  { "TB-01", "outline A>B B:p_u>; new transition A B r; new relationship r p_u new_t",
    "TB-01 error B" },
  { "TB-01", "outline A>B B:p_u>; new transition A B r; new relationship s p_u new_t", "" },
  { "TB-01", "new transition A B r; new relationship r p_u new_t", "" },
  { "TB-01", "new transition A X r", "TB-01 warning flow" },
  { "TB-02", "outline A>B B:p_u>C C>; new transition A B r", "" },
  { "TB-02", "outline A>B B:p_u>C C>", "TB-02 warning B" },
  { "TB-02", "outline A?B|C B>D C:p_u>D D:p_u>; new transition A C r; new transition B D r", "" },

  { "TB-07", BACKED "new column new_flow.bpf_LEADid", "" },
  { "TB-07", BACKED "new column new_flow.x; new target new_flow.x lead", "" },
  { "TB-07", BACKED, "TB-07 advice flow" },
  { "TB-07", BACKED "new_flow columns=", "" },
  { "TB-07", BACKED "new_flow backing=0 flow_enabled=0", "" },

  { "WK-01", ON_ENTER "new process " GUID " 0 New_T", "" },
  { "WK-01", ON_ENTER "new process " GUID2 " 3 lead", "WK-01 error A" },
  { "WK-01", ON_ENTER "new process " GUID " 0 new_t; process active=0", "WK-01 error A" },
  { "WK-01", ON_ENTER "new process " GUID " 0 new_t; process on_demand=0", "WK-01 error A" },
  { "WK-01", ON_ENTER "new process " GUID " 0 lead", "WK-01 error A" },
  { "WK-02", GLOBAL "new process " GUID " 0 new_flow", "" },
  { "WK-02", GLOBAL "new process " GUID " 0 new_t", "" },
  { "WK-02", GLOBAL "new process " GUID " 0 lead", "WK-02 warning A" },
  { "WK-02", GLOBAL "new process " GUID " 0 new_flow; process active=0", "WK-02 error A" },
  { "WK-02", GLOBAL "new process " GUID " 0 new_flow; process on_demand=0", "WK-02 error A" },
  { "WK-03", "new trigger A; new event A!0 STAGEEXIT 20", "" },
  { "WK-03", "new trigger B; new event B!0 STAGEENTER 40", "" },
  { "WK-03", "new trigger B; new event B!0 STAGEEXIT 20", "WK-03 warning B" },
  { "WK-03", "outline A?B/ B>; new trigger A; new event A!0 STAGEEXIT 20", "WK-03 warning A" },

  { "WK-04", "new trigger A; A!0 mode=2", "" },
  { "WK-04", "new trigger A; A!0 mode=3; new trigger B; B!0 mode=3", "WK-04 advice A" },

  { "GP-01", "label A 1033 Qualify; label B 1033 Stage~Gate", "" },
  { "GP-01", "label A 1033 日; label B 1033 Ja", "" },
  { "GP-01", "label A 1033 New~Stage~2", "GP-01 advice A 1/0" },
  { "GP-01", "label A 1033 x; label B 1033 2.~Phase", "GP-01 advice A 2/0" },
  { "GP-01", "label B 1033 3", "GP-01 advice B 1/0" },
  { "GP-02", SIX_STEPS "A1 required=1; A2 required=1; A3 required=1", "" },
  { "GP-02", SIX_STEPS "A1 required=1; A2 required=1; A3 required=1; A4 required=1",
    "GP-02 advice flow 4/3" },
  { "GP-02", "steps A 4; A1 required=1; A2 required=1; A3 required=1; A4 required=1", "" },
  { "GP-03", MOVER "new privilege R prvReadnew_t Basic; new privilege R prvWritenew_t Basic", "" },
  { "GP-03", MOVER, "" },
  { "GP-03",
    "new role R; new privilege R prvReadnew_flow Global; new privilege R prvReadnew_t Basic", "" },
  { "GP-03", MOVER "new privilege R prvReadnew_t Basic", "GP-03 advice R" },
  { "GP-03",
    MOVER "new privilege R prvReadnew_t Basic; A1 kind=1 process_id=" GUID
          "; B1 kind=1 process_id=" GUID,
    "" },

  { "SL-01", LISTED "new component 1 new_flow", "" },
  { "SL-01", LISTED "new component 1 new_t", "SL-01 error flow" },
  { "SL-01", "new component 1 new_t", "" },
  { "SL-02", LISTED "new component 1 NEW_Flow", "" },
  { "SL-02", "new component 29 flow; new component 1 new_flow", "SL-02 error flow" },
  { "SL-02", "new component 1 new_flow", "" },
  { "SL-03", "flow unique_name=new_bpf_" DIGITS "; new component 1 new_bpf_" DIGITS, "" },
  { "SL-03", "new component 1 new_bpf_0" DIGITS, "" },
  { "SL-03", "new component 20 old_bpf_" DIGITS, "" },
  { "SL-03", "new component 1 old_bpf_" DIGITS, "SL-03 warning flow" },
  { "SL-05", "outline A>; label A 1031 a; label A1 1031 b", "" },
  { "SL-05", "outline A>; label A1 1031 b", "SL-05 warning flow 1/2" },
  { "SL-05", "outline A>; label A1 1031 b; solution language=1031", "F-22 warning A" },
  { "SL-08", "flow active=1; new flow f; flow active=1; new app Sales 1:new_t 29:flow 29:f", "" },
  { "SL-08", "new flow f; new app Sales 1:new_t 29:x", "" },
  { "SL-08", "flow active=1; new flow f; new app Sales 1:new_u 29:flow", "" },
  { "SL-08", "flow active=1; new flow f; new app Sales 1:NEW_T 29:flow", "SL-08 warning f" },
  { "SL-08", "flow active=1; new app Sales 1:new_t 29:flow; new app Other 1:new_t; new flow f",
    "SL-08 warning f" },
  { "F-15", "flow active=1; new app Sales 1:new_t 29:flow", "" },
  { "F-15", "new app Sales 1:new_t 29:x", "" },
  { "F-15", "new app Sales 1:new_t 29:flow", "F-15 advice flow" },
  { "SL-14", "solution unique_name=_Sales_2 publisher=Contoso", "" },
  { "SL-14", "solution unique_name=2Sales", "SL-14 error solution" },
  { "SL-14", "solution unique_name=a~b publisher=é", "SL-14 error solution; SL-14 error solution" },
  { "SL-15", "solution prefix=n2 option_prefix=10000; flow unique_name=n2_flow", "" },
  { "SL-15", "solution prefix=abcdefgh option_prefix=99999; flow unique_name=abcdefgh_x", "" },
  { "SL-15", "solution prefix=n; flow unique_name=n_flow", "SL-15 error solution" },
  { "SL-15", "solution prefix=abcdefghi; flow unique_name=abcdefghi_x", "SL-15 error solution" },
  { "SL-15", "solution prefix=2n; flow unique_name=null", "SL-15 error solution" },
  { "SL-15", "solution prefix=MSCRMx; flow unique_name=mscrmx_flow", "SL-15 error solution" },
  { "SL-15", "solution prefix=a_b; flow unique_name=a_b_flow", "SL-15 error solution" },
  { "SL-15", "solution option_prefix=9999", "SL-15 error solution" },
  { "SL-15", "solution option_prefix=100000", "SL-15 error solution" },
  { "SL-16", "solution version=1.0", "" },
  { "SL-16", "solution version=1.0.0.0-beta", "SL-16 error solution" },

  { "P-01", "flow active=1", "" },
  { "P-01",
    "flow active=1; new role R; new privilege R prvReadNEW_flow Global; new privilege R "
    "prvWritenew_flow Global",
    "" },
  { "P-01", "flow active=1; new role R; new privilege R prvReadNEW_flow Global",
    "P-01 warning flow" },
  { "P-01", "flow active=1; new role R; new privilege R prvReadAccount Global",
    "P-01 warning flow" },
  { "P-01", "new role R", "" },
  { "P-02", "new role R; new privilege R prvReadnew_flow Global", "" },
  { "P-02", "new role R; new privilege R prvWritenew_flow Global", "P-02 warning R" },
  { "P-02",
    "new role R; new privilege R prvReadnew_flow Global; new privilege R prvCreatenew_flow "
    "Global",
    "P-02 warning R" },
  { "P-02",
    "new role R; new privilege R prvReadnew_flow Global; new privilege R prvCreatenew_flow "
    "Global; new privilege R prvAppendnew_flow Global",
    "" },
  { "P-03", "new role R; new privilege R prvReadnew_flow Global", "" },
  { "P-03", "new role R; new privilege R prvReadnew_flow Basic", "P-03 warning R" },
  { "P-03", "new role R; new privilege R prvAssignnew_flow Global", "P-03 warning R" },
  { "P-03", "new role R; new privilege R prvReadnew_t Basic", "" },
  { "P-04",
    "outline A>B B:lead>; new transition A B r; new role R; new privilege R prvReadnew_flow "
    "Global; "
    "new privilege R prvReadNew_T Basic; new privilege R prvReadLead Basic",
    "" },
  { "P-04",
    "outline A>B B:lead>; new transition A B r; new role R; new privilege R prvReadnew_flow "
    "Global; "
    "new privilege R prvReadNew_T Basic",
    "P-04 advice R" },
  { "P-04",
    "outline A>B B:lead>; new transition A B r; new role R; new privilege R prvReadnew_flow Global",
    "" },
  { "P-04",
    "outline A>B B:phonecall>; new transition A B r; new role R; new privilege R prvReadnew_flow "
    "Global; new privilege R prvReadNew_T Basic; new privilege R prvReadActivity Basic",
    "" },
  { "P-06",
    "outline A?B|C B> C>; new role R; new privilege R prvReadnew_flow Global; new privilege "
    "R prvReadWorkflow Basic",
    "" },
  { "P-06", "outline A?B|C B> C>; new role R; new privilege R prvReadnew_flow Global",
    "P-06 warning flow" },
  { "P-05", TWO_TABLES MOVER, "" },
  { "P-05",
    WORKER "new privilege R prvCreateLead Basic; new privilege R prvAppendLead Basic; new "
           "privilege R prvAppendTonew_t Basic",
    "" },
  { "P-05", WORKER, "P-05 advice R" },
  { "P-05", WORKER "new privilege R prvCreateLead Basic; new privilege R prvAppendTonew_t Basic",
    "P-05 advice R" },
  { "P-05", WORKER "new privilege R prvCreateLead Basic; new privilege R prvAppendLead Basic",
    "P-05 advice R" },
  { "P-05",
    WORKER "new privilege R prvCreateLead Basic; new privilege R prvAppendLead Basic; new "
           "privilege R prvAppendTonew_t Basic; outline A>B B:lead>C C>",
    "" },
  { "P-05",
    TWO_TABLES MOVER "new privilege R prvReadnew_t Basic; new privilege R prvWritenew_t Basic; "
                     "new privilege R prvReadLead Basic",
    "GP-03 advice R" },
  { "P-08", "flow active=1; " LISTED STARTER "new component 1 new_flow", "" },
  { "P-08", LISTED "new component 1 new_flow", "" },
  { "P-08", "flow active=1; " LISTED "new component 1 new_flow", "P-08 advice solution" },
  { "P-12", SECOND, "P-01 warning f" },
  { "P-12",
    SECOND START_F "; new role S; new privilege S prvReadnew_f Global; new privilege S "
                   "prvCreatenew_f Global; new privilege S prvAppendnew_f Global",
    "" },
  { "P-12", SECOND START_F "; flow order=0", "F-14 warning f 2/1" },
  { "P-12", SECOND START_F "; flow active=0", "" },
  { "P-12", SECOND START_F "; new app Sales 29:f", "" },
  { "P-12", SECOND START_F "; new app Sales 1:new_t 29:flow 29:f", "P-12 advice f" },
  { "P-12", SECOND START_F, "P-12 advice f" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ScSolution) solution = fixture_solution (rows[i].script);
      g_autofree char *problems = fixture_validate (solution);

      if (strcmp (problems, rows[i].problems) != 0)
        {
          g_test_message ("%s: “%s” gives “%s”, not “%s”", rows[i].rule, rows[i].script, problems,
                          rows[i].problems);
          g_test_fail ();
        }
    }
}

static gboolean
names (const char *problems, const char *rule)
{
  g_autofree char *start = g_strconcat (rule, " ", NULL);
  g_autofree char *inner = g_strconcat ("; ", start, NULL);

  return g_str_has_prefix (problems, start) || strstr (problems, inner) != NULL;
}

/* No rule without a case where it speaks and one where it does not. */
static void
test_every_rule_has_rows (void)
{
  const ScRule *const *rules = sc_rule_list ();

  for (guint i = 0; rules[i] != NULL; i++)
    {
      gboolean speaks = FALSE, silent = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (rows); j++)
        {
          if (strcmp (rows[j].rule, sc_rule_get_id (rules[i])) != 0)
            continue;
          if (names (rows[j].problems, rows[j].rule))
            speaks = TRUE;
          else
            silent = TRUE;
        }
      if (!speaks || !silent)
        {
          g_test_message ("%s has no row where it %s", sc_rule_get_id (rules[i]),
                          speaks ? "is silent" : "speaks");
          g_test_fail ();
        }
    }
}

static gboolean
is_known (const char *id)
{
  const ScRule *const *rules = sc_rule_list ();

  for (guint i = 0; rules[i] != NULL; i++)
    if (strcmp (sc_rule_get_id (rules[i]), id) == 0)
      return TRUE;
  return FALSE;
}

static void
test_rows_name_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_true (is_known (rows[i].rule));
}

/* People read these texts. */
static void
test_texts (void)
{
  const ScRule *const *rules = sc_rule_list ();

  for (guint i = 0; rules[i] != NULL; i++)
    {
      const char *code = sc_rule_get_server_code (rules[i]);
      const char *explanation = sc_rule_get_explanation (rules[i]);

      g_test_message ("%s", sc_rule_get_id (rules[i]));
      g_assert_cmpuint (strlen (sc_rule_get_title (rules[i])), >, 5);
      g_assert_cmpuint (g_utf8_strlen (sc_rule_get_title (rules[i]), -1), <=, 60);
      g_assert_cmpuint (strlen (explanation), >, 20);
      g_assert_true (g_str_has_suffix (explanation, "."));
      g_assert_cmpuint (strlen (sc_rule_get_source (rules[i])), >, 5);
      if (code != NULL)
        {
          g_assert_true (g_str_has_prefix (code, "0x8"));
          g_assert_cmpuint (strlen (code), ==, 10);
        }
    }
}

static int
number_of (const char *id)
{
  return atoi (strchr (id, '-') + 1);
}

static void
test_list_order (void)
{
  const ScRule *const *rules = sc_rule_list ();

  for (guint i = 1; rules[i] != NULL; i++)
    {
      const char *a = sc_rule_get_id (rules[i - 1]), *b = sc_rule_get_id (rules[i]);
      gsize length = strcspn (a, "-");

      if (length == strcspn (b, "-") && strncmp (a, b, length) == 0)
        g_assert_true (number_of (a) < number_of (b)
                       || (number_of (a) == number_of (b) && strcmp (a, b) < 0));
      else
        g_assert_cmpint (strcmp (a, b), <, 0);
    }
}

/* Messages name things by their labels in the base language, and carry the figures. */
static void
test_message (void)
{
  g_autoptr (ScSolution) solution
      = fixture_solution ("steps A 31; label A 1033 Executive~Review; label A 1031 Prüfung");
  g_autoptr (ScValidator) validator = sc_validator_new ();
  g_autoptr (ScList) problems = sc_validator_run (validator, solution);
  const ScProblem *untranslated = sc_list_get (problems, 0);
  const ScProblem *problem = sc_list_get (problems, 1);

  g_assert_cmpuint (sc_list_length (problems), ==, 2);
  g_assert_cmpstr (
      untranslated->message, ==,
      "“flow” is translated in part: 1 of 34 names of stages and steps are there in the language "
      "1031.");
  g_assert_cmpstr (problem->message, ==,
                   "The stage “Executive Review” has 31 steps; at most 30 are allowed.");
  g_assert_cmpint (problem->found, ==, 31);
  g_assert_cmpint (problem->allowed, ==, 30);
  g_assert_cmpint (problem->severity, ==, SC_SEVERITY_ERROR);
}

static void
test_meters (void)
{
  g_autoptr (ScSolution) solution = fixture_solution (
      "flow active=1; new flow g; flow active=1; outline A>B B:lead>C C>; steps A 7");
  ScMeters meters = sc_validation_measure (solution, sc_list_get (solution->flows, 1));

  g_assert_cmpuint (meters.stages, ==, 3);
  g_assert_cmpuint (meters.most_steps, ==, 7);
  g_assert_cmpuint (meters.tables, ==, 2);
  g_assert_cmpuint (meters.active_flows, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/validation/rules/rows", test_rows);
  g_test_add_func ("/validation/rules/every-rule-has-rows", test_every_rule_has_rows);
  g_test_add_func ("/validation/rules/rows-name-rules", test_rows_name_rules);
  g_test_add_func ("/validation/rules/texts", test_texts);
  g_test_add_func ("/validation/rules/list-order", test_list_order);
  g_test_add_func ("/validation/rules/message", test_message);
  g_test_add_func ("/validation/rules/meters", test_meters);
  return g_test_run ();
}
