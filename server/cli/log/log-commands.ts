import type { Command } from '../command.js';

const ofPolicy = ['[--policy FILE]', '[--log VKEY...]'];

/** What checks and witnesses logs: without a database, without settings, and where it is possible without a network. */
export const logCommands: readonly Command[] = [
  {
    words: 'verify receipt',
    parameter: 'FILE',
    options: [...ofPolicy, '[--leaf HASH]', '[--remembered FILE]', '[--json]'],
    does: 'check the receipt of an entry of the public record, without network: the keys come from a policy or are given',
    run: async (given) => (await import('./verify-receipt.command.js')).verifyReceiptFile(given),
  },
  {
    words: 'verify export',
    parameter: 'DIR',
    options: [...ofPolicy, '[--remembered FILE]', '[--json]'],
    does: 'check a whole log as witness mirror has copied it, without network',
    run: async (given) => (await import('./verify-log.command.js')).verifyExport(given),
  },
  {
    words: 'verify url',
    parameter: 'BASE',
    options: [...ofPolicy, '[--since FILE]', '[--json]'],
    does: 'check a whole log at its address, and that it holds what the file of the last time remembers',
    run: async (given) => (await import('./verify-log.command.js')).verifyUrl(given),
  },
  {
    words: 'verify compare',
    parameter: 'BASE...',
    options: [...ofPolicy, '[--out DIR]', '[--json]'],
    does: 'check that a log, its copies and its witnesses show the same history',
    run: async (given) => (await import('./verify-compare.command.js')).verifyCompare(given),
  },
  {
    words: 'witness new',
    parameter: 'NAME',
    options: ['[--out FILE]'],
    does: 'make the key of a witness (witness.key, unless another file is named), and print the line to be registered',
    run: async (given) => (await import('./witness-new.command.js')).newWitness(given),
  },
  {
    words: 'witness follow',
    options: [
      '--log BASE',
      '--key FILE',
      '--state FILE',
      '[--policy FILE]',
      '[--vkey VKEY...]',
      '[--once]',
      '[--every SECONDS]',
    ],
    does: 'read what is new in a log, check that it holds everything seen before, and cosign it',
    run: async (given) => (await import('./witness-follow.command.js')).witnessFollow(given),
  },
  {
    words: 'witness serve',
    options: ['--key FILE', '--state DIR', '--log VKEY...', '[--port N]', '[--host ADDRESS]'],
    does: 'answer logs that ask for cosignatures (C2SP tlog-witness)',
    run: async (given) => (await import('./witness-serve.command.js')).witnessServe(given),
  },
  {
    words: 'witness mirror',
    parameter: 'DIR',
    options: ['--log BASE', ...ofPolicy.slice(0, 1), '[--vkey VKEY...]', '[--every SECONDS]'],
    does: 'keep a checked copy of a log that any web server can publish',
    run: async (given) => (await import('./witness-mirror.command.js')).witnessMirror(given),
  },
];
