/* rule-rows-way.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rule-rows.h"

/* Branches, ways between tables, and workflows on the way. */

/* A flow of two tables, and a role that may work with the rows of both. */
#define TWO_TABLES "outline A>B B:lead>; new transition A B r; "
/* A flow of two tables with a table of its own, which has a lookup to the first of them. */
#define BACKED \
  TWO_TABLES "new table new_flow; new_flow backing=1; new column new_flow.bpf_new_tid; "
#define ON_ENTER "new trigger A; A!0 workflow_id=" GUID "; new event A!0 STAGEENTER 40; "
#define GLOBAL   "new trigger A; A!0 workflow_id=" GUID "; new event A!0 PROCESSSTATUSCHANGE 40; "
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

const RuleRow rule_rows_way[] = {
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
    "outline A?B|C B> C>; new_t.c type=6; new option new_t.c 5; A?0.0 operator=Equal; new operand "
    "A?0.0 "
    "OptionSetValue 5",
    "" },
  { "BR-10",
    "outline A?B|C B> C>; new_t.c type=6; new option new_t.c 5; A?0.0 operator=Equal; new operand "
    "A?0.0 "
    "OptionSetValue 6",
    "BR-10 warning A" },
  { "BR-10", "outline A?B|C B> C>; A?0.0 operator=BeginsWith; new operand A?0.0 String x", "" },
  { "BR-10", "outline A?B|C B> C>; A?0.0 operator=GreaterThan; new operand A?0.0 String x",
    "BR-10 warning A" },
  { "BR-10", "outline A?B|C B> C>; A?0.0 operator=Above; new operand A?0.0 String x", "" },
  { "BR-10",
    "outline A?B|C B> C>; new_t.c type=18; A?0.0 operator=Equal; new operand A?0.0 Decimal 1", "" },
  { "BR-10",
    "outline A?B|C B> C>; new_t.c type=18; A?0.0 operator=Equal; new operand A?0.0 String 1",
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
  { "TB-06", TWO_TABLES "new component 161 x", "TB-06 advice flow 2/1" },
  { "TB-06", "new component 161 x", "" },
  { "TB-06", TWO_TABLES "new component 162 x", "" },
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
  { NULL, NULL, NULL },
};
