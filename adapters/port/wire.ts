// The world of a venue's machine: channels, HTTP and time, as plain structured-cloneable data.

import type { EpochNs } from '../../spec/ports/index.ts';

/** What came of an HTTP request. `Failed`: no complete answer, so its outcome is unknown. */
export type HttpOutcome =
  | {
      readonly type: 'Answered';
      readonly status: number;
      /** Lower-case names. */
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | { readonly type: 'Failed'; readonly cause: string };

/** What every machine hears. `now` is the entry stamp of each input. */
export type WireInput =
  | { readonly type: 'Started'; readonly now: EpochNs }
  | { readonly type: 'ChannelOpened'; readonly channel: string; readonly now: EpochNs }
  | {
      readonly type: 'FrameReceived';
      readonly channel: string;
      readonly frame: Uint8Array;
      readonly now: EpochNs;
    }
  | {
      readonly type: 'ChannelClosed';
      readonly channel: string;
      readonly cause: string;
      readonly now: EpochNs;
    }
  | {
      readonly type: 'HttpReplied';
      readonly requestID: string;
      readonly outcome: HttpOutcome;
      readonly now: EpochNs;
    }
  /** Comes about every 100 ms; machines keep their own deadlines. */
  | { readonly type: 'ClockTicked'; readonly now: EpochNs };

/** What every machine may ask of its shell. */
export type MachineAction =
  /** The shell opens a WebSocket and answers ChannelOpened or ChannelClosed. */
  | { readonly type: 'OpenChannel'; readonly channel: string; readonly url: string }
  | { readonly type: 'CloseChannel'; readonly channel: string; readonly cause: string }
  | { readonly type: 'SendFrame'; readonly channel: string; readonly text: string }
  | {
      readonly type: 'SendHttp';
      readonly requestID: string;
      readonly method: 'GET' | 'POST' | 'DELETE' | 'PUT';
      readonly url: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string | null;
      readonly timeoutMs: number;
    };
