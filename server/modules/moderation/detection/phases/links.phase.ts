import { domainToUnicode } from 'node:url';
import { hostOf, safeLink } from '../../../../../shared/language/safe-link.js';
import { skeleton } from '../../../../../shared/language/unicode-safety.js';
import { finding, type Finding } from '../../../../../shared/moderation/detection/finding.rules.js';
import type { TextRange } from '../../../../../shared/moderation/detection/text-range.js';
import type { Phase } from '../phase.js';

/** More links than this are seldom needed to say something. */
const usualLinks = 3;
/** So many hosts are told apart; a text with more of them has other findings. */
const mostHosts = 10;

const address = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>"'()[\]]{1,2000}/giu;
const markdownLink = /\[([^[\]\n]{1,300})\]\((https?:\/\/[^\s()]{1,2000})\)/gi;
/** Something in the words of a link that reads as a host. */
const shownHost = /(?<![\p{L}\p{N}.@-])(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}.-])/u;

interface Link {
  /** In ASCII, as it is asked. */
  readonly host: string;
  readonly where: TextRange;
}

/** Where links lead: how many there are, to hosts that nobody agreed to, or that pass themselves off as others. */
export const linksPhase: Phase = {
  name: 'links',
  look: ({ text }, { hosts }) => {
    const links = linksIn(text);
    return [...ofNumber(links), ...ofHosts(links, hosts), ...misleading(text)];
  },
};

function linksIn(text: string): Link[] {
  return [...text.matchAll(address)].flatMap(({ 0: found, index }) => {
    const written = found.replace(/[.,;:!?]{1,20}$/, '');
    const href = safeLink(/^www\./i.test(written) ? `https://${written}` : written);
    return href === undefined ? [] : [{ host: nameOf(href), where: { start: index, end: index + written.length } }];
  });
}

/** The host without its port, and without the `www` that means the same. */
const nameOf = (href: string): string =>
  hostOf(href)
    .replace(/:\d+$/, '')
    .replace(/^www\./, '');

const ofNumber = (links: readonly Link[]): Finding[] =>
  links.length > usualLinks
    ? [
        finding('many_links', {
          params: { number: links.length, usual: usualLinks },
          where: links.map(({ where }) => where),
        }),
      ]
    : [];

function ofHosts(links: readonly Link[], listed: readonly string[] | undefined): Finding[] {
  if (listed === undefined) return [];
  const allowed = new Set(listed);
  const shapes = new Map(listed.map((host) => [skeleton(host), host]));
  const unknown = [...new Set(links.map(({ host }) => host))].filter(
    (host) => !ownersOf(host).some((one) => allowed.has(one)),
  );
  return unknown.slice(0, mostHosts).map((host) => {
    const where = links.filter((link) => link.host === host).map((link) => link.where);
    const known = ownersOf(domainToUnicode(host))
      .map((one) => shapes.get(skeleton(one)))
      .find((one) => one !== undefined);
    return known === undefined
      ? finding('host_unlisted', { params: { host }, where })
      : finding('host_lookalike', { params: { host, known }, where });
  });
}

/** A host and those that it is a part of: `a.b.org`, `b.org`, `org`. */
function ownersOf(host: string): string[] {
  const labels = host.split('.');
  return labels.map((_, at) => labels.slice(at).join('.'));
}

/** Links whose words read as the address of somebody else. */
function misleading(text: string): Finding[] {
  return [...text.matchAll(markdownLink)].flatMap(({ 0: whole, 1: words = '', 2: target = '', index }) => {
    const href = safeLink(target);
    const [shown] = shownHost.exec(words) ?? [];
    if (href === undefined || shown === undefined) return [];
    const [host, read] = [nameOf(href), shown.toLowerCase().replace(/^www\./, '')];
    if (ownersOf(host).includes(read) || ownersOf(read).includes(host) || host === asciiOf(read)) return [];
    return [
      finding('link_misleads', { params: { shown: read, host }, where: [{ start: index, end: index + whole.length }] }),
    ];
  });
}

const asciiOf = (host: string): string => nameOf(safeLink(`https://${host}`) ?? 'https://none.invalid');
