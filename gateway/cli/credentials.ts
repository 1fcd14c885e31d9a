// `causeway credentials hash`: a password from standard input becomes what a configuration's passwordFile may hold.

import { hashPassword } from '../process/index.ts';
import { ExitCode } from './exit-codes.ts';
import { createOutput } from './output.ts';

const MOST_BYTES = 1_024;

export async function hashFromInput(ln: number): Promise<ExitCode> {
  const out = createOutput({ json: false });
  if (process.stdin.isTTY) {
    out.error(
      'causeway: the password comes from a pipe, so that no screen shows it; --help says how',
    );
    return ExitCode.Usage;
  }
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    text += String(chunk);
    if (text.length > MOST_BYTES) break;
  }
  const password = text.replace(/\r?\n$/, '');
  if (!/^[ -~]{8,128}$/.test(password)) {
    out.error('causeway: a password is one line of 8 to 128 characters, ASCII and spaces');
    return ExitCode.Usage;
  }
  out.line(await hashPassword(password, ln));
  return ExitCode.Done;
}
