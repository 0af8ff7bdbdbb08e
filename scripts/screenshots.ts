import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { serveBuiltWindow } from '../test/visual/built-window.ts';
import { contactSheet } from '../test/visual/contact-sheet.ts';
import { LOOKS } from '../test/visual/looks.ts';
import { ALL_SHOTS } from '../test/visual/shots/all-shots.ts';
import { takePictures } from '../test/visual/take-pictures.ts';
import { PlainFailure, runScript } from './plain-failure.ts';
import { projectRoot } from './project-root.ts';
import { ensureSystemPackages } from './system-packages/system-packages.ts';

// Pictures of every page and state of the window, for looking at:
//   npm run screenshots                       light and dark, usual and smallest size
//   npm run screenshots -- --every-look       contrast, zoom and full screen too
//   npm run screenshots -- --only settings    those whose name holds that
await runScript(async () => {
  const say = (line: string) => console.log(line);
  const { values } = parseArgs({
    options: {
      to: { type: 'string', default: 'screenshots' },
      only: { type: 'string', default: '' },
      'every-look': { type: 'boolean', default: false },
    },
  });
  const packages = await ensureSystemPackages(['tests'], say);
  if (packages.kind === 'missing') throw new PlainFailure(packages.advice);
  const shots = ALL_SHOTS.filter(({ name }) => name.includes(values.only));
  const looks = LOOKS.filter(({ isExtra }) => values['every-look'] || isExtra !== true);
  const folder = resolve(projectRoot, values.to);

  const { url, close } = await serveBuiltWindow();
  try {
    say(`Drawing ${shots.length} states in ${looks.length} looks…`);
    const complaints = await takePictures({ url, folder, shots, looks });
    await writeFile(join(folder, 'index.html'), contactSheet(shots, looks));
    for (const { picture, text } of complaints) say(`${picture}: ${text}`);
    say(`${shots.length * looks.length} pictures in ${folder}; open index.html to see them all.`);
    return complaints.length === 0 ? 0 : 1;
  } finally {
    await close();
  }
});
