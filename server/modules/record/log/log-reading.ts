import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import type { FileAnswer } from '../../../../shared/contract/contract.js';
import { attempt } from '../../../../shared/log/error.js';
import { inclusionPlan, proofOf } from '../../../../shared/log/proof.js';
import { encodeBundle, parseEntriesPath, parseTilePath, tileWidth, type Bundle } from '../../../../shared/log/tile.js';
import { formatReceipt } from '../../../../shared/log/verify-receipt.js';
import type { LogView } from '../../../../shared/record/log.contract.js';
import { logCrypto } from '../../../platform/crypto/log-crypto.js';
import type { Tx } from '../../../platform/database/tx.js';
import { DisclosureRepository } from './disclosure.repository.js';
import { LogKeyRepository } from './log-key.repository.js';
import { LogPolicy } from './log-policy.js';
import { LogRepository, type LogHead } from './log.repository.js';
import { begun, StoredTiles } from './stored-tiles.js';
import { namedWitnesses } from './witness-policy.js';
import { WitnessRepository } from './witness.repository.js';

/** Serves what is signed of a log, and nothing beyond it. */
@Injectable()
export class LogReading {
  private readonly tiles: StoredTiles;

  constructor(
    private readonly log: LogRepository,
    private readonly disclosed: DisclosureRepository,
    private readonly witnesses: WitnessRepository,
    private readonly keys: LogKeyRepository,
    private readonly rules: LogPolicy,
  ) {
    this.tiles = new StoredTiles(log);
  }

  /** The latest checkpoint with all its signatures. @throws Failure `request.not_found` as long as nothing is signed */
  async checkpoint(tx: Tx, slug: string): Promise<string> {
    const head = await this.head(tx, slug);
    return this.noteAt(tx, head, head.publishedSize);
  }

  /** The largest checkpoint that both sides have seen. @throws Failure `request.not_found` where there is none */
  async witnessedCheckpoint(tx: Tx, slug: string): Promise<string> {
    const [head, size] = await this.headAndWitnessedSize(tx, slug);
    if (size === undefined) throw new Failure('request.not_found');
    return this.noteAt(tx, head, size);
  }

  /** @throws Failure `request.not_found` for a tile that the signed tree does not have, and for a path that is none */
  async tile(tx: Tx, slug: string, path: string): Promise<Uint8Array> {
    const head = await this.head(tx, slug);
    const bundle = attempt(() => parseEntriesPath(path));
    if (bundle) return this.bundle(tx, head, bundle);
    const tile = attempt(() => parseTilePath(path));
    if (!tile) throw new Failure('request.not_found');
    requireSigned(head, tile.level, tile);
    const [stored] = await this.log.tiles(tx, head.dyadId, [tile]);
    return begun(tile, stored?.bytes);
  }

  /** What opens the commitments of a bundle. */
  async disclosures(tx: Tx, slug: string, bundle: number): Promise<string> {
    const head = await this.head(tx, slug);
    const from = bundle * tileWidth;
    if (from >= head.publishedSize) throw new Failure('request.not_found');
    const opened = await this.disclosed.of(tx, head.dyadId, from, Math.min(from + tileWidth, head.publishedSize));
    return JSON.stringify({
      entries: opened.map(({ index, disclosures }) => ({ index, disclosures })),
      erased: opened.flatMap(({ erased }) => erased),
    });
  }

  /** The proof of an entry, witnessed where it can be. */
  async receipt(tx: Tx, slug: string, index: number): Promise<FileAnswer> {
    const [head, witnessed = 0] = await this.headAndWitnessedSize(tx, slug);
    if (index >= head.publishedSize) throw new Failure('request.not_found');
    const size = witnessed > index ? witnessed : head.publishedSize;
    const plan = inclusionPlan({ index, size });
    const [read, [record], [opened], checkpoint] = await Promise.all([
      this.tiles.reader(tx, head.dyadId, size, plan.flat()),
      this.log.records(tx, head.dyadId, index, index + 1),
      this.disclosed.of(tx, head.dyadId, index, index + 1),
      this.noteAt(tx, head, size),
    ]);
    if (!record) throw new Error('The log has no record of an entry that it signed');
    const proof = proofOf(logCrypto.sha256, plan, read);
    const name = `${slug}-${index}.tlog-proof`;
    const content = formatReceipt(record, opened?.disclosures ?? [], { index, proof, checkpoint });
    return { name, latinName: name, content, languages: [] };
  }

  async policy(tx: Tx, slug: string): Promise<string> {
    const { dyadId } = await this.head(tx, slug);
    return this.rules.text(tx, dyadId, slug);
  }

  async view(tx: Tx, slug: string): Promise<LogView> {
    const [{ dyadId, origin, publishedSize }, witnessedSize = null] = await this.headAndWitnessedSize(tx, slug);
    const witnesses = namedWitnesses(await this.witnesses.inOffice(tx, dyadId));
    const keys = await this.keys.inUse(tx, dyadId);
    return {
      origin,
      keys: keys.map(({ verifierKey, since, retiresOn }) => ({ verifierKey, since, retiresOn })),
      frozen: keys.length > 0 ? null : await this.frozen(tx, dyadId),
      size: publishedSize,
      witnessedSize,
      witnesses: witnesses.map(({ policyName, verifierKey, side, name, cosignedOn }) => ({
        policyName,
        verifierKey,
        side,
        name,
        cosignedOn,
      })),
    };
  }

  /** Since when no key is left, and why. */
  private async frozen(tx: Tx, dyadId: string): Promise<LogView['frozen']> {
    const all = await this.keys.all(tx, dyadId);
    const [on, reason] = [all.at(-1)?.retiresOn, all.findLast(({ revoked }) => revoked !== null)?.revoked];
    return on && reason ? { on, reason } : null;
  }

  private async bundle(tx: Tx, head: LogHead, bundle: Bundle): Promise<Uint8Array> {
    requireSigned(head, 0, bundle);
    const from = bundle.index * tileWidth;
    return encodeBundle(await this.log.records(tx, head.dyadId, from, from + bundle.width));
  }

  private async noteAt(tx: Tx, { dyadId }: LogHead, size: number): Promise<string> {
    const [note, lines] = await Promise.all([
      this.log.checkpoint(tx, dyadId, size),
      this.witnesses.linesUnder(tx, dyadId, size),
    ]);
    if (note === undefined) throw new Failure('request.not_found');
    return note + lines.join('');
  }

  private headAndWitnessedSize(tx: Tx, slug: string): Promise<[LogHead, number | undefined]> {
    return Promise.all([this.head(tx, slug), this.witnesses.witnessedSize(tx, slug)]);
  }

  private async head(tx: Tx, slug: string): Promise<LogHead> {
    const head = await this.log.head(tx, slug);
    if (!head) throw new Failure('request.not_found');
    return head;
  }
}

/** A tile has as many hashes as the signed tree has there; what is stored beyond that is nobody's business yet. */
function requireSigned({ publishedSize }: LogHead, level: number, { index, width }: Bundle): void {
  const hashes = Math.floor(publishedSize / tileWidth ** level) - index * tileWidth;
  if (width > hashes) throw new Failure('request.not_found');
}
