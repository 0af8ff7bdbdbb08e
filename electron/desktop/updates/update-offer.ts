import { z } from 'zod';
import {
  type UpdateFault,
  type UpdateOffer,
  updateVersionSchema,
} from '../../../shared/update-state.ts';

/** Far more than a package of ours ever was: whoever announces more fills somebody's disk. */
const LARGEST_BYTES = 1024 ** 3;

const SHA512_BASE64 = /^[A-Za-z0-9+/]{86}==$/;
/** A name, never a path or an address: nothing is written or asked for anywhere else. */
const PLAIN_FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._+-]{0,150}$/;

/** What a release says about itself (electron-builder's `latest*.yml`), as far as it is used. */
const releaseSchema = z.object({
  version: updateVersionSchema,
  files: z
    .array(
      z.object({
        url: z.string().regex(PLAIN_FILE_NAME),
        sha512: z.string().regex(SHA512_BASE64),
        size: z.number().int().positive().max(LARGEST_BYTES),
      }),
    )
    .min(1)
    .max(50),
  /** A second package that an installer would fetch by itself: there is none of ours. */
  packages: z.null().optional(),
});
type ReleaseFile = z.infer<typeof releaseSchema>['files'][number];

/** The one file of a release that this copy would install. */
export interface ReleasePackage {
  readonly offer: UpdateOffer;
  /** Base64. */
  readonly sha512: string;
}

export type OfferReading =
  | { readonly kind: 'ok'; readonly found: ReleasePackage }
  | { readonly kind: 'unfit'; readonly fault: UpdateFault };

/** The kind of machine that runs, as far as it decides which file fits. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** False where a newer version is only told: then it need not come as a package for this copy. */
  readonly installs: boolean;
}

/**
 * Reads what a server says about its newest release. Everything in it is foreign: what is not
 * exactly as our own build writes it is refused as a whole.
 */
export function readOffer(release: unknown, machine: Machine): OfferReading {
  const parsed = releaseSchema.safeParse(release);
  if (!parsed.success) {
    return { kind: 'unfit', fault: 'unreadable' };
  }
  const { version, files } = parsed.data;
  const file = machine.installs ? fittingFile(files, machine) : (files[0] ?? null);
  return file === null
    ? { kind: 'unfit', fault: 'no-package' }
    : {
        kind: 'ok',
        found: { offer: { version, sizeBytes: file.size }, sha512: file.sha512 },
      };
}

/** What electron-updater chooses from the same list, so that the size that is shown is the right one. */
function fittingFile(
  files: readonly ReleaseFile[],
  { platform, arch }: Machine,
): ReleaseFile | null {
  const ending = platform === 'win32' ? '.exe' : platform === 'darwin' ? '.zip' : '.appimage';
  const ofKind = files.filter(({ url }) => url.toLowerCase().endsWith(ending));
  const isArm = (file: ReleaseFile): boolean => file.url.includes('arm64');
  const candidates =
    platform === 'darwin' && !(arch === 'arm64' && ofKind.some(isArm))
      ? ofKind.filter((file) => !isArm(file))
      : ofKind;
  return candidates.find(({ url }) => url.includes(arch)) ?? candidates[0] ?? null;
}
