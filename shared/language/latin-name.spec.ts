import { describe, expect, it } from 'vitest';
import { slug } from './fields.js';
import { latinName } from './latin-name.js';

describe('a name for an address', () => {
  it.each([
    ['Водата в реката', 'vodata-v-rekata'],
    ['Ѓердани и ќерамики', 'gjerdani-i-kjeramiki'],
    ['नदी का पानी', 'nadi-ka-pani'],
    ['सड़क', 'sadak'],
    ['دریا کا پانی', 'dria-ka-pani'],
    ['The river’s water, 2026!', 'the-river-s-water-2026'],
    ['Déjà vu', 'deja-vu'],
    ['—', ''],
  ])('%s is %s', (title, name) => expect(latinName(title, 40)).toBe(name));

  it('is cut between words, and is a name that the contract takes', () => {
    const long = latinName('Мостът над реката, който строихме заедно миналата година', 40);
    expect(long).toBe('mostat-nad-rekata-koyto-stroihme-zaedno');
    expect(slug.safeParse(long).success).toBe(true);
    expect(latinName('а'.repeat(60), 40)).toHaveLength(40);
  });
});
