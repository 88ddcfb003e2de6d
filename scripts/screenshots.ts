import {copyFile, mkdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Browser} from 'playwright-core';
import {SCENES, findBrowser, launchBrowser, serveFolder} from './browser';
import type {Scene} from './browser';

const root = join(__dirname, '..');
const images = join(root, 'static', 'img');

const SIZES = {
  desktop: {width: 1360, height: 900},
  phone: {width: 390, height: 844},
} as const;

/** Pictures of the main pages of `build/` in both themes: `ts-node scripts/screenshots.ts [folder]`. */
async function main(
  folder = join(root, 'node_modules', '.cache', 'runbooks', 'screenshots'),
): Promise<void> {
  const found = await findBrowser();
  if (found === undefined) throw new Error('No browser found. Name one in the variable CHROME.');
  const site = await serveFolder(join(root, 'build'));
  const browser = await launchBrowser(found);
  try {
    await mkdir(folder, {recursive: true});
    for (const picture of pictures(folder)) {
      await take(browser, site.origin, picture);
      process.stdout.write(`${picture.path}\n`);
    }
    await copyFile(join(folder, 'step-desktop-light.png'), join(images, 'screenshot.png'));
    await drawCard(browser);
    for (const size of [192, 512]) await drawIcon(browser, size);
  } finally {
    await browser.close();
    await site.close();
  }
}

type Picture = {
  readonly scene: Scene;
  readonly size: keyof typeof SIZES;
  readonly colorScheme: 'light' | 'dark';
  readonly path: string;
};

function pictures(folder: string): readonly Picture[] {
  const themes = ['light', 'dark'] as const;
  const sizes = ['desktop', 'phone'] as const;
  return SCENES.flatMap(scene =>
    sizes.flatMap(size =>
      themes.map(colorScheme => {
        const path = join(folder, `${scene.name}-${size}-${colorScheme}.png`);
        return {scene, size, colorScheme, path};
      }),
    ),
  );
}

async function take(browser: Browser, origin: string, picture: Picture): Promise<void> {
  const {scene, size, colorScheme, path} = picture;
  const page = await browser.newPage({viewport: SIZES[size], colorScheme, reducedMotion: 'reduce'});
  await page.goto(`${origin}${scene.path}`, {waitUntil: 'networkidle'});
  await scene.act?.(page);
  await page.screenshot({path, fullPage: scene.name === 'home'});
  await page.close();
}

/** The picture that chats show of a link to the site. */
async function drawCard(browser: Browser): Promise<void> {
  const page = await browser.newPage({viewport: {width: 1200, height: 630}});
  const logo = await readFile(join(images, 'logo-dark.svg'), 'utf8');
  await page.setContent(cardPage(logo));
  await page.screenshot({path: join(images, 'social-card.png')});
  await page.close();
}

/** What a phone shows of the site once it is installed; the margin is what a round mask may cut. */
async function drawIcon(browser: Browser, size: number): Promise<void> {
  const page = await browser.newPage({viewport: {width: size, height: size}});
  const logo = await readFile(join(images, 'logo.svg'), 'utf8');
  const side = Math.round(size * 0.7);
  await page.setContent(
    `<body style="margin:0;display:grid;place-content:center;height:100vh;background:#4a3fd1">
      <div style="width:${side}px;height:${side}px">${logo}</div></body>`,
  );
  await page.screenshot({path: join(images, `icon-${size}.png`)});
  await page.close();
}

function cardPage(logo: string): string {
  return `<body style="margin:0;display:grid;align-content:center;height:100vh;padding:0 96px;
      box-sizing:border-box;color:#f3f5f9;font-family:system-ui;
      background:#15152b">
    <div style="width:96px;height:96px">${logo}</div>
    <h1 style="margin:40px 0 16px;font-size:76px;line-height:1.05;letter-spacing:-.035em">
      From the alert to<br>the right command.</h1>
    <p style="margin:0;color:#aeb6c6;font-size:30px">Howlerops Runbooks</p>
  </body>`;
}

void main(...process.argv.slice(2));
