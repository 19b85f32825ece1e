import { parseCheckpoint } from '../../shared/log/checkpoint.js';
import { parseNote } from '../../shared/log/note.js';
import type { Sha256 } from '../../shared/log/hash.js';
import { consistencyPlan, consistencyProof } from '../../shared/log/proof.js';
import {
  bundlesOf,
  entriesPath,
  parseBundle,
  tileHashReader,
  tilePath,
  tilesHolding,
  tileWidth,
  type Tile,
} from '../../shared/log/tile.js';
import type { Hash } from '../../shared/log/hash.js';

/** The log did not answer, or has not what it was asked for. */
export class LogUnreachable extends Error {
  override readonly name = 'LogUnreachable';
}

async function fetched(address: string): Promise<Response> {
  let response: Response;
  try {
    // No cookie goes along: a log answers everybody alike, and does not learn who asks.
    response = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  } catch {
    throw new LogUnreachable(address);
  }
  if (!response.ok) throw new LogUnreachable(`${address}: ${response.status}`);
  return response;
}

/** A log as anybody reads it, by its address without a slash at the end. Everything it says is still to be checked. */
export const staticLog = (address: string) => ({
  /** C2SP tlog-policy. @throws LogUnreachable */
  policy: async (): Promise<string> => (await fetched(`${address}/policy`)).text(),

  /** The `.tlog-proof` of an entry. @throws LogUnreachable */
  receipt: async (index: number): Promise<string> => (await fetched(receiptAddress(address, index))).text(),

  /** The digests that the log says were erased, among those of the entries beside this one. @throws LogUnreachable */
  async erasedNear(index: number): Promise<ReadonlySet<string>> {
    const answer: unknown = await (await fetched(`${address}/disclosures/${Math.floor(index / tileWidth)}`)).json();
    const { erased } = (answer ?? {}) as { readonly erased?: unknown };
    const digests = Array.isArray(erased) ? (erased as readonly unknown[]) : [];
    return new Set(digests.filter((digest) => typeof digest === 'string'));
  },

  /** The entries after one, with their numbers, as far as the log is signed. @throws LogUnreachable; LogError */
  async entriesAfter(index: number): Promise<{ readonly index: number; readonly bytes: Uint8Array }[]> {
    const { size } = parseCheckpoint(parseNote(await (await fetched(`${address}/checkpoint`)).text()).text);
    const after: { readonly index: number; readonly bytes: Uint8Array }[] = [];
    for (const bundle of bundlesOf(size)) {
      const first = bundle.index * tileWidth;
      if (first + bundle.width <= index + 1) continue;
      const answer = await fetched(`${address}/${entriesPath(bundle)}`);
      const entries = parseBundle(new Uint8Array(await answer.arrayBuffer()));
      after.push(...entries.map((bytes, at) => ({ index: first + at, bytes })).filter((one) => one.index > index));
    }
    return after;
  },

  /**
   * The proof between two sizes, from the tiles of the larger.
   * @throws LogUnreachable; LogError tile.length where a tile is too short
   */
  async consistency(sha256: Sha256, sizes: { readonly from: number; readonly to: number }): Promise<Hash[]> {
    const tiles = new Map<string, Uint8Array>();
    for (const tile of tilesHolding(consistencyPlan(sizes).flat(), sizes.to))
      tiles.set(tilePath(tile), await tileBytes(address, tile));
    const read = tileHashReader(sha256, sizes.to, (tile) => tiles.get(tilePath(tile)) ?? new Uint8Array());
    return consistencyProof(sha256, sizes, read);
  },
});

/** Where the receipt of an entry is. */
export const receiptAddress = (address: string, index: number): string => `${address}/receipt/${index}`;

/** A log may have let a partial tile go when the full one was there (tlog-tiles, "Partial Tiles"). */
async function tileBytes(address: string, tile: Tile): Promise<Uint8Array> {
  const bytes = async (width: number) =>
    new Uint8Array(await (await fetched(`${address}/${tilePath({ ...tile, width })}`)).arrayBuffer());
  return bytes(tile.width).catch((error: unknown) => {
    if (tile.width === tileWidth) throw error;
    return bytes(tileWidth);
  });
}

/** The address of a dyad's log on this site. */
export const ownLogOf = (dyad: string): string => `${location.origin}/log/${dyad}`;
