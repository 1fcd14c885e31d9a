// Node's sockets without an engine, the most that any engine on them can do: each order that is seen in the bytes is
// answered with the same report but for its ClOrdID. Nothing is checked, counted or kept.
// Run: node dist/test/bench/fix/sockets.js, which prints its port.

import { createServer } from 'node:net';
import { encode } from './messages.ts';

const CL_ORD_ID = Buffer.from('\u000111=B');
const logon = Buffer.from('8=FIX.4.4|9=5|35=A|10=178|'.replaceAll('|', '\u0001'));

/** A report around a ClOrdID of this length: the load's all have one. */
function reportAround(length: number): { readonly before: Buffer; readonly after: Buffer } {
  const clOrdID = 'B'.padEnd(length, '0');
  const report = Buffer.from(encode('ExecutionReport', 1, { clOrdID, execType: '0' }));
  const idAt = report.indexOf('\u000111=') + 4;
  return { before: report.subarray(0, idAt), after: report.subarray(idAt + length) };
}

let idLength = 14;
let { before, after } = reportAround(idLength);

const server = createServer({ noDelay: true }, (socket) => {
  socket.once('data', () => {
    socket.write(logon);
    socket.on('data', (chunk) => answer(chunk));
  });
  let rest: Buffer = Buffer.alloc(0);
  const answer = (chunk: Buffer): void => {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const answers: Buffer[] = [];
    let seen = 0;
    for (let at = bytes.indexOf(CL_ORD_ID); at >= 0; at = bytes.indexOf(CL_ORD_ID, seen)) {
      const end = bytes.indexOf(1, at + 4);
      if (end < 0) break;
      if (end - at - 4 !== idLength) {
        idLength = end - at - 4;
        ({ before, after } = reportAround(idLength));
      }
      answers.push(before, bytes.subarray(at + 4, end), after);
      seen = end;
    }
    rest = bytes.subarray(seen);
    if (answers.length > 0) socket.write(Buffer.concat(answers));
  };
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(typeof address === 'object' ? address?.port : address);
});
process.stdin.on('data', () => process.exit(0));
