import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../support/log.js';
import { logKey, policy, policyText, signingKey, witnesses } from '../support/signed-log.js';
import { LogError } from '../../shared/log/error.js';
import { keyType } from '../../shared/log/key.js';
import { formatPolicy, hasWitnessed, parsePolicy, satisfied } from '../../shared/log/policy.js';

const witness = (number: number): string => signingKey(`w${number}.example`, number, keyType.cosignature).vkey;
const three = [10, 11, 12].map((number) => `witness W${number} ${witness(number)}`).join('\n');

/** How a policy is refused. */
function refusal(text: string): LogError | undefined {
  try {
    parsePolicy(sha256, text);
    return undefined;
  } catch (error) {
    if (error instanceof LogError) return error;
    throw error;
  }
}

describe('a policy (C2SP tlog-policy)', () => {
  it('of a dyad asks for a witness of each side', () => {
    expect(satisfied(policy, new Set())).toBe(false);
    expect(satisfied(policy, new Set(['witness-a']))).toBe(false);
    expect(satisfied(policy, new Set(['witness-b', 'stranger']))).toBe(false);
    expect(satisfied(policy, new Set(['witness-a', 'witness-b']))).toBe(true);
    expect(hasWitnessed(policy, 'side-a', new Set(['witness-a']))).toBe(true);
    expect(hasWitnessed(policy, 'side-b', new Set(['witness-a']))).toBe(false);
  });

  it('is written as it was read', () => {
    expect(formatPolicy(sha256, policy)).toBe(policyText);
    expect(parsePolicy(sha256, formatPolicy(sha256, policy))).toEqual(policy);
    const text = `log ${logKey.vkey} https://example.org/log\n${three}\ngroup G 2 W10 W11 W12\nquorum G\n`;
    expect(formatPolicy(sha256, parsePolicy(sha256, text))).toBe(text);
    expect(formatPolicy(sha256, parsePolicy(sha256, 'quorum none'))).toBe('quorum none\n');
  });

  it('counts', () => {
    const { groups, quorum } = parsePolicy(sha256, `${three}\ngroup G 2 W10 W11 W12\nquorum G\n`);
    const counted = { logs: [], witnesses: [], groups, ...(quorum !== undefined && { quorum }) };
    expect(satisfied(counted, new Set(['W10']))).toBe(false);
    expect(satisfied(counted, new Set(['W10', 'W12']))).toBe(true);
  });

  it('may ask for one witness, or for none', () => {
    expect(satisfied(parsePolicy(sha256, `${three}\nquorum W11`), new Set(['W11']))).toBe(true);
    expect(satisfied(parsePolicy(sha256, `${three}\nquorum W11`), new Set(['W10']))).toBe(false);
    expect(satisfied(parsePolicy(sha256, `${three}\nquorum none`), new Set())).toBe(true);
  });

  it('has comments, tabs and empty lines', () => {
    const text = `# Who looks\n\n \t# indented\n\tlog\t${logKey.vkey} \n  witness  Г1 ${witnesses.a.vkey}\nquorum Г1\n`;
    expect(parsePolicy(sha256, text)).toMatchObject({ witnesses: [{ name: 'Г1' }], quorum: 'Г1' });
  });

  it.each([
    ['nothing', 1, ''],
    ['no quorum', 4, `${three}\n`],
    ['two quorums', 5, `${three}\nquorum W10\nquorum W11`],
    ['a quorum that is not defined yet', 1, `quorum W10\n${three}`],
    ['an unknown word', 1, 'mirror m\nquorum none'],
    ['a name twice', 4, `${three}\nwitness W10 ${witness(13)}\nquorum none`],
    ['a key twice', 4, `${three}\nwitness W13 ${witness(10)}\nquorum none`],
    ['a key under two names', 4, `${three}\nwitness W13 ${signingKey('x', 10, 4).vkey}\nquorum none`],
    ['the name none', 1, `witness none ${witness(10)}\nquorum none`],
    ['a log with the key of a witness', 1, `log ${witness(10)}\nquorum none`],
    ['a witness with the key of a log', 1, `witness W ${logKey.vkey}\nquorum none`],
    ['a key that is none', 1, 'log example+01234567+AAAA\nquorum none'],
    ['a log twice', 2, `log ${logKey.vkey}\nlog ${logKey.vkey}\nquorum none`],
    ['too many items', 1, `log ${logKey.vkey} https://example.org more\nquorum none`],
    ['a group without members', 4, `${three}\ngroup G any\nquorum G`],
    ['a threshold of 0', 4, `${three}\ngroup G 0 W10\nquorum G`],
    ['a threshold above the number', 4, `${three}\ngroup G 2 W10\nquorum G`],
    ['a threshold with a zero before it', 4, `${three}\ngroup G 01 W10\nquorum G`],
    ['a threshold that every object has', 4, `${three}\ngroup G constructor W10\nquorum G`],
    ['a member that is not defined yet', 4, `${three}\ngroup G any W13\nquorum G`],
    ['a member that is itself', 4, `${three}\ngroup G any G\nquorum G`],
    ['a member twice', 4, `${three}\ngroup G all W10 W10\nquorum G`],
    ['a member of two groups', 5, `${three}\ngroup G any W10\ngroup H any W10\nquorum H`],
    ['nobody as a member', 4, `${three}\ngroup G any none\nquorum G`],
    ['a carriage return', 1, 'quorum none\r\n'],
  ])('with %s is refused, with the line', (_, line, text) => {
    expect(refusal(text)).toMatchObject({ reason: 'policy.malformed', line });
  });

  it('that is hostile is refused with a reason and nothing else', () => {
    const words = fc.constantFrom(
      'log',
      'witness',
      'group',
      'quorum',
      'none',
      'any',
      'all',
      '1',
      'G',
      '\n',
      witness(10),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), fc.string(), (list, more) => {
        for (const text of [list.join(' '), `${list.join(' ')}${more}`])
          expect(refusal(text)?.reason ?? 'policy.malformed').toBe('policy.malformed');
      }),
      { numRuns: 500 },
    );
  });
});
