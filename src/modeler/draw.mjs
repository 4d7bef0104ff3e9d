/**
 * Draws a model as Camunda Modeler does.
 *
 * npm run draw -- MODEL OUT.png               the whole drawing
 * npm run draw -- MODEL OUT.png ELEMENT       Modeler's canvas around one element, with its properties panel
 * npm run draw -- MODEL OUT.png ELEMENT GROUP …    the same, with only these groups of the panel open
 */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { BUNDLE } from './bundle.mjs';
import { templatesFor } from './folder.mjs';

const MARGIN = 25;
const [ model, out, element, ...groups ] = process.argv.slice(2);
if (!out) {
  console.error('usage: npm run draw -- MODEL OUT.png [ELEMENT [GROUP ...]]');
  process.exit(2);
}

const font = await readFile(new URL('node_modules/@fontsource/arimo/files/arimo-latin-400-normal.woff2', import.meta.url));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [ '--no-sandbox', '--disable-background-networking' ]
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  await page.setContent('<!doctype html><html><body></body></html>');
  await page.addStyleTag({ content: `@font-face { font-family: Arial; src: url(data:font/woff2;base64,${font.toString('base64')}) }` });
  await page.evaluate(() => document.fonts.load('12px Arial'));
  await page.addStyleTag({ path: BUNDLE + '.css' });
  await page.addScriptTag({ path: BUNDLE + '.js' });
  const xml = await readFile(model, 'utf8');
  const problems = await page.evaluate(([ xml, templates ]) => Modeler.open(xml, templates), [ xml, await templatesFor(dirname(resolve(model))) ]);
  problems.forEach(problem => console.error(problem));
  await (element ? step(page) : whole(page));
  process.exitCode = problems.length ? 1 : 0;
} finally {
  await browser.close();
}

async function whole(page) {
  const drawing = await page.evaluate(() => Modeler.svg());
  const [ , width, height ] = drawing.match(/<svg[^>]*width="([\d.]+)" height="([\d.]+)"/).map(Number);
  await page.setViewportSize({ width: Math.ceil(width) + 2 * MARGIN, height: Math.ceil(height) + 2 * MARGIN });
  await page.evaluate(([ svg, margin ]) => {
    document.body.innerHTML = svg.slice(svg.indexOf('<svg'));
    document.body.style.margin = margin + 'px';
  }, [ drawing, MARGIN ]);
  await page.screenshot({ path: out });
}

async function step(page) {
  const label = '.bio-properties-panel-header-label';
  const whole = await (await page.waitForSelector(label)).innerText();
  await page.evaluate(id => { Modeler.show(id); Modeler.select(id); }, element);
  // the panel follows the selection a little later
  await page.waitForFunction(([ label, whole ]) => document.querySelector(label)?.innerText !== whole, [ label, whole ]);
  if (groups.length) {
    for (const header of await page.$$('.bio-properties-panel-group > .bio-properties-panel-group-header')) {
      const title = (await header.innerText()).split('\n')[0].trim();
      const open = (await header.getAttribute('class')).includes('open');
      if (open !== groups.includes(title)) await header.click();
    }
  }
  await page.screenshot({ path: out });
}
