// The public record: what it costs to be logged, how soon it is signed, and how fast it is read, checked and witnessed.
import { atLeast, atMost, figure, noLess, round } from './figures.mjs';
import { seed, temporaryFolder } from './process.mjs';

/** @returns rows of what was measured, with targets where there are any */
export async function measure(say) {
  say('Writing with the log and without it, in turns');
  const { rates, ofTwice, ofBare, middles, signed } = await seed(temporaryFolder(), 'record-writing.mjs');
  say('Giving a backlog its numbers, and reading, checking and witnessing the log');
  const reading = await seed(temporaryFolder(), 'record-reading.mjs');
  const { backlog, receipt, stored, served, size, checkedPerSecond, witness, browser } = reading;
  const share = (value) => Math.floor(value * 100) / 100;
  const more = middles.logged - middles.twice;
  return [
    figure('one insert a transaction, 16 clients', Math.round(rates.bare), '1/s'),
    figure('two inserts a transaction, without a log', Math.round(rates.twice), '1/s'),
    figure('an insert and an entry of the log a transaction', Math.round(rates.logged), '1/s'),
    atLeast('the same, beside two inserts without a log', share(ofTwice), '', 0.85),
    atLeast('the same, beside one insert', share(ofBare), '', 0.4),
    atMost('longer by the log, one in two', noLess(more, 2), 'ms', 1),
    atMost('the same, in hundredths of what two inserts take', noLess((more / middles.twice) * 100), '%', 15),
    atMost('commit to signed checkpoint at half the load, 99 in 100', noLess(signed.p99), 'ms', 500),
    figure('the same, one in two', round(signed.p50), 'ms'),
    figure('entries of a backlog numbered and signed a second', Math.round(backlog.perSecond), '1/s'),
    atLeast('the same, beside bare inserts', share(backlog.ofBare), '', 3),
    atMost(`a receipt of ${size} entries, built from tiles, 99 in 100`, noLess(receipt.p99), 'ms', 5),
    figure('a tile over HTTP', Math.round(served.tile), '1/s'),
    atLeast('the same, beside a still file of the same server', share(served.share), '', 0.8),
    atLeast(
      'entries a second checked offline, with the start of the command',
      Math.floor(checkedPerSecond),
      '1/s',
      20_000,
    ),
    atMost('bytes served for a byte of the record', noLess(stored.wire / stored.record, 2), '', 1.25),
    atMost('bytes stored for a byte of the record', noLess(stored.log / stored.record, 2), '', 2),
    atLeast('checkpoints a second signed by a witness', Math.floor(witness.perSecond), '1/s', 500),
    atMost('the same, 99 in 100', noLess(witness.p99), 'ms', 20),
    ...inBrowser(browser),
  ];
}

/** Nothing where there is no Chromium. */
const inBrowser = (browser) =>
  browser === undefined
    ? []
    : [
        atMost(
          `${browser.entries} entries checked in Chromium, once they are there`,
          noLess(browser.milliseconds),
          'ms',
          1500,
        ),
        atMost('a receipt of 20 hashes and 4 signatures there, one in two', noLess(browser.receipt.next), 'ms', 20),
        figure('the first of a page', noLess(browser.receipt.first), 'ms'),
      ];
