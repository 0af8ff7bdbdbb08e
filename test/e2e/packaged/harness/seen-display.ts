import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCaptured } from '../../../../scripts/child-process.ts';
import { startBackground } from '../../../../scripts/desktop/background-child.ts';
import { xAuthority } from '../../../../scripts/desktop/x-authority.ts';

/** A window as the X server has it. */
export interface SeenWindow {
  readonly title: string;
  /** WM_CLASS: instance and class. */
  readonly instance: string;
  readonly className: string;
  readonly width: number;
  readonly height: number;
}

/** A display whose windows and pixels can be looked at from outside of the program. */
export interface SeenDisplay {
  readonly env: Readonly<Record<string, string>>;
  /** The windows of programs, without the small ones that toolkits keep for themselves. */
  windows(): Promise<readonly SeenWindow[]>;
  /** How many different colours are on the display right now. */
  colourCount(): Promise<number>;
  end(): Promise<void>;
}

/** Pixels. */
const LARGEST_HIDDEN = 200;

const TREE_LINE =
  /"(?<title>.*)": \("(?<instance>.+)" "(?<className>.+)"\) +(?<width>\d+)x(?<height>\d+)\+/;

export async function startSeenDisplay(folder: string): Promise<SeenDisplay> {
  const authorityPath = join(folder, 'Xauthority');
  // Whoever may enter the folder may use the display: the program runs as another user.
  await writeFile(authorityPath, xAuthority(randomBytes(16)), { mode: 0o644 });
  const server = await startBackground(
    'Xvfb',
    [
      ...['-displayfd', '3', '-screen', '0', '1280x900x24', '-noreset', '-nolisten', 'tcp'],
      ...['-auth', authorityPath, '-fbdir', folder],
    ],
    { readyOn: 3 },
  );
  const env = { DISPLAY: `:${server.readyLine.trim()}`, XAUTHORITY: authorityPath };
  return {
    env,
    windows: async () => {
      const { stdout } = await runCaptured('xwininfo', ['-root', '-tree'], {
        env: { ...process.env, ...env },
        timeLimitMs: 10_000,
      });
      return stdout.split('\n').flatMap((line) => {
        const found = TREE_LINE.exec(line)?.groups;
        if (found === undefined) return [];
        const { title = '', instance = '', className = '' } = found;
        const [width, height] = [Number(found.width), Number(found.height)];
        return width > LARGEST_HIDDEN ? [{ title, instance, className, width, height }] : [];
      });
    },
    colourCount: async () => coloursOf(await readFile(join(folder, 'Xvfb_screen0'))).size,
    end: () => server.end(),
  };
}

/** The colours in a picture of the format XWD with 32 bits a pixel, as Xvfb keeps its screen. */
function coloursOf(picture: Buffer): ReadonlySet<number> {
  const headerBytes = picture.readUInt32BE(0);
  const height = picture.readUInt32BE(20);
  const lineBytes = picture.readUInt32BE(48);
  const colourMapEntries = picture.readUInt32BE(76);
  const start = headerBytes + colourMapEntries * 12;
  const colours = new Set<number>();
  for (let at = start; at < start + height * lineBytes; at += 4) {
    colours.add(picture.readUInt32LE(at));
  }
  return colours;
}
