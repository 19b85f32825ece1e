import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { attempt } from '../../../../shared/log/error.js';
import { parseTilePath, tileWidth } from '../../../../shared/log/tile.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { LogReading } from './log-reading.js';

/** Eight mebibytes of them. */
const most = 1024;

/**
 * Serves tiles and bundles. A full tile that was signed once is the same for ever, so it is read once: mirrors and witnesses
 * that follow a log all ask for the same ones.
 */
@Injectable()
export class FullTiles {
  private readonly kept = new LRUCache<string, Uint8Array>({ max: most });

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reading: LogReading,
  ) {}

  /** @throws Failure `request.not_found` for a tile that the signed tree does not have, and for a path that is none */
  async serve(slug: string, path: string): Promise<Uint8Array> {
    const name = `${slug}/${path}`;
    const known = this.kept.get(name);
    if (known) return known;
    const bytes = await this.unitOfWork.run('all dyads', (tx) => this.reading.tile(tx, slug, path));
    if (attempt(() => parseTilePath(path))?.width === tileWidth) this.kept.set(name, bytes);
    return bytes;
  }
}
