// Signing is synchronous and outside the machine: no secret is in its state, its frames' logs or a replay.

export interface RequestSigner {
  /** The public half: what the venue calls the API key. Not secret, but not logged either. */
  readonly apiKey: string;
  /** Which form of key it is: a venue may offer more with one than with the other. */
  readonly algorithm: 'HMAC-SHA256' | 'Ed25519';
  /** The signature of the UTF-8 bytes of `payload`: lower-case hex for HMAC, base64 for Ed25519. */
  sign(payload: string): string;
}

/** For venues whose HTTP requests each carry a nonce, which only grows for one key. */
export interface NonceSigner {
  readonly apiKey: string;
  readonly algorithm: 'HMAC-SHA512';
  /** HMAC-SHA512 of the path's bytes and of the SHA-256 of nonce and body, base64. */
  sign(request: NonceRequest): string;
}

export interface NonceRequest {
  /** As in `/0/private/QueryOrders`. */
  readonly path: string;
  readonly nonce: string;
  /** The form as it is sent, the nonce in it. */
  readonly body: string;
}
