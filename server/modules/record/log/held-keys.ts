import type { Clock } from '../../../platform/clock/clock.js';
import type { Config } from '../../../platform/config/config.js';
import { KeyCommand } from './key-command.js';
import { KeyFiles } from './key-files.js';
import { KeyProblem, type KeyHolder, type Signer } from './signer.js';

type KeySettings = Pick<Config, 'RECORD_SIGNER' | 'RECORD_KEY_DIR' | 'RECORD_SIGN_COMMAND'>;

/**
 * All that holds keys outside of the database. `RECORD_SIGNER` says where the next key of a log comes from; a key that a log
 * has is sought wherever there may be one, so that a log can move from one to the other while both sign.
 */
export class HeldKeys {
  private readonly holders: readonly KeyHolder[];
  private readonly next: KeyHolder | undefined;

  constructor(
    { RECORD_SIGNER: signer, RECORD_KEY_DIR: folder, RECORD_SIGN_COMMAND: program }: KeySettings,
    clock: Clock,
  ) {
    const files = folder === undefined ? undefined : new KeyFiles(folder);
    const command = program === undefined ? undefined : new KeyCommand(program, clock);
    this.holders = [files, command].filter((one) => one !== undefined);
    this.next = { database: undefined, file: files, command }[signer];
  }

  /** Whether the next key of a log comes from here, and not from the database. */
  get holdsNext(): boolean {
    return this.next !== undefined;
  }

  /** The key that a log did not have yet. @throws KeyProblem where there is not exactly one */
  async fresh(origin: string, known: readonly string[]): Promise<string> {
    const held = (await this.next?.keysOf(origin)) ?? [];
    const [key, ...more] = held.map(({ verifierKey }) => verifierKey).filter((one) => !known.includes(one));
    if (key === undefined)
      throw new KeyProblem('key_missing', `There is no new key for ${origin} where RECORD_SIGNER says.`);
    if (more.length > 0)
      throw new KeyProblem('key_missing', `There is more than one new key for ${origin} where RECORD_SIGNER says.`);
    return key;
  }

  /** What signs with a key that a log has. @throws KeyProblem where nobody holds it */
  async signer(origin: string, key: string): Promise<Signer> {
    const held: string[] = [];
    for (const holder of this.holders) {
      const keys = await holder.keysOf(origin);
      const signer = keys.find(({ verifierKey }) => verifierKey === key);
      if (signer) return signer;
      held.push(...keys.map(({ verifierKey }) => verifierKey));
    }
    const instead = held.length === 0 ? 'there is no key for it' : `there is ${held.join(', ')}`;
    throw new KeyProblem('key_differs', `The log ${origin} is signed with ${key}, and ${instead} instead.`);
  }
}
