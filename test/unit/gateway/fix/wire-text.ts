// FIX written by hand in tests: `|` for SOH, BodyLength and CheckSum worked out apart from our encoder.

export function raw(text: string): Uint8Array {
  return Uint8Array.from(text.replaceAll('|', '\u0001'), (char) => char.charCodeAt(0));
}

/** A whole message around `35=…|…|`. */
export function whole(body: string, beginString = 'FIX.4.4'): Uint8Array {
  const start = `8=${beginString}|9=${body.length}|${body}`;
  const sum = raw(start).reduce((total, byte) => total + byte, 0) % 256;
  return raw(`${start}10=${String(sum).padStart(3, '0')}|`);
}

export function shown(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte))
    .join('')
    .replaceAll('\u0001', '|');
}

/** The value of a field of a message, by text alone. */
export function fieldIn(bytes: Uint8Array, tag: number): string | null {
  const found = new RegExp(`\\|${tag}=([^|]*)\\|`).exec(`|${shown(bytes)}`);
  return found?.[1] ?? null;
}
