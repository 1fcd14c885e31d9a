// How long to ask nothing after a venue has had enough, whatever it says about that.

/**
 * Shortest and longest wait after 429, and after 418, where the venue bans for 2 minutes to 3 days:
 * the least is what it takes when the venue says nothing that can be read.
 */
const THROTTLED_MS = { least: 1_000, most: 3_600_000, unread: 60_000 };
const BANNED_MS = { least: 1_000, most: 259_200_000, unread: 120_000 };

/**
 * How long to ask nothing, in milliseconds. `waitMs` is what the venue said (null: nothing readable);
 * whatever it says, the wait is bounded on both sides.
 */
export function backOffMs(banned: boolean, waitMs: number | null): number {
  const bounds = banned ? BANNED_MS : THROTTLED_MS;
  if (waitMs === null || !Number.isFinite(waitMs) || waitMs < 0) return bounds.unread;
  return Math.min(bounds.most, Math.max(bounds.least, waitMs));
}

/** The header Retry-After, whole seconds, as milliseconds; null where it says nothing readable. */
export function retryAfterMs(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,10}$/.test(header) ? Number(header) * 1_000 : null;
}
