export { PassingMap } from './passing-map.ts';
export { textHash } from './text-hash.ts';
