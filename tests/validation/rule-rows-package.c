/* rule-rows-package.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rule-rows.h"

/* What is around a flow: its solution, roles and apps. */

/* The flow is listed, and has a table that may be listed, too. */
#define LISTED "new component 29 flow; new table new_flow; new_flow backing=1; "
/* A role that may read and move the flow. */
#define MOVER \
  "new role R; new privilege R prvReadnew_flow Global; new privilege R prvWritenew_flow Global; "
/* A flow of two tables, and a role that may work with the rows of both. */
#define TWO_TABLES "outline A>B B:lead>; new transition A B r; "
#define WORKER                                                                                 \
  TWO_TABLES MOVER "new privilege R prvReadnew_t Basic; new privilege R prvWritenew_t Basic; " \
                   "new privilege R prvReadLead Basic; new privilege R prvWriteLead Basic; "
/* A role that may start the flow. */
#define STARTER                                                                                    \
  "new role R; new privilege R prvReadnew_flow Global; new privilege R prvCreatenew_flow Global; " \
  "new privilege R prvAppendnew_flow Global; "
/* Two active flows on one table, the second for those who may start it. */
#define SECOND "flow active=1; " STARTER "new flow f; flow active=1 order=7; "
#define START_F                                                                                  \
  "new privilege R prvReadnew_f Global; new privilege R prvCreatenew_f Global; new privilege R " \
  "prvAppendnew_f Global"
#define DIGITS "5ca1ab1e000040008000666c6f770000"

const RuleRow rule_rows_package[] = {
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
  { "P-03", "new_t ownership=1; new role R; new privilege R prvReadnew_t Global", "" },
  { "P-03", "new_t ownership=2; new role R; new privilege R prvReadnew_t Basic", "" },
  { "P-03", "new_t ownership=1; new role R; new privilege R prvReadnew_t Basic", "P-03 warning R" },
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
  { NULL, NULL, NULL },
};
