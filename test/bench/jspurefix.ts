// jspurefix's decoder as a peer of ours, when it is installed under test/interop.
//
// It is not typed here: its package is installed for comparison and interoperability alone.

import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Parses one message into its view; `validate` makes the checks of its session layer as well. */
export interface JsPureFix {
  decode(message: Uint8Array, validate: boolean): number;
  /** Parses, validates, and makes the object that its applications read. */
  readAll(message: Uint8Array): number;
  /** Writes such a message, from its object, header and trailer included; gives its length. */
  encoder(message: Uint8Array): () => number;
}

const packageFile = fileURLToPath(new URL('../../../test/interop/package.json', import.meta.url));

/** Null when it is not installed. */
export async function jsPureFix(): Promise<JsPureFix | null> {
  const require = createRequire(packageFile);
  try {
    require.resolve('jspurefix');
  } catch {
    return null;
  }
  require('reflect-metadata');
  const { AsciiParser, DITokens, DefinitionFactory, SessionContainer } = require('jspurefix');
  const { AsciiMsgTransmitter } = require('jspurefix/dist/transport/ascii/ascii-msg-transmitter');
  const { makeSessionScope } = require('jspurefix/dist/runtime/session-scope');
  const container = new SessionContainer();
  container.registerGlobal('error');
  const description = {
    application: { type: 'acceptor', name: 'bench', protocol: 'ascii', dictionary: 'repo44' },
    SenderCompId: 'CAUSEWAY',
    TargetCompID: 'ACME',
    BeginString: 'FIX.4.4',
    HeartBtInt: 30,
  };
  const system = await container.makeSystem(description);
  const config = system.resolve(DITokens.IJsFixConfig);
  config.definitions = await new DefinitionFactory().getDefinitions('repo44');
  const scope = makeSessionScope(config);
  const buffer = scope.sessionContainer.resolve(DITokens.ParseBuffer);
  const longest = scope.sessionContainer.resolve(DITokens.maxMessageLen);
  const parser = new AsciiParser(scope, null, buffer, longest);
  const transmitter = new AsciiMsgTransmitter(config);
  let validates = false;
  let reads = false;
  let fields = 0;
  let last: any = null;
  parser.on('msg', (_msgType: string, view: any) => {
    // Its views are good for the time of the call.
    if (validates && !isValid(view)) throw new Error('jspurefix finds it invalid');
    fields = view.structure.tags.nextTagPos;
    if (reads) last = view.toObject();
  });
  const decode = (message: Uint8Array, validate: boolean): number => {
    validates = validate;
    fields = 0;
    parser.parseBuffer(message);
    if (fields === 0) throw new Error('jspurefix found no message');
    return fields;
  };
  const readAll = (message: Uint8Array): number => {
    reads = true;
    const found = decode(message, true);
    reads = false;
    return found;
  };
  return {
    decode,
    readAll,
    encoder(message) {
      readAll(message);
      const { StandardHeader, StandardTrailer: _, ...body } = last;
      return () => {
        transmitter.encoder.reset();
        transmitter.encodeMessage(StandardHeader.MsgType, body);
        return transmitter.buffer.getPos();
      };
    },
  };
}

/** What its session layer asks of a message before the application sees it. */
function isValid(view: any): boolean {
  const hasCheckSum = Number.parseInt(view.getString(10), 10) === view.checksum();
  return (
    hasCheckSum &&
    view.invalid().length === 0 &&
    view.undefinedForMsg() === null &&
    view.missing().length === 0
  );
}
