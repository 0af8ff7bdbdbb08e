import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BackgroundChild, startBackground } from './background-child.ts';
import { xAuthority } from './x-authority.ts';

export interface VirtualDisplay {
  readonly env: { readonly DISPLAY: string; readonly XAUTHORITY: string };
  end(): Promise<void>;
}

/**
 * Starts an Xvfb of our own on a free display. Only holders of its cookie can connect, as other
 * users of the machine must not look at the window.
 *
 * @param folder private folder for the cookie file
 */
export async function startVirtualDisplay(folder: string): Promise<VirtualDisplay> {
  const authorityPath = join(folder, 'Xauthority');
  await writeFile(authorityPath, xAuthority(randomBytes(16)), { mode: 0o600 });
  const server: BackgroundChild = await startBackground(
    'Xvfb',
    // Xvfb looks for a free display itself and writes its number to descriptor 3. Without -noreset
    // it starts anew whenever its last client leaves, and turns away who comes in that moment.
    [
      ...['-displayfd', '3', '-screen', '0', '1400x1000x24', '-noreset'],
      ...['-nolisten', 'tcp', '-auth', authorityPath],
    ],
    { readyOn: 3 },
  );
  return {
    env: { DISPLAY: `:${server.readyLine.trim()}`, XAUTHORITY: authorityPath },
    end: () => server.end(),
  };
}
