// The functions that a CPU profile of Node says were running, costliest first.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
    };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** One block for each thread that was profiled: self time by function, idle time left out. */
export function topFunctions(folder: string, most: number): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.cpuprofile'))
    .flatMap((name) => {
      const profile = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Profile;
      return ['', `profile ${name}: ms of self time`, ...selfTimes(profile, most)];
    });
}

function selfTimes(profile: Profile, most: number): readonly string[] {
  const names = new Map(
    profile.nodes.map(({ id, callFrame }) => {
      const file = callFrame.url.replace(/^.*\/(dist|node_modules)\//, '');
      const name = callFrame.functionName === '' ? '(anonymous)' : callFrame.functionName;
      return [id, file === '' ? name : `${name}  ${file}:${callFrame.lineNumber + 1}`];
    }),
  );
  const self = new Map<string, number>();
  profile.samples.forEach((id, index) => {
    const name = names.get(id) ?? '?';
    if (name === '(idle)') return;
    self.set(name, (self.get(name) ?? 0) + (profile.timeDeltas[index] ?? 0) / 1_000);
  });
  const all = [...self.values()].reduce((sum, ms) => sum + ms, 0);
  return [...self]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(
      ([name, ms]) => `${ms.toFixed(0).padStart(7)} ${((100 * ms) / all).toFixed(1)} %  ${name}`,
    );
}
