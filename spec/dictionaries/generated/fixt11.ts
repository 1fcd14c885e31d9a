// The FIXT.1.1 dictionary. Written by test/tools/generate-dictionaries.ts: change that, not this.

import type { DictionaryData } from '../data.ts';

export const fixt11: DictionaryData = {
  beginString: 'FIXT.1.1',
  fields: `
7 BeginSeqNo SEQNUM
8 BeginString STRING
9 BodyLength LENGTH
10 CheckSum STRING
16 EndSeqNo SEQNUM
34 MsgSeqNum SEQNUM
35 MsgType STRING
36 NewSeqNo SEQNUM
43 PossDupFlag BOOLEAN N Y
45 RefSeqNum SEQNUM
49 SenderCompID STRING
50 SenderSubID STRING
52 SendingTime UTCTIMESTAMP
56 TargetCompID STRING
57 TargetSubID STRING
58 Text STRING
89 Signature DATA
90 SecureDataLen LENGTH
91 SecureData DATA
93 SignatureLength LENGTH
95 RawDataLength LENGTH
96 RawData DATA
97 PossResend BOOLEAN N Y
98 EncryptMethod INT 0 1 2 3 4 5 6
108 HeartBtInt INT
112 TestReqID STRING
115 OnBehalfOfCompID STRING
116 OnBehalfOfSubID STRING
122 OrigSendingTime UTCTIMESTAMP
123 GapFillFlag BOOLEAN N Y
128 DeliverToCompID STRING
129 DeliverToSubID STRING
141 ResetSeqNumFlag BOOLEAN N Y
142 SenderLocationID STRING
143 TargetLocationID STRING
144 OnBehalfOfLocationID STRING
145 DeliverToLocationID STRING
212 XmlDataLen LENGTH
213 XmlData DATA
347 MessageEncoding STRING
354 EncodedTextLen LENGTH
355 EncodedText DATA
369 LastMsgSeqNumProcessed SEQNUM
371 RefTagID INT
372 RefMsgType STRING
373 SessionRejectReason INT 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 99
383 MaxMessageSize LENGTH
464 TestMessageIndicator BOOLEAN N Y
553 Username STRING
554 Password STRING
627 NoHops NUMINGROUP
628 HopCompID STRING
629 HopSendingTime UTCTIMESTAMP
630 HopRefID SEQNUM
789 NextExpectedMsgSeqNum SEQNUM
925 NewPassword STRING
1128 ApplVerID STRING 0 1 2 3 4 5 6 7 8 9
1129 CstmApplVerID STRING
1130 RefApplVerID STRING
1131 RefCstmApplVerID STRING
1137 DefaultApplVerID STRING
1156 ApplExtID INT
1400 EncryptedPasswordMethod INT
1401 EncryptedPasswordLen LENGTH
1402 EncryptedPassword DATA
1403 EncryptedNewPasswordLen LENGTH
1404 EncryptedNewPassword DATA
1406 RefApplExtID INT
1407 DefaultApplExtID INT
1408 DefaultCstmApplVerID STRING
1409 SessionStatus INT 0 1 2 3 4 5 6 7 8`,
  components: `
HopGrp 627(628 629 630)
MsgTypeGrp`,
  header: '8! 9! 35! 1128 1156 1129 49! 56! 115 128 90 91 34! 50 142 57 143 116 144 129 145 43 97 52! 122 212 213 347 369 627(628 629 630)',
  trailer: '93 89 10!',
  messages: `
0 Heartbeat admin 112
1 TestRequest admin 112!
2 ResendRequest admin 7! 16!
3 Reject admin 45! 371 372 1130 1406 1131 373 58 354 355
4 SequenceReset admin 123 36!
5 Logout admin 1409 58 354 355
A Logon admin 98! 108! 95 96 141 789 383 @MsgTypeGrp 464 553 554 925 1400 1401 1402 1403 1404 1409 1137! 1407 1408 58 354 355
n XMLnonFIX admin`,
};
