// The Network port over TLS 1.2 and 1.3: who shows which certificate is known before the first byte of FIX.

import { constants, X509Certificate } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import {
  connect as tlsConnect,
  createSecureContext,
  createServer as createTlsServer,
  type SecureVersion,
  type TLSSocket,
} from 'node:tls';
import type {
  EpochNs,
  Network,
  PeerCertificate,
  TlsConnection,
  Transport,
} from '../../../spec/ports/index.ts';
import { transportOf, wire } from './tcp.ts';

/** PEM. */
export interface KeyPair {
  /** The certificate, then those that lead to its authority. */
  readonly certificate: string;
  readonly key: string;
}

export interface TlsListening {
  readonly own: KeyPair;
  /** Authorities of clients, PEM; null: certificates count by their fingerprints alone. */
  readonly clientCA: string | null;
  readonly clientCertificate: 'required' | 'optional' | 'none';
  readonly minVersion: Extract<SecureVersion, 'TLSv1.2' | 'TLSv1.3'>;
  readonly handshakeTimeoutMs: number;
  /** Connections at once, those that shake hands included. */
  readonly maxConnections: number;
  /** Before a hand is shaken, which costs 2 ms. False: closed at once. */
  mayConnect(remoteAddress: string): boolean;
  /** A handshake that came to nothing, for the log. */
  failed(remoteAddress: string, cause: string): void;
}

export interface TlsNetwork {
  readonly listen: Network['listen'];
  /**
   * From here on new connections see this pair; those that are live go on. Throws where key and
   * certificate do not belong together, and nothing has changed then.
   */
  renew(own: KeyPair): void;
}

/** The first byte of a TLS record that begins a handshake. */
const HANDSHAKE = 0x16;

export function tlsListening(settings: TlsListening): TlsNetwork {
  const { own, clientCA, clientCertificate, minVersion, handshakeTimeoutMs } = settings;
  const server = createTlsServer({
    cert: own.certificate,
    key: own.key,
    ...(clientCA === null ? {} : { ca: clientCA }),
    minVersion,
    secureOptions: constants.SSL_OP_NO_TICKET, // Each logon shows its certificate anew.
    requestCert: clientCertificate !== 'none',
    rejectUnauthorized: false, // Decided below: a pinned certificate needs no authority.
    handshakeTimeout: handshakeTimeoutMs,
    noDelay: true,
  });
  return {
    listen: (address, accepted) =>
      new Promise((resolve, reject) => {
        const front: Server = createServer({ noDelay: true }, (socket) => {
          const from = `${socket.remoteAddress}:${socket.remotePort}`;
          socket.on('error', () => undefined); // The TLS socket says it.
          if (!settings.mayConnect(from)) return void socket.destroy();
          const timer = setSocketTimeout(socket, handshakeTimeoutMs);
          socket.once('data', (first) => {
            timer();
            if (first[0] !== HANDSHAKE) {
              settings.failed(from, 'no TLS: its first byte begins no handshake');
              socket.destroy();
              return;
            }
            socket.pause();
            socket.unshift(first);
            server.emit('connection', socket);
          });
        });
        front.maxConnections = settings.maxConnections;
        server.on('tlsClientError', (error, socket) => {
          settings.failed(`${socket.remoteAddress}:${socket.remotePort}`, error.message);
          socket.destroy();
        });
        server.on('secureConnection', (socket) => {
          const transport = secured(socket, clientCA !== null);
          if (clientCertificate === 'required' && transport.tls?.peer === null) {
            settings.failed(transport.remoteAddress, 'no client certificate');
            socket.on('error', () => undefined);
            socket.destroy();
            return;
          }
          wire(socket, accepted(transport));
        });
        front.on('error', (cause) =>
          reject(new Error(`cannot listen on ${address.host}:${address.port}: ${cause.message}`)),
        );
        front.listen(address.port, address.host, () => {
          const bound = front.address();
          const port = typeof bound === 'object' && bound !== null ? bound.port : address.port;
          resolve({ port, close: () => void front.close() });
        });
      }),
    renew(next) {
      createSecureContext({ cert: next.certificate, key: next.key });
      server.setSecureContext({
        cert: next.certificate,
        key: next.key,
        ...(clientCA === null ? {} : { ca: clientCA }),
        minVersion,
      });
    },
  };
}

/** Destroys a socket that says nothing; what comes back takes that off. */
function setSocketTimeout(socket: Socket, ms: number): () => void {
  const over = () => void socket.destroy();
  socket.setTimeout(ms, over);
  return () => {
    socket.setTimeout(0);
    socket.off('timeout', over);
  };
}

export interface TlsConnecting {
  /** Authorities of servers, PEM; null: those that Node knows. */
  readonly ca: string | null;
  /** The server's own certificate, whatever its name and authority: nothing else is connected to. */
  readonly pinned: string | null;
  /** What we show; null: nothing. */
  readonly own: KeyPair | null;
  /** The name in the server's certificate; null: the host that is called. */
  readonly serverName: string | null;
}

/** For an initiator. */
export function tlsConnecting(settings: TlsConnecting): Pick<Network, 'connect'> {
  const { ca, pinned, own, serverName } = settings;
  const pin = pinned === null ? null : new X509Certificate(pinned).fingerprint256;
  const trusted = ca ?? pinned;
  return {
    connect(address, opened, failed) {
      const socket = tlsConnect({
        ...address,
        ...(trusted === null ? {} : { ca: trusted }),
        ...(own === null ? {} : { cert: own.certificate, key: own.key }),
        ...(serverName === null ? {} : { servername: serverName }),
        ...(pin === null ? {} : { checkServerIdentity: () => undefined }),
        rejectUnauthorized: pin === null,
        minVersion: 'TLSv1.2',
      });
      socket.setNoDelay(true);
      const onFailure = (cause: Error) => failed(cause.message);
      socket.once('error', onFailure);
      socket.once('secureConnect', () => {
        socket.off('error', onFailure);
        if (pin !== null && socket.getPeerX509Certificate()?.fingerprint256 !== pin) {
          socket.on('error', () => undefined);
          socket.destroy();
          failed("the server's certificate is not the one that was agreed on");
          return;
        }
        wire(socket, opened(secured(socket, true)));
      });
    },
  };
}

function secured(socket: TLSSocket, hasAuthorities: boolean): Transport {
  const certificate = socket.getPeerX509Certificate();
  const tls: TlsConnection = {
    protocol: socket.getProtocol() ?? 'TLS',
    peer:
      certificate === undefined ? null : peerOf(certificate, hasAuthorities && socket.authorized),
  };
  return transportOf(socket, tls);
}

function peerOf(certificate: X509Certificate, isTrusted: boolean): PeerCertificate {
  return {
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    subject: certificate.subject.split('\n').join(','),
    isTrusted,
    validFrom: instant(certificate.validFrom),
    validTo: instant(certificate.validTo),
  };
}

/** `Nov 28 17:30:00 2026 GMT`, whole seconds. */
function instant(text: string): EpochNs {
  return (BigInt(Date.parse(text)) * 1_000_000n) as EpochNs;
}
