// A file of certificates: its path, for whoever watches it, and what stood there.

export interface CertificateFile {
  /** Absolute. */
  readonly path: string;
  /** PEM, each of them read. */
  readonly pem: string;
}

const made = new WeakSet<object>();

export function certificateFileOf(path: string, pem: string): CertificateFile {
  const file = Object.freeze({ path, pem });
  made.add(file);
  return file;
}

export function isCertificateFile(value: unknown): value is CertificateFile {
  return typeof value === 'object' && value !== null && made.has(value);
}
