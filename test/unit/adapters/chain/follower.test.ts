// A head is walked back by parent hash to a block that we hold (uniswap.md §6).

import { describe, expect, test } from '@jest/globals';
import { type Block, Follower, blockHashOf } from '../../../../adapters/chain/index.ts';

/** Block `n` of branch `branch`; its parent is block n-1 of the same branch, or of `from`. */
function block(n: number, branch = 'a', from = branch): Block {
  return {
    number: BigInt(n),
    hash: hash(n, branch),
    parentHash: hash(n - 1, from),
    timestamp: BigInt(n),
    baseFeePerGas: 1n,
  };
}

function hash(n: number, branch: string) {
  const found = blockHashOf(`0x${branch}${n.toString(16).padStart(63, '0')}`);
  if (found === null) throw new Error('no hash');
  return found;
}

function following(...numbers: readonly number[]): Follower {
  const follower = new Follower(8);
  const [first = 0, ...rest] = numbers;
  follower.begin(block(first));
  for (const n of rest) follower.headSeen(block(n));
  return follower;
}

describe('a head', () => {
  test('that we hold already is the same', () => {
    expect(following(1, 2).headSeen(block(2))).toEqual({ type: 'Same' });
  });

  test('on our own head extends the chain by itself', () => {
    const followed = following(1, 2).headSeen(block(3));
    expect(followed).toEqual({ type: 'Extended', keep: hash(2, 'a'), blocks: [block(3)] });
  });

  test('that came while some were missed is walked back to, oldest first', () => {
    const follower = following(1, 2);
    expect(follower.headSeen(block(5))).toEqual({ type: 'ParentWanted', hash: hash(4, 'a') });
    expect(follower.parentSeen(block(4))).toEqual({ type: 'ParentWanted', hash: hash(3, 'a') });
    expect(follower.parentSeen(block(3))).toEqual({
      type: 'Extended',
      keep: hash(2, 'a'),
      blocks: [block(3), block(4), block(5)],
    });
    expect(follower.head).toEqual(block(5));
  });

  test('of another branch drops what stood above the common block', () => {
    const follower = following(1, 2, 3, 4);
    expect(follower.headSeen(block(4, 'b', 'b'))).toEqual({
      type: 'ParentWanted',
      hash: hash(3, 'b'),
    });
    expect(follower.parentSeen(block(3, 'b', 'a'))).toEqual({
      type: 'Extended',
      keep: hash(2, 'a'),
      blocks: [block(3, 'b', 'a'), block(4, 'b', 'b')],
    });
    expect(follower.holds(hash(4, 'a'))).toBe(false);
  });

  test('below ours is a lagging node’s three times, and then a height that fell without a word', () => {
    const follower = following(1, 2, 3, 4);
    for (let i = 0; i < 3; i += 1) expect(follower.headSeen(block(2))).toEqual({ type: 'Same' });
    expect(follower.head).toEqual(block(4));
    expect(follower.headSeen(block(2))).toEqual({
      type: 'Extended',
      keep: hash(2, 'a'),
      blocks: [],
    });
    expect(follower.head).toEqual(block(2));
  });

  test('that shares no block within what is held is lost', () => {
    const follower = following(5, 6);
    expect(follower.headSeen(block(6, 'b'))).toEqual({ type: 'ParentWanted', hash: hash(5, 'b') });
    expect(follower.parentSeen(block(5, 'b'))).toEqual({ type: 'Lost' });
    expect(follower.head).toEqual(block(6));
  });

  test('farther ahead than is held at all is lost, too', () => {
    const follower = following(1, 2);
    expect(follower.headSeen(block(20)).type).toBe('ParentWanted');
    const answers = [19, 18, 17, 16, 15, 14, 13].map((n) => follower.parentSeen(block(n)).type);
    expect(answers.at(-1)).toBe('Lost');
  });
});

test('a node that lags now and then is never believed', () => {
  const follower = following(1, 2, 3, 4);
  for (let i = 0; i < 20; i += 1) {
    expect(follower.headSeen(block(2 + (i % 2) * 2))).toEqual({ type: 'Same' });
  }
  expect(follower.head).toEqual(block(4));
});

test('a late answer to a walk that was given up leads nowhere', () => {
  const follower = following(1, 2);
  follower.headSeen(block(5));
  follower.headSeen(block(3));
  expect(follower.parentSeen(block(4))).toEqual({ type: 'Same' });
  expect(follower.head).toEqual(block(3));
});

test('no more blocks are held than was said', () => {
  const follower = following(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  expect(follower.holds(hash(2, 'a'))).toBe(false);
  expect(follower.holds(hash(3, 'a'))).toBe(true);
});
