// Commands over a journal: proved, written out, read back, copied, written anew.

import { type Command, InvalidArgumentError } from 'commander';
import { type AddCommand, DATA_FOLDER, type Runner, command } from './command.ts';

export const journalCommand: AddCommand = (program, runs) => {
  const journal = command(program, 'journal')
    .summary('prove, export, import, back up or compact a journal')
    .description('Work with a journal: the record of all that a desk did.')
    .addHelpText(
      'after',
      `
Examples:
  causeway journal verify
  causeway journal export --to day.cswy --day 2026-11-20
  causeway journal backup --to /backup/journal`,
    );
  for (const add of [verifyCommand, exportCommand, importCommand, backupCommand, compactCommand]) {
    add(journal, runs);
  }
};

type AddSubCommand = (journal: Command, runs: Runner) => void;

const verifyCommand: AddSubCommand = (journal, runs) => {
  command(journal, 'verify')
    .summary('prove that a journal, or archives of one, are whole')
    .description(
      'Checks every checksum, sequence, hash and snapshot of a journal that no gateway has open; with files, of ' +
        'these archives instead.',
    )
    .argument('[file...]', 'archives')
    .option('--data <folder>', 'the data folder', DATA_FOLDER)
    .option('--json', 'one JSON object for each problem, and one at the end')
    .addHelpText(
      'after',
      `
Examples:
  causeway journal verify --data data/journal
  causeway journal verify archives/*.cswy

Exit codes: 0 all holds, 1 something does not, 3 no journal, or a gateway has it.`,
    )
    .action((files: readonly string[], options: { data: string; json?: boolean }) =>
      runs(async () => {
        const { verify, verifyArchives } = await import('../journal-verify.ts');
        const how = { json: options.json === true };
        return files.length > 0 ? verifyArchives(files, how) : verify(options.data, how);
      }),
    );
};

interface ExportFlags {
  readonly data: string;
  readonly to: string;
  readonly from?: number;
  readonly through?: number;
  readonly day?: string;
  readonly json?: boolean;
}

const exportCommand: AddSubCommand = (journal, runs) => {
  const own = command(journal, 'export');
  own
    .summary('write a journal, or a stretch of it, as an archive')
    .description(
      'Writes records with their headers, compressed and checksummed, as one file that any language can read ' +
        '(docs/recovery.md has its form). A gateway may be running on the journal. Commits at the edges of a stretch ' +
        'come whole.',
    )
    .requiredOption('--to <file>', 'the archive; it must not be there')
    .option('--data <folder>', 'the data folder', DATA_FOLDER)
    .option('--from <sequence>', 'from this record on', sequence)
    .option('--through <sequence>', 'up to this record', sequence)
    .option('--day <date>', 'a day in UTC, instead of sequences', day)
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      `
Examples:
  causeway journal export --to all.cswy
  causeway journal export --day 2026-11-20 --to 2026-11-20.cswy
  causeway journal export --from 1000001 --to rest.cswy

Exit codes: 0 written and on disk, 1 the journal is damaged, 3 refused: nothing was written.`,
    )
    .action((flags: ExportFlags) =>
      runs(async () => {
        if (flags.day !== undefined && (flags.from !== undefined || flags.through !== undefined)) {
          own.error('error: --day, or --from and --through, not both');
        }
        const { exportJournal } = await import('../journal-archives.ts');
        return exportJournal({
          data: flags.data,
          to: flags.to,
          from: flags.from ?? null,
          through: flags.through ?? null,
          day: flags.day ?? null,
          json: flags.json === true,
        });
      }),
    );
};

const importCommand: AddSubCommand = (journal, runs) => {
  command(journal, 'import')
    .summary('make a fresh data folder out of archives')
    .description(
      'Makes a data folder out of archives that follow on each other, named in any order: the chain of hashes is ' +
        'followed, the new journal verified, its state compared with what the archive says. Where anything does not ' +
        'hold, nothing is left behind.',
    )
    .argument('<file...>', 'archives')
    .requiredOption('--data <folder>', 'the data folder to make: new, or empty')
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      `
Examples:
  causeway journal import all.cswy --data restored/journal
  causeway journal import archives/*.cswy --data restored/journal

Exit codes: 0 made and verified, 1 an archive is damaged, 3 refused: nothing was made.`,
    )
    .action((files: readonly string[], options: { data: string; json?: boolean }) =>
      runs(async () => {
        const { importJournal } = await import('../journal-archives.ts');
        return importJournal(files, { data: options.data, json: options.json === true });
      }),
    );
};

const backupCommand: AddSubCommand = (journal, runs) => {
  command(journal, 'backup')
    .summary('copy a journal while its gateway runs')
    .description(
      'Copies the journal as it is at one moment, whole, to another folder, and verifies the copy. The gateway that ' +
        'writes it may be running.',
    )
    .requiredOption('--to <folder>', 'where the copy goes: new, or empty')
    .option('--data <folder>', 'the data folder', DATA_FOLDER)
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      `
Examples:
  causeway journal backup --to /backup/2026-11-20
  causeway journal backup --data data/journal --to /backup/journal --json

Exit codes: 0 copied and verified, 1 the journal is damaged, 3 refused: nothing was made.`,
    )
    .action((options: { data: string; to: string; json?: boolean }) =>
      runs(async () => {
        const { backup } = await import('../journal-copies.ts');
        return backup({ ...options, json: options.json === true });
      }),
    );
};

const compactCommand: AddSubCommand = (journal, runs) => {
  command(journal, 'compact')
    .summary('write the store of a journal anew, without free pages')
    .description(
      'Writes the store anew, verifies it and puts it in the place of the old one, while no gateway runs: the file ' +
        'shrinks to what is in it. Needs room for a second one.',
    )
    .option('--data <folder>', 'the data folder', DATA_FOLDER)
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      `
Example:
  causeway journal compact --data data/journal

Exit codes: 0 written anew and verified, 1 the journal is damaged, 3 refused: the old one is as it was.`,
    )
    .action((options: { data: string; json?: boolean }) =>
      runs(async () => {
        const { compact } = await import('../journal-copies.ts');
        return compact({ ...options, json: options.json === true });
      }),
    );
};

function sequence(text: string): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  if (value >= 1) return value;
  throw new InvalidArgumentError('It is the number of a record, from 1.');
}

function day(text: string): string {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // A 30th of February is taken for a day in March.
  if (!Number.isNaN(at) && new Date(at).toISOString().startsWith(text)) return text;
  throw new InvalidArgumentError('It is a day such as 2026-11-20.');
}
