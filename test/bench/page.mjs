// What a browser loads for a reader's page of a thread, and when it paints first.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { atMost, figure, percentiles, round } from './figures.mjs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** Where Chromium is; nothing where it is not. */
export const chromiumPath = places.find((path) => existsSync(path));
const mostKilobytes = 180;
const paintMilliseconds = 1500;
const visits = 5;

export async function measurePage(say, { server, thread, cookies }) {
  if (chromiumPath === undefined) {
    say('There is no Chromium here: the page is not measured');
    return [];
  }
  say(`Opening the page in Chromium, ${visits} times with nothing kept`);
  const browser = await chromium.launch({ executablePath: chromiumPath });
  const seen = [];
  for (let visit = 0; visit < visits; visit += 1)
    seen.push(await open(browser, `${server.url}/d/bench/threads/${thread}`, cookies[visit]));
  await browser.close();
  const [{ bytes, uncompressed }] = seen;
  const paints = percentiles(seen.map(({ paintedAt }) => paintedAt));
  return [
    atMost('JavaScript of the thread page as sent', round(bytes / 1024), 'kB', mostKilobytes),
    figure('  of these sent without compression', round(uncompressed / 1024), 'kB'),
    atMost('first contentful paint of the thread page, median', Math.round(paints.p50), 'ms', paintMilliseconds),
    figure('first contentful paint of the thread page, slowest', Math.round(paints.p99), 'ms'),
  ];
}

/** One visit of somebody who was never here, until the posts are there. */
async function open(browser, address, cookie) {
  const context = await browser.newContext({ locale: 'en' });
  const [name, value] = cookie.split('=');
  const { hostname: domain } = new URL(address);
  await context.addCookies([{ name, value, domain, path: '/', secure: true, httpOnly: true, sameSite: 'Lax' }]);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const scripts = new Map();
  let bytes = 0;
  let uncompressed = 0;
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (/javascript/.test(response.mimeType)) scripts.set(requestId, response.headers['content-encoding']);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!scripts.has(requestId)) return;
    bytes += encodedDataLength;
    if (scripts.get(requestId) === undefined) uncompressed += encodedDataLength;
  });
  await page.goto(address);
  await page.locator('article').first().waitFor();
  await page.waitForLoadState('networkidle');
  const paintedAt = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  );
  await context.close();
  return { bytes, uncompressed, paintedAt };
}
