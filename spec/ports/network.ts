// Byte streams enter here: TCP in production, an in-memory pair in simulation.

export interface Transport {
  /** Queues the bytes. False: the peer reads slowly, and `drained` tells when it has caught up. */
  write(bytes: Uint8Array): boolean;
  /** Bytes queued and not yet taken by the operating system. */
  readonly queuedBytes: number;
  /** Stops and resumes reading, so that a slow consumer holds up its peer and not the heap. */
  pause(): void;
  resume(): void;
  readonly isPaused: boolean;
  /** Sends what is queued, then closes. */
  end(): void;
  /** Closes at once. */
  destroy(): void;
  readonly remoteAddress: string;
}

export interface TransportEvents {
  received(bytes: Uint8Array): void;
  drained(): void;
  closed(cause: string): void;
}

export interface Listener {
  readonly port: number;
  close(): void;
}

export interface Network {
  /** Throws when the address cannot be had, with the address in the message. */
  listen(
    address: { readonly host: string; readonly port: number },
    accepted: (transport: Transport) => TransportEvents,
  ): Promise<Listener>;
  connect(
    address: { readonly host: string; readonly port: number },
    opened: (transport: Transport) => TransportEvents,
    failed: (cause: string) => void,
  ): void;
}
