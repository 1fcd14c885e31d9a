// What a venue's answer says of the request that it answers: the words that all venues' errors become.

export type Verdict =
  | { readonly type: 'Done' }
  /** The venue's word: it was not done, and never will be by this request. */
  | { readonly type: 'Refused'; readonly text: string }
  /** Not done, and nothing more may be asked before the venue's time is up. */
  | {
      readonly type: 'Throttled';
      readonly what: 'Everything' | 'Orders';
      readonly banned: boolean;
      readonly text: string;
    }
  /** Not done: its time was outside the window. The clock is set again first. */
  | { readonly type: 'WrongTime'; readonly text: string }
  /** Not done: key, signature or rights. */
  | { readonly type: 'NotAuthorized'; readonly text: string }
  /** An order with this client order id is open. For an id of ours that means: it lives. */
  | { readonly type: 'DuplicateID'; readonly text: string }
  /** No such order: not found *yet*, or not open any more. */
  | { readonly type: 'NoSuchOrder'; readonly text: string }
  /** It was, ended long ago, and is in the venue's archive. */
  | { readonly type: 'Archived'; readonly text: string }
  /** It may have been done. */
  | { readonly type: 'Unknown'; readonly text: string };
