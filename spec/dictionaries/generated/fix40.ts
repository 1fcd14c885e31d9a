// The FIX.4.0 dictionary. Written by test/tools/generate-dictionaries.ts: change that, not this.

import type { DictionaryData } from '../data.ts';

export const fix40: DictionaryData = {
  beginString: 'FIX.4.0',
  fields: `
1 Account CHAR
2 AdvId INT
3 AdvRefID INT
4 AdvSide CHAR B S T X
5 AdvTransType CHAR C N R
6 AvgPx FLOAT
7 BeginSeqNo INT
8 BeginString CHAR
9 BodyLength INT
10 CheckSum CHAR
11 ClOrdID CHAR
12 Commission FLOAT
13 CommType CHAR 1 2 3
14 CumQty INT
15 Currency CHAR
16 EndSeqNo INT
17 ExecID INT
18 ExecInst CHAR 0 1 2 3 4 5 6 7 8 9 A B C D E F G I L M N O P R S
19 ExecRefID INT
20 ExecTransType CHAR 0 1 2 3
21 HandlInst CHAR 1 2 3
22 IDSource CHAR 1 2 3 4 5
23 IOIid INT
24 IOIOthSvc CHAR A B
25 IOIQltyInd CHAR H L M
26 IOIRefID INT
27 IOIShares CHAR L M S
28 IOITransType CHAR C N R
29 LastCapacity CHAR 1 2 3 4
30 LastMkt CHAR
31 LastPx FLOAT
32 LastShares INT
33 LinesOfText INT
34 MsgSeqNum INT
35 MsgType CHAR 0 1 2 3 4 5 6 7 8 9 A B C D E F G H J K L M N P Q R S
36 NewSeqNo INT
37 OrderID CHAR
38 OrderQty INT
39 OrdStatus CHAR 0 1 2 3 4 5 6 7 8 9 A B C
40 OrdType CHAR 1 2 3 4 5 6 7 8 9 A B C D E P
41 OrigClOrdID CHAR
42 OrigTime TIME
43 PossDupFlag CHAR N Y
44 Price FLOAT
45 RefSeqNum INT
46 RelatdSym CHAR
47 Rule80A CHAR A C D I J K M N U W Y
48 SecurityID CHAR
49 SenderCompID CHAR
50 SenderSubID CHAR
52 SendingTime TIME
53 Shares INT
54 Side CHAR 1 2 3 4 5 6
55 Symbol CHAR
56 TargetCompID CHAR
57 TargetSubID CHAR
58 Text CHAR
59 TimeInForce CHAR 0 1 2 3 4 5 6
60 TransactTime TIME
61 Urgency CHAR 0 1 2
62 ValidUntilTime TIME
63 SettlmntTyp CHAR 0 1 2 3 4 5 6 7 8 9
64 FutSettDate DATE
65 SymbolSfx CHAR
66 ListID CHAR
67 ListSeqNo INT
68 ListNoOrds INT
69 ListExecInst CHAR
70 AllocID INT
71 AllocTransType CHAR 0 1 2
72 RefAllocID INT
73 NoOrders INT
74 AvgPrxPrecision INT
75 TradeDate DATE
76 ExecBroker CHAR
77 OpenClose CHAR
78 NoAllocs INT
79 AllocAccount CHAR
80 AllocShares INT
81 ProcessCode CHAR 0 1 2 3 4 5 6
82 NoRpts INT
83 RptSeq INT
84 CxlQty INT
85 NoDlvyInst INT
86 DlvyInst CHAR
87 AllocStatus INT 0 1 2 3
88 AllocRejCode INT 0 1 2 3 4 5 6 7
89 Signature DATA
90 SecureDataLen LENGTH
91 SecureData DATA
92 BrokerOfCredit CHAR
93 SignatureLength LENGTH
94 EmailType CHAR 0 1 2
95 RawDataLength LENGTH
96 RawData DATA
97 PossResend CHAR
98 EncryptMethod INT 0 1 2 3 4 5 6
99 StopPx FLOAT
100 ExDestination CHAR 0 4
102 CxlRejReason INT 0 1
103 OrdRejReason INT 0 1 2 3 4
104 IOIQualifier CHAR A C I L M O P Q S T V W X
105 WaveNo CHAR
106 Issuer CHAR
107 SecurityDesc CHAR
108 HeartBtInt INT
109 ClientID CHAR
110 MinQty INT
111 MaxFloor INT
112 TestReqID CHAR
113 ReportToExch CHAR N Y
114 LocateReqd CHAR N Y
115 OnBehalfOfCompID CHAR
116 OnBehalfOfSubID CHAR
117 QuoteID CHAR
118 NetMoney FLOAT
119 SettlCurrAmt FLOAT
120 SettlCurrency CHAR
121 ForexReq CHAR N Y
122 OrigSendingTime TIME
123 GapFillFlag CHAR N Y
124 NoExecs INT
125 CxlType CHAR F P
126 ExpireTime TIME
127 DKReason CHAR A B C D E Z
128 DeliverToCompID CHAR
129 DeliverToSubID CHAR
130 IOINaturalFlag CHAR N Y
131 QuoteReqID CHAR
132 BidPx FLOAT
133 OfferPx FLOAT
134 BidSize INT
135 OfferSize INT
136 NoMiscFees INT
137 MiscFeeAmt FLOAT
138 MiscFeeCurr CHAR
139 MiscFeeType CHAR 1 2 3 4 5 6 7
140 PrevClosePx FLOAT`,
  components: `
`,
  header: '8! 9! 35! 49! 56! 115 128 90 91 34! 50 57 116 129 43 97 52! 122',
  trailer: '93 89 10!',
  messages: `
0 Heartbeat admin 112
1 TestRequest admin 112!
2 ResendRequest admin 7! 16!
3 Reject admin 45! 58
4 SequenceReset admin 123 36!
5 Logout admin 58
6 IOI app 23! 28! 26 55! 65 48 22 106 107 54! 27! 44 15 62 25 24 130 104 58
7 Advertisement app 2! 5! 3 55! 65 48 22 106 107 4! 53! 44 15 60 58
8 ExecutionReport app 37! 11 109 76 66 17! 20! 19 39! 103 1 63 64 55! 65 48 22 106 107 54! 38! 40 44 99 15 59 126 18 47 32! 31! 30 29 14! 6! 75 60 113 12 13 136(137 138 139) 118 119 120 58
9 OrderCancelReject app 37! 11! 109 76 66 102 58
A Logon admin 98! 108! 95 96
B News app 42 61 46 33! 58! 95 96
C Email app 94! 42 46 37 11 33! 58! 95 96
D NewOrderSingle app 11! 109 76 1 63 64 21! 18 110 111 100 81 55! 65 48 22 106 107 140 54! 114 38! 40! 44 99 15 23 117 59 126 12 13 47 121 120 58
E NewOrderList app 66! 105 67! 68! 69 11! 109 76 1 63 64 21! 18 110 111 100 81 55! 65 48 22 106 107 140 54! 114 38! 40! 44 99 15 59 126 12 13 47 121 120 58
F OrderCancelRequest app 41! 37 11! 66 125! 109 76 55! 65 48 22 106 107 54! 38! 58
G OrderCancelReplaceRequest app 37 109 76 41! 11! 66 1 63 64 21! 18 110 111 100 55! 65 48 22 106 107 54! 38! 40! 44 99 15 59 126 12 13 47 121 120 58
H OrderStatusRequest app 37 11! 109 76 55! 65 106 107 54!
J Allocation app 70! 71! 72 73!(11! 37 66 105) 124(17 32 31 30) 54! 55! 65 48 22 106 107 53! 6! 15 74 75! 60 63 64 118 136(137 138 139) 119 120 77 58 78!(79! 80! 81 76 109 12 13 85 92 86)
K ListCancelRequest app 66! 105 58
L ListExecute app 66! 105 58
M ListStatusRequest app 66! 105 58
N ListStatus app 66! 105 82! 83! 73!(11! 14! 84! 6!)
P AllocationInstructionAck app 109 76 70! 75! 60 87! 88 58
Q DontKnowTrade app 37 17 127! 55! 54! 38! 32! 31! 58
R QuoteRequest app 131! 55! 65 48 22 106 107 140 54 38
S Quote app 131 117! 55! 65 48 22 106 107 132! 133 134 135 62`,
};
