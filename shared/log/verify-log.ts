// Checks a whole log from its bytes: every entry, every tile, the root, and that it still holds what was seen before.
//
// Nothing of what the log says about itself is believed. Leaves are hashed from the entries, tiles from the leaves, the root
// from the tiles; whatever was served must be the same.
import type { Checkpoint } from './checkpoint.js';
import { sameBytes } from './encoding.js';
import { parseEntry, RevisionChains, type Entry } from './entry.js';
import { LogError, type LogReason } from './error.js';
import { hashBytes, leafHash, type Hash, type Sha256 } from './hash.js';
import type { LogCrypto } from './note.js';
import type { Policy } from './policy.js';
import { signedCheckpoint, type SignedCheckpoint } from './signed-checkpoint.js';
import {
  bundlesOf,
  entriesPath,
  parseBundle,
  tileAdditions,
  tileHashReader,
  tilePath,
  tilesOf,
  tileWidth,
  type Bundle,
  type Tile,
} from './tile.js';
import { frontierOf, rootOf } from './tree.js';

/** A log as it is published: the bytes at a path below its address, nothing where there are none. */
export type LogFiles = (path: string) => Uint8Array | undefined;

/** A checkpoint that the verifier has seen and relies on. */
export interface Remembered {
  readonly size: number;
  readonly root: Hash;
}

export interface LogToVerify {
  /** The signed note of the checkpoint. */
  readonly checkpoint: string;
  /** The keys of the log, and whose cosignatures are enough. */
  readonly policy: Policy;
  readonly files: LogFiles;
  /** Older checkpoints, which this one has to contain. */
  readonly remembered?: readonly Remembered[];
  /** Is told every entry, in order, once it is known to be well-formed. */
  readonly onEntry?: (entry: Entry, index: number, leaf: Hash) => void;
}

export type LogProblemKind =
  /** The checkpoint cannot be read, or is not signed by the log. */
  | 'checkpoint'
  /** A bundle or a tile is not there. */
  | 'file_missing'
  /** A bundle is malformed, or has another number of entries than the size says. */
  | 'bundle'
  /** An entry is not canonical, or not an entry. */
  | 'entry'
  /** An entry does not follow the last revision of its record. */
  | 'revision'
  /** A tile is not what follows from the entries. */
  | 'tile'
  /** The root is not that of the entries. */
  | 'root'
  /** A checkpoint that was seen before does not fit: something was changed since, or the log is shorter than it was. */
  | 'remembered';

/** The first thing that is wrong. */
export interface LogProblem {
  readonly kind: LogProblemKind;
  /** The entry at fault, where it is one. */
  readonly index?: number;
  /** The file at fault, where it is one. */
  readonly path?: string;
  /** What the library refused it with. */
  readonly reason?: LogReason;
}

export interface LogReport {
  /** Nothing where the log is sound. */
  readonly problem?: LogProblem;
  /** What the checkpoint says, and who has signed it. */
  readonly signed: SignedCheckpoint;
  /** Entries that were read and are in order. */
  readonly entries: number;
}

/** Ends the walk through a log; it does not leave this file. */
class Broken extends Error {
  readonly problem: LogProblem;

  constructor(problem: LogProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

/** Reads the whole log. Never throws for what it reads; what `files` throws, it throws. */
export function verifyLog(crypto: LogCrypto, log: LogToVerify): LogReport {
  const walk = new LogWalk(crypto, log);
  try {
    walk.run();
    return walk.report();
  } catch (error) {
    if (error instanceof Broken) return { ...walk.report(), problem: error.problem };
    throw error;
  }
}

class LogWalk {
  private readonly log: LogToVerify;
  private readonly sha256: Sha256;
  private readonly chains = new RevisionChains();
  /**
   * The tiles as they follow from the entries. The root is made from these: a server that is asked for a tile twice may give
   * two.
   */
  private readonly tiles = new Map<string, Uint8Array>();
  private readonly signed: SignedCheckpoint;
  private entries = 0;

  constructor(crypto: LogCrypto, log: LogToVerify) {
    this.log = log;
    this.sha256 = crypto.sha256;
    this.signed = signedCheckpoint(crypto, log.checkpoint, log.policy);
  }

  report = (): LogReport => ({ signed: this.signed, entries: this.entries });

  run(): void {
    const checkpoint = this.checkpoint();
    for (const bundle of bundlesOf(checkpoint.size)) this.takeBundle(bundle);
    this.compareLastTiles();
    if (!sameBytes(this.rootAt(checkpoint.size), checkpoint.root)) throw new Broken({ kind: 'root' });
    for (const { size, root } of this.log.remembered ?? [])
      if (size > checkpoint.size || !sameBytes(this.rootAt(size), root)) throw new Broken({ kind: 'remembered' });
  }

  private checkpoint(): Checkpoint {
    const { log, checkpoint } = this.signed;
    if (log !== 'held' || checkpoint === undefined) throw new Broken({ kind: 'checkpoint' });
    return checkpoint;
  }

  private takeBundle(bundle: Bundle): void {
    const path = entriesPath(bundle);
    const bytes = this.log.files(path) ?? this.log.files(entriesPath({ index: bundle.index }));
    if (bytes === undefined) throw new Broken({ kind: 'file_missing', path });
    const entries = orBroken({ kind: 'bundle', path }, () => parseBundle(bytes));
    // A full bundle serves for a partial one of its beginning, which nobody has to keep (tlog-tiles, "Partial tiles").
    if (entries.length < bundle.width) throw new Broken({ kind: 'bundle', path });
    const leaves = entries.slice(0, bundle.width).map((entry) => this.takeEntry(entry));
    const first = bundle.index * tileWidth;
    for (const grown of tileAdditions(this.sha256, first, leaves, (level, index) => this.tile({ level, index }))) {
      this.tiles.set(keyOf(grown), grown.bytes);
      if (grown.bytes.length === tileWidth * hashBytes) this.compareTile({ ...grown, width: tileWidth });
    }
  }

  private takeEntry(bytes: Uint8Array): Hash {
    const index = this.entries;
    const entry = orBroken({ kind: 'entry', index }, () => parseEntry(bytes));
    const leaf = leafHash(this.sha256, bytes);
    if (!this.chains.follows(entry, leaf)) throw new Broken({ kind: 'revision', index });
    this.log.onEntry?.(entry, index, leaf);
    this.entries += 1;
    return leaf;
  }

  private compareLastTiles(): void {
    for (const tile of tilesOf(this.entries)) if (tile.width < tileWidth) this.compareTile(tile);
  }

  private compareTile(tile: Tile): void {
    if (!sameBytes(this.served(tile), this.tile(tile))) throw new Broken({ kind: 'tile', path: tilePath(tile) });
  }

  private tile(tile: Pick<Tile, 'level' | 'index'>): Uint8Array {
    return this.tiles.get(keyOf(tile)) ?? new Uint8Array();
  }

  /** The hashes of a tile, from the file of this width or from that of the full one. */
  private served(tile: Tile): Uint8Array {
    const path = tilePath(tile);
    const bytes = this.log.files(path) ?? this.log.files(tilePath({ level: tile.level, index: tile.index }));
    if (bytes === undefined) throw new Broken({ kind: 'file_missing', path });
    const isWhole = bytes.length === tile.width * hashBytes || bytes.length === tileWidth * hashBytes;
    if (!isWhole) throw new Broken({ kind: 'tile', path });
    return bytes.subarray(0, tile.width * hashBytes);
  }

  private rootAt(size: number): Hash {
    const read = tileHashReader(this.sha256, this.entries, (tile) => this.tile(tile));
    return rootOf(this.sha256, frontierOf(size, read));
  }
}

const keyOf = ({ level, index }: Pick<Tile, 'level' | 'index'>): string => `${level}/${index}`;

function orBroken<Thing>(problem: LogProblem, read: () => Thing): Thing {
  try {
    return read();
  } catch (error) {
    throw error instanceof LogError ? new Broken({ ...problem, reason: error.reason }) : error;
  }
}
