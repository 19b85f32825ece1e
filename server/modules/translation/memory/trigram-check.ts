import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ConfigurationError } from '../../../platform/config/config.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { TrigramRepository } from './trigram.repository.js';

/**
 * A database whose letters are those of the plain C locale finds nothing in Cyrillic, Devanagari or Arabic script, and says
 * nothing about it; the server says it, and does not start.
 */
@Injectable()
export class TrigramCheck implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly trigrams: TrigramRepository,
  ) {}

  /** @throws ConfigurationError */
  async onModuleInit(): Promise<void> {
    const known = await this.unitOfWork.run('all dyads', (tx) => this.trigrams.knowsLetters(tx, 'мир'));
    if (!known)
      throw new ConfigurationError(
        'The database of DATABASE_URL knows only Latin letters (LC_CTYPE C): create it with LC_CTYPE C.UTF-8, or its searches find nothing.',
      );
  }
}
