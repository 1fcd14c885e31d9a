import { describe, expect, test } from '@jest/globals';
import {
  compileDictionary,
  dictionaryOf,
  ExecType,
  fix44,
  type FixVersion,
  Form,
  Membership,
  MsgType,
  nameOf,
  OrdRejReason,
  Place,
  SessionRejectReason,
  Tag,
} from '../../../../spec/dictionaries/index.ts';

// Expected figures are those of the published FIX 4.4 specification.
describe('the FIX 4.4 dictionary', () => {
  test('constants carry the numbers of the standard', () => {
    expect([Tag.ClOrdID, Tag.OrderQty, Tag.OrigSendingTime, Tag.NoPartyIDs]).toEqual([
      11, 38, 122, 453,
    ]);
    expect([MsgType.NewOrderSingle, MsgType.ExecutionReport, MsgType.Logon]).toEqual([
      'D',
      '8',
      'A',
    ]);
    expect([ExecType.New, ExecType.Trade, ExecType.TradeCancel]).toEqual(['0', 'F', 'H']);
    expect(SessionRejectReason.ValueIsIncorrect).toBe(5);
    expect(OrdRejReason.DuplicateOrder).toBe(6);
  });

  test('NewOrderSingle asks for ClOrdID, Side, TransactTime and OrdType', () => {
    const message = fix44.messages.get(MsgType.NewOrderSingle);
    expect(message?.required).toEqual([Tag.ClOrdID, Tag.Side, Tag.TransactTime, Tag.OrdType]);
  });

  test('a component is expanded where it is used', () => {
    const membership = fix44.messages.get(MsgType.NewOrderSingle)?.membership;
    expect(membership?.[Tag.Symbol]).toBe(Membership.Field);
    expect(membership?.[Tag.NoPartyIDs]).toBe(Membership.Field | Membership.Counter);
    expect(membership?.[Tag.PartyID]).toBe(Membership.InGroup);
    expect(membership?.[Tag.ExecID] ?? 0).toBe(0);
  });

  test('a group knows its first field, and the groups within it', () => {
    const parties = fix44.messages.get(MsgType.NewOrderSingle)?.groups.get(Tag.NoPartyIDs);
    expect(parties?.firstTag).toBe(Tag.PartyID);
    expect(parties?.groups.get(Tag.NoPartySubIDs)?.firstTag).toBe(Tag.PartySubID);
  });

  test('header and trailer fields are known by their place', () => {
    const places = [Tag.SendingTime, Tag.OrigSendingTime, Tag.CheckSum, Tag.Signature, Tag.Symbol];
    expect(places.map((tag) => fix44.places[tag])).toEqual([
      Place.Header,
      Place.Header,
      Place.Trailer,
      Place.Trailer,
      Place.Body,
    ]);
  });

  test('each data field is paired with its length', () => {
    expect(fix44.dataOfLength[Tag.RawDataLength]).toBe(Tag.RawData);
    expect(fix44.dataOfLength[Tag.SignatureLength]).toBe(Tag.Signature);
    expect(fix44.lengthOfData[Tag.EncodedText]).toBe(Tag.EncodedTextLen);
  });

  test('a field is named as Name(tag)', () => {
    expect(nameOf(fix44, 11)).toBe('ClOrdID(11)');
    expect(nameOf(fix44, 4999)).toBe('tag 4999');
  });
});

// Expected figures are those of each published specification.
describe('the other versions', () => {
  const required = (version: FixVersion, msgType: string) =>
    dictionaryOf(version).messages.get(msgType)?.required;

  test('FIX 4.0: an ExecutionReport needs ExecTransType and LastShares; there is no BusinessMessageReject', () => {
    expect(required('FIX.4.0', '8')).toEqual(
      expect.arrayContaining([37, 17, 20, 39, 55, 54, 38, 32, 31, 14, 6]),
    );
    expect(dictionaryOf('FIX.4.0').messages.has('j')).toBe(false);
    expect(dictionaryOf('FIX.4.2').messages.has('j')).toBe(true);
  });

  test('FIX 4.2: an order needs HandlInst; an ExecutionReport tells LeavesQty and CumQty', () => {
    expect(required('FIX.4.2', 'D')).toEqual([11, 21, 55, 54, 60, 40]);
    expect(required('FIX.4.2', '8')).toEqual([37, 17, 20, 150, 39, 55, 54, 151, 14, 6]);
  });

  test('5.0 and later travel over FIXT.1.1, whose Logon needs DefaultApplVerID', () => {
    for (const version of ['FIX.5.0', 'FIX.5.0SP1', 'FIX.5.0SP2'] as const) {
      expect(dictionaryOf(version)).toMatchObject({ beginString: 'FIXT.1.1', version });
      expect(required(version, 'A')).toEqual([98, 108, 1137]);
      expect(required(version, 'D')).toEqual([11, 54, 60, 40]);
    }
    expect(dictionaryOf('FIX.5.0SP2').applVerID).toBe('9');
  });

  test('a component that a message need not have asks for none of its members', () => {
    // NoSides(552) is required within its component, which TradeCaptureReportAck of 5.0 may leave out.
    expect(required('FIX.5.0', 'AE')).toContain(552);
    expect(required('FIX.5.0', 'AR')).not.toContain(552);
  });

  test('ApplVerID names a version; one that does not exist has no dictionary', () => {
    const usual = dictionaryOf('FIX.5.0SP2');
    expect(usual.withApplVerID('4')).toMatchObject({ beginString: 'FIXT.1.1', version: 'FIX.4.2' });
    expect(usual.withApplVerID('17')).toBeNull();
    expect(dictionaryOf('FIX.4.4').withApplVerID('9')).toBeNull();
  });
});

describe('compiling', () => {
  const data = {
    beginString: 'FIX.4.1',
    fields:
      '8 BeginString CHAR\n9 BodyLength INT\n10 CheckSum CHAR\n35 MsgType CHAR\n40 OrdType CHAR 1 2',
    components: '',
    header: '8! 9! 35!',
    trailer: '10!',
    messages: 'D NewOrderSingle app 40!',
  };

  test('FIX 4.0 and 4.1 call text CHAR', () => {
    expect(compileDictionary(data).forms[Tag.OrdType]).toBe(Form.Text);
  });

  test('a version without a header of its own has that of its session layer', () => {
    const application = { ...data, beginString: 'FIX.5.0', header: '', trailer: '' };
    const compiled = compileDictionary(application, { ...data, beginString: 'FIXT.1.1' });
    expect(compiled.beginString).toBe('FIXT.1.1');
    expect(compiled.requiredHeader).toEqual([8, 9, 35]);
    expect(compiled.messages.has('D')).toBe(true);
  });

  test('data without a length is an error of the dictionary', () => {
    const fields = `${data.fields}\n96 RawData DATA`;
    expect(() => compileDictionary({ ...data, fields })).toThrow('RawData(96)');
  });
});
