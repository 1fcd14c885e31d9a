// jspurefix as a client, on the lines of test/counterparties/client.ts.
// Run: node dist/test/interop/jspurefix/client.js PACKAGE_FILE HOST PORT COMP_ID PASSWORD
//
// It is not typed here: its package is installed for the interoperability tests alone.

import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const [packageFile = '', host, port, compID, password] = process.argv.slice(2);
const require = createRequire(packageFile);
require('reflect-metadata');
const { AsciiSession, EmptyLogFactory, MsgType, SessionLauncher } = require('jspurefix');

const description = {
  application: {
    type: 'initiator',
    name: 'client',
    protocol: 'ascii',
    dictionary: 'repo44',
    tcp: { host, port: Number(port) },
  },
  Username: compID,
  Password: password,
  EncryptMethod: 0,
  ResetSeqNumFlag: true,
  HeartBtInt: 30,
  SenderCompId: compID,
  TargetCompID: 'CAUSEWAY',
  BeginString: 'FIX.4.4',
};

/** Its objects have the standard's components, and figures as numbers. */
const FIELDS = new Map<string, (value: string) => object>([
  ['1', (Account) => ({ Account })],
  ['11', (ClOrdID) => ({ ClOrdID })],
  ['38', (value) => ({ OrderQtyData: { OrderQty: Number(value) } })],
  ['40', (OrdType) => ({ OrdType })],
  ['41', (OrigClOrdID) => ({ OrigClOrdID })],
  ['44', (value) => ({ Price: Number(value) })],
  ['54', (Side) => ({ Side })],
  ['55', (Symbol) => ({ Instrument: { Symbol } })],
  ['59', (TimeInForce) => ({ TimeInForce })],
]);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

class Client extends AsciiSession {
  #text = '';

  constructor(config: any) {
    super(config);
    this.checkMsgIntegrity = true; // Ours are validated against its dictionary.
  }

  onDecoded(_msgType: string, text: string): void {
    this.#text = text;
  }

  onEncoded(_msgType: string, text: string): void {
    say(`out ${text}`);
  }

  onApplicationMsg(_msgType: string, view: any): void {
    // The tags as they came; their values as it has parsed them.
    const tags = this.#text.split('|').flatMap((field) => field.split('=', 1));
    const fields = tags
      .filter((tag) => tag !== '')
      .map((tag) => `${tag}=${view.getString(Number(tag))}`);
    if (view.toObject() === null) throw new Error('a message without an object');
    say(`in ${fields.join('|')}`);
  }

  onReady(): void {
    say('logon');
    createInterface({ input: process.stdin }).on('line', (line) => this.#told(line));
  }

  onLogon(): boolean {
    return true;
  }

  onStopped(): void {
    say('logout');
  }

  #told(line: string): void {
    if (line === 'logout' || line === 'quit') return void this.done();
    const [msgType, ...pairs] = line.split('|');
    const message: object = { TransactTime: new Date() };
    for (const pair of pairs) {
      const [tag = '', value = ''] = pair.split('=', 2);
      const field = FIELDS.get(tag);
      if (field === undefined) throw new Error(`no field ${tag} in this client`);
      Object.assign(message, field(value));
    }
    this.send(msgType, message);
  }
}

class Launcher extends SessionLauncher {
  constructor() {
    super(description, null, new EmptyLogFactory());
  }

  makeFactory() {
    return { makeSession: (config: any) => new Client(config) };
  }
}

if (MsgType === undefined) throw new Error('jspurefix has another face than this client knows');
await new Launcher().run();
