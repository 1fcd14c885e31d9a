export { type Cursor, cursorFrom, decodeCursor, encodeCursor } from './cursor.ts';
export {
  type FeedAction,
  type FeedInput,
  type FeedState,
  type FeedStep,
  initialFeed,
  lagNs,
  stepFeed,
} from './feed.ts';
export type { CopyFilter } from './filter.ts';
export {
  type Applied,
  type Copy,
  type EventSource,
  type Page,
  PageReader,
  type Projection,
} from './page.ts';
