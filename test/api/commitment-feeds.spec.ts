import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitmentLicence } from '../../shared/commitments/commitment.rules.js';
import type { TestApp } from '../support/app.js';
import { calendarEvents, calendarLines } from '../support/calendar-file.js';
import { adopted, answer, both, contested, inDays, readAs, report, startPromising } from '../support/commitments.js';
import type { PromisingDyad } from '../support/commitments.js';
import { together } from '../support/ratification.js';
import { textsOf, xmlTree } from '../support/xml-tree.js';

let test: TestApp;
let dyad: PromisingDyad;
let commitment: string;

beforeAll(async () => {
  ({ test, dyad } = await startPromising());
  commitment = await adopted(test, dyad, { title: { bg: 'Чиста вода', mk: 'Чиста водичка' } });
});
afterAll(() => test.close());

async function fetched(path: string, status = 200) {
  const response = await fetch(`${test.url}/api/dyads/${dyad.slug}/${path}`);
  expect(response.status, path).toBe(status);
  return { headers: response.headers, text: await response.text() };
}

describe('the calendar', () => {
  it('has every milestone and the deadline as whole days, under names that stay when something happens', async () => {
    const { headers, text } = await fetched('commitments.ics?language=bg');
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(headers.get('cache-control')).toBe('public, max-age=300');
    const days = (from: string) =>
      calendarEvents(from).map(({ UID, DTSTART, SEQUENCE }) => ({ UID, DTSTART, SEQUENCE }));
    const dates = [10, 20, 30].map((ahead) => inDays(test, ahead).replaceAll('-', ''));
    const names = ['milestone-1', 'milestone-2', 'deadline'].map((name) => `${commitment}-${name}`);
    expect(days(text)).toEqual(names.map((UID, at) => ({ UID, DTSTART: dates[at], SEQUENCE: '0' })));
    expect(calendarEvents(text)[0]).toMatchObject({
      SUMMARY: 'Първа станция · Чиста вода',
      STATUS: 'CONFIRMED',
      URL: expect.stringMatching(new RegExp(`/d/river/commitments/${commitment}#milestone-1$`)) as string,
    });

    await report(dyad, commitment, dyad.organisations.a, 1);
    const later = await fetched('commitments.ics?language=bg');
    expect(days(later.text)).toEqual(names.map((UID, at) => ({ UID, DTSTART: dates[at], SEQUENCE: '1' })));
  });

  it('speaks the language it is asked for, and those of both sides where it is asked for none', async () => {
    const summaries = async (query: string) =>
      calendarLines((await fetched(`commitments.ics${query}`)).text).filter(({ name }) => name === 'SUMMARY');
    const [bg, none] = [await summaries('?language=bg'), await summaries('')];
    expect(bg[1]).toEqual({ name: 'SUMMARY', parameters: ['LANGUAGE=bg'], value: 'Втора станция · Чиста вода' });
    expect(none[1]).toEqual({
      name: 'SUMMARY',
      parameters: [],
      value: 'Втора станция · Чиста вода / Втора станция · Чиста водичка',
    });
    await fetched('commitments.ics?language=xx', 400);
  });

  it('keeps what both sides withdrew, as cancelled, and has nothing that is only drafted', async () => {
    const given = await adopted(test, dyad, { promisor: 'joint' });
    await together(dyad, dyad.stewards, 'commitment.withdraw', { commitment: given, reason: both('Наводнение') });
    const events = calendarEvents((await fetched('commitments.ics')).text);
    const own = events.filter(({ UID }) => UID?.startsWith(given));
    expect(own.map(({ STATUS, SEQUENCE }) => [STATUS, SEQUENCE])).toEqual(own.map(() => ['CANCELLED', '1']));
    expect(events).toHaveLength(6);
  });
});

describe('the feed', () => {
  it('has what the public record says of commitments, newest first, each with the link to its entry', async () => {
    await answer(dyad.stewards.b, dyad, [commitment, 1], contested);
    await test.settled();
    const { headers, text } = await fetched('commitments.atom?language=en');
    expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const feed = xmlTree(text);
    const entries = feed.children.filter(({ name }) => name === 'entry');
    const { timeline } = await readAs(test, dyad, commitment);
    const own = entries.filter(({ children }) =>
      children.some(({ attributes }) => attributes['href']?.endsWith(`/d/river/commitments/${commitment}`)),
    );
    const linked = own.map(({ children }) => children.find(({ attributes }) => attributes['rel'] === 'alternate'));
    expect(linked.map((link) => link?.attributes['href']?.replace(/^.*\/d\//, ''))).toEqual(
      timeline.map(({ entry }) => `river/record#entry-${entry}`).toReversed(),
    );
    expect(new Set(entries.flatMap((one) => textsOf(one, 'id'))).size).toBe(entries.length);
    expect(textsOf(entries[0] ?? feed, 'title')[0]).toContain('contested claim 1');
    expect(textsOf(feed, 'rights')[0]).toContain(commitmentLicence.url);
    const again = await fetched('commitments.atom?language=en');
    expect(again.text).toBe(text);
  });

  it('names no person and holds nothing that waits in a draft', async () => {
    const { text } = await fetched('commitments.atom');
    for (const { pseudonym, id } of [dyad.stewards.b, dyad.organisations.a.delegate, dyad.drafters.a]) {
      expect(text).not.toContain(pseudonym);
      expect(text).not.toContain(id);
    }
    expect(xmlTree(text).attributes['xml:lang']).toBeUndefined();
  });
});

describe('the badge', () => {
  it('says in words how it stands, in the language asked for and in its direction', async () => {
    const { headers, text } = await fetched(`commitments/${commitment}/badge.svg?language=ur`);
    expect(headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const root = xmlTree(text);
    const [title = ''] = textsOf(root, 'title');
    // Nobody put the title into Urdu: it stands in both languages that it has.
    expect(title).toContain('Чиста вода · Чиста водичка');
    const lines = root.children.filter(({ name }) => name === 'text');
    expect(new Set(lines.map(({ attributes }) => attributes['direction']))).toEqual(new Set(['rtl', 'ltr']));
    const bg = await fetched(`commitments/${commitment}/badge.svg?language=bg`);
    expect(textsOf(xmlTree(bg.text), 'title')[0]).toContain('оспорен');
  });

  it('is of what is adopted', async () => {
    await fetched(`commitments/${dyad.statement}/badge.svg?language=bg`, 404);
    await fetched(`commitments/${commitment}/badge.svg`, 400);
  });
});
