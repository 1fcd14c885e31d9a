// The rules are made from the list in test/tools/rooms.ts.
import { cruiserConfig } from './dist/test/tools/rooms.js';

export default cruiserConfig();
