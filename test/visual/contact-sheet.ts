import type { Look } from './looks.ts';
import type { Shot } from './shots/shot.ts';

/** A page that shows all pictures side by side, for looking through them. */
export function contactSheet(shots: readonly Shot[], looks: readonly Look[]): string {
  const rows = shots.map(({ name }) => {
    const pictures = looks.map((look) => `${name}-${look.name}.png`);
    const images = pictures.map(
      (file) => `<a href="${file}"><img src="${file}" alt="${file}" loading="lazy"></a>`,
    );
    return `<h2>${name}</h2>\n<div>${images.join('\n')}</div>`;
  });
  return `<!doctype html>
<meta charset="utf-8">
<title>Cratewatch: every page and state</title>
<style>
  body { margin: 2rem; background: #8a8378; font: 14px system-ui; }
  div { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start; }
  img { width: 480px; }
</style>
${rows.join('\n')}
`;
}
