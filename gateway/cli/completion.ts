// What a shell may write at the end of a command line: out of the table of commands that help is made from.

import type { Argument, Command, Option } from 'commander';

export interface Candidate {
  readonly value: string;
  readonly description: string;
}

/** Values that are not in the table: the shell knows files, a configuration knows its names. */
export type ValueKind = 'files' | 'folders' | 'instruments' | 'venues' | 'sessions' | 'accounts';

export interface Completion {
  readonly candidates: readonly Candidate[];
  readonly values: ValueKind | null;
}

/** By the placeholder of an argument or an option's value. */
const BY_PLACEHOLDER: ReadonlyMap<string, ValueKind> = new Map([
  ['file', 'files'],
  ['folder', 'folders'],
  ['instrument', 'instruments'],
  ['symbol', 'instruments'],
  ['venue', 'venues'],
]);

/** Options whose placeholder says less than their name. */
const BY_OPTION: ReadonlyMap<string, ValueKind> = new Map([
  ['--account', 'accounts'],
  ['--client', 'sessions'],
  ['--exclude', 'venues'],
  ['--include', 'venues'],
  ['--session', 'sessions'],
  ['--venue', 'venues'],
]);

const NOTHING: Completion = { candidates: [], values: null };

/** `words`: what stands behind `causeway`, the last one unfinished, perhaps empty. */
export function completionOf(program: Command, words: readonly string[]): Completion {
  const before = words.slice(0, -1);
  const last = words.at(-1) ?? '';
  const at = placeOf(program, before);
  if (at.option !== null) return beginning(last, valuesOfOption(at.option));
  if (last.startsWith('-'))
    return beginning(last, { ...NOTHING, candidates: optionsOf(at.command) });
  return beginning(last, operands(at));
}

interface Place {
  readonly command: Command;
  /** Whose value comes next. */
  readonly option: Option | null;
  /** Operands that the command has had. */
  readonly operands: number;
}

function placeOf(program: Command, words: readonly string[]): Place {
  let place: Place = { command: program, option: null, operands: 0 };
  for (const word of words) place = after(place, word);
  return place;
}

function after({ command, option, operands: had }: Place, word: string): Place {
  if (option !== null) return { command, option: null, operands: had };
  if (word.startsWith('-')) return { command, option: takingValue(command, word), operands: had };
  const sub = had === 0 ? command.commands.find((one) => one.name() === word) : undefined;
  return sub === undefined
    ? { command, option: null, operands: had + 1 }
    : { command: sub, option: null, operands: 0 };
}

/** A parent's options are taken behind its sub-command too. Null: the word has its value, or takes none. */
function takingValue(command: Command, word: string): Option | null {
  for (let one: Command | null = command; one !== null; one = one.parent) {
    const found = one.options.find(({ long, short }) => long === word || short === word);
    if (found !== undefined) return found.required || found.optional ? found : null;
  }
  return null;
}

function optionsOf(command: Command): readonly Candidate[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .map(({ long, flags, description }) => ({ value: long ?? flags, description }));
}

function operands({ command, operands: had }: Place): Completion {
  const subs =
    had > 0
      ? []
      : command
          .createHelp()
          .visibleCommands(command)
          .map((one) => ({ value: one.name(), description: one.summary() || one.description() }));
  const argument = command.registeredArguments[had] ?? command.registeredArguments.at(-1);
  const isOver = had >= command.registeredArguments.length && argument?.variadic !== true;
  if (argument === undefined || isOver) return { candidates: subs, values: null };
  const own = valuesOfArgument(argument);
  return { candidates: [...subs, ...own.candidates], values: own.values };
}

function valuesOfArgument(argument: Argument): Completion {
  return valuesOf(argument.argChoices, BY_PLACEHOLDER.get(argument.name()) ?? null);
}

function valuesOfOption(option: Option): Completion {
  const placeholder = /[<[]([^>\].]+)/.exec(option.flags)?.[1] ?? '';
  const kind = BY_OPTION.get(option.long ?? '') ?? BY_PLACEHOLDER.get(placeholder) ?? null;
  return valuesOf(option.argChoices, kind);
}

function valuesOf(choices: readonly string[] | undefined, values: ValueKind | null): Completion {
  if (choices === undefined) return { candidates: [], values };
  return { candidates: choices.map((value) => ({ value, description: '' })), values: null };
}

function beginning(last: string, { candidates, values }: Completion): Completion {
  return { candidates: candidates.filter(({ value }) => value.startsWith(last)), values };
}
